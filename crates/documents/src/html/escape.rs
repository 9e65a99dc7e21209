//! Texts as they stand in HTML, in its attributes and in its styles.

/// Whether HTML may hold the character: the rest is invisible, or forbidden in XML too.
fn is_kept(c: char) -> bool {
    let is_nothing = matches!(c, '\u{fdd0}'..='\u{fdef}') || u32::from(c) & 0xfffe == 0xfffe;
    !is_nothing && (!c.is_control() || c == '\n' || c == '\t')
}

/// A text between tags or in a quoted attribute.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(|&c| is_kept(c)) {
        push(c, &mut out);
    }
    out
}

fn push(c: char, out: &mut String) {
    match c {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '"' => out.push_str("&quot;"),
        '\'' => out.push_str("&#39;"),
        c => out.push(c),
    }
}

/// Letters in a row that a column must hold without a break.
pub(super) const LONGEST_WORD: usize = 22;

/// The same, with places to break inside words that would make a table too wide. Nothing of the
/// text changes: who copies or searches it finds it as it was.
pub(super) fn breakable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_inclusive(char::is_whitespace) {
        let long = word.chars().nth(LONGEST_WORD).is_some();
        for (i, c) in word.chars().filter(|&c| is_kept(c)).enumerate() {
            if long && i > 0 && i % (LONGEST_WORD / 2) == 0 && c.is_alphanumeric() {
                out.push_str("<wbr/>");
            }
            push(c, &mut out);
        }
    }
    out
}

/// A quoted text of CSS, which nothing in it can end.
pub(super) fn quoted_in_css(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars().filter(|&c| is_kept(c)) {
        if c.is_ascii() && !c.is_ascii_alphanumeric() && c != ' ' {
            out.push_str(&format!("\\{:x} ", u32::from(c)));
        } else {
            out.push(c);
        }
    }
    out.push('"');
    out
}

/// Bytes as a `data:` address.
pub(super) fn data_address(kind: &str, bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = format!("data:{kind};base64,");
    out.reserve(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let bits = (0..3).fold(0_u32, |bits, i| {
            bits << 8 | u32::from(three.get(i).copied().unwrap_or(0))
        });
        for i in 0..4_usize {
            if i <= three.len() {
                let at = bits >> (18 - 6 * i) & 63;
                out.push(char::from(LETTERS[at as usize]));
            } else {
                out.push('=');
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_text_is_markup() {
        assert_eq!(
            escaped("<a b='c' d=\"e\">&\u{0}\u{1b}\u{85}\u{ffff}\n\té"),
            "&lt;a b=&#39;c&#39; d=&quot;e&quot;&gt;&amp;\n\té"
        );
    }

    #[test]
    fn nothing_ends_a_text_of_css() {
        assert_eq!(
            quoted_in_css("a\"</style>\\\u{0}\n"),
            "\"a\\22 \\3c \\2f style\\3e \\5c \\a \""
        );
    }

    #[test]
    fn only_long_words_may_break() {
        assert_eq!(breakable("una parola <breve>"), "una parola &lt;breve&gt;");
        let long = "a".repeat(30);
        assert_eq!(breakable(&long).replace("<wbr/>", ""), long);
        assert_eq!(breakable(&long).matches("<wbr/>").count(), 2);
    }

    #[test]
    fn data_addresses_are_base64() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foobar", "Zm9vYmFy"),
        ] {
            let address = data_address("text/plain", bytes.as_bytes());
            assert_eq!(address, format!("data:text/plain;base64,{text}"));
        }
    }
}
