//! Writes the Word contracts of `fixtures/` from the outlines beside this file:
//! `cargo run --example write_fixtures`. The outlines are the place to edit.

mod marked;
mod outlines;
mod word;

use std::path::Path;

fn main() -> std::io::Result<()> {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    for (name, outline, scheme) in outlines::ALL {
        std::fs::write(fixtures.join(name), word::write(outline, scheme)?)?;
    }
    for (name, bytes) in marked::all()? {
        std::fs::write(fixtures.join(name), bytes)?;
    }
    Ok(())
}
