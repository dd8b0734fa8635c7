//! The bot as the sandbox sees it: something to start, to wait for and to stop.

use std::sync::Arc;

use futures::future::BoxFuture;
use secrecy::SecretString;
use usher_clock::Clock;

/// What a bot needs to run between the stand-ins.
#[derive(Debug)]
pub struct BotSettings {
    /// The text of its configuration file.
    pub config: String,
    pub discord_token: SecretString,
    pub groups_api_key: SecretString,
    pub clock: Clock,
}

/// Starts a bot in this process. The future ends when the bot is started, which may be before it is connected.
pub type StartBot = Arc<dyn Fn(BotSettings) -> BoxFuture<'static, anyhow::Result<Box<dyn Bot>>> + Send + Sync>;

/// A running bot.
pub trait Bot: Send + Sync {
    /// Waits until no interaction is in progress.
    fn idle(&self) -> BoxFuture<'_, ()>;

    /// Lets the interactions in progress finish, and ends every task.
    fn stop(self: Box<Self>) -> BoxFuture<'static, ()>;
}
