//! The languages of Usher and all of its texts. The texts are Fluent messages in `languages/`. `build.rs` generates a
//! method of [`Language`] for each, so that none is missing, misspelt or unused. A message that a language lacks is shown
//! in English. The descriptions of the commands and the messages without values are tables in the program: the registration
//! of the commands in every language must not parse all texts of each.

use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use icu_decimal::input::Decimal;
use icu_decimal::options::DecimalFormatterOptions;
use icu_decimal::{DecimalFormatter, DecimalFormatterPreferences};
use icu_locale_core::Locale;
use intl_memoizer::Memoizable;
use intl_memoizer::concurrent::IntlLangMemoizer;
use unic_langid::LanguageIdentifier;

/// A language of the replies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Language {
    #[default]
    English,
    German,
    Spanish,
    BrazilianPortuguese,
    French,
    Hindi,
    Indonesian,
}

impl Language {
    pub const ALL: [Self; 7] = [
        Self::English,
        Self::German,
        Self::Spanish,
        Self::BrazilianPortuguese,
        Self::French,
        Self::Hindi,
        Self::Indonesian,
    ];

    /// Returns the language for a user whose Discord is set to `locale` (Discord, "Locales"); English if Usher does not
    /// have it.
    pub fn of_locale(locale: &str) -> Self {
        Self::ALL.into_iter().find(|language| language.locales().contains(&locale)).unwrap_or_default()
    }

    /// Returns Discord's names for it.
    pub fn locales(self) -> &'static [&'static str] {
        match self {
            Self::English => &["en-US", "en-GB"],
            Self::German => &["de"],
            Self::Spanish => &["es-ES", "es-419"],
            Self::BrazilianPortuguese => &["pt-BR"],
            Self::French => &["fr"],
            Self::Hindi => &["hi"],
            Self::Indonesian => &["id"],
        }
    }

    /// Returns the name of its directory, which is also its name in the store.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::Spanish => "es",
            Self::BrazilianPortuguese => "pt-BR",
            Self::French => "fr",
            Self::Hindi => "hi",
            Self::Indonesian => "id",
        }
    }

    /// Returns the description of a command or an option. `id`: of its message.
    pub(crate) fn command(self, id: &str) -> Option<&'static str> {
        find(self.commands(), id)
    }

    /// Returns all descriptions in the order of their ids. It is empty for English: those descriptions stand at the
    /// definitions of the commands.
    pub(crate) fn commands(self) -> &'static [(&'static str, &'static str)] {
        self.part_of(COMMANDS)
    }

    /// Returns a message that is text alone in this language.
    fn plain(self, id: &str) -> Option<&'static str> {
        find(self.part_of(PLAIN), id)
    }

    /// Returns this language's messages of a table of `build.rs`.
    fn part_of(self, table: &[(&str, &'static [PlainMessage])]) -> &'static [PlainMessage] {
        table.iter().find(|(tag, _)| *tag == self.tag()).map_or(&[], |(_, messages)| messages)
    }

    fn say<const N: usize>(self, id: &'static str, values: [(&'static str, FluentValue<'_>); N]) -> String {
        if let Some(text) = self.plain(id) {
            return text.to_owned();
        }
        translate(id, &values.into_iter().collect(), [self, Self::English].map(texts))
    }
}

/// The id of a message, and its text.
type PlainMessage = (&'static str, &'static str);

/// Returns the text of a message, among messages in the order of their ids.
fn find(messages: &'static [PlainMessage], id: &str) -> Option<&'static str> {
    let at = messages.binary_search_by_key(&id, |(id, _)| id).ok()?;
    messages.get(at).map(|(_, text)| *text)
}

/// Returns a message in the first language that has it, by that language's rules for numbers and plurals.
fn translate(id: &str, values: &FluentArgs<'_>, languages: [&Texts; 2]) -> String {
    let in_language = |Texts { bundle }: &Texts| {
        let pattern = bundle.get_message(id)?.value()?;
        Some(bundle.format_pattern(pattern, Some(values), &mut Vec::new()).into_owned())
    };
    languages.into_iter().find_map(in_language).unwrap_or_default()
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

impl FromStr for Language {
    type Err = ();

    fn from_str(tag: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|language| language.tag() == tag).ok_or(())
    }
}

/// The texts of a language.
struct Texts {
    bundle: FluentBundle<FluentResource>,
}

/// Each is parsed when it is first used.
fn texts(language: Language) -> &'static Texts {
    static TEXTS: [LazyLock<Texts>; Language::ALL.len()] = [
        LazyLock::new(|| Texts::read(Language::English)),
        LazyLock::new(|| Texts::read(Language::German)),
        LazyLock::new(|| Texts::read(Language::Spanish)),
        LazyLock::new(|| Texts::read(Language::BrazilianPortuguese)),
        LazyLock::new(|| Texts::read(Language::French)),
        LazyLock::new(|| Texts::read(Language::Hindi)),
        LazyLock::new(|| Texts::read(Language::Indonesian)),
    ];
    let [english, german, spanish, portuguese, french, hindi, indonesian] = &TEXTS;
    match language {
        Language::English => english,
        Language::German => german,
        Language::Spanish => spanish,
        Language::BrazilianPortuguese => portuguese,
        Language::French => french,
        Language::Hindi => hindi,
        Language::Indonesian => indonesian,
    }
}

impl Texts {
    fn read(language: Language) -> Self {
        let identifier: LanguageIdentifier = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        // Text from outside has already lost the characters that control its direction.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(number));
        let files = FILES.iter().find(|(tag, _)| *tag == language.tag()).map_or(&[][..], |(_, files)| files);
        for file in files {
            // Entries that cannot be parsed are left out; a test checks that there are none.
            let resource = FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        Self { bundle }
    }
}

/// Formats numbers in the language's style: 1,024 or 1.024.
fn number(value: &FluentValue<'_>, memoizer: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    // Only whole numbers occur.
    let whole = number.as_string().parse::<i64>().ok()?;
    memoizer.with_try_get::<Numbers, _, _>((), |numbers| numbers.0.format(&Decimal::from(whole)).to_string()).ok()
}

struct Numbers(DecimalFormatter);

impl Memoizable for Numbers {
    type Args = ();
    type Error = ();

    fn construct(language: LanguageIdentifier, (): ()) -> Result<Self, ()> {
        let locale: Locale = language.to_string().parse().map_err(|_| ())?;
        let formatter =
            DecimalFormatter::try_new(DecimalFormatterPreferences::from(&locale), DecimalFormatterOptions::default());
        formatter.map(Self).map_err(|_| ())
    }
}

include!(concat!(env!("OUT_DIR"), "/files.rs"));
include!(concat!(env!("OUT_DIR"), "/messages.rs"));

#[cfg(test)]
mod tests;
#[cfg(test)]
mod values;
