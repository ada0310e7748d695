//! An agreement, read as a document: between whom, what was answered, which goals, within which money, and who signed. With
//! the one next step, what stands in its way, and what has been said about it.

use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use pejl_app::agreements::{self, AgreementPage, EditionPage};
use pejl_domain::Reason;
use pejl_domain::agreements::{Agreement, AgreementState, AgreementVerb};
use pejl_domain::cases::Adopts;
use pejl_domain::sentence::Arg;
use pejl_kernel::{Number, NumberPrefix};
use pejl_lang::Args;

use super::document::{self, Doc, HeardDoc};
use super::loading::{Mentioned, about, agreement_href, deed_href, mentioned, number_of, page_of, room, state_word, the_page};
use super::signatures::{self, Signed, short};
use super::steps::{Steps, steps};
use super::talks::{Talk, thread};
use crate::chain::came_up::{CameUp, came_up};
use crate::chain::element_href;
use crate::ending::Stop;
use crate::forms::Typed;
use crate::history::{HistoryEntry, entries};
use crate::inside::Inside;
use crate::marks::agreement_sign;
use crate::page::{Page, show, show_with};
use crate::voice::capital;

/// How much of the history stands open.
const LATEST: usize = 6;

#[derive(Template)]
#[template(path = "agreements/agreement.html")]
struct AgreementView {
    page: Page,
    /// The cases it came up in.
    cases: Vec<CameUp>,
    word: String,
    explanation: String,
    number: String,
    state: &'static str,
    state_word: String,
    version: i64,
    steps: Steps,
    way: Vec<StepShown>,
    notices: Vec<Notice>,
    faults_title: String,
    /// What was refused just now, each with where it is mended.
    faults: Vec<Link>,
    in_the_way_title: String,
    in_the_way: Vec<Link>,
    doc: Doc,
    decision: Option<(String, String)>,
    edition: String,
    hearings: Vec<HeardDoc>,
    /// The groups that are to be heard and have not said anything.
    not_heard: Vec<String>,
    report: String,
    talks: Vec<Talk>,
    seal: String,
    verify_href: String,
    signed: Vec<Signed>,
    unsigned: Vec<String>,
    elsewhere: Vec<Link>,
    editions: Vec<EditionShown>,
    /// What the edition being written changes in the one in force.
    pending: Option<String>,
    predecessor: Option<Mentioned>,
    successors: Vec<Mentioned>,
    advice: Vec<String>,
    shares: Vec<(String, String)>,
    sight: Option<(String, String)>,
    history: Vec<HistoryEntry>,
    earlier: Vec<HistoryEntry>,
    earlier_word: String,
}

/// One step of the way of an agreement.
struct StepShown {
    label: String,
    now: bool,
    done: bool,
    href: Option<String>,
}

/// Something the reader must know before reading on.
struct Notice {
    kind: &'static str,
    title: String,
    text: String,
    link: Option<(String, String)>,
}

/// A text that may lead somewhere.
pub(super) struct Link {
    pub text: String,
    pub href: Option<String>,
}

struct EditionShown {
    title: String,
    href: String,
    said: String,
    reason: String,
    differs: Option<String>,
}

#[derive(Template)]
#[template(path = "agreements/edition.html")]
struct EditionView {
    page: Page,
    word: String,
    number: String,
    href: String,
    lead: String,
    doc: Doc,
    decision: Option<(String, String)>,
    edition: String,
    seal: String,
    verify_href: String,
    signed: Vec<Signed>,
    unsigned: Vec<String>,
}

/// `/{m}/aftale/{number}`; `?udgave=1` is that edition as it was signed.
pub(super) async fn agreement(
    mut inside: Inside,
    Path((_, typed)): Path<(String, String)>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Stop> {
    let number = number_of(&typed)?;
    if typed != number.to_string() {
        return Ok(Redirect::to(&agreement_href(&inside, &number)).into_response());
    }
    let found = the_page(&mut inside, &typed).await?;
    match Typed(query).get("udgave").parse::<u32>() {
        Ok(edition) => edition_view(&mut inside, &found, edition).await,
        Err(_) => Ok(show(&view(&mut inside, &found, &[]).await?)),
    }
}

/// The page again, with what was refused.
pub(super) async fn refused(inside: &mut Inside, found: &AgreementPage, reasons: &[Reason]) -> Result<Response, Stop> {
    Ok(show_with(StatusCode::UNPROCESSABLE_ENTITY, &view(inside, found, reasons).await?))
}

async fn edition_view(inside: &mut Inside, found: &AgreementPage, edition: u32) -> Result<Response, Stop> {
    let (agreement, sight) = (&found.shown.agreement, inside.visit.sight);
    let kept: EditionPage = agreements::edition_page(&mut inside.tx, &sight, agreement.number, edition).await?;
    let doc = document::of_text(inside, &kept.text).await?;
    let t = inside.t();
    let title = t.say_with("agreement-edition-title", &args_of(inside, agreement).count("edition", edition));
    let is_newest = agreement.edition == edition;
    let view = EditionView {
        page: page_of(inside, agreement, capital(&title)),
        word: capital(&inside.voice.agreement(&agreement.kind).singular),
        number: agreement.number.to_string(),
        href: agreement_href(inside, &agreement.number),
        lead: t.say(if is_newest { "agreement-edition-in-force" } else { "agreement-edition-former" }),
        doc,
        decision: kept.decision.as_ref().map(|row| decided(inside, row)),
        edition: t.n("agreement-edition", edition),
        verify_href: format!("{}?udgave={edition}", deed_href(inside, &agreement.number, "kontrol")),
        signed: signatures::on(inside, &kept.seal, &kept.signatures),
        seal: short(&kept.seal),
        unsigned: Vec::new(),
    };
    Ok(show(&view))
}

fn args_of(inside: &Inside, agreement: &Agreement) -> Args {
    let forms = inside.voice.agreement(&agreement.kind);
    let args = Args::new().noun(&forms.singular, &forms.plural, &forms.definite, forms.is_neuter());
    args.text("number", agreement.number)
}

/// Who approved it, and when and in which case.
fn decided(inside: &Inside, row: &pejl_app::chain::DecisionRow) -> (String, String) {
    let t = inside.t();
    let args = Args::new().text("date", t.date(row.decision.on)).text("case", &row.decision.case_number);
    (row.body.clone(), t.say_with("chain-decided-on", &args))
}

async fn view(inside: &mut Inside, found: &AgreementPage, reasons: &[Reason]) -> Result<AgreementView, Stop> {
    let doc = document::of_page(inside, found).await?;
    let cases = came_up(inside, Adopts::Agreement(found.shown.agreement.id)).await?;
    let (t, shown) = (inside.t(), &found.shown);
    let agreement = &shown.agreement;
    let forms = inside.voice.agreement(&agreement.kind);
    let agents: Vec<&str> = shown.agents.iter().map(|party| party.unit.name.as_str()).collect();
    let title = t.say_with(
        "agreement-title",
        &args_of(inside, agreement).text("agents", agents.join(", ")).text("years", t.years(agreement.period)),
    );
    let seal = signatures::seal_of(found);
    let mut history = entries(&inside.voice, &shown.history);
    let earlier = history.split_off(history.len().min(LATEST));
    let is_written = agreement.is_being_written() && shown.sees_draft;
    let in_the_way = if is_written && reasons.is_empty() { &found.in_the_way[..] } else { &[] };
    let hearings: Vec<HeardDoc> = hearings(inside, found);
    Ok(AgreementView {
        page: room(inside, capital(&title)).here(agreement.number.to_string()),
        word: capital(&forms.singular),
        explanation: forms.explanation.clone(),
        number: agreement.number.to_string(),
        state: agreement_sign(agreement.state),
        state_word: state_word(inside, agreement.state),
        version: agreement.version,
        steps: steps(inside, found),
        way: way(inside, agreement, !found.shown.hearings.is_empty()),
        notices: notices(inside, found),
        faults_title: about(inside, "agreement-refused-title", agreement),
        faults: reasons.iter().map(|reason| mended(inside, found, reason)).collect(),
        in_the_way_title: t.say("agreement-in-the-way"),
        in_the_way: in_the_way.iter().map(|reason| mended(inside, found, reason)).collect(),
        decision: shown.decision.as_ref().map(|row| decided(inside, row)),
        edition: if agreement.edition > 0 { t.n("agreement-edition", agreement.edition) } else { String::new() },
        not_heard: not_heard(inside, found),
        hearings,
        report: agreement.report.to_string(),
        talks: thread(inside, found),
        verify_href: verify_href(inside, found),
        signed: signatures::on(inside, &seal, &shown.signatures),
        unsigned: signatures::unsigned(found),
        seal: short(&seal),
        elsewhere: elsewhere(inside, found),
        editions: editions(inside, found),
        pending: (is_amended(agreement) && shown.sees_draft)
            .then(|| format!("{}?fra={}", deed_href(inside, &agreement.number, "forskel"), agreement.edition)),
        predecessor: shown.predecessor.as_ref().map(|one| mentioned(inside, one)),
        successors: shown.successors.iter().map(|one| mentioned(inside, one)).collect(),
        advice: found.advice.iter().flat_map(|advice| &advice.sentences).map(|said| inside.voice.tell(said)).collect(),
        shares: shares(inside, found),
        sight: shown.agents.first().map(|party| {
            let href = inside.href(&format!("aftaler/sigtelinje?enhed=E-{}", party.unit.serial));
            (t.a("agreement-line-of-sight", "unit", &party.unit.name), href)
        }),
        history,
        earlier_word: t.n("chain-history-earlier", earlier.len()),
        earlier,
        doc,
        cases,
    })
}

fn verify_href(inside: &Inside, found: &AgreementPage) -> String {
    let href = deed_href(inside, &found.shown.agreement.number, "kontrol");
    match found.shown.sees_draft {
        true => href,
        false => format!("{href}?udgave={}", found.shown.agreement.edition),
    }
}

/// The way of an agreement from draft to end, with where this one is.
fn way(inside: &Inside, agreement: &Agreement, was_heard: bool) -> Vec<StepShown> {
    use AgreementState as S;
    let is_heard = agreement.kind_in(&inside.voice.model).is_some_and(|kind| !kind.heard.is_empty());
    if agreement.state == S::Withdrawn {
        return Vec::new();
    }
    let all = [S::Draft, S::Hearing, S::Dialogue, S::Submitted, S::Approved, S::Reported, S::Closed];
    let states: Vec<S> =
        all.into_iter().filter(|state| *state != S::Hearing || is_heard || agreement.state == S::Hearing).collect();
    let now = if agreement.state == S::Returned { S::Dialogue } else { agreement.state };
    let at = states.iter().position(|state| *state == now).unwrap_or_default();
    let step = |(i, state): (usize, &S)| StepShown {
        label: state_word(inside, if i == at { agreement.state } else { *state }),
        now: i == at,
        done: i < at && (*state != S::Hearing || was_heard),
        href: None,
    };
    states.iter().enumerate().map(step).collect()
}

/// Whether the next edition is on its way while one is in force.
const fn is_amended(agreement: &Agreement) -> bool {
    agreement.edition > 0
        && match agreement.state {
            AgreementState::Draft
            | AgreementState::Hearing
            | AgreementState::Dialogue
            | AgreementState::Submitted
            | AgreementState::Returned => true,
            AgreementState::Approved | AgreementState::Reported | AgreementState::Closed | AgreementState::Withdrawn => false,
        }
}

fn notices(inside: &Inside, found: &AgreementPage) -> Vec<Notice> {
    let (t, shown) = (inside.t(), &found.shown);
    let agreement = &shown.agreement;
    let note = agreement.note.to_string();
    let mut notices = Vec::new();
    if is_amended(agreement) {
        let href = format!("{}?udgave={}", agreement_href(inside, &agreement.number), agreement.edition);
        notices.push(Notice {
            kind: "info",
            title: t.n("agreement-is-amended", agreement.edition),
            text: agreement.amending.to_string(),
            link: Some((t.say("agreement-see-in-force"), href)),
        });
    }
    let titled = |kind, key: &str| Notice { kind, title: t.say(key), text: note.clone(), link: None };
    match agreement.state {
        AgreementState::Returned => notices.push(titled("warning", "chain-notice-returned")),
        AgreementState::Withdrawn => notices.push(titled("info", "chain-notice-withdrawn")),
        AgreementState::Closed if !note.is_empty() => notices.push(titled("info", "agreement-notice-closed")),
        AgreementState::Approved if !note.is_empty() => notices.push(titled("warning", "agreement-notice-report-returned")),
        AgreementState::Draft
        | AgreementState::Hearing
        | AgreementState::Dialogue
        | AgreementState::Submitted
        | AgreementState::Approved
        | AgreementState::Reported
        | AgreementState::Closed => {}
    }
    notices
}

/// A reason with where it is mended, for whoever may mend it.
pub(super) fn mended(inside: &Inside, found: &AgreementPage, reason: &Reason) -> Link {
    let text = inside.voice.tell(&reason.sentence);
    let agreement = &found.shown.agreement;
    if !found.may.contains(&AgreementVerb::Edit) {
        return Link { text, href: None };
    }
    let named = reason.sentence.args.iter().find_map(|(name, arg)| match arg {
        Arg::Text(text) if name == "number" => text.parse::<Number>().ok(),
        _ => None,
    });
    let of_element = named.filter(|number| number.prefix != NumberPrefix::A && reason.sentence.key.ends_with("-lacks"));
    let href = match (of_element, reason.field) {
        (Some(number), _) => format!("{}/ret", element_href(inside, &number)),
        (None, Some(field)) => format!("{}#f-{field}", deed_href(inside, &agreement.number, "ret")),
        (None, None) if found.shown.counters.iter().any(|row| row.counter.is_open()) => "#forhandling".to_owned(),
        (None, None) => return Link { text, href: None },
    };
    Link { text, href: Some(href) }
}

/// What was heard so far, while the text that will hold it is not frozen yet.
fn hearings(inside: &Inside, found: &AgreementPage) -> Vec<HeardDoc> {
    let t = inside.t();
    let shown = found.shown.hearings.iter().map(|row| HeardDoc {
        group: capital(&t.say(&format!("heard-{}", row.hearing.group.as_str()))),
        from: row.hearing.from.to_string(),
        on: t.date(row.hearing.on),
        text: row.hearing.text.to_string(),
    });
    shown.collect()
}

fn not_heard(inside: &Inside, found: &AgreementPage) -> Vec<String> {
    let agreement = &found.shown.agreement;
    if !agreement.is_being_written() || agreement.edition > 0 {
        return Vec::new();
    }
    let groups = agreement.kind_in(&inside.voice.model).map(|kind| kind.heard.clone()).unwrap_or_default();
    let silent = groups.into_iter().filter(|group| !found.shown.hearings.iter().any(|row| row.hearing.group == *group));
    silent.map(|group| inside.t().say(&format!("heard-{}", group.as_str()))).collect()
}

/// Proposed goals that another level adopts.
fn elsewhere(inside: &Inside, found: &AgreementPage) -> Vec<Link> {
    let model = &inside.voice.model;
    let goals = found.shown.goals.iter().map(|here| &here.element).filter(|goal| found.adopted_elsewhere.contains(&goal.id));
    let link = |goal: &pejl_domain::chain::Element| {
        let level = model.spec(goal.kind, &goal.level).and_then(|spec| spec.adopts.as_ref());
        let level = level.map(|level| inside.voice.level(level)).unwrap_or_default();
        let args = Args::new().text("number", goal.number).text("title", &goal.content.title).text("level", level);
        Link { text: inside.t().say_with("agreement-adopted-elsewhere", &args), href: Some(element_href(inside, &goal.number)) }
    };
    goals.map(link).collect()
}

fn editions(inside: &Inside, found: &AgreementPage) -> Vec<EditionShown> {
    let t = inside.t();
    let number = &found.shown.agreement.number;
    let difference = |from: u32, to: u32| format!("{}?fra={from}&til={to}", deed_href(inside, number, "forskel"));
    let shown = found.shown.editions.iter().map(|edition| EditionShown {
        title: t
            .say_with("chain-edition-title", &Args::new().count("edition", edition.edition).text("when", t.date_time(edition.at))),
        href: format!("{}?udgave={}", agreement_href(inside, number), edition.edition),
        said: edition
            .decision
            .as_ref()
            .map(|row| decided(inside, row))
            .map(|(body, on)| format!("{body}, {on}"))
            .unwrap_or_default(),
        reason: edition.reason.to_string(),
        differs: (edition.edition > 1).then(|| difference(edition.edition - 1, edition.edition)),
    });
    shown.collect()
}

/// How many goals came in which way, and how they lean.
fn shares(inside: &Inside, found: &AgreementPage) -> Vec<(String, String)> {
    found.advice.as_ref().map(|advice| balance(inside, advice)).unwrap_or_default()
}

/// Number of goals against what is meant, and each way of leaning with its shares.
pub(super) fn balance(inside: &Inside, advice: &pejl_domain::agreements::Advice) -> Vec<(String, String)> {
    let t = inside.t();
    let said = |word: String, count: usize, percent: u8| {
        t.say_with("agreement-share", &Args::new().text("word", word).count("count", count).count("percent", percent))
    };
    let join = |parts: Vec<String>| parts.join("; ");
    let meant = match advice.meant {
        Some((least, most)) => {
            let args = Args::new().count("count", advice.goals).count("least", least).count("most", most);
            t.say_with("agreement-goals-meant", &args)
        }
        None => t.count(advice.goals),
    };
    let places = advice.places.iter().filter(|part| part.count > 0);
    let places = places.map(|part| said(t.say(&format!("goal-place-{}", part.word.as_str())), part.count, part.percent));
    let mut shares = vec![(t.say("field-goals"), meant), (t.say("field-goal-place"), join(places.collect()))];
    macro_rules! leaning {
        ($field:literal, $words:literal, $spread:expr) => {
            let parts = $spread.said.iter().filter(|part| part.count > 0);
            let parts = parts
                .map(|part| said(capital(&t.say(&format!(concat!($words, "-{}"), part.word.as_str()))), part.count, part.percent));
            shares.push((t.say($field), join(parts.collect())));
        };
    }
    leaning!("field-scope", "scope", advice.balance.scope);
    leaning!("field-measure", "measure", advice.balance.measure);
    leaning!("field-orientation", "orientation", advice.balance.orientation);
    shares.retain(|(_, text)| !text.is_empty());
    shares
}
