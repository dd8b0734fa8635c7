//! The buttons below a page of a list: what they lead to is in their `custom_id`, and what may be seen there is decided
//! again at the press.

use std::time::Duration;

use serenity::all::ComponentInteraction;

use super::reply::{Listed, Turn};
use super::road::{Asked, on_group, on_session};
use super::visit::Visit;
use super::{Data, Error};
use crate::access::{Capability, Groups};
use crate::error::{Ambiguous, Problem};
use crate::operations::{GroupLine, ListGroups, ListMembers};
use crate::store::What;

/// A page that was turned longer ago is old news.
const GOOD_FOR: Duration = Duration::from_secs(5 * 60);

pub(super) async fn turn(front: &Data, interaction: &ComponentInteraction, to: &Turn) -> Result<(), Error> {
    let visit = Visit::of_component(front, interaction);
    if is_old(front, interaction) {
        return visit.refuse(&Problem::PageGone, What::default()).await;
    }
    let page = to.page;
    match &to.of {
        Listed::Namesakes { needs, name } => namesakes(visit, *needs, name, page).await,
        Listed::Groups { session, search } => {
            let search = search.clone();
            let build = Ok(async move |session| Ok(ListGroups { session, search, page }));
            on_session(Asked::in_place(visit), Some(session), Groups::InScope, build).await
        }
        Listed::Members { group } => {
            on_group(Asked::in_place(visit), group.as_str(), Ok(async move |at| Ok(ListMembers { at, page }))).await
        }
    }
}

/// Another page of the groups of one name: those that the presser may use it on now.
async fn namesakes(visit: Visit, needs: Capability, name: &str, page: usize) -> Result<(), Error> {
    let waiting = visit.defer_update().await?;
    let problem = match waiting.front().desk.locate(waiting.asker(), needs, name, false).await {
        Err(Problem::AmbiguousGroup(all)) => Problem::AmbiguousGroup(Ambiguous { page, ..all }),
        Err(problem) => problem,
        // The others are gone.
        Ok(at) => {
            let only = GroupLine { id: at.group, name: name.to_owned(), size: None };
            Problem::AmbiguousGroup(Ambiguous { needs, name: name.to_owned(), groups: vec![only], page })
        }
    };
    waiting.say_no(&problem, What::default()).await
}

/// Whether the message was written, or last turned, too long ago.
pub(super) fn is_old(front: &Data, interaction: &ComponentInteraction) -> bool {
    let message = &interaction.message;
    let written = message.edited_timestamp.unwrap_or(message.timestamp).unix_timestamp();
    let now = i64::try_from(front.clock.unix().as_secs()).unwrap_or(i64::MAX);
    now.saturating_sub(written) > i64::try_from(GOOD_FOR.as_secs()).unwrap_or(i64::MAX)
}
