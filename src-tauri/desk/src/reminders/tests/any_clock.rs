//! Whatever the clock does, and whatever becomes of the blocks.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use domain::Moment;
use proptest::prelude::*;

use super::super::due::{Given, Mark, Pending, plan};
use super::{at, block};

/// What happens between two looks.
#[derive(Debug, Clone)]
enum Step {
    /// Time passes as it does: a look a minute.
    Minutes(u8),
    /// The machine sleeps.
    Asleep { hours: u8 },
    /// The clock is set right, a little back.
    Back { seconds: u16 },
    /// The app is closed and started again: only what was noted is known.
    Restart,
    /// A review is asked for, and the block never starts.
    Cancel(usize),
    /// Its start moves.
    Move { block: usize, minutes: i16 },
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        6 => (1_u8..20).prop_map(Step::Minutes),
        3 => (1_u8..40).prop_map(|hours| Step::Asleep { hours }),
        2 => (1_u16..120).prop_map(|seconds| Step::Back { seconds }),
        1 => Just(Step::Restart),
        1 => any::<usize>().prop_map(Step::Cancel),
        1 => (any::<usize>(), -2000_i16..4000).prop_map(|(block, minutes)| Step::Move { block, minutes }),
    ];
    prop::collection::vec(step, 1..60)
}

/// The app, as far as reminders go.
struct World {
    now: Moment,
    pending: Vec<Pending>,
    /// What is on disk.
    noted: HashSet<Given>,
    /// Every reminder that was given, with the time.
    told: Vec<(Given, Moment)>,
    cancelled: HashMap<String, usize>,
}

impl World {
    fn look(&mut self) {
        let plan = plan(&self.pending, &self.noted, self.now, Moment(i64::MIN));
        for due in &plan.due {
            self.told.extend(due.given().map(|given| (given, self.now)));
            self.noted.extend(due.given());
        }
        assert!(plan.next.is_none_or(|next| next > self.now), "what is due is told, not put off");
    }

    fn take(&mut self, step: Step) {
        match step {
            Step::Minutes(minutes) => {
                for _ in 0..minutes {
                    self.now = self.now + Duration::from_secs(60);
                    self.look();
                }
            }
            Step::Asleep { hours } => self.now = self.now + Duration::from_secs(3600 * u64::from(hours)),
            Step::Back { seconds } => self.now = self.now - Duration::from_secs(u64::from(seconds)),
            Step::Restart => {}
            Step::Cancel(which) if !self.pending.is_empty() => {
                let gone = self.pending.remove(which % self.pending.len());
                self.cancelled.insert(gone.id, self.told.len());
            }
            Step::Move { block, minutes } if !self.pending.is_empty() => {
                let which = block % self.pending.len();
                let moved = self.pending[which].effective_at.millis() + i64::from(minutes) * 60_000;
                self.pending[which].effective_at = Moment(moved);
            }
            Step::Cancel(_) | Step::Move { .. } => {}
        }
        self.look();
    }
}

proptest! {
    #[test]
    fn each_reminder_comes_exactly_once_and_none_after_a_cancel(
        starts in prop::collection::vec(0_i64..5 * 24 * 60, 1..8),
        steps in steps(),
    ) {
        // The day before the leap day, so that it lies in the middle.
        let begin = at("2028-02-28T00:00:00Z");
        let pending = starts.iter().enumerate().map(|(n, minutes)| {
            block(&format!("b{n}"), Moment(begin.millis() + minutes * 60_000))
        });
        let mut world = World {
            now: begin,
            pending: pending.collect(),
            noted: HashSet::new(),
            told: Vec::new(),
            cancelled: HashMap::new(),
        };
        world.look();
        for step in steps {
            world.take(step);
        }
        // In the end all of them have started.
        world.now = world.now + Duration::from_secs(60 * 24 * 3600);
        world.look();

        let once: HashSet<&Given> = world.told.iter().map(|(given, _)| given).collect();
        prop_assert_eq!(once.len(), world.told.len(), "each once");
        for block in &world.pending {
            for mark in Mark::ALL {
                prop_assert!(once.contains(&Given::of(block, mark)), "{:?} of {:?} is lost", mark, block);
            }
        }
        for (number, (given, told_at)) in world.told.iter().enumerate() {
            prop_assert!(*told_at >= given.effective_at - given.mark.ahead(), "too early: {:?}", given);
            prop_assert!(world.cancelled.get(&given.id).is_none_or(|told| number < *told), "after cancel: {:?}", given);
        }
    }

    #[test]
    fn in_time_they_come_in_order_and_within_a_minute(
        starts in prop::collection::vec(25 * 60 * 60_i64..4 * 24 * 60 * 60, 1..8),
    ) {
        let begin = at("2026-10-24T00:00:00Z");
        let blocks: Vec<_> = starts.iter().enumerate()
            .map(|(n, seconds)| block(&format!("b{n}"), Moment(begin.millis() + seconds * 1000)))
            .collect();
        let (mut now, mut noted, mut told) = (begin, HashSet::new(), Vec::new());
        while now < begin + Duration::from_secs(5 * 24 * 3600) {
            let plan = plan(&blocks, &noted, now, Moment(i64::MIN));
            for due in plan.due {
                prop_assert_eq!(due.marks.len(), 1, "in time, each has its own");
                let at = due.block.effective_at - due.marks[0].ahead();
                prop_assert!(now.since(at) <= Duration::from_secs(60), "late without a reason");
                told.push(at);
                noted.extend(due.given());
            }
            let look = now + Duration::from_secs(60 * 10);
            now = plan.next.map_or(look, |next| next.min(look));
        }
        prop_assert!(told.is_sorted(), "in the order in which they fall due");
        prop_assert_eq!(told.len(), starts.len() * 2, "none is lost");
    }
}
