//! The played PhishFort in the hands of a program that links this crate: the control desk without HTTP.

use std::{fmt, sync::Arc};

use jiff::Timestamp;

use crate::{FaultOrder, Incident, Processed, Seed, SeenRequest, Step, Switches, service::Service, world::World};

/// A handle on the played PhishFort; clones mean the same one. It outlives the server: what was processed can still be
/// read after the stop.
#[derive(Clone)]
pub struct PhishFort {
    world: Arc<World>,
}

/// Says its name only: what is behind it holds the accepted keys.
impl fmt::Debug for PhishFort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PhishFort").finish_non_exhaustive()
    }
}

impl PhishFort {
    pub(crate) fn new(world: Arc<World>) -> Self {
        Self { world }
    }

    /// Every report that was truly processed, oldest first.
    pub fn processed(&self) -> Vec<Processed> {
        self.world.processed()
    }

    /// Every request that came, those for Cloudflare left out, oldest first; of both services the last 10,000 are
    /// remembered, in memory only.
    pub fn requests(&self) -> Vec<SeenRequest> {
        self.world.requests_of(Service::PhishFort)
    }

    /// Requests to either service that matched no route, as `METHOD /path?query`. Whoever drives a test fails it unless this is empty.
    pub fn unexpected(&self) -> Vec<String> {
        self.world.unexpected()
    }

    /// Every incident there is, visible or not, in the order of their making.
    pub fn incidents(&self) -> Vec<Incident> {
        self.world.incidents()
    }

    /// Orders a fault. Orders wait in line; a request meets the oldest that waits for it.
    pub fn fault(&self, order: FaultOrder) {
        self.world.add_fault(order);
    }

    /// The faults that have not happened yet.
    pub fn waiting_faults(&self) -> Vec<FaultOrder> {
        self.world.waiting_faults()
    }

    /// Takes a step with this incident, or with the newest that is not at an end. Answers its id and new status;
    /// `None` when there is no such incident.
    pub fn next(&self, step: Step, incident: Option<&str>) -> Option<(String, String)> {
        self.world.next(step, incident)
    }

    /// Puts incidents there as if reported long ago; answers their ids in order.
    pub fn seed(&self, incidents: Vec<Seed>) -> Vec<String> {
        self.world.seed(incidents)
    }

    /// The practice time.
    pub fn now(&self) -> Timestamp {
        self.world.clock.now()
    }

    /// Turns the practice clock by so many milliseconds; negative turns back. News that are due by then come at once.
    pub fn turn_clock(&self, ms: i64) {
        self.world.turn_clock(ms);
    }

    /// How it behaves where the documentation leaves that open.
    pub fn switches(&self) -> Switches {
        self.world.switches()
    }

    /// Changes that.
    pub fn set_switches(&self, switches: Switches) {
        self.world.set_switches(switches);
    }

    /// Accepts these keys from now on, as after a revocation. Keys are never written to the state's file.
    pub fn set_keys(&self, keys: Vec<String>) {
        self.world.set_keys(keys);
    }

    /// Back to a first start, for both services: no incidents, no reports, no history, no faults, the clock right, the
    /// switches at their defaults. Keys and tokens stay.
    pub fn reset(&self) {
        self.world.reset();
    }

    /// Why the state could not be written the last time, if it could not.
    pub fn keeping_failed(&self) -> Option<String> {
        self.world.keeping_failed()
    }

    /// Waits until so many reports were processed since the last reset.
    pub async fn until_processed(&self, count: usize) {
        self.world.until(|world| world.processed().len() >= count).await;
    }

    /// Waits until so many such requests came since the last reset.
    pub async fn until_requests(&self, count: usize) {
        self.world.until(|world| world.count_of(Service::PhishFort) >= count).await;
    }
}
