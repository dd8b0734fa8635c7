//! Parses the lines that people type at the sandbox's prompt: the person who acts, and the action.

use serde_json::Value;

use super::scene::{everyone, word_for};

/// A line of the prompt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Line {
    /// `moderator: …`, or `mateo: …`
    Does {
        /// The word for the person.
        who: &'static str,
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
    /// `log out`: logs the WhatsApp account out, on its phone
    LogOut,
    /// `log in`: logs it in again
    LogIn,
}

/// A parse error of a line, with the correct form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum BadLine {
    #[error("say who acts first, as in `moderator: /wa-group list`; `help` shows more")]
    Nobody,
    #[error("nobody is called {0}; there are {people}", people = everyone())]
    Stranger(String),
    #[error(
        "after the name comes a /command, `press`, `choose`, `type`, `say`, `menu`, `speak`, `log out` or `log in`; `help` shows more"
    )]
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
        let Some(who) = word_for(&who) else { return Err(BadLine::Stranger(who)) };
        Ok(Self::Does { who, act: LineAction::read(act)? })
    }
}

impl LineAction {
    fn read(text: &str) -> Result<Self, BadLine> {
        if let Some(command) = text.strip_prefix('/') {
            return Ok(Self::Command(command.trim().to_owned()));
        }
        match text {
            "type" => return Ok(Self::Type(String::new())),
            "log out" => return Ok(Self::LogOut),
            "log in" => return Ok(Self::LogIn),
            _ => {}
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
    /// The options of this command that take whole numbers, or true or false.
    pub(super) literals: Vec<String>,
    /// The options of this command that take a file, given by its path.
    pub(super) files: Vec<String>,
}

/// The command that was typed does not exist as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum BadCommand {
    #[error("there is no command /{typed}; there are {there}")]
    Unknown { typed: String, there: String },
    #[error("/{command} has no option {typed}; it has {there}")]
    NoOption { command: String, typed: String, there: String },
}

/// Finds the command among the registered ones (JSON, as the bot registered them) and splits its options. An option's
/// value extends to the name of another option of this command, so that it may contain spaces and colons.
pub(super) fn read_command(text: &str, registered: &[Value]) -> Result<Typed, BadCommand> {
    let mut words = text.split_whitespace().peekable();
    let name = words.next().unwrap_or_default();
    let slash = |command: &&Value| command["type"].as_u64().is_none_or(|kind| kind == 1);
    let Some(mut found) = registered.iter().filter(slash).find(|command| command["name"] == name) else {
        let there =
            registered.iter().filter(slash).filter_map(|command| Some(format!("/{}", command["name"].as_str()?)));
        return Err(BadCommand::Unknown { typed: name.to_owned(), there: listed(there) });
    };
    let mut path = vec![name];
    while let Some(next) = words.peek() {
        let Some(sub) = subcommands(found).find(|sub| sub["name"] == **next) else { break };
        path.push(next);
        found = sub;
        words.next();
    }
    let name = path.join(" ");
    if subcommands(found).next().is_some() {
        let there = subcommands(found).filter_map(|sub| Some(format!("/{name} {}", sub["name"].as_str()?)));
        let typed = path.into_iter().chain(words.next());
        return Err(BadCommand::Unknown { typed: typed.collect::<Vec<_>>().join(" "), there: listed(there) });
    }
    let of_type = |kind: u64| {
        let options = found["options"].as_array().into_iter().flatten().filter(|option| option["type"] == kind);
        options.filter_map(|option| Some(option["name"].as_str()?.to_owned())).collect::<Vec<_>>()
    };
    // Types 4, 5 and 11 are integers, booleans and attachments.
    let (literals, files) = ([of_type(4), of_type(5)].concat(), of_type(11));
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
            // Discord's client would not accept text before the first option either.
            (None, None) => {
                let typed = word.split(':').next().unwrap_or_default().to_owned();
                let there = listed(known.iter().map(|name| format!("{name}:")));
                return Err(BadCommand::NoOption { command: name, typed, there });
            }
        }
    }
    Ok(Typed { name, options, literals, files })
}

/// Returns the subcommands of a command, and their groups: options of type 1 and 2.
fn subcommands(command: &Value) -> impl Iterator<Item = &Value> {
    let options = command["options"].as_array().into_iter().flatten();
    options.filter(|option| matches!(option["type"].as_u64(), Some(1 | 2)))
}

fn listed(names: impl Iterator<Item = String>) -> String {
    let names: Vec<String> = names.collect();
    if names.is_empty() { "none".to_owned() } else { names.join(", ") }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_line_says_who_does_what() {
        let does = |who: &'static str, act: LineAction| Ok(Line::Does { who, act });
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
        assert_eq!(Line::read("moderator: hello to everyone"), Err(BadLine::Nothing));
        assert_eq!(Line::read("owner: log out"), does("owner", LineAction::LogOut));
        assert_eq!(Line::read("owner: log in"), does("owner", LineAction::LogIn));
        assert_eq!(Line::read("Mateo: say Hi"), does("moderator", LineAction::Say("Hi".to_owned())));
        let stranger = Line::read("bob: hi").unwrap_err();
        assert_eq!(stranger, BadLine::Stranger("bob".to_owned()));
        assert!(
            stranger.to_string().starts_with("nobody is called bob; there are owner (Olivia), moderator (Mateo), ")
        );
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
    }

    #[test]
    fn an_unknown_command_or_option_names_those_that_exist() {
        let group = json!({ "type": 3, "name": "group" });
        let registered = [
            json!({ "name": "wa-group", "options": [
                { "type": 1, "name": "list" }, { "type": 1, "name": "show", "options": [group] },
            ] }),
            json!({ "name": "Preview", "type": 3 }),
        ];
        let problem = |text: &str| read_command(text, &registered).unwrap_err().to_string();
        assert_eq!(problem("other x"), "there is no command /other; there are /wa-group");
        let there = "there are /wa-group list, /wa-group show";
        assert_eq!(problem("wa-group"), format!("there is no command /wa-group; {there}"));
        assert_eq!(problem("wa-group lst group:x"), format!("there is no command /wa-group lst; {there}"));
        assert_eq!(problem("wa-group show grp:x"), "/wa-group show has no option grp; it has group:");
        assert_eq!(problem("wa-group list all"), "/wa-group list has no option all; it has none");
    }
}
