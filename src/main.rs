//! The command line. Exit codes: 0 success, 1 failed at run time, 2 wrong configuration or command line.

#[cfg(feature = "sandbox")]
mod in_sandbox;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use tokio::signal::unix::{SignalKind, signal};
use usher::app::App;
use usher::config::Config;
#[cfg(feature = "sandbox")]
use usher::config::LogFormat;
use usher::{check, http, log};
use usher_clock::Clock;

/// Runs WhatsApp groups from Discord slash commands, by role permission.
#[derive(Debug, Parser)]
#[command(version, arg_required_else_help = true)]
struct CommandLine {
    #[command(subcommand)]
    program: Program,
    /// The configuration file; without it, config/usher.toml
    #[arg(long, global = true, env = "USHER_CONFIG", value_name = "PATH")]
    config: Option<PathBuf>,
    /// Log more
    #[arg(long, short, global = true)]
    verbose: bool,
}

#[derive(Debug, Subcommand)]
enum Program {
    /// Run the bot
    Run,
    /// Validate the configuration and reach both APIs; changes nothing
    Check,
    /// Ask the bot running on this machine whether it is ready; for a container's health check
    Health,
    /// Bot, groups API and a stand-in for Discord in one process; no account needed
    #[cfg(feature = "sandbox")]
    Sandbox(sandbox::Options),
}

fn main() -> ExitCode {
    let line = CommandLine::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return failed(&error.into()),
    };
    let code = runtime.block_on(run(line));
    // A blocked thread must not delay the exit.
    runtime.shutdown_background();
    code
}

async fn run(line: CommandLine) -> ExitCode {
    #[cfg(feature = "sandbox")]
    if let Program::Sandbox(options) = line.program {
        if line.verbose {
            log::init(LogFormat::Text, true);
        }
        return finish(sandbox::run(options, in_sandbox::start_bot()).await);
    }
    let config = match Config::load(line.config.as_deref()) {
        Ok(config) => config,
        Err(error) => {
            complain(&error.to_string());
            return ExitCode::from(2);
        }
    };
    log::init(config.log.format, line.verbose);
    match line.program {
        Program::Run => finish(serve(config).await),
        Program::Check => match check::check(&config, Clock::system()).await {
            Ok(report) => {
                say(&report.to_string());
                if report.all_works() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
            }
            Err(error) => failed(&error),
        },
        Program::Health => finish(http::ask(config.http.listen).await),
        #[cfg(feature = "sandbox")]
        Program::Sandbox(_) => ExitCode::SUCCESS,
    }
}

/// Runs the bot until it is stopped.
async fn serve(config: Config) -> anyhow::Result<()> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut app = tokio::select! {
        app = App::start(config, Clock::system()) => app?,
        _ = terminate.recv() => return Ok(()),
        _ = interrupt.recv() => return Ok(()),
    };
    let ended = tokio::select! {
        ended = app.ended() => Some(ended),
        _ = terminate.recv() => None,
        _ = interrupt.recv() => None,
    };
    tracing::info!("stopping");
    app.stop().await;
    match ended {
        None => Ok(()),
        Some(Ok(())) => anyhow::bail!("the connection to Discord ended"),
        Some(Err(error)) => Err(error),
    }
}

fn finish(result: anyhow::Result<()>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => failed(&error),
    }
}

fn failed(error: &anyhow::Error) -> ExitCode {
    complain(&format!("{error:#}"));
    ExitCode::FAILURE
}

#[expect(clippy::print_stdout, reason = "the output of the command")]
fn say(text: &str) {
    print!("{text}");
}

#[expect(clippy::print_stderr, reason = "the error of the command")]
fn complain(text: &str) {
    for line in text.lines() {
        eprintln!("usher: {line}");
    }
}
