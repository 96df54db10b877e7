//! A started practice and a plain HTTP client that knows nothing of ours.

use std::net::SocketAddr;

use practice::{Options, PhishFort, Practice};
use reqwest::{Client, Method, Response, multipart};
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

pub(crate) const KEY: &str = "practice-key";
pub(crate) const TOKEN: &str = "practice-token";

pub(crate) struct Started {
    pub(crate) practice: Practice,
    pub(crate) client: Client,
}

pub(crate) fn options() -> Options {
    Options {
        keys: vec!["another-key".into(), KEY.into()],
        tokens: vec!["another-token".into(), TOKEN.into()],
        ..Options::default()
    }
}

pub(crate) async fn started() -> Started {
    started_with(options()).await
}

pub(crate) async fn started_with(options: Options) -> Started {
    let client = Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none()).build().unwrap();
    Started { practice: Practice::start(options).await.unwrap(), client }
}

impl Started {
    pub(crate) fn phishfort(&self) -> &PhishFort {
        self.practice.phishfort()
    }

    pub(crate) fn address(&self) -> SocketAddr {
        let url = self.practice.phishfort_url();
        url.strip_prefix("http://").and_then(|rest| rest.strip_suffix("/v1")).unwrap().parse().unwrap()
    }

    pub(crate) async fn report(&self, body: Value) -> Response {
        self.try_report(body).await.unwrap()
    }

    pub(crate) async fn try_report(&self, body: Value) -> reqwest::Result<Response> {
        self.to(Method::POST, "/incident/tkd").json(&body).send().await
    }

    pub(crate) async fn reported(&self, body: Value) -> String {
        let response = self.report(body).await;
        assert_eq!(response.status(), 200);
        response.json::<Value>().await.unwrap()["id"].as_str().unwrap().to_owned()
    }

    pub(crate) async fn report_form(&self, form: multipart::Form) -> Response {
        self.to(Method::POST, "/incident/tkd").multipart(form).send().await.unwrap()
    }

    pub(crate) fn to(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        self.client.request(method, format!("{}{path}", self.practice.phishfort_url())).header("x-api-key", KEY)
    }

    pub(crate) async fn get(&self, path: &str) -> Value {
        let response = self.to(Method::GET, path).send().await.unwrap();
        assert_eq!(response.status(), 200, "{path}");
        response.json().await.unwrap()
    }

    pub(crate) async fn get_status(&self, path: &str) -> u16 {
        self.to(Method::GET, path).send().await.unwrap().status().as_u16()
    }

    pub(crate) async fn control(&self, path: &str, body: Value) -> Response {
        let url = format!("{}/{path}", self.practice.control_url());
        self.client.post(url).json(&body).send().await.unwrap()
    }

    pub(crate) async fn asked(&self, path: &str) -> Value {
        let url = format!("{}/{path}", self.practice.control_url());
        self.client.get(url).send().await.unwrap().json().await.unwrap()
    }

    /// Writes these bytes to a fresh connection and reads until the service closes it.
    pub(crate) async fn raw(&self, bytes: &[u8]) -> String {
        let mut stream = TcpStream::connect(self.address()).await.unwrap();
        stream.write_all(bytes).await.unwrap();
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer).await;
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// The head of a report by hand, up to the blank line.
    pub(crate) fn head(&self, more: &str) -> String {
        format!(
            "POST /v1/incident/tkd HTTP/1.1\r\nHost: {}\r\nx-api-key: {KEY}\r\nConnection: close\r\n\
             Content-Type: application/json\r\n{more}\r\n\r\n",
            self.address()
        )
    }
}

pub(crate) fn url_report() -> Value {
    json!({ "url": "https://evil.example/login", "reportedBy": "sam@brand.example" })
}

/// Status and message of a refusal whose error object is whole.
pub(crate) async fn refusal(response: Response) -> (u16, String) {
    let status = response.status().as_u16();
    let body: Value = response.json().await.unwrap();
    assert_eq!(body["statusCode"], status);
    assert!(body["error"].is_string());
    (status, body["message"].as_str().unwrap().to_owned())
}
