//! A calendar file (RFC 5545) of the blocks that are about to start: a calendar reminds whether this app runs or not.

mod lines;

#[cfg(test)]
mod tests;

use domain::Moment;

use self::lines::Lines;
use crate::reminders::due::Pending;
use crate::reminders::place;
use crate::reminders::words::{self, one_line};

/// The name that a calendar is suggested to be saved under.
pub(crate) const FILE_NAME: &str = "cloudflare-blocks.ics";

/// How long an entry is. A block has no known end, and calendars draw an entry without a length badly or not at all.
const LENGTH: &str = "PT15M";
/// When its alarms go off, as the reminders do. Of a time in UTC a day is 24 hours.
const ALARMS: [&str; 2] = ["-P1D", "-PT1H"];

/// The calendar of these blocks, as the text to be saved. `now` is when it was made: what is imported from a later one
/// takes the place of what came from an earlier one, since a block keeps its name.
pub(crate) fn calendar(blocks: &[Pending], now: Moment, practice: bool) -> String {
    let mut lines = Lines::default();
    lines.begin("VCALENDAR");
    lines.value("VERSION", "2.0");
    lines.value("PRODID", "-//Takedown Desk//Takedown Desk//EN");
    lines.value("CALSCALE", "GREGORIAN");
    lines.value("METHOD", "PUBLISH");
    for block in blocks {
        entry(&mut lines, block, now, practice);
    }
    lines.end("VCALENDAR");
    lines.into_text()
}

fn entry(lines: &mut Lines, block: &Pending, now: Moment, practice: bool) {
    let (on, kind) = (place::on(block), words::kind(&block.raw_kind));
    let practice = if practice { "Practice: " } else { "" };
    let summary = format!("{practice}Cloudflare block starts: {}", place::what(block));
    let description = format!(
        "{kind}, {on}.\nTo ask for a review, open Takedown Desk, go to Our sites, and choose “Ask for a review…” \
         beside this block. Cloudflare says that asking should stop it.\nReport {}, block {}.",
        one_line(&block.report_id),
        one_line(&block.id),
    );
    lines.begin("VEVENT");
    lines.text("UID", &uid(block));
    lines.value("DTSTAMP", &utc(now));
    lines.value("DTSTART", &utc(block.effective_at));
    lines.value("DURATION", LENGTH);
    lines.text("SUMMARY", &summary);
    lines.text("DESCRIPTION", &description);
    // Nobody is busy because a block starts.
    lines.value("TRANSP", "TRANSPARENT");
    for before_start in ALARMS {
        lines.begin("VALARM");
        lines.value("ACTION", "DISPLAY");
        lines.value("TRIGGER", before_start);
        lines.text("DESCRIPTION", &summary);
        lines.end("VALARM");
    }
    lines.end("VEVENT");
}

/// Names a block in every calendar, whoever exports it: by its account, report and number. Other characters than these
/// are written as their bytes, so that two blocks never share a name.
fn uid(block: &Pending) -> String {
    let part = |text: &str| -> String {
        text.bytes()
            .map(|byte| match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' => char::from(byte).to_string(),
                _ => format!("_{byte:02X}"),
            })
            .collect()
    };
    format!("{}.{}.{}@takedown-desk", part(&block.account), part(&block.report_id), part(&block.id))
}

/// `20261124T080000Z`. The format has room for the years 0 to 9999; a moment outside is the nearest inside.
fn utc(at: Moment) -> String {
    const YEAR_0: Moment = Moment(-62_167_219_200_000);
    let to_the_second = at.max(YEAR_0).iso();
    let digits: String = to_the_second.chars().take(19).filter(|c| !matches!(c, '-' | ':')).collect();
    format!("{digits}Z")
}
