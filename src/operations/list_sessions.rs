//! `/wa-session list`: the sessions that a server may use, with their connection.

use std::collections::BTreeMap;

use groups_api::{GroupsApi, Session};
use serde::{Deserialize, Serialize};
use usher_clock::Timestamp;
use whatsapp::SessionName;

use super::{ActsOn, Failure, MaySee, OperationOutcome, Perform, Read};
use crate::access::Capability;

/// The key may see sessions of other servers too; the services filter them out of the outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListSessions {}

impl Perform for ListSessions {
    type Outcome = SessionsListed;

    const NAME: &'static str = "sessions.list";
    const NEEDS: Capability = Capability::GroupsRead;
    const IN_ONE_SESSION: bool = false;

    fn acts_on(&self) -> ActsOn<'_> {
        ActsOn::Server
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionsListed {
    pub sessions: Vec<Session>,
    /// What Usher itself knows of them. The services add it, for the reply only.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub facts: BTreeMap<SessionName, AccountFacts>,
}

/// What Usher knows of an account beside its session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountFacts {
    /// Since when it is connected, or is not. `None` if Usher did not see that begin.
    #[serde(default, with = "usher_clock::optional_seconds")]
    pub since: Option<Timestamp>,
    /// How many more people it may ask WhatsApp to add in these 24 hours. `None` if they could not be counted.
    pub left: Option<usize>,
}

impl OperationOutcome for SessionsListed {
    fn restrict(&mut self, may_see: &MaySee<'_>) {
        self.sessions.retain(|session| may_see(&session.name, None));
    }
}

impl Read for ListSessions {
    async fn run(&self, api: &GroupsApi) -> Result<SessionsListed, Failure> {
        let mut sessions = api.sessions().await.map_err(Failure::of_read)?;
        sessions.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(SessionsListed { sessions, facts: BTreeMap::new() })
    }
}
