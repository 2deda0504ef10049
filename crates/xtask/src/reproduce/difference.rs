//! What is not the same in two folders.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::size::shipped_files;

/// A file that one folder has in another way than the other, or alone.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Difference {
    /// Only one of the folders has it.
    Alone(PathBuf),
    /// They are the same up to here, and have these sizes.
    Content { file: PathBuf, offset: usize, sizes: (usize, usize) },
}

impl Difference {
    pub(super) fn print(&self) {
        match self {
            Self::Alone(file) => println!("{}: only in one of them", file.display()),
            Self::Content { file, offset, sizes: (one, other) } => {
                println!("{}: differs from byte {offset} on ({one} and {other} bytes)", file.display());
            }
        }
    }
}

/// All differences, in the order of the files.
pub(super) fn differences(one: &Path, other: &Path) -> Result<Vec<Difference>> {
    let (here, there) = (names(one)?, names(other)?);
    let mut differences = Vec::new();
    for file in here.union(&there) {
        if !here.contains(file) || !there.contains(file) {
            differences.push(Difference::Alone(file.clone()));
            continue;
        }
        let (first, second) = (read(&one.join(file))?, read(&other.join(file))?);
        if first != second {
            let offset = first.iter().zip(&second).take_while(|(first, second)| first == second).count();
            differences.push(Difference::Content { file: file.clone(), offset, sizes: (first.len(), second.len()) });
        }
    }
    Ok(differences)
}

fn names(folder: &Path) -> Result<BTreeSet<PathBuf>> {
    let name = |file: PathBuf| file.strip_prefix(folder).map(Path::to_owned).context("a file is outside its folder");
    shipped_files(folder)?.into_iter().map(name).collect()
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("cannot read {}", file.display()))
}

#[cfg(test)]
mod tests {
    use std::{env, fs, process};

    use super::{Difference, differences};

    #[test]
    fn one_changed_byte_and_one_more_file_are_found() {
        let folder = env::temp_dir().join(format!("rekey-difference-{}", process::id()));
        let (one, other) = (folder.join("one"), folder.join("other"));
        for (copy, content) in [(&one, "the same word"), (&other, "the same worm")] {
            fs::create_dir_all(copy.join("assets")).unwrap();
            fs::write(copy.join("index.html"), "the same").unwrap();
            fs::write(copy.join("assets/a.js"), content).unwrap();
        }
        assert_eq!(differences(&one, &one).unwrap(), []);
        fs::write(other.join("new.txt"), "").unwrap();
        let expected = [
            Difference::Content { file: "assets/a.js".into(), offset: 12, sizes: (13, 13) },
            Difference::Alone("new.txt".into()),
        ];
        assert_eq!(differences(&one, &other).unwrap(), expected);
        fs::remove_dir_all(folder).unwrap();
    }
}
