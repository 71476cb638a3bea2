//! A contract judged: every rule run, the beaten silenced, the rest in order.

use super::fingerprint::number_repeats;
use super::inspect::{Watch, inspection};
use super::raise::{Bench, Raised, Without};
use super::review::{Review, ReviewedParty};
use super::sheet::sheet;
use super::suppression::{remarked, suppress};
use super::texts::note;
use super::working::Known;
use super::{ClauseRef, Finding, Suppression};
use crate::catalogue::{Catalogue, Severity};
use crate::clause::{Contract, Party, Stage};
use crate::matching::Lang;
use crate::provision::Reading;
use crate::source::Deadline;
use crate::terms::{key_terms, ladders, wordings};
use rayon::prelude::*;
use std::collections::{BTreeMap, HashSet};
use std::sync::{Arc, LazyLock};

/// How a contract is to be judged.
#[derive(Debug, Clone, Copy)]
pub struct Judging<'s> {
    /// The report's language; `None`: the contract's own.
    pub lang: Option<Lang>,
    /// Whether open places are fields or oversights; `None`: as the contract looks.
    pub stage: Option<Stage>,
    /// Suppressions of the settings, besides those beside the contract's words.
    pub suppressions: &'s [Suppression],
    /// When to stop; what is not finished by then is [`Review::unfinished`].
    pub deadline: Deadline,
    /// How many findings to keep, the gravest; `None`: all.
    pub most: Option<usize>,
    /// The id of a rule whose every look is told; `None`: none.
    pub inspect: Option<&'s str>,
    /// Whether rules are held to the contracts they are for; wording that is
    /// proved stands in none.
    pub applies: bool,
}

impl Default for Judging<'_> {
    fn default() -> Self {
        Self {
            lang: None,
            stage: None,
            suppressions: &[],
            deadline: Deadline::default(),
            most: None,
            inspect: None,
            applies: true,
        }
    }
}

/// Runs all rules over a contract.
pub fn judge(catalogue: &Catalogue, contract: Contract, judging: Judging) -> Review {
    let asked = judging.inspect.and_then(|id| catalogue.rules.iter().position(|r| *r.id == *id));
    let watch = asked.map(Watch::over);
    let read = || match &watch {
        Some(watch) => {
            Reading::watched(judging.deadline, catalogue, &contract, |id, at, stands, outcome| {
                watch.saw_mark(id, at, stands, outcome);
            })
        }
        None => Reading::until(judging.deadline, catalogue, &contract),
    };
    let mut credits = Vec::new();
    let reading = rayon::in_place_scope(|scope| {
        // What rules ask for and the reading does not, found meanwhile.
        scope.spawn(|_| {
            contract.references();
            credits = ladders(&contract);
        });
        read()
    });
    let terms = key_terms(&reading);
    let words = LazyLock::new(|| wordings(&reading));
    let lang = judging.lang.or_else(|| contract.languages.first().copied()).unwrap_or(Lang::En);
    let bench = |watch| Bench {
        reading: &reading,
        terms: &terms,
        words: &words,
        ladders: &credits,
        lang,
        applies: judging.applies,
        without: Without::default(),
        watch,
    };
    let on = |rule: &usize| catalogue.rules[*rule].on && !judging.deadline.passed();
    let rules = (0..catalogue.rules.len()).into_par_iter().filter(on);
    let all = rules.flat_map_iter(|rule| bench(None).run(rule)).collect();
    let mut all = settle(catalogue, all, watch.as_ref());
    let (remarked, mistakes) = remarked(catalogue, &contract.documents);
    let suppressions: Vec<&Suppression> = remarked.iter().chain(judging.suppressions).collect();
    let unused = suppress(catalogue, &contract, &suppressions, &mut all, lang);
    let mut findings = in_order(all);
    let cut = judging.most.map_or(0, |most| keep_gravest(&mut findings, most));
    let inspection = asked.zip(watch.as_ref()).map(|(rule, watch)| {
        let (asked, watching) = (&catalogue.rules[rule], bench(Some(watch)));
        // What a rule would say that is not run is told as well, and is no finding.
        let runs = asked.on && watching.hindrance_of(asked).is_none();
        Bench { applies: judging.applies && runs, ..watching }.run(rule);
        inspection(watch, &bench(None), &findings)
    });
    let positions = bench(None).positions();
    let sheet = sheet(&reading, (&terms, &words, &credits), lang);
    drop(words);
    let known = Known::at(&reading, &terms, 0);
    let (start, end) = (known.start(), known.end());
    let quiet = quiet(&reading, &findings, lang);
    let mut warnings: Vec<String> =
        mistakes.iter().map(|mistake| mistake.message.clone()).collect();
    warnings.extend(unused);
    if cut > 0 {
        warnings.push(note("findings-cut", lang).replace("{n}", &cut.to_string()));
    }
    let customer = contract.parties.customer.as_ref().map(|p| reviewed(&contract, p));
    let vendor = contract.parties.vendor.as_ref().map(|p| reviewed(&contract, p));
    Review {
        languages: contract.languages.clone(),
        kind: contract.kind,
        customer,
        vendor,
        findings,
        sheet,
        positions,
        start,
        end,
        quiet,
        warnings,
        mistakes,
        inspection,
        unfinished: judging.deadline.passed(),
        documents: contract.documents,
    }
}

/// Keeps so many findings, the gravest; how many are gone.
fn keep_gravest(findings: &mut Vec<Finding>, most: usize) -> usize {
    let cut = findings.len().saturating_sub(most);
    if cut > 0 {
        let mut order: Vec<usize> = (0..findings.len()).collect();
        order.sort_by_key(|&at| std::cmp::Reverse(findings[at].severity));
        let kept: HashSet<usize> = order.into_iter().take(most).collect();
        let mut at = 0..;
        findings.retain(|_| at.next().is_some_and(|at| kept.contains(&at)));
    }
    cut
}

fn reviewed(contract: &Contract, party: &Party) -> ReviewedParty {
    let name = match &party.full_name {
        Some(full) if *full != party.name => format!("{} ({full})", party.name),
        _ => party.name.clone(),
    };
    // Only a numbered clause can be cited; the parties often stand in front of all.
    let cited = party.unit.filter(|&unit| contract.clause_of(unit).label.is_some());
    let evidence = cited.map(|unit| contract.address(unit)).unwrap_or_default();
    ReviewedParty { name, evidence }
}

/// Without the absences that words bear out: where a rule finds words as grave
/// in the contract, what it misses is the same cause. An absence is of the whole
/// contract, whichever clause it is shown at, so the words may stand anywhere.
fn without_echoes(mut all: Vec<Raised>, watch: Option<&Watch>) -> Vec<Raised> {
    let mut gravest: BTreeMap<usize, Severity> = BTreeMap::new();
    for raised in all.iter().filter(|raised| !raised.finding.missing) {
        let severity = gravest.entry(raised.rule).or_insert(raised.finding.severity);
        *severity = raised.finding.severity.max(*severity);
    }
    all.retain(|raised| {
        let words = gravest.get(&raised.rule);
        let kept =
            !raised.finding.missing || words.is_none_or(|words| *words < raised.finding.severity);
        if let Some(watch) = watch.filter(|watch| !kept && watch.is_over(raised.rule)) {
            watch.said_by_words(&raised.at);
        }
        kept
    });
    all
}

/// One cause, one finding: where rules speak of the same words, those that are
/// beaten are named by the winner and say nothing themselves.
fn settle(catalogue: &Catalogue, all: Vec<Raised>, watch: Option<&Watch>) -> Vec<Raised> {
    let all = without_echoes(all, watch);
    let beaten_by = |loser: &Raised, winner: &Raised| {
        let beats = catalogue.rules[winner.rule].beats.contains(&loser.finding.rule);
        let same_words = loser.at.unit == winner.at.unit && loser.at.sentence == winner.at.sentence;
        beats && (same_words || (loser.finding.missing && winner.finding.missing))
    };
    let silenced: Vec<Option<usize>> =
        all.iter().map(|loser| all.iter().position(|winner| beaten_by(loser, winner))).collect();
    let mut also: BTreeMap<usize, Vec<Arc<str>>> = BTreeMap::new();
    for (loser, winner) in all.iter().zip(&silenced) {
        if let Some(winner) = winner {
            also.entry(*winner).or_default().push(Arc::clone(&loser.finding.rule));
            if let Some(watch) = watch.filter(|watch| watch.is_over(loser.rule)) {
                watch.beaten(&loser.at, &all[*winner].finding);
            }
        }
    }
    all.into_iter()
        .enumerate()
        .filter(|(index, _)| silenced[*index].is_none())
        .map(|(index, mut raised)| {
            raised.finding.also = also.remove(&index).unwrap_or_default();
            raised.finding.also.dedup();
            raised
        })
        .collect()
}

fn in_order(mut all: Vec<Raised>) -> Vec<Finding> {
    all.sort_by(|a, b| {
        let key = |r: &Raised| (r.at.unit, r.at.range.start, std::cmp::Reverse(r.finding.severity));
        key(a).cmp(&key(b)).then_with(|| a.finding.rule.cmp(&b.finding.rule))
    });
    let mut findings: Vec<Finding> = all.into_iter().map(|raised| raised.finding).collect();
    number_repeats(findings.iter_mut().map(|f| &mut f.fingerprint));
    findings
}

/// Provisions that were read and raised nothing: one line each, at their first place.
fn quiet(reading: &Reading, findings: &[Finding], lang: Lang) -> Vec<(String, ClauseRef)> {
    let mut seen = Vec::new();
    let mut quiet = Vec::new();
    for provision in &reading.provisions {
        let incidental = reading.catalogue.provisions[provision.id].file.incidental;
        if incidental || !provision.at.stands() || seen.contains(&provision.id) {
            continue;
        }
        seen.push(provision.id);
        let address = reading.contract.address(provision.at.unit);
        let raised = findings.iter().any(|f| !f.missing && f.clause.address == address);
        if !raised {
            let heading = reading.contract.heading(provision.at.unit).to_owned();
            let title = reading.catalogue.provisions[provision.id].title(lang).to_owned();
            quiet.push((title, ClauseRef { address, heading }));
        }
    }
    quiet
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clause::NamedParties;
    use crate::read::read_markdown;

    const RULE: &str = "fees/billing-cycle-undefined";
    const FEES: &str = "1. The Customer shall pay the Fees of USD 5,000 for the Services.";
    const AT_WHIM: &str = "The Customer is billed as and when usage accrues.";

    /// What the rule on billing says of a contract: whether something is
    /// missing, and the clause.
    fn billing(text: &str) -> Vec<(bool, String)> {
        let catalogue = Catalogue::load(&[]).unwrap();
        let text = format!("# Services Agreement\n\n{text}\n");
        let document = read_markdown("a.md", text);
        let named = NamedParties::default();
        let review = crate::review(&catalogue, vec![document], &named, Judging::default());
        let found = review.findings.into_iter().filter(|finding| &*finding.rule == RULE);
        found.map(|finding| (finding.missing, finding.clause.address)).collect()
    }

    #[test]
    fn an_absence_alone_is_raised() {
        assert_eq!(billing(FEES), [(true, "1".to_owned())]);
    }

    #[test]
    fn words_on_the_same_clause_silence_the_absence() {
        assert_eq!(billing(&format!("{FEES} {AT_WHIM}")), [(false, "1".to_owned())]);
    }

    #[test]
    fn words_in_another_clause_silence_the_absence() {
        let far = format!("{FEES}\n\n2. The Vendor hosts the Services.\n\n3. {AT_WHIM}");
        assert_eq!(billing(&far), [(false, "3".to_owned())]);
    }
}
