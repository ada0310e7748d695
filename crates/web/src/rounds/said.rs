//! A report's content in people's words, field by field: for reading it, and for showing two texts side by side.

use pejl_domain::chain::Content;
use pejl_domain::rounds::ReportContent;
use pejl_domain::rounds::suggestion::{Counted, Part};
use pejl_lang::Args;

use crate::chain::said::figure;
use crate::inside::Inside;
use crate::marks::mark;

/// Every field that something is written in, with its label, in the order of the form.
pub(super) fn said(inside: &Inside, judged: &Content, content: &ReportContent) -> Vec<(String, String)> {
    let t = inside.t();
    let field = |name: &str, text: String| (t.say(&format!("field-{name}")), text);
    let values: Vec<String> = content
        .values
        .iter()
        .map(|value| {
            let criterion = judged.goal.criteria.get(value.criterion);
            let shown = figure(t, value.value, criterion.map(|c| c.unit.as_str()).unwrap_or_default());
            let args = Args::new()
                .text("criterion", criterion.map(|c| c.text.as_str()).unwrap_or_default())
                .text("figure", shown)
                .text("source", value.source.as_str());
            t.say_with(if value.source.is_empty() { "rounds-value-said" } else { "rounds-value-said-source" }, &args)
        })
        .collect();
    let reached: Vec<&str> =
        content.milestones.iter().filter_map(|place| judged.goal.milestones.get(*place)).map(|m| m.text.as_str()).collect();
    let all = [
        field("mark", content.mark.map(|m| mark(inside, Some(m)).word).unwrap_or_default()),
        field("outlook", content.outlook.map(|o| t.say(&format!("outlook-{}", o.as_str()))).unwrap_or_default()),
        field("done", content.done.to_string()),
        (t.say("rounds-values"), values.join("\n")),
        (t.say("rounds-milestones"), reached.join("\n")),
        field("documentation", content.documentation.map(|d| t.say(&format!("documentation-{}", d.as_str()))).unwrap_or_default()),
        field("effect", content.effect.to_string()),
        field("fact", content.fact.to_string()),
        field("cause", content.cause.to_string()),
        field("action", content.action.to_string()),
        field("not-relevant-because", content.not_relevant_because.to_string()),
        field("differs-because", content.differs_because.to_string()),
    ];
    all.into_iter().filter(|(_, text)| !text.is_empty()).collect()
}

/// What a suggestion is put together from, a sentence each.
pub(super) fn parts_said(inside: &Inside, judged: &Content, parts: &[Part]) -> Vec<String> {
    let t = inside.t();
    let sentence = |part: &Part| {
        let word = mark(inside, Some(part.mark)).word;
        match part.of {
            Counted::Criterion { place, asked_for, value } => {
                let criterion = judged.goal.criteria.get(place);
                let unit = criterion.map(|c| c.unit.as_str()).unwrap_or_default();
                let args = Args::new()
                    .text("criterion", criterion.map(|c| c.text.as_str()).unwrap_or_default())
                    .text("asked", figure(t, asked_for, unit))
                    .text("value", figure(t, value, unit))
                    .text("mark", word);
                t.say_with("rounds-part-criterion", &args)
            }
            Counted::Milestones { reached, of } => {
                t.say_with("rounds-part-milestones", &Args::new().count("reached", reached).count("of", of).text("mark", word))
            }
        }
    };
    parts.iter().map(sentence).collect()
}
