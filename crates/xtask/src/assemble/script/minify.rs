//! A script as short as it gets: no comments, short names, nothing that is never used.

use anyhow::{Result, bail};
use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_minifier::{Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_span::SourceType;

/// Asks the browser to compile all of a script while it arrives: most of its functions are called for the first form,
/// and each would be compiled by itself when it is, while somebody waits. Chromium knows it since 136 ("explicit compile
/// hints"); elsewhere it is a comment.
const COMPILE_ALL: &str = "//# allFunctionsCalledOnLoad\n";

/// Writes a module again. Names of properties stay: the program, the page and its tests know them.
///
/// # Errors
/// What is no JavaScript, with the place of the first error.
pub(crate) fn minify(script: &str) -> Result<String> {
    let allocator = Allocator::default();
    let mut parsed = Parser::new(&allocator, script, SourceType::mjs()).parse();
    if let Some(error) = parsed.diagnostics.into_iter().next() {
        let start = error.labels.first().map_or(0, |label| label.span().start);
        let before = script.get(..usize::try_from(start)?).unwrap_or_default();
        let line = script.lines().nth(before.matches('\n').count()).unwrap_or_default();
        bail!("the script is no JavaScript: {error}: {line}");
    }
    let minified = Minifier::new(MinifierOptions::default()).minify(&allocator, &mut parsed.program);
    let printer = Codegen::new().with_options(CodegenOptions::minify()).with_scoping(minified.scoping);
    Ok([COMPILE_ALL, &printer.build(&parsed.program).code].concat())
}

#[cfg(test)]
mod tests {
    use super::minify;

    #[test]
    fn comments_long_names_and_what_is_unused_go() {
        let script = "/** Why. */\nfunction greet(person) {\n  // Why.\n  return person.fullName;\n}\n\
            function unused() {}\nwindow.greeting = greet(document);\nwindow.other = greet(window);\n";
        assert_eq!(
            minify(script).unwrap(),
            "//# allFunctionsCalledOnLoad\nfunction e(e){return e.fullName}window.greeting=e(document),window.other=e(window);"
        );
    }

    #[test]
    fn what_is_no_script_is_refused_with_its_place() {
        let error = minify("const a = 1;\nconst b = ;\n").unwrap_err().to_string();
        assert!(error.contains("const b = ;"), "{error}");
    }
}
