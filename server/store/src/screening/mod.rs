//! Lists, their files, and who of an application may stand on them. Nothing of it leaves the desk and the console.

pub mod hits;
pub mod lists;
