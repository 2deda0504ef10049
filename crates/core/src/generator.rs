//! Secrets out of random bytes (S-08, UX-18, UX-19). The source is passed in, so that the core reads none.

mod recipe;
mod share;

pub use recipe::{Alphabet, Recipe};

use zeroize::{Zeroize, Zeroizing};

use crate::secret::Secret;

/// How many times 64 bytes are asked for at most. A recipe accepts more than every tenth draw, so that a fair source
/// never comes near; one that only gives what is thrown away ends, too.
const ROUNDS: usize = 2048;

/// Draws a secret, each one that the recipe allows equally likely: a byte beyond the last whole multiple of the
/// alphabet is thrown away (no modulo bias), and so is a whole text that the recipe does not allow. No character is
/// put into a place, which would make some texts likelier than others.
///
/// `fill` fills a buffer with random bytes and tells whether it could. Nothing is returned when it cannot:
/// a weak secret is worse than none.
pub fn generate(recipe: Recipe, mut fill: impl FnMut(&mut [u8]) -> bool) -> Option<Secret> {
    draw(&recipe.signs(), recipe.length(), |text| recipe.accepts(text), &mut fill)
}

fn draw(
    signs: &[char],
    length: usize,
    accepts: impl Fn(&str) -> bool,
    fill: &mut dyn FnMut(&mut [u8]) -> bool,
) -> Option<Secret> {
    let fair = 256_usize.checked_div(signs.len())? * signs.len();
    let mut text = Zeroizing::new(String::with_capacity(length));
    for _ in 0..ROUNDS {
        let mut bytes = Zeroizing::new([0; 64]);
        if !fill(bytes.as_mut_slice()) {
            return None;
        }
        for byte in bytes.iter().map(|byte| usize::from(*byte)).filter(|byte| *byte < fair) {
            text.extend(signs.get(byte % signs.len()));
            if text.len() < length {
                continue;
            }
            if accepts(&text) {
                return Some(Secret::new(std::mem::take(&mut *text)));
            }
            text.zeroize();
        }
    }
    None
}

#[cfg(test)]
mod tests;
