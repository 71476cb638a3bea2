//! The documented list of key terms is the list of the files, and short
//! passages tell the terms they state.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::path::Path;

#[test]
fn every_key_term_is_documented_and_no_other() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files: BTreeSet<String> = std::fs::read_dir(root.join("rules/terms"))
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    let page = std::fs::read_to_string(root.join("docs/terms.md")).unwrap();
    let listed: BTreeSet<String> = page
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split('`').next().map(str::to_owned))
        .collect();
    assert_eq!(listed, files);
}

/// The lines of the sheet of a small contract with one passage.
fn sheet(passage: &str) -> Vec<(String, String)> {
    let text = format!(
        "# Services Agreement\n\nThis Services Agreement is made between Beta Ltd, the service provider (\"Supplier\"), \
         and Alpha Ltd, the customer (\"Customer\").\n\n## 1. Terms\n\n{passage}\n"
    );
    let catalogue = fineprint::catalogue::Catalogue::load(&[]).unwrap();
    let document = fineprint::read::read_markdown("passage.md", text);
    let review = fineprint::review(
        &catalogue,
        vec![document],
        &fineprint::clause::NamedParties::default(),
        fineprint::check::Judging::default(),
    );
    review.sheet.iter().map(|line| (line.term.clone(), line.figure.clone())).collect()
}

#[test]
fn labels_rows_and_loose_words_tell_terms() {
    for (passage, term, figure) in [
        ("1.1 Payment terms: Net 60", "payment-days", "60"),
        ("1.1 续签期限：每次两年", "renewal-term", "2"),
        ("1.1 Maintenance window: Saturdays 01:00-04:00", "scheduled-maintenance-time", "3"),
        (
            "| Kind of data | Erased after the end |\n|---|---|\n| Mail | 21 days |",
            "deletion-time",
            "21",
        ),
        (
            "1.1 Glitches of 40 seconds or less are not reckoned as downtime.",
            "minimum-outage-time",
            "40",
        ),
        ("1.1 Credits shall not exceed the fee for that month.", "credit-cap", "100"),
        ("1.1 乙方的赔偿责任以合同总价为限。", "liability-cap-percent", "100"),
        ("1.1 Liabiliti Supplier tidak melebihi harga kontrak.", "liability-cap-percent", "100"),
        (
            "1.1 This Agreement renews for periods of one year unless a party gives notice.",
            "renewal-term",
            "1",
        ),
        ("1.1 网络割接应于五日前公告。", "maintenance-notice-time", "5"),
        ("1.1 Kadar baharu berkuat kuasa selepas notis 40 hari.", "price-change-notice-time", "40"),
        ("Start: 1 May 2026\nLength: 15 months\nSettlement: Net 20", "payment-days", "20"),
        ("1.1 Overdue sums bear two per mille per day.", "late-interest-rate", "0.2"),
        ("1.1 The retainer covers fifteen hours of advice each month.", "included-volume", "15"),
        (
            "1.1 Within a further 50 days after the end the Supplier shall erase every copy.",
            "deletion-time",
            "50",
        ),
        ("1.1 超过套餐的通话，按每分钟0.12元收取。", "overage-price", "0.12"),
        (
            "1.1 Who leaves early pays half of the fees for the rest of the term.",
            "early-termination-fee",
            "50",
        ),
        ("1.1 甲方提前解约的，应支付剩余服务费的一半。", "early-termination-fee", "50"),
        (
            "1.1 After the first year the order continues on a month-to-month basis.",
            "renewal-term",
            "1",
        ),
        ("| 续约 | 按年 |\n|---|---|\n| 试用期 | 14天 |", "renewal-term", "1"),
        ("1.1 The initial term of 24 months is replaced by 30 months.", "initial-term", "30"),
        ("1.1 付款期限由30日变更为45日。", "payment-days", "45"),
        ("1.1 Credits in a month are capped at ten days' fees.", "credit-cap", "10"),
        (
            "1.1 A credit of 5% is due for each hour of downtime, never more than 60% of the fee.",
            "credit-cap",
            "60",
        ),
        (
            "1.1 A breach must be cured within 30 days of notice, or within 8 days in the case of non-payment.",
            "cure-time",
            "8",
        ),
        ("| Service | Billing cycle |\n|---|---|\n| Voice | quarterly |", "billing-period", "1"),
        ("| 服务 | 保密期限 |\n|---|---|\n| 语音 | 三年 |", "confidentiality-period", "3"),
        ("| Service | Data location |\n|---|---|\n| Voice | Penang |", "data-location", ""),
    ] {
        let lines = sheet(passage);
        assert!(lines.iter().any(|(t, f)| t == term && f == figure), "{passage}: {lines:?}");
    }
}

#[test]
fn ladders_without_signs_are_read_under_a_heading_of_availability() {
    let rows = "| 99.5 to 99.94 | 4 |\n| 99.0 to 99.49 | 9 |\n| below 99.0 | 18 |";
    let ladder =
        |head: &str| sheet(&format!("| {head} | Credit (%) |\n|---|---|\n{rows}")).len() == 1;
    assert!(ladder("Availability"));
    assert!(!ladder("Score"));
}

#[test]
fn what_a_sentence_opens_with_is_what_its_promise_is_for() {
    let subjects = |passage: &str| -> Vec<String> {
        let text = format!("# Service Level Agreement\n\n{passage}\n");
        let catalogue = fineprint::catalogue::Catalogue::load(&[]).unwrap();
        let document = fineprint::read::read_markdown("passage.md", text);
        let parties = fineprint::clause::NamedParties::default();
        let judging = fineprint::check::Judging::default();
        let review = fineprint::review(&catalogue, vec![document], &parties, judging);
        let promises = review.sheet.iter().filter(|line| line.term == "availability");
        promises.map(|line| line.subject.clone()).collect()
    };
    let passage = "1. For branch equipment, uptime shall be at least 97%.";
    assert_eq!(subjects(passage), ["branch equipment"]);
    assert_eq!(subjects("1. For clarity, uptime shall be at least 97%."), [""]);
}

#[test]
fn settings_tests_and_the_figures_of_others_are_no_terms() {
    for passage in [
        "1.1 An alarm is raised when the latency rises above 90 ms.",
        "1.1 In field tests the jitter stayed at 4 ms.",
        "1.1 Probation of staff lasts three months.",
        "[For example:\n\nThe fees are USD 100 per month.\n\nUptime is 99.9% of each month.]",
        "| Item | Terms |\n|---|---|\n| Fees | [For example: USD 500 per month] |",
        "1.1 A performance bond of 7% of the price is furnished before signing.",
    ] {
        let lines = sheet(passage);
        assert!(lines.is_empty(), "{passage}: {lines:?}");
    }
}

#[test]
fn what_the_words_of_another_part_or_a_recital_tell_is_no_term() {
    for (passage, term) in [
        ("**Background.** A former host kept its uptime at 99.1%.", "availability"),
        (
            "1.1 The Customer may fetch its files for 33 days; then they are erased.",
            "deletion-time",
        ),
        ("1.1 紧急故障20分钟内响应。", "resolution-time"),
        ("1.1 The Supplier cannot resolve the issue and refunds Customer its fees.", "invoice"),
        (
            "1.1 The API answers a claim in 40 milliseconds; credits are given monthly.",
            "credit-claim-time",
        ),
        ("[Drafting note: the initial term is 12 months in most orders.]", "initial-term"),
    ] {
        let lines = sheet(passage);
        assert!(lines.iter().all(|(t, _)| t != term), "{passage}: {lines:?}");
    }
}

#[test]
fn each_of_two_times_in_a_sentence_is_its_own_terms() {
    let lines = sheet(
        "1.1 The Supplier responds to critical incidents within 20 minutes and resolves them within 6 hours.",
    );
    let values: Vec<(&str, &str)> = lines.iter().map(|(t, f)| (t.as_str(), f.as_str())).collect();
    assert_eq!(values, [("response-time", "20"), ("resolution-time", "6")]);
}
