//! Prints the texts as JSON, for the browser tests.
#![forbid(unsafe_code)]

fn main() {
    print!("{}", rekey_hostile::texts::json());
}
