//! What a rule, a provision or a key term is made of, for whoever writes one:
//! its file, its entries as they are written, its words and tests counted.
//!
//! What a rule means is its page (`rule_page`).

use crate::catalogue::{
    Catalogue, Condition, ListId, Origin, ProvisionRule, Raise, Rule, TermRule, TestCase, Trigger,
    vocabulary, yaml_name,
};
use crate::matching::Lang;
use std::fmt::Write;
use textwrap::{Options, WordSeparator, WordSplitter};

/// Columns of the keys.
const KEY: usize = 12;

/// Fewest columns of a value.
const LEAST: usize = 20;

/// The parts of what has this name: a rule first, then a provision, then a key
/// term; of `<may>` and its like, the words of the class. `None` where there is none. The catalogue needs its tests. Lines are folded
/// to `width` columns.
pub fn rule_parts(catalogue: &Catalogue, name: &str, width: usize) -> Option<String> {
    let room = width.saturating_sub(KEY + 2).max(LEAST);
    let mut sheet = Sheet { text: String::new(), room };
    if name.starts_with('<') && name.ends_with('>') {
        let words = vocabulary().classes.spell_out(name).ok()?;
        return Some(format!("{name}: {words}\n"));
    }
    if let Some(rule) = catalogue.rules.iter().find(|rule| &*rule.id == name) {
        of_rule(&mut sheet, catalogue, rule);
    } else if let Some(provision) = catalogue.provisions.iter().find(|p| &*p.name == name) {
        of_provision(&mut sheet, catalogue, provision);
    } else {
        of_term(&mut sheet, catalogue, catalogue.terms.iter().find(|t| &*t.name == name)?);
    }
    Some(sheet.text)
}

/// The file of what has this name, as its author wrote it.
pub fn rule_written<'c>(catalogue: &'c Catalogue, name: &str) -> Option<&'c str> {
    let rule = catalogue.rules.iter().find(|rule| &*rule.id == name).map(|rule| &rule.origin);
    let provision = || catalogue.provisions.iter().find(|p| &*p.name == name).map(|p| &p.origin);
    let term = || catalogue.terms.iter().find(|t| &*t.name == name).map(|t| &t.origin);
    Some(&*rule.or_else(provision).or_else(term)?.text)
}

/// Keys with values, a line each, folded.
struct Sheet {
    text: String,
    /// Columns of a value.
    room: usize,
}

impl Sheet {
    /// A title over the lines.
    fn titled(&mut self, name: &str, title: &str, origin: &Origin) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.text, "{name}: {title}");
        self.line("file", &origin.path);
    }

    /// A line, where there is something to say.
    fn line(&mut self, key: &str, value: &str) {
        // A name is not broken at its hyphens: it may be copied.
        let options = Options::new(self.room)
            .word_separator(WordSeparator::AsciiSpace)
            .word_splitter(WordSplitter::NoHyphenation);
        let folded = textwrap::wrap(value, options).into_iter().filter(|line| !line.is_empty());
        for (index, line) in folded.enumerate() {
            let key = if index == 0 { key } else { "" };
            let _ = writeln!(self.text, "  {key:KEY$}{line}");
        }
    }

    /// A line for each entry, counted.
    fn lines(&mut self, key: &str, values: impl Iterator<Item = String>) {
        for (number, value) in values.enumerate() {
            self.line(&format!("{key} {}", number + 1), &value);
        }
    }
}

fn of_rule(sheet: &mut Sheet, catalogue: &Catalogue, rule: &Rule) {
    sheet.titled(&rule.id, &rule.text(Lang::En).title, &rule.origin);
    let (group, _) = rule.id.split_once('/').unwrap_or((&rule.id, ""));
    let packs: Vec<&str> = catalogue.packs_of(group).collect();
    sheet.line("group", &format!("{group}, in {}", packs_said(&packs)));
    sheet.line("severity", &yaml_name(&rule.severity));
    sheet.line("harms", &yaml_name(&rule.harms));
    let kinds: Vec<String> = rule.kinds.iter().map(yaml_name).collect();
    let applies = [
        ("kinds", kinds.join(", ")),
        ("has", catalogue.provisions_said(&rule.has)),
        ("lacks", catalogue.provisions_said(&rule.lacks)),
    ];
    let applies = applies.iter().filter(|(_, value)| !value.is_empty());
    let applies: Vec<String> = applies.map(|(key, value)| format!("{key}: {value}")).collect();
    sheet.line("applies", &applies.join("; "));
    entries(sheet, catalogue, ("raise", &rule.raise), &rule.unless);
    sheet.line("beats", &rule.beats.join(", "));
    sheet.line("working", &rule.working.as_ref().map(yaml_name).unwrap_or_default());
    words(sheet, catalogue, &rule.raise, &rule.unless);
    let tests = rule.texts.iter().map(|t| (t.lang, [&t.flags, &t.passes, &t.known_gap]));
    tested(sheet, tests);
    sheet.line("covers", &rule.covers.join(", "));
}

fn of_provision(sheet: &mut Sheet, catalogue: &Catalogue, rule: &ProvisionRule) {
    sheet.titled(&rule.name, rule.title(Lang::En), &rule.origin);
    entries(sheet, catalogue, ("mark", &rule.mark), &rule.unless);
    words(sheet, catalogue, &rule.mark, &rule.unless);
    let blocks = Lang::ALL.iter().filter_map(|&lang| rule.file.block(lang).map(|b| (lang, b)));
    tested(sheet, blocks.map(|(lang, b)| (lang, [&b.flags, &b.passes, &b.known_gap])));
    let id = catalogue.provisions.iter().position(|other| other.name == rule.name);
    let speaks = |raise: &Raise, unless: &[Condition]| {
        let named = |ids: &[usize]| id.is_some_and(|id| ids.contains(&id));
        let absent = match &raise.trigger {
            Trigger::Absent { provisions, at, .. } => named(provisions) || named(at),
            _ => false,
        };
        absent || named(&raise.inside) || unless.iter().any(|u| named(&u.provisions))
    };
    let rules = catalogue.rules.iter().filter(|rule| {
        let applies = id.is_some_and(|id| rule.has.contains(&id) || rule.lacks.contains(&id));
        applies || rule.raise.iter().any(|raise| speaks(raise, &rule.unless))
    });
    sheet.line("rules", &rules.map(|rule| &*rule.id).collect::<Vec<_>>().join(", "));
    let terms = catalogue.terms.iter().filter(|t| id.is_some_and(|id| t.inside.contains(&id)));
    sheet.line("key terms", &terms.map(|term| &*term.name).collect::<Vec<_>>().join(", "));
}

fn of_term(sheet: &mut Sheet, catalogue: &Catalogue, term: &TermRule) {
    sheet.titled(&term.name, term.file.title(Lang::En), &term.origin);
    sheet.line("unit", &term.file.unit.0.join(", "));
    sheet.line("in", &catalogue.provisions_said(&term.inside));
    sheet.line("party", &term.file.party.as_ref().map(yaml_name).unwrap_or_default());
    sheet.line("working", &term.file.working.as_ref().map(yaml_name).unwrap_or_default());
    let id = catalogue.terms.iter().position(|other| other.name == term.name);
    let speaks = |raise: &Raise| match &raise.trigger {
        Trigger::Limit { term, .. } | Trigger::Conflict { term } => Some(*term) == id,
        Trigger::Builtin { of, .. } => id.is_some_and(|id| of.contains(&id)),
        Trigger::Find { .. } | Trigger::Absent { .. } | Trigger::Position(_) => false,
    };
    let rules = catalogue.rules.iter().filter(|rule| rule.raise.iter().any(speaks));
    sheet.line("rules", &rules.map(|rule| &*rule.id).collect::<Vec<_>>().join(", "));
}

fn packs_said(packs: &[&str]) -> String {
    match packs {
        [] => "no pack".to_owned(),
        packs => format!("the pack {}", packs.join(", ")),
    }
}

fn entries(
    sheet: &mut Sheet,
    catalogue: &Catalogue,
    (key, raise): (&str, &[Raise]),
    unless: &[Condition],
) {
    sheet.lines(key, raise.iter().map(|raise| catalogue.raise_said(raise)));
    sheet.lines("unless", unless.iter().map(|unless| catalogue.condition_said(unless)));
}

/// Each list of words with its patterns counted by language, and the slots
/// these use.
fn words(sheet: &mut Sheet, catalogue: &Catalogue, raise: &[Raise], unless: &[Condition]) {
    let found = raise.iter().flat_map(|raise| match &raise.trigger {
        Trigger::Find { lists, .. } => lists.as_slice(),
        _ => &[],
    });
    let all = found
        .chain(raise.iter().flat_map(|raise| &raise.with))
        .chain(unless.iter().flat_map(|unless| &unless.find));
    let mut lists: Vec<ListId> = all.copied().collect();
    lists.sort_unstable();
    lists.dedup();
    let patterns = |list: ListId, lang: Lang| {
        let fits = catalogue.words.iter().filter(|w| w.list == list && w.lang == lang);
        fits.count()
    };
    for list in &lists {
        let counts: Vec<String> = Lang::ALL
            .iter()
            .map(|&lang| (lang, patterns(*list, lang)))
            .filter(|(_, count)| *count > 0)
            .map(|(lang, count)| format!("{} {count}", yaml_name(&lang)))
            .collect();
        sheet.line("words", &format!("{}: {}", catalogue.list_name(*list), counts.join(", ")));
    }
    let mut slots: Vec<&str> = catalogue
        .words
        .iter()
        .filter(|word| lists.contains(&word.list))
        .flat_map(|word| slots_in(word.pattern.written()))
        .collect();
    slots.sort_unstable();
    slots.dedup();
    sheet.line("slots", &slots.join(" "));
}

/// What stands in braces in a pattern and is no count.
fn slots_in(pattern: &str) -> impl Iterator<Item = &str> {
    pattern.match_indices('{').filter_map(|(at, _)| {
        let slot = &pattern[at..];
        let slot = &slot[..=slot.find('}')?];
        slot[1..].starts_with(|c: char| c.is_ascii_lowercase()).then_some(slot)
    })
}

fn tested<'t>(sheet: &mut Sheet, tests: impl Iterator<Item = (Lang, [&'t Vec<TestCase>; 3])>) {
    for (lang, [flags, passes, gaps]) in tests {
        let mut said =
            format!("{}: {} flags, {} passes", yaml_name(&lang), flags.len(), passes.len());
        if !gaps.is_empty() {
            let _ = write!(said, ", {} known gaps", gaps.len());
        }
        sheet.line("tests", &said);
    }
}
