//! Overblik: whose it is decides what stands first. Gathers what every family of roles shares; the pages are in
//! `home_families`.

use axum::response::Response;
use pejl_app::overview::{self, Home, Task, TaskOf};
use pejl_app::reminders;
use pejl_domain::chain::StateName;
use pejl_domain::orgs::Role;
use pejl_policy::Post;

use super::address::Asked;
use super::home_families;
use crate::ending::Stop;
use crate::inside::Inside;
use crate::voice::capital;

/// The most tasks of one kind that Overblik shows; the rest are behind a link.
const TASKS_OF_A_KIND: i64 = 5;

/// Whose overview it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
    /// Elected: what is to be decided, what is new, where the chain breaks. One screen.
    Politics,
    /// Works for the whole municipality.
    Whole,
    /// Leads a unit or works in one: their own first.
    Own,
}

fn family(posts: &[Post]) -> Family {
    let is = |passes: fn(Role) -> bool| posts.iter().any(|post| post.standing_in_for.is_none() && passes(post.role));
    if is(Role::is_political) {
        Family::Politics
    } else if is(Role::sees_everything) {
        Family::Whole
    } else {
        Family::Own
    }
}

/// `/{m}`
pub(crate) async fn home(mut inside: Inside) -> Result<Response, Stop> {
    let family = family(&inside.visit.actor.posts);
    let (actor, since) = (&inside.visit.actor, inside.visit.account.seen_line);
    let ask = reminders::chain_ask(actor, &inside.voice.model, since, TASKS_OF_A_KIND);
    let home = overview::home(&mut inside.tx, &inside.visit.sight, &ask).await?;
    match family {
        Family::Politics => home_families::politics(inside, &ask, home).await,
        Family::Whole => home_families::whole(inside, &ask, home).await,
        Family::Own => home_families::own(inside, &ask, home).await,
    }
}

/// One thing to do, as it is shown.
pub(super) struct ToDo {
    pub href: String,
    pub title: String,
    pub about: String,
    pub due: String,
    pub due_iso: String,
    pub late: bool,
    pub late_word: String,
}

/// The things to do of one kind.
pub(super) struct ToDos {
    pub heading: String,
    pub list: Vec<ToDo>,
    /// Where all of them are, with how many; where more are than shown.
    pub more: Option<(String, String)>,
}

/// What to do, by kind, of the kinds asked for.
pub(super) fn to_dos(inside: &Inside, home: &Home, kinds: &[TaskOf]) -> Vec<ToDos> {
    let of_kind = |of: &TaskOf| {
        let list: Vec<ToDo> = home.tasks.iter().filter(|task| task.of == *of).map(|task| to_do(inside, task)).collect();
        let total = total(home, *of);
        let more = (total > list.len()).then(|| all_of(inside, *of, total)).flatten();
        let heading = inside.t().n(&format!("overview-tasks-{}", of.as_str()), total);
        (!list.is_empty()).then_some(ToDos { heading, list, more })
    };
    kinds.iter().filter_map(of_kind).collect()
}

/// How many tasks of a kind there are.
pub(super) fn total(home: &Home, of: TaskOf) -> usize {
    home.totals.iter().find(|(kind, _)| *kind == of).map_or(0, |(_, total)| *total)
}

/// Where all tasks of a kind are listed, and the words for it.
fn all_of(inside: &Inside, of: TaskOf, total: usize) -> Option<(String, String)> {
    use pejl_app::overview::Only;
    let asked = match of {
        TaskOf::Overdue => Asked::table(|a| {
            a.overdue = true;
            a.state = Some(StateName::Adopted);
        }),
        TaskOf::Returned => Asked::table(|a| a.state = Some(StateName::Returned)),
        TaskOf::Proposal => Asked::table(|a| a.state = Some(StateName::Proposed)),
        TaskOf::Draft => Asked::table(|a| a.state = Some(StateName::Draft)),
        TaskOf::Orphan => Asked::table(|a| a.only = Some(Only::Orphans)),
        TaskOf::Break => Asked::table(|a| a.only = Some(Only::Breaks)),
        TaskOf::Vacancy => {
            return Some((inside.href("opsaetning/organisation?ledig=1"), inside.t().n("overview-show-all", total)));
        }
        TaskOf::Asked => return None, // those are on the unit's page, five at most are ever shown elsewhere
    };
    Some((inside.href(&asked.rest()), inside.t().n("overview-show-all", total)))
}

/// One thing to do, said as what to do.
pub(super) fn to_do(inside: &Inside, task: &Task) -> ToDo {
    let to_do = reminders::chain_to_do(task, &inside.voice.model, &inside.visit.actor);
    // Here the day the goal itself is due stands beside it, whatever there is to do about it.
    said(inside, &reminders::ToDo { due: task.due, ..to_do })
}

/// One thing to do of any subject, in words.
pub(super) fn said(inside: &Inside, to_do: &reminders::ToDo) -> ToDo {
    let t = inside.t();
    ToDo {
        href: inside.href(&to_do.path),
        title: inside.voice.tell(&to_do.title),
        about: capital(&inside.voice.tell(&to_do.about)),
        due: to_do.due.map(|due| t.date_medium(due)).unwrap_or_default(),
        due_iso: to_do.due.map(|due| due.to_string()).unwrap_or_default(),
        late: to_do.is_late,
        late_word: if to_do.is_late { t.say("overview-late") } else { String::new() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use pejl_kernel::{PositionId, SequenceMint, UnitId};

    fn post(role: Role) -> Post {
        let mint = SequenceMint::default();
        Post { position: PositionId::new(&mint), unit: UnitId::new(&mint), role, standing_in_for: None }
    }

    #[test]
    fn a_politician_a_consultant_and_a_nursery_head_each_have_a_home_of_their_own() {
        assert!(family(&[post(Role::CouncilMember)]) == Family::Politics);
        assert!(family(&[post(Role::Consultant)]) == Family::Whole);
        assert!(family(&[post(Role::InstitutionLeader)]) == Family::Own);
        assert!(family(&[]) == Family::Own);
    }

    #[test]
    fn who_stands_in_for_a_chair_keeps_their_own_home() {
        let lent =
            Post { standing_in_for: Some(pejl_kernel::PersonId::new(&SequenceMint::default())), ..post(Role::CommitteeChair) };
        assert!(family(&[post(Role::DepartmentHead), lent]) == Family::Own);
    }
}
