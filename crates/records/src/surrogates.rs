//! Escapes of half a character: `\ud800` without its other half. RFC 8259 lets a text hold them (section 8.2), and no
//! text of Unicode does.

use crate::wiped::Wiped;

/// What stands in the place of half a character, as an escape of the same length.
const REPLACEMENT: &[u8] = b"\\ufffd";

/// A JSON text with a replacement for each half of a character; nothing where there is none.
pub(crate) fn mended(text: &[u8]) -> Option<Wiped> {
    let mut mended = Wiped::default();
    let (mut rest, mut is_mended) = (text, false);
    while let Some(at) = rest.iter().position(|byte| *byte == b'\\') {
        let (before, escape) = rest.split_at_checked(at)?;
        mended.push(before);
        // An escape of two signs, one of six, or a pair of twelve.
        let length = match (unit(escape), escape.get(6..).and_then(unit)) {
            (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => 12,
            (Some(0xd800..=0xdfff), _) => {
                is_mended = true;
                mended.push(REPLACEMENT);
                rest = escape.get(6..)?;
                continue;
            }
            (Some(_), _) => 6,
            (None, _) => 2,
        };
        let (escape, after) = escape.split_at_checked(length)?;
        mended.push(escape);
        rest = after;
    }
    mended.push(rest);
    is_mended.then_some(mended)
}

/// The code of an escape such as `\ud83d`.
fn unit(escape: &[u8]) -> Option<u16> {
    let digits = escape.strip_prefix(b"\\u")?.get(..4)?;
    u16::from_str_radix(str::from_utf8(digits).ok()?, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::mended;

    #[test]
    fn half_a_character_is_replaced_and_a_whole_one_is_not() {
        for (text, expected) in [
            (r#""plain \n \u00fc \\ud800""#, None),
            (r#""\ud83d\udd11""#, None),
            (r#""\ud800""#, Some(r#""\ufffd""#)),
            (r#""\udc00\ud800""#, Some(r#""\ufffd\ufffd""#)),
            (r#""\ud800\ud83d\udd11""#, Some(r#""\ufffd\ud83d\udd11""#)),
            (r#""a\\\udfffb""#, Some(r#""a\\\ufffdb""#)),
            (r#""\uD800\u0041""#, Some(r#""\ufffd\u0041""#)),
        ] {
            let found = mended(text.as_bytes());
            assert_eq!(found.as_ref().map(|found| found.after(0)), expected.map(str::as_bytes), "{text}");
        }
    }
}
