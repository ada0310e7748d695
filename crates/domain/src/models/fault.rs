//! What can be wrong with a model file: where, what was found, and what would be right. Values only: `report` puts them
//! into words.

use std::ops::Range;

use pejl_kernel::Years;

use super::{BodyKind, ElementKind, GoalField, Key, YearDay};

/// Everything that is wrong with one file, in the order of the file. Never empty where `parse` returns it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Faults {
    /// What the file is called, as it was given.
    pub file_name: String,
    /// The text the places point into.
    pub text: String,
    /// The faults, first place first.
    pub list: Vec<Fault>,
}

/// One thing that is wrong.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    /// Where.
    pub place: Place,
    /// The other place it is about, where there is one: the first of two that are the same.
    pub also: Option<Place>,
    /// The text that stands there.
    pub found: String,
    /// What is wrong with it.
    pub kind: FaultKind,
}

/// A place in a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    /// In bytes, always on character boundaries.
    pub span: Range<usize>,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
}

/// What would be right.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Remedy {
    /// Write this instead of what is underlined.
    Write(String),
    /// Write one of these instead.
    WriteOneOf(Vec<String>),
    /// Add this to the table.
    Add(String),
    /// Take out what is underlined.
    TakeOut,
    /// Follow the rule that the fault names: several mends are possible, and only people can choose.
    FollowTheRule,
}

/// What a key in a model can point to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Entry {
    /// `[[level]]`
    Level,
    /// `[[unit-kind]]`
    UnitKind,
    /// `[[element]]`
    Element,
    /// `[[agreement]]`
    Agreement,
    /// `[[round]]`
    Round,
    /// `[[step]]`
    Step,
    /// `[[theme]]`
    Theme,
    /// `[[value-marker]]`
    ValueMarker,
    /// `[[consequence]]`
    Consequence,
}

impl Entry {
    /// Every kind of entry that has a key.
    pub const ALL: [Self; 9] = [
        Self::Level,
        Self::UnitKind,
        Self::Element,
        Self::Agreement,
        Self::Round,
        Self::Step,
        Self::Theme,
        Self::ValueMarker,
        Self::Consequence,
    ];

    /// The name of its table in the file.
    pub const fn table(self) -> &'static str {
        match self {
            Self::Level => "level",
            Self::UnitKind => "unit-kind",
            Self::Element => "element",
            Self::Agreement => "agreement",
            Self::Round => "round",
            Self::Step => "step",
            Self::Theme => "theme",
            Self::ValueMarker => "value-marker",
            Self::Consequence => "consequence",
        }
    }
}

/// What shape a value has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shape {
    /// `"text"`
    Text,
    /// `5`
    Number,
    /// `5.5`
    Decimal,
    /// `true`
    YesNo,
    /// `2018-01-01` without quotes
    Date,
    /// `["a", "b"]`
    List,
    /// `[name]` or `{ … }`
    Table,
    /// `[[name]]`
    Tables,
}

/// How a file breaks the rules of TOML itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SyntaxFault {
    /// A text without its last quote.
    UnclosedText,
    /// A list without its `]`.
    UnclosedList,
    /// An inline table without its `}`.
    UnclosedTable,
    /// A heading without its closing brackets.
    UnclosedHeading,
    /// A key without `=`.
    NoEquals,
    /// One `=` too many, or one where none can stand.
    StrayEquals,
    /// A key with `=` and nothing after it.
    NoValue,
    /// A text without quotes.
    UnquotedText,
    /// Something that is neither a number, a date nor true or false.
    BadValue,
    /// A backslash that begins nothing.
    BadEscape,
    /// A character that cannot stand there unseen.
    BadCharacter,
    /// Two things with no comma between them.
    NoComma,
    /// A comma with nothing before it.
    StrayComma,
    /// A key with letters that need quotes.
    UnquotedKey,
    /// Too many tables inside each other.
    TooDeep,
    /// Something after the end of a value, or outside any table.
    StrayText,
    /// A key that would reach into something that is no table.
    ReachesIntoValue,
}

/// What is wrong. Names are as written in the file.
#[derive(Clone, PartialEq, Eq, Debug)]
#[allow(missing_docs)] // the fields are named for what they hold; the reference page explains the words
pub enum FaultKind {
    // The file itself
    /// The bytes are not UTF-8 text.
    NotUtf8,
    /// The rules of TOML are broken.
    Syntax(SyntaxFault),
    /// The same key twice in one table, or a table twice.
    DuplicateKey { key: String },
    /// A table the language does not have.
    UnknownTable { table: String, nearest: Option<&'static str>, known: &'static [&'static str] },
    /// A key before the first table.
    KeyOutsideTable { key: String },
    /// A key the table does not have.
    UnknownKey { key: String, table: &'static str, nearest: Option<&'static str>, known: &'static [&'static str] },
    /// `[words.x]` where x is no noun.
    UnknownNoun { found: String, nearest: Option<&'static str>, known: Vec<&'static str> },
    /// A value of the wrong shape.
    WrongShape { key: String, meant: Shape, found: Shape },
    /// A table every model has is not there.
    MissingTable { table: &'static str, meant: Shape },
    /// A key every such table has is not there.
    MissingKey { key: &'static str, table: &'static str },
    /// A text or word without Danish.
    MissingDanish { key: String },
    // Values
    /// A text of nothing but white space.
    EmptyText { key: String },
    /// A text that is longer than fits on a page.
    TooLong { key: String, most: usize, length: usize },
    /// Not small letters, digits and hyphens.
    BadKey { suggestion: Option<String> },
    /// Two entries of one kind with the same key.
    DuplicateEntry { entry: Entry, key: Key },
    /// The same thing twice in a list.
    ListedTwice { value: String },
    /// A list that must not be empty.
    EmptyList { key: &'static str },
    /// A key that points to nothing.
    UnknownReference { entry: Entry, key: String, nearest: Option<Key>, known: Vec<Key> },
    /// Not one of the words the language has here.
    UnknownChoice { key: String, nearest: Option<&'static str>, known: Vec<&'static str> },
    /// Not four digits.
    BadMunicipalityCode,
    /// Not fit for an address.
    BadSlug { suggestion: Option<String> },
    /// Neither a year nor two.
    NotYears,
    /// Last year before the first.
    YearsBackwards { from: i16, to: i16 },
    /// A year nobody can mean.
    YearOutOfReach { year: i16, least: i16, most: i16 },
    /// Not `5..10`, `..10` or `5`.
    NotARange,
    /// The most is less than the least.
    RangeBackwards { least: u32, most: u32 },
    /// At most none.
    RangeOfNone,
    /// More than can be meant.
    RangeTooLarge { most: u32 },
    /// A number outside what it may be.
    NumberOutOfRange { key: String, least: i64, most: i64 },
    /// Not `MM-DD`.
    NotADay,
    /// A day its month never has, or not every year.
    NoSuchDay { month: u8, day: u8, last: u8 },
    // Levels
    /// A level, not the first, with nothing above.
    LevelWithoutParent { level: Key, suggestion: Option<Key> },
    /// A second council at the top.
    SecondTop { level: Key, first: Key },
    /// Something else than a council at the top.
    TopIsNotCouncil { level: Key, body: BodyKind },
    /// Levels that stand above each other in a circle; the path ends where it began.
    LevelCircle { path: Vec<Key> },
    /// A level that stands before the one above it.
    LevelOutOfOrder { level: Key, above: Key },
    // Elements
    /// Nobody may own one.
    ElementWithoutLevels { element: Key },
    /// Elements that stand under each other in a circle; the path ends where it began.
    ElementCircle { path: Vec<Key> },
    /// An element that stands before one it may stand under.
    ElementOutOfOrder { element: Key, under: Key },
    /// Owned where the adopting level neither is nor stands above.
    NeverAdopted { element: Key, adopts: Key, owner: Key },
    /// Another element has the same kind at the same level.
    SharedKindAndLevel { other: Key, kind: ElementKind, level: Key },
    /// Must be tied, with nothing to be tied to.
    TiedToNothing { element: Key },
    /// Expected to be served, with nothing that may stand under it.
    ServedByNothing { element: Key },
    /// A value marker or source with `under`.
    BesideStandsUnder { element: Key, kind: ElementKind },
    /// Something under a value marker or source.
    UnderBeside { under: Key, kind: ElementKind },
    /// The same field required and recommended.
    RequiredAndRecommended { field: GoalField },
    /// A field that nothing in the model can fill.
    FieldWithoutElement { field: GoalField, kind: ElementKind },
    /// What the count is within, and no count.
    CountWithinWithoutCount,
    /// Counted within the element above, and nothing is above.
    CountedWithinNothing { element: Key },
    // Agreements
    /// An agreement with itself.
    OneParty { agreement: Key, level: Key },
    /// The agent stands above the principal.
    AgreementUpsideDown { agreement: Key, principal: Key, agent: Key },
    /// Levels that own elements lie between, or the two lie on different branches.
    PartiesDoNotTouch { agreement: Key, principal: Key, agent: Key, between: Vec<Key> },
    /// Approved by a level that neither is the principal nor stands above it.
    ApprovesFromBelow { agreement: Key, approves: Key, principal: Key },
    // The year
    /// Figures cut off in the year after.
    CutOffNextYear,
    /// Reported before the figures are cut off.
    DeadlineBeforeCutOff { level: Key, day: YearDay, cut_off: YearDay },
    /// An upper level reports before a lower one.
    DeadlinesOutOfOrder { upper: Key, lower: Key },
    /// A step that begins in the year after, or reaches further than the same day of the year after.
    StepOutsideYear { step: Key },
    /// Last day before the first.
    StepEndsBeforeItBegins { from: YearDay, to: YearDay },
    /// Steps that need each other in a circle; the path ends where it began.
    StepCircle { path: Vec<Key> },
    /// A step that needs one that comes later.
    NeedsLaterStep { step: Key, needs: Key },
    /// A year of the term that the term does not have.
    YearOutsideTerm { year: i64, term: Years },
    /// A theme's years reach outside the term.
    ThemeOutsideTerm { years: Years, term: Years },
    /// Red no higher than yellow.
    ThresholdsOutOfOrder { yellow: i64, red: i64 },
}

impl Fault {
    /// What would be right, where one answer can be given.
    pub fn remedy(&self) -> Remedy {
        self.kind.remedy()
    }
}

impl FaultKind {
    /// What would be right, where one answer can be given.
    pub fn remedy(&self) -> Remedy {
        use FaultKind::*;
        let one_of = |known: &[&'static str]| Remedy::WriteOneOf(known.iter().map(|k| (*k).to_owned()).collect());
        let nearest_or = |nearest: &Option<&'static str>, known: &[&'static str]| match nearest {
            Some(name) => Remedy::Write((*name).to_owned()),
            None => one_of(known),
        };
        match self {
            UnknownTable { nearest, known, .. } | UnknownKey { nearest, known, .. } => nearest_or(nearest, known),
            UnknownNoun { nearest, known, .. } | UnknownChoice { nearest, known, .. } => nearest_or(nearest, known),
            UnknownReference { nearest: Some(key), .. } => Remedy::Write(key.to_string()),
            UnknownReference { nearest: None, known, .. } => Remedy::WriteOneOf(known.iter().map(Key::to_string).collect()),
            BadKey { suggestion: Some(text) } | BadSlug { suggestion: Some(text) } => Remedy::Write(text.clone()),
            MissingTable { table, meant: Shape::Tables } => Remedy::Add(format!("[[{table}]]")),
            MissingTable { table, .. } => Remedy::Add(format!("[{table}]")),
            MissingKey { key, .. } => Remedy::Add(format!("{key} = …")),
            MissingDanish { .. } => Remedy::Add("da = …".to_owned()),
            LevelWithoutParent { suggestion: Some(above), .. } => Remedy::Add(format!("above = \"{above}\"")),
            YearsBackwards { from, to } => Remedy::Write(format!("{to}-{from}")),
            RangeBackwards { least, most } => Remedy::Write(format!("{most}..{least}")),
            ListedTwice { .. }
            | BesideStandsUnder { .. }
            | UnderBeside { .. }
            | TiedToNothing { .. }
            | ServedByNothing { .. }
            | CountWithinWithoutCount
            | Syntax(SyntaxFault::StrayComma | SyntaxFault::StrayEquals | SyntaxFault::StrayText) => Remedy::TakeOut,
            NotUtf8
            | Syntax(_)
            | DuplicateKey { .. }
            | KeyOutsideTable { .. }
            | WrongShape { .. }
            | EmptyText { .. }
            | TooLong { .. }
            | BadKey { suggestion: None }
            | DuplicateEntry { .. }
            | EmptyList { .. }
            | BadMunicipalityCode
            | BadSlug { suggestion: None }
            | NotYears
            | YearOutOfReach { .. }
            | NotARange
            | RangeOfNone
            | RangeTooLarge { .. }
            | NumberOutOfRange { .. }
            | NotADay
            | NoSuchDay { .. }
            | LevelWithoutParent { suggestion: None, .. }
            | SecondTop { .. }
            | TopIsNotCouncil { .. }
            | LevelCircle { .. }
            | LevelOutOfOrder { .. }
            | ElementWithoutLevels { .. }
            | ElementCircle { .. }
            | ElementOutOfOrder { .. }
            | NeverAdopted { .. }
            | SharedKindAndLevel { .. }
            | RequiredAndRecommended { .. }
            | FieldWithoutElement { .. }
            | CountedWithinNothing { .. }
            | OneParty { .. }
            | AgreementUpsideDown { .. }
            | PartiesDoNotTouch { .. }
            | ApprovesFromBelow { .. }
            | CutOffNextYear
            | DeadlineBeforeCutOff { .. }
            | DeadlinesOutOfOrder { .. }
            | StepOutsideYear { .. }
            | StepEndsBeforeItBegins { .. }
            | StepCircle { .. }
            | NeedsLaterStep { .. }
            | YearOutsideTerm { .. }
            | ThemeOutsideTerm { .. }
            | ThresholdsOutOfOrder { .. } => Remedy::FollowTheRule,
        }
    }
}
