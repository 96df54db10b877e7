//! What the system shows, light or dark. On Linux the desktop portal knows; the web view there does not.

use std::sync::{Arc, Mutex, PoisonError};

use desk::contract::Theme;

/// The last answer; none where the system does not say.
#[derive(Clone, Default)]
pub(crate) struct SystemTheme(Arc<Mutex<Option<Theme>>>);

impl SystemTheme {
    pub(crate) fn now(&self) -> Option<Theme> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    #[cfg(target_os = "linux")]
    fn set(&self, theme: Option<Theme>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = theme;
    }

    /// Asks once and listens from then on; `changed` hears every change. Ends by itself where there is no portal.
    #[cfg(target_os = "linux")]
    pub(crate) async fn follow(self, changed: impl Fn() + Send) {
        use ashpd::desktop::settings::{ColorScheme, Settings};
        use futures_util::StreamExt;
        let theme = |scheme| match scheme {
            ColorScheme::PreferDark => Some(Theme::Dark),
            ColorScheme::PreferLight => Some(Theme::Light),
            ColorScheme::NoPreference => None,
        };
        let Ok(settings) = Settings::new().await else { return };
        if let Ok(scheme) = settings.color_scheme().await {
            self.set(theme(scheme));
            changed();
        }
        let Ok(mut changes) = settings.receive_color_scheme_changed().await else { return };
        while let Some(scheme) = changes.next().await {
            self.set(theme(scheme));
            changed();
        }
    }
}
