//! The targets of the fuzzer, with its seeds and what a small mutator makes of them: in every test run, on every
//! tool-chain.
//!
//! `REKEY_FUZZ_SEED` repeats a run; the seed is printed.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::{env, fs, panic};

use rekey_hostile::mutation::Chance;
use rekey_hostile::shapes::{Role, shapes};
use rekey_hostile::targets::{TARGETS, Target};
use rekey_hostile::texts::{Text, texts};

/// How often each seed is changed.
const TIMES: usize = 40;

fn seeds_folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/seeds")
}

/// The seed files of a target, by name.
fn seeds(target: &str) -> Vec<(String, Vec<u8>)> {
    let folder = seeds_folder().join(target);
    let mut files: Vec<_> = fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|file| file.unwrap().path())
        .collect();
    files.sort();
    files
        .iter()
        .map(|file| (file.file_name().unwrap().to_string_lossy().into_owned(), fs::read(file).unwrap()))
        .collect()
}

fn seed() -> u64 {
    let chosen = env::var("REKEY_FUZZ_SEED").ok().map(|seed| seed.parse().unwrap());
    chosen.unwrap_or(20_261_128)
}

/// Runs a target, and says with what it failed.
fn run((name, target): Target, data: &[u8], how: &str) {
    if let Err(cause) = panic::catch_unwind(|| target(data)) {
        eprintln!("{name}, {how}: {}", data.escape_ascii());
        panic::resume_unwind(cause);
    }
}

fn run_seeds(target: Target) {
    let seeds = seeds(target.0);
    assert!(seeds.len() >= 5, "{}: {} seeds", target.0, seeds.len());
    let all: Vec<Vec<u8>> = seeds.iter().map(|(_, bytes)| bytes.clone()).collect();
    let mut chance = Chance::new(seed());
    for (file, bytes) in &seeds {
        run(target, bytes, file);
        for time in 0..TIMES {
            let changed = chance.mutated(bytes, &all);
            run(target, &changed, &format!("{file}, changed for the {time}th time, seed {}", seed()));
        }
    }
}

#[test]
fn every_target_holds_for_its_seeds_and_for_what_chance_makes_of_them() {
    println!("seed {}", seed());
    TARGETS.into_iter().for_each(run_seeds);
}

#[test]
fn every_target_has_seeds_and_every_folder_of_seeds_a_target() {
    let folders =
        fs::read_dir(seeds_folder()).unwrap().map(|folder| folder.unwrap().file_name().into_string().unwrap());
    let targets: BTreeSet<String> = TARGETS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(folders.collect::<BTreeSet<_>>(), targets);
}

#[test]
fn every_target_holds_for_every_text() {
    for text in texts().iter().map(Text::text) {
        for target in TARGETS {
            run(target, text.as_bytes(), "a text");
        }
    }
}

#[test]
fn the_targets_of_answers_hold_for_every_shape() {
    for shape in shapes().into_iter().filter(|shape| shape.body.len() < 10_000) {
        let dialect =
            u8::try_from(rekey_hostile::answers::DIALECTS.iter().position(|all| *all == shape.dialect).unwrap());
        let names: &[&str] = match shape.role {
            Role::List => &["list", "look"],
            Role::Written => &["write_answer", "look", "sign_in", "problem"],
        };
        for target in TARGETS.into_iter().filter(|(name, _)| names.contains(name)) {
            for status in 0..20 {
                let data = [&[dialect.unwrap(), status, 0], shape.body.as_slice()].concat();
                run(target, &data, &shape.name);
            }
        }
    }
}
