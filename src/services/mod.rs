//! Everything between Discord and the groups API. An operation takes one path: access → confirmation or approval →
//! journal: begun → groups API → journal: ended. Only [`Executor::run`], [`Executor::resume`] and
//! [`UnsettledChanges::recheck`] carry operations out or verify them. [`GroupResolver`] also reads from the groups API:
//! the group that a user names.

mod accounts;
mod admin_status;
mod approvals;
mod audit_export;
mod audit_log;
mod cluster;
mod confirmations;
mod executor;
mod grant_changes;
mod group_list;
mod group_resolver;
mod group_sets;
mod guild_settings;
mod interactions;
mod join_notices;
mod likely_groups;
mod listed_requests;
mod live;
mod log_channels;
mod lookups;
mod many_groups;
mod mark;
mod memberships;
mod recent_groups;
mod refusals;
mod unsettled;
mod write_retry;

use std::sync::Arc;

use dashmap::DashSet;
use groups_api::GroupsApi;
use secrecy::SecretString;
use tokio::sync::Notify;
use usher_clock::Clock;
use whatsapp::SessionName;

pub use accounts::{AccountChange, AccountNews, AccountWatch, WatchPace};
pub use admin_status::AdminStatus;
pub use approvals::{Approval, ApprovalStep, Approvals, OPEN_MAX};
pub use audit_export::{Export, SentenceOf};
pub use audit_log::{AuditLog, CaseFilter, CasePage, LOOKED_THROUGH_MAX};
pub use cluster::{BEAT_EVERY, Cluster, gone_instances};
pub use confirmations::Confirmations;
pub(crate) use confirmations::selected;
pub use executor::{
    AccountNames, AuthorizedOperation, Done, Ended, Executor, FoundJob, JobProgress, Members, Membership, NextStep,
    NextSteps, Recovery, ScheduledRun, Which, result_of,
};
pub use grant_changes::GrantChange;
pub use group_list::{OfferedEntries, OfferedEntry, OfferedWhat, ResolvedGroups};
pub(crate) use group_resolver::MeantGroup;
pub use group_resolver::{GroupResolver, NameLookup, OfferedGroup, WantedGroups};
pub use group_sets::GroupSets;
pub use guild_settings::{Admission, CurrentSettings, GuildSettings};
pub use interactions::{PendingInteractions, Takeover};
pub use join_notices::{JoinLook, JoinNoticing, LookError, NoticeChange};
pub use listed_requests::{ListedRequest, RequestAction};
pub use live::LiveSettings;
pub use log_channels::{LogChannel, LogChannels, LogTrouble};
pub use lookups::Lookups;
pub use many_groups::ChoiceRoom;
pub use mark::Mark;
pub use memberships::{FoundIn, ListsRead, Memberships, PersonFound, ReadProgress};
pub use recent_groups::RecentGroups;
pub use refusals::{MoreRefusals, Refusals};
pub use unsettled::{Recheck, UnsettledChanges, is_unconfirmed};
pub use write_retry::WriteRetryQueue;

use live::LiveConfig;

use crate::access::{Actor, ChannelId, InteractionId};
use crate::compute::Compute;
use crate::group_cache::GroupCache;
use crate::language::Language;
use crate::store::{AuditEnd, AuditEntry, AuditSubject, Authorization, Rates, Store, StoreError};

/// All services of one instance. [`Services::new`] shows which of them use which others.
pub struct Services {
    pub settings: Arc<GuildSettings>,
    pub groups: GroupResolver,
    pub sets: GroupSets,
    pub confirmations: Arc<Confirmations>,
    pub approvals: Approvals,
    pub executor: Executor,
    pub unsettled: Arc<UnsettledChanges>,
    pub audit: AuditLog,
    pub refusals: Refusals,
    pub lookups: Arc<Lookups>,
    pub interactions: Arc<PendingInteractions>,
    pub log_channels: LogChannels,
    pub join_notices: Arc<JoinNoticing>,
    pub memberships: Memberships,
    pub accounts: Arc<AccountWatch>,
    pub write_retry: Arc<WriteRetryQueue>,
    pub cluster: Arc<Cluster>,
    live: Arc<LiveConfig>,
}

/// The parts from which [`Services`] is built.
pub struct ServiceParts {
    pub settings: LiveSettings,
    pub api: GroupsApi,
    pub group_cache: GroupCache,
    pub store: Store,
    pub cluster: Cluster,
    pub clock: Clock,
    pub compute: Compute,
    pub watch_pace: WatchPace,
}

/// What several services use. Cheap to clone.
#[derive(Clone)]
struct Resources {
    store: Store,
    clock: Clock,
    cluster: Arc<Cluster>,
    api: GroupsApi,
    group_cache: GroupCache,
    live: Arc<LiveConfig>,
    /// Notified when the journal has something new for a log channel.
    log_news: Arc<Notify>,
}

/// One interaction of a user in a channel.
#[derive(Debug, Clone)]
pub struct Request {
    pub actor: Actor,
    /// What Discord calls the actor, if the interaction says so.
    pub user_name: Option<String>,
    pub channel: ChannelId,
    pub interaction: InteractionId,
    /// Needed to send an answer, now or after a restart: the bot's application, and the interaction's token.
    pub application: u64,
    pub token: SecretString,
    /// The language of the answers.
    pub language: Language,
}

impl Services {
    /// Builds the services. Nothing runs until it is called.
    pub fn new(parts: ServiceParts) -> Self {
        let ServiceParts { settings, api, group_cache, store, cluster, clock, compute, watch_pace } = parts;
        let (live, cluster, log_news) = (Arc::new(LiveConfig::new(settings)), Arc::new(cluster), Arc::default());
        let resources =
            Resources { store, clock, cluster: cluster.clone(), api, group_cache, live: live.clone(), log_news };
        let settings = Arc::new(GuildSettings::new(resources.clone()));
        let write_retry = Arc::new(WriteRetryQueue::new(resources.clone()));
        let interactions = Arc::new(PendingInteractions::new(resources.clone(), write_retry.clone()));
        let lookups = Arc::new(Lookups::new(resources.clock.clone(), resources.rates().lookups_per_minute));
        let unsettled = Arc::new(UnsettledChanges::new(resources.clone(), settings.clone()));
        let confirmations = Arc::new(Confirmations::new(resources.clone(), settings.clone(), unsettled.clone()));
        let admin_status = Arc::new(AdminStatus::new(resources.api.clone(), resources.clock.clone()));
        let recent_groups = Arc::new(RecentGroups::new(resources.store.clone()));
        let accounts = Arc::new(AccountWatch::new(resources.clone(), settings.clone(), watch_pace));
        let join_notices = Arc::new(JoinNoticing::new(resources.clone(), settings.clone(), admin_status.clone()));
        let memberships = Memberships::new(resources.clone(), settings.clone());
        Self {
            groups: GroupResolver::new(
                resources.api.clone(),
                resources.group_cache.clone(),
                recent_groups.clone(),
                admin_status.clone(),
            ),
            approvals: Approvals::new(resources.clone(), settings.clone()),
            executor: Executor {
                resources: resources.clone(),
                settings: settings.clone(),
                confirmations: confirmations.clone(),
                unsettled: unsettled.clone(),
                lookups: lookups.clone(),
                interactions: interactions.clone(),
                write_retry: write_retry.clone(),
                recent_groups,
                admin_status,
                join_notices: join_notices.clone(),
                accounts: accounts.clone(),
                unconfirmed: DashSet::new(),
            },
            sets: GroupSets::new(resources.clone(), settings.clone()),
            audit: AuditLog::new(resources.clone(), settings.clone(), compute),
            refusals: Refusals::new(resources.clone()),
            log_channels: LogChannels::new(resources, settings.clone()),
            join_notices,
            memberships,
            accounts,
            settings,
            confirmations,
            unsettled,
            lookups,
            interactions,
            write_retry,
            cluster,
            live,
        }
    }

    /// Returns the maximum characters of a new group's name.
    pub(crate) fn name_chars(&self) -> usize {
        self.live.get().name_chars
    }

    /// Returns how many people each account may ask WhatsApp to add in a day.
    pub(crate) fn adds_per_day(&self) -> u32 {
        self.live.get().rates.adds_per_day
    }

    /// Replaces the settings from the configuration. Operations that have begun end as they are.
    pub(crate) fn take_over(&self, settings: LiveSettings) {
        self.lookups.set_limit(settings.rates.lookups_per_minute);
        self.live.set(settings);
        self.settings.forget_all();
    }
}

impl Resources {
    fn rates(&self) -> Rates {
        self.live.get().rates
    }

    /// Returns how many more people the account may ask WhatsApp to add in these 24 hours.
    async fn may_add(&self, session: &SessionName) -> Result<usize, StoreError> {
        let spent = self.store.added_lately(session, self.clock.now_utc()).await?;
        Ok((self.rates().adds_per_day as usize).saturating_sub(spent))
    }

    /// Records an operation that has ended already. Returns whether it was not recorded before.
    async fn record(
        &self,
        entry: &AuditEntry,
        end: &AuditEnd,
        authorization: Option<Authorization>,
    ) -> Result<bool, StoreError> {
        let (me, now) = (self.cluster.me(), self.clock.now_utc());
        let case = self.store.journal().record(entry, end, authorization, me, now).await?;
        Ok(case.map(|_| self.log_has_news()).is_some())
    }

    /// Notifies the log-channel worker that there is something to post.
    fn log_has_news(&self) {
        self.log_news.notify_one();
    }
}

fn entry(request: &Request, what: AuditSubject) -> AuditEntry {
    AuditEntry {
        guild: request.actor.guild,
        channel: request.channel,
        user: request.actor.user,
        user_name: request.user_name.clone(),
        interaction: request.interaction,
        what,
    }
}
