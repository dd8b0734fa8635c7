//! Processor time, memory and core of a process, from the kernel (Linux, proc(5)).

use std::ffi::OsString;
use std::fs;
use std::hint::black_box;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::Context as _;

/// Iterations of the calibration loop; some tens of milliseconds.
const ITERATIONS: u64 = 20_000_000;
/// The unit of times in /proc: Linux reports 100 ticks a second to user space.
const TICK: Duration = Duration::from_millis(10);
/// Repetitions of the calibration, of which the fastest counts: others were interrupted.
const TRIES: usize = 7;

/// Returns the prefix of a command line that runs a program on that core; empty if there is only one core, or no
/// `taskset`.
pub(crate) fn on_core(core: usize) -> Vec<OsString> {
    let works = Command::new("taskset").arg("-c").arg(core.to_string()).arg("true").stderr(Stdio::null()).status();
    match works {
        Ok(status) if status.success() => vec!["taskset".into(), "-c".into(), core.to_string().into()],
        _ => Vec::new(),
    }
}

/// Pins a running process to that core, if possible.
pub(crate) fn pin(process: u32, core: usize) {
    let mut taskset = Command::new("taskset");
    taskset.args(["-a", "-c", "-p"]).arg(core.to_string()).arg(process.to_string());
    let ended = taskset.stdout(Stdio::null()).stderr(Stdio::null()).status();
    if !ended.is_ok_and(|status| status.success()) {
        println!("There is no taskset here, or one core only: the bots share it with what drives them.");
    }
}

/// Returns the processor time of a process, including the kernel's part, in steps of 10 ms.
pub(crate) fn cpu(process: u32) -> anyhow::Result<Duration> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat"))?;
    // The name, in parentheses, may contain any character; `utime` and `stime` are the 12th and 13th fields after it.
    let (_, fields) = stat.rsplit_once(')').context("expected a name in parentheses")?;
    let ticks: u64 = fields.split_whitespace().skip(11).take(2).filter_map(|ticks| ticks.parse::<u64>().ok()).sum();
    Ok(TICK * u32::try_from(ticks)?)
}

/// Returns the resident memory of a process, in MiB.
pub(crate) fn resident(process: u32) -> anyhow::Result<f64> {
    let status = fs::read_to_string(format!("/proc/{process}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("expected VmRSS")?;
    let kib: f64 = line.trim().trim_end_matches(" kB").parse()?;
    Ok(kib / 1_024.0)
}

/// Returns the current duration of a fixed piece of work on the bots' core.
pub(crate) fn calibrate() -> anyhow::Result<Duration> {
    let mut line = on_core(1);
    line.push(std::env::current_exe()?.into());
    let (program, arguments) = line.split_first().context("expected a program")?;
    let output = Command::new(program).args(arguments).arg("--calibrate").output()?;
    Ok(Duration::from_nanos(String::from_utf8(output.stdout)?.trim().parse()?))
}

pub(crate) fn calibration_loop() -> Duration {
    let count = || {
        let start = Instant::now();
        let mut state = black_box(1_u64);
        for _ in 0..ITERATIONS {
            // xorshift: each step depends on the previous one.
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
        }
        black_box(state);
        start.elapsed()
    };
    (0..TRIES).map(|_| count()).min().unwrap_or_default()
}
