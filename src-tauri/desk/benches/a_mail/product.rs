//! The product as it is put together for a host, with nobody to send to.

use std::path::PathBuf;
use std::sync::Arc;

use desk::contract::*;
use desk::{Desk, NoDesktop, Parts, SystemClock, SystemRandom, Vault, commands};
use tempfile::TempDir;

use crate::kept::Preferences;

/// An address of this machine at which nobody listens.
const NOBODY: &str = "http://127.0.0.1:1/v1";

pub(crate) struct Started {
    desk: Arc<Desk>,
    folder: TempDir,
}

impl Started {
    pub(crate) async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let desk = desk::assemble(Parts {
            folder: folder.path().join("data"),
            clock: Arc::new(SystemClock),
            random: Arc::new(SystemRandom),
            notices: Arc::new(|_| {}),
            desktop: Arc::new(NoDesktop),
            preferences: Box::new(Preferences::default()),
            vault: Vault::memory(),
            start_practice: Box::new(|_: PathBuf| Box::pin(async { Err("no practice here".to_owned()) })),
            phishfort_url: Some(NOBODY.into()),
            cloudflare_url: Some(NOBODY.into()),
        })
        .await
        .unwrap();
        let change = PreferencesChange {
            email: Some("jo@acme.example".into()),
            brands: Some(vec!["Acme".into(), "Acme Pay".into()]),
            own_sites: Some(vec!["acme.example".into(), "shop.acme.example".into()]),
            set_up: Some(true),
            ..PreferencesChange::default()
        };
        commands::preferences_save(&desk, change).await.unwrap();
        Self { desk, folder }
    }

    /// A mail on the desktop, different from every other by its last line.
    pub(crate) fn file(&self, round: usize, mail: &[u8]) -> PathBuf {
        let path = self.folder.path().join(format!("mail-{round}.eml"));
        let mut bytes = mail.to_vec();
        bytes.extend(format!("{round}\r\n").into_bytes());
        std::fs::write(&path, bytes).unwrap();
        path
    }

    /// What the window waits for after a drop.
    pub(crate) async fn drop_and_check(&self, path: PathBuf) -> CheckView {
        let dropped = self.desk.drop_files(vec![path]).await.unwrap();
        assert!(dropped.filled);
        let draft_id = dropped.draft.unwrap().id;
        let checked = commands::draft_check(&self.desk, draft_id).await.unwrap();
        commands::draft_open(&self.desk, None).await.unwrap();
        checked
    }

    pub(crate) async fn close(self) {
        self.desk.close().await;
    }
}
