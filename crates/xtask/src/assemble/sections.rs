//! The sections of a WebAssembly module.

use anyhow::{Context as _, Result};
use wasmparser::{Parser, Payload};

use super::imports::push_number;

/// What becomes of a section.
pub(super) enum Section {
    /// It stays as it is.
    Kept,
    /// It is left out.
    LeftOut,
    /// This is its content.
    Replaced(Vec<u8>),
}

/// Writes a module again, with `decide` asked about each section.
pub(super) fn rewrite(module: &[u8], mut decide: impl FnMut(&Payload<'_>) -> Result<Section>) -> Result<Vec<u8>> {
    let mut written = Vec::with_capacity(module.len());
    let mut position = 0;
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload.context("the module is not valid WebAssembly")?;
        let (kind, end) = match &payload {
            Payload::Version { range, .. } => (None, range.end),
            // A function lies inside the code section, which was treated whole at its start.
            Payload::CodeSectionEntry(_) | Payload::End(_) => continue,
            payload => {
                let (kind, range) = payload.as_section().context("the module has a part of an unknown kind")?;
                (Some(kind), range.end)
            }
        };
        let end = usize::try_from(end)?;
        let section = module.get(position..end).context("the sections of the module overlap")?;
        match (kind, decide(&payload)?) {
            (_, Section::Kept) | (None, _) => written.extend_from_slice(section),
            (_, Section::LeftOut) => {}
            (Some(kind), Section::Replaced(content)) => {
                written.push(kind);
                push_number(&mut written, u32::try_from(content.len())?);
                written.extend(content);
            }
        }
        position = end;
    }
    Ok(written)
}
