//! `/wa-session list`: the sessions that a server may use, with their connection.

use groups_api::{GroupsApi, Session};
use serde::{Deserialize, Serialize};

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
        Ok(SessionsListed { sessions })
    }
}
