//! Files made to cost as much as they can. Each is read in a process that may use a bounded time and memory, and each
//! has a clear outcome: what was cut, or why nothing was read.

mod any;
mod bounded;
mod compound;
mod mails;
mod markup;
mod nothing;
mod outlook;

use bounded::{cut, outcome};
