//! Which part of the bot a button, a menu or a modal belongs to: its `custom_id` says.

use serenity::all::{ComponentInteraction, ModalInteraction};

use super::reply::{Stop, Verdict};
use super::{Data, Error, approvals, cases, confirm, describe, invited, pages, setup, unsettled};

pub(super) async fn pressed(front: &Data, interaction: &ComponentInteraction) -> Result<(), Error> {
    let id = interaction.data.custom_id.as_str();
    if let Ok(to) = id.parse() {
        return cases::turn(front, interaction, &to).await;
    }
    if let Ok(to) = id.parse() {
        return pages::turn(front, interaction, &to).await;
    }
    if let Ok(verdict) = id.parse() {
        return approvals::pressed(front, interaction, verdict).await;
    }
    if let Ok(setting) = id.parse() {
        return setup::chosen(front, interaction, setting).await;
    }
    if let Ok(invited) = id.parse() {
        return invited::pressed(front, interaction, invited).await;
    }
    if let Ok(check) = id.parse() {
        return unsettled::pressed(front, interaction, check).await;
    }
    if let Ok(edit) = id.parse() {
        return describe::edit(front, interaction, &edit).await;
    }
    if let Ok(Stop(job)) = id.parse() {
        return cases::stop_pressed(front, interaction, job).await;
    }
    confirm::pressed(front, interaction).await
}

pub(super) async fn sent_off(front: &Data, interaction: &ModalInteraction) -> Result<(), Error> {
    if let Ok(edit) = interaction.data.custom_id.parse() {
        return describe::sent_off(front, interaction, &edit).await;
    }
    match interaction.data.custom_id.parse() {
        Ok(Verdict::Deny(id)) => approvals::denied(front, interaction, id).await,
        Ok(Verdict::Approve(id, shown)) => approvals::named(front, interaction, id, shown).await,
        _ => confirm::sent_off(front, interaction).await,
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Display;
    use std::str::FromStr;

    use proptest::prelude::*;

    use super::*;
    use crate::discord::reply::{Answer, CasesAt, Edit, Invited, Menu, Turn};

    /// What was read is written as something that is read as the same.
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
            prop_assert!(is_stable::<Answer>(&text), "{}", text);
            prop_assert!(is_stable::<Stop>(&text), "{}", text);
            prop_assert!(is_stable::<Verdict>(&text), "{}", text);
            prop_assert!(is_stable::<CasesAt>(&text), "{}", text);
            prop_assert!(is_stable::<Edit>(&text), "{}", text);
            prop_assert!(is_stable::<Invited>(&text), "{}", text);
            prop_assert!(is_stable::<Menu>(&text), "{}", text);
            prop_assert!(is_stable::<Turn>(&text), "{}", text);
        }
    }
}
