//! Arbitrary bytes, and good mails that were damaged: all are read or refused, and what is read keeps its promises.

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::Index;

use crate::outlook::made::{File, Outlook, html_in_rtf};
use crate::replay::held;

/// What may happen to a file on its way.
#[derive(Debug, Clone)]
enum Damage {
    Flip(Index, u8),
    Cut(Index),
    Repeat(Index, Index, u8),
    Drop(Index, Index),
    Overwrite(Index, [u8; 4]),
}

impl Damage {
    fn done_to(&self, mut bytes: Vec<u8>) -> Vec<u8> {
        if bytes.is_empty() {
            return bytes;
        }
        let range = |bytes: &[u8], a: &Index, b: &Index| {
            let (a, b) = (a.index(bytes.len()), b.index(bytes.len()));
            a.min(b)..a.max(b).min(a.min(b) + 2000)
        };
        match self {
            Self::Flip(at, bits) => {
                let at = at.index(bytes.len());
                bytes[at] ^= bits;
            }
            Self::Cut(at) => bytes.truncate(at.index(bytes.len())),
            Self::Repeat(a, b, times) => {
                let range = range(&bytes, a, b);
                let copy = bytes[range.clone()].repeat(usize::from(*times));
                bytes.splice(range.end..range.end, copy);
            }
            Self::Drop(a, b) => {
                bytes.drain(range(&bytes, a, b));
            }
            Self::Overwrite(at, with) => {
                let at = at.index(bytes.len());
                let end = bytes.len().min(at + 4);
                bytes[at..end].copy_from_slice(&with[..end - at]);
            }
        }
        bytes
    }
}

fn damage() -> impl Strategy<Value = Vec<Damage>> {
    let number = prop_oneof![
        any::<u32>(),
        Just(0_u32),
        Just(u32::MAX),
        Just(u32::MAX - 1),
        0_u32..64,
        (0_u32..64).prop_map(|small| u32::MAX - small)
    ];
    let one = prop_oneof![
        (any::<Index>(), 1_u8..).prop_map(|(at, bits)| Damage::Flip(at, bits)),
        any::<Index>().prop_map(Damage::Cut),
        (any::<Index>(), any::<Index>(), 1_u8..4).prop_map(|(a, b, times)| Damage::Repeat(a, b, times)),
        (any::<Index>(), any::<Index>()).prop_map(|(a, b)| Damage::Drop(a, b)),
        (any::<Index>(), number).prop_map(|(at, with)| Damage::Overwrite(at, with.to_le_bytes())),
    ];
    prop::collection::vec(one, 1..6)
}

static MAIL: LazyLock<Vec<u8>> = LazyLock::new(|| {
    b"Received: from a (b [192.0.2.7]) by mx.company.example; Mon, 2 Mar 2026 08:15:00 +0000\r\n\
      From: =?utf-8?B?w4TDtg==?= <a@sender.example>\r\nTo: \"B\" <b@company.example>\r\nSubject: Fwd: x\r\n\
      Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\
      Content-Transfer-Encoding: quoted-printable\r\n\r\n\
      <p style=3D'color:red'><a href=3D\"https://evil.test/a?b=3Dc\">\
      www.bank.example</a><form action=3Dhttps://form.test/></form></p>\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n\
      From: c@evil.test\r\nSubject: y\r\n\r\nhxxps://evil[.]test/ \
      https://safelinks.protection.outlook.com/?url=https%3A%2F%2Fevil.test\r\n\
      --b\r\nContent-Type: text/html; name=x.html\r\nContent-Disposition: attachment\r\n\
      Content-Transfer-Encoding: base64\r\n\r\n\
      PGEgaHJlZj0iaHR0cHM6Ly9ldmlsLnRlc3QvIj54PC9hPg==\r\n--b--\r\n"
        .to_vec()
});

static OUTLOOK: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut inner = Outlook::saying("inner", "https://inner.test/");
    inner.rtf = Some(html_in_rtf("<p>Grüße <a href=\"https://evil.test/\">bank.example</a></p>"));
    inner
        .attached_to(
            Outlook::saying("outer", "see below")
                .with_html("<a href='https://outer.example/'>x</a>")
                .with_file(File::named("page.html", b"<form action=https://form.test/></form>"))
                .with_file(File::named("mail.eml", &MAIL)),
        )
        .bytes()
});

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..3000)) {
        held::mail(&bytes);
        held::outlook(&bytes);
        held::text(&bytes);
    }

    #[test]
    fn any_bytes_behind_a_head_are_read(bytes in prop::collection::vec(any::<u8>(), 0..3000)) {
        held::mail(&[b"From: a@b.example\r\nSubject: x\r\nContent-Type: text/html\r\n\r\n", &bytes[..]].concat());
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,400}") {
        held::text(text.as_bytes());
    }

    #[test]
    fn text_of_the_pieces_of_addresses_is_read(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "http", "hxxps", "://", "[.]", ".", "example", "test", "/", "?", "=", "&", "@", "%", "%2F", " ",
            "\n", "<", ">", "\"",
            "a", "#", "www", "xn--", "ä", "\u{202E}", "(", ")", "mailto:", "Von:",
            "From:", "url=", ":", "192.0.2.1", "[", "]", ",",
        ]), 0..60)
    ) {
        held::text(pieces.concat().as_bytes());
    }

    #[test]
    fn a_damaged_mail_is_read_or_refused(damage in damage()) {
        held::mail(&damage.iter().fold(MAIL.clone(), |bytes, one| one.done_to(bytes)));
    }

    #[test]
    fn a_damaged_outlook_mail_is_read_or_refused(damage in damage()) {
        held::outlook(&damage.iter().fold(OUTLOOK.clone(), |bytes, one| one.done_to(bytes)));
    }
}
