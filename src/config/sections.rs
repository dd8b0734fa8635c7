//! The sections of the file, and what their values must look like.

use std::collections::BTreeSet;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::num::{NonZeroU32, NonZeroUsize};
use std::time::Duration;

use serde::Deserialize;
use url::Url;

use crate::access::{Capability, ChannelId, Grant, GuildId, Preset, RoleId, Server};
use crate::groups_api::ids::{GroupId, SessionName};
use crate::store::StoreUrl;

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Discord {
    pub api_url: Option<Url>,
    pub register: RegisterIn,
    pub shards: ShardsIn,
}

/// Which part of the servers this process serves (Discord, "Sharding").
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(try_from = "ShardsText")]
pub enum ShardsIn {
    /// All of them, in as many shards as Discord recommends.
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
            _ => Err("\"auto\", or { total = N, from = A, to = B } with A <= B < N, is wanted"),
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
    pub base_url: Url,
    #[serde(default = "twenty_seconds", with = "humantime_serde")]
    pub timeout: Duration,
    #[serde(default = "five")]
    pub requests_per_second: NonZeroU32,
    #[serde(default = "eight")]
    pub concurrency: NonZeroUsize,
    #[serde(default = "thousand")]
    pub queue: NonZeroUsize,
}

fn twenty_seconds() -> Duration {
    Duration::from_secs(20)
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
pub struct Limits {
    /// Most characters of a group's name, on writing.
    pub name_chars: NonZeroUsize,
    #[serde(rename = "changes_per_minute")]
    _changes_per_minute: NonZeroU32,
    #[serde(rename = "heavy_changes_per_minute")]
    _heavy_changes_per_minute: NonZeroU32,
    #[serde(rename = "adds_per_day")]
    _adds_per_day: NonZeroU32,
    #[serde(rename = "default_region")]
    _default_region: Option<Region>,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            name_chars: NonZeroUsize::MIN.saturating_add(24),
            _changes_per_minute: NonZeroU32::MIN,
            _heavy_changes_per_minute: NonZeroU32::MIN,
            _adds_per_day: NonZeroU32::MIN,
            _default_region: None,
        }
    }
}

/// A country by its two letters (ISO 3166-1).
#[derive(Debug, Clone, Deserialize)]
#[serde(try_from = "String")]
struct Region;

impl TryFrom<String> for Region {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let well_formed = text.len() == 2 && text.chars().all(|c| c.is_ascii_uppercase());
        if well_formed { Ok(Self) } else { Err("a country is two capital letters, such as \"BR\"") }
    }
}

/// What is remembered, where, and for how long.
#[derive(Debug, Clone, Deserialize)]
#[serde(default)]
pub struct Store {
    pub url: StoreUrl,
    pub keep_days: NonZeroU32,
    pub mask_after_days: NonZeroU32,
}

impl Default for Store {
    fn default() -> Self {
        Self {
            url: StoreUrl::default(),
            keep_days: NonZeroU32::MIN.saturating_add(364),
            mask_after_days: NonZeroU32::MIN.saturating_add(29),
        }
    }
}

/// Read and checked; nobody can ask for approval yet.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Approvals {
    #[serde(rename = "expire_after", with = "humantime_serde")]
    _expire_after: Option<Duration>,
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

/// Where health is told.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(default)]
pub struct Http {
    pub listen: SocketAddr,
}

impl Default for Http {
    fn default() -> Self {
        Self { listen: SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 9090) }
    }
}

#[derive(Debug, Deserialize)]
pub(super) struct Guild {
    pub(super) id: GuildId,
    pub(super) sessions: Vec<SessionName>,
    pub(super) log_channel: Option<ChannelId>,
    #[serde(default, rename = "approvals_channel")]
    _approvals_channel: Option<ChannelId>,
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
        let Guild { id, sessions, log_channel, grants, .. } = guild;
        Self { guild: id, sessions, grants: grants.into_iter().map(Grant::from).collect(), log_channel }
    }
}

impl From<GrantIn> for Grant {
    fn from(grant: GrantIn) -> Self {
        let mut capabilities = grant.capabilities;
        capabilities.extend(grant.preset.into_iter().flat_map(Preset::capabilities));
        // Of two readings the narrower: what needs approval is not held.
        capabilities.retain(|capability| !grant.needs_approval.contains(capability));
        Self {
            role: grant.role,
            capabilities,
            needs_approval: grant.needs_approval,
            sessions: grant.sessions,
            groups: grant.groups,
        }
    }
}
