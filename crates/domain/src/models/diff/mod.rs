//! What another version of a model would change, in people's terms: shown before it is installed, and by
//! `pejl model diff`. Entries are matched by their keys; a new key is a new thing.

mod compare;
mod texts;
mod wording;

use super::{Model, Noun, Text, fault::Entry, report::Tongue};

/// One thing that would be different.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    /// What it is about.
    pub subject: Subject,
    /// Which part of that.
    pub part: Part,
    /// How it differs.
    pub turn: Turn,
}

/// What a change is about. Entries carry the name people know them by: the new one, or the old where it goes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Subject {
    /// The model as a whole.
    Model,
    /// A noun, in the words of the model.
    Noun(Noun, Text),
    /// An entry with a key: a level, an element, a round …
    Entry(Entry, Text),
    /// What every goal is asked to hold.
    GoalTemplate,
    /// The words behind the marks.
    Scale,
    /// A rule of the game, by what it is about.
    Rule(Text),
    /// The thresholds.
    Lamps,
}

/// Which part of the subject.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Part {
    /// All of it: it is new, or it goes.
    Itself,
    /// The order the entries stand in.
    Order(Entry),
    /// The order of the rules.
    OrderOfRules,
    /// The municipality's name, code or address.
    Municipality,
    /// Its name or word.
    Name,
    /// The other forms of its word.
    Forms,
    /// The explanation, question, purpose or rule behind it.
    Explanation,
    /// The council term.
    Term,
    /// The source document.
    Source,
    /// The level above.
    Above,
    /// The kind of body, element or step.
    Kind,
    /// The levels that may own one.
    Owners,
    /// What it may stand under.
    Under,
    /// Whether it must stand under something.
    Tied,
    /// Whether something below is expected.
    Served,
    /// How many are meant.
    Count,
    /// How many years.
    Horizon,
    /// Fields that must be filled in.
    Required,
    /// Fields that are advised.
    Recommended,
    /// Who may propose.
    Proposes,
    /// Who adopts.
    Adopts,
    /// The two parties of an agreement.
    Parties,
    /// Whether several can be agents together.
    SeveralAgents,
    /// The sections of an agreement.
    Sections,
    /// Whether the frame is shown.
    Frame,
    /// How many goals are meant.
    Goals,
    /// Who is heard.
    Heard,
    /// Who approves.
    Approves,
    /// The wheel step it is made in.
    MadeIn,
    /// How it is followed up.
    FollowUp,
    /// How it is reported.
    Report,
    /// The day the figures are cut off.
    CutOff,
    /// What a round covers.
    Covers,
    /// Everything or deviations only.
    Mode,
    /// When a level has reported.
    Deadline(Text),
    /// Who acts.
    Actor,
    /// From which day to which.
    Days,
    /// In which years.
    Years,
    /// What a step produces.
    Result,
    /// The steps that come first.
    Needs,
    /// Whether the date is set by law.
    Statutory,
    /// The agreements that must answer.
    Agreements,
    /// The word for red.
    Red,
    /// The word for yellow.
    Yellow,
    /// The word for green.
    Green,
    /// The word for not yet judged.
    NotYet,
    /// The word for nothing reported.
    Silent,
    /// Fixed or free.
    Latitude,
    /// The thresholds of the goal lamp, in percent.
    GoalLamp,
    /// The thresholds of the money lamp, in percent.
    MoneyLamp,
}

/// How it differs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Turn {
    /// It is new.
    Added,
    /// It is no longer there.
    Removed,
    /// It was the one and becomes the other.
    From {
        /// Before.
        old: Text,
        /// After.
        new: Text,
    },
    /// These come in.
    More(Vec<Text>),
    /// These go out.
    Less(Vec<Text>),
}

/// Everything the new version would change, in the order of the file. Empty where the two are the same.
pub fn diff(old: &Model, new: &Model) -> Vec<Change> {
    compare::changes(old, new)
}

impl Change {
    /// The change, in a sentence.
    pub fn describe(&self, tongue: Tongue) -> String {
        wording::sentence(self, tongue)
    }
}
