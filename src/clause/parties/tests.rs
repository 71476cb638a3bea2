use crate::clause::{Contract, NamedParties};
use crate::read::read_markdown;

/// Customer and vendor of a text, long enough to be no extract.
fn who(text: &str, named: &NamedParties) -> (String, String) {
    let filler = "\n\nThe parties have agreed on the following terms and keep to them.".repeat(40);
    let document = read_markdown("t.md", format!("{text}{filler}"));
    let parties = Contract::new(vec![document], named).parties;
    let name = |party: Option<super::Party>| party.map(|p| p.name).unwrap_or_default();
    (name(parties.customer), name(parties.vendor))
}

fn told(text: &str) -> (String, String) {
    who(text, &NamedParties::default())
}

fn pair(customer: &str, vendor: &str) -> (String, String) {
    (customer.to_owned(), vendor.to_owned())
}

const BETWEEN: &str = "# Distribution\n\nThis is made between Acme Corp., a Delaware corporation (\"Acme\"), and Beta Ltd, a company incorporated in Ireland (\"Distributor\").\n\n";

#[test]
fn who_pays_whom_decides() {
    let text = format!(
        "{BETWEEN}Distributor shall pay Acme within 30 days.\n\nDistributor shall purchase Products from Acme.\n\nAcme shall deliver the Products to Distributor."
    );
    assert_eq!(told(&text), pair("Distributor", "Acme"));
    let turned = format!(
        "{BETWEEN}Acme shall pay Distributor a fee.\n\nAcme shall reimburse Distributor.\n\nDistributor shall provide the services to Acme."
    );
    assert_eq!(told(&turned), pair("Acme", "Distributor"));
}

#[test]
fn parties_that_do_the_same_stay_open() {
    let text = format!(
        "{BETWEEN}Distributor shall pay Acme its share.\n\nAcme shall pay Distributor its share.\n\nAcme and Distributor cooperate."
    );
    assert_eq!(told(&text), pair("", ""));
}

#[test]
fn neutral_labels_may_be_either_side() {
    let sells = "# 服务合同\n\n甲方：云砚公司\n\n乙方：青藤公司\n\n甲方向乙方提供云主机服务。\n\n乙方应按月向甲方支付服务费。\n\n甲方负责提供技术支持。";
    assert_eq!(told(sells), pair("乙方", "甲方"));
}

#[test]
fn equals_and_stray_words_have_no_side() {
    let nda = "# Mutual Non-Disclosure Agreement\n\nBetween Halden AS and Wexcombe Ltd.\n\nIt includes customer data. A customer may be told. The customer lists are secret. A vendor may see them.";
    assert_eq!(told(nda), pair("", ""));
    let third = format!(
        "{BETWEEN}Customer means anyone who buys from Distributor. A Customer may complain.\n\nDistributor shall purchase Products from Acme.\n\nDistributor shall pay Acme.\n\nAcme shall sell to Distributor."
    );
    assert_eq!(told(&third), pair("Distributor", "Acme"));
}

#[test]
fn what_the_user_says_comes_first() {
    let text = format!(
        "{BETWEEN}Distributor shall pay Acme.\n\nDistributor shall purchase from Acme.\n\nAcme shall pay."
    );
    let named = NamedParties { customer: Some("Acme".to_owned()), vendor: None };
    assert_eq!(who(&text, &named), pair("Acme", "Distributor"));
}

#[test]
fn the_one_left_over_is_the_other_side() {
    let text = "# Conditions\n\nThese conditions govern the supply by Harbourline Telecoms (Hong Kong) Limited (\"HLT\") of circuits to the applicant named in the form (\"Subscriber\").\n\nHLT shall provide the circuits. HLT may change a route. HLT keeps records. HLT shall repair faults. HLT may test a line.\n\nThe Subscriber shall keep the equipment safe. The Subscriber shall give access. The Subscriber may ask for a test. The Subscriber shall pay the rental. The Subscriber shall not move a line.";
    assert_eq!(told(text), pair("Subscriber", "HLT"));
}

#[test]
fn a_quotation_is_from_the_letterhead_to_the_addressee() {
    let text = "SARASVATI INFOWAYS PVT. LTD.\n\nTo: M/s Kaveri Castings Ltd., Hosur\n\nWe are pleased to quote for hosting. Our engineers will visit your site. You may call us. We bill you monthly. You should pay us. Your users are ours to train.\n\nSarasvati will keep back-ups.";
    let (customer, vendor) = told(text);
    assert!(customer.contains("Kaveri"), "{customer}");
    assert_eq!(vendor, "We");
}

#[test]
fn words_that_nothing_defines_name_sides_by_what_they_do() {
    let text = "# Terms\n\nThe University shall pay the fees. The University may inspect. The University shall give access. The University shall pay invoices. The University will name a contact.\n\nThe Tenderer shall provide the platform. The Tenderer shall provide support. The Tenderer will host the system. The Tenderer shall repair faults. The Tenderer may visit.";
    assert_eq!(told(text), pair("University", "Tenderer"));
}

/// Customer and vendor of a text short enough to be an extract.
fn extract(text: &str) -> (String, String) {
    let document = read_markdown("t.md", text.to_owned());
    let parties = Contract::new(vec![document], &NamedParties::default()).parties;
    let name = |party: Option<super::Party>| party.map(|p| p.name).unwrap_or_default();
    (name(parties.customer), name(parties.vendor))
}

#[test]
fn an_extract_with_two_named_parties_is_told_by_little() {
    let lease = "数据专线租用协议\n\n驰骋通信有限公司（下称驰骋）与丁山证券股份有限公司（下称丁山）达成协议：\n\n1. 驰骋向丁山出租专线两条。\n\n2. 丁山每月十日前支付租费。\n\n3. 驰骋检修应提前通知丁山。";
    assert_eq!(extract(lease), pair("丁山", "驰骋"));
    let farm = "This agreement is made between AgroNet Pty Ltd (AgroNet) and the grower named in the form (Grower).\n\nAgroNet will collect readings. Grower must keep the sensors charged. Grower pays AUD 40 a month. AgroNet may cancel at any time.";
    assert_eq!(extract(farm), pair("Grower", "AgroNet"));
    // Both sell and both pay: nothing tells.
    let equals = "This agreement is made between AgroNet Pty Ltd (AgroNet) and Hillside Pty Ltd (Hillside).\n\nAgroNet pays Hillside half. Hillside pays AgroNet half. AgroNet and Hillside meet monthly.";
    assert_eq!(extract(equals), pair("", ""));
}

#[test]
fn roles_in_lower_case_name_the_parties_that_are_meant() {
    let text = "# Hosting\n\nThe provider shall monitor the servers. If a fault occurs, the provider will repair it. The provider may use agents.\n\nThe customer shall pay the fees. The customer may inspect. Where late, the customer must pay interest.";
    assert_eq!(told(text), pair("customer", "provider"));
    let text = "# Hos\n\nMenurut kontrak ini penyedia hendaklah memantau pelayan. Setiap hari penyedia akan menyalin data, dan penyedia boleh melantik ejen.\n\nPada setiap bulan pelanggan hendaklah membayar. Sebarang masa pelanggan boleh memeriksa, dan pelanggan akan memberi akses.";
    assert_eq!(told(text), pair("pelanggan", "penyedia"));
    let stray = format!(
        "{BETWEEN}Distributor shall purchase Products from Acme.\n\nDistributor shall pay Acme.\n\nIf the customer of Distributor may return goods, the customer shall ask. The customer may wait."
    );
    assert_eq!(told(&stray), pair("Distributor", "Acme"));
}

#[test]
fn what_a_party_is_said_to_be_in_the_parties_clause_tells_its_side() {
    let english = "# Processing\n\nThis is made between Nimbus Systems, Inc. (\"Nimbus\"), which provides the services of Schedule A, and Orchid Foods LLC (\"Orchid\"), which receives them.\n\nNimbus may inspect. Orchid shall keep records.";
    assert_eq!(told(english), pair("Orchid", "Nimbus"));
    let malay = "# Pemprosesan\n\nAntara Nimbus Sdn Bhd (\"Nimbus\"), yang menyediakan perkhidmatan, dan Orkid Sdn Bhd (\"Orkid\"), yang menerima perkhidmatan itu.\n\nNimbus boleh memeriksa. Orkid hendaklah menyimpan rekod.";
    assert_eq!(told(malay), pair("Orkid", "Nimbus"));
    let chinese = "# 运维协议\n\n甲方：临江医院\n\n乙方：脉络软件公司\n\n甲方自收到发票之日起二十日内付款。\n\n乙方派驻两名工程师。";
    assert_eq!(told(chinese), pair("甲方", "乙方"));
}

#[test]
fn names_nobody_defines_are_the_first_words_of_full_ones() {
    let order = "# Order\n\nVendor: Fernholt Inc.\n\nBill to: Marlowe Retail LLC (\"Marlowe\")\n\nFernholt shall keep the platform running. Marlowe shall settle each invoice. Fernholt may revise the charges. Fernholt may inspect.";
    assert_eq!(told(order), pair("Marlowe", "Fernholt"));
}

#[test]
fn terms_that_speak_to_their_reader_have_a_customer() {
    let terms = "# Terms of Use\n\nThese terms are a contract between you and Fernholt Ltd (\"Fernholt\").\n\nFernholt may end them. You must keep your password. You may cancel. Fernholt will keep logs.";
    let (customer, vendor) = told(terms);
    assert_eq!((customer.to_lowercase().as_str(), vendor.as_str()), ("you", "Fernholt"));
    let chinese = "# 平台服务协议\n\n本协议是您与青原科技有限公司（下称“青原”）之间的协议。\n\n青原可终止服务。您应妥善保管密码。您可注销账号。青原保留日志。";
    assert_eq!(told(chinese), pair("您", "青原"));
}

#[test]
fn a_role_between_the_parties_needs_no_name_of_a_company() {
    let school = "# Software Licence\n\nBetween the Governing Body of Hartwell Academy (\"the School\") and Fernholt Education Ltd (\"Fernholt\").\n\nFernholt will host the platform. The School must report a fault by telephone. The School may inspect. The School shall keep records.";
    assert_eq!(told(school), pair("School", "Fernholt"));
    let chinese = "# 采购合同\n\n| 项目 | 内容 |\n|---|---|\n| 采购单位 | 北川市第一中学 |\n| 中标单位 | 青原科技有限公司 |\n\n中标单位负责日常运维。中标单位应按月报告。采购单位应于三十日内付清费用。采购单位可检查。";
    assert_eq!(told(chinese), pair("采购单位", "中标单位"));
}

#[test]
fn an_extract_is_read_by_the_roles_that_act_in_it() {
    assert_eq!(
        extract("The client is liable for damage. The contractor may suspend the works."),
        pair("client", "contractor")
    );
    assert_eq!(extract("承建单位应修复故障。用卡单位应付款。"), pair("用卡单位", "承建单位"));
    assert_eq!(extract("承包商须按月报告。招标人有权检查。"), pair("招标人", "承包商"));
    assert_eq!(
        extract("Petender hendaklah membaiki kerosakan. Pelesen boleh menamatkan."),
        pair("Pelesen", "Petender")
    );
    assert_eq!(extract("The bank may refuse the transfer. A member shall tell it."), pair("", ""));
}

#[test]
fn a_name_in_quotes_behind_a_role_is_that_party() {
    let text = "This agreement is between the customer (\"University\") and the service provider (\"we\"). The University's own staff keep the keys. We repair faults.";
    assert_eq!(extract(text), pair("University", "We"));
    let text =
        "These terms bind the customer (\"you\") and the supplier (\"we\"). You pay us monthly.";
    assert_eq!(extract(text), pair("You", "we"));
    assert_eq!(
        extract("本协议由客户(“学校”)与服务商(“我方”)订立。学校付款。"),
        pair("学校", "我方")
    );
    let text = "Perjanjian antara pelanggan (\"Universiti\") dan penyedia (\"kami\"). Universiti membayar.";
    assert_eq!(extract(text), pair("Universiti", "kami"));
}

#[test]
fn a_quotation_in_the_words_of_one_who_speaks_to_the_other() {
    let text = "致：渝江餐饮连锁有限公司（贵司）\n\n贵司盖章即为接受。\n\n我司负责部署系统。\n\n贵司应按期付款。我司收款后开具发票。\n\n贵司如需变更，应通知我司。\n\n贵司的数据由贵司自行备份。";
    assert_eq!(told(text).1, "我司");
}

#[test]
fn a_bracket_behind_a_name_says_the_role() {
    let labels = "# 云服务合同\n\n甲方：云砚科技有限公司（客户）\n\n乙方：青藤信息有限公司（服务商）\n\n乙方有权调整价格，甲方应配合。";
    assert_eq!(told(labels), pair("甲方", "乙方"));
    let apposed = "# Perjanjian\n\nDibuat antara Nimbus Sdn Bhd (\"Nimbus\"), penyedia perkhidmatan, dan Vela Berhad (\"Vela\"), pelanggan.\n\nNimbus boleh menaikkan yuran. Vela boleh menamatkan.";
    assert_eq!(told(apposed), pair("Vela", "Nimbus"));
}

#[test]
fn who_pays_each_month_and_who_stands_in_for_the_other() {
    let stands_in = "# 外包协议\n\n甲方：云砚科技有限公司\n\n乙方：青藤信息有限公司\n\n乙方代甲方接听来电。\n\n甲方每月支付乙方人民币1,000元。";
    assert_eq!(told(stands_in), pair("甲方", "乙方"));
}
