//! `/wa-group members export`

use whatsapp::{Participant, Role};

use super::shared::done_before;
use super::{AuditLine, Phrasing, Present, Reader};
use crate::discord::reply::card::{Card, File, Tone};
use crate::discord::reply::file_name::csv_of_group;
use crate::discord::reply::help::Topic;
use crate::discord::reply::outcomes::title_of_group;
use crate::discord::reply::request_line::RequestLine;
use crate::operations::{ExportMembers, MembersExported};
use crate::table::csv;

impl Present for ExportMembers {
    const COMMANDS: &'static [&'static str] = &["wa-group members export"];
    const TOPIC: Topic = Topic::People;
    const AUDIT_LINE: Option<AuditLine<Self>> = Some(|i18n, _, who| i18n.deed_members_exported(who));

    fn result(&self, Reader { i18n, .. }: Reader, MembersExported { members, list }: &MembersExported) -> Card {
        match list {
            Some(list) => Card::new(Tone::Shown, title_of_group(&self.at))
                .text(i18n.members_exported(*members))
                .file(File::csv(csv_of_group("members", &self.at), table(list))),
            None => done_before(i18n, &self.at),
        }
    }

    fn takes_long(outcome: &MembersExported) -> bool {
        outcome.list.is_some()
    }

    fn request_line(&self, phrasing: Phrasing<'_>) -> RequestLine {
        RequestLine::of(phrasing.i18n.wish_members_export())
    }
}

/// Returns the table with the columns of `commands.md`: `phone_number`, `lid`, `role`.
fn table(members: &[Participant]) -> Vec<u8> {
    let row = |member: &Participant| {
        let role = match member.role {
            Role::SuperAdmin => "super_admin",
            Role::Admin => "admin",
            Role::Member => "member",
        };
        let (phone, lid) = (member.phone.as_ref(), member.lid.as_ref());
        let text = |id: Option<String>| id.unwrap_or_default();
        [text(phone.map(ToString::to_string)), text(lid.map(ToString::to_string)), role.to_owned()]
    };
    csv(["phone_number", "lid", "role"], members.iter().map(row))
}
