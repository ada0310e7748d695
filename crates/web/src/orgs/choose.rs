//! Choosing a person in a form: a municipality has more people than a list can hold, so the list is narrowed by name.

use pejl_app::Tx;
use pejl_app::orgs;
use pejl_app::shown::{PersonFilter, PersonRow};
use pejl_kernel::PersonId;
use pejl_policy::Sight;

use crate::ending::Stop;
use crate::forms::Choice;

/// So many people a list offers at most.
const MOST: usize = 200;

/// The people a form offers.
pub(crate) struct People {
    /// What the list is narrowed by.
    pub find: String,
    /// Whether there are more than are offered.
    pub more: bool,
    rows: Vec<PersonRow>,
}

impl People {
    pub async fn load(tx: &mut Tx, sight: &Sight, find: &str) -> Result<Self, Stop> {
        let filter = PersonFilter { name: find.to_owned(), skip: 0, most: MOST as i64 + 1 };
        let mut rows = orgs::people(tx, sight, &filter).await?;
        let more = rows.len() > MOST;
        rows.truncate(MOST);
        Ok(Self { find: find.to_owned(), more, rows })
    }

    /// The choices, `none` first.
    pub fn choices(&self, chosen: &str, none: &str) -> Vec<Choice> {
        let mut choices = vec![Choice::new("", none, chosen.is_empty())];
        choices.extend(self.rows.iter().map(|row| {
            let id = row.id.to_string();
            let label = match &row.position {
                Some(position) => format!("{} ({position})", row.name),
                None => row.name.clone(),
            };
            let is_chosen = id == chosen;
            Choice::new(id, label, is_chosen)
        }));
        choices
    }

    /// The person a form sent, where it was offered.
    pub fn id(&self, text: &str) -> Option<PersonId> {
        self.rows.iter().map(|row| row.id).find(|id| id.to_string() == text)
    }
}
