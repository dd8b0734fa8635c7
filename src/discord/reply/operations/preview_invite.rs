//! `/wa-group preview`

use whatsapp::InvitePreview;

use super::shared::{LINES_MAX, known_as, link, timestamp};
use super::{Phrasing, Present, Reader};
use crate::discord::reply::card::{Card, Message, Tone};
use crate::discord::reply::help::Topic;
use crate::discord::reply::invitation::join_button;
use crate::discord::reply::outcomes::{code, name_or_id};
use crate::discord::reply::people::members;
use crate::discord::reply::request_line::RequestLine;
use crate::language::Language;
use crate::operations::{InvitePreviewed, PreviewInvite};

impl Present for PreviewInvite {
    const COMMANDS: &'static [&'static str] = &["wa-group preview"];
    const TOPIC: Topic = Topic::Invites;

    fn result(&self, Reader { say, numbers }: Reader, InvitePreviewed { preview }: &InvitePreviewed) -> Card {
        let InvitePreview { id, name, size, participants, .. } = preview;
        let inviter = preview.inviter.as_ref();
        let inviter = inviter.map_or_else(|| say.unknown(), |lid| known_as(say, lid, participants, numbers));
        let card = Card::new(Tone::Shown, name_or_id(Some(name), id))
            .text(say.previewed())
            .fact(say.field_members(), size.map_or_else(|| say.unknown(), |size| say.number(size)))
            .fact(say.field_created(), timestamp(say, preview.created_at))
            .fact(say.field_invited_by(), inviter)
            .field(say.field_members_shown(), members(say, participants, LINES_MAX, numbers))
            .field(say.field_group_id(), code(id.as_str()));
        if self.links < 2 {
            return card;
        }
        card.footnote(format!("\n{}", say.several_invites(self.links, link(self.invite.code()))))
    }

    fn with_buttons(&self, Reader { say, .. }: Reader, message: Message, _outcome: &InvitePreviewed) -> Message {
        match self.invite.code() {
            Some(code) if self.may_join => message.with_row(join_button(say, code)),
            Some(_) | None => message,
        }
    }

    fn request_line(&self, phrasing: Phrasing<'_>) -> RequestLine {
        RequestLine::of(phrasing.say.wish_preview())
    }

    fn subject(&self, say: Language) -> String {
        say.about_invite()
    }
}
