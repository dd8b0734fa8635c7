//! `/wa-group invite show`

use whatsapp::InviteCode;

use super::shared::{done_before, with_qr_code};
use super::{AuditLine, Phrasing, Present, Reader};
use crate::discord::reply::card::{Card, Tone};
use crate::discord::reply::help::Topic;
use crate::discord::reply::invitation::with_links;
use crate::discord::reply::outcomes::title_of_group;
use crate::discord::reply::request_line::RequestLine;
use crate::discord::reply::text::plain;
use crate::language::Language;
use crate::operations::{InviteShown, ShowInvite};

impl Present for ShowInvite {
    const COMMANDS: &'static [&'static str] = &["wa-group invite show"];
    const TOPIC: Topic = Topic::Invites;
    const AUDIT_LINE: Option<AuditLine<Self>> = Some(|i18n, _, who| i18n.deed_invite_shown(who));

    fn result(&self, Reader { i18n, .. }: Reader, outcome: &InviteShown) -> Card {
        match &outcome.code {
            Some(code) if self.to_send => message_to_send(i18n, self, code),
            Some(code) => {
                let text = format!("{}\n{}", code.link(), i18n.invite_shown());
                with_qr_code(i18n, Card::new(Tone::Shown, title_of_group(&self.at)), code, text)
            }
            None => done_before(i18n, &self.at),
        }
    }

    fn takes_long(outcome: &InviteShown) -> bool {
        outcome.code.is_some()
    }

    fn request_line(&self, phrasing: Phrasing<'_>) -> RequestLine {
        RequestLine::of(phrasing.i18n.wish_show_invite())
    }
}

/// Returns a text to copy and send to people in WhatsApp, and a link for each of them that opens WhatsApp with the text.
fn message_to_send(i18n: Language, ShowInvite { at, invitation, .. }: &ShowInvite, invite: &InviteCode) -> Card {
    let name = plain(at.name.as_deref().unwrap_or_else(|| at.group.as_str()));
    let text = match invitation {
        Some(invitation) => invitation.text.about(&name, &invite.link()),
        None => i18n.invitation(name.as_str(), invite.link()),
    };
    // A code block disables markup, so nothing needs escaping.
    let shown = format!("{}\n```\n{}\n```", i18n.invitation_copy(), text.replace('`', "'"));
    let people = invitation.as_ref().map(|invitation| invitation.people.as_slice()).unwrap_or_default();
    with_links(i18n, Card::new(Tone::Shown, title_of_group(at)), shown, at, people, &text)
}
