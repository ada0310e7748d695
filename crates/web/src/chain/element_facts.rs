//! The facts beside an element's text: whose it is, when, by which decision, of what sort.

use pejl_app::chain::ElementPage;
use pejl_domain::chain::{Measure, Orientation, Scope};
use pejl_domain::models::Noun;
use pejl_kernel::Line;
use pejl_lang::Args;

use crate::inside::Inside;
use crate::voice::capital;

/// A label with its value, which may lead somewhere.
pub(crate) struct Fact {
    pub label: String,
    pub value: String,
    pub href: Option<String>,
    pub note: String,
}

impl Fact {
    fn new(label: String, value: impl Into<String>) -> Self {
        Self { label, value: value.into(), href: None, note: String::new() }
    }

    fn to(mut self, href: String) -> Self {
        self.href = Some(href);
        self
    }

    fn note(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }
}

/// What is known, in the order in which people ask; nothing that was left open.
pub(crate) fn facts(inside: &Inside, found: &ElementPage) -> Vec<Fact> {
    let mut facts = vec![owner(inside, found)];
    facts.extend(responsible(inside, found));
    facts.extend(times(inside, found));
    facts.extend(decision(inside, found));
    facts.extend(sort(inside, found));
    facts.retain(|fact| !fact.value.is_empty());
    facts
}

fn owner(inside: &Inside, found: &ElementPage) -> Fact {
    let owner = &found.around.element.owner;
    let fact = Fact::new(inside.t().say("field-owner"), owner.name.clone());
    fact.to(inside.href(&format!("enhed/E-{}", owner.serial)))
}

fn responsible(inside: &Inside, found: &ElementPage) -> Option<Fact> {
    let t = inside.t();
    let holder = found.around.responsible.as_ref()?;
    let person = holder.person.as_ref().map_or_else(|| t.say("unit-vacant"), |(_, name)| name.clone());
    let args = Args::new().text("title", &holder.title).text("unit", &holder.unit.name);
    Some(Fact::new(t.say("field-responsible"), t.say_with("chain-position", &args)).note(person))
}

fn times(inside: &Inside, found: &ElementPage) -> Vec<Fact> {
    let (t, content) = (inside.t(), &found.element.content);
    let day = |d: Option<jiff::civil::Date>| d.map(|d| t.date(d)).unwrap_or_default();
    let mut facts = vec![
        Fact::new(t.say("field-horizon"), content.horizon.map(|y| t.years(y)).unwrap_or_default()),
        Fact::new(t.say("field-start"), day(content.goal.start)),
        Fact::new(t.say("field-due"), day(content.goal.due)),
    ];
    if let Some(action) = &content.action {
        let progress = capital(&t.say(&format!("progress-{}", action.progress.as_str())));
        facts.insert(0, Fact::new(t.say("field-progress"), progress));
        facts.push(Fact::new(t.say("field-from"), day(action.from)));
        facts.push(Fact::new(t.say("field-to"), day(action.to)));
        facts.push(Fact::new(t.say("field-who"), action.who.as_str()));
        facts.push(Fact::new(t.say("field-cost"), action.cost.map(|c| t.kroner(c)).unwrap_or_default()));
    }
    facts
}

fn decision(inside: &Inside, found: &ElementPage) -> Option<Fact> {
    let t = inside.t();
    let stood_by = found.around.decision.as_ref()?;
    let args = Args::new().text("date", t.date(stood_by.on)).text("case", &stood_by.case_number);
    let label = capital(&inside.voice.noun(Noun::Decision).singular);
    let fact = Fact::new(label, stood_by.body.name.clone()).to(inside.href(&format!("enhed/E-{}", stood_by.body.serial)));
    let note = t.say_with("chain-decided-on", &args);
    Some(if stood_by.text.is_empty() { fact.note(note) } else { fact.note(format!("{note}\n{}", stood_by.text)) })
}

fn sort(inside: &Inside, found: &ElementPage) -> Vec<Fact> {
    let (t, content) = (inside.t(), &found.element.content);
    let goal = &content.goal;
    let word = |words: &str, chosen: Option<&'static str>| chosen.map(|c| t.say(&format!("{words}-{c}"))).unwrap_or_default();
    vec![
        Fact::new(t.say("field-orientation"), word("orientation", goal.orientation.map(Orientation::as_str))),
        Fact::new(t.say("field-measure"), word("measure", goal.measure.map(Measure::as_str))),
        Fact::new(t.say("field-scope"), word("scope", goal.scope.map(Scope::as_str))),
        Fact::new(t.say("field-policy-area"), goal.policy_area.as_str()),
        Fact::new(t.say("field-tags"), content.tags.iter().map(Line::as_str).collect::<Vec<_>>().join(", ")),
    ]
}
