//! Lines through the chain: from one element up to what it serves and down to what serves it. Used to light up what is on
//! the page; what is beyond the page the store finds.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use pejl_kernel::ids::ElementId;

/// One contribution: the child serves the parent.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Edge {
    /// What serves.
    pub child: ElementId,
    /// What is served.
    pub parent: ElementId,
}

/// Everything above and below one element, each once however many ways lead there; the element itself is in neither.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Lines {
    /// What it serves, directly and further up.
    pub up: BTreeSet<ElementId>,
    /// What serves it, directly and further down.
    pub down: BTreeSet<ElementId>,
}

impl Lines {
    /// The lines through `from`.
    pub fn through(edges: &[Edge], from: ElementId) -> Self {
        Self {
            up: reached(&neighbours(edges.iter().map(|e| (e.child, e.parent))), from),
            down: reached(&neighbours(edges.iter().map(|e| (e.parent, e.child))), from),
        }
    }

    /// Whether an element lies on a line, above or below.
    pub fn holds(&self, id: ElementId) -> bool {
        self.up.contains(&id) || self.down.contains(&id)
    }
}

/// A shortest path upwards from one element to another, both included; `None` where none leads there.
pub fn path_between(edges: &[Edge], from: ElementId, to: ElementId) -> Option<Vec<ElementId>> {
    let above = neighbours(edges.iter().map(|e| (e.child, e.parent)));
    let mut came_from: BTreeMap<ElementId, ElementId> = BTreeMap::new();
    let mut queue = VecDeque::from([from]);
    while let Some(here) = queue.pop_front() {
        if here == to {
            return Some(walked_back(&came_from, from, to));
        }
        for next in above.get(&here).into_iter().flatten() {
            if *next != from && !came_from.contains_key(next) {
                came_from.insert(*next, here);
                queue.push_back(*next);
            }
        }
    }
    None
}

fn walked_back(came_from: &BTreeMap<ElementId, ElementId>, from: ElementId, to: ElementId) -> Vec<ElementId> {
    let mut path = vec![to];
    let mut here = to;
    while here != from
        && let Some(before) = came_from.get(&here)
    {
        path.push(*before);
        here = *before;
    }
    path.reverse();
    path
}

fn neighbours(pairs: impl Iterator<Item = (ElementId, ElementId)>) -> BTreeMap<ElementId, Vec<ElementId>> {
    let mut all: BTreeMap<ElementId, Vec<ElementId>> = BTreeMap::new();
    for (one, other) in pairs {
        all.entry(one).or_default().push(other);
    }
    all
}

fn reached(next: &BTreeMap<ElementId, Vec<ElementId>>, from: ElementId) -> BTreeSet<ElementId> {
    let mut seen = BTreeSet::new();
    let mut waiting = vec![from];
    while let Some(here) = waiting.pop() {
        for there in next.get(&here).into_iter().flatten() {
            if *there != from && seen.insert(*there) {
                waiting.push(*there);
            }
        }
    }
    seen
}

#[cfg(test)]
mod tests {
    use super::*;
    use pejl_kernel::SequenceMint;
    use proptest::prelude::*;

    fn id(n: u8) -> ElementId {
        ElementId::new(&SequenceMint::after(n.into()))
    }

    fn edges(pairs: &[(u8, u8)]) -> Vec<Edge> {
        pairs.iter().map(|(child, parent)| Edge { child: id(*child), parent: id(*parent) }).collect()
    }

    #[test]
    fn a_goal_reached_two_ways_is_counted_once() {
        let lines = Lines::through(&edges(&[(4, 2), (4, 3), (2, 1), (3, 1)]), id(1));
        assert_eq!(lines.down, BTreeSet::from([id(2), id(3), id(4)]));
        assert!(lines.up.is_empty());
    }

    #[test]
    fn the_path_upwards_names_every_element_on_it() {
        let edges = edges(&[(4, 2), (2, 1), (3, 1)]);
        assert_eq!(path_between(&edges, id(4), id(1)), Some(vec![id(4), id(2), id(1)]));
        assert_eq!(path_between(&edges, id(3), id(2)), None);
    }

    proptest! {
        #[test]
        fn lines_end_even_where_the_edges_run_in_circles(pairs in prop::collection::vec((0u8..12, 0u8..12), 0..60), from in 0u8..12) {
            let edges = edges(&pairs);
            let lines = Lines::through(&edges, id(from));
            prop_assert!(!lines.holds(id(from)));
            for above in &lines.up {
                prop_assert!(path_between(&edges, id(from), *above).is_some());
            }
        }

        #[test]
        fn no_circle_is_possible_where_every_tie_asks_for_a_path_first(pairs in prop::collection::vec((0u8..10, 0u8..10), 0..80)) {
            let mut tied: Vec<Edge> = Vec::new();
            for edge in edges(&pairs) {
                if path_between(&tied, edge.parent, edge.child).is_none() {
                    tied.push(edge);
                }
            }
            for edge in &tied {
                prop_assert!(path_between(&tied, edge.parent, edge.child).is_none());
            }
        }
    }
}
