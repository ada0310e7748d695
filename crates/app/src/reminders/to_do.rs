//! One thing to do, as it is said on Overblik, on the page of tasks and in a mail.

use jiff::civil::Date;
use pejl_domain::models::{ElementKind, Key, Model};
use pejl_domain::reminders::When;
use pejl_domain::{Arg, Sentence};
use pejl_kernel::{Number, NumberPrefix};
use pejl_policy::{Action, Actor, Facts};
use pejl_store::agreements::AgreementTask;
use pejl_store::overview::{Mention, Task, TaskOf};
use pejl_store::rounds::{RoundMention, RoundTask, RoundTaskOf};

use crate::letters::{LetterTask, LetterTaskOf};
use crate::meetings::{MeetingTask, MeetingTaskOf};
use crate::wheel::{StepTask, StepTaskOf};

/// One thing to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ToDo {
    /// What to do: »Godkend opfølgningen på 3 mål fra Solsikken«.
    pub title: Sentence,
    /// What it is about: the thing's number, the unit, the round.
    pub about: Sentence,
    /// Where it is done: the address behind the municipality's, without a slash before it.
    pub path: String,
    /// The last day.
    pub due: Option<Date>,
    /// Whether that day has passed.
    pub is_late: bool,
}

impl ToDo {
    /// Under which heading it stands, on a day.
    pub fn when(&self, today: Date) -> When {
        if self.is_late { When::Late } else { When::of(self.due, today) }
    }
}

/// The address of an element: its number alone decides, the word before it is for people.
fn element_path(number: &Number) -> String {
    let word = match number.prefix {
        NumberPrefix::MS => "maalsaetning",
        NumberPrefix::P => "politik",
        NumberPrefix::PM => "pejlemaerke",
        NumberPrefix::I => "indsatsomraade",
        NumberPrefix::H => "handling",
        NumberPrefix::V => "vaerdimarkoer",
        NumberPrefix::K => "kilde",
        _ => "maal",
    };
    format!("{word}/{number}")
}

/// The municipality's word for a kind of element at a level.
fn element_word(model: &Model, kind: ElementKind, level: &Key) -> Arg {
    model.spec(kind, level).map_or_else(|| Arg::Noun(kind.noun()), |spec| Arg::Element(spec.key.clone(), kind.noun()))
}

/// A task in the chain or in the organisation. The actor decides whether a loose end leads to where it is tied.
pub fn chain_to_do(task: &Task, model: &Model, actor: &Actor) -> ToDo {
    let titled = |title: &str| Sentence::new(&format!("overview-task-{}", task.of.as_str())).text("title", title);
    let (title, about, path) = match &task.element {
        Some(element) => {
            let key = if task.note.is_empty() { "overview-task-about" } else { "overview-task-about-note" };
            let about = Sentence::new(key)
                .with("noun", element_word(model, element.kind, &element.level))
                .text("number", element.number.to_string())
                .text("unit", &task.unit.name);
            let about = if task.note.is_empty() { about } else { about.text("note", &task.note) };
            (titled(&element.title), about, chain_path(task.of, element, actor))
        }
        None => {
            let about = Sentence::new("overview-task-about-unit").text("unit", &task.unit.name);
            (titled(&task.note), about, format!("enhed/E-{}", task.unit.serial))
        }
    };
    // The day a goal is to be reached is not the day by which it is to be adopted, answered or tied.
    let is_late = task.of == TaskOf::Overdue;
    ToDo { title, about, path, due: task.due.filter(|_| is_late), is_late }
}

fn chain_path(of: TaskOf, element: &Mention, actor: &Actor) -> String {
    let page = element_path(&element.number);
    match of {
        TaskOf::Orphan => {
            let facts = Facts { line: vec![element.owner.id], ..Facts::default() };
            if crate::chain::may(actor, Action::TieElement, &facts) { format!("{page}/knyt") } else { page }
        }
        TaskOf::Break => format!("kaeden/ny?under={}", element.number),
        TaskOf::Overdue | TaskOf::Returned | TaskOf::Proposal | TaskOf::Asked | TaskOf::Draft | TaskOf::Vacancy => page,
    }
}

/// A task about an agreement.
pub fn agreement_to_do(task: &AgreementTask) -> ToDo {
    let agreement = &task.agreement;
    let title = Sentence::new(&format!("overview-agreement-{}", task.of.as_str()))
        .with("noun", Arg::Agreement(agreement.kind.clone()))
        .text("unit", &task.unit.name)
        .text("years", agreement.period.to_string())
        .count("count", task.count);
    let key = if task.note.is_empty() { "overview-task-about" } else { "overview-task-about-note" };
    let about = Sentence::new(key)
        .with("noun", Arg::Agreement(agreement.kind.clone()))
        .text("number", agreement.number.to_string())
        .text("unit", &task.unit.name);
    let about = if task.note.is_empty() { about } else { about.text("note", &task.note) };
    ToDo { title, about, path: format!("aftale/{}", agreement.number), due: task.due, is_late: task.is_late }
}

/// A task in a follow-up round.
pub fn round_to_do(task: &RoundTask, model: &Model) -> ToDo {
    let round = format!("opfoelgning/{}/{}", task.round.year, task.round.spec);
    let path = match task.of {
        RoundTaskOf::Report | RoundTaskOf::Returned => format!("{round}/min"),
        RoundTaskOf::Answer => format!("{round}/tilbagemeldinger"),
        RoundTaskOf::Accept | RoundTaskOf::Assess | RoundTaskOf::Feedback | RoundTaskOf::Late => {
            task.unit.as_ref().map_or_else(|| round.clone(), |unit| format!("{round}?enhed=E-{}", unit.serial))
        }
        RoundTaskOf::Open | RoundTaskOf::Close => round.clone(),
    };
    let sentence = if task.of == RoundTaskOf::Answer && task.goal.is_some() {
        Sentence::new("overview-round-answer-goal")
    } else {
        Sentence::new(&format!("overview-round-{}", task.of.as_str()))
    };
    let name = round_name(&task.round, model);
    let title = sentence
        .with("round", name.clone())
        .text("unit", task.unit.as_ref().map(|unit| unit.name.as_str()).unwrap_or_default())
        .text("goal", task.goal.as_ref().map(|(_, _, title)| title.as_str()).unwrap_or_default())
        .with("count", Arg::Count(i64::from(task.goals)));
    ToDo {
        title,
        about: Sentence::new("overview-task-about-round").with("round", name),
        path,
        due: task.due,
        is_late: task.is_late,
    }
}

/// A round's name with the year it follows up on; its key where the model no longer has it.
fn round_name(round: &RoundMention, model: &Model) -> Arg {
    match model.rounds.iter().find(|spec| spec.key == round.spec) {
        Some(spec) => Arg::Both { da: format!("{} {}", spec.name.da, round.year), en: format!("{} {}", spec.name.en, round.year) },
        None => Arg::Text(format!("{} {}", round.spec, round.year)),
    }
}

/// A task of the annual wheel.
pub fn step_to_do(task: &StepTask, model: &Model) -> ToDo {
    let laid = &task.laid;
    let name = match pejl_domain::wheel::step(model, &laid.step) {
        Some(step) => Arg::Both { da: step.name.da.clone(), en: step.name.en.clone() },
        None => Arg::Text(laid.step.to_string()),
    };
    let about = match (task.of, laid.from == laid.to) {
        (StepTaskOf::LateBelow, true) => "overview-step-about-below-day",
        (StepTaskOf::LateBelow, false) => "overview-step-about-below",
        (_, true) => "overview-step-about-day",
        (_, false) => "overview-step-about",
    };
    let whose = task.unit.as_ref().map_or_else(|| Arg::Word("wheel-whole".to_owned()), |(_, name)| Arg::Text(name.clone()));
    let query = task.unit.as_ref().map(|(serial, _)| format!("?enhed=E-{serial}")).unwrap_or_default();
    let part = if task.of == StepTaskOf::Nobody { "/ansvarlig" } else { "" };
    ToDo {
        title: Sentence::new(&format!("overview-step-{}", task.of.as_str())).with("step", name),
        about: Sentence::new(about)
            .with("whose", whose)
            .text("responsible", &task.responsible)
            .with("from", Arg::Date(laid.from))
            .with("to", Arg::Date(laid.to)),
        path: format!("aarshjul/{}/{}{part}{query}", laid.year, laid.step),
        due: Some(task.due),
        is_late: task.is_late,
    }
}

/// A task about a dialogue meeting.
pub fn meeting_to_do(task: &MeetingTask) -> ToDo {
    let at = match task.of {
        MeetingTaskOf::Prepare => format!("forberedelse/E-{}", task.unit.serial),
        MeetingTaskOf::Choose => "form".to_owned(),
        MeetingTaskOf::Approve => "referat".to_owned(),
    };
    ToDo {
        title: Sentence::new(&format!("overview-meeting-{}", task.of.as_str())).text("meeting", &task.title),
        about: Sentence::new("overview-task-about-unit").text("unit", &task.unit.name),
        path: format!("moeder/{}/{at}", task.meeting),
        due: task.due,
        is_late: task.is_late,
    }
}

/// A task about a strategy letter.
pub fn letter_to_do(task: &LetterTask) -> ToDo {
    let rest = if task.of == LetterTaskOf::Close { "" } else { "/input" };
    ToDo {
        title: Sentence::new(&format!("overview-letter-{}", task.of.as_str()))
            .text("year", task.year.to_string())
            .with("count", Arg::Count(i64::try_from(task.count).unwrap_or(i64::MAX))),
        about: Sentence::new("letters-title"),
        path: format!("strategibrev/{}{rest}", task.year),
        due: task.due,
        is_late: task.is_late,
    }
}
