//! Reviews become output: for people at a terminal, and JSON for programs.
//!
//! Nothing is judged here. What a run lists and what it only counts is decided
//! once, in [`Run`], so that all formats agree.

mod json;
mod outline;
mod phrases;
mod rule_page;
mod run;
mod sums;
mod terminal;
mod terms;

pub use json::json;
pub use outline::{Outline, outline, outline_json, outline_text};
pub use rule_page::{rule_list, rule_page};
pub use run::{Counts, Failure, Run};
pub use sums::{Group, SumsAsked, sums};
pub use terminal::{Pointed, Style, promises_text, sums_text, terminal, terms_text};
pub use terms::{TermSheets, terms_json, terms_markdown};
