//! `/{body}/regole` and `/{body}/regole/{rule}`: what the check looks for, why, and the way out.

use askama::Template;
use documents::markdown;
use domain::check::{RULES, Rule};

use super::frame;
use crate::rule_page::RulePage;
use crate::web::asked::Asked;
use crate::web::failure::Failure;
use crate::web::page::Page;
use crate::web::part::{Cell, Column, Link, Row, Table, Weight};
use crate::web::receive::Answer;
use crate::web::written::Written;

#[derive(Template)]
#[template(path = "rule.html")]
struct RuleOf<'a> {
    page: Page<'a>,
    weight: Weight,
    severity: String,
    name: &'static str,
    what: String,
    way_out: Option<String>,
    text: String,
}

#[derive(Template)]
#[template(path = "rules.html")]
struct Rules<'a> {
    page: Page<'a>,
    table: Table<'a>,
}

fn severity(asked: &Asked<'_>, rule: &Rule) -> String {
    let token = rule.severity.token();
    asked.t.text(&format!("web-findings-severity-{token}"))
}

/// One rule.
pub fn one(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let t = asked.t;
    let rule = Rule::named(asked.part("rule")).ok_or(Failure::NotFound)?;
    let page = RulePage::of(rule, t.language);
    let written = Written {
        t,
        top: 2,
        way: &|_| None,
    };
    // The title is the page's own.
    let what = page.what.split_once('\n').map_or("", |(_, rest)| rest);
    let mut frame = frame(asked, "verifica", page.title.to_owned());
    frame.crumbs.push(Link::new(
        t.text("web-rules-title"),
        format!("/{}/regole", asked.part("body")),
    ));
    let page = RuleOf {
        page: frame,
        weight: match rule.severity {
            domain::finding::Severity::Error => Weight::Error,
            domain::finding::Severity::Warning => Weight::Warning,
            domain::finding::Severity::Note => Weight::Note,
        },
        severity: severity(asked, rule),
        name: rule.name,
        what: written.html(&markdown::blocks(what, 1))?,
        way_out: t.way_out(rule),
        text: written.html(&markdown::blocks(&page.text, 1))?,
    };
    Ok(Answer::page(page.render()?))
}

/// All of them.
pub fn list(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let t = asked.t;
    let body = asked.part("body");
    let rows = RULES.iter().map(|rule| {
        let title = RulePage::of(rule, t.language).title;
        let href = format!("/{body}/regole/{}", rule.name);
        Row::of(vec![
            Cell::Link(Link::new(title, href), Some(rule.name.to_owned())),
            Cell::Text(severity(asked, rule)),
        ])
    });
    let page = Rules {
        table: Table {
            t,
            caption: t.text("web-rules-title"),
            quiet: true,
            columns: vec![
                Column::words(t.text("web-reading-rule")),
                Column::words(t.text("web-reading-severity")),
            ],
            rows: rows.collect(),
            totals: None,
            exports: Vec::new(),
        },
        page: frame(asked, "verifica", t.text("web-rules-title")),
    };
    Ok(Answer::page(page.render()?))
}
