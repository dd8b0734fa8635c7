//! `/wa-group members add`

use usher_clock::Timestamp;

use super::shared::{link, tone_of, with_not_added, with_report};
use super::{AuditLine, Phrasing, Present, Reader};
use crate::discord::reply::card::{Card, Message};
use crate::discord::reply::file_name::csv_of_group;
use crate::discord::reply::help::Topic;
use crate::discord::reply::invitation::invitation_button;
use crate::discord::reply::outcomes::title_of_group;
use crate::discord::reply::people::{NAMED_MAX, added, standings};
use crate::discord::reply::request_line::RequestLine;
use crate::operations::{AddMembers, MembersAdded};

impl Present for AddMembers {
    const COMMANDS: &'static [&'static str] = &["wa-group members add"];
    const TOPIC: Topic = Topic::People;
    const AUDIT_LINE: Option<AuditLine<Self>> =
        Some(|i18n, outcome, who| i18n.deed_added(who, added(i18n, &outcome.people)));

    fn result(&self, Reader { i18n, .. }: Reader, outcome: &MembersAdded) -> Card {
        let MembersAdded { people, invite, rest_at } = outcome;
        let later = |at: Timestamp| i18n.rest_later(format!("<t:{0}:t> (<t:{0}:R>)", at.as_secs()));
        let rest = rest_at.map_or_else(String::new, later);
        let card = Card::new(tone_of(outcome), title_of_group(&self.at));
        let card = card.text(standings(i18n, people, &self.labels)).field(i18n.field_rest(), rest);
        let name = |person| self.labels.of(person);
        let card = with_report(i18n, card, people, csv_of_group("people", &self.at), name);
        with_not_added(i18n, card, people, csv_of_group("not-added", &self.at), name)
            .field(i18n.field_invite_needed(), link(invite.as_ref()))
    }

    fn with_buttons(&self, reader: Reader, message: Message, outcome: &MembersAdded) -> Message {
        if outcome.invite.is_none() { message } else { message.with_row(invitation_button(reader, &self.at.group)) }
    }

    fn takes_long(outcome: &MembersAdded) -> bool {
        outcome.people.len() > NAMED_MAX
    }

    fn request_line(&self, phrasing: Phrasing<'_>) -> RequestLine {
        RequestLine::of(phrasing.i18n.wish_add(phrasing.people(&self.people)))
    }
}
