//! `…/modifica`: the fields of a thing in place. Saving writes only what was typed anew; where
//! somebody else changed the same meanwhile, both versions are shown.

use askama::Template as _;
use axum::http::StatusCode;
use domain::finding::Finding;
use serde_json::{Value, json};
use store::{AuditFilter, Change};

use super::fields::{Form, findings_of, remedy_name};
use super::groups::{Group as Fields, fields, groups, is_needed};
use super::inputs::{BEFORE, Edited, clean, edited, name_of, path_of, slots_sent};
use super::pieces::{Fact, FormPage, Kept, TwoVersions};
use super::pins::keeping_keys;
use super::remedy::edits;
use super::told::{on_one_line, path_label};
use super::{Thing, may_edit, must_edit};
use crate::format::draft::Mentions;
use crate::format::schema::{KINDS, kind_named};
use crate::web::asked::{Asked, Pairs};
use crate::web::failure::Failure;
use crate::web::frame::address_pairs;
use crate::web::page::Notice;
use crate::web::pages::{author, day_asked, frame_of, plan};
use crate::web::part::{
    Action, Actions, Clash, Conflict, Findings, Group, Link, Look, Post, Tab, Tabs, Weight,
};
use crate::web::plans::Loaded;
use crate::web::receive::{Answer, today};
use crate::web::rights::Right;
use crate::web::shown::Shown;

/// The group that holds all fields.
const ALL: &str = "tutto";

/// The form.
pub fn page(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let loaded = plan(asked)?;
    let thing = Thing::of(&loaded, asked.part("record"))?;
    must_edit(asked, &loaded, thing.node)?;
    let draft = match asked.query.get("bozza") {
        Some(_) => draft_of(asked, &thing)?,
        None => None,
    };
    let typed = draft.and_then(|draft| serde_json::from_str(&draft.content).ok());
    show(asked, &loaded, &thing, typed.map(Pairs).as_ref(), &[])
}

/// Under what a draft of a group of fields is kept.
fn draft_key(asked: &Asked<'_>, thing: &Thing<'_>) -> String {
    let group = asked.query.text("gruppo");
    format!("{}/{}/{group}", thing.loaded.id, thing.number)
}

/// What the asker had typed and not saved.
fn draft_of(asked: &Asked<'_>, thing: &Thing<'_>) -> Result<Option<store::Draft>, Failure> {
    let who = asked.person()?;
    let key = draft_key(asked, thing);
    Ok(asked.server.store.draft(&who.body, who.account, &key)?)
}

/// Says that there is a draft, with the way to it or out of it.
fn draft_notice(
    asked: &Asked<'_>,
    shown: &Shown<'_>,
    thing: &Thing<'_>,
    address: &str,
) -> Result<Option<Notice>, Failure> {
    if asked.method != axum::http::Method::GET {
        return Ok(None);
    }
    let Some(draft) = draft_of(asked, thing)? else {
        return Ok(None);
    };
    let t = shown.t;
    let when = super::history::moment(t, &draft.at);
    let group = asked.query.text("gruppo");
    Ok(Some(if asked.query.get("bozza").is_some() {
        let away = Post {
            action: address.to_owned(),
            csrf: asked.person()?.csrf.clone(),
            hidden: vec![("scarta".to_owned(), "1".to_owned())],
        };
        Notice {
            weight: Weight::Note,
            text: t.with("web-thing-draft-open", &[("when", &when)]),
            action: Some(Action::post(
                t.text("web-thing-draft-drop"),
                Look::Small,
                away,
            )),
        }
    } else {
        let query = address_pairs(&[("gruppo", group), ("bozza", "1")]);
        let page = shown.address(&thing.page(&format!("modifica?{query}")));
        Notice {
            weight: Weight::Warning,
            text: t.with("web-thing-draft-there", &[("when", &when)]),
            action: Some(Action::to(
                t.text("web-thing-draft-resume"),
                Look::Small,
                page,
            )),
        }
    }))
}

/// Keeps what is being typed, until it is saved or not wanted any more.
pub fn keep(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let loaded = plan(asked)?;
    let thing = Thing::of(&loaded, asked.part("record"))?;
    must_edit(asked, &loaded, thing.node)?;
    let who = asked.person()?;
    let store = &asked.server.store;
    let key = draft_key(asked, &thing);
    if asked.form.get("scarta").is_some() {
        store.drop_draft(&who.body, who.account, &key)?;
        let query = address_pairs(&[("gruppo", asked.query.text("gruppo"))]);
        let base = format!("/{}/{}", loaded.body, loaded.id);
        return Ok(Answer::to(format!(
            "{base}/{}",
            thing.page(&format!("modifica?{query}"))
        )));
    }
    let (changes, wrong) = edited(&slots_sent(thing.kind, &asked.form), &asked.form);
    if changes.is_empty() && wrong.is_empty() {
        store.drop_draft(&who.body, who.account, &key)?;
    } else {
        let typed: Vec<&(String, String)> = asked
            .form
            .0
            .iter()
            .filter(|(name, _)| name != "csrf")
            .collect();
        let content = serde_json::to_string(&typed).map_err(|e| Failure::Broken(e.to_string()))?;
        store.keep_draft(&who.body, who.account, &key, &content, asked.now)?;
    }
    Ok(Answer::page(String::new()))
}

/// The groups of fields that the address asks for.
fn asked_groups(asked: &Asked<'_>, thing: &Thing<'_>) -> Vec<&'static Fields> {
    let all = groups(thing.kind);
    let name = asked.query.text("gruppo");
    match all.iter().find(|group| group.name == name) {
        Some(group) => vec![group],
        None if name == ALL => all.iter().collect(),
        None => all.iter().take(1).collect(),
    }
}

fn show(
    asked: &Asked<'_>,
    loaded: &Loaded,
    thing: &Thing<'_>,
    typed: Option<&Pairs>,
    wrong: &[(String, &'static str)],
) -> Result<Answer, Failure> {
    let t = asked.t;
    let at = day_asked(asked)?;
    let scores = loaded.scores(at);
    let shown = Shown {
        t,
        loaded,
        scores: &scores,
        at,
    };
    let names = Mentions::of(loaded.plan());
    let findings = match asked.may(Right::ReadFindings) {
        true => findings_of(&shown, today(asked.now), thing),
        false => Vec::new(),
    };
    let form = Form {
        shown: &shown,
        names: &names,
        kind: thing.kind,
        thing: Some((thing.node, thing.number)),
        fields: &thing.fields,
        typed,
        wrong,
        findings: &findings,
    };
    let open = asked_groups(asked, thing);
    let mut hidden = Vec::new();
    let mut shown_groups = Vec::new();
    for group in &open {
        let mut slots = form.slots(&fields(thing.kind, group));
        if let Some(typed) = typed {
            // What the form was first shown with is what it is compared to when it is sent again.
            for slot in &mut slots {
                let (name, _) = slot.before();
                if let Some(was) = typed.get(&name) {
                    slot.was = serde_json::from_str(was).ok();
                }
            }
        }
        hidden.extend(slots.iter().map(|slot| slot.before()));
        shown_groups.push(Group {
            legend: t.text(&format!("web-thing-group-{}", group.name)),
            help: t.find(&format!("web-thing-group-{}-help", group.name), &[]),
            fields: form.fields(&slots),
        });
    }
    let tabs_label = t.text("web-thing-groups");
    let group_name = asked.query.text("gruppo");
    let address = |group: &str| {
        shown.address(&thing.page(&format!("modifica?{}", address_pairs(&[("gruppo", group)]))))
    };
    let open_name = match open.as_slice() {
        [one] => one.name,
        _ => ALL,
    };
    let several = groups(thing.kind).len() > 1;
    let tabs = several.then(|| Tabs {
        label: &tabs_label,
        items: groups(thing.kind)
            .iter()
            .map(|group| group.name)
            .chain([ALL])
            .map(|name| Tab {
                link: Link::new(t.text(&format!("web-thing-group-{name}")), address(name)),
                here: name == open_name,
                count: None,
            })
            .collect(),
    });
    let whole = findings
        .iter()
        .filter(|finding| finding.place.field.is_none());
    let whole: Vec<_> = whole
        .map(|finding| shown.noticed(finding, Some(thing.number)))
        .collect();
    let title = t.with(
        "web-thing-edit-title",
        &[("of", &title_of(&shown, &names, thing))],
    );
    let mut page = frame_of(asked, &shown, "albero", title);
    page.crumbs.push(Link::new(
        title_of(&shown, &names, thing),
        shown.address(&thing.page("")),
    ));
    let draft_address = shown.address(&thing.page(&format!(
        "bozza?{}",
        address_pairs(&[("gruppo", group_name)])
    )));
    page.notices
        .extend(draft_notice(asked, &shown, thing, &draft_address)?);
    let to = match group_name {
        "" => shown.address(&thing.page("modifica")),
        name => address(name),
    };
    let page = FormPage {
        kind: t.word("kind", thing.node.kind.token()),
        tabs,
        wrong: (!wrong.is_empty()).then(|| t.text("web-thing-not-saved")),
        findings: (!whole.is_empty()).then_some(Findings { t, items: whole }),
        post: Post {
            hidden,
            ..page.post(to, &[])
        },
        draft: Some(draft_address),
        groups: shown_groups,
        actions: Actions {
            items: vec![
                Action::submit(t.text("web-thing-save"), Look::First),
                Action::to(
                    t.text("web-thing-leave"),
                    Look::Second,
                    shown.address(&thing.page("")),
                ),
            ],
        },
        page,
    };
    let answer = Answer::page(page.render()?);
    Ok(match wrong.is_empty() {
        true => answer,
        false => answer.status(StatusCode::UNPROCESSABLE_ENTITY),
    })
}

/// What a thing is called on pages.
pub fn title_of(shown: &Shown<'_>, names: &Mentions, thing: &Thing<'_>) -> String {
    let t = shown.t;
    let of = |key: &str| -> String {
        let text = thing
            .fields
            .get(key)
            .and_then(Value::as_str)
            .unwrap_or_default();
        let targets = thing.kind.field(key).map_or(&[][..], |field| field.targets);
        match names.meant(text, targets) {
            Some(node) => shown.label(node),
            None => text.to_owned(),
        }
    };
    match thing.kind.key {
        "placement" => t.with(
            "web-thing-placed",
            &[("what", &of("child")), ("where", &of("parent"))],
        ),
        "link" => format!("{} → {}", of("from"), of("to")),
        "silence" => of("rule"),
        _ if thing.kind.single => t.text(&format!("web-thing-single-{}", thing.kind.key)),
        _ => shown.label(thing.node),
    }
}

/// Saving.
pub fn save(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let loaded = plan(asked)?;
    let thing = match Thing::of(&loaded, asked.part("record")) {
        Ok(thing) => thing,
        Err(Failure::NotFound) => return removed(asked, &loaded),
        Err(failure) => return Err(failure),
    };
    must_edit(asked, &loaded, thing.node)?;
    if asked.form.get("read").is_some() {
        return show(asked, &loaded, &thing, Some(&asked.form), &[]);
    }
    let slots = slots_sent(thing.kind, &asked.form);
    let (mut changes, mut wrong) = edited(&slots, &asked.form);
    let emptied = changes
        .iter()
        .filter(|change| change.after.is_none() && is_needed(thing.kind, &change.path));
    wrong.extend(emptied.map(|change| (name_of(&change.path), "empty")));
    if !wrong.is_empty() {
        return show(asked, &loaded, &thing, Some(&asked.form), &wrong);
    }
    let mut others = Vec::new();
    if let Some(name) = asked.form.get("rimedio") {
        let scores = loaded.scores(None);
        let shown = Shown {
            t: asked.t,
            loaded: &loaded,
            scores: &scores,
            at: None,
        };
        let findings = findings_of(&shown, today(asked.now), &thing);
        let wanted = findings
            .iter()
            .find(|finding| remedy_name(finding) == *name);
        for (number, edit) in wanted
            .map(|finding: &Finding| edits(&loaded, finding))
            .unwrap_or_default()
        {
            if number == thing.number {
                changes.retain(|change| change.path != edit.path);
                changes.push(edit);
            } else {
                others.push((number, edit));
            }
        }
    }
    commit(asked, &loaded, &thing, changes, others)
}

/// A change of a record as the store takes it.
pub fn set(record: i64, edit: &Edited) -> Change {
    Change::Set {
        record,
        field: edit.path.clone(),
        before: edit.before.as_ref().map(Value::to_string),
        after: edit.after.as_ref().map(Value::to_string),
    }
}

/// Saves changes of a thing, with changes of others that belong to them; what somebody else changed
/// meanwhile is shown beside.
pub fn commit(
    asked: &Asked<'_>,
    loaded: &Loaded,
    thing: &Thing<'_>,
    own: Vec<Edited>,
    others: Vec<(i64, Edited)>,
) -> Result<Answer, Failure> {
    let mut changes: Vec<Change> = own.iter().map(|edit| set(thing.number, edit)).collect();
    changes.extend(others.iter().map(|(record, edit)| set(*record, edit)));
    let changes = keeping_keys(asked, loaded, changes)?;
    let author = author(asked)?;
    let store = &asked.server.store;
    match store.apply(&loaded.body, loaded.id, &changes, &author) {
        Ok(applied) => {
            let who = asked.person()?;
            store.drop_draft(&who.body, who.account, &draft_key(asked, thing))?;
            Ok(back_to(
                asked,
                loaded,
                thing.number,
                "thing-saved",
                applied.batch,
            ))
        }
        Err(store::Error::Conflict(conflicts)) => clash(asked, loaded, thing, own, &conflicts),
        Err(error) => Err(refused(error)),
    }
}

/// What the store will not take is no page of ours: nothing that our forms send is refused.
pub fn refused(error: store::Error) -> Failure {
    match error {
        store::Error::Refused(_) => Failure::Unusable("unreadable"),
        error => error.into(),
    }
}

/// The sheet of a record, which says what was done.
pub fn back_to(
    asked: &Asked<'_>,
    loaded: &Loaded,
    number: i64,
    done: &str,
    batch: Option<i64>,
) -> Answer {
    let mut pairs = Vec::new();
    let batch = batch.map(|batch| batch.to_string());
    if let Some(batch) = &batch {
        pairs.push(("fatto", done));
        pairs.push(("lotto", batch.as_str()));
    }
    let at = asked.query.text("al");
    if !at.is_empty() {
        pairs.push(("al", at));
    }
    let part = asked.form.text("parte");
    if !part.is_empty() {
        pairs.push(("parte", part));
    }
    let page = format!("/{}/{}/scheda/{number}", loaded.body, loaded.id);
    Answer::to(match pairs.is_empty() {
        true => page,
        false => format!("{page}?{}", address_pairs(&pairs)),
    })
}

/// Both versions of what two people changed, to be chosen field by field.
fn clash(
    asked: &Asked<'_>,
    loaded: &Loaded,
    thing: &Thing<'_>,
    own: Vec<Edited>,
    conflicts: &[store::Conflict],
) -> Result<Answer, Failure> {
    let t = asked.t;
    // The plan as it is now: the other's version may have come after it was loaded.
    let now = asked
        .server
        .plans
        .get(&asked.server.store, &loaded.body, loaded.id)?;
    let here: Vec<&store::Conflict> = conflicts
        .iter()
        .filter(|conflict| conflict.record == thing.number)
        .collect();
    if now.record(thing.number).is_none() || here.iter().any(|conflict| conflict.field.is_none()) {
        return removed(asked, &now);
    }
    if here.len() < conflicts.len() {
        return Err(Failure::Conflict(conflicts.to_vec()));
    }
    let scores = now.scores(None);
    let shown = Shown {
        t,
        loaded: &now,
        scores: &scores,
        at: None,
    };
    let names = Mentions::of(now.plan());
    let said = |path: &str, value: Option<&Value>| {
        on_one_line(t, now.plan(), &names, thing.kind, path, value)
            .unwrap_or_else(|| "–".to_owned())
    };
    let mut kept = Vec::new();
    let mut fields = Vec::new();
    for (at, edit) in own.into_iter().enumerate() {
        let Some(conflict) = here.iter().find(|conflict| conflict.change == at) else {
            kept.push(edit);
            continue;
        };
        let stored: Option<Value> = conflict
            .stored
            .as_ref()
            .and_then(|stored| serde_json::from_str(stored).ok());
        fields.push(Clash {
            name: name_of(&edit.path),
            label: path_label(t, thing.kind, &edit.path),
            before: said(&edit.path, edit.before.as_ref()),
            mine: said(&edit.path, edit.after.as_ref()),
            theirs: said(&edit.path, stored.as_ref()),
        });
        kept.push(Edited {
            before: stored,
            ..edit
        });
    }
    let who = here.iter().find_map(|conflict| {
        let author = conflict.author.as_ref()?;
        let when = conflict
            .at
            .as_deref()
            .map(|at| super::history::moment(t, at));
        Some(match when {
            Some(when) => format!("{author} ({when})"),
            None => author.clone(),
        })
    });
    let own: Vec<Value> = kept
        .iter()
        .map(|edit| json!({"path": edit.path, "before": edit.before, "after": edit.after}))
        .collect();
    let title = t.with(
        "web-thing-conflict-title",
        &[("of", &title_of(&shown, &names, thing))],
    );
    let page = frame_of(asked, &shown, "albero", title);
    let post = page.post(
        shown.address(&thing.page("scegli")),
        &[("modifiche", &Value::Array(own).to_string())],
    );
    let page = TwoVersions {
        conflict: Conflict {
            t,
            who: who.unwrap_or_else(|| t.text("web-thing-somebody")),
            fields,
            post,
            cancel: shown.address(&thing.page("")),
        },
        page,
    };
    Ok(Answer::page(page.render()?).status(StatusCode::CONFLICT))
}

/// What was chosen of two versions.
pub fn choose(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let loaded = plan(asked)?;
    let thing = match Thing::of(&loaded, asked.part("record")) {
        Ok(thing) => thing,
        Err(Failure::NotFound) => return removed(asked, &loaded),
        Err(failure) => return Err(failure),
    };
    must_edit(asked, &loaded, thing.node)?;
    let sent: Value = serde_json::from_str(asked.form.text("modifiche"))
        .map_err(|_| Failure::Unusable("unreadable"))?;
    let whole = |value: &Value, key: &str| value.get(key).filter(|value| !value.is_null()).cloned();
    let mut changes = Vec::new();
    for one in sent.as_array().into_iter().flatten() {
        let path = one.get("path").and_then(Value::as_str);
        let path = path.ok_or(Failure::Unusable("unreadable"))?;
        let key = path.split_once('.').map_or(path, |(key, _)| key);
        if thing.kind.field(key).is_none() {
            return Err(Failure::Unusable("unreadable"));
        }
        if asked.form.get(&name_of(path)) == Some("theirs") {
            continue;
        }
        changes.push(Edited {
            path: path.to_owned(),
            before: whole(one, "before"),
            after: whole(one, "after"),
        });
    }
    commit(asked, &loaded, &thing, changes, Vec::new())
}

/// What was typed for a thing that somebody took out meanwhile, with the way to bring it back.
fn removed(asked: &Asked<'_>, loaded: &Loaded) -> Result<Answer, Failure> {
    let t = asked.t;
    let number: i64 = asked
        .part("record")
        .parse()
        .map_err(|_| Failure::NotFound)?;
    let filter = AuditFilter {
        plan: Some(loaded.id),
        record: Some(number),
        action: Some("record-remove".to_owned()),
        ..AuditFilter::default()
    };
    let entries = asked.server.store.audit(&loaded.body, &filter, 1)?;
    let Some(entry) = entries.first() else {
        return Err(Failure::NotFound);
    };
    let whole: Option<Value> = entry
        .before
        .as_deref()
        .and_then(|text| serde_json::from_str(text).ok());
    let kind = whole
        .as_ref()
        .and_then(|whole| kind_named(whole.get("kind")?.as_str()?))
        .map(|at| KINDS[at].spec());
    let typed = asked.form.0.iter().filter(|(name, value)| {
        !name.starts_with(BEFORE) && !value.trim().is_empty() && name != "csrf"
    });
    let facts: Vec<Fact> = typed
        .filter_map(|(name, value)| {
            let (name, detail) = name.split_once("__").unwrap_or((name, ""));
            let path = path_of(name)?;
            let kind = kind?;
            kind.field(path.split('.').next()?)?;
            let label = path_label(t, kind, &path);
            let label = match detail {
                "" | "altro" => label,
                detail => format!("{label} – {}", super::told::detail_label(t, detail)),
            };
            Fact::text(label, clean(value))
        })
        .collect();
    let scores = loaded.scores(None);
    let shown = Shown {
        t,
        loaded,
        scores: &scores,
        at: None,
    };
    let when = super::history::moment(t, &entry.at);
    let page = frame_of(asked, &shown, "albero", t.text("web-thing-removed-title"));
    let mut items = Vec::new();
    if may_edit(asked, loaded, domain::plan::Node::BODY) {
        let back = page.post(
            format!("/{}/annulla", loaded.body),
            &[
                ("lotto", &entry.batch.to_string()),
                (
                    "da",
                    &format!("/{}/{}/scheda/{number}", loaded.body, loaded.id),
                ),
            ],
        );
        items.push(Action::post(
            t.text("web-thing-bring-back"),
            Look::First,
            back,
        ));
    }
    items.push(Action::to(
        t.text("web-thing-to-tree"),
        Look::Second,
        shown.address("albero"),
    ));
    let page = Kept {
        text: t.with(
            "web-thing-removed-text",
            &[("who", &entry.author), ("when", &when)],
        ),
        facts,
        actions: Actions { items },
        page,
    };
    Ok(Answer::page(page.render()?).status(StatusCode::CONFLICT))
}
