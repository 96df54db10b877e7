//! The client over a real socket: the token's header, the base path, one connection a send.

use cloudflare_abuse::{
    Accepted, Allowance, Appeal, Ask, Endpoint, Error, Kind, ListSubmitted, Pager, Prepared, PreparedAppeal, Told,
    VerifyUserToken,
};
use http_kit::{Deadlines, Exchange, Failure, Progress};
use serde_json::{Value, json};

use crate::examples::{full, least};
use crate::rules::wrongs;
use crate::server::{page, script};
use crate::{ACCOUNT, account, report_id};

#[tokio::test]
async fn a_lookup_carries_the_token_and_tells_the_answer_s_time_and_allowance() {
    let body = r#"{"success":true,"result":{"status":"active"}}"#;
    let answer = format!(
        "HTTP/1.1 200 OK\r\nDate: Thu, 01 Jan 2026 00:00:00 GMT\r\nRatelimit: \"default\";r=50;t=30\r\n\
        Ratelimit: \"burst\";r=3;t=60\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    let (client, serve) = script(vec![answer]).await;
    let (told, seen) = tokio::join!(client.ask(&VerifyUserToken), serve);
    assert!(told.result.is_ok());
    assert_eq!(told.date, Some(1_767_225_600_000));
    assert_eq!(told.allowance, Some(Allowance { remaining: 3, resets_in_s: 60 }));
    let (head, body) = &seen[0];
    assert!(head.starts_with("GET /client/v4/user/tokens/verify HTTP/1.1\r\n"), "{head}");
    for line in ["authorization: Bearer canary-token", "accept: application/json"] {
        assert!(head.lines().any(|known| known == line), "{line} in {head}");
    }
    assert!(!head.contains("api-version") && !head.to_lowercase().contains("x-auth"), "{head}");
    assert!(body.is_empty() && !head.contains("content-length"));
    assert!(!format!("{client:?}").contains("canary"));
}

#[tokio::test]
async fn a_refusal_tells_time_and_allowance_too() {
    let answer = "HTTP/1.1 429 Too Many\r\nDate: Thu, 01 Jan 2026 00:00:00 GMT\r\nRetry-After: 300\r\n\
        Ratelimit: \"default\";r=0;t=300\r\nContent-Length: 0\r\n\r\n";
    let (client, serve) = script(vec![answer.into()]).await;
    let (told, _) = tokio::join!(client.ask(&VerifyUserToken), serve);
    assert!(matches!(told.result, Err(Error::SlowDown { retry_after: Some(_), .. })));
    assert_eq!(told.date, Some(1_767_225_600_000));
    assert_eq!(told.allowance, Some(Allowance { remaining: 0, resets_in_s: 300 }));
}

#[tokio::test]
async fn every_kind_of_report_reaches_the_service_as_it_was_confirmed() {
    for kind in Kind::ALL {
        for report in [least(kind), full(kind)] {
            let prepared = report.prepare(&account());
            let answer = json!({ "abuse_rand": "r1", "request": { "act": kind.act() }, "result": "success" });
            let (client, serve) = script(vec![page(&answer)]).await;
            let (deadlines, mut steps) = (Deadlines::default(), Vec::new());
            let sending = client.exchange(&prepared, &deadlines, |step| steps.push(step));
            let (exchange, seen) = tokio::join!(sending, serve);
            let (head, body) = &seen[0];
            let line = format!("POST /client/v4/accounts/{ACCOUNT}/abuse-reports/{} HTTP/1.1\r\n", kind.act());
            assert!(head.starts_with(&line), "{head}");
            assert!(head.to_lowercase().contains("content-type: application/json\r\n"), "{head}");
            assert_eq!(body, prepared.body.as_bytes());
            let sent: Value = serde_json::from_slice(body).unwrap();
            assert_eq!(wrongs(kind.act(), &sent), Vec::<String>::new());
            assert_eq!((exchange.bytes_total, exchange.bytes_handed), (body.len() as u64, body.len() as u64));
            assert_eq!(steps.last(), Some(&Progress::LastByte));
            let accepted = Prepared::read(&exchange.result.unwrap());
            assert_eq!(accepted, Ok(Accepted { report_id: "r1".into(), act: Some(kind.act().into()) }));
        }
    }
}

#[tokio::test]
async fn an_appeal_is_sent_once_and_its_exchange_is_told() {
    let appeal = Appeal { account: account(), report_id: report_id("r1"), ask: Ask::ContentRemoved }.prepare();
    let (client, serve) = script(vec![page(&json!({ "success": true, "result": [] }))]).await;
    let deadlines = Deadlines::default();
    let (exchange, seen) = tokio::join!(client.exchange(&appeal, &deadlines, |_| {}), serve);
    assert!(seen[0].0.starts_with("POST "), "{}", seen[0].0);
    assert_eq!(PreparedAppeal::read(&exchange.result.unwrap()), Ok(vec![]));
}

#[tokio::test]
async fn an_answer_that_was_lost_is_told_as_lost() {
    let (client, serve) = script(vec![String::new()]).await;
    let prepared = least(Kind::Phishing).prepare(&account());
    let deadlines = Deadlines::default();
    let (exchange, _) = tokio::join!(client.exchange(&prepared, &deadlines, |_| {}), serve);
    let Exchange { bytes_total, bytes_handed, result: Err(Failure::BrokeOff { .. }) } = exchange else {
        panic!("{exchange:?}")
    };
    assert_eq!(bytes_handed, bytes_total);

    let (client, serve) = script(vec![String::new()]).await;
    let (told, _) = tokio::join!(client.ask(&VerifyUserToken), serve);
    let Told { result: Err(Error::Transport(Failure::BrokeOff { .. })), date: None, allowance: None } = told else {
        panic!("{told:?}")
    };
}

#[tokio::test]
async fn asking_and_sending_may_move_between_threads() {
    fn movable<T: Send>(future: T) -> T {
        future
    }
    let (client, serve) = script(vec![]).await;
    let (prepared, deadlines) = (least(Kind::Threat).prepare(&account()), Deadlines::default());
    let mut pager = Pager::new(ListSubmitted::new(account()));
    drop(movable(client.ask(&VerifyUserToken)));
    drop(movable(client.exchange(&prepared, &deadlines, |_| {})));
    drop(movable(pager.next(&client)));
    assert_eq!(pager.at(), Some(1), "a walk that was not made is still to be made");
    assert_eq!(serve.await, []);
}
