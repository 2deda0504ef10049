//! What may not stand in the script: ways to turn a text into code or markup (C-12, M2).

use anyhow::{Result, bail};

const FORBIDDEN: [&str; 10] = [
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "setHTMLUnsafe",
    "parseFromString",
    "createContextualFragment",
    "document.write",
    "srcdoc",
    "new Function",
    "eval(",
];

/// Fails with the first line that contains one of them.
pub(crate) fn check(script: &str) -> Result<()> {
    for line in script.lines() {
        if let Some(found) = FORBIDDEN.iter().find(|word| contains_word(line, word)) {
            bail!("the script contains `{found}`, which the page's policy refuses: {line}");
        }
    }
    Ok(())
}

/// Whether `word` begins somewhere in `line` and not in the middle of another word (`retrieval(`).
fn contains_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(position, _)| {
        !line.get(..position).is_some_and(|before| before.ends_with(|last: char| last.is_alphanumeric() || last == '_'))
    })
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn ways_from_text_to_code_or_markup_are_refused() {
        for line in ["a.innerHTML = b;", "eval(a)", "new Function(a)", "document.write(a)", "a\n;window.eval(b)"] {
            assert!(check(line).is_err(), "{line}");
        }
    }

    #[test]
    fn words_that_only_look_like_them_are_not() {
        check("retrieval(a); interval(b); a.textContent = evaluate(b);").unwrap();
    }
}
