//! One walk through a service's list at a time.

use std::sync::atomic::Ordering;

use super::Cache;

/// The right to walk through a list, until it is dropped.
#[must_use = "the walk is over when this is dropped"]
pub struct Walk<'a> {
    cache: &'a Cache,
}

impl Cache {
    /// Begins a walk; none while there is another one.
    pub fn walk(&self) -> Option<Walk<'_>> {
        let taken = self.walking.swap(true, Ordering::AcqRel);
        (!taken).then_some(Walk { cache: self })
    }
}

impl Drop for Walk<'_> {
    fn drop(&mut self) {
        self.cache.walking.store(false, Ordering::Release);
    }
}
