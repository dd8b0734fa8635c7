//! The programs for operators, as processes beside the running bot.

mod backups;
mod forgetting;
mod left_servers;
mod moving;
mod settings_files;

use std::process::Stdio;

use tokio::process::Command;

use crate::process::Host;

/// How a program ended, and what it printed.
#[derive(Debug)]
struct Ended {
    code: i32,
    /// Output and errors.
    text: String,
}

impl Host {
    /// Runs a program of the command line to its end, with the host's configuration.
    async fn usher(&self, arguments: &[&str]) -> Ended {
        self.usher_on(None, arguments).await
    }

    /// Runs a program on another store than the configured one.
    async fn usher_on(&self, store: Option<&str>, arguments: &[&str]) -> Ended {
        let file = self.file("operator.toml");
        std::fs::write(&file, &self.config).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_usher"));
        command
            .args(arguments)
            .env_clear()
            .env("USHER_CONFIG", file)
            .env("DISCORD_TOKEN", self.discord.token())
            .env("GROUPS_API_KEY", self.groups.key())
            .stdin(Stdio::null())
            .kill_on_drop(true);
        if let Some(store) = store {
            command.env("USHER__STORE__URL", store);
        }
        let output = self.within(command.output()).await.unwrap();
        let text = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
        Ended { code: output.status.code().unwrap(), text }
    }

    /// Runs a command in Discord, and waits for its answer.
    async fn command(&self, who: &str, name: &str, options: &[(&str, &str)]) -> String {
        let sent = self.send(who, name, options);
        self.answered(sent).await
    }

    /// Grants a capability in Discord to the moderators.
    async fn grant(&self, capability: &str) {
        let role = self.roles.moderator.to_string();
        let answer = self.command("owner", "wa-access grant", &[("role", &role), ("capability", capability)]).await;
        assert!(answer.contains("can now use"), "{answer}");
    }
}
