//! Takes comments and needless white space out of a style sheet, and nothing else: what is left weighs a few per cent
//! after compression, and a rewriting tool would be one more thing to trust.

/// Beside these, white space has no meaning in CSS.
const SEPARATORS: &str = "{};,";

/// The sheet without comments and without the white space that has no meaning. Strings stay as they are.
pub(crate) fn trim(sheet: &str) -> String {
    let mut trimmed = String::with_capacity(sheet.len());
    let mut has_gap = false;
    let mut rest = sheet;
    while let Some(character) = rest.chars().next() {
        if rest.starts_with("/*") {
            rest = rest.split_once("*/").map_or("", |(_, after)| after);
            has_gap = true;
        } else if character.is_ascii_whitespace() {
            rest = rest.trim_ascii_start();
            has_gap = true;
        } else {
            let has_separator = SEPARATORS.contains(character) || trimmed.ends_with(|last| SEPARATORS.contains(last));
            if has_gap && !has_separator && !trimmed.is_empty() {
                trimmed.push(' ');
            }
            has_gap = false;
            let (token, after) = rest.split_at(token_length(rest, character));
            trimmed.push_str(token);
            rest = after;
        }
    }
    trimmed
}

/// The length of the string that starts here, or of the one character.
fn token_length(rest: &str, first: char) -> usize {
    if first != '"' && first != '\'' {
        return first.len_utf8();
    }
    let mut is_escaped = false;
    for (position, character) in rest.char_indices().skip(1) {
        if character == first && !is_escaped {
            return position + character.len_utf8();
        }
        is_escaped = character == '\\' && !is_escaped;
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::trim;

    #[test]
    fn white_space_without_meaning_goes() {
        assert_eq!(trim("a > b ,\n  c {\n  color : red ;\n}\n\n\nd { }\n"), "a > b,c{color : red;}d{}");
    }

    #[test]
    fn white_space_with_meaning_stays() {
        assert_eq!(trim("a :hover { width: calc(1px  +  2px) }"), "a :hover{width: calc(1px + 2px)}");
        assert_eq!(trim("@media (a)  and (b) { }"), "@media (a) and (b){}");
    }

    #[test]
    fn comments_go_and_strings_stay() {
        assert_eq!(trim("/* a { */ b/* c */{ content: \"/* d */  \\\"  ;\" }"), "b{content: \"/* d */  \\\"  ;\"}");
    }
}
