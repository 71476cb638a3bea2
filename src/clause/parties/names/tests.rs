//! The names of parties, read from the words that give them.

use super::*;
use crate::matching::fold;

fn read(plain: &str) -> Vec<(String, String)> {
    let folded = fold(plain);
    let text = Text { folded: folded.as_str(), map: &folded, plain };
    let found = names(std::slice::from_ref(&text));
    found.into_iter().map(|n| (n.word, n.full_name.unwrap_or_default())).collect()
}

#[test]
fn names_keep_the_letters_of_the_contract() {
    assert_eq!(
        read(
            "This Order is made between Meridian Relay Inc., a Delaware corporation at 500 Harbor Street, Oakland (“Meridian”), and Lumen Classroom Pte. Ltd., a company incorporated in Singapore (“Customer”)."
        ),
        [
            ("meridian".to_owned(), "Meridian Relay Inc.".to_owned()),
            ("customer".to_owned(), "Lumen Classroom Pte. Ltd.".to_owned())
        ]
    );
}

#[test]
fn one_party_may_have_two_names() {
    let found =
        read("by and between Corio Inc., a Delaware corporation (\"Corio\" or \"Licensee\") and X");
    assert_eq!(
        found.iter().map(|(word, _)| word.as_str()).collect::<Vec<_>>(),
        ["corio", "licensee"]
    );
}

#[test]
fn chinese_and_malay_parties() {
    assert_eq!(
        read("甲方（采购方）：成都桐屿教育科技有限公司"),
        [("甲方".to_owned(), "成都桐屿教育科技有限公司".to_owned())]
    );
    assert_eq!(
        read(
            "TELUK BIRU CLOUD SDN. BHD. (No. Syarikat: 2017), sebuah syarikat di Malaysia (selepas ini dirujuk sebagai \"Penyedia\")"
        ),
        [("penyedia".to_owned(), "TELUK BIRU CLOUD SDN. BHD.".to_owned())]
    );
}

#[test]
fn names_without_a_form_of_company() {
    let found = read(
        "between WENBOROUGH COUNCIL (\"the Council\")\nand SHELFMARK SOFTWARE LIMITED (\"the Supplier\")",
    );
    assert_eq!(
        found,
        [
            ("council".to_owned(), "WENBOROUGH COUNCIL".to_owned()),
            ("supplier".to_owned(), "SHELFMARK SOFTWARE LIMITED".to_owned())
        ]
    );
    assert_eq!(
        read(
            "Antara Kelasku Edutek Sdn Bhd (\"Kelasku\") dan Sekolah Menengah Seri Bayu (\"Sekolah\")."
        )[1],
        ("sekolah".to_owned(), "Sekolah Menengah Seri Bayu".to_owned())
    );
}

#[test]
fn roles_before_and_behind_neutral_labels() {
    let name = ("甲方".to_owned(), "苏州澄谷医药科技股份有限公司".to_owned());
    assert_eq!(read("委托方（甲方）：苏州澄谷医药科技股份有限公司"), std::slice::from_ref(&name));
    assert_eq!(read("甲方（委托方）：苏州澄谷医药科技股份有限公司"), [name]);
    assert_eq!(
        read("本协议由蓝鲸网络有限公司（“服务提供商”）与订单上所载明的实体（“客户”）订立。"),
        [
            ("服务提供商".to_owned(), "蓝鲸网络有限公司".to_owned()),
            ("客户".to_owned(), String::new())
        ]
    );
}

#[test]
fn names_in_tables_and_behind_weak_labels() {
    assert_eq!(
        read("Syarikat | SuaraLink Komunikasi Sdn. Bhd."),
        [("syarikat".to_owned(), "SuaraLink Komunikasi Sdn. Bhd.".to_owned())]
    );
    assert!(read("Company: the one named above").is_empty());
}

#[test]
fn names_end_where_the_next_entry_begins() {
    let pair = |word: &str, full: &str| (word.to_owned(), full.to_owned());
    assert_eq!(
        read("客户：宁波东屿港务物流有限公司\n服务商：南京析微数据科技有限公司"),
        [pair("客户", "宁波东屿港务物流有限公司"), pair("服务商", "南京析微数据科技有限公司")]
    );
    assert_eq!(
        read("Customer: Tarn & Bellweather Foods plc. Commencement Date: 1 May 2026"),
        [pair("customer", "Tarn & Bellweather Foods plc.")]
    );
    assert_eq!(
        read("Penyedia | Teguh Pusat Data (M) Sdn. Bhd. (\"TPD\")"),
        [
            pair("tpd", "Teguh Pusat Data (M) Sdn. Bhd."),
            pair("penyedia", "Teguh Pusat Data (M) Sdn. Bhd.")
        ]
    );
}

#[test]
fn names_given_in_running_text_and_in_definitions() {
    assert_eq!(
        read(
            "These Conditions govern the supply by Harbourline Telecoms (Hong Kong) Limited (\"HLT\") of circuits."
        ),
        [("hlt".to_owned(), "Harbourline Telecoms (Hong Kong) Limited".to_owned())]
    );
    assert_eq!(
        read(
            "\"Council\" means Seri Kelubi Municipal Council. \"Contractor\" means the tenderer whose tender is accepted. \"Uptime\" means the share of minutes."
        ),
        [
            ("council".to_owned(), "Seri Kelubi Municipal Council".to_owned()),
            ("contractor".to_owned(), String::new())
        ]
    );
    assert_eq!(
        read("\"LorongPay\" ialah nama niaga Lorong Teknologi Sdn Bhd, pengendali pembayaran.")[0]
            .1,
        "Lorong Teknologi Sdn Bhd"
    );
}

#[test]
fn roles_beside_labels() {
    assert_eq!(
        read("Pihak A (Pelanggan): Seni Layar Sdn. Bhd., Petaling Jaya")[0].1,
        "Seni Layar Sdn. Bhd."
    );
    assert_eq!(
        read("支付机构（以下称“通联汇”）：通联汇支付服务有限公司")[1],
        ("通联汇".to_owned(), "通联汇支付服务有限公司".to_owned())
    );
}

#[test]
fn things_in_brackets_are_no_parties() {
    assert!(read("This Services Agreement (the \"Agreement\") is made on 2 March 2026 (the \"Effective Date\")").is_empty());
    assert!(read("one party (the \"Discloser\") gives to the other").is_empty());
}

#[test]
fn what_has_a_duty_is_no_name_and_what_follows_a_bracket_begins_a_new_one() {
    let found = read("The Company shall keep the Rented Site Equipment (\"RSE\") in order.");
    assert_eq!(found, []);
    let found = read(
        "Aster Realtime Inc. (\"Aster\"), Delaware, and Heron Learning Pte. Ltd. (\"Licensee\")",
    );
    assert_eq!(found[1], ("licensee".to_owned(), "Heron Learning Pte. Ltd.".to_owned()));
    let found = read("Versi 3 Ogos 2026. Dikendalikan oleh Siarang Digital Sdn. Bhd. (\"Kami\")");
    assert_eq!(found, [("kami".to_owned(), "Siarang Digital Sdn. Bhd.".to_owned())]);
    let found = read("\"Company\" means Northgate Telecom plc. \"Site\" means premises.");
    assert_eq!(found, [("company".to_owned(), "Northgate Telecom plc".to_owned())]);
}
