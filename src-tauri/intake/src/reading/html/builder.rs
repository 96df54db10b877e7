//! A page built from its tokens.

use std::collections::{HashMap, HashSet};

use super::draft::Draft;
use super::elements::{Counted, Element, Elements};
use super::leads::{self, Lead};
use super::names::{is_block, is_void};
use super::page::{Page, Run};
use super::scripts;
use super::style::{self, Look};
use super::tokens::{Tag, Token, tokens};
use crate::addresses::linked;
use crate::reading::budget::{ADDRESSES, Budget};
use crate::reading::heads::bounded;
use crate::reading::{Cut, Place};

/// Letters of the longest text that a button has.
const BUTTON_TEXT: usize = 80;
/// Links of a page that are kept; many of them may be the same.
const LINKS: usize = 2 * ADDRESSES;
/// Tokens between two looks at the clock.
const PAUSE: usize = 64;

#[derive(Debug, Default)]
pub(super) struct Builder {
    page: Page,
    drafts: Vec<Draft>,
    elements: Elements,
    classes: HashMap<String, Look>,
    counted: Counted,
    /// The link of the element that is open, kept here since asking the elements costs a walk.
    link: Option<usize>,
    base: Option<String>,
    /// Things that are loaded, each once: a page may load the same a thousand times.
    loaded: HashSet<String>,
    /// The element whose inside is no text of the page.
    raw: Option<String>,
    pre: usize,
}

impl Builder {
    pub(super) fn read(&mut self, html: &str, budget: &mut Budget, in_comment: bool) {
        for (count, token) in tokens(html).enumerate() {
            if count % PAUSE == PAUSE - 1 && !budget.has_time() {
                return;
            }
            match token {
                Token::Start(tag) => self.start(&tag, budget),
                Token::End(name) => self.end(&name),
                Token::Text(text) => self.text(&text, budget),
                // Outlook alone reads these.
                Token::Comment(text) if !in_comment && text.trim_start().starts_with("[if") => {
                    let inside = text.find('>').map_or("", |at| &text[at + 1..]);
                    self.read(inside, budget, true);
                }
                Token::Comment(_) => {}
            }
        }
    }

    pub(super) fn finish(mut self) -> Page {
        while self.close_top() {}
        self.page.links = self.drafts.into_iter().map(Draft::finished).collect();
        self.page
    }

    fn start(&mut self, tag: &Tag, budget: &mut Budget) {
        self.close_implied(&tag.name);
        if is_block(&tag.name) {
            self.page.line_end();
        }
        let look = self.look(tag);
        let mut element = Element { name: tag.name.clone(), look, before: self.counted, ..Element::default() };
        if let Some(program) = leads::forwarding_mark(tag) {
            self.page.marks.push((self.page.text.len(), program));
        }
        for lead in leads::of(tag) {
            let opened = self.lead(lead, look, budget);
            element.link = element.link.or(opened);
        }
        match tag.name.as_str() {
            "base" if self.base.is_none() => self.base = tag.get("href").map(str::to_owned),
            "img" | "input" | "v:imagedata" | "image" | "svg" => self.picture(tag, look),
            "button" => self.button(),
            "pre" => self.pre += 1,
            _ => {}
        }
        if matches!(tag.name.as_str(), "script" | "style" | "title") {
            self.raw = Some(tag.name.clone());
        }
        if is_void(&tag.name) || tag.self_closing && tag.name.contains(':') {
            return;
        }
        let opened = element.link;
        let kept = self.elements.push(element);
        if let Some(link) = opened {
            if kept {
                self.link = opened;
            } else {
                // Too deep to tell what is in it.
                self.drafts[link].seen = true;
            }
        }
    }

    fn look(&self, tag: &Tag) -> Look {
        let mut look = Look::default();
        if let Some(classes) = tag.get("class") {
            let looks = classes.split_whitespace().take(16).filter_map(|class| self.classes.get(&class.to_lowercase()));
            look = looks.fold(look, |look, other| look.with(*other));
        }
        if let Some(style) = tag.get("style") {
            look = look.with(style::look(style));
        }
        look.coloured |= tag.get("bgcolor").is_some_and(|colour| style::is_colour(&colour.to_ascii_lowercase()));
        look.gone |= tag.get("hidden").is_some();
        look
    }

    fn lead(&mut self, lead: Lead<'_>, look: Look, budget: &mut Budget) -> Option<usize> {
        if self.drafts.len() >= LINKS {
            budget.note(Cut::Addresses);
            return None;
        }
        // One script may be as long as all else.
        if lead.script && !budget.has_time() {
            return None;
        }
        if lead.place == Place::Loaded && !self.loaded.insert(lead.href.to_string()) {
            return None;
        }
        let address = match lead.script {
            true => scripts::in_handler(&lead.href),
            false => linked(&lead.href, self.base.as_deref()),
        }?;
        let place = match lead.place {
            Place::Link if look.is_button() => Place::Button,
            place => place,
        };
        let at = self.page.text.len();
        let hidden = lead.hidden || self.elements.gone() || look.gone;
        self.counted.links += usize::from(!lead.bare);
        let text = lead.text.map(bounded).unwrap_or_default();
        self.drafts.push(Draft {
            at,
            address,
            place,
            text,
            letters: 0,
            pictures: 0,
            // Outlook draws these itself, text or not.
            seen: lead.bare || lead.drawn,
            hidden,
            bare: lead.bare,
        });
        (!lead.bare).then(|| self.drafts.len() - 1)
    }

    fn picture(&mut self, tag: &Tag, look: Look) {
        let tiny = |name| tag.get(name).is_some_and(|size| matches!(size.trim(), "0" | "1" | "0px" | "1px"));
        if self.elements.gone() || look.gone || tiny("width") || tiny("height") {
            return;
        }
        if let Some(draft) = self.link.and_then(|link| self.drafts.get_mut(link)) {
            draft.pictures += 1;
            draft.seen = true;
        }
    }

    fn button(&mut self) {
        if let Some(draft) = self.link.and_then(|link| self.drafts.get_mut(link)) {
            draft.make_button();
        }
    }

    fn end(&mut self, name: &str) {
        if self.raw.as_deref() == Some(name) {
            self.raw = None;
        }
        if is_block(name) || name == "br" {
            self.page.line_end();
        }
        if name == "td" || name == "th" {
            self.page.space();
        }
        if !self.elements.has(name) {
            return;
        }
        while !self.elements.top_is(name) && self.close_top() {}
        self.close_top();
    }

    /// Elements that end where one of their kind begins.
    fn close_implied(&mut self, name: &str) {
        match name {
            "a" if self.elements.has("a") => self.end("a"),
            "br" => self.page.text.push('\n'),
            "td" | "th" if self.elements.top_is("td") || self.elements.top_is("th") => _ = self.close_top(),
            "tr" | "li" | "p" | "option" if self.elements.top_is(name) => _ = self.close_top(),
            "tr" if self.elements.top_is("td") => {
                self.close_top();
                self.close_implied("tr");
            }
            _ => {}
        }
    }

    fn close_top(&mut self) -> bool {
        let Some(element) = self.elements.pop() else { return false };
        if element.name == "pre" {
            self.pre = self.pre.saturating_sub(1);
        }
        self.judge_button(&element);
        if element.link.is_some() {
            self.link = self.elements.link();
        }
        true
    }

    /// A coloured box around nothing but one link's text is a button, and so is one inside of a link.
    fn judge_button(&mut self, element: &Element) {
        let before = element.before;
        let letters = self.counted.letters - before.letters;
        let boxed = element.look.is_button() || element.name == "button";
        if !boxed || letters > BUTTON_TEXT || letters == 0 && self.link.is_none() {
            return;
        }
        let inside = self.counted.links - before.links == 1 && self.counted.linked - before.linked == letters;
        let link = match self.link {
            Some(link) => Some(link),
            None if inside => self.drafts.iter().rposition(|draft| !draft.bare),
            None => None,
        };
        if let Some(draft) = link.and_then(|link| self.drafts.get_mut(link)) {
            draft.make_button();
        }
    }

    fn text(&mut self, text: &str, budget: &mut Budget) {
        match self.raw.as_deref() {
            Some("style") => style::classes(text, &mut self.classes),
            Some("script") => {
                for lead in scripts::in_script(text) {
                    self.lead(lead, Look::default(), budget);
                }
            }
            Some(_) => {}
            None => self.words(text),
        }
    }

    fn words(&mut self, text: &str) {
        let from = self.page.text.len();
        let mut letters = 0;
        if self.pre > 0 {
            self.page.text.push_str(text);
            letters = text.chars().filter(|c| !c.is_whitespace()).count();
        } else {
            for c in text.chars() {
                // A no-break space parts words like any other, and parses like none.
                if c.is_whitespace() {
                    self.page.space();
                } else {
                    self.page.text.push(c);
                    letters += 1;
                }
            }
        }
        let to = self.page.text.len();
        if to == from {
            return;
        }
        let hidden = self.elements.gone() || self.elements.blank();
        self.page.run(Run { from, to, hidden, link: self.link });
        if hidden {
            return;
        }
        self.counted.letters += letters;
        if let Some(link) = self.link {
            self.counted.linked += letters;
            let draft = &mut self.drafts[link];
            draft.letters += letters;
            draft.seen |= letters > 0;
            if draft.text.len() < 4000 {
                draft.text.push_str(&self.page.text[from..to]);
            }
        }
    }
}
