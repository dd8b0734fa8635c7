//! `/wa-session list`: the sessions that a server may use, with their connection.

use groups_api::GroupsApi;
use serde::{Deserialize, Serialize};

use super::{Failure, Outcome, Perform, Read};
use crate::access::{Capability, Target};

/// The key may see sessions of other servers too; the services filter them out of the outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListSessions {}

impl Perform for ListSessions {
    const NAME: &'static str = "sessions.list";
    const NEEDS: Capability = Capability::GroupsRead;
    const IN_ONE_SESSION: bool = false;

    fn target(&self) -> Target<'_> {
        Target::IN_SCOPE
    }
}

impl Read for ListSessions {
    async fn run(&self, api: &GroupsApi) -> Result<Outcome, Failure> {
        let mut sessions = api.sessions().await.map_err(Failure::of_read)?;
        sessions.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(Outcome::Sessions { sessions })
    }
}
