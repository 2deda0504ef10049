//! The command line of `rekey-sandbox`.

use std::net::SocketAddr;

use lexopt::prelude::{Long, Short, ValueExt};

use crate::{Options, Storage};

/// What `--help` prints.
pub const USAGE: &str = "\
Usage: rekey-sandbox [options]

Plays the vendors' APIs on this machine, with demo data and faults on request.

  --listen ADDRESS      address and port to listen on, port 0 for any free one [127.0.0.1:8080]
  --database FILE       keep the records in FILE; without it they live in memory
  --site DIR            also serve the built page in DIR
  --cors ORIGIN         let pages of ORIGIN call the vendors
  --portal ORIGIN       let pages of ORIGIN show the console, as an element or in a frame
  --generation a|b|l    documented generation of the Apinizer API [a]
  --systems apinizer|all  systems the demo configuration of the page connects to [apinizer]
  --records NUMBER      credentials in a further Apinizer project `large`, for long lists [0: no such project]
  --help                print this text
";

/// What the command line asked for.
#[derive(Debug)]
pub enum Command {
    /// Start the sandbox.
    Serve {
        /// Where to listen.
        listen: SocketAddr,
        /// How to start.
        options: Options,
    },
    /// Print [`USAGE`].
    Help,
}

/// Reads the arguments, the program's own name excluded.
///
/// # Errors
///
/// An unknown option, or a value that cannot be read.
pub fn parse<Arguments>(arguments: Arguments) -> Result<Command, lexopt::Error>
where
    Arguments: IntoIterator,
    Arguments::Item: Into<std::ffi::OsString>,
{
    let mut listen = SocketAddr::from(([127, 0, 0, 1], 8080));
    let mut options = Options::default();
    let mut parser = lexopt::Parser::from_args(arguments);
    while let Some(argument) = parser.next()? {
        match argument {
            Long("listen") => listen = parser.value()?.parse()?,
            Long("database") => options.storage = Storage::File(parser.value()?.into()),
            Long("site") => options.site = Some(parser.value()?.into()),
            Long("cors") => options.cross_origin = Some(parser.value()?.string()?),
            Long("portal") => options.portal = Some(parser.value()?.string()?),
            Long("generation") => options.generation = parser.value()?.parse()?,
            Long("systems") => options.systems = parser.value()?.parse()?,
            Long("records") => options.records = parser.value()?.parse()?,
            Long("help") | Short('h') => return Ok(Command::Help),
            _ => return Err(argument.unexpected()),
        }
    }
    Ok(Command::Serve { listen, options })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Generation, Systems};

    #[test]
    fn every_option_is_read() {
        let arguments = "--listen 127.0.0.1:0 --database a.db --site dist --cors https://portal.example --generation b \
             --systems all --records 10000 --portal https://portal.example:8443";
        let Ok(Command::Serve { listen, options }) = parse(arguments.split(' ')) else { panic!("not a serve command") };
        assert_eq!(listen.port(), 0);
        assert_eq!(options.storage, Storage::File("a.db".into()));
        assert_eq!(options.site, Some("dist".into()));
        assert_eq!(options.cross_origin.as_deref(), Some("https://portal.example"));
        assert_eq!(options.portal.as_deref(), Some("https://portal.example:8443"));
        assert_eq!(options.generation, Generation::B);
        assert_eq!(options.systems, Systems::All);
        assert_eq!(options.records, 10_000);
    }

    #[test]
    fn an_unknown_generation_is_refused() {
        assert!(parse(["--generation", "c"]).is_err());
    }

    #[test]
    fn an_unknown_choice_of_systems_is_refused() {
        assert!(parse(["--systems", "zstack"]).is_err());
    }

    #[test]
    fn a_number_of_records_that_is_none_is_refused() {
        assert!(parse(["--records", "many"]).is_err());
    }

    #[test]
    fn an_unknown_option_is_refused() {
        assert!(parse(["--listne", "127.0.0.1:0"]).is_err());
    }
}
