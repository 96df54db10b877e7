//! Whatever the bytes are, reading ends, and what it yields is bounded.

use intake::reading::Reading;
use intake::{FileKind, attachment, read, read_text};
use proptest::prelude::*;

/// Pieces of which mails are made, whole and broken.
const PIECES: [&str; 48] = [
    "From: a@evil.test\n",
    "To: b@staff.example\n",
    "Subject: =?utf-8?Q?a=C3=BC?=\n",
    "Subject: =?x?B?\n",
    "\n",
    "\r\n",
    "Content-Type: multipart/mixed; boundary=b\n",
    "Content-Type: multipart/alternative; boundary=\"b\n",
    "--b\n",
    "--b--\n",
    "--b",
    "Content-Type: message/rfc822\n",
    "Content-Type: text/html; charset=utf-7\n",
    "Content-Type: text/plain; charset=\"\n",
    "Content-Transfer-Encoding: base64\n",
    "Content-Transfer-Encoding: quoted-printable\n",
    "=3D=",
    "=\n",
    "aGVsbG8=",
    "<a href=",
    "'https://evil.test/a'",
    ">",
    "</a>",
    "<",
    "<!--[if mso]>",
    "<![endif]-->",
    "<!--",
    "-->",
    "<td style='display:none;",
    "background:#123'>",
    "</td></tr></table>",
    "<script>",
    "</script>",
    "<style>.a{",
    "@media{",
    "}",
    "<svg/",
    "&#x",
    "&amp;",
    "---------- Forwarded message ---------\n",
    "From: B <b@evil.test>\n",
    "Von: ",
    "Sent: Monday, November 2, 2026\n",
    "> ",
    "Begin forwarded message:\n",
    "\u{0}",
    "\u{202E}ü",
    "Received: from x (y [192.0.2.1]) by z; Mon, 2 Nov 2026\n",
];

fn mail_like() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        9 => prop::sample::select(&PIECES[..]).prop_map(|piece| piece.as_bytes().to_vec()),
        1 => prop::collection::vec(any::<u8>(), 0..12),
    ];
    prop::collection::vec(piece, 0..80).prop_map(|pieces| pieces.concat())
}

fn is_bounded(reading: &Reading) {
    let head = &reading.head;
    let people = reading.people.iter().chain(&head.from).chain(&head.reply_to);
    let texts = people.flat_map(|one| [&one.name, &one.address]);
    let names = reading.attachments.iter().map(|one| &one.name);
    let hops = head.first_hop.iter().flat_map(|hop| [&hop.from, &hop.by]);
    for text in texts.chain(names).chain(hops).chain([&head.subject]) {
        assert!(text.chars().count() <= 998);
    }
    assert!(reading.words.chars().count() <= 4000);
    assert!(reading.addresses.len() <= 2000);
    for found in &reading.addresses {
        assert!(found.text.chars().count() <= 998);
    }
    for (at, one) in reading.attachments.iter().enumerate() {
        assert_eq!(one.at as usize, at);
        assert_eq!(domain::visible(&one.name), one.name);
    }
}

fn look_at(bytes: &[u8]) {
    for kind in [FileKind::Email, FileKind::Text] {
        let Ok(reading) = read(kind, bytes).unwrap() else { continue };
        is_bounded(&reading);
        for one in reading.attachments.iter().take(3) {
            let taken = attachment(kind, bytes, one.at).unwrap();
            assert_eq!(taken.len() as u64, one.size);
        }
    }
    is_bounded(&read_text(&String::from_utf8_lossy(bytes)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        look_at(&bytes);
    }

    #[test]
    fn no_broken_mail_panics(bytes in mail_like()) {
        look_at(&bytes);
    }

    #[test]
    fn reading_the_same_twice_says_the_same(bytes in mail_like()) {
        prop_assert_eq!(read(FileKind::Email, bytes.as_slice()).unwrap(), read(FileKind::Email, bytes.as_slice()).unwrap());
    }
}
