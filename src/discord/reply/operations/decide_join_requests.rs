//! `/wa-group requests approve` and `decline`

use whatsapp::{JoinDecision, Person};

use super::shared::tone_of;
use super::{AuditLine, Phrasing, Present, Question, QuestionOf, Reader};
use crate::discord::reply::card::Card;
use crate::discord::reply::help::Topic;
use crate::discord::reply::outcomes::title_of_group;
use crate::discord::reply::people::{decisions, enumerate, masked_names};
use crate::discord::reply::request_line::RequestLine;
use crate::operations::{DecideJoinRequests, JoinRequestsDecided, RequestResult};

impl Present for DecideJoinRequests {
    const COMMANDS: &'static [&'static str] = &["wa-group requests approve", "wa-group requests decline"];
    const TOPIC: Topic = Topic::People;
    const AUDIT_LINE: Option<AuditLine<Self>> = Some(|i18n, outcome, who| {
        let decided = outcome.people.iter().filter(|one| match one.result {
            RequestResult::Approved | RequestResult::Declined => true,
            RequestResult::NotAsking
            | RequestResult::NotIn
            | RequestResult::StillAsking
            | RequestResult::Unconfirmed => false,
        });
        let people = masked_names(i18n, decided.map(|one| &one.person));
        match outcome.decision {
            JoinDecision::Approve => i18n.deed_requests_approved(who, people),
            JoinDecision::Decline => i18n.deed_requests_declined(who, people),
        }
    });
    const QUESTION: Option<QuestionOf<Self>> = Some(|decide, i18n| {
        let (count, people) = (decide.people.len(), enumerate(i18n, decide.people.iter().map(Person::readable)));
        let (ask, yes) = match decide.decision {
            JoinDecision::Approve => (i18n.ask_approve(count), i18n.ask_approve_yes()),
            JoinDecision::Decline => (i18n.ask_decline(count), i18n.ask_decline_yes()),
        };
        let text = format!("{ask}\n{people}");
        let text = if decide.hidden > 0 { format!("{text}\n{}", i18n.ask_hidden(decide.hidden)) } else { text };
        Question { text, yes }
    });

    fn result(&self, Reader { i18n, .. }: Reader, outcome: &JoinRequestsDecided) -> Card {
        let card = Card::new(tone_of(outcome), title_of_group(&self.at));
        let card = card.text(decisions(i18n, &outcome.people, &self.labels));
        if self.hidden > 0 { card.footnote(i18n.ask_hidden(self.hidden)) } else { card }
    }

    fn request_line(&self, phrasing: Phrasing<'_>) -> RequestLine {
        let people = phrasing.people(&self.people);
        RequestLine::of(match self.decision {
            JoinDecision::Approve => phrasing.i18n.wish_approve(people),
            JoinDecision::Decline => phrasing.i18n.wish_decline(people),
        })
    }
}
