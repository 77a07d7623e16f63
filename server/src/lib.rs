//! Gangway's server: configuration, router, pages, REST and the command line.

pub mod pages;
pub mod web;
