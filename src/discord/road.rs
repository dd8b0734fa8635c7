//! From a slash command to its operation. Access is decided from the interaction alone; then it is refused or
//! acknowledged at once; and only then is anything else done.

use super::visit::Visit;
use super::{Context, Error};
use crate::access::{Groups, Reach};
use crate::error::Problem;
use crate::groups_api::ids::{GroupId, SessionName};
use crate::operations::{Confirm, GroupRef, Operation, Perform};
use crate::store::What;

/// A command about one group, given by JID or by name. `build` makes the operation once the group is found; it is an error
/// already where other options cannot be understood.
pub(crate) async fn on_group<O, B>(ctx: Context<'_>, group: &str, build: Result<B, Problem>) -> Result<(), Error>
where
    O: Perform + Into<Operation>,
    B: FnOnce(GroupRef) -> O,
{
    let visit = Visit::of_command(ctx.data(), ctx.interaction);
    let id = group.trim().parse::<GroupId>().ok();
    let reach = Reach { session: None, groups: id.as_ref().map_or(Groups::InScope, Groups::One) };
    let desk = &ctx.data().desk;
    let admitted = visit.asker().and_then(|asker| desk.admit(asker, O::NEEDS, reach));
    let what = What { operation: O::NAME.to_owned(), group: id.clone(), ..What::default() };
    let build = match admitted.and(build) {
        Ok(build) => build,
        Err(problem) => return visit.refuse(&problem, what).await,
    };
    let waiting = visit.defer().await?;
    let found = desk.locate(waiting.asker(), O::NEEDS, group, O::CONFIRM != Confirm::No).await;
    let clearance = found.and_then(|at| desk.clear(waiting.asker(), build(at).into()));
    waiting.go_on(clearance, what).await
}

/// A command about a session, or the server's default. `groups`: which groups it touches.
pub(crate) async fn on_session<O, B>(
    ctx: Context<'_>,
    session: Option<&str>,
    groups: Groups<'_>,
    build: Result<B, Problem>,
) -> Result<(), Error>
where
    O: Perform + Into<Operation>,
    B: FnOnce(SessionName) -> O,
{
    let visit = Visit::of_command(ctx.data(), ctx.interaction);
    let desk = &ctx.data().desk;
    let clearance = visit.asker().and_then(|asker| {
        desk.admit(asker, O::NEEDS, Reach { session: None, groups })?;
        let session = desk.session(asker, session)?;
        desk.clear(asker, build?(session).into())
    });
    let what = What { operation: O::NAME.to_owned(), ..What::default() };
    match clearance {
        Ok(clearance) => visit.defer().await?.go_on(Ok(clearance), what).await,
        Err(problem) => visit.refuse(&problem, what).await,
    }
}
