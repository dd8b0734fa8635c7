//! Sends commands as users do, and checks their answers.

use std::collections::HashSet;
use std::time::Duration;

use anyhow::Context as _;
use discord_stand_in::{InteractionId, State, UserId, World};
use sandbox::FakeServices;
use serde_json::Value;
use tokio::time::timeout;

use crate::ready;

/// The timeout that detects a dead bot; every normal wait is much shorter.
const PATIENCE: Duration = Duration::from_secs(60);

/// A command with its options, which the sender may use.
pub(crate) type Asked = (&'static str, Vec<(String, Value)>);

/// Waits until the command can be used.
pub(crate) async fn usable(town: &FakeServices, name: &str) -> anyhow::Result<()> {
    let first = name.split(' ').next().unwrap_or(name);
    timeout(PATIENCE, ready::usable(town, first)).await.context("the bot did not become ready")
}

/// Sends `number` commands of these users in turn, with `at_once` of them in flight at any time, and waits until all
/// are answered. Returns the time until each acknowledgement.
pub(crate) async fn send(
    town: &FakeServices,
    people: &[UserId],
    asked: impl Fn(usize) -> Asked,
    number: usize,
    at_once: usize,
) -> anyhow::Result<Vec<Duration>> {
    let (mut sent, mut under_way, mut took) = (0, HashSet::new(), Vec::new());
    while sent < number || !under_way.is_empty() {
        while sent < number && under_way.len() < at_once {
            let (name, options) = asked(sent);
            let who = people.get(sent % people.len()).context("expected at least one person")?;
            under_way.insert(town.discord.command(*who, town.channel, name, &options)?);
            sent += 1;
        }
        let ended = town.discord.wait_until(|world| {
            let ended: Vec<_> = under_way.iter().filter(|one| is_answered(world, **one)).copied().collect();
            (!ended.is_empty()).then_some(ended)
        });
        for one in timeout(PATIENCE, ended).await.context("a command was not answered")? {
            under_way.remove(&one);
            took.push(check(town, one)?);
        }
    }
    town.groups.take_calls();
    Ok(took)
}

fn is_answered(world: &World, one: InteractionId) -> bool {
    !matches!(world.interactions.get(&one).map(|one| &one.state), Some(State::Waiting | State::Deferred { .. }))
}

/// Returns the time until the acknowledgement, or an error if the command was not answered correctly.
fn check(town: &FakeServices, one: InteractionId) -> anyhow::Result<Duration> {
    town.discord.world(|world| {
        let text = world.original(one).map(discord_stand_in::Message::all_text).unwrap_or_default();
        anyhow::ensure!(text.contains("Alpha Team"), "a command was answered with {text:?}");
        world.interactions.get(&one).and_then(|one| one.answered_after).context("the answer has no time")
    })
}
