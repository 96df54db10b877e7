//! Tells Tauri which commands there are: without this list it would allow every one of them without a permission.

include!("../desk/src/contract/list.rs");

macro_rules! names {
    ($($name:ident ( $($argument:tt)* ) -> $ret:ty;)*) => { &["notices_listen", $(stringify!($name)),*] };
}

const COMMANDS: &[&str] = commands!(names);

fn main() {
    println!("cargo:rerun-if-changed=src-tauri/app/capabilities");
    println!("cargo:rerun-if-changed=src-tauri/desk/src/contract/list.rs");
    let attributes = tauri_build::Attributes::new()
        .capabilities_path_pattern("./src-tauri/app/capabilities/**/*")
        .app_manifest(tauri_build::AppManifest::new().commands(COMMANDS));
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo:warning={error:#}");
        std::process::exit(1);
    }
}
