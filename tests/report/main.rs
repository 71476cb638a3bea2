//! The report as its readers see it.

mod formats;
mod page;
mod sample;
