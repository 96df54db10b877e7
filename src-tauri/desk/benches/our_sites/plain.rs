//! What anybody would write in an afternoon: reads all pages, parses them as JSON, and keeps nothing.

use futures_util::StreamExt;
use practice::ACCOUNT_ID;
use serde_json::Value;

use crate::AT_ONCE;
use crate::played::TOKEN;

/// What becomes of a connection after an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Connections {
    /// It serves the next question, as is usual.
    Kept,
    /// Each question has its own, as ours have.
    OneEach,
}

struct Reader {
    http: reqwest::Client,
    base: String,
}

/// Reads everything; answers how many blocks there were.
pub(crate) async fn read(url: &str, connections: Connections) -> usize {
    let builder = reqwest::Client::builder().no_proxy();
    let builder = if connections == Connections::OneEach { builder.pool_max_idle_per_host(0) } else { builder };
    let base = format!("{url}/accounts/{ACCOUNT_ID}/abuse-reports");
    let reader = &Reader { http: builder.build().unwrap(), base };
    let first = reader.page("?page=1&per_page=100&sort=cdate,desc".into()).await;
    let pages = first["result_info"]["total_pages"].as_u64().unwrap();
    let others = futures_util::stream::iter(2..=pages)
        .map(|page| reader.page(format!("?page={page}&per_page=100&sort=cdate,desc")))
        .buffer_unordered(AT_ONCE)
        .collect::<Vec<_>>()
        .await;
    let reports: Vec<String> = std::iter::once(&first)
        .chain(&others)
        .flat_map(|page| page["result"]["reports"].as_array().unwrap())
        .map(|report| report["id"].as_str().unwrap().to_owned())
        .collect();
    futures_util::stream::iter(reports)
        .map(|report| reader.blocks(report))
        .buffer_unordered(AT_ONCE)
        .fold(0, async |all, some| all + some)
        .await
}

impl Reader {
    async fn blocks(&self, report: String) -> usize {
        let mut count = 0;
        for page in 1.. {
            let found = self.page(format!("/{report}/mitigations?page={page}&per_page=100")).await;
            count += found["result"]["mitigations"].as_array().unwrap().len();
            if page >= found["result_info"]["total_pages"].as_u64().unwrap() {
                break;
            }
        }
        count
    }

    async fn page(&self, target: String) -> Value {
        let asked = self.http.get(format!("{}{target}", self.base)).bearer_auth(TOKEN).send().await;
        serde_json::from_slice(&asked.unwrap().bytes().await.unwrap()).unwrap()
    }
}
