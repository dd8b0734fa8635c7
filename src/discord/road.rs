//! From a slash command to its operation. Access is decided from the interaction alone; then it is refused or
//! acknowledged at once; and only then is anything else done.

use super::visit::{Visit, Waiting};
use super::{Context, Error, approvals};
use crate::access::{Groups, Reach};
use crate::desk::{Admission, Clearance};
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
    let admitted = match visit.asker() {
        Ok(asker) => desk.admit(asker, O::NEEDS, reach).await,
        Err(problem) => Err(problem),
    };
    let what = What { operation: O::NAME.to_owned(), group: id.clone(), ..What::default() };
    let (admission, build) = match admitted.and_then(|admission| Ok((admission, build?))) {
        Ok(admitted) => admitted,
        Err(problem) => return visit.refuse(&problem, what).await,
    };
    let waiting = visit.defer().await?;
    // Whoever is asked, be it the asker, wants to read the group's name.
    let name_wanted = O::CONFIRM != Confirm::No || admission == Admission::IfApproved;
    let clearance = match desk.locate(waiting.asker(), O::NEEDS, group, name_wanted).await {
        Ok(at) => desk.clear(waiting.asker(), build(at).into()).await,
        Err(problem) => Err(problem),
    };
    go_on(waiting, clearance, what).await
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
    let clearance = async {
        let asker = visit.asker()?;
        desk.admit(asker, O::NEEDS, Reach { session: None, groups }).await?;
        let session = desk.session(asker, session).await?;
        desk.clear(asker, build?(session).into()).await
    };
    let clearance = clearance.await;
    let what = What { operation: O::NAME.to_owned(), ..What::default() };
    match clearance {
        Ok(clearance) => go_on(visit.defer().await?, Ok(clearance), what).await,
        Err(problem) => visit.refuse(&problem, what).await,
    }
}

/// Goes on as the desk says: carries out, asks its asker or somebody who may approve, or says no.
async fn go_on(waiting: Waiting, clearance: Result<Clearance, Problem>, what: What) -> Result<(), Error> {
    match clearance {
        Ok(Clearance::Go(cleared)) => waiting.run(cleared).await,
        Ok(Clearance::Confirm(operation)) => waiting.ask(operation).await,
        Ok(Clearance::Ask(operation)) => approvals::ask(waiting, operation).await,
        Err(problem) => waiting.say_no(&problem, what).await,
    }
}
