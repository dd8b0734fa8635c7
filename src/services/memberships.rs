//! Which groups a person is in, by lists of members that are at most a few minutes old. The lists are kept in the store, so
//! that a person is found in many groups without a request for each of them.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::time::Duration;

use futures::stream::{self, StreamExt as _};
use groups_api::{ApiError, GroupsApi, Lane, Urgency};
use tokio::sync::watch;
use tokio::time::Instant;
use usher_clock::Timestamp;
use whatsapp::{GroupId, MemberIndex, Participant, Person, SessionName};

use super::executor::shows_numbers;
use super::{AccountNames, CurrentSettings, GuildSettings, Resources};
use crate::access::{Actor, Capability, Groups, GuildId, Target};
use crate::error::UserError;
use crate::operations::{Failure, GroupRef, GroupSummary};
use crate::store::{ListAge, MemberListTable, ReadMembers, ReaderTurn, StoreError};

/// Greatest age of a list of members by which a person is searched for.
const AGE_MAX: Duration = Duration::from_secs(10 * 60);
/// Lists of one account that are read at the same time. The pace of the groups API applies nevertheless.
const READS_AT_ONCE: usize = 4;
/// Most time for reading lists. An answer can be sent for 15 minutes (Discord, "Receiving and Responding").
const READ_WITHIN: Duration = Duration::from_secs(8 * 60);
/// Interval at which a reader extends its turn, and at which another one asks for the turn.
const EXTEND_EVERY: Duration = Duration::from_secs(15);
const ASK_EVERY: Duration = Duration::from_secs(1);
/// Most ids of one person that are followed from one list to the next.
const IDS_MAX: usize = 8;

/// A person, and where they are.
#[derive(Debug, Clone)]
pub struct PersonFound {
    pub person: Person,
    /// The groups that the person is in, by name.
    pub groups: Vec<FoundIn>,
    /// Number of groups whose members were looked through.
    pub searched: usize,
    /// The groups whose members could not be read.
    pub unread: Vec<GroupRef>,
    /// The accounts whose groups are not known.
    pub unlisted: Vec<SessionName>,
    /// Number of groups of which some members could not be recognized: their entries are unreadable, or have no number while
    /// only a number of the person is known.
    pub in_doubt: usize,
    /// When the oldest of the lists was read. `None` if there is none.
    pub as_of: Option<Timestamp>,
    pub account: AccountNames,
}

/// A group that a person is in.
#[derive(Debug, Clone)]
pub struct FoundIn {
    pub at: GroupRef,
    pub member: Participant,
    /// `true` if the actor may see the phone numbers of the group's members.
    pub shows_number: bool,
}

/// How many lists of members were read, and how many are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListsRead {
    pub read: usize,
    pub of: usize,
}

/// Receives how far the reading of lists is.
pub type ReadProgress = watch::Sender<Option<ListsRead>>;

/// Why lists of members are read, and how.
struct ListReading<'a> {
    /// The server whose share of the API's pace the reads use.
    guild: GuildId,
    /// Lists that were read before are too old.
    since: Timestamp,
    deadline: Instant,
    progress: &'a ReadProgress,
}

/// A group in the actor's scope.
#[derive(Debug, Clone)]
struct ScopedGroup {
    at: GroupRef,
    age: Option<ListAge>,
}

/// Knows the members of groups.
pub struct Memberships {
    resources: Resources,
    settings: Arc<GuildSettings>,
}

impl Memberships {
    pub(super) fn new(resources: Resources, settings: Arc<GuildSettings>) -> Self {
        Self { resources, settings }
    }

    /// Finds a person in the groups that the actor may read. Reads the lists of members that are too old, or all of them
    /// where `fresh` is true. What cannot be read is named in the result; it is an error only if nothing can be searched.
    pub async fn find(
        &self,
        actor: &Actor,
        person: &Person,
        fresh: bool,
        progress: ReadProgress,
    ) -> Result<PersonFound, UserError> {
        let (now, deadline) = (self.resources.clock.now_utc(), self.resources.clock.now() + READ_WITHIN);
        let since = if fresh { now } else { now.saturating_sub(AGE_MAX) };
        let reading = ListReading { guild: actor.guild, since, deadline, progress: &progress };
        let settings = self.settings.get(actor.guild).await?;
        settings.require(actor, Capability::GroupsRead, Target::IN_SCOPE)?;
        let mut trouble = None;
        for session in &settings.sessions {
            let read = async {
                let scope = self.scope(&settings, actor, session).await?;
                self.read_older(session, &scope, &reading).await
            };
            trouble = trouble.or(read.await.err());
        }
        // Reading may have taken minutes: the groups are shown by the rights that the actor has now.
        let settings = self.settings.get(actor.guild).await?;
        settings.require(actor, Capability::GroupsRead, Target::IN_SCOPE)?;
        let (mut groups, mut unlisted): (Vec<ScopedGroup>, _) = (Vec::new(), Vec::new());
        for session in &settings.sessions {
            match self.scope(&settings, actor, session).await {
                Ok(scope) => groups.extend(self.with_ages(session, scope).await?),
                Err(_logged) => unlisted.push(session.clone()),
            }
        }
        let found = self.search(&settings, actor, person, groups, since).await?;
        match trouble {
            Some(error) if found.searched == 0 => Err(error),
            Some(error) => {
                tracing::info!(%error, "failed to read the members of some groups");
                Ok(PersonFound { unlisted, ..found })
            }
            None => Ok(PersonFound { unlisted, ..found }),
        }
    }

    fn lists(&self) -> MemberListTable {
        self.resources.store.member_lists()
    }

    /// Returns the session's groups that the actor may read.
    async fn scope(
        &self,
        settings: &CurrentSettings,
        actor: &Actor,
        session: &SessionName,
    ) -> Result<Vec<GroupRef>, UserError> {
        let may_read = |target| settings.decide(actor, Capability::GroupsRead, target).is_allowed();
        let of_session = Target { session: Some(session), groups: Groups::InScope };
        if !may_read(of_session) {
            return Ok(Vec::new());
        }
        let listed = self.resources.group_cache.groups(session).await.map_err(Failure::of_read)?;
        let in_scope = listed.iter().filter(|line| may_read(Target::of_group(session, &line.id)));
        let group_ref = |line: &GroupSummary| GroupRef {
            session: session.clone(),
            group: line.id.clone(),
            name: Some(line.name.clone()),
            is_name_secret: false,
        };
        Ok(in_scope.map(group_ref).collect())
    }

    async fn with_ages(&self, session: &SessionName, scope: Vec<GroupRef>) -> Result<Vec<ScopedGroup>, StoreError> {
        let ages = self.lists().ages(session, self.resources.clock.now_utc()).await?;
        let with_age = |at: GroupRef| ScopedGroup { age: ages.get(&at.group).copied(), at };
        Ok(scope.into_iter().map(with_age).collect())
    }

    /// Reads the lists of these groups of one session that are too old. Of all readers of a session, one reads at a time.
    /// Lists that are not read in time, or that WhatsApp does not give, stay as they are.
    async fn read_older(
        &self,
        session: &SessionName,
        scope: &[GroupRef],
        reading: &ListReading<'_>,
    ) -> Result<(), UserError> {
        let clock = &self.resources.clock;
        loop {
            let ages = self.lists().ages(session, clock.now_utc()).await?;
            let is_due = |at: &&GroupRef| ages.get(&at.group).is_none_or(|age| age.read_at < reading.since);
            let due: Vec<GroupRef> = scope.iter().filter(is_due).cloned().collect();
            if due.is_empty() || clock.now() >= reading.deadline {
                return Ok(());
            }
            reading.progress.send_replace(Some(ListsRead { read: scope.len() - due.len(), of: scope.len() }));
            if let Some(turn) = self.lists().take_turn(session, clock.now_utc()).await? {
                let read = self.read_lists(&turn, due, scope.len(), reading).await;
                self.lists().end_turn(turn).await?;
                return read;
            }
            // Another reader may read these groups too.
            clock.sleep(ASK_EVERY).await;
        }
    }

    /// Reads the lists of the groups, until the account cannot be reached or the turn is lost. `of`: number of groups in the
    /// actor's scope.
    async fn read_lists(
        &self,
        turn: &ReaderTurn,
        due: Vec<GroupRef>,
        of: usize,
        reading: &ListReading<'_>,
    ) -> Result<(), UserError> {
        let (clock, lists) = (&self.resources.clock, self.lists());
        let api = self.resources.api.on_behalf_of(Lane { server: reading.guild.0, urgency: Urgency::Bulk });
        let mut read = of - due.len();
        let mut reads =
            stream::iter(due.into_iter().map(|at| self.read_list(&api, at))).buffer_unordered(READS_AT_ONCE);
        let mut extend_at = clock.now() + EXTEND_EVERY;
        loop {
            let next = tokio::select! {
                next = reads.next() => next,
                () = clock.sleep(extend_at.saturating_duration_since(clock.now())) => {
                    extend_at = clock.now() + EXTEND_EVERY;
                    if clock.now() >= reading.deadline || !lists.extend(turn, clock.now_utc()).await? {
                        return Ok(());
                    }
                    continue;
                }
            };
            match next {
                None => return Ok(()),
                Some(Ok(())) => {}
                // The next groups would fail for the same reason.
                Some(Err(ListError::Api(error))) if is_of_account(&error) => return Err(Failure::of_read(error).into()),
                Some(Err(ListError::Api(error))) => tracing::info!(%error, "failed to read the members of a group"),
                Some(Err(ListError::Store(error))) => return Err(error.into()),
            }
            read += 1;
            reading.progress.send_replace(Some(ListsRead { read, of }));
        }
    }

    async fn read_list(&self, api: &GroupsApi, at: GroupRef) -> Result<(), ListError> {
        let read_at = self.resources.clock.now_utc();
        let listed = api.readable_participants(&at.session, &at.group).await?;
        let list = ReadMembers { group: at.group, members: listed.entries, unread: listed.unread, read_at };
        Ok(self.lists().put(&at.session, &list).await?)
    }

    /// Searches the lists that were read since then.
    async fn search(
        &self,
        settings: &CurrentSettings,
        actor: &Actor,
        person: &Person,
        groups: Vec<ScopedGroup>,
        since: Timestamp,
    ) -> Result<PersonFound, UserError> {
        let (mut searched, mut unread) = (HashMap::new(), Vec::new());
        for ScopedGroup { at, age } in groups {
            match age.filter(|age| age.read_at >= since) {
                // A group of two accounts counts once.
                Some(age) => drop(searched.entry(at.group.clone()).or_insert((at, age))),
                None => unread.push(at),
            }
        }
        let mut named = HashSet::new();
        unread.retain(|at| !searched.contains_key(&at.group) && named.insert(at.group.clone()));
        let (found, ids) = self.follow(settings, person, &searched).await?;
        let knows_lid = ids.iter().any(|id| matches!(id, Person::Lid(_)));
        let is_in_doubt = |(at, age): &&(GroupRef, ListAge)| {
            !found.contains_key(&at.group) && (age.unread > 0 || age.without_number > 0 && !knows_lid)
        };
        let in_doubt = searched.values().filter(is_in_doubt).count();
        let as_of = searched.values().map(|(_, age)| age.read_at).min();
        let found_in = |(group, member): (GroupId, Participant)| {
            let (at, _) = searched.get(&group)?.clone();
            let shows_number = shows_numbers(settings, actor, Target::of_group(&at.session, &at.group));
            Some(FoundIn { at, member, shows_number })
        };
        let mut groups: Vec<FoundIn> = found.into_iter().filter_map(found_in).collect();
        groups.sort_by(|one, other| (&one.at.name, &one.at.group).cmp(&(&other.at.name, &other.at.group)));
        unread.sort_by(|one, other| (&one.name, &one.group).cmp(&(&other.name, &other.group)));
        let (person, searched, account) = (person.clone(), searched.len(), AccountNames::of(settings));
        let unlisted = Vec::new();
        Ok(PersonFound { person, groups, searched, unread, unlisted, in_doubt, as_of, account })
    }

    /// Returns the groups that list the person, as which member, and all ids of the person: one group may show the number
    /// with the LID, and another one the LID alone.
    async fn follow(
        &self,
        settings: &CurrentSettings,
        person: &Person,
        searched: &HashMap<GroupId, (GroupRef, ListAge)>,
    ) -> Result<(HashMap<GroupId, Participant>, Vec<Person>), StoreError> {
        let (mut found, mut ids) = (HashMap::new(), vec![person.clone()]);
        let mut new = ids.clone();
        while !new.is_empty() {
            let forms: Vec<Person> = new.iter().flat_map(Person::forms).collect();
            let mut learned = Vec::new();
            for session in &settings.sessions {
                for (group, members) in self.lists().with(session, &forms).await? {
                    if searched.get(&group).is_none_or(|(at, _)| at.session != *session) {
                        continue;
                    }
                    let index = MemberIndex::new(&members);
                    let Some(member) = new.iter().find_map(|id| index.find(id)) else { continue };
                    learned.extend(member.phone.clone().map(Person::Phone));
                    learned.extend(member.lid.clone().map(Person::Lid));
                    found.entry(group).or_insert_with(|| member.clone());
                }
            }
            new.clear();
            for id in learned {
                if ids.len() < IDS_MAX && !ids.contains(&id) {
                    ids.push(id.clone());
                    new.push(id);
                }
            }
        }
        Ok((found, ids))
    }
}

/// Why a list was not read.
#[derive(Debug, thiserror::Error)]
enum ListError {
    #[error(transparent)]
    Api(#[from] ApiError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Returns whether the error concerns all groups of the account.
fn is_of_account(error: &ApiError) -> bool {
    error.may_pass() || *error == ApiError::Unauthorized
}
