//! English: its words, a file a purpose, and its numbers.

mod amounts;
mod calendar;
mod comparison;
mod numbers;
mod time;

pub(super) use amounts::{
    CURRENCY_AFTER, CURRENCY_BEFORE, DISCOUNT_AFTER, DISCOUNT_BEFORE, FRACTIONS, MAGNITUDES,
    MONEY_NAMES, OF_HUNDRED, PAIR_FILLERS, PART_OF, PERCENT, SCALES, THINGS,
};
pub(super) use calendar::{
    ALWAYS, BUSINESS_DAYS, EACH, EXCEPT, HALF_AFTER, HOLIDAYS, MONTHS, WEEKDAYS, WINDOW_GLUE, ZONES,
};
pub(super) use comparison::{
    AGE_AFTER, AND, BETWEEN, COMPARE_AFTER, COMPARE_BEFORE, FILLERS, LABELS, ORDINAL_ENDINGS,
    ORDINALS, TO,
};
pub(super) use numbers::{number, ordinal};
pub(super) use time::{
    ADVERBS, FROM, MODIFIERS, PER, PER_DURATION, PERIODS, UNITS, WHOLE_AFTER, WHOLE_BEFORE,
    WHOLE_WORDS, WHOLES,
};
