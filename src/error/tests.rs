use std::collections::BTreeMap;

use groups_api::{ApiError, Effect};

use super::*;
use crate::access::{Capability, ChannelId, GuildId};
use crate::store::State;

fn failed(carried: Effect) -> UserError {
    Failure::new(ApiError::Lost, carried).into()
}

#[test]
fn outcomes_for_the_metrics() {
    let refusal =
        Refusal { needs: Capability::GroupsEdit, elsewhere: false, needs_approval: false, holders: Vec::new() };
    let expected: BTreeMap<&str, Vec<UserError>> = BTreeMap::from([
        (
            "refused",
            vec![
                AccessError::NotInAServer.into(),
                AccessError::ServerNotConfigured { server: GuildId(1) }.into(),
                AccessError::NotAdministrator.into(),
                refusal.into(),
                RequestError::OwnRequest.into(),
                SettingsError::BeyondOwn { capabilities: Vec::new() }.into(),
                ConfirmationError::NotYours.into(),
                TooMuch::InADay { left: 1, budget: 2, free_at: None }.into(),
            ],
        ),
        ("unknown", vec![failed(Effect::Maybe)]),
        (
            "failed",
            vec![
                failed(Effect::No),
                GroupError::NotAdmin { number: None }.into(),
                StoreError::TooSlow.into(),
                Unavailable::SettingsUnread.into(),
                Unavailable::OffDuty.into(),
                Unavailable::Busy.into(),
                Unavailable::Internal.into(),
                InteractionError::Unreadable.into(),
                InteractionError::CutShort.into(),
            ],
        ),
        (
            "declined",
            vec![
                InvalidId::Group.into(),
                BadText::NameEmpty.into(),
                UnreadableList::UnknownFormat.into(),
                BadPicture::Unreadable.into(),
                GroupError::NoSuchGroup { name: String::new(), offered: Vec::new(), is_like: false }.into(),
                RequestError::Decided { state: State::Void, by: None }.into(),
                SettingsError::CannotWrite { channel: ChannelId(1) }.into(),
                ConfirmationError::Gone.into(),
                ConfirmationError::UndoGone.into(),
                ConfirmationError::Answered.into(),
                ConfirmationError::WrongName.into(),
                OperationError::Unsettled { since: usher_clock::Timestamp::default() }.into(),
                InteractionError::NotAcknowledged.into(),
                InteractionError::UnknownCommand { nearest: None }.into(),
                Unavailable::DiscordSilent.into(),
                Unavailable::Stopping.into(),
                UserError::Elsewhere,
            ],
        ),
    ]);
    for (outcome, problems) in expected {
        for problem in problems {
            assert_eq!(problem.outcome(), outcome, "{problem}");
            assert_eq!(problem.is_effect_unknown(), outcome == "unknown", "{problem}");
        }
    }
}

#[test]
fn an_error_of_the_store_keeps_its_cause() {
    let problem = UserError::from(StoreError::Garbled("the cause".to_owned()));
    assert!(problem.is_store_failure());
    assert_eq!(problem.clone().to_string(), StoreError::Garbled("the cause".to_owned()).to_string());
    assert!(UserError::from(Unavailable::SettingsUnread).is_store_failure());
    assert!(!UserError::from(Unavailable::DiscordSilent).is_store_failure());
}
