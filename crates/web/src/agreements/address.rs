//! What the list of agreements is asked for, as it stands in the address: read once, and written again with one thing changed.

use pejl_app::agreements::{AgreementAsk, Meant, Missing, Within};
use pejl_domain::agreements::AgreementState;
use pejl_domain::models::{Key, Model};
use pejl_kernel::UnitId;

use crate::forms::{Typed, encoded};
use crate::orgs::unit_serial;

/// How the years together are spelled in an address.
pub(super) const EVERY_YEAR: &str = "alle";
/// Rows on a page.
pub(super) const ROWS: i64 = 60;

/// How each state is spelled in an address.
const STATES: &[(AgreementState, &str)] = &[
    (AgreementState::Draft, "kladde"),
    (AgreementState::Hearing, "hoering"),
    (AgreementState::Dialogue, "dialog"),
    (AgreementState::Submitted, "sendt-frem"),
    (AgreementState::Returned, "sendt-tilbage"),
    (AgreementState::Approved, "godkendt"),
    (AgreementState::Reported, "afrapporteret"),
    (AgreementState::Closed, "afsluttet"),
    (AgreementState::Withdrawn, "trukket-tilbage"),
];

/// How what may be missing is spelled in an address.
const MISSING: &[(Missing, &str)] = &[
    (Missing::Hearing, "hoering"),
    (Missing::Theme, "tema"),
    (Missing::Goals, "maal"),
    (Missing::Signature, "underskrift"),
    (Missing::Answer, "svar"),
    (Missing::Deadline, "frist"),
];

fn read<T: Copy>(table: &[(T, &str)], text: &str) -> Option<T> {
    table.iter().find(|(_, spelled)| *spelled == text).map(|(of, _)| *of)
}

fn spelled<T: Copy + PartialEq>(table: &[(T, &'static str)], of: T) -> &'static str {
    table.iter().find(|(one, _)| *one == of).map_or("", |(_, text)| text)
}

/// How a state is spelled in an address.
pub(super) fn state_text(state: AgreementState) -> &'static str {
    spelled(STATES, state)
}

/// How something that may be missing is spelled in an address.
pub(super) fn missing_text(missing: Missing) -> &'static str {
    spelled(MISSING, missing)
}

/// Which year is asked for.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) enum Year {
    /// Nothing said: the one we are in.
    #[default]
    Now,
    Every,
    Of(i16),
}

/// Everything the list may be asked for.
#[derive(Clone, Default)]
pub(super) struct Asked {
    pub year: Year,
    pub kind: Option<Key>,
    pub state: Option<AgreementState>,
    /// The number of a unit: its agreements, and those below it.
    pub unit: Option<i64>,
    pub missing: Option<Missing>,
    pub text: String,
    /// From 1; 0 is 1.
    pub page: i64,
}

impl Asked {
    /// Reads an address. What it does not know it passes over: an old bookmark still shows a page.
    pub fn read(query: &Typed, model: &Model) -> Self {
        let year = match query.get("aar") {
            "" => Year::Now,
            EVERY_YEAR => Year::Every,
            text => text.parse().map_or(Year::Now, Year::Of),
        };
        Self {
            year,
            kind: Key::parse(query.get("slags")).filter(|key| model.agreements.iter().any(|kind| kind.key == *key)),
            state: read(STATES, query.get("tilstand")),
            unit: unit_serial(query.get("enhed").trim()),
            missing: read(MISSING, query.get("mangler")),
            text: query.get("q").trim().to_owned(),
            page: query.get("side").parse().unwrap_or(0).clamp(0, 100_000),
        }
    }

    /// The address of the list.
    pub fn rest(&self) -> String {
        let mut parts: Vec<String> = Vec::new();
        let mut add = |name: &str, value: &str| {
            if !value.is_empty() {
                parts.push(format!("{name}={}", encoded(value)));
            }
        };
        add(
            "aar",
            &match self.year {
                Year::Now => String::new(),
                Year::Every => EVERY_YEAR.to_owned(),
                Year::Of(year) => year.to_string(),
            },
        );
        add("slags", self.kind.as_ref().map_or("", Key::as_str));
        add("tilstand", self.state.map_or("", state_text));
        add("enhed", &self.unit.map(|serial| format!("E-{serial}")).unwrap_or_default());
        add("mangler", self.missing.map_or("", missing_text));
        add("q", &self.text);
        add("side", &if self.page > 1 { self.page.to_string() } else { String::new() });
        if parts.is_empty() { "aftaler".to_owned() } else { format!("aftaler?{}", parts.join("&")) }
    }

    /// With something changed, and back on the first page.
    pub fn but(&self, change: impl FnOnce(&mut Self)) -> Self {
        let mut asked = Self { page: 0, ..self.clone() };
        change(&mut asked);
        asked
    }

    /// Whether more than the year narrows the list.
    pub fn is_narrowed(&self) -> bool {
        self.kind.is_some() || self.state.is_some() || self.unit.is_some() || self.missing.is_some() || !self.text.is_empty()
    }

    /// The list asked for. `year` is what [`Asked::year`] comes to.
    pub fn list(&self, meant: Meant, year: Option<i16>, unit: Option<UnitId>) -> AgreementAsk {
        AgreementAsk {
            meant,
            kind: self.kind.clone(),
            states: self.state.into_iter().collect(),
            year,
            within: unit.map(Within::Below),
            text: self.text.clone(),
            missing: self.missing,
            skip: (self.page.max(1) - 1) * ROWS,
            most: ROWS,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_only_what_is_asked_for() {
        assert_eq!(Asked::default().rest(), "aftaler");
        let asked = Asked { year: Year::Of(2019), page: 3, ..Asked::default() };
        assert_eq!(asked.rest(), "aftaler?aar=2019&side=3");
        assert_eq!(asked.but(|a| a.missing = Some(Missing::Theme)).rest(), "aftaler?aar=2019&mangler=tema");
    }

    #[test]
    fn every_state_and_everything_missing_has_an_address() {
        assert!(AgreementState::ALL.iter().all(|state| !state_text(*state).is_empty()));
        assert!(Missing::ALL.iter().all(|missing| !missing_text(*missing).is_empty()));
    }
}
