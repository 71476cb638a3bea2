//! Quantities in a paragraph: percentages, money, durations, dates, rates,
//! prices, hours of service and, for those who ask, numbers of things, in
//! English, Chinese and Malay at once.
//!
//! Each language is a folder of words and a reader of number words; what is
//! built of them, a number and its unit, is the same in all three. Nothing
//! here knows clauses, or what a quantity is promised for.

mod chinese;
mod context;
mod convert;
mod count;
mod date;
mod display;
mod english;
mod figures;
mod fraction;
mod lexicon;
mod malay;
mod measure;
mod model;
mod number;
mod ordinal;
mod per;
mod reader;
mod share;
mod vocabulary;
mod window;

#[cfg(test)]
mod tests;

pub use count::counts;
pub use date::impossible_dates;
pub use model::{
    Calendar, Comparator, Currency, Days, Hours, Measure, Per, PerUnit, Quantity, QuantityKind,
    TimeUnit, Window,
};
pub use reader::quantities;
