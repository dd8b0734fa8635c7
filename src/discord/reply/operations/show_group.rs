//! `/wa-group show`

use whatsapp::{Participant, Role};

use super::shared::{LINES_MAX, known_as, timestamp};
use super::{Phrasing, Present, Reader};
use crate::discord::reply::card::{Card, Tone};
use crate::discord::reply::help::Topic;
use crate::discord::reply::outcomes::{code, name_or_id};
use crate::discord::reply::people::members;
use crate::discord::reply::request_line::RequestLine;
use crate::discord::reply::text::{clamp, escape_lines};
use crate::operations::{GroupShown, ShowGroup};

/// Maximum characters of a description here; `/wa-group describe` shows all of it in a card of its own.
const DESCRIPTION_MAX: usize = 1000;

impl Present for ShowGroup {
    const COMMANDS: &'static [&'static str] = &["wa-group show"];
    const TOPIC: Topic = Topic::Groups;

    fn result(&self, Reader { say, numbers }: Reader, GroupShown { group }: &GroupShown) -> Card {
        let all = group.participants.as_deref().unwrap_or_default();
        let admins: Vec<Participant> = all.iter().filter(|member| member.role >= Role::Admin).cloned().collect();
        let description = group.description.as_deref().unwrap_or_default();
        let size = group.participants.as_ref().map_or_else(|| say.unknown(), |members| say.number(members.len()));
        let owner = group.owner.as_ref().map_or_else(|| say.unknown(), |owner| known_as(say, owner, all, numbers));
        Card::new(Tone::Shown, name_or_id(Some(&group.name), &group.id))
            .text(clamp(&escape_lines(description), DESCRIPTION_MAX))
            .fact(say.field_members(), size)
            .fact(say.field_created(), timestamp(say, group.created_at))
            .fact(say.field_owner(), owner)
            .field(say.field_admins(), members(say, &admins, LINES_MAX, numbers))
            .field(say.field_group_id(), code(group.id.as_str()))
    }

    fn request_line(&self, phrasing: Phrasing<'_>) -> RequestLine {
        RequestLine::of(phrasing.say.wish_show())
    }
}
