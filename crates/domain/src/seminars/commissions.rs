//! Policies that a seminar asks committees for: by one committee or several with one in the lead, new or in some relation to
//! a policy there is, and for which objectives (S4).

use pejl_kernel::{CommissionId, ElementId, Line, ProposalId, Prose, SeminarId, UnitId};

use super::{Commission, MOST_COMMISSIONS, Outcome, Proposal, ProposalKind, Route, Seminar, Way, Workspace};
use crate::chain::Done;
use crate::models::Model;
use crate::sentence::{Reason, Refused, Sentence, reason};

/// What is asked, and of whom.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CommissionContent {
    /// How it stands to what there is.
    pub way: Way,
    /// The policy there is, where Pejl knows it.
    pub existing: Option<ElementId>,
    /// What the policy there is is called, where Pejl does not.
    pub existing_name: Prose<200>,
    /// What the policy is to be called.
    pub title: Line<200>,
    /// What it shall say something about.
    pub task: Prose<4000>,
    /// The unit in the lead.
    pub lead: UnitId,
    /// The others that take part.
    pub others: Vec<UnitId>,
    /// The chosen objectives it is to make concrete.
    pub serves: Vec<ProposalId>,
    /// The objectives in force it is to make concrete.
    pub objectives: Vec<ElementId>,
    /// The goals of earlier years' route B that it takes in.
    pub takes_in: Vec<ElementId>,
}

impl CommissionContent {
    /// Without what its way does not ask for, and with everybody named once.
    fn fitted(mut self) -> Self {
        if self.way == Way::New {
            self.existing = None;
            self.existing_name = Prose::default();
        }
        if self.existing.is_some() {
            self.existing_name = Prose::default();
        }
        let lead = self.lead;
        self.others.retain(|unit| *unit != lead);
        self.others.sort();
        self.others.dedup();
        self
    }
}

impl Commission {
    /// Asks for a policy.
    ///
    /// # Errors
    /// Refused where the seminar does not weigh, beside each field where what is asked does not hold together, and where the
    /// seminar has asked for as many as it can.
    pub fn ask(id: CommissionId, model: &Model, workspace: &Workspace, content: CommissionContent) -> Done<Self> {
        let seminar = &workspace.seminar;
        seminar.weighs(model)?;
        if workspace.commissions.len() >= MOST_COMMISSIONS {
            let sentence = seminar.sentence(model, "refused-commissions-full");
            return Err(Refused::because(sentence.count("most", MOST_COMMISSIONS)));
        }
        let content = content.fitted();
        sound(seminar, model, workspace, &content)?;
        let serial = workspace.commissions.iter().map(|c| c.serial).max().unwrap_or(0) + 1;
        let commission = Self { id, seminar: seminar.id, serial, content, policy: None, version: 0 };
        let told = commission.sentence(seminar, model, "event-commission-asked");
        Ok((commission, told.into()))
    }

    /// Asks for it otherwise.
    ///
    /// # Errors
    /// As [`Self::ask`], and where nothing is changed.
    pub fn change(mut self, model: &Model, workspace: &Workspace, content: CommissionContent) -> Done<Self> {
        let seminar = &workspace.seminar;
        seminar.weighs(model)?;
        let content = content.fitted();
        if content == self.content {
            return Err(Refused::because(self.sentence(seminar, model, "refused-commission-unchanged")));
        }
        sound(seminar, model, workspace, &content)?;
        self.content = content;
        let told = self.sentence(seminar, model, "event-commission-changed");
        Ok((self, told.into()))
    }

    /// Asks for it no more.
    ///
    /// # Errors
    /// Refused where the seminar does not weigh.
    pub fn drop_it(&self, seminar: &Seminar, model: &Model) -> Done<()> {
        seminar.weighs(model)?;
        Ok(((), self.sentence(seminar, model, "event-commission-dropped").into()))
    }

    /// Whether a policy has to be drafted for it: an existing one that Pejl knows and that is renewed or goes on is used.
    pub const fn is_drafted(&self) -> bool {
        match self.content.way {
            Way::New | Way::Replaces => true,
            Way::Renews | Way::Continues => self.content.existing.is_none(),
        }
    }

    fn sentence(&self, seminar: &Seminar, model: &Model, key: &str) -> Sentence {
        seminar.sentence(model, key).text("title", self.content.title.as_str())
    }

    /// The seminar it belongs to.
    pub const fn of(&self) -> SeminarId {
        self.seminar
    }
}

/// What is asked holds together: it is for something, what it is for is chosen and takes route A, and it says which policy
/// there is where it says that there is one.
fn sound(seminar: &Seminar, model: &Model, workspace: &Workspace, content: &CommissionContent) -> Result<(), Refused> {
    let told = |key: &str| seminar.sentence(model, key).text("title", content.title.as_str());
    let mut reasons: Vec<Reason> = Vec::new();
    if content.way != Way::New && content.existing.is_none() && content.existing_name.is_empty() {
        reasons.push(reason("existing", told("refused-commission-without-existing")));
    }
    if content.serves.is_empty() && content.objectives.is_empty() && content.takes_in.is_empty() {
        reasons.push(reason("serves", told("refused-commission-serves-nothing")));
    }
    for id in &content.serves {
        match workspace.proposals.iter().find(|proposal| proposal.id == *id) {
            Some(served) if may_serve(served) => {
                if matches!(served.route, Some(Route::Goal(_))) {
                    let sentence = told("refused-commission-serves-a-goal").text("other", served.content.title.as_str());
                    reasons.push(reason("serves", sentence));
                }
            }
            Some(_) | None => reasons.push(reason("serves", told("refused-commission-serves-what-is-not-chosen"))),
        }
    }
    for id in &content.objectives {
        let stands = workspace.standing.iter().any(|standing| standing.element == *id && standing.kind == ProposalKind::Objective);
        if !stands {
            reasons.push(reason("serves", told("refused-commission-serves-what-is-not-chosen")));
        }
    }
    Refused::unless_none(reasons)
}

fn may_serve(proposal: &Proposal) -> bool {
    proposal.kind == ProposalKind::Objective && proposal.outcome == Outcome::Chosen
}
