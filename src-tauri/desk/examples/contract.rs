//! Prints the TypeScript of the contract, for `make contract`.

use std::io::Write;

fn main() -> std::io::Result<()> {
    std::io::stdout().write_all(desk::contract::typescript().as_bytes())
}
