//! What the pages read: wide, flat, read-only. Each function costs a fixed number of statements however much there is, and
//! shows only what the sight sees. What a model says of the elements comes in as a [`Shape`]; what the figures mean is the
//! domain's to judge.
//!
//! `chain_map` is the picture, `chain_table` the lists, `element_page` one element with its line and branch, `unit_page` one
//! unit, `judgements` the counts behind every judgement, `home` what one person should do and has missed, `found` what a
//! search shows. `narrow` is what they share: the filters.

mod chain_map;
mod chain_table;
mod element_page;
mod found;
mod home;
mod judgements;
mod narrow;
mod shape;
mod unit_page;

use crate::chain::mention;

pub use crate::chain::{Mention, UnitMention};
pub use chain_map::{Card, ChainMap, ColumnCount, Group, MapAsk, Side, map};
pub use chain_table::{ListAsk, ListRow, Sort, list};
pub use element_page::{Around, Below, Holder, LineUp, OpenAction, RollUp, StoodBy, around, is_one_of_few};
pub use found::{FoundRow, joined};
pub use home::{Counts, Home, HomeAsk, InChain, Task, TaskOf, chain_tasks, home};
pub use judgements::{
    Alike, CountedRow, CoverageRow, FactsAlike, LevelReach, LooseEnds, Reach, StateCount, counted, coverage, goals_alike, how_good,
    loose_ends, reaches, states, units_without,
};
pub use narrow::{Narrow, Only};
pub use shape::{Column, Shape};
pub use unit_page::{Asked, UnitBelow, UnitElement, UnitOverview, unit_overview};
