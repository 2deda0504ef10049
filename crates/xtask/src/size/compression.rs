//! Sizes as they travel.

use std::io::{Read as _, Result};
use std::ops::AddAssign;

use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::read::GzEncoder;

/// The sizes of one file, or of several together.
#[derive(Clone, Copy, Default)]
pub(super) struct Sizes {
    pub(super) raw: usize,
    pub(super) gzip: usize,
    pub(super) brotli: usize,
}

impl Sizes {
    /// Compresses as well as each format allows, as a deployment does once for its static files.
    pub(super) fn measure(content: &[u8]) -> Result<Self> {
        let mut gzip = Vec::new();
        GzEncoder::new(content, Compression::best()).read_to_end(&mut gzip)?;
        let mut brotli = Vec::new();
        let parameters = BrotliEncoderParams { quality: 11, size_hint: content.len(), ..Default::default() };
        brotli::BrotliCompress(&mut &*content, &mut brotli, &parameters)?;
        Ok(Self { raw: content.len(), gzip: gzip.len(), brotli: brotli.len() })
    }
}

impl AddAssign for Sizes {
    fn add_assign(&mut self, other: Self) {
        self.raw += other.raw;
        self.gzip += other.gzip;
        self.brotli += other.brotli;
    }
}

#[cfg(test)]
mod tests {
    use super::Sizes;

    #[test]
    fn repetition_compresses() {
        let sizes = Sizes::measure(&[b'a'; 10_000]).unwrap();
        assert!(sizes.raw == 10_000 && sizes.gzip < 100 && sizes.brotli < 100);
    }
}
