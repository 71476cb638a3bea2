//! The part of a volume that the name of a tier bounds: `up to 1,000,000
//! minutes`, 超过100万分钟, `1 - 50 pengguna`.

use super::words::Unit;
use crate::arithmetic::PriceTier;
use crate::catalogue::vocabulary;
use crate::matching::fold;
use rust_decimal::Decimal;
use std::ops::Range;

/// What a tier's name says of the volume.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bounds {
    /// From one volume to another.
    Between(Decimal, Option<Decimal>),
    /// So much, from where the last tier ended.
    Next(Decimal),
    /// From there on.
    Rest,
}

/// The tier that the name of a price speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Band {
    bounds: Bounds,
    /// What its bounds are counted in, where the name says so.
    unit: Option<Unit>,
    /// The name without it, folded.
    pub(super) item: String,
}

/// What a figure of a name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Lower,
    Upper,
    Length,
}

impl Band {
    /// Reads the name of a price; `None` where it bounds nothing.
    pub(super) fn read(name: &str) -> Option<Self> {
        let text = fold(name).as_str().to_owned();
        let words = &vocabulary().uses.bands;
        let figures = figures(&text);
        let unit = Unit::in_phrase(&text);
        if figures.is_empty() {
            let at = words.rest.iter().find_map(|word| text.find(word.as_str()))?;
            return Some(Self { bounds: Bounds::Rest, unit, item: item(&text, at) });
        }
        let joined = |first: &Range<usize>, second: &Range<usize>| {
            let between = past_unit(&text[first.end..second.start]);
            words.join.iter().any(|word| between == word)
        };
        if let [(low, first), (high, second)] = figures.as_slice()
            && joined(first, second)
            && low < high
        {
            let item = item(&text, first.start);
            return Some(Self { bounds: Bounds::Between(*low, Some(*high)), unit, item });
        }
        let mut bounds = Bounds::Between(Decimal::ZERO, None);
        let mut start = None;
        for (value, place) in figures {
            let Some((end, from)) = role(&text, &place) else { continue };
            start.get_or_insert(from);
            bounds = match (bounds, end) {
                (Bounds::Between(_, high), End::Lower) => Bounds::Between(value, high),
                (Bounds::Between(low, _), End::Upper) => Bounds::Between(low, Some(value)),
                _ => Bounds::Next(value),
            };
        }
        Some(Self { bounds, unit, item: item(&text, start?) })
    }
}

/// Tiers of prices, each for a unit, in the order of the offer. `unit` is what
/// bounds are counted in where a name does not say; the result counts in what
/// its size is in. `None` where the tiers leave gaps or overlap.
pub(super) fn tiers(bands: &[(&Band, Decimal)], unit: &Unit) -> Option<Vec<PriceTier>> {
    let mut end = Some(Decimal::ZERO);
    let mut tiers: Vec<PriceTier> = Vec::new();
    for (band, price) in bands {
        let counted = band.unit.as_ref().filter(|own| own.of == unit.of).unwrap_or(unit);
        let sized = |value: Decimal| value.checked_mul(counted.size);
        let from = end?;
        let (above, up_to) = match band.bounds {
            // "1 - 1,000, 1,001 - 5,000": whole units leave no gap.
            Bounds::Between(low, high) => {
                let low = sized(low)?;
                let next = from.checked_add(counted.size)?;
                let high = match high {
                    Some(high) => Some(sized(high)?),
                    None => None,
                };
                (if low == next { from } else { low }, high)
            }
            Bounds::Next(length) => (from, Some(from.checked_add(sized(length)?)?)),
            Bounds::Rest => (from, None),
        };
        if above != from {
            return None;
        }
        end = up_to;
        tiers.push(PriceTier { above, up_to, price: *price });
    }
    Some(tiers)
}

/// The figures of a text that no letters are glued to, with their scales:
/// `720p` is none.
fn figures(text: &str) -> Vec<(Decimal, Range<usize>)> {
    let scales = &vocabulary().uses.scales;
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit()).map(|from| at + from) {
        let figure = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.');
        let mut end = text[start..].find(|c| !figure(c)).map_or(text.len(), |to| start + to);
        at = end;
        let glued = text[..start].chars().next_back().is_some_and(|c| c.is_ascii_alphabetic());
        let Ok(mut value) =
            text[start..end].trim_end_matches(['.', ',']).replace(',', "").parse::<Decimal>()
        else {
            continue;
        };
        let behind = text[end..].trim_start();
        let letters = |rest: &str| rest.starts_with(|c: char| c.is_ascii_alphabetic());
        let scale = scales
            .iter()
            .filter(|(word, _)| {
                behind
                    .strip_prefix(word.as_str())
                    .is_some_and(|rest| !word.is_ascii() || !letters(rest))
            })
            .max_by_key(|(word, _)| word.len());
        if let Some((word, by)) = scale {
            value = value.saturating_mul(*by);
            end = text.len() - behind.len() + word.len();
            at = end;
        }
        if !glued && !letters(&text[end..]) {
            found.push((value, start..end));
        }
    }
    found
}

/// What a figure bounds, by the words around it, and where these begin.
fn role(text: &str, place: &Range<usize>) -> Option<(End, usize)> {
    let words = &vocabulary().uses.bands;
    let before = text[..place.start].trim_end();
    let behind = past_unit(&text[place.end..]);
    let opened = |list: &[String]| {
        let word =
            list.iter().filter(|word| before.ends_with(word.as_str())).max_by_key(|w| w.len())?;
        Some(before.len() - word.len())
    };
    let closed = |list: &[String]| {
        list.iter().any(|word| behind.starts_with(word.as_str())).then_some(place.start)
    };
    let lower = || opened(&words.above_before).or_else(|| closed(&words.above_behind));
    let upper = || opened(&words.up_to_before).or_else(|| closed(&words.up_to_behind));
    let length = opened(&words.next_before).map(|from| (End::Length, from));
    length
        .or_else(|| upper().map(|from| (End::Upper, from)))
        .or_else(|| lower().map(|from| (End::Lower, from)))
}

/// What stands behind the unit that a text begins with.
fn past_unit(text: &str) -> &str {
    let text = text.trim();
    let units = vocabulary().uses.units.iter().flat_map(|unit| &unit.words);
    let unit = units.filter(|word| text.starts_with(word.as_str())).max_by_key(|word| word.len());
    unit.map_or(text, |word| text[word.len()..].trim())
}

/// A name up to where its tier begins.
fn item(text: &str, tier: usize) -> String {
    text[..tier].trim_end_matches([' ', ',', ':', '-', '(', ';']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Names come from strangers.
        #[test]
        fn no_name_is_too_strange(
            name in "[0-9a-z ,.<>≤+(（）)p万亿kGB分钟超过以内hingga-]{0,40}",
            other in "\\PC{0,40}",
        ) {
            for text in [&name, &other] {
                let _ = Band::read(text);
                let _ = crate::cost::words::Named::read(text);
                let _ = crate::cost::Use::read_all(text);
                let _ = crate::cost::Use::read(&format!("x={text}"));
            }
        }
    }

    /// The bounds of tiers with prices 1, 2, 3 ...
    fn bounds(names: &[&str]) -> Option<Vec<(u64, Option<u64>)>> {
        let bands: Vec<Band> = names.iter().map(|name| Band::read(name).unwrap()).collect();
        let priced: Vec<(&Band, Decimal)> = bands.iter().map(|band| (band, Decimal::ONE)).collect();
        let whole = |value: Decimal| value.to_string().parse().unwrap();
        let tiers = tiers(&priced, &Unit::named("min"))?;
        Some(tiers.iter().map(|tier| (whole(tier.above), tier.up_to.map(whole))).collect())
    }

    #[test]
    fn tiers_in_every_writing() {
        let two = Some(vec![(0, Some(1_000_000)), (1_000_000, None)]);
        for names in [
            ["语音 1,000,000分钟以内(含)", "语音 超过1,000,000分钟"],
            ["语音 0–100万分钟", "语音 100万分钟以上"],
            ["Voice, up to 1,000,000 minutes", "Voice, above 1,000,000 minutes"],
            ["Voice first 1 million min", "Voice thereafter"],
            ["Voice ≤ 1,000,000", "Voice > 1,000,000"],
            ["Suara hingga 1,000,000 minit", "Suara melebihi 1 juta minit"],
            ["Voice 1 - 1,000,000", "Voice 1,000,001+"],
        ] {
            assert_eq!(bounds(&names), two, "{names:?}");
        }
        let three = bounds(&["first 1,000 minutes", "next 4,000 minutes", "over 5,000 minutes"]);
        assert_eq!(three, Some(vec![(0, Some(1000)), (1000, Some(5000)), (5000, None)]));
        let between = bounds(&["up to 10", "more than 10 up to 50", "more than 50"]);
        assert_eq!(between, Some(vec![(0, Some(10)), (10, Some(50)), (50, None)]));
        assert_eq!(bounds(&["up to 10", "above 20"]), None, "a gap");
    }

    #[test]
    fn a_resolution_bounds_nothing() {
        for name in ["视频 720P及以下", "4K video", "Voice package", "HD 1080p", "Gold 24x7"] {
            assert_eq!(Band::read(name), None, "{name}");
        }
        assert_eq!(Band::read("语音通话 超过100万分钟").unwrap().item, "语音通话");
    }
}
