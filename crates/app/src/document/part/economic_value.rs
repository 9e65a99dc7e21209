//! The economic value of objectives, fund by fund: potential, score, what has accrued.

use documents::block::{Block, Cell, FigureOf, Row, RowKind, Table};
use domain::number::Number;
use domain::plan::{Fund, Node, Quantity};
use domain::score::value::{EconomicValue, economic_values, point_value};

use crate::document::Edition;
use crate::document::edition::row;

/// The chapter.
pub fn build(edition: &Edition<'_>) -> Vec<Block> {
    let values = economic_values(edition.plan, edition.scores);
    let funds = &edition.plan.funds;
    let mut blocks = Vec::new();
    if funds.len() > 1 && !values.is_empty() {
        blocks.push(edition.heading(2, edition.say("report-value-all")));
        blocks.push(overview(edition, &values));
    }
    for (i, fund) in funds.iter().enumerate() {
        let of_fund: Vec<&EconomicValue> = values.iter().filter(|v| v.fund == i).collect();
        blocks.extend(one(edition, i, fund, &of_fund));
    }
    blocks
}

fn name(fund: &Fund) -> String {
    fund.title.clone().unwrap_or_else(|| fund.id.clone())
}

/// The sum of what is known; none where nothing is.
fn sum<'v>(numbers: impl Iterator<Item = Option<&'v Number>>) -> Option<Number> {
    let known: Vec<&Number> = numbers.flatten().collect();
    (!known.is_empty()).then(|| known.into_iter().sum())
}

fn money(edition: &Edition<'_>, number: Option<&Number>) -> Cell {
    number.map_or_else(|| Cell::text("—"), |n| edition.money(n))
}

/// How much of the potential has accrued.
fn share(edition: &Edition<'_>, accrued: Option<&Number>, potential: Option<&Number>) -> Cell {
    let share = accrued.zip(potential).and_then(|(a, p)| a.checked_div(p));
    edition.percent(share.as_ref())
}

fn totals(values: &[&EconomicValue]) -> (Option<Number>, Option<Number>) {
    (
        sum(values.iter().map(|v| Some(&v.potential))),
        sum(values.iter().map(|v| v.accrued.as_ref())),
    )
}

fn overview(edition: &Edition<'_>, values: &[EconomicValue]) -> Block {
    let funds = edition.plan.funds.iter().enumerate();
    let rows = funds.map(|(i, fund)| {
        let of_fund: Vec<&EconomicValue> = values.iter().filter(|v| v.fund == i).collect();
        let (potential, accrued) = totals(&of_fund);
        row([
            Cell::text(name(fund)),
            money(edition, point_value(edition.plan, i).as_ref()),
            money(edition, potential.as_ref()),
            money(edition, accrued.as_ref()),
            share(edition, accrued.as_ref(), potential.as_ref()),
        ])
    });
    let mut rows: Vec<Row> = rows.collect();
    let all: Vec<&EconomicValue> = values.iter().collect();
    let (potential, accrued) = totals(&all);
    rows.push(Row {
        cells: vec![
            Cell::text(edition.say("report-total")).over(2),
            money(edition, potential.as_ref()),
            money(edition, accrued.as_ref()),
            share(edition, accrued.as_ref(), potential.as_ref()),
        ],
        kind: RowKind::Total,
    });
    Block::Table(Table {
        data: edition.say("report-data-funds"),
        caption: Some(edition.say("report-value-all-caption")),
        columns: vec![
            edition.column("report-fund", 36),
            edition.figures("report-point", 16),
            edition.figures("report-potential", 18),
            edition.figures("report-accrued", 18),
            edition.figures("report-accrued-share", 12),
        ],
        row_heads: 1,
        rows,
        ..Table::default()
    })
}

fn one(edition: &Edition<'_>, index: usize, fund: &Fund, values: &[&EconomicValue]) -> Vec<Block> {
    let typed = |q: &Option<Quantity>| q.as_ref().map_or(String::new(), |q| q.text.clone());
    let point = point_value(edition.plan, index);
    let point = point.map_or(String::new(), |p| {
        documents::block::plain(&edition.money(&p).text)
    });
    let facts: Vec<_> = [
        edition.fact("report-fund-rule", fund.rule.as_deref().unwrap_or_default()),
        edition.fact("report-fund-resources", &typed(&fund.stable_resources)),
        edition.fact("report-fund-percentage", &typed(&fund.percentage)),
        edition.fact("report-point", &point),
    ]
    .into_iter()
    .flatten()
    .collect();
    let mut blocks = vec![edition.heading(2, name(fund))];
    if facts.is_empty() && values.is_empty() {
        return Vec::new();
    }
    if !facts.is_empty() {
        blocks.push(Block::Facts(facts));
    }
    if values.is_empty() {
        return blocks;
    }
    let printed = |node: Node| -> Option<&Quantity> {
        let objective = &edition.plan.objectives[node.at()];
        match fund.id.as_str() {
            "managers" => objective.value_managers.as_ref(),
            "staff" => objective.value_staff.as_ref(),
            _ => None,
        }
    };
    let any_printed = values.iter().any(|v| printed(v.objective).is_some());
    let mut columns = vec![
        edition.column("report-code", 8),
        edition.column("report-objective", 32),
        edition.figures("report-coefficient", 11),
        edition.figures("report-potential", 14),
    ];
    if any_printed {
        columns.push(edition.figures("report-printed", 13));
    }
    columns.push(edition.figures("report-score", 10));
    columns.push(edition.figures("report-accrued", 14));
    let mut rows: Vec<Row> = values
        .iter()
        .map(|v| {
            let excluded = edition.plan.objectives[v.objective.at()]
                .value_excluded
                .as_ref();
            let [code, mut title] = edition.code_and_title(v.objective);
            if let Some(act) = excluded {
                title.text.push(documents::block::Inline::Break);
                title.text.push(documents::block::Inline::Text(
                    edition.say_with("report-excluded", &[("act", &edition.named(act))]),
                ));
            }
            let mut cells = vec![
                code,
                title,
                Cell::figure(
                    edition.number(&v.coefficient),
                    FigureOf::Number(v.coefficient.clone()),
                ),
                edition.money(&v.potential),
            ];
            if any_printed {
                cells.push(match printed(v.objective) {
                    None => Cell::text(""),
                    Some(q) => Cell {
                        figure: q.number.clone().map(FigureOf::Money),
                        ..Cell::text(q.text.clone())
                    },
                });
            }
            cells.push(edition.score(v.objective));
            cells.push(money(edition, v.accrued.as_ref()));
            row(cells)
        })
        .collect();
    let (potential, accrued) = totals(values);
    let mut total = vec![
        Cell::text(edition.say("report-total")).over(3),
        money(edition, potential.as_ref()),
    ];
    if any_printed {
        let known = values
            .iter()
            .map(|v| printed(v.objective).and_then(|q| q.number.as_ref()));
        total.push(money(edition, sum(known).as_ref()));
    }
    total.push(share(edition, accrued.as_ref(), potential.as_ref()));
    total.push(money(edition, accrued.as_ref()));
    rows.push(Row {
        cells: total,
        kind: RowKind::Total,
    });
    let pending = values.iter().any(|v| v.accrued.is_none());
    blocks.push(Block::Table(Table {
        data: edition.say("report-data-values"),
        context: vec![(edition.say("report-fund"), name(fund))],
        caption: Some(edition.say_with("report-values-of", &[("of", &name(fund))])),
        columns,
        row_heads: 2,
        rows,
        note: pending.then(|| edition.say("report-accrued-pending")),
        ..Table::default()
    }));
    blocks
}
