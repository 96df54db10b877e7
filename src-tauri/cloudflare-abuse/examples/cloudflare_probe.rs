//! For a person with a token: whether it is alive, and one submitted report. Files nothing.
#![allow(clippy::print_stdout, reason = "an example that prints")]

use std::error::Error;

use cloudflare_abuse::{AccountId, BASE_URL, Client, HOST, ListSubmitted, VerifyUserToken};
use secrecy::SecretString;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let variable = |name: &str| std::env::var(name).map_err(|_| format!("put it into {name}"));
    let token = SecretString::from(variable("CLOUDFLARE_API_TOKEN")?);
    let account = AccountId::new(&variable("CLOUDFLARE_ACCOUNT_ID")?)?;
    let client = Client::new(http_kit::Client::https(BASE_URL, &[HOST])?, token);
    println!("{:#?}", client.ask(&VerifyUserToken).await);
    println!("{:#?}", client.ask(&ListSubmitted { per_page: Some(1), ..ListSubmitted::new(account) }).await);
    Ok(())
}
