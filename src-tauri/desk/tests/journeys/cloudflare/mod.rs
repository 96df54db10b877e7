//! Reports to Cloudflare, alone and beside PhishFort.

mod accounts;
mod bad_days;
mod both_desks;
mod denials;
mod entitlement;
mod evidence;
mod kinds;
mod limits;
mod lost_answers;
mod practising;
mod reported_before;
mod restarts;
mod splits;
