//! Plans of any size for the benchmarks, in the proportions of published ones: an area for every
//! hundred indicators, three indicators to an objective, two checkpoints, baselines, a holder for
//! every fifty objectives with weights, a dashboard for every thirty indicators.

use domain::number::Number;
use domain::plan::{
    Area, Checkpoint, Dashboard, Day, Indicator, Label, Node, NodeKind, Objective, Period,
    Placement, Plan, Quantity, Reference, Responsible, Role, Value,
};
use jiff::civil::{Date, date};

const HALF: Date = date(2026, 6, 30);
const END: Date = date(2026, 12, 31);

/// Targets as people write them: name, unit, baseline, target and actual at 30/6 and at 31/12.
const FORMS: [(&str, &str, &str, [&str; 4]); 12] = [
    (
        "Imprese coinvolte",
        "imprese",
        "280",
        ["almeno 150", "161", "almeno 300", "312"],
    ),
    (
        "Tempo medio di pagamento",
        "giorni",
        "24",
        ["<= 20", "18", "<= 20", "22"],
    ),
    (
        "Grado di utilizzo delle risorse",
        "%",
        "81%",
        ["", "", ">= 85%", "79,5%"],
    ),
    ("Eventi realizzati", "N.", "8", ["4", "3", "10", "10"]),
    (
        "Riduzione dei consumi",
        "kWh",
        "612.863,8",
        ["//", "", "-15%", "540.000"],
    ),
    ("Nuovo sito", "SI/NO", "", ["", "in corso", "SI", "SI"]),
    (
        "Pubblicazione della relazione",
        "data",
        "",
        ["entro il 30/06/2026", "15/06/2026", "", ""],
    ),
    (
        "Avvio della gara",
        "",
        "",
        ["", "", "avvio della gara", "60%"],
    ),
    (
        "Costo per impresa",
        "euro",
        "1.200,50",
        ["<= 1.150", "1.170,25", "<= 1.100", "1.080"],
    ),
    (
        "Gradimento degli utenti",
        "",
        "0,9",
        ["", "", "tra 0,8 e 1", "0,85"],
    ),
    (
        "Indicatore in definizione",
        "",
        "",
        ["", "", "in attesa di definizione", ""],
    ),
    (
        "Verifiche ispettive",
        "%",
        "70%",
        ["50%", "48%", "100%", "97%"],
    ),
];

/// A plan with so many indicators.
pub fn generate(indicators: usize) -> Plan {
    let mut plan = Plan::default();
    plan.heading.year = Some(2026);
    plan.checkpoints = [HALF, END]
        .map(|day| Checkpoint {
            date: Day {
                text: day.to_string(),
                date: Some(day),
            },
            ..Checkpoint::default()
        })
        .into();
    plan.perspectives = (0..4)
        .map(|i| Label {
            id: format!("p{i}"),
            ..Label::default()
        })
        .collect();
    for i in 0..indicators {
        if i % 100 == 0 {
            add_area(&mut plan);
        }
        if i % 3 == 0 {
            add_objective(&mut plan);
        }
        add_indicator(&mut plan, i);
    }
    plan
}

fn to(kind: NodeKind, index: usize) -> Reference {
    Reference {
        text: format!("{}:{index}", kind.token()),
        node: Some(Node::new(kind, index)),
    }
}

fn weight(points: i64) -> Option<Quantity> {
    Some(Quantity {
        text: points.to_string(),
        number: Some(Number::from(points)),
    })
}

fn place(plan: &mut Plan, parent: Reference, child: Reference, weight: Option<Quantity>) {
    plan.placements.push(Placement {
        parent,
        child,
        weight,
        ..Placement::default()
    });
}

fn add_area(plan: &mut Plan) {
    plan.areas.push(Area {
        id: plan.areas.len().to_string(),
        ..Area::default()
    });
}

/// Every seventh objective contributes to the one before it; the others stand under their area.
fn add_objective(plan: &mut Plan) {
    let i = plan.objectives.len();
    if i.is_multiple_of(50) {
        plan.responsibles.push(Responsible {
            id: plan.responsibles.len().to_string(),
            ..Responsible::default()
        });
    }
    let parent = if i % 7 == 6 {
        to(NodeKind::Objective, i - 1)
    } else {
        to(NodeKind::Area, plan.areas.len() - 1)
    };
    let holder = to(NodeKind::Responsible, plan.responsibles.len() - 1);
    plan.objectives.push(Objective {
        id: format!("o{i}"),
        parent: Some(parent),
        perspectives: vec![to(NodeKind::Perspective, i % 4)],
        responsibles: vec![holder.clone()],
        ..Objective::default()
    });
    place(plan, holder, to(NodeKind::Objective, i), weight(2));
}

fn add_indicator(plan: &mut Plan, i: usize) {
    if i.is_multiple_of(30) {
        let holder = to(NodeKind::Responsible, plan.responsibles.len() - 1);
        plan.dashboards.push(Dashboard {
            id: plan.dashboards.len().to_string(),
            holder: Some(holder),
            ..Dashboard::default()
        });
    }
    let (name, unit, baseline, cells) = FORMS[(i * 5 + i / 7) % FORMS.len()];
    let value = |role, period, text: &str| Value {
        role,
        period,
        text: text.to_owned(),
        ..Value::default()
    };
    let [target_half, actual_half, target_end, actual_end] = cells;
    let mut values = vec![value(Role::Baseline, Period::Year(2025), baseline)];
    for (role, day, text) in [
        (Role::Target, HALF, target_half),
        (Role::Target, END, target_end),
        (Role::Actual, HALF, actual_half),
        (Role::Actual, END, actual_end),
    ] {
        values.push(value(role, Period::Day(day), text));
    }
    plan.indicators.push(Indicator {
        id: format!("i{i}"),
        name: Some(name.to_owned()),
        unit: Some(unit.to_owned()),
        parent: Some(to(NodeKind::Objective, plan.objectives.len() - 1)),
        weight: weight([40, 30, 30][i % 3]),
        values,
        ..Indicator::default()
    });
    let dashboard = to(NodeKind::Dashboard, plan.dashboards.len() - 1);
    place(plan, dashboard, to(NodeKind::Indicator, i), None);
}
