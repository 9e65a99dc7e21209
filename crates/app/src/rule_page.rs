//! The page of a rule: one Markdown file that is the manual's page, what `traguardo rules` prints,
//! the messages of its findings and its tests.
//!
//! Two parts, Italian and English, each under a heading of the first level: what the rule catches,
//! its messages (a block marked `fluent` with `message` and `help`), the reason. The examples are
//! plans (blocks marked `toml`) in the Italian part; a line that ends in [`MARK`] is one to which a
//! finding points, and an example without such lines is one that does not trigger the rule.

use domain::check::Rule;

use crate::messages::Language;

/// What ends a line of an example to which a finding points.
pub const MARK: &str = "# ←";

/// The page of a rule in one language.
#[derive(Debug, Default)]
pub struct RulePage {
    /// Title: what is wrong, as a sentence.
    pub title: &'static str,
    /// The part as written up to its messages: title, and what the rule catches.
    pub what: &'static str,
    /// The part as written after its messages: the reason, and the examples, which are the Italian
    /// part's in English too.
    pub text: String,
    /// Messages, in the syntax of the catalogue.
    pub messages: &'static str,
    /// Example plans, in both languages the same.
    pub examples: Vec<&'static str>,
}

impl RulePage {
    /// The page of `rule` in `language`.
    pub fn of(rule: &Rule, language: Language) -> RulePage {
        let (italian, english) = parts(rule.page);
        let examples_at = italian.find("\n## Esempi").unwrap_or(italian.len());
        let (part, tail) = match language {
            Language::Italian => (italian, String::new()),
            Language::English => {
                let examples = italian[examples_at..]
                    .replacen("## Esempi", "## Examples", 1)
                    .replace("\nSegnalato:", "\nReported:")
                    .replace("\nVa bene:", "\nNot reported:");
                (english, examples)
            }
        };
        let (before, messages, after) = block(part, "fluent").unwrap_or((part, "", ""));
        let text = format!("{}\n\n{}", after.trim(), tail.trim());
        let text = format!("{}\n", text.trim());
        let mut examples = Vec::new();
        let mut rest = &italian[examples_at..];
        while let Some((_, example, after)) = block(rest, "toml") {
            examples.push(example);
            rest = after;
        }
        RulePage {
            title: part
                .lines()
                .next()
                .unwrap_or_default()
                .trim_start_matches('#')
                .trim(),
            what: before.trim(),
            text,
            messages,
            examples,
        }
    }
}

/// The Italian and the English part.
fn parts(page: &'static str) -> (&'static str, &'static str) {
    let mut fenced = false;
    let mut offset = 0;
    for line in page.split_inclusive('\n') {
        if line.starts_with("```") {
            fenced = !fenced;
        }
        if offset > 0 && !fenced && line.starts_with("# ") {
            return page.split_at(offset);
        }
        offset += line.len();
    }
    (page, "")
}

/// The first fenced block of a language: what stands before it, its content, what follows.
fn block(text: &'static str, language: &str) -> Option<(&'static str, &'static str, &'static str)> {
    let fence = format!("```{language}\n");
    let begin = text.find(&fence)?;
    let content = &text[begin + fence.len()..];
    let end = content.find("```")?;
    Some((&text[..begin], &content[..end], &content[end + 3..]))
}
