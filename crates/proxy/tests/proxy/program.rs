//! The program itself, as `cargo xtask serve --connect` starts it.

use std::io::{BufRead, BufReader, Lines};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Output, Stdio};

use crate::authority::File;

/// A running program. It ends with the test.
pub(crate) struct Program {
    child: Child,
    pub(crate) address: SocketAddr,
    /// What it says further on: nobody may say anything into a pipe that is closed.
    _lines: Lines<BufReader<ChildStdout>>,
}

impl Program {
    /// Trusts the authorities of a file, and passes on to one system.
    pub(crate) fn start(trusted: &Path, connection: &str) -> Self {
        let mut child = command(trusted, connection).stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let first = lines.next().expect("a first line").unwrap();
        let address = first.strip_prefix("listening on http://").expect("where it listens").parse().unwrap();
        Self { child, address, _lines: lines }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn command(trusted: &Path, connection: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rekey-proxy"));
    command.args(["--listen", "127.0.0.1:0", "--site", "tests/site", "--connect", connection]);
    command.env("SSL_CERT_FILE", trusted).env_remove("SSL_CERT_DIR");
    command
}

fn refused(output: &Output, words: &str) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && said.contains(words), "{said}");
}

#[test]
fn without_anybody_to_trust_it_does_not_start() {
    let nobody = File::new("nobody", "");
    let output = command(&nobody.0, "apinizer=https://localhost:9").output().unwrap();
    refused(&output, "this computer has no certificates of authorities that it trusts");
}

#[test]
fn a_slip_of_the_pen_is_told_before_anything_starts() {
    let nobody = File::new("slip", "");
    let output = command(&nobody.0, "gateway=https://localhost:9").output().unwrap();
    refused(&output, "does not tell which system it is");
    let output = command(&nobody.0, "apinizer=https://localhost:9").args(["--listen", "0.0.0.0:0"]).output().unwrap();
    refused(&output, "can be reached by other computers");
}
