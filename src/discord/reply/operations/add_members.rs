//! `/wa-group members add`

use serenity::all::CreateActionRow;
use usher_clock::Timestamp;

use super::shared::{link, tone_of, with_not_added, with_report};
use super::{AuditLine, Phrasing, Present, Reader};
use crate::discord::reply::card::{Card, Message};
use crate::discord::reply::confirmation::stop_rest_button;
use crate::discord::reply::file_name::csv_of_group;
use crate::discord::reply::help::Topic;
use crate::discord::reply::invitation::invitation_button;
use crate::discord::reply::outcomes::title_of_group;
use crate::discord::reply::people::{NAMED_MAX, added, standings};
use crate::discord::reply::request_line::RequestLine;
use crate::operations::{AddMembers, AddResult, AddStatus, MembersAdded};

impl Present for AddMembers {
    const COMMANDS: &'static [&'static str] = &["wa-group members add"];
    const TOPIC: Topic = Topic::People;
    const AUDIT_LINE: Option<AuditLine<Self>> =
        Some(|i18n, outcome, who| i18n.deed_added(who, added(i18n, &outcome.people)));

    fn result(&self, Reader { i18n, .. }: Reader, outcome: &MembersAdded) -> Card {
        let MembersAdded { people, invite, rest_at, continues_at } = outcome;
        let rest = match (continues_at, rest_at) {
            (Some(at), _) => i18n.rest_follows(outcome.rest().count(), in_words(*at)),
            (None, Some(at)) => i18n.rest_later(in_words(*at)),
            (None, None) => String::new(),
        };
        let rest_follows = continues_at.is_some();
        let card = Card::new(tone_of(outcome), title_of_group(&self.at));
        let card = card.text(standings(i18n, people, &self.labels, rest_follows)).field(i18n.field_rest(), rest);
        let name = |person| self.labels.of(person);
        let card = with_report(i18n, card, people, csv_of_group("people", &self.at), name);
        let follows = |result: &&AddResult| rest_follows && result.standing == AddStatus::NotAsked;
        let left = people.iter().filter(|result| result.standing.is_not_added() && !follows(result));
        with_not_added(i18n, card, left, csv_of_group("not-added", &self.at), name)
            .field(i18n.field_invite_needed(), link(invite.as_ref()))
    }

    fn with_buttons(&self, reader: Reader, message: Message, outcome: &MembersAdded) -> Message {
        let mut buttons = Vec::new();
        buttons.extend(outcome.invite.as_ref().map(|_| invitation_button(reader, &self.at.group)));
        buttons.extend(outcome.continues_at.map(|_| stop_rest_button(reader.i18n, reader.interaction)));
        if buttons.is_empty() { message } else { message.with_row(CreateActionRow::Buttons(buttons)) }
    }

    fn takes_long(outcome: &MembersAdded) -> bool {
        outcome.people.len() > NAMED_MAX
    }

    fn request_line(&self, phrasing: Phrasing<'_>) -> RequestLine {
        let (i18n, people) = (phrasing.i18n, phrasing.people(&self.people));
        RequestLine::of(match (self.most, self.rest_later) {
            (None, false) => i18n.wish_add(people),
            (None, true) => i18n.wish_add_daily(people),
            (Some(most), false) => i18n.wish_add_first(people, most),
            (Some(most), true) => i18n.wish_add_rest(people, most),
        })
    }
}

fn in_words(time: Timestamp) -> String {
    format!("<t:{0}:f> (<t:{0}:R>)", time.as_secs())
}
