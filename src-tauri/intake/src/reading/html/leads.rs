//! What a tag leads to, and how.

use std::borrow::Cow;

use super::names::is_void;
use super::scripts;
use super::tokens::Tag;
use crate::reading::{MailProgram, Place};

/// Bytes of an address that is looked at.
pub(super) const LONGEST: usize = 32 * 1024;

/// One way away from a page.
#[derive(Debug)]
pub(super) struct Lead<'a> {
    pub href: Cow<'a, str>,
    pub place: Place,
    /// It is a script, and the address stands in one of its strings.
    pub script: bool,
    /// Nobody sees it.
    pub hidden: bool,
    /// Nothing inside the element is its text.
    pub bare: bool,
    /// It is drawn even where nothing is in it.
    pub drawn: bool,
    /// A text that an attribute tells.
    pub text: Option<&'a str>,
}

pub(super) fn lead<'a>(href: impl Into<Cow<'a, str>>, place: Place) -> Lead<'a> {
    Lead { href: href.into(), place, script: false, hidden: false, bare: true, drawn: false, text: None }
}

fn link(href: &str, place: Place) -> Lead<'_> {
    Lead { bare: false, ..lead(href, place) }
}

/// Everything that a tag leads to.
pub(super) fn of(tag: &Tag) -> Vec<Lead<'_>> {
    let mut leads = Vec::new();
    if tag.attributes.is_empty() {
        return leads;
    }
    let get = |name: &str| tag.get(name).filter(|value| value.len() <= LONGEST);
    match tag.name.as_str() {
        "a" => leads.extend(anchor(tag)),
        "area" => leads.extend(get("href").map(|href| lead(href, Place::PictureLink))),
        "form" => leads.extend(get("action").map(|href| lead(href, Place::Form))),
        "meta" if get("http-equiv").is_some_and(|kind| kind.trim().eq_ignore_ascii_case("refresh")) => {
            leads.extend(get("content").and_then(refreshed).map(|href| lead(href, Place::Refresh)));
        }
        // A page inside the page is seen without a click.
        "iframe" | "frame" => leads.extend(get("src").map(|href| lead(href, Place::Refresh))),
        "link" => leads.extend(get("href").map(|href| lead(href, Place::Loaded))),
        name if name.starts_with("v:") => {
            leads.extend(get("href").map(|href| Lead { drawn: true, ..link(href, Place::Button) }))
        }
        _ => {}
    }
    if tag.name != "a" {
        let lead = scripted(tag).or_else(|| get("data-href").map(|href| link(href, Place::Link)));
        let text = tag.get("value").or_else(|| tag.get("alt"));
        leads.extend(lead.map(|lead| if is_void(&tag.name) { Lead { bare: true, text, ..lead } } else { lead }));
    }
    leads.extend(get("formaction").map(|href| Lead { text: tag.get("value"), ..lead(href, Place::Form) }));
    if !matches!(tag.name.as_str(), "iframe" | "frame") {
        leads.extend(["src", "background", "poster", "data"].iter().filter_map(|name| get(name)).map(loaded));
    }
    leads.extend(get("srcset").and_then(|set| set.split_whitespace().next()).map(loaded));
    leads.extend(get("style").into_iter().flat_map(in_style).map(loaded));
    leads
}

fn loaded(href: &str) -> Lead<'_> {
    lead(href, Place::Loaded)
}

/// A link leads where it says; one that says nothing may say it in a script.
fn anchor(tag: &Tag) -> Option<Lead<'_>> {
    let href = tag.get("href").or_else(|| tag.get("xlink:href")).filter(|href| href.len() <= LONGEST);
    let place = if is_called_button(tag) { Place::Button } else { Place::Link };
    let nowhere = href.is_none_or(|href| {
        let href = href.trim_start();
        href.is_empty() || href.starts_with('#') || starts_script(href)
    });
    if nowhere {
        let in_href = href.filter(|href| starts_script(href.trim_start()));
        let script = in_href.filter(|script| scripts::leads_away(script)).map(|script| scripted_lead(script, place));
        let told = script.or_else(|| scripted(tag).map(|lead| Lead { place, ..lead }));
        return told
            .or_else(|| tag.get("data-href").filter(|href| href.len() <= LONGEST).map(|href| link(href, place)));
    }
    href.map(|href| link(href, place))
}

fn starts_script(href: &str) -> bool {
    href.get(..11).is_some_and(|start| start.eq_ignore_ascii_case("javascript:"))
}

/// A script on an element that goes somewhere.
fn scripted(tag: &Tag) -> Option<Lead<'_>> {
    let place = if tag.name == "body" { Place::Refresh } else { Place::Button };
    let mut scripts = tag.attributes.iter().filter(|(name, _)| name.starts_with("on")).map(|(_, script)| script);
    scripts
        .find(|script| script.len() <= LONGEST && scripts::leads_away(script))
        .map(|script| Lead { bare: tag.name == "body", ..scripted_lead(script, place) })
}

fn scripted_lead(script: &str, place: Place) -> Lead<'_> {
    Lead { script: true, ..link(script, place) }
}

/// `5; url='https://…'`.
fn refreshed(content: &str) -> Option<&str> {
    let at = content.to_ascii_lowercase().find("url")?;
    let rest = content[at + 3..].trim_start().strip_prefix('=')?.trim();
    Some(rest.trim_matches(['"', '\'']))
}

/// Pictures that a style loads.
fn in_style(style: &str) -> impl Iterator<Item = &str> {
    style
        .split("url(")
        .skip(1)
        .take(4)
        .filter_map(|rest| rest.split(')').next())
        .map(|href| href.trim().trim_matches(['"', '\'']))
}

/// Whether a link is called a button by who wrote it.
fn is_called_button(tag: &Tag) -> bool {
    let called = ["class", "id"].iter().filter_map(|name| tag.get(name)).any(|names| {
        let names = names.to_ascii_lowercase();
        names.contains("btn")
            || names.contains("button")
            || names.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| word == "cta")
    });
    called || tag.get("role").is_some_and(|role| role.trim().eq_ignore_ascii_case("button"))
}

/// What mail programs call the place where a forwarded mail begins.
pub(super) fn forwarding_mark(tag: &Tag) -> Option<MailProgram> {
    let id = tag.get("id").unwrap_or_default();
    let class = tag.get("class").unwrap_or_default();
    if id.is_empty() && class.is_empty() {
        return None;
    }
    let is = |name: &str| class.split_whitespace().any(|own| own == name || own.ends_with(&format!("_{name}")));
    if id.ends_with("divRplyFwdMsg") || id.ends_with("appendonsend") || is("OutlookMessageHeader") {
        return Some(MailProgram::Outlook);
    }
    if is("gmail_quote") || is("gmail_attr") {
        return Some(MailProgram::Gmail);
    }
    if is("moz-forward-container") || is("moz-email-headers-table") {
        return Some(MailProgram::Thunderbird);
    }
    if class.contains("yahoo_quoted") || id.contains("yahoo_quoted") {
        return Some(MailProgram::Yahoo);
    }
    is("AppleMailSignature").then_some(MailProgram::AppleMail)
}
