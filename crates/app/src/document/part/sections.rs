//! The chapters of the plan: which part of a document prints each of them, and how they are printed
//! with their tables and measures.
//!
//! Every chapter stands in one part of a document. What it is about (its *tema*) decides which
//! ([`part_of`]); without a theme that is known it goes where its parent goes. Parts named in
//! [`ARRANGED`] put the chapters into their own text by [`chapters`]; all others open with them
//! ([`opening`], called where documents are put together), and need not know of them.

use std::collections::BTreeSet;

use documents::block::{Block, Cell, Inline, Table};
use domain::plan::{Chapter, Measure, Node, NodeKind, PlanKind, Role, TableKind};
use domain::report::stated;

use crate::document::edition::row;
use crate::document::part::printed_table;
use crate::document::{Edition, Kind};

/// Where in the documents a theme belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Home {
    /// Presentation of the body.
    Presentation,
    /// Financial health.
    Health,
    /// The world around the body.
    Context,
    /// From the mandate to the tree of performance.
    Tree,
    /// The strategy map.
    Map,
    /// Strategic objectives as a whole.
    Strategic,
    /// Operational objectives as a whole.
    Operational,
    /// The sheets of objectives.
    Objectives,
    /// Public value.
    PublicValue,
    /// Relevance, purpose and economic value.
    Classes,
    /// Objectives of managers.
    Assignment,
    /// From the performance of the body to that of persons.
    Individual,
    /// National objectives.
    National,
    /// How things are measured.
    Method,
    /// How the document came about.
    Process,
    /// Results in short.
    Summary,
    /// What did not succeed.
    Deviations,
    /// Efficiency and results of the budget.
    Efficiency,
    /// Equal opportunities.
    EqualOpportunities,
    /// Objectives added during the year.
    NewObjectives,
    /// What was done beside the plan.
    Unplanned,
    /// Whatever else an integrated plan has.
    Sections,
}

/// Where a theme belongs; none for one that is not known.
pub fn part_of(theme: &str) -> Option<Home> {
    let home = match theme.trim().to_lowercase().as_str() {
        "premessa"
        | "presentazione"
        | "mission"
        | "missione"
        | "organizzazione"
        | "organi"
        | "struttura organizzativa"
        | "personale"
        | "risorse umane"
        | "sedi"
        | "azienda speciale"
        | "risorse economiche"
        | "bilancio"
        | "partecipazioni" => Home::Presentation,
        "salute economico-finanziaria" => Home::Health,
        "contesto" | "contesto esterno" | "contesto interno" | "scenario economico"
        | "quadro normativo" => Home::Context,
        "mandato" | "indirizzi strategici" | "pianificazione" | "albero della performance" => {
            Home::Tree
        }
        "mappa strategica" => Home::Map,
        "obiettivi strategici" => Home::Strategic,
        "obiettivi operativi" | "cruscotti" => Home::Operational,
        "schede degli obiettivi" => Home::Objectives,
        "valore pubblico" => Home::PublicValue,
        "rilevanza" | "finalità" | "rilevanza e finalità" | "valore economico" => Home::Classes,
        "obiettivi individuali" | "assegnazione" => Home::Assignment,
        "performance individuale" => Home::Individual,
        "obiettivi di sistema" | "obiettivi nazionali" | "obiettivi comuni" => Home::National,
        "metodo" | "criteri di valutazione" => Home::Method,
        "processo" => Home::Process,
        "sintesi" => Home::Summary,
        "criticità" | "scostamenti" => Home::Deviations,
        "efficienza" | "efficienza ed economicità" => Home::Efficiency,
        "pari opportunità" | "bilancio di genere" => Home::EqualOpportunities,
        "obiettivi nuovi" => Home::NewObjectives,
        "obiettivi aggiunti" | "attività non programmate" => Home::Unplanned,
        "anticorruzione"
        | "trasparenza"
        | "lavoro agile"
        | "formazione"
        | "fabbisogno di personale"
        | "semplificazione"
        | "accessibilità"
        | "sviluppo organizzativo" => Home::Sections,
        _ => return None,
    };
    Some(home)
}

impl Home {
    /// The parts that print it, by name: the first one that a document has. Whatever finds none
    /// stands among the sections.
    fn parts(self) -> &'static [&'static str] {
        match self {
            Home::Presentation => &["presentation"],
            Home::Health => &["health", "efficiency", "presentation"],
            Home::Context => &["context"],
            Home::Tree => &["tree", "results"],
            Home::Map => &["map", "tree", "results"],
            Home::Strategic => &["strategic-dashboards", "three-years", "results"],
            Home::Operational => &[
                "service-dashboards",
                "monitored-objectives",
                "objective-results",
            ],
            Home::Objectives => &["objectives", "monitored-objectives", "objective-results"],
            Home::PublicValue => &["three-years", "monitored-objectives"],
            Home::Classes => &["classes", "economic-value"],
            Home::Assignment => &["assignment", "individual", "responsible-results"],
            Home::Individual => &["individual", "assignment", "responsible-results"],
            Home::National => &["national", "national-indicators", "objective-results"],
            Home::Method => &["method"],
            Home::Process => &["process", "method"],
            Home::Summary => &["summary", "results"],
            Home::Deviations => &["deviations", "summary"],
            Home::Efficiency => &["efficiency"],
            Home::EqualOpportunities => &["equal-opportunities"],
            Home::NewObjectives => &["new-objectives"],
            Home::Unplanned => &["unplanned"],
            Home::Sections => &[],
        }
    }
}

/// Parts that put the chapters into their own text.
const ARRANGED: &[&str] = &[
    "presentation",
    "context",
    "method",
    "process",
    "efficiency",
    "equal-opportunities",
    "national-indicators",
    "sections",
];

/// The part of this document that prints a chapter; none where the document does not print it.
pub fn home_of(edition: &Edition<'_>, chapter: &Chapter) -> Option<&'static str> {
    let document = match edition.kind {
        Kind::Plan => PlanKind::Plan,
        Kind::Monitoring => PlanKind::Monitoring,
        Kind::Report => PlanKind::Report,
        Kind::Sheet(_) | Kind::Dashboard(_) | Kind::Comparison => return None,
    };
    if !chapter.documents.is_empty() && !chapter.documents.contains(&document) {
        return None;
    }
    part_with(edition, theme_home(edition, chapter))
}

/// The first part of this document that prints what belongs to `home`.
pub fn part_with(edition: &Edition<'_>, home: Home) -> Option<&'static str> {
    let parts = edition.kind.parts();
    home.parts()
        .iter()
        .chain(["sections"].iter())
        .find_map(|name| parts.iter().find(|part| part.name == *name))
        .map(|part| part.name)
}

/// The home of a chapter's theme, or of its nearest parent's whose theme is known.
fn theme_home(edition: &Edition<'_>, chapter: &Chapter) -> Home {
    let mut at = Some(chapter);
    // A chapter may stand under itself in a file; so deep no real one stands.
    for _ in 0..16 {
        let Some(chapter) = at else { break };
        if let Some(home) = chapter.theme.as_deref().and_then(part_of) {
            return home;
        }
        at = parent_of(chapter).and_then(|parent| edition.plan.chapters.get(parent.at()));
    }
    Home::Sections
}

fn parent_of(chapter: &Chapter) -> Option<Node> {
    let node = chapter.parent.as_ref()?.node?;
    (node.kind == NodeKind::Chapter).then_some(node)
}

/// The sections that are not objectives, with their measures and tables.
pub fn build(edition: &Edition<'_>) -> Vec<Block> {
    let mut blocks = chapters(edition, "sections", 2);
    let parts = edition.kind.parts();
    for (kind, home) in [
        (TableKind::Organs, "presentation"),
        (TableKind::Staff, "presentation"),
        (TableKind::Budget, "presentation"),
        (TableKind::Shareholdings, "presentation"),
        (TableKind::Territory, "context"),
        (TableKind::Health, "health"),
        (TableKind::Other, "sections"),
    ] {
        // The presentation of the plan brings the financial health with it.
        let elsewhere = home == "health" && edition.kind == Kind::Plan;
        let printed = parts.iter().any(|part| part.name == home) || elsewhere;
        if !printed || kind == TableKind::Other {
            blocks.extend(loose_tables(edition, kind));
        }
    }
    blocks
}

/// Equal opportunities, as a chapter of the report.
pub fn equal_opportunities(edition: &Edition<'_>) -> Vec<Block> {
    chapters(edition, "equal-opportunities", 2)
}

/// What a part opens with: its chapters, unless it arranges them itself.
pub fn opening(edition: &Edition<'_>, part: &str) -> Vec<Block> {
    if ARRANGED.contains(&part) {
        return Vec::new();
    }
    chapters(edition, part, 2)
}

/// All chapters that stand in a part of this document, with headings from `level` on.
pub fn chapters(edition: &Edition<'_>, part: &str, level: u8) -> Vec<Block> {
    roots(edition, part)
        .into_iter()
        .flat_map(|node| chapter(edition, part, node, level))
        .collect()
}

/// The chapters of a part that stand under no other of it, in the plan's order.
pub fn roots(edition: &Edition<'_>, part: &str) -> Vec<Node> {
    of_part(edition, part)
        .into_iter()
        .filter(|node| enclosing(edition, part, *node).is_none())
        .collect()
}

/// The chapters of a part.
pub fn of_part(edition: &Edition<'_>, part: &str) -> Vec<Node> {
    let chapters = &edition.plan.chapters;
    (0..chapters.len())
        .filter(|i| home_of(edition, &chapters[*i]) == Some(part))
        .map(|i| Node::new(NodeKind::Chapter, i))
        .collect()
}

/// The chapter of the same part under which one stands; those that stand in a circle stand nowhere.
fn enclosing(edition: &Edition<'_>, part: &str, node: Node) -> Option<Node> {
    let chapters = &edition.plan.chapters;
    let parent = parent_of(&chapters[node.at()])?;
    let mut seen = BTreeSet::from([node]);
    let mut at = parent;
    while seen.insert(at) {
        match chapters.get(at.at()).and_then(parent_of) {
            Some(next) => at = next,
            None => {
                let same =
                    chapters.get(parent.at()).and_then(|c| home_of(edition, c)) == Some(part);
                return same.then_some(parent);
            }
        }
    }
    None
}

/// One chapter with its text, tables and measures, and those below it.
pub fn chapter(edition: &Edition<'_>, part: &str, node: Node, level: u8) -> Vec<Block> {
    chapter_with(edition, part, node, level, &mut |_, _| Vec::new())
}

/// The same with something more in each chapter, given its heading's level, before those below it.
pub fn chapter_with(
    edition: &Edition<'_>,
    part: &str,
    node: Node,
    level: u8,
    more: &mut dyn FnMut(Node, u8) -> Vec<Block>,
) -> Vec<Block> {
    let chapter = &edition.plan.chapters[node.at()];
    let mut blocks = content(edition, node, level);
    blocks.extend(more(node, level));
    for below in of_part(edition, part) {
        if enclosing(edition, part, below) == Some(node) {
            blocks.extend(chapter_with(edition, part, below, level + 1, more));
        }
    }
    if !blocks.is_empty()
        && let Some(title) = &chapter.title
    {
        blocks.insert(0, edition.heading_of(level, node, title.as_str()));
    }
    blocks
}

/// What stands in a chapter without its heading and without the chapters below.
pub fn content(edition: &Edition<'_>, node: Node, level: u8) -> Vec<Block> {
    let chapter = &edition.plan.chapters[node.at()];
    let mut blocks = edition.narrative(chapter.text.as_deref(), level);
    blocks.extend(tables_of(edition, node));
    blocks.extend(measures(edition, node));
    blocks
}

/// The plan's tables that are tied to a chapter or to an objective.
pub fn tables_of(edition: &Edition<'_>, node: Node) -> Vec<Block> {
    let tables = edition.plan.tables.iter().enumerate();
    tables
        .filter(|(_, table)| table.chapter.as_ref().and_then(|r| r.node) == Some(node))
        .flat_map(|(i, _)| printed_table::blocks(edition, i))
        .collect()
}

/// The plan's tables of a kind that are tied to nothing.
pub fn loose_tables(edition: &Edition<'_>, kind: TableKind) -> Vec<Block> {
    let tables = edition.plan.tables.iter().enumerate();
    tables
        .filter(|(_, table)| {
            table.chapter.as_ref().and_then(|r| r.node).is_none()
                && table.kind.unwrap_or(TableKind::Other) == kind
        })
        .flat_map(|(i, _)| printed_table::blocks(edition, i))
        .collect()
}

/// The measures of a chapter as a table.
fn measures(edition: &Edition<'_>, node: Node) -> Vec<Block> {
    let plan = edition.plan;
    let measures: Vec<&Measure> = plan
        .measures
        .iter()
        .filter(|m| m.chapter.as_ref().and_then(|r| r.node) == Some(node))
        .collect();
    if measures.is_empty() {
        return Vec::new();
    }
    let has = |field: fn(&Measure) -> bool| measures.iter().any(|m| field(m));
    let (owner, period) = (has(|m| m.owner.is_some()), has(|m| m.period.is_some()));
    let (state, values) = (has(|m| m.state.is_some()), has(|m| !m.values.is_empty()));
    let mut columns = vec![edition.column("measure", 34)];
    for (there, key, width) in [
        (owner, "measure-owner", 18),
        (period, "measure-period", 11),
        (state, "measure-state", 13),
        (values, "measure-figures", 24),
    ] {
        if there {
            columns.push(edition.column(key, width));
        }
    }
    let rows = measures.iter().map(|measure| {
        let text = |text: &Option<String>| Cell::text(text.clone().unwrap_or_default());
        let mut name = text(&measure.title);
        if let Some(note) = &measure.note {
            name.text.push(Inline::Break);
            name.text
                .push(Inline::Emphasis(vec![Inline::Text(note.clone())]));
        }
        let mut cells = vec![name];
        for (there, cell) in [
            (owner, text(&measure.owner)),
            (period, text(&measure.period)),
            (state, text(&measure.state)),
            (values, figures(edition, measure)),
        ] {
            if there {
                cells.push(cell);
            }
        }
        row(cells)
    });
    vec![Block::Table(Table {
        data: edition.say("data-measures"),
        context: vec![(edition.say("section"), edition.title(node))],
        caption: Some(edition.say_with("measures-of", &[("of", &edition.title(node))])),
        columns,
        row_heads: 1,
        rows: rows.collect(),
        ..Table::default()
    })]
}

/// The dated values of a measure, one a line: what it is and of when, then the value as typed.
fn figures(edition: &Edition<'_>, measure: &Measure) -> Cell {
    let mut lines = Vec::new();
    for role in [
        Role::Baseline,
        Role::History,
        Role::PastTarget,
        Role::Target,
        Role::RevisedTarget,
        Role::Forecast,
        Role::ClusterMean,
        Role::Actual,
        Role::Judgement,
        Role::Override,
        Role::Done,
        Role::Criticality,
        Role::Cause,
    ] {
        let values = stated::of_role(&measure.values, role);
        for value in values.filter(|value| edition.is_known(value)) {
            let mut text = edition.role(role, &value.period);
            let printed = documents::block::plain(&edition.value(Some(value)).text);
            if !printed.is_empty() {
                text.push_str(": ");
                text.push_str(&printed);
            }
            if let Some(note) = &value.note {
                text.push_str(" – ");
                text.push_str(note);
            }
            if !lines.is_empty() {
                lines.push(Inline::Break);
            }
            lines.push(Inline::Text(text));
        }
    }
    Cell::inline(lines)
}
