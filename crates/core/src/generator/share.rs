//! How many of all possible values a recipe accepts.

use crate::password::Classes;

/// The share of the texts of `length` characters out of `signs` that begin and end with one of `ends` and have a
/// character of each of the `present` classes: all that begin and end so, without those that lack a class, and so on by
/// inclusion and exclusion.
pub(super) fn share(signs: &[char], ends: &[char], present: Classes, length: usize) -> f64 {
    let all = count(signs, Classes::NONE);
    let inner = i32::try_from(length).unwrap_or(i32::MAX).saturating_sub(2);
    let lacking = |missing: Classes| {
        let (sign, end) = (count(signs, missing) / all, count(ends, missing) / all);
        let even = missing.count().is_multiple_of(2);
        let share = sign.powi(inner) * end.powi(2);
        if even { share } else { -share }
    };
    present.subsets().map(lacking).sum()
}

/// How many of the signs are of no missing class.
fn count(signs: &[char], missing: Classes) -> f64 {
    let left = signs.iter().filter(|sign| !missing.hold(**sign)).count();
    u32::try_from(left).map_or(0.0, f64::from)
}

#[cfg(test)]
mod tests {
    use super::share;
    use crate::password::{Class, Classes};

    /// Looks at each text.
    fn counted(signs: &[char], ends: &[char], present: Classes, length: u32) -> f64 {
        let all = signs.len().pow(length);
        let accepted = (0..all).filter(|number| {
            let mut rest = *number;
            let text: Vec<char> = (0..length)
                .map(|_| {
                    let sign = signs[rest % signs.len()];
                    rest /= signs.len();
                    sign
                })
                .collect();
            let has_ends = ends.contains(text.first().unwrap()) && ends.contains(text.last().unwrap());
            has_ends && present.minus(Classes::of(&text.iter().collect::<String>())).is_empty()
        });
        f64::from(u32::try_from(accepted.count()).unwrap()) / f64::from(u32::try_from(all).unwrap())
    }

    #[test]
    fn the_share_is_what_counting_each_text_gives() {
        let signs: Vec<char> = "abAB12-".chars().collect();
        let plain: Vec<char> = "abAB12".chars().collect();
        for present in Classes::ALL.subsets() {
            for ends in [&signs, &plain] {
                for length in [2, 4, 5] {
                    let expected = counted(&signs, ends, present, length);
                    let found = share(&signs, ends, present, length as usize);
                    assert!((found - expected).abs() < 1e-9, "{present:?} {length}: {found} and {expected}");
                }
            }
        }
    }

    #[test]
    fn a_class_that_no_sign_has_leaves_nothing() {
        let digits: Vec<char> = "0123456789".chars().collect();
        assert!(share(&digits, &digits, Classes::NONE.with(Class::Upper), 8).abs() < 1e-9);
    }
}
