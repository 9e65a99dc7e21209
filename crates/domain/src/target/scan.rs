//! Text into tokens: the forms in which people write numbers, dates, signs and comparators
//! (scoring.md §1, *Numbers*). What the tokens mean together is for the other files to say.

use jiff::civil::Date;

use super::day::{self, Dated};
use super::quantity::{self, Numeral};

/// Longest text that is read as a value. No cell of a plan is longer; a longer one is prose.
const LONGEST: usize = 16 * 1024;

/// A comparator, written as a sign or in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Comparison {
    AtLeast,
    AtMost,
    /// Strictly more.
    Above,
    /// Strictly less.
    Below,
    Equal,
    About,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    Number(Numeral),
    Date(Date),
    /// Two plain numbers with a slash: a day and month, a share, an act and its year.
    Pair(u32, u32),
    /// Digits that make no number: `1.1.1`, `1,234.56`, `3D2`.
    Code,
    Word,
    Comparison(Comparison),
    Percent,
    Currency,
    Plus,
    /// Hyphen or dash, of which only a minus sign (U+2212) is surely a sign.
    Dash {
        minus: bool,
    },
    PlusMinus,
    Slash,
    Slashes,
    Dots,
    Dot,
    Comma,
    Semicolon,
    Colon,
    Open,
    Close,
    Degree,
    Other,
}

#[derive(Clone, Debug)]
pub(super) struct Token {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
    /// White space stands before it.
    pub spaced: bool,
    /// It stands in parentheses.
    pub inside: bool,
    /// A word written with an accent, or an apostrophe in its place (`sì`, `SI'`).
    pub accented: bool,
    folded: (usize, usize),
}

/// A text with its tokens.
pub(super) struct Text<'t> {
    pub raw: &'t str,
    pub tokens: Vec<Token>,
    /// Words in small letters without accents, one after the other.
    folded: String,
    /// It is too long to be a value.
    pub prose: bool,
}

impl<'t> Text<'t> {
    pub fn of(raw: &'t str) -> Self {
        let raw = raw.trim();
        let prose = raw.len() > LONGEST;
        let mut scanner = Scanner {
            raw,
            at: 0,
            text: Text {
                raw,
                tokens: Vec::with_capacity(12),
                folded: String::with_capacity(if prose { 0 } else { raw.len() }),
                prose,
            },
            spaced: false,
            opens: Vec::new(),
        };
        if !prose {
            scanner.run();
            scanner.close();
        }
        scanner.text
    }

    pub fn kind(&self, i: usize) -> Option<&Kind> {
        self.tokens.get(i).map(|t| &t.kind)
    }

    /// The word at `i` in small letters without accents; empty for anything else.
    pub fn word(&self, i: usize) -> &str {
        match self.tokens.get(i) {
            Some(t) if matches!(t.kind, Kind::Word) => &self.folded[t.folded.0..t.folded.1],
            _ => "",
        }
    }

    /// Whether the words from `i` on are these.
    pub fn says(&self, i: usize, words: &[&str]) -> bool {
        words
            .iter()
            .enumerate()
            .all(|(n, w)| self.word(i + n) == *w)
    }

    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    pub fn number(&self, i: usize) -> Option<&Numeral> {
        match self.kind(i) {
            Some(Kind::Number(n)) => Some(n),
            _ => None,
        }
    }

    /// Whether nothing but punctuation stands at `i` and after it.
    pub fn ends(&self, i: usize) -> bool {
        self.tokens[i.min(self.len())..].iter().all(|t| {
            matches!(
                t.kind,
                Kind::Dot | Kind::Comma | Kind::Semicolon | Kind::Colon | Kind::Other | Kind::Dots
            )
        })
    }

    /// Whether there is a word.
    pub fn has_words(&self) -> bool {
        self.tokens.iter().any(|t| matches!(t.kind, Kind::Word))
    }
}

/// The small letter without accent of a letter; several letters never fold into one word apart.
fn fold(c: char) -> char {
    match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        'à' | 'á' | 'À' | 'Á' | 'â' | 'Â' => 'a',
        'è' | 'é' | 'È' | 'É' | 'ê' | 'Ê' => 'e',
        'ì' | 'í' | 'Ì' | 'Í' | 'î' | 'Î' => 'i',
        'ò' | 'ó' | 'Ò' | 'Ó' | 'ô' | 'Ô' => 'o',
        'ù' | 'ú' | 'Ù' | 'Ú' | 'û' | 'Û' => 'u',
        _ => c,
    }
}

/// Words from which a number may follow without a space (`almeno12.000`, `N100`, `€5`).
fn splits_before_digits(word: &str) -> bool {
    matches!(
        word,
        "almeno"
            | "minimo"
            | "min"
            | "massimo"
            | "max"
            | "entro"
            | "oltre"
            | "circa"
            | "fino"
            | "tra"
            | "fra"
            | "da"
            | "a"
            | "al"
            | "di"
            | "del"
            | "n"
            | "nr"
            | "num"
            | "numero"
            | "totale"
            | "euro"
            | "eur"
            | "kwh"
    )
}

struct Scanner<'t> {
    raw: &'t str,
    at: usize,
    text: Text<'t>,
    spaced: bool,
    /// Positions of the parentheses open so far.
    opens: Vec<usize>,
}

impl Scanner<'_> {
    fn run(&mut self) {
        while let Some(c) = self.raw[self.at..].chars().next() {
            match c {
                '0'..='9' => self.numeral(),
                '.' | ',' if self.opens_fraction() => self.code(),
                c if c.is_alphabetic() => self.word(),
                c if c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{ad}') => {
                    self.at += c.len_utf8();
                    self.spaced = true;
                }
                // An apostrophe parts words and says nothing, unless it is an accent.
                '\'' | '\u{2019}' | '\u{2018}' | '`' | '\u{b4}' => self.apostrophe(c),
                _ => self.sign(c),
            }
        }
    }

    fn peek(&self, offset: usize) -> Option<char> {
        self.raw.get(self.at + offset..)?.chars().next()
    }

    fn push(&mut self, kind: Kind, len: usize) {
        let here = self.text.folded.len();
        self.push_folded(kind, len, (here, here), false);
    }

    fn push_folded(&mut self, kind: Kind, len: usize, folded: (usize, usize), accented: bool) {
        let (start, end) = (self.at, self.at + len);
        let inside = !self.opens.is_empty();
        self.text.tokens.push(Token {
            kind,
            start,
            end,
            spaced: self.spaced || start == 0,
            inside,
            accented,
            folded,
        });
        self.at = end;
        self.spaced = false;
    }

    /// `.5`, `,5` at the start of a word: digits of which the whole part was lost.
    fn opens_fraction(&self) -> bool {
        let fresh = self.spaced || self.at == 0;
        fresh && self.peek(1).is_some_and(|c| c.is_ascii_digit())
    }

    fn code(&mut self) {
        let len = self.raw[self.at..]
            .find(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | ','))
            .unwrap_or(self.raw.len() - self.at);
        self.push(Kind::Code, len);
    }

    fn numeral(&mut self) {
        let rest = &self.raw[self.at..];
        if let Some((len, dated)) = day::scan(rest) {
            let kind = match dated {
                Dated::Day(date) => Kind::Date(date),
                Dated::Pair(a, b) => Kind::Pair(a, b),
                Dated::Unclear => Kind::Code,
            };
            self.push(kind, len);
            return;
        }
        let (len, numeral) = quantity::scan(rest);
        // `3D2`, `1e5` are codes; `14gg` is a number and its unit.
        let tail = &rest[len..];
        let letters = tail
            .find(|c: char| !c.is_alphanumeric())
            .unwrap_or(tail.len());
        if tail[..letters].bytes().any(|b| b.is_ascii_digit()) {
            self.push(Kind::Code, len + letters);
            return;
        }
        self.push(numeral.map_or(Kind::Code, Kind::Number), len);
    }

    fn word(&mut self) {
        let rest = &self.raw[self.at..];
        let start = self.text.folded.len();
        let mut accented = false;
        let mut letters_only = true;
        let mut len = rest.len();
        for (i, c) in rest.char_indices() {
            if c.is_ascii_digit() {
                if letters_only && splits_before_digits(&self.text.folded[start..]) {
                    len = i;
                    break;
                }
                letters_only = false;
            } else if !c.is_alphabetic() {
                len = i;
                break;
            }
            let folded = fold(c);
            accented |= folded != c && !c.is_ascii();
            self.text.folded.push(folded);
        }
        let end = self.text.folded.len();
        self.push_folded(Kind::Word, len, (start, end), accented);
    }

    fn apostrophe(&mut self, c: char) {
        self.at += c.len_utf8();
        let closes = !self.peek(0).is_some_and(char::is_alphabetic);
        if closes
            && !self.spaced
            && let Some(last) = self.text.tokens.last_mut()
            && last.kind == Kind::Word
        {
            last.accented = true;
        }
    }

    /// A parenthesis that nobody closed holds nothing.
    fn close(&mut self) {
        let Some(&first) = self.opens.first() else {
            return;
        };
        let mut depth = 0_usize;
        for (i, token) in self.text.tokens.iter_mut().enumerate().skip(first) {
            if token.kind == Kind::Close {
                depth = depth.saturating_sub(1);
            }
            token.inside = depth > 0;
            if token.kind == Kind::Open && self.opens.binary_search(&i).is_err() {
                depth += 1;
            }
        }
    }

    fn sign(&mut self, c: char) {
        let len = c.len_utf8();
        match c {
            '(' | '[' | '{' => {
                self.push(Kind::Open, len);
                self.opens.push(self.text.tokens.len() - 1);
            }
            ')' | ']' | '}' => {
                self.opens.pop();
                self.push(Kind::Close, len);
            }
            '<' | '>' | '=' | '≤' | '≥' | '⩽' | '⩾' | '≦' | '≧' => self.comparator(),
            '~' | '≈' | '≅' | '∼' | '≃' => {
                self.push(Kind::Comparison(Comparison::About), len)
            }
            '%' => self.push(Kind::Percent, len),
            '€' | '$' | '£' => self.push(Kind::Currency, len),
            '±' => self.push(Kind::PlusMinus, len),
            '+' | '-' if self.plus_minus().is_some() => {
                let len = self.plus_minus().unwrap_or(len);
                self.push(Kind::PlusMinus, len);
            }
            '+' => self.push(Kind::Plus, len),
            '\u{2212}' => self.push(Kind::Dash { minus: true }, len),
            '-' | '\u{2010}'..='\u{2015}' => self.push(Kind::Dash { minus: false }, len),
            '/' => self.run_of('/', Kind::Slash, Kind::Slashes),
            '.' => self.run_of('.', Kind::Dot, Kind::Dots),
            '…' => self.push(Kind::Dots, len),
            ',' => self.push(Kind::Comma, len),
            ';' => self.push(Kind::Semicolon, len),
            ':' => self.push(Kind::Colon, len),
            '°' | 'º' | '^' => self.push(Kind::Degree, len),
            _ => self.push(Kind::Other, len),
        }
    }

    fn run_of(&mut self, c: char, one: Kind, many: Kind) {
        let rest = &self.raw[self.at..];
        let len = rest.find(|x| x != c).unwrap_or(rest.len());
        self.push(if len == 1 { one } else { many }, len);
    }

    /// Length of `+/-`, `+-`, `-/+`, with spaces.
    fn plus_minus(&self) -> Option<usize> {
        let rest = &self.raw[self.at..];
        let other = if rest.starts_with('+') {
            ['-', '\u{2212}', '\u{2013}']
        } else {
            ['+'; 3]
        };
        let tail = rest[1..].trim_start_matches(' ');
        let tail = match tail.strip_prefix('/') {
            Some(tail) => tail.trim_start_matches(' '),
            None if tail.len() == rest.len() - 1 => tail,
            None => return None,
        };
        let tail = tail.strip_prefix(other)?;
        Some(rest.len() - tail.len())
    }

    /// `<=`, `=<`, `> =`, `≥` …
    fn comparator(&mut self) {
        let rest = &self.raw[self.at..];
        let (mut less, mut more, mut equal, mut len) = (false, false, false, 0);
        for (i, c) in rest.char_indices() {
            match c {
                '<' => less = true,
                '>' => more = true,
                '=' => equal = true,
                '≤' | '⩽' | '≦' => (less, equal) = (true, true),
                '≥' | '⩾' | '≧' => (more, equal) = (true, true),
                ' ' if i == len && len == 1 && rest[i + 1..].starts_with('=') => continue,
                _ => break,
            }
            len = i + c.len_utf8();
        }
        let kind = match (less, more, equal) {
            (true, false, true) => Kind::Comparison(Comparison::AtMost),
            (false, true, true) => Kind::Comparison(Comparison::AtLeast),
            (true, false, false) => Kind::Comparison(Comparison::Below),
            (false, true, false) => Kind::Comparison(Comparison::Above),
            (false, false, true) => Kind::Comparison(Comparison::Equal),
            _ => Kind::Other,
        };
        self.push(kind, len);
    }
}
