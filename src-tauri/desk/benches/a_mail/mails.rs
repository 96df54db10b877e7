//! Mails of 1 MB: what makes them big differs.

use std::fmt::Write;

use data_encoding::BASE64;

/// A mail, and the address that has to come first.
pub(crate) struct Mail {
    pub(crate) bytes: Vec<u8>,
    pub(crate) first: &'static str,
}

const BAD: &str = "https://acme-login.example/secure/verify?id=4711";
const MEGABYTE: usize = 1024 * 1024;

pub(crate) fn all() -> [(&'static str, Mail); 3] {
    [
        ("a big picture attached", mail(&with_picture(MEGABYTE))),
        ("a newsletter of 1 MB, 3,000 links of ours", mail(&newsletter(MEGABYTE, "https://www.acme.example/p"))),
        ("the same, each link another site", mail(&newsletter(MEGABYTE, "https://partner-"))),
    ]
}

fn mail(body: &str) -> Mail {
    let head = "Received: from relay.bad-mailer.example ([203.0.113.25]) by mx.customer.example; Mon, 23 Nov 2026 08:12:44 +0000\r\n\
        From: Acme Billing <billing@acme-support.example>\r\nTo: Kim Sample <kim@customer.example>\r\n\
        Subject: Your account will be closed today\r\nDate: Mon, 23 Nov 2026 08:12:40 +0000\r\nMIME-Version: 1.0\r\n";
    Mail { bytes: format!("{head}{body}").into_bytes(), first: BAD }
}

fn button() -> String {
    format!("<p><a href=\"{BAD}\" style=\"background:#06c;padding:12px\">Confirm your card</a></p>")
}

fn with_picture(bytes: usize) -> String {
    let picture = BASE64.encode(&vec![0x5a; bytes * 3 / 4]);
    let lines: Vec<&str> = picture.as_bytes().chunks(76).map(|line| std::str::from_utf8(line).unwrap()).collect();
    format!(
        "Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n{}\r\n--b\r\n\
         Content-Type: image/png; name=\"page.png\"\r\nContent-Transfer-Encoding: base64\r\n\r\n{}\r\n--b--\r\n",
        button(),
        lines.join("\r\n")
    )
}

/// The links stand below the button, as a shop's do; those of other sites differ by a number in their name.
fn newsletter(bytes: usize, links: &str) -> String {
    let mut body = format!("Content-Type: text/html; charset=utf-8\r\n\r\n<html><body>{}", button());
    let mut number = 0;
    while body.len() < bytes {
        number += 1;
        let host = if links.ends_with('-') { ".test/item" } else { "/item" };
        let text = "Words about a thing that is on sale this week only, and what it is good for. ".repeat(3);
        write!(
            body,
            "<tr><td style=\"font-family:Arial\"><a href=\"{links}{number}{host}\">More</a> {text}</td></tr>\r\n"
        )
        .unwrap();
    }
    body + "</body></html>\r\n"
}
