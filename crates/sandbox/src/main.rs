//! Starts the sandbox from the command line; see the library for what it plays.
#![forbid(unsafe_code)]

use std::error::Error;
use std::io::Write;

use rekey_sandbox::Sandbox;
use rekey_sandbox::command_line::{self, Command, USAGE};
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    let (listen, options) = match command_line::parse(std::env::args_os().skip(1))? {
        Command::Serve { listen, options } => (listen, options),
        Command::Help => {
            print!("{USAGE}");
            return Ok(());
        }
    };
    let sandbox = Sandbox::start(TcpListener::bind(listen).await?, options)?;
    // The first line is what a script waits for, so it must leave the buffer at once.
    println!("listening on http://{}", sandbox.address());
    std::io::stdout().flush()?;
    tokio::signal::ctrl_c().await?;
    Ok(())
}
