//! The whole grid of who may do what, printed to `docs/permissions.md`, and one named example a rule.
//!
//! `UPDATE_DOCS=1 cargo test -p pejl-policy` writes the document anew; a reviewer then sees in the diff whose rights changed.

#![allow(clippy::unwrap_used, clippy::expect_used)] // every function here belongs to a test
use std::fmt::Write as _;
use std::path::Path;

use jiff::civil::date;
use pejl_domain::orgs::Role;
use pejl_kernel::{Mint as _, MunicipalityId, PersonId, PositionId, SequenceMint, UnitId};
use pejl_policy::{Action, Actor, Facts, Post, Sight, Who, decide};

/// How the unit of a post stands to the unit that a thing belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Relation {
    Own,
    Below,
    Above,
    Elsewhere,
    Adopting,
}

impl Relation {
    const ALL: [Self; 5] = [Self::Own, Self::Below, Self::Above, Self::Elsewhere, Self::Adopting];

    fn says(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Below => "below",
            Self::Above => "above",
            Self::Elsewhere => "elsewhere",
            Self::Adopting => "adopting",
        }
    }

    /// The facts of a thing that stands so to a post in `HERE`.
    fn facts(self) -> Facts {
        let (line, bodies) = match self {
            Self::Own => (vec![HERE, TOP], vec![]),
            Self::Below => (vec![UNDER, HERE, TOP], vec![]),
            Self::Above => (vec![TOP], vec![]),
            Self::Elsewhere => (vec![ASIDE, TOP], vec![]),
            Self::Adopting => (vec![ASIDE, TOP], vec![HERE]),
        };
        let units = |serials: Vec<u128>| serials.into_iter().map(unit).collect();
        Facts { line: units(line), bodies: units(bodies), answers: Vec::new() }
    }
}

const TOP: u128 = 1;
const HERE: u128 = 2;
const UNDER: u128 = 3;
const ASIDE: u128 = 4;

fn unit(serial: u128) -> UnitId {
    UnitId(SequenceMint::after(u64::try_from(serial).unwrap()).fresh())
}

fn person(serial: u64) -> PersonId {
    PersonId(SequenceMint::after(100 + serial).fresh())
}

fn municipality() -> MunicipalityId {
    MunicipalityId(SequenceMint::after(1_000).fresh())
}

fn post(role: Role, standing_in_for: Option<PersonId>) -> Post {
    Post { position: PositionId(SequenceMint::after(50).fresh()), unit: unit(HERE), role, standing_in_for }
}

fn holder(posts: Vec<Post>) -> Actor {
    Actor { who: Who::Person(person(1)), municipality: municipality(), on: date(2027, 3, 1), posts }
}

fn may(role: Role, action: Action, facts: &Facts) -> bool {
    decide(&holder(vec![post(role, None)]), action, facts).is_ok()
}

fn operator_may(action: Action) -> bool {
    decide(&Actor::operator(municipality(), date(2027, 3, 1)), action, &Facts::municipality()).is_ok()
}

/// What is asked of the municipality as a whole, and so does not depend on a unit.
fn is_of_the_whole(action: Action) -> bool {
    match action {
        Action::InstallModel
        | Action::KeepOrganisation
        | Action::ImportOrganisation
        | Action::KeepLogins
        | Action::ChangeOwnPassword
        | Action::SeeAudit
        | Action::SeeDenials
        | Action::KeepRound
        | Action::WriteSynthetic
        | Action::StandOnDay
        | Action::KeepWheel
        | Action::KeepCalendar
        | Action::KeepSeminar
        | Action::GiveProposal
        | Action::KeepLetter
        | Action::GiveLetterInput
        | Action::CommentLetter
        | Action::KeepReminders
        | Action::SendReminders => true,
        Action::AppointStandIn
        | Action::DraftElement
        | Action::ProposeElement
        | Action::ReturnElement
        | Action::AdoptElement
        | Action::WithdrawElement
        | Action::RunElement
        | Action::TieElement
        | Action::AskStance
        | Action::AnswerStance
        | Action::HandOverElement
        | Action::DraftAgreement
        | Action::GiveHearing
        | Action::NegotiateAgreement
        | Action::SubmitAgreement
        | Action::ApproveAgreement
        | Action::ReturnAgreement
        | Action::SignAgreement
        | Action::ReportAgreement
        | Action::HandOverAgreement
        | Action::WriteReport
        | Action::SubmitReport
        | Action::JudgeReport
        | Action::Assess
        | Action::GiveFeedback
        | Action::AnswerFeedback
        | Action::GiveConsequence
        | Action::CloseStep
        | Action::KeepCase
        | Action::DecideCase
        | Action::KeepMeeting
        | Action::ChooseMeetingForm
        | Action::PrepareMeeting
        | Action::GiveMeetingInput
        | Action::ScribeMeeting
        | Action::CommentMinutes
        | Action::ApproveMinutes
        | Action::KeepBriefing => false,
    }
}

/// One cell: where a role may do it.
fn cell(role: Role, action: Action) -> String {
    if is_of_the_whole(action) {
        return if may(role, action, &Facts::municipality()) { "yes" } else { "–" }.to_owned();
    }
    let where_allowed: Vec<_> = Relation::ALL.into_iter().filter(|r| may(role, action, &r.facts())).map(Relation::says).collect();
    match where_allowed.len() {
        0 => "–".to_owned(),
        5 => "everywhere".to_owned(),
        _ => where_allowed.join(", "),
    }
}

fn table(out: &mut String, actions: &[Action]) {
    let heads: Vec<_> = actions.iter().map(|a| a.as_str()).collect();
    writeln!(out, "| | {} |\n| --- |{}", heads.join(" | "), " --- |".repeat(actions.len())).unwrap();
    for role in Role::ALL {
        let cells: Vec<_> = actions.iter().map(|a| cell(role, *a)).collect();
        writeln!(out, "| {} | {} |", role.as_str(), cells.join(" | ")).unwrap();
    }
    let operator: Vec<_> = actions.iter().map(|a| if operator_may(*a) { "yes" } else { "–" }).collect();
    writeln!(out, "| *operator at the command line* | {} |\n", operator.join(" | ")).unwrap();
}

fn grid() -> String {
    let mut out = String::from(
        "# Who may do what\n\n\
         Printed from the rules by a test (`crates/policy/tests/grid.rs`); do not edit it by hand. `UPDATE_DOCS=1 make test` prints\n\
         it anew.\n\n\
         A right comes with a position: a role in a unit, held today or stood in for. Where somebody holds several, any of them is\n\
         enough. A cell says how the thing's unit must stand to the position's:\n\n\
         - **own**: the thing belongs to the unit of the position\n\
         - **below**: it belongs to a unit somewhere below\n\
         - **above**: it belongs to a unit above\n\
         - **elsewhere**: it belongs to a unit in another branch\n\
         - **adopting**: the position is in the body that adopts such a thing\n\n\
         ## What concerns the whole municipality\n\n",
    );
    let of = |whole: bool| Action::ALL.into_iter().filter(move |a| is_of_the_whole(*a) == whole).collect::<Vec<_>>();
    table(&mut out, &of(true));
    out.push_str("## What belongs to a unit\n\n");
    for few in of(false).chunks(4) {
        table(&mut out, few);
    }
    out.push_str(
        "## What they see\n\n\
         What is adopted, everybody who is logged in sees. What is drafted, those in its unit and the administration above it see;\n\
         what is proposed, the elected above it see too. These see everything in their municipality, and nobody sees anything of\n\
         another municipality:\n\n",
    );
    for role in Role::ALL.into_iter().filter(|r| Sight::of(&holder(vec![post(*r, None)])).sees_everything()) {
        writeln!(out, "- {}", role.as_str()).unwrap();
    }
    out
}

#[test]
fn the_grid_is_the_one_that_was_reviewed() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/permissions.md");
    let now = grid();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&file, &now).unwrap();
    }
    let reviewed = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        reviewed == now,
        "docs/permissions.md is not what the rules say. `UPDATE_DOCS=1 cargo test -p pejl-policy` writes it anew.\n{now}"
    );
}

#[test]
fn the_administrator_keeps_organisation_and_logins_and_no_one_else_does() {
    for role in Role::ALL {
        for action in [Action::KeepOrganisation, Action::ImportOrganisation, Action::KeepLogins, Action::SeeDenials] {
            assert_eq!(may(role, action, &Facts::municipality()), role == Role::Administrator, "{role:?} {action:?}");
        }
    }
}

#[test]
fn a_leader_drafts_for_the_own_unit_and_those_below_but_not_for_the_one_above() {
    let may = |relation: Relation| may(Role::DepartmentHead, Action::DraftElement, &relation.facts());
    assert!(may(Relation::Own) && may(Relation::Below));
    assert!(!may(Relation::Above) && !may(Relation::Elsewhere));
}

#[test]
fn an_employee_drafts_in_the_own_unit_and_leaves_proposing_to_its_leader() {
    let own = Relation::Own.facts();
    assert!(may(Role::Employee, Action::DraftElement, &own) && !may(Role::Employee, Action::ProposeElement, &own));
    assert!(may(Role::InstitutionLeader, Action::ProposeElement, &own));
}

#[test]
fn a_chair_decides_for_the_body_and_not_one_by_one_on_what_lies_below() {
    assert!(may(Role::CommitteeChair, Action::AdoptElement, &Relation::Adopting.facts()));
    assert!(!may(Role::CommitteeChair, Action::DraftElement, &Relation::Below.facts()));
}

#[test]
fn a_member_of_the_body_does_not_adopt_alone() {
    for role in [Role::CouncilMember, Role::CommitteeMember] {
        assert!(!may(role, Action::AdoptElement, &Relation::Adopting.facts()), "{role:?}");
    }
}

#[test]
fn the_consultant_holds_the_pen_for_every_body_but_answers_for_no_unit() {
    let elsewhere = Relation::Elsewhere.facts();
    assert!(may(Role::Consultant, Action::AdoptElement, &elsewhere) && may(Role::Consultant, Action::ReturnElement, &elsewhere));
    assert!(!may(Role::Consultant, Action::AnswerStance, &elsewhere));
}

#[test]
fn a_goal_put_before_a_unit_is_answered_by_its_leader_or_one_above() {
    let may = |role, relation: Relation| may(role, Action::AnswerStance, &relation.facts());
    assert!(may(Role::InstitutionLeader, Relation::Own) && may(Role::DepartmentHead, Relation::Below));
    assert!(!may(Role::InstitutionLeader, Relation::Elsewhere) && !may(Role::Employee, Relation::Own));
}

#[test]
fn a_controller_reads_the_audit_trail_keeps_the_rounds_prepares_papers_and_reports_nothing() {
    for action in Action::ALL {
        let of_everybody = matches!(
            action,
            Action::ChangeOwnPassword
                | Action::KeepCalendar
                | Action::KeepReminders
                | Action::CommentLetter
                | Action::CommentMinutes
        );
        let reads =
            of_everybody || matches!(action, Action::SeeAudit | Action::KeepRound | Action::KeepCase | Action::KeepBriefing);
        let somewhere = Relation::ALL.iter().any(|r| may(Role::Controller, action, &r.facts()));
        assert_eq!(somewhere || may(Role::Controller, action, &Facts::municipality()), reads, "{action:?}");
    }
}

#[test]
fn nobody_accepts_the_reports_of_the_unit_they_lead() {
    for role in [Role::InstitutionLeader, Role::DepartmentHead, Role::CommitteeChair] {
        assert!(!may(role, Action::JudgeReport, &Relation::Own.facts()), "{role:?}");
    }
    assert!(may(Role::DepartmentHead, Action::JudgeReport, &Relation::Below.facts()));
}

#[test]
fn who_answers_for_a_goal_elsewhere_reports_on_it_and_on_nothing_else() {
    let position = post(Role::InstitutionLeader, None).position;
    let answers = Facts { answers: vec![position], ..Relation::Elsewhere.facts() };
    assert!(may(Role::InstitutionLeader, Action::SubmitReport, &answers));
    assert!(!may(Role::InstitutionLeader, Action::SubmitReport, &Relation::Elsewhere.facts()));
}

#[test]
fn an_agreement_is_signed_by_those_who_lead_its_parties_and_never_by_the_pen_holder() {
    assert!(may(Role::InstitutionLeader, Action::SignAgreement, &Relation::Own.facts()));
    for relation in Relation::ALL {
        assert!(!may(Role::Consultant, Action::SignAgreement, &relation.facts()));
    }
    assert!(!may(Role::DepartmentHead, Action::SignAgreement, &Relation::Below.facts()));
}

#[test]
fn everybody_may_choose_another_password_even_without_a_post() {
    assert!(decide(&holder(vec![]), Action::ChangeOwnPassword, &Facts::municipality()).is_ok());
    assert!(decide(&holder(vec![]), Action::DraftElement, &Relation::Own.facts()).is_err());
}

#[test]
fn a_stand_in_has_the_holders_rights_and_the_permit_says_in_whose_place() {
    let stood_in = post(Role::InstitutionLeader, Some(person(2)));
    let permit = decide(&holder(vec![stood_in]), Action::ProposeElement, &Relation::Own.facts()).unwrap();
    assert_eq!((permit.person(), permit.standing_in_for()), (Some(person(1)), Some(person(2))));
}

#[test]
fn ones_own_right_is_used_before_a_lent_one() {
    let posts = vec![post(Role::InstitutionLeader, Some(person(2))), post(Role::InstitutionLeader, None)];
    let permit = decide(&holder(posts), Action::ProposeElement, &Relation::Own.facts()).unwrap();
    assert_eq!(permit.standing_in_for(), None);
}

#[test]
fn the_operator_sets_up_and_never_speaks_for_a_unit() {
    assert!(operator_may(Action::InstallModel) && operator_may(Action::KeepLogins));
    for action in Action::ALL.into_iter().filter(|a| !is_of_the_whole(*a)) {
        assert!(!operator_may(action), "{action:?}");
    }
}

#[test]
fn a_denial_says_who_may() {
    for action in Action::ALL {
        let denied = decide(&holder(vec![]), action, &Facts::municipality());
        if let Err(denied) = denied {
            assert_eq!(denied.sentence.key, format!("denied-{}", action.as_str()));
        }
    }
}
