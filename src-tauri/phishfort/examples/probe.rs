//! For a person with a key: who it belongs to, and one incident. Files nothing.
#![allow(clippy::print_stdout, reason = "an example that prints")]

use std::error::Error;

use phishfort::{BASE_URL, Client, HOST, List, WhoAmI};
use secrecy::SecretString;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let key = SecretString::from(std::env::var("PHISHFORT_KEY").map_err(|_| "put a key into PHISHFORT_KEY")?);
    let client = Client::new(http_kit::Client::https(BASE_URL, &[HOST])?, key);
    println!("{:#?}", client.send(&WhoAmI).await?);
    println!("{:#?}", client.send(&List { limit: Some(1), ..List::default() }).await?);
    Ok(())
}
