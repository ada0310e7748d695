//! The arithmetic of a round: a unit's page counted from flat rows. Pure, and the only place it is done, so that the page that
//! is shown while a round runs and the page that is frozen when it closes cannot differ.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;
use pejl_domain::models::Lamps;
use pejl_domain::rounds::deadlines::is_late;
use pejl_domain::rounds::frozen::{AreaSeen, ElementSeen, GoalSeen, MOST_LINES, RoundPage, UnitLine, UnitSeen, deviation};
use pejl_domain::rounds::suggestion::is_against_figures;
use pejl_domain::rounds::{ReportState, Round, Spread};
use pejl_kernel::{ElementId, UnitId};

use super::ground::{Ground, GroundElement};

/// The rows, arranged so that any unit among them can be counted.
pub(super) struct Tally<'a> {
    ground: &'a Ground,
    round: &'a Round,
    lamps: Lamps,
    today: Date,
    /// Where each unit stands among the units.
    place: HashMap<UnitId, usize>,
    /// The places of the units right below each unit, by name.
    below: HashMap<UnitId, Vec<usize>>,
    /// The places of each unit's own goals, by policy area.
    own: HashMap<UnitId, Vec<usize>>,
    /// What stands right below each element.
    under: HashMap<ElementId, Vec<ElementId>>,
    /// Each goal as a page shows it, before its texts are filled in.
    seen: Vec<GoalSeen>,
}

/// A length as a page holds it.
fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

impl<'a> Tally<'a> {
    /// Arranges the rows.
    pub(super) fn of(ground: &'a Ground, round: &'a Round, lamps: Lamps, today: Date) -> Self {
        let place: HashMap<UnitId, usize> = ground.units.iter().enumerate().map(|(at, u)| (u.seen.id, at)).collect();
        let mut below: HashMap<UnitId, Vec<usize>> = HashMap::new();
        for (at, unit) in ground.units.iter().enumerate() {
            if let Some(parent) = unit.parent {
                below.entry(parent).or_default().push(at);
            }
        }
        let mut own: HashMap<UnitId, Vec<usize>> = HashMap::new();
        for (at, goal) in ground.goals.iter().enumerate() {
            own.entry(goal.unit).or_default().push(at);
        }
        let mut under: HashMap<ElementId, Vec<ElementId>> = HashMap::new();
        for (child, parent) in &ground.edges {
            under.entry(*parent).or_default().push(*child);
        }
        let unit_of = |id: UnitId| place.get(&id).and_then(|at| ground.units.get(*at)).map(|u| u.seen.clone());
        let seen = ground.goals.iter().filter_map(|goal| {
            Some(GoalSeen {
                id: goal.id,
                number: goal.number.to_string(),
                title: String::new(),
                unit: unit_of(goal.unit)?,
                due: goal.due,
                state: goal.state,
                mark: goal.mark,
                before: goal.before,
                outlook: goal.outlook,
                suggested: goal.suggested,
                fact: String::new(),
                cause: String::new(),
                action: String::new(),
                done: String::new(),
                effect: String::new(),
            })
        });
        let seen: Vec<GoalSeen> = seen.collect();
        debug_assert_eq!(seen.len(), ground.goals.len(), "a goal is loaded with its unit");
        Self { ground, round, lamps, today, place, below, own, under, seen }
    }

    /// The units that have goals, there or below.
    pub(super) fn units_with_goals(&self) -> impl Iterator<Item = UnitId> {
        self.ground.units.iter().map(|u| u.seen.id).filter(|id| !self.goals_below(*id).is_empty())
    }

    /// The page of a unit, all but the titles and texts of goals; `None` where the unit is not among the rows.
    pub(super) fn page(&self, unit: UnitId) -> Option<RoundPage> {
        let here = &self.ground.units.get(*self.place.get(&unit)?)?.seen;
        let goals = self.goals_below(unit);
        let spread = self.spread(&goals);
        let (deviations, deviations_in_all) = self.deviations(&goals);
        let (changed, changed_in_all) = self.changed(&goals);
        let ground = self.ground;
        Some(RoundPage {
            round: (self.round.spec.clone(), self.round.year),
            cut_off: self.round.cut_off,
            unit: here.clone(),
            spread,
            lamp: spread.lamp(self.lamps),
            before: ground.before.get(&unit).copied(),
            below: self.lines(unit),
            own: self.first(self.by_number(self.own.get(&unit).cloned().unwrap_or_default())),
            deviations,
            deviations_in_all,
            changed,
            changed_in_all,
            against_figures: self.against_figures(&goals),
            elements: ground.elements.iter().filter(|e| e.owner == unit).map(|e| self.element(e)).collect(),
            areas: self.areas(&goals),
            assessment: ground.assessments.iter().find(|a| a.unit.id == unit).cloned(),
            assessments_below: ground.assessments.iter().filter(|a| self.parent(a.unit.id) == Some(unit)).cloned().collect(),
            feedback: ground.feedback.iter().filter(|f| f.to.id == unit).cloned().collect(),
            consequences: ground.consequences.iter().filter(|(id, _)| *id == unit).map(|(_, seen)| seen.clone()).collect(),
        })
    }

    fn parent(&self, unit: UnitId) -> Option<UnitId> {
        self.place.get(&unit).and_then(|at| self.ground.units.get(*at)).and_then(|u| u.parent)
    }

    /// The places of the goals of a unit and of every unit below it.
    fn goals_below(&self, unit: UnitId) -> Vec<usize> {
        let mut goals = Vec::new();
        let mut left = vec![unit];
        while let Some(id) = left.pop() {
            goals.extend(self.own.get(&id).into_iter().flatten().copied());
            let below = self.below.get(&id).into_iter().flatten();
            left.extend(below.filter_map(|at| self.ground.units.get(*at)).map(|u| u.seen.id));
        }
        goals
    }

    fn at(&self, goals: &[usize]) -> impl Iterator<Item = (usize, &GoalSeen)> {
        goals.iter().filter_map(|at| Some((*at, self.seen.get(*at)?)))
    }

    fn spread(&self, goals: &[usize]) -> Spread {
        let mut spread = Spread::default();
        for (_, goal) in self.at(goals) {
            spread.count(goal.mark, 1);
        }
        spread
    }

    fn by_number(&self, mut goals: Vec<usize>) -> Vec<usize> {
        goals.sort_by_key(|at| self.ground.goals.get(*at).map(|g| (g.number, g.id)));
        goals
    }

    /// As many as a page shows.
    fn first(&self, goals: Vec<usize>) -> Vec<GoalSeen> {
        goals.into_iter().take(MOST_LINES).filter_map(|at| self.seen.get(at).cloned()).collect()
    }

    /// Those that have a rank, lowest rank first and then by number, and how many they are.
    fn ranked<R: Ord>(&self, goals: &[usize], rank: impl Fn(usize, &GoalSeen) -> Option<R>) -> (Vec<GoalSeen>, u32) {
        let mut ranked: Vec<_> = self
            .at(goals)
            .filter_map(|(at, goal)| Some((rank(at, goal)?, self.ground.goals.get(at).map(|g| (g.number, g.id))?, at)))
            .collect();
        ranked.sort();
        let in_all = count(ranked.len());
        (self.first(ranked.into_iter().map(|(_, _, at)| at).collect()), in_all)
    }

    fn deviations(&self, goals: &[usize]) -> (Vec<GoalSeen>, u32) {
        self.ranked(goals, |at, goal| {
            let deadline = self.ground.goals.get(at).and_then(|g| self.round.due(&g.level));
            deviation(goal, is_late(goal.state, deadline, self.today))
        })
    }

    /// A goal that has not answered yet has not changed.
    fn changed(&self, goals: &[usize]) -> (Vec<GoalSeen>, u32) {
        self.ranked(goals, |_, goal| {
            (goal.before.is_some() && goal.mark.is_some()).then(|| goal.change()).flatten().map(|_| goal.change_rank())
        })
    }

    fn against_figures(&self, goals: &[usize]) -> Vec<GoalSeen> {
        let is_against = |at: usize, goal: &GoalSeen| {
            let trend = self.ground.goals.get(at).and_then(|g| g.trend);
            goal.mark.filter(|mark| is_against_figures(*mark, trend)).map(|_| ())
        };
        self.ranked(goals, is_against).0
    }

    /// The units right below that have goals in the round.
    fn lines(&self, unit: UnitId) -> Vec<UnitLine> {
        let below = self.below.get(&unit).into_iter().flatten().filter_map(|at| self.ground.units.get(*at));
        below.filter_map(|u| self.line(unit, &u.seen)).collect()
    }

    fn line(&self, above: UnitId, unit: &UnitSeen) -> Option<UnitLine> {
        let goals = self.goals_below(unit.id);
        if goals.is_empty() {
            return None;
        }
        let spread = self.spread(&goals);
        let how_many = |is: fn(ReportState) -> bool| count(self.at(&goals).filter(|(_, goal)| is(goal.state)).count());
        let ground = self.ground;
        Some(UnitLine {
            unit: unit.clone(),
            spread,
            lamp: spread.lamp(self.lamps),
            asked: count(goals.len()),
            submitted: how_many(ReportState::is_answered),
            accepted: how_many(|s| s == ReportState::Accepted),
            returned: how_many(|s| s == ReportState::Returned),
            due: self.round.due(&unit.level),
            is_assessed: ground.assessments.iter().any(|a| a.unit.id == unit.id),
            is_answered: ground.feedback.iter().any(|f| f.from.id == above && f.to.id == unit.id),
        })
    }

    /// The marks of every goal below an element, each counted once however many ways it is reached.
    fn element(&self, element: &GroundElement) -> ElementSeen {
        let mut spread = Spread::default();
        let mut reached = HashSet::from([element.id]);
        let mut left = vec![element.id];
        while let Some(id) = left.pop() {
            for child in self.under.get(&id).into_iter().flatten() {
                if reached.insert(*child) {
                    left.push(*child);
                    if let Some(mark) = self.ground.marks.get(child) {
                        spread.count(*mark, 1);
                    }
                }
            }
        }
        ElementSeen {
            id: element.id,
            number: element.number.to_string(),
            title: element.title.clone(),
            spread,
            mark: element.mark,
            grounds: element.grounds.clone(),
        }
    }

    /// By name: the rows come by policy area.
    fn areas(&self, goals: &[usize]) -> Vec<AreaSeen> {
        let mut goals = goals.to_vec();
        goals.sort_unstable();
        let mut areas: Vec<AreaSeen> = Vec::new();
        for (at, goal) in self.at(&goals) {
            let Some(name) = self.ground.goals.get(at).map(|g| g.area.as_str()).filter(|name| !name.is_empty()) else { continue };
            if areas.last().is_none_or(|last| last.name != name) {
                areas.push(AreaSeen { name: name.to_owned(), spread: Spread::default(), lamp: Spread::default().lamp(self.lamps) });
            }
            if let Some(area) = areas.last_mut() {
                area.spread.count(goal.mark, 1);
            }
        }
        for area in &mut areas {
            area.lamp = area.spread.lamp(self.lamps);
        }
        areas
    }
}

/// Every goal that a page lists, in any of its lists.
pub(super) fn listed(page: &mut RoundPage) -> impl Iterator<Item = &mut GoalSeen> {
    page.own.iter_mut().chain(&mut page.deviations).chain(&mut page.changed).chain(&mut page.against_figures)
}
