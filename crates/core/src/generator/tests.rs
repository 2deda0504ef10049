use std::collections::HashMap;

use proptest::prelude::*;

use super::{Alphabet, Recipe, draw, generate};
use crate::password::{Class, Classes, PasswordPolicy};

/// A source that gives the same bytes for the same seed.
fn source(seed: u64) -> impl FnMut(&mut [u8]) -> bool {
    let mut state = seed ^ 0x9E37_79B9_7F4A_7C15;
    move |bytes| {
        for byte in bytes {
            state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
            let mixed = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            [*byte, ..] = (mixed ^ (mixed >> 31)).to_be_bytes();
        }
        true
    }
}

/// Whether counts are about equal: the square sum of their distances from the mean, which is about their number, and
/// rarely more than five deviations above it.
fn assert_even(counts: &[u32]) {
    let number = f64::from(u32::try_from(counts.len()).unwrap());
    let expected = f64::from(counts.iter().sum::<u32>()) / number;
    let square: f64 = counts.iter().map(|count| (f64::from(*count) - expected).powi(2) / expected).sum();
    assert!(square < number + 5.0 * (2.0 * number).sqrt(), "{square} with {number} values: {counts:?}");
}

fn policy(minimum_length: usize, classes: Classes) -> PasswordPolicy {
    PasswordPolicy { minimum_length, classes }
}

fn any_classes() -> impl Strategy<Value = Classes> {
    prop::collection::vec(prop::sample::select(Class::ALL.to_vec()), 0..4).prop_map(|all| all.into_iter().collect())
}

/// Whatever a form can come to: a policy or none, and choices in any order.
fn any_recipe() -> impl Strategy<Value = Recipe> {
    let policy = prop::option::of((8_usize..=256, any_classes()).prop_map(|(length, classes)| policy(length, classes)));
    let dropped = prop::collection::vec(prop::sample::select(Class::ALL.to_vec()), 0..6);
    (policy, any::<bool>(), dropped, 0_usize..400).prop_map(|(policy, full, dropped, length)| {
        let alphabet = if full { Alphabet::Full } else { Alphabet::Readable };
        let recipe = Recipe::new(policy).with_alphabet(alphabet).with_length(length);
        dropped.into_iter().fold(recipe, |recipe, class| recipe.with_class(class, false))
    })
}

proptest! {
    #[test]
    fn a_secret_has_its_length_its_alphabet_and_a_character_of_each_class(recipe in any_recipe(), seed in any::<u64>()) {
        let secret = generate(recipe, source(seed)).unwrap();
        let text = secret.expose();
        prop_assert_eq!(secret.length(), recipe.length());
        prop_assert!(text.chars().all(|character| recipe.signs().contains(&character)));
        for class in Class::ALL {
            let must = recipe.requires(class) || recipe.alphabet() == Alphabet::Full && recipe.takes(class);
            prop_assert!(!must || Classes::of(text).has(class), "{:?} lacks {:?}", recipe, class);
        }
    }

    #[test]
    fn no_choice_leaves_the_bounds_or_the_policy(recipe in any_recipe(), length in any::<usize>()) {
        let recipe = recipe.with_length(length);
        prop_assert!(recipe.lengths().contains(&recipe.length()));
        prop_assert!(*recipe.lengths().end() == 256);
        for class in Class::ALL {
            let without = recipe.with_class(class, false);
            prop_assert!(!recipe.requires(class) || without.takes(class));
            prop_assert!(Class::ALL.iter().any(|class| without.takes(*class)));
        }
    }

    #[test]
    fn any_source_ends_with_a_whole_secret_or_none(recipe in any_recipe(), bytes in prop::collection::vec(any::<u8>(), 1..9)) {
        let secret = generate(recipe, |buffer| {
            for (place, byte) in buffer.iter_mut().zip(bytes.iter().cycle()) {
                *place = *byte;
            }
            true
        });
        prop_assert!(secret.is_none_or(|secret| secret.length() == recipe.length()));
    }

    #[test]
    fn more_characters_never_have_fewer_bits(recipe in any_recipe()) {
        prop_assert!(recipe.with_length(recipe.length() + 1).bits() >= recipe.bits());
    }
}

#[test]
fn without_a_random_source_there_is_no_secret() {
    assert!(generate(Recipe::new(None), |_| false).is_none());
    let stuck = |bytes: &mut [u8]| {
        bytes.fill(255);
        true
    };
    assert!(generate(Recipe::new(None), stuck).is_none());
}

#[test]
fn a_source_that_ends_early_gives_no_secret() {
    let mut left = 1;
    let mut source = source(7);
    let secret = generate(Recipe::new(None).with_length(256), |bytes| {
        left -= 1;
        left >= 0 && source(bytes)
    });
    assert!(secret.is_none());
}

#[test]
fn without_a_choice_it_is_24_readable_characters_with_140_bits_s08() {
    let recipe = Recipe::new(Some(PasswordPolicy::default()));
    assert_eq!((recipe.length(), recipe.alphabet(), recipe.bits()), (24, Alphabet::Readable, 140));
    assert!(!recipe.is_weak());
}

#[test]
fn the_readable_alphabet_has_no_twice_and_no_look_alike_ux19() {
    let mut signs = Recipe::new(None).signs();
    assert_eq!(signs.len(), 58);
    assert!(!signs.iter().any(|sign| "0Oo1lIi".contains(*sign)));
    signs.sort_unstable();
    signs.dedup();
    assert_eq!(signs.len(), 58);
}

#[test]
fn the_full_alphabet_is_every_printable_ascii_sign_of_the_chosen_classes() {
    let full = Recipe::new(None).with_alphabet(Alphabet::Full);
    assert_eq!(full.signs().len(), 94);
    for (class, left) in [(Class::Upper, 68), (Class::Lower, 68), (Class::Digit, 84), (Class::Sign, 62)] {
        assert_eq!(full.with_class(class, false).signs().len(), left, "{class:?}");
    }
}

#[test]
fn bits_and_least_lengths_are_those_of_the_arithmetic() {
    let full = Recipe::new(None).with_alphabet(Alphabet::Full);
    let digits =
        [Class::Upper, Class::Lower, Class::Sign].into_iter().fold(full, |full, class| full.with_class(class, false));
    // log2(94) = 6.5546, and a few of the texts lack a class; log2(10) = 3.3219; log2(58) = 5.8580.
    for (recipe, length, bits) in [(full, 24, 157), (full, 20, 130), (digits, 39, 129), (Recipe::new(None), 22, 128)] {
        assert_eq!(recipe.with_length(length).bits(), bits, "{recipe:?}");
    }
    // Without a policy, 128 bits are the least.
    assert_eq!(*Recipe::new(None).lengths().start(), 22);
    assert_eq!(*full.lengths().start(), 20);
    assert_eq!(*digits.lengths().start(), 39);
    assert_eq!(digits.length(), 39, "24 digits would have been too few");
}

#[test]
fn a_policy_that_allows_fewer_bits_is_followed_and_they_are_called_weak() {
    let recipe = Recipe::new(Some(policy(12, Classes::NONE)));
    assert_eq!(*recipe.lengths().start(), 12);
    assert!(recipe.with_length(12).is_weak());
    assert_eq!(Recipe::new(Some(policy(40, Classes::NONE))).length(), 40);
}

#[test]
fn what_the_policy_requires_is_there_in_the_readable_alphabet_too_ux18() {
    let recipe = Recipe::new(Some(policy(8, Classes::ALL))).with_length(8);
    for seed in 0..500 {
        let secret = generate(recipe, source(seed)).unwrap();
        assert_eq!(Classes::of(secret.expose()), Classes::ALL);
    }
    assert!(Class::ALL.iter().all(|class| !recipe.can_leave_out(*class)));
}

#[test]
fn the_last_class_cannot_be_left_out() {
    let full = Recipe::new(None).with_alphabet(Alphabet::Full);
    let signs =
        [Class::Upper, Class::Lower, Class::Digit].into_iter().fold(full, |full, class| full.with_class(class, false));
    assert!(!signs.can_leave_out(Class::Sign));
    assert_eq!(signs.with_class(Class::Sign, false), signs);
    assert_eq!(signs.with_class(Class::Digit, true).signs().len(), 42);
}

#[test]
fn every_character_is_about_equally_likely() {
    let recipe = Recipe::new(None);
    let mut counts = HashMap::new();
    let mut source = source(1);
    for _ in 0..4000 {
        let secret = generate(recipe, &mut source).unwrap();
        // Neither end: no sign stands there.
        for character in secret.expose().chars().skip(1).take(recipe.length() - 2) {
            *counts.entry(character).or_insert(0) += 1;
        }
    }
    assert_eq!(counts.len(), 58);
    assert_even(&counts.into_values().collect::<Vec<u32>>());
}

#[test]
fn every_whole_value_with_each_class_is_about_equally_likely() {
    let (signs, mut counts, mut source) = (['a', 'b', 'A', '1'], HashMap::new(), source(2));
    let present: Classes = [Class::Upper, Class::Lower, Class::Digit].into_iter().collect();
    for _ in 0..20_000 {
        let accepts = |text: &str| present.minus(Classes::of(text)).is_empty();
        let secret = draw(&signs, 4, accepts, &mut source).unwrap();
        *counts.entry(secret.expose().to_owned()).or_insert(0) += 1;
    }
    // 4 ^ 4 without those that lack a letter or the digit: 256 - 81 - 81 - 16 + 16 + 1 + 1 = 96 of them.
    assert_eq!(counts.len(), 96);
    assert_even(&counts.into_values().collect::<Vec<u32>>());
}
