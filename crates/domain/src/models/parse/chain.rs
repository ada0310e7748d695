//! Whether the levels, elements and agreements of a model hang together: one top, no circles, everything adoptable, and
//! agreements only between levels that touch.

use std::collections::HashMap;

use super::{read::Table, sections::Read};
use crate::models::{
    AgreementKind, BodyKind, CountedWithin, ElementKind, ElementSpec, GoalField, GoalTemplate, Key, Level, fault::FaultKind,
};

/// Which level stands above which.
pub(super) struct Ladder(HashMap<Key, Option<Key>>);

impl Ladder {
    /// The level and every level above it, nearest first. Ends where a circle would begin again.
    fn upwards<'a>(&'a self, level: &'a Key) -> impl Iterator<Item = &'a Key> {
        let above = |here: &&'a Key| self.0.get(*here).and_then(Option::as_ref);
        std::iter::successors(Some(level), above).take(self.0.len() + 1)
    }

    /// Whether the first is the second or stands above it.
    pub fn is_at_or_above(&self, upper: &Key, lower: &Key) -> bool {
        self.upwards(lower).any(|here| here == upper)
    }

    /// Whether the first stands above the second.
    pub fn is_above(&self, upper: &Key, lower: &Key) -> bool {
        upper != lower && self.is_at_or_above(upper, lower)
    }

    /// The levels between an upper and a lower one; `None` where the first is not above the second.
    fn between(&self, upper: &Key, lower: &Key) -> Option<Vec<Key>> {
        let passed = || self.upwards(lower).skip(1);
        passed().any(|here| here == upper).then(|| passed().take_while(|here| *here != upper).cloned().collect())
    }
}

/// Checks the levels, and answers which stands above which.
pub(super) fn levels(levels: &Read<'_, Level>) -> Ladder {
    let above = |at: usize| levels.get(at).and_then(|(level, _)| level.above.clone()).into_iter().collect();
    let keys: Vec<&Key> = levels.iter().map(|(level, _)| &level.key).collect();
    let rings = circles(&keys, above);
    for (at, path) in &rings {
        if let Some((_, table)) = levels.get(*at) {
            table.fault(table.place("above"), FaultKind::LevelCircle { path: path.clone() });
        }
    }
    let in_a_ring = |key: &Key| rings.iter().any(|(_, path)| path.contains(key));

    let mut top: Option<(&Level, &Table<'_>)> = None;
    let mut before: Option<&Key> = None;
    for (at, (level, table)) in levels.iter().enumerate() {
        match (&level.above, top) {
            (None, _) if table.has("above") => {} // points to nothing: said already
            (None, None) => {
                top = Some((level, table));
                if level.body != BodyKind::Council {
                    let kind = FaultKind::TopIsNotCouncil { level: level.key.clone(), body: level.body };
                    table.fault(table.place("body"), kind);
                }
            }
            (None, Some((first, first_table))) if level.body == BodyKind::Council => {
                let kind = FaultKind::SecondTop { level: level.key.clone(), first: first.key.clone() };
                table.fault_also(table.place("key"), first_table.place("key"), kind);
            }
            (None, Some(_)) => {
                let kind = FaultKind::LevelWithoutParent { level: level.key.clone(), suggestion: before.cloned() };
                table.fault(table.place("key"), kind);
            }
            (Some(above), _) => {
                let stands_later = levels.iter().skip(at + 1).any(|(other, _)| other.key == *above);
                if stands_later && !in_a_ring(&level.key) {
                    let kind = FaultKind::LevelOutOfOrder { level: level.key.clone(), above: above.clone() };
                    table.fault(table.place("above"), kind);
                }
            }
        }
        before = Some(&level.key);
    }
    // Cut open where a circle was closed, so that the levels of a circle are still judged as the rest would have them.
    let above = |(at, (level, _)): (usize, &(Level, Table<'_>))| {
        let closes = rings.iter().any(|(place, _)| *place == at);
        (level.key.clone(), if closes { None } else { level.above.clone() })
    };
    Ladder(levels.iter().enumerate().map(above).collect())
}

/// Checks the elements, and sets the default of `served`: something is expected below what another may stand under.
pub(super) fn elements(elements: &mut Read<'_, ElementSpec>, ladder: &Ladder) {
    let named: Vec<Key> = elements.iter().flat_map(|(element, _)| element.under.clone()).collect();
    for (element, table) in elements.iter_mut() {
        let is_named = named.contains(&element.key);
        if !table.has("served") {
            element.served = is_named;
        } else if element.served && !is_named {
            table.fault(table.place("served"), FaultKind::ServedByNothing { element: element.key.clone() });
        }
    }

    let under = |at: usize| elements.get(at).map(|(element, _)| element.under.clone()).unwrap_or_default();
    let keys: Vec<&Key> = elements.iter().map(|(element, _)| &element.key).collect();
    let rings = circles(&keys, under);
    for (at, path) in &rings {
        if let Some((_, table)) = elements.get(*at) {
            table.fault(table.place("under"), FaultKind::ElementCircle { path: path.clone() });
        }
    }
    let places: HashMap<&Key, usize> = keys.iter().enumerate().map(|(at, key)| (*key, at)).collect();
    for (at, (element, table)) in elements.iter().enumerate() {
        owners(element, table, ladder);
        let in_a_ring = rings.iter().any(|(_, path)| path.contains(&element.key));
        for key in &element.under {
            let Some((parent_at, (parent, _))) = places.get(key).and_then(|i| Some((*i, elements.get(*i)?))) else {
                continue;
            };
            // Levels may well turn round: a goal of the council stands in a policy that a committee holds the pen on (S4).
            let place = table.item_place("under", key.as_str());
            if parent.kind.is_beside() {
                table.fault(place, FaultKind::UnderBeside { under: key.clone(), kind: parent.kind });
            } else if parent_at > at && !in_a_ring {
                let kind = FaultKind::ElementOutOfOrder { element: element.key.clone(), under: key.clone() };
                table.fault(place, kind);
            }
        }
        ties(element, table);
    }
    shared(elements);
}

/// Who may own and who adopts.
fn owners(element: &ElementSpec, table: &Table<'_>, ladder: &Ladder) {
    if table.is_without("levels") {
        table.fault(table.place("levels"), FaultKind::ElementWithoutLevels { element: element.key.clone() });
    }
    if let Some(adopts) = &element.adopts
        && let Some(owner) = element.levels.iter().find(|owner| !ladder.is_at_or_above(adopts, owner))
    {
        let kind = FaultKind::NeverAdopted { element: element.key.clone(), adopts: adopts.clone(), owner: owner.clone() };
        table.fault(table.place("adopts"), kind);
    }
}

/// What it stands under, and what is counted within that.
fn ties(element: &ElementSpec, table: &Table<'_>) {
    let nothing_above = table.is_without("under");
    if element.kind.is_beside() && !nothing_above {
        let kind = FaultKind::BesideStandsUnder { element: element.key.clone(), kind: element.kind };
        table.fault(table.place("under"), kind);
    }
    if element.tied && nothing_above {
        table.fault(table.place("tied"), FaultKind::TiedToNothing { element: element.key.clone() });
    }
    if table.has("count-within") && !table.has("count") {
        table.fault(table.place("count-within"), FaultKind::CountWithinWithoutCount);
    }
    if element.count.is_some_and(|count| count.within == CountedWithin::Parent) && nothing_above {
        let kind = FaultKind::CountedWithinNothing { element: element.key.clone() };
        table.fault(table.place("count-within"), kind);
    }
}

/// No two elements of one kind at one level: else nobody could tell which of them a new one is.
fn shared(elements: &Read<'_, ElementSpec>) {
    let mut taken: HashMap<(ElementKind, &Key), (&Key, &Table<'_>)> = HashMap::new();
    for (element, table) in elements {
        for level in &element.levels {
            match taken.get(&(element.kind, level)) {
                Some((other, other_table)) => {
                    let kind = FaultKind::SharedKindAndLevel { other: (*other).clone(), kind: element.kind, level: level.clone() };
                    let place = table.item_place("levels", level.as_str());
                    table.fault_also(place, other_table.item_place("levels", level.as_str()), kind);
                }
                None => {
                    taken.insert((element.kind, level), (&element.key, table));
                }
            }
        }
    }
}

/// The fields that goals and elements are asked for: none both required and advised, none that nothing could fill.
pub(super) fn fields(root: &Table<'_>, goal: &GoalTemplate, elements: &Read<'_, ElementSpec>) {
    let uses = |kind: ElementKind| elements.iter().any(|(element, _)| element.kind == kind);
    let check = |table: &Table<'_>, required: &[GoalField], recommended: &[GoalField]| {
        for field in recommended.iter().filter(|field| required.contains(field)) {
            let kind = FaultKind::RequiredAndRecommended { field: *field };
            let (place, also) = (table.item_place("recommended", field.key()), table.item_place("required", field.key()));
            table.fault_also(place, also, kind);
        }
        for field in required {
            let kind = match field {
                GoalField::ValueMarkers => ElementKind::ValueMarker,
                GoalField::Sources => ElementKind::Source,
                _ => continue, // every other field is filled by hand
            };
            if !uses(kind) {
                let place = table.item_place("required", field.key());
                table.fault(place, FaultKind::FieldWithoutElement { field: *field, kind });
            }
        }
    };
    if let Some(table) = root.free_table("goal") {
        check(&table, &goal.required, &goal.recommended);
    }
    for (element, table) in elements {
        check(table, &element.required, &element.recommended);
    }
}

/// The parties of each agreement touch, and who approves it stands high enough.
pub(super) fn agreements(agreements: &Read<'_, AgreementKind>, elements: &Read<'_, ElementSpec>, ladder: &Ladder) {
    let owns = |level: &Key| elements.iter().any(|(element, _)| element.levels.contains(level));
    for (agreement, table) in agreements {
        let (key, principal, agent) = (agreement.key.clone(), agreement.principal.clone(), agreement.agent.clone());
        let fault = if principal == agent {
            Some(FaultKind::OneParty { agreement: key, level: agent })
        } else if ladder.is_above(&agent, &principal) {
            Some(FaultKind::AgreementUpsideDown { agreement: key, principal, agent })
        } else {
            match ladder.between(&principal, &agent) {
                // A level that owns nothing is passed over: there is nobody there to agree with.
                Some(levels) if !levels.iter().any(owns) => None,
                between => {
                    let between = between.unwrap_or_default();
                    Some(FaultKind::PartiesDoNotTouch { agreement: key, principal, agent, between })
                }
            }
        };
        if let Some(kind) = fault {
            table.fault(table.place("agent"), kind);
        }
        if !ladder.is_at_or_above(&agreement.approves, &agreement.principal) {
            let kind = FaultKind::ApprovesFromBelow {
                agreement: agreement.key.clone(),
                approves: agreement.approves.clone(),
                principal: agreement.principal.clone(),
            };
            table.fault(table.place("approves"), kind);
        }
    }
}

/// Every circle once: the entry to look at, and the path, which ends where it began. Entries are written from the top
/// down, so it is most likely the one that points further down that is wrong.
pub(super) fn circles(keys: &[&Key], next: impl Fn(usize) -> Vec<Key>) -> Vec<(usize, Vec<Key>)> {
    #[derive(Clone, Copy, PartialEq)]
    enum Seen {
        Never,
        OnThePath,
        Done,
    }
    let places: HashMap<&Key, usize> = keys.iter().enumerate().map(|(at, key)| (*key, at)).collect();
    let mut seen = vec![Seen::Never; keys.len()];
    let mut found = Vec::new();
    for start in 0..keys.len() {
        if seen.get(start) != Some(&Seen::Never) {
            continue;
        }
        // A path of (place, what is still to be followed from there); no recursion, however long the file.
        let mut path = vec![(start, next(start))];
        if let Some(mark) = seen.get_mut(start) {
            *mark = Seen::OnThePath;
        }
        while let Some((here, ahead)) = path.last_mut() {
            let here = *here;
            let Some(key) = ahead.pop() else {
                if let Some(mark) = seen.get_mut(here) {
                    *mark = Seen::Done;
                }
                path.pop();
                continue;
            };
            let Some(&at) = places.get(&key) else { continue };
            match seen.get(at) {
                Some(Seen::Never) => {
                    if let Some(mark) = seen.get_mut(at) {
                        *mark = Seen::OnThePath;
                    }
                    path.push((at, next(at)));
                }
                Some(Seen::OnThePath) => {
                    let round = path.iter().map(|(at, _)| *at).skip_while(|place| *place != at);
                    let ring: Vec<Key> = round.chain([at]).filter_map(|at| Some((*keys.get(at)?).clone())).collect();
                    let down = |pair: &[Key]| match (places.get(&pair[0]), places.get(&pair[1])) {
                        (Some(from), Some(to)) if to >= from => Some(*from),
                        _ => None,
                    };
                    found.push((ring.windows(2).find_map(down).unwrap_or(here), ring));
                }
                Some(Seen::Done) | None => {}
            }
        }
    }
    found
}
