//! The words of the page and of the tour, in the languages of the bot: one file of `words/` for each language. A text has
//! its values in braces, as in `{name}`. A text for a number has two forms, with the endings `-one` and `-other`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The texts of a language, by their keys.
pub(super) type Words = BTreeMap<String, String>;

macro_rules! tables {
    ($($language:literal),+ $(,)?) => {
        [$(($language, include_str!(concat!("words/", $language, ".json")))),+]
    };
}

/// The languages, with English first.
static TABLES: LazyLock<[(&str, Words); 7]> = LazyLock::new(|| {
    // A test reads every file.
    tables!["en", "de", "es", "fr", "hi", "id", "pt-BR"]
        .map(|(language, json)| (language, serde_json::from_str(json).unwrap_or_default()))
});

/// Returns the words for a locale of Discord. A locale without a table has the English words.
pub(super) fn words_for(locale: &str) -> &'static Words {
    let [(_, english), ..] = &*TABLES;
    let language = locale.split('-').next().unwrap_or_default();
    let found = TABLES.iter().find(|(name, _)| *name == locale || *name == language);
    found.map_or(english, |(_, words)| words)
}

/// Returns a text in English, or an empty one if there is none.
pub(super) fn english(key: &str) -> &'static str {
    say(words_for("en"), key)
}

/// Returns a text, or an empty one if there is none.
pub(super) fn say<'a>(words: &'a Words, key: &str) -> &'a str {
    words.get(key).map_or("", String::as_str)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;
    use crate::scene::CAST;
    use crate::tour::{ADDS_PER_DAY, steps};
    use crate::whatsapp::Provider;

    /// Returns the names of a text's values.
    fn values(text: &str) -> BTreeSet<&str> {
        text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
    }

    #[test]
    fn every_language_has_every_text_with_its_values() {
        let english = words_for("en");
        assert!(english.len() > 150, "{}", english.len());
        for (language, words) in &*TABLES {
            let keys = |words: &Words| words.keys().cloned().collect::<BTreeSet<_>>();
            assert_eq!(keys(words), keys(english), "{language}");
            for (key, text) in words {
                assert!(!text.trim().is_empty(), "{language}: {key}");
                assert_eq!(values(text), values(&english[key]), "{language}: {key}");
            }
        }
    }

    #[test]
    fn the_limit_of_the_scenes_is_the_one_that_is_told() {
        for (language, words) in &*TABLES {
            let told = say(words, "scene-limit-says");
            let numbers: Vec<&str> =
                told.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
            assert_eq!(numbers.last().map(|last| last.parse()), Some(Ok(ADDS_PER_DAY)), "{language}: {told}");
        }
    }

    #[test]
    fn locales_of_discord_have_their_language() {
        for (locale, you_are) in
            [("en-GB", "You are"), ("de", "Du bist"), ("es-419", "Eres"), ("pt-BR", "Você é"), ("ja", "You are")]
        {
            assert_eq!(say(words_for(locale), "you-are"), you_are, "{locale}");
        }
    }

    /// Returns the keys that the page's own files name: `say("key"` and `data-words="key"`.
    fn keys_of_the_page() -> BTreeSet<String> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/page/assets");
        let files = std::fs::read_dir(folder).unwrap().map(|file| std::fs::read(file.unwrap().path()).unwrap());
        let texts: Vec<String> = files.map(|bytes| String::from_utf8(bytes).unwrap()).collect();
        let mut keys = BTreeSet::new();
        for text in &texts {
            for open in ["say(\"", "sayParts(\"", "data-words=\"", "data-words-label=\""] {
                keys.extend(text.split(open).skip(1).filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())));
            }
            for rest in text.split("sayCount(\"").skip(1) {
                let key = rest.split('"').next().unwrap();
                keys.extend([format!("{key}-one"), format!("{key}-other")]);
            }
            // `say(condition ? "one" : "other"` and lists of keys.
            let quoted = text.split('"').skip(1).step_by(2).filter(|key| words_for("en").contains_key(*key));
            keys.extend(quoted.map(str::to_owned));
        }
        keys
    }

    /// The texts that the page and the server choose by a name: of scenes, people, actions, faults and states.
    fn keys_by_name() -> BTreeSet<String> {
        let steps = Provider::ALL.into_iter().flat_map(steps);
        let scenes = steps.flat_map(|step| [format!("scene-{}", step.name), format!("scene-{}-says", step.says)]);
        let people = CAST.iter().map(|(word, _)| format!("{word}-about"));
        let families = [
            ("next-", ["command", "press", "choose", "type", "log-out", "log-in"].as_slice(), ""),
            ("", &["slow", "429", "500", "dropped", "lost", "disconnected"], "-about"),
            ("try-", &["create", "add", "revoke", "request"], "-about"),
            ("bot-", &["running", "connecting", "stopped"], ""),
            ("", &["true", "false", "file-unreadable", "file-over-limit", "message-length", "may-not-write"], ""),
        ];
        let of_families = families
            .into_iter()
            .flat_map(|(before, names, after)| names.iter().map(move |name| format!("{before}{name}{after}")));
        scenes.chain(people).chain(of_families).collect()
    }

    #[test]
    fn the_page_uses_every_text_and_no_other() {
        let used: BTreeSet<String> = keys_of_the_page().union(&keys_by_name()).cloned().collect();
        let there: BTreeSet<String> = words_for("en").keys().cloned().collect();
        assert_eq!(used, there);
    }
}
