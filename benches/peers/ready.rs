//! Starts the bots of other libraries, for the benches and for the tests of the stand-ins.

use std::path::{Path, PathBuf};

use sandbox::FakeServices;

/// A bot of another library.
pub(crate) struct Peer {
    pub(crate) name: &'static str,
    /// The output of `benches/peers/prepare`; without it the peer cannot run.
    pub(crate) needs: PathBuf,
    /// The program and its arguments.
    pub(crate) line: Vec<PathBuf>,
}

pub(crate) fn all() -> [Peer; 4] {
    let peers = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers");
    let rust = |name, program: &str| {
        let [release, debug] = ["release", "debug"].map(|profile| peers.join("target").join(profile).join(program));
        let program = if release.exists() { release } else { debug };
        Peer { name, needs: program.clone(), line: vec![program] }
    };
    let (js, py) = (peers.join("discord_js"), peers.join("discord_py"));
    let python = py.join("venv/bin/python3");
    let node = vec!["node".into(), js.join("bot.mjs")];
    [
        rust("poise", "poise-peer"),
        rust("twilight", "twilight-peer"),
        Peer { name: "discord.js", needs: js.join("node_modules/discord.js"), line: node },
        Peer { name: "discord.py", needs: python.clone(), line: vec![python, "-B".into(), py.join("bot.py")] },
    ]
}

/// Returns the environment variables of the peers.
pub(crate) fn environment(town: &FakeServices) -> [(&'static str, String); 6] {
    [
        ("DISCORD_API", town.discord.api_url()),
        ("DISCORD_TOKEN", town.discord.token().to_owned()),
        ("GUILD_ID", town.guild.to_string()),
        ("ROLE_ID", town.roles.moderator.to_string()),
        ("GROUPS_API", format!("{}/api/sessions/default/groups", town.groups.base_url())),
        ("GROUPS_API_KEY", town.groups.key().to_owned()),
    ]
}

/// Waits until a command is registered and the bot is connected: from then on it can be used.
pub(crate) async fn usable(town: &FakeServices, command: &str) {
    let there = town.discord.wait_until(|world| {
        let registered = world.find_command(Some(town.guild), 1, command).is_some();
        (registered && world.gateway.connected > 0).then_some(())
    });
    there.await;
}
