//! A process as the kernel sees it (Linux, proc(5)): its processor time, its memory, its core.

use std::ffi::OsString;
use std::fs;
use std::hint::black_box;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::Context as _;

/// Iterations of the calibration loop; some tens of milliseconds.
const ITERATIONS: u64 = 20_000_000;
/// The unit of times in /proc: Linux tells user space 100 ticks a second.
const TICK: Duration = Duration::from_millis(10);
/// The fastest of so many counts: others were interrupted.
const TRIES: usize = 7;

/// What to put before a program so that it runs on that core; nothing where there is but one, or no `taskset`.
pub(crate) fn on_core(core: usize) -> Vec<OsString> {
    let works = Command::new("taskset").arg("-c").arg(core.to_string()).arg("true").stderr(Stdio::null()).status();
    match works {
        Ok(status) if status.success() => vec!["taskset".into(), "-c".into(), core.to_string().into()],
        _ => Vec::new(),
    }
}

/// Keeps a running process on that core, where that can be done.
pub(crate) fn pin(process: u32, core: usize) {
    let mut taskset = Command::new("taskset");
    taskset.args(["-a", "-c", "-p"]).arg(core.to_string()).arg(process.to_string());
    let ended = taskset.stdout(Stdio::null()).stderr(Stdio::null()).status();
    if !ended.is_ok_and(|status| status.success()) {
        println!("There is no taskset here, or one core only: the bots share it with what drives them.");
    }
}

/// Processor time of a process, the kernel's part of it included, in steps of 10 ms.
pub(crate) fn cpu(process: u32) -> anyhow::Result<Duration> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat"))?;
    // The name, in parentheses, may hold anything; `utime` and `stime` are the 12th and 13th fields after it.
    let (_, fields) = stat.rsplit_once(')').context("a name")?;
    let ticks: u64 = fields.split_whitespace().skip(11).take(2).filter_map(|ticks| ticks.parse::<u64>().ok()).sum();
    Ok(TICK * u32::try_from(ticks)?)
}

/// Memory of a process that is resident, in MiB.
pub(crate) fn resident(process: u32) -> anyhow::Result<f64> {
    let status = fs::read_to_string(format!("/proc/{process}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("VmRSS")?;
    let kib: f64 = line.trim().trim_end_matches(" kB").parse()?;
    Ok(kib / 1_024.0)
}

/// How long a fixed piece of work takes on the bots' core at this moment.
pub(crate) fn calibrate() -> anyhow::Result<Duration> {
    let mut line = on_core(1);
    line.push(std::env::current_exe()?.into());
    let (program, arguments) = line.split_first().context("a program")?;
    let output = Command::new(program).args(arguments).arg("--calibrate").output()?;
    Ok(Duration::from_nanos(String::from_utf8(output.stdout)?.trim().parse()?))
}

pub(crate) fn calibration_loop() -> Duration {
    let count = || {
        let start = Instant::now();
        let mut state = black_box(1_u64);
        for _ in 0..ITERATIONS {
            // xorshift: each step needs the one before.
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
        }
        black_box(state);
        start.elapsed()
    };
    (0..TRIES).map(|_| count()).min().unwrap_or_default()
}
