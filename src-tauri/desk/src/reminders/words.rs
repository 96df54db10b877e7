//! What reminders say. The only words of the product that are not the window's, since it may be closed or behind others.

use domain::Moment;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use super::due::Due;
use super::place::{on, what};
use crate::contract::BlockKind;

/// More than this at once come as one notification: a desktop shows no twenty, and nobody reads them.
const SINGLY: usize = 3;
/// Blocks that such a notification names.
const NAMED: usize = 5;
/// Characters of a text of the service; the rest is cut.
const LONGEST: usize = 80;
/// Up to here the time left is told, and from there on the day.
const MINUTES_TOLD: u64 = 90;

/// One notification, and the reminders that are given with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Notification {
    pub title: String,
    pub body: String,
    pub gives: Vec<Due>,
}

/// When and where it is told.
pub(crate) struct Telling<'a> {
    pub now: Moment,
    /// In which times are told.
    pub zone: &'a TimeZone,
    pub practice: bool,
}

impl Telling<'_> {
    /// The notifications for what is due, in its order.
    pub(crate) fn notifications(&self, due: Vec<Due>) -> Vec<Notification> {
        if due.len() > SINGLY {
            return vec![self.several(due)];
        }
        due.into_iter().map(|one| self.one(one)).collect()
    }

    fn one(&self, due: Due) -> Notification {
        let on = on(&due.block);
        let kind = kind(&due.block.raw_kind);
        let at = due.block.effective_at;
        let (title, body) = if at <= self.now {
            // That it did start is not known before Cloudflare was asked again.
            let body = format!("{}: {kind}. See Our sites for how it stands now.", capital(&self.day_and_time(at)));
            (format!("A block {on} was due to start"), body)
        } else {
            let minutes = minutes_left(at, self.now);
            let when = if minutes <= MINUTES_TOLD { time_left(minutes) } else { self.on_day(at) };
            let body = format!(
                "{}: {kind}. Cloudflare says that asking for a review should stop it. See Our sites.",
                capital(&self.day_and_time(at)),
            );
            (format!("A block {on} starts {when}"), body)
        };
        Notification { title: self.titled(title), body, gives: vec![due] }
    }

    fn several(&self, due: Vec<Due>) -> Notification {
        let past = due.iter().filter(|one| one.block.effective_at <= self.now).count();
        let ahead = due.len() - past;
        let title = match (ahead, past) {
            (_, 0) => format!("{ahead} blocks start within a day"),
            (0, _) => format!("{past} blocks were due to start"),
            _ => {
                let start = if ahead == 1 { "starts" } else { "start" };
                let were = if past == 1 { "was" } else { "were" };
                format!("{} blocks: {ahead} {start} within a day, {past} {were} due to start", due.len())
            }
        };
        let mut soonest: Vec<_> = due.iter().map(|one| &one.block).collect();
        // What can still be stopped is named before what can't.
        soonest.sort_by_key(|block| (block.effective_at <= self.now, block.effective_at));
        let mut lines: Vec<String> = soonest
            .iter()
            .take(NAMED)
            .map(|block| format!("{}: {}", capital(&self.day_and_time(block.effective_at)), what(block)))
            .collect();
        lines.push(match due.len().saturating_sub(NAMED) {
            0 => "See Our sites.".into(),
            more => format!("And {more} more. See Our sites."),
        });
        Notification { title: self.titled(title), body: lines.join("\n"), gives: due }
    }

    fn titled(&self, title: String) -> String {
        if self.practice { format!("Practice: {title}") } else { title }
    }

    fn local(&self, at: Moment) -> Zoned {
        let outermost = if at < Moment(0) { Timestamp::MIN } else { Timestamp::MAX };
        Timestamp::from_millisecond(at.millis()).unwrap_or(outermost).to_zoned(self.zone.clone())
    }

    /// `tomorrow at 09:00`.
    fn day_and_time(&self, at: Moment) -> String {
        let local = self.local(at);
        // A machine that knows no zone of its own shows no time that could be taken for one.
        let zone = if self.zone.is_unknown() { " UTC" } else { "" };
        format!("{} at {}{zone}", self.day(local.date()), local.strftime("%H:%M"))
    }

    fn day(&self, day: Date) -> String {
        let today = self.local(self.now).date();
        if day == today {
            "today".into()
        } else if today.tomorrow().is_ok_and(|tomorrow| tomorrow == day) {
            "tomorrow".into()
        } else if today.yesterday().is_ok_and(|yesterday| yesterday == day) {
            "yesterday".into()
        } else {
            day.strftime(if day.year() == today.year() { "%-d %b" } else { "%-d %b %Y" }).to_string()
        }
    }

    fn on_day(&self, at: Moment) -> String {
        let day = self.day(self.local(at).date());
        // A date begins with a digit.
        if day.starts_with(char::is_numeric) { format!("on {day}") } else { day }
    }
}

fn minutes_left(at: Moment, now: Moment) -> u64 {
    // To the nearest: the hour before is looked at some seconds late, and is an hour all the same.
    at.since(now).as_secs().saturating_add(30) / 60
}

fn time_left(minutes: u64) -> String {
    let counted = |count: u64, one: &str| if count == 1 { format!("1 {one}") } else { format!("{count} {one}s") };
    match (minutes / 60, minutes % 60) {
        (0, 0) => "in less than a minute".into(),
        (0, minutes) => format!("in {}", counted(minutes, "minute")),
        (hours, 0) => format!("in {}", counted(hours, "hour")),
        (hours, minutes) => format!("in {} {}", counted(hours, "hour"), counted(minutes, "minute")),
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// A text of the service on one line: nothing hidden in it, and not too long.
pub(crate) fn one_line(told: &str) -> String {
    let shown = domain::visible(told).split_whitespace().collect::<Vec<_>>().join(" ");
    match shown.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &shown[..end]),
        None => shown,
    }
}

/// What a block is, as the window says it.
pub(crate) fn kind(raw: &str) -> String {
    let known = match crate::words::from_word(raw).unwrap_or(BlockKind::Other) {
        BlockKind::PhishingInterstitial => "Warning page (phishing)",
        BlockKind::MalwareInterstitial => "Warning page (malware)",
        BlockKind::MisleadingInterstitial => "Warning page (misleading)",
        BlockKind::CopyrightInterstitial => "Warning page (copyright)",
        BlockKind::LegalBlock => "Blocked for legal reasons",
        BlockKind::NetworkBlock => "Blocked on the network",
        BlockKind::GeoBlock => "Blocked in some countries",
        BlockKind::RateLimitCache => "Slowed down",
        BlockKind::RedirectVideoStream => "Video redirected",
        BlockKind::StreamBlockAccount => "Video blocked",
        BlockKind::AccountSuspend => "Account suspended",
        BlockKind::UserSuspend => "User suspended",
        BlockKind::RegistrarFreeze => "Domain frozen",
        BlockKind::RegistrarParking => "Domain parked",
        BlockKind::R2TakedownObject => "Stored file blocked",
        BlockKind::R2TakedownBucket => "Stored bucket blocked",
        BlockKind::R2TakedownAccount => "All stored files blocked",
        BlockKind::WorkersTakedownByZoneId => "Program on this domain stopped",
        BlockKind::PlayfairiteEnforce | BlockKind::ZoneFint | BlockKind::Other => {
            return format!("Other block ({})", one_line(raw));
        }
    };
    known.into()
}
