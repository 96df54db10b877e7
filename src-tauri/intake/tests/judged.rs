use std::io::Cursor;

use intake::{FileKind, OCTET_STREAM, TypeProblem, judge};

use crate::made::{HEIC, MAIL, PROGRAM, compound, end_of_zip, jpeg, png, zip};

const DOCX: [&str; 3] = ["[Content_Types].xml", "_rels/.rels", "word/document.xml"];
const XLSX: [&str; 3] = ["[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"];

fn judged(name: &str, bytes: impl AsRef<[u8]>) -> (FileKind, &'static str, Option<TypeProblem>) {
    let judged = judge(name, Cursor::new(bytes.as_ref())).unwrap();
    (judged.kind, judged.media_type, judged.problem)
}

#[test]
fn the_eleven_types_are_taken_with_their_exact_media_types() {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    let excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let samples: [(&str, Vec<u8>, FileKind, &str); 13] = [
        ("a.png", png(2, 2), FileKind::Png, "image/png"),
        ("a.jpg", jpeg(2, 2), FileKind::Jpeg, "image/jpeg"),
        ("a.b.JPEG", jpeg(2, 2), FileKind::Jpeg, "image/jpeg"),
        ("a.pdf", b"%PDF-1.7\n%\xe2\xe3".to_vec(), FileKind::Pdf, "application/pdf"),
        ("a.eml", MAIL.into(), FileKind::Email, "message/rfc822"),
        (
            "a.msg",
            compound(&["__properties_version1.0", "x"], &[]),
            FileKind::OutlookEmail,
            "application/vnd.ms-outlook",
        ),
        ("a.txt", "Zürich\r\n".into(), FileKind::Text, "text/plain"),
        ("headers.txt", MAIL.into(), FileKind::Text, "text/plain"),
        ("a.csv", "a;b\n1;2\n".into(), FileKind::Csv, "text/csv"),
        ("a.doc", compound(&["1Table", "WordDocument"], &[]), FileKind::Word, "application/msword"),
        ("a.docx", zip(&DOCX), FileKind::Word, word),
        ("a.xls", compound(&["Workbook"], &[]), FileKind::Excel, "application/vnd.ms-excel"),
        ("a.xlsx", zip(&XLSX), FileKind::Excel, excel),
    ];
    for (name, bytes, kind, media_type) in samples {
        assert_eq!(judged(name, bytes), (kind, media_type, None), "{name}");
    }
}

#[test]
fn other_types_are_not_taken_whatever_is_in_them() {
    for name in ["a.heic", "a.webp", "a.gif", "a.html", "a.zip", "a.mov", "a", "", "png", "a.", "a.png.exe", "a.svg"] {
        let (_, media_type, problem) = judged(name, HEIC);
        assert_eq!((media_type, problem), (OCTET_STREAM, Some(TypeProblem::TypeNotTaken)), "{name}");
    }
    assert_eq!(judged("screenshot", png(1, 1)).0, FileKind::Png, "so that it can be shown, and renamed");
}

#[test]
fn a_name_that_says_another_type_is_found_out() {
    let a_zip = zip(&["evil.exe"]);
    let an_apk = zip(&["[Content_Types].xml", "AndroidManifest.xml"]);
    let both = zip(&["[Content_Types].xml", "word/document.xml", "xl/workbook.xml"]);
    for (name, bytes, kind) in [
        ("a.png", jpeg(1, 1), FileKind::Jpeg),
        ("a.jpg", png(1, 1), FileKind::Png),
        ("a.png", HEIC.to_vec(), FileKind::Other),
        ("a.png", b"<html>".to_vec(), FileKind::Text),
        ("a.txt", PROGRAM.to_vec(), FileKind::Other),
        ("a.txt", b"%PDF-1.7".to_vec(), FileKind::Pdf),
        ("a.txt", png(1, 1), FileKind::Png),
        ("a.csv", a_zip.clone(), FileKind::Other),
        ("a.pdf", MAIL.into(), FileKind::Email),
        ("a.eml", b"just a note".to_vec(), FileKind::Text),
        ("a.eml", compound(&["__properties_version1.0"], &[]), FileKind::OutlookEmail),
        ("a.msg", MAIL.into(), FileKind::Email),
        ("a.docx", a_zip, FileKind::Other),
        ("a.docx", an_apk, FileKind::Other),
        ("a.docx", both, FileKind::Other),
        ("a.docx", zip(&XLSX), FileKind::Excel),
        ("a.docx", zip(&DOCX[1..]), FileKind::Other),
        ("a.xlsx", compound(&["Workbook"], &[]), FileKind::Excel),
        ("a.doc", zip(&DOCX), FileKind::Word),
        ("a.doc", b"{\\rtf1 x}".to_vec(), FileKind::Text),
        ("a.doc", compound(&["Something"], &[]), FileKind::Other),
        ("a.xls", compound(&["WordDocument"], &["Workbook"]), FileKind::Word),
    ] {
        assert_eq!(judged(name, bytes), (kind, OCTET_STREAM, Some(TypeProblem::Disguised)), "{name}");
    }
}

#[test]
fn a_sheet_inside_a_word_file_makes_it_no_excel_file() {
    let many = vec!["Data"; 40];
    assert_eq!(judged("a.doc", compound(&["WordDocument"], &["Workbook", "Book"])).2, None);
    assert_eq!(judged("a.doc", compound(&[&many[..], &["WordDocument"]].concat(), &[])).2, None, "in a later sector");
}

#[test]
fn texts_in_old_and_wide_encodings_are_texts() {
    let wide = |mark: &[u8], bytes: fn(u16) -> [u8; 2]| {
        [mark, &"Zürich\r\n".encode_utf16().flat_map(bytes).collect::<Vec<_>>()].concat()
    };
    for bytes in [
        b"Z\xFCrich".to_vec(),
        b"\xEF\xBB\xBFa,b".to_vec(),
        wide(b"\xFF\xFE", u16::to_le_bytes),
        wide(b"\xFE\xFF", u16::to_be_bytes),
        b"old\x1a".to_vec(),
        "x".repeat(400_000).into_bytes(),
    ] {
        assert_eq!(judged("a.csv", &bytes).2, None, "{:?}", &bytes[..bytes.len().min(20)]);
    }
}

#[test]
fn a_program_behind_a_text_is_found() {
    let mut bytes = "harmless\n".repeat(40_000).into_bytes();
    bytes.extend(PROGRAM);
    assert_eq!(judged("a.txt", bytes).2, Some(TypeProblem::Disguised));
    assert_eq!(judged("a.txt", b"a\0b").2, Some(TypeProblem::Disguised));
}

#[test]
fn mails_as_programs_save_them_are_mails() {
    for mail in [
        format!("From help@acme-support.example Sun Mar  1 10:42:10 2026\n{}", MAIL.replace("\r\n", "\n")),
        format!("\u{FEFF}{MAIL}"),
        format!("\r\n{MAIL}"),
        format!("X-One: 1\n two\n{MAIL}\0binary"),
    ] {
        assert_eq!(judged("a.eml", &mail).2, None, "{mail:?}");
    }
    for no_mail in [
        "From: a\nnot a field\n\n",
        "Subject: alone\n\n",
        " folded: first\nFrom: a\nTo: b\n\n",
        "From: \u{1}\nTo: b\n\n",
    ] {
        assert_eq!(judged("a.eml", no_mail).2, Some(TypeProblem::Disguised), "{no_mail:?}");
    }
}

#[test]
fn lists_of_parts_that_lie_are_no_documents() {
    let good = zip(&DOCX);
    let list_length = good.len() - 10;
    for (at, bytes) in [(list_length, [0xFF; 4]), (list_length + 4, [0xFF; 4]), (list_length, [0; 4])] {
        let mut bad = good.clone();
        bad[at..at + 4].copy_from_slice(&bytes);
        assert_eq!(judged("a.docx", bad).2, Some(TypeProblem::Disguised), "{at}");
    }
    assert_eq!(judged("a.docx", &good[..good.len() - 1]).2, Some(TypeProblem::Disguised), "cut off");
    // An entry whose name is longer than the list.
    let bad = end_of_zip(b"PK\x03\x04".to_vec(), &[b"PK\x01\x02".as_slice(), &[0xFF; 42]].concat(), 1);
    assert_eq!(judged("a.docx", bad).2, Some(TypeProblem::Disguised));
    // A comment behind the end record is allowed, and may hold a false one.
    let mut commented = good.clone();
    commented.extend(b"comment");
    assert_eq!(judged("a.docx", commented).2, None);
}

#[test]
fn compound_files_that_run_in_circles_end() {
    let mut circle = compound(&["Something"], &[]);
    // The folder's sector follows itself; the entry is its own neighbour; the list of tables follows itself.
    circle[512 + 4..512 + 8].copy_from_slice(&1_u32.to_le_bytes());
    circle[1024 + 128 + 72..1024 + 128 + 76].copy_from_slice(&1_u32.to_le_bytes());
    circle[68..72].copy_from_slice(&0_u32.to_le_bytes());
    assert_eq!(judged("a.doc", circle).2, Some(TypeProblem::Disguised));
    let mut far = compound(&["WordDocument"], &[]);
    far[48..52].copy_from_slice(&0xFFFF_FFF0_u32.to_le_bytes());
    assert_eq!(judged("a.doc", far).2, Some(TypeProblem::Disguised));
}
