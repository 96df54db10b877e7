//! The body of a mail as text to read. Whether the service writes HTML is not documented: where it does, tags go, and
//! what a link hides is written out. The outcome is text, never markup: nothing here has to be complete to be safe.

mod tag;

use tag::{Tag, tags};

/// Characters that are shown at most: a mail of more is no mail to read.
const MOST_CHARS: usize = 50_000;
/// Tags with a blank line around.
const PARAGRAPHS: [&str; 10] = ["blockquote", "h1", "h2", "h3", "h4", "hr", "ol", "p", "table", "ul"];
/// Tags that begin a line.
const LINES: [&str; 12] =
    ["address", "article", "body", "center", "dd", "div", "dt", "footer", "header", "li", "section", "tr"];
/// Further tags by which HTML is told from a text with angle brackets in it.
const OTHERS: [&str; 12] = ["a", "b", "em", "font", "head", "html", "i", "pre", "span", "strong", "td", "u"];
/// Tags whose content is nothing to read.
const UNREAD: [&str; 4] = ["script", "style", "template", "title"];
const ENTITIES: [(&str, char); 12] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", ' '),
    ("copy", '©'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
];

/// The body as text: as it is, unless it is HTML.
pub(super) fn readable(body: &str) -> String {
    let cut = body.char_indices().nth(MOST_CHARS).map_or(body.len(), |(at, _)| at);
    let end = if cut < body.len() { "…" } else { "" };
    let body = &body[..cut];
    let text = if is_html(body) { plain(body) } else { body.to_owned() };
    text + end
}

/// Something was closed that only HTML has: a text may well say "a <b and c> d".
fn is_html(body: &str) -> bool {
    let known = |name: &str| [&PARAGRAPHS[..], &LINES, &OTHERS, &UNREAD].iter().any(|list| list.contains(&name));
    tags(body).any(|tag| tag.name == "br" || tag.name == "!" || (tag.closes && known(&tag.name)))
}

fn plain(body: &str) -> String {
    let mut page = Page::default();
    let (mut at, mut hides) = (0, true);
    for tag in tags(body) {
        if tag.from < at {
            // Inside of what is not read.
            continue;
        }
        page.text(&body[at..tag.from]);
        page.tag(&tag);
        at = tag.to;
        if hides && !tag.closes && UNREAD.contains(&tag.name.as_str()) {
            match tags(&body[at..]).find(|other| other.closes && other.name == tag.name) {
                Some(end) => at += end.to,
                // Rather too much is shown than a mail cut short.
                None => hides = false,
            }
        }
    }
    page.text(&body[at..]);
    page.out.trim().to_owned()
}

/// What is written so far.
#[derive(Default)]
struct Page {
    out: String,
    space: bool,
    /// Where an open link leads, and where its text began.
    link: Option<(String, usize)>,
}

impl Page {
    fn text(&mut self, text: &str) {
        for c in decoded(text).chars() {
            if c.is_whitespace() {
                self.space = true;
                continue;
            }
            self.word();
            self.out.push(c);
        }
    }

    /// The space that is due before a word.
    fn word(&mut self) {
        if std::mem::take(&mut self.space) && !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push(' ');
        }
    }

    /// Begins a line, with at least so many line ends before it.
    fn line(&mut self, ends: usize) {
        self.space = false;
        let have = self.out.len() - self.out.trim_end_matches('\n').len();
        if !self.out.is_empty() {
            self.out.extend(std::iter::repeat_n('\n', ends.saturating_sub(have)));
        }
    }

    fn tag(&mut self, tag: &Tag<'_>) {
        match tag.name.as_str() {
            "br" if self.out.ends_with("\n\n") => {}
            "br" => self.out.push('\n'),
            "td" | "th" => self.space = true,
            "a" => self.link(tag),
            name if PARAGRAPHS.contains(&name) => self.line(2),
            name if LINES.contains(&name) => {
                self.line(1);
                if name == "li" && !tag.closes {
                    self.out.push_str("- ");
                }
            }
            _ => {}
        }
    }

    /// A link's text may name another address than the one behind it: both are to be read.
    fn link(&mut self, tag: &Tag<'_>) {
        if let Some((target, began)) = self.link.take() {
            let target = target.strip_prefix("mailto:").unwrap_or(&target);
            let said = self.out.get(began..).is_some_and(|text| text.contains(target.trim_end_matches('/')));
            if !target.is_empty() && !said {
                self.space = true;
                self.word();
                self.out.push_str(&format!("({target})"));
            }
        }
        if !tag.closes {
            self.link = tag.attribute("href").map(|target| (decoded(target).trim().to_owned(), self.out.len()));
        }
    }
}

/// The text with its entities read, once.
fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        // The longest that is known has eight characters.
        let end = rest.bytes().take(10).position(|byte| byte == b';');
        match end.and_then(|end| Some((entity(&rest[1..end])?, end))) {
            Some((c, end)) => {
                out.push(c);
                rest = &rest[end + 1..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out + rest
}

fn entity(name: &str) -> Option<char> {
    match name.strip_prefix('#') {
        Some(number) => {
            let hex = number.strip_prefix(['x', 'X']);
            let code = hex.map_or_else(|| number.parse(), |hex| u32::from_str_radix(hex, 16));
            code.ok().and_then(char::from_u32)
        }
        None => ENTITIES.iter().find(|(known, _)| *known == name).map(|(_, c)| *c),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn plain_text_stays_as_it_is() {
        for text in [
            "Hello,\n\n  we looked at <https://evil.example/a> &amp; found nothing.\n-- \nAbuse <abuse@desk.example>",
            "if a <b and c> d",
            "",
            "1 < 2 > 0 </ and <",
        ] {
            assert_eq!(readable(text), text);
        }
    }

    #[test]
    fn html_is_read_as_its_text() {
        let html = "<!doctype html><html><head><title>x</title><style>p { color: red }</style></head><body>\n\
            <p>Hello&nbsp;<b>you</b>,</p><p>we   looked<br/>at &lt;it&gt; &#38; that&#x2026;</p>\
            <ul><li>one</li><li>two</li></ul><table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>\
            <script>alert('</p>')</script><!-- <p>hidden</p> -->Bye</body></html>";
        assert_eq!(readable(html), "Hello you,\n\nwe looked\nat <it> & that…\n\n- one\n- two\n\na b\nc\n\nBye");
    }

    #[test]
    fn where_a_link_leads_is_written_out() {
        let link = |target: &str, text: &str| readable(&format!("<p>See <a class=x href=\"{target}\">{text}</a>.</p>"));
        assert_eq!(
            link("https://evil.example/?a&amp;b", "https://bank.example"),
            "See https://bank.example (https://evil.example/?a&b)."
        );
        assert_eq!(link("https://bank.example/", "https://bank.example"), "See https://bank.example.");
        assert_eq!(link("mailto:abuse@desk.example", "abuse@desk.example"), "See abuse@desk.example.");
        assert_eq!(link("", "nothing"), "See nothing.");
    }

    #[test]
    fn what_is_broken_is_shown_rather_than_lost() {
        assert_eq!(readable("<p>one</p><script>two"), "one\n\ntwo");
        assert_eq!(readable("<p>one</p><!-- two"), "one\n\n<!-- two");
        assert_eq!(readable("<p>one</p><a href=\"two"), "one\n\n<a href=\"two");
        assert_eq!(readable("<p>&bogus; &#xFFFFFFFF; &#; &</p>"), "&bogus; &#xFFFFFFFF; &#; &");
    }

    #[test]
    fn a_mail_without_end_is_cut() {
        let read = readable(&"ü".repeat(MOST_CHARS + 1));
        assert_eq!(read.chars().count(), MOST_CHARS + 1);
        assert!(read.ends_with("ü…"));
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "(<[!/]?[a-z]{0,6}( href=)?[\"'>]?|&#?x?[0-9a-z]{0,4};?|-->|\\PC){0,40}") {
            let _ = readable(&text);
            let _ = readable(&format!("<br>{text}"));
        }
    }
}
