//! Formulas over quantities (`pratiche evase entro 5 giorni / pratiche evase × 100`): read, put to
//! figures, and written again with the figures in the place of the names.

use crate::number::Number;
use crate::plan::{Node, NodeKind, Plan, Role};
use crate::target::read_number;

use super::stated::of_role;

/// What stands between two operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// `+`
    Plus,
    /// `−`
    Minus,
    /// `×`
    Times,
    /// `/`
    Over,
}

impl Operation {
    /// How it is written.
    pub fn sign(self) -> char {
        match self {
            Operation::Plus => '+',
            Operation::Minus => '\u{2212}',
            Operation::Times => '×',
            Operation::Over => '/',
        }
    }

    fn binds(self) -> u8 {
        match self {
            Operation::Plus | Operation::Minus => 1,
            Operation::Times | Operation::Over => 2,
        }
    }
}

/// A formula that could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Formula {
    /// A number as written.
    Number(Number),
    /// The name of a quantity, with single blanks.
    Name(String),
    /// The contrary of something.
    Negative(Box<Formula>),
    /// Two operands.
    Of(Box<Formula>, Operation, Box<Formula>),
}

/// Why a text is no formula.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// There is nothing.
    Empty,
    /// An operand is missing before or after a sign.
    NoOperand,
    /// A bracket has no other one.
    Bracket,
    /// It is longer or deeper than any formula of a person.
    TooLong,
}

/// Why a formula gives no figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoFigure {
    /// Nobody says the value of this name.
    Missing(String),
    /// It divides by zero.
    ByZero,
}

/// Parts of a formula; those of documents have a dozen.
const LONGEST: usize = 400;
/// Brackets inside brackets.
const DEEPEST: usize = 40;

#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Operand(Formula),
    Sign(Operation),
    Open,
    Close,
}

fn tokens(text: &str) -> Result<Vec<Token>, Unreadable> {
    let chars: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut run = String::new();
    for (i, &c) in chars.iter().enumerate() {
        let beside = |at: Option<usize>| at.and_then(|at| chars.get(at)).copied();
        let in_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let (before, after) = (beside(i.checked_sub(1)), beside(Some(i + 1)));
        let alone = !in_word(before) && !in_word(after);
        let sign = match c {
            '+' => Some(Token::Sign(Operation::Plus)),
            '\u{2212}' => Some(Token::Sign(Operation::Minus)),
            // Inside a word it is a hyphen: `imprese-attive`.
            '-' | '–' if !(in_word(before) && in_word(after)) => {
                Some(Token::Sign(Operation::Minus))
            }
            '*' | '×' | '·' => Some(Token::Sign(Operation::Times)),
            'x' | 'X' if alone && !run.trim().is_empty() => Some(Token::Sign(Operation::Times)),
            'x' | 'X' if alone && found.last() == Some(&Token::Close) => {
                Some(Token::Sign(Operation::Times))
            }
            '/' | '÷' | ':' => Some(Token::Sign(Operation::Over)),
            '(' | '[' => Some(Token::Open),
            ')' | ']' => Some(Token::Close),
            _ => None,
        };
        match sign {
            Some(token) => {
                take(&mut run, &mut found);
                found.push(token);
            }
            None => run.push(c),
        }
        if found.len() > LONGEST {
            return Err(Unreadable::TooLong);
        }
    }
    take(&mut run, &mut found);
    Ok(found)
}

fn take(run: &mut String, found: &mut Vec<Token>) {
    let words: Vec<&str> = run.split_whitespace().collect();
    if !words.is_empty() {
        let text = words.join(" ");
        let number = text
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ' '))
            .then(|| read_number(&text).0)
            .flatten();
        found.push(Token::Operand(
            number.map_or(Formula::Name(text), Formula::Number),
        ));
    }
    run.clear();
}

struct Reader {
    tokens: std::vec::IntoIter<Token>,
    next: Option<Token>,
}

impl Reader {
    fn advance(&mut self) -> Option<Token> {
        std::mem::replace(&mut self.next, self.tokens.next())
    }

    fn sum(&mut self, depth: usize) -> Result<Formula, Unreadable> {
        self.chain(depth, 1)
    }

    /// Operands joined by signs that bind as strongly, from the left.
    fn chain(&mut self, depth: usize, binds: u8) -> Result<Formula, Unreadable> {
        let operand = |reader: &mut Reader| match binds {
            1 => reader.chain(depth, 2),
            _ => reader.operand(depth),
        };
        let mut left = operand(self)?;
        while let Some(Token::Sign(sign)) = self.next
            && sign.binds() == binds
        {
            self.advance();
            let right = operand(self)?;
            left = Formula::Of(Box::new(left), sign, Box::new(right));
        }
        Ok(left)
    }

    fn operand(&mut self, depth: usize) -> Result<Formula, Unreadable> {
        if depth > DEEPEST {
            return Err(Unreadable::TooLong);
        }
        match self.advance() {
            Some(Token::Operand(formula)) => Ok(formula),
            Some(Token::Sign(Operation::Minus)) => {
                Ok(Formula::Negative(Box::new(self.operand(depth + 1)?)))
            }
            Some(Token::Open) => {
                let inner = self.sum(depth + 1)?;
                match self.advance() {
                    Some(Token::Close) => Ok(inner),
                    _ => Err(Unreadable::Bracket),
                }
            }
            Some(Token::Close) => Err(Unreadable::Bracket),
            Some(Token::Sign(_)) | None => Err(Unreadable::NoOperand),
        }
    }
}

impl Formula {
    /// Reads a formula.
    ///
    /// # Errors
    /// Why it is none.
    pub fn read(text: &str) -> Result<Formula, Unreadable> {
        let tokens = tokens(text)?;
        if tokens.is_empty() {
            return Err(Unreadable::Empty);
        }
        let mut reader = Reader {
            tokens: tokens.into_iter(),
            next: None,
        };
        reader.advance();
        let formula = reader.sum(0)?;
        match reader.advance() {
            None => Ok(formula),
            Some(Token::Open | Token::Operand(_)) => Err(Unreadable::NoOperand),
            Some(_) => Err(Unreadable::Bracket),
        }
    }

    /// The names in it, each once, as they are met.
    pub fn names(&self) -> Vec<&str> {
        let mut found = Vec::new();
        self.collect(&mut found);
        found
    }

    fn collect<'f>(&'f self, found: &mut Vec<&'f str>) {
        match self {
            Formula::Number(_) => {}
            Formula::Name(name) if found.contains(&name.as_str()) => {}
            Formula::Name(name) => found.push(name),
            Formula::Negative(inner) => inner.collect(found),
            Formula::Of(left, _, right) => {
                left.collect(found);
                right.collect(found);
            }
        }
    }

    /// Its figure, exactly.
    ///
    /// # Errors
    /// The first name without a value, or a division by zero.
    pub fn figure(&self, value: &dyn Fn(&str) -> Option<Number>) -> Result<Number, NoFigure> {
        match self {
            Formula::Number(number) => Ok(number.clone()),
            Formula::Name(name) => value(name).ok_or_else(|| NoFigure::Missing(name.clone())),
            Formula::Negative(inner) => Ok(-inner.figure(value)?),
            Formula::Of(left, sign, right) => {
                let (left, right) = (left.figure(value)?, right.figure(value)?);
                match sign {
                    Operation::Plus => Ok(&left + &right),
                    Operation::Minus => Ok(&left - &right),
                    Operation::Times => Ok(&left * &right),
                    Operation::Over => left.checked_div(&right).ok_or(NoFigure::ByZero),
                }
            }
        }
    }

    /// The formula with what `name` and `number` say in the place of names and numbers, and no
    /// bracket more than is needed.
    pub fn written(
        &self,
        name: &dyn Fn(&str) -> String,
        number: &dyn Fn(&Number) -> String,
    ) -> String {
        match self {
            Formula::Number(is) => number(is),
            Formula::Name(called) => name(called),
            Formula::Negative(inner) => {
                let bracket = matches!(**inner, Formula::Of(..) | Formula::Negative(_));
                format!(
                    "{}{}",
                    Operation::Minus.sign(),
                    bracketed(inner.written(name, number), bracket)
                )
            }
            Formula::Of(left, sign, right) => {
                let weaker = |side: &Formula, least: u8| match side {
                    Formula::Of(_, inner, _) => inner.binds() < least,
                    _ => false,
                };
                let negative = matches!(**right, Formula::Negative(_));
                format!(
                    "{} {} {}",
                    bracketed(left.written(name, number), weaker(left, sign.binds())),
                    sign.sign(),
                    bracketed(
                        right.written(name, number),
                        negative || weaker(right, sign.binds() + 1)
                    ),
                )
            }
        }
    }
}

fn bracketed(text: String, bracket: bool) -> String {
    if bracket { format!("({text})") } else { text }
}

/// The base quantity that a formula calls by a name: by its key or its title, however the blanks and
/// capitals stand; none where there is none, or more than one.
pub fn quantity_named(plan: &Plan, name: &str) -> Option<Node> {
    let same = |text: &str| {
        let words = |text: &str| -> Vec<String> {
            text.split_whitespace().map(str::to_lowercase).collect()
        };
        words(text) == words(name)
    };
    let of = |named: &dyn Fn(usize) -> bool| {
        let mut found = (0..plan.quantities.len()).filter(|i| named(*i));
        let first = found.next();
        first.filter(|_| found.next().is_none())
    };
    of(&|i| same(&plan.quantities[i].id))
        .or_else(|| of(&|i| plan.quantities[i].title.as_deref().is_some_and(same)))
        .map(|i| Node::new(NodeKind::Quantity, i))
}

/// What a base quantity was at a day: the text, as typed.
pub fn quantity_at(plan: &Plan, quantity: Node, day: jiff::civil::Date) -> Option<&str> {
    let values = &plan.quantities.get(quantity.at())?.values;
    of_role(values, Role::Actual)
        .filter(|value| value.period == crate::plan::Period::Day(day))
        .last()
        .map(|value| value.text.as_str())
}
