//! `rules/vocabulary/references.yaml`, `definitions.yaml` and
//! `placeholders.yaml`: how contracts refer to their clauses, define their
//! terms and leave places open.

use crate::matching::Expression;
use serde::Deserialize;
use std::collections::BTreeMap;

/// What a reference names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cited {
    /// A numbered clause.
    Clause,
    /// A clause, by a word that as often names one of a statute.
    Article,
    /// A clause counted from where the reference stands.
    Paragraph,
    /// A schedule or annex.
    Part,
}

/// One form of reference.
#[derive(Debug)]
pub struct ReferenceForm {
    /// What it names.
    pub kind: Cited,
    /// The form; group `list` holds the numbers.
    pub pattern: Expression,
}

/// `references.yaml`.
#[derive(Debug, Deserialize)]
#[serde(try_from = "ReferenceFile")]
pub struct ReferenceWords {
    /// Forms of references.
    pub forms: Vec<ReferenceForm>,
    /// One number, of a clause or a schedule, in a list of them.
    pub number: Expression,
    /// Plural names of schedules to singular, folded.
    pub singular: BTreeMap<String, String>,
    /// Words of numbers that stand above the clauses.
    pub chapters: Vec<String>,
    /// What stands between a clause and the schedule behind it that holds it.
    pub part_behind: Expression,
    /// What stands between a schedule and its clause behind it.
    pub part_before: Expression,
    /// Numbers of schedules that are forms of the authorities.
    pub filed_forms: Expression,
    /// What stands behind a reference to another document.
    pub elsewhere_after: Vec<Expression>,
    /// What stands before one.
    pub elsewhere_before: Vec<Expression>,
    /// References that are to no schedule of any contract.
    pub elsewhere_itself: Expression,
    /// What stands anywhere in a clause whose references are to another document.
    pub elsewhere_around: Expression,
    /// What stands in the opening of a contract that amends another.
    pub amending: Expression,
    /// Words in capitals that are no letters of a schedule.
    pub no_letters: Vec<String>,
    /// What stands behind a reference to this contract.
    pub here_after: Vec<Expression>,
    /// What stands before one.
    pub here_before: Vec<Expression>,
    /// Words right before a number that make it a reference, in small letters.
    pub leads: Vec<String>,
    /// What puts a clause under or beside the one referred to.
    pub subordinate: Expression,
    /// Subjects by which references name their targets.
    pub subjects: Vec<Subject>,
}

/// A subject by which a reference may name its target; patterns on folded text.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Subject {
    /// The subject itself.
    pub words: Expression,
    /// How it stands before a reference.
    pub before: Expression,
    /// How it stands behind one.
    pub after: Expression,
    /// Whether sums of money show the subject, and a word in passing does not.
    #[serde(default)]
    pub figures: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct ReferenceFile {
    number: String,
    part_number: String,
    han_number: String,
    join: String,
    find: Vec<FormFile>,
    singular: BTreeMap<String, String>,
    chapters: Vec<String>,
    part_behind: Expression,
    part_before: Expression,
    filed_forms: Expression,
    elsewhere_after: Vec<Expression>,
    elsewhere_before: Vec<Expression>,
    elsewhere_itself: Expression,
    elsewhere_around: Expression,
    amending: Expression,
    no_letters: Vec<String>,
    here_after: Vec<Expression>,
    here_before: Vec<Expression>,
    leads: Vec<String>,
    subordinate: Expression,
    subjects: Vec<Subject>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FormFile {
    kind: Cited,
    pattern: String,
}

/// An item that stands by itself in a list of numbers.
const ITEM: &str = r"\((?:[a-z]{1,2}|[ivx]{1,5}|\d{1,2})\)";

impl TryFrom<ReferenceFile> for ReferenceWords {
    type Error = String;

    fn try_from(file: ReferenceFile) -> Result<Self, String> {
        // "4.2(a) and (b)" goes on with an item alone.
        let list = |number: &str| format!("(?:{number})(?:(?:{})(?:{number}|{ITEM}))*", file.join);
        let forms = file.find.iter().map(|form| {
            let pattern = form
                .pattern
                .replace("{numbers}", &list(&file.number))
                .replace("{part-numbers}", &list(&file.part_number))
                .replace("{number}", &file.number)
                .replace("{han-number}", &file.han_number);
            Ok(ReferenceForm { kind: form.kind, pattern: Expression::new(&pattern)? })
        });
        let number =
            format!("(?:{})|(?:{})|(?:{})|{ITEM}", file.number, file.han_number, file.part_number);
        Ok(Self {
            forms: forms.collect::<Result<_, String>>()?,
            number: Expression::new(&number)?,
            singular: file.singular,
            chapters: file.chapters,
            part_behind: file.part_behind,
            part_before: file.part_before,
            filed_forms: file.filed_forms,
            elsewhere_after: file.elsewhere_after,
            elsewhere_before: file.elsewhere_before,
            elsewhere_itself: file.elsewhere_itself,
            elsewhere_around: file.elsewhere_around,
            amending: file.amending,
            no_letters: file.no_letters,
            here_after: file.here_after,
            here_before: file.here_before,
            leads: file.leads,
            subordinate: file.subordinate,
            subjects: file.subjects,
        })
    }
}

/// `definitions.yaml`.
#[derive(Debug, Deserialize)]
#[serde(try_from = "DefinitionFile")]
pub struct DefinitionWords {
    /// Forms of definitions, in the order in which they are tried.
    pub forms: Vec<DefinitionForm>,
    /// One quoted term; group `t` is the term without its quotes.
    pub term: Expression,
    /// Bodies that only say where the meaning stands.
    pub pointer: Expression,
    /// Endings of terms that name a thing a contract must say the meaning of, folded.
    pub heads: Vec<String>,
    /// Terms with such an ending that have a meaning of their own, folded.
    pub known: Vec<String>,
    /// Sentences that take terms from another document.
    pub borrowed: Expression,
    /// Words near a term that hold its meaning to one clause, folded.
    pub limited: Expression,
    /// Words behind a term inside a meaning that make the two one name, or say
    /// what is done with the thing, folded.
    pub names_go_on: Vec<String>,
    /// Verbs that give a meaning to a term without quotes at the start of a clause.
    pub plain_verbs: Expression,
    /// The same in Chinese, with the term; group `verb` is behind it.
    pub plain_han: Expression,
    /// How a term is written in another way than it was defined.
    pub drift: Drift,
}

/// How a term is written in another way than it was defined; folded.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Drift {
    /// What stands right before a term in small letters that is the defined one.
    pub before: Expression,
    /// What stands right behind words that are not the term, though they read like it.
    pub not_behind: Expression,
    /// Terms whose words have an ordinary meaning beside the defined one.
    pub ordinary: Vec<String>,
    /// Names contracts have for themselves, those together of which one contract uses one.
    pub own_names: Vec<Vec<String>>,
}

/// One form of definition.
#[derive(Debug)]
pub struct DefinitionForm {
    /// Whether the meaning stands before the term, as in `... (the "Fees")`.
    pub inline: bool,
    /// The form; group `terms` holds the terms with their quotes.
    pub pattern: Expression,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct DefinitionFile {
    term: String,
    find: Vec<DefinitionFormFile>,
    pointer: Expression,
    heads: Vec<String>,
    known: Vec<String>,
    borrowed: Expression,
    limited: Expression,
    names_go_on: Vec<String>,
    plain_verbs: Expression,
    plain_han: String,
    drift: Drift,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DefinitionFormFile {
    #[serde(default)]
    inline: bool,
    pattern: String,
}

impl TryFrom<DefinitionFile> for DefinitionWords {
    type Error = String;

    fn try_from(file: DefinitionFile) -> Result<Self, String> {
        let bare = file.term.replace("(?<t>", "(?:");
        let forms = file.find.iter().map(|form| {
            let pattern = Expression::new(&form.pattern.replace("{term}", &bare))?;
            Ok(DefinitionForm { inline: form.inline, pattern })
        });
        Ok(Self {
            forms: forms.collect::<Result<_, String>>()?,
            term: Expression::new(&file.term)?,
            pointer: file.pointer,
            heads: file.heads,
            known: file.known,
            borrowed: file.borrowed,
            limited: file.limited,
            names_go_on: file.names_go_on,
            plain_verbs: file.plain_verbs,
            plain_han: Expression::new(&file.plain_han)?,
            drift: file.drift,
        })
    }
}

/// `placeholders.yaml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PlaceholderWords {
    /// Forms of places left open.
    pub find: Vec<Expression>,
    /// Words of a paragraph in which a blank line is for a signature or date.
    pub signing: Expression,
    /// Words right before a blank that make it one for a signature or an option.
    pub signed: Expression,
    /// Words of a title that say the document is a form to fill in.
    pub template: Expression,
    /// What a form asks for in a place of its own: counts where other places are open.
    pub field: Expression,
    /// Words of a signature block beside a blank on the same line.
    pub block: Expression,
    /// Words right before a blank that make it an entry of a signature block.
    pub entry: Expression,
    /// Headings of table columns in which every row owes a figure, folded.
    pub columns: Expression,
    /// First cells of rows that sum up others, folded.
    pub totals: Expression,
}
