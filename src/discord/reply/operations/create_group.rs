//! `/wa-group create`

use serenity::all::CreateActionRow;

use super::shared::{link, picture_file, with_not_added, with_report};
use super::{AuditLine, Phrasing, Present, Reader};
use crate::discord::reply::card::{Card, Message, Tone};
use crate::discord::reply::file_name::csv_named;
use crate::discord::reply::help::Topic;
use crate::discord::reply::invitation::invitation_button;
use crate::discord::reply::next_steps::with_next_steps;
use crate::discord::reply::outcomes::code;
use crate::discord::reply::people::{NAMED_MAX, added, standings};
use crate::discord::reply::request_line::RequestLine;
use crate::discord::reply::text::escape;
use crate::language::Language;
use crate::operations::{AddStatus, CreateGroup, GroupCreated, Labels, Part};

impl Present for CreateGroup {
    const COMMANDS: &'static [&'static str] = &["wa-group create"];
    const TOPIC: Topic = Topic::Groups;
    const AUDIT_LINE: Option<AuditLine<Self>> = Some(|i18n, outcome, who| match added(i18n, &outcome.people) {
        names if names.is_empty() => i18n.deed_created(who),
        names => i18n.deed_created_with(who, names),
    });

    fn result(&self, Reader { i18n, .. }: Reader, outcome: &GroupCreated) -> Card {
        let GroupCreated { group, name, people, invite, pictured, .. } = outcome;
        let card = Card::new(Tone::Done, escape(name)).text(text(i18n, outcome, &self.labels));
        let card = match self.picture.as_ref().filter(|_| *pictured == Some(Part::Set)) {
            Some(image) => card.picture(picture_file(i18n, image)),
            None => card,
        };
        let file_name = |kind| csv_named(kind, Some(name), Some(group));
        let name = |person| self.labels.of(person);
        let card = with_report(i18n, card, people, file_name("people"), name);
        let left = people.iter().filter(|result| result.standing.is_not_added());
        with_not_added(i18n, card, left, file_name("not-added"), name)
            .field(i18n.field_group_id(), code(group.as_str()))
            .field(i18n.field_invite_needed(), link(invite.as_ref()))
    }

    fn with_buttons(&self, reader: Reader, message: Message, outcome: &GroupCreated) -> Message {
        let message = with_next_steps(reader, message, &outcome.group);
        if outcome.invite.is_none() {
            message
        } else {
            message.with_row(CreateActionRow::Buttons(vec![invitation_button(reader, &outcome.group)]))
        }
    }

    fn takes_long(outcome: &GroupCreated) -> bool {
        outcome.people.len() > NAMED_MAX || outcome.pictured.is_some()
    }

    fn request_line(&self, phrasing: Phrasing<'_>) -> RequestLine {
        let i18n = phrasing.i18n;
        let phrase = match phrasing.people(&self.people) {
            with if with.is_empty() => i18n.wish_create(),
            with => i18n.wish_create_with(with),
        };
        let phrase = if self.picture.is_some() { i18n.wish_with_picture(phrase) } else { phrase };
        let line = RequestLine::of(phrase).text(i18n.field_new_name(), self.name.as_str());
        match &self.description {
            None => line,
            Some(text) => line.text(i18n.describe_field(), text.as_str()),
        }
    }

    fn subject(&self, _say: Language) -> String {
        escape(self.name.as_str())
    }

    fn title_after(&self, outcome: &GroupCreated) -> String {
        escape(&outcome.name)
    }
}

fn text(i18n: Language, outcome: &GroupCreated, labels: &Labels) -> String {
    let GroupCreated { people, described, pictured, .. } = outcome;
    let joined = people.iter().filter(|result| result.standing == AddStatus::Added).count();
    let mut lines = vec![match (people.len(), joined) {
        (0, _) => i18n.created_alone(),
        (all, joined) if all == joined => i18n.created_all_joined(joined),
        (all, joined) => i18n.created_some_joined(joined, all),
    }];
    match described {
        Some(Part::NotSet) => lines.push(i18n.created_not_described()),
        Some(Part::Unconfirmed) => lines.push(i18n.created_description_unconfirmed()),
        Some(Part::Set) | None => {}
    }
    match pictured {
        Some(Part::NotSet) => lines.push(i18n.created_no_picture()),
        Some(Part::Unconfirmed) => lines.push(i18n.created_picture_unconfirmed()),
        Some(Part::Set) | None => {}
    }
    if !people.is_empty() {
        lines.push(format!("\n{}", standings(i18n, people, labels, false)));
    }
    lines.join("\n")
}
