//! What a quantity is: its measure, how it is compared and what it is counted
//! per.

use jiff::civil::{Date, Weekday};
use rust_decimal::Decimal;
use std::borrow::Cow;
use std::ops::Range;

/// A number with its unit, as a paragraph states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// What is measured, and in what unit.
    pub measure: Measure,
    /// How the stated figure bounds the real one.
    pub comparator: Comparator,
    /// What the figure is counted per: a period makes a percentage a rate,
    /// anything makes an amount of money a price. `per user per month` has two.
    pub per: Vec<Per>,
    /// The higher end where a range is stated, in the unit of the measure; the
    /// measure then holds the lower end.
    pub upper: Option<Decimal>,
    /// The number in words and the number in figures where they differ. The
    /// measure then holds the words, which is how courts read it.
    pub words_disagree: Option<(Decimal, Decimal)>,
    /// Bytes of the folded text: the figures, the unit and the period that
    /// stands beside them, without the comparator.
    pub range: Range<usize>,
}

/// What is measured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Measure {
    /// A share of a hundred: `0.05` is five hundredths of one per cent.
    Percent {
        /// The figure before the per-cent sign.
        value: Decimal,
        /// Taken off a price: `20% off` and `八折` both hold 20.
        discount: bool,
    },
    /// An amount of money, in whole units of the currency.
    Money {
        /// Ringgit, not sen.
        value: Decimal,
        /// In what.
        currency: Currency,
    },
    /// A length of time.
    Duration {
        /// How many of the unit.
        value: Decimal,
        /// Of what.
        unit: TimeUnit,
        /// Which days count.
        calendar: Calendar,
    },
    /// A number of things: seats, requests, minutes of use.
    Count {
        /// How many.
        value: Decimal,
        /// Of what, named in English where it is known, else as written.
        thing: Cow<'static, str>,
    },
    /// A day with its year.
    Date {
        /// The day; where the order is unclear, read day first.
        date: Date,
        /// The same figures read month first, where that is a date too.
        month_first: Option<Date>,
    },
    /// The hours and days on which something is done.
    Window(Window),
}

/// The kinds of quantity that patterns and key terms tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QuantityKind {
    /// A percentage.
    Percent,
    /// An amount.
    Money,
    /// A length of time.
    Duration,
    /// A number of things.
    Count,
    /// A day.
    Date,
    /// A percentage per period.
    Rate,
    /// Money per unit or period.
    Price,
    /// Hours and days.
    Window,
}

/// How a stated figure bounds the real one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Comparator {
    /// Nothing said: the figure itself.
    #[default]
    Exactly,
    /// The figure or more: not less than, 不低于, 以上, sekurang-kurangnya.
    AtLeast,
    /// The figure or less: within, up to, 不超过, 以内, tidak melebihi.
    AtMost,
    /// More than the figure: exceeding, 超过, melebihi.
    MoreThan,
    /// Less than the figure: below, 不满, kurang daripada.
    LessThan,
    /// Roughly: about, 约, kira-kira.
    About,
}

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimeUnit {
    /// Thousandths of a second.
    Millisecond,
    /// Seconds.
    Second,
    /// Minutes.
    Minute,
    /// Hours.
    Hour,
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Months.
    Month,
    /// Quarters of a year.
    Quarter,
    /// Years.
    Year,
}

/// Which days or hours count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Calendar {
    /// Not said.
    #[default]
    Unstated,
    /// Calendar days, 自然日, calendar months.
    Natural,
    /// Business days, 工作日, hari bekerja, business hours.
    Business,
}

/// A currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Currency {
    /// United States dollar.
    Usd,
    /// Malaysian ringgit.
    Myr,
    /// Renminbi; `¥` and a bare `元` too.
    Cny,
    /// Euro.
    Eur,
    /// Pound sterling.
    Gbp,
    /// Hong Kong dollar.
    Hkd,
    /// Singapore dollar.
    Sgd,
    /// New Taiwan dollar.
    Twd,
    /// Australian dollar.
    Aud,
    /// Canadian dollar.
    Cad,
    /// Japanese yen.
    Jpy,
    /// Indian rupee.
    Inr,
    /// Indonesian rupiah.
    Idr,
    /// A dollar, without saying whose.
    Dollar,
}

/// One thing a rate or price is counted per.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Per {
    /// How many: 1,000 in `per 1,000 minutes`, else 1.
    pub count: Decimal,
    /// Of what.
    pub unit: PerUnit,
}

/// The unit after `per`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PerUnit {
    /// A period, or time used.
    Time(TimeUnit),
    /// Anything else that is counted, named in English where it is known
    /// (`user`, `gb`, `request`), else as written.
    Thing(Cow<'static, str>),
}

/// Hours and days of service. At least one field is set.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Window {
    /// On which days.
    pub days: Option<Days>,
    /// At which hours.
    pub hours: Option<Hours>,
    /// The time zone as written in the folded text.
    pub zone: Option<String>,
    /// Whether public holidays are left out.
    pub except_holidays: bool,
}

/// The days of a service window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Days {
    /// From one weekday to another, both included.
    Span(Weekday, Weekday),
    /// So many days a week, 1 to 7.
    PerWeek(u8),
    /// Business days, without saying which.
    Business,
}

/// The hours of a service window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hours {
    /// From one minute of the day to another, 0 to 1440. The end may lie before
    /// the start: the window then runs past midnight.
    Clock {
        /// Minutes after midnight.
        from: u16,
        /// Minutes after midnight.
        to: u16,
    },
    /// So many hours a day, 1 to 24.
    PerDay(u8),
}

impl Quantity {
    /// Which kind it is: a percentage with a period is a rate, money per
    /// anything is a price.
    pub fn kind(&self) -> QuantityKind {
        match self.measure {
            Measure::Percent { .. } if self.period().is_some() => QuantityKind::Rate,
            Measure::Percent { .. } => QuantityKind::Percent,
            Measure::Money { .. } if !self.per.is_empty() => QuantityKind::Price,
            Measure::Money { .. } => QuantityKind::Money,
            Measure::Duration { .. } => QuantityKind::Duration,
            Measure::Count { .. } => QuantityKind::Count,
            Measure::Date { .. } => QuantityKind::Date,
            Measure::Window(_) => QuantityKind::Window,
        }
    }

    /// Whether it is a window that never closes.
    pub fn is_round_the_clock(&self) -> bool {
        matches!(&self.measure, Measure::Window(window) if window.is_round_the_clock())
    }

    /// The figure, in the unit of the measure; none for dates and windows.
    pub fn value(&self) -> Option<Decimal> {
        match self.measure {
            Measure::Percent { value, .. }
            | Measure::Money { value, .. }
            | Measure::Duration { value, .. }
            | Measure::Count { value, .. } => Some(value),
            Measure::Date { .. } | Measure::Window(_) => None,
        }
    }

    /// The percentage, with or without a period.
    pub fn percent(&self) -> Option<Decimal> {
        match self.measure {
            Measure::Percent { value, .. } => Some(value),
            _ => None,
        }
    }

    /// The first single unit of time it is counted per: the month of `1.5% per
    /// month`, but nothing for `per 1,000 minutes`.
    pub fn period(&self) -> Option<TimeUnit> {
        self.per.iter().find_map(|per| match per.unit {
            PerUnit::Time(unit) if per.count == Decimal::ONE => Some(unit),
            _ => None,
        })
    }
}

impl Window {
    /// All hours, of all days or with no days stated: 24x7, a 24-hour hotline.
    pub fn is_round_the_clock(&self) -> bool {
        self.is_always() || (self.days.is_none() && self.minutes_per_day() == Some(24 * 60))
    }

    /// All hours of all days.
    pub fn is_always(&self) -> bool {
        let every_day = match self.days {
            Some(Days::Span(from, to)) => from.until(to) == 6,
            Some(Days::PerWeek(days)) => days == 7,
            Some(Days::Business) | None => false,
        };
        every_day && self.minutes_per_day() == Some(24 * 60)
    }

    /// Minutes served on a day of service, where the hours are stated.
    pub fn minutes_per_day(&self) -> Option<u32> {
        self.hours.map(|hours| match hours {
            Hours::Clock { from, to } if to > from => u32::from(to - from),
            Hours::Clock { from, to } => (24 * 60 + u32::from(to)).saturating_sub(from.into()),
            Hours::PerDay(hours) => u32::from(hours) * 60,
        })
    }

    /// Minutes served in a week, where hours and days are stated; business
    /// days are five.
    pub fn minutes_per_week(&self) -> Option<u32> {
        let days = match self.days? {
            Days::Span(from, to) => from.until(to).unsigned_abs().into(),
            Days::PerWeek(days) => u32::from(days).saturating_sub(1),
            Days::Business => 4,
        } + 1;
        Some(self.minutes_per_day()? * days)
    }
}

impl Currency {
    /// All of them.
    const ALL: [Self; 14] = [
        Self::Usd,
        Self::Myr,
        Self::Cny,
        Self::Eur,
        Self::Gbp,
        Self::Hkd,
        Self::Sgd,
        Self::Twd,
        Self::Aud,
        Self::Cad,
        Self::Jpy,
        Self::Inr,
        Self::Idr,
        Self::Dollar,
    ];

    /// The currency of a three-letter code in capitals, or of `$`.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|currency| currency.code() == code)
    }

    /// The three-letter code, or `$` where it is unclear whose dollar is meant.
    pub fn code(self) -> &'static str {
        match self {
            Self::Usd => "USD",
            Self::Myr => "MYR",
            Self::Cny => "CNY",
            Self::Eur => "EUR",
            Self::Gbp => "GBP",
            Self::Hkd => "HKD",
            Self::Sgd => "SGD",
            Self::Twd => "TWD",
            Self::Aud => "AUD",
            Self::Cad => "CAD",
            Self::Jpy => "JPY",
            Self::Inr => "INR",
            Self::Idr => "IDR",
            Self::Dollar => "$",
        }
    }
}

impl TimeUnit {
    /// How many of them interest reckons to a year; `None` for less than a day.
    pub fn per_year(self) -> Option<u32> {
        Some(match self {
            Self::Day => 365,
            Self::Week => 52,
            Self::Month => 12,
            Self::Quarter => 4,
            Self::Year => 1,
            Self::Millisecond | Self::Second | Self::Minute | Self::Hour => return None,
        })
    }

    /// The singular English noun.
    pub fn name(self) -> &'static str {
        match self {
            Self::Millisecond => "millisecond",
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }
}
