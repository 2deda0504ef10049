//! Texts that have broken something somewhere.

/// What a text of this length breaks, a longer one seldom breaks otherwise.
const LONG: usize = 10_000;

/// The texts, none of them empty.
pub(super) fn texts() -> Vec<String> {
    let fixed = [
        // Quotes and escapes of JSON, shells, C and Rust.
        "\"",
        "\\",
        "\\\"",
        "'",
        "\\u0000",
        "\\n",
        "a\\",
        "$(id)`id`",
        // Control characters: NUL, bell, backspace, escape, delete, and line ends of three systems.
        "\0",
        "a\0b",
        "\u{1}\u{7}\u{8}\u{b}\u{c}\u{1b}[31m",
        "\u{7f}",
        "\u{80}\u{9f}",
        "line\r\nX-Injected: yes",
        "a\nb",
        "a\rb",
        "\u{2028}\u{2029}\u{85}",
        "\ttabs\t",
        // Unicode: alone what should combine, in the other direction, invisible, outside the first plane, not normal.
        "\u{301}",
        "e\u{301}é",
        "\u{202e}gnp.exe",
        "\u{2066}isolate\u{2069}",
        "zero\u{200b}\u{200d}\u{feff}width",
        "\u{feff}bom",
        "👩\u{200d}👩\u{200d}👧\u{200d}👦🏽",
        "𝔘𝔫𝔦\u{10ffff}\u{fffd}\u{fffe}",
        "İıſẞ",
        "ﬁ №",
        "日本語のパスワード",
        "العربية",
        // Looks like JSON, a number, nothing.
        r#"{"password":"other"}"#,
        "[1,2]",
        "null",
        "true",
        "0e0",
        "-0",
        "undefined",
        // Looks like a template, a query, markup, an address, a header.
        "{{7*7}}${7*7}<%= 7*7 %>%s%n",
        "'; DROP TABLE zstack_credential; --",
        "\" OR 1=1",
        "<script>alert(1)</script>&amp;",
        "]]><!--",
        "%00%0d%0a%2e%2e%2f%25",
        "../../etc/passwd",
        "a=b&c=d+e#f?g;h:i@j",
        "Basic YWRtaW46YWRtaW4=",
        "user:password",
        // Blanks that somebody might take away.
        " ",
        " leading",
        "trailing ",
        "  two  blanks  ",
        "\u{a0}no-break\u{a0}",
        "\u{3000}wide",
    ];
    let mut texts: Vec<String> = fixed.into_iter().map(str::to_owned).collect();
    texts.push("x".repeat(LONG));
    texts.push("\"".repeat(LONG));
    texts.push("🔑".repeat(LONG));
    texts.push((0..0x80_u8).map(char::from).collect());
    texts
}
