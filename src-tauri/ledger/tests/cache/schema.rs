//! The schema as it is on disk, held against a copy: a released step must never change, only be followed by one.

use std::path::Path;

use crate::support::Bed;

#[test]
fn the_schema_of_the_cache_is_the_one_that_was_reviewed() {
    let bed = Bed::new();
    let sql = bed.sql();
    let mut query =
        sql.prepare("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name").unwrap();
    let rows = query.query_map([], |row| {
        let (kind, name, sql): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        Ok(format!("{kind} {name}\n{}\n", sql.split_whitespace().collect::<Vec<_>>().join(" ")))
    });
    let version: u32 = sql.query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap();
    let found = format!("version {version}\n\n{}", rows.unwrap().map(Result::unwrap).collect::<Vec<_>>().join("\n"));
    let snapshot = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cache/schema.snapshot");
    if std::env::var_os("ACCEPT_SNAPSHOTS").is_some() {
        std::fs::write(&snapshot, &found).unwrap();
    }
    let reviewed = std::fs::read_to_string(&snapshot).unwrap_or_default();
    assert_eq!(found, reviewed, "meant? Then review it and run once with ACCEPT_SNAPSHOTS=1");
}
