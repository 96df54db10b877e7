//! The played Cloudflare.

mod access;
mod deciding;
mod faults;
mod filing;
mod kinds;
mod limits;
mod lists;
mod reading;
mod state;
pub(crate) mod support;
