//! `…/griglia.xlsx`, `…/griglia/cartella`, `…/griglia/applica`: the grid as a workbook, out and in.

use askama::Template;
use axum::http::StatusCode;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Workbook, XlsxError};
use serde_json::Value as Json;
use store::{Change, Entry, Step as Stage};

use super::entering::{next_step, writable};
use super::value::{FIELDS, Place, Typed, seen};
use super::{Step, Under};
use crate::format::workbook::plain;
use crate::web::asked::Asked;
use crate::web::failure::Failure;
use crate::web::page::{Notice, Page};
use crate::web::pages::author;
use crate::web::part::{
    Action, Actions, Cell, Column, Empty, Field, Kind, Look, Post, Row, Table, Weight,
};
use crate::web::receive::Answer;

/// The sheet, as it is called and found again.
const SHEET: &str = "Rilevazione";

/// The heads of what is written, in the order of [`FIELDS`]: always Italian, as in all workbooks.
const HEADS: [&str; 7] = [
    "Consuntivo",
    "Dato al",
    "Stato",
    "Completamento",
    "Provvisorio",
    "Nota",
    "Documentazione",
];

/// The head of the record's number.
const RECORD: &str = "Voce";
/// The head of what stood there when the workbook was made.
const BEFORE: &str = "Letto (non modificare)";

fn bytes(asked: &Asked<'_>, under: &Under) -> Result<Vec<u8>, XlsxError> {
    let who = asked.who.as_ref();
    let shown = under.shown(asked.t);
    let mut workbook = Workbook::new();
    let base = || {
        Format::new()
            .set_font_name("Calibri")
            .set_border(FormatBorder::Thin)
            .set_border_color(Color::RGB(0xC5_C7_C9))
            .set_align(FormatAlign::Top)
            .set_text_wrap()
    };
    let head = base()
        .set_bold()
        .set_font_color(Color::White)
        .set_background_color(Color::RGB(0x00_66_CC));
    let told = base()
        .set_background_color(Color::RGB(0xF2_F5_F8))
        .set_num_format("@");
    let asked_for = base()
        .set_background_color(Color::RGB(0xFF_F4_CC))
        .set_num_format("@")
        .set_unlocked();
    let sheet = workbook.add_worksheet();
    sheet.set_name(SHEET)?;
    let about = [
        "Indicatore o attività",
        "Sta in",
        "Responsabile",
        "Target",
        "Anno prima",
    ];
    let mut column = 0u16;
    let mut put_head = |sheet: &mut rust_xlsxwriter::Worksheet, text: &str, width: f64| {
        sheet.write_string_with_format(0, column, text, &head)?;
        sheet.set_column_width(column, width)?;
        column += 1;
        Ok::<u16, XlsxError>(column - 1)
    };
    put_head(sheet, RECORD, 7.0)?;
    for (text, width) in about.iter().zip([44.0, 34.0, 26.0, 18.0, 14.0]) {
        put_head(sheet, text, width)?;
    }
    for (text, width) in HEADS.iter().zip([16.0, 12.0, 14.0, 14.0, 12.0, 36.0, 30.0]) {
        put_head(sheet, text, width)?;
    }
    let hidden = put_head(sheet, BEFORE, 10.0)?;
    let rows = under
        .entries
        .iter()
        .filter(|entry| who.is_some_and(|who| under.may_enter(who, entry)));
    for (row, entry) in (1u32..).zip(rows) {
        let node = under.node(entry);
        let place = Place::of(&under.loaded, entry.record, "results", under.day);
        let typed = Typed::stored(place.now.as_ref());
        let texts = [
            entry.record.to_string(),
            shown.label(node),
            under
                .above(node)
                .map(|above| shown.label(above))
                .unwrap_or_default(),
            under.person(asked.t, entry),
            under.target(asked.t, node),
            under
                .last_year(node)
                .map(|(_, text)| text)
                .unwrap_or_default(),
        ];
        for (column, text) in (0u16..).zip(texts) {
            sheet.write_string_with_format(row, column, text, &told)?;
        }
        let is_writable = who.is_some_and(|who| under.is_writable(who, entry));
        let format = if is_writable { &asked_for } else { &told };
        for (column, field) in (6u16..).zip(FIELDS) {
            let text = match field {
                "provisional" if typed.provisional => "sì".to_owned(),
                field => typed.get(field),
            };
            sheet.write_string_with_format(row, column, text, format)?;
        }
        let before = place.now.as_ref().map(Json::to_string).unwrap_or_default();
        sheet.write_string_with_format(row, hidden, before, &told)?;
    }
    sheet.set_column_hidden(hidden)?;
    sheet.set_freeze_panes(1, 2)?;
    workbook.save_to_buffer()
}

/// `…/griglia.xlsx`: the workbook.
pub fn download(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let under = Under::of(asked)?;
    let bytes = bytes(asked, &under).map_err(|error| Failure::Broken(error.to_string()))?;
    let name = format!("{}-{}.xlsx", asked.t.text("web-mon-file"), under.day);
    let media = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    Ok(Answer::file(&name, media, bytes))
}

/// A row of a workbook that somebody filled in.
struct Filled {
    record: i64,
    typed: Typed,
    before: Option<Json>,
}

/// The rows of a workbook.
fn rows(content: &[u8]) -> Result<Vec<Filled>, Option<Box<domain::finding::Finding>>> {
    let sheets = plain(content).map_err(Some)?;
    let clean = |text: &str| text.trim().to_lowercase();
    let found = sheets.iter().find_map(|sheet| {
        let head = sheet
            .cells
            .iter()
            .find(|(_, _, text)| clean(text) == clean(RECORD))?;
        Some((sheet, head.0))
    });
    let (sheet, head) = found.ok_or(None)?;
    let column = |name: &str| {
        let mut heads = sheet.cells.iter().filter(|(row, ..)| *row == head);
        heads
            .find(|(_, _, text)| clean(text) == clean(name))
            .map(|(_, column, _)| *column)
    };
    let columns: Vec<Option<u16>> = HEADS.iter().map(|name| column(name)).collect();
    let (of_record, of_before) = (column(RECORD).ok_or(None)?, column(BEFORE));
    let cell = |row: u32, column: u16| {
        let found = sheet
            .cells
            .binary_search_by_key(&(row, column), |(row, column, _)| (*row, *column));
        found.ok().map(|at| sheet.cells[at].2.as_str())
    };
    let mut filled = Vec::new();
    let numbered = sheet
        .cells
        .iter()
        .filter(|(row, column, _)| *row > head && *column == of_record);
    for (row, _, text) in numbered {
        let Ok(record) = text.trim().parse::<i64>() else {
            continue;
        };
        let before = of_before
            .and_then(|column| cell(*row, column))
            .and_then(seen);
        let mut typed = Typed::stored(before.as_ref());
        for (field, column) in FIELDS.iter().zip(&columns) {
            if let Some(column) = column {
                typed.put(field, cell(*row, *column).unwrap_or_default());
            }
        }
        filled.push(Filled {
            record,
            typed,
            before,
        });
    }
    Ok(filled)
}

#[derive(Template)]
#[template(path = "monitoring/upload.html")]
struct UploadPage<'a> {
    page: Page<'a>,
    lead: String,
    table: Option<Table<'a>>,
    empty: Option<Empty>,
    post: Post,
    actions: Actions,
}

/// A workbook comes back: what it would change, and where somebody changed the same.
pub fn upload(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let under = Under::of(asked)?;
    let t = asked.t;
    let who = asked.person()?;
    if !under.campaign.is_open() {
        return Err(Failure::Unusable("frozen"));
    }
    let file = asked.files.iter().find(|file| file.field == "cartella");
    let read = match file {
        Some(file) if !file.bytes.is_empty() => {
            rows(&file.bytes).map_err(|finding| match finding {
                Some(finding) => t.finding(&finding).0,
                None => t.text("web-mon-upload-no-sheet"),
            })
        }
        _ => Err(t.text("web-mon-upload-no-file")),
    };
    let mut frame = under.frame_below(asked, t.text("web-mon-upload-title"));
    let (filled, refused) = match read {
        Ok(filled) => (filled, None),
        Err(said) => (Vec::new(), Some(said)),
    };
    let (mut table_rows, mut hidden) = (Vec::new(), Vec::new());
    let (mut differences, mut conflicts, mut passed_over) = (0usize, 0usize, 0usize);
    for row in &filled {
        let Ok(entry) = under.entry(row.record) else {
            passed_over += 1;
            continue;
        };
        let place = Place::of(&under.loaded, row.record, "results", under.day);
        let (now, was) = (
            Typed::stored(place.now.as_ref()),
            Typed::stored(row.before.as_ref()),
        );
        let changed: Vec<&str> = FIELDS
            .into_iter()
            .filter(|field| row.typed.get(field) != was.get(field))
            .filter(|field| row.typed.get(field) != now.get(field))
            .collect();
        if changed.is_empty() {
            continue;
        }
        if writable(&under, who, entry).is_err() {
            passed_over += 1;
            continue;
        }
        let label = under.shown(t).label(under.node(entry));
        hidden.push((
            format!("before-{}", row.record),
            place.now.as_ref().map(Json::to_string).unwrap_or_default(),
        ));
        for field in changed {
            differences += 1;
            let is_conflict = now.get(field) != was.get(field);
            conflicts += usize::from(is_conflict);
            let name = format!("w-{}-{field}", row.record);
            hidden.push((format!("{name}-value"), row.typed.get(field)));
            let mut choice = Field::new(
                t,
                Kind::Yes,
                name,
                t.with("web-mon-choose", &[("thing", &label)]),
            );
            choice.value = if is_conflict { "" } else { "yes" }.to_owned();
            let wrong = row
                .typed
                .mistakes()
                .into_iter()
                .find(|(of, _)| *of == field);
            let outcome = match (wrong, is_conflict) {
                (Some((_, key)), _) => t.text(key),
                (None, true) => t.with("web-mon-upload-conflict", &[("was", &was.get(field))]),
                (None, false) => t.text("web-mon-upload-plain"),
            };
            let field_words = t.text(&format!("web-mon-field-{}", field.replace('_', "-")));
            table_rows.push(Row {
                cells: vec![
                    Cell::Text(label.clone()),
                    Cell::Text(field_words),
                    match now.get(field).is_empty() {
                        true => Cell::Nothing,
                        false => Cell::Text(now.get(field)),
                    },
                    match row.typed.get(field).is_empty() {
                        true => Cell::Nothing,
                        false => Cell::Text(row.typed.get(field)),
                    },
                    Cell::Text(outcome),
                    Cell::Field(Box::new(choice)),
                ],
                stands_out: is_conflict || wrong.is_some(),
            });
        }
    }
    let is_refused = refused.is_some();
    if let Some(said) = refused {
        frame.notices.push(Notice {
            weight: Weight::Error,
            text: said,
            action: None,
        });
    }
    if passed_over > 0 {
        frame.notices.push(Notice {
            weight: Weight::Warning,
            text: t.with(
                "web-mon-upload-passed-over",
                &[("count", &passed_over.to_string())],
            ),
            action: None,
        });
    }
    let head = |name: &str| Column::words(t.text(&format!("web-mon-column-{name}")));
    let table = Table {
        t,
        caption: t.text("web-mon-upload-differences"),
        quiet: true,
        columns: vec![
            head("thing"),
            head("field"),
            head("now"),
            head("workbook"),
            head("outcome"),
            head("choose"),
        ],
        rows: table_rows,
        totals: None,
        exports: Vec::new(),
    };
    let mut post = frame.post(under.address("griglia/applica"), &[]);
    post.hidden = hidden;
    let back = Action::to(t.text("web-cancel"), Look::Second, under.address("griglia"));
    let page = UploadPage {
        lead: t.with(
            "web-mon-upload-lead",
            &[
                ("rows", &filled.len().to_string()),
                ("differences", &differences.to_string()),
                ("conflicts", &conflicts.to_string()),
            ],
        ),
        empty: (differences == 0).then(|| Empty {
            title: t.text(match is_refused {
                true => "web-mon-upload-refused",
                false => "web-mon-upload-none",
            }),
            text: t.text("web-mon-upload-none-text"),
            actions: vec![Action::to(
                t.text("web-mon-tab-griglia"),
                Look::Second,
                under.address("griglia"),
            )],
        }),
        table: (differences > 0).then_some(table),
        post,
        actions: Actions {
            items: vec![
                Action::submit(t.text("web-mon-upload-apply"), Look::First),
                back,
            ],
        },
        page: frame,
    };
    let answer = Answer::page(page.render()?);
    Ok(match is_refused {
        true => answer.status(StatusCode::UNPROCESSABLE_ENTITY),
        false => answer,
    })
}

/// The chosen differences are saved, all of them or none.
pub fn apply(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let under = Under::of(asked)?;
    let who = asked.person()?;
    let mut changes: Vec<Change> = Vec::new();
    let mut moved: Vec<(&Entry, Step)> = Vec::new();
    for entry in &under.entries {
        let record = entry.record;
        let Some(before) = asked.form.get(&format!("before-{record}")) else {
            continue;
        };
        let before = seen(before);
        let mut typed = Typed::stored(before.as_ref());
        for field in FIELDS {
            let name = format!("w-{record}-{field}");
            if !asked.form.text(&name).is_empty()
                && let Some(text) = asked.form.get(&format!("{name}-value"))
            {
                typed.put(field, text);
            }
        }
        let place = Place::of(&under.loaded, record, "results", under.day);
        let Some(change) = place.change(before.as_ref(), typed.onto(before.as_ref())) else {
            continue;
        };
        writable(&under, who, entry)?;
        if !typed.mistakes().is_empty() {
            return Err(Failure::Unusable("unreadable-cell"));
        }
        changes.push(change);
        moved.extend(next_step(Step::of(entry), &typed, false).map(|to| (entry, to)));
    }
    let stages: Vec<Stage<'_>> = moved
        .iter()
        .map(|(entry, to)| Stage {
            record: entry.record,
            from: &entry.step,
            to: to.token(),
            comment: entry.comment.as_deref(),
        })
        .collect();
    let (store, body) = (&asked.server.store, &under.loaded.body);
    store.enter(body, under.campaign.id, &changes, &stages, &author(asked)?)?;
    Ok(Answer::to(format!(
        "{}?fatto=mon-uploaded",
        under.address("griglia")
    )))
}
