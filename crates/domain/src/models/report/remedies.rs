//! What would be right, in a sentence per kind of fault.

use super::{Tongue, say, wording::shape};
use crate::models::fault::{FaultKind, Remedy, Shape, SyntaxFault};

/// What would be right.
pub(super) fn advice(kind: &FaultKind, t: Tongue) -> String {
    match kind.remedy() {
        Remedy::Write(text) => say!(t, "skriv `{text}`", "write `{text}`"),
        Remedy::WriteOneOf(known) if known.is_empty() => {
            say!(t, "modellen har endnu ingen; tilføj en", "the model has none yet; add one")
        }
        Remedy::WriteOneOf(known) => {
            let known = known.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
            say!(t, "skriv en af {known}", "write one of {known}")
        }
        Remedy::Add(text) => say!(t, "tilføj `{text}`", "add `{text}`"),
        Remedy::TakeOut => take_out(kind, t),
        Remedy::FollowTheRule => rule(kind, t),
    }
}

fn take_out(kind: &FaultKind, t: Tongue) -> String {
    match kind {
        FaultKind::TiedToNothing { .. } => {
            say!(
                t,
                "fjern `tied`, eller skriv i `under`, hvad det kan stå under",
                "take out `tied`, or write in `under` what it may stand under"
            )
        }
        FaultKind::ServedByNothing { .. } => say!(
            t,
            "fjern `served`, eller lad et andet element nævne det i `under`",
            "take out `served`, or let another element name it in `under`",
        ),
        FaultKind::CountWithinWithoutCount => {
            say!(t, "fjern den, eller skriv et antal: `count = \"5..10\"`", "take it out, or write a number: `count = \"5..10\"`")
        }
        _ => say!(t, "fjern det", "take it out"),
    }
}

fn rule(kind: &FaultKind, t: Tongue) -> String {
    use FaultKind::*;
    match kind {
        NotUtf8 => say!(t, "gem filen igen som UTF-8", "save the file again as UTF-8"),
        Syntax(fault) => syntax(fault, t),
        DuplicateKey { .. } => say!(t, "behold den ene, og fjern den anden", "keep one and take out the other"),
        KeyOutsideTable { .. } => {
            say!(
                t,
                "flyt den ned under den tabel, den hører til, for eksempel `[model]`",
                "move it below the table it belongs to, such as `[model]`"
            )
        }
        WrongShape { meant, key, .. } => {
            let (example, meant) = (example(*meant, key), shape(*meant, t));
            say!(t, "skriv {meant}: `{example}`", "write {meant}: `{example}`")
        }
        EmptyText { .. } => say!(t, "skriv en tekst mellem anførselstegnene", "write a text between the quotes"),
        TooLong { most, .. } => say!(t, "skriv det på højst {most} tegn", "say it in at most {most} characters"),
        BadKey { .. } => say!(
            t,
            "begynd med et lille bogstav a-z, og brug kun små bogstaver a-z, tal og bindestreg, højst 40 tegn",
            "begin with a small letter a-z, and use only small letters a-z, digits and hyphens, at most 40",
        ),
        DuplicateEntry { .. } => say!(t, "giv den ene en anden nøgle", "give one of them another key"),
        EmptyList { key } => say!(t, "skriv mindst én i `{key}`", "write at least one in `{key}`"),
        BadMunicipalityCode => {
            say!(t, "skriv kodens fire cifre i anførselstegn: `\"0123\"`", "write the code's four digits in quotes: `\"0123\"`")
        }
        BadSlug { .. } => {
            say!(t, "brug små bogstaver a-z, tal og bindestreg", "use small letters a-z, digits and hyphens")
        }
        NotYears => {
            say!(t, "skriv `\"2018-2021\"` eller et enkelt år: `\"2015\"`", "write `\"2018-2021\"` or a single year: `\"2015\"`")
        }
        YearOutOfReach { least, most, .. } => {
            say!(t, "skriv et år mellem {least} og {most}", "write a year between {least} and {most}")
        }
        NotARange => say!(t, "skriv `\"5..10\"`, `\"..10\"` eller `\"5\"`", "write `\"5..10\"`, `\"..10\"` or `\"5\"`"),
        RangeOfNone => say!(t, "skriv mindst 1, eller fjern linjen", "write at least 1, or take out the line"),
        RangeTooLarge { most } => say!(t, "skriv højst {most}", "write at most {most}"),
        NumberOutOfRange { least, most, .. } => {
            say!(t, "skriv et helt tal fra {least} til {most}", "write a whole number from {least} to {most}")
        }
        NotADay => say!(
            t,
            "skriv måned og dag: `\"06-30\"`, eller `\"+01-15\"` for en dag i året efter",
            "write month and day: `\"06-30\"`, or `\"+01-15\"` for a day in the year after",
        ),
        NoSuchDay { month, last, .. } => {
            say!(t, "skriv højst `{month:02}-{last:02}`", "write at most `{month:02}-{last:02}`")
        }
        LevelWithoutParent { .. } => {
            say!(t, "skriv i `above`, hvilket niveau der er over", "write in `above` which level is above it")
        }
        SecondTop { level, first } => say!(
            t,
            "kun ét niveau er øverst: skriv `above` ved `{level}` eller ved `{first}`",
            "only one level is at the top: write `above` at `{level}` or at `{first}`",
        ),
        TopIsNotCouncil { .. } => say!(
            t,
            "øverst er kommunens folkevalgte forsamling: skriv `body = \"council\"`, eller skriv i `above`, hvad der er over",
            "at the top is the elected assembly: write `body = \"council\"`, or write in `above` what is above",
        ),
        LevelCircle { .. } => {
            say!(
                t,
                "ret `above` et af stederne, så kæden ender øverst",
                "change `above` in one of the places, so that the chain ends at the top"
            )
        }
        LevelOutOfOrder { level, above } => {
            say!(
                t,
                "skriv niveauerne oppefra og ned: flyt `{level}` ned efter `{above}`",
                "write the levels from the top down: move `{level}` below `{above}`"
            )
        }
        ElementWithoutLevels { .. } => say!(
            t,
            "skriv i `levels`, hvilke niveauers enheder der kan eje det",
            "write in `levels` the levels whose units may own it",
        ),
        ElementCircle { .. } => say!(
            t,
            "fjern en af nøglerne i `under` et af stederne, så kæden har en top",
            "take out one of the keys in `under`, so that the chain has a top",
        ),
        ElementOutOfOrder { element, under } => say!(
            t,
            "skriv elementerne oppefra og ned: flyt `{element}` ned efter `{under}`",
            "write the elements from the top down: move `{element}` below `{under}`",
        ),
        NeverAdopted { owner, .. } => {
            say!(t, "lad `{owner}` selv eller et niveau over vedtage det", "let `{owner}` itself or a level above it adopt it",)
        }
        SharedKindAndLevel { level, .. } => say!(
            t,
            "fjern `{level}` et af stederne, eller gør de to elementer til ét",
            "take out `{level}` in one of the places, or make the two elements one",
        ),
        RequiredAndRecommended { .. } => say!(t, "behold det ene sted", "keep one of the two"),
        FieldWithoutElement { kind, .. } => say!(
            t,
            "tilføj et `[[element]]` med `kind = \"{kind}\"`, eller kræv ikke feltet",
            "add an `[[element]]` with `kind = \"{kind}\"`, or do not require the field",
        ),
        CountedWithinNothing { .. } => {
            say!(t, "tæl i `municipality` eller `unit`", "count within `municipality` or `unit`")
        }
        OneParty { .. } => say!(t, "skriv et niveau længere nede i `agent`", "write a level further down in `agent`"),
        AgreementUpsideDown { .. } => say!(t, "byt om på `principal` og `agent`", "exchange `principal` and `agent`"),
        PartiesDoNotTouch { between, agent, .. } if between.is_empty() => say!(
            t,
            "vælg et `principal`, som `{agent}` er under, eller ret `above`",
            "choose a `principal` that `{agent}` is below, or change `above`",
        ),
        PartiesDoNotTouch { .. } => say!(
            t,
            "lav en aftale for hvert led i kæden, eller vælg to niveauer, der hænger sammen",
            "make an agreement for each link of the chain, or choose two levels that touch",
        ),
        ApprovesFromBelow { principal, .. } => {
            say!(t, "lad `{principal}` eller et niveau over godkende", "let `{principal}` or a level above it approve")
        }
        CutOffNextYear => say!(
            t,
            "opgør tallene senest `12-31`; kun fristerne kan ligge i året efter",
            "cut the figures off by `12-31`; only deadlines can be in the year after",
        ),
        DeadlineBeforeCutOff { .. } => say!(
            t,
            "læg fristen efter opgørelsen; sæt `+` foran, hvis den er i året efter",
            "put the deadline after the cut-off; write `+` before it if it is in the year after",
        ),
        DeadlinesOutOfOrder { upper, lower } => {
            say!(
                t,
                "læg fristen for `{upper}` efter fristen for `{lower}`",
                "put the deadline of `{upper}` after that of `{lower}`"
            )
        }
        StepOutsideYear { .. } => say!(
            t,
            "lad det begynde i sit eget år, uden `+`, og slutte senest et år efter",
            "let it begin in its own year, without `+`, and end within a year",
        ),
        StepEndsBeforeItBegins { .. } => say!(t, "byt om på `from` og `to`", "exchange `from` and `to`"),
        StepCircle { .. } => say!(t, "fjern et af skridtene i `needs`", "take out one of the steps in `needs`"),
        NeedsLaterStep { step, needs } => say!(
            t,
            "læg `{needs}` før `{step}`, eller fjern det fra `needs`",
            "put `{needs}` before `{step}`, or take it out of `needs`",
        ),
        YearOutsideTerm { term, .. } => {
            let most = term.to - term.from + 1;
            say!(
                t,
                "skriv tal fra 1 til {most}: 1 er {term}s første år",
                "write numbers from 1 to {most}: 1 is the first year of {term}"
            )
        }
        ThemeOutsideTerm { term, .. } => say!(t, "vælg år i {term}", "choose years within {term}"),
        ThresholdsOutOfOrder { .. } => say!(t, "lad rød begynde højere end gul", "let red begin higher than yellow"),
        // These always have a remedy of their own, or are taken out.
        UnknownTable { .. }
        | UnknownKey { .. }
        | UnknownNoun { .. }
        | MissingTable { .. }
        | MissingKey { .. }
        | MissingDanish { .. }
        | UnknownReference { .. }
        | UnknownChoice { .. }
        | YearsBackwards { .. }
        | RangeBackwards { .. }
        | ListedTwice { .. }
        | BesideStandsUnder { .. }
        | UnderBeside { .. }
        | TiedToNothing { .. }
        | ServedByNothing { .. }
        | CountWithinWithoutCount => take_out(kind, t),
    }
}

fn example(meant: Shape, key: &str) -> String {
    match meant {
        Shape::Text => format!("{key} = \"…\""),
        Shape::Number => format!("{key} = 10"),
        Shape::Decimal => format!("{key} = 1.5"),
        Shape::YesNo => format!("{key} = true"),
        Shape::Date => format!("{key} = 2018-01-01"),
        Shape::List => format!("{key} = [\"…\"]"),
        Shape::Table => format!("{key} = {{ … }}"),
        Shape::Tables => format!("[[{key}]]"),
    }
}

fn syntax(fault: &SyntaxFault, t: Tongue) -> String {
    use SyntaxFault::*;
    t.pick(
        match fault {
            UnclosedText => "sæt et anførselstegn efter teksten",
            UnclosedList => "sæt et `]` efter listen",
            UnclosedTable => "sæt et `}` efter tabellen, på samme linje",
            UnclosedHeading => "luk overskriften med lige så mange `]`, som den begynder med",
            NoEquals => "skriv `nøgle = værdi`",
            NoValue => "skriv en værdi, eller fjern linjen",
            UnquotedText => "sæt anførselstegn om teksten",
            BadValue => "sæt anførselstegn om, hvis det er en tekst eller en dag",
            BadEscape => "skriv `\\\\` for en omvendt skråstreg",
            BadCharacter => "slet tegnet, og skriv linjen igen",
            NoComma => "sæt et komma mellem de to",
            UnquotedKey => "brug kun bogstaverne a-z, tal og bindestreg",
            TooDeep => "del op i egne tabeller",
            ReachesIntoValue => "brug en anden nøgle, eller gør værdien til en tabel",
            StrayEquals | StrayComma | StrayText => "fjern det",
        },
        match fault {
            UnclosedText => "put a quote after the text",
            UnclosedList => "put a `]` after the list",
            UnclosedTable => "put a `}` after the table, on the same line",
            UnclosedHeading => "close the heading with as many `]` as it begins with",
            NoEquals => "write `key = value`",
            NoValue => "write a value, or take out the line",
            UnquotedText => "put quotes around the text",
            BadValue => "put quotes around it if it is a text or a day",
            BadEscape => "write `\\\\` for a backslash",
            BadCharacter => "delete the character and write the line again",
            NoComma => "put a comma between the two",
            UnquotedKey => "use only the letters a-z, digits and hyphens",
            TooDeep => "divide it into tables of their own",
            ReachesIntoValue => "use another key, or make the value a table",
            StrayEquals | StrayComma | StrayText => "take it out",
        },
    )
    .to_owned()
}
