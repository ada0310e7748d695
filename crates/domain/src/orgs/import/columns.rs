//! The columns of a file, by their Danish and English names.

use super::{Fault, Sheet};
use crate::sentence::Sentence;

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Column {
    /// The unit's id in the system the file comes from, kept to the letter.
    ForeignId,
    /// The unit's number here, `E-12`.
    Number,
    /// The unit's name.
    Name,
    /// The unit above, by either of the two.
    Parent,
    /// Its kind in the model.
    Kind,
    /// Its level in the model.
    Level,
    /// A grouping across the tree.
    Area,
    /// Service or support.
    Function,
    /// The leader's id in the system the file comes from.
    LeaderId,
    /// The leader's name.
    LeaderName,
    /// The leader's mail address.
    LeaderEmail,
    /// What the leader's position is called.
    LeaderTitle,
    /// First day.
    From,
    /// Last day.
    To,
}

impl Column {
    /// Every column, in the order of a file that Pejl writes.
    pub const ALL: [Self; 14] = [
        Self::ForeignId,
        Self::Number,
        Self::Name,
        Self::Parent,
        Self::Kind,
        Self::Level,
        Self::Area,
        Self::Function,
        Self::LeaderId,
        Self::LeaderName,
        Self::LeaderEmail,
        Self::LeaderTitle,
        Self::From,
        Self::To,
    ];

    /// The name Pejl gives it.
    pub const fn label(self) -> &'static str {
        self.names()[0]
    }

    /// Its names, in small letters, with `_` for what separates words and `ae`, `oe`, `aa` for the Danish letters.
    const fn names(self) -> &'static [&'static str] {
        match self {
            Self::ForeignId => {
                &["enhed_uuid", "uuid", "enhed_id", "enhedsid", "enheds_id", "org_uuid", "org_id", "id", "unit_uuid", "unit_id"]
            }
            Self::Number => &["enhed_nr", "enhedsnr", "enheds_nr", "enhedsnummer", "nummer", "nr", "unit_number", "number"],
            Self::Name => &["navn", "enhedsnavn", "enhed_navn", "enheds_navn", "enhed", "name", "unit_name", "unit"],
            Self::Parent => &[
                "overenhed_uuid",
                "overenhed",
                "overenhed_nr",
                "overenhed_id",
                "foraelder",
                "foraelder_uuid",
                "hoerer_under",
                "parent",
                "parent_uuid",
                "parent_id",
                "parent_number",
            ],
            Self::Kind => &["type", "enhedstype", "enheds_type", "slags", "kind", "unit_type", "unit_kind"],
            Self::Level => &["niveau", "enhedsniveau", "enheds_niveau", "level", "unit_level"],
            Self::Area => &["omraade", "area"],
            Self::Function => &["opgave", "funktion", "function", "task"],
            Self::LeaderId => &["leder_uuid", "leder_id", "leader_uuid", "leader_id", "manager_uuid", "manager_id"],
            Self::LeaderName => &["leder_navn", "leder", "lederens_navn", "leader_name", "leader", "manager_name", "manager"],
            Self::LeaderEmail => {
                &["leder_email", "leder_e_mail", "leder_mail", "leader_email", "leader_mail", "manager_email", "manager_mail"]
            }
            Self::LeaderTitle => &["leder_stilling", "leder_titel", "stilling", "leader_title", "manager_title", "position"],
            Self::From => &["gyldig_fra", "fra", "startdato", "fra_dato", "valid_from", "from", "start", "start_date"],
            Self::To => &["gyldig_til", "til", "slutdato", "til_dato", "valid_to", "to", "end", "end_date"],
        }
    }

    fn named(name: &str) -> Option<Self> {
        let name = folded(name);
        Self::ALL.into_iter().find(|c| c.names().contains(&name.as_str()))
    }
}

/// `Overenhed UUID` and `overenhed-uuid` are the same column.
fn folded(name: &str) -> String {
    let mut out = String::new();
    for c in name.trim().trim_start_matches('\u{feff}').to_lowercase().chars() {
        match c {
            'æ' => out.push_str("ae"),
            'ø' => out.push_str("oe"),
            'å' => out.push_str("aa"),
            c if c.is_alphanumeric() => out.push(c),
            _ if out.ends_with('_') => {}
            _ => out.push('_'),
        }
    }
    out.trim_matches('_').to_owned()
}

/// Which column stands where.
pub(super) struct Columns {
    places: [Option<usize>; Column::ALL.len()],
    header: Vec<String>,
    /// Those that are not read.
    pub unread: Vec<String>,
}

impl Columns {
    /// Reads the header.
    ///
    /// # Errors
    /// What is wrong with it: a column named twice, none for the name, none for an id.
    pub fn read(sheet: &Sheet) -> Result<Self, Vec<Fault>> {
        let mut columns = Self { places: [None; Column::ALL.len()], header: sheet.header.clone(), unread: Vec::new() };
        let mut faults = Vec::new();
        let fault = |name: &str, sentence: Sentence| Fault {
            line: 1,
            column: name.trim().to_owned(),
            found: name.trim().to_owned(),
            sentence,
        };
        for (place, name) in sheet.header.iter().enumerate() {
            match Column::named(name) {
                Some(column) => match columns.places[column as usize] {
                    None => columns.places[column as usize] = Some(place),
                    Some(first) => faults
                        .push(fault(name, Sentence::new("import-fault-column-twice").text("other", sheet.header[first].trim()))),
                },
                None if name.trim().is_empty() => {}
                None => columns.unread.push(name.trim().to_owned()),
            }
        }
        if !columns.has(Column::Name) {
            faults.push(fault("", Sentence::new("import-fault-no-name-column").text("column", Column::Name.label())));
        }
        if !columns.has(Column::ForeignId) && !columns.has(Column::Number) {
            let sentence = Sentence::new("import-fault-no-id-column")
                .text("column", Column::ForeignId.label())
                .text("other", Column::Number.label());
            faults.push(fault("", sentence));
        }
        if faults.is_empty() { Ok(columns) } else { Err(faults) }
    }

    /// Whether the file has it.
    pub fn has(&self, column: Column) -> bool {
        self.places[column as usize].is_some()
    }

    /// Its name in the file; ours where the file has none.
    pub fn name(&self, column: Column) -> String {
        let place = self.places[column as usize];
        place.map_or_else(|| column.label().to_owned(), |p| self.header[p].trim().to_owned())
    }

    /// The cell of a row: `None` where the file has no such column, empty where the row has nothing in it.
    pub fn cell<'r>(&self, cells: &'r [String], column: Column) -> Option<&'r str> {
        let place = self.places[column as usize]?;
        Some(cells.get(place).map(|c| c.trim()).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_known_by_its_danish_and_english_names_however_they_are_written() {
        for name in ["niveau", "Niveau", " NIVEAU ", "level", "enheds-niveau"] {
            assert_eq!(Column::named(name), Some(Column::Level), "{name}");
        }
        assert_eq!(Column::named("Område"), Some(Column::Area));
        assert_eq!(Column::named("\u{feff}Enhed UUID"), Some(Column::ForeignId));
        assert_eq!(Column::named("pnummer"), None);
    }

    #[test]
    fn no_name_belongs_to_two_columns() {
        let mut all: Vec<&str> = Column::ALL.iter().flat_map(|c| c.names()).copied().collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
        for column in Column::ALL {
            assert_eq!(Column::ALL[column as usize], column);
            for name in column.names() {
                assert_eq!(folded(name), *name);
            }
        }
    }
}
