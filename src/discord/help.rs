//! Handles `/wa-group help`: shows what the actor may do, and how.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::commands::{self, LeafCommand};
use super::reply::{self, HelpLine, Topic};
use super::responder::Responder;
use super::{Context, Error};
use crate::access::{Capability, GuildId, Target};
use crate::operations::{
    AddMembers, ChangeAdmins, CreateGroup, DeleteGroup, DescribeGroup, ExportMembers, JoinGroup, LeaveGroup,
    ListGroups, ListMembers, ListSessions, Perform as _, PreviewInvite, RemoveMembers, RenameGroup, RevokeInvite,
    SetPicture, ShowGroup, ShowInvite,
};
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
    let needs = Need::Capability;
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
        "wa-group help" => (Topic::Groups, Need::Nothing),
        "wa-group members list" => (Topic::People, needs(ListMembers::NEEDS)),
        "wa-group members add" => (Topic::People, needs(AddMembers::NEEDS)),
        "wa-group members remove" => (Topic::People, needs(RemoveMembers::NEEDS)),
        "wa-group members export" => (Topic::People, needs(ExportMembers::NEEDS)),
        "wa-group admins promote" | "wa-group admins demote" => (Topic::People, needs(ChangeAdmins::NEEDS)),
        "wa-group invite show" => (Topic::Invites, needs(ShowInvite::NEEDS)),
        "wa-group invite revoke" => (Topic::Invites, needs(RevokeInvite::NEEDS)),
        "wa-session list" => (Topic::Groups, needs(ListSessions::NEEDS)),
        "wa-request list" | "wa-request cancel" => (Topic::Requests, Need::Nothing),
        "wa-access grant" | "wa-access revoke" | "wa-access show" | "wa-access check" => {
            (Topic::Rights, needs(Capability::AccessManage))
        }
        "wa-setup" => (Topic::Rights, Need::Administrator),
        "wa-audit stop" => (Topic::Journal, needs(Capability::AccessManage)),
        "wa-audit recent" | "wa-audit show" | "wa-audit export" => (Topic::Journal, needs(Capability::AuditRead)),
        _ => return None,
    })
}

pub(crate) async fn show(ctx: Context<'_>, topic: Option<&str>) -> Result<(), Error> {
    let responder = Responder::of_command(ctx.data(), ctx.interaction);
    let what = AuditSubject::of(NAME);
    let server = match responder.settings().await {
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
}
