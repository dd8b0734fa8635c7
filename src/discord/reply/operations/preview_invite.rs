//! `/wa-group preview`

use whatsapp::{InvitePreview, Person};

use super::shared::{LINES_MAX, known_as, link, timestamp};
use super::{Phrasing, Present, Reader};
use crate::discord::reply::card::{Card, Message, Tone};
use crate::discord::reply::help::Topic;
use crate::discord::reply::next_steps::after_preview;
use crate::discord::reply::outcomes::{code, name_or_id};
use crate::discord::reply::people::members;
use crate::discord::reply::request_line::RequestLine;
use crate::language::Language;
use crate::operations::{InvitePreviewed, PreviewInvite};

impl Present for PreviewInvite {
    const COMMANDS: &'static [&'static str] = &["wa-group preview"];
    const TOPIC: Topic = Topic::Invites;

    fn action(i18n: Language) -> String {
        i18n.action_preview()
    }

    fn result(
        &self,
        Reader { i18n, numbers, next, .. }: Reader,
        InvitePreviewed { preview }: &InvitePreviewed,
    ) -> Card {
        let InvitePreview { id, name, size, participants, .. } = preview;
        let inviter = preview.inviter.as_ref();
        // A field without a value is left out: most providers do not give it.
        let inviter =
            inviter.map_or_else(String::new, |lid| known_as(i18n, &Person::Lid(lid.clone()), participants, numbers));
        let card = Card::new(Tone::Shown, name_or_id(Some(name), id))
            .text(if next.is_member { i18n.previewed_member() } else { i18n.previewed() })
            .fact(i18n.field_members(), size.map_or_else(|| i18n.unknown(), |size| i18n.number(size)))
            .fact(i18n.field_created(), timestamp(i18n, preview.created_at))
            .fact(i18n.field_invited_by(), inviter)
            .field(i18n.field_members_shown(), members(i18n, participants, LINES_MAX, numbers))
            .field(i18n.field_group_id(), code(id.as_str()));
        if self.links < 2 {
            return card;
        }
        card.footnote(format!("\n{}", i18n.several_invites(self.links, link(self.invite.code()))))
    }

    fn with_buttons(&self, reader: Reader, message: Message, InvitePreviewed { preview }: &InvitePreviewed) -> Message {
        after_preview(reader, message, &preview.id, self.invite.code())
    }

    fn request_line(&self, phrasing: Phrasing<'_>) -> RequestLine {
        RequestLine::of(phrasing.i18n.wish_preview())
    }

    fn subject(&self, i18n: Language) -> String {
        i18n.about_invite()
    }
}
