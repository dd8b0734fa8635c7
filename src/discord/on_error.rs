//! Handles all errors of poise. poise's own handler would show whole error chains to users.

use poise::FrameworkError;
use serenity::all::{CommandDataOptionValue, CommandInteraction};

use super::ownership::NotMine;
use super::responder::Responder;
use super::rest::RestError;
use super::{Data, Error, commands};
use crate::error::UserError;

/// Logs the error once, and shows the user an error message.
pub(crate) async fn on_error(error: FrameworkError<'_, Data, Error>) {
    let (bot_state, interaction, problem) = match error {
        FrameworkError::Command { error, ctx, .. } => match ctx {
            // The request to Discord failed, so an error message would fail too.
            poise::Context::Application(_) if error.is::<RestError>() => {
                tracing::warn!(%error, "failed to send an answer");
                return;
            }
            poise::Context::Application(_) if error.is::<NotMine>() => return,
            poise::Context::Application(ctx) => {
                tracing::error!(error = format!("{error:#}"), "internal fault");
                (ctx.data(), ctx.interaction, UserError::Internal)
            }
            poise::Context::Prefix(_) => return,
        },
        FrameworkError::UnknownInteraction { framework, interaction, .. } => {
            return tell_unknown(framework.user_data, interaction).await;
        }
        FrameworkError::CommandStructureMismatch { ctx, .. }
        | FrameworkError::ArgumentParse { ctx: poise::Context::Application(ctx), .. }
        | FrameworkError::SubcommandRequired { ctx: poise::Context::Application(ctx) } => {
            return tell_unknown(ctx.data(), ctx.interaction).await;
        }
        FrameworkError::GuildOnly { ctx: poise::Context::Application(ctx), .. } => {
            (ctx.data(), ctx.interaction, UserError::NotInAServer)
        }
        other => {
            tracing::error!(error = %other, "internal fault");
            match other.ctx() {
                Some(poise::Context::Application(ctx)) => (ctx.data(), ctx.interaction, UserError::Internal),
                _ => return,
            }
        }
    };
    tell(bot_state, interaction, &problem).await;
}

/// Reports an unknown command or form of a command. Discord has an older version of it, or the command is forged.
pub(super) async fn tell_unknown(bot_state: &Data, interaction: &CommandInteraction) {
    tracing::info!("received an unknown command or form of a command");
    tell(bot_state, interaction, &unknown(interaction)).await;
}

async fn tell(bot_state: &Data, interaction: &CommandInteraction, problem: &UserError) {
    if let Err(error) = Responder::of_command(bot_state, interaction).report(problem).await {
        tracing::warn!(%error, "failed to send an answer");
    }
}

/// Returns an error that suggests the nearest command.
fn unknown(interaction: &CommandInteraction) -> UserError {
    let mut name = interaction.data.name.clone();
    let mut options = &interaction.data.options;
    while let Some(CommandDataOptionValue::SubCommand(below) | CommandDataOptionValue::SubCommandGroup(below)) =
        options.first().map(|option| &option.value)
    {
        name = format!("{name} {}", options.first().map_or("", |option| option.name.as_str()));
        options = below;
    }
    UserError::UnknownCommand { nearest: commands::nearest(&name) }
}
