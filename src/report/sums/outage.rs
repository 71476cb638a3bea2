//! What an outage in a month comes to: its uptime, its credit, the fee paid for
//! nothing, and how much of the loss comes back.

use super::{Group, Line, SumsAsked};
use crate::arithmetic::{
    Convention, Period, Wording, contract_uptime, cover_ratio, credit, credit_working, filled,
    human_minutes, pro_rata, rounded, separated,
};
use rust_decimal::Decimal;

pub(super) fn outage(asked: &SumsAsked, words: &Wording) -> Option<Group> {
    let minutes = asked.outage?;
    let month = Period::Month30.minutes();
    let hour = Decimal::from(60);
    let uptime = contract_uptime(month, minutes, Decimal::ZERO, Convention::NumeratorOnly)?;
    let hours = minutes.checked_div(hour)?;
    let share = format!("{}/{}", rounded(hours, 2), rounded(month.checked_div(hour)?, 2));
    let text = format!("1 - {share} = {}%", rounded(uptime, 3));
    let mut lines = vec![Line { name: "uptime", text, value: uptime, unit: "percent" }];
    if let Some(fee) = asked.fee {
        lines.extend(paid(asked, fee, uptime, words));
        lines.extend(pro_rata(fee, minutes, month).map(|part| {
            let sum = format!("{} x {share} = {}", separated(fee.normalize()), rounded(part, 2));
            Line {
                name: "pro-rata",
                text: words.labelled(&words.page.pro_rata, &sum),
                value: part,
                unit: "money",
            }
        }));
        lines.extend(cover(asked, fee, uptime, hours, words));
    }
    let outage = human_minutes(minutes, words);
    let mut title = filled(&words.page.outage, &[("outage", &outage)]);
    if !asked.service.is_empty() {
        title.push_str(&format!(" ({})", asked.service));
    }
    Some(Group { name: "outage", title, lines })
}

fn paid(asked: &SumsAsked, fee: Decimal, uptime: Decimal, words: &Wording) -> Option<Line> {
    if asked.ladder.is_empty() {
        return None;
    }
    let sum = credit_working(fee, uptime, &asked.ladder, asked.cap, words)?;
    let value = credit(fee, uptime, &asked.ladder, asked.cap)?;
    Some(Line {
        name: "credit",
        text: words.labelled(&words.page.credit, &sum),
        value,
        unit: "money",
    })
}

fn cover(
    asked: &SumsAsked,
    fee: Decimal,
    uptime: Decimal,
    hours: Decimal,
    words: &Wording,
) -> Option<Line> {
    let an_hour = asked.loss.filter(|_| !asked.ladder.is_empty())?;
    let loss = an_hour.checked_mul(hours)?;
    let paid = credit(fee, uptime, &asked.ladder, asked.cap)?;
    let value = cover_ratio(paid, loss)?;
    let product = format!("{} x {}", rounded(an_hour, 2), rounded(hours, 2));
    let sum = format!("{} / ({product}) = {}%", rounded(paid, 2), rounded(value, 2));
    Some(Line {
        name: "cover",
        text: words.labelled(&words.page.cover, &sum),
        value,
        unit: "percent",
    })
}
