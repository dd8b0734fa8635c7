//! What no reply contains, in any language.

use super::*;

/// Returns all texts of a message that people read, each with its place.
fn texts(message: &Message) -> Vec<(&'static str, String)> {
    let json = serde_json::to_value(message).unwrap();
    let mut all = Vec::new();
    let mut add = |place, value: &Value| all.extend(value.as_str().map(|text| (place, text.to_owned())));
    for embed in json["embeds"].as_array().unwrap() {
        add("title", &embed["title"]);
        add("text", &embed["description"]);
        add("footer", &embed["footer"]["text"]);
        for field in embed["fields"].as_array().into_iter().flatten() {
            add("field", &field["name"]);
            add("field", &field["value"]);
        }
    }
    for row in json["components"].as_array().unwrap() {
        for control in row["components"].as_array().unwrap() {
            add("label", &control["label"]);
            add("label", &control["placeholder"]);
        }
    }
    all
}

/// Checks each text of every reply in each language.
fn each_text(check: impl Fn(&str, &'static str, &str) -> Result<(), String>) {
    for i18n in Language::ALL {
        for (name, message) in every_reply(i18n) {
            for (place, text) in texts(&message) {
                if let Err(fault) = check(&name, place, &text) {
                    panic!("{i18n}: {name}: {fault} in the {place}: {text}");
                }
            }
        }
    }
}

fn starts_with_one_of(name: &str, starts: &[&str]) -> bool {
    starts.iter().any(|start| name.starts_with(start))
}

#[test]
fn codes_of_permissions_are_only_in_replies_to_wa_access() {
    let of_access = ["granted", "revoked", "grants", "rights "];
    let errors_of_access =
        ["more than the user holds", "no effect in a single group", "no such preset", "no such capability"];
    each_text(|name, _, text| {
        if starts_with_one_of(name, &of_access) || errors_of_access.iter().any(|error| name.ends_with(error)) {
            return Ok(());
        }
        match Capability::ALL.into_iter().find(|code| text.contains(code.name())) {
            Some(code) => Err(format!("the code {code}")),
            None => Ok(()),
        }
    });
}

/// `commands.md` asks for the id of a group in these answers. Elsewhere an id only tells groups of one name apart.
#[test]
fn ids_of_whatsapp_are_only_where_they_are_asked_for() {
    const NO_NAME: [&str; 3] = ["problem", "checked again", "grants"];
    let with_id = ["groups.create", "groups.list", "groups.show", "groups.join", "groups.preview"];
    each_text(|name, _, text| {
        if text.contains("@s.whatsapp.net") || text.contains("@c.us") {
            let is_shown = name.starts_with("case shown");
            return if is_shown { Ok(()) } else { Err("the id of a person".to_owned()) };
        }
        let is_asked_for = name.starts_with("done ") && with_id.iter().any(|operation| name.ends_with(operation));
        let tells_apart = starts_with_one_of(name, &NO_NAME)
            || starts_with_one_of(name, &["request details", "case shown", "list which group"]);
        if text.contains("@g.us") && !is_asked_for && !tells_apart {
            return Err("the id of a group".to_owned());
        }
        Ok(())
    });
}

#[test]
fn every_value_is_filled_in() {
    each_text(|_, _, text| {
        let is_open = text.contains("{$") || text.contains("{ $") || text.contains("\u{2068}");
        if is_open { Err("an open value".to_owned()) } else { Ok(()) }
    });
}

#[test]
fn no_sentence_ends_twice() {
    const ENDS: [char; 4] = ['.', '!', '?', '।'];
    each_text(|_, _, text| {
        let text: String = text.chars().filter(|c| !"*_`\\".contains(*c)).collect();
        let chars: Vec<char> = text.chars().collect();
        let doubles = chars.windows(2).any(|pair| pair.iter().all(|c| ENDS.contains(c)));
        let apart = [". .", "। ।", "! .", "? ."].iter().any(|ends| text.contains(ends));
        if doubles || apart { Err("two full stops".to_owned()) } else { Ok(()) }
    });
}

#[test]
fn no_title_has_more_than_two_sentences() {
    each_text(|_, place, text| {
        let ends =
            text.matches(['!', '?', '।']).count() + text.matches(". ").count() + usize::from(text.ends_with('.'));
        if place == "title" && ends > 2 { Err("more than two sentences".to_owned()) } else { Ok(()) }
    });
}
