//! What the browser tests need, made beside the checks that need no browser: tools that Cargo installs and the link of the
//! page keep one core busy for minutes, and there are two.

use std::fs::{self, File};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus};

use anyhow::{Context as _, Result, ensure};

use crate::project::Project;

/// `cargo xtask prepare`, on its way.
pub(super) struct Preparation {
    child: Child,
    /// Where it says what it would say on screen, between the lines of others.
    log: PathBuf,
    status: Option<ExitStatus>,
}

impl Preparation {
    /// Starts it, with its output for [`Self::finish`].
    pub(super) fn begin(project: &Project) -> Result<Self> {
        let log = project.target.join("preparation.log");
        let file = File::create(&log).with_context(|| format!("cannot write {}", log.display()))?;
        let copy = file.try_clone().with_context(|| format!("cannot write {}", log.display()))?;
        let mut prepare = Command::new(project.xtask());
        prepare.arg("prepare").current_dir(&project.root).stdout(file).stderr(copy);
        let child = prepare.spawn().context("cannot start `cargo xtask prepare`")?;
        Ok(Self { child, log, status: None })
    }

    /// Waits for its end, and prints what it has said.
    pub(super) fn finish(mut self) -> Result<()> {
        let status = self.wait()?;
        print!("{}", fs::read_to_string(&self.log).with_context(|| format!("cannot read {}", self.log.display()))?);
        ensure!(status.success(), "`cargo xtask prepare` failed: {status}");
        Ok(())
    }

    fn wait(&mut self) -> Result<ExitStatus> {
        let status = self.child.wait().context("cannot wait for `cargo xtask prepare`")?;
        self.status = Some(status);
        Ok(status)
    }
}

impl Drop for Preparation {
    /// Another check has failed. The end is waited for, so that no build of ours goes on behind the next command.
    fn drop(&mut self) {
        if self.status.is_none() {
            println!("waiting for the release build that was begun");
            if let Err(error) = self.wait() {
                eprintln!("{error:#}");
            }
        }
    }
}
