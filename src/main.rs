//! The command line. Exit codes: 0 success, 1 failed at run time, 2 wrong configuration or command line.

mod command_line;
#[cfg(feature = "sandbox")]
mod in_sandbox;
mod manual;
mod signals;

use std::io::{ErrorKind, Write as _};
use std::path::Path;
use std::pin::pin;
use std::process::ExitCode;

use clap::{CommandFactory as _, Parser as _};
use command_line::{CommandLine, DataProgram, Program, Settings};
use signals::{Signal, Signals};
use usher::app::App;
#[cfg(feature = "sandbox")]
use usher::config::LogFormat;
use usher::config::{Config, ConfigError};
use usher::{check, http, log, operator};
use usher_clock::Clock;

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
        return finish(sandbox::run(options, in_sandbox::start_bot(), &in_sandbox::PROVIDERS).await);
    }
    if let Program::Completions { shell } = line.program {
        return finish(write(&manual::completions(CommandLine::command(), shell)));
    }
    if let Program::Man { program } = &line.program {
        return finish(manual::page(CommandLine::command(), program.as_deref()).and_then(|page| write(&page)));
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
        Program::Run => finish(serve(config, line.config.as_deref()).await),
        Program::Check { json } => match checked(&config, json).await {
            Ok(true) => ExitCode::SUCCESS,
            Ok(false) => ExitCode::FAILURE,
            Err(error) => failed(&error),
        },
        Program::Health => finish(http::ask(config.http.listen).await),
        Program::Data(program) => match operate(program, &config).await {
            Ok(text) => {
                say(&text);
                ExitCode::SUCCESS
            }
            Err(error) => failed(&error),
        },
        // They need no configuration, and have ended above.
        Program::Completions { .. } | Program::Man { .. } => ExitCode::SUCCESS,
        #[cfg(feature = "sandbox")]
        Program::Sandbox(_) => ExitCode::SUCCESS,
    }
}

/// Runs a program for operators. Returns the text to print.
async fn operate(program: DataProgram, config: &Config) -> anyhow::Result<String> {
    let clock = Clock::system();
    match program {
        DataProgram::Backup { file } => operator::back_up(config, &file).await,
        DataProgram::Restore { file, replace } => operator::restore_from(config, &file, replace, &clock).await,
        DataProgram::Move { to } => operator::move_to(config, &to, &clock).await,
        DataProgram::Settings(Settings::Export { guild, file }) => {
            operator::export(config, guild, file.as_deref()).await
        }
        DataProgram::Settings(Settings::Import { file, guild, yes }) => {
            operator::import(config, &file, guild, yes, &clock).await
        }
        DataProgram::Forget { subject, yes } => match subject.named() {
            Some(subject) => operator::erase(config, &subject, yes).await,
            None => anyhow::bail!("name a person, a user or a server"),
        },
    }
}

/// Runs the bot until it is stopped. `file`: the configuration file, to read it again.
async fn serve(config: Config, file: Option<&Path>) -> anyhow::Result<()> {
    let mut signals = Signals::listen()?;
    let mut is_changed = false;
    let mut app = {
        let mut starting = pin!(App::start(config, Clock::system()));
        loop {
            tokio::select! {
                app = &mut starting => break app?,
                signal = signals.next() => match signal {
                    Signal::Stop => return Ok(()),
                    Signal::Reload => is_changed = true,
                },
            }
        }
    };
    if is_changed {
        reload(&mut app, file);
    }
    let ended = loop {
        let signal = tokio::select! {
            ended = app.ended() => break Some(ended),
            signal = signals.next() => signal,
        };
        match signal {
            Signal::Stop => break None,
            Signal::Reload => reload(&mut app, file),
        }
    };
    tracing::info!("stopping");
    app.stop().await;
    match ended {
        None => Ok(()),
        Some(Ok(())) => anyhow::bail!("the connection to Discord ended"),
        Some(Err(error)) => Err(error),
    }
}

/// Reads the configuration again. One that is not valid changes nothing.
fn reload(app: &mut App, file: Option<&Path>) {
    match Config::load(file) {
        Ok(config) => app.reload(config),
        Err(ConfigError(problems)) => {
            for problem in problems {
                tracing::error!(problem, "failed to reload the configuration: it stays as it was");
            }
        }
    }
}

/// Prints what was checked. Returns whether no check failed.
async fn checked(config: &Config, json: bool) -> anyhow::Result<bool> {
    let report = check::check(config, Clock::system()).await?;
    say(&if json { report.json()? } else { report.to_string() });
    Ok(report.all_works())
}

fn finish(result: anyhow::Result<()>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => failed(&error),
    }
}

fn failed(error: &anyhow::Error) -> ExitCode {
    complain(&format!("{error:#}"));
    if error.is::<ConfigError>() { ExitCode::from(2) } else { ExitCode::FAILURE }
}

/// Writes to standard output. A reader that has seen enough is no failure.
fn write(bytes: &[u8]) -> anyhow::Result<()> {
    match std::io::stdout().write_all(bytes) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
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
