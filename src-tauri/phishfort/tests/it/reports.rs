//! Every sample of the service's page "Report Incident", and what the page says beside them.

use http_kit::{Body, Bytes, FileSource, Method, Part};
use phishfort::{About, Action, Attachment, Endpoint, Report, media_type_of};
use serde_json::{Value, json};

use crate::{headers, json_body};

fn bad() -> About {
    About::Url("https://somethingbad.com".into())
}

fn suspicious() -> About {
    About::Url("https://somethingsuspicious.com".into())
}

fn by_reporter(action: Action, about: About) -> Report {
    Report { reported_by: Some("john.doe@company.com".into()), ..Report::new(action, about) }
}

fn assert_sample(report: &Report, path: &str, members: Value) {
    let request = report.request();
    assert_eq!((request.method, request.target().as_str()), (Method::Post, path));
    assert_eq!(headers(&request), [("accept", "application/json"), ("Content-Type", "application/json")]);
    assert_eq!(json_body(&request), members);
    assert_eq!(request.content_length(), report.body_bytes());
}

#[test]
fn sample_requesting_a_takedown() {
    assert_sample(
        &by_reporter(Action::Takedown, bad()),
        "/incident/tkd",
        json!({ "url": "https://somethingbad.com", "reportedBy": "john.doe@company.com" }),
    );
}

#[test]
fn sample_requesting_a_takedown_for_a_sub_client() {
    let report = Report { client_id: Some("client_id_here".into()), ..by_reporter(Action::Takedown, bad()) };
    let members = json!({
        "url": "https://somethingbad.com",
        "clientId": "client_id_here",
        "reportedBy": "john.doe@company.com",
    });
    assert_sample(&report, "/incident/tkd", members);
}

#[test]
fn sample_requesting_with_subject() {
    for (about, kind, subject) in [
        (About::Ipv4("192.168.1.1".into()), "ipv4", "192.168.1.1"),
        (About::Phone("+442079460123".into()), "phone", "+442079460123"),
        (About::Email("support@bad.example".into()), "email", "support@bad.example"),
    ] {
        let members = json!({ "subject": subject, "incidentType": kind, "reportedBy": "john.doe@company.com" });
        assert_sample(&by_reporter(Action::Takedown, about), "/incident/tkd", members);
    }
}

#[test]
fn sample_report_with_comment() {
    let comment = Some("This is extremely important".into());
    let report = Report { comment, ..by_reporter(Action::Monitor, suspicious()) };
    let members = json!({
        "url": "https://somethingsuspicious.com",
        "comment": "This is extremely important",
        "reportedBy": "john.doe@company.com",
    });
    assert_sample(&report, "/incident/monitor", members);
}

#[test]
fn sample_requesting_that_it_be_monitored() {
    assert_sample(
        &by_reporter(Action::Monitor, suspicious()),
        "/incident/monitor",
        json!({ "url": "https://somethingsuspicious.com", "reportedBy": "john.doe@company.com" }),
    );
}

fn file(file_name: &str) -> Attachment {
    let (_, extension) = file_name.rsplit_once('.').unwrap();
    Attachment {
        file_name: file_name.into(),
        media_type: media_type_of(extension).unwrap().into(),
        size: 3,
        source: FileSource::Bytes(Bytes::from_static(b"123")),
    }
}

#[test]
fn sample_report_with_attachments() {
    let report = Report {
        attachments: vec![file("file-1.pdf"), file("file-2.png")],
        boundary_seed: "0198c3d2-7a5e".into(),
        ..by_reporter(Action::Takedown, bad())
    };
    let request = report.request();
    assert_eq!((request.method, request.target().as_str()), (Method::Post, "/incident/tkd"));
    let content_type = "multipart/form-data; boundary=----TakedownDesk0198c3d27a5e";
    assert_eq!(headers(&request), [("accept", "application/json"), ("Content-Type", content_type)]);
    let Body::Multipart(multipart) = request.body else { panic!("files need a form") };
    let text = |name: &str, value: &str| Part::Text { name: name.into(), value: value.into() };
    let part = |file_name: &str, media_type: &str| Part::File {
        name: "attachments".into(),
        file_name: file_name.into(),
        media_type: media_type.into(),
        size: 3,
        source: FileSource::Bytes(Bytes::from_static(b"123")),
    };
    let expected = [
        text("url", "https://somethingbad.com"),
        text("reportedBy", "john.doe@company.com"),
        part("file-1.pdf", "application/pdf"),
        part("file-2.png", "image/png"),
    ];
    assert_eq!(multipart.parts, expected);
    assert_eq!(report.body_bytes(), multipart.content_length());
}

#[test]
fn a_form_has_the_same_names_as_the_json() {
    let full = Report {
        client_id: Some("client_id_here".into()),
        comment: Some("note".into()),
        ..by_reporter(Action::Monitor, About::Ipv4("192.0.2.7".into()))
    };
    let with_file = Report { attachments: vec![file("a.eml")], ..full.clone() };
    let Body::Multipart(multipart) = with_file.request().body else { panic!("files need a form") };
    let texts = multipart.parts.iter().filter_map(|part| match part {
        Part::Text { name, value } => Some((name.clone(), Value::from(value.as_str()))),
        Part::File { .. } => None,
    });
    assert_eq!(Value::Object(texts.collect()), json_body(&full.request()));
}

#[test]
fn nothing_is_ever_null_or_empty() {
    let empty = Some(String::new());
    let report = Report {
        client_id: empty.clone(),
        reported_by: empty.clone(),
        comment: empty,
        ..Report::new(Action::Takedown, bad())
    };
    assert_sample(&report, "/incident/tkd", json!({ "url": "https://somethingbad.com" }));
}

#[test]
fn the_same_report_is_the_same_request() {
    let report =
        Report { attachments: vec![file("a.msg")], boundary_seed: "7".into(), ..by_reporter(Action::Takedown, bad()) };
    assert_eq!(report.request(), report.clone().request());
}

#[test]
fn each_type_is_declared_as_the_page_lists_it() {
    assert_eq!(media_type_of("MSG"), Some("application/vnd.ms-outlook"));
    assert_eq!(media_type_of("jpeg"), Some("image/jpeg"));
    assert_eq!(media_type_of("eml"), Some("message/rfc822"));
    for refused in ["heic", "webp", "gif", "zip", "html", "mp4", "", ".png"] {
        assert_eq!(media_type_of(refused), None, "{refused}");
    }
}
