//! A mail of a megabyte, made here: it would only make the tree heavy.

use std::fmt::Write;

use intake::{FileKind, Ours, rank, read};

const BAD: &str = "https://acme-annual.test/report?y=2026";

/// A newsletter in quoted-printable with 1,500 table rows around one bad button, and a picture of half a megabyte.
fn megabyte() -> String {
    let mut mail = String::from(
        "Received: from bulk.test (bulk.test [192.0.2.5]) by mx1.customer.example; Mon, 2 Nov 2026 08:00:00 +0000\r\n\
         From: Acme <news@acme-annual.test>\r\nTo: kim@customer.example\r\nSubject: Annual report\r\n\
         Date: Mon, 2 Nov 2026 08:00:00 +0000\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\
         Content-Transfer-Encoding: quoted-printable\r\n\r\n<html><body><table>\r\n",
    );
    for row in 0..1500 {
        write!(
            mail,
            "<tr><td style=3D\"padding:4px\"><a href=3D\"https://shop.acme.example/p/{row}=\r\n?from=3Dnews\">Item {row} \
             f=C3=BCr Sie</a></td></tr>\r\n"
        )
        .unwrap();
        if row == 750 {
            write!(
                mail,
                "<tr><td><a href=3D\"{}\" style=3D\"background:#06c\">Read</a></td></tr>",
                BAD.replace('=', "=3D")
            )
            .unwrap();
        }
    }
    mail.push_str("</table></body></html>\r\n--b\r\nContent-Type: image/png; name=a.png\r\n");
    mail.push_str("Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=a.png\r\n\r\n");
    while mail.len() < 1024 * 1024 {
        mail.push_str("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGA\r\n");
    }
    mail.push_str("--b--\r\n");
    mail
}

#[test]
fn a_mail_of_a_megabyte_is_read_to_its_end() {
    let mail = megabyte();
    let reading = read(FileKind::Email, mail.as_bytes()).unwrap().unwrap();
    assert_eq!(reading.attachments.len(), 1);
    let sites = ["acme.example".to_owned()];
    let ranked = rank(&[&reading], Ours { sites: &sites, brands: &["Acme".to_owned()] });
    let first = ranked.candidates.first().map(|first| first.target.as_sent());
    assert_eq!(first.as_deref(), Some(BAD));
    assert_eq!(ranked.candidates.len(), 1, "1,500 links to ourselves are not proposed");
}
