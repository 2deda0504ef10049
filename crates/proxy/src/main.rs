//! Starts the proxy from the command line; see the library for what it does.
#![forbid(unsafe_code)]

use std::error::Error;
use std::io::Write;
use std::process::ExitCode;

use rekey_proxy::Proxy;
use rekey_proxy::command_line::{self, Command, USAGE};

#[tokio::main]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Box<dyn Error + Send + Sync>> {
    let (listen, options) = match command_line::parse(std::env::args_os().skip(1))? {
        Command::Serve { listen, options } => (listen, options),
        Command::Check => return Ok(()),
        Command::Help => {
            print!("{USAGE}");
            return Ok(());
        }
    };
    let connections = options.connections.clone();
    let proxy = Proxy::start(listen, options).await?;
    // The first line is what a script waits for, so all of it must leave the buffer at once.
    println!("listening on http://{}", proxy.address());
    for connection in connections {
        println!("  {}", connection.describe());
    }
    std::io::stdout().flush()?;
    tokio::signal::ctrl_c().await?;
    Ok(())
}
