//! What is used: `voice=2000000min`, `storage=5TB/month`, `会议=3万小时/年`.

use super::words::Unit;
use crate::catalogue::vocabulary;
use crate::matching::fold;
use rust_decimal::Decimal;

/// A use that offers are asked to price.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// What is used, as the user named it.
    pub name: String,
    /// How much, in its unit.
    pub amount: Decimal,
    /// What it is counted in.
    pub unit: Unit,
    /// In which time.
    pub period: UsePeriod,
}

/// The time in which a use comes up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum UsePeriod {
    /// Each month: what is meant where nothing is said.
    Month,
    /// Each year, a twelfth a month.
    Year,
    /// Over all months that are asked for, in equal parts.
    Total,
}

impl Use {
    /// Reads `NAME=AMOUNT UNIT[/PERIOD]`.
    ///
    /// # Errors
    /// What is wrong with it and how to write it.
    pub fn read(text: &str) -> Result<Self, String> {
        let wrong = |what: &str| {
            format!("{what}: write NAME=AMOUNT UNIT, such as voice=2000000min or storage=5TB/year")
        };
        let (name, used) = text
            .split_once('=')
            .filter(|(name, _)| !name.trim().is_empty())
            .ok_or_else(|| wrong(&format!("{text} names no use")))?;
        let used = fold(used.trim()).as_str().to_owned();
        let (used, period) = match used.rsplit_once('/') {
            Some((used, period)) => {
                let known = period_named(period.trim());
                let said = || format!("{} is no period (month, year or total)", period.trim());
                (used.trim(), known.ok_or_else(|| wrong(&said()))?)
            }
            None => (used.as_str(), UsePeriod::Month),
        };
        let (amount, unit) = amount(used).ok_or_else(|| wrong(&format!("{text} has no amount")))?;
        let name = name.trim().to_owned();
        // "seats=40": the name says what is counted.
        let unit = if unit.is_empty() { Unit::in_phrase(&name) } else { Some(Unit::named(unit)) };
        let unit = unit.ok_or_else(|| wrong(&format!("{text} has no unit")))?;
        Ok(Self { name, amount, unit, period })
    }

    /// Reads several, joined by commas; a comma inside a figure parts nothing.
    ///
    /// # Errors
    /// As for one.
    pub fn read_all(text: &str) -> Result<Vec<Self>, String> {
        let mut parts: Vec<String> = Vec::new();
        for part in text.split([',', '，']) {
            match parts.last_mut() {
                Some(last) if !part.contains('=') => last.push_str(part),
                _ => parts.push(part.to_owned()),
            }
        }
        parts.iter().map(|part| Self::read(part)).collect()
    }

    /// How much is used in a month, in the unit that its unit's size is in.
    pub(super) fn monthly(&self, months: u32) -> Option<Decimal> {
        let each = self.amount.checked_mul(self.unit.size)?;
        match self.period {
            UsePeriod::Month => Some(each),
            UsePeriod::Year => each.checked_div(Decimal::from(12)),
            UsePeriod::Total => each.checked_div(months.into()),
        }
    }
}

fn period_named(word: &str) -> Option<UsePeriod> {
    let words = &vocabulary().uses.periods;
    let periods = [
        (&words.month, UsePeriod::Month),
        (&words.year, UsePeriod::Year),
        (&words.total, UsePeriod::Total),
    ];
    periods.into_iter().find(|(words, _)| words.iter().any(|w| w == word)).map(|(_, period)| period)
}

/// The figure at the start of a folded text with its scale, and the unit
/// behind it.
fn amount(text: &str) -> Option<(Decimal, &str)> {
    let figures = |c: char| c.is_ascii_digit() || matches!(c, '.' | '_' | ',');
    let end = text.find(|c| !figures(c)).unwrap_or(text.len());
    let value: Decimal = text[..end].replace(['_', ','], "").parse().ok()?;
    let behind = text[end..].trim_start();
    let scales = &vocabulary().uses.scales;
    let scale = scales
        .iter()
        .filter(|(word, _)| {
            let next = behind.strip_prefix(word.as_str()).map(|rest| rest.chars().next());
            let ascii = word.is_ascii();
            next.is_some_and(|next| !ascii || next.is_none_or(|c| !c.is_ascii_alphabetic()))
        })
        .max_by_key(|(word, _)| word.len());
    let (value, unit) = match scale {
        Some((word, by)) => (value.checked_mul(*by)?, behind[word.len()..].trim_start()),
        None => (value, behind),
    };
    (value > Decimal::ZERO).then_some((value, unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn uses_in_every_writing() {
        for (text, name, monthly, unit) in [
            ("voice=2000000min", "voice", "2000000", "minutes"),
            ("voice=2,000,000 minutes/month", "voice", "2000000", "minutes"),
            ("语音=200万分钟/月", "语音", "2000000", "minutes"),
            ("suara=2 juta minit/tahun", "suara", "166666.66666666666666666666667", "minutes"),
            ("hd-video=500k min", "hd-video", "500000", "minutes"),
            ("storage=5TB", "storage", "5120", "TB"),
            ("calls=240000 calls/total", "calls", "10000", "calls"),
            ("seats=40", "seats", "40", "seats"),
            ("rooms=12 rooms", "rooms", "12", "rooms"),
        ] {
            let used = Use::read(text).unwrap();
            assert_eq!((used.name.as_str(), used.unit.name.as_str()), (name, unit));
            assert_eq!(used.monthly(24).unwrap().normalize().to_string(), monthly, "{text}");
        }
        let all = Use::read_all("voice=2,000,000min,hd-video=500000min").unwrap();
        assert_eq!(all.iter().map(|used| used.amount).sum::<Decimal>(), Decimal::from(2_500_000));
    }

    #[test]
    fn what_is_wrong_is_said() {
        for (text, complaint) in [
            ("voice", "voice names no use"),
            ("=5min", "=5min names no use"),
            ("voice=much", "voice=much has no amount"),
            ("voice=0min", "voice=0min has no amount"),
            ("voice=-5min", "voice=-5min has no amount"),
            ("voice=500", "voice=500 has no unit"),
            ("voice=5min/fortnight", "fortnight is no period (month, year or total)"),
        ] {
            let said = Use::read(text).unwrap_err();
            assert!(said.starts_with(complaint), "{said}");
            assert!(said.contains("voice=2000000min"), "{said}");
        }
    }
}
