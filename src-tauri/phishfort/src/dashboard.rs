//! Links into the service's dashboard.

use url::Url;

/// The one host that a dashboard link may have.
pub const DASHBOARD_HOST: &str = "dashboard.phishfort.com";

/// A link that came with an answer, if it leads to the dashboard and nowhere else: HTTPS, that very host, its usual
/// port, no user name. Everything else is text.
#[must_use]
pub fn dashboard_url(raw: &str) -> Option<Url> {
    let url = Url::parse(raw).ok()?;
    let plain = url.username().is_empty() && url.password().is_none() && url.port().is_none();
    (url.scheme() == "https" && url.host_str() == Some(DASHBOARD_HOST) && plain).then_some(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_dashboard_itself_is_a_link() {
        assert!(dashboard_url("https://dashboard.phishfort.com/incidents/aB3").is_some());
        for raw in [
            "http://dashboard.phishfort.com/incidents/aB3",
            "https://dashboard.phishfort.com.bad.example/",
            "https://dashboard.phishfort.com@bad.example/",
            "https://user@dashboard.phishfort.com/",
            "https://dashboard.phishfort.com:8443/",
            "https://capi.phishfort.com/",
            "javascript:alert(1)",
            "/incidents/aB3",
            "",
        ] {
            assert_eq!(dashboard_url(raw), None, "{raw}");
        }
    }
}
