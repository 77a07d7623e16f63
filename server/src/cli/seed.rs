//! `gangway seed`, and `gangway serve --seed`.

use crate::{
    config::Environment,
    program::Program,
    seed::{self, Logins, keep},
};
use anyhow::bail;
use std::{
    io::{self, IsTerminal as _, Write as _},
    process::ExitCode,
};

pub(super) async fn run(environment: &Environment) -> anyhow::Result<ExitCode> {
    Program::lend(environment, async |program| {
        if !seed::is_wanted(&program.services).await? {
            bail!("there are tenants already; the story is for an empty installation");
        }
        let logins = play(program).await?;
        print(&program.config.base_url.to_string(), &logins.to_string());
        Ok(ExitCode::SUCCESS)
    })
    .await
}

/// Plays the story where nothing is yet, and prints the logins that are kept, old or new.
pub(super) async fn first(program: &Program) -> anyhow::Result<()> {
    if seed::is_wanted(&program.services).await? {
        play(program).await?;
    }
    if let Some(logins) = program.folder().and_then(keep::kept) {
        print(&program.config.base_url.to_string(), &logins);
    }
    Ok(())
}

async fn play(program: &Program) -> anyhow::Result<Logins> {
    println!("inventing two tenants with their merchants, papers and cases (about a minute, once)");
    if let Some(folder) = program.folder() {
        keep::begin(folder)?;
    }
    let logins = seed::play(program, progress).await?;
    if let Some(folder) = program.folder() {
        keep::finish(folder, &logins)?;
    }
    Ok(logins)
}

/// A line that is written over on a terminal, and every tenth part of the way elsewhere.
fn progress(done: usize, all: usize) {
    let tenth = all.div_ceil(10).max(1);
    if io::stdout().is_terminal() {
        print!("\r  {done} of {all}\x1b[K");
        if done + 1 == all {
            print!("\r\x1b[K");
        }
        let _ = io::stdout().flush();
    } else if done.is_multiple_of(tenth) {
        println!("  {done} of {all}");
    }
}

/// How this very program is called from the folder in which it runs.
fn this_program() -> String {
    let named = ["PORT", "GANGWAY_DATA"];
    let given = named.iter().filter_map(|name| Some(format!("{name}={} ", std::env::var(name).ok()?)));
    let path = std::env::current_exe().map_or_else(|_| "gangway".into(), |path| path.display().to_string());
    given.collect::<String>() + &path
}

fn print(base_url: &str, logins: &str) {
    println!("sign in at {base_url}/account/sign-in as");
    print!("{logins}");
    println!("staff type a code as well, in the place of an app's: {} user totp EMAIL", this_program());
}
