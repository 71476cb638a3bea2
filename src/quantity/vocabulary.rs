//! The words of all languages in one lexicon a purpose: contracts mix
//! languages inside a sentence, so every place is read with all of them.

use super::lexicon::Lexicon;
use super::model::{Calendar, Comparator, Currency, Days, Hours, TimeUnit};
use super::{chinese as zh, english as en, malay as ms};
use jiff::civil::Weekday;
use std::sync::LazyLock;

macro_rules! lexicons {
    ($($(#[$doc:meta])* $name:ident: $meaning:ty = $($table:path),+;)+) => {
        $($(#[$doc])* pub(super) static $name: LazyLock<Lexicon<$meaning>> =
            LazyLock::new(|| Lexicon::new(&[$($table),+]));)+
    };
}

lexicons! {
    /// Units of time.
    UNITS: TimeUnit = en::UNITS, zh::UNITS, ms::UNITS;
    /// Units of time behind "per".
    PER_UNITS: TimeUnit = en::UNITS, zh::UNITS, zh::PER_UNITS, ms::UNITS;
    /// Words before a unit of time.
    MODIFIERS: Calendar = en::MODIFIERS, zh::MODIFIERS;
    /// Words behind a unit of time.
    MODIFIERS_AFTER: Calendar = ms::MODIFIERS_AFTER;
    /// Per-cent words behind a number.
    PERCENT: u32 = en::PERCENT, zh::PERCENT, ms::PERCENT;
    /// What makes a number one of a hundred, behind it.
    OF_HUNDRED: () = en::OF_HUNDRED, ms::OF_HUNDRED;
    /// Parts of a sum in words, in per cent.
    FRACTIONS: u32 = en::FRACTIONS, zh::FRACTIONS, ms::FRACTIONS;
    /// Per-cent words before a number.
    PARTS: u32 = zh::PARTS;
    /// Scales behind a figure, as powers of ten.
    SCALES: u32 = en::SCALES, ms::SCALES;
    /// Letters that scale an amount of money, as powers of ten.
    MAGNITUDES: u32 = en::MAGNITUDES;
    /// What rounds off a sum of money.
    TAILS: () = zh::TAILS, ms::TAILS;
    /// Words before the second writing of a quantity.
    PAIR_FILLERS: () = en::PAIR_FILLERS, zh::PAIR_FILLERS, ms::PAIR_FILLERS;
    /// Ordinals before a number in parentheses or a unit.
    ORDINALS: () = en::ORDINALS;
    /// Days that an ordinal before them counts.
    ORDINAL_DAYS: Calendar = zh::ORDINAL_DAYS;
    /// What counts from an event, behind an ordinal.
    FROM: () = en::FROM, ms::FROM;
    /// What counts from an event, before an ordinal.
    FROM_BEFORE: () = zh::FROM_BEFORE;
    /// What makes years an age.
    AGE_AFTER: () = en::AGE_AFTER;
    /// Discount words behind a percentage.
    DISCOUNT_AFTER: () = en::DISCOUNT_AFTER, ms::DISCOUNT_AFTER;
    /// Discount words before a percentage.
    DISCOUNT_BEFORE: () = en::DISCOUNT_BEFORE, zh::DISCOUNT_BEFORE, ms::DISCOUNT_BEFORE;
    /// Currencies before a number.
    CURRENCY_BEFORE: Currency = en::CURRENCY_BEFORE, zh::CURRENCY_BEFORE, ms::CURRENCY_BEFORE;
    /// Currencies behind a number.
    CURRENCY_AFTER: (Currency, u32) = en::CURRENCY_AFTER, zh::CURRENCY_AFTER, ms::CURRENCY_AFTER;
    /// Comparators before a quantity.
    COMPARE_BEFORE: Comparator = en::COMPARE_BEFORE, zh::COMPARE_BEFORE, ms::COMPARE_BEFORE;
    /// Words between a comparator and its figure.
    FILLERS: () = en::FILLERS, ms::FILLERS;
    /// Comparators behind a quantity.
    COMPARE_AFTER: Comparator = en::COMPARE_AFTER, zh::COMPARE_AFTER, ms::COMPARE_AFTER;
    /// Openers of what a price or rate is counted per.
    PER: () = en::PER, zh::PER, ms::PER;
    /// Openers of the period of a duration.
    PER_DURATION: () = en::PER_DURATION, ms::PER_DURATION;
    /// Whole phrases that are a period.
    PERIODS: TimeUnit = en::PERIODS, ms::PERIODS;
    /// Adverbs that are a period where no noun follows.
    ADVERBS: TimeUnit = en::ADVERBS;
    /// Whole phrases that are a thing counted.
    PER_THINGS: &'static str = ms::PER_THINGS;
    /// Periods before a percentage.
    PERIODS_BEFORE: TimeUnit = zh::PERIODS_BEFORE;
    /// Words between a period and the figure behind it.
    PER_FILLERS: () = zh::PER_FILLERS;
    /// Lateness inside a period.
    LATE: () = zh::LATE;
    /// What follows a day that is counted, and whether by a share.
    DAILY_BY: bool = zh::DAILY_BY;
    /// Things counted.
    THINGS: &'static str = en::THINGS, zh::THINGS, ms::THINGS;
    /// Joins two ends of a range.
    TO: () = en::TO, zh::TO, ms::TO;
    /// Joins two ends behind [`BETWEEN`].
    AND: () = en::AND, ms::AND;
    /// Lets [`AND`] join two ends.
    BETWEEN: () = en::BETWEEN, ms::BETWEEN;
    /// The number behind is a label.
    LABELS: () = en::LABELS, zh::LABELS, ms::LABELS;
    /// Months of the year, 1 to 12.
    MONTHS: i8 = en::MONTHS, ms::MONTHS;
    /// Days of the week.
    WEEKDAYS: Weekday = en::WEEKDAYS, zh::WEEKDAYS, ms::WEEKDAYS;
    /// Behind a clock time: whether it is after noon.
    HALF_AFTER: bool = en::HALF_AFTER, ms::HALF_AFTER;
    /// Before a clock time: whether it is after noon.
    HALF_BEFORE: bool = zh::HALF_BEFORE;
    /// Phrases that are a window.
    ALWAYS: (Option<Days>, Option<Hours>) = en::ALWAYS, zh::ALWAYS, ms::ALWAYS;
    /// Behind hours or days: what they are a part of.
    EACH: TimeUnit = en::EACH, zh::EACH, ms::EACH;
    /// Before hours or days: what they are a part of.
    EACH_BEFORE: TimeUnit = zh::EACH_BEFORE;
    /// Before a clock time on the day after.
    NEXT_DAY: () = zh::NEXT_DAY;
    /// The day of an event.
    SAME_DAY: () = zh::SAME_DAY;
    /// What is done within the day of an event.
    SAME_DAY_BEFORE: () = zh::SAME_DAY_BEFORE;
    /// One of a unit of time in one phrase.
    WHOLES: TimeUnit = en::WHOLES, ms::WHOLES;
    /// What shows such a phrase to be a length, behind it.
    WHOLE_BEFORE: () = en::WHOLE_BEFORE, ms::WHOLE_BEFORE;
    /// The same, before it.
    WHOLE_AFTER: () = en::WHOLE_AFTER, ms::WHOLE_AFTER;
    /// What makes one of a unit of time a length by itself, behind its article.
    WHOLE_WORDS: () = en::WHOLE_WORDS;
    /// Days of work, a window only beside hours.
    BUSINESS_DAYS: Days = en::BUSINESS_DAYS, zh::BUSINESS_DAYS, ms::BUSINESS_DAYS;
    /// Time zones.
    ZONES: () = en::ZONES, zh::ZONES, ms::ZONES;
    /// Joins two weekdays that follow each other.
    TWICE_AND: () = en::AND, zh::AND, ms::AND;
    /// Between the parts of one window.
    WINDOW_GLUE: () = en::WINDOW_GLUE, zh::WINDOW_GLUE, ms::WINDOW_GLUE;
}
