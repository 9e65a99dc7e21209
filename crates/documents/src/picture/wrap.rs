//! Texts broken into lines of a given width.

use super::measure::{Weight, character, own_width, widening};

/// What may stand in an XML text: control characters dropped, white space one blank.
pub(crate) fn plain(text: &str) -> String {
    start_of(text, usize::MAX).0
}

/// So many characters of what may stand in an XML text, and whether there are more.
fn start_of(text: &str, most: usize) -> (String, bool) {
    let (mut out, mut count, mut gap) = (String::new(), 0, false);
    for c in text.chars() {
        if c.is_whitespace() {
            gap = !out.is_empty();
        } else if !c.is_control() && !matches!(c, '\u{FFFE}' | '\u{FFFF}') {
            if count >= most {
                return (out, true);
            }
            if gap {
                out.push(' ');
                gap = false;
            }
            out.push(c);
            count += 1;
        }
    }
    (out, false)
}

/// How lines are set.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Setting {
    pub(crate) width: f64,
    pub(crate) size: f64,
    pub(crate) weight: Weight,
}

/// The text in lines no wider than the setting, at most so many; what is left out leaves an ellipsis.
pub(crate) fn wrap(text: &str, setting: Setting, most: usize) -> Vec<String> {
    let most = most.max(1);
    // The face's narrowest letters are wider than an eighth of its size: no more of them fit.
    let fit = (setting.width / setting.size * 8.0).clamp(1.0, 1e5) as usize;
    let (text, more) = start_of(text, (fit + 1).saturating_mul(most));
    let setting = Setting {
        width: setting.width / widening(&text, setting.weight),
        ..setting
    };
    let mut lines: Vec<String> = Vec::new();
    let (mut line, mut taken) = (String::new(), 0.0);
    let blank = character(' ', setting.size, setting.weight);
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        for (nth, piece) in pieces(word).enumerate() {
            let glue = nth == 0 && !line.is_empty();
            let wide = own_width(piece, setting.size, setting.weight);
            let needed = wide + if glue { blank } else { 0.0 };
            if taken + needed <= setting.width {
                if glue {
                    line.push(' ');
                }
                line.push_str(piece);
                taken += needed;
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            let mut rest = piece;
            taken = wide;
            while taken > setting.width && lines.len() <= most {
                let (head, tail) = broken(rest, setting);
                lines.push(head);
                rest = tail;
                taken = own_width(rest, setting.size, setting.weight);
            }
            line.push_str(rest);
            if lines.len() > most {
                return shortened(lines, setting, most, true);
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    let more = more || lines.len() > most;
    shortened(lines, setting, most, more)
}

/// The text on one line.
pub(crate) fn one_line(text: &str, setting: Setting) -> String {
    wrap(text, setting, 1).pop().unwrap_or_default()
}

/// A word, breakable behind a hyphen or a stroke between letters.
fn pieces(word: &str) -> impl Iterator<Item = &str> {
    let mut cuts = vec![0];
    let chars: Vec<(usize, char)> = word.char_indices().collect();
    for three in chars.windows(3) {
        let [(_, before), (_, here), (at, after)] = three else {
            continue;
        };
        if matches!(here, '-' | '/' | '–') && before.is_alphabetic() && after.is_alphabetic() {
            cuts.push(*at);
        }
    }
    cuts.push(word.len());
    (1..cuts.len()).map(move |i| &word[cuts[i - 1]..cuts[i]])
}

/// As much of a too long word as fits with a hyphen, broken before a consonant and its vowel where
/// one can, and the rest. At least one character goes.
fn broken(word: &str, setting: Setting) -> (String, &str) {
    let measured = |c| character(c, setting.size, setting.weight);
    let room = setting.width - measured('-');
    let (mut taken, mut end, mut syllable) = (0.0, 0, 0);
    let chars: Vec<(usize, char)> = word.char_indices().take(2_000).collect();
    for (n, &(at, c)) in chars.iter().enumerate() {
        if taken + measured(c) > room && n > 0 {
            break;
        }
        let follows = |k: usize| chars.get(n + k).map(|&(_, c)| c);
        let opens = !is_vowel(c) && follows(1).is_some_and(is_vowel);
        if n >= 3 && opens && is_vowel(chars[n - 1].1) && c.is_alphabetic() {
            syllable = at;
        }
        taken += measured(c);
        end = at + c.len_utf8();
    }
    let cut = if syllable > 0 { syllable } else { end };
    let mut head = word[..cut].to_owned();
    if head.ends_with(char::is_alphabetic) && cut < word.len() {
        head.push('-');
    }
    (head, &word[cut..])
}

fn is_vowel(c: char) -> bool {
    "aeiouàèéìòùAEIOUÀÈÉÌÒÙ".contains(c)
}

fn shortened(mut lines: Vec<String>, setting: Setting, most: usize, more: bool) -> Vec<String> {
    if more {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            while !last.is_empty()
                && own_width(last, setting.size, setting.weight)
                    + character('…', setting.size, setting.weight)
                    > setting.width
            {
                last.pop();
            }
            let kept = last.trim_end_matches([' ', ',', ';', ':', '-', '–', '(', '.', '…']);
            *last = format!("{kept}…");
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::super::measure::width;
    use super::*;
    use proptest::prelude::*;

    const NARROW: Setting = Setting {
        width: 60.0,
        size: 8.0,
        weight: Weight::Regular,
    };

    #[test]
    fn a_title_is_wrapped_between_words() {
        let lines = wrap("Semplificazione e innovazione dei processi", NARROW, 9);
        assert_eq!(lines, ["Semplificazione e", "innovazione dei", "processi"]);
    }

    #[test]
    fn a_long_title_says_that_it_goes_on() {
        let lines = wrap("Semplificazione e innovazione dei processi", NARROW, 2);
        assert_eq!(lines, ["Semplificazione e", "innovazione dei…"]);
    }

    #[test]
    fn a_long_word_is_broken_at_a_syllable() {
        let setting = Setting {
            width: 50.0,
            ..NARROW
        };
        let lines = wrap("internazionalizzazione", setting, 9);
        assert_eq!(lines, ["internaziona-", "lizzazione"]);
    }

    #[test]
    fn nothing_makes_no_line() {
        assert!(wrap(" \n\u{0}\u{7}", NARROW, 3).is_empty());
    }

    proptest! {
        #[test]
        fn every_line_fits(text in "\\PC{0,200}", width_ in 20.0..200.0_f64, most in 1_usize..6) {
            let setting = Setting { width: width_, ..NARROW };
            let lines = wrap(&text, setting, most);
            prop_assert!(lines.len() <= most);
            for line in &lines {
                prop_assert!(width(line, 8.0, Weight::Regular) <= width_ + 0.01, "{line}");
            }
        }

        #[test]
        fn nothing_is_lost_where_lines_are_many(text in "[a-zàè' /-]{0,80}") {
            let lines = wrap(&text, NARROW, 1000);
            let letters = |t: &str| t.chars().filter(|c| c.is_alphabetic()).collect::<String>();
            prop_assert_eq!(letters(&lines.concat()), letters(&text));
        }
    }
}
