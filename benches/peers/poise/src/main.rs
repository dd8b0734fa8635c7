//! `/preview` by poise and serenity: role check, deferral, one call of the groups API, one embed.

use std::env;

use anyhow::Context as _;
use poise::serenity_prelude as serenity;
use serde::Deserialize;
use tokio::signal::unix::{SignalKind, signal};

struct Data {
    groups_api: reqwest::Client,
    address: String,
    key: String,
    role: serenity::RoleId,
}

type Context<'a> = poise::ApplicationContext<'a, Data, anyhow::Error>;

#[derive(Deserialize)]
struct Answer {
    data: Group,
}

#[derive(Deserialize)]
struct Group {
    id: String,
    name: String,
    size: u32,
}

/// Shows the group behind an invite code
#[poise::command(slash_command, guild_only, ephemeral)]
async fn preview(ctx: Context<'_>, #[description = "Invite code"] code: String) -> anyhow::Result<()> {
    let data = ctx.data();
    let member = ctx.interaction.member.as_ref().context("expected a member")?;
    if !member.roles.contains(&data.role) {
        poise::Context::from(ctx).say("You may not do this.").await?;
        return Ok(());
    }
    ctx.defer_response(true).await?;
    let request = data.groups_api.get(format!("{}/join", data.address)).query(&[("code", &code)]);
    let Answer { data: group } = request.bearer_auth(&data.key).send().await?.error_for_status()?.json().await?;
    let embed = serenity::CreateEmbed::new()
        .title(group.name)
        .field("Members", group.size.to_string(), true)
        .field("Id", group.id, false);
    ctx.interaction.edit_response(ctx.http(), serenity::EditInteractionResponse::new().embed(embed)).await?;
    Ok(())
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let guild = serenity::GuildId::new(env::var("GUILD_ID")?.parse()?);
    let data = Data {
        groups_api: reqwest::Client::new(),
        address: env::var("GROUPS_API")?,
        key: env::var("GROUPS_API_KEY")?,
        role: serenity::RoleId::new(env::var("ROLE_ID")?.parse()?),
    };
    let framework = poise::Framework::builder()
        .options(poise::FrameworkOptions { commands: vec![preview()], ..Default::default() })
        .initialize_owners(false)
        .setup(move |ctx, _, framework| {
            Box::pin(async move {
                poise::builtins::register_in_guild(ctx, &framework.options().commands, guild).await?;
                Ok(data)
            })
        })
        .build();
    let http = serenity::HttpBuilder::new(env::var("DISCORD_TOKEN")?)
        .proxy(env::var("DISCORD_API")?)
        .ratelimiter_disabled(true)
        .build();
    let mut client = serenity::ClientBuilder::new_with_http(http, serenity::GatewayIntents::empty())
        .framework(framework)
        .await?;
    let shards = client.shard_manager.clone();
    let mut terminate = signal(SignalKind::terminate())?;
    tokio::select! {
        ended = client.start() => ended?,
        _ = terminate.recv() => shards.shutdown_all().await,
    }
    Ok(())
}
