//! What must not be left when a test is over.

use discord_stand_in::State;
use sandbox::FakeServices;

use super::TestBot;
use crate::openapi;

impl TestBot {
    /// Panics on leftovers.
    pub(super) async fn check_leftovers(&self) {
        // A test that stopped the bot has waited for its end.
        if let Some(app) = &self.app {
            self.within(app.idle()).await;
            assert_eq!(app.open_cases().await, 0, "operations without an end");
        }
        self.discord.world(|world| {
            for interaction in world.interactions.values() {
                let answered = !matches!(interaction.state, State::Waiting | State::Deferred { .. } | State::Updating);
                assert!(answered, "an interaction without an answer: {interaction:#?}");
                assert!(!interaction.deprecated_followup, "a follow-up in the place of an edit");
            }
            for message in world.messages.values().filter(|message| message.author == world.application.bot) {
                let pings = !message.pings.is_empty() || !message.pinged_roles.is_empty() || message.pinged_everyone;
                assert!(!pings, "somebody was pinged: {message:#?}");
            }
        });
        check_requests(self);
    }
}

/// Panics if the bot has sent a request that the specification of Discord or of the groups API does not contain.
pub(crate) fn check_requests(stand_ins: &FakeServices) {
    stand_ins.discord.world(|world| {
        assert!(world.unexpected.is_empty(), "requests that Discord does not know: {:#?}", world.unexpected);
        for request in &world.requests {
            openapi::check(&request.method, &request.path, &request.body);
        }
    });
    for call in stand_ins.groups.calls() {
        assert!(call.operation.is_some(), "a call that is none of the groups API's: {call:?}");
    }
}
