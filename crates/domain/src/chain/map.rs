//! Where each card of the chain map goes: columns are given, rows are chosen so that few lines cross.
//!
//! Cards that hang together form a band; bands stand one below the other in every column, in the order of their first
//! card, and cards without a line come last, together. Within a band the rows are found by the classic sweeps: each card
//! moves to the mean of its neighbours to the left, then to the right, and the order with the fewest crossings is kept.
//! The same cards in the same order always give the same picture. Cost: sweeps × E log V.

use std::collections::BTreeMap;

use pejl_kernel::ids::ElementId;

use super::Edge;

/// One card to place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Card {
    /// The element.
    pub id: ElementId,
    /// Its column, 0 leftmost.
    pub column: usize,
    /// How hard it pulls its neighbours to its own height: how much hangs on it. 0 counts as 1.
    pub weight: u32,
}

/// Where a card goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Place {
    /// The element.
    pub id: ElementId,
    /// Its column, as given.
    pub column: usize,
    /// Its row, 0 topmost; the rows of a column have no gaps.
    pub row: usize,
    /// Its band, 0 topmost.
    pub band: usize,
}

/// The whole picture.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ChainMap {
    /// One place a card, in the order the cards came.
    pub places: Vec<Place>,
    /// How many bands there are.
    pub bands: usize,
    /// How many pairs of lines cross.
    pub crossings: usize,
}

/// More sweeps than this change next to nothing.
const SWEEPS: usize = 12;
/// Sweeps in a row without a better order before it is good enough.
const PATIENCE: usize = 4;

/// Places every card once. Total: an edge to a card that is not there, or within one column, draws no line across.
pub fn lay_out(cards: &[Card], edges: &[Edge]) -> ChainMap {
    let links = links(cards, edges);
    let (band_of, bands) = bands(cards.len(), &links);
    let mut across: Vec<(usize, usize)> = links.into_iter().filter(|(a, b)| cards[*a].column != cards[*b].column).collect();
    for (a, b) in &mut across {
        if cards[*a].column > cards[*b].column {
            std::mem::swap(a, b); // left end first
        }
    }
    let mut order = Order::new(cards, &band_of);
    let mut best = (order.crossings(cards, &across), order.rows.clone());
    let (lefts, rights) = sides(cards.len(), &across);
    let mut idle = 0;
    for sweep in 0..SWEEPS {
        if best.0 == 0 || idle == PATIENCE {
            break;
        }
        if sweep % 2 == 0 {
            order.sweep(cards, &band_of, &lefts, false);
        } else {
            order.sweep(cards, &band_of, &rights, true);
        }
        let crossings = order.crossings(cards, &across);
        if crossings < best.0 {
            best = (crossings, order.rows.clone());
            idle = 0;
        } else {
            idle += 1;
        }
    }
    let (crossings, rows) = best;
    let place = |(i, card): (usize, &Card)| Place { id: card.id, column: card.column, row: rows[i], band: band_of[i] };
    ChainMap { places: cards.iter().enumerate().map(place).collect(), bands, crossings }
}

/// The edges as pairs of positions among the cards, each once.
fn links(cards: &[Card], edges: &[Edge]) -> Vec<(usize, usize)> {
    let mut position: BTreeMap<ElementId, usize> = BTreeMap::new();
    for (i, card) in cards.iter().enumerate() {
        position.entry(card.id).or_insert(i);
    }
    let mut links: Vec<(usize, usize)> = edges
        .iter()
        .filter_map(|edge| Some((*position.get(&edge.parent)?, *position.get(&edge.child)?)))
        .filter(|(a, b)| a != b)
        .collect();
    links.sort_unstable();
    links.dedup();
    links
}

/// The band of each card, and how many bands there are. Cards without a link share the last.
fn bands(cards: usize, links: &[(usize, usize)]) -> (Vec<usize>, usize) {
    let mut root: Vec<usize> = (0..cards).collect();
    let mut is_linked = vec![false; cards];
    for (a, b) in links {
        let (a_root, b_root) = (find(&mut root, *a), find(&mut root, *b));
        root[a_root.max(b_root)] = a_root.min(b_root); // the first card of a band is its root
        is_linked[*a] = true;
        is_linked[*b] = true;
    }
    let mut number: BTreeMap<usize, usize> = BTreeMap::new();
    for i in (0..cards).filter(|i| is_linked[*i]) {
        let next = number.len();
        number.entry(find(&mut root, i)).or_insert(next);
    }
    let loose = number.len();
    let band = |i: usize| {
        if is_linked[i] { number.get(&find(&mut root, i)).copied().unwrap_or(loose) } else { loose }
    };
    let band_of: Vec<usize> = (0..cards).map(band).collect();
    let bands = loose + usize::from(is_linked.contains(&false));
    (band_of, bands)
}

fn find(root: &mut [usize], mut i: usize) -> usize {
    while root[i] != i {
        root[i] = root[root[i]];
        i = root[i];
    }
    i
}

/// For each card its neighbours to the left, and to the right.
fn sides(cards: usize, across: &[(usize, usize)]) -> (Vec<Vec<usize>>, Vec<Vec<usize>>) {
    let (mut lefts, mut rights) = (vec![Vec::new(); cards], vec![Vec::new(); cards]);
    for (left, right) in across {
        rights[*left].push(*right);
        lefts[*right].push(*left);
    }
    (lefts, rights)
}

/// The order of the cards in each column.
struct Order {
    /// By column, the cards from top to bottom.
    columns: BTreeMap<usize, Vec<usize>>,
    /// The row of each card.
    rows: Vec<usize>,
    /// How far down its band in its column a card stands, in millionths: comparable between columns of unlike length.
    heights: Vec<u64>,
}

impl Order {
    fn new(cards: &[Card], band_of: &[usize]) -> Self {
        let mut columns: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (i, card) in cards.iter().enumerate() {
            columns.entry(card.column).or_default().push(i);
        }
        let mut order = Self { columns: BTreeMap::new(), rows: vec![0; cards.len()], heights: vec![0; cards.len()] };
        for column in columns.values_mut() {
            column.sort_by_key(|i| band_of[*i]);
            order.number(column, band_of);
        }
        order.columns = columns;
        order
    }

    /// Gives the cards of a column their rows and heights.
    fn number(&mut self, column: &[usize], band_of: &[usize]) {
        let mut first = 0;
        for band in column.chunk_by(|a, b| band_of[*a] == band_of[*b]) {
            for (at, i) in band.iter().enumerate() {
                self.rows[*i] = first + at;
                self.heights[*i] = (2 * at as u64 + 1) * 1_000_000 / (2 * band.len() as u64);
            }
            first += band.len();
        }
    }

    /// Moves every card to the mean height of its neighbours on one side, column by column away from that side.
    fn sweep(&mut self, cards: &[Card], band_of: &[usize], neighbours: &[Vec<usize>], from_right: bool) {
        let mut keys: Vec<usize> = self.columns.keys().copied().collect();
        if from_right {
            keys.reverse();
        }
        for key in keys {
            let Some(mut column) = self.columns.remove(&key) else {
                continue;
            };
            column.sort_by_cached_key(|i| (band_of[*i], self.pull(cards, *i, &neighbours[*i]), self.rows[*i]));
            self.number(&column, band_of);
            self.columns.insert(key, column);
        }
    }

    /// The mean height of a card's neighbours, by weight; its own where it has none.
    fn pull(&self, cards: &[Card], card: usize, neighbours: &[usize]) -> u64 {
        let weight = |i: usize| u128::from(cards[i].weight.max(1));
        let total: u128 = neighbours.iter().map(|i| weight(*i)).sum();
        let sum: u128 = neighbours.iter().map(|i| weight(*i) * u128::from(self.heights[*i])).sum();
        sum.checked_div(total).and_then(|mean| u64::try_from(mean).ok()).unwrap_or(self.heights[card])
    }

    /// How many pairs of lines between the same two columns cross.
    fn crossings(&self, cards: &[Card], across: &[(usize, usize)]) -> usize {
        let mut lines: BTreeMap<(usize, usize), Vec<(usize, usize)>> = BTreeMap::new();
        for (left, right) in across {
            let columns = (cards[*left].column, cards[*right].column);
            lines.entry(columns).or_default().push((self.rows[*left], self.rows[*right]));
        }
        lines.into_values().map(crossed).sum()
    }
}

/// How many pairs of lines cross: pairs in opposite order at the two ends, counted with a Fenwick tree.
fn crossed(mut lines: Vec<(usize, usize)>) -> usize {
    lines.sort_unstable();
    let height = lines.iter().map(|(_, right)| right + 1).max().unwrap_or(0);
    let mut tree = vec![0usize; height + 1];
    let mut crossings = 0;
    for (before, (_, right)) in lines.iter().enumerate() {
        let mut at_or_above = 0;
        let mut i = right + 1;
        while i > 0 {
            at_or_above += tree[i];
            i &= i - 1;
        }
        crossings += before - at_or_above;
        let mut i = right + 1;
        while i <= height {
            tree[i] += 1;
            i += i & i.wrapping_neg();
        }
    }
    crossings
}

#[cfg(test)]
mod tests {
    use super::*;
    use pejl_kernel::SequenceMint;
    use proptest::prelude::*;

    fn id(n: usize) -> ElementId {
        ElementId::new(&SequenceMint::after(n as u64))
    }

    fn cards(columns: &[usize]) -> Vec<Card> {
        columns.iter().enumerate().map(|(n, column)| Card { id: id(n), column: *column, weight: 1 }).collect()
    }

    fn edges(pairs: &[(usize, usize)]) -> Vec<Edge> {
        pairs.iter().map(|(child, parent)| Edge { child: id(*child), parent: id(*parent) }).collect()
    }

    #[test]
    fn two_goals_under_two_objectives_swap_so_that_their_lines_do_not_cross() {
        let map = lay_out(&cards(&[0, 0, 1, 1, 1]), &edges(&[(2, 1), (3, 0), (4, 0), (4, 1)]));
        let rows: Vec<usize> = map.places.iter().map(|p| p.row).collect();
        assert_eq!(map.crossings, 0);
        assert!(rows[3] < rows[4] && rows[4] < rows[2]);
    }

    #[test]
    fn an_orphan_stands_below_everything_that_hangs_together() {
        let map = lay_out(&cards(&[0, 1, 1]), &edges(&[(2, 0)]));
        assert_eq!(map.places[1], Place { id: id(1), column: 1, row: 1, band: 1 });
        assert_eq!(map.bands, 2);
    }

    #[test]
    fn an_empty_chain_is_an_empty_map() {
        assert_eq!(lay_out(&[], &edges(&[(1, 0)])), ChainMap::default());
    }

    proptest! {
        #[test]
        fn every_card_is_placed_once_and_rows_have_no_gaps(
            columns in prop::collection::vec(0usize..6, 0..60),
            pairs in prop::collection::vec((0usize..64, 0usize..64), 0..150),
        ) {
            let cards = cards(&columns);
            let map = lay_out(&cards, &edges(&pairs));
            prop_assert_eq!(map.places.len(), cards.len());
            for column in 0..6 {
                let mut here: Vec<&Place> = map.places.iter().filter(|p| p.column == column).collect();
                here.sort_by_key(|p| p.row);
                prop_assert!(here.iter().enumerate().all(|(row, place)| place.row == row));
                prop_assert!(here.windows(2).all(|pair| pair[0].band <= pair[1].band));
            }
            prop_assert!(map.places.iter().all(|p| p.band < map.bands));
        }

        #[test]
        fn the_same_cards_give_the_same_picture_whatever_the_order_of_the_edges(
            columns in prop::collection::vec(0usize..5, 0..40),
            pairs in prop::collection::vec((0usize..40, 0usize..40), 0..80),
        ) {
            let mut turned = edges(&pairs);
            turned.reverse();
            prop_assert_eq!(lay_out(&cards(&columns), &edges(&pairs)), lay_out(&cards(&columns), &turned));
        }

        #[test]
        fn crossings_are_counted_as_by_hand(lines in prop::collection::vec((0usize..12, 0usize..12), 0..40)) {
            let mut by_hand = 0;
            for (i, a) in lines.iter().enumerate() {
                for b in &lines[i + 1..] {
                    by_hand += usize::from((a.0 < b.0 && a.1 > b.1) || (a.0 > b.0 && a.1 < b.1));
                }
            }
            prop_assert_eq!(crossed(lines), by_hand);
        }
    }
}
