//! Missions and programmes of the budget of chambers of commerce: law data (D.P.C.M. 12 December
//! 2012, D.M. 27 March 2013 and the ministry's notes on them).

use super::Body;

/// Missions and programmes of chambers of commerce, with the technical ones.
pub const PROGRAMMES: [(u32, u32); 9] = [
    (11, 5),
    (12, 4),
    (16, 5),
    (32, 2),
    (32, 3),
    (33, 1),
    (33, 2),
    (90, 1),
    (91, 1),
];

/// The first year in which programmes have the names of today: they changed with the ministry's
/// note of 9 June 2015.
pub const NAMED_SINCE: i16 = 2016;

/// The number of a mission or programme, with or without its name (`011`, `011 – Competitività e
/// sviluppo delle imprese`).
pub fn number_of(text: &str) -> Option<u32> {
    let text = text.trim();
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    let number = digits.parse().ok()?;
    let alone = rest
        .chars()
        .next()
        .is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '.' | ','));
    alone.then_some(number)
}

impl Body {
    /// Whether it is a chamber of commerce.
    pub fn is_chamber(&self) -> bool {
        let kind = self.kind.as_deref().unwrap_or_default().to_lowercase();
        kind.split(|c: char| !c.is_alphanumeric())
            .any(|word| word.starts_with("camer"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_may_have_its_name() {
        for (text, number) in [
            ("011", Some(11)),
            (" 11 ", Some(11)),
            ("011 – Competitività e sviluppo delle imprese", Some(11)),
            ("011: Competitività", Some(11)),
            ("011-005", Some(11)),
            ("011a", None),
            ("1.1", None),
            ("Competitività", None),
            ("", None),
            ("99999999999", None),
        ] {
            assert_eq!(number_of(text), number, "{text}");
        }
    }
}
