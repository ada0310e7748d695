//! What one wants to be reminded of.

use askama::Template;
use axum::Form;
use axum::http::StatusCode;
use axum::response::Response;
use jiff::{SignedDuration, Timestamp};
use pejl_app::Ending;
use pejl_app::reminders::{self, Choices, Chosen, DaysBefore, DigestDay, MailLanguage, OutboxStanding};
use pejl_domain::{Refused, Sentence};
use pejl_policy::Action;

use crate::ending::Stop;
use crate::forms::{Choice, Faults, Typed};
use crate::inside::{Inside, Room, deed, may};
use crate::page::{Page, show_with};

/// The days before a deadline that can be chosen; whoever has chosen another keeps it.
const DAYS: [u8; 7] = [1, 2, 3, 5, 7, 14, 30];
/// How many days of the outbox an administrator is told of.
const TOLD_DAYS: i64 = 30;

#[derive(Template)]
#[template(path = "reminders/choices.html")]
struct ChoicesPage {
    page: Page,
    errors: Faults,
    /// Says that it was changed in the meantime; "" where it was not.
    notice: String,
    version: i64,
    weekly: Vec<Choice>,
    before: Vec<Choice>,
    languages: Vec<Choice>,
    /// Where mails go, or why none come.
    address: String,
    has_address: bool,
    sends_mail: bool,
    keeps_logins: bool,
    outbox: Option<Outbox>,
    tasks_href: String,
}

/// How the outbox stands, in words.
struct Outbox {
    lead: String,
    counts: Vec<(String, String)>,
    last: String,
    error: String,
}

async fn page(inside: &mut Inside, chosen: Chosen, errors: Faults, notice: String) -> Result<ChoicesPage, Stop> {
    let municipality = inside.visit.place.municipality.id;
    let email = reminders::address(&mut inside.tx, municipality, inside.visit.account.person).await?;
    let keeps_logins = may(inside, Action::KeepLogins);
    let sends_mail = inside.web.settings.sends_mail;
    let outbox = if keeps_logins && sends_mail { Some(outbox(inside).await?) } else { None };
    let t = inside.t();
    let Choices { weekly, before, language } = chosen.choices;
    let day =
        |day: &DigestDay| Choice::new(day.as_str(), t.say(&format!("reminders-weekly-{}", day.as_str())), weekly == Some(*day));
    let none = |key: &str, is_chosen| Choice::new("", t.say(key), is_chosen);
    let mut days: Vec<u8> = DAYS.into_iter().chain(before.map(DaysBefore::days)).collect();
    days.sort_unstable();
    days.dedup();
    let ahead = |days: u8| {
        Choice::new(days.to_string(), t.n("reminders-before-days", days), before.is_some_and(|before| before.days() == days))
    };
    let spoken =
        |of: &MailLanguage| Choice::new(of.as_str(), t.say(&format!("reminders-language-{}", of.as_str())), language == *of);
    let title = t.say("reminders-title");
    Ok(ChoicesPage {
        page: inside
            .page(Room::Home, title.clone())
            .crumb(t.say("menu-overview"), inside.href(""))
            .crumb(t.say("own-title"), inside.href("min-konto"))
            .here(title),
        errors,
        notice,
        version: chosen.version,
        weekly: std::iter::once(none("reminders-weekly-none", weekly.is_none())).chain(DigestDay::ALL.iter().map(day)).collect(),
        before: std::iter::once(none("reminders-before-none", before.is_none())).chain(days.into_iter().map(ahead)).collect(),
        languages: MailLanguage::ALL.iter().map(spoken).collect(),
        has_address: !email.is_empty(),
        address: if email.is_empty() { t.say("reminders-no-address") } else { t.a("reminders-to-address", "email", email) },
        sends_mail,
        keeps_logins,
        outbox,
        tasks_href: inside.href("opgaver"),
    })
}

async fn outbox(inside: &mut Inside) -> Result<Outbox, Stop> {
    let since = inside.web.office.clock().now().checked_sub(SignedDuration::from_hours(24 * TOLD_DAYS)).unwrap_or(Timestamp::MIN);
    let actor = inside.visit.actor.clone();
    let standing: OutboxStanding = reminders::outbox(&mut inside.tx, &actor, since).await?;
    let t = inside.t();
    let count = |n: usize, key: &str| (t.count(n), t.say(key));
    Ok(Outbox {
        lead: t.a("reminders-outbox-text", "days", TOLD_DAYS),
        counts: vec![
            count(standing.open, "reminders-outbox-open"),
            count(standing.sent, "reminders-outbox-sent"),
            count(standing.given_up, "reminders-outbox-given-up"),
        ],
        last: standing.last_sent.map(|at| t.a("reminders-outbox-last", "when", t.date_time(at))).unwrap_or_default(),
        error: if standing.last_error.is_empty() {
            String::new()
        } else {
            t.a("reminders-outbox-error", "error", standing.last_error)
        },
    })
}

/// `GET /{m}/paamindelser`
pub(crate) async fn choices_page(mut inside: Inside) -> Result<Response, Stop> {
    let (municipality, person) = (inside.visit.place.municipality.id, inside.visit.account.person);
    let chosen = reminders::choices(&mut inside.tx, municipality, person).await?;
    let page = page(&mut inside, chosen, Faults::default(), String::new()).await?;
    Ok(show_with(StatusCode::OK, &page))
}

/// What was chosen in the form; what is no choice at all is refused beside its field.
fn read(typed: &Typed) -> Result<Choices, Refused> {
    let unknown = |field| Refused::at(field, Sentence::new("fault-choice-empty"));
    let weekly = match typed.get("weekly") {
        "" => None,
        day => Some(DigestDay::parse(day).ok_or_else(|| unknown("weekly"))?),
    };
    let before = match typed.get("before") {
        "" => None,
        days => Some(DaysBefore::new(days.parse().map_err(|_| unknown("before"))?)?),
    };
    let language = MailLanguage::parse(typed.get("language")).ok_or_else(|| unknown("language"))?;
    Ok(Choices { weekly, before, language })
}

/// `POST /{m}/paamindelser`
pub(crate) async fn choose(mut inside: Inside, Form(typed): Form<Vec<(String, String)>>) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let choices = match read(&typed) {
        Ok(choices) => choices,
        Err(refused) => {
            let (municipality, person) = (inside.visit.place.municipality.id, inside.visit.account.person);
            let chosen = reminders::choices(&mut inside.tx, municipality, person).await?;
            let errors = inside.reasons(&refused).into();
            let page = page(&mut inside, chosen, errors, String::new()).await?;
            return Ok(show_with(StatusCode::UNPROCESSABLE_ENTITY, &page));
        }
    };
    match deed!(inside, desk => reminders::choose(&mut desk, typed.version(), choices)) {
        Ok(()) => Ok(inside.done(&Sentence::new("reminders-saved"), &inside.href("paamindelser")).await),
        Err(Ending::Conflict) => {
            // What was chosen here stays chosen, on the version that stands now.
            let (municipality, person) = (inside.visit.place.municipality.id, inside.visit.account.person);
            let now = reminders::choices(&mut inside.tx, municipality, person).await?;
            let notice = inside.t().say("reminders-changed-meanwhile");
            let page = page(&mut inside, Chosen { choices, ..now }, Faults::default(), notice).await?;
            Ok(show_with(StatusCode::CONFLICT, &page))
        }
        Err(ending) => Err(ending.into()),
    }
}
