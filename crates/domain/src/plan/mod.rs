//! The plan: typed things, one kind of weighted placement between them, one kind of dated value.
//!
//! Texts are what a document prints, kept as typed; whatever is computed from them lives in
//! [`crate::target`] and [`crate::score`]. An identity ([`Node`]) is not a printed code.

pub mod classification;
mod content;
mod people;
mod tree;
mod value;
mod written;

pub use content::*;
pub use people::*;
pub use tree::*;
pub use value::*;
pub use written::*;

use jiff::civil::Date;

use crate::method::Method;

/// The kinds of things in a plan, each with its own list in [`Plan`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names are the glossary's")]
pub enum NodeKind {
    Body,
    Area,
    Perspective,
    Programme,
    Purpose,
    Objective,
    Action,
    Indicator,
    Activity,
    Responsible,
    Dashboard,
    Section,
    Sheet,
    Placement,
    Unit,
    Checkpoint,
    Level,
    Relevance,
    Fund,
    Act,
    Variation,
    BudgetLine,
    FundingProgramme,
    HealthIndex,
    Table,
    Chapter,
    Measure,
    Unplanned,
    Quantity,
    Register,
    Link,
    Band,
    Profile,
    Silence,
}

impl NodeKind {
    /// The machine token, as in the plan file and in `score --format json`.
    pub fn token(self) -> &'static str {
        match self {
            NodeKind::Body => "body",
            NodeKind::Area => "area",
            NodeKind::Perspective => "perspective",
            NodeKind::Programme => "programme",
            NodeKind::Purpose => "purpose",
            NodeKind::Objective => "objective",
            NodeKind::Action => "action",
            NodeKind::Indicator => "indicator",
            NodeKind::Activity => "activity",
            NodeKind::Responsible => "responsible",
            NodeKind::Dashboard => "dashboard",
            NodeKind::Section => "section",
            NodeKind::Sheet => "sheet",
            NodeKind::Placement => "placement",
            NodeKind::Unit => "unit",
            NodeKind::Checkpoint => "checkpoint",
            NodeKind::Level => "level",
            NodeKind::Relevance => "relevance",
            NodeKind::Fund => "fund",
            NodeKind::Act => "act",
            NodeKind::Variation => "variation",
            NodeKind::BudgetLine => "budget_line",
            NodeKind::FundingProgramme => "funding_programme",
            NodeKind::HealthIndex => "health_index",
            NodeKind::Table => "table",
            NodeKind::Chapter => "chapter",
            NodeKind::Measure => "measure",
            NodeKind::Unplanned => "unplanned",
            NodeKind::Quantity => "quantity",
            NodeKind::Register => "register",
            NodeKind::Link => "link",
            NodeKind::Band => "band",
            NodeKind::Profile => "profile",
            NodeKind::Silence => "silence",
        }
    }
}

/// A thing of one plan: its kind and its position in that kind's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Node {
    /// Its kind.
    pub kind: NodeKind,
    /// Its position in the list of that kind; 0 for the body.
    pub index: u32,
}

impl Node {
    /// The body itself, the root of every plan.
    pub const BODY: Node = Node {
        kind: NodeKind::Body,
        index: 0,
    };

    /// The thing of `kind` at `index` of its list.
    pub fn new(kind: NodeKind, index: usize) -> Node {
        Node {
            kind,
            index: u32::try_from(index).unwrap_or(u32::MAX),
        }
    }

    /// The position in the list of its kind.
    pub fn at(self) -> usize {
        self.index as usize
    }
}

/// What the document is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PlanKind {
    /// A plan as approved.
    #[default]
    Plan,
    /// A half-yearly monitoring of it.
    Monitoring,
    /// The yearly report.
    Report,
}

/// A year's plan with everything known of it: the plan itself, its variations, its actuals.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// Title, year, horizon.
    pub heading: Heading,
    /// The administration.
    pub body: Body,
    /// The year's parameters (*SMVP*).
    pub method: Method,
    /// Days at which the plan is measured, in order.
    pub checkpoints: Vec<Checkpoint>,
    /// Names of the tree's levels, from the top.
    pub levels: Vec<Level>,
    /// *Aree strategiche*.
    pub areas: Vec<Area>,
    /// *Prospettive* of the balanced scorecard.
    pub perspectives: Vec<Label>,
    /// *Programmi*: another list of labels for objectives.
    pub programmes: Vec<Label>,
    /// *Finalità* a / b / c.
    pub purposes: Vec<Label>,
    /// *Scala di rilevanza*.
    pub relevances: Vec<Relevance>,
    /// The fund behind economic values, per category of staff.
    pub funds: Vec<Fund>,
    /// Organs' acts that the plan cites.
    pub acts: Vec<Act>,
    /// Changes proposed or approved during the year.
    pub variations: Vec<Variation>,
    /// The organisation chart.
    pub units: Vec<Unit>,
    /// Holders of objectives.
    pub responsibles: Vec<Responsible>,
    /// Objectives of every level.
    pub objectives: Vec<Objective>,
    /// Actions between an objective (or a dashboard's section) and its indicators.
    pub actions: Vec<Action>,
    /// Indicators, each once, however many places it stands in.
    pub indicators: Vec<Indicator>,
    /// Activities of projects, and parts of composite indicators.
    pub activities: Vec<Activity>,
    /// *Cruscotti*.
    pub dashboards: Vec<Dashboard>,
    /// Sections of dashboards.
    pub sections: Vec<Section>,
    /// Individual sheets.
    pub sheets: Vec<Sheet>,
    /// Every place that is not the one written in the thing's own record.
    pub placements: Vec<Placement>,
    /// Budget lines.
    pub budget_lines: Vec<BudgetLine>,
    /// Programmes that fund budget lines and have targets of their own.
    pub funding_programmes: Vec<FundingProgramme>,
    /// *Indicatori di salute economico-finanziaria*.
    pub health_indices: Vec<HealthIndex>,
    /// Tables of staff, budget, shareholdings and others, as printed.
    pub tables: Vec<Table>,
    /// Prose of the document and its sections that are not objectives.
    pub chapters: Vec<Chapter>,
    /// Actions of those sections.
    pub measures: Vec<Measure>,
    /// Things done that nobody planned.
    pub unplanned: Vec<Unplanned>,
    /// Base quantities: active firms, budget items.
    pub quantities: Vec<BaseQuantity>,
    /// Registers of dated items from which actuals derive.
    pub registers: Vec<Register>,
    /// Links between things that are not placements: cause and effect, a national indicator and
    /// the internal ones it draws on.
    pub links: Vec<Link>,
    /// Findings that the body has looked at and lets stand.
    pub silences: Vec<Silence>,
}

/// Title and time of the document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heading {
    /// Title of the document.
    pub title: Option<String>,
    /// The plan's first year.
    pub year: Option<i16>,
    /// Years the plan covers.
    pub horizon: Vec<i16>,
    /// What the document is.
    pub kind: Option<PlanKind>,
    /// Name of the version (`approvata`, `dopo la variazione di settembre`).
    pub version: Option<String>,
    /// The act that approved it.
    pub act: Option<Reference>,
    /// The quality objective of the body as a whole, where printed (*qualità dell'ente = 100*).
    pub body_target: Option<Quantity>,
    /// Who signs the document, as roles.
    pub signatures: Vec<String>,
    /// Where the data come from.
    pub source: Option<String>,
    /// Remarks of whoever wrote the file.
    pub note: Option<String>,
}

/// The administration.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Body {
    /// Its name.
    pub name: Option<String>,
    /// Code in the index of public administrations (IPA).
    pub ipa: Option<String>,
    /// *Codice fiscale*.
    pub tax_code: Option<String>,
    /// Kind of administration (`camera di commercio`).
    pub kind: Option<String>,
    /// Cluster of similar bodies used for benchmarks (`camere medie`).
    pub cluster: Option<String>,
    /// Web site.
    pub website: Option<String>,
    /// Address of the seat.
    pub address: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Certified e-mail (*PEC*).
    pub certified_email: Option<String>,
    /// When offices are open to the public.
    pub opening_hours: Option<String>,
    /// Colours of the documents, as `#rrggbb`.
    pub colours: Vec<String>,
    /// Path of the logo, beside the plan file.
    pub logo: Option<String>,
}

/// Whether actuals may still be entered at a checkpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Entry {
    /// A missing actual is *da rilevare*.
    Open,
    /// A missing actual counts 0.
    Closed,
}

/// A day at which the plan is measured.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checkpoint {
    /// The day.
    pub date: Day,
    /// Its name (`I semestre`).
    pub title: Option<String>,
    /// Open or closed; not written: closed if it holds any actual (scoring.md §3).
    pub entry: Option<Entry>,
}

/// A level of the tree and its name in this body's year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Level {
    /// The key that objectives cite (`strategic`).
    pub id: String,
    /// The body's name for it (`obiettivo strategico`).
    pub title: Option<String>,
}

impl Plan {
    /// The year of the plan: as written, else that of the first checkpoint.
    pub fn year(&self) -> Option<i16> {
        self.heading.year.or_else(|| {
            self.checkpoints
                .iter()
                .find_map(|c| c.date.date)
                .map(Date::year)
        })
    }

    /// The days of the checkpoints that could be read, in order.
    pub fn checkpoint_days(&self) -> Vec<Date> {
        let mut days: Vec<Date> = self
            .checkpoints
            .iter()
            .filter_map(|c| c.date.date)
            .collect();
        days.sort_unstable();
        days.dedup();
        days
    }

    /// The key, printed code and title of a node, as far as its kind has them.
    pub fn name_of(&self, node: Node) -> Name<'_> {
        let i = node.at();
        let name = match node.kind {
            NodeKind::Body => Some(("", None, self.body.name.as_deref())),
            NodeKind::Area => self
                .areas
                .get(i)
                .map(|x| (x.id.as_str(), x.code.as_deref(), x.title.as_deref())),
            NodeKind::Perspective => self.perspectives.get(i).map(Label::name),
            NodeKind::Programme => self.programmes.get(i).map(Label::name),
            NodeKind::Purpose => self.purposes.get(i).map(Label::name),
            NodeKind::Objective => self
                .objectives
                .get(i)
                .map(|x| (x.id.as_str(), x.code.as_deref(), x.title.as_deref())),
            NodeKind::Action => self
                .actions
                .get(i)
                .map(|x| (x.id.as_str(), x.code.as_deref(), x.title.as_deref())),
            NodeKind::Indicator => self
                .indicators
                .get(i)
                .map(|x| (x.id.as_str(), x.number.as_deref(), x.name.as_deref())),
            NodeKind::Activity => self
                .activities
                .get(i)
                .map(|x| (x.id.as_str(), x.code.as_deref(), x.title.as_deref())),
            NodeKind::Responsible => self
                .responsibles
                .get(i)
                .map(|x| (x.id.as_str(), None, x.title.as_deref())),
            NodeKind::Dashboard => self
                .dashboards
                .get(i)
                .map(|x| (x.id.as_str(), x.code.as_deref(), x.title.as_deref())),
            NodeKind::Section => self
                .sections
                .get(i)
                .map(|x| (x.id.as_str(), x.code.as_deref(), x.title.as_deref())),
            NodeKind::Sheet => self
                .sheets
                .get(i)
                .map(|x| (x.id.as_str(), None, x.title.as_deref())),
            NodeKind::Placement => self
                .placements
                .get(i)
                .map(|x| (x.child.text.as_str(), None, None)),
            NodeKind::Unit => self
                .units
                .get(i)
                .map(|x| (x.id.as_str(), None, x.title.as_deref())),
            NodeKind::Checkpoint => self
                .checkpoints
                .get(i)
                .map(|x| (x.date.text.as_str(), None, x.title.as_deref())),
            NodeKind::Level => self
                .levels
                .get(i)
                .map(|x| (x.id.as_str(), None, x.title.as_deref())),
            NodeKind::Relevance => self
                .relevances
                .get(i)
                .map(|x| (x.coefficient.text.as_str(), None, x.title.as_deref())),
            NodeKind::Fund => self
                .funds
                .get(i)
                .map(|x| (x.id.as_str(), None, x.title.as_deref())),
            NodeKind::Act => self
                .acts
                .get(i)
                .map(|x| (x.id.as_str(), x.number.as_deref(), x.subject.as_deref())),
            NodeKind::Variation => self
                .variations
                .get(i)
                .map(|x| (x.id.as_str(), None, x.title.as_deref())),
            NodeKind::BudgetLine => self
                .budget_lines
                .get(i)
                .map(|x| (x.id.as_str(), x.account.as_deref(), x.item.as_deref())),
            NodeKind::FundingProgramme => self
                .funding_programmes
                .get(i)
                .map(|x| (x.id.as_str(), None, x.title.as_deref())),
            NodeKind::HealthIndex => self
                .health_indices
                .get(i)
                .map(|x| (x.id.as_str(), None, x.title.as_deref())),
            NodeKind::Table => self
                .tables
                .get(i)
                .map(|x| (x.id.as_str(), None, x.title.as_deref())),
            NodeKind::Chapter => self
                .chapters
                .get(i)
                .map(|x| (x.id.as_str(), None, x.title.as_deref())),
            NodeKind::Measure => self
                .measures
                .get(i)
                .map(|x| (x.id.as_str(), None, x.title.as_deref())),
            NodeKind::Unplanned => self
                .unplanned
                .get(i)
                .map(|x| (x.id.as_str(), None, x.title.as_deref())),
            NodeKind::Quantity => self
                .quantities
                .get(i)
                .map(|x| (x.id.as_str(), None, x.title.as_deref())),
            NodeKind::Register => self
                .registers
                .get(i)
                .map(|x| (x.id.as_str(), None, x.title.as_deref())),
            NodeKind::Link => self
                .links
                .get(i)
                .map(|x| (x.from.text.as_str(), None, x.note.as_deref())),
            NodeKind::Band => self
                .method
                .bands
                .get(i)
                .map(|x| (x.from.text.as_str(), None, None)),
            NodeKind::Profile => self
                .method
                .profiles
                .get(i)
                .map(|x| (x.id.as_str(), None, x.title.as_deref())),
            NodeKind::Silence => self.silences.get(i).map(|x| {
                (
                    x.rule.as_deref().unwrap_or_default(),
                    None,
                    x.reason.as_deref(),
                )
            }),
        };
        let (key, code, title) = name.unwrap_or(("", None, None));
        Name { key, code, title }
    }

    /// The identity printed in machine formats: `kind:key`, and plain `body` for the body.
    pub fn id_of(&self, node: Node) -> String {
        match node.kind {
            NodeKind::Body => "body".to_owned(),
            kind => format!("{}:{}", kind.token(), self.name_of(node).key),
        }
    }
}

/// How a node is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name<'a> {
    /// The key by which the plan file cites it.
    pub key: &'a str,
    /// The printed code, which may be missing or repeated.
    pub code: Option<&'a str>,
    /// The printed title.
    pub title: Option<&'a str>,
}
