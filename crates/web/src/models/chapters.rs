//! A model told in the municipality's words, chapter by chapter.

use jiff::civil::Date;
use pejl_domain::models::{
    AgreementKind, CountedWithin, Covers, ElementSpec, Forms, GoalField, Key, Latitude, Level, Model, Noun, RoundMode, RoundSpec,
    Text, WheelStep, YearDay,
};
use pejl_lang::Args;

use crate::voice::{Voice, capital};

/// Things of one kind.
pub(super) struct Chapter {
    pub id: &'static str,
    pub heading: String,
    pub entries: Vec<Entry>,
}

/// One thing: its word, what it is, and what the model says about it.
pub(super) struct Entry {
    pub word: String,
    pub explanation: String,
    pub facts: Vec<String>,
}

/// Every chapter that has something in it.
pub(super) fn chapters(voice: &Voice) -> Vec<Chapter> {
    let teller = Teller { voice, model: &voice.model };
    let mut chapters = vec![
        teller.chapter("niveauer", "model-levels", &teller.model.levels, |l| teller.level(l)),
        teller.chapter("kaede", "model-elements", &teller.model.elements, |e| teller.element(e)),
        teller.named("aftaler", Noun::Agreement, &teller.model.agreements, |a| teller.agreement(a)),
        teller.named("opfoelgning", Noun::Round, &teller.model.rounds, |r| teller.round(r)),
    ];
    chapters.push(teller.wheel());
    chapters.push(teller.named("vaerdimarkoerer", Noun::ValueMarker, &teller.model.value_markers, |m| {
        entry(voice.text(&m.name), voice.text(&m.text), Vec::new())
    }));
    chapters.push(teller.named("temaer", Noun::Theme, &teller.model.themes, |theme| {
        let years = voice.speech.a("model-years", "years", voice.speech.years(theme.years));
        let letter = theme.letter.map(|year| voice.speech.a("agreement-theme-letter", "year", year));
        entry(voice.text(&theme.name), voice.text(&theme.question), std::iter::once(years).chain(letter).collect())
    }));
    chapters.push(teller.named("spilleregler", Noun::Rule, &teller.model.rules, |rule| {
        let latitude = match rule.latitude {
            Latitude::Fixed => voice.speech.say("model-rule-fixed"),
            Latitude::Free => voice.speech.say("model-rule-free"),
        };
        let kinds: Vec<String> = rule.unit_kinds.iter().map(|k| voice.unit_kind(k)).collect();
        let mut facts = vec![latitude];
        if !kinds.is_empty() {
            facts.push(voice.speech.a("model-rule-kinds", "kinds", voice.speech.and_list(&kinds)));
        }
        entry(voice.text(&rule.subject), voice.text(&rule.rule), facts)
    }));
    chapters.push(teller.lamps());
    chapters.retain(|chapter| !chapter.entries.is_empty());
    chapters
}

/// Every noun, with its forms.
pub(super) fn words(voice: &Voice) -> Vec<[String; 4]> {
    Noun::ALL
        .iter()
        .map(|noun| {
            let Forms { singular, plural, definite, explanation } = voice.noun(*noun).clone();
            [singular, plural, definite, explanation]
        })
        .collect()
}

fn entry(word: &str, explanation: &str, facts: Vec<String>) -> Entry {
    Entry { word: capital(word), explanation: explanation.to_owned(), facts }
}

struct Teller<'v> {
    voice: &'v Voice,
    model: &'v Model,
}

impl Teller<'_> {
    fn chapter<T>(&self, id: &'static str, key: &str, things: &[T], tell: impl Fn(&T) -> Entry) -> Chapter {
        Chapter { id, heading: self.voice.speech.say(key), entries: things.iter().map(tell).collect() }
    }

    fn named<T>(&self, id: &'static str, noun: Noun, things: &[T], tell: impl Fn(&T) -> Entry) -> Chapter {
        let heading = capital(&self.voice.noun(noun).plural);
        Chapter { id, heading, entries: things.iter().map(tell).collect() }
    }

    fn say(&self, key: &str, name: &'static str, text: &str) -> String {
        self.voice.speech.a(key, name, text)
    }

    fn levels(&self, keys: &[Key]) -> String {
        let names: Vec<String> = keys.iter().map(|k| self.voice.level(k)).collect();
        self.voice.speech.and_list(&names)
    }

    fn definite(&self, key: &Key) -> String {
        self.model.level(key).map_or_else(|| key.to_string(), |l| self.voice.forms(&l.word).definite.clone())
    }

    fn fields(&self, fields: &[GoalField]) -> String {
        let names: Vec<String> =
            fields.iter().map(|f| self.voice.speech.say(&format!("field-{}", f.as_str())).to_lowercase()).collect();
        self.voice.speech.and_list(&names)
    }

    fn level(&self, level: &Level) -> Entry {
        let forms = self.voice.forms(&level.word);
        let facts = match &level.above {
            Some(above) => vec![self.say("model-level-under", "above", &self.definite(above))],
            None => vec![self.voice.speech.say("model-level-top")],
        };
        entry(&forms.singular, &forms.explanation, facts)
    }

    fn element(&self, spec: &ElementSpec) -> Entry {
        let forms = self.voice.spec(spec);
        let mut facts = vec![self.say("model-element-owners", "levels", &self.levels(&spec.levels))];
        let under: Vec<&str> =
            spec.under.iter().filter_map(|k| self.model.element(k)).map(|s| self.voice.spec(s).plural.as_str()).collect();
        if spec.kind.is_beside() {
            facts.push(self.voice.speech.say("model-element-beside"));
        } else if !under.is_empty() {
            let key = if spec.tied { "model-element-tied" } else { "model-element-under" };
            facts.push(self.say(key, "under", &self.voice.speech.and_list(&under)));
        }
        if let Some(count) = spec.count {
            let key = match count.within {
                CountedWithin::Municipality => "model-count-municipality",
                CountedWithin::Unit => "model-count-unit",
                CountedWithin::Parent => "model-count-parent",
            };
            facts.push(self.say(key, "span", &span(count.least, count.most)));
        }
        if let Some(horizon) = spec.horizon {
            facts.push(self.say("model-horizon", "span", &span(u32::from(horizon.least), u32::from(horizon.most))));
        }
        if let Some(adopts) = &spec.adopts {
            facts.push(self.say("model-element-adopts", "body", &self.definite(adopts)));
        }
        let required = self.model.required(spec);
        if !required.is_empty() {
            facts.push(self.say("model-element-required", "fields", &self.fields(&required)));
        }
        let advised = self.model.recommended(spec);
        if !advised.is_empty() {
            facts.push(self.say("model-element-advised", "fields", &self.fields(&advised)));
        }
        entry(&forms.plural, &forms.explanation, facts)
    }

    fn agreement(&self, kind: &AgreementKind) -> Entry {
        let (t, forms) = (self.voice.speech, self.voice.forms(&kind.word));
        let parties = Args::new().text("principal", self.definite(&kind.principal)).text("agent", self.definite(&kind.agent));
        let horizon = span(u32::from(kind.horizon.least), u32::from(kind.horizon.most));
        let mut facts = vec![t.say_with("model-agreement-parties", &parties), self.say("model-horizon", "span", &horizon)];
        if let Some((least, most)) = kind.goals {
            let args = Args::new().text("span", span(least, most)).text("goals", &self.voice.noun(Noun::Goal).plural);
            facts.push(t.say_with("model-agreement-goals", &args));
        }
        facts.push(self.say("model-agreement-approves", "body", &self.definite(&kind.approves)));
        facts.push(self.say("model-agreement-follow-up", "text", self.voice.text(&kind.follow_up)));
        facts.push(self.say("model-agreement-report", "text", self.voice.text(&kind.report)));
        entry(&forms.plural, &forms.explanation, facts)
    }

    fn round(&self, round: &RoundSpec) -> Entry {
        let t = self.voice.speech;
        let covers: Vec<String> = round
            .covers
            .iter()
            .map(|covers| match covers {
                Covers::Goals => self.voice.noun(Noun::Goal).plural.clone(),
                Covers::Money => t.say("model-covers-money"),
            })
            .collect();
        let mode = match round.mode {
            RoundMode::All => "model-round-all",
            RoundMode::Deviations => "model-round-deviations",
        };
        let mut facts =
            vec![self.say("model-round-cut-off", "day", &self.day(round.cut_off)), self.say(mode, "covers", &t.and_list(&covers))];
        facts.extend(round.deadlines.iter().map(|deadline| {
            let args = Args::new().text("level", self.voice.level(&deadline.level)).text("day", self.day(deadline.day));
            t.say_with("model-round-deadline", &args)
        }));
        Entry { word: capital(self.voice.text(&round.name)), explanation: String::new(), facts }
    }

    /// The wheel, a month an entry.
    fn wheel(&self) -> Chapter {
        let mut steps: Vec<&WheelStep> = self.model.wheel.iter().collect();
        steps.sort_by_key(|step| (step.from, step.to));
        let mut entries: Vec<Entry> = Vec::new();
        let mut month = 0;
        for step in steps {
            if step.from.month != month || entries.is_empty() {
                month = step.from.month;
                entries.push(Entry { word: self.month(month), explanation: String::new(), facts: Vec::new() });
            }
            let when = if step.from == step.to {
                self.day(step.from)
            } else {
                let args = Args::new().text("from", self.day(step.from)).text("to", self.day(step.to));
                self.voice.speech.say_with("model-step-days", &args)
            };
            let args = Args::new()
                .text("name", self.voice.text(&step.name))
                .text("level", self.voice.level(&step.actor))
                .text("when", when)
                .text("result", self.voice.text(&step.result));
            if let Some(entry) = entries.last_mut() {
                entry.facts.push(self.voice.speech.say_with("model-step", &args));
            }
        }
        Chapter { id: "aarshjul", heading: capital(&self.voice.noun(Noun::Wheel).singular), entries }
    }

    fn lamps(&self) -> Chapter {
        let (t, scale, lamps) = (self.voice.speech, &self.model.scale, self.model.lamps);
        let mark = |key: &str, text: &Text| t.a(key, "word", self.voice.text(text));
        let goals = Args::new().count("yellow", lamps.goals_yellow).count("red", lamps.goals_red);
        let tenths = |n: u16| t.figure(pejl_kernel::Figure::from_stored(i64::from(n) * 1_000));
        let money = Args::new().text("yellow", tenths(lamps.money_yellow)).text("red", tenths(lamps.money_red));
        let marks = vec![
            mark("model-mark-green", &scale.green),
            mark("model-mark-yellow", &scale.yellow),
            mark("model-mark-red", &scale.red),
            mark("model-mark-not-yet", &scale.not_yet),
            mark("model-mark-silent", &scale.silent),
        ];
        let limits = vec![t.say_with("model-lamp-goals", &goals), t.say_with("model-lamp-money", &money)];
        let plain = |key: &str, facts: Vec<String>| Entry { word: t.say(key), explanation: String::new(), facts };
        let mut entries = vec![plain("model-marks", marks), plain("model-lamps", limits)];
        let follows: Vec<String> = self.model.consequences.iter().map(|c| self.voice.text(&c.name).to_owned()).collect();
        if !follows.is_empty() {
            entries.push(plain("model-consequences", follows));
        }
        Chapter { id: "maerker", heading: t.say("model-marks-heading"), entries }
    }

    fn day(&self, day: YearDay) -> String {
        let shown = self.date(day.month, day.day).map(|d| self.voice.speech.day_month(d)).unwrap_or_default();
        if day.years_on == 0 { shown } else { self.say("model-day-year-after", "day", &shown) }
    }

    fn month(&self, month: u8) -> String {
        self.voice.speech.say(&format!("model-month-{month}"))
    }

    /// In a leap year, so that every day of any year is one.
    fn date(&self, month: u8, day: u8) -> Option<Date> {
        Date::new(2024, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
    }
}

fn span(least: u32, most: u32) -> String {
    match (least, most) {
        (least, most) if least == most => most.to_string(),
        (least, u32::MAX) => format!("{least}–"),
        (0, most) => format!("–{most}"),
        (least, most) => format!("{least}–{most}"),
    }
}
