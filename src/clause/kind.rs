//! The kind of a contract: by its title, else by the sentence that opens it,
//! else by what its paragraphs speak of.

use super::paragraph::Paragraph;
use super::unit::{Role, Unit};
use crate::catalogue::{Kind, KindWords, says, vocabulary};
use crate::matching::fold;
use crate::read::Document;

/// How much of a block may be the title, in bytes of folded text: filings run
/// it together with the text behind.
const LONGEST_TITLE: usize = 150;
/// How many units at the start may hold the title.
const TITLE_UNITS: usize = 6;
/// How many units at the start may hold the sentence that names the contract,
/// and how much of each is read, in bytes of folded text.
const OPENING_UNITS: usize = 20;
const OPENING_BYTES: usize = 2_000;
/// How many paragraphs must speak of a kind where no title tells, and which
/// share of all: 1 in this many.
const LEAST_SPEAKING: usize = 3;
const LEAST_SHARE: usize = 10;
/// Which share of the paragraphs outweighs a title: 1 in this many.
const SETTLING_SHARE: usize = 3;

/// Tells the kind of a contract.
pub(super) fn kind_of(documents: &[Document], units: &[Unit], paragraphs: &[Paragraph]) -> Kind {
    let kinds = &vocabulary().kinds;
    let prose: Vec<(&Unit, &str)> = units
        .iter()
        .zip(paragraphs)
        .filter(|(unit, p)| {
            !matches!(unit.role, Role::Row(_) | Role::Aside) && !p.folded.is_empty()
        })
        .map(|(unit, p)| (unit, p.folded.as_str()))
        .collect();
    let named = documents.iter().filter_map(|document| document.title.as_deref());
    let named: Vec<String> = named.map(|title| fold(title).as_str().to_owned()).collect();
    settled(&kinds.list, &prose)
        .or_else(|| named.iter().find_map(|title| kind_titled(&kinds.list, title)))
        .or_else(|| titled(&kinds.list, &prose))
        .unwrap_or_else(|| spoken(&kinds.list, &prose))
}

/// The kind whose words fill the body whatever its title says: a service
/// agreement with an executive is employment.
fn settled(kinds: &[KindWords], prose: &[(&Unit, &str)]) -> Option<Kind> {
    kinds
        .iter()
        .filter(|kind| !kind.settles.is_empty())
        .find(|kind| {
            let count = prose.iter().filter(|(_, text)| says(&kind.settles, text)).count();
            count >= LEAST_SPEAKING && count * SETTLING_SHARE >= prose.len()
        })
        .map(|kind| kind.kind)
}

/// The kind a title names.
fn kind_titled(kinds: &[KindWords], title: &str) -> Option<Kind> {
    kinds.iter().find(|kind| says(&kind.title, title)).map(|kind| kind.kind)
}

/// The kind the contract's own words name as a title: a line that calls itself an agreement, then the
/// sentence that opens the contract, then any line or beginning of a paragraph.
fn titled(kinds: &[KindWords], prose: &[(&Unit, &str)]) -> Option<Kind> {
    let (lines, begun): (Vec<_>, Vec<_>) = prose
        .iter()
        .take(TITLE_UNITS)
        .partition(|(unit, text)| text.len() <= LONGEST_TITLE && unit.label.is_none());
    let opening = &vocabulary().kinds.opening;
    let openings = prose.iter().take(OPENING_UNITS).filter_map(|(_, text)| {
        let text = beginning(text, OPENING_BYTES);
        opening.iter().find_map(|form| form.first_in(text)).map(|range| &text[range])
    });
    let titles = |text: &&str| says(&vocabulary().kinds.nouns, text);
    let lines: Vec<&str> = lines.iter().map(|(_, text)| *text).collect();
    let begun: Vec<&str> = begun.iter().map(|(_, text)| beginning(text, LONGEST_TITLE)).collect();
    lines
        .iter()
        .copied()
        .filter(titles)
        .chain(openings)
        .chain(begun.iter().copied().filter(titles))
        .chain(lines.iter().copied())
        .chain(begun.iter().copied())
        .find_map(|text| kind_titled(kinds, text))
}

/// The kind of which most paragraphs speak.
fn spoken(kinds: &[KindWords], prose: &[(&Unit, &str)]) -> Kind {
    let least = LEAST_SPEAKING.max(prose.len() / LEAST_SHARE);
    kinds
        .iter()
        .filter(|kind| !kind.body.is_empty())
        .map(|kind| (prose.iter().filter(|(_, text)| says(&kind.body, text)).count(), kind.kind))
        .filter(|(count, _)| *count >= least)
        .max_by_key(|(count, _)| *count)
        .map_or(Kind::Other, |(_, kind)| kind)
}

/// The first bytes of a text, whole characters.
fn beginning(text: &str, bytes: usize) -> &str {
    let end = (0..=text.len().min(bytes)).rev().find(|&at| text.is_char_boundary(at));
    &text[..end.unwrap_or_default()]
}

#[cfg(test)]
mod tests {
    use crate::catalogue::Kind;
    use crate::clause::{Contract, NamedParties};
    use crate::read::read_markdown;

    fn kind(text: &str) -> Kind {
        Contract::new(vec![read_markdown("t.md", text.to_owned())], &NamedParties::default()).kind
    }

    #[test]
    fn titles_tell() {
        for (title, expected) in [
            ("Parlo Inbox: terms for business accounts", Kind::TermsOfService),
            ("Master Services Agreement", Kind::ServicesAgreement),
            ("Joint Development Agreement", Kind::Corporate),
            ("Co-Development Agreement", Kind::Corporate),
            ("Mutual Termination Agreement", Kind::Corporate),
            ("Distributor Agreement", Kind::Supply),
            ("Franchise Agreement", Kind::Supply),
            ("Refund policy", Kind::Other),
            ("Privacy policy", Kind::Policy),
            ("隐私政策", Kind::Policy),
            ("Dasar Privasi", Kind::Policy),
            ("Perjanjian Perkhidmatan Penyenggaraan Sistem e-Lesen", Kind::ServicesAgreement),
            ("Perjanjian Lesen Perisian", Kind::Licence),
            ("调度管理信息系统集成及运行维护合同", Kind::ServicesAgreement),
            ("云服务等级协议", Kind::Sla),
            ("报价单", Kind::Quotation),
        ] {
            assert_eq!(kind(&format!("# {title}\n\nThe parties agree.")), expected, "{title}");
        }
    }

    #[test]
    fn the_sentence_that_opens_a_contract_tells_where_no_title_does() {
        let text = "Certain portions of this exhibit have been left out because they would harm whoever filed it.\n\nThis Supply Agreement (the \"Agreement\") is made between the parties.";
        assert_eq!(kind(text), Kind::Supply);
    }

    #[test]
    fn a_body_about_an_employee_outweighs_the_title() {
        let text = "# Service Agreement\n\nThe Executive shall serve as finance director.\n\nThe Executive shall work in London.\n\nThe Company shall pay the Executive a salary.\n\nThe Executive is entitled to a pension.";
        assert_eq!(kind(text), Kind::Employment);
    }

    #[test]
    fn a_few_words_of_services_make_no_services_agreement() {
        let other = "Oil and gas leases are held in common.\n\n".repeat(40);
        let text = format!(
            "# Development Agreement\n\n{other}\n\nThe services are reviewed.\n\nSee the services.\n\nAsk for the services."
        );
        assert_eq!(kind(&text), Kind::Other);
    }
}
