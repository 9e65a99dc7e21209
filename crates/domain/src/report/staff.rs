//! The staff of a body, counted as plans print it: by unit, category, contract, age, seniority and
//! education, women and men apart. Nobody has a name here.

/// One person, or several alike.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Staff {
    /// How many.
    pub persons: u32,
    /// The unit, as written.
    pub unit: String,
    /// *Area contrattuale, categoria*, as written.
    pub category: String,
    /// Woman or man; none where that is not said.
    pub woman: Option<bool>,
    /// The contract, as written (*tempo indeterminato*).
    pub contract: String,
    /// Less than full time; none where that is not said.
    pub part_time: Option<bool>,
    /// Age in years at the day of the count.
    pub age: Option<i64>,
    /// Years of service at the day of the count.
    pub seniority: Option<i64>,
    /// Highest school or degree, as written.
    pub education: String,
}

/// By what staff is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum By {
    /// The unit.
    Unit,
    /// *Area contrattuale*.
    Category,
    /// Contract, full or part time.
    Contract,
    /// Age, in classes of ten years.
    Age,
    /// Years of service, in classes.
    Seniority,
    /// Highest school or degree.
    Education,
}

impl By {
    /// All of them, in the order in which plans print them.
    pub const ALL: [By; 6] = [
        By::Unit,
        By::Category,
        By::Contract,
        By::Age,
        By::Seniority,
        By::Education,
    ];

    /// The machine token.
    pub fn token(self) -> &'static str {
        match self {
            By::Unit => "unit",
            By::Category => "category",
            By::Contract => "contract",
            By::Age => "age",
            By::Seniority => "seniority",
            By::Education => "education",
        }
    }
}

/// What heads a row of a count.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// As written.
    Named(String),
    /// A contract as written, with whether it is part time.
    Contract(String, Option<bool>),
    /// From so many years to so many, both included; none: no limit.
    Years(Option<i64>, Option<i64>),
    /// Nothing is said.
    Unsaid,
}

/// A row of a count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// What heads it.
    pub class: Class,
    /// Women.
    pub women: u32,
    /// Men.
    pub men: u32,
    /// All, those of whom neither is said included.
    pub all: u32,
}

/// Upper limits of the classes of age.
const AGES: [i64; 4] = [34, 44, 54, 64];
/// Upper limits of the classes of seniority.
const SENIORITIES: [i64; 4] = [5, 15, 25, 35];

/// The staff counted by something, in the order of writing or of years; none where nobody says it.
pub fn counted(staff: &[Staff], by: By) -> Vec<Counted> {
    let mut rows: Vec<Counted> = Vec::new();
    for person in staff {
        let class = class(person, by);
        let at = rows.iter().position(|row| row.class == class);
        let at = at.unwrap_or_else(|| {
            rows.push(Counted {
                class,
                women: 0,
                men: 0,
                all: 0,
            });
            rows.len() - 1
        });
        let row = &mut rows[at];
        row.all += person.persons;
        match person.woman {
            Some(true) => row.women += person.persons,
            Some(false) => row.men += person.persons,
            None => {}
        }
    }
    if rows.iter().all(|row| row.class == Class::Unsaid) {
        return Vec::new();
    }
    if matches!(by, By::Age | By::Seniority) {
        rows.sort_by(|a, b| a.class.cmp(&b.class));
    } else {
        rows.sort_by_key(|row| row.class == Class::Unsaid);
    }
    rows
}

fn class(person: &Staff, by: By) -> Class {
    let named = |text: &str| match text.trim() {
        "" => Class::Unsaid,
        text => Class::Named(text.to_owned()),
    };
    match by {
        By::Unit => named(&person.unit),
        By::Category => named(&person.category),
        By::Education => named(&person.education),
        By::Contract => match (person.contract.trim(), person.part_time) {
            ("", None) => Class::Unsaid,
            (text, part_time) => Class::Contract(text.to_owned(), part_time),
        },
        By::Age => person
            .age
            .map_or(Class::Unsaid, |age| between(age, &AGES, false)),
        By::Seniority => person
            .seniority
            .map_or(Class::Unsaid, |years| between(years, &SENIORITIES, true)),
    }
}

fn between(years: i64, limits: &[i64], from_zero: bool) -> Class {
    let at = limits.partition_point(|limit| *limit < years);
    let from = match at {
        0 => from_zero.then_some(0),
        at => Some(limits[at - 1] + 1),
    };
    Class::Years(from, limits.get(at).copied())
}
