//! Small files and small functions.

use crate::sources::{Source, files};

const LONGEST_FILE: usize = 400;
const MEDIAN_FILE: usize = 120;
const LONGEST_FUNCTION: usize = 70;

fn all(extensions: &[&str]) -> Vec<Source> {
    ["crates", "src", "style", "end2end"].into_iter().flat_map(|folder| files(folder, extensions)).collect()
}

/// The functions of a file that `cargo fmt` has laid out, as the lines they begin on and their lengths.
fn functions(source: &Source) -> Vec<(usize, usize)> {
    let lines: Vec<&str> = source.text.lines().collect();
    let mut functions = Vec::new();
    for (start, line) in lines.iter().enumerate() {
        let declaration = line.trim_start();
        let indentation = line.len() - declaration.len();
        let words: Vec<&str> = declaration.split(' ').take_while(|word| !word.contains('"')).take(5).collect();
        if declaration.starts_with("//") || !words.contains(&"fn") || line.ends_with(';') || line.ends_with('}') {
            continue;
        }
        let ends = |line: &&str| {
            let is_same_level = line.len() - line.trim_start().len() == indentation;
            is_same_level && (line.trim() == "}" || line.trim_start().starts_with(')') && line.ends_with(';'))
        };
        let length = lines.iter().skip(start).position(ends).map_or(lines.len() - start, |position| position + 1);
        functions.push((start + 1, length));
    }
    functions
}

#[test]
fn no_file_is_long_and_most_are_short() {
    let sources = all(&[".rs", ".js", ".css", ".ts"]);
    let mut lengths: Vec<_> = sources.iter().map(|file| (file.text.lines().count(), file.path.clone())).collect();
    lengths.sort();
    let long: Vec<_> = lengths.iter().filter(|(length, _)| *length > LONGEST_FILE).collect();
    assert!(long.is_empty(), "over {LONGEST_FILE} lines: {long:#?}");
    let median = lengths.get(lengths.len() / 2).map_or(0, |(length, _)| *length);
    assert!(median < MEDIAN_FILE, "the median is {median} lines");
}

#[test]
fn no_function_is_long() {
    let mut long = Vec::new();
    for source in &all(&[".rs"]) {
        let lengths = functions(source).into_iter().filter(|(_, length)| *length >= LONGEST_FUNCTION);
        long.extend(lengths.map(|(line, length)| format!("{}:{line}: {length} lines", source.path)));
    }
    assert!(long.is_empty(), "{long:#?}");
}

#[test]
fn functions_are_measured_to_their_closing_brace() {
    let text = "impl A {\n    fn a();\n\n    pub(crate) const fn b(\n        c: u8,\n    ) -> u8 {\n        if c {\n        }\n    }\n}\nfn d() {}\nfn e() {\n}\n";
    let source = Source { path: "a.rs".to_owned(), text: text.to_owned() };
    assert_eq!(functions(&source), [(4, 6), (12, 2)]);
}
