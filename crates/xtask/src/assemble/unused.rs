//! What a package exports to JavaScript although nobody calls it.
//!
//! `wasm-streams`, which Leptos has for its server functions, exports three classes. An export keeps everything behind
//! it in the module: without these, the first form needs 4.7 kB less.

use anyhow::{Context as _, Result};
use wasm_encoder::reencode::{Reencode as _, RoundtripReencoder};
use wasm_encoder::{Encode as _, ExportSection};
use wasmparser::{CustomSectionReader, ExportSectionReader, Payload};

use super::imports::push_number;
use super::sections::{Section, rewrite};

/// How the names of the classes begin.
const CLASSES: &str = "IntoUnderlying";

/// The section in which packages describe to `wasm-bindgen` what they export: records of a version and a description,
/// each with its length before it.
const DESCRIPTIONS: &str = "__wasm_bindgen_unstable";

/// Takes the exports and their descriptions out of a module that `wasm-bindgen` has not seen yet.
pub(super) fn leave_out(module: &[u8]) -> Result<Vec<u8>> {
    rewrite(module, |payload| match payload {
        Payload::ExportSection(exports) => Ok(Section::Replaced(used_exports(exports.clone())?)),
        Payload::CustomSection(section) if section.name() == DESCRIPTIONS => {
            Ok(Section::Replaced(used_descriptions(section)?))
        }
        _ => Ok(Section::Kept),
    })
}

fn used_exports(exports: ExportSectionReader<'_>) -> Result<Vec<u8>> {
    // In the names of functions, those of classes are in lower case.
    let unused = CLASSES.to_ascii_lowercase();
    let mut kept = ExportSection::new();
    for export in exports {
        let export = export?;
        if !export.name.contains(&unused) {
            RoundtripReencoder.parse_export(&mut kept, export)?;
        }
    }
    let mut encoded = Vec::new();
    kept.encode(&mut encoded);
    // The encoder writes the length of the content first.
    let length = encoded.iter().position(|byte| byte & 0x80 == 0).context("a section has no length")?;
    Ok(encoded.split_off(length + 1))
}

fn used_descriptions(section: &CustomSectionReader<'_>) -> Result<Vec<u8>> {
    let mut kept = Vec::new();
    push_number(&mut kept, u32::try_from(section.name().len())?);
    kept.extend_from_slice(section.name().as_bytes());
    let mut rest = section.data();
    while !rest.is_empty() {
        let (_, after) = split_record(rest)?;
        let (description, after) = split_record(after)?;
        let (record, others) = rest.split_at(rest.len() - after.len());
        if !description.windows(CLASSES.len()).any(|window| window == CLASSES.as_bytes()) {
            kept.extend_from_slice(record);
        }
        rest = others;
    }
    Ok(kept)
}

/// What a length of four bytes announces, and what comes after it.
fn split_record(bytes: &[u8]) -> Result<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk().context("a description of an export has no length")?;
    let length = usize::try_from(u32::from_le_bytes(*length))?;
    rest.split_at_checked(length).context("a description of an export is cut off")
}

#[cfg(test)]
mod tests {
    use super::leave_out;

    const HEADER: &[u8] = b"\0asm\x01\0\0\0";
    const VERSION: &[u8] = b"\x02\0\0\0{}";

    fn descriptions(records: &[&[u8]]) -> Vec<u8> {
        let records: Vec<u8> = records
            .iter()
            .flat_map(|record| [VERSION, &u32::try_from(record.len()).unwrap().to_le_bytes(), record].concat())
            .collect();
        let content = [b"\x17__wasm_bindgen_unstable", records.as_slice()].concat();
        [&[0, u8::try_from(content.len()).unwrap()], content.as_slice()].concat()
    }

    #[test]
    fn unused_classes_go_and_the_rest_stays() {
        let exports = b"\x07\x20\x02\x05mount\0\x01\x14intounderlyingsink_x\0\x02";
        let module = [HEADER, exports, &descriptions(&[b"mount", b".IntoUnderlyingSink."])].concat();
        let expected = [HEADER, b"\x07\x09\x01\x05mount\0\x01", &descriptions(&[b"mount"])].concat();
        assert_eq!(leave_out(&module).unwrap(), expected);
    }

    #[test]
    fn descriptions_of_another_form_are_refused() {
        let mut module = [HEADER, &descriptions(&[b"mount"])].concat();
        let length = module.len() - 2;
        module.truncate(length);
        module[9] -= 2;
        assert!(leave_out(&module).is_err());
    }
}
