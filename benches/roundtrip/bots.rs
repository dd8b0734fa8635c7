//! The measured bots, and how each is started.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use sandbox::{ALPHA, FakeServices};
use serde_json::{Value, json};
use tokio::process::{Child, Command};

use crate::{process, ready};

/// A measured bot.
#[derive(Debug, Clone)]
pub(crate) struct Bot {
    pub(crate) name: &'static str,
    /// The program and its arguments.
    line: Vec<PathBuf>,
}

/// Settings that allow this bot more than the load of real users.
pub(crate) const SETTINGS: &str = "groups_api.requests_per_second = 100000\ngroups_api.concurrency = 256\n\
                                   groups_api.queue = 10000\nlimits.changes_per_minute = 10000\nlimits.lookups_per_minute = 100000\n";

/// Returns this bot, then the available peers.
pub(crate) fn all(usher: &Path) -> Vec<Bot> {
    let there = ready::all().into_iter().filter(|peer| peer.needs.exists());
    let usher = Bot { name: "usher", line: vec![usher.to_owned()] };
    std::iter::once(usher).chain(there.map(|peer| Bot { name: peer.name, line: peer.line })).collect()
}

impl Bot {
    pub(crate) fn is_usher(&self) -> bool {
        self.name == "usher"
    }

    /// Returns the command that previews a group, and its options.
    pub(crate) fn preview(&self, town: &FakeServices) -> (&'static str, Vec<(String, Value)>) {
        let code = town.groups.world(|world| world.group(ALPHA).map(|group| group.invite.clone()).unwrap_or_default());
        (if self.is_usher() { "wa-group preview" } else { "preview" }, vec![("code".to_owned(), json!(code))])
    }

    /// Starts the bot between the stand-ins, on the second core.
    pub(crate) fn start(&self, town: &FakeServices, folder: &Path) -> anyhow::Result<Child> {
        let file = folder.join("usher.toml");
        std::fs::write(&file, &town.config)?;
        let program = self.line.iter();
        let line: Vec<_> = process::on_core(1).into_iter().chain(program.map(|part| part.clone().into())).collect();
        let (program, arguments) = line.split_first().ok_or_else(|| anyhow::anyhow!("no program"))?;
        let mut command = Command::new(program);
        command.args(arguments).env_clear().envs(std::env::vars_os().filter(|(name, _)| name == "PATH"));
        if self.is_usher() {
            command.arg("run").env("USHER_CONFIG", file);
        }
        let child = command
            .envs(ready::environment(town))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()?;
        Ok(child)
    }
}
