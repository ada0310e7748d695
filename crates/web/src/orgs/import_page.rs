//! One import: what it would do, how far it has come, what it did, and taking it back.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use pejl_app::Ending;
use pejl_app::orgs::import::{self, Waiting};
use pejl_app::shown::{ImportRow, ImportState};
use pejl_domain::Sentence;
use pejl_domain::orgs::import::{Fault, Plan, Planned, Turn};
use pejl_kernel::ImportId;
use pejl_lang::Args;
use pejl_policy::Action;

use crate::ending::Stop;
use crate::forms::Faults;
use crate::history::{self, Change};
use crate::inside::only_if_may;
use crate::inside::{Inside, Room, deed};
use crate::orgs::imports::{did, state};
use crate::page::{Page, go, show, show_with};

/// So many rows and so many faults are shown; the rest are counted.
const SHOWN: usize = 200;

/// What an import that waits would do.
#[derive(Template)]
#[template(path = "orgs/import_preview.html")]
struct Preview {
    page: Page,
    refusal: Faults,
    lead: String,
    failed: bool,
    counts: Vec<(String, String)>,
    faults: Vec<CellFault>,
    faults_title: String,
    more_faults: String,
    rows: Vec<Row>,
    more_rows: String,
    unread: String,
    may_run: bool,
    run_href: String,
    back: String,
}

struct CellFault {
    line: usize,
    column: String,
    found: String,
    text: String,
}

struct Row {
    line: usize,
    name: String,
    number: String,
    /// `is-new`, `is-changed`, `is-gone`.
    class: &'static str,
    turn: String,
    changes: Vec<Change>,
}

/// What an import that is done did.
#[derive(Template)]
#[template(path = "orgs/import_done.html")]
struct Done {
    page: Page,
    refusal: Faults,
    state: String,
    at: String,
    did: String,
    undo_href: Option<String>,
    list_href: String,
    organisation_href: String,
}

/// An import on its way.
#[derive(Template)]
#[template(path = "orgs/import_running.html")]
struct Running {
    page: Page,
    progress: ProgressShown,
    own: String,
}

/// The part of the page that is asked for anew.
#[derive(Template)]
#[template(path = "orgs/import_progress.html")]
struct ProgressPart {
    page: Page,
    progress: ProgressShown,
    own: String,
}

struct ProgressShown {
    done: usize,
    total: usize,
    text: String,
    /// Where to ask anew; "" when it has ended.
    poll: String,
}

fn framed(inside: &Inside, title: &str) -> Page {
    let t = inside.t();
    inside
        .page(Room::Setup, title)
        .crumb(t.say("menu-setup"), inside.href("opsaetning"))
        .crumb(t.say("menu-imports"), inside.href("opsaetning/indlaesning"))
        .here(title)
}

fn own_href(inside: &Inside, id: ImportId) -> String {
    inside.href(&format!("opsaetning/indlaesning/{id}"))
}

async fn load(inside: &mut Inside, id: &str) -> Result<Waiting, Stop> {
    only_if_may(inside, Action::ImportOrganisation).await?;
    let id: ImportId = id.parse().map_err(|_| Ending::NotFound)?;
    let office = inside.web.office.clone();
    Ok(import::waiting(&mut inside.tx, &inside.visit.actor, &inside.visit.place, office.mint(), id).await?)
}

/// `GET /{m}/opsaetning/indlaesning/{id}`
pub(crate) async fn import(mut inside: Inside, Path((_, id)): Path<(String, String)>) -> Result<Response, Stop> {
    if let Some(running) = running(&mut inside, &id).await? {
        return Ok(show(&running));
    }
    let Waiting { import, plan } = load(&mut inside, &id).await?;
    match plan {
        Some(plan) => Ok(show(&preview(&inside, &import, plan, Faults::default()))),
        None => Ok(show(&done(&inside, &import, Faults::default()))),
    }
}

/// The page of an import that this process is carrying out: what it would do is not asked again meanwhile.
async fn running(inside: &mut Inside, id: &str) -> Result<Option<Running>, Stop> {
    let id: ImportId = id.parse().map_err(|_| Ending::NotFound)?;
    if inside.web.office.import_progress(id).is_none() {
        return Ok(None);
    }
    let imports = import::imports(&mut inside.tx, &inside.visit.actor).await?;
    let Some(import) = imports.into_iter().find(|i| i.id == id) else { return Ok(None) };
    Ok(Some(Running { page: framed(inside, &import.file_name), progress: progress_of(inside, id), own: own_href(inside, id) }))
}

fn preview(inside: &Inside, import: &ImportRow, plan: Plan, refusal: Faults) -> Preview {
    let t = inside.t();
    let own = own_href(inside, import.id);
    let counted = [
        ("import-count-created", plan.counts.created),
        ("import-count-changed", plan.counts.changed),
        ("import-count-closed", plan.counts.closed),
        ("import-count-unchanged", plan.counts.unchanged),
        ("import-count-people", plan.counts.people),
        ("import-count-leaders", plan.counts.leaders),
    ];
    let touched: Vec<&Planned> = plan.rows.iter().filter(|row| row.turn != Turn::Unchanged).collect();
    let more = |key: &str, all: usize| if all > SHOWN { t.n(key, all - SHOWN) } else { String::new() };
    Preview {
        page: framed(inside, &import.file_name),
        refusal,
        lead: if !plan.faults.is_empty() {
            t.n("import-lead-faults", plan.faults.len())
        } else if plan.is_empty() {
            t.say("import-lead-nothing")
        } else {
            t.n("import-lead-ready", import.total)
        },
        failed: import.state == ImportState::Failed,
        counts: counted.map(|(key, count)| (t.count(count), t.n(key, count))).into(),
        faults_title: t.n("import-faults-title", plan.faults.len()),
        more_faults: more("import-more-faults", plan.faults.len()),
        more_rows: more("import-more-rows", touched.len()),
        unread: if plan.unread.is_empty() { String::new() } else { t.a("import-unread", "columns", t.and_list(&plan.unread)) },
        may_run: plan.faults.is_empty() && !plan.is_empty(),
        faults: plan.faults.iter().take(SHOWN).map(|f| cell_fault(inside, f)).collect(),
        rows: touched.into_iter().take(SHOWN).map(|row| planned(inside, row)).collect(),
        run_href: format!("{own}/koer"),
        back: inside.href("opsaetning/indlaesning"),
    }
}

fn cell_fault(inside: &Inside, fault: &Fault) -> CellFault {
    CellFault {
        line: fault.line,
        column: fault.column.clone(),
        found: fault.found.clone(),
        text: inside.voice.tell(&fault.sentence),
    }
}

fn planned(inside: &Inside, row: &Planned) -> Row {
    let (class, key) = match row.turn {
        Turn::New => ("is-new", "import-turn-new"),
        Turn::Changed => ("is-changed", "import-turn-changed"),
        Turn::Closed => ("is-gone", "import-turn-closed"),
        Turn::Unchanged => ("", "import-turn-unchanged"),
    };
    Row {
        line: row.line,
        name: row.name.clone(),
        number: row.serial.map(|serial| format!("E-{serial}")).unwrap_or_default(),
        class,
        turn: inside.t().say(key),
        changes: row.changes.iter().map(|c| history::change(&inside.voice, c)).collect(),
    }
}

fn done(inside: &Inside, import: &ImportRow, refusal: Faults) -> Done {
    let own = own_href(inside, import.id);
    Done {
        page: framed(inside, &import.file_name),
        refusal,
        state: state(inside, import),
        at: inside.t().date_time(import.at),
        did: did(inside, import),
        undo_href: (import.state == ImportState::Done).then(|| format!("{own}/fortryd")),
        list_href: inside.href("opsaetning/indlaesning"),
        organisation_href: inside.href("opsaetning/organisation"),
    }
}

/// `POST /{m}/opsaetning/indlaesning/{id}/koer`
pub(crate) async fn run(mut inside: Inside, Path((_, id)): Path<(String, String)>) -> Result<Response, Stop> {
    only_if_may(&inside, Action::ImportOrganisation).await?;
    let id_parsed: ImportId = id.parse().map_err(|_| Ending::NotFound)?;
    match import::start(&inside.web.office, &inside.visit, id_parsed, &inside.path).await {
        Ok(()) => Ok(go(&own_href(&inside, id_parsed))),
        Err(Ending::Refused(refused)) => {
            let refusal: Faults = inside.reasons(&refused).into();
            let Waiting { import, plan } = load(&mut inside, &id).await?;
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(match plan {
                Some(plan) => show_with(status, &preview(&inside, &import, plan, unlinked(refusal))),
                None => show_with(status, &done(&inside, &import, unlinked(refusal))),
            })
        }
        Err(ending) => Err(ending.into()),
    }
}

/// These pages have no field to lead to.
fn unlinked(faults: Faults) -> Faults {
    Faults(faults.0.into_iter().map(|(_, text)| (String::new(), text)).collect())
}

/// `POST /{m}/opsaetning/indlaesning/{id}/fortryd`
pub(crate) async fn undo(mut inside: Inside, Path((_, id)): Path<(String, String)>) -> Result<Response, Stop> {
    let import_id: ImportId = id.parse().map_err(|_| Ending::NotFound)?;
    match deed!(inside, desk => import::undo(&mut desk, import_id)) {
        Ok(()) => {
            let word = Sentence::new("import-undone");
            Ok(inside.done(&word, &own_href(&inside, import_id)).await)
        }
        Err(Ending::Refused(refused)) => {
            let refusal = unlinked(inside.reasons(&refused).into());
            let Waiting { import, .. } = load(&mut inside, &id).await?;
            Ok(show_with(StatusCode::UNPROCESSABLE_ENTITY, &done(&inside, &import, refusal)))
        }
        Err(ending) => Err(ending.into()),
    }
}

fn progress_of(inside: &Inside, id: ImportId) -> ProgressShown {
    let own = own_href(inside, id);
    match inside.web.office.import_progress(id).map(|p| p.reading()) {
        Some((done, total)) => {
            let text = if total == 0 {
                inside.t().say("import-progress-reading")
            } else {
                inside.t().say_with("import-progress", &Args::new().count("done", done).count("total", total))
            };
            ProgressShown { done, total: total.max(1), text, poll: format!("{own}/fremdrift") }
        }
        None => ProgressShown { done: 1, total: 1, text: inside.t().say("import-progress-ended"), poll: String::new() },
    }
}

/// `GET /{m}/opsaetning/indlaesning/{id}/fremdrift`
pub(crate) async fn progress(inside: Inside, Path((_, id)): Path<(String, String)>) -> Result<Response, Stop> {
    only_if_may(&inside, Action::ImportOrganisation).await?;
    let id: ImportId = id.parse().map_err(|_| Ending::NotFound)?;
    let part = ProgressPart { page: framed(&inside, ""), progress: progress_of(&inside, id), own: own_href(&inside, id) };
    Ok(show(&part))
}
