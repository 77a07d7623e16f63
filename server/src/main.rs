//! `gangway`: one binary for everything.

use server::cli;
use services::papers::worker;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    // A process of its own for one file: its limits come before any thread.
    if arguments.next().is_some_and(|first| first == worker::COMMAND) {
        return worker::run(arguments);
    }
    // More than one provider of cryptography is in the tree; this one is ours.
    let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
    cli::main()
}
