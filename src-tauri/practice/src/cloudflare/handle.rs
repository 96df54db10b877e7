//! The played Cloudflare in the hands of a program that links this crate: the control desk without HTTP.

use std::{fmt, sync::Arc};

use jiff::Timestamp;

use super::{CfProcessed, CfReport, CfSeed, CfStep, CfSwitches};
use crate::{FaultOrder, SeenRequest, service::Service, world::World};

/// A handle on the played Cloudflare; clones mean the same one. It outlives the server. The clock, the faults and the
/// reset are one for both services.
#[derive(Clone)]
pub struct Cloudflare {
    pub(super) world: Arc<World>,
}

/// Says its name only: what is behind it holds the accepted tokens.
impl fmt::Debug for Cloudflare {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cloudflare").finish_non_exhaustive()
    }
}

impl Cloudflare {
    pub(crate) fn new(world: Arc<World>) -> Self {
        Self { world }
    }

    /// Every submission that was truly processed, oldest first.
    pub fn processed(&self) -> Vec<CfProcessed> {
        self.world.submissions()
    }

    /// Every submitted report there is, visible or not, in the order of their making.
    pub fn reports(&self) -> Vec<CfReport> {
        self.world.reports()
    }

    /// The requests that came for Cloudflare, oldest first; of both services the last 10,000 are remembered.
    pub fn requests(&self) -> Vec<SeenRequest> {
        self.world.requests_of(Service::Cloudflare)
    }

    /// Requests to either service that matched no route, as `METHOD /path?query`.
    pub fn unexpected(&self) -> Vec<String> {
        self.world.unexpected()
    }

    /// Orders a fault. Orders wait in line, those of both services in the same one; a request meets the oldest that
    /// waits for it.
    pub fn fault(&self, order: FaultOrder) {
        self.world.add_fault(order);
    }

    /// Takes a step with this report, or with the newest that is undecided. Answers its id and new status; `None` when
    /// there is no such report.
    pub fn next(&self, step: CfStep, report: Option<&str>) -> Option<(String, String)> {
        self.world.decide_next(step, report)
    }

    /// Puts reports there as if submitted elsewhere or long ago; answers their ids in order.
    pub fn seed(&self, reports: Vec<CfSeed>) -> Vec<String> {
        self.world.seed_reports(reports)
    }

    /// The practice time.
    pub fn now(&self) -> Timestamp {
        self.world.clock.now()
    }

    /// Turns the practice clock by so many milliseconds; negative turns back. News that are due by then come at once.
    pub fn turn_clock(&self, ms: i64) {
        self.world.turn_clock(ms);
    }

    /// How it behaves where the documentation leaves that open, and who may do what.
    pub fn switches(&self) -> CfSwitches {
        self.world.cf_switches()
    }

    /// Changes that.
    pub fn set_switches(&self, switches: CfSwitches) {
        self.world.set_cf_switches(switches);
    }

    /// Accepts these tokens from now on, as after a revocation. Tokens are never written to the state's file.
    pub fn set_tokens(&self, tokens: Vec<String>) {
        self.world.set_tokens(tokens);
    }

    /// How many requests this token, counted from 0, has left before it meets a 429.
    pub fn ratelimit_remaining(&self, token: usize) -> u32 {
        self.world.standing(token).remaining
    }

    /// Waits until so many submissions were processed since the last reset.
    pub async fn until_processed(&self, count: usize) {
        self.world.until(|world| world.submissions().len() >= count).await;
    }

    /// Waits until so many requests came for Cloudflare since the last reset.
    pub async fn until_requests(&self, count: usize) {
        self.world.until(|world| world.count_of(Service::Cloudflare) >= count).await;
    }
}
