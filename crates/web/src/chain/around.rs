//! What lies around an element, laid out: the line up to the top, the branch down as a nested list, and the counts.

use std::collections::BTreeMap;

use pejl_app::overview::{Around, Below, Mention, RollUp};
use pejl_domain::chain::{Edge, StateName};
use pejl_kernel::ElementId;

use crate::chain::said::{Named, named};
use crate::inside::Inside;

/// How many elements a step of the line up names. Where there are more, the page says so and leads to the map.
const MOST_IN_A_STEP: usize = 5;

/// The line up from an element: what it serves, step by step from the top down, each element once however many ways lead
/// there, and last the element itself; and whether there is more than is named.
pub(crate) fn line_up(inside: &Inside, around: &Around) -> (Vec<Vec<Named>>, bool) {
    let up: BTreeMap<ElementId, &Mention> = around.up.iter().map(|line| (line.element.id, &line.element)).collect();
    let order: Vec<ElementId> = around.up.iter().map(|line| line.element.id).collect();
    let steps = steps_up(&around.edges, around.element.id, &order);
    let more = steps.iter().any(|step| step.len() > MOST_IN_A_STEP);
    let shown = |step: &Vec<ElementId>| -> Vec<Named> {
        step.iter().take(MOST_IN_A_STEP).filter_map(|id| up.get(id)).map(|mention| named(inside, mention)).collect()
    };
    let mut line: Vec<Vec<Named>> = steps.iter().map(shown).collect();
    line.push(vec![Named { href: None, ..named(inside, &around.element) }]);
    (line, more)
}

/// The elements above one in steps, the topmost first: each stands as far up as the longest way to it, so that nothing stands
/// beside or below what serves it.
fn steps_up(edges: &[Edge], from: ElementId, order: &[ElementId]) -> Vec<Vec<ElementId>> {
    let mut height: BTreeMap<ElementId, usize> = order.iter().map(|id| (*id, 1)).collect();
    height.insert(from, 0);
    // Each round can only lift, and no more rounds are needed than there are elements.
    for _ in order {
        let mut is_lifted = false;
        for edge in edges.iter().filter(|edge| edge.parent != from) {
            let Some(least) = height.get(&edge.child).map(|below| below + 1) else { continue };
            if let Some(here) = height.get_mut(&edge.parent).filter(|here| **here < least) {
                *here = least;
                is_lifted = true;
            }
        }
        if !is_lifted {
            break;
        }
    }
    let mut steps: BTreeMap<usize, Vec<ElementId>> = BTreeMap::new();
    for id in order {
        steps.entry(height.get(id).copied().unwrap_or(1)).or_default().push(*id);
    }
    steps.into_values().rev().collect()
}

/// One item of the nested list below an element. A template cannot call itself, so each item says what it opens and closes.
pub(crate) struct Branch {
    pub named: Named,
    /// Where something below stands under several, the others.
    pub also: String,
    pub due: String,
    /// Whether a list of its own follows.
    pub opens: bool,
    /// How many lists end after it.
    pub closes: usize,
}

/// The branch below an element: each thing once, under the first it serves.
pub(crate) fn branch(inside: &Inside, around: &Around) -> Vec<Branch> {
    let below: BTreeMap<ElementId, &Below> = around.down.iter().map(|b| (b.element.id, b)).collect();
    let order: Vec<ElementId> = around.down.iter().map(|b| b.element.id).collect();
    let placed = nested(&around.edges, around.element.id, &order);
    placed.into_iter().filter_map(|place| Some(item(inside, around, below.get(&place.id)?, place))).collect()
}

fn item(inside: &Inside, around: &Around, below: &Below, place: Place) -> Branch {
    let t = inside.t();
    let others: Vec<String> = around
        .edges
        .iter()
        .filter(|e| e.child == place.id && e.parent != place.under)
        .filter_map(|e| around.down.iter().find(|b| b.element.id == e.parent))
        .map(|b| b.element.number.to_string())
        .collect();
    Branch {
        named: named(inside, &below.element),
        also: if others.is_empty() { String::new() } else { t.a("chain-also-under", "numbers", t.and_list(&others)) },
        due: below.due.map(|due| t.a("chain-due-short", "date", t.date_medium(due))).unwrap_or_default(),
        opens: place.opens,
        closes: place.closes,
    }
}

struct Place {
    id: ElementId,
    under: ElementId,
    opens: bool,
    closes: usize,
}

/// The elements of a branch in the order of a nested list. Each stands once, however many ways lead there; without
/// recursion, because a chain may be deep.
fn nested(edges: &[Edge], top: ElementId, order: &[ElementId]) -> Vec<Place> {
    let rank: BTreeMap<ElementId, usize> = order.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    let mut parent: BTreeMap<ElementId, ElementId> = BTreeMap::new();
    let rank_of = |id: ElementId| if id == top { Some(0) } else { rank.get(&id).map(|at| at + 1) };
    for edge in edges.iter().filter(|e| rank.contains_key(&e.child)) {
        // The nearest above is the one that the shortest way led through: it stands earlier in the order.
        let Some(at) = rank_of(edge.parent) else { continue };
        let earlier = parent.get(&edge.child).and_then(|p| rank_of(*p)).is_some_and(|known| known <= at);
        if !earlier && rank_of(edge.child).is_some_and(|child| at < child) {
            parent.insert(edge.child, edge.parent);
        }
    }
    let mut children: BTreeMap<ElementId, Vec<ElementId>> = BTreeMap::new();
    for id in order {
        if let Some(parent) = parent.get(id) {
            children.entry(*parent).or_default().push(*id);
        }
    }
    let of = |id: ElementId| children.get(&id).map(Vec::as_slice).unwrap_or_default();
    let mut places: Vec<Place> = Vec::new();
    // What is still to come, the next last; with how many lists end once it and all below it have been said.
    let mut open: Vec<(ElementId, ElementId, usize)> = pushed(top, of(top), 0);
    while let Some((id, under, ending)) = open.pop() {
        let below = of(id);
        let closes = if below.is_empty() { ending } else { 0 };
        places.push(Place { id, under, opens: !below.is_empty(), closes });
        if !below.is_empty() {
            open.extend(pushed(id, below, ending + 1));
        }
    }
    places
}

/// The children of one in the order in which a stack gives them back; the last one ends the lists.
fn pushed(under: ElementId, children: &[ElementId], ending: usize) -> Vec<(ElementId, ElementId, usize)> {
    let last = children.len().saturating_sub(1);
    let marked = children.iter().enumerate().map(|(at, id)| (*id, under, if at == last { ending } else { 0 }));
    let mut stack: Vec<_> = marked.collect();
    stack.reverse();
    stack
}

/// A number of things below with what they are called, leading to their list.
pub(crate) struct Count {
    pub number: String,
    pub label: String,
    pub href: String,
}

/// How many of each sort stand below, each counted once, in the order of the model; with how many of them are in force,
/// where that is not all.
pub(crate) fn counts(inside: &Inside, around: &Around) -> Vec<Count> {
    let (t, model) = (inside.t(), &inside.visit.place.model);
    let column = |roll: &RollUp| model.elements.iter().position(|s| s.kind == roll.kind && s.levels.contains(&roll.level));
    // By the place in the model: all, and those in force.
    let mut sums: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    for (at, roll) in around.roll_up.iter().filter(|r| r.state.is_live()).filter_map(|r| Some((column(r)?, r))) {
        let sum = sums.entry(at).or_default();
        sum.0 += roll.count;
        sum.1 += if roll.state.name() == StateName::Adopted { roll.count } else { 0 };
    }
    let shown = sums.into_iter().filter_map(|(at, (all, in_force))| {
        let forms = inside.voice.spec(model.elements.get(at)?);
        let word = if all == 1 { &forms.singular } else { &forms.plural };
        let label = if in_force == all {
            word.clone()
        } else {
            t.say_with("chain-count-below", &pejl_lang::Args::new().text("word", word).count("adopted", in_force))
        };
        let href = inside.href(&format!("kaeden?valgt={}", around.element.number));
        Some(Count { number: t.count(all), label, href })
    });
    shown.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(n: u32) -> ElementId {
        format!("00000000-0000-0000-0000-{n:012}").parse().unwrap()
    }

    fn edges(pairs: &[(u32, u32)]) -> Vec<Edge> {
        pairs.iter().map(|(child, parent)| Edge { child: id(*child), parent: id(*parent) }).collect()
    }

    #[test]
    fn a_nested_list_opens_and_closes_as_often() {
        // 1 over 2 and 3; 2 over 4; 4 over 5; 5 serves 3 too.
        let edges = edges(&[(2, 1), (3, 1), (4, 2), (5, 4), (5, 3)]);
        let order = [2, 3, 4, 5].map(id);
        let places = nested(&edges, id(1), &order);
        let said: Vec<_> = places.iter().map(|p| (p.id, p.opens, p.closes)).collect();
        assert_eq!(said, [(id(2), true, 0), (id(4), false, 1), (id(3), true, 0), (id(5), false, 1)]);
        let opened = places.iter().filter(|p| p.opens).count();
        assert_eq!(opened, places.iter().map(|p| p.closes).sum::<usize>());
    }

    #[test]
    fn each_element_stands_once_in_the_branch_however_many_it_serves() {
        let edges = edges(&[(2, 1), (3, 1), (4, 2), (4, 3)]);
        let places = nested(&edges, id(1), &[2, 3, 4].map(id));
        assert_eq!(places.iter().filter(|p| p.id == id(4)).count(), 1);
    }

    #[test]
    fn what_several_lines_up_share_stands_once() {
        // 9 under 4 and 5, both under 3, under 2, which serves 1 and 10.
        let edges = edges(&[(9, 4), (9, 5), (4, 3), (5, 3), (3, 2), (2, 1), (2, 10)]);
        let steps = steps_up(&edges, id(9), &[4, 5, 3, 2, 1, 10].map(id));
        assert_eq!(steps, [vec![id(1), id(10)], vec![id(2)], vec![id(3)], vec![id(4), id(5)]]);
    }

    #[test]
    fn an_element_stands_above_everything_that_serves_it_even_where_a_shorter_way_leads_there() {
        let edges = edges(&[(9, 1), (9, 2), (2, 1)]);
        assert_eq!(steps_up(&edges, id(9), &[1, 2].map(id)), [vec![id(1)], vec![id(2)]]);
    }

    #[test]
    fn an_element_at_the_top_has_nothing_above() {
        assert!(steps_up(&[], id(1), &[]).is_empty());
    }
}
