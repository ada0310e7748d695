//! Aftaler: every agreement by its kind, with where it stands and what it lacks, and how far the year's themes have come.

use askama::Template;
use axum::extract::Query;
use axum::response::Response;
use pejl_app::agreements::{self, AgreementCount, AgreementRow, Meant, Missing, ThemeCoverage};
use pejl_app::shown::UnitInLine;
use pejl_app::{Ending, letters, orgs};
use pejl_domain::agreements::AgreementState;
use pejl_domain::models::{AgreementKind, Key, Theme};
use pejl_lang::Args;
use pejl_policy::{Action, Facts, decide};

use super::address::{Asked, EVERY_YEAR, ROWS, Year, missing_text, state_text};
use super::approve_many;
use super::loading::{agreement_href, letter_link, state_word};
use crate::ending::Stop;
use crate::forms::{Choice, Typed};
use crate::inside::{Inside, Room, may};
use crate::marks::agreement_sign;
use crate::page::{Page, show};
use crate::voice::capital;

#[derive(Template)]
#[template(path = "agreements/list.html")]
struct Agreements {
    page: Page,
    lead: String,
    new_href: Option<String>,
    renew_href: Option<String>,
    approve: Option<(String, String)>,
    counts: Vec<Count>,
    years: Vec<Choice>,
    kinds: Vec<Choice>,
    states: Vec<Choice>,
    units: Vec<Choice>,
    missing: Vec<Choice>,
    text: String,
    is_narrowed: bool,
    clear_href: String,
    found: String,
    groups: Vec<Group>,
    /// What belongs here, who makes it and when, where there is nothing.
    empty: Vec<String>,
    pager: Pager,
    letter_href: Option<String>,
    themes_title: String,
    themes: Vec<ThemeShown>,
}

/// A number that leads to its list.
struct Count {
    number: String,
    label: String,
    href: String,
}

/// The agreements of a kind.
struct Group {
    id: String,
    word: String,
    explanation: String,
    rows: Vec<Row>,
}

struct Row {
    href: String,
    agents: String,
    number: String,
    principal: String,
    years: String,
    state: &'static str,
    state_word: String,
    amended: bool,
    goals: String,
    missing: Vec<String>,
}

/// The pages of a list.
struct Pager {
    previous: Option<String>,
    next: Option<String>,
    steps: Vec<(String, String, bool)>,
}

/// A theme of the year, and how far it has come.
struct ThemeShown {
    name: String,
    question: String,
    /// The strategy letter that asks it.
    letter: Option<(String, String)>,
    kinds: Vec<ThemeOfKind>,
}

struct ThemeOfKind {
    said: String,
    answered: Vec<(String, String)>,
    silent: Vec<(String, String)>,
    without: Vec<(String, String)>,
    list_href: String,
}

/// `/{m}/aftaler`
pub(super) async fn list(mut inside: Inside, Query(query): Query<Vec<(String, String)>>) -> Result<Response, Stop> {
    let model = std::sync::Arc::clone(&inside.voice.model);
    let asked = Asked::read(&Typed(query), &model);
    let meant = Meant::of(&model);
    let sight = inside.visit.sight;
    let years = agreements::agreement_years(&mut inside.tx, &sight).await?;
    let year = year_of(asked.year, &years, inside.visit.actor.on.year());
    let units = orgs::unit_options(&mut inside.tx, &sight).await?;
    let unit = asked.unit.and_then(|serial| units.iter().find(|unit| unit.serial == serial)).map(|unit| unit.id);
    let (rows, total) = agreements::agreements(&mut inside.tx, &sight, &asked.list(meant.clone(), year, unit)).await?;
    let counts = agreements::agreement_counts(&mut inside.tx, &sight, year).await?;
    let coverage = match year {
        Some(year) if !asked.is_narrowed() => agreements::theme_coverage(&mut inside.tx, &sight, year, &meant).await?,
        _ => Vec::new(),
    };
    let has_letters = letters::newest(&mut inside.tx, &sight, &inside.visit.actor).await?.is_some();
    let approving = approve_many::bodies(&inside, &units);
    let submitted: usize = counts.iter().filter(|c| c.state == AgreementState::Submitted).map(|c| c.count).sum();
    let t = inside.t();
    let approve =
        (!approving.is_empty() && submitted > 0).then(|| (t.say("agreements-approve-many"), inside.href("aftaler/godkend")));
    let any = counts.iter().any(|c| c.count > 0);
    let view = Agreements {
        lead: lead(&inside, year),
        new_href: may_draft(&inside).then(|| inside.href("aftaler/ny")),
        renew_href: (may_draft(&inside) && any).then(|| renew_href(&inside, year)),
        approve,
        counts: state_counts(&inside, &asked, &counts),
        years: year_choices(&inside, &years, year),
        kinds: kind_choices(&inside, asked.kind.as_ref()),
        states: state_choices(&inside, asked.state),
        units: unit_choices(&inside, &asked, &units),
        missing: missing_choices(&inside, asked.missing),
        text: asked.text.clone(),
        is_narrowed: asked.is_narrowed(),
        clear_href: inside.href(&Asked { year: asked.year, ..Asked::default() }.rest()),
        found: t.n("common-result-count", total),
        groups: groups(&inside, &rows),
        empty: if total > 0 || asked.is_narrowed() { Vec::new() } else { what_belongs_here(&inside) },
        pager: pager(&inside, &asked, total),
        letter_href: (has_letters || may(&inside, Action::KeepLetter)).then(|| inside.href("strategibrev")),
        themes_title: year.map(|year| t.a("agreements-themes-title", "year", year)).unwrap_or_default(),
        themes: themes(&inside, &asked, year, &coverage),
        page: inside.page(Room::Agreements, t.say("menu-agreements")),
    };
    Ok(show(&view))
}

/// The year that is shown: what is asked for, else this year where something runs in it, else the newest.
fn year_of(asked: Year, years: &[i16], now: i16) -> Option<i16> {
    match asked {
        Year::Every => None,
        Year::Of(year) => Some(year),
        Year::Now if years.contains(&now) => Some(now),
        Year::Now => years.iter().copied().find(|year| *year <= now).or_else(|| years.first().copied()).or(Some(now)),
    }
}

fn lead(inside: &Inside, year: Option<i16>) -> String {
    match year {
        Some(year) => inside.t().a("agreements-lead-year", "year", year),
        None => inside.t().say("agreements-lead"),
    }
}

/// Whether this reader leads something somewhere, or helps those who do: what exactly they may draft stands on the page for it.
fn may_draft(inside: &Inside) -> bool {
    let own: Vec<_> = inside.visit.actor.posts.iter().map(|post| post.unit).collect();
    let facts = Facts { line: own.clone(), bodies: own, ..Facts::default() };
    decide(&inside.visit.actor, Action::DraftAgreement, &facts).is_ok()
}

/// Who leads nothing and helps nobody who does is told who may.
pub(super) fn only_who_may(inside: &Inside) -> Result<(), Stop> {
    if may_draft(inside) {
        return Ok(());
    }
    let denied = decide(&inside.visit.actor, Action::DraftAgreement, &Facts::municipality());
    Err(denied.err().map_or(Stop(Ending::NotFound), |denied| Stop(Ending::Denied(denied))))
}

fn renew_href(inside: &Inside, year: Option<i16>) -> String {
    let year = year.unwrap_or_else(|| inside.visit.actor.on.year());
    inside.href(&format!("aftaler/naeste-aar?aar={year}"))
}

fn state_counts(inside: &Inside, asked: &Asked, counts: &[AgreementCount]) -> Vec<Count> {
    let mut shown = Vec::new();
    for state in AgreementState::ALL {
        let number: usize = counts.iter().filter(|count| count.state == *state).map(|count| count.count).sum();
        if number > 0 {
            let there = Asked { year: asked.year, state: Some(*state), ..Asked::default() };
            let (number, href) = (inside.t().count(number), inside.href(&there.rest()));
            shown.push(Count { number, label: state_word(inside, *state), href });
        }
    }
    shown
}

fn year_choices(inside: &Inside, years: &[i16], chosen: Option<i16>) -> Vec<Choice> {
    let t = inside.t();
    let mut listed: Vec<i16> = years.to_vec();
    if let Some(year) = chosen.filter(|year| !listed.contains(year)) {
        listed.push(year);
        listed.sort_unstable_by(|a, b| b.cmp(a));
    }
    let mut choices: Vec<Choice> =
        listed.iter().map(|year| Choice::new(year.to_string(), year.to_string(), chosen == Some(*year))).collect();
    choices.push(Choice::new(EVERY_YEAR, t.say("agreements-every-year"), chosen.is_none()));
    choices
}

/// The kinds of the model, with all of them first.
pub(super) fn kind_choices(inside: &Inside, chosen: Option<&Key>) -> Vec<Choice> {
    let mut choices = vec![Choice::new("", inside.t().say("common-all"), chosen.is_none())];
    choices.extend(inside.voice.model.agreements.iter().map(|kind| {
        let word = capital(&inside.voice.agreement(&kind.key).plural);
        Choice::new(kind.key.to_string(), word, chosen == Some(&kind.key))
    }));
    choices
}

fn state_choices(inside: &Inside, chosen: Option<AgreementState>) -> Vec<Choice> {
    let mut choices = vec![Choice::new("", inside.t().say("common-all"), chosen.is_none())];
    let choice = |state: &AgreementState| Choice::new(state_text(*state), state_word(inside, *state), chosen == Some(*state));
    choices.extend(AgreementState::ALL.iter().map(choice));
    choices
}

/// The units that ask in some kind of agreement, and the one that is chosen.
fn unit_choices(inside: &Inside, asked: &Asked, units: &[UnitInLine]) -> Vec<Choice> {
    let asks = |unit: &&UnitInLine| {
        asked.unit == Some(unit.serial) || inside.voice.model.agreements.iter().any(|kind| kind.principal == unit.level)
    };
    let mut choices = vec![Choice::new("", inside.t().say("common-all"), asked.unit.is_none())];
    let choice = |unit: &UnitInLine| Choice::new(format!("E-{}", unit.serial), unit.name.clone(), asked.unit == Some(unit.serial));
    choices.extend(units.iter().filter(asks).map(choice));
    choices
}

fn missing_word(inside: &Inside, missing: Missing) -> String {
    inside.t().say(&format!("agreements-missing-{}", missing.as_str()))
}

fn missing_choices(inside: &Inside, chosen: Option<Missing>) -> Vec<Choice> {
    let mut choices = vec![Choice::new("", inside.t().say("agreements-missing-any"), chosen.is_none())];
    let choice = |m: Missing| Choice::new(missing_text(m), capital(&missing_word(inside, m)), chosen == Some(m));
    choices.extend(Missing::ALL.into_iter().map(choice));
    choices
}

/// The rows by kind, as the query has them: kinds in the model's order.
fn groups(inside: &Inside, rows: &[AgreementRow]) -> Vec<Group> {
    let mut groups: Vec<(Key, Group)> = Vec::new();
    for row in rows {
        let kind = &row.agreement.kind;
        if groups.last().is_none_or(|(of, _)| of != kind) {
            let forms = inside.voice.agreement(kind);
            let (word, explanation) = (capital(&forms.plural), forms.explanation.clone());
            groups.push((kind.clone(), Group { id: format!("slags-{kind}"), word, explanation, rows: Vec::new() }));
        }
        if let Some((_, group)) = groups.last_mut() {
            group.rows.push(shown(inside, row));
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

fn shown(inside: &Inside, row: &AgreementRow) -> Row {
    let (t, agreement) = (inside.t(), &row.agreement);
    let agents: Vec<&str> = agreement.agents.iter().map(|agent| agent.name.as_str()).collect();
    let said = |missing: &Missing| match missing {
        Missing::Answer => t.n("agreements-missing-answers", row.open_counters),
        Missing::Signature => {
            let args = Args::new().count("signed", row.signed).count("all", row.signers);
            t.say_with("agreements-missing-signatures", &args)
        }
        Missing::Deadline => match row.due {
            Some(due) => t.a("agreements-missing-since", "date", t.date_medium(due)),
            None => missing_word(inside, *missing),
        },
        Missing::Hearing | Missing::Theme | Missing::Goals => missing_word(inside, *missing),
    };
    Row {
        href: agreement_href(inside, &agreement.number),
        agents: agents.join(", "),
        number: agreement.number.to_string(),
        principal: agreement.principal.name.clone(),
        years: t.years(agreement.period),
        state: agreement_sign(agreement.state),
        state_word: state_word(inside, agreement.state),
        amended: row.is_amended,
        goals: t.count(row.goals),
        missing: row.missing.iter().map(said).collect(),
    }
}

/// What each kind is, who makes it and when in the year.
fn what_belongs_here(inside: &Inside) -> Vec<String> {
    inside.voice.model.agreements.iter().map(|kind| kind_said(inside, kind)).collect()
}

/// One kind: between whom, who approves, and when it is made.
pub(super) fn kind_said(inside: &Inside, kind: &AgreementKind) -> String {
    let (t, voice) = (inside.t(), &inside.voice);
    let forms = voice.agreement(&kind.key);
    let args = Args::new()
        .noun(&forms.singular, &forms.plural, &forms.definite, forms.is_neuter())
        .text("principal", voice.level(&kind.principal))
        .text("agent", voice.level(&kind.agent))
        .text("approves", voice.level(&kind.approves));
    let made = capital(&t.say_with("agreements-kind-made", &args));
    let step = kind.made_in.as_ref().and_then(|key| voice.model.wheel.iter().find(|step| step.key == *key));
    let day = |of: pejl_domain::models::YearDay| {
        let date = jiff::civil::Date::new(2000, i8::try_from(of.month).ok()?, i8::try_from(of.day).ok()?).ok()?;
        Some(t.day_month(date))
    };
    match step.and_then(|step| Some((step, day(step.from)?, day(step.to)?))) {
        Some((step, from, to)) => {
            let args = Args::new().text("step", voice.text(&step.name)).text("from", from).text("to", to);
            format!("{made} {}", t.say_with("agreements-kind-when", &args))
        }
        None => made,
    }
}

fn pager(inside: &Inside, asked: &Asked, total: usize) -> Pager {
    let here = usize::try_from(asked.page.max(1)).unwrap_or(1);
    let pages = total.div_ceil(usize::try_from(ROWS).unwrap_or(1));
    let href = |page: usize| inside.href(&asked.but(|a| a.page = i64::try_from(page).unwrap_or(1)).rest());
    let mut steps: Vec<(String, String, bool)> = Vec::new();
    let mut last = 0;
    for page in (1..=pages).filter(|p| *p == 1 || *p == pages || p.abs_diff(here) <= 2) {
        if page > last + 1 {
            steps.push(("…".to_owned(), String::new(), false));
        }
        steps.push((page.to_string(), href(page), page == here));
        last = page;
    }
    Pager { previous: (here > 1).then(|| href(here - 1)), next: (here < pages).then(|| href(here + 1)), steps }
}

/// The year's themes, each with the units that have answered, have not, and have no agreement.
fn themes(inside: &Inside, asked: &Asked, year: Option<i16>, rows: &[ThemeCoverage]) -> Vec<ThemeShown> {
    let in_year = |theme: &Theme| year.is_none_or(|year| theme.years.contains(year));
    let mut shown: Vec<(Key, ThemeShown)> = Vec::new();
    for same in rows.chunk_by(|a, b| a.theme == b.theme && a.kind == b.kind) {
        let Some(first) = same.first() else { continue };
        if shown.last().is_none_or(|(theme, _)| *theme != first.theme) {
            let theme = inside.voice.model.themes.iter().find(|theme| theme.key == first.theme && in_year(theme));
            let letter = letter_link(inside, theme.and_then(|theme| theme.letter));
            let question = theme.map(|theme| inside.voice.text(&theme.question).to_owned()).unwrap_or_default();
            let name = theme.map_or_else(|| inside.voice.theme(&first.theme), |theme| inside.voice.text(&theme.name).to_owned());
            shown.push((first.theme.clone(), ThemeShown { name, question, letter, kinds: Vec::new() }));
        }
        if let Some((_, theme)) = shown.last_mut() {
            theme.kinds.push(theme_of_kind(inside, asked, &first.kind, same));
        }
    }
    shown.into_iter().map(|(_, theme)| theme).collect()
}

fn theme_of_kind(inside: &Inside, asked: &Asked, kind: &Key, rows: &[ThemeCoverage]) -> ThemeOfKind {
    let link = |row: &ThemeCoverage| match &row.agreement {
        Some(number) => (row.unit.name.clone(), agreement_href(inside, number)),
        None => (row.unit.name.clone(), inside.href(&format!("enhed/E-{}", row.unit.serial))),
    };
    let those = |is_meant: fn(&ThemeCoverage) -> bool| rows.iter().filter(|row| is_meant(row)).map(link).collect::<Vec<_>>();
    let answered = those(|row| row.is_answered);
    let args = Args::new()
        .text("kind", capital(&inside.voice.agreement(kind).plural))
        .count("answered", answered.len())
        .count("all", rows.len());
    let there = asked.but(|a| {
        a.kind = Some(kind.clone());
        a.missing = Some(Missing::Theme);
    });
    ThemeOfKind {
        said: inside.t().say_with("agreements-theme-answered", &args),
        answered,
        silent: those(|row| !row.is_answered && row.agreement.is_some()),
        without: those(|row| row.agreement.is_none()),
        list_href: inside.href(&there.rest()),
    }
}
