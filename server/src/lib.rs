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
