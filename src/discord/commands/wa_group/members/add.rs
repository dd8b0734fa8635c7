//! `/wa-group members add`. Without people, it opens a window with a field for them.

use serenity::all::Attachment;

use crate::discord::components::CustomId;
use crate::discord::interaction::pipeline::authorize_on_group;
use crate::discord::interaction::refused::{NOT_SHOWN, what_was_meant};
use crate::discord::interaction::{PipelineRequest, Responder};
use crate::discord::lists::{self, on_people_of_group};
use crate::discord::{Context, Error, autocomplete, reply};
use crate::error::InputError;
use crate::operations::{AddMembers, GroupRef, Labels, Perform as _};
use crate::store::AuditSubject;

/// Add people to a WhatsApp group
#[poise::command(slash_command)]
pub(super) async fn add(
    ctx: Context<'_>,
    #[description = "The group: type a part of its name"]
    #[autocomplete = "autocomplete::group::<AddMembers>"]
    group: String,
    #[description = "Phone numbers, for example +55 11 99999-9999; leave out for a window to paste many"]
    members: Option<String>,
    #[description = "File with people to add: text, CSV, contacts (.vcf) or a spreadsheet"] file: Option<Attachment>,
) -> Result<(), Error> {
    let given = lists::source(members.as_deref(), file.as_ref());
    if members.is_none() && matches!(given, Ok(None)) {
        return open(Responder::of_command(ctx.data(), ctx.interaction), group).await;
    }
    on_people_of_group(ctx, &group, given, Ok(nobody_yet)).await
}

/// Opens the window, for the command and for the button below a group. Access is decided before.
pub(in crate::discord) async fn open(responder: Responder, group: String) -> Result<(), Error> {
    if let Err(problem) = authorize_on_group::<AddMembers>(&responder, &group).await {
        let what = what_was_meant::<AddMembers>(&responder, &group, NOT_SHOWN).await;
        return responder.refuse(&problem, what).await;
    }
    let id = CustomId::AddPeople(group);
    if !id.fits() {
        let what = AuditSubject::of(AddMembers::NAME);
        return responder.refuse(&InputError::OptionMissing(&["members", "file"]).into(), what).await;
    }
    let modal = reply::people_window(responder.language(), id);
    responder.open(&modal).await
}

/// Handles the submitted window, in which the user `typed` the people.
pub(in crate::discord) async fn submit(responder: Responder, group: &str, typed: Option<&str>) -> Result<(), Error> {
    let text = typed.unwrap_or_default();
    let request = PipelineRequest::new(responder.with_draft(text));
    on_people_of_group(request, group, lists::source(Some(text), None), Ok(nobody_yet)).await
}

/// Returns the operation before its list was read.
pub(in crate::discord) fn nobody_yet(at: GroupRef) -> AddMembers {
    AddMembers { at, people: Vec::new(), labels: Labels::default(), most: None, rest_later: false }
}
