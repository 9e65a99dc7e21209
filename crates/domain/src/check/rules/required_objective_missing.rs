use crate::check::wording::{Words, begins, folded, words};
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, PlanKind};

pub(super) const RULE: Rule = Rule {
    name: "required-objective-missing",
    severity: Severity::Warning,
    page: include_str!("required_objective_missing.md"),
    check: Some(check),
};

/// What the law wants among the objectives, from which year, and how plans speak of it.
struct Requirement {
    what: &'static str,
    norm: &'static str,
    from: i16,
    said: fn(&Text) -> bool,
}

const REQUIRED: [Requirement; 4] = [
    Requirement {
        what: "payments",
        norm: "D.L. 13/2023, art. 4-bis",
        from: 2024,
        said: |text| {
            text.begins(&["pagament"]) && text.begins(&["temp", "ritard", "fattur", "giorn"])
                || text.holds(&["4-bis", "4bis", "13/2023"])
        },
    },
    Requirement {
        what: "integrity",
        norm: "L. 190/2012, art. 1, comma 8; D.Lgs. 33/2013, art. 10, comma 3",
        from: 2013,
        said: |text| {
            text.begins(&["anticorru", "corruzion", "corruttiv", "ptpc", "rpct"])
                || text.begins(&["trasparen"]) && !text.begins(&["mercat"])
                || text.holds(&["190/2012", "33/2013"])
        },
    },
    Requirement {
        what: "accessibility",
        norm: "D.L. 179/2012, art. 9, comma 7; D.Lgs. 222/2023",
        from: 2024,
        said: |text| {
            text.begins(&["accessib", "disabil", "inclusion", "inclusiv"])
                || text.holds(&["222/2023", "179/2012"])
        },
    },
    Requirement {
        what: "equality",
        norm: "D.Lgs. 150/2009, art. 8, comma 1, lettera h",
        from: 2010,
        said: |text| {
            text.begins(&["concilia", "cug", "gep", "smart", "welfare", "femminil"])
                || text.holds(&[
                    "pari opportunita",
                    "di genere",
                    "azioni positive",
                    "lavoro agile",
                    "lavoro a distanza",
                    "telelavoro",
                    "benessere organizzativo",
                    "modalita di lavoro",
                    "parita",
                    "discriminazion",
                ])
        },
    },
];

/// A text of the plan, ready to be looked through.
struct Text {
    folded: String,
    words: Words,
}

impl Text {
    fn begins(&self, of: &[&str]) -> bool {
        self.words.iter().any(|word| begins(word, of))
    }

    fn holds(&self, of: &[&str]) -> bool {
        of.iter().any(|part| self.folded.contains(part))
    }
}

/// A plan of so few objectives is a draft or an extract.
const FEW: usize = 3;

fn check(c: &Context<'_>, say: &mut Say) {
    let plan = c.plan;
    let whole = plan.body.kind.is_some() && plan.heading.kind != Some(PlanKind::Report);
    let Some(year) = plan
        .year()
        .filter(|_| whole && c.objectives().nth(FEW).is_some())
    else {
        return;
    };
    let mut open: Vec<&Requirement> = REQUIRED.iter().filter(|r| r.from <= year).collect();
    texts(c, &mut |text| {
        if !open.is_empty() {
            let text = Text {
                folded: folded(text).replace("a'", "a"),
                words: words(text),
            };
            open.retain(|requirement| !(requirement.said)(&text));
        }
    });
    for requirement in open {
        say.at(Node::BODY)
            .arg("what", requirement.what)
            .arg("norm", requirement.norm);
    }
}

/// Every text of the plan that may say what it is about, each thing as one text.
fn texts(c: &Context<'_>, look: &mut dyn FnMut(&str)) {
    let plan = c.plan;
    let mut all = |parts: &[&Option<String>], others: &[String]| {
        let mut text = String::new();
        let written = parts.iter().filter_map(|part| part.as_deref());
        for part in written.chain(others.iter().map(String::as_str)) {
            text.push_str(part);
            text.push(' ');
        }
        look(&text);
    };
    for o in &plan.objectives {
        let prose = [
            &o.title,
            &o.required_by,
            &o.description,
            &o.benefit,
            &o.group,
            &o.note,
        ];
        all(&prose, &o.other_titles);
    }
    for x in &plan.indicators {
        all(&[&x.name, &x.algorithm, &x.note], &x.other_names);
        all(&[], &x.legal_scopes);
    }
    plan.actions.iter().for_each(|x| all(&[&x.title], &[]));
    plan.activities.iter().for_each(|x| all(&[&x.title], &[]));
    plan.sections.iter().for_each(|x| all(&[&x.title], &[]));
    plan.areas
        .iter()
        .for_each(|x| all(&[&x.title, &x.description], &x.other_titles));
    plan.chapters
        .iter()
        .for_each(|x| all(&[&x.title, &x.theme, &x.text], &[]));
    plan.measures.iter().for_each(|x| all(&[&x.title], &[]));
}
