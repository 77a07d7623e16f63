//! A new migration must be built in, though no source file names it.

fn main() {
    println!("cargo:rerun-if-changed=../../migrations");
}
