//! `/preview` by twilight: role check, deferral, one call of the groups API, one embed.

use std::env;
use std::sync::Arc;

use anyhow::Context as _;
use serde::Deserialize;
use tokio::signal::unix::{SignalKind, signal};
use tokio::task::JoinSet;
use twilight_gateway::{CloseFrame, ConfigBuilder, Event, EventTypeFlags, Intents, Shard, ShardId, StreamExt};
use twilight_http::Client;
use twilight_model::application::command::{Command, CommandType};
use twilight_model::application::interaction::application_command::CommandOptionValue;
use twilight_model::application::interaction::{Interaction, InteractionData};
use twilight_model::channel::message::MessageFlags;
use twilight_model::http::interaction::{InteractionResponse, InteractionResponseData, InteractionResponseType};
use twilight_model::id::Id;
use twilight_model::id::marker::RoleMarker;
use twilight_util::builder::command::{CommandBuilder, StringBuilder};
use twilight_util::builder::embed::{EmbedBuilder, EmbedFieldBuilder};

struct Bot {
    http: Client,
    groups_api: reqwest::Client,
    address: String,
    key: String,
    role: Id<RoleMarker>,
}

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

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let (api, token) = (env::var("DISCORD_API")?, env::var("DISCORD_TOKEN")?);
    let guild = env::var("GUILD_ID")?.parse()?;
    let host = api.trim_start_matches("http://").to_owned();
    let bot = Arc::new(Bot {
        http: Client::builder().proxy(host, true).ratelimiter(None).token(token.clone()).build(),
        groups_api: reqwest::Client::new(),
        address: env::var("GROUPS_API")?,
        key: env::var("GROUPS_API_KEY")?,
        role: env::var("ROLE_ID")?.parse()?,
    });
    let gateway = bot.http.gateway().authed().await?.model().await?;
    let config = ConfigBuilder::new(token, Intents::empty()).proxy_url(gateway.url).build();
    let mut shard = Shard::with_config(ShardId::ONE, config);
    let (mut terminate, mut answers) = (signal(SignalKind::terminate())?, JoinSet::new());

    let wanted = EventTypeFlags::READY | EventTypeFlags::INTERACTION_CREATE;
    loop {
        let event = tokio::select! {
            event = shard.next_event(wanted) => event,
            Some(_) = answers.join_next() => continue,
            _ = terminate.recv() => {
                shard.close(CloseFrame::NORMAL);
                continue;
            }
        };
        match event {
            Some(Ok(Event::Ready(ready))) => {
                let client = bot.http.interaction(ready.application.id);
                client.set_guild_commands(guild, &[preview_command()]).await?;
            }
            Some(Ok(Event::InteractionCreate(interaction))) => {
                let bot = Arc::clone(&bot);
                answers.spawn(async move { bot.preview(interaction.0).await });
            }
            // The shard would reconnect.
            Some(Ok(Event::GatewayClose(_))) | None => return Ok(()),
            Some(Ok(_)) => {}
            Some(Err(error)) => eprintln!("{error}"),
        }
    }
}

fn preview_command() -> Command {
    let code = StringBuilder::new("code", "Invite code").required(true);
    CommandBuilder::new("preview", "Shows the group behind an invite code", CommandType::ChatInput).option(code).build()
}

impl Bot {
    async fn preview(&self, interaction: Interaction) -> anyhow::Result<()> {
        let Some(InteractionData::ApplicationCommand(command)) = interaction.data else { return Ok(()) };
        let (client, token) = (self.http.interaction(interaction.application_id), interaction.token.as_str());
        let answer = |kind, content: Option<&str>| InteractionResponse {
            kind,
            data: Some(InteractionResponseData {
                content: content.map(str::to_owned),
                flags: Some(MessageFlags::EPHEMERAL),
                ..Default::default()
            }),
        };
        if !interaction.member.is_some_and(|member| member.roles.contains(&self.role)) {
            let no = answer(InteractionResponseType::ChannelMessageWithSource, Some("You may not do this."));
            client.create_response(interaction.id, token, &no).await?;
            return Ok(());
        }
        let later = answer(InteractionResponseType::DeferredChannelMessageWithSource, None);
        client.create_response(interaction.id, token, &later).await?;
        let Some(CommandOptionValue::String(code)) = command.options.into_iter().next().map(|option| option.value)
        else {
            return Ok(());
        };
        let request = self.groups_api.get(format!("{}/join", self.address)).query(&[("code", &code)]);
        let answered = request.bearer_auth(&self.key).send().await?.error_for_status()?;
        let Answer { data: group } = answered.json().await.context("expected a group")?;
        let embed = EmbedBuilder::new()
            .title(group.name)
            .field(EmbedFieldBuilder::new("Members", group.size.to_string()).inline())
            .field(EmbedFieldBuilder::new("Id", group.id));
        client.update_response(token).embeds(Some(&[embed.build()])).await?;
        Ok(())
    }
}
