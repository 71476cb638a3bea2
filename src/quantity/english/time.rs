//! English: words for units of time, and for what recurs or is counted from an
//! event.

use crate::quantity::lexicon::Table;
use crate::quantity::model::{Calendar, TimeUnit};

/// Units of time.
pub(in crate::quantity) const UNITS: Table<TimeUnit> = &[
    ("ms", TimeUnit::Millisecond),
    ("msec", TimeUnit::Millisecond),
    ("millisecond", TimeUnit::Millisecond),
    ("milliseconds", TimeUnit::Millisecond),
    ("second", TimeUnit::Second),
    ("seconds", TimeUnit::Second),
    ("secs", TimeUnit::Second),
    ("minute", TimeUnit::Minute),
    ("minutes", TimeUnit::Minute),
    ("min", TimeUnit::Minute),
    ("mins", TimeUnit::Minute),
    ("h", TimeUnit::Hour),
    ("hour", TimeUnit::Hour),
    ("hours", TimeUnit::Hour),
    ("hr", TimeUnit::Hour),
    ("hrs", TimeUnit::Hour),
    ("day", TimeUnit::Day),
    ("days", TimeUnit::Day),
    ("week", TimeUnit::Week),
    ("weeks", TimeUnit::Week),
    ("month", TimeUnit::Month),
    ("months", TimeUnit::Month),
    ("mo", TimeUnit::Month),
    ("quarter", TimeUnit::Quarter),
    ("quarters", TimeUnit::Quarter),
    ("year", TimeUnit::Year),
    ("years", TimeUnit::Year),
    ("yr", TimeUnit::Year),
    ("yrs", TimeUnit::Year),
    ("annum", TimeUnit::Year),
];

/// Words between a number and its unit of time.
pub(in crate::quantity) const MODIFIERS: Table<Calendar> = &[
    ("business", Calendar::Business),
    ("working", Calendar::Business),
    ("banking", Calendar::Business),
    ("trading", Calendar::Business),
    ("calendar", Calendar::Natural),
    ("additional", Calendar::Unstated),
    ("clear", Calendar::Unstated),
    ("complete", Calendar::Unstated),
    ("consecutive", Calendar::Unstated),
    ("continuous", Calendar::Unstated),
    ("contract", Calendar::Unstated),
    ("entire", Calendar::Unstated),
    ("fiscal", Calendar::Unstated),
    ("full", Calendar::Unstated),
    ("further", Calendar::Unstated),
    ("more", Calendar::Unstated),
    ("successive", Calendar::Unstated),
    ("whole", Calendar::Unstated),
];

/// Words that open a "per".
pub(in crate::quantity) const PER: Table<()> = &[
    ("per", ()),
    ("for each", ()),
    ("for every", ()),
    ("each", ()),
    ("every", ()),
    ("a", ()),
    ("an", ()),
    ("/", ()),
    ("per each", ()),
];

/// Words that open the period of a duration: `4 hours in any month`.
pub(in crate::quantity) const PER_DURATION: Table<()> =
    &[("in any", ()), ("in each", ()), ("in a", ()), ("during any", ()), ("during each", ())];

/// Whole phrases that are a period.
pub(in crate::quantity) const PERIODS: Table<TimeUnit> =
    &[("p.a.", TimeUnit::Year), ("p.a", TimeUnit::Year)];

/// Adverbs that are a period where no noun follows them.
pub(in crate::quantity) const ADVERBS: Table<TimeUnit> = &[
    ("hourly", TimeUnit::Hour),
    ("daily", TimeUnit::Day),
    ("weekly", TimeUnit::Week),
    ("monthly", TimeUnit::Month),
    ("quarterly", TimeUnit::Quarter),
    ("annually", TimeUnit::Year),
    ("yearly", TimeUnit::Year),
];

/// What counts from an event, right behind an ordinal: `the ninth day following`.
pub(in crate::quantity) const FROM: Table<()> = &[
    ("after", ()),
    ("following", ()),
    ("next following", ()),
    ("next after", ()),
    ("from", ()),
    ("subsequent to", ()),
    ("before", ()),
    ("preceding", ()),
    ("prior to", ()),
];

/// One of a unit of time in one phrase.
pub(in crate::quantity) const WHOLES: Table<TimeUnit> = &[
    ("a week", TimeUnit::Week),
    ("a month", TimeUnit::Month),
    ("a quarter", TimeUnit::Quarter),
    ("a year", TimeUnit::Year),
    ("an hour", TimeUnit::Hour),
];

/// What shows such a phrase to be a length, behind it.
pub(in crate::quantity) const WHOLE_BEFORE: Table<()> = &[
    ("'s notice", ()),
    ("'s written notice", ()),
    ("'s prior", ()),
    ("'s warning", ()),
    ("before its end", ()),
    ("before the end", ()),
    ("before expiry", ()),
    ("before the expiry", ()),
    ("before renewal", ()),
    ("before it ends", ()),
    ("in advance", ()),
    ("beforehand", ()),
];

/// The same, before it.
pub(in crate::quantity) const WHOLE_AFTER: Table<()> = &[
    ("within", ()),
    ("inside", ()),
    ("no later than", ()),
    ("not later than", ()),
    ("no less than", ()),
    ("not less than", ()),
    ("no more than", ()),
    ("at least", ()),
    ("notice of", ()),
    ("period of", ()),
    ("periods of", ()),
    ("term of", ()),
    ("lasts", ()),
    ("runs for", ()),
    ("valid for", ()),
    ("fixed for", ()),
    ("kept for", ()),
    ("held for", ()),
    ("stored for", ()),
    ("retained for", ()),
    ("continues for", ()),
    ("free for", ()),
];

/// Words behind an article that make one of a unit of time a length by themselves: `a full quarter`.
pub(in crate::quantity) const WHOLE_WORDS: Table<()> = &[
    ("full", ()),
    ("whole", ()),
    ("complete", ()),
    ("entire", ()),
    ("clear", ()),
    ("further", ()),
];
