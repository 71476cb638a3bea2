//! Reviews become output: for people at a terminal, in a browser and under a
//! pull request, and for programs.
//!
//! Nothing is judged here. What a run lists and what it only counts is decided
//! once, in [`Run`], so that all formats agree.

mod compare;
mod cost;
mod dates;
mod github;
mod headline;
mod html;
mod inspection;
mod json;
mod json_lines;
mod markdown;
mod negotiation;
mod outline;
mod phrases;
mod playbook_page;
mod printable;
mod rule_docs;
mod rule_page;
mod rule_parts;
mod run;
mod sarif;
mod sums;
mod terminal;
mod terms;
mod word;

pub use compare::{Compared, comparison_json, comparison_markdown};
pub use cost::{CostSheets, cost_json, cost_markdown};
pub use dates::{DateSheets, dates_calendar, dates_json, dates_markdown};
pub use github::github;
pub use html::html;
pub use inspection::{Inspected, inspection_json};
pub use json::json;
pub use json_lines::{json_lines, json_lines_end, json_lines_of};
pub use markdown::markdown;
pub use negotiation::{negotiation_html, negotiation_markdown};
pub use outline::{Outline, outline, outline_json, outline_text};
pub use playbook_page::playbook_page;
pub use rule_docs::{MARK, rule_docs};
pub use rule_page::{rule_list, rule_page};
pub use rule_parts::{rule_parts, rule_written};
pub use run::{Counts, Failure, Run};
pub use sarif::sarif;
pub use sums::{Group, Line, SumsAsked, sums, sums_json};
pub use terminal::{
    Pointed, Style, comparison_text, cost_text, dates_text, inspection_text, promises_text,
    sums_text, terminal, terms_text,
};
pub use terms::{TermSheets, terms_json, terms_markdown};
pub use word::{AnnotateError, Annotated, Annotating, annotate, memo};
