//! A bot of serenity against the stand-in: a person sends `/ping`, and the bot answers.

use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use discord_stand_in::{DiscordStandIn, World};
use serenity::all::{
    ClientBuilder, CommandInteraction, Context, CreateCommand, CreateInteractionResponse,
    CreateInteractionResponseMessage, EventHandler, GatewayIntents, GuildId, HttpBuilder, Interaction, Ready,
};
use usher_clock::Clock;

const ANY_PORT: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 0);
const WITHIN: Duration = Duration::from_secs(10);

struct Bot {
    guild: GuildId,
}

#[serenity::async_trait]
impl EventHandler for Bot {
    async fn ready(&self, context: Context, _: Ready) {
        let ping = CreateCommand::new("ping").description("Answers");
        if let Err(error) = self.guild.set_commands(&context.http, vec![ping]).await {
            tracing::error!(%error, "failed to register the command");
        }
    }

    async fn interaction_create(&self, context: Context, interaction: Interaction) {
        if let Interaction::Command(command) = interaction
            && let Err(error) = answer(&context, &command).await
        {
            tracing::error!(%error, "failed to answer");
        }
    }
}

async fn answer(context: &Context, command: &CommandInteraction) -> serenity::Result<()> {
    let message = CreateInteractionResponseMessage::new().content("pong").ephemeral(true);
    command.create_response(&context.http, CreateInteractionResponse::Message(message)).await
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    // A server with one channel and one person.
    let clock = Clock::system();
    let mut world = World::new(&clock);
    // serenity 0.12 cannot parse all parts of a user that Discord sends today.
    world.plain_profiles = true;
    let guild = world.add_guild("Harbour");
    let channel = world.add_channel(guild, "general");
    let ana = world.add_member(guild, "ana", &[]);
    let discord = DiscordStandIn::start(clock, ANY_PORT, ANY_PORT, world).await?;

    // The bot differs from one for Discord only in its address.
    let http = HttpBuilder::new(discord.token()).proxy(discord.api_url()).ratelimiter_disabled(true).build();
    let bot = Bot { guild: GuildId::new(guild.0) };
    let mut client = ClientBuilder::new_with_http(http, GatewayIntents::empty()).event_handler(bot).await?;
    let shards = client.shard_manager.clone();
    let running = async { client.start().await.map_err(anyhow::Error::from) };

    let person = async {
        tokio::time::timeout(WITHIN, discord.wait_until(|world| (!world.commands.is_empty()).then_some(()))).await?;
        let ping = discord.command(ana, channel, "ping", &[])?;
        let reply = discord.wait_until(|world| world.original(ping).cloned());
        let reply = tokio::time::timeout(WITHIN, reply).await?;
        assert!(reply.content == "pong" && reply.private_to == Some(ana), "{reply:?}");
        shards.shutdown_all().await;
        anyhow::Ok(())
    };
    tokio::try_join!(running, person)?;
    // What the bot asked for and the stand-in does not know.
    assert!(discord.world(|world| world.unexpected.is_empty()));
    discord.stop().await;
    Ok(())
}
