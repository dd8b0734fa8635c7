//! The sections of the file, and the formats of their values.

use std::collections::BTreeSet;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::num::{NonZeroU32, NonZeroUsize};
use std::time::Duration;

use groups_api::{Provider, address};
use serde::Deserialize;
use url::Url;
use whatsapp::people::Country;
use whatsapp::{GroupId, SessionName};

use crate::access::{
    Capability, ChannelId, ChannelSetting, CountrySetting, Grant, GuildId, Origin, Preset, ReasonsSetting, RoleId,
    RoleSetting, Server,
};
use crate::store::StoreUrl;

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Discord {
    pub api_url: Option<Url>,
    pub register: RegisterIn,
    pub shards: ShardsIn,
}

/// The part of the servers that this process serves (Discord, "Sharding").
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(try_from = "ShardsText")]
pub enum ShardsIn {
    /// All servers, in as many shards as Discord recommends.
    #[default]
    Auto,
    /// The shards `from` to `to`, both included, of `total`.
    Some { total: NonZeroU32, from: u32, to: u32 },
}

#[derive(Deserialize)]
#[serde(untagged)]
enum ShardsText {
    Word(String),
    Range { total: NonZeroU32, from: u32, to: u32 },
}

impl TryFrom<ShardsText> for ShardsIn {
    type Error = &'static str;

    fn try_from(text: ShardsText) -> Result<Self, Self::Error> {
        match text {
            ShardsText::Word(word) if word == "auto" => Ok(Self::Auto),
            ShardsText::Range { total, from, to } if from <= to && to < total.get() => {
                Ok(Self::Some { total, from, to })
            }
            _ => Err("expected \"auto\", or { total = N, from = A, to = B } with A <= B < N"),
        }
    }
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RegisterIn {
    #[default]
    Global,
    Guilds,
}

#[derive(Debug, Clone, Deserialize)]
pub struct GroupsApiConfig {
    #[serde(default)]
    pub provider: Provider,
    pub base_url: Url,
    /// Allows `http://` to another machine.
    #[serde(default)]
    pub allow_http: bool,
    /// `None`: as the provider needs it ([`Provider::timeout`]), and longer for what the provider is slow at.
    #[serde(default, with = "humantime_serde")]
    pub timeout: Option<Duration>,
    /// `None`: 90 seconds, or twice the time-out if that is longer.
    #[serde(default, with = "humantime_serde")]
    pub settle_within: Option<Duration>,
    #[serde(default = "five")]
    pub requests_per_second: NonZeroU32,
    #[serde(default = "eight")]
    pub concurrency: NonZeroUsize,
    #[serde(default = "thousand")]
    pub queue: NonZeroUsize,
}

impl GroupsApiConfig {
    pub fn http(&self) -> address::Http {
        if self.allow_http { address::Http::Anywhere } else { address::Http::Loopback }
    }

    /// Returns whether the key is sent over the network unencrypted.
    pub fn is_in_clear(&self) -> bool {
        self.base_url.scheme() == "http" && !address::is_loopback(&self.base_url)
    }

    /// Returns the time limit of one attempt at a change.
    pub fn timeout(&self) -> Duration {
        self.timeout.unwrap_or_else(|| self.provider.timeout())
    }

    /// Returns how long a change whose answer was lost may still take effect.
    pub fn settle_within(&self) -> Duration {
        self.settle_within.unwrap_or_else(|| Duration::from_secs(90).max(self.timeout() * 2))
    }
}

fn five() -> NonZeroU32 {
    NonZeroU32::MIN.saturating_add(4)
}

fn eight() -> NonZeroUsize {
    NonZeroUsize::MIN.saturating_add(7)
}

fn thousand() -> NonZeroUsize {
    NonZeroUsize::MIN.saturating_add(999)
}

#[derive(Debug, Clone, Deserialize)]
#[serde(default)]
pub struct LimitsConfig {
    /// Most characters of a group's name, for new names.
    pub name_chars: NonZeroUsize,
    pub changes_per_minute: NonZeroU32,
    pub heavy_changes_per_minute: NonZeroU32,
    pub approval_requests_per_minute: NonZeroU32,
    pub lookups_per_minute: NonZeroU32,
    /// People added a day, for each session.
    pub adds_per_day: NonZeroU32,
    /// More people than this in one command are added only after a preview and a press.
    pub confirm_above: u32,
    /// The country of phone numbers without a country code, where a server has set none.
    pub default_region: Option<Country>,
}

impl Default for LimitsConfig {
    fn default() -> Self {
        Self {
            name_chars: NonZeroUsize::MIN.saturating_add(24),
            changes_per_minute: NonZeroU32::MIN.saturating_add(19),
            heavy_changes_per_minute: NonZeroU32::MIN.saturating_add(4),
            approval_requests_per_minute: NonZeroU32::MIN.saturating_add(9),
            lookups_per_minute: NonZeroU32::MIN.saturating_add(29),
            adds_per_day: NonZeroU32::MIN.saturating_add(499),
            confirm_above: 20,
            default_region: None,
        }
    }
}

/// Settings of the store: its place, and its retention.
#[derive(Debug, Clone, Deserialize)]
#[serde(default)]
pub struct StoreConfig {
    pub url: StoreUrl,
    pub keep_days: NonZeroU32,
    pub mask_after_days: NonZeroU32,
}

impl Default for StoreConfig {
    fn default() -> Self {
        Self {
            url: StoreUrl::default(),
            keep_days: NonZeroU32::MIN.saturating_add(364),
            mask_after_days: NonZeroU32::MIN.saturating_add(29),
        }
    }
}

#[derive(Debug, Clone, Deserialize)]
#[serde(default)]
pub struct ApprovalsConfig {
    /// How long a request for approval stays valid.
    #[serde(with = "humantime_serde")]
    pub expire_after: Duration,
    /// Two different people must approve requests for operations that need these.
    pub two_for: BTreeSet<Capability>,
}

impl Default for ApprovalsConfig {
    fn default() -> Self {
        Self { expire_after: Duration::from_secs(24 * 60 * 60), two_for: BTreeSet::new() }
    }
}

#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(default)]
pub struct Log {
    pub format: LogFormat,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    #[default]
    Text,
    Json,
}

/// Address of the health endpoint.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(default)]
pub struct HttpConfig {
    pub listen: SocketAddr,
}

impl Default for HttpConfig {
    fn default() -> Self {
        Self { listen: SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 9090) }
    }
}

#[derive(Debug, Deserialize)]
pub(super) struct Guild {
    pub(super) id: GuildId,
    pub(super) sessions: Vec<SessionName>,
    pub(super) log_channel: Option<ChannelId>,
    pub(super) approvals_channel: Option<ChannelId>,
    pub(super) approvals_role: Option<RoleId>,
    pub(super) alerts_role: Option<RoleId>,
    pub(super) country: Option<Country>,
    pub(super) reasons_required: Option<bool>,
    #[serde(default)]
    pub(super) grants: Vec<GrantIn>,
}

#[derive(Debug, Deserialize)]
pub(super) struct GrantIn {
    role: RoleId,
    pub(super) preset: Option<Preset>,
    #[serde(default)]
    pub(super) capabilities: BTreeSet<Capability>,
    #[serde(default)]
    pub(super) needs_approval: BTreeSet<Capability>,
    pub(super) sessions: Option<BTreeSet<SessionName>>,
    groups: Option<BTreeSet<GroupId>>,
}

impl From<Guild> for Server {
    fn from(guild: Guild) -> Self {
        let Guild {
            id,
            sessions,
            log_channel,
            approvals_channel,
            approvals_role,
            alerts_role,
            country,
            reasons_required,
            grants,
        } = guild;
        let setting = |channel: Option<ChannelId>| ChannelSetting { channel, fixed: channel.is_some() };
        Self {
            guild: id,
            sessions,
            grants: grants.into_iter().map(Grant::from).collect(),
            log: setting(log_channel),
            approvals: setting(approvals_channel),
            approvals_role: RoleSetting { role: approvals_role, fixed: approvals_role.is_some() },
            alerts_role,
            country: CountrySetting { country, fixed: country.is_some() },
            invitation: None,
            reasons: ReasonsSetting {
                required: reasons_required.unwrap_or_default(),
                fixed: reasons_required.is_some(),
            },
            sets: Vec::new(),
        }
    }
}

impl From<GrantIn> for Grant {
    fn from(grant: GrantIn) -> Self {
        let mut capabilities = grant.capabilities;
        capabilities.extend(grant.preset.into_iter().flat_map(Preset::capabilities));
        // If a key can be read in two ways, the stricter one counts: a capability that needs approval is not held.
        capabilities.retain(|capability| !grant.needs_approval.contains(capability));
        Self {
            role: grant.role,
            capabilities,
            needs_approval: grant.needs_approval,
            sessions: grant.sessions,
            groups: grant.groups,
            origin: Origin::File,
        }
    }
}
