//! The text that is signed: everything the parties read, in one canonical form, with its seal. What it points to may change
//! afterwards; what was agreed does not.

use jiff::civil::Date;
use pejl_kernel::{ElementId, Ore, Years};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::{Agreement, AgreementContent, GoalPlace, Hearing, Held, Submission, themes_asked};
use crate::chain::{Content, Element};
use crate::models::{AgreementKind, Key, Model};

/// An agreement as it was when it was submitted.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Frozen {
    /// `A-2018-003`.
    pub number: String,
    /// The edition this is to become.
    pub edition: u32,
    /// The kind's key, and its Danish word as it was.
    pub kind: (String, String),
    /// The principal's name.
    pub principal: String,
    /// The agents' names.
    pub agents: Vec<String>,
    /// The years it runs.
    pub period: Years,
    /// Why the edition before was amended; empty in the first.
    pub reason: String,
    /// Heading and text of every section that has a text.
    pub sections: Vec<(String, String)>,
    /// Every theme that applied: key, name, question, answer.
    pub themes: Vec<FrozenTheme>,
    /// The frame and where it comes from.
    pub frame: Option<(Ore, String)>,
    /// How it is followed up.
    pub follow_up: String,
    /// How it is reported.
    pub reporting: String,
    /// The goals.
    pub goals: Vec<FrozenGoal>,
    /// The actions: number and content.
    pub actions: Vec<FrozenGoal>,
    /// The rules of the game that applied: subject, `fixed` or `free`, rule.
    pub rules: Vec<(String, String, String)>,
    /// What was heard: group, who spoke, day, text.
    pub heard: Vec<(String, String, Date, String)>,
}

/// A theme as it was asked and answered.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct FrozenTheme {
    /// Its key in the model.
    pub key: String,
    /// Its name.
    pub name: String,
    /// What was asked.
    pub question: String,
    /// What was answered.
    pub answer: String,
}

/// A goal or an action as it was.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct FrozenGoal {
    /// Its number.
    pub number: String,
    /// How it came in; `None` for an action.
    pub place: Option<GoalPlace>,
    /// What was agreed about it here.
    pub note: String,
    /// The name of the unit that owns it.
    pub owner: String,
    /// What it says.
    pub content: Content,
}

/// A frozen text in its one written form, with the seal that both sides sign.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sealed {
    /// What it says.
    pub frozen: Frozen,
    /// Its written form: JSON, the fields in their order. What is kept, and what the seal is of.
    pub text: String,
    /// SHA-256 of the written form, 64 hexadecimal digits.
    pub seal: String,
}

/// SHA-256 of a text's bytes, 64 hexadecimal digits.
pub fn seal_of(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Sealed {
    /// Seals a text.
    pub fn of(frozen: Frozen) -> Self {
        let text = frozen.text();
        Self { seal: seal_of(&text), text, frozen }
    }

    /// Reads what was kept; `None` where the seal is not the text's, or the text says nothing: then somebody has been at it.
    pub fn read(text: &str, seal: &str) -> Option<Self> {
        let frozen = Frozen::parse(text).filter(|_| seal_of(text) == seal)?;
        Some(Self { frozen, text: text.to_owned(), seal: seal.to_owned() })
    }
}

impl Frozen {
    /// The agreement as the parties read it now, with everything it points to. Texts are Danish, as they are agreed.
    pub fn of(agreement: &Agreement, model: &Model, submission: &Submission<'_>) -> Self {
        let content = &agreement.content;
        let kind = agreement.kind_in(model);
        let or_the_models = |said: &str, meant: fn(&AgreementKind) -> &str| match said {
            "" => kind.map(meant).unwrap_or_default().to_owned(),
            said => said.to_owned(),
        };
        let sections = content.sections.iter().filter(|section| !section.text.is_empty());
        Self {
            number: agreement.number.to_string(),
            edition: agreement.edition.saturating_add(1),
            kind: (agreement.kind.to_string(), kind.map_or(agreement.kind.as_str(), |kind| &kind.word.da.singular).to_owned()),
            principal: submission.principal.to_owned(),
            agents: submission.agents.iter().map(|name| (*name).to_owned()).collect(),
            period: agreement.period,
            reason: agreement.amending.to_string(),
            sections: sections.map(|section| (section.heading.to_string(), section.text.to_string())).collect(),
            themes: themes(model, agreement),
            frame: content.frame.as_ref().map(|frame| (frame.amount, frame.source.to_string())),
            follow_up: or_the_models(content.follow_up.as_str(), |kind| &kind.follow_up.da),
            reporting: or_the_models(content.reporting.as_str(), |kind| &kind.report.da),
            goals: goals(content, submission.held),
            actions: actions(content, submission.held),
            rules: rules(model, submission.unit_kinds),
            heard: submission.heard.iter().map(spoken).collect(),
        }
    }

    /// Whether a goal or an action stands in it with the very content it has now.
    pub fn says(&self, element: &Element) -> bool {
        let number = element.number.to_string();
        self.goals.iter().chain(&self.actions).any(|one| one.number == number && one.content == element.content)
    }

    /// Its one written form.
    pub fn text(&self) -> String {
        // Texts, numbers and dates alone: there is nothing here that JSON cannot write.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads the written form; `None` where it is none.
    pub fn parse(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }
}

/// The themes asked, answered or not, and what was answered to a theme that is no longer asked.
fn themes(model: &Model, agreement: &Agreement) -> Vec<FrozenTheme> {
    let asked = themes_asked(model, &agreement.kind, agreement.period);
    let answers = &agreement.content.themes;
    let answer = |key: &Key| answers.iter().find(|a| a.theme == *key).map(|a| a.answer.to_string()).unwrap_or_default();
    let gone = answers.iter().filter(|a| !a.answer.is_empty() && !asked.iter().any(|theme| theme.key == a.theme));
    let kept = gone.map(|a| FrozenTheme {
        key: a.theme.to_string(),
        name: a.theme.to_string(),
        question: String::new(),
        answer: a.answer.to_string(),
    });
    let asked = asked.iter().map(|theme| FrozenTheme {
        key: theme.key.to_string(),
        name: theme.name.da.clone(),
        question: theme.question.da.clone(),
        answer: answer(&theme.key),
    });
    asked.chain(kept).collect()
}

fn goals(content: &AgreementContent, held: &[Held]) -> Vec<FrozenGoal> {
    let lines = content.goals.iter();
    lines.filter_map(|line| Some(frozen(find(held, line.goal)?, Some(line.place), line.note.as_str()))).collect()
}

fn actions(content: &AgreementContent, held: &[Held]) -> Vec<FrozenGoal> {
    content.actions.iter().filter_map(|id| Some(frozen(find(held, *id)?, None, ""))).collect()
}

fn find(held: &[Held], id: ElementId) -> Option<&Held> {
    held.iter().find(|held| held.element.id == id)
}

fn frozen(held: &Held, place: Option<GoalPlace>, note: &str) -> FrozenGoal {
    FrozenGoal {
        number: held.element.number.to_string(),
        place,
        note: note.to_owned(),
        owner: held.owner.clone(),
        content: held.element.content.clone(),
    }
}

/// The rules of the game for these kinds of unit (K12, Ø12).
fn rules(model: &Model, unit_kinds: &[Key]) -> Vec<(String, String, String)> {
    let apply = model
        .rules
        .iter()
        .filter(|rule| rule.unit_kinds.is_empty() || rule.unit_kinds.iter().any(|kind| unit_kinds.contains(kind)));
    apply.map(|rule| (rule.subject.da.clone(), rule.latitude.as_str().to_owned(), rule.rule.da.clone())).collect()
}

fn spoken(hearing: &Hearing) -> (String, String, Date, String) {
    (hearing.group.as_str().to_owned(), hearing.from.to_string(), hearing.on, hearing.text.to_string())
}
