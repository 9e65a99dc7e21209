//! Laws that every plan obeys, however absurd, with the generator's plans as raw material.

use domain::method::{AllOf, Band, BandLevel, Interim, Method, Neutralised};
use domain::number::Number;
use domain::plan::{
    Activity, Area, Checkpoint, Dashboard, Day, Indicator, Label, Node, NodeKind, Objective,
    Period, Placement, Plan, Quantity, Reference, Responsible, Role, Section, Sheet, Status, Value,
    Variation,
};
use domain::score::{NodeScore, Scores, recompute, score};
use domain::target::{Readings, read_number};
use jiff::civil::{Date, date};
use proptest::prelude::*;

const HALF: Date = date(2026, 6, 30);
const END: Date = date(2026, 12, 31);

fn quantity(text: &str) -> Quantity {
    Quantity {
        text: text.to_owned(),
        number: read_number(text).0,
    }
}

fn to(kind: NodeKind, index: usize) -> Reference {
    Reference {
        text: format!("{}:{index}", kind.token()),
        node: Some(Node::new(kind, index)),
    }
}

fn day(on: Date) -> Day {
    Day {
        text: on.to_string(),
        date: Some(on),
    }
}

fn value(role: Role, on: Date, text: &str) -> Value {
    Value {
        role,
        period: Period::Day(on),
        text: text.to_owned(),
        ..Value::default()
    }
}

fn score_of(plan: &Plan) -> Scores {
    score(plan, &Readings::of(plan), Some(END))
}

/// Targets and actuals of every kind, with the edges of their formulas.
fn cell() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "",
        "10",
        "0",
        "-5",
        "almeno 10",
        "<= 20",
        "<= 0",
        "<= -24",
        "= 3",
        "tra -5 e 5",
        "tra 0,8 e 1",
        "-15%",
        "+/- 5%",
        "SI",
        "NO",
        "31/12/2026",
        "entro il 30/06/2026",
        "15/05/2026",
        "avvio della gara",
        "superiore alla media nazionale",
        "100%",
        "70,5%",
        "30% A e 50% B",
        "monitoraggio",
        "Rinvio al 2028",
        "n.d.",
        "//",
        "-",
        "in corso",
        "completato",
        "non avviato",
        "~ 12",
        "> 907",
        "percentuale di raggiungimento 98%",
    ])
}

fn weight() -> impl Strategy<Value = Option<&'static str>> {
    let huge: &'static str = Box::leak(format!("1{}", "0".repeat(300)).into_boxed_str());
    prop::option::of(prop::sample::select(vec![
        "10", "20", "33,33", "50", "100", "0", "-7", "0,000001", "molto", huge,
    ]))
}

/// A reference to anything, there or not.
fn anything() -> impl Strategy<Value = Option<Reference>> {
    let kinds = prop::sample::select(vec![
        NodeKind::Body,
        NodeKind::Area,
        NodeKind::Perspective,
        NodeKind::Objective,
        NodeKind::Objective,
        NodeKind::Objective,
        NodeKind::Action,
        NodeKind::Indicator,
        NodeKind::Activity,
        NodeKind::Responsible,
        NodeKind::Dashboard,
        NodeKind::Section,
        NodeKind::Sheet,
        NodeKind::Placement,
        NodeKind::Variation,
        NodeKind::Checkpoint,
    ]);
    prop::option::weighted(0.9, (kinds, 0_usize..8).prop_map(|(k, i)| to(k, i)))
}

fn status() -> impl Strategy<Value = Status> {
    prop::sample::select(vec![
        Status::Original,
        Status::Original,
        Status::Original,
        Status::New,
        Status::Replaced,
        Status::Removed,
    ])
}

prop_compose! {
    fn values()(cells in prop::collection::vec((cell(), 0_usize..4), 0..7)) -> Vec<Value> {
        let roles = [
            Role::Target, Role::Target, Role::Actual, Role::Actual, Role::Baseline,
            Role::RevisedTarget, Role::Override,
        ];
        cells
            .into_iter()
            .zip(roles)
            .map(|((text, when), role)| Value {
                period: match when {
                    0 => Period::Day(HALF),
                    1 => Period::Day(END),
                    2 => Period::Year(2026),
                    _ => Period::Unsaid,
                },
                ..value(role, END, text)
            })
            .collect()
    }
}

prop_compose! {
    fn objective()(
        parent in anything(), area in anything(), label in anything(), holder in anything(),
        weight in weight(), own in weight(), status in status(), variation in anything(),
        national in any::<bool>(), neutralised in any::<bool>(), values in values(),
    ) -> Objective {
        Objective {
            parent,
            area,
            perspectives: label.into_iter().collect(),
            responsibles: holder.into_iter().collect(),
            weight: weight.map(quantity),
            own_share: own.map(quantity),
            status,
            neutralised: neutralised.then(|| "forza maggiore".to_owned()),
            neutralised_by: variation.clone(),
            variation,
            national,
            values,
            ..Objective::default()
        }
    }
}

prop_compose! {
    fn indicator()(
        parent in anything(), action in anything(), weight in weight(), status in status(),
        variation in anything(), project in any::<bool>(), from_baseline in any::<bool>(),
        values in values(),
    ) -> Indicator {
        Indicator {
            parent,
            action,
            weight: weight.map(quantity),
            status,
            variation,
            project,
            from_baseline,
            values,
            ..Indicator::default()
        }
    }
}

prop_compose! {
    fn method()(
        cap in prop::sample::select(vec!["100", "150", "0", "-10"]),
        full in any::<bool>(), prorata in any::<bool>(), mean in any::<bool>(),
        banded in any::<bool>(),
    ) -> Method {
        let band = |level, from, value| Band {
            level: Some(level),
            from: quantity(from),
            value: quantity(value),
            ..Band::default()
        };
        Method {
            cap: Some(quantity(cap)),
            neutralised: full.then_some(Neutralised::Full),
            interim: prorata.then_some(Interim::ProRata),
            all_of: mean.then_some(AllOf::Mean),
            bands: if banded {
                vec![Band {
                    to: Some(quantity("50")),
                    ..band(BandLevel::Indicator, "0", "20")
                }, band(BandLevel::Indicator, "50", "90")]
            } else {
                Vec::new()
            },
            ..Method::default()
        }
    }
}

prop_compose! {
    /// A plan in which anything may hang from anything.
    fn plan()(
        method in method(),
        objectives in prop::collection::vec(objective(), 0..7),
        indicators in prop::collection::vec(indicator(), 0..8),
        activities in prop::collection::vec((anything(), weight(), values()), 0..5),
        placements in prop::collection::vec((anything(), anything(), weight(), anything()), 0..8),
        actions in prop::collection::vec((anything(), weight()), 0..3),
        checkpoints in 0_usize..3,
    ) -> Plan {
        let named = |name: &str, count: usize| (0..count).map(|i| format!("{name}{i}")).collect::<Vec<_>>();
        Plan {
            method,
            checkpoints: [HALF, END][..checkpoints]
                .iter()
                .map(|on| Checkpoint { date: day(*on), ..Checkpoint::default() })
                .collect(),
            areas: named("a", 2).into_iter().map(|id| Area { id, ..Area::default() }).collect(),
            perspectives: named("p", 2).into_iter().map(|id| Label { id, ..Label::default() }).collect(),
            variations: vec![
                Variation { id: "v".into(), approved: Some(day(HALF)), ..Variation::default() },
                Variation { id: "w".into(), ..Variation::default() },
            ],
            responsibles: named("r", 3).into_iter().map(|id| Responsible { id, ..Responsible::default() }).collect(),
            dashboards: named("d", 2).into_iter().map(|id| Dashboard { id, ..Dashboard::default() }).collect(),
            sections: vec![Section { id: "s".into(), dashboard: Some(to(NodeKind::Dashboard, 0)), ..Section::default() }],
            sheets: vec![Sheet { id: "h".into(), responsible: Some(to(NodeKind::Responsible, 0)), ..Sheet::default() }],
            objectives,
            indicators,
            activities: activities
                .into_iter()
                .map(|(parent, weight, values)| Activity {
                    parent,
                    weight: weight.map(quantity),
                    values,
                    ..Activity::default()
                })
                .collect(),
            actions: actions
                .into_iter()
                .map(|(parent, weight)| domain::plan::Action {
                    parent,
                    weight: weight.map(quantity),
                    ..domain::plan::Action::default()
                })
                .collect(),
            placements: placements
                .into_iter()
                .filter_map(|(parent, child, weight, variation)| {
                    Some(Placement {
                        parent: parent?,
                        child: child?,
                        weight: weight.map(quantity),
                        variation,
                        ..Placement::default()
                    })
                })
                .collect(),
            ..Plan::default()
        }
    }
}

/// One objective with weighted indicators, some left out.
fn siblings() -> impl Strategy<Value = Vec<(i64, i64, bool)>> {
    prop::collection::vec((1_i64..100, 0_i64..150, any::<bool>()), 1..8)
}

fn plan_of(siblings: &[(i64, i64, bool)], scale: i64) -> Plan {
    let indicator = |&(weight, actual, observed): &(i64, i64, bool)| Indicator {
        parent: Some(to(NodeKind::Objective, 0)),
        weight: Some(quantity(&(weight * scale).to_string())),
        values: vec![
            value(
                Role::Target,
                END,
                if observed {
                    "monitoraggio"
                } else {
                    "almeno 100"
                },
            ),
            value(Role::Actual, END, &actual.to_string()),
        ],
        ..Indicator::default()
    };
    Plan {
        checkpoints: vec![Checkpoint {
            date: day(END),
            ..Checkpoint::default()
        }],
        objectives: vec![Objective::default()],
        indicators: siblings.iter().map(indicator).collect(),
        ..Plan::default()
    }
}

fn of_objective(plan: &Plan) -> NodeScore {
    let scores = score_of(plan);
    scores
        .of(Node::new(NodeKind::Objective, 0))
        .cloned()
        .expect("it is there")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn any_plan_is_scored_and_every_figure_follows_from_its_derivation(plan in plan()) {
        let readings = Readings::of(&plan);
        for at in [None, Some(HALF), Some(END), Some(date(2020, 1, 1))] {
            let scores = score(&plan, &readings, at);
            prop_assert_eq!(&scores, &score(&plan, &readings, at));
            for node in &scores.nodes {
                prop_assert_eq!(&recompute(&node.derivation), &node.score, "{:?}", node);
                prop_assert!(!node.coverage.is_negative() && node.coverage <= Number::ONE, "{:?}", node);
            }
        }
    }

    #[test]
    fn results_stay_between_zero_and_the_cap(mut plan in plan(), cap in 0_i64..300) {
        plan.method.cap = Some(quantity(&cap.to_string()));
        plan.method.bands.clear();
        for values in plan.indicators.iter_mut().map(|i| &mut i.values)
            .chain(plan.objectives.iter_mut().map(|o| &mut o.values)) {
            values.retain(|v| v.role != Role::Override);
        }
        plan.method.neutralised = None;
        let cap = plan.method.cap();
        for node in &score_of(&plan).nodes {
            if let Some(score) = &node.score {
                prop_assert!(!score.is_negative() && *score <= cap, "{:?}", node);
            }
            if let Some(progress) = &node.progress {
                prop_assert!(!progress.is_negative() && *progress <= Number::ONE, "{:?}", node);
            }
        }
    }

    #[test]
    fn neither_order_nor_scale_of_weights_matters(siblings in siblings(), scale in 1_i64..1000) {
        let first = of_objective(&plan_of(&siblings, 1));
        let mut reversed = siblings.clone();
        reversed.reverse();
        for plan in [plan_of(&reversed, 1), plan_of(&siblings, scale)] {
            let other = of_objective(&plan);
            prop_assert_eq!(
                (&first.score, &first.coverage, &first.progress, first.outlook, first.state),
                (&other.score, &other.coverage, &other.progress, other.outlook, other.state)
            );
        }
    }

    #[test]
    fn what_is_left_out_counts_as_if_it_were_not_there(siblings in siblings()) {
        let kept: Vec<_> = siblings.iter().copied().filter(|(_, _, observed)| !observed).collect();
        prop_assert_eq!(
            of_objective(&plan_of(&siblings, 1)).score,
            of_objective(&plan_of(&kept, 1)).score
        );
    }
}

/// So many objectives, each under the one before, with labels and holders on every one.
fn chain(length: usize) -> Plan {
    let objective = |i: usize| Objective {
        parent: i.checked_sub(1).map(|above| to(NodeKind::Objective, above)),
        perspectives: vec![to(NodeKind::Perspective, i % 2)],
        responsibles: vec![to(NodeKind::Responsible, i % 3)],
        ..Objective::default()
    };
    Plan {
        checkpoints: vec![Checkpoint {
            date: day(END),
            ..Checkpoint::default()
        }],
        perspectives: vec![Label::default(), Label::default()],
        responsibles: vec![
            Responsible::default(),
            Responsible::default(),
            Responsible::default(),
        ],
        objectives: (0..length).map(objective).collect(),
        indicators: vec![Indicator {
            parent: Some(to(NodeKind::Objective, length - 1)),
            values: vec![
                value(Role::Target, END, "almeno 3"),
                value(Role::Actual, END, "2"),
            ],
            ..Indicator::default()
        }],
        ..Plan::default()
    }
}

/// Long enough for a recursion to overflow, and for a quadratic walk to take minutes.
const LONG: usize = 100_000;

#[test]
fn a_chain_of_a_hundred_thousand_objectives_is_scored() {
    let scores = score_of(&chain(LONG));
    let thirds = Number::ratio(2, 3);
    for node in [
        Node::BODY,
        Node::new(NodeKind::Objective, 0),
        Node::new(NodeKind::Perspective, 1),
        Node::new(NodeKind::Responsible, 2),
    ] {
        assert_eq!(
            scores.of(node).and_then(|s| s.score.clone()),
            thirds,
            "{node:?}"
        );
    }
}

#[test]
fn a_circle_of_a_hundred_thousand_objectives_is_opened_once() {
    let mut plan = chain(LONG);
    plan.objectives[0].parent = Some(to(NodeKind::Objective, LONG - 1));
    let scores = score_of(&plan);
    let cycles = scores.findings.iter().filter(|f| f.rule == "score-cycle");
    assert_eq!(cycles.count(), 1);
}

#[test]
fn an_objective_with_a_hundred_thousand_indicators_is_scored() {
    let plan = plan_of(&vec![(1, 50, false); LONG], 1);
    assert_eq!(of_objective(&plan).score, Number::ratio(1, 2));
}
