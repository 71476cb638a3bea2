//! A finding keeps its fingerprint while its clause is renumbered, reflowed or
//! moved and its parties are renamed; and loses it when its figures change.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use fineprint::catalogue::Catalogue;
use fineprint::check::{Baseline, Files, Judging, Review, Status};
use fineprint::clause::NamedParties;
use fineprint::read::read_markdown;
use regex::{Captures, Regex};
use std::collections::BTreeSet;
use std::sync::LazyLock;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::load(&[]).unwrap());

fn fixture(name: &str) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/");
    std::fs::read_to_string(format!("{folder}{name}")).unwrap()
}

fn review(text: &str) -> Review {
    let document = read_markdown("contract.md", text.to_owned());
    fineprint::review(&CATALOGUE, vec![document], &NamedParties::default(), Judging::default())
}

/// Each finding as `rule fingerprint`.
fn names(text: &str) -> BTreeSet<String> {
    let findings = review(text).findings;
    findings.iter().map(|f| format!("{} {}", f.rule, f.fingerprint)).collect()
}

/// Asserts that an edit that touches the text leaves every finding its name.
fn stay(contract: &str, edit: impl Fn(&str) -> String) {
    let before = fixture(contract);
    let after = edit(&before);
    assert_ne!(before, after, "{contract} was not edited");
    let (before, after) = (names(&before), names(&after));
    assert!(before.len() > 8, "{contract} has too few findings to show anything");
    let lost: Vec<&String> = before.difference(&after).collect();
    let new: Vec<&String> = after.difference(&before).collect();
    assert!(lost.is_empty(), "{contract} lost {lost:#?} and got {new:#?}");
}

/// Every number of a section one higher, in labels and in references.
fn counted_on(text: &str, pattern: &str) -> String {
    let pattern = Regex::new(pattern).unwrap();
    let next = |found: &Captures| {
        let number: u32 = found["n"].parse().unwrap();
        found[0].replacen(&found["n"], &(number + 1).to_string(), 1)
    };
    pattern.replace_all(text, next).into_owned()
}

#[test]
fn a_contract_is_renumbered() {
    stay("hosting-en.md", |text| {
        let text = counted_on(text, r"(?m)^(## )?(?P<n>\d+)\.");
        let text = counted_on(&text, r"\bclauses? (?P<n>\d+)");
        text.replace(
            "## 2. Definitions",
            "## 1. Notices\n\n1.1 Notices are in writing.\n\n## 2. Definitions",
        )
    });
    stay("awan-ms.md", |text| {
        let text = counted_on(text, r"(?m)^(?P<n>\d+)\.\d");
        counted_on(&text, r"(?i)\bklausa (?P<n>\d+)")
    });
    stay("rtc-services-zh.md", |text| {
        let numbers = [
            "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三",
            "十四",
        ];
        let text = counted_on(text, r"(?m)^(?P<n>\d+)\.\d");
        let text = counted_on(&text, r"第(?P<n>\d+)\.\d+款");
        numbers.windows(2).rev().fold(text, |text, pair| {
            text.replace(&format!("第{}条", pair[0]), &format!("第{}条", pair[1]))
        })
    });
}

#[test]
fn a_contract_is_reflowed() {
    let prose = Regex::new(r"(?P<end>[^\n|\\])\n(?P<begin>[a-zA-Z][a-z ])").unwrap();
    for contract in ["hosting-en.md", "awan-ms.md"] {
        // A paragraph becomes one line.
        stay(contract, |text| prose.replace_all(text, "$end $begin").into_owned());
        // Lines break after every comma; a row of a table is one line.
        stay(contract, |text| {
            let lines = text.split_inclusive('\n').map(|line| match line.starts_with('|') {
                true => line.to_owned(),
                false => line.replace(", ", ",\n"),
            });
            lines.collect()
        });
    }
    stay("rtc-services-zh.md", |text| text.replace('，', "，\n"));
}

#[test]
fn a_party_is_renamed() {
    stay("hosting-en.md", |text| {
        text.replace("Brackwater Hosting Limited", "Ferrous Cloud Services plc")
            .replace("Tamsin & Vale Retail Limited", "Okonedo Foods Limited")
            .replace("Provider", "Supplier")
    });
    stay("awan-ms.md", |text| {
        text.replace("TELUK BIRU CLOUD SDN. BHD.", "LEMBAH AWAN SDN. BHD.")
            .replace("Penyedia", "Pembekal")
    });
    stay("rtc-services-zh.md", |text| {
        text.replace("成都桐屿教育科技有限公司", "昆明雾里教育科技有限公司")
            .replace("北京聆澈网络技术有限公司", "上海听澜网络技术有限公司")
    });
}

/// A text with the part that begins at `from` and ends before `to` moved in
/// front of `before`.
fn moved(text: &str, from: &str, to: &str, before: &str) -> String {
    let start = text.find(from).unwrap();
    let end = start + text[start..].find(to).unwrap();
    let rest = format!("{}{}", &text[..start], &text[end..]);
    rest.replacen(before, &format!("{}{before}", &text[start..end]), 1)
}

#[test]
fn a_clause_is_moved() {
    // A whole section; a clause inside its section.
    stay("hosting-en.md", |text| moved(text, "## 9. ", "## 10. ", "## 3. "));
    stay("hosting-en.md", |text| moved(text, "3.3 ", "3.4 ", "3.2 "));
    stay("awan-ms.md", |text| moved(text, "## Klausa 9", "## Klausa 10", "## Klausa 3"));
    stay("rtc-services-zh.md", |text| moved(text, "## 第九条", "## 第十条", "## 第三条"));
}

#[test]
fn another_figure_is_another_finding() {
    let before = fixture("hosting-en.md");
    let after = before.replace("periods of 12 months", "periods of 36 months");
    assert_ne!(before, after);
    let gone: Vec<String> = names(&before).difference(&names(&after)).cloned().collect();
    assert!(gone.len() == 1 && gone[0].starts_with("renewal/automatic-unless-notice "), "{gone:?}");
}

/// One file, which is there.
struct OneFile;

impl Files for OneFile {
    fn name(&self, path: &str) -> String {
        path.to_owned()
    }
    fn exists(&self, name: &str) -> bool {
        name == "contract.md"
    }
}

/// The baseline of a text.
fn adopted(text: &str) -> Baseline {
    let (baseline, changed) = Baseline::default().update(&mut [review(text)], &OneFile, |_| true);
    assert!(changed.added > 8 && changed.removed == 0);
    baseline
}

/// How many findings of a text are new to a baseline, and its stale entries.
fn against(baseline: &Baseline, text: &str) -> (usize, usize) {
    let mut reviews = [review(text)];
    let stale = baseline.accept(&mut reviews, &OneFile);
    let new = reviews[0].findings.iter().filter(|f| f.status == Status::Reported).count();
    (new, stale.len())
}

#[test]
fn a_baseline_knows_a_clause_that_moved_under_another_heading() {
    let before = fixture("hosting-en.md");
    let baseline = adopted(&before);
    assert_eq!(against(&baseline, &before), (0, 0));
    // The number goes with the section, so that nothing else is wrong with it.
    let clause = "7.4 The Provider may withhold";
    let after =
        moved(&before, clause, "7.5 ", "8.1 ").replace(clause, "8.9 The Provider may withhold");
    let lost: Vec<String> = names(&before).difference(&names(&after)).cloned().collect();
    assert!(lost.iter().any(|name| name.starts_with("data/hostage ")), "{lost:?}");
    let known = |text: &str| {
        let mut reviews = [review(text)];
        baseline.accept(&mut reviews, &OneFile);
        let found = reviews[0].findings.iter().find(|f| &*f.rule == "data/hostage").unwrap();
        found.status
    };
    assert_eq!(known(&after), Status::Baselined);
}

#[test]
fn a_baseline_is_the_same_bytes_and_an_entry_a_line() {
    let before = fixture("hosting-en.md");
    let baseline = adopted(&before);
    let text = baseline.write().unwrap();
    assert_eq!(Baseline::parse(&text).unwrap(), baseline);
    // One sentence less is at most one line less for each of its findings.
    let after = before
        .replace("The Provider may withhold Customer Data", "The Provider keeps Customer Data");
    let (updated, changed) = baseline.update(&mut [review(&after)], &OneFile, |_| true);
    let updated = updated.write().unwrap();
    let lines = |text: &str| -> BTreeSet<String> {
        text.lines().map(|line| line.trim_end_matches(',').to_owned()).collect()
    };
    assert_eq!(lines(&text).difference(&lines(&updated)).count(), changed.removed);
    assert!((1..4).contains(&changed.removed), "{changed:?}");
    let sorted: Vec<&str> = text.lines().filter(|line| line.contains("\"file\"")).collect();
    assert!(sorted.is_sorted());
}
