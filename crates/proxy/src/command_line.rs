//! The command line of `rekey-proxy`.

use std::collections::BTreeSet;
use std::path::PathBuf;

use lexopt::prelude::{Long, Short, ValueExt};

use crate::connection::Connection;
use crate::loopback::Loopback;
use crate::server::{Options, Patience};

/// What `--help` prints.
pub const USAGE: &str = "\
Usage: rekey-proxy --site DIR --connect NAME=URL [--connect NAME=URL ...] [--listen ADDRESS]

Serves the built page, and passes on what it asks of real systems.

  --connect NAME=URL    a system: NAME is apinizer, thousandeyes, thousandeyes-v6 or zstack, or begins
                        with one of them and a dash, such as apinizer-live; URL is its address before
                        /apiops, /v7, /v6 or /api/v1
  --site DIR            the folder with the built page
  --listen ADDRESS      address and port of this computer to listen on [127.0.0.1:8080]
  --check               say whether the other options are right, and end
  --help                print this text

TLS trusts whom this computer trusts, or those in the file that the variable SSL_CERT_FILE names.
";

/// What the command line asked for.
#[derive(Debug)]
pub enum Command {
    /// Start the proxy.
    Serve {
        /// Where to listen.
        listen: Loopback,
        /// How to start.
        options: Options,
    },
    /// Nothing: what was asked for would be possible.
    Check,
    /// Print [`USAGE`].
    Help,
}

/// Reads the arguments, the program's own name excluded.
///
/// # Errors
///
/// An unknown option, or a value that cannot be used.
pub fn parse<Arguments>(arguments: Arguments) -> Result<Command, lexopt::Error>
where
    Arguments: IntoIterator,
    Arguments::Item: Into<std::ffi::OsString>,
{
    let mut listen = Loopback::default();
    let mut site = None;
    let mut connections: Vec<Connection> = Vec::new();
    let mut is_check = false;
    let mut parser = lexopt::Parser::from_args(arguments);
    while let Some(argument) = parser.next()? {
        match argument {
            Long("connect") => connections.push(parser.value()?.parse()?),
            Long("site") => site = Some(PathBuf::from(parser.value()?)),
            Long("listen") => listen = parser.value()?.parse()?,
            Long("check") => is_check = true,
            Long("help") | Short('h') => return Ok(Command::Help),
            _ => return Err(argument.unexpected()),
        }
    }
    if connections.is_empty() {
        return Err("there is no --connect NAME=URL".to_owned().into());
    }
    let mut names = BTreeSet::new();
    if let Some(twice) = connections.iter().find(|connection| !names.insert(connection.name.as_str())) {
        return Err(format!("the name `{0}` is used twice; `{0}-2` would be another one", twice.name).into());
    }
    if is_check {
        return Ok(Command::Check);
    }
    let site = site.ok_or_else(|| "there is no --site DIR".to_owned())?;
    Ok(Command::Serve { listen, options: Options { site, connections, patience: Patience::default() } })
}

#[cfg(test)]
mod tests {
    use super::{Command, parse};

    fn problem(arguments: &str) -> String {
        parse(arguments.split(' ')).unwrap_err().to_string()
    }

    #[test]
    fn every_option_is_read() {
        let arguments =
            "--site dist --listen [::1]:0 --connect apinizer=https://a.example --connect zstack=https://b.example";
        let Ok(Command::Serve { listen, options }) = parse(arguments.split(' ')) else { panic!("not a serve command") };
        assert_eq!(listen, "[::1]:0".parse().unwrap());
        assert_eq!((options.site.to_str(), options.connections.len()), (Some("dist"), 2));
        assert!(matches!(parse(["--check", "--connect", "apinizer=https://a.example"]), Ok(Command::Check)));
    }

    #[test]
    fn what_cannot_be_done_is_refused_with_its_reason() {
        for (arguments, reason) in [
            ("--site dist", "there is no --connect NAME=URL"),
            ("--connect apinizer=https://a.example", "there is no --site DIR"),
            ("--check --listen 0.0.0.0:8080", "can be reached by other computers"),
            ("--check --connect gateway=https://a.example", "does not tell which system it is"),
            ("--check --connect apinizer=http://a.example", "ssh -L 9443:a.example:80"),
            (
                "--check --connect apinizer=https://a.example --connect apinizer=https://b.example",
                "the name `apinizer` is used twice; `apinizer-2` would be another one",
            ),
            ("--conect", "invalid option '--conect'"),
        ] {
            assert!(problem(arguments).contains(reason), "{arguments}: {}", problem(arguments));
        }
    }
}
