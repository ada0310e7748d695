//! What can be done with a meeting. Which verb is open in which state is
//! [`MEETING_TRANSITIONS`](super::MEETING_TRANSITIONS) alone; here stands what else must hold.

use jiff::civil::Date;
use pejl_kernel::{Line, MeetingId, Prose, UnitId};

use super::{Choice, Form, MOST_ITEMS, MOST_UNITS, Meeting, MeetingContent, MeetingState, MeetingVerb, meeting_leads_to};
use crate::chain::Done;
use crate::models::{Key, Model};
use crate::sentence::{Arg, Reason, Refused, Sentence, reason};

/// A unit as the rules about a meeting's form look at it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnitMeant {
    /// Its id.
    pub id: UnitId,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: Option<Key>,
}

impl Meeting {
    /// Plans a meeting.
    ///
    /// # Errors
    /// Refused where what is written contradicts itself: no host, a unit twice, a year no meeting is of.
    pub fn plan(id: MeetingId, serial: i64, model: &Model, content: MeetingContent) -> Done<Self> {
        sound(model, &content)?;
        let meeting = Self {
            id,
            serial,
            content,
            choice: None,
            state: MeetingState::Planned,
            minutes: Prose::default(),
            note: Prose::default(),
            version: 0,
        };
        let told = meeting.sentence("event-meeting-planned").word("form", meeting_form(meeting.content.form));
        Ok((meeting, told.into()))
    }

    /// Changes what is planned. Once invited, whoever is invited stays so, and the form the committee chose stands.
    ///
    /// # Errors
    /// Refused in the wrong state, where what is written contradicts itself, and where an invited unit would be left out.
    pub fn edit(mut self, model: &Model, content: MeetingContent) -> Done<Self> {
        self.allows(MeetingVerb::Edit)?;
        sound(model, &content)?;
        if self.state == MeetingState::Invited && self.content.units.iter().any(|unit| !content.units.contains(unit)) {
            return Err(Refused::at("units", self.sentence("refused-meeting-uninvited")));
        }
        if self.choice.is_some() && content.form != self.form() {
            // The administration proposes anew: then the committee has not chosen yet.
            if self.state != MeetingState::Planned {
                return Err(Refused::at("form", self.sentence("refused-meeting-form-chosen")));
            }
            self.choice = None;
        }
        self.content = content;
        let told = self.sentence("event-meeting-edited");
        Ok((self, told.into()))
    }

    /// Records which form the committee chose on the administration's proposal (H2, H3).
    ///
    /// # Errors
    /// Refused in the wrong state.
    pub fn choose_form(mut self, choice: Choice) -> Done<Self> {
        self.allows(MeetingVerb::ChooseForm)?;
        let told = self.sentence("event-meeting-form-chosen").word("form", meeting_form(choice.form));
        self.content.form = choice.form;
        self.choice = Some(choice);
        Ok((self, told.into()))
    }

    /// Invites the units: from now on they prepare. `units` is every invited unit as it is now.
    ///
    /// # Errors
    /// Refused in the wrong state, before the committee has chosen the form, without a day or an agenda, and where the units
    /// do not fit the form.
    pub fn invite(mut self, units: &[UnitMeant]) -> Done<Self> {
        self.allows(MeetingVerb::Invite)?;
        let mut reasons: Vec<Reason> = Vec::new();
        if self.choice.is_none() {
            reasons.push(reason("form", self.sentence("refused-meeting-form-not-chosen")));
        }
        if self.content.on.is_none() {
            reasons.push(reason("on", self.sentence("refused-meeting-without-day")));
        }
        if self.content.agenda.is_empty() {
            reasons.push(reason("agenda", self.sentence("refused-meeting-without-agenda")));
        }
        reasons.extend(self.form_reason(units));
        Refused::unless_none(reasons)?;
        self.state = MeetingState::Invited;
        let told = self.sentence("event-meeting-invited").count("units", self.content.units.len());
        Ok((self, told.into()))
    }

    /// Why the units do not fit the form; `None` where they do.
    fn form_reason(&self, units: &[UnitMeant]) -> Option<Reason> {
        let at = |field, key: &str| Some(reason(field, self.sentence(key)));
        match self.form() {
            _ if units.is_empty() => at("units", "refused-meeting-without-units"),
            Form::Single if units.len() != 1 => at("units", "refused-meeting-not-single"),
            Form::Alike if self.content.kind.is_none() => at("kind", "refused-meeting-without-kind"),
            Form::Alike => {
                let other = units.iter().find(|unit| unit.kind != self.content.kind)?;
                let sentence = self.sentence("refused-meeting-not-alike").text("unit", &other.name);
                Some(reason("units", sentence))
            }
            Form::Mixed if self.content.area.is_empty() && self.content.theme.is_empty() => {
                at("theme", "refused-meeting-without-theme")
            }
            Form::Mixed if units.len() < 2 => at("units", "refused-meeting-not-mixed"),
            Form::Mixed | Form::Single => None,
        }
    }

    /// Opens the meeting.
    ///
    /// # Errors
    /// Refused in the wrong state, and before its day.
    pub fn start(mut self, today: Date) -> Done<Self> {
        self.allows(MeetingVerb::Start)?;
        if let Some(on) = self.content.on.filter(|on| *on > today) {
            return Err(Refused::because(self.sentence("refused-meeting-before-its-day").with("on", Arg::Date(on))));
        }
        self.state = MeetingState::Running;
        let told = self.sentence("event-meeting-started");
        Ok((self, told.into()))
    }

    /// Ends the meeting: the minutes begin.
    ///
    /// # Errors
    /// Refused in the wrong state.
    pub fn end(self) -> Done<Self> {
        self.go(MeetingVerb::End, "event-meeting-ended")
    }

    /// Goes on with a meeting that was ended too early.
    ///
    /// # Errors
    /// Refused in the wrong state.
    pub fn resume(self) -> Done<Self> {
        self.go(MeetingVerb::Resume, "event-meeting-resumed")
    }

    /// Writes the minutes.
    ///
    /// # Errors
    /// Refused in the wrong state.
    pub fn write_minutes(mut self, text: Prose<40_000>) -> Done<Self> {
        self.allows(MeetingVerb::WriteMinutes)?;
        self.minutes = text;
        let told = self.sentence("event-minutes-written");
        Ok((self, told.into()))
    }

    /// Sends the minutes to those who were there.
    ///
    /// # Errors
    /// Refused in the wrong state, and where neither minutes are written nor anything was noted.
    pub fn circulate(mut self, noted: usize) -> Done<Self> {
        let to = self.allows(MeetingVerb::Circulate)?;
        if self.minutes.is_empty() && noted == 0 {
            return Err(Refused::at("minutes", self.sentence("refused-minutes-empty")));
        }
        self.state = to;
        let told = self.sentence("event-minutes-circulated");
        Ok((self, told.into()))
    }

    /// Takes no more comments: they are worked in.
    ///
    /// # Errors
    /// Refused in the wrong state.
    pub fn amend(self) -> Done<Self> {
        self.go(MeetingVerb::Amend, "event-minutes-amended")
    }

    /// The committee approves the minutes: from now on they stand.
    ///
    /// # Errors
    /// Refused in the wrong state.
    pub fn approve(self) -> Done<Self> {
        self.go(MeetingVerb::Approve, "event-minutes-approved")
    }

    /// Calls the meeting off.
    ///
    /// # Errors
    /// Refused in the wrong state, and without a reason.
    pub fn cancel(mut self, note: Prose) -> Done<Self> {
        let to = self.allows(MeetingVerb::Cancel)?;
        if note.is_empty() {
            return Err(Refused::at("note", self.sentence("refused-meeting-cancel-why")));
        }
        self.note = note;
        self.state = to;
        let told = self.sentence("event-meeting-cancelled");
        Ok((self, told.into()))
    }

    fn go(mut self, verb: MeetingVerb, told: &str) -> Done<Self> {
        self.state = self.allows(verb)?;
        let told = self.sentence(told);
        Ok((self, told.into()))
    }

    /// The state a verb leads to from here.
    ///
    /// # Errors
    /// Refused where the table does not allow it, in words that say where the meeting stands.
    pub fn allows(&self, verb: MeetingVerb) -> Result<MeetingState, Refused> {
        meeting_leads_to(self.state, verb).ok_or_else(|| {
            let sentence = self.sentence("refused-meeting-state").word("verb", format!("meeting-verb-{}", verb.as_str()));
            Refused::because(sentence.word("state", format!("meeting-state-{}", self.state.as_str())))
        })
    }
}

/// The word of a form.
fn meeting_form(form: Form) -> String {
    format!("meeting-form-{}", form.as_str())
}

/// What is planned agrees with itself.
fn sound(model: &Model, content: &MeetingContent) -> Result<(), Refused> {
    let mut reasons: Vec<Reason> = Vec::new();
    let twice = |units: &[UnitId]| units.iter().enumerate().any(|(at, unit)| units.iter().take(at).any(|other| other == unit));
    if content.hosts.is_empty() {
        reasons.push(reason("hosts", Sentence::new("refused-meeting-without-host")));
    }
    if twice(&content.hosts) {
        reasons.push(reason("hosts", Sentence::new("refused-meeting-host-twice")));
    }
    if twice(&content.units) {
        reasons.push(reason("units", Sentence::new("refused-meeting-unit-twice")));
    }
    if content.units.len() > MOST_UNITS {
        reasons.push(reason("units", Sentence::new("refused-meeting-too-many-units").count("most", MOST_UNITS)));
    }
    if content.agenda.len() > MOST_ITEMS {
        reasons.push(reason("agenda", Sentence::new("refused-meeting-too-many-items").count("most", MOST_ITEMS)));
    }
    if !(1900..2200).contains(&content.year) {
        reasons.push(reason("year", Sentence::new("refused-meeting-year").text("year", content.year.to_string())));
    }
    if content.kind.as_ref().is_some_and(|kind| model.unit_kind(kind).is_none()) {
        reasons.push(reason("kind", Sentence::new("refused-meeting-unknown-kind")));
    }
    if content.step.as_ref().is_some_and(|step| !model.wheel.iter().any(|known| known.key == *step)) {
        reasons.push(reason("step", Sentence::new("refused-meeting-unknown-step")));
    }
    Refused::unless_none(reasons)
}

/// Whether two titles say the same: letters alone, large or small.
pub fn says_the_same(one: &Line<200>, other: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    letters(one.as_str()) == letters(other)
}
