//! How much of a body is taken (H-04).

use super::{BodyFault, Patience};

/// What is left of the limit, in decoded bytes: what was sent may be a thousand times smaller (M10).
#[derive(Debug, Clone, Copy)]
pub struct Allowance {
    limit: usize,
    left: usize,
}

impl Allowance {
    /// All of it, for an answer with this status.
    pub fn new(patience: Patience, status: u16) -> Self {
        let limit = patience.body_limit(status);
        Self { limit, left: limit }
    }

    /// Takes a piece of this many bytes.
    ///
    /// # Errors
    /// Refuses the piece with which the body becomes too large; it is never kept, and neither is the rest.
    pub fn take(&mut self, bytes: usize) -> Result<(), BodyFault> {
        let left = self.left.checked_sub(bytes);
        self.left = left.unwrap_or_default();
        left.map(|_| ()).ok_or(BodyFault::TooLarge(self.limit))
    }
}

#[cfg(test)]
mod tests {
    use super::Allowance;
    use crate::http::{BodyFault, Patience};

    #[test]
    fn a_body_is_taken_up_to_its_limit_and_not_a_byte_more_h04() {
        const LIST: usize = 32 * 1024 * 1024;
        const OTHER: usize = 1024 * 1024;
        const REFUSAL: usize = 64 * 1024;
        for (patience, status, limit) in [
            (Patience::List, 200, LIST),
            (Patience::List, 302, LIST),
            (Patience::List, 400, REFUSAL),
            (Patience::List, 502, REFUSAL),
            (Patience::Exchange, 200, OTHER),
            (Patience::Exchange, 401, REFUSAL),
            (Patience::Write, 200, OTHER),
            (Patience::Write, 500, REFUSAL),
        ] {
            for piece in [1, 1000, 65_536, limit] {
                let mut allowance = Allowance::new(patience, status);
                let whole = limit / piece;
                assert!((0..whole).all(|_| allowance.take(piece).is_ok()), "{patience:?} {status}");
                assert_eq!(allowance.take(limit - whole * piece), Ok(()));
                assert_eq!(allowance.take(1), Err(BodyFault::TooLarge(limit)), "{patience:?} {status}");
                assert_eq!(allowance.take(usize::MAX), Err(BodyFault::TooLarge(limit)));
            }
        }
    }
}
