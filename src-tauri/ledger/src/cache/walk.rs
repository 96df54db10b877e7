//! One walk through a service's list at a time.

use std::sync::atomic::{AtomicBool, Ordering};

use super::Cache;

/// The right to walk through a list, until it is dropped.
#[must_use = "the walk is over when this is dropped"]
pub struct Walk<'a> {
    taken: &'a AtomicBool,
}

impl<'a> Walk<'a> {
    fn take(taken: &'a AtomicBool) -> Option<Self> {
        let before = taken.swap(true, Ordering::AcqRel);
        (!before).then_some(Self { taken })
    }
}

impl Cache {
    /// Begins a walk through what was filed; none while there is another one.
    pub fn walk(&self) -> Option<Walk<'_>> {
        Walk::take(&self.walking)
    }
}

impl Drop for Walk<'_> {
    fn drop(&mut self) {
        self.taken.store(false, Ordering::Release);
    }
}
