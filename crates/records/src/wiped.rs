//! Bytes that leave nothing behind.

use std::hint::black_box;

/// Bytes that are wiped when they go: a server may send a secret back (T6). All at once, and not byte by byte as a
/// secret's own type does it: a list has millions of them.
#[derive(Default)]
pub struct Wiped(Vec<u8>);

impl Wiped {
    /// Adds bytes. A buffer that has become too small is wiped as well.
    pub fn push(&mut self, bytes: &[u8]) {
        if self.0.capacity() - self.0.len() < bytes.len() {
            let mut larger = Vec::with_capacity((self.0.len() + bytes.len()) * 2);
            larger.extend_from_slice(&self.0);
            wipe(&mut self.0);
            self.0 = larger;
        }
        self.0.extend_from_slice(bytes);
    }

    /// The bytes from a place on.
    pub fn after(&self, at: usize) -> &[u8] {
        self.0.get(at..).unwrap_or_default()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Wipes all but the bytes from a place on.
    pub fn forget_before(&mut self, at: usize) {
        let at = at.min(self.0.len());
        let rest = self.0.len() - at;
        self.0.copy_within(at.., 0);
        if let Some(gone) = self.0.get_mut(rest..) {
            wipe(gone);
        }
        self.0.truncate(rest);
    }

    /// Gives the bytes away.
    pub fn take(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.0)
    }
}

impl Drop for Wiped {
    fn drop(&mut self) {
        wipe(&mut self.0);
    }
}

/// Writes over bytes. What is looked at afterwards has to be written, so no compiler leaves it out.
fn wipe(bytes: &mut [u8]) {
    bytes.fill(0);
    black_box(bytes);
}

impl From<Vec<u8>> for Wiped {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl std::fmt::Debug for Wiped {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} bytes", self.0.len())
    }
}
