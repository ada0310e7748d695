//! Reads each table of a model file into what it describes. What is missing or wrong is noted and stands empty, so that
//! reading goes on; the model is only used where nothing was noted. `steering` reads what belongs to the year.

use super::{
    chain,
    read::{At, NAME, PROSE, Table},
    reader::nearest,
    steering::{agreements, consequences, lamps, rounds, rules, themes, value_markers, wheel},
    texts::{nothing, text, word},
    year,
};
use crate::models::{
    CountMeant, CountedWithin, ElementKind, ElementSpec, GoalTemplate, HorizonMeant, Key, Level, Model, Municipality, Noun, Scale,
    UnitKind, Words,
    fault::{Entry, FaultKind, Shape},
};

/// The tables a model file may hold.
pub(super) const TABLES: &[&str] = &[
    "municipality",
    "model",
    "words",
    "level",
    "unit-kind",
    "element",
    "goal",
    "scale",
    "agreement",
    "round",
    "step",
    "theme",
    "value-marker",
    "rule",
    "consequence",
    "lamps",
];

/// An entry with the table it was read from, for the checks that look across entries.
pub(super) type Read<'t, T> = Vec<(T, Table<'t>)>;

/// The whole model. `None` where its term cannot be read, which is noted like everything else.
pub(super) fn model(root: &Table<'_>) -> Option<Model> {
    let municipality = municipality(root);
    let (name, term, source) = head(root);
    let words = words(root);
    let levels = levels(root, &words);
    let unit_kinds = unit_kinds(root);
    let mut elements = elements(root, &words);
    let goal = goal(root);
    let scale = scale(root);
    let agreements = agreements(root);
    let rounds = rounds(root);
    let wheel = wheel(root);
    let themes = themes(root);
    let value_markers = value_markers(root);
    let rules = rules(root);
    let consequences = consequences(root);
    let lamps = lamps(root);

    let ladder = chain::levels(&levels);
    chain::elements(&mut elements, &ladder);
    chain::fields(root, &goal, &elements);
    chain::agreements(&agreements, &elements, &ladder);
    year::rounds(&rounds, &ladder);
    year::wheel(&wheel, term);
    year::themes(&themes, term);

    Some(Model {
        municipality,
        name,
        term: term?,
        source,
        words,
        levels: alone(levels),
        unit_kinds,
        elements: alone(elements),
        agreements: alone(agreements),
        goal,
        scale,
        rounds: rounds.into_iter().map(|(round, _, _)| round).collect(),
        wheel: alone(wheel),
        themes: alone(themes),
        value_markers,
        rules,
        consequences,
        lamps,
    })
}

fn alone<T>(read: Read<'_, T>) -> Vec<T> {
    read.into_iter().map(|(it, _)| it).collect()
}

fn must_table<'t>(root: &Table<'t>, table: &'static str, known: &'static [&'static str]) -> Option<Table<'t>> {
    if !root.has(table) && !root.has_misspelt(table) {
        root.fault(root.heading(), FaultKind::MissingTable { table, meant: Shape::Table });
    }
    root.table(table, known)
}

fn must_tables<'t>(root: &Table<'t>, table: &'static str, known: &'static [&'static str]) -> Vec<Table<'t>> {
    if !root.has(table) && !root.has_misspelt(table) {
        root.fault(root.heading(), FaultKind::MissingTable { table, meant: Shape::Tables });
    }
    root.tables(table, known)
}

/// The entries of a list of tables with the key of each; a key that another already has is noted.
pub(super) fn keyed<'t>(tables: Vec<Table<'t>>, entry: Entry) -> Vec<(Key, Table<'t>)> {
    let mut seen: std::collections::BTreeMap<Key, std::ops::Range<usize>> = std::collections::BTreeMap::new();
    let mut entries = Vec::new();
    for table in tables {
        let Some(At { it: key, span }) = table.own_key() else {
            continue;
        };
        match seen.get(&key) {
            Some(first) => {
                table.fault_also(span, first.clone(), FaultKind::DuplicateEntry { entry, key });
            }
            None => {
                seen.insert(key.clone(), span);
                entries.push((key, table));
            }
        }
    }
    entries
}

fn municipality(root: &Table<'_>) -> Municipality {
    let Some(table) = must_table(root, "municipality", &["code", "name", "slug"]) else {
        return Municipality { code: String::new(), name: String::new(), slug: String::new() };
    };
    let code = table.must("code");
    if let Some(code) = &code
        && !(code.it.len() == 4 && code.it.bytes().all(|b| b.is_ascii_digit()))
    {
        table.fault(code.span.clone(), FaultKind::BadMunicipalityCode);
    }
    let slug = table.must("slug");
    if let Some(slug) = &slug
        && Key::parse(slug.it).is_none()
    {
        table.fault(slug.span.clone(), FaultKind::BadSlug { suggestion: super::values::as_key(slug.it) });
    }
    let owned = |text: Option<At<&str>>| text.map(|t| t.it.to_owned()).unwrap_or_default();
    Municipality { code: owned(code), name: table.must_line("name", NAME), slug: owned(slug) }
}

fn head(root: &Table<'_>) -> (String, Option<pejl_kernel::Years>, String) {
    match must_table(root, "model", &["name", "term", "source"]) {
        Some(table) => (table.must_line("name", NAME), table.years("term"), table.must_line("source", PROSE)),
        None => (String::new(), None, String::new()),
    }
}

fn words(root: &Table<'_>) -> Words {
    let mut words = Words::standard();
    let Some(table) = root.free_table("words") else {
        return words;
    };
    for At { it: found, span } in table.keys() {
        let Some(noun) = Noun::parse(found) else {
            let known: Vec<&'static str> = Noun::ALL.iter().map(|n| n.key()).collect();
            let nearest = nearest(found, known.iter().copied());
            table.fault(span, FaultKind::UnknownNoun { found: found.to_owned(), nearest, known });
            continue;
        };
        if let Some(own) = table.named_table(found, noun.key(), &["da", "en"])
            && let Some(word) = word(&own, Some(noun.standard()))
        {
            words.0.insert(noun, word);
        }
    }
    words
}

fn levels<'t>(root: &Table<'t>, words: &Words) -> Read<'t, Level> {
    let tables = must_tables(root, "level", &["key", "body", "above", "da", "en"]);
    let mut levels = Vec::new();
    for (key, table) in keyed(tables, Entry::Level) {
        let above = table.reference("above", Entry::Level);
        let body = table.must_choice("body");
        let word = word(&table, body.map(|body: crate::models::BodyKind| words.word(body.noun())));
        if let (Some(body), Some(word)) = (body, word) {
            levels.push((Level { key, word, body, above }, table));
        }
    }
    levels
}

fn unit_kinds(root: &Table<'_>) -> Vec<UnitKind> {
    let entries = keyed(root.tables("unit-kind", &["key", "da", "en"]), Entry::UnitKind);
    entries.into_iter().filter_map(|(key, table)| Some(UnitKind { key, word: word(&table, None)? })).collect()
}

const ELEMENT: &[&str] = &[
    "key",
    "kind",
    "levels",
    "under",
    "tied",
    "served",
    "count",
    "count-within",
    "horizon",
    "required",
    "recommended",
    "proposes",
    "adopts",
    "da",
    "en",
];

fn elements<'t>(root: &Table<'t>, words: &Words) -> Read<'t, ElementSpec> {
    let entries = keyed(must_tables(root, "element", ELEMENT), Entry::Element);
    entries.into_iter().filter_map(|(key, table)| Some((element(key, &table, words)?, table))).collect()
}

fn element(key: Key, table: &Table<'_>, words: &Words) -> Option<ElementSpec> {
    let kind: Option<ElementKind> = table.must_choice("kind");
    let word = word(table, kind.map(|kind| words.word(kind.noun())));
    let levels = table.references("levels", Entry::Level);
    let under = table.references("under", Entry::Element);
    let within = table.choice("count-within");
    let count = table.range("count", 0, 9_999);
    let proposes = table.references("proposes", Entry::Level);
    Some(ElementSpec {
        tied: table.yes_no("tied").unwrap_or(!under.is_empty()),
        served: table.yes_no("served").unwrap_or(false), // the default is set when every element is read
        count: count.map(|(least, most)| CountMeant { least, most, within: within.unwrap_or(CountedWithin::Municipality) }),
        horizon: horizon(table),
        required: table.choices("required"),
        recommended: table.choices("recommended"),
        proposes: if proposes.is_empty() { levels.clone() } else { proposes },
        adopts: table.reference("adopts", Entry::Level),
        key,
        kind: kind?,
        word: word?,
        levels,
        under,
    })
}

/// How many years something runs.
pub(super) fn horizon(table: &Table<'_>) -> Option<HorizonMeant> {
    let (least, most) = table.range("horizon", 1, 50)?;
    Some(HorizonMeant { least: u8::try_from(least).ok()?, most: u8::try_from(most).ok()? })
}

fn goal(root: &Table<'_>) -> GoalTemplate {
    root.table("goal", &["required", "recommended"]).map_or_else(GoalTemplate::default, |table| GoalTemplate {
        required: table.choices("required"),
        recommended: table.choices("recommended"),
    })
}

fn scale(root: &Table<'_>) -> Scale {
    match must_table(root, "scale", &["red", "yellow", "green", "not-yet", "silent"]) {
        Some(table) => Scale {
            red: text(&table, "red", NAME),
            yellow: text(&table, "yellow", NAME),
            green: text(&table, "green", NAME),
            not_yet: text(&table, "not-yet", NAME),
            silent: text(&table, "silent", NAME),
        },
        None => Scale { red: nothing(), yellow: nothing(), green: nothing(), not_yet: nothing(), silent: nothing() },
    }
}
