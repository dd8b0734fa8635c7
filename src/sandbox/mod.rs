//! Stand-ins for the groups API and for Discord, on real sockets, with one scene behind both. The tests run the real bot
//! against them, and `usher sandbox` lets anybody try it without an account.

pub mod discord;

mod house;
mod line;
mod names;
mod prompt;
mod scene;
mod screen;
mod tour;
pub mod whatsapp;

use clap::ValueEnum;

pub use house::{House, Scaffold};
pub use scene::{
    ALPHA, ANA, BETA, BRUNO, NEIGHBOURS, NOBODY, OPEN, People, Roles, SHY, STREET_PARTY, STREET_PARTY_CODE, Scene,
};

use crate::clock::Clock;
use crate::config::LogFormat;
use prompt::{Prompt, print};
use whatsapp::GroupsStandIn;

/// What `usher sandbox` takes.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// Play a scripted tour of the main commands, then end
    #[arg(long)]
    tour: bool,
    /// Run one of the stand-ins alone, for another client to talk to
    #[arg(long, value_name = "WHICH", conflicts_with = "tour")]
    only: Option<Only>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Only {
    GroupsApi,
}

/// `usher sandbox`. `verbose`: the bot's log is shown too.
pub async fn run(options: Options, verbose: bool) -> anyhow::Result<()> {
    if verbose {
        crate::log::init(LogFormat::Text, true);
    }
    let scene = Scene::new(&Clock::system());
    if let Some(Only::GroupsApi) = options.only {
        return groups_api_alone(scene).await;
    }
    let scene = if options.tour { tour::prepare(scene) } else { tour::roomy(scene) };
    let house = House::open(scene).await?;
    print(&format!(
        "Usher's sandbox. Nothing here leaves this machine.\n\n  groups API  {}  (described at /openapi.json)\n  its key     {}\n  Discord     {}/api/v10\n  its token   {}\n\n",
        house.groups.base_url(),
        house.groups.key(),
        house.discord.api_url(),
        house.discord.token()
    ))?;
    let mut prompt = Prompt::new(house);
    let played = if options.tour { prompt.tour().await } else { until_interrupted(prompt.read_input()).await };
    prompt.house().close().await;
    played
}

/// The groups API with its scene, until somebody presses Ctrl+C.
async fn groups_api_alone(scene: Scene) -> anyhow::Result<()> {
    let groups = GroupsStandIn::start(scene.clock, house::ANY_PORT, scene.whatsapp).await?;
    let (url, key) = (groups.base_url(), groups.key().to_owned());
    print(&format!(
        "The groups API of Usher's sandbox, described at {url}/openapi.json. Ctrl+C ends it.\n\n  address  {url}\n  key      {key}\n\nTry:\n  curl -H 'Authorization: Bearer {key}' {url}/api/sessions/default/groups\n"
    ))?;
    tokio::signal::ctrl_c().await?;
    groups.stop().await;
    Ok(())
}

async fn until_interrupted(work: impl Future<Output = anyhow::Result<()>>) -> anyhow::Result<()> {
    tokio::select! {
        done = work => done,
        interrupted = tokio::signal::ctrl_c() => Ok(interrupted?),
    }
}
