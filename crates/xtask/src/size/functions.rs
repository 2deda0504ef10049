//! The largest functions of the module: where to look when it grows.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

const SHOWN: usize = 10;

/// Longer names are generic types; their beginning says what they are.
const NAME_LENGTH: usize = 110;

/// A function of the module with the bytes of its body.
struct Function {
    name: String,
    bytes: usize,
}

/// Prints them from the copy of the module that still has names.
pub(super) fn print_largest(module: &Path) -> Result<()> {
    let content = fs::read(module).with_context(|| format!("cannot read {}", module.display()))?;
    let mut functions = functions(&content).with_context(|| format!("cannot parse {}", module.display()))?;
    functions.sort_by_key(|function| Reverse(function.bytes));
    println!("The largest of {} functions, in bytes before compression:", functions.len());
    for Function { name, bytes } in functions.iter().take(SHOWN) {
        let shown: String = name.chars().take(NAME_LENGTH).collect();
        println!("{bytes:>9} {shown}");
    }
    Ok(())
}

fn functions(module: &[u8]) -> Result<Vec<Function>> {
    let mut imported = 0_u32;
    let mut bodies = Vec::new();
    let mut names = HashMap::new();
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes().len()),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(subsections) = section.as_known() {
                    names = function_names(subsections)?;
                }
            }
            _ => {}
        }
    }
    let functions = (imported..).zip(bodies).map(|(index, bytes)| {
        let name = names.remove(&index).unwrap_or_else(|| format!("function {index}"));
        Function { name, bytes }
    });
    Ok(functions.collect())
}

fn function_names(subsections: wasmparser::NameSectionReader<'_>) -> Result<HashMap<u32, String>> {
    let mut names = HashMap::new();
    for subsection in subsections {
        if let Name::Function(functions) = subsection? {
            for naming in functions {
                let naming = naming?;
                names.insert(naming.index, naming.name.to_owned());
            }
        }
    }
    Ok(names)
}
