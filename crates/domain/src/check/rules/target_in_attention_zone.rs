use crate::check::{Context, IndicatorAt, Rule, Say, wording};
use crate::finding::Severity;
use crate::number::Number;
use crate::plan::{HealthIndex, NodeKind};
use crate::target::{Figure, Remark, Setting, Target, TargetReading, field_of, read_target};

pub(super) const RULE: Rule = Rule {
    name: "target-in-attention-zone",
    severity: Severity::Warning,
    page: include_str!("target_in_attention_zone.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        let Some(index) = index_of(c, &indicator) else {
            continue;
        };
        let threshold = index.threshold.as_deref().unwrap_or_default().trim();
        let Some(zone) = Zone::of(threshold) else {
            continue;
        };
        let targets = indicator.targets_in_the_end();
        let inside = targets
            .iter()
            .find(|t| t.figure().is_some_and(|figure| zone.holds(figure)));
        if let Some(target) = inside {
            say.at(indicator.node)
                .field(field_of(target.value))
                .arg("target", target.value.text.trim())
                .arg("index", index.title.as_deref().unwrap_or(&index.id))
                .arg("threshold", threshold);
        }
    }
}

/// The health index that the indicator names.
fn index_of<'p>(c: &Context<'p>, indicator: &IndicatorAt<'p>) -> Option<&'p HealthIndex> {
    let linked = indicator.is.health_index.as_ref().and_then(|r| r.node);
    linked
        .filter(|node| node.kind == NodeKind::HealthIndex)
        .and_then(|node| c.plan.health_indices.get(node.at()))
}

/// The values that call for attention: `se > 100%`, `se negativo`.
struct Zone {
    above: bool,
    limit: Number,
    percent: bool,
    limit_too: bool,
}

impl Zone {
    fn of(threshold: &str) -> Option<Zone> {
        if wording::has_beginning(threshold, &["negativ"]) {
            return Some(Zone {
                above: false,
                limit: Number::ZERO,
                percent: false,
                limit_too: false,
            });
        }
        let text = threshold.strip_prefix("se ").unwrap_or(threshold);
        let (reading, remarks) = read_target(text, &Setting::default());
        let (above, figure) = match reading {
            TargetReading::Read(Target::AtLeast(figure)) => (true, figure),
            TargetReading::Read(Target::AtMost(figure)) => (false, figure),
            _ => return None,
        };
        Some(Zone {
            above,
            limit: figure.number,
            percent: figure.percent,
            limit_too: !remarks.contains(&Remark::Strict),
        })
    }

    fn holds(&self, figure: &Figure) -> bool {
        // 110 beside a limit of 100% is 110%; 1,1 may be.
        let comparable = self.limit.is_zero()
            || figure.percent == self.percent
            || (self.percent && figure.number > Number::from(10));
        let beyond = if self.above {
            figure.number > self.limit
        } else {
            figure.number < self.limit
        };
        comparable && (beyond || (self.limit_too && figure.number == self.limit))
    }
}
