//! The fields of a kind in groups that are filled together.

use crate::format::schema::{FieldSpec, KindSpec};

/// A group of fields.
pub struct Group {
    /// The end of its message, and its name in addresses.
    pub name: &'static str,
    /// The machine names of its fields, in the order of the form.
    keys: &'static [&'static str],
}

/// All other fields of the kind.
const REST: &[&str] = &[];

const OBJECTIVE: &[Group] = &[
    Group {
        name: "essenziale",
        keys: &[
            "code",
            "title",
            "level",
            "parent",
            "weight",
            "area",
            "perspectives",
            "programmes",
            "purposes",
            "responsibles",
            "units",
            "period",
        ],
    },
    Group {
        name: "testi",
        keys: &[
            "description",
            "benefit",
            "planned_actions",
            "done",
            "criticalities",
            "deviation",
        ],
    },
    Group {
        name: "bilancio",
        keys: &[
            "mission",
            "budget_programme",
            "pira",
            "relevance",
            "value_managers",
            "value_staff",
            "value_excluded",
            "efforts",
            "effort_text",
        ],
    },
    Group {
        name: "risultati",
        keys: &["results", "judgements", "overrides"],
    },
    Group {
        name: "altro",
        keys: REST,
    },
];

const INDICATOR: &[Group] = &[
    Group {
        name: "definizione",
        keys: &[
            "number",
            "name",
            "parent",
            "action",
            "weight",
            "types",
            "unit",
            "direction",
            "nature",
            "target_kind",
            "algorithm",
            "formula",
            "source",
            "owner",
            "frequency",
            "measured_period",
            "expected_evidence",
            "project",
            "national",
        ],
    },
    Group {
        name: "valori",
        keys: &[
            "targets",
            "revised_targets",
            "baseline",
            "history",
            "past_targets",
            "cluster_mean",
            "forecast",
            "from_baseline",
        ],
    },
    Group {
        name: "risultati",
        keys: &["results", "judgements", "overrides"],
    },
    Group {
        name: "altro",
        keys: REST,
    },
];

const ACTIVITY: &[Group] = &[
    Group {
        name: "definizione",
        keys: &[
            "code",
            "title",
            "parent",
            "weight",
            "owner",
            "start",
            "end",
            "unit",
            "direction",
            "note",
        ],
    },
    Group {
        name: "valori",
        keys: &["targets", "revised_targets", "results"],
    },
];

const WHOLE: &[Group] = &[Group {
    name: "tutto",
    keys: REST,
}];

/// The groups of a kind: one of all its fields where nobody would look for them apart.
pub fn groups(kind: &KindSpec) -> &'static [Group] {
    match kind.key {
        "objective" => OBJECTIVE,
        "indicator" => INDICATOR,
        "activity" => ACTIVITY,
        _ => WHOLE,
    }
}

/// The fields of a group, in order. Keys are never typed: what is mentioned keeps its own.
pub fn fields(kind: &'static KindSpec, group: &Group) -> Vec<&'static FieldSpec> {
    let of_keys = group.keys.iter().filter_map(|key| kind.field(key));
    if !group.keys.is_empty() {
        return of_keys.collect();
    }
    let elsewhere = |key: &str| groups(kind).iter().any(|group| group.keys.contains(&key));
    let rest = kind.fields.iter();
    rest.filter(|field| field.key != "id" && !elsewhere(field.key))
        .collect()
}

/// The fields without which a thing of a kind is nothing.
pub fn is_needed(kind: &KindSpec, key: &str) -> bool {
    match kind.key {
        "indicator" => key == "name",
        "budget_line" => key == "item",
        "placement" => matches!(key, "parent" | "child"),
        "link" => matches!(key, "from" | "to"),
        "checkpoint" => key == "date",
        "relevance" => key == "coefficient",
        "act" => key == "subject",
        "silence" => matches!(key, "rule" | "reason"),
        _ => key == "title",
    }
}

/// Fields whose texts are long.
pub fn is_long(key: &str) -> Option<u8> {
    match key {
        "text" | "done" | "planned_actions" | "description" => Some(8),
        "benefit" | "criticalities" | "deviation" => Some(5),
        "algorithm" | "formula" | "expected_evidence" | "note" | "reason" | "effort_text"
        | "condition" | "neutralised" | "result" | "rule" | "units_text" | "subject" => Some(3),
        _ => None,
    }
}
