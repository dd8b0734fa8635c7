//! The definition of the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use usher::access::{GuildId, UserId};
use usher::store::{DataSubject, StoreUrl};
use whatsapp::Person;

/// The version, and the commit that it was built from.
const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), " (", env!("USHER_COMMIT"), ")");

/// Runs WhatsApp groups from Discord slash commands, by role permission.
#[derive(Debug, Parser)]
#[command(name = "usher", version = VERSION, arg_required_else_help = true)]
pub(crate) struct CommandLine {
    #[command(subcommand)]
    pub(crate) program: Program,
    /// The configuration file; without it, config/usher.toml
    #[arg(long, global = true, env = "USHER_CONFIG", value_name = "PATH")]
    pub(crate) config: Option<PathBuf>,
    /// Log more
    #[arg(long, short, global = true)]
    pub(crate) verbose: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Program {
    /// Run the bot
    Run,
    /// Check the configuration, the store, both APIs, and all that the configuration names there; changes nothing
    Check {
        /// Print the result as JSON
        #[arg(long)]
        json: bool,
    },
    /// Ask the bot running on this machine whether it is ready; for a container's health check
    Health,
    /// Print a script that completes this command line in a shell
    Completions { shell: clap_complete::Shell },
    /// Print the manual page, as roff: `usher man | man -l -`
    Man {
        /// Of one of the programs
        program: Option<String>,
    },
    #[command(flatten)]
    Data(DataProgram),
    /// Bot, groups API and a stand-in for Discord in one process; no account needed
    #[cfg(feature = "sandbox")]
    Sandbox(sandbox::Options),
}

/// The programs that read or change the store.
#[derive(Debug, Subcommand)]
pub(crate) enum DataProgram {
    /// Copy the store to a file; the bot may run
    Backup {
        /// The new file, which must not exist
        file: PathBuf,
    },
    /// Put a backup in the place of the store; no bot may run on it
    Restore {
        /// A file that `usher backup` wrote
        file: PathBuf,
        /// Replace the data in the store, which is kept in a file
        #[arg(long)]
        replace: bool,
    },
    /// Copy the store to another place, such as from SQLite to PostgreSQL; no bot may run on either
    Move {
        /// The address of the new store, as in store.url; it must hold no data
        #[arg(long, value_name = "URL", value_parser = store_url, env = "USHER_MOVE_TO", hide_env_values = true)]
        to: StoreUrl,
    },
    /// Export or import the grants and channels of a server that were set in Discord
    #[command(subcommand)]
    Settings(Settings),
    /// Erase what is kept of a person or a server; without --yes, only count it. The bot may run
    Forget {
        #[command(flatten)]
        subject: Subject,
        /// Erase it
        #[arg(long)]
        yes: bool,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Settings {
    /// Print the settings in the form of the configuration file
    Export {
        /// The server's id in Discord
        #[arg(long, value_name = "ID")]
        guild: GuildId,
        /// Write them to this file, which must not exist
        file: Option<PathBuf>,
    },
    /// Make the settings those of a file; without --yes, only list the changes. The bot may run
    Import {
        /// A file that `usher settings export` wrote, or one of the same form
        file: PathBuf,
        /// Import the file's only server as this one
        #[arg(long, value_name = "ID")]
        guild: Option<GuildId>,
        /// Make the changes
        #[arg(long)]
        yes: bool,
    },
}

#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub(crate) struct Subject {
    /// A person of WhatsApp: a phone number with its country code, or an id that ends in @s.whatsapp.net or @lid
    #[arg(long, value_name = "NUMBER")]
    person: Option<Person>,
    /// A user of Discord, by id
    #[arg(long, value_name = "ID")]
    user: Option<UserId>,
    /// A server of Discord, by id
    #[arg(long, value_name = "ID")]
    guild: Option<GuildId>,
}

impl Subject {
    /// Returns the one subject that was named. clap refuses none and several.
    pub(crate) fn named(self) -> Option<DataSubject> {
        let Self { person, user, guild } = self;
        let guild = guild.map(DataSubject::Guild);
        person.map(DataSubject::Person).or(user.map(DataSubject::User)).or(guild)
    }
}

fn store_url(text: &str) -> Result<StoreUrl, &'static str> {
    text.to_owned().try_into()
}
