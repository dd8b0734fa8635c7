//! `/wa-setup`: what is set up in a server, what is missing, and the menus that set it.

use std::fmt;
use std::str::FromStr;

use serenity::all::{ChannelType, CreateActionRow, CreateSelectMenu, CreateSelectMenuKind};

use super::access::mention;
use super::card::{Card, Message, Tone};
use super::outcomes::session_lines;
use super::problems::one_line;
use crate::access::{ChannelSetting, RoleId, Server};
use crate::error::Problem;
use crate::groups_api::model::Session;
use crate::operations::{Outcome, Purpose};

/// Roles named; more are counted.
const ROLES_MAX: usize = 15;

/// A menu of `/wa-setup`. It travels as the `custom_id`; that its user is an Administrator is looked up at each choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Menu {
    Channel(Purpose),
    Moderator,
}

impl fmt::Display for Menu {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Channel(Purpose::Log) => "setup:log",
            Self::Channel(Purpose::Approvals) => "setup:approvals",
            Self::Moderator => "setup:moderator",
        })
    }
}

impl FromStr for Menu {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        [Self::Channel(Purpose::Log), Self::Channel(Purpose::Approvals), Self::Moderator]
            .into_iter()
            .find(|menu| menu.to_string() == text)
            .ok_or(())
    }
}

/// Whether the bot can write to a channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Writing {
    Possible,
    /// It lacks these permissions, by their names in Discord's settings.
    Lacks(Vec<&'static str>),
    /// There is no such channel in the server.
    Gone,
    /// Discord did not say.
    Unknown,
}

/// How a server is set up.
pub(crate) struct SetUp<'a> {
    pub(crate) server: &'a Server,
    pub(crate) sessions: Result<Vec<Session>, Problem>,
    pub(crate) log: Option<Writing>,
    pub(crate) approvals: Option<Writing>,
    /// Roles that no grant names, where Discord said which there are.
    pub(crate) without_grants: Option<Vec<RoleId>>,
}

/// `set`: what a menu has just come to.
pub(crate) fn set_up(view: &SetUp<'_>, set: Option<&Result<Outcome, Problem>>) -> Message {
    let SetUp { server, sessions, log, approvals, without_grants } = view;
    let sessions = match sessions {
        Ok(sessions) if sessions.is_empty() => {
            "The groups API knows none of this server's sessions. Whoever runs the bot must look at its configuration."
                .to_owned()
        }
        Ok(sessions) => session_lines(sessions),
        Err(problem) => format!("Could not be read: {}", one_line(problem)),
    };
    let asks = server.grants.iter().any(|grant| !grant.needs_approval.is_empty());
    let without_log = "Not set. Changes and refusals are told nowhere but to who made them.";
    let without_approvals = if asks {
        "**Not set, and wanted:** some roles may do things only by approval, and there is nowhere to ask."
    } else {
        "Not set. It is wanted once somebody may do things only by approval."
    };
    let card = Card::new(tone(set), "Set-up of this server")
        .text(match set {
            Some(Ok(outcome)) => format!("**Done:** {}", done(outcome)),
            Some(Err(problem)) => format!("**Not set:** {}", one_line(problem)),
            None => "What is there, and what is missing. The menus below set it.".to_owned(),
        })
        .field("WhatsApp accounts", sessions)
        .field("Log channel", channel(&server.log, log.as_ref(), without_log))
        .field("Channel for approvals", channel(&server.approvals, approvals.as_ref(), without_approvals))
        .field("Roles with grants", roles_with_grants(server))
        .field("Roles without", roles_without(without_grants.as_deref()))
        .footer("`/wa-access grant` gives roles other rights, for some groups only if you like.".replace('`', ""));
    let mut message = Message::from(card);
    if !server.log.fixed {
        message = message.with_row(channel_menu(Purpose::Log, &server.log, "Log channel"));
    }
    if !server.approvals.fixed {
        message = message.with_row(channel_menu(Purpose::Approvals, &server.approvals, "Channel for approvals"));
    }
    let roles = CreateSelectMenuKind::Role { default_roles: None };
    let roles = CreateSelectMenu::new(Menu::Moderator.to_string(), roles);
    message.with_row(CreateActionRow::SelectMenu(roles.placeholder("Make a role moderators")))
}

fn tone(set: Option<&Result<Outcome, Problem>>) -> Tone {
    match set {
        None => Tone::Shown,
        Some(Ok(_)) => Tone::Done,
        Some(Err(_)) => Tone::Failed,
    }
}

fn done(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Granted { role, .. } => format!("{} is a role of moderators now.", mention(*role)),
        outcome => format!("{}.", super::notices::deed_of(outcome, false).unwrap_or_default()),
    }
}

fn channel(setting: &ChannelSetting, writing: Option<&Writing>, unset: &str) -> String {
    let Some(channel) = setting.channel else { return unset.to_owned() };
    let fixed = if setting.fixed { " (fixed by whoever runs the bot)" } else { "" };
    let writing = match writing {
        None | Some(Writing::Possible) => String::new(),
        Some(Writing::Lacks(names)) => {
            format!("\n**Usher cannot write there.** It lacks: {}. Change the channel's permissions.", names.join(", "))
        }
        Some(Writing::Gone) => "\n**There is no such channel any more.**".to_owned(),
        Some(Writing::Unknown) => "\nDiscord did not say whether Usher can write there.".to_owned(),
    };
    format!("<#{channel}>{fixed}{writing}")
}

fn roles_with_grants(server: &Server) -> String {
    let mut roles: Vec<RoleId> = server.grants.iter().map(|grant| grant.role).collect();
    roles.sort_unstable();
    roles.dedup();
    if roles.is_empty() { "None: only Administrators may use Usher.".to_owned() } else { list(&roles) }
}

fn roles_without(roles: Option<&[RoleId]>) -> String {
    match roles {
        None => "Discord did not say which roles there are.".to_owned(),
        Some([]) => "None: every role has a grant.".to_owned(),
        Some(roles) => format!("{}\nThey may do nothing, and so they need nothing here.", list(roles)),
    }
}

fn list(roles: &[RoleId]) -> String {
    let named: Vec<String> = roles.iter().take(ROLES_MAX).map(|role| mention(*role)).collect();
    match roles.len().saturating_sub(ROLES_MAX) {
        0 => named.join(", "),
        more => format!("{} and {more} more", named.join(", ")),
    }
}

fn channel_menu(purpose: Purpose, setting: &ChannelSetting, placeholder: &str) -> CreateActionRow {
    let kind = CreateSelectMenuKind::Channel {
        channel_types: Some(vec![ChannelType::Text, ChannelType::News]),
        default_channels: setting.channel.map(|channel| vec![serenity::all::ChannelId::new(channel.0)]),
    };
    // Nothing chosen: none is wanted.
    let menu = CreateSelectMenu::new(Menu::Channel(purpose).to_string(), kind).min_values(0).max_values(1);
    CreateActionRow::SelectMenu(menu.placeholder(placeholder))
}
