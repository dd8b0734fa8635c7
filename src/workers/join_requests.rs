//! Tells approvals channels of requests to join. It reads the groups periodically, because no provider that has such
//! requests tells of them. Of several instances, one at a time reads the groups of a session.

use std::time::Duration;

use futures::stream::{self, StreamExt as _};
use tokio::time::timeout;
use whatsapp::SessionName;

use crate::discord::{Data, join_notices};
use crate::services::LookError;

/// Interval of the checks for what is due.
const CHECK_EVERY: Duration = Duration::from_secs(5);
/// Maximum time of a look at a session's groups. It is shorter than the interval between two looks, so that they do not
/// overlap.
const LOOK_WITHIN: Duration = Duration::from_secs(90);
/// Sessions that are read at the same time.
const AT_ONCE: usize = 4;

/// Reads who asks to join, and posts the notices. Never returns. A slow API does not delay the posts.
pub(crate) async fn run(bot_state: Data) {
    tokio::join!(look(&bot_state), post(&bot_state));
}

async fn look(bot_state: &Data) {
    loop {
        let sessions = bot_state.services.join_notices.sessions();
        let looks = sessions.into_iter().map(|session| look_at(bot_state.clone(), session));
        stream::iter(looks).buffer_unordered(AT_ONCE).collect::<()>().await;
        bot_state.clock.sleep(CHECK_EVERY).await;
    }
}

/// Looks at the groups of a session, if they are due and no other instance does.
async fn look_at(bot_state: Data, session: SessionName) {
    let looking = async {
        if bot_state.services.join_notices.begin_look(&session).await? {
            tell_of(&bot_state, &session).await?;
        }
        Ok::<_, LookError>(())
    };
    match timeout(LOOK_WITHIN, looking).await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => tracing::info!(%session, %error, "failed to read the requests to join"),
        Err(_) => tracing::info!(%session, "reading the requests to join took too long"),
    }
}

/// Reads who asks to join the groups of a session, and shows the changes of each group before it reads the next.
async fn tell_of(bot_state: &Data, session: &SessionName) -> Result<(), LookError> {
    let noticing = &bot_state.services.join_notices;
    let (mut look, mut changes) = noticing.start_look(session).await?;
    loop {
        for change in changes {
            join_notices::tell(bot_state, change).await;
        }
        match noticing.next_of(&mut look).await? {
            Some(next) => changes = next,
            None => return Ok(()),
        }
    }
}

async fn post(bot_state: &Data) {
    loop {
        if let Err(error) = join_notices::post_waiting(bot_state).await {
            tracing::warn!(%error, "failed to read the notices of requests to join");
        }
        bot_state.clock.sleep(CHECK_EVERY).await;
    }
}
