//! A stand-in for the groups API on real sockets, and a playground that puts a bot between it and the
//! [stand-in for Discord](discord_stand_in), with one [`Scene`] behind both.
//!
//! - [`whatsapp`] is the stand-in: a server with a small model of WhatsApp, which refuses what the API refuses.
//! - [`FakeServices`] runs both stand-ins. Tests put the bot between them, in their own process or in another.
//! - [`run`] is `usher sandbox`: a page and a prompt at which people act, and a scripted tour.
//!
//! No bot is known here. [`run`] gets a closure that starts one ([`StartBot`]).
//!
//! ```
//! use sandbox::{ALPHA, FakeServices, Scene};
//! use usher_clock::Clock;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> anyhow::Result<()> {
//! let fakes = FakeServices::open(Scene::new(&Clock::system())).await?;
//! // Start a bot here, with `fakes.config`, the token `fakes.discord.token()` and the key `fakes.groups.key()`.
//! let alpha = fakes.groups.world(|world| world.group(ALPHA).map(|group| group.name.clone()));
//! assert_eq!(alpha.as_deref(), Some("Alpha Team"));
//! fakes.groups.stop().await;
//! fakes.discord.stop().await;
//! # Ok(())
//! # }
//! ```

mod actions;
mod bot;
mod fake_services;
mod line;
mod names;
mod page;
mod playground;
mod prompt;
mod render;
mod scenario_player;
mod scene;
mod stop_signals;
mod tour;
pub mod whatsapp;
mod words;

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use anyhow::Context as _;
use clap::ValueEnum;

pub use bot::{Bot, BotSettings, StartBot};
pub use fake_services::FakeServices;
pub use scene::{
    ALPHA, ANA, ASKING, BETA, BRUNO, NEIGHBOURS, NOBODY, OPEN, People, Roles, SHY, STREET_PARTY, STREET_PARTY_CODE,
    Scene,
};

use usher_clock::Clock;
use whatsapp::{GroupsStandIn, Provider};

use fake_services::ANY_PORT;
use page::Page;
use prompt::{Prompt, print};
use scenario_player::ScenarioPlayer;
use stop_signals::StopSignals;

/// The default address of the page.
const PAGE: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 8_700);

/// Options of `usher sandbox`.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// Play a scripted tour of the main commands, then end
    #[arg(long)]
    tour: bool,
    /// Run one of the stand-ins alone, for another client to talk to
    #[arg(long, value_name = "WHICH", conflicts_with = "tour")]
    only: Option<Only>,
    /// Serve the groups API as another WhatsApp server does. The page can change it for a new world
    #[arg(long, value_name = "NAME", default_value = "titan")]
    provider: Provider,
    /// Where to serve the page; without it, 127.0.0.1:8700, or any free port of this machine if that is taken.
    /// Everyone who can open the page can do everything on it
    #[arg(long, value_name = "ADDRESS", conflicts_with_all = ["tour", "only"])]
    listen: Option<SocketAddr>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Only {
    GroupsApi,
}

/// Runs `usher sandbox` with this bot, which speaks to the providers that have these names in its configuration.
pub async fn run(options: Options, start: StartBot, providers: &[&str]) -> anyhow::Result<()> {
    let mut scene = Scene::new(&Clock::system());
    scene.whatsapp.serve_as(options.provider);
    if let Some(Only::GroupsApi) = options.only {
        return groups_api_alone(scene).await;
    }
    let speaks = |provider: &Provider| providers.contains(&provider.configured());
    let providers: Vec<Provider> = Provider::ALL.into_iter().filter(speaks).collect();
    anyhow::ensure!(
        providers.contains(&options.provider),
        "the bot does not speak to {}. --only groups-api serves it to another client",
        options.provider
    );
    let scene = if options.tour { tour::prepare(scene) } else { tour::roomy(scene) };
    let scenarios = Arc::new(ScenarioPlayer::open(scene, start, providers).await?);
    let played = if options.tour { play_tour(&scenarios).await } else { play(options.listen, &scenarios).await };
    scenarios.close().await;
    played
}

async fn play_tour(scenarios: &Arc<ScenarioPlayer>) -> anyhow::Result<()> {
    print(&format!("Usher's sandbox. Nothing here leaves this machine.\n\n{}\n", addresses(scenarios)))?;
    Prompt::new(Arc::clone(scenarios)).tour().await
}

/// Runs the page and the prompt until they are stopped.
async fn play(listen: Option<SocketAddr>, scenarios: &Arc<ScenarioPlayer>) -> anyhow::Result<()> {
    let page = open_page(listen, scenarios).await?;
    let mut signals = StopSignals::listen()?;
    print(&format!(
        "Usher's sandbox. Nothing here leaves this machine.\n\nOpen {} in a browser, or type below.\n\n{}\n",
        page.url(),
        addresses(scenarios)
    ))?;
    let prompt = Prompt::new(Arc::clone(scenarios));
    let played = tokio::select! {
        played = prompt.read_input() => played,
        printed = print_new_addresses(scenarios) => printed,
        () = signals.received() => Ok(()),
    };
    page.stop().await;
    played
}

/// Prints the addresses of each new world, because those of the world before it no longer answer.
async fn print_new_addresses(scenarios: &ScenarioPlayer) -> anyhow::Result<()> {
    let mut playgrounds = scenarios.playgrounds();
    while playgrounds.changed().await.is_ok() {
        print(&format!("\nA new world, with new addresses:\n\n{}\n", addresses(scenarios)))?;
    }
    Ok(())
}

/// Opens the page at the requested address. Without one, it uses the default address, or any free port if that is
/// taken.
async fn open_page(listen: Option<SocketAddr>, scenarios: &Arc<ScenarioPlayer>) -> anyhow::Result<Page> {
    let opened = Page::open(listen.unwrap_or(PAGE), Arc::clone(scenarios)).await;
    match opened {
        Err(error) if listen.is_none() && error.kind() == std::io::ErrorKind::AddrInUse => {
            Ok(Page::open(ANY_PORT, Arc::clone(scenarios)).await?)
        }
        opened => opened.with_context(|| format!("the page cannot be served at {}", listen.unwrap_or(PAGE))),
    }
}

/// Returns the addresses of the stand-ins, for other clients.
fn addresses(scenarios: &ScenarioPlayer) -> String {
    let playground = scenarios.playground();
    let FakeServices { discord, groups, guild, .. } = &playground.fakes;
    format!(
        "  groups API  {}  ({})\n  its key     {}\n  Discord     {}/api/v10\n  its token   {}\n  its server  {guild}\n",
        groups.base_url(),
        described(groups.provider()),
        groups.key(),
        discord.api_url(),
        discord.token()
    )
}

/// Runs only the groups API with its scene, until Ctrl+C.
async fn groups_api_alone(scene: Scene) -> anyhow::Result<()> {
    let groups = GroupsStandIn::start(scene.clock, ANY_PORT, scene.whatsapp).await?;
    let (url, key) = (groups.base_url(), groups.key().to_owned());
    let mut signals = StopSignals::listen()?;
    let provider = groups.provider();
    let described = described(provider);
    let (arguments, path) = provider.example(&key);
    print(&format!(
        "The groups API of Usher's sandbox, {described}. Ctrl+C ends it.\n\n  address  {url}\n  key      {key}\n\nTry:\n  curl {arguments} '{url}{path}'\n"
    ))?;
    signals.received().await;
    groups.stop().await;
    Ok(())
}

/// Returns where the groups API is described.
fn described(provider: Provider) -> String {
    if provider == Provider::Titan {
        return "described at /openapi.json".to_owned();
    }
    format!("as {provider} serves it")
}
