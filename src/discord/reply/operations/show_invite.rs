//! `/wa-group invite show`

use whatsapp::InviteCode;

use super::shared::{done_before, with_qr_code};
use super::{AuditLine, Phrasing, Present, Reader};
use crate::discord::reply::card::{Card, Tone};
use crate::discord::reply::help::Topic;
use crate::discord::reply::outcomes::title_of_group;
use crate::discord::reply::request_line::RequestLine;
use crate::discord::reply::text::plain;
use crate::language::Language;
use crate::operations::{GroupRef, InviteShown, ShowInvite};

impl Present for ShowInvite {
    const COMMANDS: &'static [&'static str] = &["wa-group invite show"];
    const TOPIC: Topic = Topic::Invites;
    const AUDIT_LINE: Option<AuditLine<Self>> = Some(|i18n, _, who| i18n.deed_invite_shown(who));

    fn result(&self, Reader { i18n, .. }: Reader, outcome: &InviteShown) -> Card {
        match &outcome.code {
            Some(code) if self.to_send => invitation(i18n, &self.at, code),
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

/// Returns a text to copy and send to people in WhatsApp.
fn invitation(i18n: Language, at: &GroupRef, invite: &InviteCode) -> Card {
    let name = at.name.as_deref().unwrap_or_else(|| at.group.as_str());
    // A code block disables markup, so nothing needs escaping.
    let text = i18n.invitation(plain(name).replace('`', "'"), invite.link());
    Card::new(Tone::Shown, title_of_group(at)).text(format!("{}\n```\n{text}\n```", i18n.invitation_copy()))
}
