use whatsapp::{GroupSetting, Who};

use crate::discord::interaction::pipeline::{on_group, on_group_if};
use crate::discord::{Context, Error, autocomplete};
use crate::error::{InputError, UserError};
use crate::operations::{ChangeSettings, ShowSettings};

/// The values of the options about who may do something. They are declared where the commands are registered.
pub(in crate::discord::commands) const WHO: [(&str, Who); 2] = [("everyone", Who::Everyone), ("admins", Who::Admins)];
/// The values of the option about those who join, and whether an admin must approve them.
pub(in crate::discord::commands) const APPROVAL: [(&str, bool); 2] = [("on", true), ("off", false)];

/// See or change what the members of a WhatsApp group may do
#[poise::command(slash_command)]
pub(super) async fn settings(
    ctx: Context<'_>,
    #[description = "The group: type a part of its name"]
    #[autocomplete = "autocomplete::group::<ChangeSettings>"]
    group: String,
    // Their choices are declared where the commands are registered.
    #[description = "Who may send messages"] who_may_write: Option<String>,
    #[description = "Who may edit name, picture and description"] who_may_edit: Option<String>,
    #[description = "Who may add members"] who_may_add: Option<String>,
    #[description = "Whether an admin approves who joins by the link"] join_approval: Option<String>,
) -> Result<(), Error> {
    let wanted = wanted([who_may_write, who_may_edit, who_may_add, join_approval]);
    match wanted {
        Ok(to) if to.is_empty() => on_group(ctx, &group, |at| ShowSettings { at }).await,
        wanted => on_group_if(ctx, &group, wanted.map(|to| |at| ChangeSettings { at, to })).await,
    }
}

/// Returns the settings that these options ask for, in the order of the options.
fn wanted([write, edit, add, approval]: [Option<String>; 4]) -> Result<Vec<GroupSetting>, UserError> {
    let settings = [
        chosen(write, WHO, &["who_may_write"])?.map(GroupSetting::Writers),
        chosen(edit, WHO, &["who_may_edit"])?.map(GroupSetting::Editors),
        chosen(add, WHO, &["who_may_add"])?.map(GroupSetting::Adders),
        chosen(approval, APPROVAL, &["join_approval"])?.map(GroupSetting::JoinApproval),
    ];
    Ok(settings.into_iter().flatten().collect())
}

/// Returns what the value of an option stands for.
fn chosen<T>(
    value: Option<String>,
    all: [(&str, T); 2],
    option: &'static [&'static str],
) -> Result<Option<T>, InputError> {
    let Some(value) = value else { return Ok(None) };
    let found = all.into_iter().find(|(name, _)| *name == value);
    found.map(|(_, meaning)| Some(meaning)).ok_or(InputError::OptionMissing(option))
}
