//! The decision: one rule per action, over how the actor stands to the thing.

use pejl_domain::orgs::Role;
use pejl_domain::sentence::Sentence;
use pejl_kernel::{MunicipalityId, PersonId, PositionId, UnitId};

use crate::actor::{Actor, Post, Who};

/// Everything that can be asked for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Action {
    /// Install a version of the governance model.
    InstallModel,
    /// Set up, change, move and close units; enter people; set up positions.
    KeepOrganisation,
    /// Import organisation data, and undo an import.
    ImportOrganisation,
    /// Write a synthetic municipality: the operator's, for trying Pejl out and for measuring it.
    WriteSynthetic,
    /// Let a municipality stand on another day than the real one: the operator's, for a demonstration.
    StandOnDay,
    /// Appoint somebody to stand in for the holder of a position.
    AppointStandIn,
    /// Create logins, set passwords, close logins.
    KeepLogins,
    /// Choose another password for one's own login.
    ChangeOwnPassword,
    /// See the audit trail.
    SeeAudit,
    /// See the log of what was denied.
    SeeDenials,
    /// Draft an element owned by a unit, and change a draft.
    DraftElement,
    /// Propose a draft to those who adopt it.
    ProposeElement,
    /// Send a proposal back with a note.
    ReturnElement,
    /// Record that the adopting body adopted it; change, supersede or close what is adopted.
    AdoptElement,
    /// Withdraw a draft or a proposal.
    WithdrawElement,
    /// Say how an action goes, and put what needs no adoption in force.
    RunElement,
    /// Tie an element to what it serves, and untie it.
    TieElement,
    /// Put a goal before units below.
    AskStance,
    /// Answer a goal put before one's unit.
    AnswerStance,
    /// Move elements to another unit, as when a unit closes.
    HandOverElement,
    /// Draft an agreement, change what is being written, put it to hearing and dialogue, amend what is in force.
    DraftAgreement,
    /// Write down what employees, works council or user board said about an agreement.
    GiveHearing,
    /// Make and answer counter-proposals on an agreement's goals.
    NegotiateAgreement,
    /// Put an agreement before whoever approves it, and give an amendment or a draft up.
    SubmitAgreement,
    /// Record that an agreement was approved; end it.
    ApproveAgreement,
    /// Send an agreement, or its report, back with a note.
    ReturnAgreement,
    /// Sign an agreement for a unit.
    SignAgreement,
    /// Report on an agreement at the end of its period.
    ReportAgreement,
    /// Let a successor take a unit's place in an agreement.
    HandOverAgreement,
    /// Plan, open, consolidate and close follow-up rounds.
    KeepRound,
    /// Write a report on a goal, and attach what documents it.
    WriteReport,
    /// Send a unit's reports upwards.
    SubmitReport,
    /// Accept a report, or return it with a note.
    JudgeReport,
    /// Write a unit's own assessment, and judge its own objectives, policies and guideposts.
    Assess,
    /// Answer a unit's follow-up: as who speaks for the body or as the manager above, or recorded by the consultant.
    GiveFeedback,
    /// Answer a question or a request about a unit's follow-up.
    AnswerFeedback,
    /// Record what followed goal fulfilment.
    GiveConsequence,
    /// Move a step of the wheel, and name who is responsible for it.
    KeepWheel,
    /// Say that a step of the wheel is done, and with what result.
    CloseStep,
    /// Make and revoke the secret address of one's own calendar.
    KeepCalendar,
    /// Write a case for a body's agenda, put it forward, take it back.
    KeepCase,
    /// Record what a body decided in a case.
    DecideCase,
    /// Plan a dialogue meeting, invite to it, change it and call it off.
    KeepMeeting,
    /// Record which form a committee chose for its dialogue meetings.
    ChooseMeetingForm,
    /// Write a unit's preparation for a dialogue meeting.
    PrepareMeeting,
    /// Write down what employees or a board want said at a dialogue meeting.
    GiveMeetingInput,
    /// Note what is said at a meeting, word guideposts in the room, write the minutes.
    ScribeMeeting,
    /// Comment on minutes as one who was there.
    CommentMinutes,
    /// Approve minutes for the committee.
    ApproveMinutes,
    /// Write a committee's briefing, and send it.
    KeepBriefing,
    /// Hold a goal seminar: open it, order and route its proposals, conclude it.
    KeepSeminar,
    /// Put a proposal before a goal seminar.
    GiveProposal,
    /// Write a strategy letter, open its input round, publish it.
    KeepLetter,
    /// Give input to a strategy letter.
    GiveLetterInput,
    /// Comment on a published strategy letter.
    CommentLetter,
    /// Choose which reminders one gets oneself.
    KeepReminders,
    /// Write and send reminders: the program's own work.
    SendReminders,
}

impl Action {
    /// Every action there is.
    pub const ALL: [Self; 57] = [
        Self::InstallModel,
        Self::KeepOrganisation,
        Self::ImportOrganisation,
        Self::WriteSynthetic,
        Self::StandOnDay,
        Self::AppointStandIn,
        Self::KeepLogins,
        Self::ChangeOwnPassword,
        Self::SeeAudit,
        Self::SeeDenials,
        Self::DraftElement,
        Self::ProposeElement,
        Self::ReturnElement,
        Self::AdoptElement,
        Self::WithdrawElement,
        Self::RunElement,
        Self::TieElement,
        Self::AskStance,
        Self::AnswerStance,
        Self::HandOverElement,
        Self::DraftAgreement,
        Self::GiveHearing,
        Self::NegotiateAgreement,
        Self::SubmitAgreement,
        Self::ApproveAgreement,
        Self::ReturnAgreement,
        Self::SignAgreement,
        Self::ReportAgreement,
        Self::HandOverAgreement,
        Self::KeepRound,
        Self::WriteReport,
        Self::SubmitReport,
        Self::JudgeReport,
        Self::Assess,
        Self::GiveFeedback,
        Self::AnswerFeedback,
        Self::GiveConsequence,
        Self::KeepWheel,
        Self::CloseStep,
        Self::KeepCalendar,
        Self::KeepCase,
        Self::DecideCase,
        Self::KeepMeeting,
        Self::ChooseMeetingForm,
        Self::PrepareMeeting,
        Self::GiveMeetingInput,
        Self::ScribeMeeting,
        Self::CommentMinutes,
        Self::ApproveMinutes,
        Self::KeepBriefing,
        Self::KeepSeminar,
        Self::GiveProposal,
        Self::KeepLetter,
        Self::GiveLetterInput,
        Self::CommentLetter,
        Self::KeepReminders,
        Self::SendReminders,
    ];

    /// How it is written in the audit trail.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::InstallModel => "install-model",
            Self::KeepOrganisation => "keep-organisation",
            Self::ImportOrganisation => "import-organisation",
            Self::WriteSynthetic => "write-synthetic",
            Self::StandOnDay => "stand-on-day",
            Self::AppointStandIn => "appoint-stand-in",
            Self::KeepLogins => "keep-logins",
            Self::ChangeOwnPassword => "change-own-password",
            Self::SeeAudit => "see-audit",
            Self::SeeDenials => "see-denials",
            Self::DraftElement => "draft-element",
            Self::ProposeElement => "propose-element",
            Self::ReturnElement => "return-element",
            Self::AdoptElement => "adopt-element",
            Self::WithdrawElement => "withdraw-element",
            Self::RunElement => "run-element",
            Self::TieElement => "tie-element",
            Self::AskStance => "ask-stance",
            Self::AnswerStance => "answer-stance",
            Self::HandOverElement => "hand-over-element",
            Self::DraftAgreement => "draft-agreement",
            Self::GiveHearing => "give-hearing",
            Self::NegotiateAgreement => "negotiate-agreement",
            Self::SubmitAgreement => "submit-agreement",
            Self::ApproveAgreement => "approve-agreement",
            Self::ReturnAgreement => "return-agreement",
            Self::SignAgreement => "sign-agreement",
            Self::ReportAgreement => "report-agreement",
            Self::HandOverAgreement => "hand-over-agreement",
            Self::KeepRound => "keep-round",
            Self::WriteReport => "write-report",
            Self::SubmitReport => "submit-report",
            Self::JudgeReport => "judge-report",
            Self::Assess => "assess",
            Self::GiveFeedback => "give-feedback",
            Self::AnswerFeedback => "answer-feedback",
            Self::GiveConsequence => "give-consequence",
            Self::KeepWheel => "keep-wheel",
            Self::CloseStep => "close-step",
            Self::KeepCalendar => "keep-calendar",
            Self::KeepCase => "keep-case",
            Self::DecideCase => "decide-case",
            Self::KeepMeeting => "keep-meeting",
            Self::ChooseMeetingForm => "choose-meeting-form",
            Self::PrepareMeeting => "prepare-meeting",
            Self::GiveMeetingInput => "give-meeting-input",
            Self::ScribeMeeting => "scribe-meeting",
            Self::CommentMinutes => "comment-minutes",
            Self::ApproveMinutes => "approve-minutes",
            Self::KeepBriefing => "keep-briefing",
            Self::KeepSeminar => "keep-seminar",
            Self::GiveProposal => "give-proposal",
            Self::KeepLetter => "keep-letter",
            Self::GiveLetterInput => "give-letter-input",
            Self::CommentLetter => "comment-letter",
            Self::KeepReminders => "keep-reminders",
            Self::SendReminders => "send-reminders",
        }
    }
}

/// What the decision rests on.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Facts {
    /// The unit the thing belongs to and every unit above it, nearest first. Empty for what belongs to the municipality.
    pub line: Vec<UnitId>,
    /// The units that could adopt it: those at the adopting level in its line, else all at that level. Of an agreement: its
    /// principal, and whoever approves it; of a follow-up: the unit that receives it.
    pub bodies: Vec<UnitId>,
    /// The positions that answer for it, where they may be elsewhere: a goal's responsible position.
    pub answers: Vec<PositionId>,
}

impl Facts {
    /// The facts of something that belongs to the municipality as a whole.
    pub fn municipality() -> Self {
        Self::default()
    }
}

/// How one post stands to the thing.
struct Stand {
    role: Role,
    own_unit: bool,
    above: bool,
    in_body: bool,
    answers: bool,
}

impl Stand {
    fn of(post: &Post, facts: &Facts) -> Self {
        Self {
            role: post.role,
            own_unit: facts.line.first() == Some(&post.unit),
            above: facts.line.iter().skip(1).any(|u| *u == post.unit),
            in_body: facts.bodies.contains(&post.unit),
            answers: facts.answers.contains(&post.position),
        }
    }

    /// Leads the unit itself.
    fn leads(&self) -> bool {
        self.own_unit && self.role.leads()
    }

    /// Leads a unit above, in the administration: the elected decide by body, not one by one.
    fn leads_above(&self) -> bool {
        self.above && self.role.leads() && !self.role.is_political()
    }

    /// Works in the unit.
    fn works_here(&self) -> bool {
        self.own_unit && matches!(self.role, Role::Employee | Role::WorksCouncilMember)
    }

    /// Speaks for the adopting body: chairs it, or leads it where it is a department or the executive board.
    fn speaks_for_body(&self) -> bool {
        self.in_body && self.role.leads()
    }

    fn may(&self, action: Action) -> bool {
        let consultant = self.role == Role::Consultant;
        let administrator = self.role == Role::Administrator;
        let heads_all = matches!(self.role, Role::ChiefExecutive | Role::Director);
        let prepares = consultant || heads_all || self.role == Role::Controller || self.leads() || self.leads_above();
        match action {
            Action::InstallModel => consultant || administrator,
            Action::KeepOrganisation | Action::ImportOrganisation | Action::KeepLogins | Action::SeeDenials => administrator,
            Action::ChangeOwnPassword => true,
            Action::WriteSynthetic | Action::StandOnDay => false,
            Action::AppointStandIn => administrator || self.leads() || self.leads_above(),
            Action::SeeAudit => consultant || administrator || self.role == Role::Controller || self.role == Role::ChiefExecutive,
            Action::DraftElement => consultant || heads_all || self.leads() || self.leads_above() || self.works_here(),
            Action::ProposeElement | Action::WithdrawElement | Action::RunElement | Action::TieElement => {
                consultant || heads_all || self.leads() || self.leads_above()
            }
            Action::ReturnElement => consultant || self.speaks_for_body() || self.leads_above(),
            Action::AdoptElement => consultant || self.speaks_for_body(),
            Action::AskStance => consultant || heads_all || self.leads() || self.leads_above(),
            Action::AnswerStance => self.leads() || self.leads_above(),
            Action::HandOverElement | Action::HandOverAgreement => consultant || administrator || heads_all || self.leads_above(),
            Action::DraftAgreement => consultant || heads_all || self.leads() || self.leads_above() || self.speaks_for_body(),
            Action::GiveHearing => {
                consultant || self.leads() || self.works_here() || (self.own_unit && self.role == Role::BoardMember)
            }
            Action::NegotiateAgreement => self.leads() || self.leads_above() || self.speaks_for_body(),
            Action::SubmitAgreement | Action::ReportAgreement => consultant || self.leads() || self.leads_above(),
            Action::ApproveAgreement => consultant || self.speaks_for_body(),
            Action::ReturnAgreement => consultant || self.speaks_for_body() || self.leads_above(),
            Action::SignAgreement => self.leads(),
            Action::KeepRound => consultant || self.role == Role::Controller || heads_all,
            Action::WriteReport => consultant || self.leads() || self.leads_above() || self.works_here() || self.answers,
            Action::SubmitReport => self.leads() || self.leads_above() || self.answers,
            Action::JudgeReport => consultant || heads_all || self.leads_above(),
            Action::Assess => consultant || self.leads(),
            Action::GiveFeedback => consultant || self.speaks_for_body(),
            Action::AnswerFeedback => self.leads() || self.answers,
            Action::GiveConsequence => consultant || heads_all || self.speaks_for_body() || self.leads_above(),
            Action::KeepWheel | Action::KeepSeminar | Action::KeepLetter => consultant || heads_all,
            Action::CloseStep => consultant || heads_all || self.leads() || self.speaks_for_body() || self.answers,
            Action::KeepCalendar | Action::KeepReminders => true,
            // Whoever chairs a body sets its agenda (kommunestyrelsesloven § 8), whichever unit prepares the case.
            Action::KeepCase => prepares || self.speaks_for_body(),
            // `answers`: whoever leads right under a committee frames its meetings and holds the pen (H8).
            Action::KeepBriefing => prepares || self.answers,
            Action::DecideCase | Action::ChooseMeetingForm | Action::ApproveMinutes => consultant || self.speaks_for_body(),
            Action::KeepMeeting => consultant || heads_all || self.leads_above() || self.speaks_for_body() || self.answers,
            Action::PrepareMeeting => consultant || self.leads() || self.leads_above(),
            Action::GiveMeetingInput => {
                consultant || self.leads() || self.works_here() || (self.own_unit && self.role == Role::BoardMember)
            }
            Action::ScribeMeeting => consultant || heads_all || self.speaks_for_body() || self.answers,
            Action::CommentMinutes => consultant || self.in_body || self.answers,
            Action::GiveProposal => consultant || heads_all || self.role.is_political() || self.role.leads(),
            Action::GiveLetterInput => consultant || heads_all || (self.role.leads() && !self.role.is_political()),
            Action::CommentLetter => true,
            Action::SendReminders => false,
        }
    }
}

/// The answer no, with why: what was asked for, and who may.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Denied {
    /// What was asked for.
    pub action: Action,
    /// In words: who may do it.
    pub sentence: Sentence,
}

/// The answer yes. Made only by [`decide`]; the audit line is written from it.
#[must_use]
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Permit {
    who: Who,
    standing_in_for: Option<PersonId>,
    municipality: MunicipalityId,
    action: Action,
}

impl Permit {
    /// Who acts; `None` for the operator at the command line.
    pub fn person(&self) -> Option<PersonId> {
        match self.who {
            Who::Person(person) => Some(person),
            Who::Operator => None,
        }
    }

    /// In whose place, where the right was another's.
    pub fn standing_in_for(&self) -> Option<PersonId> {
        self.standing_in_for
    }

    /// In which municipality.
    pub fn municipality(&self) -> MunicipalityId {
        self.municipality
    }

    /// What is permitted.
    pub fn action(&self) -> Action {
        self.action
    }
}

/// Whether an actor may do something to a thing. The actor's own posts are asked before those stood in for.
///
/// # Errors
/// [`Denied`], saying who may.
pub fn decide(actor: &Actor, action: Action, facts: &Facts) -> Result<Permit, Denied> {
    let permit = |standing_in_for| Permit { who: actor.who, standing_in_for, municipality: actor.municipality, action };
    if actor.who == Who::Operator {
        return match action {
            Action::InstallModel
            | Action::KeepOrganisation
            | Action::ImportOrganisation
            | Action::WriteSynthetic
            | Action::StandOnDay
            | Action::KeepLogins
            | Action::SendReminders
            | Action::SeeAudit => Ok(permit(None)),
            Action::AppointStandIn
            | Action::ChangeOwnPassword
            | Action::SeeDenials
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
            | Action::KeepRound
            | Action::WriteReport
            | Action::SubmitReport
            | Action::JudgeReport
            | Action::Assess
            | Action::GiveFeedback
            | Action::AnswerFeedback
            | Action::GiveConsequence
            | Action::KeepWheel
            | Action::CloseStep
            | Action::KeepCalendar
            | Action::KeepCase
            | Action::DecideCase
            | Action::KeepMeeting
            | Action::ChooseMeetingForm
            | Action::PrepareMeeting
            | Action::GiveMeetingInput
            | Action::ScribeMeeting
            | Action::CommentMinutes
            | Action::ApproveMinutes
            | Action::KeepBriefing
            | Action::KeepSeminar
            | Action::GiveProposal
            | Action::KeepLetter
            | Action::GiveLetterInput
            | Action::CommentLetter
            | Action::KeepReminders => Err(denied(action)),
        };
    }
    if matches!(action, Action::ChangeOwnPassword | Action::KeepCalendar | Action::KeepReminders) {
        return Ok(permit(None)); // everybody, with or without a post
    }
    let may = |post: &&Post| Stand::of(post, facts).may(action);
    let own = actor.posts.iter().filter(|p| p.standing_in_for.is_none()).find(may);
    let lent = || actor.posts.iter().filter(|p| p.standing_in_for.is_some()).find(may);
    match own.or_else(lent) {
        Some(post) => Ok(permit(post.standing_in_for)),
        None => Err(denied(action)),
    }
}

fn denied(action: Action) -> Denied {
    Denied { action, sentence: Sentence::new(&format!("denied-{}", action.as_str())) }
}
