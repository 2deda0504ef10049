//! Short names for what the module imports from its glue.
//!
//! `wasm-bindgen` ends each name in sixteen digits of a hash, in the module and in the script. No compression makes a
//! hash smaller: short names save 4 kB of the page.

use anyhow::{Context as _, Result, bail};
use wasmparser::{ImportSectionReader, Parser, Payload, TypeRef};

/// The kind of an import that is a function, as the module writes it.
const FUNCTION: u8 = 0;

/// The imports of a module, each with its new name.
pub(super) struct Imports<'a>(Vec<Import<'a>>);

struct Import<'a> {
    module: &'a str,
    name: &'a str,
    short: String,
    /// The index of the function's type.
    signature: u32,
}

impl<'a> Imports<'a> {
    /// Reads what a module imports.
    pub(super) fn of(module: &'a [u8]) -> Result<Self> {
        for payload in Parser::new(0).parse_all(module) {
            if let Payload::ImportSection(section) = payload.context("the module is not valid WebAssembly")? {
                return Self::read(section);
            }
        }
        Ok(Self(Vec::new()))
    }

    fn read(section: ImportSectionReader<'a>) -> Result<Self> {
        let mut imports = Vec::new();
        for import in section.into_imports() {
            let import = import?;
            let TypeRef::Func(signature) = import.ty else { bail!("`{}` is not a function", import.name) };
            let short = short_name(imports.len());
            imports.push(Import { module: import.module, name: import.name, short, signature });
        }
        Ok(Self(imports))
    }

    /// The content of the module's import section with the new names.
    pub(super) fn section(&self) -> Result<Vec<u8>> {
        let mut section = Vec::new();
        push_number(&mut section, u32::try_from(self.0.len())?);
        for import in &self.0 {
            for text in [import.module, &import.short] {
                push_number(&mut section, u32::try_from(text.len())?);
                section.extend_from_slice(text.as_bytes());
            }
            section.push(FUNCTION);
            push_number(&mut section, import.signature);
        }
        Ok(section)
    }

    /// The glue with the new names. Each stands at the beginning of a line, as the key of the function behind it.
    pub(super) fn rename(&self, glue: &str) -> Result<String> {
        let mut renamed = String::with_capacity(glue.len());
        let mut found = 0;
        for line in glue.lines() {
            let key = line.split_once(": ").map(|(key, function)| (key.trim_start(), function));
            let import = key.and_then(|(key, _)| self.0.iter().find(|import| import.name == key));
            if let (Some((_, function)), Some(import)) = (key, import) {
                found += 1;
                renamed.extend([&import.short, ": ", function]);
            } else {
                renamed.push_str(line);
            }
            renamed.push('\n');
        }
        if found != self.0.len() {
            bail!("the module imports {} functions and the glue has {found} of them", self.0.len());
        }
        Ok(renamed)
    }
}

/// `a` to `z`, then `aa`, `ba` and so on.
fn short_name(mut index: usize) -> String {
    let mut name = String::new();
    loop {
        name.extend(('a'..='z').nth(index % 26));
        if index < 26 {
            return name;
        }
        index = index / 26 - 1;
    }
}

/// Appends a number as WebAssembly writes it: seven bits to a byte (LEB128).
pub(super) fn push_number(bytes: &mut Vec<u8>, mut number: u32) {
    loop {
        let [low, ..] = number.to_le_bytes();
        number >>= 7;
        if number == 0 {
            return bytes.push(low);
        }
        bytes.push(low | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{Imports, push_number, short_name};

    /// One type, and two functions of that type imported from `m`.
    const MODULE: &[u8] = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02\x15\x02\x01m\x05set_1\0\0\x01m\x05get_2\0\0";

    #[test]
    fn module_and_glue_get_the_same_names() {
        let imports = Imports::of(MODULE).unwrap();
        assert_eq!(imports.section().unwrap(), b"\x02\x01m\x01a\0\0\x01m\x01b\0\0");
        let glue = "x = {\n    get_2: function(a) { get_2: 1 },\n    set_1: function() {},\n};\nother: 1\n";
        let renamed = "x = {\nb: function(a) { get_2: 1 },\na: function() {},\n};\nother: 1\n";
        assert_eq!(imports.rename(glue).unwrap(), renamed);
    }

    #[test]
    fn a_glue_that_does_not_belong_to_the_module_is_refused() {
        assert!(Imports::of(MODULE).unwrap().rename("set_1: function() {},\n").is_err());
    }

    #[test]
    fn no_name_comes_twice() {
        let names: HashSet<_> = (0..2000).map(short_name).collect();
        assert_eq!(names.len(), 2000);
        assert_eq!([0, 25, 26, 27, 701].map(short_name), ["a", "z", "aa", "ba", "zz"]);
    }

    #[test]
    fn numbers_take_as_many_bytes_as_they_need() {
        for (number, written) in [(0, &b"\0"[..]), (127, b"\x7f"), (128, b"\x80\x01"), (300, b"\xac\x02")] {
            let mut bytes = Vec::new();
            push_number(&mut bytes, number);
            assert_eq!(bytes, written, "{number}");
        }
    }
}
