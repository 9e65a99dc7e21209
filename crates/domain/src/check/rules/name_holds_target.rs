use crate::check::wording::{Words, days};
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "name-holds-target",
    severity: Severity::Note,
    page: include_str!("name_holds_target.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let year = c.plan.year();
    for indicator in c.indicators() {
        let name = indicator.name();
        let deadline = days(name).into_iter().find_map(|(day, before)| {
            let mut before = before.iter().rev();
            let article = before.next().is_some_and(|w| w == "il" || w == "entro");
            let until = article && (before.next().is_some_and(|w| w == "entro"));
            // What came in by that day is what is worked on, not when.
            let came_in = before
                .take(2)
                .any(|w| COME_IN.iter().any(|begin| w.starts_with(begin)));
            (until && !came_in && Some(day.year()) >= year)
                .then(|| format!("entro il {}", day.strftime("%d/%m/%Y")))
        });
        if let Some(words) = deadline.or_else(|| threshold(indicator.words())) {
            say.at(indicator.node).field("name").arg("words", words);
        }
    }
}

/// Beginnings of words after which a day is a condition.
const COME_IN: [&str; 8] = [
    "pervenut",
    "presentat",
    "ricevut",
    "iscritt",
    "scadut",
    "emess",
    "costituit",
    "depositat",
];

/// *Almeno* and the number after it, where it does not describe what is counted (*con almeno 3
/// dipendenti*, *ad almeno un evento*).
fn threshold(words: &Words) -> Option<String> {
    words.list().windows(3).find_map(|three| {
        let [before, begin, number] = three else {
            return None;
        };
        let digits = number.bytes().all(|b| b.is_ascii_digit());
        let spelt = ["un", "uno", "una", "due", "tre", "quattro", "cinque"];
        let counts =
            digits && !DESCRIBES.contains(before) || *before == "di" && spelt.contains(number);
        (*begin == "almeno" && counts).then(|| format!("almeno {number}"))
    })
}

/// Words before *almeno* by which it describes what is counted.
const DESCRIBES: [&str; 10] = [
    "con", "in", "a", "ad", "da", "per", "hanno", "abbiano", "ha", "entro",
];
