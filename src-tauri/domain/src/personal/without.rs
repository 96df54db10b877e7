//! An address or a text without what was found in it.

use std::ops::Range;

use super::address::{DEEPEST, nested};
use super::split::{Split, key_and_value, parameters};
use super::view::View;
use super::{Trace, UrlPart};
use crate::target::Target;

/// What stands where something was taken out.
pub(super) const REMOVED: &str = "[removed]";

/// See [`super::address_without`].
pub(super) fn address_without(address: &str, traces: &[Trace]) -> Option<String> {
    let gone = places(address, traces);
    let out = Cut { source: address, gone }.rest(&View::of(address), DEEPEST);
    (out != address && matches!(Target::parse(&out), Ok(Target::Web(_)))).then_some(out)
}

/// An address, and what goes from it.
struct Cut<'a> {
    source: &'a str,
    /// In order, none overlapping.
    gone: Vec<Range<usize>>,
}

impl Cut<'_> {
    /// What stays of the address that is read here, as it is written in the source: nothing is encoded anew.
    fn rest(&self, view: &View, depth: usize) -> String {
        let address = view.text();
        let split = Split::of(address);
        let authority = split.user.as_ref().unwrap_or(&split.host).start;
        let query = split.query.as_ref().or(split.fragment.as_ref());
        let before_query = query.map_or(address.len(), |range| range.start - 1);
        let mut out = self.written(view, 0..authority).to_owned();
        if let Some(user) = split.user.filter(|user| !self.takes(view, user)) {
            out.push_str(self.written(view, user.start..user.end + 1));
        }
        out.push_str(self.written(view, split.host.start..before_query));
        for (range, part) in [(split.query, UrlPart::Query), (split.fragment, UrlPart::Fragment)] {
            let Some(range) = range else { continue };
            let sign = self.written(view, range.start - 1..range.start);
            if !self.takes(view, &range) {
                out.push_str(sign);
                out.push_str(self.written(view, range));
                continue;
            }
            let kept = self.parameters(view, &range, part, depth);
            if !kept.is_empty() {
                out.push_str(sign);
                out.push_str(&kept);
            }
        }
        out
    }

    /// The parameters that stay, with the signs between them.
    fn parameters(&self, view: &View, range: &Range<usize>, part: UrlPart, depth: usize) -> String {
        let mut out = String::new();
        for parameter in parameters(view.text(), range, part) {
            let kept = match self.takes(view, &parameter) {
                false => self.written(view, parameter.clone()).to_owned(),
                true => match self.nested(view, &parameter, part, depth) {
                    Some(kept) => kept,
                    None => continue,
                },
            };
            if !out.is_empty() {
                // The sign before it: in a fragment, a `?` may part the route from its parameters.
                out.push_str(self.written(view, parameter.start - 1..parameter.start));
            }
            out.push_str(&kept);
        }
        out
    }

    /// A parameter that leads to another address stays, and what goes, goes from that address.
    fn nested(&self, view: &View, parameter: &Range<usize>, part: UrlPart, depth: usize) -> Option<String> {
        let (key, value) = key_and_value(view.text(), parameter);
        if key.is_some_and(|key| self.takes(view, &key)) {
            return None;
        }
        // As deep as the finder looks, and no deeper: below, the parameter goes whole.
        let depth = depth.checked_sub(1)?;
        let inner = nested(view, &value, part)?;
        let before = self.written(view, parameter.start..value.start);
        let rest = self.rest(&inner, depth);
        // What could not be cut out of it must not stay.
        (rest != self.written(view, value)).then(|| format!("{before}{rest}"))
    }

    fn written(&self, view: &View, at: Range<usize>) -> &str {
        self.source.get(view.source(&at)).filter(|_| !at.is_empty()).unwrap_or_default()
    }

    /// Whether something in this part goes.
    fn takes(&self, view: &View, at: &Range<usize>) -> bool {
        let at = if at.is_empty() { 0..0 } else { view.source(at) };
        let first = self.gone.partition_point(|gone| gone.end <= at.start);
        self.gone.get(first).is_some_and(|gone| gone.start < at.end)
    }
}

/// See [`super::text_without`].
pub(super) fn text_without(text: &str, traces: &[Trace]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for at in places(text, traces) {
        out.push_str(&text[done..at.start]);
        out.push_str(REMOVED);
        done = at.end;
    }
    out.push_str(&text[done..]);
    out
}

/// Where the removable traces of this text stand, in order, none overlapping. What stands otherwise here than the trace
/// says is of another text, and nothing is taken out by its place.
fn places(text: &str, traces: &[Trace]) -> Vec<Range<usize>> {
    let stands = |trace: &&Trace| !trace.text.is_empty() && text.get(trace.at.clone()) == Some(&trace.text);
    let gone = traces.iter().filter(stands).filter(|trace| trace.removable);
    let mut gone: Vec<Range<usize>> = gone.map(|trace| trace.at.clone()).collect();
    gone.sort_by_key(|at| at.start);
    gone.dedup_by(|next, last| {
        let overlap = next.start < last.end;
        if overlap {
            last.end = last.end.max(next.end);
        }
        overlap
    });
    gone
}
