//! The Outlook mails among `tests/mails/`, as they are written. A file that is missing is written on the spot when
//! `WRITE_MAILS` is set; golden results are never written by a program.

use std::fs;
use std::path::Path;

use intake::{FileKind, read};

use super::made::{File, Outlook, html_in_rtf};

#[test]
fn the_files_say_what_the_writer_writes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/mails");
    for (name, mail) in all() {
        let path = folder.join(format!("msg-{name}.msg"));
        let bytes = mail.bytes();
        if std::env::var_os("WRITE_MAILS").is_some() && !path.exists() {
            fs::write(&path, &bytes).unwrap();
        }
        let committed = read(FileKind::OutlookEmail, fs::File::open(&path).unwrap()).unwrap();
        assert_eq!(committed, read(FileKind::OutlookEmail, &bytes[..]).unwrap(), "{name}");
    }
}

fn all() -> [(&'static str, Outlook); 8] {
    [
        ("html", html()),
        ("rtf-html", rtf()),
        ("plain", plain()),
        ("embedded", embedded()),
        ("attached-eml", attached_eml()),
        ("eight-bit", eight_bit()),
        ("look-alike", look_alike()),
        ("inline-forward", inline_forward()),
    ]
}

/// A mail to a victim, from outside.
fn from_outside(from: (&str, &str), to: &str, subject: &str, date: &str, ip: &str) -> Outlook {
    let (name, address) = from;
    let domain = address.split('@').next_back().unwrap();
    Outlook {
        subject: subject.to_owned(),
        headers: format!(
            "Received: from mx1.customer.example (192.0.2.25) by mail.customer.example; {date}\r\n\
             Received: from {domain} ({domain} [{ip}]) by mx1.customer.example; {date}\r\n\
             Authentication-Results: mx1.customer.example; spf=fail smtp.mailfrom={domain}; dkim=none; dmarc=fail\r\n\
             From: \"{name}\" <{address}>\r\nTo: {to}\r\nSubject: {subject}\r\nDate: {date}\r\nMIME-Version: 1.0\r\n"
        ),
        from: Some((name.to_owned(), address.to_owned())),
        to: vec![(String::new(), to.to_owned())],
        ..Outlook::default()
    }
}

/// A mail from a colleague, which never left the house.
fn from_within(subject: &str, sent: i64, text: &str) -> Outlook {
    Outlook {
        subject: subject.to_owned(),
        from: Some(("Mira Okafor".to_owned(), "mira.okafor@customer.example".to_owned())),
        to: vec![("Abuse desk".to_owned(), "abuse@acme.example".to_owned())],
        sent: Some(sent),
        text: text.to_owned(),
        ..Outlook::default()
    }
}

fn html() -> Outlook {
    from_outside(
        ("Acme Pay", "service@acme-pay-login.test"),
        "jonas.brandt@customer.example",
        "Your wallet is on hold",
        "Tue, 7 Apr 2026 06:20:11 +0000",
        "203.0.113.44",
    )
    .with_html(
        "<html><body><img src=\"https://shop.acme.example/logo.png\">\
         <p>Dear customer, your Acme Pay wallet is on hold.</p>\
         <p><a href=\"https://acme-pay-login.test/wallet/unlock?c=7731\" \
         style=\"background:#0a58ca;color:#fff;padding:12px 24px\">\
         Unlock my wallet</a></p><p><a href=\"https://acme.example/help\">Help</a></p></body></html>",
    )
}

fn rtf() -> Outlook {
    let mut mail = from_outside(
        ("Acme Versand", "info@paket-acme.test"),
        "lena.fuchs@customer.example",
        "Ihre Sendung wartet",
        "Wed, 8 Apr 2026 11:02:40 +0200",
        "198.51.100.77",
    );
    mail.rtf = Some(html_in_rtf(
        "<html><body><p>Für Ihre Sendung {DE-4471} fehlt die Zollgebühr von 2,99 €.</p>\
         <p><a href=\"https://paket-acme.test/zoll?id=4471&amp;l=de\">Jetzt bezahlen</a></p></body></html>",
    ));
    mail
}

fn plain() -> Outlook {
    let mut mail = from_outside(
        ("IT Helpdesk", "helpdesk@mailbox-quota.test"),
        "t.aalto@customer.example",
        "Mailbox 98% full",
        "Thu, 9 Apr 2026 15:45:00 +0000",
        "192.0.2.180",
    );
    mail.text =
        "Your mailbox is 98% full.\r\n\r\nKeep your mails here:\r\nhttp://mailbox-quota.test/owa/keep.php?u=1\r\n"
            .to_owned();
    mail
}

fn embedded() -> Outlook {
    from_outside(
        ("Acme Accounts", "accounts@acme-accounts.test"),
        "mira.okafor@customer.example",
        "Final notice: account closes today",
        "Fri, 10 Apr 2026 09:12:33 +0000",
        "203.0.113.90",
    )
    .with_html(
        "<p>Your Acme account closes today.</p>\
         <p><a href=\"https://acme-accounts.test/keep?ref=mo\">https://acme.example/keep</a></p>",
    )
    .attached_to(from_within(
        "FW: Final notice: account closes today",
        1_775_815_200_000,
        "Hello, I got this. Is it from you?\r\n\r\nMira\r\nhttps://customer.example/team\r\n",
    ))
}

fn attached_eml() -> Outlook {
    let eml = "Received: from cheap-host (unknown [198.51.100.201]) by mx.customer.example; \
        Sat, 11 Apr 2026 04:00:09 +0000\r\n\
        From: \"Acme Rewards\" <win@rewards-acme.test>\r\nTo: dario@customer.example\r\n\
        Subject: You are today's winner\r\n\
        Date: Sat, 11 Apr 2026 04:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\
        Content-Transfer-Encoding: quoted-printable\r\n\r\n\
        <p>Congratulations!</p><a href=3D\"https://rewards-acme.test/claim?prize=3D12\">\
        <img src=3D\"https://rewards-acme.test/b.png\" alt=3D\"Claim\"></a>\r\n";
    let file = File { media_type: "message/rfc822".to_owned(), ..File::named("winner.eml", eml.as_bytes()) };
    from_within("Suspicious mail", 1_775_894_400_000, "Please look at the attached mail.").with_file(file)
}

fn eight_bit() -> Outlook {
    Outlook {
        subject: "Überfällige Rechnung für März".to_owned(),
        from: Some(("Müller Buchhaltung".to_owned(), "buchhaltung@rechnung-portal.test".to_owned())),
        to: vec![("Jürgen Weiß".to_owned(), "j.weiss@customer.example".to_owned())],
        sent: Some(1_776_067_200_000),
        text: "Sehr geehrter Herr Weiß,\r\n\r\n\
            die Rechnung für März ist überfällig:\r\n\
            https://rechnung-portal.test/maerz/öffnen\r\n"
            .to_owned(),
        eight_bit: true,
        ..Outlook::default()
    }
}

fn look_alike() -> Outlook {
    from_outside(
        ("Аcme", "no-reply@xn--cme-5cd.test"),
        "p.novak@customer.example",
        "Sign-in from a new device",
        "Tue, 14 Apr 2026 19:30:00 +0000",
        "192.0.2.66",
    )
    // The first letter is Cyrillic.
    .with_html("<p>Was this you?</p><p><a href=\"https://аcme.test/devices?d=55\">Check the device</a></p>")
}

fn inline_forward() -> Outlook {
    from_within(
        "FW: Refund of 240 EUR",
        1_776_326_400_000,
        "Is this real?\r\n\r\n\
         From: Acme Refunds <refunds@acme-refunds.test>\r\n\
         Sent: Thursday, 16 April 2026 07:41\r\n\
         To: Mira Okafor <mira.okafor@customer.example>\r\n\
         Subject: Refund of 240 EUR\r\n\r\n\
         You are owed 240 EUR. Enter your card to receive it:\r\nhttps://acme-refunds.test/r/240?k=mo\r\n",
    )
}
