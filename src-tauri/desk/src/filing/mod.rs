//! From a draft to the reports that Cloudflare gets: what stands in each field, the reports that the addresses become,
//! and what is wrong with them. Pure: the same draft always gives the same requests, to the byte.

mod addresses;
mod category;
mod check;
mod fill;
mod lists;

use cloudflare_abuse::{AccountId, CountryCode, Email, Prepared, Report, Sender, Text, Urls};
use domain::{Reference, Target};

use crate::contract::{DraftFields, ProfileView, ReportField};
use crate::tables;

pub(crate) use addresses::{Addresses, Group, normal, read};
pub(crate) use check::{counted, problem, problems};
pub(crate) use fill::{drop_stale_statements, fill, fills, value, without_statements};

/// All that the reports of a draft are made from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ground<'a> {
    pub fields: &'a DraftFields,
    /// The target, while it can be read.
    pub target: Option<&'a Target>,
    /// Who sends it; name and address are the person's own where the profile has none.
    pub profile: &'a ProfileView,
    /// The draft's code, from which each report's own is derived.
    pub reference: &'a Reference,
    /// The account that files it, once one is chosen.
    pub account: Option<&'a AccountId>,
}

/// One report as Cloudflare would get it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part {
    /// Finds this report again; it stands at the end of the comments.
    pub reference: Reference,
    pub hostname: String,
    /// The addresses as sent.
    pub urls: Vec<String>,
    /// The comments as sent, reference line included.
    pub comments: String,
    pub prepared: Prepared,
    /// The e-mail address that Cloudflare writes to.
    pub submitter: String,
}

/// The addresses that would be reported, group by group.
pub(crate) fn addresses(ground: Ground<'_>) -> Addresses {
    read(ground.fields, ground.target)
}

/// The reports, a request each. Empty while anything is wrong with any of them, which [`problems`] tells, and while no
/// account is chosen: a draft is sent whole or not at all.
pub(crate) fn parts(ground: Ground<'_>) -> Vec<Part> {
    if problems(ground).is_empty() { written(ground).unwrap_or_default() } else { Vec::new() }
}

/// What the client's own types make of it; none where they refuse a part.
fn written(ground: Ground<'_>) -> Option<Vec<Part>> {
    addresses(ground).groups.into_iter().map(|group| part(ground, group)).collect()
}

fn part(ground: Ground<'_>, group: Group) -> Option<Part> {
    let account = ground.account?;
    let act = &tables::rule(ground.fields.report_kind).act;
    let reference = ground.reference.derived(&format!("cloudflare/{act}/{}/{}", group.hostname, group.chunk));
    let comments = comments(ground, &reference);
    let sender = sender(ground)?;
    let submitter = sender.email.to_string();
    let urls = Urls::new(group.urls.iter().cloned()).ok()?;
    let mut report = Report::new(sender, urls, category::category(ground)?).ok()?;
    report.comments = Some(Text::new(&comments).ok()?);
    report.reported_country = match value(ground, ReportField::ReportedCountry) {
        Some(code) => Some(CountryCode::new(&code).ok()?),
        None => None,
    };
    report.reported_user_agent = category::optional(ground, ReportField::ReportedUserAgent)?;
    let prepared = report.prepare(account);
    Some(Part { reference, hostname: group.hostname, urls: group.urls, comments, prepared, submitter })
}

fn sender(ground: Ground<'_>) -> Option<Sender> {
    Some(Sender {
        email: Email::new(&value(ground, ReportField::Email)?).ok()?,
        name: category::text(ground, ReportField::Name)?,
        company: category::optional(ground, ReportField::Company)?,
        tele: category::optional(ground, ReportField::Telephone)?,
        title: category::optional(ground, ReportField::Title)?,
    })
}

/// What was written, then the line that finds the report again: the only text of a report that every kind has and that
/// comes back when it is read.
fn comments(ground: Ground<'_>, reference: &Reference) -> String {
    let line = reference.comment_line();
    match value(ground, ReportField::Comments) {
        Some(text) => format!("{text}\n\n{line}"),
        None => line,
    }
}

#[cfg(test)]
pub(crate) mod tests;
