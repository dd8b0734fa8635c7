//! Figures of this process.

/// Returns the resident memory in bytes (proc(5), `VmRSS`).
#[cfg(target_os = "linux")]
pub(super) fn resident_memory() -> Option<i64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kibibytes: i64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    kibibytes.checked_mul(1024)
}

/// Other systems have no file that tells it.
#[cfg(not(target_os = "linux"))]
pub(super) fn resident_memory() -> Option<i64> {
    None
}
