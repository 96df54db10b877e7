//! Addresses that are made to be clicked. Who passes a mail on writes none: where one stands around an attached or a
//! quoted mail, that mail may be there to draw the eye away.

use domain::Target;

use super::files::{self, Read};
use super::tree;
use crate::addresses::{is_known_good, named_instead, site_domain};
use crate::reading::budget::Budget;
use crate::reading::forwarded;
use crate::reading::html::{self, Link, Page};
use crate::reading::letter::Letter;
use crate::reading::{AuthCheck, Mailbox, Place, text};

/// The mails from the outermost to the suspicious one.
pub(super) struct Way<'a> {
    pub mails: Vec<&'a Letter>,
    /// Those of them around the suspicious one that have lures of their own.
    pub luring: Vec<&'a Letter>,
}

impl Way<'_> {
    pub(super) fn is_luring(&self, letter: &Letter) -> bool {
        self.luring.iter().any(|one| std::ptr::eq(*one, letter))
    }
}

/// Goes into attached mails, and stops at a mail that lures by itself: one that nobody seems to have passed on, or in
/// which none lures.
pub(super) fn way_in<'a>(outer: &'a Letter, budget: &mut Budget) -> Way<'a> {
    let mails = tree::way_in(outer);
    let mut luring = Vec::new();
    for (at, letter) in mails.iter().enumerate().take(mails.len() - 1) {
        let forwards = is_forwarders(letter);
        let mut own = domains(&letter.recipients);
        if forwards {
            own.extend(domains(letter.head.from.as_slice()));
        }
        if !lures(letter, &own, budget) {
            continue;
        }
        let victims = domains(&letter.recipients);
        if !forwards || !mails[at + 1..].iter().any(|inner| lures(inner, &victims, budget)) {
            return Way { mails: mails[..=at].to_vec(), luring };
        }
        luring.push(*letter);
    }
    Way { mails, luring }
}

/// Whether a lure stands in a page before this place.
pub(super) fn above(page: &Page, to: usize, recipients: &[Mailbox]) -> bool {
    let own = domains(recipients);
    page.links.iter().take_while(|link| link.at < to).any(|link| is_lure(link, &own))
}

fn lures(letter: &Letter, own: &[String], budget: &mut Budget) -> bool {
    let bodies = letter.bodies.iter().filter(|body| body.html).map(|body| body.text.clone());
    let files = letter.pieces.iter().filter(|piece| files::how(piece) == Some(Read::Page));
    let mut pages = bodies.chain(files.map(|piece| text::of_page(&piece.bytes)));
    pages.any(|page| budget.has_time() && html::page(&page, budget).links.iter().any(|link| is_lure(link, own)))
}

fn is_lure(link: &Link, own: &[String]) -> bool {
    if link.hidden && link.place != Place::Refresh {
        return false;
    }
    let Ok(target @ Target::Web(_)) = Target::parse(&link.address.address) else { return false };
    let Some(host) = target.host() else { return false };
    let made_to_be_clicked = match link.place {
        Place::Form | Place::Refresh | Place::Button => true,
        Place::Link | Place::PictureLink => named_instead(&target, &link.text).is_some(),
        Place::Text | Place::Subject | Place::Loaded => false,
    };
    made_to_be_clicked
        && !own.iter().any(|own| own == site_domain(host))
        && !domain::is_mail_provider(host)
        && !is_known_good(&link.address.address)
}

/// Whether somebody passed on what is in this mail: to those who look into such mails, to a colleague, or by its own
/// word. What fails its checks is not believed.
fn is_forwarders(letter: &Letter) -> bool {
    let colleagues = domains(letter.head.from.as_slice());
    let to_colleague = domains(&letter.recipients).iter().any(|one| colleagues.contains(one));
    let passed_on = forwarded::is_report(&letter.recipients) || forwarded::says_passed_on(&letter.head.subject);
    (to_colleague || passed_on) && !letter.head.checks.iter().any(fails)
}

/// Whether a check of the sender was not passed (RFC 8601 §2.7).
pub(super) fn fails(check: &AuthCheck) -> bool {
    matches!(check.method.as_str(), "spf" | "dkim" | "dmarc")
        && matches!(check.result.as_str(), "fail" | "hardfail" | "softfail")
}

/// The domains of people; a mail provider's is nobody's.
fn domains(people: &[Mailbox]) -> Vec<String> {
    let host = |one: &Mailbox| one.address.rsplit_once('@').map(|(_, host)| host.trim().to_ascii_lowercase());
    let hosts = people.iter().filter_map(host).filter(|host| !domain::is_mail_provider(host));
    hosts.map(|host| site_domain(&host).to_owned()).collect()
}
