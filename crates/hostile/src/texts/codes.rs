//! Characters that are no letters: controls, what cannot be seen, what turns the text, what stands on others.

use super::{Text, each};

/// Characters that Unicode lets a program leave out when it draws, or that turn the text around them, one of each kind.
const HIDDEN: [char; 47] = [
    '\u{ad}',
    '\u{34f}',
    '\u{61c}',
    '\u{115f}',
    '\u{1160}',
    '\u{17b4}',
    '\u{180b}',
    '\u{180e}',
    '\u{200b}',
    '\u{200c}',
    '\u{200d}',
    '\u{200e}',
    '\u{200f}',
    '\u{2028}',
    '\u{2029}',
    '\u{202a}',
    '\u{202b}',
    '\u{202c}',
    '\u{202d}',
    '\u{202e}',
    '\u{2060}',
    '\u{2061}',
    '\u{2064}',
    '\u{2065}',
    '\u{2066}',
    '\u{2067}',
    '\u{2068}',
    '\u{2069}',
    '\u{206a}',
    '\u{206f}',
    '\u{2800}',
    '\u{3164}',
    '\u{fe00}',
    '\u{fe0f}',
    '\u{feff}',
    '\u{ffa0}',
    '\u{fff9}',
    '\u{fffa}',
    '\u{fffb}',
    '\u{1bca0}',
    '\u{1d173}',
    '\u{e0001}',
    '\u{e0020}',
    '\u{e0041}',
    '\u{e007f}',
    '\u{e0100}',
    '\u{e0fff}',
];

const TURNED: &[&str] = &[
    "\u{202e}resu-ipa",
    "invoice\u{202e}gpj.exe",
    "\u{2066}isolated",
    "\u{2067}\u{202e}deep\u{2069}",
    "pop\u{202c}\u{202c}\u{2069}",
    "\u{200f}.\u{200e}.",
    "a\u{2028}b\u{2029}c",
    "null\u{0}cut",
    "\u{1b}[31mred\u{1b}[0m",
    "\u{1b}]0;title\u{7}",
    "\u{8}\u{8}\u{8}root",
    "bell\u{7}",
    "line\r\nSet-Cookie: a=b",
    "line\nline",
    "line\rline",
    "\u{85}next",
    "\ttab\t",
    "vertical\u{b}form\u{c}",
];

pub(super) fn texts() -> Vec<Text> {
    let controls = (0..0x20).chain(0x7f..0xa0).filter_map(char::from_u32);
    let within = |character: char| format!("api{character}user");
    let tags: String = "tagged".chars().filter_map(|letter| char::from_u32(0xe0000 + u32::from(letter))).collect();
    let combining: String = ('\u{300}'..='\u{36f}').collect();
    let stacked = [
        format!("z{combining}"),
        format!("{combining}alone"),
        "e\u{301}".to_owned(),
        "Z\u{351}\u{36b}\u{343}\u{36a}\u{302}\u{36b}\u{33d}\u{34f}\u{334}a\u{334}l".to_owned(),
        "a\u{20dd}b\u{20e3}".to_owned(),
        "\u{fe20}x\u{fe21}".to_owned(),
    ];
    [
        each("controls", controls.map(within)),
        each("hidden", HIDDEN.map(within)),
        each("hidden", HIDDEN.map(String::from)),
        each("turning", TURNED.iter().copied()),
        each("tags", [format!("user{tags}"), tags]),
        each("stacked", stacked),
        each("written escapes", ["\\u{202e}", "\\u202e", "&#x202e;", "%E2%80%AE", "a\\u{200b}b", "\\", "\\\\u{0}"]),
    ]
    .concat()
}
