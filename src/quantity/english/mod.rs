//! English: words for units, money, comparison and time.

mod numbers;

pub(super) use numbers::{number, ordinal};

use super::lexicon::Table;
use super::model::{Calendar, Comparator, Currency, Days, Hours, TimeUnit};
use jiff::civil::Weekday;

/// Units of time.
pub(super) const UNITS: Table<TimeUnit> = &[
    ("second", TimeUnit::Second),
    ("seconds", TimeUnit::Second),
    ("secs", TimeUnit::Second),
    ("minute", TimeUnit::Minute),
    ("minutes", TimeUnit::Minute),
    ("min", TimeUnit::Minute),
    ("mins", TimeUnit::Minute),
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
pub(super) const MODIFIERS: Table<Calendar> = &[
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

/// Per-cent words, and how many of them make one hundredth.
pub(super) const PERCENT: Table<u32> = &[
    ("%", 1),
    ("‰", 10),
    ("percent", 1),
    ("per cent", 1),
    ("per cent.", 1),
    ("per centum", 1),
    ("pct", 1),
    ("percentage points", 1),
    ("percentage point", 1),
    ("basis points", 100),
    ("bps", 100),
];

/// Scales behind a figure, as powers of ten.
pub(super) const SCALES: Table<u32> =
    &[("hundred", 2), ("thousand", 3), ("million", 6), ("billion", 9)];

/// Letters that scale an amount of money, as powers of ten.
pub(super) const MAGNITUDES: Table<u32> =
    &[("k", 3), ("m", 6), ("mm", 6), ("mn", 6), ("bn", 9), ("b", 9)];

/// Words before the second writing of a quantity.
pub(super) const PAIR_FILLERS: Table<()> =
    &[("say", ()), ("i.e.", ()), ("in words:", ()), ("or", ()), ("being", ())];

/// Words that make the number behind them an ordinal.
pub(super) const ORDINALS: Table<()> = &[("day", ()), ("month", ()), ("year", ()), ("week", ())];

/// What makes years an age.
pub(super) const AGE_AFTER: Table<()> =
    &[("of age", ()), ("old", ()), ("or older", ()), ("or over", ())];

/// Words that make a percentage a discount, behind it.
pub(super) const DISCOUNT_AFTER: Table<()> = &[("off", ()), ("discount", ())];

/// Words that make a percentage a discount, before it.
pub(super) const DISCOUNT_BEFORE: Table<()> = &[("discount of", ()), ("discounted by", ())];

/// Currency words before a number.
pub(super) const CURRENCY_BEFORE: Table<Currency> = &[
    ("usd", Currency::Usd),
    ("us$", Currency::Usd),
    ("u.s.$", Currency::Usd),
    ("usd$", Currency::Usd),
    ("u.s. $", Currency::Usd),
    ("us dollars", Currency::Usd),
    ("united states dollars", Currency::Usd),
    ("us $", Currency::Usd),
    ("u.s. dollars", Currency::Usd),
    ("$", Currency::Dollar),
    ("eur", Currency::Eur),
    ("€", Currency::Eur),
    ("gbp", Currency::Gbp),
    ("£", Currency::Gbp),
    ("hkd", Currency::Hkd),
    ("hk$", Currency::Hkd),
    ("sgd", Currency::Sgd),
    ("s$", Currency::Sgd),
    ("aud", Currency::Aud),
    ("aud$", Currency::Aud),
    ("aus $", Currency::Aud),
    ("a$", Currency::Aud),
    ("au$", Currency::Aud),
    ("cad", Currency::Cad),
    ("c$", Currency::Cad),
    ("cad$", Currency::Cad),
    ("jpy", Currency::Jpy),
    ("inr", Currency::Inr),
    ("rs.", Currency::Inr),
    ("idr", Currency::Idr),
    ("cny", Currency::Cny),
    ("rmb", Currency::Cny),
    ("myr", Currency::Myr),
];

/// Currency words behind a number, and how many of them make one unit.
pub(super) const CURRENCY_AFTER: Table<(Currency, u32)> = &[
    ("usd", (Currency::Usd, 1)),
    ("us dollars", (Currency::Usd, 1)),
    ("u.s. dollars", (Currency::Usd, 1)),
    ("united states dollars", (Currency::Usd, 1)),
    ("us$", (Currency::Usd, 1)),
    ("dollars us", (Currency::Usd, 1)),
    ("dollars", (Currency::Dollar, 1)),
    ("dollar", (Currency::Dollar, 1)),
    ("cents", (Currency::Dollar, 100)),
    ("euros", (Currency::Eur, 1)),
    ("euro", (Currency::Eur, 1)),
    ("eur", (Currency::Eur, 1)),
    ("€", (Currency::Eur, 1)),
    ("pounds sterling", (Currency::Gbp, 1)),
    ("gbp", (Currency::Gbp, 1)),
    ("hkd", (Currency::Hkd, 1)),
    ("hong kong dollars", (Currency::Hkd, 1)),
    ("sgd", (Currency::Sgd, 1)),
    ("singapore dollars", (Currency::Sgd, 1)),
    ("aud", (Currency::Aud, 1)),
    ("australian dollars", (Currency::Aud, 1)),
    ("cad", (Currency::Cad, 1)),
    ("pence", (Currency::Gbp, 100)),
    ("canadian dollars", (Currency::Cad, 1)),
    ("jpy", (Currency::Jpy, 1)),
    ("yen", (Currency::Jpy, 1)),
    ("inr", (Currency::Inr, 1)),
    ("rupees", (Currency::Inr, 1)),
    ("cny", (Currency::Cny, 1)),
    ("rmb", (Currency::Cny, 1)),
    ("yuan", (Currency::Cny, 1)),
    ("renminbi", (Currency::Cny, 1)),
    ("myr", (Currency::Myr, 1)),
];

/// Comparators before a quantity.
pub(super) const COMPARE_BEFORE: Table<Comparator> = &[
    ("at least", Comparator::AtLeast),
    ("not less than", Comparator::AtLeast),
    ("no less than", Comparator::AtLeast),
    ("not be less than", Comparator::AtLeast),
    ("no fewer than", Comparator::AtLeast),
    ("not fewer than", Comparator::AtLeast),
    ("not fall below", Comparator::AtLeast),
    ("not below", Comparator::AtLeast),
    ("equal to or above", Comparator::AtLeast),
    ("equal to or more than", Comparator::AtLeast),
    ("equal to or higher than", Comparator::AtLeast),
    ("higher than or equal to", Comparator::AtLeast),
    ("more than or equal to", Comparator::AtLeast),
    ("at or above", Comparator::AtLeast),
    ("not lower than", Comparator::AtLeast),
    ("no earlier than", Comparator::AtLeast),
    ("greater than or equal to", Comparator::AtLeast),
    ("equal to or greater than", Comparator::AtLeast),
    ("minimum of", Comparator::AtLeast),
    ("a minimum", Comparator::AtLeast),
    ("at a minimum", Comparator::AtLeast),
    (">=", Comparator::AtLeast),
    ("≥", Comparator::AtLeast),
    ("not more than", Comparator::AtMost),
    ("no more than", Comparator::AtMost),
    ("not be more than", Comparator::AtMost),
    ("not greater than", Comparator::AtMost),
    ("no greater than", Comparator::AtMost),
    ("not exceed", Comparator::AtMost),
    ("not to exceed", Comparator::AtMost),
    ("not exceeding", Comparator::AtMost),
    ("never exceed", Comparator::AtMost),
    ("no later than", Comparator::AtMost),
    ("not later than", Comparator::AtMost),
    ("no longer than", Comparator::AtMost),
    ("not longer than", Comparator::AtMost),
    ("less than or equal to", Comparator::AtMost),
    ("equal to or less than", Comparator::AtMost),
    ("equal to or below", Comparator::AtMost),
    ("lower than or equal to", Comparator::AtMost),
    ("at or below", Comparator::AtMost),
    ("maximum of", Comparator::AtMost),
    ("up to", Comparator::AtMost),
    ("at most", Comparator::AtMost),
    ("within", Comparator::AtMost),
    ("on or before", Comparator::AtMost),
    ("by no later than", Comparator::AtMost),
    ("on or after", Comparator::AtLeast),
    ("not earlier than", Comparator::AtLeast),
    ("limited to", Comparator::AtMost),
    ("capped at", Comparator::AtMost),
    ("<=", Comparator::AtMost),
    ("≤", Comparator::AtMost),
    ("more than", Comparator::MoreThan),
    ("greater than", Comparator::MoreThan),
    ("exceeds", Comparator::MoreThan),
    ("exceed", Comparator::MoreThan),
    ("exceeding", Comparator::MoreThan),
    ("in excess of", Comparator::MoreThan),
    ("over", Comparator::MoreThan),
    ("above", Comparator::MoreThan),
    ("longer than", Comparator::MoreThan),
    ("higher than", Comparator::MoreThan),
    (">", Comparator::MoreThan),
    ("less than", Comparator::LessThan),
    ("fewer than", Comparator::LessThan),
    ("below", Comparator::LessThan),
    ("lower than", Comparator::LessThan),
    ("under", Comparator::LessThan),
    ("<", Comparator::LessThan),
    ("about", Comparator::About),
    ("approximately", Comparator::About),
    ("roughly", Comparator::About),
];

/// Words that may stand between a comparator and its figure.
pub(super) const FILLERS: Table<()> = &[
    ("a period of", ()),
    ("the period of", ()),
    ("a total of", ()),
    ("the sum of", ()),
    ("an amount of", ()),
    ("the amount of", ()),
    ("a further", ()),
    ("an additional", ()),
    ("the", ()),
    ("a", ()),
    ("an", ()),
    ("[", ()),
];

/// Comparators behind a quantity. A sign bounds what stands behind it: in
/// `95% <= uptime` the uptime is at least 95%.
pub(super) const COMPARE_AFTER: Table<Comparator> = &[
    ("<=", Comparator::AtLeast),
    ("≤", Comparator::AtLeast),
    ("<", Comparator::MoreThan),
    (">=", Comparator::AtMost),
    ("≥", Comparator::AtMost),
    (">", Comparator::LessThan),
    ("or more", Comparator::AtLeast),
    ("or longer", Comparator::AtLeast),
    ("or greater", Comparator::AtLeast),
    ("or higher", Comparator::AtLeast),
    ("or above", Comparator::AtLeast),
    ("and above", Comparator::AtLeast),
    ("or less", Comparator::AtMost),
    ("or fewer", Comparator::AtMost),
    ("or lower", Comparator::AtMost),
    ("or below", Comparator::AtMost),
    ("and below", Comparator::AtMost),
    ("or shorter", Comparator::AtMost),
];

/// Words that open a "per".
pub(super) const PER: Table<()> = &[
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
pub(super) const PER_DURATION: Table<()> =
    &[("in any", ()), ("in each", ()), ("in a", ()), ("during any", ()), ("during each", ())];

/// Whole phrases that are a period.
pub(super) const PERIODS: Table<TimeUnit> = &[("p.a.", TimeUnit::Year), ("p.a", TimeUnit::Year)];

/// Adverbs that are a period where no noun follows them.
pub(super) const ADVERBS: Table<TimeUnit> = &[
    ("hourly", TimeUnit::Hour),
    ("daily", TimeUnit::Day),
    ("weekly", TimeUnit::Week),
    ("monthly", TimeUnit::Month),
    ("quarterly", TimeUnit::Quarter),
    ("annually", TimeUnit::Year),
    ("yearly", TimeUnit::Year),
];

/// Things prices are counted by.
pub(super) const THINGS: Table<&str> = &[
    ("user", "user"),
    ("users", "user"),
    ("named user", "user"),
    ("seat", "seat"),
    ("person", "person"),
    ("employee", "employee"),
    ("licence", "licence"),
    ("license", "licence"),
    ("device", "device"),
    ("server", "server"),
    ("gb", "gb"),
    ("gigabyte", "gb"),
    ("tb", "tb"),
    ("terabyte", "tb"),
    ("mb", "mb"),
    ("requests", "request"),
    ("request", "request"),
    ("api calls", "call"),
    ("calls", "call"),
    ("call", "call"),
    ("transaction", "transaction"),
    ("transactions", "transaction"),
    ("message", "message"),
    ("messages", "message"),
    ("unit", "unit"),
    ("participant minutes", "participant minute"),
    ("participant minute", "participant minute"),
];

/// Words that join the two ends of a range.
pub(super) const TO: Table<()> = &[("-", ()), ("to", ()), ("~", ()), ("through", ())];

/// Words that join two ends only behind `between`.
pub(super) const AND: Table<()> = &[("and", ())];

/// Words that let [`AND`] join two ends.
pub(super) const BETWEEN: Table<()> = &[("between", ())];

/// Words whose following number is a label.
pub(super) const LABELS: Table<()> = &[
    ("section", ()),
    ("sections", ()),
    ("clause", ()),
    ("clauses", ()),
    ("article", ()),
    ("paragraph", ()),
    ("schedule", ()),
    ("exhibit", ()),
    ("appendix", ()),
    ("annex", ()),
    ("item", ()),
    ("page", ()),
    ("version", ()),
    ("no.", ()),
];

/// Months.
pub(super) const MONTHS: Table<i8> = &[
    ("january", 1),
    ("jan", 1),
    ("jan.", 1),
    ("february", 2),
    ("feb", 2),
    ("feb.", 2),
    ("march", 3),
    ("mar", 3),
    ("mar.", 3),
    ("april", 4),
    ("apr", 4),
    ("apr.", 4),
    ("may", 5),
    ("june", 6),
    ("jun", 6),
    ("july", 7),
    ("jul", 7),
    ("august", 8),
    ("aug", 8),
    ("aug.", 8),
    ("september", 9),
    ("sep", 9),
    ("sept", 9),
    ("sep.", 9),
    ("sept.", 9),
    ("october", 10),
    ("oct", 10),
    ("oct.", 10),
    ("november", 11),
    ("nov", 11),
    ("nov.", 11),
    ("december", 12),
    ("dec", 12),
    ("dec.", 12),
];

/// Weekdays.
pub(super) const WEEKDAYS: Table<Weekday> = &[
    ("monday", Weekday::Monday),
    ("mondays", Weekday::Monday),
    ("mon", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("tue", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("wed", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("thu", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("fridays", Weekday::Friday),
    ("fri", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sat", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
    ("sun", Weekday::Sunday),
];

/// Marks of the half of the day behind a clock time: whether it is after noon.
pub(super) const HALF_AFTER: Table<bool> = &[
    ("am", false),
    ("a.m.", false),
    ("a.m", false),
    ("pm", true),
    ("p.m.", true),
    ("p.m", true),
    ("noon", true),
];

/// Phrases that are a window: days, hours.
pub(super) const ALWAYS: Table<(Option<Days>, Option<Hours>)> = &[
    ("7 days a week", (Some(Days::PerWeek(7)), None)),
    ("7 days per week", (Some(Days::PerWeek(7)), None)),
    ("7 days each week", (Some(Days::PerWeek(7)), None)),
    ("seven days a week", (Some(Days::PerWeek(7)), None)),
    ("seven days per week", (Some(Days::PerWeek(7)), None)),
    ("seven days each week", (Some(Days::PerWeek(7)), None)),
    ("seven (7) days a week", (Some(Days::PerWeek(7)), None)),
    ("seven (7) days per week", (Some(Days::PerWeek(7)), None)),
    ("seven (7) days each week", (Some(Days::PerWeek(7)), None)),
    ("365 days a year", (Some(Days::PerWeek(7)), None)),
    ("365 days per year", (Some(Days::PerWeek(7)), None)),
    ("24 hours a day", (None, Some(Hours::PerDay(24)))),
    ("24 hours per day", (None, Some(Hours::PerDay(24)))),
    ("24 hours each day", (None, Some(Hours::PerDay(24)))),
    ("twenty-four hours a day", (None, Some(Hours::PerDay(24)))),
    ("twenty-four hours per day", (None, Some(Hours::PerDay(24)))),
    ("twenty-four hours each day", (None, Some(Hours::PerDay(24)))),
    ("twenty four hours a day", (None, Some(Hours::PerDay(24)))),
    ("twenty four hours per day", (None, Some(Hours::PerDay(24)))),
    ("twenty four hours each day", (None, Some(Hours::PerDay(24)))),
    ("twenty-four (24) hours a day", (None, Some(Hours::PerDay(24)))),
    ("twenty-four (24) hours per day", (None, Some(Hours::PerDay(24)))),
    ("twenty-four (24) hours each day", (None, Some(Hours::PerDay(24)))),
    ("24-hour support", (None, Some(Hours::PerDay(24)))),
    ("24 hour support", (None, Some(Hours::PerDay(24)))),
    ("24-hour hotline", (None, Some(Hours::PerDay(24)))),
    ("24-hour helpdesk", (None, Some(Hours::PerDay(24)))),
    ("around the clock", (Some(Days::PerWeek(7)), Some(Hours::PerDay(24)))),
    ("round the clock", (Some(Days::PerWeek(7)), Some(Hours::PerDay(24)))),
];

/// Days of work, a window only beside hours.
pub(super) const BUSINESS_DAYS: Table<Days> = &[
    ("business days", Days::Business),
    ("working days", Days::Business),
    ("weekdays", Days::Business),
];

/// Time zones.
pub(super) const ZONES: Table<()> = &[
    ("gmt", ()),
    ("utc", ()),
    ("bst", ()),
    ("cet", ()),
    ("est", ()),
    ("edt", ()),
    ("cst", ()),
    ("mst", ()),
    ("pst", ()),
    ("pdt", ()),
    ("et", ()),
    ("pt", ()),
    ("sgt", ()),
    ("myt", ()),
    ("hkt", ()),
    ("ist", ()),
    ("eastern time", ()),
    ("eastern standard time", ()),
    ("central time", ()),
    ("pacific time", ()),
    ("pacific standard time", ()),
    ("beijing time", ()),
    ("malaysia time", ()),
    ("malaysian time", ()),
    ("singapore time", ()),
    ("local time", ()),
];

/// Words between the parts of one service window.
pub(super) const WINDOW_GLUE: Table<()> = &[
    ("from", ()),
    ("on", ()),
    ("between", ()),
    ("the hours of", ()),
    ("and", ()),
    ("at", ()),
    ("daily", ()),
];
