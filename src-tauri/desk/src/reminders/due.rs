//! Which reminders are due. Pure: the blocks, what was given already and the time are arguments.

use std::collections::HashSet;
use std::time::Duration;

use domain::Moment;

/// A block that starts at its time, as our archive has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pending {
    /// Whose it is, by the service's id of the account.
    pub account: String,
    /// The report that led to it.
    pub report_id: String,
    /// The service's number of it, told apart from others by account and report only.
    pub id: String,
    /// When it starts.
    pub effective_at: Moment,
    /// The address that it is on, or the domain that its report is about, as it came; empty where neither is told.
    pub place: String,
    /// Whether it is known to be on just that address.
    pub place_exact: bool,
    /// How many addresses its report names, where it is not told which of them; else 0.
    pub one_of: u32,
    /// What it is put on, in the service's word.
    pub raw_scope: String,
    /// What it is, in the service's word.
    pub raw_kind: String,
}

/// How long before its start a block is told of. Elapsed time and no calendar day: where the clocks change in between,
/// the day before is told at another hour of the clock than the start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Mark {
    /// 24 hours.
    Day,
    /// 60 minutes.
    Hour,
}

impl Mark {
    pub(crate) const ALL: [Self; 2] = [Self::Day, Self::Hour];

    pub(crate) fn ahead(self) -> Duration {
        Duration::from_secs(match self {
            Self::Day => 24 * 3600,
            Self::Hour => 3600,
        })
    }
}

/// A reminder that was given. A block whose start moves is told of anew, so the start belongs to it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Given {
    pub account: String,
    pub report_id: String,
    pub id: String,
    pub effective_at: Moment,
    pub mark: Mark,
}

impl Given {
    pub(crate) fn of(block: &Pending, mark: Mark) -> Self {
        Self {
            account: block.account.clone(),
            report_id: block.report_id.clone(),
            id: block.id.clone(),
            effective_at: block.effective_at,
            mark,
        }
    }
}

/// A reminder to give now: one notification's worth of one block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Due {
    pub block: Pending,
    /// Every mark that it stands for, the earlier first: two that are late together are told once, since both would say
    /// the same, how long is left.
    pub marks: Vec<Mark>,
}

impl Due {
    fn due_at(&self) -> Moment {
        self.marks.first().map_or(self.block.effective_at, |mark| self.block.effective_at - mark.ahead())
    }

    pub(crate) fn given(&self) -> impl Iterator<Item = Given> + '_ {
        self.marks.iter().map(|mark| Given::of(&self.block, *mark))
    }
}

/// What is to be told now, and when the next reminder falls due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Plan {
    /// In the order in which they fell due.
    pub due: Vec<Due>,
    /// None while nothing more is ahead.
    pub next: Option<Moment>,
}

/// What to tell of these blocks. A start that is past by now is told as well, where no reminder told of it before: none
/// is lost to a machine that slept. What started up to `on_since`, when reminders were switched on, is left alone.
pub(crate) fn plan(pending: &[Pending], given: &HashSet<Given>, now: Moment, on_since: Moment) -> Plan {
    let mut plan = Plan { due: Vec::new(), next: None };
    for block in pending {
        let open = Mark::ALL.into_iter().filter(|mark| !given.contains(&Given::of(block, *mark)));
        let (marks, ahead): (Vec<_>, Vec<_>) = open.partition(|mark| block.effective_at - mark.ahead() <= now);
        let next = ahead.iter().map(|mark| block.effective_at - mark.ahead()).min();
        plan.next = [plan.next, next].into_iter().flatten().min();
        let missed_on_purpose = block.effective_at <= now && block.effective_at <= on_since;
        if !marks.is_empty() && !missed_on_purpose {
            plan.due.push(Due { block: block.clone(), marks });
        }
    }
    plan.due.sort_by(|one, other| {
        let key = |due: &Due| (due.due_at(), due.block.effective_at);
        let names = |due: &Due| (due.block.account.clone(), due.block.report_id.clone(), due.block.id.clone());
        key(one).cmp(&key(other)).then_with(|| names(one).cmp(&names(other)))
    });
    plan
}
