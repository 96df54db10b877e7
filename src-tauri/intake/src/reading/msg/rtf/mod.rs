//! The text of a mail that Outlook keeps as RTF. It may be HTML in disguise (MS-OXRTFEX), which is taken out as it was;
//! or plain text; or RTF of its own, of which a little HTML is made so that its links keep their targets.

mod compressed;
mod group;
mod tokens;
mod written;

use std::collections::HashMap;

use super::codepage::{self, WESTERN};
use crate::reading::letter::Body;
use group::{Group, Kind};
use tokens::{Token, Tokens};
use written::Written;

pub(super) use compressed::unpacked;

/// Groups within groups; the text of deeper ones is passed over.
const DEEPEST: usize = 500;
const FONTS: usize = 1000;
const INSTRUCTION: usize = 8 * 1024;

/// What the RTF was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Made {
    FromHtml,
    FromText,
    Natively,
}

/// Its text, at most about `longest` bytes.
pub(super) fn body(rtf: &[u8], longest: usize) -> Body {
    let made = origin(rtf);
    let mut reader = Reader::new(made, longest);
    for token in Tokens::of(rtf) {
        if reader.out.is_full() {
            break;
        }
        reader.take(token);
    }
    reader.out.settle();
    Body { html: made != Made::FromText, text: reader.out.text }
}

/// It says so before its first text.
fn origin(rtf: &[u8]) -> Made {
    Tokens::of(rtf)
        .take(60)
        .find_map(|token| match token {
            Token::Word(b"fromhtml", number) if number != Some(0) => Some(Made::FromHtml),
            Token::Word(b"fromtext", _) => Some(Made::FromText),
            _ => None,
        })
        .unwrap_or(Made::Natively)
}

struct Reader {
    made: Made,
    out: Written,
    group: Group,
    around: Vec<Group>,
    too_deep: usize,
    /// The group has just opened, and its first word may say what it is.
    just_opened: bool,
    optional: bool,
    page: u32,
    fonts: HashMap<i32, u32>,
    font: i32,
    to_skip: u8,
    instruction: Vec<u8>,
}

impl Reader {
    fn new(made: Made, longest: usize) -> Self {
        let group = Group { kind: Kind::Text, rtf_only: false, stand_ins: 1, page: WESTERN, in_link: false };
        let mut out = Written::new(longest);
        out.escaped = made == Made::Natively;
        Self {
            made,
            out,
            group,
            around: Vec::new(),
            too_deep: 0,
            just_opened: false,
            optional: false,
            page: WESTERN,
            fonts: HashMap::new(),
            font: 0,
            to_skip: 0,
            instruction: Vec::new(),
        }
    }

    fn take(&mut self, token: Token) {
        let opened = std::mem::take(&mut self.just_opened);
        match token {
            Token::Open => self.open(),
            Token::Close => self.close(),
            _ if self.too_deep > 0 => {}
            Token::Symbol(b'*') if opened => {
                self.just_opened = true;
                self.optional = true;
            }
            Token::Symbol(symbol) => self.symbol(symbol),
            Token::Word(name, number) => {
                let optional = std::mem::take(&mut self.optional);
                match group::begun_by(name, optional).filter(|_| opened) {
                    Some(kind) => self.begin(kind),
                    None => self.word(name, number),
                }
            }
            Token::Byte(byte) => self.byte(byte),
        }
    }

    fn open(&mut self) {
        self.to_skip = 0;
        if self.around.len() >= DEEPEST {
            self.too_deep += 1;
            return;
        }
        self.around.push(self.group);
        self.group = self.group.within();
        self.just_opened = true;
        self.optional = false;
    }

    fn close(&mut self) {
        self.to_skip = 0;
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        if self.group.in_link {
            self.out.raw("</a>");
        }
        if let Some(around) = self.around.pop() {
            self.group = around;
        }
    }

    fn begin(&mut self, kind: Kind) {
        // What is passed over stays so, whatever opens within it.
        if self.group.kind == Kind::Skipped {
            return;
        }
        if kind == Kind::Instruction {
            self.instruction.clear();
        }
        if kind == Kind::Result && self.made == Made::Natively {
            let instruction = std::mem::take(&mut self.instruction);
            if let Some(target) = link_target(&codepage::decoded(&instruction, self.page)) {
                self.out.raw("<a href=\"");
                self.out.shown(&target);
                self.out.raw("\">");
                self.group.in_link = true;
            }
        }
        self.group.kind = if kind == Kind::Result { Kind::Text } else { kind };
    }

    fn word(&mut self, name: &[u8], number: Option<i32>) {
        match (name, number) {
            (b"ansicpg", Some(page)) => {
                self.page = u32::try_from(page).ok().filter(|page| *page != 0).unwrap_or(WESTERN);
                self.group.page = self.page;
            }
            (b"htmlrtf", number) => self.group.rtf_only = number != Some(0),
            (b"uc", Some(count)) => self.group.stand_ins = u8::try_from(count).unwrap_or(0),
            (b"u", Some(unit)) => self.unit(unit),
            (b"f", Some(font)) => self.use_font(font),
            (b"fcharset", Some(set)) if self.group.kind == Kind::Fonts => {
                if let Some(page) = codepage::of_character_set(set) {
                    self.know_font(page);
                }
            }
            (b"cpg", Some(page)) if self.group.kind == Kind::Fonts => {
                self.know_font(u32::try_from(page).unwrap_or(WESTERN));
            }
            (b"plain", _) => self.group.page = self.page,
            (b"par" | b"line" | b"row" | b"sect" | b"page", _) => self.line_end(),
            (b"tab" | b"cell", _) => self.shown("\t"),
            (b"lquote", _) => self.shown("\u{2018}"),
            (b"rquote", _) => self.shown("\u{2019}"),
            (b"ldblquote", _) => self.shown("\u{201C}"),
            (b"rdblquote", _) => self.shown("\u{201D}"),
            (b"bullet", _) => self.shown("\u{2022}"),
            (b"endash", _) => self.shown("\u{2013}"),
            (b"emdash", _) => self.shown("\u{2014}"),
            _ => {}
        }
    }

    fn use_font(&mut self, font: i32) {
        self.font = font;
        if self.group.kind != Kind::Fonts {
            self.group.page = self.fonts.get(&font).copied().unwrap_or(self.page);
        }
    }

    fn know_font(&mut self, page: u32) {
        if self.fonts.len() < FONTS {
            self.fonts.insert(self.font, page);
        }
    }

    fn symbol(&mut self, symbol: u8) {
        match symbol {
            b'\\' | b'{' | b'}' => self.byte(symbol),
            b'~' => self.shown("\u{A0}"),
            b'_' => self.shown("\u{2011}"),
            b'\r' | b'\n' => self.line_end(),
            _ => {}
        }
    }

    /// Whether text here belongs to the mail.
    fn is_shown(&self) -> bool {
        match self.group.kind {
            Kind::Tag => self.made == Made::FromHtml,
            Kind::Text => self.made == Made::Natively || !self.group.rtf_only,
            _ => false,
        }
    }

    fn shown(&mut self, text: &str) {
        if self.is_shown() {
            self.out.shown(text);
        }
    }

    fn line_end(&mut self) {
        if self.is_shown() {
            self.out.raw(if self.made == Made::Natively { "<br>\r\n" } else { "\r\n" });
        }
    }

    fn byte(&mut self, byte: u8) {
        if self.to_skip > 0 {
            self.to_skip -= 1;
        } else if self.group.kind == Kind::Instruction {
            if self.instruction.len() < INSTRUCTION {
                self.instruction.push(byte);
            }
        } else if self.is_shown() {
            let page = if self.group.kind == Kind::Tag { self.page } else { self.group.page };
            self.out.byte(byte, page);
        }
    }

    /// A UTF-16 unit; it is written as a number with a sign.
    fn unit(&mut self, unit: i32) {
        self.to_skip = self.group.stand_ins;
        if self.is_shown() {
            self.out.unit((unit & 0xFFFF) as u16);
        }
    }
}

/// Where `HYPERLINK "…"` leads.
fn link_target(instruction: &str) -> Option<String> {
    let rest = instruction.trim_start();
    let rest = rest.get(..9).filter(|word| word.eq_ignore_ascii_case("HYPERLINK")).map(|_| rest[9..].trim_start())?;
    let target = match rest.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next()?,
        None => rest.split_whitespace().next()?,
    };
    (!target.is_empty() && !target.starts_with('\\')).then(|| target.to_owned())
}

#[cfg(test)]
mod tests;
