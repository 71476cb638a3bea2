//! Contracts are cut into clauses that cover them once, are cited as their
//! readers cite them, and tell who is who.

#![allow(clippy::unwrap_used)] // a test that cannot read its fixture should fail there

use fineprint::clause::{Contract, Kind, NamedParties, Role};
use fineprint::read::{BlockKind, WordOptions, read};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

fn fixtures() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

fn contract(path: &Path) -> Option<Contract> {
    let document =
        read(&path.to_string_lossy(), &std::fs::read(path).ok()?, None, &WordOptions::default())
            .ok()?;
    Some(Contract::new(vec![document], &NamedParties::default()))
}

fn fixture(name: &str) -> Contract {
    contract(&fixtures().join(name)).unwrap()
}

/// The text of a clause without its items, by its address.
fn marked(contract: &Contract, address: &str) -> Vec<String> {
    (0..contract.units.len())
        .filter(|&unit| contract.address(unit) == address)
        .map(|unit| contract.paragraphs[unit].marked.as_str().to_owned())
        .collect()
}

fn holds_together(contract: &Contract, name: &str) {
    let document = &contract.documents[0];
    let mut covered = vec![0usize; document.blocks.len()];
    for (unit, u) in contract.units.iter().enumerate() {
        let text = u.text.origin(0..u.text.len());
        assert!(
            text.end <= document.source.text.len(),
            "{name}: unit {unit} ends outside its file"
        );
        assert!(u.bold_start <= u.text.len(), "{name}: unit {unit}");
        assert!(contract.owners[unit] < contract.clauses.len(), "{name}: unit {unit}");
        let length = u.text.len() + u.label.as_ref().map_or(0, |label| label.len);
        covered[u.block] += length;
        let owner = contract.clause_of(unit);
        assert!(
            owner.units.contains(&unit),
            "{name}: unit {unit} is not in its clause {}",
            owner.address
        );
    }
    for (block, covered) in document.blocks.iter().zip(&covered) {
        let row = matches!(block.kind, BlockKind::Cell(_));
        assert!(row || *covered == block.text.len(), "{name}: {:?}", block.text.as_str());
    }
    for clause in &contract.clauses {
        let Some(parent) = clause.parent.map(|at| &contract.clauses[at]) else { continue };
        let inside =
            parent.units.start <= clause.units.start && clause.units.end <= parent.units.end;
        assert!(inside && clause.depth == parent.depth + 1, "{name}: {}", clause.address);
        assert!(!clause.units.is_empty(), "{name}: {} is empty", clause.address);
    }
}

#[test]
fn clauses_cover_every_fixture_once() {
    for entry in std::fs::read_dir(fixtures()).unwrap() {
        let path = entry.unwrap().path();
        if let Some(contract) = contract(&path) {
            holds_together(&contract, &path.display().to_string());
        }
    }
}

/// Reads the files under the folder that `FINEPRINT_CORPUS` names.
#[test]
fn clauses_cover_every_document_of_a_corpus_once() {
    let Ok(root) = std::env::var("FINEPRINT_CORPUS") else { return };
    let mut folders = vec![PathBuf::from(root)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let kind = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
            if path.is_dir() {
                folders.push(path);
            } else if ["md", "txt", "docx"].contains(&kind)
                && let Some(contract) = contract(&path)
            {
                holds_together(&contract, &path.display().to_string());
            }
        }
    }
}

#[test]
fn words_of_the_fixtures_are_cited_as_their_labels_cite_them() {
    let lines = std::fs::read_to_string(fixtures().join("labels.jsonl")).unwrap();
    let spaced = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut wrong = BTreeSet::new();
    let mut contracts = BTreeMap::new();
    for line in lines.lines() {
        let label: serde_json::Value = serde_json::from_str(line).unwrap();
        let field = |name: &str| label[name].as_str().unwrap();
        let (file, clause, text) = (field("file"), field("clause"), field("text"));
        // A row is named in the language of its text; the outlines name tables otherwise.
        if text.is_empty() || clause.contains("row") || clause == "Order Form" {
            continue;
        }
        let contract = contracts.entry(file.to_owned()).or_insert_with(|| fixture(file));
        let unit =
            contract.units.iter().position(|u| spaced(u.text.as_str()).contains(&spaced(text)));
        let found = unit.map(|unit| contract.address(unit)).unwrap_or_default();
        if found != clause {
            wrong.insert(format!("{file}: {clause} is called {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn who_is_who_in_the_fixtures() {
    let named = |party: Option<&fineprint::clause::Party>| {
        party
            .map(|p| format!("{}/{}", p.name, p.full_name.as_deref().unwrap_or("")))
            .unwrap_or_default()
    };
    for (file, customer, vendor) in [
        (
            "hosting-en.md",
            "Customer/Tamsin & Vale Retail Limited",
            "Provider/Brackwater Hosting Limited",
        ),
        ("fair-en.md", "Customer/Orchard Museum Trust", "Supplier/Northgate Stream Limited"),
        ("rtc-order-en.docx", "Customer/Lumen Classroom Pte. Ltd.", "Meridian/Meridian Relay Inc."),
        ("rtc-services-zh.md", "甲方/成都桐屿教育科技有限公司", "乙方/北京聆澈网络技术有限公司"),
        ("cloud-zh.docx", "乙方/苏州青藤文化传播有限公司", "甲方/杭州云砚数据科技有限公司"),
        ("fair-zh.md", "甲方/南京知语出版有限公司", "乙方/广州澄波信息技术有限公司"),
        (
            "awan-ms.md",
            "Pelanggan/PERUSAHAAN MAKANAN SRI BAYU SDN. BHD.",
            "Penyedia/TELUK BIRU CLOUD SDN. BHD.",
        ),
        (
            "sokongan-ms.docx",
            "Pelanggan/KOPERASI TENAGA PENDIDIK UTARA BERHAD",
            "Pembekal/SELASIH SISTEM SDN. BHD.",
        ),
        ("terms-of-service-en.md", "You/", "We/Pennant Studio, Inc."),
        ("nda-en.md", "", ""),
    ] {
        let parties = fixture(file).parties;
        assert_eq!(named(parties.customer.as_ref()), customer, "{file}");
        assert_eq!(named(parties.vendor.as_ref()), vendor, "{file}");
    }
}

#[test]
fn kinds_of_the_fixtures() {
    for (file, kind) in [
        ("hosting-en.md", Kind::ServicesAgreement),
        ("rtc-order-en.docx", Kind::OrderForm),
        ("terms-of-service-en.md", Kind::TermsOfService),
        ("nda-en.md", Kind::Nda),
        ("cloud-zh.docx", Kind::ServicesAgreement),
        ("sokongan-ms.docx", Kind::ServicesAgreement),
    ] {
        assert_eq!(fixture(file).kind, kind, "{file}");
    }
}

#[test]
fn the_words_before_a_list_lead_its_items_and_no_others() {
    let text = "# Services Agreement\n\n1. Fees\n\n1.1 The Supplier may:\n\n(a) raise the price;\n\n(b) stop.\n\n1.2 乙方可以：\n\n（一）提高价格；\n\n2. Duties\n\nThe Customer shall not:\n\n- copy the software\n- lend it\n\nThe end.\n\n(c) free text\n";
    let path = std::env::temp_dir().join("fineprint-lists.md");
    std::fs::write(&path, text).unwrap();
    let contract = contract(&path).unwrap();
    std::fs::remove_file(&path).unwrap();
    let led = |word: &str| {
        let at = contract.units.iter().position(|u| u.text.as_str().contains(word)).unwrap();
        contract.paragraphs[at].marked.as_str()[..contract.paragraphs[at].lead].trim().to_owned()
    };
    assert!(led("raise the price").ends_with("may") && led("stop").ends_with("may"));
    assert!(led("提高价格").ends_with("可以"));
    assert!(
        led("copy the software").ends_with("shall not") && led("lend it").ends_with("shall not")
    );
    assert!(led("free text").is_empty() && led("The end").is_empty());
    assert!(contract.units.iter().any(|u| matches!(u.role, Role::Heading(_))));
    assert!(!marked(&contract, "1.1(a)").is_empty());
}

#[test]
fn a_row_is_cited_in_the_language_of_its_contract() {
    let contract = fixture("awan-ms.md");
    let row = |words: &str| {
        let at = contract.units.iter().position(|u| u.text.as_str().contains(words)).unwrap();
        contract.address(at)
    };
    // Its words alone are English.
    assert_eq!(row("virtual machine"), "Lampiran A, baris 2");
}
