//! The bot between the two stand-ins, all in this process.

use std::ops::Deref;
use std::time::Duration;

use sandbox::{Scaffold, Scene};
use secrecy::SecretString;
use usher::app::App;
use usher::config::Config;
use usher_clock::Clock;

/// The stand-ins, which it dereferences to, with a running bot.
pub(crate) struct House {
    pub(crate) scaffold: Scaffold,
    /// The bot's clock: it advances with that of the stand-ins, and its time of day can be set.
    pub(crate) bot_clock: Clock,
    pub(crate) app: App,
}

impl Deref for House {
    type Target = Scaffold;

    fn deref(&self) -> &Scaffold {
        &self.scaffold
    }
}

impl House {
    /// Starts both stand-ins, and connects the bot to them.
    pub(crate) async fn open(scene: Scene) -> anyhow::Result<Self> {
        let bot_clock = scene.clock.of_another_machine(scene.bot_clock_wrong_ms);
        let scaffold = Scaffold::open(scene).await?;
        let app = start(&scaffold, &bot_clock).await?;
        Ok(Self { scaffold, bot_clock, app })
    }

    /// Restarts the bot with the same stand-ins and the same store.
    pub(crate) async fn restart(mut self) -> anyhow::Result<Self> {
        self.app.stop().await;
        // Discord, "Identifying": at most one identify in five seconds.
        self.scaffold.clock.advance(Duration::from_secs(6));
        self.app = start(&self.scaffold, &self.bot_clock).await?;
        Ok(self)
    }

    /// Stops the bot, then the stand-ins.
    pub(crate) async fn close(self) {
        self.app.stop().await;
        self.scaffold.groups.stop().await;
        self.scaffold.discord.stop().await;
    }
}

async fn start(scaffold: &Scaffold, clock: &Clock) -> anyhow::Result<App> {
    let (token, key) = (SecretString::from(scaffold.discord.token()), SecretString::from(scaffold.groups.key()));
    let app = App::start(Config::parse(&scaffold.config, token, key)?, clock.clone()).await?;
    scaffold.discord.wait_ready().await;
    Ok(app)
}
