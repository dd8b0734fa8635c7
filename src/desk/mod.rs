//! The road that every operation takes: access → confirmation → journal: begun → groups API → journal: ended. Commands,
//! buttons and modals all come in here, and nothing reaches the groups API by another way.

mod access;
mod audit;
mod audit_export;
mod authority;
mod locate;
mod log_channel;
mod lookups;
mod refusals;
mod requests;
mod run;
mod servers;
mod team;
mod unsettled;
mod unwritten;
mod writer;

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use dashmap::{DashMap, DashSet};
use secrecy::SecretString;
use tokio::sync::Notify;

pub use access::Giving;
pub use audit::{CaseFilter, CasePage, LOOKED_THROUGH_MAX};
pub use audit_export::Export;
pub use authority::{Members, Membership};
pub use log_channel::{LogChannel, LogTrouble};
pub use refusals::MoreRefusals;
pub use requests::{Approval, OPEN_MAX, Telling};
pub use run::{Done, Ended, Progress, Recovery, Running, Which, result_of};
pub use servers::Current;
pub use team::{BEAT_EVERY, Team};
pub use unsettled::{Recheck, is_unconfirmed};

use lookups::Lookups;
use refusals::Refusals;
use servers::Servers;
use unwritten::Unwritten;

use crate::access::{Asker, Capability, ChannelId, GuildId, InteractionId, Reach, Server};
use crate::clock::Clock;
use crate::compute::Compute;
use crate::directory::Directory;
use crate::error::Problem;
use crate::groups_api::GroupsApi;
use crate::language::Language;
use crate::operations::{Confirm, Operation, Region};
use crate::store::{End, Entry, KeptId, LogClosure, Pending, Rates, RequestId, Store, StoreError, Ticket, What};

/// How long a confirmation is good (`commands.md`, "Confirmation").
pub const CONFIRM_WITHIN: Duration = Duration::from_secs(60);
/// How much time the window has in which a name is typed. Discord does not say when it is dismissed. The buttons must go
/// before the interaction's token is dead (Discord: 15 minutes).
const TYPE_WITHIN: Duration = Duration::from_secs(10 * 60);
/// A window must be opened within 3 s: the store is not waited for longer.
const EXTEND_WITHIN: Duration = Duration::from_secs(1);
/// How long what was confirmed may be looked at before it begins: an answer to it cannot come later (Discord: 15 minutes).
const LOOK_WITHIN: Duration = Duration::from_secs(15 * 60);
/// More questions than this are not asked at once: in all servers, and in one.
const QUESTIONS_MAX: usize = 10_000;
const QUESTIONS_OF_SERVER: usize = 1_000;

pub struct Desk {
    servers: Servers,
    api: GroupsApi,
    directory: Directory,
    store: Store,
    team: Team,
    clock: Clock,
    compute: Compute,
    /// Most characters of a new group's name.
    name_chars: usize,
    /// Whose national phone numbers are understood.
    region: Option<Region>,
    rates: Rates,
    lookups: Lookups,
    refusals: Refusals,
    /// How long a request for approval is good.
    expire_after: Duration,
    /// Interactions that this copy works on.
    running: Arc<DashSet<InteractionId>>,
    /// Those whose beginning could not be written down, as far as was said: should it be there all the same, it is only
    /// looked at, for its asker was told that nothing was done.
    unconfirmed: DashSet<InteractionId>,
    /// The questions that this copy has asked, so that an answer to one waits for no disk.
    questions: DashMap<KeptId, Pending>,
    /// What the store did not take yet.
    unwritten: Mutex<VecDeque<Unwritten>>,
    /// Log channels that refuse entries, as they were last read.
    log_closures: DashMap<GuildId, LogClosure>,
    /// Told when the journal has something new for a log channel.
    news: Notify,
    /// Requests whose approver was told of the same change, requested at that time (since 1970), that is not confirmed.
    warned: DashMap<RequestId, Duration>,
    /// Requests that this copy is telling people of.
    telling: Arc<DashSet<RequestId>>,
}

/// Somebody asks, in a channel, by one interaction.
#[derive(Debug, Clone)]
pub struct Request {
    pub asker: Asker,
    pub channel: ChannelId,
    pub interaction: InteractionId,
    /// What an answer needs, now or after a restart: the bot's application, and the interaction's token.
    pub application: u64,
    pub token: SecretString,
    /// In which the asker is answered.
    pub language: Language,
}

/// An operation that access was granted for, and that was confirmed where it must be. Only the desk makes one.
#[derive(Debug)]
pub struct Cleared {
    operation: Operation,
    /// The question that was answered with yes, or the request that was approved. It is used up in the moment in which the
    /// operation begins.
    ticket: Option<Ticket>,
    /// Of a question, since 1970.
    good_until: Option<Duration>,
}

impl Cleared {
    pub fn operation(&self) -> &Operation {
        &self.operation
    }
}

/// What is to be done with an operation that may be carried out.
#[derive(Debug)]
pub enum Clearance {
    Go(Cleared),
    /// The asker must confirm it first. `unsettled`: when the same change was asked for (since 1970), where that is not
    /// settled yet.
    Confirm {
        operation: Operation,
        unsettled: Option<Duration>,
    },
    /// Somebody must approve it first.
    Ask(Operation),
}

/// How an asker may get what they ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Admission {
    Free,
    /// Somebody must approve it.
    IfApproved,
}

/// What a desk is made of.
pub struct Parts {
    pub servers: HashMap<GuildId, Server>,
    pub api: GroupsApi,
    pub directory: Directory,
    pub store: Store,
    pub team: Team,
    pub clock: Clock,
    pub compute: Compute,
    pub name_chars: usize,
    pub region: Option<Region>,
    pub rates: Rates,
    pub expire_after: Duration,
}

impl Desk {
    pub fn new(parts: Parts) -> Self {
        let Parts { servers, api, directory, store, team, clock, compute, name_chars, region, rates, expire_after } =
            parts;
        Self {
            servers: Servers::new(servers, store.clone()),
            api,
            directory,
            store,
            team,
            clock,
            compute,
            name_chars,
            region,
            rates,
            lookups: Lookups::new(rates.lookups_per_minute),
            refusals: Refusals::default(),
            expire_after,
            running: Arc::default(),
            unconfirmed: DashSet::new(),
            questions: DashMap::new(),
            warned: DashMap::new(),
            unwritten: Mutex::default(),
            log_closures: DashMap::new(),
            news: Notify::new(),
            telling: Arc::default(),
        }
    }

    pub fn store(&self) -> &Store {
        &self.store
    }

    pub fn team(&self) -> &Team {
        &self.team
    }

    pub fn name_chars(&self) -> usize {
        self.name_chars
    }

    pub fn region(&self) -> Option<Region> {
        self.region
    }

    /// The rules of the asker's server, as they are now.
    pub async fn server(&self, asker: &Asker) -> Result<Current, Problem> {
        self.servers.get(asker.guild).await.ok_or(Problem::ServerNotConfigured)
    }

    pub async fn approvals_channel(&self, guild: GuildId) -> Option<ChannelId> {
        self.servers.get(guild).await?.approvals.channel
    }

    /// Whether the asker has the capability.
    pub async fn permit(&self, asker: &Asker, needs: Capability, reach: Reach<'_>) -> Result<(), Problem> {
        self.server(asker).await?.permit(asker, needs, reach)
    }

    /// Whether the asker has the capability or may ask for it, as far as the interaction alone shows what they mean. What
    /// it lets through is decided again, in full, by [`Self::clear`].
    pub async fn admit(&self, asker: &Asker, needs: Capability, reach: Reach<'_>) -> Result<Admission, Problem> {
        let server = self.server(asker).await?;
        server.admit(asker, needs, reach)?;
        match (server.decide(asker, needs, reach), server.approvals.channel) {
            (Ok(()), _) => Ok(Admission::Free),
            (Err(_), Some(_)) => Ok(Admission::IfApproved),
            (Err(_), None) => Err(Problem::NoApprovalsChannel { needs }),
        }
    }

    /// Decides access, and whether the asker must confirm it, or somebody else approve.
    pub async fn clear(&self, asker: &Asker, operation: Operation) -> Result<Clearance, Problem> {
        let server = self.server(asker).await?;
        let (needs, reach) = (operation.needs(), operation.reach());
        server.admit(asker, needs, reach)?;
        if server.decide(asker, needs, reach).is_err() {
            return Ok(Clearance::Ask(operation));
        }
        let unsettled = self.unsettled(&operation).await?;
        if operation.confirm() == Confirm::No && unsettled.is_none() {
            Ok(Clearance::Go(Cleared { operation, ticket: None, good_until: None }))
        } else {
            Ok(Clearance::Confirm { operation, unsettled })
        }
    }

    /// Keeps an operation until its asker confirms it. `unsettled` as in [`Clearance::Confirm`].
    pub async fn keep(
        &self,
        request: &Request,
        operation: Operation,
        unsettled: Option<Duration>,
    ) -> Result<KeptId, Problem> {
        let guild = request.asker.guild;
        let of_server = || self.questions.iter().filter(|question| question.guild == guild).count();
        if self.questions.len() >= QUESTIONS_MAX || of_server() >= QUESTIONS_OF_SERVER {
            return Err(Problem::Busy);
        }
        let pending = Pending {
            id: KeptId::new(),
            guild: request.asker.guild,
            user: request.asker.user,
            operation,
            good_until: self.clock.unix() + CONFIRM_WITHIN,
            unsettled,
            interaction: request.interaction,
            application: request.application,
            token: request.token.clone(),
            language: request.language,
        };
        self.store.kept().keep(&pending).await?;
        let id = pending.id;
        self.questions.insert(id, pending);
        Ok(id)
    }

    /// What waits for this asker's confirmation, access decided again.
    pub async fn awaiting(&self, asker: &Asker, id: KeptId) -> Result<Operation, Problem> {
        self.pending(asker, id).await.map(|pending| pending.operation)
    }

    async fn pending(&self, asker: &Asker, id: KeptId) -> Result<Pending, Problem> {
        let mut known = self.questions.get(&id).map(|pending| pending.clone());
        if known.as_ref().is_none_or(|pending| pending.good_until <= self.clock.unix()) {
            // Another copy of the bot has asked or has given it more time, or an earlier run of it.
            known = self.store.kept().look(id).await?;
        }
        let pending = known.ok_or(Problem::ConfirmationGone)?;
        if pending.guild != asker.guild || pending.user != asker.user {
            return Err(Problem::NotYours);
        }
        if pending.good_until <= self.clock.unix() {
            return Err(Problem::ConfirmationGone);
        }
        self.permit(asker, pending.operation.needs(), pending.operation.reach()).await?;
        Ok(pending)
    }

    /// Clears what waits. `typed` is what the asker typed, where a name is wanted. [`Problem::Unsettled`] where the same
    /// change was requested since, and is not confirmed: the question did not say so.
    pub async fn confirm(&self, asker: &Asker, id: KeptId, typed: Option<&str>) -> Result<Cleared, Problem> {
        let Pending { operation, good_until, unsettled: said, .. } = self.pending(asker, id).await?;
        if !operation.is_confirmed_by(typed) {
            return Err(Problem::WrongName);
        }
        if let Some(since) = self.unsettled(&operation).await?
            && said.is_none_or(|said| since > said)
        {
            return Err(Problem::Unsettled { since });
        }
        Ok(Cleared { operation, ticket: Some(Ticket::Question(id)), good_until: Some(good_until) })
    }

    /// Gives a question more time while its asker types a name into a window, once. Where the store does not take it, the
    /// question runs out as it would have.
    pub async fn extend(&self, id: KeptId) {
        let now = self.clock.unix();
        let until = now + TYPE_WITHIN;
        let kept = self.store.kept();
        match tokio::time::timeout(EXTEND_WITHIN, kept.extend(id, until, now)).await {
            Ok(Ok(true)) => {
                if let Some(mut pending) = self.questions.get_mut(&id) {
                    pending.good_until = until;
                }
            }
            Ok(Ok(false)) => {}
            Ok(Err(error)) => tracing::warn!(%error, "failed to extend a confirmation"),
            Err(_) => tracing::warn!("failed to extend a confirmation: the store is slow"),
        }
    }

    /// Keeps a question, which was answered with yes in time, from running out while its operation is looked at.
    /// [`Problem::Elsewhere`] where another press has it.
    pub async fn hold(&self, cleared: &Cleared) -> Result<(), Problem> {
        let (Some(Ticket::Question(id)), now) = (cleared.ticket, self.clock.unix()) else { return Ok(()) };
        if self.store.kept().hold(id, now + LOOK_WITHIN).await? {
            return Ok(());
        }
        // Or it ran out in this very moment.
        let is_in_time = cleared.good_until.is_some_and(|until| until > now);
        Err(if is_in_time { Problem::Elsewhere } else { Problem::ConfirmationGone })
    }

    /// Drops what waits; whether it still did.
    pub async fn withdraw(&self, id: KeptId) -> Result<bool, StoreError> {
        self.questions.remove(&id);
        self.store.kept().withdraw(id).await
    }

    /// Takes the questions that have run out, so that their buttons can be taken away; each is given to one copy.
    pub async fn run_out(&self) -> Result<Vec<Pending>, StoreError> {
        let now = self.clock.unix();
        self.questions.retain(|_, pending| pending.good_until > now);
        let mut gone = Vec::new();
        for pending in self.store.kept().run_out(now, 100).await? {
            if self.store.kept().expire(pending.id, now).await? {
                gone.push(pending);
            }
        }
        Ok(gone)
    }

    /// Writes down what has ended already; whether nobody had before.
    async fn record(&self, entry: &Entry, end: &End, ticket: Option<Ticket>) -> Result<bool, StoreError> {
        let (me, now) = (self.team.me(), self.clock.unix());
        let case = self.store.journal().record(entry, end, ticket, me, now).await?;
        Ok(case.map(|_| self.log_has_news()).is_some())
    }

    /// What waits for somebody's press, in the words of the journal.
    pub async fn what_waits(&self, id: KeptId) -> What {
        let known = self.questions.get(&id).map(|pending| What::from(&pending.operation));
        match known {
            Some(what) => what,
            None => self
                .store
                .kept()
                .look(id)
                .await
                .ok()
                .flatten()
                .map(|found| What::from(&found.operation))
                .unwrap_or_default(),
        }
    }
}

fn entry(request: &Request, what: What) -> Entry {
    Entry {
        guild: request.asker.guild,
        channel: request.channel,
        user: request.asker.user,
        interaction: request.interaction,
        what,
    }
}
