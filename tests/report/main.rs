//! The report as its readers see it.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod formats;
mod github;
mod html;
mod markdown;
mod negotiation;
mod page;
mod sample;
mod sarif;
