//! What the reads ask.

use http_kit::{Body, Method, Request, SegmentRefused};
use phishfort::{ById, BySubject, Endpoint, List, Status, WhoAmI};

use crate::headers;

fn assert_get(request: &Request, target: &str) {
    assert_eq!((request.method, request.target().as_str()), (Method::Get, target));
    assert_eq!(headers(request), [("accept", "application/json")]);
    assert_eq!(request.body, Body::None);
}

#[test]
fn whoami_asks_nothing_else() {
    assert_get(&WhoAmI.request(), "/whoami");
}

#[test]
fn an_incident_is_asked_for_by_one_segment() {
    assert_get(&ById::new("aB3dE5").unwrap().request(), "/incident/aB3dE5");
    assert_get(&ById::new("../whoami?x").unwrap().request(), "/incident/..%2Fwhoami%3Fx");
}

#[test]
fn a_subject_is_one_segment_whatever_it_holds() {
    for (subject, segment) in [
        ("https://bad.example/a?b=c&d=e+f g", "https%3A%2F%2Fbad.example%2Fa%3Fb%3Dc%26d%3De%2Bf%20g"),
        ("bad.example", "bad.example"),
        ("+442079460123", "%2B442079460123"),
        ("a@bad.example", "a%40bad.example"),
    ] {
        assert_get(&BySubject::new(subject).unwrap().request(), &format!("/incident/subject/{segment}"));
    }
}

#[test]
fn a_value_that_would_name_another_endpoint_is_refused() {
    assert_eq!(ById::new(""), Err(SegmentRefused::Empty));
    assert_eq!(BySubject::new(""), Err(SegmentRefused::Empty));
    assert_eq!(ById::new(".."), Err(SegmentRefused::Dots));
    assert_eq!(BySubject::new("."), Err(SegmentRefused::Dots));
}

#[test]
fn a_list_says_only_what_is_given() {
    assert_get(&List::default().request(), "/incidents");
    let list = List {
        client_id: Some("c 1".into()),
        from_date: Some("2026-01-01T00:00:00.000Z".into()),
        to_date: Some("2026-02-01T00:00:00.000Z".into()),
        status: Some(Status::PreWeaponised),
        limit: Some(200),
        cursor: Some("a+b/=".into()),
    };
    let target = "/incidents?clientId=c%201&fromDate=2026-01-01T00%3A00%3A00.000Z&toDate=2026-02-01T00%3A00%3A00.000Z\
        &status=pre_weaponised&limit=200&cursor=a%2Bb%2F%3D";
    assert_get(&list.request(), target);
}
