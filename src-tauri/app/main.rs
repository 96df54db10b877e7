//! Calls [`takedown_desk_app::run`].
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() {
    takedown_desk_app::run();
}
