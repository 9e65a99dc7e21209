//! What the product has to say about something that a person typed.
//!
//! A finding is not an error: the text is kept, a value (or none) comes out, and the findings tell
//! where, why and what to do. The domain names the node and the field; who knows the file (an
//! importer) or the page turns that into a line, a cell or a link. Texts live in the message
//! catalogue under the finding's `rule`; the domain only supplies the arguments.

use crate::plan::Node;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// A person must look.
    Warning,
    /// Figures would be wrong or cannot be computed.
    Error,
}

impl Severity {
    /// All of them, lowest first.
    pub const ALL: [Severity; 3] = [Severity::Note, Severity::Warning, Severity::Error];

    /// The machine token: `note`, `warning`, `error`.
    pub fn token(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// Where in the plan a finding points: a node, and the field of it that is concerned.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Place {
    /// The node; none for the plan as a whole.
    pub node: Option<Node>,
    /// The field's machine name as the plan file writes it (`weight`, `targets.2024-12-31`).
    pub field: Option<String>,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The slug of the rule, which is also the key of its message (`target-unreadable`).
    pub rule: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// Where it points.
    pub place: Place,
    /// Arguments of the message, by name, already printed where they are figures typed by people.
    pub args: Vec<(&'static str, String)>,
    /// Other places of the same cause: what is to be said of them is the same.
    pub also: Vec<Place>,
    /// The way out, where it is mechanical and safe: all of these together.
    pub fix: Vec<Edit>,
}

/// A field that should hold another text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Whose field.
    pub node: Node,
    /// The field's machine name.
    pub field: String,
    /// What it should hold.
    pub text: String,
}

impl Finding {
    /// A finding of `rule` without place or arguments yet.
    pub fn new(severity: Severity, rule: &'static str) -> Self {
        Finding {
            rule,
            severity,
            place: Place::default(),
            args: Vec::new(),
            also: Vec::new(),
            fix: Vec::new(),
        }
    }

    /// A [`Severity::Note`].
    pub fn note(rule: &'static str) -> Self {
        Self::new(Severity::Note, rule)
    }

    /// A [`Severity::Warning`].
    pub fn warning(rule: &'static str) -> Self {
        Self::new(Severity::Warning, rule)
    }

    /// A [`Severity::Error`].
    pub fn error(rule: &'static str) -> Self {
        Self::new(Severity::Error, rule)
    }

    /// The same finding at `node`.
    #[must_use]
    pub fn at(mut self, node: Node) -> Self {
        self.place.node = Some(node);
        self
    }

    /// The same finding about `field`.
    #[must_use]
    pub fn field(mut self, field: impl Into<String>) -> Self {
        self.place.field = Some(field.into());
        self
    }

    /// The same finding with one more argument for its message.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}
