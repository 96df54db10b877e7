//! HTML as a row of tags and texts, entities read.

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, State, Tokenizer};

/// Attributes of one tag that are kept.
const ATTRIBUTES: usize = 64;

/// One thing in HTML.
#[derive(Debug)]
pub(super) enum Token {
    Start(Tag),
    End(String),
    Text(String),
    Comment(String),
}

/// A start tag; its name and those of its attributes in lower case.
#[derive(Debug, Default)]
pub(super) struct Tag {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub self_closing: bool,
}

impl Tag {
    /// The first attribute of that name, as browsers have it.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }
}

/// The tokens of a page. Scripts, styles and titles are one text each, whatever stands in them.
pub(super) fn tokens(html: &str) -> impl Iterator<Item = Token> {
    let mut tag: Option<Tag> = None;
    let emitter = CallbackEmitter::new(move |event: CallbackEvent<'_>, _: Span<()>| event_token(event, &mut tag));
    let mut tokenizer = Tokenizer::new_with_emitter(html, emitter);
    std::iter::from_fn(move || {
        let token = tokenizer.next()?.ok()?;
        if let Token::Start(tag) = &token
            && let Some(state) = inside(&tag.name)
        {
            tokenizer.set_state(state);
        }
        Some(token)
    })
}

fn event_token(event: CallbackEvent<'_>, open: &mut Option<Tag>) -> Option<Token> {
    match event {
        CallbackEvent::OpenStartTag { name } => {
            *open = Some(Tag { name: lossy(name).to_ascii_lowercase(), ..Tag::default() });
            None
        }
        CallbackEvent::AttributeName { name } => {
            let tag = open.as_mut()?;
            if tag.attributes.len() < ATTRIBUTES {
                tag.attributes.push((lossy(name).to_ascii_lowercase(), String::new()));
            }
            None
        }
        CallbackEvent::AttributeValue { value } => {
            // Beyond the last kept attribute, values would go to the wrong name.
            if let Some((_, kept)) = open.as_mut()?.attributes.last_mut()
                && kept.is_empty()
            {
                *kept = lossy(value);
            }
            None
        }
        CallbackEvent::CloseStartTag { self_closing } => {
            open.take().map(|tag| Token::Start(Tag { self_closing, ..tag }))
        }
        CallbackEvent::EndTag { name } => {
            *open = None;
            Some(Token::End(lossy(name).to_ascii_lowercase()))
        }
        CallbackEvent::String { value } => Some(Token::Text(lossy(value))),
        CallbackEvent::Comment { value } => Some(Token::Comment(lossy(value))),
        CallbackEvent::Doctype { .. } | CallbackEvent::Error(_) => None,
    }
}

/// How the inside of an element is read, where tags in it are text.
fn inside(name: &str) -> Option<State> {
    match name {
        "script" => Some(State::ScriptData),
        "style" | "xmp" => Some(State::RawText),
        "title" | "textarea" => Some(State::RcData),
        _ => None,
    }
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
