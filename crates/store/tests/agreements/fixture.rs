//! Agreements of Testby, to ask about.

use jiff::civil::date;
use pejl_domain::agreements::{
    Agreement, AgreementContent, AgreementState, Counter, CounterState, GoalLine, GoalPlace, Hearing, Proposal, Section, Side,
    Signature, ThemeAnswer,
};
use pejl_domain::chain::Element;
use pejl_domain::models::Heard;
use pejl_domain::orgs::Role;
use pejl_kernel::{AgreementId, CounterId, HearingId, Years};
use pejl_policy::Action;
use pejl_store::agreements::{self, FrozenText};
use pejl_store::{Miss, Tx};
use pejl_testkit::Town;
use pejl_testkit::town::{event, key, line, prose};

/// A text with a seal that looks like one: another text, another seal.
pub fn frozen(body: &str) -> FrozenText {
    let folded = body.bytes().fold(7_u64, |sum, byte| sum.wrapping_mul(31).wrapping_add(u64::from(byte)));
    FrozenText { body: body.to_owned(), seal: format!("{folded:064x}") }
}

pub fn own(goal: &Element) -> GoalLine {
    GoalLine { goal: goal.id, place: GoalPlace::Own, note: prose("") }
}

/// A draft that is not saved.
pub async fn drafted(tx: &mut Tx, town: &Town, kind: &str, principal: &str, agents: &[&str], year: i16) -> Agreement {
    Agreement {
        id: AgreementId::new(&town.mint),
        number: agreements::next_agreement_number(tx, town.id, year).await.unwrap(),
        kind: key(kind),
        principal: town.unit(principal),
        agents: agents.iter().map(|agent| town.unit(agent)).collect(),
        period: Years::new(year, year).unwrap(),
        state: AgreementState::Draft,
        content: AgreementContent {
            sections: vec![Section { heading: line("Mål"), text: prose("Vi vil, at alle børn læser.") }],
            ..AgreementContent::default()
        },
        edition: 0,
        decision: None,
        note: prose(""),
        amending: prose(""),
        report: prose(""),
        predecessor: None,
        version: 0,
    }
}

/// Saves an agreement and reads it back.
pub async fn save(tx: &mut Tx, town: &Town, agreement: &Agreement, text: Option<&FrozenText>) -> Agreement {
    try_save(tx, town, agreement, text).await.unwrap();
    agreements::agreement(tx, town.id, agreement.id).await.unwrap()
}

pub async fn try_save(tx: &mut Tx, town: &Town, agreement: &Agreement, text: Option<&FrozenText>) -> Result<(), Miss> {
    let permit = town.permit(Action::DraftAgreement);
    agreements::save_agreement(tx, &permit, town.at(), agreement, text, &event("event-agreement-edited")).await
}

/// The school's agreement with its department, drafted.
pub async fn school(tx: &mut Tx, town: &Town) -> Agreement {
    let draft = drafted(tx, town, "virksomhedsaftale", "boerneafdeling", &["skole"], 2018).await;
    save(tx, town, &draft, None).await
}

/// Moves an agreement to a state, as a deed would leave it.
pub async fn to(tx: &mut Tx, town: &Town, agreement: Agreement, state: AgreementState) -> Agreement {
    let sealed = agreement.state == AgreementState::Draft && matches!(state, AgreementState::Submitted);
    let text = sealed.then(|| frozen(&format!("{} {}", agreement.number, agreement.edition + 1)));
    save(tx, town, &Agreement { state, ..agreement }, text.as_ref()).await
}

/// Approves what is drafted: its first edition, or the next.
pub async fn approved(tx: &mut Tx, town: &Town, agreement: Agreement) -> Agreement {
    let text = frozen(&format!("{} {}", agreement.number, agreement.edition + 1));
    let reason = agreement.amending.clone();
    let approved = Agreement { state: AgreementState::Approved, edition: agreement.edition + 1, amending: prose(""), ..agreement };
    let permit = town.permit(Action::ApproveAgreement);
    let told = event("event-agreement-approved");
    agreements::save_agreement(tx, &permit, town.at(), &approved, Some(&text), &told).await.unwrap();
    agreements::save_agreement_edition(tx, &permit, town.at(), &approved, &text, &reason).await.unwrap();
    agreements::agreement(tx, town.id, approved.id).await.unwrap()
}

/// Begins the next edition of what is in force, with a text that only the parties may read.
pub async fn amended(tx: &mut Tx, town: &Town, agreement: Agreement) -> Agreement {
    let mut draft = Agreement { state: AgreementState::Draft, amending: prose("Budgettet er vedtaget."), ..agreement };
    draft.content.sections[0].text = prose("Hemmelig sparekladde.");
    save(tx, town, &draft, None).await
}

pub fn answered(theme: &str) -> ThemeAnswer {
    ThemeAnswer { theme: key(theme), answer: prose("Ved at spørge dem.") }
}

pub async fn heard(tx: &mut Tx, town: &Town, agreement: &Agreement, group: Heard) -> Hearing {
    let hearing = Hearing {
        id: HearingId::new(&town.mint),
        agreement: agreement.id,
        group,
        from: line("MED-udvalget, møde 12. marts"),
        text: prose("Vi mangler tid."),
        by: town.actor(Role::WorksCouncilMember).person().unwrap(),
        on: date(2018, 3, 12),
    };
    let permit = town.permit(Action::GiveHearing);
    agreements::save_hearing(tx, &permit, town.at(), &hearing, &event("event-agreement-heard")).await.unwrap();
    hearing
}

/// The department would have another text.
pub async fn countered(tx: &mut Tx, town: &Town, agreement: &Agreement, goal: &Element) -> Counter {
    let counter = Counter {
        id: CounterId::new(&town.mint),
        agreement: agreement.id,
        goal: goal.id,
        side: Side::Principal,
        by: town.actor_at(Role::DepartmentHead, "boerneafdeling").person().unwrap(),
        at: town.at(),
        proposal: Proposal::Text(prose("Alle læser hver dag.")),
        instead_of: Proposal::Text(goal.content.text.clone()),
        because: prose("Det skal kunne måles."),
        state: CounterState::Open,
        answer: prose(""),
        agreed: None,
        answered: None,
        version: 0,
    };
    let permit = town.permit(Action::NegotiateAgreement);
    agreements::save_counter(tx, &permit, town.at(), &counter, &event("event-agreement-countered")).await.unwrap();
    agreements::counter(tx, town.id, counter.id).await.unwrap()
}

pub async fn signed(tx: &mut Tx, town: &Town, agreement: &Agreement, side: Side, unit: &str, role: Role) -> Signature {
    let text = agreements::frozen_text(tx, town.id, agreement.id).await.unwrap().unwrap();
    let signature = Signature {
        agreement: agreement.id,
        seal: text.seal,
        side,
        unit: town.unit(unit),
        person: town.actor_at(role, unit).person().unwrap(),
        standing_in_for: None,
        at: town.at(),
    };
    let permit = town.permit(Action::SignAgreement);
    agreements::save_signature(tx, &permit, town.at(), &signature, &event("event-agreement-signed")).await.unwrap();
    signature
}
