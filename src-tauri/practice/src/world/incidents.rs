//! The incidents: reported, seeded, moved on, looked at.

use jiff::Timestamp;

use super::{World, random_text};
use crate::{
    IdStyle, Processed, Switches,
    kept::Kept,
    phishfort::{self, Entry, Incident, Seed, Step},
};

impl World {
    /// Takes a report in: one incident, one line in the list of what was truly processed.
    pub(crate) fn take_in(&self, seed: Seed, taken: impl FnOnce(&str, Timestamp) -> Processed) -> (String, Switches) {
        let now = self.clock.now();
        self.change(|inner| {
            let mut incident = self.make(&mut inner.kept, seed, now);
            let processed = taken(&incident.id, now);
            incident.by_report = true;
            incident.attachments = processed.files.clone();
            if let Some(comment) = processed.fields.get("comment").filter(|_| inner.kept.switches.echo_comment) {
                incident.history.push(Entry { message: comment.clone(), at: now, auto: false });
            }
            let id = incident.id.clone();
            inner.kept.incidents.push(incident);
            inner.kept.processed.push(processed);
            (id, inner.kept.switches.clone())
        })
    }

    /// Puts incidents there without a report; answers their ids in the same order.
    pub(crate) fn seed(&self, seeds: Vec<Seed>) -> Vec<String> {
        let now = self.clock.now();
        self.change(|inner| {
            let made = seeds.into_iter().map(|seed| {
                let incident = self.make(&mut inner.kept, seed, now);
                let id = incident.id.clone();
                inner.kept.incidents.push(incident);
                id
            });
            made.collect()
        })
    }

    fn make(&self, kept: &mut Kept, seed: Seed, now: Timestamp) -> Incident {
        kept.numbered += 1;
        let number = kept.numbered;
        let id = match self.id_style {
            IdStyle::Practice => format!("PRACTICE-{number:04}"),
            IdStyle::Opaque => opaque_id(),
        };
        phishfort::new_incident(id, number, seed, now)
    }

    /// Takes a step with the named incident, or else with the newest that is not at an end.
    pub(crate) fn next(&self, step: Step, incident: Option<&str>) -> Option<(String, String)> {
        let now = self.clock.now();
        self.change(|inner| {
            let wanted = inner.kept.incidents.iter_mut().filter(|candidate| match incident {
                Some(id) => candidate.id == id,
                None => !candidate.is_at_an_end(),
            });
            let chosen = wanted.max_by_key(|candidate| (candidate.reported_at, candidate.number))?;
            phishfort::advance(chosen, step, now);
            Some((chosen.id.clone(), chosen.status.clone()))
        })
    }

    pub(crate) fn incidents(&self) -> Vec<Incident> {
        self.look(|inner| inner.kept.incidents.clone())
    }

    /// What lists and lookups may show now, newest first.
    pub(crate) fn visible_newest_first(&self) -> (Vec<Incident>, Switches) {
        let now = self.clock.now();
        self.look(|inner| {
            let switches = inner.kept.switches.clone();
            let visible = inner.kept.incidents.iter().filter(|incident| incident.is_visible(now, &switches));
            let mut visible: Vec<Incident> = visible.cloned().collect();
            visible.sort_by_key(|incident| std::cmp::Reverse((incident.reported_at, incident.number)));
            (visible, switches)
        })
    }

    pub(crate) fn processed(&self) -> Vec<Processed> {
        self.look(|inner| inner.kept.processed.clone())
    }
}

/// 20 letters and digits, case matters, as the service's samples look.
fn opaque_id() -> String {
    random_text(b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", 20)
}
