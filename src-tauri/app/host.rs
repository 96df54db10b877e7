//! The real collaborators of this host, and the desk that is made of them.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use desk::contract::{AppError, ErrorCode, Notice};
use desk::{Desk, Parts, PracticePlace, StartPractice, SystemClock, SystemRandom};
use practice::{IdStyle, Options, Practice};
use tauri::ipc::Channel;
use tauri::{AppHandle, Manager};

use crate::desktop::WindowDesktop;
use crate::preferences::StoreFile;
use crate::theme::SystemTheme;

/// Names another data folder, for tests and for trying things out.
const DATA_FOLDER: &str = "TAKEDOWN_DESK_DATA";

/// Where the window listens. Notices before it listens are not kept: it reads everything when it starts.
#[derive(Clone, Default)]
pub(crate) struct Listener(Arc<Mutex<Option<Channel<Notice>>>>);

impl Listener {
    pub(crate) fn set(&self, channel: Channel<Notice>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(channel);
    }

    /// Whether a window listens at all.
    pub(crate) fn listens(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).is_some()
    }

    pub(crate) fn tell(&self, notice: Notice) {
        if let Some(channel) = &*self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            // A window that is closing hears nothing more, and needs nothing more.
            let _ = channel.send(notice);
        }
    }
}

/// The desk, or why there is none: the window then shows that and nothing else.
pub(crate) struct Host {
    desk: Result<Arc<Desk>, AppError>,
    pub(crate) listener: Listener,
}

impl Host {
    pub(crate) fn start(app: &AppHandle) -> Self {
        let listener = Listener::default();
        let desk = tauri::async_runtime::block_on(start(app, listener.clone()));
        Self { desk, listener }
    }

    pub(crate) fn desk(&self) -> Result<&Arc<Desk>, AppError> {
        self.desk.as_ref().map_err(Clone::clone)
    }

    pub(crate) fn close(&self) {
        if let Ok(desk) = &self.desk {
            tauri::async_runtime::block_on(desk.close());
        }
    }
}

fn data_folder(app: &AppHandle) -> Result<PathBuf, AppError> {
    match std::env::var_os(DATA_FOLDER) {
        Some(folder) => Ok(folder.into()),
        None => {
            app.path().app_local_data_dir().map_err(|error| AppError::new(ErrorCode::StorageFailed, error.to_string()))
        }
    }
}

fn start_practice() -> StartPractice {
    Box::new(|kept_in| {
        Box::pin(async move {
            let options = Options {
                kept_in: Some(kept_in),
                keys: vec![desk::PRACTICE_KEY.into()],
                tokens: vec![desk::PRACTICE_KEY.into()],
                replies_by_themselves: true,
                id_prefix: IdStyle::Practice,
            };
            let practice = Practice::start(options).await.map_err(|error| error.to_string())?;
            Ok(PracticePlace {
                phishfort_url: practice.phishfort_url(),
                cloudflare_url: practice.cloudflare_url(),
                cloudflare_account: practice::ACCOUNT_ID.into(),
                control_url: practice.control_url(),
                alive: Box::new(practice),
            })
        })
    })
}

async fn start(app: &AppHandle, listener: Listener) -> Result<Arc<Desk>, AppError> {
    let folder = data_folder(app)?;
    std::fs::create_dir_all(&folder).map_err(|error| AppError::new(ErrorCode::StorageFailed, error.to_string()))?;
    let theme = SystemTheme::default();
    #[cfg(target_os = "linux")]
    {
        let listener = listener.clone();
        tauri::async_runtime::spawn(theme.clone().follow(move || listener.tell(Notice::PreferencesChanged)));
    }
    let preferences = Box::new(StoreFile::new(app.clone(), folder.join("preferences.json")));
    desk::assemble(Parts {
        folder,
        clock: Arc::new(SystemClock),
        random: Arc::new(SystemRandom),
        notices: Arc::new(move |notice| listener.tell(notice)),
        desktop: Arc::new(WindowDesktop::new(app.clone(), theme)),
        preferences,
        vault: desk::Vault::system(),
        start_practice: start_practice(),
        phishfort_url: None,
        cloudflare_url: None,
    })
    .await
}
