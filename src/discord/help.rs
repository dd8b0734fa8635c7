//! `/wa-group help`: what the asker may do, and how.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::commands::{self, Leaf};
use super::reply::{self, HelpLine, Topic};
use super::visit::Visit;
use super::{Context, Error};
use crate::access::{Capability, Groups, GuildId, Reach};
use crate::operations::{
    AddMembers, ChangeAdmins, CreateGroup, DeleteGroup, DescribeGroup, ExportMembers, JoinGroup, LeaveGroup,
    ListGroups, ListMembers, ListSessions, Perform as _, PreviewInvite, RemoveMembers, RenameGroup, RevokeInvite,
    SetPicture, ShowGroup, ShowInvite,
};
use crate::store::What;

const NAME: &str = "help";

/// The ids that Discord has given to the commands, by server and name.
pub(super) type Ids = HashMap<(Option<GuildId>, String), u64>;

/// Which id Discord has given to each command, so that it can be mentioned.
#[derive(Debug, Default)]
pub(crate) struct Registered {
    ids: OnceLock<Ids>,
}

impl Registered {
    /// Those of a server, or those for all servers.
    pub(super) fn set(&self, ids: Ids) {
        self.ids.get_or_init(|| ids);
    }

    /// A mention that can be clicked (Discord, "Message Formatting"); where the id is not known, the command itself.
    fn mention(&self, guild: GuildId, command: &str) -> String {
        let root = command.split(' ').next().unwrap_or_default().to_owned();
        let id =
            self.ids.get().and_then(|ids| ids.get(&(Some(guild), root.clone())).or_else(|| ids.get(&(None, root))));
        id.map_or_else(|| format!("`/{command}`"), |id| format!("</{command}:{id}>"))
    }
}

/// Who may use a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Need {
    Nothing,
    Capability(Capability),
    Administrator,
}

/// What a command is about, and who may use it.
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
    let visit = Visit::of_command(ctx.data(), ctx.interaction);
    let what = What { operation: NAME.to_owned(), ..What::default() };
    let server = match visit.server().await {
        Ok(server) => server,
        Err(problem) => return visit.refuse(&problem, what).await,
    };
    let asker = visit.asker().cloned()?;
    let say = visit.language();
    let reach = Reach { session: None, groups: Groups::InScope };
    let line = |Leaf { name, description }: Leaf| {
        let (topic, need) = about(&name)?;
        let by_approval = match need {
            Need::Nothing => false,
            Need::Administrator if asker.administrator => false,
            Need::Capability(needs) if server.decide(&asker, needs, reach).is_ok() => false,
            Need::Capability(needs) if server.may_ask(&asker, needs, reach).is_ok() => true,
            Need::Administrator | Need::Capability(_) => return None,
        };
        let mention = ctx.data().registered.mention(server.guild, &name);
        Some(HelpLine { topic, mention, description, by_approval, for_all: need == Need::Nothing })
    };
    let lines: Vec<HelpLine> = commands::leaves(say).into_iter().filter_map(line).collect();
    let message = reply::help(say, &lines, topic.and_then(|topic| topic.parse().ok()));
    visit.reply(&message).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn every_command_is_in_the_help() {
        for Leaf { name, .. } in commands::leaves(Language::English) {
            assert!(about(&name).is_some(), "{name}");
        }
    }
}
