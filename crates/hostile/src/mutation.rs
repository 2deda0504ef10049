//! A small mutator with a seed: the same seed makes the same bytes, on every machine and for ever.
//!
//! It is no fuzzer: it sees no coverage. It runs the targets in every test run, so that they do not rot where there is no
//! tool-chain for the real one.

/// What is put in, because chance alone would seldom make it.
const WORDS: [&str; 40] = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "\\u0000",
    "\\ud800",
    "null",
    "true",
    "false",
    "0",
    "-1",
    "1e999",
    "\u{feff}",
    "\u{202e}",
    "\0",
    "\r\n",
    "\"id\":",
    "\"uuid\":",
    "\"username\":",
    "\"credentials\":[",
    "\"items\":[",
    "\"resultList\":[",
    "\"success\":",
    "\"error\":",
    "\"deploymentResult\":",
    "\"405\"",
    "%2e",
    "%",
    "/",
    "..",
    "?",
    "#",
    "https://",
    "@",
    "::",
    "/0",
];

/// Chance, by the method of Marsaglia: xorshift of 64 bits.
#[derive(Debug, Clone)]
pub struct Chance(u64);

impl Chance {
    /// Begins with a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed | 1)
    }

    /// The next number.
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A number below a bound; zero where that is zero.
    pub fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() >> 16).unwrap_or_default() % bound.max(1)
    }

    /// Some bytes, changed in one to four places. `others` are what parts are taken from.
    pub fn mutated(&mut self, bytes: &[u8], others: &[Vec<u8>]) -> Vec<u8> {
        let mut changed = bytes.to_vec();
        for _ in 0..=self.below(4) {
            self.change(&mut changed, others);
        }
        changed
    }

    fn change(&mut self, bytes: &mut Vec<u8>, others: &[Vec<u8>]) {
        let at = self.below(bytes.len() + 1);
        let end = (at + self.below(16)).min(bytes.len());
        match self.below(8) {
            0 => {
                let bit = 1_u8 << self.below(8);
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= bit;
                }
            }
            1 => {
                let value = u8::try_from(self.below(256)).unwrap_or_default();
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = value;
                }
            }
            2 => drop(bytes.drain(at..end)),
            3 => {
                let twice = bytes[at..end].repeat(1 + self.below(4));
                bytes.splice(at..at, twice);
            }
            4 => bytes.truncate(at),
            5 if !others.is_empty() => {
                let other = &others[self.below(others.len())];
                let from = self.below(other.len() + 1);
                let to = (from + self.below(64)).min(other.len());
                bytes.splice(at..end, other[from..to].iter().copied());
            }
            _ => {
                let word = WORDS[self.below(WORDS.len())];
                bytes.splice(at..at, word.bytes());
            }
        }
    }
}
