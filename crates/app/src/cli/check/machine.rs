//! The check for other programs: the product's own JSON, and SARIF 2.1.0 for editors and pipelines.

use domain::check::Rule;
use domain::finding::{Finding, Place, Severity};
use serde_json::{Map, Value, json};

use super::super::Session;
use super::super::findings::column_name;
use super::super::rules;
use super::Verdict;
use crate::format::datum::At;
use crate::messages::Catalogue;
use crate::rule_page::RulePage;

/// `{"plan","findings":[…],"silenced":[…],"summary":{"error","warning","note"}}`: a contract
/// (docs/formato.md).
pub(super) fn json(session: &Session<'_>, verdict: &Verdict) -> Value {
    let count = |severity| {
        let of_it = verdict.said().filter(|f| f.severity == severity);
        of_it.count()
    };
    let findings: Vec<Value> = verdict
        .findings
        .iter()
        .map(|located| finding(session, verdict, &located.finding, &located.at))
        .collect();
    let plan = &verdict.input.draft.plan;
    let silenced: Vec<Value> = verdict
        .checked
        .silenced
        .iter()
        .map(|silenced| {
            let at = verdict.input.draft.place(&silenced.finding.place);
            let mut value = finding(session, verdict, &silenced.finding, &at);
            let reason = plan
                .silences
                .get(silenced.silence)
                .and_then(|s| s.reason.as_deref());
            value["reason"] = json!(reason);
            value
        })
        .collect();
    json!({
        "plan": verdict.input.path,
        "findings": findings,
        "silenced": silenced,
        "summary": {
            "error": count(Severity::Error),
            "warning": count(Severity::Warning),
            "note": count(Severity::Note),
        },
    })
}

fn finding(session: &Session<'_>, verdict: &Verdict, finding: &Finding, at: &At) -> Value {
    let (message, help) = session.catalogue.finding(finding);
    let mut object = Map::new();
    object.insert("rule".to_owned(), json!(finding.rule));
    object.insert("severity".to_owned(), json!(finding.severity.token()));
    object.insert("message".to_owned(), json!(message));
    object.insert("help".to_owned(), json!(help));
    place(verdict, &finding.place, at, &mut object);
    let related: Vec<Value> = finding
        .also
        .iter()
        .map(|also| {
            let mut object = Map::new();
            place(verdict, also, &verdict.input.draft.place(also), &mut object);
            Value::Object(object)
        })
        .collect();
    object.insert("related".to_owned(), Value::Array(related));
    object.insert("fixable".to_owned(), json!(!finding.fix.is_empty()));
    Value::Object(object)
}

fn place(verdict: &Verdict, place: &Place, at: &At, object: &mut Map<String, Value>) {
    let plan = &verdict.input.draft.plan;
    let (line, column, sheet, cell) = match at {
        At::Nowhere | At::Record { .. } => (None, None, None, None),
        At::Line { line, column } => (Some(*line), Some(*column), None, None),
        At::Cell { sheet, row, column } => {
            let cell = format!("{}{}", column_name(*column), row + 1);
            (None, None, Some(sheet.to_string()), Some(cell))
        }
    };
    object.insert(
        "node".to_owned(),
        json!(place.node.map(|node| plan.id_of(node))),
    );
    object.insert("field".to_owned(), json!(place.field));
    object.insert("file".to_owned(), json!(verdict.input.path));
    object.insert("line".to_owned(), json!(line));
    object.insert("column".to_owned(), json!(column));
    object.insert("sheet".to_owned(), json!(sheet));
    object.insert("cell".to_owned(), json!(cell));
}

/// All plans as one run.
pub(super) fn sarif(session: &Session<'_>, verdicts: &[Verdict]) -> Value {
    let catalogue = session.catalogue;
    let mut rules: Vec<&'static str> = Vec::new();
    let mut results = Vec::new();
    for verdict in verdicts {
        for located in &verdict.findings {
            let result = result(
                catalogue,
                verdict,
                &located.finding,
                &located.at,
                &mut rules,
            );
            results.push(result);
        }
        for silenced in &verdict.checked.silenced {
            let finding = &silenced.finding;
            let at = verdict.input.draft.place(&finding.place);
            let mut result = result(catalogue, verdict, finding, &at, &mut rules);
            let silence = verdict.input.draft.plan.silences.get(silenced.silence);
            let reason = silence.and_then(|s| s.reason.as_deref());
            result["suppressions"] =
                json!([{ "kind": "inSource", "justification": reason.unwrap_or_default() }]);
            results.push(result);
        }
    }
    let rules: Vec<Value> = rules
        .into_iter()
        .map(|name| described(catalogue, name))
        .collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "Traguardo",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

fn result(
    catalogue: &Catalogue,
    verdict: &Verdict,
    finding: &Finding,
    at: &At,
    rules: &mut Vec<&'static str>,
) -> Value {
    let index = rules.iter().position(|rule| *rule == finding.rule);
    let index = index.unwrap_or_else(|| {
        rules.push(finding.rule);
        rules.len() - 1
    });
    let (message, help) = catalogue.finding(finding);
    let text = match help {
        Some(help) => format!("{message}\n{help}"),
        None => message,
    };
    let related: Vec<Value> = finding
        .also
        .iter()
        .map(|also| location(verdict, also, &verdict.input.draft.place(also)))
        .collect();
    let mut result = json!({
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": finding.severity.token(),
        "message": { "text": text },
        "locations": [location(verdict, &finding.place, at)],
    });
    if !related.is_empty() {
        result["relatedLocations"] = Value::Array(related);
    }
    result
}

fn location(verdict: &Verdict, place: &Place, at: &At) -> Value {
    let plan = &verdict.input.draft.plan;
    let mut physical = json!({ "artifactLocation": { "uri": uri(&verdict.input.path) } });
    let mut names = Vec::new();
    if let Some(node) = place.node {
        names.push(json!({ "fullyQualifiedName": plan.id_of(node), "kind": node.kind.token() }));
    }
    match at {
        At::Nowhere | At::Record { .. } => {}
        At::Line { line, column } => {
            physical["region"] = json!({ "startLine": line, "startColumn": column });
        }
        At::Cell { sheet, row, column } => {
            let name = format!("{sheet}!{}{}", column_name(*column), row + 1);
            names.push(json!({ "fullyQualifiedName": name, "kind": "cell" }));
        }
    }
    let mut location = json!({ "physicalLocation": physical });
    if !names.is_empty() {
        location["logicalLocations"] = Value::Array(names);
    }
    location
}

/// A path as a relative reference: what a URI may not hold is percent-encoded.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.replace('\\', "/").bytes() {
        if byte.is_ascii_alphanumeric() || b"/._-~".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}

fn described(catalogue: &Catalogue, name: &str) -> Value {
    let Some(rule) = Rule::named(name) else {
        return json!({ "id": name });
    };
    let page = RulePage::of(rule, catalogue.language);
    let whole = rules::whole(catalogue, rule);
    json!({
        "id": name,
        "shortDescription": { "text": page.title },
        "help": { "text": whole, "markdown": whole },
        "defaultConfiguration": { "level": rule.severity.token() },
    })
}
