//! The program itself, as it was built beside the tests.

use services::papers::Examiner;
use std::path::PathBuf;

/// The program; panics where it wasn't built.
pub fn gangway() -> PathBuf {
    let place = place();
    assert!(place.exists(), "{} is missing; run cargo build -p server", place.display());
    place
}

/// Deep checks by the real program. A test that needs none runs without it.
pub fn examiner() -> Examiner {
    Examiner::new(place(), None)
}

/// Where `cargo build` puts it: beside the folder of the test binaries. `GANGWAY_BIN` names another place.
fn place() -> PathBuf {
    if let Some(named) = std::env::var_os("GANGWAY_BIN") {
        return named.into();
    }
    let test = std::env::current_exe().expect("a test knows its own program");
    test.ancestors().nth(2).expect("tests are built into a folder of their own").join("gangway")
}
