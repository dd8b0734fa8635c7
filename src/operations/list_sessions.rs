//! `/wa-session list`: the sessions that a server may use, with their connection.

use serde::{Deserialize, Serialize};

use super::{Failure, Outcome, Perform};
use crate::access::{Capability, Groups, Reach};
use crate::groups_api::GroupsApi;
use crate::groups_api::ids::SessionName;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListSessions {
    /// The server's; the account may have others, which are nobody's business here.
    pub sessions: Vec<SessionName>,
}

impl Perform for ListSessions {
    const NAME: &'static str = "sessions.list";
    const NEEDS: Capability = Capability::GroupsRead;
    const CHANGES: bool = false;

    fn reach(&self) -> Reach<'_> {
        Reach { session: None, groups: Groups::InScope }
    }

    async fn run(&self, api: &GroupsApi) -> Result<Outcome, Failure> {
        let mut sessions = api.sessions().await.map_err(Failure::of_read)?;
        sessions.retain(|session| self.sessions.contains(&session.name));
        let place = |name: &SessionName| self.sessions.iter().position(|wanted| wanted == name);
        sessions.sort_by_key(|session| place(&session.name));
        Ok(Outcome::Sessions { sessions })
    }
}
