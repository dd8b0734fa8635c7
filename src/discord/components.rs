//! Dispatches buttons, menus and modals by their `custom_id`.

use serenity::all::{ComponentInteraction, ModalInteraction};

use super::reply::{RequestVerdict, Stop};
use super::{Data, Error, approvals, cases, confirm, describe, invited, pages, setup, unsettled};

pub(super) async fn pressed(bot_state: &Data, interaction: &ComponentInteraction) -> Result<(), Error> {
    let id = interaction.data.custom_id.as_str();
    if let Ok(to) = id.parse() {
        return cases::turn(bot_state, interaction, &to).await;
    }
    if let Ok(to) = id.parse() {
        return pages::turn(bot_state, interaction, &to).await;
    }
    if let Ok(verdict) = id.parse() {
        return approvals::pressed(bot_state, interaction, verdict).await;
    }
    if let Ok(setting) = id.parse() {
        return setup::chosen(bot_state, interaction, setting).await;
    }
    if let Ok(invited) = id.parse() {
        return invited::pressed(bot_state, interaction, invited).await;
    }
    if let Ok(check) = id.parse() {
        return unsettled::pressed(bot_state, interaction, check).await;
    }
    if let Ok(edit) = id.parse() {
        return describe::edit(bot_state, interaction, &edit).await;
    }
    if let Ok(Stop(job)) = id.parse() {
        return cases::stop_pressed(bot_state, interaction, job).await;
    }
    confirm::pressed(bot_state, interaction).await
}

pub(super) async fn sent_off(bot_state: &Data, interaction: &ModalInteraction) -> Result<(), Error> {
    if let Ok(edit) = interaction.data.custom_id.parse() {
        return describe::sent_off(bot_state, interaction, &edit).await;
    }
    match interaction.data.custom_id.parse() {
        Ok(RequestVerdict::Deny(id)) => approvals::denied(bot_state, interaction, id).await,
        Ok(RequestVerdict::Approve(id, shown)) => approvals::named(bot_state, interaction, id, shown).await,
        _ => confirm::sent_off(bot_state, interaction).await,
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Display;
    use std::str::FromStr;

    use proptest::prelude::*;

    use super::*;
    use crate::discord::reply::{CasesAt, Edit, Invited, Menu, PageTurn, QuestionAnswer};

    /// Returns whether a parsed id is formatted as a text that parses to the same id.
    fn is_stable<T: FromStr + Display>(text: &str) -> bool {
        let Ok(read) = text.parse::<T>() else { return true };
        let written = read.to_string();
        written.parse::<T>().is_ok_and(|again| again.to_string() == written)
    }

    proptest! {
        #[test]
        fn any_custom_id_is_read_or_refused(
            text in prop_oneof![
                ".{0,120}",
                "[a-z]{1,10}:.{0,60}",
                "(yes|no|name|stop|approve|deny|details|groups|members|named|cases|describe|join|invitation):[0-9a-z:@.*-]{0,60}",
            ],
        ) {
            prop_assert!(is_stable::<QuestionAnswer>(&text), "{}", text);
            prop_assert!(is_stable::<Stop>(&text), "{}", text);
            prop_assert!(is_stable::<RequestVerdict>(&text), "{}", text);
            prop_assert!(is_stable::<CasesAt>(&text), "{}", text);
            prop_assert!(is_stable::<Edit>(&text), "{}", text);
            prop_assert!(is_stable::<Invited>(&text), "{}", text);
            prop_assert!(is_stable::<Menu>(&text), "{}", text);
            prop_assert!(is_stable::<PageTurn>(&text), "{}", text);
        }
    }
}
