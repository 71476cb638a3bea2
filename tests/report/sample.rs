//! Reviews made by hand, as the checks would make them.

use fineprint::check::{
    ClauseRef, Finding, Label, Mistake, Reason, Review, ReviewedParty, Severity, SheetLine, Side,
    Status, SuggestAs,
};
use fineprint::clause::Kind;
use fineprint::matching::Lang;
use fineprint::read::{Block, BlockKind, Document, read_markdown, read_text};
use fineprint::source::{Format, Mapped, Source, Span};

pub(crate) fn document(path: &str, format: Format, text: &str) -> Document {
    match format {
        Format::Markdown => read_markdown(path, text.to_owned()),
        Format::Text => read_text(path, text.to_owned()),
        Format::Word => word(path, text),
    }
}

/// What Word shows is text, a paragraph a line.
fn word(path: &str, text: &str) -> Document {
    let mut start = 0;
    let block = |line: &str| {
        let span = Span::new(start, start + line.len());
        start = span.end + 1;
        let mut mapped = Mapped::default();
        mapped.push(line, span.start);
        Block::new(BlockKind::Paragraph, mapped, span)
    };
    Document {
        blocks: text.lines().map(block).collect(),
        source: Source::new(path, Format::Word, text),
        title: None,
        remarks: Vec::new(),
        warnings: Vec::new(),
        gaps: Vec::new(),
    }
}

pub(crate) fn clause(address: &str, heading: &str) -> ClauseRef {
    ClauseRef { address: address.into(), heading: heading.into() }
}

/// A label on the first place where the words stand.
pub(crate) fn label(documents: &[Document], document: usize, words: &str) -> Label {
    let start = documents[document].source.text.find(words).expect("the words stand there");
    let span = Span::new(start, start + words.len());
    let address = String::new();
    Label { document, span, text: words.into(), primary: true, note: None, address }
}

pub(crate) fn finding(
    rule: &str,
    severity: Severity,
    texts: [&str; 3],
    at: ClauseRef,
    label: Label,
) -> Finding {
    let [title, message, why] = texts.map(str::to_owned);
    Finding {
        rule: rule.into(),
        severity,
        side: Side::Customer,
        title,
        message,
        why,
        missing: false,
        called_for: false,
        status: Status::Reported,
        reason: None,
        clause: at,
        working: None,
        suggest: None,
        suggest_as: SuggestAs::Clause,
        sentence: label.span,
        caveat: None,
        fingerprint: format!("{:08x}", rule.len() * 7919),
        also: Vec::new(),
        labels: vec![label],
    }
}

pub(crate) fn review(
    documents: Vec<Document>,
    languages: &[Lang],
    kind: Kind,
    parties: [(&str, &str); 2],
) -> Review {
    let [customer, vendor] = parties.map(|(name, evidence)| {
        Some(ReviewedParty { name: name.into(), evidence: evidence.into() })
    });
    Review {
        start: None,
        end: None,
        inspection: None,
        unfinished: false,
        documents,
        languages: languages.to_vec(),
        kind,
        customer,
        vendor,
        findings: Vec::new(),
        sheet: Vec::new(),
        positions: Vec::new(),
        quiet: Vec::new(),
        warnings: Vec::new(),
        mistakes: Vec::new(),
    }
}

pub(crate) const MALFORMED: &str = "hire.md:1: malformed suppression: the reason is missing";
pub(crate) const UNUSED: &str = "hire.md:5: this suppression is not used";

/// A contract without findings, with a malformed suppression and an unused one.
pub(crate) fn mistaken() -> Review {
    let text = "<!-- fineprint: allow fees/late -->\n\nNothing is owed.\n";
    let documents = vec![document("hire.md", Format::Markdown, text)];
    let remark = label(&documents, 0, "<!-- fineprint: allow fees/late -->");
    let parties = [("Acme Ltd", ""), ("Foo Inc", "")];
    let mut review = review(documents, &[Lang::En], Kind::Other, parties);
    review.warnings = vec![MALFORMED.into(), UNUSED.into()];
    review.mistakes = vec![Mistake {
        document: 0,
        span: remark.span,
        message: MALFORMED.into(),
        help: "write a reason".into(),
    }];
    review
}

/// An English draft in Markdown: a paragraph of 1,500 characters, words over
/// two lines, something missing, two places in conflict, a long label.
pub(crate) fn english() -> Review {
    let long = "The Provider shall use the Service Levels in this clause as its own internal measure \
        of the quality of the Hosted Service, shall keep records of them, and shall on request discuss them. "
        .repeat(4);
    let text = format!(
        "# Master Services Agreement\n\n\
        1.1 This Agreement is between Acme Ltd (\"Customer\") and Foo Inc (\"Provider\").\n\n\
        ## 3. Fees\n\n\
        3.3 {long}Additional charges may apply for data export, premium connectors and technical support \
        outside the Support Hours. {long}\n\n\
        ## 4. Service levels\n\n\
        4.1 The Provider will make the Hosted Service available 99.9% of each month, excluding\n\
        scheduled maintenance of up to 12 hours\n    each week.\n\n\
        4.5\tThe Provider may change\tthe Fees at any time.\n\n\
        ## 9. Liability\n\n\
        9.2 {long}The Customer shall defend, indemnify and hold harmless the Provider, its affiliates, \
        officers, directors, employees, agents and licensors from and against any and all claims, losses, \
        damages and costs whatsoever, however arising, without limit in amount or time. {long}\n\n\
        11.4 Availability of the Hosted Service shall be 99.5% a month.\n"
    );
    let documents = vec![document("drafts/msa.md", Format::Markdown, &text)];
    let at = |words: &str| label(&documents, 0, words);
    let mut fees = finding(
        "fees/open-ended-charges",
        Severity::High,
        [
            "Charge with no amount, rate or cap",
            "Foo Inc may charge this without saying how much or up to what.",
            "The total price cannot be worked out from the document.",
        ],
        clause("3.3", "Fees"),
        at("Additional charges may apply"),
    );
    fees.suggest = Some(
        "Charges other than those in the Price Schedule need Acme Ltd's prior written consent. \
        Foo Inc shall quote each of them in writing before it performs the work."
            .into(),
    );
    fees.also = vec!["vague/discretion".into()];

    let mut maintenance = finding(
        "sla/maintenance-excluded",
        Severity::High,
        [
            "Maintenance takes more than the availability promised",
            "12 hours a week do not count as downtime.",
            "Excluded maintenance is time in which you cannot work.",
        ],
        clause("4.1", "Service levels"),
        at("excluding\nscheduled maintenance of up to 12 hours\n    each week"),
    );
    maintenance.working = Some(
        "99.9 % x (168 h - 12 h) / 168 h = 92.76 % of a 168-hour week, that is 52.1 hours of downtime in a 30-day month"
            .into(),
    );
    maintenance.caveat =
        Some("Lowered from critical: the kind of service could not be told.".into());

    let increase = finding(
        "fees/unilateral-increase",
        Severity::Medium,
        [
            "Prices may rise at any time",
            "No notice, no bound, no right to leave.",
            "A budget made on this price does not hold.",
        ],
        clause("4.5", "Service levels"),
        at("may change\tthe Fees at any time"),
    );
    let mut credits = finding(
        "sla/no-service-credits",
        Severity::High,
        [
            "No service credits",
            "Nothing is owed when the availability is missed. Looked in: Service levels, Schedule 2; a \
            heading \"Remedies\" has no text.",
            "A promise without a remedy costs nothing to break.",
        ],
        clause("4", "Service levels"),
        at("4. Service levels"),
    );
    credits.missing = true;
    let mut indemnity = finding(
        "liability/unlimited-customer-indemnity",
        Severity::Critical,
        [
            "You indemnify without limit",
            "Acme Ltd answers for everything, without any cap.",
            "One claim may cost more than the whole contract is worth.",
        ],
        clause("9.2", "Liability"),
        at("The Customer shall defend, indemnify and hold harmless the Provider, its affiliates, \
            officers, directors, employees, agents and licensors from and against any and all claims, losses, \
            damages and costs whatsoever, however arising, without limit in amount or time."),
    );
    indemnity.suggest = Some("Each party's liability under this clause is capped at 100% of the Fees paid in the preceding 12 months.".into());
    let mut conflict = finding(
        "sla/availability-conflict",
        Severity::Medium,
        [
            "Two availabilities for one service",
            "99.9% here,",
            "The vendor will rely on the lower one.",
        ],
        clause("4.1", "Service levels"),
        at("99.9%"),
    );
    conflict.labels.push(Label {
        primary: false,
        note: Some("99.5% there".into()),
        ..at("99.5% a month")
    });
    let mut ours = finding(
        "payment/long-term",
        Severity::Low,
        ["Long payment term", "You may pay late.", "Cash flow."],
        clause("3.4", "Fees"),
        at("Support Hours"),
    );
    ours.side = Side::Vendor;
    let mut allowed = finding(
        "support/no-hours",
        Severity::Medium,
        ["Support without hours", "No hours are given.", "Nobody need answer."],
        clause("3.3", "Fees"),
        at("technical support"),
    );
    allowed.status = Status::Suppressed;
    allowed.reason = Some(Reason {
        text: "agreed with operations 2026-05".into(),
        origin: "drafts/msa.md:4".into(),
        in_contract: true,
    });

    let mut review = review(
        documents,
        &[Lang::En],
        Kind::ServicesAgreement,
        [("Acme Ltd", "1.1"), ("Foo Inc", "1.1")],
    );
    review.findings =
        vec![fees, allowed, ours, credits, conflict, maintenance, increase, indemnity];
    review.sheet = vec![
        SheetLine {
            term: "payment-term".into(),
            title: "Payment term".into(),
            value: "45 days".into(),
            sums: Vec::new(),
            clause: clause("3.4", "Fees"),
            ..SheetLine::default()
        },
        SheetLine {
            term: "availability".into(),
            title: "Availability".into(),
            value: "99.9 % per month".into(),
            sums: vec![
                "1.44 min a day".into(),
                "10.08 min a week".into(),
                "43.2 min a 30-day month".into(),
                "8.76 h a 365-day year".into(),
            ],
            clause: clause("4.1", "Service levels"),
            ..SheetLine::default()
        },
    ];
    review.quiet = [
        "Confidentiality",
        "Governing law",
        "Term and renewal",
        "Subcontracting",
        "Notices",
        "Audit",
    ]
    .iter()
    .zip(["8", "12", "2.1", "7.4", "14.3", "10"])
    .map(|(title, address)| ((*title).to_owned(), clause(address, title)))
    .collect();
    review.warnings = vec!["Schedule 2 is referred to and is not in this file.".into()];
    review
}

/// A Chinese contract from Word: paragraphs as lines, long ones among them.
pub(crate) fn chinese() -> Review {
    let long = "乙方应当按照本合同约定向甲方提供云平台运维服务，并对服务质量进行记录，应甲方要求与甲方讨论改进事项。".repeat(12);
    let text = format!(
        "云平台技术服务合同\n甲方：星河贸易有限公司\n乙方：云帆科技（深圳）有限公司\n第三条 费用\n\
        3.2 {long}因甲方需求变更产生的费用由甲方另行支付，具体金额以乙方通知为准。{long}\n\
        第五条 服务标准\n5.1 乙方承诺服务可用性不低于99.9%。\n第八条 违约责任\n\
        8.1 乙方对因违反保密义务造成的损失承担无限责任，且不受本合同第九条约定的赔偿上限限制。\n"
    );
    let mut word = document("合同/云平台技术服务合同.docx", Format::Word, &text);
    word.warnings = vec!["修订已按接受后的文本读取。".into()];
    let documents = vec![word];
    let at = |words: &str| label(&documents, 0, words);
    let mut fees = finding(
        "fees/open-ended-charges",
        Severity::High,
        [
            "费用没有金额、费率或上限",
            "云帆科技可以收取这笔费用，但没有写明金额，也没有写明上限。",
            "总价无法从合同文件得出，结算时只能以对方通知为准，预算随时可能被突破。",
        ],
        clause("第三条 3.2", "费用"),
        at("因甲方需求变更产生的费用由甲方另行支付，具体金额以乙方通知为准"),
    );
    fees.suggest = Some("除价格附件所列费用外，乙方收取任何其他费用，均须事先取得甲方书面同意，并列明单价、数量和上限。".into());
    let mut credits = finding(
        "sla/no-service-credits",
        Severity::High,
        ["没有服务赔偿", "可用性未达标时乙方无须承担任何后果。", "没有后果的承诺没有约束力。"],
        clause("第五条", "服务标准"),
        at("第五条 服务标准"),
    );
    credits.missing = true;
    credits.working = Some("99.9 % × 43,200 分钟 = 每30日月允许停机 43.2 分钟".into());
    let mut unlimited = finding(
        "liability/unlimited-vendor",
        Severity::Low,
        ["乙方责任无上限", "违反保密义务时不受赔偿上限限制。", "对方可能要求设定上限。"],
        clause("第八条 8.1", "违约责任"),
        at("承担无限责任"),
    );
    unlimited.side = Side::Vendor;
    let mut review = review(
        documents,
        &[Lang::Zh, Lang::En],
        Kind::ServicesAgreement,
        [("星河贸易有限公司", "第一条"), ("云帆科技（深圳）有限公司", "第一条")],
    );
    review.findings = vec![fees, credits, unlimited];
    review.sheet = vec![SheetLine {
        term: "availability".into(),
        title: "服务可用性".into(),
        value: "99.9 %".into(),
        sums: vec!["每30日月停机 43.2 分钟".into(), "每365日年停机 8.76 小时".into()],
        clause: clause("第五条 5.1", "服务标准"),
        ..SheetLine::default()
    }];
    review.quiet = vec![
        ("保密".into(), clause("第七条", "保密")),
        ("争议解决".into(), clause("第十条", "争议解决")),
    ];
    review
}

/// A Malay contract in plain text.
pub(crate) fn malay() -> Review {
    let text = "PERJANJIAN PERKHIDMATAN SOKONGAN\n\nKlausa 5 Sokongan\n\n\
        5.1 Pembekal hendaklah menyediakan sokongan teknikal percuma kepada Pelanggan pada waktu pejabat, dan \
        business hours mengikut kalendar Pembekal, tertakluk kepada ketersediaan kakitangan Pembekal dari semasa ke semasa.\n";
    let documents = vec![document("sokongan.txt", Format::Text, text)];
    let mut hours = finding(
        "support/no-hours",
        Severity::Medium,
        [
            "Waktu sokongan tidak dinyatakan",
            "\"Waktu pejabat\" tanpa hari, jam atau zon masa.",
            "Tiada sesiapa wajib menjawab di luar waktu yang ditetapkan oleh Pembekal sendiri.",
        ],
        clause("5.1", "Sokongan"),
        label(&documents, 0, "sokongan teknikal percuma kepada Pelanggan pada waktu pejabat"),
    );
    hours.suggest = Some("Sokongan disediakan dari Isnin hingga Jumaat, 9.00 pagi hingga 6.00 petang waktu Malaysia, kecuali cuti umum persekutuan.".into());
    let mut review = review(
        documents,
        &[Lang::Ms],
        Kind::Sla,
        [("Syarikat Maju Sdn. Bhd.", "1"), ("Awan Teknologi Sdn. Bhd.", "1")],
    );
    review.customer = None;
    review.findings = vec![hours];
    review
}
