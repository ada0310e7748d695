//! What a sentence is filled with.

use std::{borrow::Cow, collections::HashMap, fmt::Display};

use fluent_templates::fluent_bundle::FluentValue;

/// What a sentence is filled with, by name: `Args::new().text("name", unit).count("count", 3)`.
///
/// Dates, figures and money are put in as text that [`Speech`](crate::Speech) has formatted.
#[derive(Clone, Debug, Default)]
pub struct Args(pub(crate) HashMap<Cow<'static, str>, FluentValue<'static>>);

impl Args {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A ready text under the name.
    #[must_use]
    pub fn text(self, name: impl Into<Cow<'static, str>>, text: impl Display) -> Self {
        self.with(name, text.to_string())
    }

    /// A whole number under the name. It chooses between singular and plural, and is shown with its thousands marked.
    #[must_use]
    pub fn count(mut self, name: impl Into<Cow<'static, str>>, count: impl Whole) -> Self {
        self.0.insert(name.into(), FluentValue::from(count.whole()));
        self
    }

    /// The municipality's own word for a thing, under four names: `noun` (mål), `nouns` (mål), `thenoun` (målet) and
    /// `gender` (`t` where `neuter`, else `n`), by which a sentence chooses *et* or *en*.
    #[must_use]
    pub fn noun(self, singular: impl Display, plural: impl Display, definite: impl Display, neuter: bool) -> Self {
        self.noun_as("", singular, plural, definite, neuter)
    }

    /// A second word in the same sentence. Under `parent` the four names are `parentnoun`, `parentnouns`, `theparentnoun`
    /// and `parentgender`.
    #[must_use]
    pub fn noun_as(self, prefix: &str, singular: impl Display, plural: impl Display, definite: impl Display, neuter: bool) -> Self {
        self.with(format!("{prefix}noun"), singular.to_string())
            .with(format!("{prefix}nouns"), plural.to_string())
            .with(format!("the{prefix}noun"), definite.to_string())
            .with(format!("{prefix}gender"), if neuter { "t" } else { "n" }.to_owned())
    }

    fn with(mut self, name: impl Into<Cow<'static, str>>, text: String) -> Self {
        self.0.insert(name.into(), FluentValue::from(text));
        self
    }
}

/// A whole number that can be counted with, of any width and also behind a reference, as templates hand them over.
pub trait Whole {
    /// The number; beyond what fits, the nearest that does.
    fn whole(&self) -> i64;
}

macro_rules! whole {
    ($($number:ty),*) => {$(
        impl Whole for $number {
            fn whole(&self) -> i64 {
                // The narrow kinds always fit, so that the compiler finds nothing to catch for them.
                #[allow(clippy::unnecessary_fallible_conversions)]
                i64::try_from(*self).unwrap_or(i64::MAX)
            }
        }
    )*};
}

whole!(u8, u16, u32, u64, usize, i16, i32, i64);

impl<N: Whole + ?Sized> Whole for &N {
    fn whole(&self) -> i64 {
        (**self).whole()
    }
}
