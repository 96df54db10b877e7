//! From a mail's parts to what the suspicious mail in it says.

use super::files::{self, Read};
use super::finds::{Finds, Stand};
use super::lures::{self, Way};
use super::{told, tree};
use crate::reading::budget::Budget;
use crate::reading::forwarded::{self, Around, Forward};
use crate::reading::html::{self, Page};
use crate::reading::letter::{Body, Letter};
use crate::reading::{Came, MailProgram, Mailbox, Place, Reading, Source, text};

/// Characters of text that are kept for recognising a brand.
pub(super) const WORDS: usize = 4000;
/// People that are kept.
const PEOPLE: usize = 1000;

pub(super) fn read(outer: &Letter, source: Source, budget: &mut Budget) -> Reading {
    let way = lures::way_in(outer, budget);
    let Some((suspect, around)) = way.mails.split_last() else { return Reading::default() };
    let mut reading = Reading {
        source,
        head: suspect.head.clone(),
        came: if around.is_empty() { Came::Itself } else { Came::Attached },
        attachments: tree::attachments(outer),
        ..Reading::default()
    };
    let mut all = All { finds: Finds::default(), budget, way: &way, around, suspect, reading: &mut reading };
    all.letter(outer);
    let finds = all.finds;
    reading.addresses = finds.list;
    reading.told = told::is_told(&reading, suspect);
    let teller = reading.told.then(|| suspect.head.from.clone()).flatten();
    let senders = around.iter().filter_map(|letter| letter.head.from.clone());
    let people: Vec<Mailbox> = senders.chain(teller).collect();
    people.into_iter().for_each(|one| meet(&mut reading.people, one));
    reading
}

fn meet(people: &mut Vec<Mailbox>, one: Mailbox) {
    if people.len() < PEOPLE && !people.contains(&one) {
        people.push(one);
    }
}

/// A text of a mail, read.
enum Text<'a> {
    Plain(&'a str),
    Page(Page),
}

impl Text<'_> {
    fn whole(&self) -> &str {
        match self {
            Self::Plain(text) => text,
            Self::Page(page) => &page.text,
        }
    }

    fn seen(&self, from: usize) -> String {
        match self {
            Self::Plain(text) => text.get(from..).unwrap_or_default().chars().take(WORDS).collect(),
            Self::Page(page) => page.seen(from, WORDS),
        }
    }
}

struct All<'a> {
    finds: Finds,
    budget: &'a mut Budget,
    way: &'a Way<'a>,
    /// The mails around the suspicious one.
    around: &'a [&'a Letter],
    suspect: &'a Letter,
    reading: &'a mut Reading,
}

impl All<'_> {
    fn letter(&mut self, letter: &Letter) {
        letter.recipients.iter().for_each(|one| meet(&mut self.reading.people, one.clone()));
        let is_suspect = std::ptr::eq(letter, self.suspect);
        let is_around = self.around.iter().any(|outer| std::ptr::eq(*outer, letter)) && !self.way.is_luring(letter);
        let texts: Vec<Text<'_>> = letter.bodies.iter().map(|body| self.text(body)).collect();
        let forwards: Vec<Option<Forward>> = match is_suspect {
            true => {
                let around = Around {
                    subject: &letter.head.subject,
                    recipients: &letter.recipients,
                    sender: letter.head.from.as_ref(),
                    attached: !self.around.is_empty(),
                };
                texts.iter().map(|text| forwarded::find(text.whole(), around, self.budget)).collect()
            }
            false => texts.iter().map(|_| None).collect(),
        };
        let inline = forwards.iter().any(Option::is_some);
        // Who only passes a mail on puts nothing above it to be clicked.
        let lured = texts.iter().zip(&forwards).any(|(text, forward)| match (text, forward) {
            (Text::Page(page), Some(forward)) => lures::above(page, forward.from, &letter.recipients),
            _ => false,
        });
        let stand = Stand::whole(!is_around && (!inline || lured));
        self.finds.text(&letter.head.subject, Place::Subject, stand, self.budget);
        for (text, forward) in texts.iter().zip(&forwards) {
            let suspect = match forward {
                _ if is_around => (0, 0),
                Some(_) if lured => (0, usize::MAX),
                Some(forward) => (forward.from, usize::MAX),
                None => (0, forwarded::answered(text.whole(), &letter.head.subject, self.budget).unwrap_or(usize::MAX)),
            };
            let stand = Stand { suspect, file: None };
            match text {
                Text::Plain(text) => self.finds.text(text, Place::Text, stand, self.budget),
                Text::Page(page) => self.finds.page(page, stand, self.budget),
            }
        }
        if is_suspect {
            self.words(&texts, &forwards);
            let program = if inline { program(letter, &texts, &forwards) } else { MailProgram::Unknown };
            self.tell(letter, forwards, program);
        }
        drop(texts);
        self.pieces(letter, !is_around);
    }

    fn text<'b>(&mut self, body: &'b Body) -> Text<'b> {
        if body.html { Text::Page(html::page(&body.text, self.budget)) } else { Text::Plain(&body.text) }
    }

    /// The text that says the most, for a brand is best found there.
    fn words(&mut self, texts: &[Text<'_>], forwards: &[Option<Forward>]) {
        let seen = texts
            .iter()
            .zip(forwards)
            .map(|(text, forward)| text.seen(forward.as_ref().map_or(0, |forward| forward.body)));
        self.reading.words = seen.max_by_key(|words| words.trim().len()).unwrap_or_default();
    }

    /// Puts what an inline forward tells in place of the head around it.
    fn tell(&mut self, letter: &Letter, forwards: Vec<Option<Forward>>, program: MailProgram) {
        let mut told = forwards.into_iter().flatten().collect::<Vec<_>>();
        told.iter_mut().flat_map(|one| std::mem::take(&mut one.people)).for_each(|one| {
            meet(&mut self.reading.people, one);
        });
        let Some(best) = told.into_iter().max_by_key(fullness) else { return };
        let mut head = best.told;
        if head.subject.is_empty() {
            head.subject = forwarded::without_prefix(&letter.head.subject).to_owned();
        }
        letter.head.from.iter().for_each(|one| meet(&mut self.reading.people, one.clone()));
        self.reading.head = head;
        self.reading.came = Came::Inline;
        self.reading.forwarded_by = program;
    }

    fn pieces(&mut self, letter: &Letter, in_suspect: bool) {
        for piece in &letter.pieces {
            if let Some(inner) = &piece.letter {
                self.letter(inner);
                continue;
            }
            let Some(how) = files::how(piece) else { continue };
            if !self.budget.has_time() {
                return;
            }
            let decoded = if how == Read::Page { text::of_page(&piece.bytes) } else { text::decoded(&piece.bytes) };
            let kept = self.budget.take_text(&decoded);
            let name = tree::shown_name(piece);
            let stand = Stand { file: Some(&name), ..Stand::whole(in_suspect) };
            match how {
                Read::Page => {
                    let page = html::page(kept, self.budget);
                    self.finds.page(&page, stand, self.budget);
                }
                Read::Text => self.finds.text(kept, Place::Text, stand, self.budget),
                Read::Calendar => self.finds.text(&files::unfolded(kept), Place::Text, stand, self.budget),
            }
        }
    }
}

/// The fuller of two told heads is the better read one.
fn fullness(forward: &Forward) -> usize {
    let head = &forward.told;
    let from = head.from.as_ref().map_or(0, |from| if from.address.is_empty() { 1 } else { 3 });
    from + usize::from(!head.subject.is_empty())
        + usize::from(head.date.is_some())
        + usize::from(head.reply_to.is_some())
}

/// The program that forwarded: what it says of itself, what it leaves in the page, and the words of its mark.
fn program(letter: &Letter, texts: &[Text<'_>], forwards: &[Option<Forward>]) -> MailProgram {
    let mailer = letter.mailer.to_ascii_lowercase();
    let by_mailer = [
        ("outlook", MailProgram::Outlook),
        ("apple mail", MailProgram::AppleMail),
        ("iphone mail", MailProgram::AppleMail),
        ("ipad mail", MailProgram::AppleMail),
        ("thunderbird", MailProgram::Thunderbird),
        ("yahoo", MailProgram::Yahoo),
        ("ymail", MailProgram::Yahoo),
    ];
    if let Some((_, program)) = by_mailer.iter().find(|(name, _)| mailer.contains(name)) {
        return *program;
    }
    let in_page = texts.iter().zip(forwards).find_map(|(text, forward)| match (text, forward) {
        (Text::Page(page), Some(forward)) => {
            // What stands behind the beginning of the forwarded mail is the sender's, and may be made up.
            page.marks.iter().filter(|(at, _)| *at <= forward.from).map(|(_, program)| *program).next_back()
        }
        _ => None,
    });
    let by_words = forwards.iter().flatten().map(|one| one.program).find(|program| *program != MailProgram::Unknown);
    in_page.or(by_words).unwrap_or_default()
}
