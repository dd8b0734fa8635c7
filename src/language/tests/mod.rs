use std::collections::BTreeMap;
use std::collections::BTreeSet;

use fluent_syntax::ast::Entry;

use super::values::values;
use super::*;

mod lint;

/// Returns the messages of a language, each with the values that it contains.
fn messages(tag: &str) -> BTreeMap<String, BTreeSet<String>> {
    let (_, files) =
        FILES.iter().find(|(name, _)| *name == tag).unwrap_or_else(|| panic!("no directory languages/{tag}"));
    let mut messages = BTreeMap::new();
    for file in *files {
        let resource = fluent_syntax::parser::parse(*file).unwrap_or_else(|(_, errors)| panic!("{tag}: {errors:?}"));
        for entry in resource.body {
            match entry {
                Entry::Message(message) => {
                    let id = message.id.name.to_owned();
                    let pattern = message.value.expect("the message has a value");
                    let values = values(&pattern).unwrap_or_else(|error| panic!("{tag}: {id}: {error}"));
                    let values = values.into_iter().map(str::to_owned).collect();
                    assert!(messages.insert(id.clone(), values).is_none(), "{tag}: {id} is there twice");
                }
                Entry::Term(term) => panic!("{tag}: no terms are used, and -{} is one", term.id.name),
                Entry::Junk { content } => panic!("{tag}: cannot be read: {content}"),
                _ => {}
            }
        }
    }
    messages
}

/// The build itself checks that no English message is missing or unused. A message that a language lacks is shown in
/// English; `.ci/run` shows the list that this test prints.
#[test]
#[expect(clippy::print_stdout, reason = "the list of what is not translated")]
fn translated_messages_have_the_same_values() {
    let english = messages("en");
    for language in Language::ALL {
        let translated = messages(language.tag());
        for (id, values) in &translated {
            let expected = english.get(id).unwrap_or_else(|| panic!("{language}: {id} is unused"));
            assert_eq!(values, expected, "{language}: {id}");
        }
        for id in english.keys().filter(|id| !translated.contains_key(*id)) {
            println!("warning: languages/{language} does not translate {id}");
        }
    }
}

#[test]
fn messages_without_values_are_as_fluent_says_them() {
    for language in Language::ALL {
        let (mut plain, others): (Vec<_>, Vec<_>) =
            messages(language.tag()).into_keys().partition(|id| language.plain(id).is_some());
        assert!(plain.len() > others.len(), "{language}: most messages have no values");
        for id in plain.drain(..) {
            let said = translate(&id, &FluentArgs::new(), [texts(language), texts(language)]);
            assert_eq!(language.plain(&id), Some(said.as_str()), "{language}: {id}");
        }
    }
}

#[test]
fn a_message_that_a_language_lacks_is_shown_in_english() {
    let of = |source: &str| {
        let mut bundle = FluentBundle::new_concurrent(vec!["en".parse().unwrap()]);
        bundle.set_use_isolating(false);
        bundle.add_resource(FluentResource::try_new(source.to_owned()).unwrap()).unwrap();
        Texts { bundle }
    };
    let (german, english) = (of("both = beides"), of("both = both\nnew = { $count } new"));
    let values = [("count", FluentValue::from(3))].into_iter().collect();
    assert_eq!(translate("both", &values, [&german, &english]), "beides");
    assert_eq!(translate("new", &values, [&german, &english]), "3 new");
    assert_eq!(translate("other", &values, [&german, &english]), "");
}

#[test]
fn text_in_backticks_is_not_translated() {
    let typed = |text: &str| {
        let mut typed: Vec<String> = text.split('`').skip(1).step_by(2).map(str::to_owned).collect();
        typed.sort_unstable();
        typed
    };
    let all = |tag: &str| {
        let (_, files) = FILES.iter().find(|(name, _)| *name == tag).unwrap();
        let lines = files.iter().flat_map(|file| file.lines()).filter(|line| !line.starts_with('#'));
        let of_line = |line: &str| line.split_once(" = ").map(|(id, text)| (id.to_owned(), typed(text)));
        lines.filter_map(of_line).collect::<BTreeMap<_, _>>()
    };
    let english = all("en");
    for language in Language::ALL {
        for (id, typed) in all(language.tag()) {
            assert_eq!(typed, english.get(&id).cloned().unwrap_or_default(), "{language}: {id}");
        }
    }
}

#[test]
fn a_person_is_spoken_to_in_the_language_of_their_discord() {
    for (locale, language) in [
        ("en-GB", Language::English),
        ("de", Language::German),
        ("es-419", Language::Spanish),
        ("es-ES", Language::Spanish),
        ("pt-BR", Language::BrazilianPortuguese),
        ("fr", Language::French),
        ("hi", Language::Hindi),
        ("id", Language::Indonesian),
        ("ja", Language::English),
        ("", Language::English),
    ] {
        assert_eq!(Language::of_locale(locale), language, "{locale}");
    }
    for language in Language::ALL {
        assert_eq!(language.to_string().parse(), Ok(language));
    }
}

#[test]
fn numbers_and_plurals_follow_the_languages_rules() {
    for (language, one, thousand) in [
        (Language::English, "1 person", "1,024 people"),
        (Language::German, "1 Person", "1.024 Personen"),
        (Language::Spanish, "1 persona", "1024 personas"),
        (Language::BrazilianPortuguese, "1 pessoa", "1.024 pessoas"),
        (Language::French, "1 personne", "1\u{202f}024 personnes"),
        (Language::Hindi, "1 व्यक्ति", "1,024 लोग"),
        (Language::Indonesian, "1 orang", "1.024 orang"),
    ] {
        assert_eq!((language.people(1), language.people(1024)), (one.to_owned(), thousand.to_owned()));
    }
}
