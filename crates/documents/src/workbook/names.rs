//! Names of sheets as workbooks allow them.

use std::collections::HashSet;

/// The longest name of a sheet, in the units of UTF-16 that workbooks count.
const LONGEST: usize = 31;
/// Signs that no name may have.
const REFUSED: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];

/// The names given so far; capitals do not tell two apart.
#[derive(Default)]
pub(super) struct Names(HashSet<String>);

impl Names {
    /// A name like the one wanted that no other sheet has; `otherwise` with a number for nothing.
    pub fn unique(&mut self, wanted: &str, otherwise: &str) -> String {
        let wanted = allowed(wanted, LONGEST);
        let mut nth = 1;
        if !wanted.is_empty() && self.take(&wanted) {
            return wanted;
        }
        loop {
            let name = if wanted.is_empty() {
                let suffix = format!(" {nth}");
                allowed(otherwise, LONGEST - suffix.len()) + &suffix
            } else {
                let suffix = format!(" ({})", nth + 1);
                allowed(&wanted, LONGEST - suffix.len()) + &suffix
            };
            if self.take(&name) {
                return name;
            }
            nth += 1;
        }
    }

    fn take(&mut self, name: &str) -> bool {
        // Excel keeps this one for itself.
        name.to_lowercase() != "history" && self.0.insert(name.to_lowercase())
    }
}

/// A text as the name of a sheet: nothing refused, no quote at its ends, no longer than it may be.
fn allowed(text: &str, most: usize) -> String {
    let text: String = crate::docx::xml::clean(text)
        .chars()
        .map(|c| match c {
            '/' | '\\' | ':' => '-',
            c if c.is_whitespace() || REFUSED.contains(&c) => ' ',
            c => c,
        })
        .collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut units = 0;
    let kept: String = text
        .trim_matches('\'')
        .chars()
        .take_while(|c| {
            units += c.len_utf16();
            units <= most
        })
        .collect();
    kept.trim_matches(['\'', ' ']).to_owned()
}
