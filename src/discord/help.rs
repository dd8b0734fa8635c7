//! Handles `/wa-group help`: shows what the actor may do, and how.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::commands::{self, LeafCommand};
use super::reply::{self, HelpLine, Topic};
use super::responder::Responder;
use super::{Context, Error};
use crate::access::{Capability, GuildId, Target};
use crate::store::AuditSubject;

const NAME: &str = "help";

/// The ids that Discord assigned to the commands, by server and name.
pub(super) type Ids = HashMap<(Option<GuildId>, String), u64>;

/// The ids that Discord assigned to the commands, for mentions.
#[derive(Debug, Default)]
pub(crate) struct Registered {
    ids: OnceLock<Ids>,
}

impl Registered {
    /// Sets the ids, of the commands of a server or of the global ones.
    pub(super) fn set(&self, ids: Ids) {
        self.ids.get_or_init(|| ids);
    }

    /// Returns a clickable mention (Discord, "Message Formatting"), or the command itself if its id is unknown.
    fn mention(&self, guild: GuildId, command: &str) -> String {
        let root = command.split(' ').next().unwrap_or_default().to_owned();
        let id =
            self.ids.get().and_then(|ids| ids.get(&(Some(guild), root.clone())).or_else(|| ids.get(&(None, root))));
        id.map_or_else(|| format!("`/{command}`"), |id| format!("</{command}:{id}>"))
    }
}

/// The requirement for using a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Need {
    Nothing,
    Capability(Capability),
    Administrator,
}

/// Returns the topic of a command, and the requirement for using it.
fn about(command: &str) -> Option<(Topic, Need)> {
    if let Some((topic, needs)) = reply::topic_of(command) {
        return Some((topic, Need::Capability(needs)));
    }
    // The commands that request no operation.
    Some(match command {
        "wa-group help" => (Topic::Groups, Need::Nothing),
        "wa-request list" | "wa-request cancel" => (Topic::Requests, Need::Nothing),
        "wa-access grant" | "wa-access revoke" | "wa-access show" | "wa-access check" => {
            (Topic::Rights, Need::Capability(Capability::AccessManage))
        }
        "wa-setup" => (Topic::Rights, Need::Administrator),
        "wa-audit stop" => (Topic::Journal, Need::Capability(Capability::AccessManage)),
        "wa-audit recent" | "wa-audit show" | "wa-audit export" => {
            (Topic::Journal, Need::Capability(Capability::AuditRead))
        }
        _ => return None,
    })
}

pub(crate) async fn show(ctx: Context<'_>, topic: Option<&str>) -> Result<(), Error> {
    let responder = Responder::of_command(ctx.data(), ctx.interaction);
    let what = AuditSubject::of(NAME);
    let server = match responder.server().await {
        Ok(server) => server,
        Err(problem) => return responder.refuse(&problem, what).await,
    };
    let actor = responder.actor().cloned()?;
    let say = responder.language();
    let target = Target::IN_SCOPE;
    let line = |LeafCommand { name, description }: LeafCommand| {
        let (topic, need) = about(&name)?;
        let by_approval = match need {
            Need::Nothing => false,
            Need::Administrator if actor.administrator => false,
            Need::Capability(needs) if server.decide(&actor, needs, target).is_allowed() => false,
            Need::Capability(needs) if server.decide(&actor, needs, target).may_request() => true,
            Need::Administrator | Need::Capability(_) => return None,
        };
        let mention = ctx.data().registered.mention(server.guild, &name);
        Some(HelpLine { topic, mention, description, by_approval, for_all: need == Need::Nothing })
    };
    let lines: Vec<HelpLine> = commands::leaves(say).into_iter().filter_map(line).collect();
    let message = reply::help(say, &lines, topic.and_then(|topic| topic.parse().ok()));
    responder.reply(&message).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn every_command_is_in_the_help() {
        for LeafCommand { name, .. } in commands::leaves(Language::English) {
            assert!(about(&name).is_some(), "{name}");
        }
    }

    /// Returns the rows of README's table of commands: each command, and what it needs.
    fn readme_rows() -> Vec<(String, String)> {
        let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
        let of_row = |row: &str| {
            let cells: Vec<&str> = row.split('|').map(str::trim).collect();
            let (first, last) = (*cells.get(1)?, (*cells.get(cells.len() - 2)?).trim_matches('`').to_owned());
            let commands = first.strip_prefix("`/")?.strip_suffix('`')?.split("`, `/");
            Some(commands.map(|command| (command.to_owned(), last.clone())).collect::<Vec<_>>())
        };
        readme.lines().filter_map(of_row).flatten().collect()
    }

    #[test]
    fn readme_lists_every_command_with_what_it_needs() {
        let needs = |need| match need {
            Need::Nothing => "nothing".to_owned(),
            Need::Capability(capability) => capability.name().to_owned(),
            Need::Administrator => "Administrator".to_owned(),
        };
        let leaves = commands::leaves(Language::English).into_iter();
        let mut expected: Vec<_> = leaves.map(|leaf| (about(&leaf.name).unwrap().1, leaf.name)).collect();
        expected.sort_by(|(_, one), (_, other)| one.cmp(other));
        let expected: Vec<_> = expected.into_iter().map(|(need, name)| (name, needs(need))).collect();
        let mut found = readme_rows();
        found.sort();
        assert_eq!(found, expected);
    }

    #[test]
    fn every_command_of_an_operation_exists() {
        let leaves = commands::leaves(Language::English);
        for command in reply::operation_commands() {
            assert!(leaves.iter().any(|leaf| leaf.name == command), "{command}");
        }
    }
}
