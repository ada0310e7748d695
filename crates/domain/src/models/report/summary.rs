//! A sound model, told in the municipality's own words, so that those who know the model can see whether it is theirs.

use std::fmt::Write as _;

use super::{Tongue, say};
use crate::models::{
    CountMeant, CountedWithin, Covers, ElementSpec, Forms, GoalField, HorizonMeant, Key, Latitude, Level, Model, Noun, RoundMode,
    Text, Word, YearDay,
};

/// A readable summary.
pub fn summary(model: &Model, tongue: Tongue) -> String {
    let mut told = Told { model, t: tongue, out: String::new() };
    told.head();
    told.levels();
    told.elements();
    told.goals();
    told.agreements();
    told.rounds();
    told.wheel();
    told.beside();
    told.rules();
    told.lamps();
    told.out
}

/// `30. juni`, `15. januar året efter`; `30 June`, `15 January the year after`.
pub(in crate::models) fn day(day: YearDay, t: Tongue) -> String {
    let (n, month) = (day.day, month(day.month, t));
    match day.years_on {
        0 => say!(t, "{n}. {month}", "{n} {month}"),
        _ => say!(t, "{n}. {month} året efter", "{n} {month} the year after"),
    }
}

fn month(month: u8, t: Tongue) -> &'static str {
    match month {
        1 => t.pick("januar", "January"),
        2 => t.pick("februar", "February"),
        3 => t.pick("marts", "March"),
        4 => t.pick("april", "April"),
        5 => t.pick("maj", "May"),
        6 => t.pick("juni", "June"),
        7 => t.pick("juli", "July"),
        8 => t.pick("august", "August"),
        9 => t.pick("september", "September"),
        10 => t.pick("oktober", "October"),
        11 => t.pick("november", "November"),
        _ => t.pick("december", "December"),
    }
}

struct Told<'m> {
    model: &'m Model,
    t: Tongue,
    out: String,
}

impl Told<'_> {
    fn line(&mut self, text: &str) {
        let _ = writeln!(self.out, "{text}"); // a String never refuses
    }

    fn heading(&mut self, da: &str, en: &str) {
        let text = self.t.pick(da, en).to_owned();
        self.line("");
        self.line(&text);
    }

    fn forms<'w>(&self, word: &'w Word) -> &'w Forms {
        self.t.pick(&word.da, &word.en)
    }

    fn text<'w>(&self, text: &'w Text) -> &'w str {
        self.t.pick(&text.da, &text.en)
    }

    fn noun(&self, noun: Noun) -> &Forms {
        self.forms(self.model.words.word(noun))
    }

    fn level(&self, key: &Key) -> String {
        self.model.level(key).map_or_else(|| key.to_string(), |level| self.forms(&level.word).singular.clone())
    }

    fn definite(&self, key: &Key) -> String {
        self.model.level(key).map_or_else(|| key.to_string(), |level| self.forms(&level.word).definite.clone())
    }

    fn levels_of(&self, keys: &[Key]) -> String {
        keys.iter().map(|key| self.level(key)).collect::<Vec<_>>().join(", ")
    }

    fn head(&mut self) {
        let (m, t) = (self.model, self.t);
        let (name, place, code, term, source) = (&m.name, &m.municipality.name, &m.municipality.code, m.term, &m.source);
        self.line(&say!(t, "{name} ({place}, {code}), {term}", "{name} ({place}, {code}), {term}"));
        self.line(&say!(t, "Kilde: {source}", "Source: {source}"));
    }

    /// One line per branch: `byråd → fagudvalg → afdeling → institution`.
    fn levels(&mut self) {
        self.heading("Niveauer", "Levels");
        let levels = &self.model.levels;
        let is_lowest = |level: &&Level| !levels.iter().any(|l| l.above.as_ref() == Some(&level.key));
        for lowest in levels.iter().filter(is_lowest) {
            let up = |level: &&Level| level.above.as_ref().and_then(|key| self.model.level(key));
            let mut branch: Vec<&str> = std::iter::successors(Some(lowest), up)
                .take(levels.len())
                .map(|level| self.forms(&level.word).singular.as_str())
                .collect();
            branch.reverse();
            let branch = branch.join(" → ");
            self.line(&format!("  {branch}"));
        }
        let kinds: Vec<&str> = self.model.unit_kinds.iter().map(|k| self.forms(&k.word).plural.as_str()).collect();
        if !kinds.is_empty() {
            let kinds = kinds.join(", ");
            self.line(&say!(self.t, "  Slags enheder: {kinds}", "  Kinds of unit: {kinds}"));
        }
    }

    fn elements(&mut self) {
        self.heading("Elementer, oppefra og ned", "Elements, from the top down");
        for element in &self.model.elements {
            let name = &self.forms(&element.word).plural;
            let mut said = vec![self.levels_of(&element.levels)];
            said.extend(self.stands(element));
            said.extend(element.count.map(|count| self.count(count)));
            said.extend(element.horizon.map(|horizon| self.horizon(horizon)));
            if let Some(adopts) = &element.adopts {
                let who = self.definite(adopts);
                said.push(say!(self.t, "vedtages af {who}", "adopted by {who}"));
            }
            let fields = self.model.required(element);
            if !fields.is_empty() {
                let fields = self.fields(&fields);
                said.push(say!(self.t, "kræver {fields}", "requires {fields}"));
            }
            let said = said.join("; ");
            self.line(&format!("  {name}: {said}"));
        }
    }

    fn stands(&self, element: &ElementSpec) -> Option<String> {
        let name = |key: &Key| self.model.element(key).map_or_else(|| key.to_string(), |above| self.told_apart(above));
        let under = element.under.iter().map(name).collect::<Vec<_>>().join(", ");
        match (element.kind.is_beside(), element.tied) {
            (true, _) => Some(say!(self.t, "ved siden af kæden", "beside the chain")),
            (false, _) if under.is_empty() => None,
            (false, true) => Some(say!(self.t, "står under {under}", "stand under {under}")),
            (false, false) => Some(say!(self.t, "kan stå under {under}", "may stand under {under}")),
        }
    }

    /// What an element is called; where two are called the same, with who owns it.
    fn told_apart(&self, element: &ElementSpec) -> String {
        let plural = &self.forms(&element.word).plural;
        let is_alone = self.model.elements.iter().filter(|e| self.forms(&e.word).plural == *plural).count() == 1;
        if is_alone { plural.clone() } else { format!("{plural} ({})", self.levels_of(&element.levels)) }
    }

    fn count(&self, count: CountMeant) -> String {
        let span = span(count.least, count.most);
        match count.within {
            CountedWithin::Municipality => say!(self.t, "{span} i alt", "{span} in all"),
            CountedWithin::Unit => say!(self.t, "{span} i hver enhed", "{span} in each unit"),
            CountedWithin::Parent => say!(self.t, "{span} under hver", "{span} under each"),
        }
    }

    fn horizon(&self, horizon: HorizonMeant) -> String {
        let span = span(u32::from(horizon.least), u32::from(horizon.most));
        say!(self.t, "{span} år", "{span} years")
    }

    fn fields(&self, fields: &[GoalField]) -> String {
        fields.iter().map(|field| field_name(*field, self.t)).collect::<Vec<_>>().join(", ")
    }

    fn goals(&mut self) {
        let goal = &self.model.goal;
        if goal.required.is_empty() && goal.recommended.is_empty() {
            return;
        }
        let (required, advised) = (self.fields(&goal.required), self.fields(&goal.recommended));
        let goals = self.noun(Noun::Goal).plural.clone();
        self.line("");
        if !required.is_empty() {
            self.line(&say!(self.t, "Alle {goals} skal have: {required}", "All {goals} must have: {required}"));
        }
        if !advised.is_empty() {
            self.line(&say!(self.t, "Alle {goals} bør have: {advised}", "All {goals} should have: {advised}"));
        }
    }

    fn agreements(&mut self) {
        if self.model.agreements.is_empty() {
            return;
        }
        self.heading("Aftaler", "Agreements");
        for agreement in &self.model.agreements {
            let (name, principal, agent) =
                (&self.forms(&agreement.word).singular, self.level(&agreement.principal), self.level(&agreement.agent));
            let mut said = vec![format!("{principal} – {agent}"), self.horizon(agreement.horizon)];
            if let Some((least, most)) = agreement.goals {
                let (span, goals) = (span(least, most), &self.noun(Noun::Goal).plural);
                said.push(format!("{span} {goals}"));
            }
            let approves = self.definite(&agreement.approves);
            said.push(say!(self.t, "godkendes af {approves}", "approved by {approves}"));
            let said = said.join("; ");
            let line = format!("  {name}: {said}");
            self.line(&line);
            let (follow_up, report) = (self.text(&agreement.follow_up), self.text(&agreement.report));
            self.line(&say!(
                self.t,
                "    Opfølgning: {follow_up}\n    Afrapportering: {report}",
                "    Follow-up: {follow_up}\n    Report: {report}",
            ));
        }
    }

    fn rounds(&mut self) {
        if self.model.rounds.is_empty() {
            return;
        }
        self.heading("Opfølgning", "Follow-up");
        for round in &self.model.rounds {
            let (name, cut_off) = (self.text(&round.name), day(round.cut_off, self.t));
            let covers: Vec<&str> = round.covers.iter().map(|covers| covered(*covers, self.t)).collect();
            let covers = covers.join(self.t.pick(" og ", " and "));
            let mode = match round.mode {
                RoundMode::All => self.t.pick("alt", "everything"),
                RoundMode::Deviations => self.t.pick("kun afvigelser", "deviations only"),
            };
            let mut said = vec![say!(self.t, "opgjort {cut_off}", "as of {cut_off}"), covers, mode.to_owned()];
            for deadline in &round.deadlines {
                let (who, when) = (self.level(&deadline.level), day(deadline.day, self.t));
                said.push(say!(self.t, "{who} senest {when}", "{who} by {when}"));
            }
            let said = said.join("; ");
            let line = format!("  {name}: {said}");
            self.line(&line);
        }
    }

    fn wheel(&mut self) {
        if self.model.wheel.is_empty() {
            return;
        }
        let name = capital(&self.noun(Noun::Wheel).singular);
        self.line("");
        self.line(&name);
        let mut steps: Vec<_> = self.model.wheel.iter().collect();
        steps.sort_by_key(|step| (step.from, step.to));
        let mut here = 0;
        for step in steps {
            if step.from.month != here {
                here = step.from.month;
                let month = capital(month(here, self.t));
                self.line(&format!("  {month}"));
            }
            let (name, who, result) = (self.text(&step.name), self.level(&step.actor), self.text(&step.result));
            let (from, to) = (day(step.from, self.t), day(step.to, self.t));
            let when = if from == to { from } else { format!("{from} – {to}") };
            let years: Vec<String> = step.years.iter().map(u8::to_string).collect();
            let years = match years.join(", ") {
                years if years.is_empty() => years,
                years => say!(self.t, ", periodens år {years}", ", year {years} of the term"),
            };
            let line = format!("    {name} ({who}, {when}{years}): {result}");
            self.line(&line);
        }
    }

    /// Value markers and themes.
    fn beside(&mut self) {
        let model = self.model;
        if !model.value_markers.is_empty() {
            let name = capital(&self.noun(Noun::ValueMarker).plural);
            self.line("");
            self.line(&name);
            for marker in &model.value_markers {
                let line = format!("  {}: {}", self.text(&marker.name), self.text(&marker.text));
                self.line(&line);
            }
        }
        if !model.themes.is_empty() {
            let name = capital(&self.noun(Noun::Theme).plural);
            self.line("");
            self.line(&name);
            for theme in &model.themes {
                let line = format!("  {} ({}): {}", self.text(&theme.name), theme.years, self.text(&theme.question));
                self.line(&line);
            }
        }
    }

    fn rules(&mut self) {
        let model = self.model;
        if !model.rules.is_empty() {
            let name = capital(&self.noun(Noun::Rule).plural);
            self.line("");
            self.line(&name);
            for rule in &model.rules {
                let latitude = match rule.latitude {
                    Latitude::Fixed => self.t.pick("fast", "fixed"),
                    Latitude::Free => self.t.pick("frit", "free"),
                };
                let kind = |key: &Key| model.unit_kind(key).map(|kind| self.forms(&kind.word).plural.clone());
                let kinds: Vec<String> = rule.unit_kinds.iter().filter_map(kind).collect();
                let kinds = if kinds.is_empty() { String::new() } else { format!(" – {}", kinds.join(", ")) };
                let line = format!("  {} ({latitude}{kinds}): {}", self.text(&rule.subject), self.text(&rule.rule));
                self.line(&line);
            }
        }
        if !model.consequences.is_empty() {
            let names: Vec<&str> = model.consequences.iter().map(|c| self.text(&c.name)).collect();
            let names = names.join(", ");
            self.line(&say!(self.t, "\nKan følge af målopfyldelse: {names}", "\nMay follow goal fulfilment: {names}"));
        }
    }

    fn lamps(&mut self) {
        let scale = &self.model.scale;
        let (red, yellow, green) = (self.text(&scale.red), self.text(&scale.yellow), self.text(&scale.green));
        let lamps = self.model.lamps;
        let (goals_yellow, goals_red) = (lamps.goals_yellow, lamps.goals_red);
        let mark = self.t.pick(',', '.');
        let tenths = |n: u16| {
            if n.is_multiple_of(10) { (n / 10).to_string() } else { format!("{}{mark}{}", n / 10, n % 10) }
        };
        let (money_yellow, money_red) = (tenths(lamps.money_yellow), tenths(lamps.money_red));
        let said = say!(
            self.t,
            "\nRød: {red}. Gul: {yellow}. Grøn: {green}.\nMållampen er gul fra {goals_yellow} % røde og rød fra {goals_red} %. \
             Pengelampen er gul fra {money_yellow} % over korrigeret budget og rød fra {money_red} %.",
            "\nRed: {red}. Yellow: {yellow}. Green: {green}.\nThe goal lamp is yellow from {goals_yellow} % red and red from {goals_red} %. \
             The money lamp is yellow from {money_yellow} % over the corrected budget and red from {money_red} %.",
        );
        self.line(&said);
    }
}

fn covered(covers: Covers, t: Tongue) -> &'static str {
    match covers {
        Covers::Goals => t.pick("mål", "goals"),
        Covers::Money => t.pick("økonomi", "money"),
    }
}

fn span(least: u32, most: u32) -> String {
    if least == most { most.to_string() } else { format!("{least}–{most}") }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// What a field is called.
pub(in crate::models) fn field_name(field: GoalField, t: Tongue) -> &'static str {
    match field {
        GoalField::Text => t.pick("tekst", "text"),
        GoalField::Vision => t.pick("vision", "vision"),
        GoalField::Motivation => t.pick("begrundelse", "motivation"),
        GoalField::ExpectedEffect => t.pick("forventet effekt", "expected effect"),
        GoalField::TargetGroup => t.pick("målgruppe", "target group"),
        GoalField::Orientation => t.pick("udvikling eller drift", "development or operations"),
        GoalField::Measure => t.pick("effekt eller produktion", "effect or production"),
        GoalField::Scope => t.pick("tværgående eller specifikt", "cross-cutting or specific"),
        GoalField::Criteria => t.pick("succeskriterier", "success criteria"),
        GoalField::Indicator => t.pick("indikator", "indicator"),
        GoalField::Baseline => t.pick("udgangspunkt", "baseline"),
        GoalField::Direction => t.pick("retning", "direction"),
        GoalField::Start => t.pick("start", "start"),
        GoalField::Due => t.pick("frist", "due date"),
        GoalField::Milestones => t.pick("milepæle", "milestones"),
        GoalField::Responsible => t.pick("ansvarlig", "responsible"),
        GoalField::Documentation => t.pick("dokumentation", "documentation"),
        GoalField::FollowUp => t.pick("opfølgning", "follow-up"),
        GoalField::PolicyArea => t.pick("politikområde", "policy area"),
        GoalField::ValueMarkers => t.pick("værdimarkører", "value markers"),
        GoalField::Sources => t.pick("kilder", "sources"),
    }
}
