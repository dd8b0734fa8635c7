//! Decides what a user is shown of an error that a handler did not handle, and logs it. poise's own handler would show
//! whole error chains to users.

use poise::FrameworkError;
use serenity::all::{CommandDataOptionValue, CommandInteraction};

use super::ownership::NotMine;
use crate::discord::rest::RestError;
use crate::discord::{Data, Error, commands};
use crate::error::{AccessError, InteractionError, Unavailable, UserError};

/// Logs an error of a handler once. Returns the error to show to the user, if there is one.
pub(super) fn to_show(error: &Error) -> Option<UserError> {
    if error.is::<NotMine>() {
        None
    } else if error.is::<RestError>() {
        // The request to Discord failed, so an error message would fail too.
        tracing::warn!(%error, "failed to send an answer");
        None
    } else {
        tracing::error!(error = format!("{error:#}"), "internal fault");
        Some(Unavailable::Internal.into())
    }
}

/// Logs an error of poise once. Returns the error to show to the user, if there is one.
pub(super) fn to_show_of_command(
    error: &FrameworkError<'_, Data, Error>,
    interaction: &CommandInteraction,
) -> Option<UserError> {
    match error {
        FrameworkError::Command { error, .. } => to_show(error),
        FrameworkError::UnknownInteraction { .. }
        | FrameworkError::CommandStructureMismatch { .. }
        | FrameworkError::ArgumentParse { .. }
        | FrameworkError::SubcommandRequired { .. } => Some(unknown(interaction)),
        FrameworkError::GuildOnly { .. } => Some(AccessError::NotInAServer.into()),
        other => {
            tracing::error!(error = %other, "internal fault");
            Some(Unavailable::Internal.into())
        }
    }
}

/// Logs an unknown command or form of a command: Discord has an older version of it, or the command is forged. Returns
/// an error that suggests the nearest command.
pub(super) fn unknown(interaction: &CommandInteraction) -> UserError {
    tracing::info!("received an unknown command or form of a command");
    let mut name = interaction.data.name.clone();
    let mut options = &interaction.data.options;
    while let Some(CommandDataOptionValue::SubCommand(below) | CommandDataOptionValue::SubCommandGroup(below)) =
        options.first().map(|option| &option.value)
    {
        name = format!("{name} {}", options.first().map_or("", |option| option.name.as_str()));
        options = below;
    }
    InteractionError::UnknownCommand { nearest: commands::nearest(&name) }.into()
}
