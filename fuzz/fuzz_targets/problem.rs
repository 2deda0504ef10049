//! The target `problem` of crates/hostile.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| rekey_hostile::targets::run("problem", data));
