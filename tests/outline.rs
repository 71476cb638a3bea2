//! What `fineprint outline` says of a contract: definitions with their uses,
//! references with their targets, in three languages.

#![allow(clippy::unwrap_used)] // a test that cannot read its text should fail there

use fineprint::clause::{Contract, NamedParties, Target};
use fineprint::read::{WordOptions, read, read_markdown};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

fn contract(text: &str) -> Contract {
    Contract::new(vec![read_markdown("test.md", text.to_owned())], &NamedParties::default())
}

/// Each reference as written, and where it leads.
fn references(contract: &Contract) -> Vec<(&str, String)> {
    contract
        .references()
        .iter()
        .map(|reference| {
            let target = match &reference.target {
                Target::Clause { clause, .. } => contract.clauses[*clause].address.clone(),
                Target::Missing => "missing".to_owned(),
                Target::Elsewhere => "elsewhere".to_owned(),
                Target::Unclear => "unclear".to_owned(),
            };
            (reference.said.as_str(), target)
        })
        .collect()
}

fn pairs(expected: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
    expected.iter().map(|(said, target)| (*said, (*target).to_owned())).collect()
}

#[test]
fn references_lead_to_clauses_items_and_schedules() {
    let contract = contract(
        "# Services Agreement\n\n1\\. Fees\n\n1.1 The Customer shall pay:\n\n(a) the Fees; and\n\n(b) costs \
         under Schedule 2.\n\n2\\. Term. Sections 1.1(b) and 3 survive; Articles 28 and 32 of the GDPR \
         apply, and so does section 5 of the Data Protection Act 2018.\n\n3\\. Law. Clause 4.2 \
         of the Master Services Agreement.\n\n4\\. Notices under Clause 9.\n\n5\\. Costs\n\n# Schedule 2: Costs\n\nAt cost.\n",
    );
    assert_eq!(
        references(&contract),
        pairs(&[
            ("Schedule 2", "Schedule 2"),
            ("Section 1.1(b)", "1.1(b)"),
            ("Section 3", "3"),
            ("Article 28", "elsewhere"),
            ("Article 32", "elsewhere"),
            ("section 5", "elsewhere"),
            ("Clause 4.2", "elsewhere"),
            ("Clause 9", "missing"),
        ])
    );
}

#[test]
fn chinese_references_name_articles_items_and_statutes() {
    let contract = contract(
        "# 服务合同\n\n第一条 服务\n\n（一）托管；\n\n（二）支持。本条第（一）项包括备份。\n\n第二条 依照《民法典》\
         第五百零六条及第一条第（二）项处理，详见附件一。\n\n第三条 费用见附件三。\n\n第四条 通知\n\n第五条 其他\n\n附件一 \
         价格\n\n每月100元。\n",
    );
    assert_eq!(
        references(&contract),
        pairs(&[
            ("本条第（一）项", "第一条（一）"),
            ("第五百零六条", "elsewhere"),
            ("第一条第（二）项", "第一条（二）"),
            ("附件一", "附件一"),
            ("附件三", "missing"),
        ])
    );
}

#[test]
fn malay_references_name_clauses_schedules_and_acts() {
    let contract = contract(
        "# Perjanjian\n\nKlausa 1: Perkhidmatan\n\nKlausa 2: Fi dalam Lampiran A, tertakluk kepada Klausa 1 dan \
         Klausa 5 Akta Kontrak 1950.\n\nKlausa 3: Notis di bawah Klausa 9.\n\nKlausa 4: Am\n\nKlausa 5: \
         Undang-undang\n\n# Lampiran A: Fi\n\nRM 100.\n",
    );
    let found = references(&contract);
    assert_eq!(
        found,
        pairs(&[
            ("Lampiran A", "Lampiran A"),
            ("Klausa 1", "Klausa 1"),
            ("Klausa 5", "elsewhere"),
            ("Klausa 9", "missing"),
        ])
    );
}

#[test]
fn definitions_of_every_form_are_read_with_their_uses() {
    let text = "# Services Agreement\n\nAcme Ltd (the \"Provider\") serves Bolt Ltd (hereinafter referred to as \
                \"Customer\").\n\n1\\. \"Fees\" means the sums in Schedule 1. \"Order\" has the meaning given in \
                clause 2.\n\n**Platform** means the servers. The Fees are due for the Platform; fees of \
                others are not.\n\n3\\. “服务”是指托管服务（以下简称“托管”）。\n\n4\\. \"Perkhidmatan\" bermaksud \
                pengehosan.\n";
    let contract = contract(text);
    let found: Vec<_> = contract
        .definitions()
        .iter()
        .map(|d| (d.term.as_str(), d.inline, d.uses().count()))
        .collect();
    assert_eq!(
        found,
        [
            ("Provider", true, 0),
            ("Customer", true, 0),
            ("Fees", false, 1),
            ("Order", false, 0),
            ("Platform", false, 1),
            ("服务", false, 1),
            ("托管", true, 1),
            ("Perkhidmatan", false, 0),
        ]
    );
    let source = &contract.documents[0].source;
    for definition in contract.definitions() {
        let unit = &contract.units[definition.unit];
        assert_eq!(source.slice(unit.text.origin(definition.range.clone())), definition.term);
    }
}

#[test]
fn a_form_to_fill_in_is_told_from_a_draft() {
    let form = contract(
        "# Services Agreement\n\nBetween [Company Name] and [Customer Name].\n\n1. The fee is [●].\n\n2. Dated \
         [insert date].\n",
    );
    let long: String =
        (1..30).map(|n| format!("{n}. The Provider shall do its duty.\n\n")).collect();
    let draft = contract(&format!("# Services Agreement\n\n{long}30. The fee is [●].\n"));
    assert!(form.is_template());
    assert!(!draft.is_template());
    assert_eq!(draft.placeholders().len(), 1);
}

/// Where the references of a schedule's first item lead, beside five clauses.
fn from_schedule(clauses: [&str; 5], schedule: &str, item: &str) -> Vec<String> {
    let clauses = clauses.join("\n\n");
    let contract = contract(&format!("# A\n\n{clauses}\n\n# {schedule}\n\n{item}\n"));
    references(&contract).into_iter().map(|(_, target)| target).collect()
}

#[test]
fn references_in_schedules_dangle_where_no_numbering_reaches_so_far() {
    let english = ["1\\. Term.", "2\\. Fees.", "3\\. Data.", "4\\. Law.", "5\\. Costs."];
    let leads = |item: &str| from_schedule(english, "Schedule 1: Data", item);
    assert_eq!(leads("1\\. Data is processed for the period in clause 47.2."), ["missing"]);
    assert_eq!(leads("1\\. Data is processed for the period in Section 47."), ["missing"]);
    assert_eq!(leads("1\\. Data is processed for the period in clause 3."), ["3"]);
    // A schedule may go on counting, and may change another agreement.
    assert_eq!(leads("1\\. Data is processed for the period in clause 6."), ["unclear"]);
    assert_eq!(leads("1\\. Section 13 is amended to read as follows."), ["elsewhere"]);

    let chinese = ["第一条 期限", "第二条 费用", "第三条 数据", "第四条 法律", "第五条 其他"];
    let leads = from_schedule(chinese, "附件一 数据处理", "1. 乙方按第四十七条处理数据。");
    assert_eq!(leads, ["missing"]);

    let malay = ["1\\. Tempoh.", "2\\. Fi.", "3\\. Data.", "4\\. Undang-undang.", "5\\. Kos."];
    let item = "1\\. Data diproses bagi tempoh dalam Klausa 47.2.";
    assert_eq!(from_schedule(malay, "Lampiran 1: Data", item), ["missing"]);
}

#[test]
fn lists_and_ranges_of_numbers_are_single_references() {
    let english = contract(
        "# Services Agreement\n\n1\\. Term\n\n2\\. Fees:\n\n(a) one\n\n(b) two\n\n3\\. Law\n\n4\\. Data\n\n4.1 Kept.\n\n4.2 Sold. Sections 4.1 and 4.2, Clauses 1 to 3 and Section 2(a) and (b) survive.\n\n5\\. Costs under (a) Section 3 and (b) the law.\n",
    );
    assert_eq!(
        references(&english),
        pairs(&[
            ("Section 4.1", "4.1"),
            ("Section 4.2", "4.2"),
            ("Clause 1", "1"),
            ("Clause 3", "3"),
            ("Section 2(a)", "2(a)"),
            ("Section (b)", "2(b)"),
            ("Section 3", "3"),
        ])
    );
    let chinese = contract(
        "# 合同\n\n第一条 服务\n\n1.1 托管；\n\n1.2 支持。\n\n第二条 费用\n\n第1.1、1.2款约定的服务，按第一条至第二条收费。\n",
    );
    let leads: Vec<String> = references(&chinese).into_iter().map(|(_, target)| target).collect();
    assert_eq!(leads, ["第一条 1.1", "第一条 1.2", "第一条", "第二条"]);
    let malay = contract(
        "# Perjanjian\n\nPerkara 1. Skop\n\n(1) Kerja:\n\n(a) sokongan;\n\n(b) latihan.\n\n(2) Tertakluk kepada perenggan (1) dan Perkara 1(1)(a) dan (b).\n\nPerkara 2. Fi dalam Lampiran C.\n",
    );
    let leads: Vec<String> = references(&malay).into_iter().map(|(_, target)| target).collect();
    assert_eq!(leads, ["Perkara 1(1)", "Perkara 1(1)(a)", "Perkara 1(1)(b)", "missing"]);
}

#[test]
fn schedules_that_are_not_in_the_copy_are_missing_also_where_all_are() {
    let text = "EXHIBIT 10.4\n\nSUPPLY AGREEMENT\n\n1. Goods are those in Schedule A and SCHEDULE B.\n\n2. Fees are those in Exhibit C.\n\n3. A Schedule 13D is filed under Section 365(n) of the Code.\n";
    let document = fineprint::read::read_text("t.txt", text.to_owned());
    let contract = Contract::new(vec![document], &NamedParties::default());
    assert_eq!(
        references(&contract),
        pairs(&[
            ("Schedule A", "missing"),
            ("SCHEDULE B", "missing"),
            ("Exhibit C", "missing"),
            ("Schedule 13D", "elsewhere"),
            ("Section 365(n)", "elsewhere"),
        ])
    );
}

#[test]
fn a_reference_leads_to_the_clause_its_word_and_its_schedule_name() {
    let chinese = contract(
        "# 合同\n\n第一章 总则\n\n第一条 服务\n\n（一）托管；\n\n（二）支持。\n\n（三）本条第（二）项包括：\n\n1、巡检；\n\n2、维修。\n\n第二章 费用\n\n第二条 费用\n\n（一）首付款；\n\n（二）尾款，见附件一第2条。\n\n第三条 按第二条第（一）项及第一章办理。\n\n附件一 价格\n\n1. 单价\n\n2. 总价\n",
    );
    let leads: Vec<String> = references(&chinese).into_iter().map(|(_, target)| target).collect();
    assert_eq!(leads, ["第一条（二）", "附件一", "附件一 2", "第二条（一）", "第一章"]);
    let english = contract(
        "# Services Agreement\n\n1\\. Fees under paragraph 2 of Schedule 1 and Schedule 1, clause 1.\n\n2\\. Term.\n\n# Schedule 1: Fees\n\n1\\. Monthly.\n\n2\\. Yearly.\n",
    );
    let leads: Vec<String> = references(&english).into_iter().map(|(_, target)| target).collect();
    assert_eq!(leads, ["Schedule 1 2", "Schedule 1", "Schedule 1", "Schedule 1 1"]);
    let malay = contract(
        "# Perjanjian\n\nPerkara 1. Skop\n\nKerja dibuat.\n\nPerkara 2. Fi\n\nFi dibayar.\n\n# JADUAL PERTAMA\n\n(Perkara 1)\n\n1. Pelayan\n",
    );
    assert_eq!(references(&malay), pairs(&[("Perkara 1", "Perkara 1")]));
    assert!(malay.pairs().is_empty());
}

#[test]
fn terms_without_quotes_are_defined_behind_a_number() {
    let contract = contract(
        "# Services Agreement\n\n1\\. Definitions\n\n1.1. AFFILIATE shall mean, of a party, its parent.\n\n1.2. Launch Date shall have the meaning set forth in clause 2.\n\n1.3 客户数据：指客户上传的数据。\n\n1.4 客户应当指定联系人。\n\n2\\. Data Pelanggan bermaksud data itu.\n",
    );
    let terms: Vec<&str> = contract.definitions().iter().map(|d| d.term.as_str()).collect();
    assert_eq!(terms, ["AFFILIATE", "Launch Date", "客户数据", "Data Pelanggan"]);
}

/// What was understood of the contracts of one folder.
#[derive(Default)]
struct Understood {
    files: usize,
    clauses: usize,
    /// Addresses that stand more than once.
    twice: usize,
    definitions: usize,
    references: BTreeMap<&'static str, usize>,
}

impl Understood {
    fn add(&mut self, contract: &Contract) {
        self.files += 1;
        let mut seen = BTreeSet::new();
        for clause in contract.clauses.iter().filter(|clause| clause.label.is_some()) {
            self.clauses += 1;
            self.twice += usize::from(!seen.insert(&clause.address));
        }
        self.definitions += contract.definitions().len();
        for reference in contract.references() {
            let status = match reference.target {
                Target::Clause { exact: true, .. } => "exactly",
                Target::Clause { .. } => "around",
                Target::Elsewhere => "elsewhere",
                Target::Missing => "missing",
                Target::Unclear => "unclear",
            };
            *self.references.entry(status).or_default() += 1;
        }
    }
}

/// From so many references on, a folder shows how contracts are understood.
const ENOUGH_REFERENCES: usize = 1_000;

/// Counts clauses and references in the files under the folder that
/// `FINEPRINT_CORPUS` names, folder by folder.
#[test]
#[allow(clippy::print_stdout)] // the table is what the command is for
fn clauses_and_references_of_a_corpus() {
    let Ok(root) = std::env::var("FINEPRINT_CORPUS") else { return };
    let mut folders = vec![PathBuf::from(root)];
    println!(
        "| folder | files | clauses | twice | definitions | exactly | around | elsewhere | missing | unclear |"
    );
    println!("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    while let Some(folder) = folders.pop() {
        let mut understood = Understood::default();
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let kind = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
            if path.is_dir() {
                folders.push(path);
            } else if ["md", "txt", "docx"].contains(&kind)
                && let Ok(document) = read(
                    &path.to_string_lossy(),
                    &std::fs::read(&path).unwrap(),
                    None,
                    &WordOptions::default(),
                )
            {
                understood.add(&Contract::new(vec![document], &NamedParties::default()));
            }
        }
        if understood.clauses == 0 {
            continue;
        }
        let Understood { files, clauses, twice, definitions, references } = understood;
        let count = |status| references.get(status).copied().unwrap_or(0);
        let name = folder.display();
        print!("| {name} | {files} | {clauses} | {twice} | {definitions} |");
        for status in ["exactly", "around", "elsewhere", "missing", "unclear"] {
            print!(" {} |", count(status));
        }
        println!();
        let all: usize = references.values().sum();
        // A few odd files show nothing of contracts.
        if all < ENOUGH_REFERENCES {
            continue;
        }
        assert!(count("unclear") * 10 <= all.max(10), "{name}: too much could not be told");
        assert!(twice * 10 <= clauses, "{name}: too many addresses stand twice");
    }
}
