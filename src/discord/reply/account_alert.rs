//! The alert in the log channel when a WhatsApp account is lost, and when it is back. Everyone in the channel can read it,
//! so its number is masked.

use std::time::Duration;

use groups_api::AccountCondition;
use usher_clock::Timestamp;

use super::card::{Card, Message, Tone};
use super::operations::sign_of;
use super::text::escape;
use crate::language::Language;
use crate::services::{AccountChange, AccountNames, AccountNews};
use crate::store::AccountState;

/// Returns the alert. `names`: whether the server has several accounts.
pub(crate) fn account_alert(i18n: Language, change: &AccountChange, news: AccountNews, names: AccountNames) -> Message {
    let condition = change.state.condition;
    let account = format!("{} {}", sign_of(Some(condition)), account(change));
    let (tone, title, lines) = match news {
        AccountNews::Lost { since } => {
            let [what, next] = words(i18n, condition);
            let title = if condition == AccountCondition::Banned { i18n.account_banned() } else { i18n.account_lost() };
            (Tone::Failed, title, vec![account, what, i18n.account_lost_since(timestamp(since)), next])
        }
        AccountNews::Back { lost_since } => {
            let lasted = change.state.since.unwrap_or(lost_since).duration_since(lost_since);
            let text = i18n.account_back_after(duration(i18n, lasted), timestamp(lost_since));
            (Tone::Done, i18n.account_back(), vec![account, text])
        }
    };
    let card = Card::new(tone, title).text(lines.join("\n"));
    match names {
        AccountNames::Shown => card.footer(i18n.footer_session(change.session.as_str())),
        AccountNames::Hidden => card,
    }
    .into()
}

/// Returns the number and the name of the account. The session stands for an account of which nothing is known.
fn account(change: &AccountChange) -> String {
    let AccountState { number, name, .. } = &change.state;
    let known = number.clone().into_iter().chain(name.as_deref().map(escape));
    let known: Vec<String> = known.map(|one| format!("**{one}**")).collect();
    if known.is_empty() { format!("**{}**", escape(change.session.as_str())) } else { known.join(" · ") }
}

/// Returns what has happened to an account, and what to do.
fn words(i18n: Language, condition: AccountCondition) -> [String; 2] {
    match condition {
        AccountCondition::Connected | AccountCondition::Disconnected => {
            [i18n.account_disconnected(), i18n.account_disconnected_next()]
        }
        AccountCondition::Reconnecting => [i18n.account_reconnecting(), i18n.account_reconnecting_next()],
        AccountCondition::Stopped => [i18n.account_stopped(), i18n.account_stopped_next()],
        AccountCondition::Missing => [i18n.account_missing(), i18n.account_missing_next()],
        AccountCondition::LoggedOut => [i18n.account_logged_out(), i18n.account_logged_out_next()],
        AccountCondition::Banned => [i18n.account_ban(), i18n.account_ban_next()],
    }
}

/// Returns a time that Discord shows in the reader's language (Discord, "Timestamps").
fn timestamp(time: Timestamp) -> String {
    format!("<t:{0}:f> (<t:{0}:R>)", time.as_secs())
}

/// Returns how long something lasted, rounded down to one unit.
fn duration(i18n: Language, lasted: Duration) -> String {
    let seconds = usize::try_from(lasted.as_secs()).unwrap_or(usize::MAX);
    let minutes = seconds / 60;
    match minutes {
        0 => i18n.lasted_seconds(seconds),
        1..120 => i18n.lasted_minutes(minutes),
        120..2_880 => i18n.lasted_hours(minutes / 60),
        2_880.. => i18n.lasted_days(minutes / (24 * 60)),
    }
}
