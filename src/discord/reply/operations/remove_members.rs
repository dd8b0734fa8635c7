//! `/wa-group members remove`

use whatsapp::Person;

use super::shared::tone_of;
use super::{AuditLine, Phrasing, Present, Question, QuestionOf, Reader};
use crate::discord::reply::card::Card;
use crate::discord::reply::help::Topic;
use crate::discord::reply::outcomes::title_of_group;
use crate::discord::reply::people::{enumerate, masked_names, removals};
use crate::discord::reply::request_line::RequestLine;
use crate::operations::{MembersRemoved, Removal, RemoveMembers};

impl Present for RemoveMembers {
    const COMMANDS: &'static [&'static str] = &["wa-group members remove"];
    const TOPIC: Topic = Topic::People;
    const AUDIT_LINE: Option<AuditLine<Self>> = Some(|i18n, outcome, who| {
        let removed = outcome.people.iter().filter(|one| one.removal == Removal::Removed);
        i18n.deed_removed(who, masked_names(i18n, removed.map(|one| &one.person)))
    });
    const QUESTION: Option<QuestionOf<Self>> = Some(|remove, i18n| {
        let people = enumerate(i18n, remove.people.iter().map(Person::readable));
        let text = format!("{}\n{people}", i18n.ask_remove(remove.people.len()));
        Question { text, yes: i18n.ask_remove_yes() }
    });

    fn result(&self, Reader { i18n, .. }: Reader, outcome: &MembersRemoved) -> Card {
        Card::new(tone_of(outcome), title_of_group(&self.at)).text(removals(i18n, &outcome.people, &self.labels))
    }

    fn request_line(&self, phrasing: Phrasing<'_>) -> RequestLine {
        RequestLine::of(phrasing.i18n.wish_remove(phrasing.people(&self.people)))
    }
}
