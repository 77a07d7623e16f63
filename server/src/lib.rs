//! Gangway's server: configuration, router, pages, REST and the command line.

pub mod config;
pub mod embedded;
pub mod listen;
pub mod pages;
pub mod web;
