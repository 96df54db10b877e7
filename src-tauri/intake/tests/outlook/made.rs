//! Outlook mails, made stream by stream (MS-OXMSG).

use std::io::{Cursor, Write};

use cfb::{CompoundFile, Version};

/// The bytes of a text in Windows' code page 1252, of which only what Latin-1 has too is used here.
fn western(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect()
}

/// A mail to be written.
#[derive(Debug, Clone, Default)]
pub(crate) struct Outlook {
    pub subject: String,
    /// The head as it came through the internet; empty for a mail from within.
    pub headers: String,
    /// Name and address.
    pub from: Option<(String, String)>,
    pub to: Vec<(String, String)>,
    /// When it was sent, in milliseconds since 1970.
    pub sent: Option<i64>,
    pub text: String,
    /// The HTML, in the code page beside it.
    pub html: Option<Vec<u8>>,
    pub html_codepage: Option<u32>,
    /// RTF, before it is packed.
    pub rtf: Option<String>,
    pub files: Vec<File>,
    /// Texts are written in code page 1252 and not as UTF-16.
    pub eight_bit: bool,
    /// Streams that are written as they are, after all others.
    pub raw: Vec<(String, Vec<u8>)>,
}

/// A file in it.
#[derive(Debug, Clone, Default)]
pub(crate) struct File {
    pub name: String,
    pub media_type: String,
    pub content_id: String,
    pub bytes: Vec<u8>,
    pub mail: Option<Box<Outlook>>,
}

impl Outlook {
    /// A plain mail with this text.
    pub(crate) fn saying(subject: &str, text: &str) -> Self {
        Self {
            subject: subject.to_owned(),
            text: text.to_owned(),
            from: Some(("Accounts".to_owned(), "accounts@sender.example".to_owned())),
            to: vec![("Nora Winter".to_owned(), "nora@company.example".to_owned())],
            sent: Some(1_788_250_000_000),
            ..Self::default()
        }
    }

    pub(crate) fn with_html(mut self, html: &str) -> Self {
        self.html = Some(html.as_bytes().to_vec());
        self.html_codepage = Some(65001);
        self
    }

    pub(crate) fn with_file(mut self, file: File) -> Self {
        self.files.push(file);
        self
    }

    /// Forwarded within another mail, as Outlook attaches mails.
    pub(crate) fn attached_to(self, mut outer: Self) -> Self {
        outer.files.push(File { name: self.subject.clone(), mail: Some(Box::new(self)), ..File::default() });
        outer
    }

    /// The file.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut out = Writer::new(self.eight_bit);
        out.mail("", self, 32);
        out.finish()
    }
}

impl File {
    pub(crate) fn named(name: &str, bytes: &[u8]) -> Self {
        Self { name: name.to_owned(), bytes: bytes.to_vec(), ..Self::default() }
    }
}

struct Writer {
    file: CompoundFile<Cursor<Vec<u8>>>,
    eight_bit: bool,
}

impl Writer {
    fn new(eight_bit: bool) -> Self {
        let mut file = CompoundFile::create_with_version(Version::V3, Cursor::new(Vec::new())).unwrap();
        file.create_storage("/__nameid_version1.0").unwrap();
        Self { file, eight_bit }
    }

    fn finish(mut self) -> Vec<u8> {
        self.file.flush().unwrap();
        self.file.into_inner().into_inner()
    }

    fn stream(&mut self, path: &str, bytes: &[u8]) {
        self.file.create_stream(path).unwrap().write_all(bytes).unwrap();
    }

    fn text(&mut self, path: &str, id: u16, text: &str) {
        if text.is_empty() {
            return;
        }
        let (kind, bytes) = if self.eight_bit {
            ("001E", western(text))
        } else {
            ("001F", text.encode_utf16().flat_map(u16::to_le_bytes).collect())
        };
        self.stream(&format!("{path}/__substg1.0_{id:04X}{kind}"), &bytes);
    }

    fn mail(&mut self, path: &str, mail: &Outlook, head: usize) {
        let mut short = Short::new(head);
        self.text(path, 0x0037, &mail.subject);
        self.text(path, 0x007D, &mail.headers);
        self.text(path, 0x1000, &mail.text);
        if let Some((name, address)) = &mail.from {
            self.text(path, 0x0C1A, name);
            self.text(path, 0x0042, name);
            self.text(path, 0x5D01, address);
        }
        if let Some(html) = &mail.html {
            self.stream(&format!("{path}/__substg1.0_10130102"), html);
        }
        if let Some(rtf) = &mail.rtf {
            self.stream(&format!("{path}/__substg1.0_10090102"), &compressed_rtf::compress_rtf(rtf).unwrap());
        }
        if let Some(page) = mail.html_codepage {
            short.number(0x3FDE, page);
        }
        if self.eight_bit {
            short.number(0x3FFD, 1252);
        }
        if let Some(sent) = mail.sent {
            short.time(0x0039, sent);
        }
        self.stream(&format!("{path}/__properties_version1.0"), &short.0);
        for (at, to) in mail.to.iter().enumerate() {
            self.recipient(&format!("{path}/__recip_version1.0_#{at:08X}"), to);
        }
        for (at, file) in mail.files.iter().enumerate() {
            self.attachment(&format!("{path}/__attach_version1.0_#{at:08X}"), file);
        }
        for (name, bytes) in &mail.raw {
            self.stream(&format!("{path}/{name}"), bytes);
        }
    }

    fn recipient(&mut self, path: &str, (name, address): &(String, String)) {
        self.file.create_storage(path).unwrap();
        self.text(path, 0x3001, name);
        self.text(path, 0x39FE, address);
        self.stream(&format!("{path}/__properties_version1.0"), &[0; 8]);
    }

    fn attachment(&mut self, path: &str, file: &File) {
        self.file.create_storage(path).unwrap();
        let mut short = Short::new(8);
        self.text(path, if file.mail.is_some() { 0x3001 } else { 0x3707 }, &file.name);
        self.text(path, 0x370E, &file.media_type);
        self.text(path, 0x3712, &file.content_id);
        short.number(0x3705, if file.mail.is_some() { 5 } else { 1 });
        let content = format!("{path}/__substg1.0_3701");
        match &file.mail {
            Some(mail) => {
                self.file.create_storage(format!("{content}000D")).unwrap();
                self.mail(&format!("{content}000D"), mail, 24);
            }
            None => self.stream(&format!("{content}0102"), &file.bytes),
        }
        self.stream(&format!("{path}/__properties_version1.0"), &short.0);
    }
}

/// The stream of short properties.
struct Short(Vec<u8>);

impl Short {
    fn new(head: usize) -> Self {
        Self(vec![0; head])
    }

    fn push(&mut self, tag: u32, value: u64) {
        self.0.extend(tag.to_le_bytes());
        self.0.extend(6_u32.to_le_bytes());
        self.0.extend(value.to_le_bytes());
    }

    fn number(&mut self, id: u32, value: u32) {
        self.push(id << 16 | 0x0003, value.into());
    }

    fn time(&mut self, id: u32, millis: i64) {
        self.push(id << 16 | 0x0040, u64::try_from(millis + 11_644_473_600_000).unwrap() * 10_000);
    }
}

/// HTML as Outlook hides it in RTF (MS-OXRTFEX): each tag in a group of its own, and beside it what other programs
/// show.
pub(crate) fn html_in_rtf(html: &str) -> String {
    let mut rtf = String::from(
        "{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 \\deff0{\\fonttbl\r\n{\\f0\\fswiss Arial;}\
         {\\f1\\fswiss\\fcharset204 Arial Cyr;}}\r\n{\\colortbl\\red0\\green0\\blue0;}\r\n{\\*\\generator Made;}\
         \\uc1\\pard\\plain\\deftab360 \\f0\\fs24 ",
    );
    let mut rest = html;
    while !rest.is_empty() {
        let is_tag = rest.starts_with('<');
        let end =
            if is_tag { rest.find('>').map_or(rest.len(), |at| at + 1) } else { rest.find('<').unwrap_or(rest.len()) };
        let (part, after) = rest.split_at(end);
        rest = after;
        if is_tag {
            rtf.push_str(&format!("{{\\*\\htmltag84 {}}}\\htmlrtf \\b not shown\\htmlrtf0 ", in_rtf(part)));
            rtf.push_str(&format!("{{\\*\\mhtmltag84 {}}}", in_rtf(&part.replace("http", "cut"))));
        } else {
            rtf.push_str(&in_rtf(part));
        }
    }
    rtf.push_str("\\htmlrtf\\par\\htmlrtf0}");
    rtf
}

/// Text in RTF: the characters that mean something there, and everything that is not ASCII.
pub(crate) fn in_rtf(text: &str) -> String {
    let mut rtf = String::new();
    for c in text.chars() {
        match c {
            '\\' | '{' | '}' => rtf.extend(['\\', c]),
            '\r' => {}
            '\n' => rtf.push_str("\\par\r\n"),
            c if c.is_ascii() => rtf.push(c),
            c => {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    rtf.push_str(&format!("\\u{}?", unit.cast_signed()));
                }
            }
        }
    }
    rtf
}
