//! `/wa-setup`: the settings of a server, what is missing, and the menus that change them.

use groups_api::Session;
use serenity::all::{ChannelType, CreateActionRow, CreateSelectMenu, CreateSelectMenuKind};

use super::access::mention;
use super::card::{Card, Message, Tone};
use super::log_channel::log_waits;
use super::operations::session_lines;
use super::problems::one_line;
use crate::access::{ChannelSetting, RoleId, Server};
use crate::discord::components::{CustomId, Menu};
use crate::error::UserError;
use crate::language::Language;
use crate::services::LogTrouble;
use crate::store::{ChannelSet, Purpose, RightsGranted};

/// Maximum roles named; the others are counted.
const ROLES_MAX: usize = 15;

/// The result of a check whether the bot can write to a channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Writing {
    Possible,
    /// The bot lacks these permissions, by their names in Discord's settings.
    Lacks(Vec<&'static str>),
    /// The server has no such channel.
    Gone,
    /// Discord did not answer the check.
    Unknown,
}

/// A setting that was changed by a menu.
#[derive(Debug)]
pub(crate) enum Setting {
    Channel(ChannelSet),
    Moderators(RightsGranted),
}

/// The setup of a server.
pub(crate) struct SetUp<'a> {
    pub(crate) server: &'a Server,
    pub(crate) sessions: Result<Vec<Session>, UserError>,
    pub(crate) log: Option<Writing>,
    /// Undelivered entries of this log channel.
    pub(crate) log_trouble: Option<LogTrouble>,
    pub(crate) approvals: Option<Writing>,
    /// Roles that no grant names, if Discord returned the list of roles.
    pub(crate) without_grants: Option<Vec<RoleId>>,
}

/// Returns the setup message. `set`: the result of the last menu choice.
pub(crate) fn set_up(i18n: Language, view: &SetUp<'_>, set: Option<&Result<Setting, UserError>>) -> Message {
    let SetUp { server, sessions, log, log_trouble, approvals, without_grants } = view;
    let sessions = match sessions {
        Ok(sessions) if sessions.is_empty() => i18n.set_up_no_sessions(),
        Ok(sessions) => session_lines(i18n, sessions),
        Err(problem) => i18n.set_up_unreadable(one_line(i18n, problem)),
    };
    let asks = server.grants.iter().any(|grant| !grant.needs_approval.is_empty());
    let without_approvals = if asks { i18n.set_up_approvals_wanted() } else { i18n.set_up_no_approvals() };
    let (log_menu, approvals_menu) = (i18n.field_log_channel(), i18n.field_approvals_channel());
    let mut log_shown = channel(i18n, &server.log, log.as_ref(), i18n.set_up_no_log());
    if let Some(trouble) = log_trouble {
        log_shown = format!("{log_shown}\n{}", log_waits(i18n, trouble));
    }
    let card = Card::new(tone(set), i18n.set_up())
        .text(match set {
            Some(Ok(outcome)) => i18n.set_up_done(done(i18n, outcome)),
            Some(Err(problem)) => i18n.set_up_not_set(one_line(i18n, problem)),
            None => i18n.set_up_text(),
        })
        .field(i18n.field_accounts(), sessions)
        .field(&log_menu, log_shown)
        .field(&approvals_menu, channel(i18n, &server.approvals, approvals.as_ref(), without_approvals))
        .field(i18n.field_roles_with(), roles_with_grants(i18n, server))
        .field(i18n.field_roles_without(), roles_without(i18n, without_grants.as_deref()))
        .footer(i18n.set_up_footer());
    let mut message = Message::from(card);
    if !server.log.fixed {
        message = message.with_row(channel_menu(Purpose::Log, &server.log, &log_menu));
    }
    if !server.approvals.fixed {
        message = message.with_row(channel_menu(Purpose::Approvals, &server.approvals, &approvals_menu));
    }
    let roles = CreateSelectMenuKind::Role { default_roles: None };
    let roles = CreateSelectMenu::new(CustomId::Setup(Menu::Moderator), roles);
    message.with_row(CreateActionRow::SelectMenu(roles.placeholder(i18n.menu_moderators())))
}

fn tone(set: Option<&Result<Setting, UserError>>) -> Tone {
    match set {
        None => Tone::Shown,
        Some(Ok(_)) => Tone::Done,
        Some(Err(_)) => Tone::Failed,
    }
}

fn done(i18n: Language, setting: &Setting) -> String {
    match setting {
        Setting::Moderators(granted) => i18n.set_up_moderators(mention(granted.role)),
        Setting::Channel(ChannelSet { purpose, channel }) => {
            let channel = channel.map(|channel| format!("<#{channel}>"));
            match (purpose, channel) {
                (Purpose::Log, Some(channel)) => i18n.set_up_log(channel),
                (Purpose::Log, None) => i18n.set_up_log_gone(),
                (Purpose::Approvals, Some(channel)) => i18n.set_up_approvals(channel),
                (Purpose::Approvals, None) => i18n.set_up_approvals_gone(),
            }
        }
    }
}

fn channel(i18n: Language, setting: &ChannelSetting, writing: Option<&Writing>, unset: String) -> String {
    let Some(channel) = setting.channel else { return unset };
    let channel = format!("<#{channel}>");
    let channel = if setting.fixed { i18n.set_up_fixed(channel) } else { channel };
    let trouble = match writing {
        None | Some(Writing::Possible) => return channel,
        Some(Writing::Lacks(names)) => i18n.set_up_lacks(names.join(", ")),
        Some(Writing::Gone) => i18n.set_up_gone(),
        Some(Writing::Unknown) => i18n.set_up_silent(),
    };
    format!("{channel}\n{trouble}")
}

fn roles_with_grants(i18n: Language, server: &Server) -> String {
    let mut roles: Vec<RoleId> = server.grants.iter().map(|grant| grant.role).collect();
    roles.sort_unstable();
    roles.dedup();
    if roles.is_empty() { i18n.set_up_no_roles() } else { list(i18n, &roles) }
}

fn roles_without(i18n: Language, roles: Option<&[RoleId]>) -> String {
    match roles {
        None => i18n.set_up_roles_silent(),
        Some([]) => i18n.set_up_all_roles(),
        Some(roles) => format!("{}\n{}", list(i18n, roles), i18n.set_up_bare_roles()),
    }
}

fn list(i18n: Language, roles: &[RoleId]) -> String {
    let named: Vec<String> = roles.iter().take(ROLES_MAX).map(|role| mention(*role)).collect();
    match roles.len().saturating_sub(ROLES_MAX) {
        0 => named.join(", "),
        more => i18n.list_and_more(named.join(", "), more),
    }
}

fn channel_menu(purpose: Purpose, setting: &ChannelSetting, placeholder: &str) -> CreateActionRow {
    let kind = CreateSelectMenuKind::Channel {
        channel_types: Some(vec![ChannelType::Text, ChannelType::News]),
        default_channels: setting.channel.map(|channel| vec![serenity::all::ChannelId::new(channel.0)]),
    };
    // An empty choice removes the channel.
    let menu = CreateSelectMenu::new(CustomId::Setup(Menu::Channel(purpose)), kind).min_values(0).max_values(1);
    CreateActionRow::SelectMenu(menu.placeholder(placeholder))
}
