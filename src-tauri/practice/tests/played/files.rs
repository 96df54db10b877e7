use practice::BODY_LIMIT_BYTES;
use reqwest::multipart::{Form, Part};
use serde_json::Value;

use crate::support::{refusal, started};

fn file(name: &str, mime: &str, bytes: Vec<u8>) -> Part {
    Part::bytes(bytes).file_name(name.to_owned()).mime_str(mime).unwrap()
}

fn form_with(parts: impl IntoIterator<Item = Part>) -> Form {
    parts.into_iter().fold(Form::new().text("url", "evil.example"), |form, part| form.part("attachments", part))
}

#[tokio::test]
async fn files_are_told_with_name_type_size_and_hash() {
    let it = started().await;
    let form = form_with([file("01_mail.eml", "message/rfc822", b"abc".to_vec()), file("x.png", "image/png", vec![])]);
    let answer = it.report_form(form).await;
    assert_eq!(answer.status(), 200);
    let [taken] = it.phishfort().processed().try_into().unwrap();
    assert_eq!(taken.parts, ["url", "attachments", "attachments"]);
    assert_eq!(taken.bytes_announced, Some(taken.bytes_received));
    let [mail, picture] = taken.files.try_into().unwrap();
    assert_eq!((mail.name.as_str(), mail.mime.as_str(), mail.size_bytes), ("01_mail.eml", "message/rfc822", 3));
    assert_eq!(mail.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_eq!(picture.size_bytes, 0, "an empty file is taken: nothing says otherwise");
    let shown = it.get(&format!("/incident/{}", taken.id)).await;
    assert_eq!(shown["data"]["attachments"][0]["name"], "01_mail.eml");
}

#[tokio::test]
async fn twelve_files_go_and_a_thirteenth_is_refused() {
    let it = started().await;
    let many = |count| form_with((0..count).map(|n| file(&format!("{n}.txt"), "text/plain", vec![b'x'])));
    assert_eq!(it.report_form(many(12)).await.status(), 200);
    assert_eq!(refusal(it.report_form(many(13)).await).await.0, 400);
    assert_eq!(it.phishfort().processed().len(), 1);
}

#[tokio::test]
async fn every_type_of_the_list_is_taken() {
    let it = started().await;
    let office = "application/vnd.openxmlformats-officedocument";
    for (name, mime) in [
        ("a.png", "image/png"),
        ("a.jpg", "image/jpeg"),
        ("a.JPEG", "image/jpg"),
        ("a.pdf", "application/pdf"),
        ("a.eml", "message/rfc822"),
        ("a.msg", "application/vnd.ms-outlook"),
        ("a.txt", "text/plain; charset=utf-8"),
        ("a.csv", "text/csv"),
        ("a.doc", "application/msword"),
        ("a.docx", &format!("{office}.wordprocessingml.document")),
        ("a.xls", "application/vnd.ms-excel"),
        ("a.xlsx", &format!("{office}.spreadsheetml.sheet")),
    ] {
        let answer = it.report_form(form_with([file(name, mime, vec![1])])).await;
        assert_eq!(answer.status(), 200, "{name} {mime}");
    }
}

#[tokio::test]
async fn a_type_outside_the_list_or_one_that_belies_its_name_is_refused() {
    let it = started().await;
    for (name, mime) in [
        ("a.heic", "image/heic"),
        ("a.webp", "image/webp"),
        ("a.zip", "application/zip"),
        ("a.html", "text/html"),
        ("a.msg", "application/octet-stream"),
        ("a.png", "image/jpeg"),
        ("png", "image/png"),
    ] {
        let answer = it.report_form(form_with([file(name, mime, vec![1])])).await;
        assert_eq!(refusal(answer).await.0, 400, "{name} {mime}");
    }
    assert_eq!(it.phishfort().processed(), []);
}

#[tokio::test]
async fn a_file_in_another_field_and_text_in_attachments_are_refused() {
    let it = started().await;
    let elsewhere = Form::new().text("url", "evil.example").part("file", file("a.txt", "text/plain", vec![1]));
    assert_eq!(refusal(it.report_form(elsewhere).await).await.0, 400);
    let text = Form::new().text("url", "evil.example").text("attachments", "a.txt");
    assert_eq!(refusal(it.report_form(text).await).await.0, 400);
    let twice = Form::new().text("url", "evil.example").text("url", "evil.example");
    assert_eq!(refusal(it.report_form(twice).await).await.0, 400);
}

/// A multipart body of exactly this length, by hand, so that every byte of it is ours.
fn body_of(length: u64) -> String {
    let start = "--b\r\nContent-Disposition: form-data; name=\"url\"\r\n\r\nevil.example\r\n--b\r\n\
                 Content-Disposition: form-data; name=\"attachments\"; filename=\"a.txt\"\r\n\
                 Content-Type: text/plain\r\n\r\n";
    let end = "\r\n--b--\r\n";
    let filling = usize::try_from(length).unwrap() - start.len() - end.len();
    format!("{start}{}{end}", "x".repeat(filling))
}

async fn reported_by_hand(length: u64, chunked: bool) -> (u16, Value, usize) {
    let it = started().await;
    let request =
        it.to(reqwest::Method::POST, "/incident/tkd").header("content-type", "multipart/form-data; boundary=b");
    let whole = body_of(length);
    let request = if chunked {
        let half = whole.len() / 2;
        let pieces = [whole[..half].to_owned(), whole[half..].to_owned()].map(Ok::<_, std::io::Error>);
        request.body(reqwest::Body::wrap_stream(futures_util::stream::iter(pieces)))
    } else {
        request.body(whole)
    };
    let answer = request.send().await.unwrap();
    (answer.status().as_u16(), answer.json().await.unwrap(), it.phishfort().processed().len())
}

#[tokio::test]
async fn one_byte_under_the_limit_goes() {
    let (status, _, processed) = reported_by_hand(BODY_LIMIT_BYTES - 1, false).await;
    assert_eq!((status, processed), (200, 1));
}

#[tokio::test]
async fn the_limit_itself_is_413_in_the_documented_words() {
    for chunked in [false, true] {
        let (status, body, processed) = reported_by_hand(BODY_LIMIT_BYTES, chunked).await;
        assert_eq!((status, processed), (413, 0));
        let documented = serde_json::json!({
            "statusCode": 413, "error": "Request Entity Too Large",
            "message": "Payload content length greater than maximum allowed: 10485760",
        });
        assert_eq!(body, documented);
    }
}

#[tokio::test]
async fn an_announced_length_is_judged_before_the_body_comes() {
    let it = started().await;
    let mut switches = it.phishfort().switches();
    switches.refusals_let_the_body_flow = false;
    it.phishfort().set_switches(switches);
    let answer = it.raw(it.head("Content-Length: 10485760").as_bytes()).await;
    assert!(answer.starts_with("HTTP/1.1 413 "), "{answer}");
}
