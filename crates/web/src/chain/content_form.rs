//! The fields of an element's form: only those its model uses, in the municipality's words, with what each is for.

use pejl_domain::chain::readiness::is_asked_of;
use pejl_domain::chain::{Comparator, Direction, Documentation, Measure, Orientation, Scope};
use pejl_domain::models::{ElementSpec, GoalField, Model, Noun};

use crate::chain::content_read::{criteria_rows, is_blank, milestone_rows, target_rows};
use crate::chain::field::{CriterionRow, Field, Fields, Input, MilestoneRow, TargetRow};
use crate::forms::{Choice, Typed};
use crate::voice::{Voice, capital};

/// Fields that belong together, under a heading.
pub(crate) struct Section {
    pub legend: String,
    pub fields: Vec<Field>,
}

/// The fields a form has beside title, text and the like: those the model asks for or advises, and those in which
/// something stands already.
pub(crate) fn shown(model: &Model, spec: &ElementSpec, typed: Option<&Typed>) -> Vec<GoalField> {
    let (required, advised) = (model.required(spec), model.recommended(spec));
    let holds = |field: GoalField| typed.is_some_and(|typed| is_written(typed, field));
    let asked = |field: &GoalField| required.contains(field) || advised.contains(field) || holds(*field);
    GoalField::ALL.iter().copied().filter(|field| is_asked_of(*field, spec.kind) && asked(field)).collect()
}

fn is_written(typed: &Typed, field: GoalField) -> bool {
    match field {
        GoalField::Criteria => !is_blank(typed, "criterion-"),
        GoalField::Milestones => !is_blank(typed, "milestone-"),
        GoalField::Text | GoalField::Indicator | GoalField::Baseline | GoalField::ValueMarkers | GoalField::Sources => false,
        GoalField::Vision
        | GoalField::Motivation
        | GoalField::ExpectedEffect
        | GoalField::TargetGroup
        | GoalField::Orientation
        | GoalField::Measure
        | GoalField::Scope
        | GoalField::Direction
        | GoalField::Start
        | GoalField::Due
        | GoalField::Responsible
        | GoalField::Documentation
        | GoalField::FollowUp
        | GoalField::PolicyArea => !typed.get(field.as_str()).is_empty(),
    }
}

/// What the fields of a form are made of.
pub(crate) struct ContentForm<'f> {
    pub voice: &'f Voice,
    pub spec: &'f ElementSpec,
    pub shown: &'f [GoalField],
    pub make: Fields<'f>,
    /// The positions to choose a responsible one among; the chosen one is marked.
    pub positions: Vec<Choice>,
}

impl ContentForm<'_> {
    /// Every field that people write, in the order of thought: what, when it is met, when and who, what kind.
    pub fn sections(&self) -> Vec<Section> {
        let t = self.voice.speech;
        let parts = [
            ("chain-part-what", self.what()),
            ("chain-part-met", self.met()),
            ("chain-part-when", self.when()),
            ("chain-part-sort", self.sort()),
        ];
        let filled = parts.into_iter().filter(|(_, fields)| !fields.is_empty());
        filled.map(|(key, fields)| Section { legend: t.say(key), fields }).collect()
    }

    fn what(&self) -> Vec<Field> {
        let required = self.required(GoalField::Text);
        let mut fields = vec![
            self.make.named("title", "field-title", Input::Line).hint(self.hint("title")).required(),
            self.make.named("text", "field-text", Input::Area).hint(self.hint("text")).required_if(required),
        ];
        fields.extend(self.all(&[GoalField::Vision, GoalField::Motivation, GoalField::ExpectedEffect, GoalField::TargetGroup]));
        if self.spec.kind == pejl_domain::models::ElementKind::Action {
            fields.push(
                self.make.named("benefit-promised", "field-benefit-promised", Input::Area).hint(self.hint("benefit-promised")),
            );
        }
        fields
    }

    fn met(&self) -> Vec<Field> {
        use GoalField as F;
        let mut fields = Vec::new();
        let counted = [F::Criteria, F::Indicator, F::Baseline];
        if counted.iter().any(|f| self.shown.contains(f)) {
            let label = capital(&self.voice.noun(Noun::Criterion).plural);
            let required = counted.iter().any(|f| self.required(*f));
            let field = self.make.labelled("criteria", label, Input::Criteria(self.criteria()));
            fields.push(field.hint(self.hint("criteria")).required_if(required));
        }
        fields.extend(self.all(&[F::Direction, F::Milestones, F::Documentation, F::FollowUp]));
        fields
    }

    fn when(&self) -> Vec<Field> {
        let mut fields = Vec::new();
        if self.spec.kind == pejl_domain::models::ElementKind::Action {
            let make = &self.make;
            fields.push(make.named("from", "field-from", Input::Date));
            fields.push(make.named("to", "field-to", Input::Date));
            fields.push(make.named("who", "field-who", Input::Line).hint(self.hint("who")));
            fields.push(make.named("cost", "field-cost", Input::Figure).hint(self.voice.speech.say("hint-kroner")));
        } else {
            fields.extend(self.all(&[GoalField::Start, GoalField::Due, GoalField::Responsible]));
        }
        if self.spec.horizon.is_some() || !self.make.typed.get("horizon").is_empty() {
            let field = self.make.named("horizon", "field-horizon", Input::Short);
            fields.push(field.hint(self.horizon_hint()));
        }
        fields.extend(self.all(&[GoalField::PolicyArea]));
        fields
    }

    fn sort(&self) -> Vec<Field> {
        let mut fields = self.all(&[GoalField::Orientation, GoalField::Measure, GoalField::Scope]);
        fields.push(self.make.named("tags", "field-tags", Input::Line).hint(self.hint("tags")));
        fields
    }

    fn all(&self, fields: &[GoalField]) -> Vec<Field> {
        fields.iter().filter(|f| self.shown.contains(f)).map(|f| self.field(*f)).collect()
    }

    fn field(&self, field: GoalField) -> Field {
        let name = field.as_str();
        let choices = |all: Vec<&'static str>| self.make.choices(name, name, all);
        let input = match field {
            GoalField::Text
            | GoalField::Vision
            | GoalField::Motivation
            | GoalField::ExpectedEffect
            | GoalField::TargetGroup
            | GoalField::FollowUp => Input::Area,
            GoalField::PolicyArea => Input::Line,
            GoalField::Orientation => Input::Radios(choices(Orientation::ALL.iter().map(|x| x.as_str()).collect())),
            GoalField::Measure => Input::Radios(choices(Measure::ALL.iter().map(|x| x.as_str()).collect())),
            GoalField::Scope => Input::Radios(choices(Scope::ALL.iter().map(|x| x.as_str()).collect())),
            GoalField::Direction => Input::Radios(choices(Direction::ALL.iter().map(|x| x.as_str()).collect())),
            GoalField::Documentation => Input::Radios(choices(Documentation::ALL.iter().map(|x| x.as_str()).collect())),
            GoalField::Start | GoalField::Due => Input::Date,
            GoalField::Responsible => Input::Select(self.positions.clone()),
            GoalField::Milestones => Input::Milestones(self.milestones()),
            GoalField::Criteria | GoalField::Indicator | GoalField::Baseline => Input::Criteria(self.criteria()),
            GoalField::ValueMarkers | GoalField::Sources => Input::Boxes(Vec::new()),
        };
        let label = match field {
            GoalField::ExpectedEffect => self.voice.about("chain-expected-effect", self.voice.noun(Noun::Effect)),
            _ => self.voice.speech.say(&format!("field-{name}")),
        };
        let made = self.make.labelled(name, label, input).required_if(self.required(field));
        if made.hint.is_empty() { made.hint(self.hint(name)) } else { made }
    }

    fn required(&self, field: GoalField) -> bool {
        self.voice.model.required(self.spec).contains(&field)
    }

    /// What a field is for; and, where the model only advises it, that it does.
    fn hint(&self, name: &str) -> String {
        let t = self.voice.speech;
        let said = t.say(&format!("chain-hint-{name}"));
        let advised = GoalField::parse(name).is_some_and(|f| self.voice.model.recommended(self.spec).contains(&f));
        if advised { t.a("chain-hint-advised", "hint", said) } else { said }
    }

    fn horizon_hint(&self) -> String {
        let t = self.voice.speech;
        match self.spec.horizon {
            Some(meant) => {
                let args = pejl_lang::Args::new().count("least", meant.least).count("most", meant.most);
                t.say_with("chain-hint-horizon-meant", &args)
            }
            None => t.say("chain-hint-horizon"),
        }
    }

    fn criteria(&self) -> Vec<CriterionRow> {
        (1..=criteria_rows(self.make.typed)).map(|at| self.criterion(at)).collect()
    }

    fn criterion(&self, at: usize) -> CriterionRow {
        let t = self.voice.speech;
        let word = &self.voice.noun(Noun::Criterion).singular;
        let args = pejl_lang::Args::new().text("noun", word).count("no", at);
        let name = |part: &str| format!("criterion-{at}-{part}");
        let make = |part: &str, key: &str, input| self.make.named(&name(part), key, input);
        let mut comparators = vec![Choice::new("", t.say("chain-comparator-none"), false)];
        comparators.extend(self.make.choices(&name("comparator"), "comparator", Comparator::ALL.iter().map(|c| c.as_str())));
        let begins = format!("criterion-{at}-");
        let is_faulty = self.make.faults.0.iter().any(|(field, _)| field.starts_with(&begins));
        let target = |no: usize| TargetRow {
            on: make(&format!("target-{no}-on"), "field-target-on", Input::Date).hint(""),
            value: make(&format!("target-{no}-value"), "field-target-value", Input::Figure),
        };
        CriterionRow {
            legend: capital(&t.say_with("chain-criterion-no", &args)),
            open: at == 1 || is_faulty || !is_blank(self.make.typed, &begins),
            text: make("text", "chain-criterion-text", Input::Line),
            counted: vec![
                make("comparator", "field-comparator", Input::Select(comparators)),
                make("value", "field-value", Input::Figure),
                make("unit", "field-unit", Input::Short),
            ],
            began: vec![
                make("baseline", "field-baseline", Input::Figure),
                make("baseline-on", "field-baseline-on", Input::Date).hint(""),
            ],
            targets: (1..=target_rows(self.make.typed, at)).map(target).collect(),
        }
    }

    fn milestones(&self) -> Vec<MilestoneRow> {
        let row = |at: usize| MilestoneRow {
            on: self.make.named(&format!("milestone-{at}-on"), "field-milestone-on", Input::Date).hint(""),
            text: self.make.named(&format!("milestone-{at}-text"), "field-milestone", Input::Line),
        };
        (1..=milestone_rows(self.make.typed)).map(row).collect()
    }
}
