//! The WebAssembly module as it is shipped.

use anyhow::{Context as _, Result};
use wasmparser::{Parser, Payload};

use super::imports::{Imports, push_number};

/// How the module marks the section of its imports.
const IMPORT_SECTION: u8 = 2;

/// Gives the imports their short names and leaves out the sections that a browser ignores: function names, debug
/// information and the list of producers (C-07).
pub(super) fn shipped(module: &[u8], imports: &Imports<'_>) -> Result<Vec<u8>> {
    let mut kept = Vec::with_capacity(module.len());
    let mut position = 0;
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload.context("the module is not valid WebAssembly")?;
        let end = match &payload {
            Payload::Version { range, .. } => range.end,
            // A function lies inside the code section, which was kept whole at its start.
            Payload::CodeSectionEntry(_) | Payload::End(_) => continue,
            payload => payload.as_section().context("the module has a part of an unknown kind")?.1.end,
        };
        let section = module.get(position..end).context("the sections of the module overlap")?;
        match payload {
            Payload::CustomSection(_) => {}
            Payload::ImportSection(_) => {
                let renamed = imports.section()?;
                kept.push(IMPORT_SECTION);
                push_number(&mut kept, u32::try_from(renamed.len())?);
                kept.extend(renamed);
            }
            _ => kept.extend_from_slice(section),
        }
        position = end;
    }
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use super::shipped;
    use crate::assemble::imports::Imports;

    const HEADER: &[u8] = b"\0asm\x01\0\0\0";
    const CUSTOM: &[u8] = b"\0\x05\x04name";
    const TYPES: &[u8] = b"\x01\x04\x01\x60\0\0";
    const LONG_IMPORT: &[u8] = b"\x02\x0b\x01\x01m\x05set_1\0\0";
    const SHORT_IMPORT: &[u8] = b"\x02\x07\x01\x01m\x01a\0\0";
    const FUNCTIONS: &[u8] = b"\x03\x02\x01\0";
    const CODE: &[u8] = b"\x0a\x04\x01\x02\0\x0b";

    #[test]
    fn custom_sections_are_left_out_and_imports_renamed() {
        let built = [HEADER, CUSTOM, TYPES, CUSTOM, LONG_IMPORT, FUNCTIONS, CODE, CUSTOM].concat();
        let imports = Imports::of(&built).unwrap();
        let expected = [HEADER, TYPES, SHORT_IMPORT, FUNCTIONS, CODE].concat();
        assert_eq!(shipped(&built, &imports).unwrap(), expected);
    }

    #[test]
    fn a_cut_module_is_refused() {
        let built = [HEADER, TYPES].concat();
        let imports = Imports::of(&built).unwrap();
        assert!(shipped(&built[..built.len() - 1], &imports).is_err());
    }
}
