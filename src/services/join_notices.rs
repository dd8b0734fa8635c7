//! Notices of requests to join, for the approvals channels: reads who asks, and decides which notices are posted, changed
//! or over. No provider that has such requests tells of them, so their groups are read periodically.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use groups_api::{ApiError, GroupsApi, Lane, Listed, Urgency};
use tokio::time::Instant;
use usher_clock::Timestamp;
use whatsapp::{GroupId, JoinRequest, ListedGroup, SessionName};

use super::{AdminStatus, CurrentSettings, GuildSettings, Resources};
use crate::access::{Capability, ChannelId, Groups, GuildId, MessageId, Target};
use crate::operations::Operation;
use crate::store::{AnnouncedPeople, JoinNotice, JoinNotices, NoticeId, StoreError};

/// Interval between two looks at the groups of a session.
const LOOK_EVERY: Duration = Duration::from_secs(2 * 60);
/// Groups of a session that one look reads. The others have their turn in the next look.
const GROUPS_MAX: usize = 30;
/// Pause of a group that WhatsApp did not let the account read.
const REFUSED_PAUSE: Duration = Duration::from_secs(60 * 60);

/// What became of a notice.
#[derive(Debug)]
pub enum NoticeChange {
    /// There are requests that no notice has announced. The notice is to be posted. `instead`: the message that it replaces.
    New { notice: Box<JoinNotice>, instead: Option<(ChannelId, MessageId)> },
    /// Other people ask than before, and all of them are announced.
    Changed(Box<JoinNotice>),
    /// Nobody asks any more; or, if people wait, the group or the right to decide is gone.
    Over(Box<JoinNotice>),
}

/// Why a look ended early.
#[derive(Debug, thiserror::Error)]
pub enum LookError {
    #[error(transparent)]
    Api(#[from] ApiError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A look at the groups of a session.
pub struct JoinLook {
    session: SessionName,
    /// Those with an approvals channel. The API counts the reads as those of the first.
    servers: Vec<CurrentSettings>,
    /// The notices as of the beginning.
    notices: Vec<JoinNotice>,
    /// The groups that were not read yet.
    groups: VecDeque<ListedGroup>,
}

/// Finds out which notices are due.
pub struct JoinNoticing {
    resources: Resources,
    settings: Arc<GuildSettings>,
    admin_status: Arc<AdminStatus>,
    /// When each group may be read next.
    next_reads: Mutex<HashMap<(SessionName, GroupId), Instant>>,
}

impl JoinNoticing {
    pub(super) fn new(resources: Resources, settings: Arc<GuildSettings>, admin_status: Arc<AdminStatus>) -> Self {
        Self { resources, settings, admin_status, next_reads: Mutex::default() }
    }

    /// Returns the stored notices.
    pub(crate) fn table(&self) -> JoinNotices {
        self.resources.store.join_notices()
    }

    /// Returns the sessions of all servers, as far as it is known that their provider has requests to join.
    pub fn sessions(&self) -> Vec<SessionName> {
        let has_requests = |session: &SessionName| self.resources.api.features(session).join_requests;
        self.settings.sessions().into_iter().filter(has_requests).collect()
    }

    /// Makes this instance the one that looks at the session's groups, if they are due. Returns whether it is.
    pub async fn begin_look(&self, session: &SessionName) -> Result<bool, StoreError> {
        let now = self.resources.clock.now_utc();
        self.table().begin_look(session, now, LOOK_EVERY).await
    }

    /// Makes the groups of a session due now, after an operation that decides requests. A failure is only logged: they are
    /// due soon anyway.
    pub(super) async fn note(&self, operation: &Operation) {
        let Operation::DecideJoinRequests(decide) = operation else { return };
        let now = self.resources.clock.now_utc();
        if let Err(error) = self.table().look_soon(&decide.at.session, now).await {
            tracing::debug!(%error, "failed to have the requests to join read again");
        }
    }

    /// Reads what a look at the session's groups needs, and the groups that are due. Returns the notices that are over
    /// because their group is gone, too.
    pub async fn start_look(&self, session: &SessionName) -> Result<(JoinLook, Vec<NoticeChange>), LookError> {
        let (servers, notices) = (self.servers(session).await, self.table().of_session(session).await?);
        let is_needed = |server: &&CurrentSettings| {
            announces(server, session, Groups::InScope) || notices.iter().any(|notice| notice.guild == server.guild)
        };
        let (mut groups, mut over) = (VecDeque::new(), Vec::new());
        if let Some(server) = servers.iter().find(is_needed) {
            let listed = self.api(server.guild).readable_groups(session).await?;
            for notice in notices.iter().filter(|notice| is_unreachable(notice, &listed, &servers)) {
                if self.table().remove(notice.id).await? {
                    over.push(NoticeChange::Over(Box::new(notice.clone())));
                }
            }
            groups = self.due_groups(session, listed, &notices, &servers);
        }
        Ok((JoinLook { session: session.clone(), servers, notices, groups }, over))
    }

    /// Reads who asks to join the next group of a look, and stores the changes of its notices. Returns them; `None` after
    /// the last group.
    pub async fn next_of(&self, look: &mut JoinLook) -> Result<Option<Vec<NoticeChange>>, LookError> {
        let Some(group) = look.groups.pop_front() else { return Ok(None) };
        let JoinLook { session, servers, notices, .. } = look;
        let mut changes = Vec::new();
        let Some(requests) = self.asking(session, servers, &group).await? else { return Ok(Some(changes)) };
        for server in servers.iter().filter(|server| announces(server, session, Groups::One(&group.id))) {
            let before = notices.iter().find(|one| one.guild == server.guild && one.group == group.id);
            let now = Asking { guild: server.guild, session, group: &group, requests: &requests };
            changes.extend(self.store_change(before, now).await?);
        }
        Ok(Some(changes))
    }

    /// Returns the API for requests that wait behind those of people.
    fn api(&self, guild: GuildId) -> GroupsApi {
        self.resources.api.on_behalf_of(Lane { server: guild.0, urgency: Urgency::Bulk })
    }

    /// Returns the settings of the servers that use the session and have an approvals channel. A server whose settings
    /// cannot be read waits for the next look.
    async fn servers(&self, session: &SessionName) -> Vec<CurrentSettings> {
        let mut servers = Vec::new();
        for guild in self.settings.guilds_with(session) {
            if let Ok(settings) = self.settings.get(guild).await
                && settings.is_complete()
                && settings.approvals.channel.is_some()
            {
                servers.push(settings);
            }
        }
        servers
    }

    /// Returns the groups to read now: those whose requests some server announces, the longest unread first.
    fn due_groups(
        &self,
        session: &SessionName,
        listed: Listed<ListedGroup>,
        notices: &[JoinNotice],
        servers: &[CurrentSettings],
    ) -> VecDeque<ListedGroup> {
        let now = self.resources.clock.now();
        let mut next_reads = self.next_reads.lock().unwrap_or_else(PoisonError::into_inner);
        next_reads.retain(|(of, group), _| of != session || listed.entries.iter().any(|one| one.id == *group));
        let mut due: Vec<(Option<Instant>, ListedGroup)> = listed
            .entries
            .into_iter()
            // Requests may wait in a group where none is needed any more.
            .filter(|group| group.join_approval != Some(false) || notices.iter().any(|one| one.group == group.id))
            .filter(|group| servers.iter().any(|server| announces(server, session, Groups::One(&group.id))))
            .filter(|group| !self.admin_status.was_not_admin(session, &group.id))
            .map(|group| (next_reads.get(&(session.clone(), group.id.clone())).copied(), group))
            .filter(|(next, _)| next.is_none_or(|next| next <= now))
            .collect();
        due.sort_by_key(|(next, _)| *next);
        due.into_iter().take(GROUPS_MAX).map(|(_, group)| group).collect()
    }

    /// Reads who asks to join the group. Returns `None` if WhatsApp does not let the account read it.
    async fn asking(
        &self,
        session: &SessionName,
        servers: &[CurrentSettings],
        group: &ListedGroup,
    ) -> Result<Option<Listed<JoinRequest>>, ApiError> {
        let Some(server) = servers.first() else { return Ok(None) };
        let read = self.api(server.guild).join_requests(session, &group.id).await;
        let refused = matches!(
            read,
            Err(ApiError::Forbidden { .. }
                | ApiError::NotFound
                | ApiError::BadRequest { .. }
                | ApiError::Conflict { .. })
        );
        let next = self.resources.clock.now() + if refused { REFUSED_PAUSE } else { Duration::ZERO };
        let key = (session.clone(), group.id.clone());
        self.next_reads.lock().unwrap_or_else(PoisonError::into_inner).insert(key, next);
        if refused { Ok(None) } else { read.map(Some) }
    }

    /// Compares who asks with the last notice, and stores and returns the difference. Returns `None` too if another instance
    /// was faster: it shows the change.
    async fn store_change(
        &self,
        before: Option<&JoinNotice>,
        now: Asking<'_>,
    ) -> Result<Option<NoticeChange>, StoreError> {
        let table = self.table();
        let new = now.notice(before, self.resources.clock.now_utc());
        let Some(before) = before else {
            let is_new = new.waiting > 0 && table.add(&new, None, new.read_at).await?;
            return Ok(is_new.then(|| NoticeChange::New { notice: Box::new(new), instead: None }));
        };
        if new.waiting == 0 {
            let is_over = table.remove(before.id).await?;
            return Ok(is_over.then(|| NoticeChange::Over(Box::new(new))));
        }
        if now.has_newcomers(&before.announced) {
            let is_new = table.add(&new, Some(before.id), new.read_at).await?;
            return Ok(is_new.then(|| NoticeChange::New { notice: Box::new(new), instead: before.post }));
        }
        let is_same = (&new.announced, new.waiting, &new.name) == (&before.announced, before.waiting, &before.name);
        Ok((!is_same && table.update(&new).await?).then(|| NoticeChange::Changed(Box::new(new))))
    }
}

/// Returns whether the approvals channel of the server announces requests to join the groups: some role may decide them.
fn announces(server: &CurrentSettings, session: &SessionName, groups: Groups<'_>) -> bool {
    let target = Target { session: Some(session), groups };
    server.approvals.channel.is_some() && server.is_granted(Capability::MembersApprove, target)
}

/// Returns whether the account is not in the group of the notice any more, or no role of the server may decide its requests.
fn is_unreachable(notice: &JoinNotice, listed: &Listed<ListedGroup>, servers: &[CurrentSettings]) -> bool {
    let is_left = listed.unread == 0 && listed.entries.iter().all(|group| group.id != notice.group);
    let server = servers.iter().find(|server| server.guild == notice.guild);
    is_left || server.is_some_and(|server| !announces(server, &notice.session, Groups::One(&notice.group)))
}

/// Who asks to join a group, for one server.
struct Asking<'a> {
    guild: GuildId,
    session: &'a SessionName,
    group: &'a ListedGroup,
    requests: &'a Listed<JoinRequest>,
}

impl Asking<'_> {
    /// Returns the notice of those who ask: the same one as `before`, unless there are newcomers.
    fn notice(&self, before: Option<&JoinNotice>, read_at: Timestamp) -> JoinNotice {
        let Self { guild, session, group, requests } = *self;
        let mut announced = AnnouncedPeople::default();
        requests.entries.iter().for_each(|one| announced.add(&group.id, &one.person));
        let same = before.filter(|before| !self.has_newcomers(&before.announced));
        JoinNotice {
            id: same.map_or_else(NoticeId::random, |same| same.id),
            guild,
            session: session.clone(),
            group: group.id.clone(),
            name: group.name.clone(),
            announced,
            waiting: requests.entries.len() + requests.unread,
            read_at,
            post: same.and_then(|same| same.post),
        }
    }

    /// Returns whether there are requests that no notice has announced.
    fn has_newcomers(&self, announced: &AnnouncedPeople) -> bool {
        self.requests.entries.iter().any(|one| !announced.has(&self.group.id, &one.person))
    }
}
