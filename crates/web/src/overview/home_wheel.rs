//! What the wheel and the dialogue meetings ask of somebody, and what comes next: the part of Overblik that all three homes share.

use pejl_app::meetings::{self, MeetingTaskOf};
use pejl_app::reminders::{meeting_to_do, step_to_do};
use pejl_app::wheel::{self, StepTask, StepTaskOf};
use pejl_domain::wheel::{StepState, step};

use super::home::{ToDo, ToDos, said};
use crate::ending::Stop;
use crate::inside::Inside;
use crate::wheel::{dates_of, step_href};

/// The most tasks of one kind.
const OF_A_KIND: usize = 5;

/// What comes next: steps of the wheel, and meetings.
pub(super) struct Ahead {
    pub steps: Vec<NextStep>,
    pub href: String,
    pub meetings: Vec<NextStep>,
    pub meetings_href: String,
}

/// A step or a meeting that comes next.
pub(super) struct NextStep {
    pub name: String,
    pub href: String,
    pub dates: String,
    /// When it begins, or ends where it is going on.
    pub about: String,
}

/// What the wheel and the meetings ask of the reader, late kinds first, and what comes next for them.
pub(super) async fn wheel(inside: &mut Inside) -> Result<(Vec<ToDos>, Option<Ahead>), Stop> {
    let model = std::sync::Arc::clone(&inside.voice.model);
    let actor = inside.visit.actor.clone();
    let home = wheel::home(&mut inside.tx, &inside.visit.sight, &model, &actor).await?;
    let unit = home.seats.unit();
    let query = unit.map(|unit| format!("?enhed=E-{}", unit.serial)).unwrap_or_default();
    let all_href = inside.href(&format!("aarshjul{query}"));
    let of_kind = |of: &StepTaskOf| {
        let here: Vec<&StepTask> = home.tasks.iter().filter(|task| task.of == *of).collect();
        let list: Vec<ToDo> = here.iter().take(OF_A_KIND).map(|task| said(inside, &step_to_do(task, &model))).collect();
        let total = here.len();
        let more = (total > list.len()).then(|| (all_href.clone(), inside.t().n("overview-show-all", total)));
        let heading = inside.t().n(&format!("overview-steps-{}", of.as_str()), total);
        (!list.is_empty()).then_some(ToDos { heading, list, more })
    };
    let mut tasks: Vec<ToDos> = StepTaskOf::ALL.iter().filter_map(of_kind).collect();
    let meeting_home = meetings::home(&mut inside.tx, &inside.visit.sight, &actor).await?;
    let of_meetings = |of: &MeetingTaskOf| {
        let here: Vec<_> = meeting_home.tasks.iter().filter(|task| task.of == *of).collect();
        let list: Vec<ToDo> = here.iter().take(OF_A_KIND).map(|task| said(inside, &meeting_to_do(task))).collect();
        let more = (here.len() > list.len()).then(|| (inside.href("opgaver"), inside.t().n("overview-show-all", here.len())));
        let heading = inside.t().n(&format!("overview-meetings-{}", of.as_str()), here.len());
        (!list.is_empty()).then_some(ToDos { heading, list, more })
    };
    tasks.extend(MeetingTaskOf::ALL.iter().filter_map(of_meetings));
    let t = inside.t();
    let next = home.next.iter().map(|laid| {
        let name = step(&model, &laid.step).map_or_else(|| laid.step.to_string(), |s| inside.voice.text(&s.name).to_owned());
        let (key, day) = match laid.state(actor.on) {
            StepState::Coming => ("wheel-next-begins", laid.from),
            StepState::Running | StepState::Late | StepState::Done | StepState::Lapsed => ("wheel-next-ends", laid.to),
        };
        NextStep {
            name,
            href: step_href(inside, laid, unit),
            dates: dates_of(t, laid.from, laid.to),
            about: t.a(key, "date", t.day_month(day)),
        }
    });
    let steps: Vec<NextStep> = next.collect();
    let next_meeting = |next: &meetings::NextMeeting| NextStep {
        name: next.title.clone(),
        href: inside.href(&format!("moeder/{}", next.meeting)),
        dates: t.date(next.on),
        about: String::new(),
    };
    let meetings: Vec<NextStep> = meeting_home.next.iter().map(next_meeting).collect();
    let is_any = !steps.is_empty() || !meetings.is_empty();
    let ahead = is_any.then(|| Ahead { steps, href: all_href, meetings, meetings_href: inside.href("moeder") });
    Ok((tasks, ahead))
}
