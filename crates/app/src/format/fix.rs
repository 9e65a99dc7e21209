//! Mechanical ways out applied to a plan in TOML: only the texts concerned change, and comments,
//! layout and everything else stay as they are.

use std::collections::BTreeMap;
use std::ops::Range;

use domain::finding::{Edit, Place};
use domain::plan::{Node, NodeKind};

use super::datum::At;
use super::draft::Draft;
use super::schema::KINDS;
use super::text::{Lines, length_of_value};
use super::toml::quoted;

/// A plan's text after its fixes, and how many findings they settle.
#[derive(Debug)]
pub struct Fixed {
    /// The text.
    pub text: String,
    /// Findings whose fix was applied as a whole.
    pub settled: usize,
}

/// Applies the fixes of findings to the text from which `draft` was read. Each is applied as a
/// whole or not at all: where two want to change one text, the first wins.
pub fn apply<'f>(text: &str, draft: &Draft, fixes: impl Iterator<Item = &'f [Edit]>) -> Fixed {
    let lines = Lines::of(text);
    let mut changes: BTreeMap<usize, (Range<usize>, String)> = BTreeMap::new();
    let mut settled = 0;
    for fix in fixes.filter(|fix| !fix.is_empty()) {
        let Some(wanted) = changes_of(text, &lines, draft, fix) else {
            continue;
        };
        let free = wanted.iter().all(|(range, new)| {
            changes
                .get(&range.start)
                .is_none_or(|(_, known)| known == new)
        });
        if free {
            settled += 1;
            changes.extend(wanted.into_iter().map(|change| (change.0.start, change)));
        }
    }
    let mut fixed = String::with_capacity(text.len());
    let mut from = 0;
    for (range, new) in changes.into_values() {
        fixed.push_str(&text[from..range.start]);
        fixed.push_str(&new);
        from = range.end;
    }
    fixed.push_str(&text[from..]);
    Fixed {
        text: fixed,
        settled,
    }
}

type Change = (Range<usize>, String);

/// What a fix changes in the text; none where a part of it has no place there.
fn changes_of(text: &str, lines: &Lines<'_>, draft: &Draft, fix: &[Edit]) -> Option<Vec<Change>> {
    let mut changes = Vec::new();
    for edit in fix {
        let place = Place {
            node: Some(edit.node),
            field: Some(edit.field.clone()),
        };
        let (_, at) = draft.written(&place)?;
        changes.push(change(text, lines, at, &edit.text)?);
        for (at, mention) in renamed(draft, edit) {
            changes.push(change(text, lines, at, &mention)?);
        }
    }
    Some(changes)
}

fn change(text: &str, lines: &Lines<'_>, at: &At, new: &str) -> Option<Change> {
    let begin = lines.offset(at)?;
    let rest = text.get(begin..)?;
    let length = length_of_value(rest);
    // A number may go without its quotes where it had none.
    let bare = !rest.starts_with(['"', '\'']) && new.parse::<i64>().is_ok();
    let new = if bare { new.to_owned() } else { quoted(new) };
    Some((begin..begin + length, new))
}

/// Where a code that is also the thing's key changes: every mention of it, and of what has its key
/// from it, in the new spelling.
fn renamed<'d>(draft: &'d Draft, edit: &Edit) -> Vec<(&'d At, String)> {
    let Some((spec, old)) = key_from_field(draft, edit) else {
        return Vec::new();
    };
    let every: Vec<NodeKind> = KINDS.iter().map(|k| k.spec().node).collect();
    let itself = draft.mentions(&[edit.node.kind]).into_iter();
    let inside = draft.mentions(&every).into_iter();
    itself
        .map(|mention| (mention, ""))
        .chain(inside.map(|mention| (mention, "/")))
        .filter_map(|((mention, at), tail)| {
            let (kind, key) = match mention.trim().split_once(':') {
                Some((kind, key)) if KINDS.iter().any(|k| k.spec().key == kind) => {
                    (Some(kind), key.trim())
                }
                _ => (None, mention.trim()),
            };
            let rest = key.strip_prefix(old)?;
            let meant = match tail {
                "" => rest.is_empty() && kind.is_none_or(|kind| kind == spec),
                tail => rest.starts_with(tail),
            };
            meant.then(|| {
                let prefix = kind.map(|kind| format!("{kind}:")).unwrap_or_default();
                (at, format!("{prefix}{}{rest}", edit.text))
            })
        })
        .collect()
}

/// The kind and the old key, where the field that changes gives the thing its key.
fn key_from_field<'d>(draft: &'d Draft, edit: &Edit) -> Option<(&'static str, &'d str)> {
    let kind = KINDS.iter().find(|k| k.spec().node == edit.node.kind)?;
    let spec = kind.spec();
    if !spec.key_from.contains(&edit.field.as_str()) {
        return None;
    }
    let old = key_of(draft, edit.node);
    let written = Place {
        node: Some(edit.node),
        field: Some(edit.field.clone()),
    };
    let (text, _) = draft.written(&written)?;
    (text.trim() == old).then_some((spec.key, old))
}

fn key_of(draft: &Draft, node: Node) -> &str {
    draft.plan.name_of(node).key
}
