//! The bot in the sandbox: how it is started, and how it is stopped.

use std::sync::{Arc, LazyLock};
use std::time::Duration;

use futures::future::BoxFuture;
use groups_api::Provider;
use sandbox::{Bot, BotSettings, StartBot};
use usher::app::App;
use usher::config::Config;
use usher::services::WatchPace;

/// The names of the providers to which the bot speaks.
pub(crate) static PROVIDERS: LazyLock<Vec<&str>> = LazyLock::new(|| Provider::ALL.map(Provider::name).to_vec());

/// Nobody waits here for a loss of the account to last for a minute.
const PACE: WatchPace = WatchPace { look_every: Duration::from_secs(10), lasts: Duration::from_secs(5) };

struct SandboxBot(App);

impl Bot for SandboxBot {
    fn idle(&self) -> BoxFuture<'_, ()> {
        Box::pin(self.0.idle())
    }

    fn stop(self: Box<Self>) -> BoxFuture<'static, ()> {
        Box::pin(self.0.stop())
    }
}

/// Returns a closure that starts the bot between the stand-ins.
pub(crate) fn start_bot() -> StartBot {
    Arc::new(|settings: BotSettings| {
        Box::pin(async move {
            let BotSettings { config, discord_token, groups_api_key, clock } = settings;
            let config = Config::parse(&config, discord_token, groups_api_key)?;
            Ok(Box::new(SandboxBot(App::start_at(config, clock, PACE).await?)) as Box<dyn Bot>)
        })
    })
}
