//! `/wa-group help`: shows what the actor may do, and how.

use crate::access::Target;
use crate::command_name::{CommandName, Requirement};
use crate::discord::commands::{self, LeafCommand};
use crate::discord::interaction::Responder;
use crate::discord::interaction::pipeline::{answer_at_once, authorize};
use crate::discord::reply::{self, HelpLine, Topic};
use crate::discord::{Context, Error, autocomplete};
use crate::operations::{
    AddMembers, ChangeAdmins, CreateGroup, DeleteGroup, DescribeGroup, ExportMembers, JoinGroup, LeaveGroup,
    ListGroups, ListMembers, ListSessions, Perform as _, PreviewInvite, RemoveMembers, RenameGroup, RevokeInvite,
    SetPicture, ShowGroup, ShowInvite,
};

/// Returns the topic of a command, and the requirement for using it.
fn about(command: &str) -> Option<(Topic, Requirement)> {
    let needs = Requirement::Capability;
    let other = CommandName::requires;
    Some(match command {
        "wa-group create" => (Topic::Groups, needs(CreateGroup::NEEDS)),
        "wa-group list" => (Topic::Groups, needs(ListGroups::NEEDS)),
        "wa-group show" => (Topic::Groups, needs(ShowGroup::NEEDS)),
        "wa-group rename" => (Topic::Groups, needs(RenameGroup::NEEDS)),
        "wa-group describe" => (Topic::Groups, needs(DescribeGroup::NEEDS)),
        "wa-group picture" => (Topic::Groups, needs(SetPicture::NEEDS)),
        "wa-group leave" => (Topic::Groups, needs(LeaveGroup::NEEDS)),
        "wa-group delete" => (Topic::Groups, needs(DeleteGroup::NEEDS)),
        "wa-group join" => (Topic::Invites, needs(JoinGroup::NEEDS)),
        "wa-group preview" => (Topic::Invites, needs(PreviewInvite::NEEDS)),
        "wa-group help" => (Topic::Groups, other(CommandName::Help)),
        "wa-group members list" => (Topic::People, needs(ListMembers::NEEDS)),
        "wa-group members add" => (Topic::People, needs(AddMembers::NEEDS)),
        "wa-group members remove" => (Topic::People, needs(RemoveMembers::NEEDS)),
        "wa-group members export" => (Topic::People, needs(ExportMembers::NEEDS)),
        "wa-group admins promote" | "wa-group admins demote" => (Topic::People, needs(ChangeAdmins::NEEDS)),
        "wa-group invite show" => (Topic::Invites, needs(ShowInvite::NEEDS)),
        "wa-group invite revoke" => (Topic::Invites, needs(RevokeInvite::NEEDS)),
        "wa-session list" => (Topic::Groups, needs(ListSessions::NEEDS)),
        "wa-request list" => (Topic::Requests, other(CommandName::RequestsList)),
        "wa-request cancel" => (Topic::Requests, other(CommandName::RequestsCancel)),
        "wa-access grant" => (Topic::Rights, other(CommandName::AccessGrant)),
        "wa-access revoke" => (Topic::Rights, other(CommandName::AccessRevoke)),
        "wa-access show" => (Topic::Rights, other(CommandName::AccessShow)),
        "wa-access check" => (Topic::Rights, other(CommandName::AccessCheck)),
        "wa-setup" => (Topic::Rights, other(CommandName::Setup)),
        "wa-audit stop" => (Topic::Journal, other(CommandName::AuditStop)),
        "wa-audit recent" => (Topic::Journal, other(CommandName::AuditRecent)),
        "wa-audit show" => (Topic::Journal, other(CommandName::AuditShow)),
        "wa-audit export" => (Topic::Journal, other(CommandName::AuditExport)),
        _ => return None,
    })
}

/// What you can do here, and how
#[poise::command(slash_command)]
pub(super) async fn help(
    ctx: Context<'_>,
    #[description = "What you want to know more about"]
    #[autocomplete = "autocomplete::topic"]
    topic: Option<String>,
) -> Result<(), Error> {
    // Answers at once: all that it shows is known from the interaction and the server's rules.
    let responder = Responder::of_command(ctx.data(), ctx.interaction);
    let server = authorize(&responder, CommandName::Help).await;
    let shown = server.and_then(|server| {
        let (actor, say) = (responder.actor()?, responder.language());
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
            Some(HelpLine { topic, mention, description, by_approval, for_all: requires == Requirement::Nothing })
        };
        let lines: Vec<HelpLine> = commands::leaves(say).into_iter().filter_map(line).collect();
        Ok(reply::help(say, &lines, topic.and_then(|topic| topic.parse().ok())))
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
}
