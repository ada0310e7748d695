//! Changing what an element says: before it is in force, and, as a new edition, after. And putting it forward, because a
//! proposal that lacks something leads to the form where it is mended.

use axum::Form;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use pejl_app::chain::{self, DecisionGiven};
use pejl_app::shown::UnitInLine;
use pejl_app::{Ending, chain as deeds};
use pejl_domain::Refused;
use pejl_domain::chain::{Content, Element, Verb};
use pejl_domain::models::ElementSpec;
use pejl_policy::Action;

use crate::chain::content_form::{ContentForm, Section, shown};
use crate::chain::content_read::{self, MORE_ROWS};
use crate::chain::element_form::{ElementForm, more_rows};
use crate::chain::field::{Fields, Input, beside_fields, summary};
use crate::chain::loading::{about, facts, must_be_allowed, page_of, positions, the_element, the_spec};
use crate::chain::said::{Differs, Positions, differences};
use crate::chain::{decision, deed_href, element_href};
use crate::ending::Stop;
use crate::forms::{Choice, Faults, Reader, Typed};
use crate::inside::{Inside, deed};
use crate::page::{Page, show, show_with};

/// Which of the two forms: they differ in what stands under the content.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Purpose {
    Edit,
    Revise,
}

impl Purpose {
    /// As the form's address ends.
    fn address(self) -> &'static str {
        match self {
            Self::Edit => "ret",
            Self::Revise => "ny-udgave",
        }
    }
}

/// An element with what its form is made of.
struct Opened {
    purpose: Purpose,
    element: Element,
    spec: ElementSpec,
    bodies: Vec<UnitInLine>,
    positions: Vec<Choice>,
    may_propose: bool,
    may_tie: bool,
}

async fn open(inside: &mut Inside, number: &str, purpose: Purpose) -> Result<Opened, Stop> {
    let element = the_element(inside, number).await?;
    let verb = match purpose {
        Purpose::Edit => Verb::Edit,
        Purpose::Revise => Verb::Revise,
    };
    must_be_allowed(inside, &element, verb).await?;
    opened(inside, element, purpose).await
}

async fn opened(inside: &mut Inside, element: Element, purpose: Purpose) -> Result<Opened, Stop> {
    let spec = the_spec(inside, &element)?;
    let bodies = match purpose {
        Purpose::Edit => Vec::new(),
        Purpose::Revise => decision::bodies(inside, &element).await?,
    };
    let chosen = element.content.goal.responsible.map(|p| p.to_string()).unwrap_or_default();
    let positions = positions(inside, element.owner, &chosen).await?;
    let facts = facts(inside, &element).await?;
    let may_propose = spec.adopts.is_some() && chain::may(&inside.visit.actor, Action::ProposeElement, &facts);
    let may_tie = !element.kind.is_beside() && chain::may(&inside.visit.actor, Action::TieElement, &facts);
    Ok(Opened { purpose, element, spec, bodies, positions, may_propose, may_tie })
}

impl Opened {
    /// The form as it stands before anybody has typed.
    fn typed(&self, inside: &Inside) -> Typed {
        let typed = content_read::typed(&self.element.content, inside.t());
        match self.purpose {
            Purpose::Edit => typed,
            Purpose::Revise => decision::begun(typed, inside, &self.bodies),
        }
    }

    /// The fields its form has.
    fn fields(&self, inside: &Inside) -> Vec<pejl_domain::models::GoalField> {
        let standing = content_read::typed(&self.element.content, inside.t());
        shown(&inside.visit.place.model, &self.spec, Some(&standing))
    }

    fn read(&self, inside: &Inside, typed: &Typed) -> Result<Content, Faults> {
        let today = inside.visit.actor.on;
        content_read::read(typed, inside.t(), today, self.element.kind, &self.fields(inside), Some(&self.element.content))
    }

    /// The form, filled in.
    fn form(&self, inside: &Inside, typed: &Typed, faults: Faults) -> ElementForm {
        let (t, fields) = (inside.t(), self.fields(inside));
        let positions =
            self.positions.iter().map(|c| Choice { chosen: c.value == typed.get("responsible"), ..c.clone() }).collect();
        let make = Fields { t, typed, faults: &faults };
        let content = ContentForm {
            voice: &inside.voice,
            spec: &self.spec,
            shown: &fields,
            make: Fields { t, typed, faults: &faults },
            positions,
        };
        let mut sections = content.sections();
        if self.purpose == Purpose::Revise {
            sections.push(self.grounds(inside, &make));
        }
        let (title, submit) = match self.purpose {
            Purpose::Edit => (about(inside, "chain-edit-title", &self.element), t.say("common-save")),
            Purpose::Revise => {
                (about(inside, "chain-revise-title", &self.element), about(inside, "chain-revise-do", &self.element))
            }
        };
        let number = &self.element.number;
        let action = deed_href(inside, number, self.purpose.address());
        ElementForm {
            page: Page { path: action.clone(), ..page_of(inside, &self.element, title) },
            action,
            lead: match self.purpose {
                Purpose::Edit => String::new(),
                Purpose::Revise => t.say("chain-revise-lead"),
            },
            faults: summary(t, &faults, sections.iter().flat_map(|section| &section.fields)),
            sections,
            ties: self.may_tie.then(|| (about(inside, "chain-do-tie", &self.element), deed_href(inside, number, "knyt"))),
            ties_fault: ["under", "value-markers", "sources"].map(|f| faults.at(f)).join(" ").trim().to_owned(),
            version: Some(self.element.version),
            hidden: Vec::new(),
            both: Vec::new(),
            back: element_href(inside, number),
            draft_key: format!("element-{number}"),
            submit,
            submit_propose: (self.purpose == Purpose::Edit && self.may_propose).then(|| t.say("chain-save-and-propose")),
            notice: String::new(),
        }
    }

    /// Why the new edition is made, and who decided it.
    fn grounds(&self, inside: &Inside, make: &Fields<'_>) -> Section {
        let t = inside.t();
        let reason = make.named("reason", "field-reason", Input::Area).hint(t.say("chain-revise-reason-hint")).required();
        let mut fields = vec![reason];
        if !self.bodies.is_empty() {
            fields.extend(decision::fields(inside, make, &self.bodies));
        }
        Section { legend: t.say("chain-part-grounds"), fields }
    }

    /// The form with both texts, after somebody else saved in the meantime.
    fn both(&self, inside: &Inside, typed: &Typed, mine: &Content) -> ElementForm {
        let titles: Positions =
            self.positions.iter().filter_map(|choice| Some((choice.value.parse().ok()?, choice.label.clone()))).collect();
        let both: Vec<Differs> = differences(&inside.voice, &titles, &self.element.content, mine);
        ElementForm { both, ..self.form(inside, typed, Faults::default()) }
    }
}

/// `GET …/ret`
pub(crate) async fn edit_page(mut inside: Inside, Path((_, number)): Path<(String, String)>) -> Result<Response, Stop> {
    let opened = open(&mut inside, &number, Purpose::Edit).await?;
    Ok(show(&opened.form(&inside, &opened.typed(&inside), Faults::default())))
}

/// `POST …/ret`
pub(crate) async fn save(
    mut inside: Inside,
    Path((_, number)): Path<(String, String)>,
    Form(typed): Form<Vec<(String, String)>>,
) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let opened = open(&mut inside, &number, Purpose::Edit).await?;
    if let Some(typed) = more_rows(&typed, MORE_ROWS) {
        return Ok(show(&opened.form(&inside, &typed, Faults::default())));
    }
    let content = match opened.read(&inside, &typed) {
        Ok(content) => content,
        Err(faults) => return Ok(again(&opened.form(&inside, &typed, faults))),
    };
    let (id, version) = (opened.element.id, typed.version());
    match deed!(inside, desk => deeds::edit_element(&mut desk, id, version, content.clone())) {
        Ok(element) if typed.get("goer") == "foreslaa" => put_forward(inside, element).await,
        Ok(element) => Ok(done(&inside, "chain-saved", &element).await),
        Err(Ending::Refused(refused)) => Ok(again(&opened.form(&inside, &typed, faults_of(&inside, &refused)))),
        Err(Ending::Conflict) => Ok(show_with(StatusCode::CONFLICT, &opened.both(&inside, &typed, &content))),
        Err(ending) => Err(ending.into()),
    }
}

/// `GET …/ny-udgave`
pub(crate) async fn revise_page(mut inside: Inside, Path((_, number)): Path<(String, String)>) -> Result<Response, Stop> {
    let opened = open(&mut inside, &number, Purpose::Revise).await?;
    Ok(show(&opened.form(&inside, &opened.typed(&inside), Faults::default())))
}

/// `POST …/ny-udgave`
pub(crate) async fn revise(
    mut inside: Inside,
    Path((_, number)): Path<(String, String)>,
    Form(typed): Form<Vec<(String, String)>>,
) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let opened = open(&mut inside, &number, Purpose::Revise).await?;
    if let Some(typed) = more_rows(&typed, MORE_ROWS) {
        return Ok(show(&opened.form(&inside, &typed, Faults::default())));
    }
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let reason = reader.prose("reason");
    let given: Option<DecisionGiven> = if opened.bodies.is_empty() { None } else { decision::read(&mut reader, &opened.bodies) };
    let mut faults = reader.faults;
    let content = match opened.read(&inside, &typed) {
        Ok(content) if faults.is_empty() => content,
        Ok(_) => return Ok(again(&opened.form(&inside, &typed, faults))),
        Err(content_faults) => {
            faults.0.splice(0..0, content_faults.0);
            return Ok(again(&opened.form(&inside, &typed, faults)));
        }
    };
    let (id, version) = (opened.element.id, typed.version());
    match deed!(inside, desk => deeds::revise_element(&mut desk, id, version, content.clone(), reason, given)) {
        Ok(element) => Ok(done(&inside, "chain-revised", &element).await),
        Err(Ending::Refused(refused)) => Ok(again(&opened.form(&inside, &typed, faults_of(&inside, &refused)))),
        Err(Ending::Conflict) => Ok(show_with(StatusCode::CONFLICT, &opened.both(&inside, &typed, &content))),
        Err(ending) => Err(ending.into()),
    }
}

/// `POST …/foreslaa`
pub(crate) async fn propose(
    mut inside: Inside,
    Path((_, number)): Path<(String, String)>,
    Form(typed): Form<Vec<(String, String)>>,
) -> Result<Response, Stop> {
    let element = the_element(&mut inside, &number).await?;
    put_forward(inside, Element { version: Typed(typed).version(), ..element }).await
}

/// Proposes an element as it was seen. Where something is missing, the form opens with each thing named beside its field.
async fn put_forward(inside: Inside, element: Element) -> Result<Response, Stop> {
    let ended = deed!(inside, desk => deeds::propose_element(&mut desk, element.id, element.version));
    ended_or_form(inside, element, ended, "chain-proposed", "chain-not-ready-to-propose").await
}

/// `POST …/saet-i-gang`
pub(crate) async fn put_in_force(
    mut inside: Inside,
    Path((_, number)): Path<(String, String)>,
    Form(typed): Form<Vec<(String, String)>>,
) -> Result<Response, Stop> {
    let element = the_element(&mut inside, &number).await?;
    let (id, version) = (element.id, Typed(typed).version());
    let ended = deed!(inside, desk => deeds::put_in_force(&mut desk, id, version));
    ended_or_form(inside, element, ended, "chain-put-in-force", "chain-not-ready-to-start").await
}

async fn ended_or_form(
    mut inside: Inside,
    element: Element,
    ended: Result<Element, Ending>,
    done_key: &str,
    not_ready_key: &str,
) -> Result<Response, Stop> {
    match ended {
        Ok(element) => Ok(done(&inside, done_key, &element).await),
        Err(Ending::Refused(refused)) if refused.reasons.iter().any(|r| r.field.is_some()) => {
            // Somebody who may propose may not always write; then the ending's own page says what is missing.
            let facts = facts(&mut inside, &element).await?;
            if !chain::may(&inside.visit.actor, Action::DraftElement, &facts) {
                return Err(Ending::Refused(refused).into());
            }
            let number = element.number.to_string();
            let notice = about(&inside, not_ready_key, &element);
            let faults = faults_of(&inside, &refused);
            let now = the_element(&mut inside, &number).await?;
            let opened = opened(&mut inside, now, Purpose::Edit).await?;
            let typed = opened.typed(&inside);
            Ok(again(&ElementForm { notice, ..opened.form(&inside, &typed, faults) }))
        }
        Err(ending) => Err(ending.into()),
    }
}

fn faults_of(inside: &Inside, refused: &Refused) -> Faults {
    beside_fields(inside.reasons(refused))
}

fn again(form: &ElementForm) -> Response {
    show_with(StatusCode::UNPROCESSABLE_ENTITY, form)
}

/// To the element's page, with a word about what was done.
pub(crate) async fn done(inside: &Inside, key: &str, element: &Element) -> Response {
    let word = element.sentence(&inside.visit.place.model, key);
    inside.done(&word, &element_href(inside, &element.number)).await
}
