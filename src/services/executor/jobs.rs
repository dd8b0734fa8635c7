//! Long jobs: which of them run, and requests that they stop.

use super::Executor;
use crate::access::{Actor, Capability, InteractionId};
use crate::error::UserError;
use crate::store::{AuditId, AuditRecord};

/// Maximum jobs in the list of jobs to stop.
const STOPPABLE_MAX: usize = 100;

/// Identifies a job.
#[derive(Debug, Clone, Copy)]
pub enum Which {
    /// The job of an interaction: its button names it.
    Interaction(InteractionId),
    Case(AuditId),
}

impl Executor {
    /// Requests that a job stop, whichever instance runs it. The job must be the actor's own, or one whose access
    /// `actor` manages. Returns whether it is running.
    pub async fn stop(&self, actor: &Actor, which: Which) -> Result<bool, UserError> {
        let journal = self.resources.store.journal();
        let row = match which {
            Which::Interaction(interaction) => journal.of_interaction(interaction).await?,
            Which::Case(case) => journal.find(actor.guild, case).await?,
        };
        let Some(row) = row.filter(|row| row.entry.guild == actor.guild && row.ended.is_none()) else {
            return Ok(false);
        };
        if row.entry.user != actor.user {
            let settings = self.settings.get(actor.guild).await?;
            settings.require(actor, Capability::AccessManage, row.entry.what.target())?;
        }
        Ok(journal.stop(row.case, actor.user).await?)
    }

    /// Returns the jobs that `actor` may stop, newest first.
    pub async fn stoppable(&self, actor: &Actor) -> Result<Vec<AuditRecord>, UserError> {
        let settings = self.settings.get(actor.guild).await?;
        let mut rows = self.resources.store.journal().open_in(actor.guild, STOPPABLE_MAX).await?;
        rows.retain(|row| settings.decide(actor, Capability::AccessManage, row.entry.what.target()).is_allowed());
        Ok(rows)
    }
}
