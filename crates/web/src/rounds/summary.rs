//! The summary for politicians: a unit's follow-up on one sheet of paper, with what is asked of the reader and where they answer.

use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use pejl_app::rounds;
use pejl_domain::rounds::{FeedbackKind, Mark, RoundState};
use pejl_lang::Args;

use super::answering::{giving, page_of_unit};
use super::goal_rows::{FeedbackShown, GoalRow, feedback_shown, goal_row};
use super::loading::{href_of, looked_at, name_of, page_of, round_sign, round_word, the_round, unit_href};
use super::overview_view::{Ask, Said, asks, assessment};
use crate::ending::Stop;
use crate::forms::{Choice, Typed};
use crate::inside::Inside;
use crate::marks::{BarPart, LampShown, bar, lamp};
use crate::page::{Page, show};

type At = Path<(String, String, String)>;
type Asked = Query<Vec<(String, String)>>;

/// So many red goals and so many changes are told one by one; the rest are counted.
const TOLD: usize = 6;

#[derive(Template)]
#[template(path = "rounds/summary.html")]
struct Summary {
    page: Page,
    round: String,
    state: &'static str,
    state_word: String,
    unit: String,
    about: String,
    full_href: String,
    sheet: Option<OnePage>,
    empty: (String, String),
}

/// What the sheet says.
struct OnePage {
    lamp: LampShown,
    bar: Vec<BarPart>,
    bar_label: String,
    before: Vec<BarPart>,
    before_label: String,
    red: Vec<GoalRow>,
    red_more: String,
    changed: Vec<GoalRow>,
    changed_more: String,
    assessment: Option<Said>,
    asks: Vec<Ask>,
    feedback: Vec<FeedbackShown>,
    answer: Option<Answer>,
}

/// The form in which the reader answers.
struct Answer {
    action: String,
    lead: String,
    units: Vec<Choice>,
    kinds: Vec<Choice>,
}

/// `GET …/resume?enhed=E-3`
pub(crate) async fn summary(mut inside: Inside, Path((_, year, key)): At, Query(query): Asked) -> Result<Response, Stop> {
    let round = the_round(&mut inside, &year, &key).await?;
    let looked = looked_at(&mut inside, &Typed(query)).await?;
    let page = match round.state {
        RoundState::Planned => None,
        RoundState::Open | RoundState::Consolidating | RoundState::Closed => page_of_unit(&mut inside, &round, &looked).await?,
    };
    let feedback = match &page {
        Some(page) if round.state != RoundState::Closed => page.feedback.clone(),
        Some(_) => {
            let rows = rounds::feedback_to(&mut inside.tx, &inside.visit.sight, round.id, looked.unit.id).await?;
            rows.into_iter().map(|row| row.seen).collect()
        }
        None => Vec::new(),
    };
    let inside = &inside;
    let t = inside.t();
    let href = href_of(inside, &round);
    let sheet = page.as_ref().map(|page| {
        let red: Vec<GoalRow> =
            page.deviations.iter().filter(|g| g.mark == Some(Mark::NotMet)).map(|g| goal_row(inside, &href, g)).collect();
        let more = |all: usize| if all > TOLD { t.n("rounds-and-more", all - TOLD) } else { String::new() };
        let changed_in_all = usize::try_from(page.changed_in_all).unwrap_or_default();
        OnePage {
            lamp: lamp(inside, page.lamp),
            bar: bar(inside, page.spread),
            bar_label: t.n("rounds-goals", page.spread.all()),
            before: page.before.map(|before| bar(inside, before)).unwrap_or_default(),
            before_label: page.before.map(|before| t.n("rounds-goals-before", before.all())).unwrap_or_default(),
            red_more: more(usize::try_from(page.spread.not_met).unwrap_or_default()),
            red: red.into_iter().take(TOLD).collect(),
            changed: page.changed.iter().take(TOLD).map(|g| goal_row(inside, &href, g)).collect(),
            changed_more: more(changed_in_all),
            assessment: page.assessment.as_ref().map(|said| assessment(inside, said)),
            asks: asks(&href, &page.assessments_below).into_iter().filter(|ask| !ask.asked.is_empty()).collect(),
            feedback: feedback.iter().map(|seen| feedback_shown(inside, &href, seen, false)).collect(),
            answer: giving(inside, &looked, Some(page)).map(|giving| Answer {
                action: format!("{href}/tilbagemelding?enhed={}", looked.number()),
                lead: t.a("rounds-feedback-lead", "from", &giving.from_name),
                units: if giving.to.len() > 1 {
                    giving.to.iter().map(|u| Choice::new(format!("E-{}", u.serial), u.name.clone(), false)).collect()
                } else {
                    Vec::new()
                },
                kinds: FeedbackKind::ALL
                    .iter()
                    .map(|kind| Choice::new(kind.as_str(), t.say(&format!("feedback-kind-{}", kind.as_str())), false))
                    .collect(),
            }),
        }
    });
    let empty = if round.state == RoundState::Planned {
        ("rounds-empty-planned-title", "rounds-empty-planned-text")
    } else {
        ("rounds-empty-unit-title", "rounds-empty-unit-text")
    };
    let title = t.say_with("rounds-summary-of", &Args::new().text("unit", &looked.unit.name));
    Ok(show(&Summary {
        page: page_of(inside, &round, title),
        round: name_of(inside, &round),
        state: round_sign(round.state),
        state_word: round_word(inside, round.state),
        about: t.a("rounds-cut-off", "cutoff", t.date(round.cut_off)),
        full_href: unit_href(&href, looked.unit.serial),
        sheet,
        empty: (t.say(empty.0), t.a(empty.1, "unit", &looked.unit.name)),
        unit: looked.unit.name,
    }))
}
