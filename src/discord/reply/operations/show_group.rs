//! `/wa-group show`

use serenity::all::{ButtonStyle, CreateButton};
use whatsapp::{Participant, Role};

use super::shared::{LINES_MAX, known_as, timestamp};
use super::{Phrasing, Present, Reader};
use crate::discord::components::CustomId;
use crate::discord::reply::card::{Card, Message, Tone};
use crate::discord::reply::help::Topic;
use crate::discord::reply::next_steps::with_next_steps;
use crate::discord::reply::outcomes::{code, name_or_id};
use crate::discord::reply::people::members;
use crate::discord::reply::request_line::RequestLine;
use crate::discord::reply::text::{clamp, escape_lines};
use crate::language::Language;
use crate::operations::{GroupShown, ShowGroup};

/// Maximum characters of a description here; `/wa-group describe` shows all of it in a card of its own.
const DESCRIPTION_MAX: usize = 1000;

impl Present for ShowGroup {
    const COMMANDS: &'static [&'static str] = &["wa-group show"];
    const TOPIC: Topic = Topic::Groups;

    fn action(i18n: Language) -> String {
        i18n.action_show()
    }

    fn result(&self, Reader { i18n, numbers, .. }: Reader, GroupShown { group }: &GroupShown) -> Card {
        let all = group.participants.as_deref().unwrap_or_default();
        let admins: Vec<Participant> = all.iter().filter(|member| member.role >= Role::Admin).cloned().collect();
        let description = group.description.as_deref().unwrap_or_default();
        let size = group.participants.as_ref().map_or_else(|| i18n.unknown(), |members| i18n.number(members.len()));
        let owner = group.owner.as_ref().map_or_else(|| i18n.unknown(), |owner| known_as(i18n, owner, all, numbers));
        let card = Card::new(Tone::Shown, name_or_id(Some(&group.name), &group.id));
        let card = if group.community.is_some() { card.footnote(i18n.in_community()) } else { card };
        card.text(clamp(&escape_lines(description), DESCRIPTION_MAX))
            .fact(i18n.field_members(), size)
            .fact(i18n.field_created(), timestamp(i18n, group.created_at))
            .fact(i18n.field_owner(), owner)
            .field(i18n.field_admins(), members(i18n, &admins, LINES_MAX, numbers))
            .field(i18n.field_group_id(), code(group.id.as_str()))
    }

    fn with_buttons(&self, reader: Reader, message: Message, GroupShown { group }: &GroupShown) -> Message {
        let copy = CreateButton::new(CustomId::CopyId(group.id.clone())).style(ButtonStyle::Secondary);
        with_next_steps(reader, message, &group.id).with_button(copy.label(reader.i18n.button_copy_id()))
    }

    fn request_line(&self, phrasing: Phrasing<'_>) -> RequestLine {
        RequestLine::of(phrasing.i18n.wish_show())
    }
}
