//! What a promise is about: the service or plan that a sentence names beside
//! its "availability". The service as a whole has no name.

use crate::catalogue::vocabulary;
use crate::clause::Contract;
use crate::matching::{Slot, is_wide};
use std::collections::HashSet;
use std::sync::OnceLock;

/// Longest name, in words or Chinese characters.
const LONGEST: (usize, usize) = (4, 12);

/// Chinese words that stand between a name and "availability", and belong to neither.
const BEFORE_UPTIME: [&str; 10] =
    ["的", "月度", "年度", "服务可用", "每月", "月", "每个自然月", "每自然月", "整体", "平均"];
/// Chinese words behind which a name begins.
const OPENERS: [&str; 16] = [
    "使",
    "尽力",
    "承诺",
    "保证",
    "确保",
    "保障",
    "每个自然月",
    "每月",
    "每年",
    "自然月",
    "服务月度",
    "服务周期",
    "其",
    "应使",
    "提供",
    "下",
];

/// Words behind `for` that name nothing.
const PHRASES: [&str; 5] = ["clarity", "example", "instance", "reference", "completeness"];

fn stops() -> &'static HashSet<&'static str> {
    static WORDS: OnceLock<HashSet<&'static str>> = OnceLock::new();
    WORDS.get_or_init(|| vocabulary().terms.no_subject.iter().map(String::as_str).collect())
}

/// The name in a sentence of marked text whose operative words begin at `start`.
pub(super) fn subject(sentence: &str, start: usize) -> Option<String> {
    let uptime = |from: &str| from.find("可用").map_or(0, |at| at);
    let start = start + uptime(sentence.get(start..)?);
    let (before, from) = (sentence.get(..start)?, sentence.get(start..)?);
    let name = if from.starts_with(is_wide) {
        chinese_before(before)
    } else {
        behind_of(from).or_else(|| words_before(before)).or_else(|| opening(sentence))
    };
    name.filter(|name| !is_whole(name))
}

/// Whether a name means the service as a whole.
fn is_whole(name: &str) -> bool {
    vocabulary().terms.whole_service.iter().any(|whole| whole == name)
}

/// `availability of the API gateway is ...`: what stands behind `of`.
fn behind_of(from: &str) -> Option<String> {
    let rest = [" of the ", " of ", " for the ", " for ", "ketersediaan "]
        .iter()
        .filter_map(|of| from.find(of).map(|at| (at, std::cmp::Reverse(at + of.len()))))
        .min()
        .filter(|(at, _)| *at <= 24)
        .map(|(_, end)| &from[end.0..])?;
    name(rest.split(' '))
}

/// `For branch equipment, uptime shall be ...`: what the sentence opens with, where it is a name and no more.
fn opening(sentence: &str) -> Option<String> {
    let (words, _) = sentence.trim_start().split_once(',')?;
    let words = ["for ", "bagi ", "untuk "].iter().find_map(|of| words.strip_prefix(of))?;
    let words = words.strip_prefix("the ").unwrap_or(words);
    name(words.split(' ')).filter(|name| name == words && !PHRASES.contains(&words))
}

/// `the API gateway shall be available ...`: what stands before.
fn words_before(before: &str) -> Option<String> {
    let mut words: Vec<&str> = before.split(' ').filter(|word| !word.is_empty()).collect();
    let auxiliary = |word: &&str| matches!(*word, "shall" | "will" | "be" | "is" | "are" | "must");
    while words.last().is_some_and(auxiliary) {
        words.pop();
    }
    let mut found: Vec<&str> =
        words.into_iter().rev().take_while(|word| is_name(word)).take(LONGEST.0).collect();
    found.reverse();
    name(found.into_iter())
}

fn is_name(word: &str) -> bool {
    !stops().contains(word)
        && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '/' | '\''))
        && !word.contains(|c| Slot::of(c).is_some())
}

/// The words up to the first that is no part of a name.
fn name<'w>(words: impl Iterator<Item = &'w str>) -> Option<String> {
    let kept: Vec<&str> = words.take_while(|word| is_name(word)).take(LONGEST.0 + 1).collect();
    (!kept.is_empty() && kept.len() <= LONGEST.0).then(|| kept.join(" "))
}

/// `甲方承诺云直播服务的月度可用性`: the characters before, back to a verb or a
/// mark.
fn chinese_before(before: &str) -> Option<String> {
    let mut text = before;
    while let Some(shorter) = BEFORE_UPTIME.iter().find_map(|word| text.strip_suffix(word)) {
        text = shorter;
    }
    let start = text
        .char_indices()
        .rev()
        .find(|(_, c)| {
            !(is_wide(*c) || c.is_ascii_alphanumeric())
                || matches!(c, '、' | '。' | '，')
                || Slot::of(*c).is_some()
        })
        .map_or(0, |(at, c)| at + c.len_utf8());
    let mut name = text.get(start..)?;
    while let Some(end) =
        OPENERS.iter().filter_map(|word| Some(name.find(word)? + word.len())).max()
    {
        name = name.get(end..)?;
    }
    let name = name.trim_start_matches(['的', '内', '中']);
    let length = name.chars().count();
    (length > 0 && length <= LONGEST.1).then(|| name.to_owned())
}

/// Longest name at the head of an item, in characters.
const LONGEST_LEAD: usize = 40;

/// The name an item begins with, before its value: `Gold plan: 99.95%`.
pub(super) fn lead(contract: &Contract, unit: usize, place: usize) -> Option<String> {
    let paragraph = &contract.paragraphs[unit];
    let item = contract.units[unit].list_depth.is_some() || contract.units[unit].bullet;
    let text = paragraph.marked.as_str();
    let own = text.get(paragraph.lead..place)?;
    let end = own.find([':', '|']).or_else(|| own.find(" - "))?;
    let name = paragraph.plain_range(paragraph.lead..paragraph.lead + end);
    let name = contract.units[unit].text.as_str().get(name)?.trim();
    (item && !name.is_empty() && name.chars().count() <= LONGEST_LEAD).then(|| name.to_owned())
}
