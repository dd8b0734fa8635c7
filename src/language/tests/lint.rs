//! Rules of `docs/style.md` for texts that people read.

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};

use super::*;

/// Returns every message of a language with its pattern.
fn patterns(tag: &str) -> BTreeMap<String, Pattern<&'static str>> {
    let (_, files) = FILES.iter().find(|(name, _)| *name == tag).unwrap();
    let mut patterns = BTreeMap::new();
    for file in *files {
        for entry in fluent_syntax::parser::parse(*file).unwrap().body {
            if let Entry::Message(message) = entry {
                patterns.insert(message.id.name.to_owned(), message.value.unwrap());
            }
        }
    }
    patterns
}

/// A part of a text: its own words, or a value.
#[derive(Debug, Clone, PartialEq)]
enum Part {
    Words(String),
    Value(&'static str),
}

/// Returns all forms of a text, one for each choice of plural forms.
fn forms(pattern: &Pattern<&'static str>) -> Vec<Vec<Part>> {
    let mut forms = vec![Vec::new()];
    for element in &pattern.elements {
        let next: Vec<Vec<Part>> = match element {
            PatternElement::TextElement { value } => vec![vec![Part::Words((*value).to_owned())]],
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => {
                vec![vec![Part::Value(id.name)]]
            }
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                variants.iter().flat_map(|variant| self::forms(&variant.value)).collect()
            }
            PatternElement::Placeable { expression: Expression::Inline(_) } => vec![Vec::new()],
        };
        forms =
            forms.iter().flat_map(|form| next.iter().map(move |part| [form.clone(), part.clone()].concat())).collect();
    }
    forms
}

/// Returns the words of a text, in all its forms, without what people type.
fn words(pattern: &Pattern<&'static str>) -> Vec<String> {
    let text = |form: Vec<Part>| {
        let part = |part: &Part| match part {
            Part::Words(words) => words.clone(),
            Part::Value(_) => "…".to_owned(),
        };
        form.iter().map(part).collect::<String>()
    };
    forms(pattern).into_iter().map(text).map(|text| without_typed(&text)).collect()
}

/// Removes commands and text in backticks.
fn without_typed(text: &str) -> String {
    let plain: String = text.split('`').step_by(2).collect();
    let mut kept = Vec::new();
    let mut words = plain.split(' ').peekable();
    while let Some(word) = words.next() {
        if word.starts_with("/wa-") {
            // The name of its subcommand.
            words.next();
        } else {
            kept.push(word);
        }
    }
    kept.join(" ")
}

/// Returns the words that `docs/style.md` rules out in English texts for people.
fn banned() -> Vec<String> {
    let page = include_str!("../../../docs/style.md");
    let table = page.split("## Words for people").nth(1).expect("the page has the words");
    let table = table.split("\n## ").next().unwrap_or_default();
    let rows = table.lines().filter(|line| line.starts_with("| ")).skip(1);
    let cells = rows.filter_map(|row| row.split('|').nth(2));
    cells
        .flat_map(|cell| cell.split(','))
        .map(|word| word.trim().to_lowercase())
        .filter(|word| !word.is_empty())
        .collect()
}

/// Returns the first of the words that a text contains.
fn first_of<'a>(words: &'a [String], text: &str) -> Option<&'a String> {
    let spaced = |text: &str| {
        let kept = text.to_lowercase().replace('’', "'");
        format!(
            " {} ",
            kept.split(|c: char| !c.is_alphanumeric() && c != '\'')
                .filter(|word| !word.is_empty())
                .collect::<Vec<_>>()
                .join(" ")
        )
    };
    let text = spaced(text);
    words.iter().find(|word| text.contains(&spaced(word)))
}

#[test]
fn no_english_text_has_a_banned_word() {
    let banned = banned();
    assert!(banned.len() > 20, "{banned:?}");
    let mut faults = Vec::new();
    for (id, pattern) in patterns("en") {
        for text in words(&pattern) {
            faults.extend(first_of(&banned, &text).map(|word| format!("{id}: {word}: {text}")));
        }
    }
    for (name, description) in crate::discord::descriptions() {
        faults.extend(
            first_of(&banned, &without_typed(&description)).map(|word| format!("{name} {word}: {description}")),
        );
    }
    assert!(
        faults.is_empty(),
        "{}",
        faults.join(
            "
"
        )
    );
}

#[test]
fn a_banned_word_is_found_as_a_whole_word() {
    let banned = ["case".to_owned(), "right now".to_owned()];
    assert_eq!(first_of(&banned, "Show the case."), Some(&banned[0]));
    assert_eq!(first_of(&banned, "In cases"), None);
    assert_eq!(first_of(&banned, "not right **now**"), Some(&banned[1]));
    assert_eq!(without_typed("See `case` or /wa-audit show now"), "See  or now");
}

/// Returns the values by which a text has several forms, and the exact numbers that have a form of their own.
fn selectors(pattern: &Pattern<&'static str>) -> BTreeMap<&'static str, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    for element in &pattern.elements {
        let PatternElement::Placeable { expression: Expression::Select { selector, variants } } = element else {
            continue;
        };
        let InlineExpression::VariableReference { id } = selector else { panic!("a form by {selector:?}") };
        let key = |variant: &Variant<&'static str>| match &variant.key {
            VariantKey::Identifier { name } => (*name).to_owned(),
            VariantKey::NumberLiteral { value } => (*value).to_owned(),
        };
        found.insert(id.name, variants.iter().map(key).collect());
        for variant in variants {
            found.extend(selectors(&variant.value));
        }
    }
    found
}

/// CLDR, "Language Plural Rules": Indonesian has one form. Spanish, French and Portuguese have a third one for millions,
/// which no number here reaches.
#[test]
fn each_language_has_a_form_for_one_and_for_several() {
    for language in Language::ALL {
        let patterns = patterns(language.tag());
        for (id, english) in self::patterns("en") {
            let Some(pattern) = patterns.get(&id) else { continue };
            for (value, forms) in selectors(&english) {
                let found = selectors(pattern).remove(value).unwrap_or_default();
                let exact = |forms: &BTreeSet<String>| {
                    forms.iter().filter(|form| form.parse::<u32>().is_ok()).cloned().collect::<BTreeSet<_>>()
                };
                assert_eq!(exact(&found), exact(&forms), "{language}: {id}: forms by ${value}");
                let has_both = ["one", "other"].iter().all(|form| found.contains(*form));
                assert!(has_both || language == Language::Indonesian, "{language}: {id}: forms by ${value}: {found:?}");
            }
            for value in selectors(pattern).into_keys() {
                assert!(selectors(&english).contains_key(value), "{language}: {id} has forms by ${value}");
            }
        }
    }
}

/// Texts of users and of WhatsApp. They may end with punctuation of their own, so none of the sentence's touches them.
const OF_OTHERS: [&str; 12] =
    ["name", "group", "before", "after", "text", "search", "scope", "title", "words", "sheet", "grant", "place"];

#[test]
fn no_punctuation_touches_a_users_text() {
    const PUNCTUATION: &str = ".,;:!?…।“”„«»\"'‘’‚‹›()[]";
    let is_mark = |c: &char| PUNCTUATION.contains(*c);
    // Markup, and the narrow space before French punctuation.
    let is_clear = |c: &char| !"*_`\u{202f}\u{a0}".contains(*c);
    let mut faults = Vec::new();
    for language in Language::ALL {
        for (id, pattern) in patterns(language.tag()) {
            for form in forms(&pattern) {
                for (at, part) in form.iter().enumerate() {
                    if !matches!(part, Part::Value(name) if OF_OTHERS.contains(name)) {
                        continue;
                    }
                    let words = |part: Option<&Part>| match part {
                        Some(Part::Words(words)) => words.clone(),
                        Some(Part::Value(_)) | None => String::new(),
                    };
                    let (before, after) =
                        (words(at.checked_sub(1).and_then(|at| form.get(at))), words(form.get(at + 1)));
                    let touches = before.chars().rev().find(is_clear).as_ref().is_some_and(is_mark)
                        || after.chars().find(is_clear).as_ref().is_some_and(is_mark);
                    if touches {
                        faults.push(format!("{language}: {id}: {form:?}"));
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A person who reads two errors must be able to tell them apart by their titles.
#[test]
fn no_two_errors_have_one_title() {
    let mut faults = Vec::new();
    for language in Language::ALL {
        let patterns = patterns(language.tag());
        let mut titles: BTreeMap<Vec<String>, &String> = BTreeMap::new();
        for (id, pattern) in patterns.iter().filter(|(id, _)| patterns.contains_key(&format!("{id}-text"))) {
            let other = titles.insert(words(pattern), id);
            faults.extend(other.map(|other| format!("{language}: {id} and {other}")));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
