//! Takes values out of the bytes that a fuzzer makes.

/// What is left of them.
#[derive(Debug)]
pub struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    /// All of them.
    pub fn new(data: &'a [u8]) -> Self {
        Self(data)
    }

    /// One byte; zero when there is none left.
    pub fn one(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first
    }

    /// One of some values.
    pub fn pick<T: Copy>(&mut self, values: &[T]) -> T {
        values[usize::from(self.one()) % values.len()]
    }

    /// Everything else.
    pub fn rest(self) -> &'a [u8] {
        self.0
    }
}
