//! The contract told to TypeScript, and to people: both made from the same list, so neither can drift.

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};

use ts_rs::{Config, TS, TypeVisitor};

use super::*;

/// One argument of a command: its name, its type's name, and that type written out.
type Argument = (&'static str, String, String);

struct Described {
    name: &'static str,
    arguments: Vec<Argument>,
    returns: String,
}

#[derive(Default)]
struct Declarations {
    seen: HashSet<TypeId>,
    by_name: BTreeMap<String, String>,
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        let config = config();
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            self.by_name.insert(T::ident(&config), format!("{docs}export {}\n", T::decl(&config)));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

fn config() -> Config {
    Config::new().with_large_int("number")
}

macro_rules! describe {
    ($($name:ident ( $($arg:ident : $ty:ty),* ) -> $ret:ty;)*) => {
        fn described() -> Vec<Described> {
            let config = config();
            vec![$(Described {
                name: stringify!($name),
                arguments: vec![$((stringify!($arg), <$ty as TS>::name(&config), <$ty as TS>::inline(&config))),*],
                returns: <$ret as TS>::name(&config),
            }),*]
        }

        fn declarations() -> Declarations {
            let mut all = Declarations::default();
            $($(all.visit::<$ty>();)* all.visit::<$ret>();)*
            all.visit::<AppError>();
            all.visit::<Notice>();
            all.visit::<KindRule>();
            all.visit::<GuideEntry>();
            all.visit::<RefusalRow>();
            all
        }
    };
}
crate::commands!(describe);

/// The file `ui/src/backend/contract.ts`, whole.
pub fn typescript() -> String {
    let mut out = String::from("// Generated from src-tauri/desk/src/contract by `make contract`. Don't edit.\n\n");
    for declaration in declarations().by_name.values() {
        out.push_str(declaration);
        out.push('\n');
    }
    out.push_str("/** Every command: what it takes and what it gives. A refusal is an `AppError`. */\nexport interface Commands {\n");
    for command in described() {
        let arguments: Vec<_> = command.arguments.iter().map(|(name, ty, _)| format!("{name}: {ty}")).collect();
        let arguments = if arguments.is_empty() {
            "Record<string, never>".into()
        } else {
            format!("{{ {} }}", arguments.join("; "))
        };
        out.push_str(&format!("  {}: {{ args: {arguments}; returns: {} }};\n", command.name, command.returns));
    }
    out.push_str("}\n");
    constant(&mut out, "REPORT_KINDS", "KindRule[]", "What each kind of report takes.", crate::kinds());
    constant(&mut out, "GUIDE", "GuideEntry[]", "Whom the guide suggests, scenario by scenario.", &crate::guide());
    constant(&mut out, "REFUSALS", "RefusalRow[]", "Every known ground for a refusal.", &crate::refusals());
    out.push_str(&format!("\n/** Most addresses in one report. */\nexport const ADDRESSES_MAX = {ADDRESSES_MAX};\n"));
    out
}

/// A table that the desk owns, written out for the window.
fn constant<Row: serde::Serialize>(out: &mut String, name: &str, ty: &str, told: &str, table: &[Row]) {
    out.push_str(&format!("\n/** {told} */\nexport const {name}: readonly {ty} = [\n"));
    for row in table {
        out.push_str(&format!("  {},\n", serde_json::to_string(row).unwrap_or_default()));
    }
    out.push_str("];\n");
}

/// Every command in a line each: its name, its arguments with their types written out, and what it gives.
pub fn listing() -> Vec<String> {
    described()
        .into_iter()
        .map(|command| {
            let arguments: Vec<_> = command
                .arguments
                .iter()
                .map(|(name, _, inline)| format!("{name}: {}", inline.replace('\n', " ")))
                .collect();
            format!("{}({}) -> {}", command.name, arguments.join(", "), command.returns)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_committed_typescript_is_what_the_contract_says_now() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../ui/src/backend/contract.ts");
        let committed = std::fs::read_to_string(path).unwrap_or_default();
        assert!(committed == super::typescript(), "ui/src/backend/contract.ts is stale: run `make contract`");
    }
}
