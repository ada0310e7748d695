//! What Kæden is asked for, as it stands in the address: read once, and written again with one thing changed.

use jiff::civil::Date;
use pejl_app::overview::{ListAsk, Narrow, Only, Shape, Sort};
use pejl_domain::chain::quality::Check;
use pejl_domain::chain::{Measure, Orientation, Scope, StateName};
use pejl_domain::models::{Key, Model};
use pejl_kernel::{Number, UnitId};

use crate::forms::{Typed, encoded};

/// The three shapes of the chain.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum View {
    #[default]
    Map,
    Table,
    List,
}

impl View {
    pub const ALL: [Self; 3] = [Self::Map, Self::Table, Self::List];
}

/// How each choice is spelled in an address.
type Spelling<T> = &'static [(T, &'static str)];

const VIEWS: Spelling<View> = &[(View::Map, "kort"), (View::Table, "tabel"), (View::List, "liste")];
const ONLY: Spelling<Only> = &[(Only::Orphans, "loese"), (Only::Breaks, "brud"), (Only::CrossCutting, "tvaergaaende")];
const STATES: Spelling<StateName> = &[
    (StateName::Draft, "kladde"),
    (StateName::Proposed, "foreslaaet"),
    (StateName::Returned, "sendt-tilbage"),
    (StateName::Adopted, "vedtaget"),
    (StateName::Closed, "afsluttet"),
    (StateName::Withdrawn, "trukket-tilbage"),
    (StateName::Superseded, "afloest"),
];
const CHECKS: Spelling<Check> = &[
    (Check::Effect, "effekt"),
    (Check::Measurable, "maalbarhed"),
    (Check::Baseline, "udgangspunkt"),
    (Check::Owner, "ansvarlig"),
    (Check::Deadline, "frist"),
    (Check::Decision, "beslutning"),
    (Check::Money, "oekonomi"),
    (Check::Tied, "tilknytning"),
    (Check::Aim, "sigte"),
    (Check::Few, "faatal"),
];
const ORIENTATIONS: Spelling<Orientation> = &[(Orientation::Development, "udvikling"), (Orientation::Operations, "drift")];
const MEASURES: Spelling<Measure> =
    &[(Measure::Effect, "effekt"), (Measure::Output, "ydelse"), (Measure::Activity, "aktivitet"), (Measure::Input, "ressourcer")];
const SCOPES: Spelling<Scope> = &[(Scope::Specific, "et-omraade"), (Scope::CrossCutting, "tvaergaaende"), (Scope::Own, "eget")];
const SORTS: Spelling<Sort> = &[
    (Sort::Number, "nummer"),
    (Sort::Title, "titel"),
    (Sort::Owner, "ejer"),
    (Sort::State, "tilstand"),
    (Sort::Due, "frist"),
    (Sort::Column, "type"),
];

fn read<T: Copy>(table: &[(T, &str)], text: &str) -> Option<T> {
    table.iter().find(|(_, spelled)| *spelled == text).map(|(of, _)| *of)
}

fn spelled<T: Copy + PartialEq>(table: &[(T, &'static str)], of: T) -> &'static str {
    table.iter().find(|(one, _)| *one == of).map_or("", |(_, text)| text)
}

/// How a state is spelled in an address.
pub(super) fn state_text(state: StateName) -> &'static str {
    spelled(STATES, state)
}

/// How a filter on what is the matter is spelled in an address.
pub(super) fn only_text(only: Only) -> &'static str {
    spelled(ONLY, only)
}

/// The most rows a table shows on one page, where the address asks for more than [`ROWS`].
const MOST_ROWS: i64 = 1_000;
/// The rows of a page of the table.
const ROWS: i64 = 50;

/// Everything Kæden may be asked for.
#[derive(Clone, Default)]
pub(super) struct Asked {
    pub view: View,
    pub chosen: Option<Number>,
    /// The number of a unit: theirs and what hangs together with it.
    pub unit: Option<i64>,
    /// The key of a spec.
    pub spec: Option<Key>,
    pub state: Option<StateName>,
    pub only: Option<Only>,
    pub text: String,
    pub tag: String,
    pub missing: Option<Check>,
    pub orientation: Option<Orientation>,
    pub measure: Option<Measure>,
    pub scope: Option<Scope>,
    /// Only what should have been met before today.
    pub overdue: bool,
    /// By what the table is sorted; by nothing in particular: from the top of the chain down.
    pub sort: Option<Sort>,
    pub turned: bool,
    /// From 1; 0 is 1.
    pub page: i64,
    /// Rows on a page; 0 is [`ROWS`].
    pub rows: i64,
}

impl Asked {
    /// Reads an address. What it does not know it passes over: an old bookmark still shows a page.
    pub fn read(query: &Typed, model: &Model) -> Self {
        let sort = query.get("sorter");
        let (turned, by) = sort.strip_prefix('-').map_or((false, sort), |by| (true, by));
        Self {
            view: read(VIEWS, query.get("visning")).unwrap_or_default(),
            chosen: query.get("valgt").parse().ok(),
            unit: unit_serial(query.get("udvalg")),
            spec: Key::parse(query.get("type")).filter(|key| model.element(key).is_some()),
            state: read(STATES, query.get("tilstand")),
            only: read(ONLY, query.get("kun")),
            text: query.get("soeg").trim().to_owned(),
            tag: query.get("emne").trim().to_owned(),
            missing: read(CHECKS, query.get("mangler")),
            orientation: read(ORIENTATIONS, query.get("retning")),
            measure: read(MEASURES, query.get("maaler")),
            scope: read(SCOPES, query.get("slags")),
            overdue: query.ticked("overskredet"),
            sort: read(SORTS, by),
            turned,
            page: query.get("side").parse().unwrap_or(0).clamp(0, 100_000),
            rows: query.get("antal").parse().unwrap_or(0).clamp(0, MOST_ROWS),
        }
    }

    /// The address again, after `?`; empty for the whole chain as a map.
    pub fn query(&self) -> String {
        let mut parts: Vec<String> = Vec::new();
        let mut add = |name: &str, value: &str| {
            if !value.is_empty() {
                parts.push(format!("{name}={}", encoded(value)));
            }
        };
        if self.view != View::Map {
            add("visning", spelled(VIEWS, self.view));
        }
        add("valgt", &self.chosen.map(|n| n.to_string()).unwrap_or_default());
        add("udvalg", &self.unit.map(|n| format!("E-{n}")).unwrap_or_default());
        add("type", self.spec.as_ref().map_or("", Key::as_str));
        add("tilstand", self.state.map_or("", state_text));
        add("kun", self.only.map_or("", only_text));
        add("soeg", &self.text);
        add("emne", &self.tag);
        add("mangler", self.missing.map_or("", |c| spelled(CHECKS, c)));
        add("retning", self.orientation.map_or("", |o| spelled(ORIENTATIONS, o)));
        add("maaler", self.measure.map_or("", |m| spelled(MEASURES, m)));
        add("slags", self.scope.map_or("", |s| spelled(SCOPES, s)));
        add("overskredet", if self.overdue { "1" } else { "" });
        if let Some(sort) = self.sort {
            add("sorter", &format!("{}{}", if self.turned { "-" } else { "" }, spelled(SORTS, sort)));
        }
        add("side", &if self.page > 1 { self.page.to_string() } else { String::new() });
        add("antal", &if self.rows > 0 { self.rows.to_string() } else { String::new() });
        parts.join("&")
    }

    /// The address under Kæden.
    pub fn rest(&self) -> String {
        let query = self.query();
        if query.is_empty() { "kaeden".to_owned() } else { format!("kaeden?{query}") }
    }

    /// With something changed, and back on the first page.
    pub fn but(&self, change: impl FnOnce(&mut Self)) -> Self {
        let mut asked = Self { page: 0, ..self.clone() };
        change(&mut asked);
        asked
    }

    /// The table, with nothing else asked for.
    pub fn table(change: impl FnOnce(&mut Self)) -> Self {
        Self { view: View::Table, ..Self::default() }.but(change)
    }

    /// Whether anything is left out of the map by a filter.
    pub fn is_narrowed(&self) -> bool {
        self.unit.is_some()
            || self.spec.is_some()
            || self.state.is_some()
            || self.only.is_some()
            || !self.text.is_empty()
            || !self.tag.is_empty()
    }

    /// Rows on a page.
    pub fn rows_shown(&self) -> i64 {
        if self.rows == 0 { ROWS } else { self.rows }
    }

    /// The columns asked for.
    pub fn shape(&self, model: &Model) -> Shape {
        match &self.spec {
            Some(key) => Shape::only(model, |spec| spec.key == *key),
            None => Shape::of(model),
        }
    }

    /// The filters that map and table share.
    pub fn narrow(&self, unit: Option<UnitId>) -> Narrow {
        Narrow { unit, states: self.state.into_iter().collect(), text: self.text.clone(), tag: self.tag.clone(), only: self.only }
    }

    /// The list asked for.
    pub fn list(&self, model: &Model, unit: Option<UnitId>, today: Date) -> ListAsk {
        ListAsk {
            shape: self.shape(model),
            narrow: self.narrow(unit),
            due_before: self.overdue.then_some(today),
            missing: self.missing,
            orientation: self.orientation,
            measure: self.measure,
            scope: self.scope,
            sort: self.sort.unwrap_or(Sort::Column),
            turned: self.turned,
            skip: (self.page.max(1) - 1) * self.rows_shown(),
            most: self.rows_shown(),
        }
    }
}

/// The number in a unit's address: `E-12` is 12.
pub(super) fn unit_serial(text: &str) -> Option<i64> {
    crate::orgs::unit_serial(text.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_only_what_is_asked_for() {
        assert_eq!(Asked::default().rest(), "kaeden");
        let asked = Asked::table(|a| {
            a.only = Some(Only::Orphans);
            a.sort = Some(Sort::Due);
            a.turned = true;
        });
        assert_eq!(asked.rest(), "kaeden?visning=tabel&kun=loese&sorter=-frist");
    }

    #[test]
    fn a_changed_filter_begins_on_the_first_page() {
        let third = Asked { page: 3, ..Asked::default() };
        assert_eq!(third.query(), "side=3");
        assert_eq!(third.but(|a| a.text = "børn & unge".into()).query(), "soeg=b%C3%B8rn%20%26%20unge");
    }
}
