//! `/wa-setup`: the settings of a server, what is missing, and the menus and buttons that change them.

use groups_api::{Engine, NotOffered, Provider};
use serenity::all::{
    ButtonStyle, ChannelType, CreateActionRow, CreateButton, CreateInputText, CreateModal, CreateSelectMenu,
    CreateSelectMenuKind, InputTextStyle,
};
use whatsapp::people::Country;

use super::access::mention;
use super::card::{Card, Message, Tone};
use super::log_channel::log_waits;
use super::operations::session_lines;
use super::problems::one_line;
use super::text::{NumberMask, clamp, quote};
use crate::access::{ChannelSetting, GROUP_PLACE, INVITATION_CHARS_MAX, InvitationText, LINK_PLACE, RoleId, Server};
use crate::discord::components::{CustomId, Menu};
use crate::error::UserError;
use crate::language::Language;
use crate::operations::SessionsListed;
use crate::services::LogTrouble;
use crate::store::{ApprovalsRoleSet, ChannelSet, CountrySet, InvitationSet, Purpose, ReasonsSet, RightsGranted};

/// Maximum roles named; the others are counted.
const ROLES_MAX: usize = 15;
/// Maximum characters shown of the text of invitations.
const INVITATION_SHOWN_MAX: usize = 300;
/// Maximum characters typed for a country: more than the longest name has.
const COUNTRY_CHARS_MAX: u16 = 60;

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

/// The result of a check whether a mention of a role notifies its members.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mentioning {
    Possible,
    /// The bot may not mention the role.
    Forbidden,
    /// The server has no such role.
    NoRole,
    /// Discord did not answer the check.
    Unchecked,
}

/// A setting that was changed.
#[derive(Debug)]
pub(crate) enum Setting {
    Channel(ChannelSet),
    ApprovalsRole(ApprovalsRoleSet),
    Moderators(RightsGranted),
    Country(CountrySet),
    Invitation(InvitationSet),
    Reasons(ReasonsSet),
}

/// The setup of a server.
pub(crate) struct SetUp<'a> {
    pub(crate) server: &'a Server,
    pub(crate) sessions: Result<SessionsListed, UserError>,
    pub(crate) numbers: NumberMask,
    /// The provider, and its engine for the server's first account. `None` if the server has no account.
    pub(crate) provider: Option<(Provider, Engine)>,
    pub(crate) log: Option<Writing>,
    /// Undelivered entries of this log channel.
    pub(crate) log_trouble: Option<LogTrouble>,
    pub(crate) approvals: Option<Writing>,
    /// Whether requests can mention the server's role for them.
    pub(crate) mentioning: Option<Mentioning>,
    /// Whether alerts about accounts can mention the server's role for them.
    pub(crate) alerting: Option<Mentioning>,
    /// The country that the file gives to servers without their own.
    pub(crate) default_country: Option<Country>,
    /// The country of a connected account's number.
    pub(crate) proposed_country: Option<Country>,
    /// The text of invitations of the server's language.
    pub(crate) default_invitation: Option<InvitationText>,
    /// Roles that no grant names, if Discord returned the list of roles.
    pub(crate) without_grants: Option<Vec<RoleId>>,
}

/// Returns the setup message. `set`: the result of the last change.
pub(crate) fn set_up(i18n: Language, view: &SetUp<'_>, set: Option<&Result<Setting, UserError>>) -> Message {
    let SetUp { server, sessions, numbers, log, log_trouble, approvals, without_grants, .. } = view;
    let sessions = match sessions {
        Ok(listed) if listed.sessions.is_empty() => i18n.set_up_no_sessions(),
        Ok(listed) => session_lines(i18n, listed, *numbers),
        Err(problem) => i18n.set_up_unreadable(one_line(i18n, problem)),
    };
    let (log_menu, approvals_menu) = (i18n.field_log_channel(), i18n.field_approvals_channel());
    let mut log_shown = channel(i18n, &server.log, log.as_ref(), i18n.set_up_no_log());
    if let Some(trouble) = log_trouble {
        log_shown = format!("{log_shown}\n{}", log_waits(i18n, trouble));
    }
    if let Some(alerts) = alerts(i18n, view) {
        log_shown = format!("{log_shown}\n{alerts}");
    }
    let mut approvals_shown = channel(i18n, &server.approvals, approvals.as_ref(), without_approvals(i18n, view));
    if let Some(mentions) = mentions(i18n, view) {
        approvals_shown = format!("{approvals_shown}\n{mentions}");
    }
    let provider = view.provider.map_or_else(String::new, |(provider, engine)| abilities(i18n, provider, engine));
    let card = Card::new(tone(set), i18n.set_up())
        .text(match set {
            Some(Ok(outcome)) => i18n.set_up_done(done(i18n, outcome)),
            Some(Err(problem)) => i18n.set_up_not_set(one_line(i18n, problem)),
            None => i18n.set_up_text(),
        })
        .field(i18n.field_accounts(), sessions)
        .field(i18n.field_provider(), provider)
        .field(&log_menu, log_shown)
        .field(&approvals_menu, approvals_shown)
        .field(i18n.field_country(), country(i18n, view))
        .field(i18n.field_invitation(), invitation(view))
        .field(i18n.field_reasons(), reasons(i18n, server))
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
    if !server.approvals_role.fixed {
        message = message.with_row(approvals_role_menu(i18n, view));
    }
    let roles = CreateSelectMenuKind::Role { default_roles: None };
    let roles = CreateSelectMenu::new(CustomId::Setup(Menu::Moderator), roles);
    let message = message.with_row(CreateActionRow::SelectMenu(roles.placeholder(i18n.menu_moderators())));
    message.with_row(buttons(i18n, view))
}

/// Returns the modal for the server's text of invitations, with the present one.
pub(crate) fn invitation_modal(i18n: Language, present: &InvitationText) -> CreateModal {
    let label = i18n.invitation_label(GROUP_PLACE, LINK_PLACE);
    let field = CreateInputText::new(InputTextStyle::Paragraph, label, CustomId::InvitationField)
        .required(false)
        .placeholder(i18n.invitation_hint())
        .value(present.to_string())
        .max_length(u16::try_from(INVITATION_CHARS_MAX).unwrap_or(u16::MAX));
    CreateModal::new(CustomId::SetInvitation, i18n.invitation_title())
        .components(vec![CreateActionRow::InputText(field)])
}

/// Returns the modal for the server's country. `present`: the one that it has.
pub(crate) fn country_modal(i18n: Language, present: Option<Country>) -> CreateModal {
    let field = CreateInputText::new(InputTextStyle::Short, i18n.country_label(), CustomId::CountryField)
        .required(false)
        .placeholder(i18n.country_hint())
        .max_length(COUNTRY_CHARS_MAX);
    // Discord does not accept an empty value.
    let field = match present {
        Some(present) => field.value(present.letters()),
        None => field,
    };
    CreateModal::new(CustomId::SetCountry, i18n.country_title()).components(vec![CreateActionRow::InputText(field)])
}

/// Returns the name of the provider, and what it cannot do.
fn abilities(i18n: Language, provider: Provider, engine: Engine) -> String {
    let name = match engine.name() {
        "" => provider.title().to_owned(),
        engine => format!("{} ({engine})", provider.title()),
    };
    let lacks: Vec<String> =
        provider.features(engine).missing_in_short().into_iter().map(|what| lack(i18n, what)).collect();
    if lacks.is_empty() { name } else { format!("{name}\n{}\n• {}", i18n.set_up_lacking(), lacks.join("\n• ")) }
}

/// Returns what is not offered, as an entry of a list.
fn lack(i18n: Language, what: NotOffered) -> String {
    match what {
        NotOffered::DeleteGroup => i18n.lack_delete(),
        NotOffered::RemoveDescription => i18n.lack_remove_description(),
        NotOffered::Picture => i18n.lack_picture(),
        NotOffered::PictureByUrl => i18n.lack_picture_url(),
        NotOffered::EmptyGroup => i18n.lack_empty_group(),
        NotOffered::PersonByLid => i18n.lack_hidden_numbers(),
        NotOffered::InviteCode => i18n.lack_unusual_links(),
        NotOffered::Settings => i18n.lack_settings(),
        NotOffered::SetWriters => i18n.lack_writers(),
        NotOffered::SetEditors => i18n.lack_editors(),
        NotOffered::SetAdders => i18n.lack_adders(),
        NotOffered::SetJoinApproval => i18n.lack_join_approval(),
        NotOffered::JoinRequests => i18n.lack_join_requests(),
        NotOffered::PeopleAtCreation(most) => i18n.lack_large_groups(most),
        NotOffered::NameBytes(most) => i18n.lack_long_names(most),
        NotOffered::DescriptionChars(most) => i18n.lack_long_descriptions(most),
        NotOffered::Operation => i18n.lack_other(),
    }
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
        Setting::ApprovalsRole(ApprovalsRoleSet { role: Some(role) }) => i18n.set_up_approvals_role(mention(*role)),
        Setting::ApprovalsRole(ApprovalsRoleSet { role: None }) => i18n.set_up_approvals_role_gone(),
        Setting::Country(CountrySet { country: Some(country) }) => i18n.set_up_country(country.with_code()),
        Setting::Invitation(InvitationSet { own: true }) => i18n.set_up_invitation(),
        Setting::Invitation(InvitationSet { own: false }) => i18n.set_up_invitation_gone(),
        Setting::Reasons(ReasonsSet { required: true }) => i18n.set_up_reasons_on(),
        Setting::Reasons(ReasonsSet { required: false }) => i18n.set_up_reasons_off(),
        Setting::Country(CountrySet { country: None }) => i18n.set_up_country_gone(),
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

/// Returns the role that requests mention, and what is wrong with it.
fn mentions(i18n: Language, view: &SetUp<'_>) -> Option<String> {
    let setting = &view.server.approvals_role;
    let role = mention(setting.role?);
    let role = if setting.fixed { i18n.set_up_fixed(role) } else { role };
    Some(with_trouble(i18n, i18n.set_up_mentions(role), view.mentioning, i18n.set_up_role_gone()))
}

/// Returns the role that alerts about accounts mention, and what is wrong with it. Without a log channel there are none.
fn alerts(i18n: Language, view: &SetUp<'_>) -> Option<String> {
    let role = view.server.alerts_role.filter(|_| view.server.log.channel.is_some())?;
    let mentioned = i18n.set_up_alerts(i18n.set_up_fixed(mention(role)));
    Some(with_trouble(i18n, mentioned, view.alerting, i18n.set_up_alerts_role_gone()))
}

/// Adds why a mention of a role notifies nobody. `gone`: what to say if the server has no such role.
fn with_trouble(i18n: Language, mentioned: String, mentioning: Option<Mentioning>, gone: String) -> String {
    let trouble = match mentioning {
        None | Some(Mentioning::Possible | Mentioning::Unchecked) => return mentioned,
        Some(Mentioning::Forbidden) => i18n.set_up_mentions_nobody(),
        Some(Mentioning::NoRole) => gone,
    };
    format!("{mentioned}\n{trouble}")
}

fn approvals_role_menu(i18n: Language, view: &SetUp<'_>) -> CreateActionRow {
    // Discord refuses a chosen role that the server does not have.
    let role = view.server.approvals_role.role.filter(|_| view.mentioning != Some(Mentioning::NoRole));
    let default_roles = role.map(|role| vec![serenity::all::RoleId::new(role.0)]);
    let kind = CreateSelectMenuKind::Role { default_roles };
    // An empty choice clears the role.
    let menu = CreateSelectMenu::new(CustomId::Setup(Menu::ApprovalsRole), kind).min_values(0).max_values(1);
    CreateActionRow::SelectMenu(menu.placeholder(i18n.menu_approvals_role()))
}

fn roles_with_grants(i18n: Language, server: &Server) -> String {
    let mut roles: Vec<RoleId> = server.grants.iter().map(|grant| grant.role).collect();
    roles.sort_unstable();
    roles.dedup();
    if roles.is_empty() { i18n.set_up_no_roles() } else { list(i18n, &roles) }
}

/// Returns what a server without an approvals channel lacks.
fn without_approvals(i18n: Language, view: &SetUp<'_>) -> String {
    let asks = view.server.grants.iter().any(|grant| !grant.needs_approval.is_empty());
    let has_requests = view.provider.is_some_and(|(provider, engine)| provider.features(engine).join_requests);
    match (asks, has_requests) {
        (true, _) => i18n.set_up_approvals_wanted(),
        (false, true) => i18n.set_up_no_approvals_no_notices(),
        (false, false) => i18n.set_up_no_approvals(),
    }
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

/// Returns the country of phone numbers, its source and its meaning, and the proposal if the server has none of its own.
fn country(i18n: Language, view: &SetUp<'_>) -> String {
    let SetUp { server, default_country, .. } = view;
    let used = match (server.country.country, default_country) {
        (Some(own), _) if server.country.fixed => i18n.set_up_fixed(own.with_code()),
        (Some(own), _) => own.with_code(),
        (None, Some(default)) => i18n.set_up_country_default(default.with_code()),
        (None, None) => String::new(),
    };
    let shown =
        if used.is_empty() { i18n.set_up_no_country() } else { format!("{used}\n{}", i18n.set_up_country_meaning()) };
    match proposal(view) {
        Some(proposed) => format!("{shown}\n{}", i18n.set_up_country_proposed(proposed.with_code())),
        None => shown,
    }
}

/// Returns the country that is proposed to a server without its own.
fn proposal(view: &SetUp<'_>) -> Option<Country> {
    let is_new = |proposed: &Country| view.server.country.country.is_none() && view.default_country != Some(*proposed);
    view.proposed_country.filter(is_new)
}

fn buttons(i18n: Language, view: &SetUp<'_>) -> CreateActionRow {
    let button = |id: CustomId, label: String, style| CreateButton::new(id).label(label).style(style);
    let mut buttons = Vec::new();
    if !view.server.country.fixed {
        buttons.push(button(CustomId::SetCountry, i18n.button_country(), ButtonStyle::Secondary));
        if let Some(proposed) = proposal(view) {
            let label = i18n.button_use_country(proposed.with_code());
            buttons.push(button(CustomId::UseCountry(proposed), label, ButtonStyle::Primary));
        }
    }
    buttons.push(button(CustomId::SetInvitation, i18n.button_set_invitation(), ButtonStyle::Secondary));
    if !view.server.reasons.fixed {
        let required = !view.server.reasons.required;
        let label = if required { i18n.button_reasons_on() } else { i18n.button_reasons_off() };
        buttons.push(button(CustomId::RequireReasons(required), label, ButtonStyle::Secondary));
    }
    CreateActionRow::Buttons(buttons)
}

/// Returns whether people must say why.
fn reasons(i18n: Language, server: &Server) -> String {
    let text = if server.reasons.required { i18n.set_up_reasons_mandatory() } else { i18n.set_up_reasons_optional() };
    if server.reasons.fixed { i18n.set_up_fixed(text) } else { text }
}

/// Returns the text of invitations that holds.
fn invitation(view: &SetUp<'_>) -> String {
    let text = view.server.invitation.as_ref().or(view.default_invitation.as_ref());
    text.map_or_else(String::new, |text| quote(&clamp(&text.to_string(), INVITATION_SHOWN_MAX)))
}
