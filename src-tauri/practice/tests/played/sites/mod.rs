//! The played Cloudflare's other half: reports about the account, mitigations, appeals.

mod access;
mod appealing;
mod blocks;
mod bodies;
mod bulk;
mod clock;
mod control;
mod dmca;
mod faults;
mod lists;
mod lived_in;
mod mails;
mod paging;
mod state;
mod steps;
mod support;
