//! What is done with a meeting by a button or a small form: the form chosen, the units invited, held, called off.

use axum::Form;
use axum::extract::Path;
use axum::response::Response;
use pejl_app::meetings::MeetingPage;
use pejl_app::{Ending, meetings};
use pejl_domain::meetings::{Form as MeetingForm, Meeting};
use pejl_policy::Action;

use super::loading::{form_about, form_word, href_of, must, the_meeting};
use crate::chain::field::{Fields, Input, beside_fields};
use crate::ending::Stop;
use crate::forms::{Choice, Faults, Reader, Typed};
use crate::inside::{Inside, deed};
use crate::small_form::SmallForm;

type At = Path<(String, String)>;
type Sent = Form<Vec<(String, String)>>;

/// After a deed: the word, and the page it leads to; what the rules say to it is shown on the page of the ending.
async fn done(inside: &Inside, outcome: Result<Meeting, Ending>, word: &str, rest: &str) -> Result<Response, Stop> {
    let meeting = outcome?;
    Ok(inside.done(&meeting.sentence(word), &format!("{}{rest}", href_of(inside, &meeting))).await)
}

fn choice_form(inside: &Inside, found: &MeetingPage, typed: &Typed, faults: &Faults) -> SmallForm {
    let t = inside.t();
    let make = Fields { t, typed, faults };
    let content = &found.meeting.content;
    let forms = MeetingForm::ALL.iter().map(|form| Choice {
        hint: t.say(&format!("meeting-form-hint-{}", form.as_str())),
        ..Choice::new(form.as_str(), form_word(inside, *form), form.as_str() == typed.get("form"))
    });
    let fields = vec![
        make.named("form", "meetings-form-choice", Input::Radios(forms.collect())).required(),
        make.named("note", "meetings-form-note", Input::Area).hint(t.say("meetings-form-note-hint")),
    ];
    let mut beside = vec![(t.say("meetings-form-proposed"), form_word(inside, content.form))];
    for (key, text) in [("meetings-grounds", content.grounds.as_str()), ("meetings-facilitation", content.facilitation.as_str())] {
        if !text.is_empty() {
            beside.push((t.say(key), text.to_owned()));
        }
    }
    SmallForm {
        lead: t.say("meetings-form-lead"),
        beside,
        submit: t.say("meetings-form-do"),
        ..form_about(inside, &found.meeting, t.say("meetings-form-title"), fields, faults)
    }
}

/// `GET …/form`
pub(crate) async fn form_page(mut inside: Inside, Path((_, serial)): At) -> Result<Response, Stop> {
    let found = the_meeting(&mut inside, &serial).await?;
    must(&inside, Action::ChooseMeetingForm, &found.facts)?;
    let typed = Typed::default().with("form", found.meeting.form().as_str());
    let note = found.meeting.choice.as_ref().map(|choice| choice.note.to_string()).unwrap_or_default();
    Ok(choice_form(&inside, &found, &typed.with("note", note), &Faults::default()).show())
}

/// `POST …/form`
pub(crate) async fn choose_form(mut inside: Inside, Path((_, serial)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let found = the_meeting(&mut inside, &serial).await?;
    must(&inside, Action::ChooseMeetingForm, &found.facts)?;
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let form = reader.chosen("form", MeetingForm::parse);
    let note = reader.prose("note");
    let (Some(form), true) = (form, reader.faults.is_empty()) else {
        return Ok(choice_form(&inside, &found, &typed, &reader.faults).show());
    };
    let id = found.meeting.id;
    match deed!(inside, desk => meetings::choose_form(&mut desk, id, typed.version(), form, note)) {
        Err(Ending::Refused(refused)) => {
            let faults = beside_fields(inside.reasons(&refused));
            Ok(choice_form(&inside, &found, &typed, &faults).show())
        }
        outcome => done(&inside, outcome, "meetings-form-done", "").await,
    }
}

/// `POST …/inviter`
pub(crate) async fn invite(mut inside: Inside, Path((_, serial)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let (id, version) = (the_meeting(&mut inside, &serial).await?.meeting.id, Typed(typed).version());
    let outcome = deed!(inside, desk => meetings::invite(&mut desk, id, version));
    done(&inside, outcome, "meetings-invited-done", "").await
}

/// `POST …/start`
pub(crate) async fn start(mut inside: Inside, Path((_, serial)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let (id, version) = (the_meeting(&mut inside, &serial).await?.meeting.id, Typed(typed).version());
    let outcome = deed!(inside, desk => meetings::start_meeting(&mut desk, id, version));
    done(&inside, outcome, "meetings-started-done", "/referent").await
}

/// `POST …/slut`
pub(crate) async fn end(mut inside: Inside, Path((_, serial)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let (id, version) = (the_meeting(&mut inside, &serial).await?.meeting.id, Typed(typed).version());
    let outcome = deed!(inside, desk => meetings::end_meeting(&mut desk, id, version));
    done(&inside, outcome, "meetings-ended-done", "").await
}

/// `POST …/genoptag`
pub(crate) async fn resume(mut inside: Inside, Path((_, serial)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let (id, version) = (the_meeting(&mut inside, &serial).await?.meeting.id, Typed(typed).version());
    let outcome = deed!(inside, desk => meetings::resume_meeting(&mut desk, id, version));
    done(&inside, outcome, "meetings-resumed-done", "/referent").await
}

fn cancel_form(inside: &Inside, found: &MeetingPage, typed: &Typed, faults: &Faults) -> SmallForm {
    let t = inside.t();
    let make = Fields { t, typed, faults };
    let fields = vec![make.named("note", "meetings-cancel-why", Input::Area).required()];
    SmallForm {
        lead: t.say("meetings-cancel-lead"),
        submit: t.say("meetings-cancel-do"),
        warns: true,
        ..form_about(inside, &found.meeting, t.say("meetings-cancel"), fields, faults)
    }
}

/// `GET …/aflys`
pub(crate) async fn cancel_page(mut inside: Inside, Path((_, serial)): At) -> Result<Response, Stop> {
    let found = the_meeting(&mut inside, &serial).await?;
    must(&inside, Action::KeepMeeting, &found.facts)?;
    Ok(cancel_form(&inside, &found, &Typed::default(), &Faults::default()).show())
}

/// `POST …/aflys`
pub(crate) async fn cancel(mut inside: Inside, Path((_, serial)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let found = the_meeting(&mut inside, &serial).await?;
    must(&inside, Action::KeepMeeting, &found.facts)?;
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let note = reader.prose("note");
    if !reader.faults.is_empty() {
        return Ok(cancel_form(&inside, &found, &typed, &reader.faults).show());
    }
    let id = found.meeting.id;
    match deed!(inside, desk => meetings::cancel_meeting(&mut desk, id, typed.version(), note)) {
        Err(Ending::Refused(refused)) => {
            let faults = beside_fields(inside.reasons(&refused));
            Ok(cancel_form(&inside, &found, &typed, &faults).show())
        }
        outcome => done(&inside, outcome, "meetings-cancelled-done", "").await,
    }
}
