//! Sizes of what travels.

use std::fs;
use std::io::{Error, Result};
use std::ops::AddAssign;
use std::path::Path;

use crate::compression::{brotli, copy_of, gzip};

/// The sizes of one file, or of several together.
#[derive(Clone, Copy, Default)]
pub(super) struct Sizes {
    pub(super) raw: usize,
    pub(super) gzip: usize,
    pub(super) brotli: usize,
}

impl Sizes {
    /// Of a file and its compressed copies; of what is shipped without copies, what a host would send.
    pub(super) fn measure(path: &Path) -> Result<Self> {
        let content = fs::read(path)?;
        let copy = |ending: &str| fs::metadata(copy_of(path, ending)).ok().map(|copy| copy.len());
        let length = |copied: Option<u64>, compress: fn(&[u8]) -> Result<Vec<u8>>| match copied {
            Some(length) => usize::try_from(length).map_err(Error::other),
            None => compress(&content).map(|compressed| compressed.len()),
        };
        let (gzip, brotli) = (length(copy(".gz"), gzip)?, length(copy(".br"), brotli)?);
        Ok(Self { raw: content.len(), gzip, brotli })
    }
}

impl AddAssign for Sizes {
    fn add_assign(&mut self, other: Self) {
        self.raw += other.raw;
        self.gzip += other.gzip;
        self.brotli += other.brotli;
    }
}
