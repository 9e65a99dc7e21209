//! The staff tables of the plan from the office's workbook: read, counted, shown, then saved. Names
//! are read for nothing, and the workbook is not kept.

use askama::Template;
use axum::http::StatusCode;
use domain::plan::TableKind;
use jiff::civil::Date;
use serde_json::{Value, json};
use store::Change;

use super::organisation::{self, Refused};
use super::saving::{Saving, everywhere};
use super::{frame_of, plan};
use crate::format::staff::{StaffTable, tables};
use crate::format::stored::fields;
use crate::format::workbook::staff as workbook;
use crate::web::asked::Asked;
use crate::web::failure::Failure;
use crate::web::page::Page;
use crate::web::part::{Action, Cell, Column, Link, Look, Post, Row, Table};
use crate::web::plans::Loaded;
use crate::web::receive::Answer;
use crate::web::shown::Shown;

#[derive(Template)]
#[template(path = "staff.html")]
struct StaffPage<'a> {
    page: Page<'a>,
    lead: String,
    unread_title: Option<String>,
    unread: Vec<String>,
    tables: Vec<Table<'a>>,
    post: Post,
    save: Action,
    back: Link,
}

const MEDIA: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The workbook to fill in.
pub fn template(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let bytes = workbook::template().map_err(|f| Failure::Broken(asked.t.finding(&f).0))?;
    Ok(Answer::file("personale.xlsx", MEDIA, bytes))
}

/// The workbook read and counted; nothing is saved yet.
pub fn count(asked: &Asked<'_>) -> Result<Answer, Failure> {
    everywhere(asked)?;
    let loaded = plan(asked)?;
    let scores = loaded.scores(None);
    let shown = Shown {
        t: asked.t,
        loaded: &loaded,
        scores: &scores,
        at: None,
    };
    let t = asked.t;
    let day_text = asked.form.text("giorno").to_owned();
    let refuse = |day: Option<String>, file: Option<String>| {
        let refused = Refused {
            day: day_text.clone(),
            day_error: day,
            file_error: file,
        };
        let answer = organisation::show(asked, &shown, Some(&refused))?;
        Ok(answer.status(StatusCode::UNPROCESSABLE_ENTITY))
    };
    let Ok(day) = day_text.parse::<Date>() else {
        return refuse(Some(t.text("web-staff-no-day")), None);
    };
    let Some(file) = asked.files.iter().find(|file| file.field == "foglio") else {
        return refuse(None, Some(t.text("web-staff-no-file")));
    };
    let read = match workbook::read(&file.bytes, day) {
        Err(finding) => {
            let (message, help) = t.finding(&finding);
            let said = [Some(message), help].into_iter().flatten();
            return refuse(None, Some(said.collect::<Vec<_>>().join(" ")));
        }
        Ok(None) => return refuse(None, Some(t.text("web-staff-no-heads"))),
        Ok(Some(read)) if read.staff.is_empty() => {
            return refuse(None, Some(t.text("web-staff-nobody")));
        }
        Ok(Some(read)) => read,
    };
    let made = tables(&read.staff);
    if made.is_empty() {
        return refuse(None, Some(t.text("web-staff-no-heads")));
    }
    let content: Vec<Value> = made
        .iter()
        .map(|table| {
            json!({
                "id": table.id, "title": table.title, "columns": table.columns, "rows": table.rows,
            })
        })
        .collect();
    let persons: u32 = read.staff.iter().map(|one| one.persons).sum();
    let unread = read.unread.iter();
    let unread: Vec<String> = unread
        .take(50)
        .map(|(cell, text)| t.with("web-staff-unread", &[("cell", cell), ("text", text)]))
        .collect();
    let mut page = frame_of(asked, &shown, "organizzazione", t.text("web-staff-counted"));
    let organisation = shown.address("organizzazione");
    page.crumbs
        .push(Link::new(t.text("web-organisation"), organisation.clone()));
    let page = StaffPage {
        lead: t.with(
            "web-staff-lead",
            &[("count", &persons.to_string()), ("day", &shown.day(day))],
        ),
        unread_title: (!unread.is_empty()).then(|| {
            t.with(
                "web-staff-unread-title",
                &[("count", &read.unread.len().to_string())],
            )
        }),
        unread,
        tables: made.iter().map(|table| compared(&shown, table)).collect(),
        post: page.post(
            shown.address("organizzazione/personale/salva"),
            &[
                ("giorno", day_text.as_str()),
                ("tabelle", &Value::Array(content).to_string()),
            ],
        ),
        save: Action::submit(t.text("web-staff-save"), Look::First),
        back: Link::new(t.text("web-cancel"), organisation),
        page,
    };
    Ok(Answer::page(page.render()?))
}

/// The table of the plan that counts by the same thing: its number.
fn same(loaded: &Loaded, id: &str, head: &str) -> Option<(i64, usize)> {
    let plan = loaded.plan();
    let staff = || {
        let tables = plan.tables.iter().enumerate();
        tables.filter(|(_, table)| table.kind == Some(TableKind::Staff))
    };
    let alike = |text: &str| text.trim().to_lowercase();
    let by_head = || {
        staff().find(|(_, table)| {
            table
                .columns
                .first()
                .is_some_and(|c| alike(c) == alike(head))
        })
    };
    let (at, _) = staff().find(|(_, table)| table.id == id).or_else(by_head)?;
    let node = domain::plan::Node::new(domain::plan::NodeKind::Table, at);
    Some((loaded.numbers.number(node)?, at))
}

/// A table to be saved, with what stands in the plan now beside its totals.
fn compared<'a>(shown: &Shown<'a>, table: &StaffTable) -> Table<'a> {
    let t = shown.t;
    let head = table.columns.first().map_or("", String::as_str);
    let old = same(shown.loaded, table.id, head);
    let old = old.map(|(_, at)| &shown.loaded.plan().tables[at].rows);
    let before = |label: &str| {
        let row = old?
            .iter()
            .find(|row| row.first().is_some_and(|cell| cell.trim() == label))?;
        row.last().cloned()
    };
    let mut columns: Vec<Column> = Vec::new();
    for (at, head) in table.columns.iter().enumerate() {
        columns.push(match at {
            0 => Column::words(head),
            _ => Column::figures(head),
        });
    }
    if old.is_some() {
        columns.push(Column::figures(t.text("web-staff-before")));
    }
    let rows = table.rows.iter().map(|row| {
        let mut cells: Vec<Cell<'a>> = row.iter().cloned().map(Cell::Text).collect();
        if old.is_some() {
            let label = row.first().map_or("", String::as_str);
            cells.push(before(label).map_or(Cell::Nothing, Cell::Text));
        }
        Row::of(cells)
    });
    Table {
        t,
        caption: match old {
            Some(_) => table.title.to_owned(),
            None => t.with("web-staff-new", &[("title", table.title)]),
        },
        quiet: false,
        columns,
        rows: rows.collect(),
        totals: None,
        exports: Vec::new(),
    }
}

/// The counted tables saved in the plan: those that count by the same thing are replaced.
pub fn save(asked: &Asked<'_>) -> Result<Answer, Failure> {
    everywhere(asked)?;
    let loaded = plan(asked)?;
    let scores = loaded.scores(None);
    let shown = Shown {
        t: asked.t,
        loaded: &loaded,
        scores: &scores,
        at: None,
    };
    let unreadable = || Failure::Unusable("unreadable");
    let day: Date = asked
        .form
        .text("giorno")
        .parse()
        .map_err(|_| unreadable())?;
    let made: Vec<Value> =
        serde_json::from_str(asked.form.text("tabelle")).map_err(|_| unreadable())?;
    let organisation = shown.address("organizzazione");
    let mut saving = Saving::new("staff", format!("{organisation}#personale"));
    // New tables are printed where the others are.
    let staff = loaded.plan().tables.iter();
    let chapter = staff
        .filter(|table| table.kind == Some(TableKind::Staff))
        .find_map(|table| table.chapter.clone());
    for table in &made {
        let text = |name: &str| table.get(name).and_then(Value::as_str).map(str::to_owned);
        let (id, title) = (
            text("id").ok_or_else(unreadable)?,
            text("title").ok_or_else(unreadable)?,
        );
        let columns = texts(table.get("columns")).ok_or_else(unreadable)?;
        let rows = table
            .get("rows")
            .and_then(Value::as_array)
            .ok_or_else(unreadable)?;
        let rows: Option<Vec<Value>> = rows.iter().map(|row| texts(Some(row))).collect();
        let rows = Value::Array(rows.ok_or_else(unreadable)?);
        let head = columns
            .get(0)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned();
        let Some((number, _)) = same(&loaded, &id, &head) else {
            let mut new = fields(&[]);
            new["id"] = id.into();
            new["kind"] = "staff".into();
            new["title"] = title.into();
            if let Some(chapter) = &chapter {
                new["chapter"] = chapter.text.clone().into();
            }
            new["date"] = day.to_string().into();
            new["columns"] = columns;
            new["rows"] = rows;
            saving.put(
                Change::Add {
                    kind: "table".to_owned(),
                    position: None,
                    fields: new.to_string(),
                },
                String::new(),
            );
            continue;
        };
        let stored = loaded.fields(number).unwrap_or_default();
        for (field, value) in [
            ("columns", columns),
            ("rows", rows),
            ("date", Value::from(day.to_string())),
        ] {
            let change = Change::Set {
                record: number,
                field: field.to_owned(),
                before: stored.get(field).map(Value::to_string),
                after: Some(value.to_string()),
            };
            saving.put(change, format!("{title} – {field}"));
        }
    }
    saving.save(asked, &shown, "organizzazione")
}

/// A list of texts, and nothing else.
fn texts(value: Option<&Value>) -> Option<Value> {
    let items = value?.as_array()?;
    items
        .iter()
        .all(Value::is_string)
        .then(|| Value::Array(items.clone()))
}
