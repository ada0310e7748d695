//! What is wrong, in a sentence per kind of fault.

use super::{Tongue, day_in_words as day, say};
use crate::models::{
    Key,
    fault::{Entry, FaultKind, Shape, SyntaxFault},
};

/// What was found.
pub(super) fn found(kind: &FaultKind, t: Tongue) -> String {
    use FaultKind::*;
    match kind {
        NotUtf8 => say!(t, "filen er ikke gemt som UTF-8", "the file is not saved as UTF-8"),
        Syntax(fault) => syntax(fault, t),
        DuplicateKey { key } => say!(t, "`{key}` står her to gange", "`{key}` stands here twice"),
        UnknownTable { table, .. } => {
            say!(t, "en model har ingen tabel, der hedder `{table}`", "a model has no table named `{table}`")
        }
        KeyOutsideTable { key } => say!(t, "`{key}` står uden for enhver tabel", "`{key}` stands outside any table"),
        UnknownKey { key, table, .. } => {
            say!(t, "`{table}` har ingen nøgle, der hedder `{key}`", "`{table}` has no key named `{key}`")
        }
        UnknownNoun { found, .. } => {
            say!(t, "`{found}` er ikke et ord, en model kan navngive", "`{found}` is no noun a model can name")
        }
        WrongShape { key, meant, found } => {
            let (meant, found) = (shape(*meant, t), shape(*found, t));
            say!(t, "`{key}` skal være {meant}, men er {found}", "`{key}` must be {meant}, but is {found}")
        }
        MissingTable { table, .. } => say!(t, "modellen mangler tabellen `{table}`", "the model lacks the table `{table}`"),
        MissingKey { key, table } => say!(t, "`{table}` mangler `{key}`", "`{table}` lacks `{key}`"),
        MissingDanish { key } => say!(t, "`{key}` mangler på dansk", "`{key}` lacks its Danish"),
        EmptyText { key } => say!(t, "`{key}` er tom", "`{key}` is empty"),
        TooLong { key, most, length } => {
            say!(t, "`{key}` er på {length} tegn, og der er plads til {most}", "`{key}` has {length} characters, and {most} fit",)
        }
        BadKey { .. } => say!(t, "en nøgle kan ikke se sådan ud", "a key cannot look like this"),
        DuplicateEntry { entry, key } => {
            let entry = entry.table();
            say!(t, "to `{entry}` har nøglen `{key}`", "two `{entry}` have the key `{key}`")
        }
        ListedTwice { value } => say!(t, "`{value}` står to gange i listen", "`{value}` stands twice in the list"),
        EmptyList { key } => say!(t, "`{key}` må ikke være tom", "`{key}` must not be empty"),
        UnknownReference { entry, key, .. } => {
            let what = named(*entry, t);
            say!(t, "modellen har {what} med nøglen `{key}`", "the model has {what} with the key `{key}`")
        }
        UnknownChoice { key, .. } => say!(t, "`{key}` kan ikke have den værdi", "`{key}` cannot have that value"),
        BadMunicipalityCode => say!(t, "en kommunekode er på fire cifre", "a municipality code has four digits"),
        BadSlug { .. } => say!(t, "navnet kan ikke stå i en adresse", "the name cannot stand in an address"),
        NotYears => say!(t, "det er ikke et årstal eller to", "this is neither a year nor two"),
        YearsBackwards { from, to } => {
            say!(t, "årene går baglæns: {from} er efter {to}", "the years run backwards: {from} is after {to}")
        }
        YearOutOfReach { year, .. } => say!(t, "året {year} kan næppe være ment", "the year {year} can hardly be meant"),
        NotARange => say!(t, "det er ikke et antal eller et spænd", "this is neither a number nor a range"),
        RangeBackwards { least, most } => {
            say!(t, "spændet går baglæns: {least} er mere end {most}", "the range runs backwards: {least} is more than {most}")
        }
        RangeOfNone => say!(t, "højst 0 betyder, at der ingen må være", "at most 0 means that there can be none"),
        RangeTooLarge { most } => say!(t, "tallet er større end {most}", "the number is greater than {most}"),
        NumberOutOfRange { key, .. } => say!(t, "`{key}` er uden for det mulige", "`{key}` is out of range"),
        NotADay => say!(t, "det er ikke en dag i et år", "this is not a day of a year"),
        NoSuchDay { month: 2, day: 29, .. } => {
            say!(t, "29. februar findes kun i skudår", "29 February is only there in leap years")
        }
        NoSuchDay { month, last, .. } => {
            say!(t, "måned {month:02} har kun {last} dage", "month {month:02} has only {last} days")
        }
        LevelWithoutParent { level, .. } => {
            say!(t, "niveauet `{level}` har intet niveau over sig", "the level `{level}` has no level above it")
        }
        SecondTop { level, first } => {
            say!(t, "både `{first}` og `{level}` er øverst", "both `{first}` and `{level}` are at the top")
        }
        TopIsNotCouncil { level, body } => {
            say!(t, "øverst står `{level}`, som er `{body}`", "`{level}`, which is `{body}`, is at the top")
        }
        LevelCircle { path } => {
            let path = joined(path);
            say!(t, "niveauerne står over hinanden i ring: {path}", "the levels stand above each other in a circle: {path}")
        }
        LevelOutOfOrder { level, above } => say!(
            t,
            "`{level}` står før `{above}`, som er niveauet over",
            "`{level}` stands before `{above}`, which is the level above it",
        ),
        ElementWithoutLevels { element } => {
            say!(t, "ingen kan eje `{element}`", "nobody can own `{element}`")
        }
        ElementCircle { path } => {
            let path = joined(path);
            say!(t, "elementerne står under hinanden i ring: {path}", "the elements stand under each other in a circle: {path}")
        }
        ElementOutOfOrder { element, under } => say!(
            t,
            "`{element}` står før `{under}`, som det kan stå under",
            "`{element}` stands before `{under}`, which it may stand under",
        ),
        NeverAdopted { element, adopts, owner } => say!(
            t,
            "`{element}` hos `{owner}` kan aldrig blive vedtaget: `{adopts}` er ikke over `{owner}`",
            "`{element}` at `{owner}` can never be adopted: `{adopts}` is not above `{owner}`",
        ),
        SharedKindAndLevel { other, kind, level } => {
            say!(t, "`{other}` er allerede slagsen `{kind}` hos `{level}`", "`{other}` is already the kind `{kind}` at `{level}`",)
        }
        TiedToNothing { element } => say!(
            t,
            "`{element}` skal hænge på noget, men kan ikke stå under noget",
            "`{element}` must be tied, but there is nothing it may stand under",
        ),
        ServedByNothing { element } => say!(
            t,
            "der ventes noget under `{element}`, men intet kan stå dér",
            "something is expected under `{element}`, but nothing may stand there",
        ),
        BesideStandsUnder { element, kind } => say!(
            t,
            "`{element}` er `{kind}` og står ved siden af kæden, ikke under noget",
            "`{element}` is `{kind}` and stands beside the chain, not under anything",
        ),
        UnderBeside { under, kind } => say!(
            t,
            "`{under}` er `{kind}` og står ved siden af kæden: intet står under den",
            "`{under}` is `{kind}` and stands beside the chain: nothing stands under it",
        ),
        RequiredAndRecommended { field } => {
            say!(t, "`{field}` er både krævet og anbefalet", "`{field}` is both required and recommended")
        }
        FieldWithoutElement { field, kind } => say!(
            t,
            "`{field}` kræves, men modellen har intet element af slagsen `{kind}`",
            "`{field}` is required, but the model has no element of the kind `{kind}`",
        ),
        CountWithinWithoutCount => {
            say!(t, "`count-within` uden `count` tæller ingenting", "`count-within` without `count` counts nothing")
        }
        CountedWithinNothing { element } => say!(
            t,
            "`{element}` tælles under det, der er over, men der er intet over",
            "`{element}` is counted within what is above, but nothing is above",
        ),
        OneParty { agreement, level } => say!(
            t,
            "`{agreement}` er en aftale mellem `{level}` og `{level}` selv",
            "`{agreement}` is an agreement between `{level}` and itself",
        ),
        AgreementUpsideDown { agreement, principal, agent } => say!(
            t,
            "`{agreement}` vender på hovedet: `{agent}` er over `{principal}`",
            "`{agreement}` is upside down: `{agent}` is above `{principal}`",
        ),
        PartiesDoNotTouch { agreement, principal, agent, between } if between.is_empty() => say!(
            t,
            "`{agreement}` er mellem niveauer, der ikke hænger sammen: `{agent}` er ikke under `{principal}`",
            "`{agreement}` is between levels that do not touch: `{agent}` is not below `{principal}`",
        ),
        PartiesDoNotTouch { agreement, principal, agent, between } => {
            let between = joined(between);
            say!(
                t,
                "`{agreement}` er mellem niveauer, der ikke hænger sammen: mellem `{principal}` og `{agent}` er {between}",
                "`{agreement}` is between levels that do not touch: between `{principal}` and `{agent}` is {between}",
            )
        }
        ApprovesFromBelow { agreement, approves, principal } => say!(
            t,
            "`{approves}` er hverken `{principal}` eller over og kan ikke godkende `{agreement}`",
            "`{approves}` is neither `{principal}` nor above it and cannot approve `{agreement}`",
        ),
        CutOffNextYear => say!(t, "tallene opgøres i året efter", "the figures are cut off in the year after"),
        DeadlineBeforeCutOff { level, day: on, cut_off } => {
            let (on, cut_off) = (day(*on, t), day(*cut_off, t));
            say!(
                t,
                "`{level}` skal indberette {on}, før tallene opgøres {cut_off}",
                "`{level}` is to report on {on}, before the figures are cut off on {cut_off}",
            )
        }
        DeadlinesOutOfOrder { upper, lower } => say!(
            t,
            "`{upper}` skal indberette før `{lower}`, som er længere nede",
            "`{upper}` is to report before `{lower}`, which is further down",
        ),
        StepOutsideYear { step } => say!(t, "skridtet `{step}` ligger uden for sit år", "the step `{step}` lies outside its year"),
        StepEndsBeforeItBegins { from, to } => {
            let (from, to) = (day(*from, t), day(*to, t));
            say!(t, "skridtet slutter {to} og begynder {from}", "the step ends on {to} and begins on {from}")
        }
        StepCircle { path } => {
            let path = joined(path);
            say!(t, "skridtene venter på hinanden i ring: {path}", "the steps wait for each other in a circle: {path}")
        }
        NeedsLaterStep { step, needs } => {
            say!(t, "`{step}` venter på `{needs}`, som begynder senere", "`{step}` waits for `{needs}`, which begins later",)
        }
        YearOutsideTerm { year, term } => {
            say!(t, "perioden {term} har intet år nummer {year}", "the term {term} has no year number {year}")
        }
        ThemeOutsideTerm { years, term } => {
            say!(t, "temaets år {years} ligger uden for perioden {term}", "the theme's years {years} lie outside the term {term}")
        }
        ThresholdsOutOfOrder { yellow, red } => {
            say!(t, "rød ved {red} kommer ikke efter gul ved {yellow}", "red at {red} does not come after yellow at {yellow}")
        }
    }
}

fn syntax(fault: &SyntaxFault, t: Tongue) -> String {
    use SyntaxFault::*;
    t.pick(
        match fault {
            UnclosedText => "teksten slutter ikke",
            UnclosedList => "listen slutter ikke",
            UnclosedTable => "tabellen i krøllede parenteser slutter ikke",
            UnclosedHeading => "overskriften slutter ikke",
            NoEquals => "der mangler et `=`",
            StrayEquals => "her kan ikke stå et `=`",
            NoValue => "der står ingenting efter `=`",
            UnquotedText => "teksten mangler anførselstegn",
            BadValue => "det er hverken en tekst, et tal eller `true`/`false`",
            BadEscape => "en omvendt skråstreg betyder noget særligt i en tekst",
            BadCharacter => "her står et tegn, der ikke kan ses",
            NoComma => "der mangler et komma",
            StrayComma => "der er et komma for meget",
            UnquotedKey => "en nøgle kan ikke se sådan ud",
            TooDeep => "der er for mange parenteser inden i hinanden",
            StrayText => "det her kan ikke stå her",
            ReachesIntoValue => "nøglen rækker ind i noget, der ikke er en tabel",
        },
        match fault {
            UnclosedText => "the text does not end",
            UnclosedList => "the list does not end",
            UnclosedTable => "the table in braces does not end",
            UnclosedHeading => "the heading does not end",
            NoEquals => "a `=` is missing",
            StrayEquals => "a `=` cannot stand here",
            NoValue => "nothing stands after the `=`",
            UnquotedText => "the text has no quotes",
            BadValue => "this is neither a text, a number nor `true`/`false`",
            BadEscape => "a backslash means something special in a text",
            BadCharacter => "a character that cannot be seen stands here",
            NoComma => "a comma is missing",
            StrayComma => "there is one comma too many",
            UnquotedKey => "a key cannot look like this",
            TooDeep => "there are too many brackets inside each other",
            StrayText => "this cannot stand here",
            ReachesIntoValue => "the key reaches into something that is not a table",
        },
    )
    .to_owned()
}

/// A shape, with an article.
pub(super) fn shape(shape: Shape, t: Tongue) -> &'static str {
    match shape {
        Shape::Text => t.pick("en tekst", "a text"),
        Shape::Number => t.pick("et helt tal", "a whole number"),
        Shape::Decimal => t.pick("et kommatal", "a decimal number"),
        Shape::YesNo => t.pick("`true` eller `false`", "`true` or `false`"),
        Shape::Date => t.pick("en dato", "a date"),
        Shape::List => t.pick("en liste", "a list"),
        Shape::Table => t.pick("en tabel", "a table"),
        Shape::Tables => t.pick("en liste af tabeller", "a list of tables"),
    }
}

/// "no level", "ingen aftale": that there is none of a kind of entry.
fn named(entry: Entry, t: Tongue) -> &'static str {
    match entry {
        Entry::Level => t.pick("intet niveau", "no level"),
        Entry::UnitKind => t.pick("ingen slags enhed", "no kind of unit"),
        Entry::Element => t.pick("intet element", "no element"),
        Entry::Agreement => t.pick("ingen aftale", "no agreement"),
        Entry::Round => t.pick("ingen opfølgningsrunde", "no round"),
        Entry::Step => t.pick("intet skridt i årshjulet", "no step in the wheel"),
        Entry::Theme => t.pick("intet tema", "no theme"),
        Entry::ValueMarker => t.pick("ingen værdimarkør", "no value marker"),
        Entry::Consequence => t.pick("ingen konsekvens", "no consequence"),
    }
}

fn joined(path: &[Key]) -> String {
    path.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(" → ")
}
