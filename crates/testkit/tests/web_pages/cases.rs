//! The pages of cases: a draft and one that is on the agenda, entered through the pages themselves; the rows of their routes;
//! and what comes out as a document.

use axum::http::StatusCode;
use pejl_testkit::pages::{CONSULTANT, House, Visitor, at_testby};

use crate::routes::{Door, Ground, Row, form};

/// What a page of cases can be about.
pub struct Cases {
    /// A draft's address.
    pub draft: String,
    /// The address of one that is on the agenda.
    pub ready: String,
}

/// What is written in a case for the children's committee.
const WRITTEN: [(&str, &str); 12] = [
    ("title", "Mål & <midler> for \"Ådalskolen\""),
    ("kind", "decision"),
    ("meeting", "25/6-2018"),
    ("item", "4"),
    ("own-number", ""),
    ("access", "open"),
    ("recommendation", "at sagen tages til efterretning"),
    ("heading-1", "presentation:Sagsfremstilling"),
    ("section-1", "Skolen har skrevet sine mål.\n\nDe følger udvalgets."),
    ("heading-2", "attachments:Bilag"),
    ("attachment-rows", "60"),
    ("unit", "E-4"),
];

async fn written(visitor: &Visitor) -> String {
    let mut form: Vec<(String, String)> = WRITTEN.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    for at in 1..=60 {
        form.push((format!("attachment-{at}-title"), format!("Bilag {at}: æøå & <b>")));
        form.push((format!("attachment-{at}-link"), format!("https://testby.example/bilag?nr={at}&x=1")));
    }
    let answer = visitor.post("/testby/sager/ny?organ=E-2", &form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    answer.leads_to().expect("the case")
}

impl Cases {
    /// Entered by the consultant.
    pub async fn enter(house: &House) -> Self {
        let consultant = house.visitor(CONSULTANT).await;
        let (draft, ready) = (written(&consultant).await, written(&consultant).await);
        let answer = consultant.post(&format!("{ready}/klar"), &[("version", "1")]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        Self { draft, ready }
    }
}

/// A route of cases: what writes, on the draft; the rest on the one that is on the agenda.
pub fn case_row(rest: &str, ground: &Ground) -> Option<Row> {
    let at = |path: String, door, fields: &[(&'static str, &str)]| Some(Row { path, door, form: form(fields), file: None });
    let (draft, ready) = (&ground.cases.draft, &ground.cases.ready);
    let Some(deed) = rest.strip_prefix("/{case}") else {
        return match rest {
            "" => at("/testby/sager".to_owned(), Door::Everybody, &[]),
            "/ny" => at("/testby/sager/ny?organ=E-2".to_owned(), Door::Kept, &WRITTEN),
            "/overskrifter" => {
                let fields = [("version", "0"), ("word-1", "Sagsfremstilling"), ("part-1", "presentation")];
                at("/testby/sager/overskrifter?organ=E-2".to_owned(), Door::Kept, &fields)
            }
            _ => None,
        };
    };
    match deed {
        "" | "/udskriv" => at(format!("{ready}{deed}"), Door::Everybody, &[]),
        "/ret" => {
            let fields: Vec<_> = WRITTEN.into_iter().chain([("version", "1")]).collect();
            at(format!("{draft}/ret"), Door::Kept, &fields)
        }
        "/klar" | "/af-dagsordenen" | "/ny-beslutning" => at(format!("{ready}{deed}"), Door::Kept, &[("version", "2")]),
        "/traek-tilbage" => at(format!("{ready}{deed}"), Door::Kept, &[("version", "1"), ("note", "Vi venter.")]),
        "/inhabil" => at(format!("{ready}{deed}"), Door::Kept, &[("version", "2"), ("because-1", "Bor ved siden af.")]),
        "/beslut" => {
            let fields = [("version", "2"), ("on", "15/6-2018"), ("outcome", "as-recommended"), ("decided", "Tiltrådt.")];
            at(format!("{ready}/beslut"), Door::Tended(CONSULTANT), &fields)
        }
        _ => None,
    }
}

#[test]
fn a_case_comes_out_as_a_word_document_for_whoever_sees_it() {
    at_testby(async |house, _| {
        let cases = Cases::enter(house).await;
        let teacher = house.visitor("employee@skole").await;
        let answer = teacher.get(&format!("{}.docx", cases.ready)).await;
        assert_eq!(answer.status, StatusCode::OK);
        let drafted = teacher.get(&format!("{}.docx", cases.draft)).await;
        assert_eq!(drafted.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn a_form_with_a_fault_keeps_every_letter_and_every_attachment() {
    at_testby(async |house, _| {
        let consultant = house.visitor(CONSULTANT).await;
        let mut form: Vec<(&str, &str)> = WRITTEN.to_vec();
        form.retain(|(name, _)| *name != "meeting");
        form.extend([("meeting", "i morgen"), ("attachment-2-title", "Kort over øen"), ("attachment-2-link", "eksempel.dk/kort")]);
        let answer = consultant.post("/testby/sager/ny?organ=E-2", &form).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = answer.page();
        for (name, text) in
            [("meeting", "i morgen"), ("attachment-2-title", "Kort over øen"), ("attachment-2-link", "eksempel.dk/kort")]
        {
            assert_eq!(page.value(name).as_deref(), Some(text), "{name}");
        }
        assert!(answer.body.contains("De følger udvalgets."));
    });
}

#[test]
fn the_same_decision_sent_twice_from_the_form_is_recorded_once() {
    at_testby(async |house, db| {
        let cases = Cases::enter(house).await;
        let consultant = house.visitor(CONSULTANT).await;
        let form = [("version", "2"), ("on", "15/6-2018"), ("outcome", "as-recommended"), ("decided", "Tiltrådt.")];
        for _ in 0..2 {
            let answer = consultant.post(&format!("{}/beslut", cases.ready), &form).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        }
        assert_eq!(db.texts("SELECT text FROM decision").await, [["Tiltrådt.".to_owned()]]);
    });
}
