//! Writing an agreement: everything in one form, with how it leans and what is missing beside it.

use askama::Template;
use axum::Form;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use pejl_app::Ending;
use pejl_app::agreements::{self, AgreementPage, Choice as Offered};
use pejl_domain::agreements::{Agreement, AgreementContent, AgreementVerb, content_changes, themes_asked};
use pejl_domain::chain::Element;
use pejl_domain::models::Noun;

use super::agreement_page::balance;
use super::edit_form::{EditForm, Known, Line, typed as standing};
use super::loading::{about, agreement_href, deed_href, letter_link, must, page_of, the_page};
use super::small_form::done;
use crate::chain::field::{Field, beside_fields, summary};
use crate::ending::Stop;
use crate::forms::{Choice, Faults, Typed};
use crate::history::{Change, change};
use crate::inside::{Inside, deed};
use crate::page::{Page, show, show_with};
use crate::voice::capital;

#[derive(Template)]
#[template(path = "agreements/edit.html")]
struct Edit {
    page: Page,
    number: String,
    href: String,
    faults: Faults,
    /// What is wrong with a list as a whole.
    goals_fault: String,
    actions_fault: String,
    version: i64,
    both: Vec<Change>,
    sections: Vec<Field>,
    themes: Vec<Field>,
    /// The strategy letters that ask some of them: words and address.
    letters: Vec<(String, String)>,
    goals_word: String,
    goals: Vec<Line>,
    actions_word: String,
    actions: Vec<Line>,
    searched: String,
    offered: Vec<Choice>,
    offered_more: String,
    frame: Vec<Field>,
    ways: Vec<Field>,
    advice: Vec<String>,
    shares: Vec<(String, String)>,
    draft_key: String,
}

/// An agreement with what can be put in it.
struct Opened {
    found: AgreementPage,
    offered: Vec<Offered>,
    known: Known,
}

async fn open(inside: &mut Inside, number: &str) -> Result<Opened, Stop> {
    let found = the_page(inside, number).await?;
    must(inside, &found, AgreementVerb::Edit)?;
    let (agreement, sight) = (&found.shown.agreement, inside.visit.sight);
    let offered = agreements::choices(&mut inside.tx, &sight, &agreement.agents, agreement.principal).await?;
    let known = Known::of(inside, &found, &offered);
    Ok(Opened { found, offered, known })
}

impl Opened {
    fn view(&self, inside: &Inside, typed: &Typed, faults: Faults) -> Edit {
        let (t, agreement) = (inside.t(), &self.found.shown.agreement);
        let form = EditForm { inside, found: &self.found, known: &self.known, typed, faults: &faults };
        let (sections, themes, frame, ways) = (form.sections(), form.themes(), form.frame(), form.ways());
        let (goals, actions) = (form.lines("goal"), form.lines("action"));
        let (offered, more) = form.offered(&self.offered);
        let fields = || [&sections, &themes, &frame, &ways].into_iter().flatten().chain(goals.iter().flat_map(|line| &line.note));
        let goals_word = capital(&inside.voice.noun(Noun::Goal).plural);
        let actions_word = capital(&inside.voice.noun(Noun::Action).plural);
        let said = summary(t, &faults, fields().collect::<Vec<_>>().into_iter());
        let advice = self.found.advice.as_ref();
        Edit {
            page: page_of(inside, agreement, about(inside, "agreement-edit-title", agreement)),
            number: agreement.number.to_string(),
            href: agreement_href(inside, &agreement.number),
            goals_fault: faults.at("goals").to_owned(),
            actions_fault: faults.at("actions").to_owned(),
            faults: said,
            version: agreement.version,
            both: Vec::new(),
            sections,
            themes,
            letters: letters_asking(inside, agreement),
            goals_word,
            goals,
            actions_word,
            actions,
            searched: typed.get("soeg").to_owned(),
            offered,
            offered_more: if more > 0 { t.n("agreement-offered-more", more) } else { String::new() },
            frame,
            ways,
            advice: advice.iter().flat_map(|advice| &advice.sentences).map(|said| inside.voice.tell(said)).collect(),
            shares: advice.map(|advice| balance(inside, advice)).unwrap_or_default(),
            draft_key: format!("agreement-{}", agreement.number),
        }
    }

    /// The form with both texts, after somebody else saved in the meantime.
    fn both(&self, inside: &Inside, typed: &Typed, mine: &AgreementContent) -> Edit {
        let goals = self.found.shown.goals.iter().map(|here| here.element.clone());
        let elements: Vec<Element> = goals.chain(self.found.shown.actions.iter().map(|here| here.element.clone())).collect();
        let changes = content_changes(&inside.voice.model, &self.found.shown.agreement.content, mine, &elements);
        let both = changes.iter().map(|one| change(&inside.voice, one)).collect();
        Edit { both, ..self.view(inside, typed, Faults::default()) }
    }
}

/// `GET …/ret`
pub(super) async fn edit_page(mut inside: Inside, Path((_, number)): Path<(String, String)>) -> Result<Response, Stop> {
    let opened = open(&mut inside, &number).await?;
    Ok(show(&opened.view(&inside, &standing(&inside, &opened.found), Faults::default())))
}

/// `POST …/ret`
pub(super) async fn save(
    mut inside: Inside,
    Path((_, number)): Path<(String, String)>,
    Form(typed): Form<Vec<(String, String)>>,
) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let opened = open(&mut inside, &number).await?;
    if typed.get("goer") == "soeg" {
        return Ok(show(&opened.view(&inside, &typed, Faults::default())));
    }
    let nothing = Faults::default();
    let form = EditForm { inside: &inside, found: &opened.found, known: &opened.known, typed: &typed, faults: &nothing };
    let content = match form.read(inside.visit.actor.on) {
        Ok(content) => content,
        Err(faults) => return Ok(again(&opened.view(&inside, &typed, faults))),
    };
    let (id, version) = (opened.found.shown.agreement.id, typed.version());
    match deed!(inside, desk => agreements::edit_agreement(&mut desk, id, version, content.clone())) {
        Ok(agreement) if typed.get("goer") == "tilfoej" => {
            let to = format!("{}#f-goals", deed_href(&inside, &agreement.number, "ret"));
            Ok(inside.done(&agreement.sentence("agreement-saved"), &to).await)
        }
        Ok(agreement) => Ok(done(&inside, "agreement-saved", &agreement).await),
        Err(Ending::Refused(refused)) => {
            let faults = beside_fields(inside.reasons(&refused));
            Ok(again(&opened.view(&inside, &typed, faults)))
        }
        Err(Ending::Conflict) => Ok(show_with(StatusCode::CONFLICT, &opened.both(&inside, &typed, &content))),
        Err(ending) => Err(ending.into()),
    }
}

fn again(form: &Edit) -> Response {
    show_with(StatusCode::UNPROCESSABLE_ENTITY, form)
}

/// The strategy letters that ask themes of an agreement, each once.
fn letters_asking(inside: &Inside, agreement: &Agreement) -> Vec<(String, String)> {
    let asked = themes_asked(&inside.voice.model, &agreement.kind, agreement.period);
    let years: std::collections::BTreeSet<i16> = asked.iter().filter_map(|theme| theme.letter).collect();
    years.into_iter().filter_map(|year| letter_link(inside, Some(year))).collect()
}
