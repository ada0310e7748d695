//! The small form in which a deed is done: a few fields, one button. All of them are shown, refused and sent in the same way.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use pejl_app::Ending;
use pejl_app::shown::UnitInLine;
use pejl_domain::chain::{Element, Verb};

use crate::chain::edit::done;
use crate::chain::element_href;
use crate::chain::field::{Field, Fields, beside_fields, summary};
use crate::chain::loading::{about, must_be_allowed, page_of, the_element};
use crate::ending::Stop;
use crate::forms::{Faults, Typed};
use crate::inside::Inside;
use crate::page::{Page, show, show_with};

#[derive(Template)]
#[template(path = "chain/deed.html")]
struct DeedForm {
    page: Page,
    lead: String,
    number: String,
    title: String,
    href: String,
    notice: String,
    faults: Faults,
    fields: Vec<Field>,
    version: i64,
    submit: String,
    warns: bool,
}

/// What is particular to a deed's form: `chain-<name>-title`, `-lead`, `-do` and `-done` are its words.
#[derive(Clone, Copy)]
pub(crate) struct Deed {
    pub verb: Verb,
    pub name: &'static str,
    /// Whether it ends something, so that the button warns.
    pub warns: bool,
    pub fields: fn(&Inside, &Fields<'_>, &[UnitInLine], &Element) -> Vec<Field>,
}

/// The element a deed is done to, for whoever may do it.
pub(crate) async fn taken_up(inside: &mut Inside, number: &str, deed: &Deed) -> Result<Element, Stop> {
    let element = the_element(inside, number).await?;
    must_be_allowed(inside, &element, deed.verb).await?;
    Ok(element)
}

fn form(inside: &Inside, deed: &Deed, element: &Element, bodies: &[UnitInLine], typed: &Typed, faults: Faults) -> DeedForm {
    let said = |part: &str| about(inside, &format!("chain-{}-{part}", deed.name), element);
    let fields = (deed.fields)(inside, &Fields { t: inside.t(), typed, faults: &faults }, bodies, element);
    DeedForm {
        page: page_of(inside, element, said("title")),
        lead: said("lead"),
        number: element.number.to_string(),
        title: element.content.title.to_string(),
        href: element_href(inside, &element.number),
        notice: String::new(),
        faults: summary(inside.t(), &faults, fields.iter()),
        fields,
        version: element.version,
        submit: said("do"),
        warns: deed.warns,
    }
}

/// The form, empty or begun.
pub(crate) fn shown(inside: &Inside, deed: &Deed, element: &Element, bodies: &[UnitInLine], typed: &Typed) -> Response {
    show(&form(inside, deed, element, bodies, typed, Faults::default()))
}

/// The form with what was typed and what is wrong with it.
pub(crate) fn faulty(
    inside: &Inside,
    deed: &Deed,
    element: &Element,
    bodies: &[UnitInLine],
    typed: &Typed,
    faults: Faults,
) -> Response {
    show_with(StatusCode::UNPROCESSABLE_ENTITY, &form(inside, deed, element, bodies, typed, faults))
}

/// How a deed ended: on to the element's page, or back to the form with every letter. Where somebody saved the element in
/// the meantime, the form says so and holds the version that stands now.
pub(crate) async fn ended(
    inside: &Inside,
    deed: &Deed,
    element: &Element,
    bodies: &[UnitInLine],
    typed: &Typed,
    outcome: Result<Element, Ending>,
) -> Result<Response, Stop> {
    match outcome {
        Ok(element) => Ok(done(inside, &format!("chain-{}-done", deed.name), &element).await),
        Err(Ending::Refused(refused)) => {
            let faults = beside_fields(inside.reasons(&refused));
            Ok(faulty(inside, deed, element, bodies, typed, faults))
        }
        Err(Ending::Conflict) => {
            let notice = about(inside, "chain-changed-meanwhile", element);
            let form = form(inside, deed, element, bodies, typed, Faults::default());
            Ok(show_with(StatusCode::CONFLICT, &DeedForm { notice, ..form }))
        }
        Err(ending) => Err(ending.into()),
    }
}
