//! Whether a playbook's wording meets its positions when it is read as any
//! contract is: each put into a small contract and judged.

use super::read::Playbook;
use crate::catalogue::{Catalogue, Demand, Met, Position};
use crate::check::{Judging, PositionLine};
use crate::clause::NamedParties;
use crate::matching::Lang;
use crate::read::read_markdown;

/// What the wording of a playbook comes to.
#[derive(Debug, Default)]
pub struct PlaybookProof {
    /// How many positions there are.
    pub positions: usize,
    /// How many wordings were read.
    pub wordings: usize,
    /// Wordings that do not meet what they are for, each in a sentence.
    pub failures: Vec<String>,
}

/// Contracts around a wording, by language.
const AROUND: [(Lang, &str, &str); 3] = [
    (
        Lang::En,
        "# Services Agreement\n\nThis Agreement is made between Alder Ltd (\"Vendor\") and Birch Inc (\"Customer\").\n\n\
        1. Vendor shall provide the hosted service to Customer. Customer shall pay the fees.\n\n2. ",
        "\n",
    ),
    (
        Lang::Zh,
        "# 技术服务合同\n\n甲方（客户）：桦树有限公司\n\n乙方（服务商）：桤木有限公司\n\n\
        第一条 乙方向甲方提供云服务，甲方支付服务费。\n\n第二条 ",
        "\n",
    ),
    (
        Lang::Ms,
        "# Perjanjian Perkhidmatan\n\nPerjanjian ini dibuat antara Alder Sdn Bhd (\"Pembekal\") dan Birch Sdn Bhd (\"Pelanggan\").\n\n\
        1. Pembekal hendaklah menyediakan perkhidmatan kepada Pelanggan. Pelanggan hendaklah membayar yuran.\n\n2. ",
        "\n",
    ),
];

/// Names that the contracts around a wording have for the parties.
const PARTIES: [(Lang, &str, &str); 3] = [
    (Lang::En, "Customer", "Vendor"),
    (Lang::Zh, "甲方", "乙方"),
    (Lang::Ms, "Pelanggan", "Pembekal"),
];

/// Reads each wording of a playbook, which was not entered into the catalogue.
pub fn prove_playbook(playbook: &Playbook, mut catalogue: Catalogue) -> PlaybookProof {
    playbook.enter(&mut catalogue);
    let mut proof =
        PlaybookProof { positions: playbook.positions.len(), ..PlaybookProof::default() };
    for position in &playbook.positions {
        for text in &position.texts {
            let wordings = [
                ("ideal", &text.ideal, Met::Ideal),
                ("acceptable", &text.acceptable, Met::Acceptable),
                ("least", &text.least, Met::NeedsApproval),
            ];
            for (name, wording, at_worst) in wordings {
                let Some(wording) = wording else { continue };
                proof.wordings += 1;
                let Some(line) = judged(&catalogue, position, text.lang, wording) else { continue };
                let unread = line.label.is_none() && position.acceptable != Demand::Absent;
                let told = !matches!(line.met, Met::Unclear | Met::Elsewhere);
                if unread || !told || line.met > at_worst {
                    proof.failures.push(format!(
                        "{} ({}): the {name} wording is read as \"{}\", which is {}",
                        line.rule,
                        code(text.lang),
                        line.value,
                        met_name(line.met)
                    ));
                }
            }
        }
    }
    proof
}

/// How a contract of one wording stands to its own position.
fn judged(
    catalogue: &Catalogue,
    position: &Position,
    lang: Lang,
    wording: &str,
) -> Option<PositionLine> {
    let (_, before, behind) = AROUND.iter().find(|(of, ..)| *of == lang)?;
    let (_, customer, vendor) = PARTIES.iter().find(|(of, ..)| *of == lang)?;
    let wording = wording.replace("{customer}", customer).replace("{vendor}", vendor);
    let document = read_markdown("wording.md", format!("{before}{wording}{behind}"));
    let judging = Judging { applies: false, ..Judging::default() };
    let named =
        NamedParties { customer: Some((*customer).to_owned()), vendor: Some((*vendor).to_owned()) };
    let review = crate::review(catalogue, vec![document], &named, judging);
    review.positions.into_iter().find(|line| line.order == position.order)
}

fn code(lang: Lang) -> &'static str {
    lang.choose("en", "zh", "ms")
}

fn met_name(met: Met) -> &'static str {
    match met {
        Met::Ideal => "ideal",
        Met::Acceptable => "acceptable",
        Met::Elsewhere => "elsewhere",
        Met::Unclear => "unclear",
        Met::NeedsApproval => "needs-approval",
        Met::WalkAway => "walk-away",
    }
}
