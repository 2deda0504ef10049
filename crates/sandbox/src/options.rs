//! What is decided once, when the sandbox starts.

use std::path::PathBuf;
use std::str::FromStr;

use crate::Generation;

/// How a sandbox is started. The default is what a test wants: memory, no site, no CORS.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Where the records live.
    pub storage: Storage,
    /// The folder with the built page; without it only the APIs answer.
    pub site: Option<PathBuf>,
    /// The origin that may call the vendors from another site. CORS is off unless given, as no vendor documents it.
    pub cross_origin: Option<String>,
    /// The origin whose pages may show the console: load its files from another site, and hold `embed.html` in a frame.
    pub portal: Option<String>,
    /// The documented Apinizer generation to start with, and to return to on a reset.
    pub generation: Generation,
    /// The systems the configuration of the demonstration connects to. All of them answer in any case.
    pub systems: Systems,
    /// How many generated credentials the Apinizer project `large` has; without any there is no such project.
    pub records: u32,
}

/// What the page is to show of the sandbox.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Systems {
    /// Only Apinizer.
    #[default]
    Apinizer,
    /// Every vendor the sandbox plays.
    All,
}

impl FromStr for Systems {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "apinizer" => Ok(Self::Apinizer),
            "all" => Ok(Self::All),
            _ => Err(format!("`{text}` is no choice of systems: apinizer or all")),
        }
    }
}

/// Where the records live.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Storage {
    /// Gone when the process ends.
    #[default]
    Memory,
    /// A file that survives a restart.
    File(PathBuf),
}
