//! A number with its unit: percentages, money and durations.

use super::lexicon::{before, eat, rest, skip_space, skip_space_back};
use super::model::{Calendar, Currency, Measure, TimeUnit};
use super::number::{Number, Style, agreed, number};
use super::vocabulary::{
    AGE_AFTER, AND, BETWEEN, CURRENCY_AFTER, CURRENCY_BEFORE, DISCOUNT_AFTER, DISCOUNT_BEFORE,
    MAGNITUDES, MODIFIERS, MODIFIERS_AFTER, OF_HUNDRED, PAIR_FILLERS, PARTS, PER_UNITS, PERCENT,
    SAME_DAY, SAME_DAY_BEFORE, TAILS, UNITS, WHOLE_AFTER, WHOLE_BEFORE, WHOLE_WORDS, WHOLES,
};
use super::{chinese, context, figures, fraction, ordinal};
use rust_decimal::Decimal;
use std::ops::Range;

/// A number read together with its unit.
#[derive(Debug, Clone)]
pub(super) struct Reading {
    pub(super) number: Number,
    pub(super) unit: Unit,
    pub(super) range: Range<usize>,
}

/// The unit of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Percent { discount: bool },
    Money(Currency),
    Time(TimeUnit, Calendar),
}

impl Reading {
    /// The measure of the number's value.
    pub(super) fn measure(&self) -> Measure {
        let value = self.number.value;
        match self.unit {
            Unit::Percent { discount } => Measure::Percent { value, discount },
            Unit::Money(currency) => Measure::Money { value, currency },
            Unit::Time(unit, calendar) => Measure::Duration { value, unit, calendar },
        }
    }

    /// Every figure of the number through a function.
    fn scaled(mut self, by: impl Fn(Decimal) -> Option<Decimal>) -> Option<Self> {
        let number = &mut self.number;
        number.value = by(number.value)?;
        number.upper = number.upper.and_then(&by);
        number.disagree =
            number.disagree.and_then(|(words, figures)| Some((by(words)?, by(figures)?)));
        Some(self)
    }
}

/// The longest quantity with one figure, or two joined into a range, at an
/// offset.
pub(super) fn reading(text: &str, at: usize) -> Option<Reading> {
    let first = twice(text, at)?;
    let Some(start) = context::joint(text, at, first.range.end) else { return Some(first) };
    match twice(text, start) {
        Some(second)
            if first.number.upper.is_none()
                && second.number.upper.is_none()
                && first.unit == second.unit
                && first.number.value < second.number.value =>
        {
            let upper = Some(second.number.value);
            let number = Number { upper, end: second.number.end, ..first.number };
            Some(Reading { number, range: at..second.range.end, ..first })
        }
        _ => Some(first),
    }
}

/// A quantity and, in parentheses, the same in the other style: `five hundred
/// dollars ($500)`, `￥500元（大写：伍佰元整）`.
fn twice(text: &str, at: usize) -> Option<Reading> {
    let first = once(text, at)?;
    let Some(open) = eat(text, skip_space(text, first.range.end), "(") else { return Some(first) };
    let open = skip_space(text, open);
    let start = PAIR_FILLERS.at(text, open).map_or(open, |((), end)| skip_space(text, end));
    let Some(second) = once(text, start) else { return Some(first) };
    let Some(end) = eat(text, skip_space(text, second.range.end), ")") else { return Some(first) };
    let again =
        first.number.style != second.number.style || first.number.value == second.number.value;
    let Some(unit) = same(first.unit, second.unit).filter(|_| again) else {
        // "Half a day (12 hours)" is one length.
        let length = |reading: &Reading| match reading.unit {
            Unit::Time(unit, _) => reading.number.value.checked_mul(unit.in_minutes()),
            _ => None,
        };
        let equal = length(&first).is_some() && length(&first) == length(&second);
        let whole = first.number.value.fract().is_zero();
        return Some(match (equal, whole) {
            (true, false) => Reading { range: at..end, ..second },
            (true, true) => Reading { range: at..end, ..first },
            (false, _) => first,
        });
    };
    let number = match first.number.style {
        Style::Both => first.number,
        _ => agreed(first.number, second.number),
    };
    Some(Reading { number, unit, range: at..end })
}

/// The unit two writings of one quantity share; a bare dollar is whichever
/// dollar the other names.
fn same(first: Unit, second: Unit) -> Option<Unit> {
    match (first, second) {
        (Unit::Money(Currency::Dollar), Unit::Money(_)) => Some(second),
        (Unit::Money(_), Unit::Money(Currency::Dollar)) => Some(first),
        (Unit::Percent { discount: a }, Unit::Percent { discount: b }) => {
            Some(Unit::Percent { discount: a || b })
        }
        _ => (first == second).then_some(first),
    }
}

/// A quantity written once.
fn once(text: &str, at: usize) -> Option<Reading> {
    if let Some((per_cent, start)) = PARTS.at(text, at) {
        let number = number(text, start)?;
        let reading = Reading { range: at..number.end, number, unit: percent() };
        return reading.scaled(|value| value.checked_div(per_cent.into()));
    }
    if let Some(part) = fraction::part_of_sum(text, at) {
        return Some(part);
    }
    let period = ordinal::period(text, at).or_else(|| fortnight(text, at));
    let period = period.or_else(|| net_days(text, at));
    if let Some(period) = period.or_else(|| same_day(text, at)).or_else(|| one_whole(text, at)) {
        return Some(period);
    }
    if let Some((currency, start)) = CURRENCY_BEFORE.at(text, at)
        && let Some(money) = money_after(text, at, currency, start)
    {
        return Some(money);
    }
    let number = number(text, at)?;
    if context::is_label(text, at, number.value) {
        return None;
    }
    with_unit(text, at, number)
}

/// `a fortnight`, but not `once a fortnight`.
fn fortnight(text: &str, at: usize) -> Option<Reading> {
    let number = eat(text, at, "a ").or_else(|| eat(text, at, "one "))?;
    let end = eat(text, number, "fortnight")?;
    let head = text.get(..at)?;
    let rate = ["once ", "twice ", "times "].iter().any(|rate| head.ends_with(rate));
    let longer = rest(text, end).starts_with(|c: char| c.is_alphanumeric());
    let (value, style) = (Decimal::TWO, Style::Words);
    let number = Number { value, upper: None, disagree: None, style, end };
    let unit = Unit::Time(TimeUnit::Week, Calendar::Unstated);
    (!rate && !longer).then_some(Reading { number, unit, range: at..end })
}

/// Days for payment that stand behind "net", as invoices write them.
const NET_DAYS: [u32; 13] = [7, 10, 14, 15, 20, 21, 28, 30, 45, 60, 75, 90, 120];

/// `Net 30`: thirty days, where no unit follows.
fn net_days(text: &str, at: usize) -> Option<Reading> {
    let start = eat(text, at, "net")?;
    let start = eat(text, start, " ").or_else(|| eat(text, start, "-"))?;
    let (value, end) = figures::figures(text, start)?;
    let tail = rest(text, end);
    let other = tail.starts_with(['%', ',', '.', ':', '/', '-'])
        && tail.chars().nth(1).is_some_and(|c| c.is_ascii_digit())
        || tail.starts_with(|c: char| c == '%' || c.is_alphanumeric())
        || time_unit(text, skip_space(text, eat(text, end, "-").unwrap_or(end))).is_some();
    let known = NET_DAYS.iter().any(|&days| value == Decimal::from(days));
    let number = Number { value, upper: None, disagree: None, style: Style::Figures, end };
    let unit = Unit::Time(TimeUnit::Day, Calendar::Unstated);
    (known && !other && !before_letter(text, at)).then_some(Reading {
        number,
        unit,
        range: at..end,
    })
}

/// `sebulan` and `a month` as a length: `selama sebulan`, `sebulan lebih awal`,
/// `a month's notice`; elsewhere they are a period, `sekali sebulan`.
fn one_whole(text: &str, at: usize) -> Option<Reading> {
    if let Some(whole) = full_unit(text, at) {
        return Some(whole);
    }
    let (unit, end) = WHOLES.at(text, at)?;
    let behind = WHOLE_BEFORE.at(text, skip_space(text, end)).is_some();
    let before = WHOLE_AFTER.ending_at(text, skip_space_back(text, at)).is_some();
    // "Once in a week" and "4 hours in a week" say how often and how much.
    let within = text.get(..at).and_then(|head| head.strip_suffix(" dalam ")).is_some_and(|head| {
        !["kali", "jam", "minit", "hari", "peratus"].iter().any(|word| head.ends_with(word))
            && !head.ends_with(|c: char| c.is_ascii_digit() || c == '%')
    });
    let rate = ["once ", "twice ", "times "]
        .iter()
        .any(|rate| text.get(..at).is_some_and(|head| head.ends_with(rate)));
    if rate {
        return None;
    }
    if !(behind || before || within && unit <= TimeUnit::Week) || before_letter(text, at) {
        return None;
    }
    let (value, style) = (Decimal::ONE, Style::Words);
    let number = Number { value, upper: None, disagree: None, style, end };
    let unit = Unit::Time(unit, Calendar::Unstated);
    Some(Reading { number, unit, range: at..end })
}

/// `a full calendar quarter`: the word before the unit makes it a length.
fn full_unit(text: &str, at: usize) -> Option<Reading> {
    let start = eat(text, at, "a ").or_else(|| eat(text, at, "an "))?;
    let ((), _) = WHOLE_WORDS.at(text, start)?;
    let (unit, calendar, end) = time_unit(text, start)?;
    let rate = ["once ", "twice ", "times "]
        .iter()
        .any(|rate| text.get(..at).is_some_and(|head| head.ends_with(rate)));
    if rate || before_letter(text, at) {
        return None;
    }
    let (value, style) = (Decimal::ONE, Style::Words);
    let number = Number { value, upper: None, disagree: None, style, end };
    Some(Reading { number, unit: Unit::Time(unit, calendar), range: at..end })
}

/// Whether a letter stands right before an offset.
fn before_letter(text: &str, at: usize) -> bool {
    before(text, at).is_some_and(char::is_alphanumeric)
}

/// `当日内答复`: within the day, but not the day itself, `当日营业结束`.
fn same_day(text: &str, at: usize) -> Option<Reading> {
    let ((), end) = SAME_DAY.at(text, at)?;
    SAME_DAY_BEFORE.at(text, end)?;
    let (value, style) = (Decimal::ONE, Style::Words);
    let number = Number { value, upper: None, disagree: None, style, end };
    let unit = Unit::Time(TimeUnit::Day, Calendar::Unstated);
    Some(Reading { number, unit, range: at..end })
}

fn percent() -> Unit {
    Unit::Percent { discount: false }
}

/// Money whose currency stands first.
fn money_after(text: &str, at: usize, currency: Currency, start: usize) -> Option<Reading> {
    let start = skip_space(text, start);
    let start = eat(text, start, ":").map_or(start, |end| skip_space(text, end));
    let start = eat(text, start, "[").unwrap_or(start);
    let number = number(text, start)?;
    let (mut end, mut by, mut unit) = (number.end, 1, Unit::Money(currency));
    if let Some((power, behind)) = MAGNITUDES.at(text, end) {
        (end, by) = (behind, 10u64.pow(power));
    }
    if let Some(((also, 1), behind)) = CURRENCY_AFTER.at(text, skip_space(text, end))
        && let Some(shared) = same(unit, Unit::Money(also))
    {
        (end, unit) = (behind, shared);
    }
    let reading = Reading { range: at..end, number, unit };
    with_cents(text, reading.scaled(|value| value.checked_mul(by.into()))?)
}

/// The cents behind whole units, `four dollars and forty-one cents`, and what
/// rounds off a sum.
fn with_cents(text: &str, mut reading: Reading) -> Option<Reading> {
    let end = skip_space(text, reading.range.end);
    let start = AND.at(text, end).map_or(end, |((), end)| skip_space(text, end));
    if let Some(cents) = number(text, start)
        && let Some(((_, parts), end)) = CURRENCY_AFTER.at(text, skip_space(text, cents.end))
        && parts > 1
    {
        let part = cents.value.checked_div(parts.into())?;
        reading.number.value = reading.number.value.checked_add(part)?;
        reading.range.end = end;
    }
    reading.range.end = tail(text, reading.range.end);
    Some(reading)
}

/// Past what rounds off a sum of money: `整`, `sahaja`.
fn tail(text: &str, end: usize) -> usize {
    TAILS.at(text, skip_space(text, end)).map_or(end, |((), end)| end)
}

/// The unit behind a number.
fn with_unit(text: &str, at: usize, number: Number) -> Option<Reading> {
    let mut end = number.end;
    if before(text, at) == Some('[') {
        end = eat(text, end, "]").unwrap_or(end);
    }
    let end = skip_space(text, end);
    if let Some(end) = of_hundred(text, end) {
        return Some(Reading { number, unit: percent(), range: at..end });
    }
    if let Some((per_cent, end)) = PERCENT.at(text, end).filter(|(_, end)| !is_place(text, *end)) {
        let (discount, end) = discount(text, at, end);
        let reading = Reading { number, unit: Unit::Percent { discount }, range: at..end };
        return reading.scaled(|value| value.checked_div(per_cent.into()));
    }
    if let Some(reading) = tenths(text, at, number, end) {
        return Some(reading);
    }
    if let Some(end) = eat(text, end, "折") {
        return off(Reading { number, unit: Unit::Percent { discount: true }, range: at..end });
    }
    if let Some(((currency, parts), end)) = CURRENCY_AFTER.at(text, end) {
        let reading = Reading { number, unit: Unit::Money(currency), range: at..end };
        return with_cents(text, reading.scaled(|value| value.checked_div(parts.into()))?);
    }
    duration(text, at, number, end)
}

/// Whether `个点` that ends here is no point of a percentage: `20个点位`.
fn is_place(text: &str, end: usize) -> bool {
    text.get(..end).is_some_and(|head| head.ends_with("个点"))
        && rest(text, end).starts_with(chinese::NOT_POINT_BEFORE)
}

/// `99.2 of every 100 attempts`, `98 daripada setiap 100`: so many of a hundred.
fn of_hundred(text: &str, at: usize) -> Option<usize> {
    let ((), end) = OF_HUNDRED.at(text, at)?;
    let tail = rest(text, end);
    let longer = tail.starts_with(|c: char| c.is_ascii_digit())
        || tail.starts_with(['.', ',']) && tail[1..].starts_with(|c: char| c.is_ascii_digit());
    (!longer && time_unit(text, skip_space(text, end)).is_none()).then_some(end)
}

/// `一成`: a tenth, where no word follows of which `成` is a part; `一成五` is 15 %.
fn tenths(text: &str, at: usize, number: Number, end: usize) -> Option<Reading> {
    let end = eat(text, end, "成").filter(|&end| end > at)?;
    let (points, end) = hundredths(text, end).unwrap_or((0, end));
    let part = number.style == Style::Words
        && number.value < Decimal::TEN
        && (points > 0
            || !rest(text, end).starts_with([
                '功', '立', '为', '員', '员', '品', '本', '果', '交', '都', '份', '分', '熟', '不',
                '套', '人',
            ]));
    let reading = Reading { number, unit: percent(), range: at..end };
    part.then_some(reading)?
        .scaled(|value| value.checked_mul(Decimal::TEN)?.checked_add(points.into()))
}

/// The digit behind `成`, and where it ends, unless it begins a number of something else: `一成三年`.
fn hundredths(text: &str, at: usize) -> Option<(u32, usize)> {
    let digit = rest(text, at).chars().next()?;
    let points = "一二三四五六七八九".chars().position(|c| c == digit);
    let points =
        points.and_then(|at| u32::try_from(at + 1).ok()).or((digit == '半').then_some(5))?;
    let end = at + digit.len_utf8();
    let goes_on = rest(text, end).starts_with([
        '十', '百', '千', '万', '年', '月', '日', '天', '个', '小', '分', '秒', '周', '季', '次',
        '条', '元', '份', '成',
    ]);
    (!goes_on).then_some((points, end))
}

/// Whether a percentage is a discount, and where it ends then.
fn discount(text: &str, at: usize, end: usize) -> (bool, usize) {
    match DISCOUNT_AFTER.at(text, skip_space(text, end)) {
        Some(((), end)) => (true, end),
        None => (DISCOUNT_BEFORE.ending_at(text, skip_space_back(text, at)).is_some(), end),
    }
}

/// `8折` leaves eight tenths and `85折` eighty-five hundredths: what is taken
/// off is the rest.
fn off(reading: Reading) -> Option<Reading> {
    reading.scaled(|value| {
        let left = if value > Decimal::TEN { value } else { value.checked_mul(Decimal::TEN)? };
        let taken = Decimal::ONE_HUNDRED.checked_sub(left)?;
        (taken >= Decimal::ZERO).then_some(taken)
    })
}

/// A number of units of time, whose unit begins at `unit_at`.
fn duration(text: &str, at: usize, number: Number, unit_at: usize) -> Option<Reading> {
    let start = eat(text, unit_at, "-").unwrap_or(unit_at);
    let (unit, calendar, end) = time_unit(text, start)?;
    let ordinal = unit == TimeUnit::Second
        && number.style == Style::Words
        && number.value != Decimal::ONE
        && rest(text, start).starts_with("second")
        && !rest(text, start).starts_with("seconds");
    let named_year = unit == TimeUnit::Year
        && number.style != Style::Both
        && number.value >= Decimal::from(1900)
        && number.value <= Decimal::from(2200);
    // 每月15日 and 次月1日至3日 name days of the month.
    let age = unit == TimeUnit::Year && AGE_AFTER.at(text, skip_space(text, end)).is_some();
    let day_of_month = unit == TimeUnit::Day && context::in_month(text, at);
    // "10.4 Hours of operation" opens a clause.
    let heading = number.style == Style::Figures
        && text.get(at..number.end).is_some_and(|figure| figure.contains('.'))
        && (at == 0 || text.get(..at).is_some_and(|head| head.ends_with(". ")));
    // "one-quarter percent" is a part of one.
    let part = unit == TimeUnit::Quarter && PERCENT.at(text, skip_space(text, end)).is_some();
    if ordinal
        || named_year
        || day_of_month
        || age
        || heading
        || part
        || context::runs_on(text, end)
    {
        return None;
    }
    let reading = Reading { number, unit: Unit::Time(unit, calendar), range: at..end };
    let reading = and_less(text, and_a_half(text, reading)?)?;
    // Half a year is six months in every calendar; 0.5 of 365 days is not.
    if unit == TimeUnit::Year && reading.number.value == Decimal::new(5, 1) {
        let unit = Unit::Time(TimeUnit::Month, calendar);
        return Reading { unit, ..reading }.scaled(|value| value.checked_mul(12.into()));
    }
    Some(reading)
}

/// `一年半`, `一个半小时`: the half behind the unit.
fn and_a_half(text: &str, mut reading: Reading) -> Option<Reading> {
    if reading.number.style == Style::Words
        && before(text, reading.range.end) == Some('年')
        && let Some(end) = eat(text, reading.range.end, "半")
        && !rest(text, end).starts_with(['年', '数'])
    {
        reading.number.value = reading.number.value.checked_add(Decimal::new(5, 1))?;
        reading.range.end = end;
    }
    Some(reading)
}

/// `one hour and thirty minutes`, `1小时30分钟`, `1 jam 30 minit`: the smaller
/// unit behind the larger, both in the smaller.
fn and_less(text: &str, reading: Reading) -> Option<Reading> {
    let Unit::Time(larger, calendar) = reading.unit else { return Some(reading) };
    let end = skip_space(text, reading.range.end);
    let and = AND
        .at(text, end)
        .filter(|_| BETWEEN.ending_at(text, skip_space_back(text, reading.range.start)).is_none());
    let start = and.map_or(end, |((), end)| skip_space(text, end));
    let Some(less) = number(text, start) else { return Some(reading) };
    let Some((smaller, also, end)) = time_unit(text, skip_space(text, less.end)) else {
        return Some(reading);
    };
    let fits = match (larger, smaller) {
        (TimeUnit::Minute, TimeUnit::Second) | (TimeUnit::Hour, TimeUnit::Minute) => Some(60),
        (TimeUnit::Day, TimeUnit::Hour) => Some(24),
        (TimeUnit::Year, TimeUnit::Month) => Some(12),
        _ => None,
    };
    let plain = reading.number.upper.is_none() && less.upper.is_none() && calendar == also;
    let respectively = rest(text, skip_space(text, end)).starts_with("respectively");
    let Some(times) = fits.map(Decimal::from).filter(|times| plain && less.value < *times) else {
        return Some(reading);
    };
    if respectively || context::runs_on(text, end) {
        return Some(reading);
    }
    let value = reading.number.value.checked_mul(times)?.checked_add(less.value)?;
    let number = Number { value, disagree: None, end, ..reading.number };
    Some(Reading { number, unit: Unit::Time(smaller, calendar), range: reading.range.start..end })
}

/// A unit of time with its modifiers, and the offset behind it.
pub(super) fn time_unit(text: &str, at: usize) -> Option<(TimeUnit, Calendar, usize)> {
    let (calendar, start) = modifiers(text, at);
    // 月 alone is a month of the calendar; behind 个 or 自然 it is a length.
    let is_counted = start > at || before(text, at) == Some('半');
    let counted = if is_counted { PER_UNITS.at(text, start) } else { None };
    let (unit, end) = counted.or_else(|| UNITS.at(text, at))?;
    match MODIFIERS_AFTER.at(text, skip_space(text, end)) {
        Some((behind, end)) if calendar == Calendar::Unstated => Some((unit, behind, end)),
        _ => Some((unit, calendar, end)),
    }
}

/// Past the words between a number and its unit of time.
fn modifiers(text: &str, at: usize) -> (Calendar, usize) {
    let (mut calendar, mut at) = (Calendar::Unstated, at);
    for _ in 0..3 {
        let Some((stated, end)) = MODIFIERS.at(text, at) else { break };
        if stated != Calendar::Unstated {
            calendar = stated;
        }
        at = skip_space(text, end);
        at = eat(text, at, "-").unwrap_or(at);
    }
    (calendar, at)
}
