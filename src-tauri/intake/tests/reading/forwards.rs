use intake::reading::{Came, MailProgram, Mailbox, Reading};

use super::{HEAD, found, html_mail, mail, text_mail};

/// What every forward here tells, and where its link lies.
fn is_told(reading: &Reading, why: &str) {
    assert_eq!(reading.came, Came::Inline, "{why}");
    let from = Mailbox { name: "Your Bank".to_owned(), address: "care@evil.test".to_owned() };
    assert_eq!(reading.head.from, Some(from), "{why}");
    assert_eq!(reading.head.subject, "Account closed", "{why}");
    assert!(reading.head.date.is_some(), "no date: {why}");
    assert!(!reading.head.has_way, "{why}");
    assert!(found(reading, "https://evil.test/in").in_suspect, "{why}");
    assert!(!found(reading, "https://staff.example/wiki").in_suspect, "{why}");
    let people: Vec<_> = reading.people.iter().map(|one| one.address.as_str()).collect();
    for one in ["ann@staff.example", "abuse@staff.example", "bob@staff.example"] {
        assert!(people.contains(&one), "{one} is not in {people:?}: {why}");
    }
    assert!(!people.contains(&"care@evil.test"), "{why}");
}

const ABOVE: &str = "Please look, see https://staff.example/wiki\n\n";
const BELOW: &str = "\n\nDear client, go to https://evil.test/in now";

fn forwarded(subject: &str, head: &str) -> Reading {
    text_mail(subject, &format!("{ABOVE}{head}{BELOW}"))
}

#[test]
fn each_programs_forward_is_told_in_english() {
    let heads = [
        (
            MailProgram::Gmail,
            "---------- Forwarded message ---------\nFrom: Your Bank <care@evil.test>\n\
             Date: Mon, Nov 2, 2026 at 10:42 AM\nSubject: Account closed\nTo: <bob@staff.example>\n",
        ),
        (
            MailProgram::AppleMail,
            "Begin forwarded message:\n\nFrom: Your Bank <care@evil.test>\nSubject: Account closed\n\
             Date: 2 November 2026 at 10:42:10 GMT\nTo: bob@staff.example\n",
        ),
        (
            MailProgram::Thunderbird,
            "-------- Forwarded Message --------\nSubject: \tAccount closed\nDate: \tMon, 2 Nov 2026 10:42:10 +0000\n\
             From: \tYour Bank <care@evil.test>\nTo: \tbob@staff.example\n",
        ),
        (
            MailProgram::Yahoo,
            "----- Forwarded Message -----\nFrom: Your Bank <care@evil.test>\nTo: Bob <bob@staff.example>\n\
             Sent: Monday, November 2, 2026 at 10:42:10 AM GMT\nSubject: Account closed\n",
        ),
        (
            MailProgram::Outlook,
            "-----Original Message-----\nFrom: Your Bank [mailto:care@evil.test]\nSent: Monday, November 2, 2026 10:42 AM\n\
             To: Bob <bob@staff.example>\nSubject: Account closed\n",
        ),
        (
            MailProgram::Outlook,
            "________________________________\nFrom: Your Bank <care@evil.test>\n\
             Sent: Monday, November 2, 2026 10:42 AM\nTo: Bob <bob@staff.example>\nSubject: Account closed\nImportance: High\n",
        ),
    ];
    for (program, head) in heads {
        let reading = forwarded("Fwd: Account closed", head);
        is_told(&reading, head);
        assert_eq!(reading.forwarded_by, program, "{head}");
        is_told(&forwarded("Is this real?", head), head);
    }
}

#[test]
fn each_language_is_understood() {
    let heads = [
        "---------- Weitergeleitete Nachricht ---------\nVon: Your Bank <care@evil.test>\nGesendet: Montag, 2. November 2026 10:42\nAn: bob@staff.example\nBetreff: Account closed\n",
        "Anfang der weitergeleiteten Nachricht:\n\nVon: Your Bank <care@evil.test>\nBetreff: Account closed\nDatum: 2. November 2026 um 10:42:10 MEZ\nAn: bob@staff.example\n",
        "-------- Message transféré --------\nSujet : Account closed\nDate : Mon, 2 Nov 2026 10:42:10 +0100\nDe : Your Bank <care@evil.test>\nPour : bob@staff.example\n",
        "Début du message réexpédié :\n\nDe: Your Bank <care@evil.test>\nObjet: Account closed\nDate: 2 novembre 2026 à 10:42:10 UTC+1\nÀ: bob@staff.example\n",
        "----- Mensaje reenviado -----\nDe: Your Bank <care@evil.test>\nEnviado: lunes, 2 de noviembre de 2026 10:42\nPara: bob@staff.example\nAsunto: Account closed\n",
        "Inizio messaggio inoltrato:\n\nDa: Your Bank <care@evil.test>\nOggetto: Account closed\nData: 2 novembre 2026 10:42:10 CET\nA: bob@staff.example\n",
        "---------- Doorgestuurd bericht ---------\nVan: Your Bank <care@evil.test>\nDatum: ma 2 nov 2026 om 10:42\nOnderwerp: Account closed\nAan: bob@staff.example\n",
        "-------- Mensagem encaminhada --------\nAssunto: Account closed\nData: 02.11.2026 10:42\nDe: Your Bank <care@evil.test>\nPara: bob@staff.example\n",
        "-------- Wiadomość przekazana dalej --------\nTemat: Account closed\nData: 2 listopada 2026 10:42\nOd: Your Bank <care@evil.test>\nDo: bob@staff.example\n",
        "Gesendet: Montag, 02. November 2026 um 10:42 Uhr\nVon: \"Your Bank\" <care@evil.test>\nAn: bob@staff.example\nBetreff: Account closed\n",
        "Von: Your Bank <care@evil.test>\nGesendet: Montag, 2. November 2026 10:42\nAn: bob@staff.example\nBetreff: Account closed\n",
    ];
    for head in heads {
        is_told(&forwarded("WG: Account closed", head), head);
    }
}

#[test]
fn quoted_forwards_are_told() {
    let head = "> Begin forwarded message:\n> \n> From: Your Bank <care@evil.test>\n> Subject: Account closed\n\
                > Date: 2 November 2026 at 10:42:10 GMT\n> To: bob@staff.example\n> ";
    is_told(&forwarded("Fwd: Account closed", head), head);
}

#[test]
fn forwards_in_pages_are_told() {
    let pages = [
        (
            MailProgram::Gmail,
            "<div class=gmail_quote><div class=gmail_attr>---------- Forwarded message ---------<br>From: <b>Your Bank</b> \
             <span>&lt;<a href='mailto:care@evil.test'>care@evil.test</a>&gt;</span><br>Date: Mon, Nov 2, 2026 at 10:42&#8239;AM<br>\
             Subject: Account closed<br>To:  &lt;<a href='mailto:bob@staff.example'>bob@staff.example</a>&gt;<br></div><br>",
        ),
        (
            MailProgram::Outlook,
            "<hr><div id=divRplyFwdMsg><font><b>From:</b> Your Bank &lt;care@evil.test&gt;<br><b>Sent:</b> Monday, \
             November 2, 2026 10:42 AM<br><b>To:</b> Bob &lt;bob@staff.example&gt;<br><b>Subject:</b> Account closed</font></div>",
        ),
        (
            MailProgram::Thunderbird,
            "<div class=moz-forward-container><br>-------- Forwarded Message --------<table class=moz-email-headers-table>\
             <tr><th>Subject: </th><td>Account closed</td></tr><tr><th>Date: </th><td>Mon, 2 Nov 2026 10:42:10 +0000</td></tr>\
             <tr><th>From: </th><td>Your Bank &lt;care@evil.test&gt;</td></tr>\
             <tr><th>To: </th><td>bob@staff.example</td></tr></table>",
        ),
        (
            MailProgram::AppleMail,
            "<blockquote type=cite><div>Begin forwarded message:</div><br><div><b>From: </b>Your Bank &lt;<a \
             href='mailto:care@evil.test'>care@evil.test</a>&gt;<br></div><div><b>Subject: </b><b>Account closed</b><br></div>\
             <div><b>Date: </b>2 November 2026 at 10:42:10 GMT</div><div><b>To: </b>bob@staff.example</div>",
        ),
    ];
    for (program, page) in pages {
        let reading = mail(format!(
            "From: ann@staff.example\nTo: abuse@staff.example\nSubject: Fwd: Account closed\nMIME-Version: 1.0\n\
             Content-Type: text/html; charset=utf-8\n\n<p>See <a href='https://staff.example/wiki'>ours</a></p>{page}\
             <p>Dear client</p><a href='https://evil.test/in'>Log in</a>"
        ));
        is_told(&reading, page);
        assert_eq!(reading.forwarded_by, program, "{page}");
    }
}

#[test]
fn the_programs_own_name_holds() {
    let reading = mail(
        "From: ann@staff.example\nSubject: FW: x\nX-Mailer: Microsoft Outlook 16.0\n\nFrom: Your Bank <care@evil.test>\n\
         Sent: Monday, November 2, 2026 10:42 AM\nTo: b@staff.example\nSubject: x\n\nhi",
    );
    assert_eq!((reading.came, reading.forwarded_by), (Came::Inline, MailProgram::Outlook));
}

const ANSWERS: [(&str, &str); 2] = [
    (
        "Re: Account closed",
        "No, see https://staff.example/a.\n\nOn Mon, Nov 2, 2026 at 10:42 AM Your Bank <care@evil.test> wrote:\n> \
         https://evil.test/in\n",
    ),
    (
        "AW: Account closed",
        "Nein, siehe https://staff.example/a.\n\nAm 02.11.26 um 10:42 schrieb Your Bank <care@evil.test>:\n> \
         https://evil.test/in\n",
    ),
];

#[test]
fn an_answer_is_no_forward_and_its_quote_is_not_its_own() {
    for (subject, text) in ANSWERS {
        let reading = mail(format!(
            "From: ann@staff.example\nTo: bob@staff.example\nSubject: {subject}\nContent-Type: text/plain\n\n{text}"
        ));
        assert_eq!(reading.came, Came::Itself, "{subject}");
        assert_eq!(reading.head.from.as_ref().unwrap().address, "ann@staff.example");
        assert!(found(&reading, "https://staff.example/a").in_suspect, "{subject}");
        assert!(!found(&reading, "https://evil.test/in").in_suspect, "{subject}");
    }
    let outlook = "Nein.\n\nVon: Your Bank <care@evil.test>\nGesendet: Montag, 2. November 2026 10:42\nAn: \
                   bob@staff.example\nBetreff: Account closed\n\nhttps://evil.test/in";
    let reading = text_mail("AW: Account closed", outlook);
    assert_eq!(reading.came, Came::Itself);
    assert!(!found(&reading, "https://evil.test/in").in_suspect);
}

#[test]
fn an_answer_to_a_mailbox_for_reports_passes_its_quote_on() {
    for (subject, text) in ANSWERS {
        let reading = text_mail(subject, text);
        assert_eq!(reading.came, Came::Inline, "{subject}");
        let from = Mailbox { name: "Your Bank".to_owned(), address: "care@evil.test".to_owned() };
        assert_eq!(reading.head.from.as_ref(), Some(&from), "{subject}");
        assert_eq!(reading.head.subject, "Account closed");
        assert!(found(&reading, "https://evil.test/in").in_suspect, "{subject}");
        assert!(!found(&reading, "https://staff.example/a").in_suspect, "{subject}");
    }
}

#[test]
fn an_ordinary_mail_is_no_forward() {
    let reading =
        html_mail("<p>From: us, with love</p><p>To: all our clients</p><a href='https://evil.test/in'>Go</a>");
    assert_eq!(reading.came, Came::Itself);
}

#[test]
fn of_forwards_within_forwards_the_innermost_is_told() {
    let reading = text_mail(
        "Fwd: Fwd: Account closed",
        &format!(
            "{ABOVE}---------- Forwarded message ---------\nFrom: Cat <cat@staff.example>\nDate: Tue, Nov 3, 2026 at 8:00 AM\n\
             Subject: Fwd: Account closed\nTo: ann@staff.example\n\n> Begin forwarded message:\n>\n\
             > From: Your Bank <care@evil.test>\n> Subject: Account closed\n> Date: 2 November 2026 at 10:42:10 GMT\n\
             > To: bob@staff.example\n>{BELOW}"
        ),
    );
    is_told(&reading, "two deep");
    assert!(reading.people.iter().any(|one| one.address == "cat@staff.example"), "who passed it on is protected");
}

#[test]
fn a_conversation_below_the_suspicious_mail_is_not_taken_for_it() {
    let head = "---------- Forwarded message ---------\nFrom: Your Bank <care@evil.test>\nDate: Mon, Nov 2, 2026 at 10:42 AM\n\
                Subject: Account closed\nTo: bob@staff.example\n\nGo to https://evil.test/in now\n\n\
                From: Bob <bob@staff.example>\nSent: Friday, October 30, 2026 9:00 AM\nTo: Bank <info@bank.example>\nSubject: Question\n";
    let reading = text_mail("Fwd: Account closed", &format!("{ABOVE}{head}"));
    is_told(&reading, "thread");
}

#[test]
fn long_lists_of_people_may_be_folded() {
    let head = "---------- Forwarded message ---------\nFrom: Your Bank <care@evil.test>\nDate: Mon, Nov 2, 2026 at 10:42 AM\n\
                To: Bob <bob@staff.example>,\n Dan <dan@staff.example>,\nEve <eve@staff.example>\nSubject: Account closed\n";
    let reading = forwarded("Fwd: Account closed", head);
    is_told(&reading, head);
    assert!(reading.people.iter().any(|one| one.address == "eve@staff.example"));
}

#[test]
fn a_forward_tells_where_answers_go() {
    let head = "-------- Forwarded Message --------\nSubject: Account closed\nDate: Mon, 2 Nov 2026 10:42:10 +0000\n\
                From: Your Bank <care@evil.test>\nReply-To: back@evil.test\nTo: bob@staff.example\n";
    assert_eq!(forwarded("Fwd: Account closed", head).head.reply_to.unwrap().address, "back@evil.test");
}

#[test]
fn a_bold_head_in_plain_text_is_told() {
    let head = "*From:* Your Bank <care@evil.test>\n*Sent:* Monday, November 2, 2026 10:42 AM\n*To:* Bob <bob@staff.example>\n*Subject:* Account closed\n";
    is_told(&forwarded("FW: Account closed", head), head);
}

#[test]
fn a_forward_without_a_subject_has_the_outer_one() {
    let reading =
        text_mail("[EXTERNAL] Fwd: Account closed", "-----Original Message-----\nFrom: care@evil.test\nSent: x\n\nhi");
    assert_eq!((reading.came, reading.head.subject.as_str()), (Came::Inline, "Account closed"));
}

#[test]
fn links_on_both_sides_of_a_forward_are_parted() {
    let reading = mail(format!(
        "{HEAD}Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nhttps://a.test/above\n\
         ---------- Forwarded message ---------\nFrom: B <b@evil.test>\nSubject: s\n\nhttps://a.test/below\n--b\n\
         Content-Type: text/html\n\n<a href='https://b.test/above'>x</a><p>---------- Forwarded message ---------<br>\
         From: B &lt;b@evil.test&gt;<br>Subject: s</p><a href='https://b.test/below'>y</a>\n--b--\n"
    ));
    for (address, below) in
        [("a.test/above", false), ("a.test/below", true), ("b.test/above", false), ("b.test/below", true)]
    {
        assert_eq!(found(&reading, &format!("https://{address}")).in_suspect, below, "{address}");
    }
}
