//! Text made comparable, and what is looked for in it: folding, languages,
//! sentences, patterns and polarity.

mod lang;

pub use lang::Lang;
