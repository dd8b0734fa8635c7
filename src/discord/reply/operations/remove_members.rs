//! `/wa-group members remove`

use super::shared::tone_of;
use super::{AuditLine, Phrasing, Present, Question, QuestionOf, Reader};
use crate::discord::reply::card::Card;
use crate::discord::reply::help::Topic;
use crate::discord::reply::outcomes::title_of_group;
use crate::discord::reply::people::{enumerate, masked_names, person, removals};
use crate::discord::reply::request_line::RequestLine;
use crate::operations::{MembersRemoved, Removal, RemoveMembers};

impl Present for RemoveMembers {
    const COMMANDS: &'static [&'static str] = &["wa-group members remove"];
    const TOPIC: Topic = Topic::People;
    const AUDIT_LINE: Option<AuditLine<Self>> = Some(|say, outcome, who| {
        let removed = outcome.people.iter().filter(|one| one.removal == Removal::Removed);
        say.deed_removed(who, masked_names(say, removed.map(|one| &one.person)))
    });
    const QUESTION: Option<QuestionOf<Self>> = Some(|remove, say| {
        let people: Vec<String> = remove.people.iter().map(person).collect();
        let text = format!("{}\n{}", say.ask_remove(people.len()), enumerate(say, &people));
        Question { text, yes: say.ask_remove_yes() }
    });

    fn result(&self, Reader { say, .. }: Reader, outcome: &MembersRemoved) -> Card {
        Card::new(tone_of(outcome), title_of_group(&self.at)).text(removals(say, &outcome.people))
    }

    fn request_line(&self, phrasing: Phrasing<'_>) -> RequestLine {
        RequestLine::of(phrasing.say.wish_remove(phrasing.people(&self.people)))
    }
}
