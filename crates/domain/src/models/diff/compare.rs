//! Goes through two models side by side and notes what differs.

use super::{
    Change, Part, Subject, Turn,
    texts::{field_text, joined, level_name, name, none, on, same, step_name, yes_no},
};
use crate::models::{
    AgreementKind, ElementSpec, GoalField, Key, Lamps, Level, Model, Noun, RoundSpec, RuleOfTheGame, Text, Theme, WheelStep, Word,
    fault::Entry,
};

pub(super) fn changes(old: &Model, new: &Model) -> Vec<Change> {
    let mut sides = Sides { old, new, changes: Vec::new() };
    sides.head();
    sides.words();
    sides.keyed(Entry::Level, &old.levels, &new.levels, |l| (&l.key, name(&l.word)), Sides::level);
    sides.keyed(
        Entry::UnitKind,
        &old.unit_kinds,
        &new.unit_kinds,
        |k| (&k.key, name(&k.word)),
        |sides, s, a, b| {
            sides.word(s, &a.word, &b.word);
        },
    );
    sides.keyed(Entry::Element, &old.elements, &new.elements, |e| (&e.key, name(&e.word)), Sides::element);
    sides.fields(&Subject::GoalTemplate, (&old.goal.required, &old.goal.recommended), (&new.goal.required, &new.goal.recommended));
    sides.scale();
    sides.keyed(Entry::Agreement, &old.agreements, &new.agreements, |a| (&a.key, name(&a.word)), Sides::agreement);
    sides.keyed(Entry::Round, &old.rounds, &new.rounds, |r| (&r.key, r.name.clone()), Sides::round);
    sides.keyed(Entry::Step, &old.wheel, &new.wheel, |s| (&s.key, s.name.clone()), Sides::step);
    sides.keyed(Entry::Theme, &old.themes, &new.themes, |t| (&t.key, t.name.clone()), Sides::theme);
    sides.keyed(
        Entry::ValueMarker,
        &old.value_markers,
        &new.value_markers,
        |m| (&m.key, m.name.clone()),
        |sides, s, a, b| {
            sides.said(s, Part::Name, a.name.clone(), b.name.clone());
            sides.said(s, Part::Explanation, a.text.clone(), b.text.clone());
        },
    );
    sides.rules();
    sides.keyed(
        Entry::Consequence,
        &old.consequences,
        &new.consequences,
        |c| (&c.key, c.name.clone()),
        |sides, s, a, b| {
            sides.said(s, Part::Name, a.name.clone(), b.name.clone());
        },
    );
    sides.lamps();
    sides.changes
}

struct Sides<'m> {
    old: &'m Model,
    new: &'m Model,
    changes: Vec<Change>,
}

impl Sides<'_> {
    fn note(&mut self, subject: &Subject, part: Part, turn: Turn) {
        self.changes.push(Change { subject: subject.clone(), part, turn });
    }

    fn said(&mut self, subject: &Subject, part: Part, old: Text, new: Text) {
        if old != new {
            self.note(subject, part, Turn::From { old, new });
        }
    }

    fn list(&mut self, subject: &Subject, part: &Part, old: &[Text], new: &[Text]) {
        let only = |here: &[Text], there: &[Text]| here.iter().filter(|t| !there.contains(t)).cloned().collect::<Vec<_>>();
        let (more, less) = (only(new, old), only(old, new));
        if more.is_empty() && less.is_empty() && old != new {
            self.note(subject, part.clone(), Turn::From { old: joined(old), new: joined(new) });
        }
        if !more.is_empty() {
            self.note(subject, part.clone(), Turn::More(more));
        }
        if !less.is_empty() {
            self.note(subject, part.clone(), Turn::Less(less));
        }
    }

    /// Entries that have a key: new ones, ones that go, and what differs in those that stay.
    fn keyed<T>(
        &mut self,
        entry: Entry,
        old: &[T],
        new: &[T],
        named: impl Fn(&T) -> (&Key, Text),
        compare: impl Fn(&mut Self, &Subject, &T, &T),
    ) {
        let find = |side: &[T], key: &Key| side.iter().position(|it| named(it).0 == key);
        for it in old {
            let (key, name) = named(it);
            if find(new, key).is_none() {
                self.note(&Subject::Entry(entry, name), Part::Itself, Turn::Removed);
            }
        }
        for it in new {
            let (key, name) = named(it);
            let subject = Subject::Entry(entry, name);
            match find(old, key).and_then(|at| old.get(at)) {
                Some(before) => compare(self, &subject, before, it),
                None => self.note(&subject, Part::Itself, Turn::Added),
            }
        }
        let shared = |here: &[T], there: &[T]| -> (Vec<Key>, Vec<Text>) {
            let all = here.iter().map(&named).filter(|(key, _)| find(there, key).is_some());
            all.map(|(key, name)| (key.clone(), name)).unzip()
        };
        let ((keys_before, before), (keys_after, after)) = (shared(old, new), shared(new, old));
        if keys_before != keys_after {
            let turn = Turn::From { old: joined(&before), new: joined(&after) };
            self.note(&Subject::Model, Part::Order(entry), turn);
        }
    }

    fn head(&mut self) {
        let (old, new, model) = (self.old, self.new, Subject::Model);
        let place = |m: &Model| same(&format!("{} ({}, {})", m.municipality.name, m.municipality.code, m.municipality.slug));
        self.said(&model, Part::Municipality, place(old), place(new));
        self.said(&model, Part::Name, same(&old.name), same(&new.name));
        self.said(&model, Part::Term, same(&old.term.to_string()), same(&new.term.to_string()));
        self.said(&model, Part::Source, same(&old.source), same(&new.source));
    }

    fn words(&mut self) {
        for noun in Noun::ALL {
            let (before, after) = (self.old.words.word(*noun), self.new.words.word(*noun));
            self.word(&Subject::Noun(*noun, name(after)), before, after);
        }
    }

    fn word(&mut self, subject: &Subject, old: &Word, new: &Word) {
        let forms = |word: &Word| Text {
            da: format!("{}, {}", word.da.definite, word.da.plural),
            en: format!("{}, {}", word.en.definite, word.en.plural),
        };
        if name(old) == name(new) {
            self.said(subject, Part::Forms, forms(old), forms(new));
        } else {
            self.said(subject, Part::Name, name(old), name(new)); // the other forms follow from the new word
        }
        let explained = |word: &Word| Text { da: word.da.explanation.clone(), en: word.en.explanation.clone() };
        self.said(subject, Part::Explanation, explained(old), explained(new));
    }

    fn level(&mut self, subject: &Subject, old: &Level, new: &Level) {
        self.word(subject, &old.word, &new.word);
        self.said(subject, Part::Kind, same(old.body.as_str()), same(new.body.as_str()));
        let above = |model, level: &Level| level.above.as_ref().map_or_else(none, |key| level_name(model, key));
        let (before, after) = (above(self.old, old), above(self.new, new));
        if old.above != new.above {
            self.said(subject, Part::Above, before, after);
        }
    }

    fn element(&mut self, subject: &Subject, old: &ElementSpec, new: &ElementSpec) {
        self.word(subject, &old.word, &new.word);
        self.said(subject, Part::Kind, same(old.kind.as_str()), same(new.kind.as_str()));
        self.levels(subject, &Part::Owners, &old.levels, &new.levels);
        let under = |model: &Model, element: &ElementSpec| -> Vec<Text> {
            let named = |key: &Key| model.element(key).map_or_else(|| same(key.as_str()), |e| name(&e.word));
            element.under.iter().map(named).collect()
        };
        let (before, after) = (under(self.old, old), under(self.new, new));
        if old.under != new.under {
            self.list(subject, &Part::Under, &before, &after);
        }
        self.said(subject, Part::Tied, yes_no(old.tied), yes_no(new.tied));
        self.said(subject, Part::Served, yes_no(old.served), yes_no(new.served));
        let count =
            |element: &ElementSpec| element.count.map_or_else(none, |c| same(&format!("{}–{} ({})", c.least, c.most, c.within)));
        self.said(subject, Part::Count, count(old), count(new));
        let years = |element: &ElementSpec| element.horizon.map_or_else(none, |h| same(&format!("{}–{}", h.least, h.most)));
        self.said(subject, Part::Horizon, years(old), years(new));
        self.fields(subject, (&old.required, &old.recommended), (&new.required, &new.recommended));
        self.levels(subject, &Part::Proposes, &old.proposes, &new.proposes);
        if old.adopts != new.adopts {
            let adopts = |model, e: &ElementSpec| e.adopts.as_ref().map_or_else(none, |key| level_name(model, key));
            let (before, after) = (adopts(self.old, old), adopts(self.new, new));
            self.said(subject, Part::Adopts, before, after);
        }
    }

    fn levels(&mut self, subject: &Subject, part: &Part, old: &[Key], new: &[Key]) {
        if old != new {
            let names = |model, keys: &[Key]| keys.iter().map(|key| level_name(model, key)).collect::<Vec<_>>();
            let (before, after) = (names(self.old, old), names(self.new, new));
            self.list(subject, part, &before, &after);
        }
    }

    fn fields(&mut self, subject: &Subject, old: (&[GoalField], &[GoalField]), new: (&[GoalField], &[GoalField])) {
        let names = |fields: &[GoalField]| fields.iter().map(|field| field_text(*field)).collect::<Vec<_>>();
        self.list(subject, &Part::Required, &names(old.0), &names(new.0));
        self.list(subject, &Part::Recommended, &names(old.1), &names(new.1));
    }

    fn scale(&mut self) {
        let (old, new) = (&self.old.scale, &self.new.scale);
        let words = [
            (Part::Red, &old.red, &new.red),
            (Part::Yellow, &old.yellow, &new.yellow),
            (Part::Green, &old.green, &new.green),
            (Part::NotYet, &old.not_yet, &new.not_yet),
            (Part::Silent, &old.silent, &new.silent),
        ];
        for (part, before, after) in words {
            self.said(&Subject::Scale, part, before.clone(), after.clone());
        }
    }

    fn agreement(&mut self, subject: &Subject, old: &AgreementKind, new: &AgreementKind) {
        self.word(subject, &old.word, &new.word);
        let parties = |model, a: &AgreementKind| joined(&[level_name(model, &a.principal), level_name(model, &a.agent)]);
        self.said(subject, Part::Parties, parties(self.old, old), parties(self.new, new));
        self.said(subject, Part::SeveralAgents, yes_no(old.several_agents), yes_no(new.several_agents));
        let years = |a: &AgreementKind| same(&format!("{}–{}", a.horizon.least, a.horizon.most));
        self.said(subject, Part::Horizon, years(old), years(new));
        self.list(subject, &Part::Sections, &old.sections, &new.sections);
        self.said(subject, Part::Frame, yes_no(old.shows_frame), yes_no(new.shows_frame));
        let goals = |a: &AgreementKind| a.goals.map_or_else(none, |(least, most)| same(&format!("{least}–{most}")));
        self.said(subject, Part::Goals, goals(old), goals(new));
        let heard = |a: &AgreementKind| a.heard.iter().map(|h| same(h.as_str())).collect::<Vec<_>>();
        self.list(subject, &Part::Heard, &heard(old), &heard(new));
        self.said(subject, Part::Approves, level_name(self.old, &old.approves), level_name(self.new, &new.approves));
        let made_in = |model, a: &AgreementKind| a.made_in.as_ref().map_or_else(none, |key| step_name(model, key));
        self.said(subject, Part::MadeIn, made_in(self.old, old), made_in(self.new, new));
        self.said(subject, Part::FollowUp, old.follow_up.clone(), new.follow_up.clone());
        self.said(subject, Part::Report, old.report.clone(), new.report.clone());
    }

    fn round(&mut self, subject: &Subject, old: &RoundSpec, new: &RoundSpec) {
        self.said(subject, Part::Name, old.name.clone(), new.name.clone());
        self.said(subject, Part::CutOff, on(old.cut_off), on(new.cut_off));
        let covers = |round: &RoundSpec| round.covers.iter().map(|c| same(c.as_str())).collect::<Vec<_>>();
        self.list(subject, &Part::Covers, &covers(old), &covers(new));
        self.said(subject, Part::Mode, same(old.mode.as_str()), same(new.mode.as_str()));
        let due =
            |round: &RoundSpec, level: &Key| round.deadlines.iter().find(|d| d.level == *level).map_or_else(none, |d| on(d.day));
        for deadline in &old.deadlines {
            let part = Part::Deadline(level_name(self.old, &deadline.level));
            self.said(subject, part, on(deadline.day), due(new, &deadline.level));
        }
        for deadline in &new.deadlines {
            if !old.deadlines.iter().any(|d| d.level == deadline.level) {
                let part = Part::Deadline(level_name(self.new, &deadline.level));
                self.said(subject, part, none(), on(deadline.day));
            }
        }
    }

    fn step(&mut self, subject: &Subject, old: &WheelStep, new: &WheelStep) {
        self.said(subject, Part::Name, old.name.clone(), new.name.clone());
        self.said(subject, Part::Kind, same(old.kind.as_str()), same(new.kind.as_str()));
        self.said(subject, Part::Actor, level_name(self.old, &old.actor), level_name(self.new, &new.actor));
        let days = |step: &WheelStep| {
            let (from, to) = (on(step.from), on(step.to));
            Text { da: format!("{} – {}", from.da, to.da), en: format!("{} – {}", from.en, to.en) }
        };
        self.said(subject, Part::Days, days(old), days(new));
        let years = |step: &WheelStep| match step.years.iter().map(u8::to_string).collect::<Vec<_>>().join(", ") {
            all if all.is_empty() => Text { da: "alle".to_owned(), en: "all".to_owned() },
            some => same(&some),
        };
        self.said(subject, Part::Years, years(old), years(new));
        self.said(subject, Part::Explanation, old.purpose.clone(), new.purpose.clone());
        self.said(subject, Part::Result, old.result.clone(), new.result.clone());
        if old.needs != new.needs {
            let needs = |model, step: &WheelStep| step.needs.iter().map(|key| step_name(model, key)).collect::<Vec<_>>();
            let (before, after) = (needs(self.old, old), needs(self.new, new));
            self.list(subject, &Part::Needs, &before, &after);
        }
        self.said(subject, Part::Statutory, yes_no(old.statutory), yes_no(new.statutory));
    }

    fn theme(&mut self, subject: &Subject, old: &Theme, new: &Theme) {
        self.said(subject, Part::Name, old.name.clone(), new.name.clone());
        self.said(subject, Part::Explanation, old.question.clone(), new.question.clone());
        self.said(subject, Part::Years, same(&old.years.to_string()), same(&new.years.to_string()));
        let named = |model: &Model, theme: &Theme| -> Vec<Text> {
            let name = |key: &Key| {
                let agreement = model.agreements.iter().find(|a| a.key == *key);
                agreement.map_or_else(|| same(key.as_str()), |a| name(&a.word))
            };
            theme.agreements.iter().map(name).collect()
        };
        if old.agreements != new.agreements {
            let (before, after) = (named(self.old, old), named(self.new, new));
            self.list(subject, &Part::Agreements, &before, &after);
        }
    }

    /// Rules have no key: the same subject for the same kinds of unit is the same rule.
    fn rules(&mut self) {
        let (old, new) = (&self.old.rules, &self.new.rules);
        let is_same = |a: &RuleOfTheGame, b: &RuleOfTheGame| a.subject == b.subject && a.unit_kinds == b.unit_kinds;
        for rule in old.iter().filter(|rule| !new.iter().any(|other| is_same(rule, other))) {
            self.note(&Subject::Rule(rule.subject.clone()), Part::Itself, Turn::Removed);
        }
        for rule in new {
            let subject = Subject::Rule(rule.subject.clone());
            match old.iter().find(|other| is_same(rule, other)) {
                Some(before) => {
                    self.said(&subject, Part::Latitude, same(before.latitude.as_str()), same(rule.latitude.as_str()));
                    self.said(&subject, Part::Explanation, before.rule.clone(), rule.rule.clone());
                }
                None => self.note(&subject, Part::Itself, Turn::Added),
            }
        }
        let shared = |here: &[RuleOfTheGame], there: &[RuleOfTheGame]| -> Vec<Text> {
            let stays = |rule: &&RuleOfTheGame| there.iter().any(|other| is_same(rule, other));
            here.iter().filter(stays).map(|rule| rule.subject.clone()).collect()
        };
        self.said(&Subject::Model, Part::OrderOfRules, joined(&shared(old, new)), joined(&shared(new, old)));
    }

    fn lamps(&mut self) {
        let (old, new) = (self.old.lamps, self.new.lamps);
        let goals = |l: Lamps| same(&format!("{} / {}", l.goals_yellow, l.goals_red));
        self.said(&Subject::Lamps, Part::GoalLamp, goals(old), goals(new));
        let tenths = |n: u16, mark: char| format!("{}{mark}{}", n / 10, n % 10);
        let both = |l: Lamps, mark| format!("{} / {}", tenths(l.money_yellow, mark), tenths(l.money_red, mark));
        let money = |l| Text { da: both(l, ','), en: both(l, '.') };
        self.said(&Subject::Lamps, Part::MoneyLamp, money(old), money(new));
    }
}
