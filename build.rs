//! Rebuilds the binary when a file under `rules/` comes or goes.

fn main() {
    println!("cargo::rerun-if-changed=rules");
}
