//! The lists inside a submission: addresses, IP addresses, ports.

use practice::{Act, ErrorKind as Kind};
use serde_json::json;

use super::support::{is_refused, least, named_errors, with};

#[tokio::test]
async fn up_to_250_addresses_of_one_hostname_are_one_report() {
    let it = named_errors().await;
    let urls = |count: usize| {
        let lines: Vec<String> = (0..count).map(|at| format!("https://evil.example/{at}")).collect();
        json!(lines.join("\n"))
    };
    it.submitted(&with(Act::Phishing, "urls", urls(250))).await;
    is_refused(&it, &with(Act::Phishing, "urls", urls(251)), Kind::BadUrlsError).await;
    assert_eq!(it.cloudflare().reports()[0].urls.len(), 250);
    for taken in [
        "http://evil.example",
        "HTTPS://Evil.Example/\nhttps://evil.example:8443/x",
        "https://someone@evil.example/?q=%20#part",
    ] {
        it.submitted(&with(Act::Phishing, "urls", json!(taken))).await;
    }
}

#[tokio::test]
async fn what_is_no_address_or_comes_twice_or_has_another_hostname_is_refused() {
    let it = named_errors().await;
    for broken in [
        "",
        "evil.example",
        "ftp://evil.example/",
        "https://",
        "https:///path",
        "https://evil.example/\n",
        "https://evil.example/a\r\nhttps://evil.example/b",
        "https://evil.example/a b",
        "https://evil.example/ä",
        "https://evil.example/a,https://evil.example/ä",
        "https://evil.example/a\nhttps://evil.example/a",
    ] {
        is_refused(&it, &with(Act::Phishing, "urls", json!(broken)), Kind::BadUrlsError).await;
    }
    is_refused(&it, &with(Act::Phishing, "urls", json!(["https://evil.example/"])), Kind::BadUrlsError).await;
    let two = "https://evil.example/a\nhttps://www.evil.example/a";
    is_refused(&it, &with(Act::Phishing, "urls", json!(two)), Kind::UrlNotvalidError).await;
}

#[tokio::test]
async fn a_hostname_that_is_not_on_cloudflare_is_refused() {
    let it = named_errors().await;
    for url in [
        "https://not-on-cloudflare.example/",
        "https://www.not-on-cloudflare.example/",
        "https://192.0.2.1/",
        "http://localhost/",
    ] {
        is_refused(&it, &with(Act::Phishing, "urls", json!(url)), Kind::UrlNotOrangeError).await;
    }
    it.submitted(&with(Act::Phishing, "urls", json!("https://really-not-on-cloudflare.example/"))).await;
    it.set(|switches| switches.not_on_cloudflare = vec!["evil.example".into()]);
    it.submitted(&with(Act::Phishing, "urls", json!("https://not-on-cloudflare.example/"))).await;
    is_refused(&it, &least(Act::Phishing), Kind::UrlNotOrangeError).await;
}

#[tokio::test]
async fn up_to_thirty_addresses_a_list() {
    let it = named_errors().await;
    let ips = |count: usize| json!((1..=count).map(|at| format!("192.0.2.{at}")).collect::<Vec<_>>().join("\n"));
    for field in ["source_ips", "destination_ips"] {
        it.submitted(&with(Act::General, field, ips(30))).await;
        it.submitted(&with(Act::General, field, json!("2001:db8::1"))).await;
        is_refused(&it, &with(Act::General, field, ips(31)), Kind::MaxIPsError).await;
        for broken in
            ["", "192.0.2.256", "evil.example", "192.0.2.0/24", "192.0.2.1\n192.0.2.1", "192.0.2.1, 192.0.2.2"]
        {
            is_refused(&it, &with(Act::General, field, json!(broken)), Kind::BadIPError).await;
        }
        is_refused(&it, &with(Act::Phishing, field, ips(1)), Kind::UnknownError).await;
    }
}

#[tokio::test]
async fn up_to_thirty_ports_of_a_hundred_characters_each() {
    let it = named_errors().await;
    let ports = |count: usize, between: &str| {
        json!((1..=count).map(|port| format!("{port}/TCP")).collect::<Vec<_>>().join(between))
    };
    let long_item = |length: usize| format!("80/{}", "T".repeat(length - 3));
    let field = "ports_protocols";
    it.submitted(&with(Act::General, field, ports(30, ", "))).await;
    it.submitted(&with(Act::General, field, json!(long_item(100)))).await;
    let padded = |total: usize| json!(format!("80/TCP,{}22/UDP", " ".repeat(total - 13)));
    it.submitted(&with(Act::General, field, padded(2000))).await;
    for broken in [ports(31, ","), json!(long_item(101)), padded(2001)] {
        is_refused(&it, &with(Act::General, field, broken), Kind::PortsProtocolError).await;
    }
    for broken in ["", "80", "TCP/80", "0/TCP", "65536/TCP", "80/", "80/TCP,80/tcp", "80/TCP,", "1-9/TCP"] {
        is_refused(&it, &with(Act::General, field, json!(broken)), Kind::BadPortsProtocolError).await;
    }
    is_refused(&it, &with(Act::Threat, field, ports(1, ",")), Kind::UnknownError).await;
}
