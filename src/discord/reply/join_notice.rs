//! The notice of requests to join a group, in the approvals channel. Everyone in the channel can read it, so it has the
//! number of the requests only. Its buttons show the people to those who may decide.

use serenity::all::{ButtonStyle, CreateActionRow, CreateButton};
use whatsapp::JoinDecision;

use super::card::{Card, Message, Tone};
use super::outcomes::name_or_id;
use super::text::relative;
use crate::discord::components::CustomId;
use crate::language::Language;
use crate::store::JoinNotice;

/// What a notice shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoticeState {
    /// The requests, with buttons.
    Open,
    /// That a newer notice shows them.
    Replaced,
    /// That there are none any more, or that the bot does not see them any more.
    Over,
}

/// Returns the notice, as it is posted and as it is changed later.
pub(crate) fn join_notice(i18n: Language, notice: &JoinNotice, state: NoticeState) -> Message {
    let title = name_or_id(Some(&notice.name), &notice.group);
    let as_of = i18n.join_notice_as_of(relative(notice.read_at));
    let (tone, text) = match state {
        NoticeState::Open => (Tone::Attention, format!("**{}**\n{as_of}", i18n.join_requests_count(notice.waiting))),
        NoticeState::Replaced => (Tone::Shown, i18n.join_notice_replaced()),
        NoticeState::Over if notice.waiting == 0 => (Tone::Shown, format!("{}\n{as_of}", i18n.join_requests_none())),
        NoticeState::Over => (Tone::Shown, i18n.join_notice_unreachable()),
    };
    let message = Message::from(Card::new(tone, title).text(text));
    if state == NoticeState::Open { message.with_row(buttons(i18n, notice)) } else { message }
}

fn buttons(i18n: Language, notice: &JoinNotice) -> CreateActionRow {
    let button = |id: CustomId, label: String| CreateButton::new(id).style(ButtonStyle::Secondary).label(label);
    let all = |decision| CustomId::DecideAll(decision, notice.group.clone());
    CreateActionRow::Buttons(vec![
        button(CustomId::ShowJoinRequests(notice.group.clone()), i18n.button_join_requests()),
        button(all(JoinDecision::Approve), i18n.button_approve_all()),
        button(all(JoinDecision::Decline), i18n.button_decline_all()),
    ])
}
