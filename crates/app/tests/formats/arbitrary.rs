//! Arbitrary plans, made from the schema's own tables: whatever field is added there is tried here.

use domain::plan::Plan;
use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::select;
use traguardo::format::datum::{At, Datum, Entry, Item, Record};
use traguardo::format::draft::{Found, assemble};
use traguardo::format::field::{Shape, VALUE_DETAILS};
use traguardo::format::schema::{FieldSpec, KINDS};
use traguardo::format::toml;

/// A plan, shown as its TOML where a test fails on it.
#[derive(Clone)]
pub struct Sample(pub Plan);

impl std::fmt::Debug for Sample {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&toml::write(&self.0))
    }
}

/// A plan as a reader would make it of records that no person would write.
pub fn plan() -> impl Strategy<Value = Sample> {
    vec(record(), 0..24).prop_map(|records| {
        let count = records.len();
        let found = records
            .into_iter()
            .enumerate()
            .map(|(i, (record, holder))| Found {
                holder: holder_for(&record, holder, i, count),
                record,
            })
            .collect::<Vec<_>>();
        Sample(assemble(only_possible_holders(found), Vec::new()).plan)
    })
}

fn holder_for(record: &Record, holder: Option<usize>, at: usize, _count: usize) -> Option<usize> {
    KINDS[record.kind].spec().nest?;
    holder.filter(|_| at > 0).map(|h| h % at)
}

/// Readers give a record only holders that its kind may stand in.
fn only_possible_holders(mut found: Vec<Found>) -> Vec<Found> {
    for i in 0..found.len() {
        let possible = found[i].holder.is_some_and(|holder| {
            let parent = KINDS[found[holder].record.kind].spec();
            let nest = KINDS[found[i].record.kind].spec().nest;
            !parent.single && nest.is_some_and(|nest| nest.parents.contains(&parent.node))
        });
        if !possible {
            found[i].holder = None;
        }
    }
    found
}

fn record() -> impl Strategy<Value = (Record, Option<usize>)> {
    let kinds: Vec<usize> = (0..KINDS.len()).collect();
    // Indicators and what holds them are met more often than the rest.
    let busy: Vec<usize> = (0..KINDS.len())
        .filter(|k| {
            let key = KINDS[*k].spec().key;
            [
                "area",
                "objective",
                "action",
                "indicator",
                "activity",
                "placement",
                "section",
            ]
            .contains(&key)
        })
        .collect();
    let kind = prop_oneof![select(kinds), select(busy)];
    (kind, weighted(0.4, any::<usize>())).prop_flat_map(|(kind, holder)| {
        let fields: Vec<BoxedStrategy<Option<Entry>>> = KINDS[kind]
            .spec()
            .fields
            .iter()
            .map(|field| {
                let key = field.key;
                let often = if matches!(field.shape, Shape::Values) || key == "code" {
                    0.5
                } else {
                    0.2
                };
                weighted(often, datum(field))
                    .prop_map(move |datum| datum.map(|datum| Entry::new(key, datum)))
                    .boxed()
            })
            .collect();
        fields.prop_map(move |entries| {
            let record = Record {
                kind,
                at: At::Nowhere,
                entries: entries.into_iter().flatten().collect(),
            };
            (record, holder)
        })
    })
}

fn datum(field: &FieldSpec) -> BoxedStrategy<Datum> {
    if matches!(field.key, "id" | "code" | "number") {
        return prop_oneof![4 => label(), 1 => text()]
            .prop_map(Datum::Text)
            .boxed();
    }
    let texts = |one: BoxedStrategy<String>| {
        vec(one.prop_map(Item::text), 0..4)
            .prop_map(Datum::List)
            .boxed()
    };
    match &field.shape {
        Shape::Text => text().prop_map(Datum::Text).boxed(),
        Shape::Quantity => quantity().prop_map(Datum::Text).boxed(),
        Shape::Day => day().prop_map(Datum::Text).boxed(),
        Shape::Year => year().prop_map(Datum::Text).boxed(),
        Shape::Years => texts(year()),
        Shape::YesNo => select(vec!["true", "false", "sì", "no", "", "forse"])
            .prop_map(|t| Datum::Text(t.to_owned()))
            .boxed(),
        Shape::Choice(words) => choice(words).prop_map(Datum::Text).boxed(),
        Shape::Choices(words) => texts(choice(words)),
        Shape::Texts => texts(text()),
        Shape::Reference => reference().prop_map(Datum::Text).boxed(),
        Shape::References => texts(reference()),
        Shape::Values => values(),
        Shape::Shares => vec((0u8..14, quantity()), 0..4)
            .prop_map(|shares| {
                Datum::Map(
                    shares
                        .into_iter()
                        .map(|(month, text)| Entry::new(month.to_string(), Datum::Text(text)))
                        .collect(),
                )
            })
            .boxed(),
        Shape::Grid => vec(vec(text().prop_map(Item::text), 0..4), 0..4)
            .prop_map(|rows| {
                let rows = rows.into_iter().map(|row| Item {
                    datum: Datum::List(row),
                    at: At::Nowhere,
                });
                Datum::List(rows.collect())
            })
            .boxed(),
        Shape::Details(fields) => {
            let keys: Vec<&'static str> = fields.iter().map(|(key, _)| *key).collect();
            vec(details(keys), 0..3).prop_map(Datum::List).boxed()
        }
    }
}

fn details(keys: Vec<&'static str>) -> impl Strategy<Value = Item> {
    let fields: Vec<_> = keys
        .into_iter()
        .map(|key| {
            let one = match key {
                "evidence" => vec(text().prop_map(Item::text), 0..3)
                    .prop_map(Datum::List)
                    .boxed(),
                "provisional" | "achievement" => select(vec!["true", "false"])
                    .prop_map(|t| Datum::Text(t.to_owned()))
                    .boxed(),
                _ => text().prop_map(Datum::Text).boxed(),
            };
            weighted(0.3, one).prop_map(move |datum| datum.map(|datum| Entry::new(key, datum)))
        })
        .collect();
    fields.prop_map(|entries| Item {
        datum: Datum::Map(entries.into_iter().flatten().collect()),
        at: At::Nowhere,
    })
}

/// Values of one role: bare, by period, several for one period, with and without details.
fn values() -> BoxedStrategy<Datum> {
    let keys: Vec<&'static str> = VALUE_DETAILS.iter().map(|(key, _)| *key).collect();
    let value = prop_oneof![
        3 => text().prop_map(Item::text),
        1 => details(keys.clone()),
    ];
    let list = vec(value.clone(), 1..3).prop_map(|items| Item {
        datum: Datum::List(items),
        at: At::Nowhere,
    });
    let one = prop_oneof![4 => value.clone(), 1 => list.clone()];
    let map = vec((period(), one), 0..4).prop_map(|periods| {
        Datum::Map(
            periods
                .into_iter()
                .map(|(key, item)| Entry { key, item })
                .collect(),
        )
    });
    prop_oneof![
        1 => value.prop_map(|item| item.datum),
        1 => list.prop_map(|item| item.datum),
        4 => map,
    ]
    .boxed()
}

fn period() -> BoxedStrategy<String> {
    let plain = [
        "2022",
        "2023",
        "2024",
        "2024-06-30",
        "2024-12-31",
        "",
        "0024",
        "9999",
        "1600-01-01",
        "2024 preventivo aggiornato",
        "I semestre",
        "30/06/2024",
        "note",
        "text",
        "period",
        "storico 2024",
        "2022-2024",
        "a [b]",
        "anno",
    ];
    prop_oneof![
        6 => select(plain.to_vec()).prop_map(str::to_owned),
        1 => text(),
    ]
    .boxed()
}

/// Short codes that repeat, and that look like numbers, dates, keys and references.
fn label() -> BoxedStrategy<String> {
    let labels = [
        "1",
        "2",
        "1.1",
        "1.10",
        "3 .1",
        "1.2.1.-001",
        "A",
        "a",
        "B",
        "1/1",
        "area:1",
        "objective:1",
        "1.1/1",
        "area-1",
        "x~2",
        "x",
        "body",
        "*",
    ];
    select(labels.to_vec()).prop_map(str::to_owned).boxed()
}

fn reference() -> BoxedStrategy<String> {
    prop_oneof![6 => label(), 1 => text()].boxed()
}

fn choice(words: &[(&'static str, &'static str)]) -> BoxedStrategy<String> {
    let mut all: Vec<&'static str> = words
        .iter()
        .flat_map(|(token, word)| [*token, *word])
        .collect();
    all.extend(["", "no such word"]);
    select(all).prop_map(str::to_owned).boxed()
}

fn quantity() -> BoxedStrategy<String> {
    let texts = [
        "1",
        "33,33",
        "€ 15.530",
        "7.5",
        "100%",
        "-3",
        "",
        "nd",
        "=1+1",
    ];
    prop_oneof![4 => select(texts.to_vec()).prop_map(str::to_owned), 1 => text()].boxed()
}

fn day() -> BoxedStrategy<String> {
    let days = ["2024-12-31", "31.3.2022", "30/6/2024", "giugno 2024", ""];
    prop_oneof![4 => select(days.to_vec()).prop_map(str::to_owned), 1 => text()].boxed()
}

fn year() -> BoxedStrategy<String> {
    prop_oneof![4 => (1890i16..2210).prop_map(|y| y.to_string()), 1 => text()].boxed()
}

/// Texts as people, documents and other programs write them.
pub fn text() -> BoxedStrategy<String> {
    let nasty = [
        "",
        " ",
        "\u{a0}",
        "\u{200b}\u{feff}",
        "  in mezzo  ",
        "almeno 300 utenti",
        "70%",
        "31/12/2026",
        "30% delle imprese; 50% dei comuni",
        ";",
        ";;",
        "a;",
        "; a",
        "\"",
        "\"\"",
        "\"\"\"\"",
        "\"Digitale\"",
        "\"a; b\"",
        "\"a\";",
        "prima\nseconda",
        "prima\r\nseconda",
        "\r",
        "'''",
        "fine'",
        "=SOMMA(A1:A3)",
        "+39",
        "-24 gg",
        "@qui",
        "//",
        "_x0041_",
        "_x005F_",
        "_x0041\u{1}",
        "\u{0}\u{1}\u{1f}",
        "\u{fffe}\u{ffff}",
        "\u{85}\u{2028}x",
        "<r>&amp;</r>",
        "<r><t>x</t></r>",
        "→ Testi lunghi 1",
        "{ a = 1 }",
        "true",
        "è 👩‍💻 ẞ",
        "\\;",
        "\t",
    ];
    prop_oneof![
        8 => select(nasty.to_vec()).prop_map(str::to_owned),
        4 => "[a-z0-9 ;,.\"'\n]{0,12}",
        2 => any::<String>(),
        1 => Just("lungo; ".repeat(6000)),
    ]
    .boxed()
}
