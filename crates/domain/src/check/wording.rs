//! Texts compared as people read them: without case, accents, spaces and marks.

use jiff::civil::Date;

/// Shows the words of a text one by one, in lower case without accents, until one is the one looked
/// for; what is neither letter nor digit parts them. Says whether it was found.
pub fn any_word(text: &str, mut is_it: impl FnMut(&str) -> bool) -> bool {
    let mut word = String::with_capacity(24);
    let mut ends = |word: &mut String| {
        let found = !word.is_empty() && is_it(word);
        word.clear();
        found
    };
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            word.push(c.to_ascii_lowercase());
        } else if c.is_ascii() {
            if ends(&mut word) {
                return true;
            }
        } else {
            for c in c.to_lowercase().map(unaccented) {
                if c.is_alphanumeric() {
                    word.push(c);
                } else if ends(&mut word) {
                    return true;
                }
            }
        }
    }
    ends(&mut word)
}

/// Words in lower case without accents. They stand one after the other in one text: rules that look
/// at every name of a plan would otherwise spend their time on a piece of memory for each word.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Words {
    text: String,
    ends: Vec<usize>,
}

impl Words {
    fn those(text: &str, wanted: impl Fn(&str) -> bool) -> Words {
        let mut words = Words {
            text: String::with_capacity(text.len()),
            ends: Vec::with_capacity(text.len() / 6 + 1),
        };
        any_word(text, |word| {
            if wanted(word) {
                words.push(word);
            }
            false
        });
        words
    }

    fn push(&mut self, word: &str) {
        if !self.ends.is_empty() {
            self.text.push(' ');
        }
        self.text.push_str(word);
        self.ends.push(self.text.len());
    }

    /// Those of them that are wanted.
    pub fn only(&self, wanted: impl Fn(&str) -> bool) -> Words {
        let mut only = Words::default();
        self.iter()
            .filter(|word| wanted(word))
            .for_each(|word| only.push(word));
        only
    }

    /// Those of them that say something, as [`content_words`] gives them.
    pub fn content(&self) -> Words {
        self.only(says_something)
    }

    /// One after the other.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &str> + Clone {
        (0..self.ends.len()).filter_map(|at| self.get(at))
    }

    /// The word at a position.
    pub fn get(&self, at: usize) -> Option<&str> {
        let end = *self.ends.get(at)?;
        let before = at.checked_sub(1).and_then(|before| self.ends.get(before));
        self.text.get(before.map_or(0, |end| end + 1)..end)
    }

    /// The first word.
    pub fn first(&self) -> Option<&str> {
        self.get(0)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Whether one of them is this one.
    pub fn contains(&self, word: &str) -> bool {
        self.iter().any(|w| w == word)
    }

    /// All of them with one space between each and the next.
    pub fn joined(&self) -> &str {
        &self.text
    }

    /// The first of them with one space between each and the next; none where there are not as many.
    pub fn beginning(&self, count: usize) -> Option<&str> {
        self.text.get(..*self.ends.get(count.checked_sub(1)?)?)
    }

    /// All of them, for whoever looks at several at a time.
    pub fn list(&self) -> Vec<&str> {
        let mut list = Vec::with_capacity(self.len());
        list.extend(self.iter());
        list
    }
}

/// The words of a text.
pub fn words(text: &str) -> Words {
    Words::those(text, |_| true)
}

/// The words that say something: articles, prepositions and conjunctions left out.
pub fn content_words(text: &str) -> Words {
    Words::those(text, says_something)
}

/// The word that a text begins with, as [`words`] gives it; empty where there is none.
pub fn first_word(text: &str) -> String {
    let mut first = String::new();
    any_word(text, |word| {
        first.push_str(word);
        true
    });
    first
}

fn says_something(word: &str) -> bool {
    word.len() > 1 && !is_small(word)
}

fn is_small(word: &str) -> bool {
    matches!(
        word,
        "il" | "lo"
            | "la"
            | "gli"
            | "le"
            | "un"
            | "uno"
            | "una"
            | "di"
            | "del"
            | "dello"
            | "della"
            | "dei"
            | "degli"
            | "delle"
            | "al"
            | "allo"
            | "alla"
            | "ai"
            | "agli"
            | "alle"
            | "da"
            | "dal"
            | "dallo"
            | "dalla"
            | "dai"
            | "dagli"
            | "dalle"
            | "in"
            | "nel"
            | "nello"
            | "nella"
            | "nei"
            | "negli"
            | "nelle"
            | "con"
            | "su"
            | "sul"
            | "sulla"
            | "sui"
            | "sulle"
            | "per"
            | "tra"
            | "fra"
            | "ed"
            | "od"
            | "dell"
            | "all"
    )
}

/// Whether two texts are the same once case, accents, spaces and marks are left aside.
pub fn same(one: &str, other: &str) -> bool {
    words(one) == words(other)
}

/// Whether a text, in lower case without accents, is one of these.
pub fn is_one_of(text: &str, of: &[&str]) -> bool {
    if text.is_ascii() {
        of.iter().any(|other| text.eq_ignore_ascii_case(other))
    } else {
        of.contains(&folded(text).as_str())
    }
}

/// Lower case, accents taken off Italian vowels.
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() {
            folded.push(c.to_ascii_lowercase());
        } else {
            folded.extend(c.to_lowercase().map(unaccented));
        }
    }
    folded
}

fn unaccented(c: char) -> char {
    match c {
        'à' | 'á' => 'a',
        'è' | 'é' => 'e',
        'ì' | 'í' => 'i',
        'ò' | 'ó' => 'o',
        'ù' | 'ú' => 'u',
        '’' | '‘' => '\'',
        c => c,
    }
}

/// Whether one of these words stands in the text, as a whole word.
pub fn has_word(text: &str, of: &[&str]) -> bool {
    any_word(text, |word| of.contains(&word))
}

/// Whether a word of the text begins with one of these.
pub fn has_beginning(text: &str, of: &[&str]) -> bool {
    any_word(text, |word| begins(word, of))
}

/// Whether a word begins with one of these.
pub fn begins(word: &str, with: &[&str]) -> bool {
    let first = word.bytes().next();
    // Most differ in the first letter, which is compared sooner than a text.
    with.iter()
        .any(|begin| begin.bytes().next() == first && word.starts_with(begin))
}

/// Whether a text writes a percentage: `%` or *per cento*.
pub fn says_percent(text: &str) -> bool {
    text.contains('%') || folded(text).contains("per cento")
}

/// Whether a word is a unit of time.
pub fn is_time(word: &str) -> bool {
    matches!(
        word,
        "gg" | "giorni"
            | "giorno"
            | "ore"
            | "ora"
            | "minuti"
            | "settimane"
            | "mesi"
            | "mese"
            | "settimana"
    )
}

/// Whether two units have a word in common: their first letters count, so that number and gender
/// do not.
pub fn same_unit(one: &str, other: &str) -> bool {
    let (one, other) = (content_words(one), content_words(other));
    if one.is_empty() || other.is_empty() {
        return true;
    }
    one.iter()
        .any(|a| other.iter().any(|b| stem(a) == stem(b) || both_days(a, b)))
}

fn both_days(one: &str, other: &str) -> bool {
    let day = |word: &str| word == "gg" || word.starts_with("giorn");
    day(one) && day(other)
}

/// The first letters of a word: what stays when number and gender change.
pub fn stem(word: &str) -> &str {
    let end = word.char_indices().nth(4).map_or(word.len(), |(at, _)| at);
    word.get(..end).unwrap_or(word)
}

/// Whether a word says growth (*incremento*) or decrease (*riduzione*): true for a decrease.
pub fn change(word: &str) -> Option<bool> {
    const UP: [&str; 3] = ["increment", "aument", "accresc"];
    const DOWN: [&str; 8] = [
        "riduzion",
        "ridurre",
        "riduc",
        "diminu",
        "decrement",
        "contrazion",
        "abbattiment",
        "risparmi",
    ];
    let begins = |stems: &[&str]| stems.iter().any(|s| word.starts_with(s));
    if begins(&UP) {
        Some(false)
    } else if begins(&DOWN) {
        Some(true)
    } else {
        None
    }
}

/// The change that a name is about: *% riduzione delle…*, *incremento delle…*; true for a decrease.
/// A change that only stands somewhere in it counts where it says *rispetto a*.
pub fn names_change(name: &str) -> Option<bool> {
    // What follows a colon is what is measured: *riduzione dei tempi: % di pratiche entro 5 giorni*.
    let measured = name.rsplit(':').find(|part| !part.trim().is_empty());
    let words = words(measured.unwrap_or_default());
    let compares = words.contains("rispetto");
    words
        .iter()
        .filter(|w| !matches!(*w, "percentuale" | "percentuali" | "di" | "tasso" | "n"))
        .take(if compares { usize::MAX } else { 2 })
        .find_map(change)
}

/// Whether a name counts things: *N. imprese*, *Numero di eventi*.
pub fn counts(name: &str) -> bool {
    matches!(
        first_word(name).as_str(),
        "n" | "nr" | "num" | "numero" | "nro"
    )
}

/// Whether a text names a share, a rate or a mean: what a percentage may be of.
pub fn names_ratio(text: &str) -> bool {
    says_percent(text)
        || text.contains('/')
        || text.contains('÷')
        || has_beginning(
            text,
            &[
                "percentual",
                "quota",
                "quote",
                "tass",
                "indic",
                "rapport",
                "incidenz",
                "grado",
                "livell",
                "gradiment",
                "soddisf",
                "satisf",
                "total",
                "rispett",
                "medi",
                "frazion",
                "frac",
                "utilizz",
                "copertur",
                "increment",
                "aument",
                "riduzion",
                "variazion",
                "scostament",
                "risparmi",
                "diminu",
            ],
        )
}

/// Whether a text stands for no value of before: a dash, `//`, *nessuno*, *nuova attività*.
pub fn says_nothing_before(text: &str) -> bool {
    let words = words(text);
    let first = words.first().unwrap_or_default();
    first.is_empty()
        || first.starts_with("nessun")
        || first.starts_with("nuov")
        || matches!(first, "non" | "assente" | "mancante")
        || says_not_available(text)
}

/// `ND`, `n.d.`, `n/a`: there may be a value, but it is not known.
pub fn says_not_available(text: &str) -> bool {
    matches!(words(text).list().concat().as_str(), "nd" | "na" | "np")
}

/// Whether a name is that of a share of a whole: *% di …*, *Percentuale di …*, *Quota di …*.
pub fn names_share(name: &str) -> bool {
    let first = first_word(name);
    let share = name.trim_start().starts_with('%')
        || first.starts_with("percentual")
        || first.starts_with("quot");
    share && names_change(name).is_none() && !has_word(name, &["rispetto"])
}

/// Whether a word is a participle such as *pervenute*, *evasi*, *emesso*: what follows qualifies it.
pub fn is_participle(word: &str) -> bool {
    let word = folded(word);
    let Some(stem) = word.strip_suffix(['o', 'a', 'i', 'e']) else {
        return false;
    };
    stem.len() > 3
        && ["at", "ut", "it", "es", "st", "as", "ss"]
            .iter()
            .any(|s| stem.ends_with(s))
}

/// The years that a text names: `2024`, `2023/2024`, and those of dates (`31/12/23`); the years of
/// acts and standards (`D.P.R. 160/2012`, `ISO 9001:2015`) are left out.
pub fn years(text: &str) -> Vec<i16> {
    let bytes = text.as_bytes();
    let mut runs: Vec<(usize, usize)> = Vec::new();
    let mut start = None;
    for (i, byte) in bytes.iter().chain(std::iter::once(&b' ')).enumerate() {
        match (byte.is_ascii_digit(), start) {
            (true, None) => start = Some(i),
            (false, Some(from)) => {
                runs.push((from, i));
                start = None;
            }
            _ => {}
        }
    }
    let number = |i: usize| -> Option<(usize, i16)> {
        let (from, to) = *runs.get(i)?;
        let digits = text.get(from..to)?;
        Some((digits.len(), digits.parse().ok()?))
    };
    let is_year =
        |i: usize| number(i).is_some_and(|(len, n)| len == 4 && (1950..2100).contains(&n));
    // The one mark between a run of digits and the one before it.
    let joint = |i: usize| -> Option<u8> {
        let (_, to) = *runs.get(i.checked_sub(1)?)?;
        let (from, _) = *runs.get(i)?;
        let mark = *bytes.get(to)?;
        (from == to + 1 && b"/.-:".contains(&mark)).then_some(mark)
    };
    let mut years = Vec::new();
    for i in 0..runs.len() {
        let Some((len, n)) = number(i) else { continue };
        let inside_date = joint(i).is_some() && i > 1 && joint(i - 1).is_some();
        if len == 2 && inside_date && joint(i + 1).is_none() && !is_year(i - 2) {
            years.push(2000 + n);
        } else if is_year(i) {
            let named = match (joint(i), joint(i + 1)) {
                (Some(b':'), _) => false,
                (Some(_), _) => inside_date || is_year(i - 1),
                (None, Some(_)) => is_year(i + 1) || joint(i + 2).is_some(),
                (None, None) => true,
            };
            if named {
                years.push(n);
            }
        }
    }
    years
}

/// Whether a text names a whole of which something is a part: a fraction bar, *sul totale*,
/// *percentuale*, *denominatore*.
pub fn is_ratio(text: &str) -> bool {
    const OVER: [&str; 9] = [
        "su", "sul", "sui", "sulle", "sugli", "rispetto", "diviso", "rapporto", "100",
    ];
    text.contains(['/', '%', '÷', '⁄'])
        || text.contains(" : ")
        || text.contains("frac")
        || has_word(text, &OVER)
        || names_a_whole(text)
}

/// The same in words only: a bar may also stand for "or" (*eventi/pillole*).
pub fn names_a_whole(text: &str) -> bool {
    let text = words(text);
    [
        "sul totale",
        "su totale",
        "rispetto al totale",
        "rapporto tra",
        "rapporto fra",
        "denominatore",
    ]
    .iter()
    .any(|mark| text.joined().contains(mark))
        || text
            .iter()
            .any(|word| begins(word, &["percentual", "incidenz"]))
}

/// Whether a name counts something of which less is better, though it does not say so: complaints,
/// expenses, arrears.
pub fn names_burden(name: &str) -> bool {
    const STEMS: [&str; 24] = [
        "reclam",
        "contenzios",
        "ritard",
        "sospes",
        "scart",
        "infortun",
        "assenz",
        "irregolar",
        "debit",
        "arretrat",
        "disserviz",
        "interruzion",
        "rifiut",
        "spes",
        "pendent",
        "giacenz",
        "insolut",
        "emission",
        "durat",
        "attes",
        "carta",
        "ricors",
        "segnalazion",
        "rilievi",
    ];
    let measured = name.rsplit(':').find(|part| !part.trim().is_empty());
    content_words(measured.unwrap_or_default())
        .iter()
        .filter(|w| !matches!(*w, "nr" | "num" | "numero" | "percentuale" | "tasso"))
        .take(2)
        .any(|w| begins(w, &STEMS))
}

/// The days that a text names in figures (`1/7/2026`, `30.4.26`), each with the words before it.
pub fn days(text: &str) -> Vec<(Date, Vec<String>)> {
    let mut days = Vec::new();
    let mut before: Vec<String> = Vec::new();
    // What stands before the next day, should there be one.
    let mut passed: Vec<&str> = Vec::new();
    for word in text.split_whitespace() {
        let bare = word.trim_matches(|c: char| !c.is_ascii_digit());
        let mut parts = bare.split(['/', '.', '-']);
        if let (Some(day), Some(month), Some(year), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
            && let (Ok(day), Ok(month), Ok(year)) =
                (day.parse(), month.parse(), year.parse::<i16>())
            && let Ok(date) = Date::new(if year < 100 { 2000 + year } else { year }, month, day)
        {
            for word in passed.drain(..) {
                before.extend(words(word).iter().map(str::to_owned));
            }
            // What was said long before does not concern the day.
            before.drain(..before.len().saturating_sub(12));
            days.push((date, before.clone()));
        }
        passed.push(word);
    }
    days
}

/// Beginnings of words that say that something was done.
pub const DONE: [&str; 12] = [
    "approvat",
    "adottat",
    "stipulat",
    "firmat",
    "sottoscritt",
    "pubblicat",
    "avviat",
    "iniziat",
    "conclus",
    "affidat",
    "nominat",
    "inaugurat",
];

#[cfg(test)]
mod tests {
    use super::{days, is_ratio, years};

    #[test]
    fn years_are_those_of_time_not_of_acts() {
        for (text, expected) in [
            (
                "nel corso del 2023*100/imprese al 31/12/22",
                vec![2023, 2022],
            ),
            ("mandati 2023/2024", vec![2023, 2024]),
            ("anno 2023: 2.036 / anno 2022: 1.519", vec![2023, 2022]),
            ("al 2024-06-30", vec![2024]),
            ("D.P.R. 160/2012, UE 2016/679, ISO 9001:2015", vec![]),
            ("10.000 imprese, 1.771 e 612.863,80", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(years(text), expected, "{text}");
        }
    }

    #[test]
    fn days_come_with_the_words_before_them() {
        let found = days("I lavori sono iniziati il 1/7/2024, fine il 30.4.25.");
        let said: Vec<String> = found.iter().map(|(day, _)| day.to_string()).collect();
        assert_eq!(said, ["2024-07-01", "2025-04-30"]);
        assert!(
            found
                .iter()
                .all(|(_, before)| before.iter().any(|w| w == "iniziati"))
        );
        assert!(days("99/99/9999 e 1/2").is_empty());
    }

    #[test]
    fn a_ratio_names_a_whole() {
        assert!(is_ratio("domande istruite / domande pervenute"));
        assert!(is_ratio("n. domande istruite su n. domande pervenute"));
        assert!(!is_ratio("conteggio pagamenti"));
    }
}
