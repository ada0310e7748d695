//! The large form in which an agreement is written: its fields, and what comes of them.

use std::collections::BTreeMap;

use pejl_app::agreements::{AgreementPage, Choice as Offered, ChoiceOf};
use pejl_domain::agreements::{AgreementContent, Frame, GoalLine, GoalPlace, Section, ThemeAnswer, themes_asked};
use pejl_domain::models::{AgreementKind, ElementKind};
use pejl_kernel::ElementId;
use pejl_lang::Args;

use crate::chain::field::{Field, Fields, Input};
use crate::forms::{Choice, Faults, Reader, Typed};
use crate::inside::Inside;
use crate::voice::capital;

/// The most that is offered at a time: a word narrows it.
const OFFERED: usize = 30;

/// A goal or an action that is in the form.
pub(super) struct Line {
    pub number: String,
    pub title: String,
    pub about: String,
    pub order: Field,
    pub place: Option<Field>,
    pub note: Option<Field>,
    pub is_taken_out: bool,
}

/// Everything that can stand in the form by its number: what is in the agreement, and what could be.
pub(super) struct Known(BTreeMap<String, Thing>);

struct Thing {
    id: ElementId,
    is_action: bool,
    title: String,
    about: String,
    place: GoalPlace,
}

impl Known {
    pub fn of(inside: &Inside, found: &AgreementPage, offered: &[Offered]) -> Self {
        let mut known = BTreeMap::new();
        for offer in offered {
            let of = &offer.element;
            let word = capital(&inside.voice.element(of.kind, &of.level).singular);
            let place = match offer.of {
                ChoiceOf::Agent => GoalPlace::Own,
                ChoiceOf::PutBefore | ChoiceOf::Principal => GoalPlace::TakenOver,
            };
            let thing = Thing {
                id: of.id,
                is_action: of.kind == ElementKind::Action,
                title: of.title.clone(),
                about: format!("{word} {} · {}", of.number, of.owner.name),
                place,
            };
            known.insert(of.number.to_string(), thing);
        }
        let goals = found.shown.goals.iter().map(|here| (&here.element, &here.owner, here.place));
        let actions = found.shown.actions.iter().map(|here| (&here.element, &here.owner, GoalPlace::Own));
        for (element, owner, place) in goals.chain(actions) {
            let word = capital(&inside.voice.element(element.kind, &element.level).singular);
            let thing = Thing {
                id: element.id,
                is_action: element.kind == ElementKind::Action,
                title: element.content.title.to_string(),
                about: format!("{word} {} · {}", element.number, owner.name),
                place,
            };
            known.insert(element.number.to_string(), thing);
        }
        Self(known)
    }
}

/// The form as it stands before anybody has typed.
pub(super) fn typed(inside: &Inside, found: &AgreementPage) -> Typed {
    let content = &found.shown.agreement.content;
    let mut typed = Typed::default();
    let mut put = |name: &str, value: String| typed.0.push((name.to_owned(), value));
    for (i, section) in content.sections.iter().enumerate() {
        put(&format!("section-{i}"), section.text.to_string());
    }
    for answer in &content.themes {
        put(&format!("theme-{}", answer.theme), answer.answer.to_string());
    }
    for (i, here) in found.shown.goals.iter().enumerate() {
        let number = here.element.number;
        put("goal", number.to_string());
        put(&format!("order-{number}"), (i + 1).to_string());
        put(&format!("place-{number}"), here.place.as_str().to_owned());
        put(&format!("note-{number}"), here.note.to_string());
    }
    for (i, here) in found.shown.actions.iter().enumerate() {
        let number = here.element.number;
        put("action", number.to_string());
        put(&format!("order-{number}"), (i + 1).to_string());
    }
    if let Some(frame) = &content.frame {
        put("frame", inside.t().kroner_field(frame.amount));
        put("frame-source", frame.source.to_string());
    }
    put("follow-up", content.follow_up.to_string());
    put("reporting", content.reporting.to_string());
    typed
}

/// What the form is made of.
pub(super) struct EditForm<'f> {
    pub inside: &'f Inside,
    pub found: &'f AgreementPage,
    pub known: &'f Known,
    pub typed: &'f Typed,
    pub faults: &'f Faults,
}

impl EditForm<'_> {
    fn make(&self) -> Fields<'_> {
        Fields { t: self.inside.t(), typed: self.typed, faults: self.faults }
    }

    fn kind(&self) -> Option<&AgreementKind> {
        self.found.shown.agreement.kind_in(&self.inside.voice.model)
    }

    /// The model's headings.
    pub fn sections(&self) -> Vec<Field> {
        let make = self.make();
        let sections = &self.found.shown.agreement.content.sections;
        let heading = |section: &Section| {
            let known = self.kind().and_then(|kind| kind.sections.iter().find(|text| text.da == section.heading.as_str()));
            known.map_or_else(|| section.heading.to_string(), |text| self.inside.voice.text(text).to_owned())
        };
        let field = |(i, section): (usize, &Section)| make.labelled(&format!("section-{i}"), heading(section), Input::Area);
        sections.iter().enumerate().map(field).collect()
    }

    /// The themes of its years, and what was answered to others.
    pub fn themes(&self) -> Vec<Field> {
        let make = self.make();
        let (agreement, model) = (&self.found.shown.agreement, &self.inside.voice.model);
        let asked = themes_asked(model, &agreement.kind, agreement.period);
        let fields = asked.iter().map(|theme| {
            let field = make.labelled(&format!("theme-{}", theme.key), self.inside.voice.text(&theme.name).to_owned(), Input::Area);
            field.hint(self.inside.voice.text(&theme.question)).required()
        });
        let gone = agreement.content.themes.iter().filter(|a| !asked.iter().any(|theme| theme.key == a.theme));
        let gone = gone.map(|a| make.labelled(&format!("theme-{}", a.theme), self.inside.voice.theme(&a.theme), Input::Area));
        fields.chain(gone).collect()
    }

    /// The money, where the kind shows it or something stands there.
    pub fn frame(&self) -> Vec<Field> {
        let is_shown = self.kind().is_some_and(|kind| kind.shows_frame) || self.found.shown.agreement.content.frame.is_some();
        if !is_shown {
            return Vec::new();
        }
        let (t, make) = (self.inside.t(), self.make());
        vec![
            make.named("frame", "field-frame", Input::Figure).hint(t.say("hint-kroner")),
            make.named("frame-source", "field-frame-source", Input::Line).hint(t.say("agreement-frame-source-hint")),
        ]
    }

    /// How it is followed up and reported: what the model says stands where nothing is written.
    pub fn ways(&self) -> Vec<Field> {
        let (t, make) = (self.inside.t(), self.make());
        let meant = |text: Option<&pejl_domain::models::Text>| {
            text.map(|text| t.a("agreement-else-as-model", "text", self.inside.voice.text(text))).unwrap_or_default()
        };
        vec![
            make.named("follow-up", "field-follow-up", Input::Area).hint(meant(self.kind().map(|kind| &kind.follow_up))),
            make.named("reporting", "field-reporting", Input::Area).hint(meant(self.kind().map(|kind| &kind.report))),
        ]
    }

    /// The lines of one list, in the order typed.
    pub fn lines(&self, list: &'static str) -> Vec<Line> {
        let (t, make) = (self.inside.t(), self.make());
        let line = |number: &str| {
            let thing = self.known.0.get(number)?;
            let order = make.named(&format!("order-{number}"), "agreement-order", Input::Short);
            let place = (list == "goal").then(|| {
                let name = format!("place-{number}");
                let choices = make.choices(&name, "goal-place", GoalPlace::ALL.iter().map(|place| place.as_str()));
                make.named(&name, "field-goal-place", Input::Select(choices)).required()
            });
            let note = (list == "goal").then(|| make.named(&format!("note-{number}"), "field-goal-note", Input::Line));
            Some(Line {
                number: number.to_owned(),
                title: thing.title.clone(),
                about: thing.about.clone(),
                order: Field { required: true, ..order },
                place,
                note: note.map(|note| note.hint(t.say("agreement-note-hint"))),
                is_taken_out: self.typed.all("out").any(|out| out == number),
            })
        };
        self.typed.all(list).filter_map(line).collect()
    }

    /// What could be taken into it, narrowed by what was searched for; and how many more there are.
    pub fn offered(&self, offered: &[Offered]) -> (Vec<Choice>, usize) {
        let t = self.inside.t();
        let searched = self.typed.get("soeg").trim().to_lowercase();
        let is_in = |number: &str| ["goal", "action"].iter().any(|list| self.typed.all(list).any(|one| one == number));
        let fits = |offer: &&Offered| {
            let number = offer.element.number.to_string();
            !is_in(&number)
                && (searched.is_empty()
                    || offer.element.title.to_lowercase().contains(&searched)
                    || number.to_lowercase().contains(&searched)
                    || offer.element.owner.name.to_lowercase().contains(&searched))
        };
        let all: Vec<&Offered> = offered.iter().filter(fits).collect();
        let choice = |offer: &&Offered| {
            let of = &offer.element;
            let word = capital(&self.inside.voice.element(of.kind, &of.level).singular);
            let number = of.number.to_string();
            let args = Args::new().text("noun", word).text("number", &number).text("owner", &of.owner.name);
            let why = t.say(&format!("agreement-offered-{}", offer.of.as_str()));
            let is_chosen = self.typed.all("add").any(|one| one == number);
            let hint = format!("{} · {why}", t.say_with("chain-mention-meta", &args));
            Choice { hint, ..Choice::new(number, of.title.clone(), is_chosen) }
        };
        (all.iter().take(OFFERED).map(choice).collect(), all.len().saturating_sub(OFFERED))
    }

    /// Reads it. What was chosen to be taken in stands last; what was chosen to be taken out is gone.
    pub fn read(&self, today: jiff::civil::Date) -> Result<AgreementContent, Faults> {
        let mut reader = Reader::new(self.typed, self.inside.t(), today);
        let before = &self.found.shown.agreement.content;
        let sections = before.sections.iter().enumerate();
        let sections = sections
            .map(|(i, section)| Section { heading: section.heading.clone(), text: reader.prose(&format!("section-{i}")) })
            .collect();
        let (agreement, model) = (&self.found.shown.agreement, &self.inside.voice.model);
        let asked = themes_asked(model, &agreement.kind, agreement.period).into_iter().map(|theme| theme.key.clone());
        let mut keys: Vec<_> = asked.collect();
        keys.extend(before.themes.iter().map(|answer| answer.theme.clone()).filter(|key| !keys.contains(key)).collect::<Vec<_>>());
        let themes = keys.into_iter().map(|theme| ThemeAnswer { answer: reader.prose(&format!("theme-{theme}")), theme }).collect();
        let frame = match reader.maybe_kroner("frame") {
            Some(amount) => reader.line("frame-source").map(|source| Frame { amount, source }),
            None => None,
        };
        let mut goals = Vec::new();
        for (number, thing) in self.kept("goal", false) {
            let place = self.typed.get(&format!("place-{number}"));
            let place = GoalPlace::parse(place).unwrap_or(thing.place);
            goals.push(GoalLine { goal: thing.id, place, note: reader.prose(&format!("note-{number}")) });
        }
        let actions = self.kept("action", true).into_iter().map(|(_, thing)| thing.id).collect();
        let content = AgreementContent {
            sections,
            themes,
            frame,
            follow_up: reader.prose("follow-up"),
            reporting: reader.prose("reporting"),
            goals,
            actions,
        };
        if reader.faults.is_empty() { Ok(content) } else { Err(reader.faults) }
    }

    /// The things of one list in the order people wrote beside them, each once.
    fn kept(&self, list: &'static str, are_actions: bool) -> Vec<(String, &Thing)> {
        let is_out = |number: &str| self.typed.all("out").any(|out| out == number);
        let mut kept: Vec<(u32, String, &Thing)> = Vec::new();
        for number in self.typed.all(list).filter(|number| !is_out(number)) {
            if let Some(thing) = self.known.0.get(number)
                && !kept.iter().any(|(_, one, _)| one == number)
            {
                let last = u32::try_from(kept.len() + 1).unwrap_or(u32::MAX);
                let order = self.typed.get(&format!("order-{number}")).trim().parse().unwrap_or(last);
                kept.push((order, number.to_owned(), thing));
            }
        }
        kept.sort_by_key(|(order, _, _)| *order);
        let mut kept: Vec<(String, &Thing)> = kept.into_iter().map(|(_, number, thing)| (number, thing)).collect();
        let added = self.typed.all("add").filter_map(|number| Some((number.to_owned(), self.known.0.get(number)?)));
        for (number, thing) in added.filter(|(_, thing)| thing.is_action == are_actions) {
            if !kept.iter().any(|(one, _)| *one == number) {
                kept.push((number, thing));
            }
        }
        kept
    }
}
