//! A phone number as a target.

use phonenumber::Mode;

use super::TargetProblem;

/// A phone number with its country code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhoneNumber {
    e164: String,
    international: String,
    pub(super) hidden: bool,
}

impl PhoneNumber {
    /// Reads cleaned text: `+` or `00`, country code and number, with what people put between the digits. Numbers that
    /// are given to nobody are read too: a swindler's caller display often shows one.
    pub(super) fn read(text: &str, hidden: bool) -> Result<Self, TargetProblem> {
        let number = digits(text).ok_or(TargetProblem::PhoneUnreadable)?;
        let number = phonenumber::parse(None, &number).map_err(|_| TargetProblem::PhoneUnreadable)?;
        let e164 = number.format().mode(Mode::E164).to_string();
        if !is_e164(&e164) {
            return Err(TargetProblem::PhoneUnreadable);
        }
        let international = number.format().mode(Mode::International).to_string();
        // A format without this number's digits would show another number than is sent.
        let same = international.chars().filter(char::is_ascii_digit).eq(e164.chars().skip(1));
        Ok(Self { international: if same { international } else { e164.clone() }, e164, hidden })
    }

    /// `+` and up to 15 digits, as PhishFort validates it (`phishfort-api.md` §3).
    pub fn e164(&self) -> &str {
        &self.e164
    }

    /// Grouped as people of its country write it, country code in front.
    pub fn international(&self) -> &str {
        &self.international
    }
}

/// `+` and the digits; none when there is anything that has no place in a number.
fn digits(text: &str) -> Option<String> {
    let rest = text.strip_prefix('+').or_else(|| text.strip_prefix("00"))?;
    // The zero that is dialled only at home, as in +44 (0)20.
    let rest = rest.replacen("(0)", "", 1);
    let mut number = String::from("+");
    for c in rest.chars() {
        match c {
            '0'..='9' => number.push(c),
            ' ' | '-' | '–' | '‑' | '(' | ')' | '.' | '/' => {}
            _ => return None,
        }
    }
    // Longer ones can't be E.164, and shorter ones would be a country code alone.
    (5..=17).contains(&number.len()).then_some(number)
}

fn is_e164(text: &str) -> bool {
    text.strip_prefix('+').is_some_and(|digits| {
        (2..=15).contains(&digits.len()) && !digits.starts_with('0') && digits.chars().all(|c| c.is_ascii_digit())
    })
}
