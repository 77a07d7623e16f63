//! Files that a process opens, as `strace` tells them.

/// Lines of those that make a file, or open one to write into it; what isn't a file of a file system is left out.
pub fn written(trace: &str) -> Vec<&str> {
    trace.lines().filter(|line| writes(line)).collect()
}

fn writes(line: &str) -> bool {
    let makes = ["creat(", "memfd_create(", "mknod(", "mknodat("].iter().any(|call| line.contains(call));
    let opens = ["open(", "openat(", "openat2("].iter().any(|call| line.contains(call));
    let to_write = ["O_WRONLY", "O_RDWR", "O_CREAT", "O_TMPFILE"].iter().any(|flag| line.contains(flag));
    let device = ["\"/dev/", "\"/proc/"].iter().any(|place| line.contains(place));
    makes || (opens && to_write && !device)
}

#[cfg(test)]
mod tests {
    use super::written;

    #[test]
    fn whatever_could_hold_bytes_of_an_upload_is_told() {
        let trace = "strace: Process 71 attached with 4 threads\n\
            [pid 71] openat(AT_FDCWD, \"/tmp/.tmpA1\", O_RDWR|O_CREAT|O_EXCL|O_CLOEXEC, 0600) = 9\n\
            [pid 72] openat(AT_FDCWD, \"/tmp\", O_RDWR|O_TMPFILE, 0600) = 9\n\
            [pid 72] memfd_create(\"body\", MFD_CLOEXEC) = 10\n\
            [pid 71] openat(AT_FDCWD, \"/etc/hosts\", O_RDONLY|O_CLOEXEC) = 9\n\
            [pid 71] openat(AT_FDCWD, \"/dev/null\", O_RDWR) = 9\n";
        let found = written(trace);
        assert_eq!(found.len(), 3, "{found:?}");
        assert!(found.iter().all(|line| !line.contains("/etc/hosts") && !line.contains("/dev/null")));
    }
}
