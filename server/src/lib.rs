//! Gangway's server: configuration, router, pages, REST and the command line.

pub mod api;
pub mod assembly;
pub mod cli;
pub mod config;
pub mod embedded;
pub mod health;
pub mod housekeeping;
pub mod listen;
pub mod pages;
pub mod program;
pub mod seed;
pub mod web;

/// A page is made of thousands of small pieces, each made and dropped by itself; with the C library's allocator a third of
/// the program's time went there. It must live within the limit that is set to whatever opens a file (`papers-worker`): one
/// that sets large stretches of addresses aside (mimalloc) failed there once in fifty.
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;
