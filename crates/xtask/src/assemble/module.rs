//! The WebAssembly module as it is shipped.

use anyhow::{Context as _, Result};
use wasmparser::{Parser, Payload};

/// Leaves out the sections that a browser ignores: function names, debug information and the list of producers (C-07).
pub(super) fn without_custom_sections(module: &[u8]) -> Result<Vec<u8>> {
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
        if !matches!(payload, Payload::CustomSection(_)) {
            kept.extend_from_slice(section);
        }
        position = end;
    }
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use super::without_custom_sections;

    const HEADER: &[u8] = b"\0asm\x01\0\0\0";
    const CUSTOM: &[u8] = b"\0\x05\x04name";
    const TYPES: &[u8] = b"\x01\x04\x01\x60\0\0";
    const FUNCTIONS: &[u8] = b"\x03\x02\x01\0";
    const CODE: &[u8] = b"\x0a\x04\x01\x02\0\x0b";

    #[test]
    fn only_custom_sections_are_left_out() {
        let built = [HEADER, CUSTOM, TYPES, CUSTOM, FUNCTIONS, CODE, CUSTOM].concat();
        assert_eq!(without_custom_sections(&built).unwrap(), [HEADER, TYPES, FUNCTIONS, CODE].concat());
    }

    #[test]
    fn a_cut_module_is_refused() {
        let built = [HEADER, TYPES].concat();
        assert!(without_custom_sections(&built[..built.len() - 1]).is_err());
    }
}
