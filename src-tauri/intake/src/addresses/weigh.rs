//! What each thing about an address weighs. Only differences count: [`MARGIN`] is the smallest that decides.

use super::rank::Sign;
use crate::reading::Place;

/// Two addresses closer than this are about equally likely: the distance between a link and a button.
pub(super) const MARGIN: i32 = 20;
/// From here on an address may be filled in by itself: it stands in the suspicious mail, and nothing speaks for it.
pub(super) const CREDIBLE: i32 = IN_SUSPECT;

/// In the suspicious mail, not in what somebody wrote above it: more than all else together.
pub(super) const IN_SUSPECT: i32 = 100;
/// Its text asks to act: what a phisher wants.
pub(super) const CALL: i32 = 25;
/// Its text speaks of what stands at a mail's foot. Phishers copy those links from honest mails.
pub(super) const FOOT: i32 = -60;
/// The address itself speaks of that: weaker, since a phisher chooses it.
pub(super) const FOOT_IN_ADDRESS: i32 = -40;
/// A profile in a social network: an icon in a footer.
pub(super) const SOCIAL: i32 = -70;
/// The domain of somebody to whom it was sent, or who forwarded it: their signature, or their employer.
pub(super) const OF_PEOPLE: i32 = -120;
/// The sender's own domain: a little, since most are forged, and some are the phisher's.
pub(super) const OF_SENDER: i32 = 8;
/// Another's whole domain stands before its own, as in `login.contoso.com.evil.example`: made to be read in part.
pub(super) const OTHER_DOMAIN_BEFORE: i32 = 35;
/// A page on a host that everybody uses: phishing stands there, and so do many honest things.
pub(super) const ON_SHARED_HOST: i32 = -3;
/// One of our brands in the path of a site that is not ours.
pub(super) const BRAND_IN_PATH: i32 = 30;
/// It stands in a file that was attached, made to be opened: a page that asks for a password.
pub(super) const IN_FILE: i32 = 10;
/// A name alone in a sentence: less than an address that is written out, more than nothing.
pub(super) const IN_PASSING: i32 = -30;
/// Each further time that it stands there, up to [`TIMES_AT_MOST`].
pub(super) const AGAIN: i32 = 2;
/// Repetitions that count.
pub(super) const TIMES_AT_MOST: u32 = 3;

/// Where it stands: the more it is made to be clicked, the more.
pub(super) fn place(place: Place) -> i32 {
    match place {
        Place::Form | Place::Refresh => 60,
        Place::Button => 50,
        Place::PictureLink => 35,
        Place::Link => 30,
        Place::Text => 8,
        Place::Subject => 5,
        Place::Loaded => 0,
    }
}

/// What a sign adds.
pub(super) fn sign(sign: &Sign) -> i32 {
    match sign {
        Sign::LooksLikeBrand(_) => 45,
        Sign::HasBrand(_) => 40,
        Sign::UserInAddress | Sign::IpHost => 35,
        // Newsletters that count clicks do it as well.
        Sign::TextNamesOther(_) => 30,
        Sign::Punycode => 20,
        // Its place has its weight already.
        Sign::TakesInput => 0,
        // What nobody sees, nobody clicks: such links are there to confuse filters.
        Sign::Hidden => -35,
    }
}
