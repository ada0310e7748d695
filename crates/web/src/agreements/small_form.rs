//! The small form in which something is done with an agreement: a few fields, one button, and above them what one should
//! know before pressing it.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use pejl_app::Ending;
use pejl_app::agreements::AgreementPage;
use pejl_domain::agreements::{Agreement, AgreementVerb};

use super::document::Doc;
use super::loading::{about, agreement_href, must, page_of, the_page};
use crate::chain::field::{Field, Fields, beside_fields, summary};
use crate::ending::Stop;
use crate::forms::{Faults, Typed};
use crate::inside::Inside;
use crate::page::{Page, show, show_with};

#[derive(Template)]
#[template(path = "agreements/form.html")]
pub(super) struct SmallForm {
    pub page: Page,
    /// What it is about: name and address.
    pub kicker: Option<(String, String)>,
    pub lead: String,
    pub faults: Faults,
    pub notice: String,
    /// Other things the same form could be about: label, address, whether it is this one.
    pub ways: Vec<(String, String, bool)>,
    /// What one should know before: label and text.
    pub facts: Vec<(String, String)>,
    /// The text that is signed, where that is what the form is for.
    pub doc: Option<Doc>,
    pub fields: Vec<Field>,
    pub hidden: Vec<(&'static str, String)>,
    pub submit: String,
    pub warns: bool,
    pub back: String,
    pub draft_key: String,
}

impl SmallForm {
    /// A form about an agreement, with nothing in it yet.
    pub fn about(inside: &Inside, agreement: &Agreement, title: String) -> Self {
        let href = agreement_href(inside, &agreement.number);
        let forms = inside.voice.agreement(&agreement.kind);
        Self {
            page: page_of(inside, agreement, title),
            kicker: Some((format!("{} {}", crate::voice::capital(&forms.singular), agreement.number), href.clone())),
            lead: String::new(),
            faults: Faults::default(),
            notice: String::new(),
            ways: Vec::new(),
            facts: Vec::new(),
            doc: None,
            fields: Vec::new(),
            hidden: vec![("version", agreement.version.to_string())],
            submit: inside.t().say("common-save"),
            warns: false,
            back: href,
            draft_key: String::new(),
        }
    }

    /// With fields, and the summary of what is wrong with them.
    pub fn with(mut self, inside: &Inside, fields: Vec<Field>, faults: &Faults) -> Self {
        self.faults = summary(inside.t(), faults, fields.iter());
        self.fields = fields;
        self
    }
}

/// The fields of a deed's form.
pub(super) type MakeFields = fn(&Inside, &Fields<'_>, &AgreementPage) -> Vec<Field>;

/// What is particular to a deed's form: `agreement-<name>-title`, `-lead` and `-done` are its words, and the button says what
/// the button that led here said.
#[derive(Clone, Copy)]
pub(super) struct Deed {
    pub verb: AgreementVerb,
    pub name: &'static str,
    /// Whether it ends something, so that the button warns.
    pub warns: bool,
    pub fields: MakeFields,
    pub facts: fn(&Inside, &AgreementPage) -> Vec<(String, String)>,
}

impl Deed {
    /// The agreement it is done to, for whoever may do it.
    pub async fn take(&self, inside: &mut Inside, number: &str) -> Result<AgreementPage, Stop> {
        let found = the_page(inside, number).await?;
        must(inside, &found, self.verb)?;
        Ok(found)
    }

    fn form(&self, inside: &Inside, found: &AgreementPage, typed: &Typed, faults: &Faults) -> SmallForm {
        let agreement = &found.shown.agreement;
        let said = |part: &str| about(inside, &format!("agreement-{}-{part}", self.name), agreement);
        let fields = (self.fields)(inside, &Fields { t: inside.t(), typed, faults }, found);
        SmallForm {
            lead: said("lead"),
            facts: (self.facts)(inside, found),
            submit: about(inside, &format!("agreement-do-{}", self.verb.as_str()), agreement),
            warns: self.warns,
            draft_key: if fields.is_empty() { String::new() } else { format!("{}-{}", self.name, agreement.number) },
            ..SmallForm::about(inside, agreement, said("title")).with(inside, fields, faults)
        }
    }

    /// The form, empty or begun.
    pub fn show(&self, inside: &Inside, found: &AgreementPage, typed: &Typed) -> Response {
        show(&self.form(inside, found, typed, &Faults::default()))
    }

    /// The form with what was typed and what is wrong with it.
    pub fn faulty(&self, inside: &Inside, found: &AgreementPage, typed: &Typed, faults: &Faults) -> Response {
        show_with(StatusCode::UNPROCESSABLE_ENTITY, &self.form(inside, found, typed, faults))
    }

    /// How it ended: on to the agreement's page, or back to the form with every letter. Where somebody changed the agreement in
    /// the meantime, the form says so and holds the version that stands now.
    pub async fn ended(
        &self,
        inside: &Inside,
        found: &AgreementPage,
        typed: &Typed,
        outcome: Result<Agreement, Ending>,
    ) -> Result<Response, Stop> {
        match outcome {
            Ok(agreement) => Ok(done(inside, &format!("agreement-{}-done", self.name), &agreement).await),
            Err(Ending::Refused(refused)) => {
                let faults = beside_fields(inside.reasons(&refused));
                Ok(self.faulty(inside, found, typed, &faults))
            }
            Err(Ending::Conflict) => {
                let notice = about(inside, "agreement-changed-meanwhile", &found.shown.agreement);
                let form = self.form(inside, found, typed, &Faults::default());
                Ok(show_with(StatusCode::CONFLICT, &SmallForm { notice, ..form }))
            }
            Err(ending) => Err(ending.into()),
        }
    }
}

/// To the agreement's page, with a word about what was done.
pub(super) async fn done(inside: &Inside, key: &str, agreement: &Agreement) -> Response {
    inside.done(&agreement.sentence(key), &agreement_href(inside, &agreement.number)).await
}
