//! Files that the app is asked to open: by its own start, by a second start that hands over, and by macOS. They become
//! what dropped files become.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use tauri::{AppHandle, Manager, Url};

use crate::host::Host;

/// The files that a start was asked to open: `arguments` as the system gives them, the program's own name first, read in
/// the working `folder` of that start. Options are passed over, and so is what names nothing that is there; folders and
/// links are not, so that the window can say in words why they are not taken.
pub(crate) fn named(arguments: impl IntoIterator<Item = OsString>, folder: &Path) -> Vec<PathBuf> {
    let mut options_may_come = true;
    let mut paths = Vec::new();
    for argument in arguments.into_iter().skip(1) {
        if options_may_come && argument.as_encoded_bytes().starts_with(b"-") {
            options_may_come = argument != "--";
            continue;
        }
        let path = match argument.to_str().and_then(file_url) {
            Some(url) => path_of(&url),
            None => (!argument.is_empty()).then(|| folder.join(argument)),
        };
        // The entry itself is asked about, not what it leads to.
        paths.extend(path.filter(|path| path.symlink_metadata().is_ok()));
    }
    paths
}

/// A `file://` address, which some launchers pass instead of a path. `file:name` is as good a name as any other.
fn file_url(argument: &str) -> Option<Url> {
    let (scheme, rest) = argument.split_once(':')?;
    if !scheme.eq_ignore_ascii_case("file") || !rest.starts_with("//") {
        return None;
    }
    Url::parse(argument).ok()
}

/// The path of a `file://` address on this machine; none for anything else.
pub(crate) fn path_of(url: &Url) -> Option<PathBuf> {
    (url.scheme() == "file").then(|| url.to_file_path().ok()).flatten()
}

/// Files that came before there was a desk to take them.
#[derive(Default)]
pub(crate) struct Early(Mutex<Vec<PathBuf>>);

/// Hands files to the desk, which keeps them until the window is ready and it is known where they go.
pub(crate) fn open(app: &AppHandle, paths: Vec<PathBuf>) {
    // Held while looking for the host: it must not appear, and look here, between the two.
    let early = app.state::<Early>();
    let mut early = early.0.lock().unwrap_or_else(PoisonError::into_inner);
    match app.try_state::<Arc<Host>>() {
        Some(host) => hand_over(&host, paths),
        None => early.extend(paths),
    }
}

/// Hands over what came before the host was there.
pub(crate) fn open_early(app: &AppHandle) {
    let early = std::mem::take(&mut *app.state::<Early>().0.lock().unwrap_or_else(PoisonError::into_inner));
    hand_over(&app.state::<Arc<Host>>(), early);
}

fn hand_over(host: &Arc<Host>, paths: Vec<PathBuf>) {
    if paths.is_empty() {
        return;
    }
    let host = Arc::clone(host);
    tauri::async_runtime::spawn(async move {
        if let Ok(desk) = host.desk() {
            // What became of each file is told as a notice.
            let _ = desk.open_files(paths).await;
        }
    });
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

    use super::*;

    /// A folder with two mails, and what a start in it with these arguments opens, by the path below the folder.
    fn opens(arguments: &[&str]) -> Vec<String> {
        let folder = tempfile::tempdir().unwrap();
        let below = folder.path().join("in box");
        std::fs::create_dir(&below).unwrap();
        for name in ["a.eml", "grüße 100%.eml", "-odd.eml", "file:b.eml"] {
            std::fs::write(below.join(name), "From: x").unwrap();
        }
        let here = below.to_str().unwrap();
        let given = arguments.iter().map(|argument| OsString::from(argument.replace("HERE", here)));
        let program = std::iter::once(OsString::from("takedown-desk"));
        let told = named(program.chain(given), &below);
        told.iter().map(|path| path.strip_prefix(&below).unwrap().to_str().unwrap().to_owned()).collect()
    }

    #[test]
    fn a_start_without_arguments_opens_nothing() {
        assert!(opens(&[]).is_empty());
        assert!(named(Vec::<OsString>::new(), Path::new("/")).is_empty());
    }

    #[test]
    fn a_whole_path_and_one_below_the_working_folder_are_opened() {
        assert_eq!(opens(&["HERE/a.eml", "grüße 100%.eml", "./a.eml"]), ["a.eml", "grüße 100%.eml", "a.eml"]);
    }

    #[test]
    fn options_are_passed_over_and_two_dashes_end_them() {
        assert_eq!(opens(&["--verbose", "-odd.eml", "a.eml", "-x"]), ["a.eml"]);
        assert_eq!(opens(&["--verbose", "--", "-odd.eml", "a.eml"]), ["-odd.eml", "a.eml"]);
        assert!(opens(&["-psn_0_12345"]).is_empty());
    }

    #[test]
    fn what_is_not_there_is_passed_over() {
        assert_eq!(opens(&["gone.eml", "HERE/gone.eml", "file:///gone.eml", "", "a.eml"]), ["a.eml"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_file_address_is_read_with_its_percent_signs() {
        assert_eq!(opens(&["file://HERE/gr%C3%BC%C3%9Fe%20100%25.eml"]), ["grüße 100%.eml"]);
        assert_eq!(opens(&["FILE://localhostHERE/a.eml"]), ["a.eml"]);
        assert_eq!(opens(&["file:b.eml"]), ["file:b.eml"], "a name, and not an address");
    }

    #[test]
    fn an_address_that_is_no_file_here_is_passed_over() {
        for address in
            ["https://acme-login.example/a.eml", "mailto:kim@acme.example", "file://fileserver.example/a.eml"]
        {
            assert!(opens(&[address]).is_empty(), "{address}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_nowhere_is_told_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        std::os::unix::fs::symlink("/nowhere/at-all.eml", folder.path().join("link.eml")).unwrap();
        let told = named(["app", "link.eml"].map(OsString::from), folder.path());
        assert_eq!(told, [folder.path().join("link.eml")]);
    }

    #[cfg(unix)]
    #[test]
    fn a_name_that_is_no_text_is_a_name_all_the_same() {
        use std::os::unix::ffi::OsStringExt;
        let folder = tempfile::tempdir().unwrap();
        let name = OsString::from_vec(b"caf\xe9.eml".to_vec());
        std::fs::write(folder.path().join(&name), "From: x").unwrap();
        assert_eq!(named([OsString::from("app"), name.clone()], folder.path()), [folder.path().join(&name)]);
    }

    #[test]
    fn the_app_offers_itself_for_mails_and_is_never_what_opens_them_by_default() {
        let configured: serde_json::Value = serde_json::from_str(include_str!("../../tauri.conf.json")).unwrap();
        let offered = configured["bundle"]["fileAssociations"].as_array().unwrap();
        let kinds: Vec<_> = offered.iter().map(|one| (one["ext"][0].as_str().unwrap(), &one["mimeType"])).collect();
        assert_eq!(kinds[0], ("eml", &serde_json::json!("message/rfc822")));
        assert_eq!(kinds[1], ("msg", &serde_json::json!("application/vnd.ms-outlook")));
        for one in offered {
            assert_eq!((one["role"].as_str(), one["rank"].as_str()), (Some("Viewer"), Some("Alternate")), "{one}");
        }
        // The bundler's Windows installer would make itself what opens these files: it may not be built as things are.
        assert_eq!(configured["bundle"]["targets"], serde_json::json!(["deb"]));
    }

    #[test]
    fn the_desktop_entry_passes_files_on() {
        let configured: serde_json::Value = serde_json::from_str(include_str!("../../tauri.conf.json")).unwrap();
        assert_eq!(
            configured["bundle"]["linux"]["deb"]["desktopTemplate"],
            "src-tauri/app/linux/takedown-desk.desktop"
        );
        let entry = include_str!("linux/takedown-desk.desktop");
        let run = format!("Exec={} %F", configured["mainBinaryName"].as_str().unwrap());
        assert!(entry.lines().any(|line| line == run), "the bundler's own entry passes no file: {entry}");
        assert!(entry.contains("MimeType={{mime_type}}"));
    }
}
