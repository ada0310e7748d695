//! Telling the dialogue meetings: who planned them, prepared, spoke and commented, what was worded, and on which day; and the
//! briefings before them.

use jiff::civil::Date;
use pejl_domain::meetings::briefing::Edited;
use pejl_domain::meetings::talk::{Said, Worded};
use pejl_domain::meetings::{AgendaItem, ClientKey, Meeting, MeetingContent};
use pejl_kernel::{Line, MeetingId, UnitId};
use pejl_store::meetings as kept;

use crate::ending::Ending;
use crate::meetings;

use super::Folder;
use super::course::{Step, What};
use super::fault::NotImported;
use super::meeting_file::{BriefingEntry, CommentEntry, DraftEntry, InputEntry, MeetingEntry, PreparationEntry};
use super::told::Teller;

/// Something that is done about a meeting or a briefing.
#[derive(Clone, Copy)]
pub(super) enum MeetingDeed<'f> {
    Meeting(&'f MeetingEntry, Doing<'f>),
    Briefing(&'f BriefingEntry, Paper),
}

/// What is done with a meeting. In the order in which things are done that fall on the same day.
#[derive(Clone, Copy)]
pub(super) enum Doing<'f> {
    Plan,
    Choose,
    Invite,
    Prepare(&'f PreparationEntry),
    Input(&'f InputEntry),
    /// Everything of the day it was held on.
    Hold,
    Propose(usize, &'f DraftEntry),
    Circulate,
    Comment(&'f CommentEntry),
    Amend,
    Approve,
}

/// What is done with a briefing.
#[derive(Clone, Copy)]
pub(super) enum Paper {
    Begin,
    Write,
    Send,
}

impl MeetingDeed<'_> {
    pub(super) const fn turn(&self) -> u8 {
        match self {
            Self::Meeting(_, Doing::Plan) => 0,
            Self::Meeting(_, Doing::Choose) => 1,
            Self::Meeting(_, Doing::Invite) => 2,
            Self::Meeting(_, Doing::Prepare(_)) => 3,
            Self::Meeting(_, Doing::Input(_)) => 4,
            Self::Briefing(_, Paper::Begin) => 5,
            Self::Briefing(_, Paper::Write) => 6,
            Self::Briefing(_, Paper::Send) => 7,
            Self::Meeting(_, Doing::Hold) => 8,
            Self::Meeting(_, Doing::Propose(..)) => 9,
            Self::Meeting(_, Doing::Circulate) => 10,
            Self::Meeting(_, Doing::Comment(_)) => 11,
            Self::Meeting(_, Doing::Amend) => 12,
            Self::Meeting(_, Doing::Approve) => 13,
        }
    }

    /// What the entry is called in a fault.
    fn name(&self) -> String {
        match self {
            Self::Meeting(entry, _) => format!("[[meeting]] {}", entry.key),
            Self::Briefing(entry, _) => format!("[[briefing]] {} {}", entry.committee, entry.year),
        }
    }
}

/// Lays out every step of the meetings and briefings: what has a day has been done on it.
pub(super) fn lay_out<'f>(folder: &'f Folder, steps: &mut Vec<Step<'f>>) {
    let mut step = |on: Option<Date>, deed: MeetingDeed<'f>| steps.extend(on.map(|on| Step { on, what: What::Meeting(deed) }));
    for entry in &folder.meetings.meetings {
        let mut of = |on: Option<Date>, doing: Doing<'f>| step(on, MeetingDeed::Meeting(entry, doing));
        of(Some(entry.planned), Doing::Plan);
        of(entry.chosen, Doing::Choose);
        of(entry.invited, Doing::Invite);
        entry.preparations.iter().for_each(|brought| of(Some(brought.written), Doing::Prepare(brought)));
        entry.inputs.iter().for_each(|input| of(Some(input.given), Doing::Input(input)));
        of(entry.on.filter(|_| entry.held), Doing::Hold);
        entry.drafts.iter().enumerate().for_each(|(place, draft)| of(draft.proposed, Doing::Propose(place, draft)));
        of(entry.circulated, Doing::Circulate);
        entry.comments.iter().for_each(|comment| of(Some(comment.given), Doing::Comment(comment)));
        of(entry.amended, Doing::Amend);
        of(entry.approved, Doing::Approve);
    }
    for entry in &folder.meetings.briefings {
        step(Some(entry.begun), MeetingDeed::Briefing(entry, Paper::Begin));
        step(entry.written, MeetingDeed::Briefing(entry, Paper::Write));
        step(entry.sent, MeetingDeed::Briefing(entry, Paper::Send));
    }
}

/// The name of a line in the file, as the browser would have called it.
fn client_key(entry: &MeetingEntry, key: &str) -> Option<ClientKey> {
    Line::parse(&format!("{}-{key}", entry.key)).ok()
}

impl Teller<'_> {
    /// Does one step, by the person who would have done it.
    pub(super) async fn meeting(&mut self, on: Date, deed: MeetingDeed<'_>) -> Result<(), NotImported> {
        match deed {
            MeetingDeed::Briefing(entry, paper) => self.briefing(on, deed, entry, paper).await,
            MeetingDeed::Meeting(entry, doing) => match doing {
                Doing::Prepare(brought) => self.prepare(on, deed, entry, brought).await,
                Doing::Input(input) => self.give_input(on, deed, entry, input).await,
                Doing::Comment(comment) => self.comment(on, deed, entry, comment).await,
                Doing::Plan => self.plan(on, deed, entry).await,
                Doing::Hold => self.hold(on, deed, entry).await,
                Doing::Propose(place, draft) => self.propose(on, deed, entry, place, draft).await,
                Doing::Choose | Doing::Invite | Doing::Circulate | Doing::Amend | Doing::Approve => {
                    self.move_meeting(on, deed, entry, doing).await
                }
            },
        }
    }

    fn unmet(&self, deed: &MeetingDeed<'_>, what: &'static str, ending: impl Into<Ending>) -> NotImported {
        NotImported::deed(&self.folder.meetings_file, deed.name(), what, ending.into())
    }

    fn wrong(&self, deed: &MeetingDeed<'_>, right: impl Into<String>) -> NotImported {
        NotImported::entry(&self.folder.meetings_file, deed.name(), right)
    }

    fn unit_of(&self, deed: &MeetingDeed<'_>, key: &str) -> Result<UnitId, NotImported> {
        Ok(self.crew.unit(&self.folder.meetings_file, &deed.name(), key)?.id)
    }

    fn meeting_id(&self, deed: &MeetingDeed<'_>, entry: &MeetingEntry) -> Result<MeetingId, NotImported> {
        let found = self.meetings.get(&entry.key).copied();
        found.ok_or_else(|| self.wrong(deed, "it is not planned yet on that day; mend the dates"))
    }

    async fn meeting_now(&mut self, deed: &MeetingDeed<'_>, entry: &MeetingEntry) -> Result<Meeting, NotImported> {
        let (id, municipality) = (self.meeting_id(deed, entry)?, self.desk.municipality());
        kept::meeting(&mut self.desk.tx, municipality, id).await.map_err(|e| self.unmet(deed, "loading", e))
    }

    /// The leader of a unit, where somebody holds the post; else the consultant.
    async fn sit_for(&mut self, on: Date, deed: &MeetingDeed<'_>, unit: &str) -> Result<(), NotImported> {
        match self.crew.leader(&self.folder.meetings_file, &deed.name(), unit, on) {
            Ok(leader) => Ok(self.seat(leader, on).await?),
            Err(_) => self.consultant(on).await,
        }
    }

    async fn plan(&mut self, on: Date, deed: MeetingDeed<'_>, entry: &MeetingEntry) -> Result<(), NotImported> {
        self.consultant(on).await?;
        let begins = match &entry.begins {
            Some(text) => Some(text.parse().map_err(|_| self.wrong(&deed, "begins is no time of day; write \"15.30\""))?),
            None => None,
        };
        let hosts = entry.hosts.iter().map(|key| self.unit_of(&deed, key)).collect::<Result<_, _>>()?;
        let units = entry.units.iter().map(|key| self.unit_of(&deed, key)).collect::<Result<_, _>>()?;
        let item = |(number, item): (u32, &super::meeting_file::ItemEntry)| AgendaItem {
            item: number,
            title: item.title.clone(),
            minutes: item.minutes,
            lead: item.lead.clone(),
        };
        let content = MeetingContent {
            title: entry.title.clone(),
            year: entry.year,
            step: entry.step.clone(),
            form: entry.form,
            grounds: entry.grounds.clone(),
            kind: entry.kind.clone(),
            area: entry.area.clone(),
            theme: entry.theme.clone(),
            facilitation: entry.facilitation.clone(),
            on: entry.on,
            begins,
            place: entry.place.clone(),
            hosts,
            units,
            agenda: (1..).zip(&entry.items).map(item).collect(),
        };
        let planned = meetings::plan_meeting(self.desk, content).await.map_err(|e| self.unmet(&deed, "planning", e))?;
        self.meetings.insert(entry.key.clone(), planned.id);
        Ok(())
    }

    async fn move_meeting(
        &mut self,
        on: Date,
        deed: MeetingDeed<'_>,
        entry: &MeetingEntry,
        doing: Doing<'_>,
    ) -> Result<(), NotImported> {
        match (doing, entry.hosts.first()) {
            (Doing::Choose | Doing::Approve, Some(host)) => self.sit_for(on, &deed, host).await?,
            _ => self.consultant(on).await?,
        }
        let Meeting { id, version, .. } = self.meeting_now(&deed, entry).await?;
        let (what, done) = match doing {
            Doing::Choose => {
                ("choosing the form", meetings::choose_form(self.desk, id, version, entry.form, entry.choice_note.clone()).await)
            }
            Doing::Invite => ("inviting", meetings::invite(self.desk, id, version).await),
            Doing::Circulate => ("sending the minutes out", meetings::circulate_minutes(self.desk, id, version).await),
            Doing::Amend => ("closing for comments", meetings::amend_minutes(self.desk, id, version).await),
            _ => ("approving the minutes", meetings::approve_minutes(self.desk, id, version).await),
        };
        done.map(|_| ()).map_err(|e| self.unmet(&deed, what, e))
    }

    async fn prepare(
        &mut self,
        on: Date,
        deed: MeetingDeed<'_>,
        entry: &MeetingEntry,
        brought: &PreparationEntry,
    ) -> Result<(), NotImported> {
        self.sit_for(on, &deed, &brought.unit).await?;
        let (id, unit) = (self.meeting_id(&deed, entry)?, self.unit_of(&deed, &brought.unit)?);
        let done = meetings::prepare(self.desk, id, unit, 0, brought.preparation(), brought.ready).await;
        done.map(|_| ()).map_err(|e| self.unmet(&deed, "preparing", e))
    }

    async fn give_input(
        &mut self,
        on: Date,
        deed: MeetingDeed<'_>,
        entry: &MeetingEntry,
        input: &InputEntry,
    ) -> Result<(), NotImported> {
        self.sit_for(on, &deed, &input.unit).await?;
        let (id, unit) = (self.meeting_id(&deed, entry)?, self.unit_of(&deed, &input.unit)?);
        let done = meetings::give_input(self.desk, id, unit, input.from, input.text.clone()).await;
        done.map_err(|e| self.unmet(&deed, "writing down input", e))
    }

    async fn comment(
        &mut self,
        on: Date,
        deed: MeetingDeed<'_>,
        entry: &MeetingEntry,
        comment: &CommentEntry,
    ) -> Result<(), NotImported> {
        self.sit_for(on, &deed, &comment.unit).await?;
        let id = self.meeting_id(&deed, entry)?;
        let done = meetings::comment_minutes(self.desk, id, comment.text.clone()).await;
        done.map_err(|e| self.unmet(&deed, "commenting on the minutes", e))
    }

    /// The day itself: opened, noted, worded and worded anew, ended, the minutes written.
    async fn hold(&mut self, on: Date, deed: MeetingDeed<'_>, entry: &MeetingEntry) -> Result<(), NotImported> {
        self.consultant(on).await?;
        let Meeting { id, version, .. } = self.meeting_now(&deed, entry).await?;
        meetings::start_meeting(self.desk, id, version).await.map_err(|e| self.unmet(&deed, "opening the meeting", e))?;
        let too_long = || "a key in it is too long; at most forty signs";
        let mut known = std::collections::BTreeMap::new();
        for line in &entry.said {
            self.consultant(on).await?;
            let unit = line.unit.as_deref().map(|key| self.unit_of(&deed, key)).transpose()?;
            let key = client_key(entry, &line.key).ok_or_else(|| self.wrong(&deed, too_long()))?;
            let said = Said { key, item: Some(line.item), speaker: line.by, unit, text: line.text.clone() };
            let noted = meetings::note(self.desk, id, said).await.map_err(|e| self.unmet(&deed, "noting what was said", e))?;
            known.insert(line.key.as_str(), noted.id);
        }
        for (place, draft) in entry.drafts.iter().enumerate() {
            self.consultant(on).await?;
            let key = client_key(entry, &format!("draft-{place}")).ok_or_else(|| self.wrong(&deed, too_long()))?;
            let from = draft.from.iter().map(|key| {
                let right = || format!("nothing was said with the key {key:?}; write the key of a [[meeting.said]]");
                known.get(key.as_str()).copied().ok_or_else(|| self.wrong(&deed, right()))
            });
            let from: Vec<_> = from.collect::<Result<_, _>>()?;
            let worded = |title: &Line<200>, text: &pejl_kernel::Prose<2_000>| Worded {
                key: key.clone(),
                title: title.clone(),
                text: text.clone(),
                from: from.clone(),
            };
            let first = match &draft.first_title {
                Some(title) => worded(title, &draft.first_text),
                None => worded(&draft.title, &draft.text),
            };
            let done = meetings::word_draft(self.desk, id, first).await.map_err(|e| self.unmet(&deed, "wording a guidepost", e))?;
            if draft.first_title.is_some() {
                let then = worded(&draft.title, &draft.text);
                let again = meetings::reword_draft(self.desk, done.id, done.version, then).await;
                again.map_err(|e| self.unmet(&deed, "rewording a guidepost", e))?;
            }
        }
        self.consultant(on).await?;
        meetings::end_meeting(self.desk, id, version + 1).await.map_err(|e| self.unmet(&deed, "ending the meeting", e))?;
        if !entry.minutes.is_empty() {
            let done = meetings::write_minutes(self.desk, id, version + 2, entry.minutes.clone()).await;
            done.map_err(|e| self.unmet(&deed, "writing the minutes", e))?;
        }
        Ok(())
    }

    async fn propose(
        &mut self,
        on: Date,
        deed: MeetingDeed<'_>,
        entry: &MeetingEntry,
        place: usize,
        draft: &DraftEntry,
    ) -> Result<(), NotImported> {
        self.consultant(on).await?;
        let (id, municipality) = (self.meeting_id(&deed, entry)?, self.desk.municipality());
        let key = format!("{}-draft-{place}", entry.key);
        let found = kept::draft_by_key(&mut self.desk.tx, municipality, id, &key).await;
        let found = found.map_err(|e| self.unmet(&deed, "finding a guidepost", e))?;
        let found =
            found.ok_or_else(|| self.wrong(&deed, "a guidepost is proposed before the meeting was held; mend the dates"))?;
        let into = match &draft.became {
            Some(key) => Some(self.element_at(&self.folder.meetings_file, key, deed.name())?),
            None => None,
        };
        let done = meetings::propose_draft(self.desk, found, None, Vec::new(), into).await;
        done.map(|_| ()).map_err(|e| self.unmet(&deed, "proposing a guidepost", e))
    }

    async fn briefing(&mut self, on: Date, deed: MeetingDeed<'_>, entry: &BriefingEntry, paper: Paper) -> Result<(), NotImported> {
        self.consultant(on).await?;
        let (committee, municipality) = (self.unit_of(&deed, &entry.committee)?, self.desk.municipality());
        let known = kept::briefing(&mut self.desk.tx, municipality, committee, entry.year).await;
        let version = known.map_err(|e| self.unmet(&deed, "loading", e))?.map_or(0, |briefing| briefing.version);
        let (what, done) = match paper {
            Paper::Begin => ("beginning", meetings::begin_briefing(self.desk, committee, entry.year).await),
            Paper::Send => ("sending", meetings::send_briefing(self.desk, committee, entry.year, version).await),
            Paper::Write => {
                let edited =
                    entry.texts.iter().map(|text| Edited { kind: text.section, text: text.text.clone(), left_out: Vec::new() });
                let edited = edited.collect();
                ("writing", meetings::edit_briefing(self.desk, committee, entry.year, version, edited).await)
            }
        };
        done.map(|_| ()).map_err(|e| self.unmet(&deed, what, e))
    }
}
