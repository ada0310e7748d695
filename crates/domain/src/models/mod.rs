//! A governance model: the rules one municipality steers by, as data.
//!
//! The *kinds* of nouns are closed and typed here; a model chooses among them, names them in the municipality's words,
//! orders them and says what is required. It never adds behaviour. This file and `year` hold what a sound model is; `parse` reads
//! one from TOML and reports every fault at once, `report` prints faults and summaries, `diff` says what another version
//! would change. What is *done* with elements, agreements and rounds lives with those subjects.

pub mod diff;
pub mod fault;
mod names;
pub mod parse;
pub mod report;
mod words;
mod year;

use std::fmt;

use pejl_kernel::Years;

pub use year::{
    AgreementKind, Consequence, Covers, Deadline, Heard, Lamps, Latitude, RoundMode, RoundSpec, RuleOfTheGame, Scale, StepKind,
    Theme, ValueMarkerSpec, WheelStep, YearDay,
};

/// A short name for something inside one model: `fagudvalg`, `udvalgsmaal`. Small letters, digits and hyphens.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Key(String);

impl Key {
    /// The key, if the text is one: a small letter first, then small letters, digits and hyphens, at most 40.
    pub fn parse(text: &str) -> Option<Self> {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let starts = text.chars().next().is_some_and(|c| c.is_ascii_lowercase());
        (starts && text.len() <= 40 && text.chars().all(fits)).then(|| Self(text.to_owned()))
    }

    /// As a string.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A whole, sound model. Made only by `parse`, so every reference in it holds.
#[derive(Clone, PartialEq, Debug)]
pub struct Model {
    /// Whose model it is.
    pub municipality: Municipality,
    /// What the model is called: "Dialogbaseret styringsmodel".
    pub name: String,
    /// The council term it is valid in.
    pub term: Years,
    /// The document it was written from.
    pub source: String,
    /// The municipality's words for the nouns (K15).
    pub words: Words,
    /// The levels, top to bottom; three (Ø1) and four (S2) are both ordinary.
    pub levels: Vec<Level>,
    /// The kinds of unit: school, nursery, job centre …
    pub unit_kinds: Vec<UnitKind>,
    /// The elements the chain is made of, top to bottom: the columns of the chain map.
    pub elements: Vec<ElementSpec>,
    /// The kinds of agreement (S1, Ø1).
    pub agreements: Vec<AgreementKind>,
    /// What every goal is asked to hold (H5, Ø2).
    pub goal: GoalTemplate,
    /// The words behind red, yellow, green and the further marks (H6).
    pub scale: Scale,
    /// The follow-up rounds of a year.
    pub rounds: Vec<RoundSpec>,
    /// The steps of the annual wheel (S10, Ø4).
    pub wheel: Vec<WheelStep>,
    /// Sections that every agreement of a year must answer (T2).
    pub themes: Vec<Theme>,
    /// Beside the hierarchy: how the municipality wants work done (S5).
    pub value_markers: Vec<ValueMarkerSpec>,
    /// What is fixed centrally and what is free, per kind of unit (K12, Ø12).
    pub rules: Vec<RuleOfTheGame>,
    /// What may follow goal fulfilment (K5).
    pub consequences: Vec<Consequence>,
    /// When a lamp turns yellow and red.
    pub lamps: Lamps,
}

/// The municipality a model belongs to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Municipality {
    /// The four-digit municipality code: "0740".
    pub code: String,
    /// The name without "Kommune".
    pub name: String,
    /// The first path segment of its pages.
    pub slug: String,
}

/// The closed set of nouns a model may name in its own words.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)] // the glossary explains each
pub enum Noun {
    Council,
    Committee,
    FinanceCommittee,
    ExecutiveBoard,
    Department,
    Institution,
    Objective,
    Policy,
    Guidepost,
    FocusArea,
    Goal,
    Action,
    ValueMarker,
    Source,
    Agreement,
    Round,
    Wheel,
    Theme,
    Rule,
    Decision,
    Effect,
    Criterion,
}

/// One noun in one language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Forms {
    /// "mål"
    pub singular: String,
    /// "mål"
    pub plural: String,
    /// "målet"
    pub definite: String,
    /// One sentence that says what it is (K15).
    pub explanation: String,
}

impl Forms {
    /// Whether a Danish noun takes *et*: its definite form ends in t.
    pub fn is_neuter(&self) -> bool {
        self.definite.ends_with('t')
    }
}

/// One noun in both languages.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Word {
    /// Danish.
    pub da: Forms,
    /// English.
    pub en: Forms,
}

/// A short text in both languages. English falls back to Danish where a model leaves it out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Text {
    /// Danish.
    pub da: String,
    /// English.
    pub en: String,
}

/// A word for every noun: the model's own where it has one, else the field's standard word.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Words(pub(crate) std::collections::BTreeMap<Noun, Word>);

/// What kind of body a level is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs)] // the glossary explains each
pub enum BodyKind {
    Council,
    FinanceCommittee,
    Committee,
    ExecutiveBoard,
    Department,
    Institution,
}

/// One level of the chain of actors.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Level {
    /// Its key in the model.
    pub key: Key,
    /// What it is called.
    pub word: Word,
    /// What kind of body sits there.
    pub body: BodyKind,
    /// The level above; `None` for the top. Two levels may share one above (Økonomiudvalg and fagudvalg under Byråd).
    pub above: Option<Key>,
}

/// A kind of unit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnitKind {
    /// Its key in the model.
    pub key: Key,
    /// What it is called.
    pub word: Word,
}

/// The closed set of kinds of element.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs)] // the glossary explains each
pub enum ElementKind {
    Objective,
    Policy,
    Guidepost,
    FocusArea,
    Goal,
    Action,
    /// Beside the hierarchy (S5).
    ValueMarker,
    /// A strategy, law, letter or budget agreement that elements point to (T6).
    Source,
}

/// How one kind of element is used at some levels. Together the specs are the columns of the chain, top to bottom.
/// No two specs share both kind and level, so an element's spec follows from its kind and its owner's level.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ElementSpec {
    /// Its key in the model: `udvalgsmaal`.
    pub key: Key,
    /// What kind of element it is.
    pub kind: ElementKind,
    /// What it is called here; else the noun's own word.
    pub word: Word,
    /// The levels whose units may own one. Never empty.
    pub levels: Vec<Key>,
    /// The specs it may stand under. Empty: it stands at the top, or beside the hierarchy.
    pub under: Vec<Key>,
    /// Whether it must stand under something once adopted: an untied one is an orphan.
    pub tied: bool,
    /// Whether something below is expected to serve it: an unserved one is a break.
    pub served: bool,
    /// How many are meant, and within what they are counted.
    pub count: Option<CountMeant>,
    /// How long it runs, in years.
    pub horizon: Option<HorizonMeant>,
    /// Fields that must be filled in before it can be proposed.
    pub required: Vec<GoalField>,
    /// Fields that are advised.
    pub recommended: Vec<GoalField>,
    /// The levels whose people may propose it; the owner's own people always may. Never empty.
    pub proposes: Vec<Key>,
    /// The level that adopts it; `None` for what needs no adoption (an action that its unit simply plans).
    pub adopts: Option<Key>,
}

/// How many are meant (S3: 5–10 objectives).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CountMeant {
    /// At least.
    pub least: u32,
    /// At most.
    pub most: u32,
    /// Counted over what.
    pub within: CountedWithin,
}

/// What a number of elements is counted within.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CountedWithin {
    /// The whole municipality.
    Municipality,
    /// Each owning unit.
    Unit,
    /// Each element it stands under.
    Parent,
}

/// How long an element is meant to run, in years.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct HorizonMeant {
    /// At least.
    pub least: u8,
    /// At most.
    pub most: u8,
}

/// The fields an element may be asked to fill in, beside title and owner.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs)] // domain/chain documents each field
pub enum GoalField {
    Text,
    Vision,
    Motivation,
    ExpectedEffect,
    TargetGroup,
    Orientation,
    Measure,
    Scope,
    Criteria,
    Indicator,
    Baseline,
    Direction,
    Start,
    Due,
    Milestones,
    Responsible,
    Documentation,
    FollowUp,
    PolicyArea,
    ValueMarkers,
    Sources,
}

/// What every goal is asked to hold, whatever its level; a spec may ask for more.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct GoalTemplate {
    /// Must be filled in before a goal can be proposed.
    pub required: Vec<GoalField>,
    /// Advised.
    pub recommended: Vec<GoalField>,
}

impl Model {
    /// The level with this key.
    pub fn level(&self, key: &Key) -> Option<&Level> {
        self.levels.iter().find(|l| l.key == *key)
    }

    /// How far down a level stands, 0 at the top; levels that share one above share a depth.
    pub fn depth(&self, key: &Key) -> usize {
        let mut depth = 0;
        let mut here = self.level(key);
        while let Some(above) = here.and_then(|l| l.above.as_ref()) {
            depth += 1;
            here = self.level(above);
            if depth > self.levels.len() {
                break; // a sound model has no circle; never hang on one that is not
            }
        }
        depth
    }

    /// The element spec with this key.
    pub fn element(&self, key: &Key) -> Option<&ElementSpec> {
        self.elements.iter().find(|e| e.key == *key)
    }

    /// The spec for a kind of element owned at a level; `None` where the model does not use it there.
    pub fn spec(&self, kind: ElementKind, level: &Key) -> Option<&ElementSpec> {
        self.elements.iter().find(|e| e.kind == kind && e.levels.contains(level))
    }

    /// Everything a spec requires: its own fields, and for goals the template's.
    pub fn required(&self, spec: &ElementSpec) -> Vec<GoalField> {
        merged(&spec.required, if spec.kind == ElementKind::Goal { &self.goal.required } else { &[] })
    }

    /// Everything a spec advises beyond what it requires.
    pub fn recommended(&self, spec: &ElementSpec) -> Vec<GoalField> {
        let required = self.required(spec);
        let mut advised = merged(&spec.recommended, if spec.kind == ElementKind::Goal { &self.goal.recommended } else { &[] });
        advised.retain(|f| !required.contains(f));
        advised
    }

    /// The kind of unit with this key.
    pub fn unit_kind(&self, key: &Key) -> Option<&UnitKind> {
        self.unit_kinds.iter().find(|k| k.key == *key)
    }
}

fn merged(a: &[GoalField], b: &[GoalField]) -> Vec<GoalField> {
    let mut all: Vec<GoalField> = a.iter().chain(b).copied().collect();
    all.sort_unstable();
    all.dedup();
    all
}
