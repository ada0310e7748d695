//! Between whom an agreement is, and how somebody stands to it: which side they are on, and what they may do.

use pejl_domain::agreements::{Agreement, AgreementVerb, Side, kind};
use pejl_domain::models::Key;
use pejl_kernel::UnitId;
use pejl_policy::{Action, Actor, Denied, Facts, Permit, Post, Sight, decide};
use pejl_store::orgs::{self, UnitInLine};
use pejl_store::{Fault, Tx};

use crate::office::Place;

/// The parties of an agreement with the units above them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Parties {
    /// The unit that asks, and those above it, nearest first.
    pub principal: Vec<UnitInLine>,
    /// The units that answer, in the order they were named; each with those above it, nearest first. Never empty.
    pub agents: Vec<Vec<UnitInLine>>,
    /// The units that can approve: those at the approving level above the parties, else all at that level.
    pub approving: Vec<UnitInLine>,
}

impl Parties {
    /// The parties of an agreement.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn of(tx: &mut Tx, sight: &Sight, place: &Place, agreement: &Agreement) -> Result<Self, Fault> {
        Self::between(tx, sight, place, &agreement.kind, agreement.principal, &agreement.agents).await
    }

    /// The parties of an agreement of a kind that is or could be made between units.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn between(
        tx: &mut Tx,
        sight: &Sight,
        place: &Place,
        of_kind: &Key,
        principal: UnitId,
        agents: &[UnitId],
    ) -> Result<Self, Fault> {
        let municipality = sight.municipality();
        let principal = orgs::line(tx, municipality, principal).await?;
        let mut lines = Vec::with_capacity(agents.len());
        for agent in agents {
            lines.push(orgs::line(tx, municipality, *agent).await?);
        }
        let approving = match kind(&place.model, of_kind).map(|kind| &kind.approves) {
            None => Vec::new(),
            Some(level) => {
                let in_line = lines.first().into_iter().flatten().chain(&principal);
                let mut above: Vec<UnitInLine> = in_line.filter(|unit| unit.level == *level).cloned().collect();
                above.dedup_by_key(|unit| unit.id);
                if above.is_empty() { orgs::bodies(tx, municipality, level, sight.on()).await? } else { above }
            }
        };
        Ok(Self { principal, agents: lines, approving })
    }

    /// A party's name; empty for a unit that is none.
    pub fn name_of(&self, unit: UnitId) -> &str {
        let lines = std::iter::once(&self.principal).chain(&self.agents);
        lines.filter_map(|line| line.first()).find(|u| u.id == unit).map_or("", |u| u.name.as_str())
    }

    /// What the question who may rests on: one answer an agent, because each agent has its own line up.
    fn facts(&self, bodies: &[UnitId]) -> Vec<Facts> {
        let line = |agent: &Vec<UnitInLine>| agent.iter().map(|unit| unit.id).collect();
        self.agents.iter().map(|agent| Facts { line: line(agent), bodies: bodies.to_vec(), ..Facts::default() }).collect()
    }

    fn principal_id(&self) -> Option<UnitId> {
        self.principal.first().map(|unit| unit.id)
    }

    /// An agent and the units between it and the principal, the principal's own line left out.
    fn below<'p>(&'p self, agent: &'p [UnitInLine]) -> impl Iterator<Item = UnitId> + 'p {
        let above = |unit: &UnitId| self.principal.iter().any(|u| u.id == *unit);
        agent.iter().map(|unit| unit.id).take_while(move |unit| !above(unit))
    }

    /// Which side somebody is on: whoever leads the principal or chairs it speaks for the principal; whoever leads an agent,
    /// or leads above it and below the principal, for the agent. Their own posts are asked before those stood in for.
    pub fn side_of(&self, actor: &Actor) -> Option<Side> {
        let own = actor.posts.iter().filter(|post| post.standing_in_for.is_none());
        let lent = actor.posts.iter().filter(|post| post.standing_in_for.is_some());
        own.chain(lent).find_map(|post| self.side_from(post))
    }

    fn side_from(&self, post: &Post) -> Option<Side> {
        if !post.role.leads() {
            return None;
        }
        if self.principal_id() == Some(post.unit) {
            return Some(Side::Principal);
        }
        let speaks = |agent: &Vec<UnitInLine>| {
            let is_own = agent.first().is_some_and(|unit| unit.id == post.unit);
            (is_own || !post.role.is_political()) && self.below(agent).any(|unit| unit == post.unit)
        };
        self.agents.iter().any(speaks).then_some(Side::Agent)
    }

    /// Asks whether somebody may do something to the agreement.
    ///
    /// # Errors
    /// [`Denied`], saying who may.
    pub fn decide(&self, actor: &Actor, verb: AgreementVerb) -> Result<Permit, Denied> {
        let action = action_for(verb);
        let facts = match verb {
            AgreementVerb::Approve => self.facts(&ids(&self.approving)),
            AgreementVerb::Negotiate => self.facts_of_side(self.side_of(actor)),
            AgreementVerb::Sign => self.units().map(Self::facts_of_signer).collect(),
            AgreementVerb::Edit
            | AgreementVerb::Hear
            | AgreementVerb::GiveInput
            | AgreementVerb::OpenDialogue
            | AgreementVerb::Submit
            | AgreementVerb::Return
            | AgreementVerb::Amend
            | AgreementVerb::DropAmendment
            | AgreementVerb::Report
            | AgreementVerb::ReturnReport
            | AgreementVerb::Close
            | AgreementVerb::HandOver
            | AgreementVerb::Withdraw => {
                let mut bodies = ids(&self.approving);
                bodies.extend(self.principal_id());
                self.facts(&bodies)
            }
        };
        any(actor, action, &facts)
    }

    /// Asks whether somebody may sign for one of the parties.
    ///
    /// # Errors
    /// [`Denied`], saying who may; also where the unit is no party.
    pub fn decide_signing(&self, actor: &Actor, unit: UnitId) -> Result<Permit, Denied> {
        let facts = if self.units().any(|party| party == unit) { Self::facts_of_signer(unit) } else { Facts::municipality() };
        decide(actor, Action::SignAgreement, &facts)
    }

    /// The unit that somebody leads, or stands in for the leader of, and that can approve; `None` where they lead none.
    pub fn approving_led_by(&self, actor: &Actor) -> Option<&UnitInLine> {
        let leads = |unit: &&UnitInLine| decide(actor, Action::SignAgreement, &Self::facts_of_signer(unit.id)).is_ok();
        self.approving.iter().find(leads)
    }

    /// An agent that the principal does not stand above; `None` where it stands above them all.
    pub fn not_below(&self) -> Option<&UnitInLine> {
        let principal = self.principal_id();
        let is_below = |agent: &&Vec<UnitInLine>| agent.iter().skip(1).any(|unit| Some(unit.id) == principal);
        self.agents.iter().find(|agent| !is_below(agent)).and_then(|agent| agent.first())
    }

    /// The units of both sides: the principal first.
    pub fn units(&self) -> impl Iterator<Item = UnitId> + '_ {
        let agents = self.agents.iter().filter_map(|agent| agent.first()).map(|unit| unit.id);
        self.principal_id().into_iter().chain(agents)
    }

    /// The side of a party.
    pub fn side_of_unit(&self, unit: UnitId) -> Side {
        if self.principal_id() == Some(unit) { Side::Principal } else { Side::Agent }
    }

    fn facts_of_signer(unit: UnitId) -> Facts {
        Facts { line: vec![unit], ..Facts::default() }
    }

    /// Nobody's facts where there is no side: then nobody may.
    fn facts_of_side(&self, side: Option<Side>) -> Vec<Facts> {
        match side {
            None => vec![Facts::municipality()],
            Some(Side::Principal) => vec![Facts { bodies: self.principal_id().into_iter().collect(), ..Facts::default() }],
            Some(Side::Agent) => {
                let line = |agent: &Vec<UnitInLine>| self.below(agent).collect();
                self.agents.iter().map(|agent| Facts { line: line(agent), ..Facts::default() }).collect()
            }
        }
    }
}

/// The first of several answers that is yes; else the first no.
fn any(actor: &Actor, action: Action, facts: &[Facts]) -> Result<Permit, Denied> {
    let none = Facts::municipality();
    let mut answers = facts.iter().map(|facts| decide(actor, action, facts));
    let first = answers.next().unwrap_or_else(|| decide(actor, action, &none));
    match first {
        Ok(permit) => Ok(permit),
        Err(denied) => answers.find_map(Result::ok).ok_or(denied),
    }
}

fn ids(units: &[UnitInLine]) -> Vec<UnitId> {
    units.iter().map(|unit| unit.id).collect()
}

/// What doing this to an agreement asks leave for.
pub const fn action_for(verb: AgreementVerb) -> Action {
    match verb {
        AgreementVerb::Edit | AgreementVerb::Hear | AgreementVerb::OpenDialogue | AgreementVerb::Amend => Action::DraftAgreement,
        AgreementVerb::GiveInput => Action::GiveHearing,
        AgreementVerb::Negotiate => Action::NegotiateAgreement,
        AgreementVerb::Submit | AgreementVerb::DropAmendment | AgreementVerb::Withdraw => Action::SubmitAgreement,
        AgreementVerb::Sign => Action::SignAgreement,
        AgreementVerb::Return | AgreementVerb::ReturnReport => Action::ReturnAgreement,
        AgreementVerb::Approve | AgreementVerb::Close => Action::ApproveAgreement,
        AgreementVerb::Report => Action::ReportAgreement,
        AgreementVerb::HandOver => Action::HandOverAgreement,
    }
}
