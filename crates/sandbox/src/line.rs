//! Parses the lines that people type at the sandbox's prompt: the person who acts, and the action.

use serde_json::Value;

/// A line of the prompt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Line {
    /// `moderator: …`
    Does {
        who: String,
        act: LineAction,
    },
    Log,
    Help,
    People,
    Groups,
    Quit,
    /// An empty line or a comment.
    Empty,
}

/// An action of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum LineAction {
    /// `/wa-group invite revoke group:Alpha Team`
    Command(String),
    /// `press Revoke`
    Press(String),
    /// `choose usher-log in Log channel`, in a menu; `nothing` selects no value
    Choose { values: Vec<String>, menu: String },
    /// `type Alpha Team`, into the open modal; without a text its field stays the same
    Type(String),
    /// `say Come all!`, in the channel
    Say(String),
    /// `menu Preview WhatsApp invite`, on the newest message of a person; with ` on helper`, on a person
    Menu { name: String, on: Option<String> },
    /// `speak de`: sets the language of their Discord client
    Speak(String),
}

/// A parse error of a line, with the correct form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum BadLine {
    #[error("say who acts first, as in `moderator: /wa-group list`; `help` shows more")]
    Nobody,
    #[error("after the name comes a /command, `press`, `choose`, `type`, `say`, `menu` or `speak`; `help` shows more")]
    Nothing,
}

impl Line {
    pub(super) fn read(text: &str) -> Result<Self, BadLine> {
        let text = text.trim();
        match text {
            "" => return Ok(Self::Empty),
            "help" | "?" => return Ok(Self::Help),
            "people" => return Ok(Self::People),
            "groups" => return Ok(Self::Groups),
            "log" => return Ok(Self::Log),
            "quit" | "exit" => return Ok(Self::Quit),
            _ if text.starts_with('#') => return Ok(Self::Empty),
            _ => {}
        }
        let (who, act) = text.split_once(':').ok_or(BadLine::Nobody)?;
        let (who, act) = (who.trim().to_lowercase(), act.trim());
        if who.is_empty() || who.contains(char::is_whitespace) || who.starts_with('/') {
            return Err(BadLine::Nobody);
        }
        Ok(Self::Does { who, act: LineAction::read(act)? })
    }
}

impl LineAction {
    fn read(text: &str) -> Result<Self, BadLine> {
        if let Some(command) = text.strip_prefix('/') {
            return Ok(Self::Command(command.trim().to_owned()));
        }
        if text == "type" {
            return Ok(Self::Type(String::new()));
        }
        let (verb, rest) = text.split_once(char::is_whitespace).ok_or(BadLine::Nothing)?;
        let rest = rest.trim();
        match verb {
            "press" => Ok(Self::Press(rest.to_owned())),
            "choose" => {
                let (values, menu) = rest.rsplit_once(" in ").ok_or(BadLine::Nothing)?;
                let values = values.split(',').map(|value| value.trim().to_owned());
                let values = values.filter(|value| !value.is_empty() && value != "nothing").collect();
                Ok(Self::Choose { values, menu: menu.trim().to_owned() })
            }
            "say" => Ok(Self::Say(rest.to_owned())),
            "speak" => Ok(Self::Speak(rest.to_owned())),
            "menu" => {
                let (name, on) = rest.rsplit_once(" on ").map_or((rest, None), |(name, on)| (name, Some(on)));
                Ok(Self::Menu { name: name.trim().to_owned(), on: on.map(|on| on.trim().to_owned()) })
            }
            "type" => Ok(Self::Type(rest.to_owned())),
            _ => Err(BadLine::Nothing),
        }
    }
}

/// A command and its options, as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Typed {
    /// `wa-group invite revoke`
    pub(super) name: String,
    pub(super) options: Vec<(String, String)>,
    /// The options of this command that take whole numbers.
    pub(super) numbers: Vec<String>,
    /// The options of this command that take a file, given by its path.
    pub(super) files: Vec<String>,
}

/// Finds the command among the registered ones (JSON, as the bot registered them) and splits its options. An option's
/// value extends to the name of another option of this command, so that it may contain spaces and colons.
pub(super) fn read_command(text: &str, registered: &[Value]) -> Option<Typed> {
    let mut words = text.split_whitespace().peekable();
    let name = words.next()?;
    let mut found = registered.iter().find(|command| command["name"] == name)?;
    let mut path = vec![name];
    while let Some(next) = words.peek() {
        // Types 1 and 2 are subcommands and their groups.
        let is_sub = |option: &&Value| matches!(option["type"].as_u64(), Some(1 | 2)) && option["name"] == **next;
        let Some(sub) = found["options"].as_array().and_then(|options| options.iter().find(is_sub)) else { break };
        path.push(next);
        found = sub;
        words.next();
    }
    let of_type = |kind: u64| {
        let options = found["options"].as_array().into_iter().flatten().filter(|option| option["type"] == kind);
        options.filter_map(|option| Some(option["name"].as_str()?.to_owned())).collect::<Vec<_>>()
    };
    // Types 4 and 11 are integers and attachments.
    let (numbers, files) = (of_type(4), of_type(11));
    let known: Vec<&str> =
        found["options"].as_array().into_iter().flatten().filter_map(|option| option["name"].as_str()).collect();
    let mut options: Vec<(String, String)> = Vec::new();
    for word in words {
        let named = word.split_once(':').filter(|(name, _)| known.contains(name));
        match (named, options.last_mut()) {
            (Some((name, value)), _) => options.push((name.to_owned(), value.to_owned())),
            (None, Some((_, value))) => {
                if !value.is_empty() {
                    value.push(' ');
                }
                value.push_str(word);
            }
            // Text before the first option, which Discord's client would not accept either.
            (None, None) => options.push((word.to_owned(), String::new())),
        }
    }
    Some(Typed { name: path.join(" "), options, numbers, files })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_line_says_who_does_what() {
        let does = |who: &str, act: LineAction| Ok(Line::Does { who: who.to_owned(), act });
        let list = LineAction::Command("wa-group list".to_owned());
        assert_eq!(Line::read(" Moderator : /wa-group list "), does("moderator", list));
        assert_eq!(Line::read("moderator: press Delete…"), does("moderator", LineAction::Press("Delete…".to_owned())));
        assert_eq!(Line::read("owner: type Alpha: Team"), does("owner", LineAction::Type("Alpha: Team".to_owned())));
        assert_eq!(Line::read("owner: type"), does("owner", LineAction::Type(String::new())));
        let choose = |values: &[&str]| {
            let values = values.iter().map(|value| (*value).to_owned()).collect();
            does("owner", LineAction::Choose { values, menu: "Log channel".to_owned() })
        };
        assert_eq!(Line::read("owner: choose a, b in c in Log channel"), choose(&["a", "b in c"]));
        assert_eq!(Line::read("owner: choose nothing in Log channel"), choose(&[]));
        assert_eq!(Line::read("owner: choose Log channel"), Err(BadLine::Nothing));
        let menu = |name: &str, on: Option<&str>| {
            does("owner", LineAction::Menu { name: name.to_owned(), on: on.map(str::to_owned) })
        };
        assert_eq!(Line::read("owner: menu Preview it"), menu("Preview it", None));
        assert_eq!(Line::read("owner: menu Rights on helper"), menu("Rights", Some("helper")));
        for (text, line) in [("", Line::Empty), ("# x", Line::Empty), ("help", Line::Help), ("quit", Line::Quit)] {
            assert_eq!(Line::read(text), Ok(line));
        }
        assert_eq!(Line::read("/wa-group list"), Err(BadLine::Nobody));
        assert_eq!(Line::read("moderator: dance"), Err(BadLine::Nothing));
    }

    #[test]
    fn an_options_value_goes_on_until_the_next_option() {
        let registered = [json!({ "name": "wa-group", "options": [{ "type": 2, "name": "members", "options": [
            { "type": 1, "name": "add", "options": [{ "type": 3, "name": "group" }, { "type": 3, "name": "members" }] },
        ] }] })];
        let typed =
            read_command("wa-group members add group:Alpha: the Team members:+55 11 99999-9999", &registered).unwrap();
        assert_eq!(typed.name, "wa-group members add");
        let pairs: Vec<_> = typed.options.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(pairs, [("group", "Alpha: the Team"), ("members", "+55 11 99999-9999")]);
        assert!(read_command("other", &registered).is_none());
    }
}
