//! `/wa-group create`

use super::shared::{link, picture_file, with_report};
use super::{AuditLine, Phrasing, Present, Reader};
use crate::discord::reply::card::{Card, Message, Tone};
use crate::discord::reply::help::Topic;
use crate::discord::reply::invitation::invitation_button;
use crate::discord::reply::outcomes::code;
use crate::discord::reply::people::{NAMED_MAX, added, standings};
use crate::discord::reply::request_line::RequestLine;
use crate::discord::reply::text::escape;
use crate::language::Language;
use crate::operations::{AddStatus, CreateGroup, GroupCreated, Part};

impl Present for CreateGroup {
    const COMMANDS: &'static [&'static str] = &["wa-group create"];
    const TOPIC: Topic = Topic::Groups;
    const AUDIT_LINE: Option<AuditLine<Self>> = Some(|say, outcome, who| match added(say, &outcome.people) {
        names if names.is_empty() => say.deed_created(who),
        names => say.deed_created_with(who, names),
    });

    fn result(&self, Reader { say, .. }: Reader, outcome: &GroupCreated) -> Card {
        let GroupCreated { group, name, people, invite, pictured, .. } = outcome;
        let card = Card::new(Tone::Done, escape(name)).text(text(say, outcome));
        let card = match self.picture.as_ref().filter(|_| *pictured == Some(Part::Set)) {
            Some(image) => card.picture(picture_file(say, image)),
            None => card,
        };
        with_report(say, card, people)
            .field(say.field_group_id(), code(group.as_str()))
            .field(say.field_invite_needed(), link(invite.as_ref()))
    }

    fn with_buttons(&self, Reader { say, .. }: Reader, message: Message, outcome: &GroupCreated) -> Message {
        if outcome.invite.is_none() { message } else { message.with_row(invitation_button(say, &outcome.group)) }
    }

    fn takes_long(outcome: &GroupCreated) -> bool {
        outcome.people.len() > NAMED_MAX || outcome.pictured.is_some()
    }

    fn request_line(&self, phrasing: Phrasing<'_>) -> RequestLine {
        let say = phrasing.say;
        let phrase = match phrasing.people(&self.people) {
            with if with.is_empty() => say.wish_create(),
            with => say.wish_create_with(with),
        };
        let phrase = if self.picture.is_some() { say.wish_with_picture(phrase) } else { phrase };
        let line = RequestLine::of(phrase).text(say.field_new_name(), self.name.as_str());
        match &self.description {
            None => line,
            Some(text) => line.text(say.describe_field(), text.as_str()),
        }
    }

    fn subject(&self, _say: Language) -> String {
        escape(self.name.as_str())
    }

    fn title_after(&self, outcome: &GroupCreated) -> String {
        escape(&outcome.name)
    }
}

fn text(say: Language, outcome: &GroupCreated) -> String {
    let GroupCreated { people, described, pictured, .. } = outcome;
    let joined = people.iter().filter(|result| result.standing == AddStatus::Added).count();
    let mut lines = vec![match (people.len(), joined) {
        (0, _) => say.created_alone(),
        (all, joined) if all == joined => say.created_all_joined(joined),
        (all, joined) => say.created_some_joined(joined, all),
    }];
    match described {
        Some(Part::NotSet) => lines.push(say.created_not_described()),
        Some(Part::Unconfirmed) => lines.push(say.created_description_unconfirmed()),
        Some(Part::Set) | None => {}
    }
    match pictured {
        Some(Part::NotSet) => lines.push(say.created_no_picture()),
        Some(Part::Unconfirmed) => lines.push(say.created_picture_unconfirmed()),
        Some(Part::Set) | None => {}
    }
    if !people.is_empty() {
        lines.push(format!("\n{}", standings(say, people)));
    }
    lines.join("\n")
}
