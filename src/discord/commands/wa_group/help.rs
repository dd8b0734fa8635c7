//! `/wa-group help`: shows what the actor may do, and how.

use crate::access::Target;
use crate::command_name::{CommandName, Requirement};
use crate::discord::commands::{self, LeafCommand};
use crate::discord::interaction::Responder;
use crate::discord::interaction::pipeline::{answer_at_once, authorize};
use crate::discord::reply::{self, HelpLine, Topic};
use crate::discord::{Context, Error};

/// The commands that people use most. They come first in the overview.
const COMMON: [&str; 5] =
    ["wa-group list", "wa-group show", "wa-group members list", "wa-group members add", "wa-group invite show"];

/// Returns the topic of a command, and the requirement for using it.
fn about(command: &str) -> Option<(Topic, Requirement)> {
    if let Some((topic, needs)) = reply::topic_of(command) {
        return Some((topic, Requirement::Capability(needs)));
    }
    // The commands that request no operation.
    let other = CommandName::requires;
    Some(match command {
        "wa-person find" => (Topic::People, other(CommandName::PersonFind)),
        "wa-group help" => (Topic::Groups, other(CommandName::Help)),
        "wa-request list" => (Topic::Requests, other(CommandName::RequestsList)),
        "wa-request cancel" => (Topic::Requests, other(CommandName::RequestsCancel)),
        "wa-access grant" => (Topic::Rights, other(CommandName::AccessGrant)),
        "wa-access revoke" => (Topic::Rights, other(CommandName::AccessRevoke)),
        "wa-access show" => (Topic::Rights, other(CommandName::AccessShow)),
        "wa-access check" => (Topic::Rights, other(CommandName::AccessCheck)),
        "wa-set save" => (Topic::Rights, other(CommandName::SetsSave)),
        "wa-set list" => (Topic::Rights, other(CommandName::SetsList)),
        "wa-set delete" => (Topic::Rights, other(CommandName::SetsDelete)),
        "wa-setup" => (Topic::Rights, other(CommandName::Setup)),
        "wa-audit stop" => (Topic::Journal, other(CommandName::AuditStop)),
        "wa-audit reason" => (Topic::Journal, other(CommandName::AuditReason)),
        "wa-audit recent" => (Topic::Journal, other(CommandName::AuditRecent)),
        "wa-audit show" => (Topic::Journal, other(CommandName::AuditShow)),
        "wa-audit export" => (Topic::Journal, other(CommandName::AuditExport)),
        _ => return None,
    })
}

/// See what you can do here
#[poise::command(slash_command)]
pub(super) async fn help(
    ctx: Context<'_>,
    #[description = "Topic to read more about"] topic: Option<String>,
) -> Result<(), Error> {
    // Answers at once: all that it shows is known from the interaction and the server's rules.
    let responder = Responder::of_command(ctx.data(), ctx.interaction);
    let server = authorize(&responder, CommandName::Help).await;
    let shown = server.and_then(|server| {
        let (actor, i18n) = (responder.actor()?, responder.language());
        let line = |LeafCommand { name, description }: LeafCommand| {
            let (topic, requires) = about(&name)?;
            let by_approval = match requires {
                Requirement::Nothing => false,
                Requirement::Administrator if actor.administrator => false,
                Requirement::Administrator => return None,
                Requirement::Capability(needs) => match server.decide(actor, needs, Target::IN_SCOPE) {
                    decision if decision.is_allowed() => false,
                    decision if decision.may_request() => true,
                    _ => return None,
                },
            };
            let mention = ctx.data().registered.mention(server.guild, &name);
            let for_all = requires == Requirement::Nothing;
            let is_common = COMMON.contains(&name.as_str());
            Some(HelpLine { topic, mention, description, by_approval, for_all, is_common })
        };
        let lines: Vec<HelpLine> = commands::leaves(i18n).into_iter().filter_map(line).collect();
        Ok(reply::help(i18n, &lines, topic.and_then(|topic| topic.parse().ok())))
    });
    answer_at_once(responder, CommandName::Help, shown).await
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

    /// Returns the rows of the moderators' table of commands: each command, and what it needs.
    fn documented_rows() -> Vec<(String, String)> {
        let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/moderators.md")).unwrap();
        let of_row = |row: &str| {
            let cells: Vec<&str> = row.split('|').map(str::trim).collect();
            let (first, last) = (*cells.get(1)?, (*cells.get(cells.len() - 2)?).trim_matches('`').to_owned());
            let commands = first.strip_prefix("`/")?.strip_suffix('`')?.split("`, `/");
            Some(commands.map(|command| (command.to_owned(), last.clone())).collect::<Vec<_>>())
        };
        page.lines().filter_map(of_row).flatten().collect()
    }

    #[test]
    fn moderators_page_lists_every_command_and_its_needs() {
        let needs = |need| match need {
            Requirement::Nothing => "nothing".to_owned(),
            Requirement::Capability(capability) => capability.name().to_owned(),
            Requirement::Administrator => "Administrator".to_owned(),
        };
        let leaves = commands::leaves(Language::English).into_iter();
        let mut expected: Vec<_> = leaves.map(|leaf| (about(&leaf.name).unwrap().1, leaf.name)).collect();
        expected.sort_by(|(_, one), (_, other)| one.cmp(other));
        let expected: Vec<_> = expected.into_iter().map(|(need, name)| (name, needs(need))).collect();
        let mut found = documented_rows();
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
