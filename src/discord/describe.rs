//! `/wa-group describe` without a text: a modal with the present text in it. A modal must be the first answer, within
//! three seconds; where the API takes longer to give the present text, a button opens it once it is there.

use std::time::Duration;

use serenity::all::{ComponentInteraction, ModalInteraction};

use super::reply::{self, Edit};
use super::road::{Asked, on_group};
use super::visit::{Visit, typed_in};
use super::{Context, Data, Error};
use crate::access::{Capability, Groups, Reach};
use crate::error::Problem;
use crate::groups_api::ids::GroupId;
use crate::operations::{DescribeGroup, Description, GroupRef, Perform as _};
use crate::store::What;

/// How long the first answer waits for the API.
const PATIENCE: Duration = Duration::from_millis(1_500);
const NEEDS: Capability = DescribeGroup::NEEDS;

pub(crate) async fn ask(ctx: Context<'_>, group: &str) -> Result<(), Error> {
    open(ctx.data(), Visit::of_command(ctx.data(), ctx.interaction), group).await
}

/// The button was pressed that opens the modal.
pub(super) async fn edit(front: &Data, interaction: &ComponentInteraction, edit: &Edit) -> Result<(), Error> {
    open(front, Visit::of_component(front, interaction), edit.group.as_str()).await
}

/// The modal was sent off.
pub(super) async fn sent_off(front: &Data, interaction: &ModalInteraction, edit: &Edit) -> Result<(), Error> {
    let written = reply::text_field(typed_in(interaction)).unwrap_or_default();
    let asked = Asked::anew(Visit::of_modal(front, interaction).with_draft(written));
    let text = Description::parse(written).map_err(Problem::from);
    on_group(asked, edit.group.as_str(), text.map(|text| async move |at| Ok(DescribeGroup { at, text }))).await
}

async fn open(front: &Data, visit: Visit, group: &str) -> Result<(), Error> {
    let id = group.trim().parse::<GroupId>().ok();
    let what = What { operation: DescribeGroup::NAME.to_owned(), group: id.clone(), ..What::default() };
    let reach = Reach { session: None, groups: id.as_ref().map_or(Groups::InScope, Groups::One) };
    let asker = match visit.asker() {
        Ok(asker) => asker.clone(),
        Err(problem) => return visit.refuse(&problem, what).await,
    };
    if let Err(problem) = front.desk.admit(&asker, NEEDS, reach).await {
        return visit.refuse(&problem, what).await;
    }
    let present = async {
        let at = front.desk.locate(&asker, NEEDS, group, true).await?;
        let text = front.desk.description(&asker, &at).await?;
        Ok::<(GroupRef, String), Problem>((at, text))
    };
    let mut present = Box::pin(present);
    let early = tokio::select! {
        present = &mut present => Some(present),
        () = front.clock.sleep(PATIENCE) => None,
    };
    match early {
        Some(Ok((at, text))) => {
            let modal = reply::describe(visit.language(), &at, &text);
            visit.open(&modal).await
        }
        Some(Err(problem)) => visit.refuse(&problem, what).await,
        None => {
            let waiting = visit.defer().await?;
            match present.await {
                Ok((at, _)) => waiting.answer(&reply::describe_ready(waiting.language(), &at)).await,
                Err(problem) => waiting.say_no(&problem, what).await,
            }
        }
    }
}
