//! Who may do what: the one table from which the server decides, and the manual's page is made.

/// A role that a person has in a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// *Amministratore*: accounts and settings of the installation, no data of the plan.
    Administrator,
    /// *Ufficio performance*: keeps plan and campaigns.
    PerformanceOffice,
    /// *Segretario Generale*.
    SecretaryGeneral,
    /// *Dirigente* or head of a unit: own unit and those below.
    Manager,
    /// *Referente di indicatore*: enters what is asked of the own unit.
    IndicatorOwner,
    /// *Valutatore* of individual sheets.
    Evaluator,
    /// *OIV*: sees everything, remarks, edits no data.
    Oiv,
    /// *Giunta, Consiglio*.
    Board,
    /// *Personale*.
    Staff,
}

impl Role {
    /// All of them, in the order of the manual.
    pub const ALL: [Role; 9] = [
        Role::Administrator,
        Role::PerformanceOffice,
        Role::SecretaryGeneral,
        Role::Manager,
        Role::IndicatorOwner,
        Role::Evaluator,
        Role::Oiv,
        Role::Board,
        Role::Staff,
    ];

    /// The machine token.
    pub fn token(self) -> &'static str {
        match self {
            Role::Administrator => "administrator",
            Role::PerformanceOffice => "performance_office",
            Role::SecretaryGeneral => "secretary_general",
            Role::Manager => "manager",
            Role::IndicatorOwner => "indicator_owner",
            Role::Evaluator => "evaluator",
            Role::Oiv => "oiv",
            Role::Board => "board",
            Role::Staff => "staff",
        }
    }

    /// The role of a token; of a named function, the role whose rights it has.
    pub fn of_token(token: &str) -> Option<Role> {
        let named = Role::ALL.into_iter().find(|role| role.token() == token);
        let is_function = FUNCTIONS.contains(&token);
        named.or(is_function.then_some(Role::Staff))
    }
}

/// Functions that a body names persons for: the person in charge against corruption and for
/// transparency (*RPCT*), auditors, who answers for accessibility, members of working groups. They say
/// who somebody is, and give the rights of [`Role::Staff`]; who needs more has a role beside.
pub const FUNCTIONS: [&str; 4] = ["rpct", "auditor", "accessibility_officer", "working_group"];

/// Something that may be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Right {
    /// Read plan, scores, explanations and documents.
    Read,
    /// Change the plan: objectives, indicators, targets, weights, organisation.
    EditPlan,
    /// Bring a plan in from a file, or copy last year's.
    Import,
    /// Open, close and reopen campaigns, and remind.
    RunCampaigns,
    /// Enter actuals with their evidence.
    Enter,
    /// Confirm what was entered, or send it back.
    Confirm,
    /// Write a judgement beside a computed figure.
    Judge,
    /// Write a remark.
    Remark,
    /// Produce and keep documents.
    Produce,
    /// See the findings of the check.
    ReadFindings,
    /// Read the log of changes.
    ReadLog,
    /// Keep accounts and their roles.
    KeepAccounts,
}

impl Right {
    /// All of them, in the order of the manual.
    pub const ALL: [Right; 12] = [
        Right::Read,
        Right::EditPlan,
        Right::Import,
        Right::RunCampaigns,
        Right::Enter,
        Right::Confirm,
        Right::Judge,
        Right::Remark,
        Right::Produce,
        Right::ReadFindings,
        Right::ReadLog,
        Right::KeepAccounts,
    ];

    /// The machine token.
    pub fn token(self) -> &'static str {
        match self {
            Right::Read => "read",
            Right::EditPlan => "edit_plan",
            Right::Import => "import",
            Right::RunCampaigns => "run_campaigns",
            Right::Enter => "enter",
            Right::Confirm => "confirm",
            Right::Judge => "judge",
            Right::Remark => "remark",
            Right::Produce => "produce",
            Right::ReadFindings => "read_findings",
            Right::ReadLog => "read_log",
            Right::KeepAccounts => "keep_accounts",
        }
    }
}

/// How far a right goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reach {
    /// Nowhere.
    Nothing,
    /// What is the unit's own.
    Own,
    /// The unit's own, and all that stands below it in the organisation chart.
    Below,
    /// The whole body.
    Body,
}

impl Reach {
    /// The machine token.
    pub fn token(self) -> &'static str {
        match self {
            Reach::Nothing => "nothing",
            Reach::Own => "own",
            Reach::Below => "below",
            Reach::Body => "body",
        }
    }
}

/// The table. A row for each right, a column for each role of [`Role::ALL`].
#[rustfmt::skip] // One right a line: it is read as a table.
const TABLE: [(Right, [Reach; 9]); 12] = {
    use Reach::{Below, Body, Nothing, Own};
    [
        // administrator, office, secretary, manager, owner, evaluator, oiv, board, staff
        (Right::Read, [Nothing, Body, Body, Body, Body, Body, Body, Body, Body]),
        (Right::EditPlan, [Nothing, Body, Nothing, Nothing, Nothing, Nothing, Nothing, Nothing, Nothing]),
        (Right::Import, [Nothing, Body, Nothing, Nothing, Nothing, Nothing, Nothing, Nothing, Nothing]),
        (Right::RunCampaigns, [Nothing, Body, Nothing, Nothing, Nothing, Nothing, Nothing, Nothing, Nothing]),
        (Right::Enter, [Nothing, Body, Nothing, Below, Own, Nothing, Nothing, Nothing, Nothing]),
        (Right::Confirm, [Nothing, Nothing, Body, Below, Nothing, Nothing, Nothing, Nothing, Nothing]),
        (Right::Judge, [Nothing, Nothing, Body, Below, Nothing, Nothing, Body, Nothing, Nothing]),
        (Right::Remark, [Nothing, Body, Body, Body, Own, Nothing, Body, Nothing, Nothing]),
        (Right::Produce, [Nothing, Body, Body, Body, Nothing, Nothing, Body, Nothing, Nothing]),
        (Right::ReadFindings, [Nothing, Body, Body, Body, Nothing, Nothing, Body, Nothing, Nothing]),
        (Right::ReadLog, [Body, Body, Body, Nothing, Nothing, Nothing, Body, Nothing, Nothing]),
        (Right::KeepAccounts, [Body, Nothing, Nothing, Nothing, Nothing, Nothing, Nothing, Nothing, Nothing]),
    ]
};

/// How far a right goes for a role.
pub fn reach(role: Role, right: Right) -> Reach {
    let row = TABLE.iter().find(|(of, _)| *of == right);
    let column = Role::ALL.iter().position(|of| *of == role);
    match (row, column) {
        (Some((_, reaches)), Some(column)) => reaches[column],
        _ => Reach::Nothing,
    }
}

/// The table as the manual prints it (docs/guida/ruoli.md).
pub fn manual(t: &crate::messages::Catalogue) -> String {
    use std::fmt::Write as _;
    let mut out = format!(
        "# {}\n\n{}\n\n",
        t.text("rights-title"),
        t.text("rights-text")
    );
    for role in Role::ALL {
        let word = t.word("role", role.token());
        let what = t.text(&format!("role-{}-what", role.token().replace('_', "-")));
        let _ = writeln!(out, "- **{word}**: {what}");
    }
    for function in FUNCTIONS {
        let word = t.word("role", function);
        let what = t.text("rights-function");
        let _ = writeln!(out, "- **{word}**: {what}");
    }
    let heads = Role::ALL.map(|role| t.word("role", role.token()));
    let _ = writeln!(
        out,
        "\n| {} | {} |",
        t.text("rights-column"),
        heads.join(" | ")
    );
    let _ = writeln!(out, "| --- |{}", " --- |".repeat(heads.len()));
    for right in Right::ALL {
        let cells = Role::ALL.map(|role| t.word("reach", reach(role, right).token()));
        let word = t.word("right", right.token());
        let _ = writeln!(out, "| {word} | {} |", cells.join(" | "));
    }
    let _ = write!(out, "\n{}\n", t.text("rights-reach"));
    out
}
