//! Rules proved: each test run against its own rule, then again with each part
//! of the rule removed. A part whose removal no test notices is not proved.

use super::raise::{Bench, Without};
use crate::catalogue::{Catalogue, Condition, ListId, Raise, TestCase, Trigger};
use crate::clause::{Contract, NamedParties};
use crate::matching::Lang;
use crate::provision::{Occurrence, Reading};
use crate::read::{Document, WordOptions, read_markdown};
use crate::source::Span;
use crate::terms::{key_terms, ladders, wordings};
use std::path::Path;
use std::sync::LazyLock;

/// What `rules test` found.
#[derive(Debug, Default)]
pub struct Proof {
    /// Checks and provisions tested.
    pub rules: usize,
    /// Tests run.
    pub tests: usize,
    /// Language blocks with tests.
    pub blocks: usize,
    /// Patterns, raises and conditions whose removal a test notices.
    pub parts: usize,
    /// Known gaps.
    pub gaps: usize,
    /// Language blocks whose wording is not backed by public documents.
    pub unattested: usize,
    /// What failed.
    pub failures: Vec<Failure>,
}

/// One thing that is wrong with a rule's proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The rule's or provision's id.
    pub rule: String,
    /// The file.
    pub path: String,
    /// What is wrong, with the text of the test.
    pub what: String,
}

/// A test made ready: the contract it is about and what it expects.
struct Prepared {
    contract: Contract,
    /// What must be underlined, exactly; empty where anywhere will do.
    expected: Vec<Span>,
    /// Whether it must raise.
    flags: bool,
    applies: bool,
    shown: String,
}

/// The parts of a rule that tests must prove.
struct Subject<'s> {
    id: &'s str,
    path: &'s str,
    raise: &'s [Raise],
    unless: &'s [Condition],
    /// Index among the checks, or among the provisions.
    index: usize,
    provision: bool,
}

/// Runs the tests of all checks and provisions whose id begins with `only`.
pub fn prove(catalogue: &Catalogue, only: &str, fixtures: &Path) -> Proof {
    let mut proof = Proof::default();
    let checks = catalogue.rules.iter().enumerate().map(|(index, rule)| {
        let subject = Subject {
            id: &rule.id,
            path: &rule.origin.path,
            raise: &rule.raise,
            unless: &rule.unless,
            index,
            provision: false,
        };
        let blocks: Vec<_> = rule
            .texts
            .iter()
            .map(|t| Block {
                lang: t.lang,
                flags: &t.flags,
                passes: &t.passes,
                gaps: t.known_gap.len(),
                unattested: t.unattested,
            })
            .collect();
        (subject, blocks)
    });
    let provisions = catalogue.provisions.iter().enumerate().map(|(index, rule)| {
        let subject = Subject {
            id: &rule.name,
            path: &rule.origin.path,
            raise: &rule.mark,
            unless: &rule.unless,
            index,
            provision: true,
        };
        let blocks: Vec<_> = Lang::ALL
            .iter()
            .filter_map(|&lang| rule.file.block(lang).map(|b| (lang, b)))
            .map(|(lang, b)| Block {
                lang,
                flags: &b.flags,
                passes: &b.passes,
                gaps: b.known_gap.len(),
                unattested: b.unattested,
            })
            .collect();
        (subject, blocks)
    });
    for (subject, blocks) in checks.chain(provisions) {
        if subject.id.starts_with(only) {
            proof.prove(catalogue, &subject, &blocks, fixtures);
        }
    }
    proof
}

/// One language of a rule, as far as its proof goes.
struct Block<'b> {
    lang: Lang,
    flags: &'b [TestCase],
    passes: &'b [TestCase],
    gaps: usize,
    unattested: bool,
}

impl Proof {
    fn prove(
        &mut self,
        catalogue: &Catalogue,
        subject: &Subject,
        blocks: &[Block],
        fixtures: &Path,
    ) {
        self.rules += 1;
        let mut tests = Vec::new();
        for Block { lang, flags, passes, gaps, unattested } in blocks {
            self.gaps += gaps;
            self.unattested += usize::from(*unattested);
            self.blocks += 1;
            if flags.is_empty() || passes.is_empty() {
                self.fail(
                    subject,
                    format!("the block {lang:?} has no flags or no passes").to_lowercase(),
                );
            }
            for (cases, flags) in [(*flags, true), (*passes, false)] {
                for case in cases {
                    match prepare(case, flags, fixtures) {
                        Ok(test) => tests.push(test),
                        Err(what) => self.fail(subject, what),
                    }
                }
            }
        }
        self.tests += tests.len();
        let readings: Vec<Reading> =
            tests.iter().map(|test| Reading::new(catalogue, &test.contract)).collect();
        let own = own_lists(subject);
        let mut sound = true;
        for (test, reading) in tests.iter().zip(&readings) {
            if let Err(what) = verdict(test, &found(subject, reading, test, Without::default())) {
                sound = false;
                self.fail(subject, what);
            }
            let touches = reading.hits.of(&own).next().is_some();
            if !test.flags && test.applies == Prepared::sentence() && !touches && !own.is_empty() {
                sound = false;
                self.fail(
                    subject,
                    format!("this passes text touches no word of the rule: {}", test.shown),
                );
            }
        }
        if sound {
            self.prove_parts(catalogue, subject, &tests, &readings, &own);
        }
    }

    fn prove_parts(
        &mut self,
        catalogue: &Catalogue,
        subject: &Subject,
        tests: &[Prepared],
        readings: &[Reading],
        own: &[ListId],
    ) {
        let words = catalogue.words.iter().enumerate().filter(|(_, w)| own.contains(&w.list));
        let words = words.map(|(word, entry)| {
            let part = format!("the pattern '{}' ({:?})", entry.pattern.written(), entry.lang);
            (Without { word: Some(word), ..Without::default() }, part.to_lowercase())
        });
        let unless = (0..subject.unless.len()).map(|at| {
            (
                Without { unless: Some(at), ..Without::default() },
                format!("entry {} of unless", at + 1),
            )
        });
        let raises = (0..subject.raise.len()).map(|at| {
            (
                Without { raise: Some(at), ..Without::default() },
                format!("entry {} of raise", at + 1),
            )
        });
        for (without, part) in words.chain(unless).chain(raises) {
            let noticed = tests.iter().zip(readings).any(|(test, reading)| {
                verdict(test, &found(subject, reading, test, without)).is_err()
            });
            if noticed {
                self.parts += 1;
            } else {
                self.fail(subject, format!("no test notices when {part} is removed"));
            }
        }
    }

    fn fail(&mut self, subject: &Subject, what: String) {
        self.failures.push(Failure {
            rule: subject.id.to_owned(),
            path: subject.path.to_owned(),
            what,
        });
    }
}

impl Prepared {
    /// The value of `applies` for a test of a single sentence.
    fn sentence() -> bool {
        false
    }
}

/// The lists of words of a rule's own file.
fn own_lists(subject: &Subject) -> Vec<ListId> {
    let mut lists = Vec::new();
    for raise in subject.raise {
        if let Trigger::Find { lists: found, .. } = &raise.trigger {
            lists.extend_from_slice(found);
        }
        lists.extend_from_slice(&raise.with);
    }
    for unless in subject.unless {
        lists.extend_from_slice(&unless.find);
    }
    lists.sort_unstable();
    lists.dedup();
    lists
}

/// What a rule underlines in a test's contract, with a part of it removed.
fn found(subject: &Subject, reading: &Reading, test: &Prepared, without: Without) -> Vec<Span> {
    let reduced;
    let reading = match without.word {
        Some(word) => {
            reduced = reading.without(word);
            &reduced
        }
        None => reading,
    };
    let mut spans: Vec<Span> = if subject.provision {
        let unless: Vec<&Condition> = without.kept(subject.unless, without.unless).collect();
        without
            .kept(subject.raise, without.raise)
            .flat_map(|raise| reading.occurrences(raise, &unless))
            .filter(Occurrence::stands)
            .map(|at| reading.contract.span(at.unit, at.range))
            .collect()
    } else {
        let (terms, ladders) = (key_terms(reading), ladders(reading.contract));
        let words = LazyLock::new(|| wordings(reading));
        let bench = Bench {
            reading,
            terms: &terms,
            words: &words,
            ladders: &ladders,
            lang: Lang::En,
            applies: test.applies,
            without,
            watch: None,
        };
        bench.run(subject.index).into_iter().map(|raised| raised.finding.primary().span).collect()
    };
    spans.sort();
    spans.dedup();
    spans
}

fn verdict(test: &Prepared, found: &[Span]) -> Result<(), String> {
    let source = &test.contract.documents[0].source;
    let words = |spans: &[Span]| {
        spans.iter().map(|s| format!("[[{}]]", source.slice(*s))).collect::<Vec<_>>().join(" ")
    };
    if !test.flags {
        return match found {
            [] => Ok(()),
            _ => Err(format!("passes, but raised at {}: {}", words(found), test.shown)),
        };
    }
    if found.is_empty() {
        return Err(format!("flags, but nothing was raised: {}", test.shown));
    }
    if test.expected.is_empty() || test.expected == found {
        return Ok(());
    }
    Err(format!(
        "underlines {} where the test has {}: {}",
        words(found),
        words(&test.expected),
        test.shown
    ))
}

fn prepare(case: &TestCase, flags: bool, fixtures: &Path) -> Result<Prepared, String> {
    let (text, applies) = match case {
        TestCase::Sentence(text) => (text, false),
        TestCase::Contract(text) => (text, true),
        TestCase::Fixture(name) => {
            let path = fixtures.join(name);
            let bytes = std::fs::read(&path).map_err(|error| {
                format!("the fixture {} cannot be read: {error}", path.display())
            })?;
            let document = crate::read::read(
                &path.display().to_string(),
                &bytes,
                None,
                &WordOptions::default(),
            )
            .map_err(|error| error.to_string())?;
            return Ok(ready(document, Vec::new(), flags, true, format!("fixture {name}")));
        }
    };
    let mut plain = String::new();
    let mut expected = Vec::new();
    let mut rest = text.as_str();
    while let Some(open) = rest.find("[[") {
        plain.push_str(&rest[..open]);
        let close = rest[open..].find("]]").ok_or_else(|| format!("[[ is not closed: {text}"))?;
        let inner = &rest[open + 2..open + close];
        expected.push(Span::new(plain.len(), plain.len() + inner.len()));
        plain.push_str(inner);
        rest = &rest[open + close + 2..];
    }
    plain.push_str(rest);
    if flags && !applies && expected.is_empty() {
        return Err(format!("a flags text needs [[ ]] around what must be underlined: {text}"));
    }
    Ok(ready(read_markdown("test", plain), expected, flags, applies, text.trim().to_owned()))
}

fn ready(
    document: Document,
    expected: Vec<Span>,
    flags: bool,
    applies: bool,
    shown: String,
) -> Prepared {
    // A sentence has no parties clause: there 甲方 is the customer, 乙方 the vendor.
    let named =
        |label: &str| (!applies && document.source.text.contains(label)).then(|| label.to_owned());
    let parties = NamedParties { customer: named("甲方"), vendor: named("乙方") };
    let contract = Contract::new(vec![document], &parties);
    Prepared { contract, expected, flags, applies, shown }
}
