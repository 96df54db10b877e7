//! Dates as mail programs write them over a forwarded mail, in the languages of their readers, and as old ones write
//! them into heads.

use domain::Moment;

/// The months' names; a shortened one is recognised from three letters on.
const MONTHS: [&[&str]; 12] = [
    &["january", "januar", "jänner", "janvier", "enero", "gennaio", "januari", "janeiro", "stycznia", "styczeń"],
    &["february", "februar", "février", "fevrier", "febrero", "febbraio", "februari", "fevereiro", "lutego", "luty"],
    &["march", "märz", "maerz", "mrz", "mars", "marzo", "maart", "mrt", "março", "marca", "marzec"],
    &["april", "avril", "abril", "aprile", "kwietnia", "kwiecień"],
    &["may", "mai", "mayo", "maggio", "mei", "maio", "maja", "maj"],
    &["june", "juni", "juin", "junio", "giugno", "junho", "czerwca", "czerwiec"],
    &["july", "juli", "juillet", "julio", "luglio", "julho", "lipca", "lipiec"],
    &["august", "août", "aout", "agosto", "augustus", "sierpnia", "sierpień"],
    &["september", "septembre", "septiembre", "setiembre", "settembre", "setembro", "września", "wrzesień"],
    &["october", "oktober", "octobre", "octubre", "ottobre", "outubro", "października", "październik"],
    &["november", "novembre", "noviembre", "novembro", "listopada", "listopad"],
    &["december", "dezember", "décembre", "decembre", "diciembre", "dicembre", "dezembro", "grudnia", "grudzień"],
];

/// Zones by name, in minutes before UTC's clock is reached.
const ZONES: [(&str, i64); 20] = [
    ("utc", 0),
    ("gmt", 0),
    ("z", 0),
    ("wet", 0),
    ("bst", 60),
    ("west", 60),
    ("cet", 60),
    ("mez", 60),
    ("cest", 120),
    ("mesz", 120),
    ("eet", 120),
    ("eest", 180),
    ("est", -300),
    ("edt", -240),
    ("cst", -360),
    ("cdt", -300),
    ("mst", -420),
    ("mdt", -360),
    ("pst", -480),
    ("pdt", -420),
];

/// What was read of a date so far.
#[derive(Debug, Default)]
struct Parts {
    year: Option<i64>,
    month: Option<i64>,
    day: Option<i64>,
    time: Option<(i64, i64, i64)>,
    afternoon: Option<bool>,
    /// Minutes.
    zone: i64,
}

/// Reads a date. One without a zone is taken for UTC; one that may be two different days is none.
pub(super) fn date(text: &str) -> Option<Moment> {
    let text = text.trim();
    if text.len() > 120 {
        return None;
    }
    let year_first = text.len() >= 10 && text.bytes().take(4).all(|byte| byte.is_ascii_digit());
    if year_first && let Ok(moment) = Moment::parse_iso(text) {
        return Some(moment);
    }
    let mut parts = Parts::default();
    let american = text.to_lowercase().ends_with('m') && (text.ends_with("AM") || text.ends_with("PM"));
    let words = text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '(' | ')'));
    for word in words.map(|word| word.trim_matches('.')).filter(|word| !word.is_empty()) {
        parts.take(&word.to_lowercase(), american)?;
    }
    parts.moment()
}

impl Parts {
    /// None where the day can't be told.
    fn take(&mut self, word: &str, american: bool) -> Option<()> {
        if let Some(time) = time(word) {
            self.time = self.time.or(Some(time));
        } else if let Some(zone) = zone(word) {
            self.zone = zone;
        } else if matches!(word, "am" | "a.m" | "pm" | "p.m") {
            self.afternoon = Some(word.starts_with('p'));
        } else if let Some((year, month, day)) = numeric(word, american) {
            (self.year, self.month, self.day) = (Some(year), Some(month?), Some(day));
        } else if let Ok(number) = word.trim_end_matches(['.', 'º', '°']).parse::<i64>() {
            match number {
                1990..=2100 => self.year = self.year.or(Some(number)),
                // Old programs write two digits, after the day and the month.
                0..=99 if self.day.is_some() && self.month.is_some() && self.year.is_none() => {
                    self.year = Some(if number < 70 { number + 2000 } else { number + 1900 });
                }
                1..=31 => self.day = self.day.or(Some(number)),
                _ => {}
            }
        } else if let Some(month) = month(word) {
            // The last one: in some languages a weekday is shortened like a month.
            self.month = Some(month);
        }
        Some(())
    }

    fn moment(self) -> Option<Moment> {
        let (hour, minute, second) = self.time.unwrap_or_default();
        let hour = match self.afternoon {
            Some(true) if hour < 12 => hour + 12,
            Some(false) if hour == 12 => 0,
            _ => hour,
        };
        let (year, month, day) = (self.year?, self.month?, self.day?);
        let iso = format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z");
        let moment = Moment::parse_iso(&iso).ok()?;
        Some(Moment(moment.millis() - self.zone * 60_000))
    }
}

/// `10:42`, `10:42:10`, `10h42`, `10:42pm` without its letters.
fn time(word: &str) -> Option<(i64, i64, i64)> {
    let (hour, rest) = word.split_once([':', 'h'])?;
    let mut rest = rest.split(':');
    let number = |text: &str, most: i64| text.parse::<i64>().ok().filter(|number| (0..=most).contains(number));
    let minute = number(rest.next()?, 59)?;
    let second = rest.next().map_or(Some(0), |second| number(second, 60))?.min(59);
    Some((number(hour, 23)?, minute, second))
}

/// `+0100`, `gmt+1`, `cest`; in minutes.
fn zone(word: &str) -> Option<i64> {
    let (name, offset) = match word.find(['+', '-', '\u{2212}']) {
        Some(at) => word.split_at(at),
        None => (word, ""),
    };
    if offset.is_empty() {
        return ZONES.iter().find(|(known, _)| *known == name).map(|(_, minutes)| *minutes);
    }
    if !matches!(name, "" | "utc" | "gmt") {
        return None;
    }
    let sign = if offset.starts_with('+') { 1 } else { -1 };
    let digits: String = offset.chars().filter(char::is_ascii_digit).collect();
    let number = digits.parse::<i64>().ok()?;
    match digits.len() {
        1 | 2 => Some(sign * number * 60),
        3 | 4 => Some(sign * (number / 100 * 60 + number % 100)),
        _ => None,
    }
}

/// `02.11.2026`, `2/11/2026`, `2026-11-02`: the year, the month unless it can't be told from the day, and the day.
fn numeric(word: &str, american: bool) -> Option<(i64, Option<i64>, i64)> {
    let separator = word.chars().find(|c| matches!(c, '.' | '/' | '-'))?;
    let numbers: Vec<i64> = word.split(separator).map(str::parse).collect::<Result<_, _>>().ok()?;
    let [first, second, third] = numbers[..] else { return None };
    let year = |number: i64| if number < 100 { number + 2000 } else { number };
    if first > 999 {
        return Some((first, Some(second), third));
    }
    if separator == '.' || first > 12 {
        return Some((year(third), Some(second), first));
    }
    if second > 12 || american {
        return Some((year(third), Some(first), second));
    }
    Some((year(third), (first == second).then_some(first), first))
}

fn month(word: &str) -> Option<i64> {
    let letters = word.chars().count();
    let at = MONTHS
        .iter()
        .position(|names| names.iter().any(|name| *name == word || letters >= 3 && name.starts_with(word)))?;
    i64::try_from(at).ok().map(|at| at + 1)
}
