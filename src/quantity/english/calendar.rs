//! English: words for dates, times of day and the windows of a service.

use crate::quantity::lexicon::Table;
use crate::quantity::model::{Days, Hours, TimeUnit};
use jiff::civil::Weekday;

/// Months.
pub(in crate::quantity) const MONTHS: Table<i8> = &[
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
pub(in crate::quantity) const WEEKDAYS: Table<Weekday> = &[
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
pub(in crate::quantity) const HALF_AFTER: Table<bool> = &[
    ("am", false),
    ("a.m.", false),
    ("a.m", false),
    ("pm", true),
    ("p.m.", true),
    ("p.m", true),
    ("noon", true),
];

/// Phrases that are a window: days, hours.
pub(in crate::quantity) const ALWAYS: Table<(Option<Days>, Option<Hours>)> = &[
    ("24-hour support", (None, Some(Hours::PerDay(24)))),
    ("24 hour support", (None, Some(Hours::PerDay(24)))),
    ("24-hour hotline", (None, Some(Hours::PerDay(24)))),
    ("24-hour helpdesk", (None, Some(Hours::PerDay(24)))),
    ("around the clock", (Some(Days::PerWeek(7)), Some(Hours::PerDay(24)))),
    ("around-the-clock", (Some(Days::PerWeek(7)), Some(Hours::PerDay(24)))),
    ("round the clock", (Some(Days::PerWeek(7)), Some(Hours::PerDay(24)))),
    ("round-the-clock", (Some(Days::PerWeek(7)), Some(Hours::PerDay(24)))),
];

/// Words behind hours or days that say what they are a part of.
pub(in crate::quantity) const EACH: Table<TimeUnit> = &[
    ("a day", TimeUnit::Day),
    ("a-day", TimeUnit::Day),
    ("per day", TimeUnit::Day),
    ("each day", TimeUnit::Day),
    ("every day", TimeUnit::Day),
    ("of the day", TimeUnit::Day),
    ("of each day", TimeUnit::Day),
    ("of every day", TimeUnit::Day),
    ("daily", TimeUnit::Day),
    ("/day", TimeUnit::Day),
    ("a week", TimeUnit::Week),
    ("a-week", TimeUnit::Week),
    ("per week", TimeUnit::Week),
    ("each week", TimeUnit::Week),
    ("every week", TimeUnit::Week),
    ("of the week", TimeUnit::Week),
    ("weekly", TimeUnit::Week),
    ("/week", TimeUnit::Week),
    ("a year", TimeUnit::Year),
    ("a-year", TimeUnit::Year),
    ("per year", TimeUnit::Year),
    ("each year", TimeUnit::Year),
    ("every year", TimeUnit::Year),
    ("of the year", TimeUnit::Year),
];

/// Days of work, a window only beside hours.
pub(in crate::quantity) const BUSINESS_DAYS: Table<Days> = &[
    ("business days", Days::Business),
    ("working days", Days::Business),
    ("weekdays", Days::Business),
];

/// Time zones.
pub(in crate::quantity) const ZONES: Table<()> = &[
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
pub(in crate::quantity) const WINDOW_GLUE: Table<()> = &[
    ("from", ()),
    ("on", ()),
    ("between", ()),
    ("the hours of", ()),
    ("and", ()),
    ("at", ()),
    ("daily", ()),
];

/// Words that leave days out.
pub(in crate::quantity) const EXCEPT: &[&str] = &[
    "excluding",
    "exclusive of",
    "except",
    "other than",
    "not including",
    "but not on",
    "save for",
    "not on",
];

/// Public holidays.
pub(in crate::quantity) const HOLIDAYS: &[&str] = &["holiday"];
