//! Markup that runs a script where a text is taken for markup: each vector in each context, and in each disguise.

use super::{Text, each};

/// What a payload does when it runs. The tests look for the name on the page.
const RUN: &str = "PWNED=1";

/// Ways to run a script, each complete in itself; `!` stands for what runs.
const VECTORS: [&str; 30] = [
    "<script>!</script>",
    "<script src=//foreign.example/a.js></script>",
    "<img src=x onerror=!>",
    "<img src=//foreign.example/pixel>",
    "<svg onload=!>",
    "<svg><script>!</script></svg>",
    "<svg><animate onbegin=! attributeName=x dur=1s>",
    "<body onload=!>",
    "<iframe srcdoc='<script>parent.!</script>'></iframe>",
    "<iframe src='javascript:parent.!'></iframe>",
    "<a href='javascript:!' autofocus onfocus=!>x</a>",
    "<form action='javascript:!'><button>x</button></form>",
    "<button formaction='javascript:!' form=x>x</button>",
    "<input autofocus onfocus=!>",
    "<select autofocus onfocus=!></select>",
    "<textarea autofocus onfocus=!></textarea>",
    "<details open ontoggle=!>x</details>",
    "<video><source onerror=!></video>",
    "<audio src=x onerror=!></audio>",
    "<object data='javascript:!'></object>",
    "<embed src='javascript:!'>",
    "<marquee onstart=!>x</marquee>",
    "<math><mtext><option><style><img src=x onerror=!></style>",
    "<link rel=stylesheet href=//foreign.example/a.css>",
    "<style>@import '//foreign.example/a.css'; *{background:url('//foreign.example/b')}</style>",
    "<meta http-equiv=refresh content='0;url=javascript:!'>",
    "<base href=//foreign.example/>",
    "<template><script>!</script></template>",
    "<div style='animation-name:x' onanimationstart=!></div>",
    "<noscript><p title='</noscript><img src=x onerror=!>'></noscript>",
];

/// Where a text may be put without a thought: what closes the place before the vector, and opens it again behind it.
const CONTEXTS: [(&str, &str); 9] = [
    ("\">", ""),
    ("'>", ""),
    ("</textarea>", ""),
    ("</title></style>", ""),
    ("</script>", "<script>"),
    ("-->", "<!--"),
    ("]]>", "<![CDATA["),
    ("\" onpointerenter=\"PWNED=1\" x=\"", ""),
    ("`-alert(1)-`${", "}"),
];

/// Other spellings of a vector, which a filter may not know and a parser may.
const SPELLINGS: [fn(&str) -> String; 9] = [
    str::to_uppercase,
    |vector| vector.chars().enumerate().map(alternating).collect(),
    |vector| vector.replace('<', "&lt;").replace('>', "&gt;"),
    |vector| vector.replace('<', "&#x3c;").replace('>', "&#62"),
    |vector| vector.replace('<', "%3C").replace('>', "%3E").replace(' ', "%20"),
    |vector| vector.replace('<', "\\u003c").replace('>', "\\x3e"),
    |vector| vector.replace(' ', "/").replace('=', " =\n"),
    |vector| vector.replace('<', "+ADw-").replace('>', "+AD4-"),
    |vector| vector.replace("<s", "<\u{0}s").replace("on", "o\u{0}n"),
];

fn alternating((at, letter): (usize, char)) -> char {
    if at % 2 == 0 { letter.to_ascii_lowercase() } else { letter.to_ascii_uppercase() }
}

pub(super) fn texts() -> Vec<Text> {
    let vectors = VECTORS.map(|vector| vector.replace('!', RUN));
    let placed = |vector: &String| CONTEXTS.map(|(before, after)| [before, vector, after].concat());
    let spelt = |vector: &String| SPELLINGS.map(|spelling| spelling(vector));
    let all = vectors.iter().flat_map(|vector| [vec![vector.clone()], placed(vector).into(), spelt(vector).into()]);
    each("markup", all.flatten())
}
