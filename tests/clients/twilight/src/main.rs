//! A bot of twilight: /ping, which it answers once.

use std::env;
use std::error::Error;

use twilight_gateway::{CloseFrame, ConfigBuilder, Event, EventTypeFlags, Intents, Shard, ShardId, StreamExt};
use twilight_http::Client;
use twilight_model::application::command::{Command, CommandType};
use twilight_model::application::interaction::application_command::CommandOptionValue;
use twilight_model::application::interaction::{Interaction, InteractionData};
use twilight_model::http::interaction::{InteractionResponse, InteractionResponseType};
use twilight_util::builder::command::{CommandBuilder, StringBuilder};
use twilight_util::builder::embed::EmbedBuilder;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let (api, token) = (env::var("USHER_TEST_API")?, env::var("DISCORD_TOKEN")?);
    let guild = env::var("USHER_TEST_GUILD")?.parse()?;
    let host = api.trim_start_matches("http://").to_owned();
    let http = Client::builder().proxy(host, true).ratelimiter(None).token(token.clone()).build();
    let gateway = http.gateway().authed().await?.model().await?;
    let config = ConfigBuilder::new(token, Intents::GUILDS).proxy_url(gateway.url).build();
    let mut shard = Shard::with_config(ShardId::ONE, config);

    let wanted = EventTypeFlags::READY | EventTypeFlags::INTERACTION_CREATE;
    while let Some(event) = shard.next_event(wanted).await {
        match event? {
            Event::Ready(ready) => {
                http.interaction(ready.application.id).set_guild_commands(guild, &[ping_command()]).await?;
                println!("ready");
            }
            Event::InteractionCreate(interaction) => {
                answer(&http, &interaction).await?;
                shard.close(CloseFrame::NORMAL);
            }
            // The shard would connect anew.
            Event::GatewayClose(_) => break,
            _ => {}
        }
    }
    Ok(())
}

fn ping_command() -> Command {
    let text = StringBuilder::new("text", "What to say with it");
    CommandBuilder::new("ping", "Says pong", CommandType::ChatInput).option(text).build()
}

async fn answer(http: &Client, interaction: &Interaction) -> Result<(), Box<dyn Error>> {
    let Some(InteractionData::ApplicationCommand(command)) = &interaction.data else { return Ok(()) };
    let (client, token) = (http.interaction(interaction.application_id), interaction.token.as_str());
    let later = InteractionResponse { kind: InteractionResponseType::DeferredChannelMessageWithSource, data: None };
    client.create_response(interaction.id, token, &later).await?;
    let mut embed = EmbedBuilder::new().title("pong");
    if let Some(CommandOptionValue::String(text)) = command.options.first().map(|option| &option.value) {
        embed = embed.description(text);
    }
    client.update_response(token).embeds(Some(&[embed.build()])).await?;
    Ok(())
}
