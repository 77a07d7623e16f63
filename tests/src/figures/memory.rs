//! What Linux says of a process's memory, in `/proc/…/status`.

/// Kibibytes of a line: `VmHWM` is the most that was ever in memory since it was last reset, `VmRSS` what is now.
pub fn kibibytes(status: &str, line: &str) -> Option<u64> {
    let value = status.lines().find_map(|one| one.strip_prefix(line)?.strip_prefix(':'))?;
    value.trim().strip_suffix("kB")?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::kibibytes;

    #[test]
    fn a_line_is_found_by_its_whole_name() {
        let status = "Name:\tgangway\nVmHWMark:\t1 kB\nVmHWM:\t   51234 kB\nVmRSS:\t   50000 kB\n";
        assert_eq!(kibibytes(status, "VmHWM"), Some(51_234));
        assert_eq!(kibibytes(status, "VmRSS"), Some(50_000));
        assert_eq!(kibibytes(status, "VmSwap"), None);
    }
}
