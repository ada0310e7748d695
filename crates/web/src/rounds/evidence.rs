//! What documents a report: put beside it, taken away, and fetched. A file is always given as something to save, never shown.

use askama::Template;
use axum::Form;
use axum::extract::multipart::MultipartError;
use axum::extract::{Multipart, Path};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use pejl_app::rounds::{self, Attached, ReportPage};
use pejl_app::{Ending, rounds::EvidenceFile};
use pejl_domain::Sentence;
use pejl_domain::rounds::evidence::MOST_BYTES;
use pejl_domain::rounds::{EvidenceKind, Round, RoundState};
use pejl_kernel::EvidenceId;
use pejl_policy::Action;

use super::loading::{href_of, must, name_of, page_of, the_round};
use super::mine_form::{EvidenceShown, piece_shown};
use super::report::the_report;
use crate::ending::Stop;
use crate::forms::{Faults, Reader, Typed, encoded};
use crate::inside::{Inside, deed};
use crate::page::{Page, show, show_with};
use crate::upload::Uploaded;

/// A file is shown by nobody, and does nothing where somebody shows it all the same.
const FILE_SECURITY: &str = "default-src 'none'; sandbox; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

type AtOne = Path<(String, String, String, String)>;
type Sent = Form<Vec<(String, String)>>;

#[derive(Template)]
#[template(path = "rounds/evidence.html")]
struct EvidencePage {
    page: Page,
    round: String,
    number: String,
    title: String,
    back: String,
    pieces: Vec<EvidenceShown>,
    is_open: bool,
    remove_href: String,
    faults: Faults,
    typed: Typed,
    file_hint: String,
}

async fn taken_up(inside: &mut Inside, year: &str, key: &str, number: &str) -> Result<(Round, ReportPage), Stop> {
    let round = the_round(inside, year, key).await?;
    let report = the_report(inside, &round, number).await?;
    must(inside, Action::WriteReport, &report.facts())?;
    Ok((round, report))
}

fn form(inside: &Inside, round: &Round, report: &ReportPage, typed: Typed, faults: Faults) -> EvidencePage {
    let t = inside.t();
    let (asked, href) = (&report.goal.asked, href_of(inside, round));
    let number = asked.number.to_string();
    EvidencePage {
        page: page_of(inside, round, t.say("rounds-evidence")),
        round: name_of(inside, round),
        title: asked.content.title.to_string(),
        back: format!("{href}/min?enhed=E-{}#{number}", report.goal.unit.serial),
        pieces: report.goal.evidence.iter().map(|piece| piece_shown(inside, round, piece)).collect(),
        is_open: round.state == RoundState::Open && asked.report.state.is_writable(),
        remove_href: format!("{href}/maal/{number}/dokumentation/fjern"),
        faults,
        typed,
        file_hint: t.n("rounds-file-hint", MOST_BYTES >> 20),
        number,
    }
}

/// `GET …/maal/M-2018-014/dokumentation`
pub(crate) async fn evidence(mut inside: Inside, Path((_, year, key, number)): AtOne) -> Result<Response, Stop> {
    let (round, report) = taken_up(&mut inside, &year, &key, &number).await?;
    Ok(show(&form(&inside, &round, &report, Typed::default(), Faults::default())))
}

/// What a form with a file sent: its lines, and the file where one was chosen. Of a file that is too large, one byte too many
/// is kept and the rest let pass.
async fn sent(parts: &mut Multipart) -> Result<(Typed, Option<Uploaded>), MultipartError> {
    let (mut typed, mut file) = (Typed::default(), None);
    while let Some(mut field) = parts.next_field().await? {
        let name = field.name().unwrap_or_default().to_owned();
        if name != "file" {
            typed = typed.with(&name, field.text().await?);
            continue;
        }
        let file_name = field.file_name().unwrap_or_default().to_owned();
        let mut bytes = Vec::new();
        while let Some(chunk) = field.chunk().await? {
            let room = (MOST_BYTES + 1).saturating_sub(bytes.len());
            bytes.extend_from_slice(&chunk[..chunk.len().min(room)]);
        }
        file = (!file_name.is_empty()).then_some(Uploaded { name: file_name, bytes });
    }
    Ok((typed, file))
}

/// `POST …/maal/M-2018-014/dokumentation`
pub(crate) async fn attach(
    mut inside: Inside,
    Path((_, year, key, number)): AtOne,
    mut parts: Multipart,
) -> Result<Response, Stop> {
    let (round, report) = taken_up(&mut inside, &year, &key, &number).await?;
    let again = |typed: Typed, faults: Faults| {
        Ok(show_with(StatusCode::UNPROCESSABLE_ENTITY, &form(&inside, &round, &report, typed, faults)))
    };
    let Ok((typed, file)) = sent(&mut parts).await else {
        return again(Typed::default(), Faults(vec![("file".to_owned(), inside.t().say("rounds-file-broken-off"))]));
    };
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let title = reader.line("title");
    let attached = match (file, typed.get("link").trim()) {
        (Some(file), _) => Some(Attached::File { name: file.name, bytes: file.bytes }),
        (None, "") if typed.get("figure").trim().is_empty() => {
            reader.fault("link", inside.t().say("rounds-evidence-nothing"));
            None
        }
        (None, "") => reader.line("figure").map(Attached::Figure),
        (None, link) => Some(Attached::Link(link.to_owned())),
    };
    let faults = reader.faults;
    let (Some(title), Some(attached), true) = (title, attached, faults.is_empty()) else { return again(typed, faults) };
    let goal = report.goal.asked.report.goal;
    match deed!(inside, desk => rounds::attach_evidence(&mut desk, round.id, goal, title, attached)) {
        Ok(_) => {
            let to = format!("{}/maal/{number}/dokumentation", href_of(&inside, &round));
            Ok(inside.done(&Sentence::new("rounds-attached"), &to).await)
        }
        Err(Ending::Refused(refused)) => again(typed, inside.reasons(&refused).into()),
        Err(ending) => Err(ending.into()),
    }
}

/// `POST …/maal/M-2018-014/dokumentation/fjern`
pub(crate) async fn remove(mut inside: Inside, Path((_, year, key, number)): AtOne, Form(typed): Sent) -> Result<Response, Stop> {
    let round = the_round(&mut inside, &year, &key).await?;
    let id = Typed(typed).get("id").parse::<EvidenceId>().map_err(|_| Ending::NotFound)?;
    deed!(inside, desk => rounds::remove_evidence(&mut desk, round.id, id))?;
    let to = format!("{}/maal/{number}/dokumentation", href_of(&inside, &round));
    Ok(inside.done(&Sentence::new("rounds-removed"), &to).await)
}

/// `GET …/bilag/{id}`: the file, to save.
pub(crate) async fn file(mut inside: Inside, Path((_, year, key, id)): AtOne) -> Result<Response, Stop> {
    let round = the_round(&mut inside, &year, &key).await?;
    let id = id.parse::<EvidenceId>().map_err(|_| Ending::NotFound)?;
    let EvidenceFile { evidence, bytes } = rounds::evidence_file(&mut inside.tx, &inside.visit.sight, id).await?;
    let (true, EvidenceKind::File { name, media, .. }) = (evidence.round == round.id, &evidence.kind) else {
        return Err(Stop(Ending::NotFound));
    };
    let headers = [
        (header::CONTENT_TYPE, media.content_type().to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename*=UTF-8''{}", encoded(name).replace('/', "_"))),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        (header::CONTENT_SECURITY_POLICY, FILE_SECURITY.to_owned()),
    ];
    Ok((headers, bytes).into_response())
}
