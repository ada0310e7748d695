//! Everything that waits for somebody, by date.

use askama::Template;
use axum::response::Response;
use pejl_app::reminders::{self, ToDo};
use pejl_domain::reminders::When;

use crate::ending::Stop;
use crate::inside::{Inside, Room};
use crate::page::{Page, show};

/// The most tasks of one kind: whoever tends to a whole municipality may have hundreds of loose ends.
const OF_A_KIND: usize = 50;

#[derive(Template)]
#[template(path = "reminders/tasks.html")]
struct TasksPage {
    page: Page,
    groups: Vec<Group>,
    /// Says how many are left out; "" where none is.
    left_out: String,
    choices_href: String,
}

/// The tasks under one heading.
struct Group {
    id: &'static str,
    heading: String,
    count: String,
    list: Vec<Shown>,
}

/// One task.
struct Shown {
    href: String,
    title: String,
    about: String,
    due: String,
    due_iso: String,
    late: bool,
    late_word: String,
}

/// `/{m}/opgaver`
pub(crate) async fn tasks(mut inside: Inside) -> Result<Response, Stop> {
    let (sight, actor, model) = (inside.visit.sight, inside.visit.actor.clone(), std::sync::Arc::clone(&inside.voice.model));
    let mine = reminders::mine(&mut inside.tx, &sight, &actor, &model, OF_A_KIND).await?;
    let t = inside.t();
    let title = t.say("reminders-tasks-title");
    let view = TasksPage {
        page: inside.page(Room::Home, title.clone()).crumb(t.say("menu-overview"), inside.href("")).here(title),
        groups: When::ALL.iter().filter_map(|when| group(&inside, *when, &mine.to_dos)).collect(),
        left_out: if mine.left_out == 0 { String::new() } else { t.n("reminders-tasks-left-out", mine.left_out) },
        choices_href: inside.href("paamindelser"),
    };
    Ok(show(&view))
}

fn group(inside: &Inside, when: When, to_dos: &[ToDo]) -> Option<Group> {
    let today = inside.visit.actor.on;
    let list: Vec<Shown> = to_dos.iter().filter(|to_do| to_do.when(today) == when).map(|to_do| shown(inside, to_do)).collect();
    let t = inside.t();
    (!list.is_empty()).then(|| Group {
        id: when.as_str(),
        heading: t.say(&format!("reminders-when-{}", when.as_str())),
        count: t.count(list.len()),
        list,
    })
}

fn shown(inside: &Inside, to_do: &ToDo) -> Shown {
    let t = inside.t();
    let said = |due| if due == inside.visit.actor.on { t.say("reminders-due-today") } else { t.date_medium(due) };
    Shown {
        href: inside.href(&to_do.path),
        title: inside.voice.tell(&to_do.title),
        about: inside.voice.tell(&to_do.about),
        due: to_do.due.map(said).unwrap_or_default(),
        due_iso: to_do.due.map(|due| due.to_string()).unwrap_or_default(),
        late: to_do.is_late,
        late_word: if to_do.is_late { t.say("overview-late") } else { String::new() },
    }
}
