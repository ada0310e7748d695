//! A change in a sentence.

use super::{Change, Part, Subject, Turn};
use crate::models::{
    Text,
    fault::Entry,
    report::{Tongue, say},
};

pub(super) fn sentence(change: &Change, t: Tongue) -> String {
    let subject = subject(&change.subject, t);
    match (&change.part, &change.turn) {
        (_, Turn::Added) => say!(t, "{subject} er ny.", "{subject} is new."),
        (_, Turn::Removed) => say!(t, "{subject} bruges ikke længere.", "{subject} is no longer used."),
        (Part::Required, Turn::More(fields)) => {
            let fields = list(fields, t);
            say!(t, "{subject}: det kræves nu at udfylde {fields}.", "{subject}: {fields} must now be filled in.")
        }
        (Part::Required, Turn::Less(fields)) => {
            let fields = list(fields, t);
            say!(t, "{subject}: det kræves ikke længere at udfylde {fields}.", "{subject}: {fields} need no longer be filled in.")
        }
        (Part::Deadline(level), Turn::From { old, new }) => {
            let level = pick(level, t);
            let (old, new) = (pick(old, t), pick(new, t));
            say!(
                t,
                "{subject}: fristen for {level} flyttes fra {old} til {new}.",
                "{subject}: the deadline of {level} moves from {old} to {new}.",
            )
        }
        (part, Turn::From { old, new }) => {
            let part = label(part, t);
            let (old, new, apart) = differing(old, new, t);
            say!(t, "{subject}: {part}{apart} var {old}, bliver {new}.", "{subject}: {part}{apart} was {old}, becomes {new}.")
        }
        (part, Turn::More(items)) => {
            let (part, items) = (label(part, t), list(items, t));
            say!(t, "{subject}: {part} omfatter nu også {items}.", "{subject}: {part} now also include {items}.")
        }
        (part, Turn::Less(items)) => {
            let (part, items) = (label(part, t), list(items, t));
            say!(t, "{subject}: {part} omfatter ikke længere {items}.", "{subject}: {part} no longer include {items}.")
        }
    }
}

/// The two texts in the language asked for; where only the other language differs, in that, and saying so.
fn differing<'c>(old: &'c Text, new: &'c Text, t: Tongue) -> (&'c str, &'c str, &'static str) {
    match t {
        Tongue::Da if old.da == new.da => (&old.en, &new.en, " på engelsk"),
        Tongue::Da => (&old.da, &new.da, ""),
        Tongue::En if old.en == new.en => (&old.da, &new.da, " in Danish"),
        Tongue::En => (&old.en, &new.en, ""),
    }
}

fn pick(text: &Text, t: Tongue) -> &str {
    t.pick(&text.da, &text.en)
}

fn list(items: &[Text], t: Tongue) -> String {
    items.iter().map(|item| pick(item, t)).collect::<Vec<_>>().join(", ")
}

fn subject(subject: &Subject, t: Tongue) -> String {
    match subject {
        Subject::Model => t.pick("Modellen", "The model").to_owned(),
        Subject::Noun(_, word) => {
            let word = pick(word, t);
            say!(t, "Ordet »{word}«", "The word “{word}”")
        }
        Subject::Entry(entry, name) => {
            let (what, name) = (entry_name(*entry, t), pick(name, t));
            say!(t, "{what} »{name}«", "{what} “{name}”")
        }
        Subject::GoalTemplate => t.pick("Målskabelonen", "The goal template").to_owned(),
        Subject::Scale => t.pick("Farverne", "The colours").to_owned(),
        Subject::Rule(about) => {
            let about = pick(about, t);
            say!(t, "Spillereglen »{about}«", "The rule of the game “{about}”")
        }
        Subject::Lamps => t.pick("Lamperne", "The lamps").to_owned(),
    }
}

fn entry_name(entry: Entry, t: Tongue) -> &'static str {
    match entry {
        Entry::Level => t.pick("Niveauet", "The level"),
        Entry::UnitKind => t.pick("Enhedsslagsen", "The kind of unit"),
        Entry::Element => t.pick("Elementet", "The element"),
        Entry::Agreement => t.pick("Aftaletypen", "The kind of agreement"),
        Entry::Round => t.pick("Opfølgningsrunden", "The round"),
        Entry::Step => t.pick("Skridtet", "The step"),
        Entry::Theme => t.pick("Temaet", "The theme"),
        Entry::ValueMarker => t.pick("Værdimarkøren", "The value marker"),
        Entry::Consequence => t.pick("Konsekvensen", "The consequence"),
    }
}

fn label(part: &Part, t: Tongue) -> String {
    let (da, en) = match part {
        Part::Itself => ("det selv", "itself"),
        Part::Order(entry) => {
            let table = entry.table();
            return say!(t, "rækkefølgen af `{table}`", "the order of `{table}`");
        }
        Part::OrderOfRules => ("rækkefølgen af spilleregler", "the order of the rules"),
        Part::Municipality => ("kommunen", "the municipality"),
        Part::Name => ("navnet", "the name"),
        Part::Forms => ("bøjningen", "the forms"),
        Part::Explanation => ("forklaringen", "the explanation"),
        Part::Term => ("perioden", "the term"),
        Part::Source => ("kilden", "the source"),
        Part::Above => ("niveauet over", "the level above"),
        Part::Kind => ("slagsen", "the kind"),
        Part::Owners => ("ejerne", "the owners"),
        Part::Under => ("det, der er over,", "what is above"),
        Part::Tied => ("om det skal stå under noget", "whether it must stand under something"),
        Part::Served => ("om der ventes noget under", "whether something is expected below"),
        Part::Count => ("antallet", "the number"),
        Part::Horizon => ("antallet af år", "the number of years"),
        Part::Required => ("de krævede felter", "the required fields"),
        Part::Recommended => ("de anbefalede felter", "the recommended fields"),
        Part::Proposes => ("dem, der kan foreslå,", "those who may propose"),
        Part::Adopts => ("den, der vedtager,", "who adopts it"),
        Part::Parties => ("parterne", "the parties"),
        Part::SeveralAgents => ("om flere kan stå sammen", "whether several may stand together"),
        Part::Sections => ("afsnittene", "the sections"),
        Part::Frame => ("om rammen vises", "whether the frame is shown"),
        Part::Goals => ("antallet af mål", "the number of goals"),
        Part::Heard => ("de hørte", "those heard"),
        Part::Approves => ("den, der godkender,", "who approves it"),
        Part::MadeIn => ("skridtet, den laves i,", "the step it is made in"),
        Part::FollowUp => ("opfølgningen", "the follow-up"),
        Part::Report => ("afrapporteringen", "the report"),
        Part::CutOff => ("opgørelsesdagen", "the cut-off day"),
        Part::Covers => ("det, der følges op på,", "what is covered"),
        Part::Mode => ("omfanget", "the scope"),
        Part::Deadline(_) => ("fristen", "the deadline"),
        Part::Actor => ("den, der handler,", "who acts"),
        Part::Days => ("tiden", "the time"),
        Part::Years => ("årene", "the years"),
        Part::Result => ("resultatet", "the result"),
        Part::Needs => ("det, der kommer først,", "what comes first"),
        Part::Statutory => ("om datoen er fastsat ved lov", "whether the date is set by law"),
        Part::Agreements => ("aftalerne, der skal svare,", "the agreements that must answer"),
        Part::Red => ("rød", "red"),
        Part::Yellow => ("gul", "yellow"),
        Part::Green => ("grøn", "green"),
        Part::NotYet => ("endnu ikke vurderet", "not yet judged"),
        Part::Silent => ("ikke indberettet", "not reported"),
        Part::Latitude => ("friheden", "the latitude"),
        Part::GoalLamp => ("målenes grænser (gul / rød, procent)", "the limits for goals (yellow / red, percent)"),
        Part::MoneyLamp => ("økonomiens grænser (gul / rød, procent)", "the limits for money (yellow / red, percent)"),
    };
    t.pick(da, en).to_owned()
}
