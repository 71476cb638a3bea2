//! The command line's entry.

use std::process::ExitCode;

fn main() -> ExitCode {
    match fineprint::cli::run(&mut std::io::stdout().lock()) {
        Ok(code) => ExitCode::from(code as u8),
        Err(_) => ExitCode::from(2),
    }
}
