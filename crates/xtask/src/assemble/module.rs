//! A WebAssembly module as it is shipped.

use anyhow::{Result, anyhow};
use wasm_encoder::reencode::{Reencode as _, RoundtripReencoder};
use wasmparser::{Parser, Payload};

use super::imports::Imports;
use super::sections::{Section, rewrite};

/// Gives the imports their short names and leaves out the sections that a browser ignores: function names, debug
/// information and the list of producers (C-07).
pub(super) fn shipped(module: &[u8], imports: &Imports<'_>) -> Result<Vec<u8>> {
    copy(module, Some(imports))
}

/// The same for a module that imports nothing from the glue, and whose numbers still take as many bytes as the linker
/// keeps free for any number.
pub(super) fn compact(module: &[u8]) -> Result<Vec<u8>> {
    let mut encoded = wasm_encoder::Module::new();
    RoundtripReencoder
        .parse_core_module(&mut encoded, Parser::new(0), module)
        .map_err(|error| anyhow!("the module cannot be written again: {error}"))?;
    copy(&encoded.finish(), None)
}

fn copy(module: &[u8], imports: Option<&Imports<'_>>) -> Result<Vec<u8>> {
    rewrite(module, |payload| match (payload, imports) {
        (Payload::CustomSection(_), _) => Ok(Section::LeftOut),
        (Payload::ImportSection(_), Some(imports)) => Ok(Section::Replaced(imports.section()?)),
        _ => Ok(Section::Kept),
    })
}

#[cfg(test)]
mod tests {
    use super::{compact, shipped};
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
    fn a_second_module_keeps_its_imports_and_its_numbers_become_short() {
        let padded = b"\x0a\x08\x01\x82\x80\x80\x80\0\0\x0b";
        let built = [HEADER, TYPES, LONG_IMPORT, FUNCTIONS, padded, CUSTOM].concat();
        assert_eq!(compact(&built).unwrap(), [HEADER, TYPES, LONG_IMPORT, FUNCTIONS, CODE].concat());
    }

    #[test]
    fn a_cut_module_is_refused() {
        let built = [HEADER, TYPES].concat();
        let imports = Imports::of(&built).unwrap();
        assert!(shipped(&built[..built.len() - 1], &imports).is_err());
    }
}
