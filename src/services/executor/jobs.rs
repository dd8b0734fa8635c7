//! Long jobs: which of them run, and requests that they stop.

use super::Executor;
use crate::access::{Actor, Capability, InteractionId};
use crate::error::UserError;
use crate::store::{AuditId, AuditSubject};

/// Maximum jobs in the list of jobs to stop.
const STOPPABLE_MAX: usize = 100;

/// Identifies a job.
#[derive(Debug, Clone, Copy)]
pub enum Which {
    /// The job of an interaction: its button names it.
    Interaction(InteractionId),
    Case(AuditId),
}

/// What a request to stop a job found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FoundJob {
    /// It runs, and stops after its current request.
    Running,
    /// It had ended, and the operation that was to continue it is cancelled.
    Scheduled,
    None,
}

impl Executor {
    /// Requests that a job stop, whichever instance runs it, or cancels the operation that continues it. The job must be
    /// the actor's own, or one whose access `actor` manages.
    pub async fn stop(&self, actor: &Actor, which: Which) -> Result<FoundJob, UserError> {
        let journal = self.resources.store.journal();
        let row = match which {
            Which::Interaction(interaction) => journal.of_interaction(interaction).await?,
            Which::Case(case) => journal.find(actor.guild, case).await?,
        };
        let Some(row) = row.filter(|row| row.entry.guild == actor.guild) else { return Ok(FoundJob::None) };
        let scheduled = self.resources.store.schedule().after(row.case).await?;
        if row.ended.is_some() && scheduled.is_none() {
            return Ok(FoundJob::None);
        }
        if row.entry.user != actor.user {
            let settings = self.settings.get(actor.guild).await?;
            settings.require(actor, Capability::AccessManage, row.entry.what.target())?;
        }
        let is_stopped = match scheduled {
            None => journal.stop(row.case, actor.user).await?.then_some(FoundJob::Running),
            Some(next) => self.cancel_scheduled(&next, actor.user).await?.then_some(FoundJob::Scheduled),
        };
        Ok(is_stopped.unwrap_or(FoundJob::None))
    }

    /// Returns the jobs that `actor` may stop, newest first, and then those that are to be continued.
    pub async fn stoppable(&self, actor: &Actor) -> Result<Vec<(AuditId, AuditSubject)>, UserError> {
        let (settings, store) = (self.settings.get(actor.guild).await?, &self.resources.store);
        let running = store.journal().open_in(actor.guild, STOPPABLE_MAX).await?;
        let scheduled = store.schedule().of_guild(actor.guild, STOPPABLE_MAX).await?;
        let continued = scheduled.iter().filter_map(|one| Some((one.after?, AuditSubject::from(&one.operation))));
        let mut jobs: Vec<_> = running.into_iter().map(|row| (row.case, row.entry.what)).chain(continued).collect();
        jobs.retain(|(_, what)| settings.decide(actor, Capability::AccessManage, what.target()).is_allowed());
        Ok(jobs)
    }
}
