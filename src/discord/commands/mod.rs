//! The slash commands. The path of a file is its command: `wa_group/invite/revoke.rs` is `/wa-group invite revoke`.

mod wa_access;
mod wa_audit;
mod wa_group;
pub(super) mod wa_request;
mod wa_session;
mod wa_setup;

use anyhow::Context as _;
use serenity::all::Http;

use super::{Data, Error, Register};

/// Every command.
pub(super) fn all() -> Vec<poise::Command<Data, Error>> {
    vec![
        wa_group::wa_group(),
        wa_session::wa_session(),
        wa_audit::wa_audit(),
        wa_access::wa_access(),
        wa_request::wa_request(),
        wa_setup::wa_setup(),
    ]
}

/// Makes the commands appear where they are configured to, and there alone: with both, each would be shown twice.
pub(super) async fn register(http: &Http, register: &Register) -> anyhow::Result<()> {
    let application = http.get_current_application_info().await.context("Discord refuses the bot's token")?;
    http.set_application_id(application.id);
    let commands = poise::builtins::create_application_commands(&all());
    match register {
        Register::Global => {
            http.create_global_commands(&commands).await.context("the commands could not be registered")?;
        }
        Register::Guilds(guilds) => {
            let mut registered = 0;
            for guild in guilds {
                match http.create_guild_commands(serenity::all::GuildId::new(guild.0), &commands).await {
                    Ok(_) => registered += 1,
                    // One server that has thrown the bot out must not take it from the others.
                    Err(error) => {
                        let why = super::check::words(&error);
                        tracing::warn!(%guild, why, "the commands could not be registered in this server; is the bot in it?");
                    }
                }
            }
            anyhow::ensure!(registered > 0, "the commands could not be registered in any of the configured servers");
            let none: [serenity::all::CreateCommand; 0] = [];
            http.create_global_commands(&none).await.context("the global commands could not be taken away")?;
        }
    }
    Ok(())
}
