//! Whatever poise calls an error. Exhaustive in effect: its own handler would show whole error chains to people.

use poise::FrameworkError;
use serenity::all::{CommandDataOptionValue, CommandInteraction};

use super::claim::NotMine;
use super::rest::RestError;
use super::visit::Visit;
use super::{Data, Error, commands};
use crate::error::Problem;

/// Logs the error once, and tells the person what may be told.
pub(crate) async fn on_error(error: FrameworkError<'_, Data, Error>) {
    let (front, interaction, problem) = match error {
        FrameworkError::Command { error, ctx, .. } => match ctx {
            // The way to Discord failed, so that there is no use in saying so there.
            poise::Context::Application(_) if error.is::<RestError>() => {
                tracing::warn!(%error, "an answer did not get through");
                return;
            }
            poise::Context::Application(_) if error.is::<NotMine>() => return,
            poise::Context::Application(ctx) => {
                tracing::error!(error = format!("{error:#}"), "internal fault");
                (ctx.data(), ctx.interaction, Problem::Internal)
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
            (ctx.data(), ctx.interaction, Problem::NotInAServer)
        }
        other => {
            tracing::error!(error = %other, "internal fault");
            match other.ctx() {
                Some(poise::Context::Application(ctx)) => (ctx.data(), ctx.interaction, Problem::Internal),
                _ => return,
            }
        }
    };
    tell(front, interaction, &problem).await;
}

/// A command that is not known, or of another shape: Discord holds an older version of it, or somebody forged one.
pub(super) async fn tell_unknown(front: &Data, interaction: &CommandInteraction) {
    tracing::info!("a command that is not known, or of another shape");
    tell(front, interaction, &unknown(interaction)).await;
}

async fn tell(front: &Data, interaction: &CommandInteraction, problem: &Problem) {
    if let Err(error) = Visit::of_command(front, interaction).report(problem).await {
        tracing::warn!(%error, "an answer did not get through");
    }
}

/// What may have been meant.
fn unknown(interaction: &CommandInteraction) -> Problem {
    let mut name = interaction.data.name.clone();
    let mut options = &interaction.data.options;
    while let Some(CommandDataOptionValue::SubCommand(below) | CommandDataOptionValue::SubCommandGroup(below)) =
        options.first().map(|option| &option.value)
    {
        name = format!("{name} {}", options.first().map_or("", |option| option.name.as_str()));
        options = below;
    }
    Problem::UnknownCommand { nearest: commands::nearest(&name) }
}
