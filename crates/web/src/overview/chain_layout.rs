//! The shape of the chain's picture: which specs share a column, and how far down each card stands.

use std::collections::BTreeMap;

use pejl_app::overview::Shape;
use pejl_domain::chain::{Edge, map};
use pejl_domain::models::{ElementSpec, Key, Model};
use pejl_kernel::ElementId;

/// How far down the chain a spec stands: one below the lowest it may stand under. Specs of one depth share a column of the
/// picture, so that a chain reads from left to right in as few steps as it has.
pub(super) fn depths(model: &Model, shape: &Shape) -> Vec<usize> {
    let specs: Vec<Option<&ElementSpec>> = shape.columns.iter().map(|column| model.element(&column.spec)).collect();
    let mut depths = vec![0usize; specs.len()];
    let place = |key: &Key| shape.columns.iter().position(|column| column.spec == *key);
    for _ in 0..specs.len() {
        // A sound model has no circle, so that as many rounds as there are specs settle every depth.
        for (at, spec) in specs.iter().enumerate() {
            let above = spec.iter().flat_map(|spec| &spec.under).filter_map(place).map(|above| depths[above] + 1);
            depths[at] = above.max().unwrap_or(0).min(specs.len());
        }
    }
    depths
}

/// Lets short columns breathe: the order the layout found is kept, and each card moves down to stand level with what hangs on
/// it. From the last column to the first, as the longest column gives the picture its height.
pub(super) fn spread(places: &[map::Place], edges: &[Edge]) -> Vec<usize> {
    let mut rows: Vec<usize> = places.iter().map(|place| place.row).collect();
    let at: BTreeMap<ElementId, usize> = places.iter().enumerate().map(|(i, place)| (place.id, i)).collect();
    let mut columns: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (i, place) in places.iter().enumerate() {
        columns.entry(place.column).or_default().push(i);
    }
    for column in columns.values_mut() {
        column.sort_by_key(|i| places[*i].row);
    }
    let longest = columns.iter().max_by_key(|(_, cards)| cards.len()).map_or(0, |(column, _)| *column);
    let height = columns.get(&longest).map_or(0, Vec::len);
    // Away from the longest column, first to the left, then to the right; each settles by its neighbours on the side it came from.
    let leftwards = columns.keys().copied().filter(|c| *c < longest).rev();
    let rightwards = columns.keys().copied().filter(|c| *c > longest);
    for column in leftwards.chain(rightwards) {
        let Some(cards) = columns.get(&column) else { continue };
        let mut next = 0;
        for (before, i) in cards.iter().enumerate() {
            let id = places[*i].id;
            let neighbours: Vec<usize> = edges
                .iter()
                .filter_map(|edge| match (edge.parent == id, edge.child == id) {
                    (true, _) => Some(edge.child),
                    (_, true) => Some(edge.parent),
                    (false, false) => None,
                })
                .filter_map(|other| at.get(&other).copied())
                .filter(|other| if column < longest { places[*other].column > column } else { places[*other].column < column })
                .map(|other| rows[other])
                .collect();
            let wanted = match neighbours.len() {
                0 => next,
                n => (neighbours.iter().sum::<usize>() + n / 2) / n,
            };
            let after = cards.len() - before - 1;
            let latest = height.saturating_sub(after + 1).max(next); // room for those below
            rows[*i] = wanted.clamp(next, latest);
            next = rows[*i] + 1;
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use pejl_kernel::SequenceMint;

    fn id(n: u64) -> ElementId {
        ElementId::new(&SequenceMint::after(n))
    }

    fn place(n: u64, column: usize, row: usize) -> map::Place {
        map::Place { id: id(n), column, row, band: 0 }
    }

    #[test]
    fn an_objective_stands_level_with_the_middle_of_its_goals() {
        let places = [place(0, 0, 0), place(1, 1, 0), place(2, 1, 1), place(3, 1, 2)];
        let edges: Vec<Edge> = (1..4).map(|n| Edge { child: id(n), parent: id(0) }).collect();
        assert_eq!(spread(&places, &edges), [1, 0, 1, 2]);
    }

    #[test]
    fn cards_never_change_places_nor_leave_the_picture() {
        let places = [place(0, 0, 0), place(1, 0, 1), place(2, 1, 0), place(3, 1, 1), place(4, 1, 2)];
        let edges = [Edge { child: id(4), parent: id(0) }, Edge { child: id(4), parent: id(1) }];
        assert_eq!(spread(&places, &edges), [1, 2, 0, 1, 2]);
    }
}
