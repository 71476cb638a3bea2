//! Ladders and tables as contracts write them.

use super::{Credit, ladders};
use crate::clause::{Contract, NamedParties};
use crate::read::read_markdown;

/// The ladders of a contract, each as its rows joined.
fn read(text: &str) -> Vec<String> {
    let document = read_markdown("test", text.to_owned());
    let contract = Contract::new(vec![document], &NamedParties::default());
    let rows = |ladder: super::Ladder| {
        let rows: Vec<String> = ladder.rows.iter().map(|row| row.step.to_string()).collect();
        rows.join("; ")
    };
    ladders(&contract).into_iter().map(rows).collect()
}

fn table(head: &str, rows: &[&str]) -> String {
    let columns = head.matches('|').count() + 1;
    let rows: Vec<String> = rows.iter().map(|row| format!("| {row} |")).collect();
    format!("| {head} |\n|{}\n{}\n", "---|".repeat(columns), rows.join("\n"))
}

#[test]
fn bands_in_every_writing() {
    for (cell, band) in [
        ("< 99.9% but >= 99.0%", ">= 99.0% < 99.9%"),
        ("≥ 99.0% and < 99.9%", ">= 99.0% < 99.9%"),
        ("99.0% ≤ availability < 99.9%", ">= 99.0% < 99.9%"),
        ("99.0% - 99.9%", ">= 99.0% <= 99.9%"),
        ("99.9% - 99.0%", ">= 99.0% <= 99.9%"),
        ("[99.0%, 99.9%)", ">= 99.0% < 99.9%"),
        ("Less than 99.9% but equal to or greater than 99.0%", ">= 99.0% < 99.9%"),
        ("低于99.9%但等于或高于99.0%", ">= 99.0% < 99.9%"),
        ("99.9%＞服务可用性≥99.0%", ">= 99.0% < 99.9%"),
        ("99.00%至99.89%", ">= 99.00% <= 99.89%"),
        ("99.0% hingga kurang daripada 99.9%", ">= 99.0% < 99.9%"),
        ("0%-99.0%", ">= 0% <= 99.0%"),
        ("kurang daripada 99.9% tetapi tidak kurang daripada 99.0%", ">= 99.0% < 99.9%"),
        ("kurang daripada 99.9%", "< 99.9%"),
    ] {
        let text = table("Availability | Service credit", &[&format!("{cell} | 10%")]);
        assert_eq!(read(&text), [format!("{band}: 10%")], "{cell}");
    }
}

#[test]
fn a_heading_may_hold_the_sign_and_the_comparator() {
    let text = table("Uptime below (%) | Credit (%)", &["99.9 | 10", "99.0 | 25"]);
    assert_eq!(read(&text), ["< 99.9%: 10%; < 99.0%: 25%"]);
}

#[test]
fn credits_in_money_days_and_nothing() {
    let rows = ["99.9% or more | none", "below 99.9% | 3 days", "below 99.0% | USD 500"];
    let text = table("Uptime | Credit", &rows);
    assert_eq!(read(&text), [">= 99.9%: 0%; < 99.9%: 3 d; < 99.0%: USD 500"]);
    assert_eq!(Credit::Nothing.percent(), Some(0.into()));
    assert_eq!(Credit::Days(3.into()).percent(), None);
}

#[test]
fn each_plan_and_each_service_has_its_ladder() {
    let text = table("Uptime | Gold credit | Silver credit", &["below 99.9% | 20% | 10%"]);
    assert_eq!(read(&text), ["< 99.9%: 20%", "< 99.9%: 10%"]);
    let rows = ["API | < 99.9% | 10%", " | < 99.0% | 30%", "Portal | < 99.5% | 5%"];
    let text = table("Service | Uptime | Credit", &rows);
    assert_eq!(read(&text), ["< 99.9%: 10%; < 99.0%: 30%", "< 99.5%: 5%"]);
}

#[test]
fn ladders_in_sentences_and_lists() {
    let sentence = "If availability is below 99.9% but at least 99.0%, Customer receives a \
                    credit of 10% of the monthly fee; if it is below 99.0%, 25%.";
    assert_eq!(read(sentence), [">= 99.0% < 99.9%: 10%; < 99.0%: 25%"]);
    let first = "A credit of 10% is given where availability is below 99.9%, and of 25% where \
                 it is below 99.0%.";
    assert_eq!(read(first), ["< 99.9%: 10%; < 99.0%: 25%"]);
    let list = "Service credits by availability:\n\n- below 99.9%: 5%\n- below 99.0%: 10%\n";
    assert_eq!(read(list), ["< 99.9%: 5%; < 99.0%: 10%"]);
}

#[test]
fn what_is_no_ladder() {
    for text in [
        "Vendor guarantees availability of at least 99.9%. Prices rise by 5% a year.",
        "If availability is below 98.0% in two months, Customer may terminate.",
        "Service credits for availability are capped at 50% of the monthly fee.",
        "Packet loss below 99.0% earns a credit of 10%.",
    ] {
        assert_eq!(read(text), Vec::<String>::new(), "{text}");
    }
    let prices = table("Share of use | Discount", &["above 50% | 10%", "above 80% | 20%"]);
    assert_eq!(read(&prices), Vec::<String>::new());
}
