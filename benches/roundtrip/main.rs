//! The cost of a command: this bot and minimal bots of other libraries (`benches/peers`), each as a separate process
//! between the sandbox's stand-ins, on real sockets.
//!
//! `cargo bench --bench roundtrip` prepares the peers, measures, and prints the table of `benches/README.md`. Figures
//! differ between machines; only the ratios within one run matter. No figure makes it fail.
#![expect(clippy::print_stdout, reason = "prints the table")]

mod bots;
mod goals;
mod load;
mod measure;
mod process;
#[path = "../peers/ready.rs"]
mod ready;
mod report;

use std::path::PathBuf;
use std::process::Command;

use clap::Parser;

use bots::Bot;
use measure::Plan;

#[derive(Debug, Parser)]
#[expect(clippy::struct_excessive_bools, reason = "flags of a command line")]
struct Options {
    /// Send a few commands to each bot, to check that everything works
    #[arg(long)]
    short: bool,
    /// Number of starts of each bot, of which the median counts
    #[arg(long, value_name = "NUMBER")]
    rounds: Option<usize>,
    /// Measure only these bots
    #[arg(long, value_delimiter = ',')]
    only: Vec<String>,
    /// Do not install or build the peers; use those that exist
    #[arg(long)]
    as_they_are: bool,
    /// Program of this bot, instead of the one built with the bench
    #[arg(long, default_value = env!("CARGO_BIN_EXE_usher"))]
    bot: PathBuf,
    /// Run only the calibration loop
    #[arg(long, hide = true)]
    calibrate: bool,
    /// Passed by cargo
    #[arg(long, hide = true)]
    bench: bool,
}

fn main() -> anyhow::Result<()> {
    let options = Options::parse();
    if options.calibrate {
        println!("{}", process::calibration_loop().as_nanos());
        return Ok(());
    }
    if !options.as_they_are {
        let prepare = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/peers/prepare");
        let ended = Command::new(prepare).status()?;
        anyhow::ensure!(ended.success(), "benches/peers/prepare: {ended}");
    }
    let bots: Vec<Bot> = bots::all(&options.bot)
        .into_iter()
        .filter(|bot| options.only.is_empty() || options.only.iter().any(|only| only == bot.name))
        .collect();
    let mut plan = if options.short { Plan::short() } else { Plan::full() };
    plan.rounds = options.rounds.unwrap_or(plan.rounds);
    // The stand-ins use the first core, the bots the second, so that neither takes the other's time.
    process::pin(std::process::id(), 0);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let rows = runtime.block_on(measure::all(&bots, &plan))?;
    println!("\n{}", goals::measured(&options.bot));
    println!("{}", report::table(&bots, &rows));
    Ok(())
}
