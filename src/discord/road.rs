//! From what somebody asks for to its operation. Access is decided from the interaction alone; then it is refused or
//! acknowledged at once; and only then is anything else done.

use super::visit::{Visit, Waiting};
use super::{Context, Error, approvals};
use crate::access::{Groups, Reach};
use crate::desk::{Admission, Clearance};
use crate::error::Problem;
use crate::groups_api::ids::{GroupId, SessionName};
use crate::operations::{Confirm, GroupRef, Operation, Perform};
use crate::store::What;

/// Somebody asks for something.
pub(crate) struct Asked {
    visit: Visit,
    /// The answer takes the place of the message whose button was pressed; else it is a new one.
    in_place: bool,
}

impl From<Context<'_>> for Asked {
    fn from(ctx: Context<'_>) -> Self {
        Self::anew(Visit::of_command(ctx.data(), ctx.interaction))
    }
}

impl Asked {
    pub(crate) fn anew(visit: Visit) -> Self {
        Self { visit, in_place: false }
    }

    pub(crate) fn in_place(visit: Visit) -> Self {
        Self { visit, in_place: true }
    }

    async fn acknowledge(self) -> Result<Waiting, Error> {
        if self.in_place { self.visit.defer_update().await } else { self.visit.defer().await }
    }
}

/// Something about one group, given by JID or by name. `build` makes the operation once the group is found; it is an error
/// already where it is clear before that what was typed cannot be understood.
pub(crate) async fn on_group<O, B>(wish: impl Into<Asked>, group: &str, build: Result<B, Problem>) -> Result<(), Error>
where
    O: Perform + Into<Operation>,
    B: AsyncFnOnce(GroupRef) -> Result<O, Problem>,
{
    let wish = wish.into();
    let front = wish.visit.front().clone();
    let id = group.trim().parse::<GroupId>().ok();
    let reach = Reach { session: None, groups: id.as_ref().map_or(Groups::InScope, Groups::One) };
    let admitted = match wish.visit.asker() {
        Ok(asker) => front.desk.admit(asker, O::NEEDS, reach).await,
        Err(problem) => Err(problem),
    };
    let what = What { operation: O::NAME.to_owned(), group: id.clone(), ..What::default() };
    let (admission, build) = match admitted.and_then(|admission| Ok((admission, build?))) {
        Ok(admitted) => admitted,
        Err(problem) => return wish.visit.refuse(&problem, what).await,
    };
    let waiting = wish.acknowledge().await?;
    // Whoever is asked, be it the asker, wants to read the group's name.
    let name_wanted = O::CONFIRM != Confirm::No || admission == Admission::IfApproved;
    let clearance = async {
        let at = front.desk.locate(waiting.asker(), O::NEEDS, group, name_wanted).await?;
        front.desk.clear(waiting.asker(), build(at).await?.into()).await
    };
    let clearance = clearance.await;
    go_on(waiting, clearance, what).await
}

/// Something about a session, or the server's default. `groups`: which groups it touches. `build` as for [`on_group`].
pub(crate) async fn on_session<O, B>(
    wish: impl Into<Asked>,
    session: Option<&str>,
    groups: Groups<'_>,
    build: Result<B, Problem>,
) -> Result<(), Error>
where
    O: Perform + Into<Operation>,
    B: AsyncFnOnce(SessionName) -> Result<O, Problem>,
{
    let wish = wish.into();
    let front = wish.visit.front().clone();
    let admitted = async {
        let asker = wish.visit.asker()?;
        front.desk.admit(asker, O::NEEDS, Reach { session: None, groups }).await?;
        let session = front.desk.session(asker, session).await?;
        if O::IN_ONE_SESSION {
            front.desk.admit(asker, O::NEEDS, Reach { session: Some(&session), groups }).await?;
        }
        Ok((session, build?))
    };
    let what = What { operation: O::NAME.to_owned(), ..What::default() };
    let (session, build) = match admitted.await {
        Ok(admitted) => admitted,
        Err(problem) => return wish.visit.refuse(&problem, what).await,
    };
    let waiting = wish.acknowledge().await?;
    let clearance = async { front.desk.clear(waiting.asker(), build(session).await?.into()).await };
    let clearance = clearance.await;
    go_on(waiting, clearance, what).await
}

/// Goes on as the desk says: carries out, asks its asker or somebody who may approve, or says no. Each in a box of its own,
/// so that who waits to be acknowledged does not hold the room that the largest of them needs.
async fn go_on(waiting: Waiting, clearance: Result<Clearance, Problem>, what: What) -> Result<(), Error> {
    match clearance {
        Ok(Clearance::Go(cleared)) => Box::pin(waiting.run(cleared)).await,
        Ok(Clearance::Confirm { operation, unsettled }) => Box::pin(waiting.ask(operation, unsettled)).await,
        Ok(Clearance::Ask(operation)) => Box::pin(approvals::ask(waiting, operation)).await,
        Err(problem) => Box::pin(waiting.say_no(&problem, what)).await,
    }
}
