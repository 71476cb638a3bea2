//! Units made ready for matching: folded, with parties and quantities as
//! reserved characters, in sentences.

use super::parties::Mentions;
use crate::matching::{Expression, Lang, Slot, fold, languages_of, sentences};
use crate::quantity::{Quantity, QuantityKind, counts, quantities};
use crate::source::{Mapped, Span};
use std::ops::Range;
use std::sync::{LazyLock, OnceLock};

/// Longest lead-in that is put before the items of its list, in bytes.
const LONGEST_LEAD: usize = 400;

/// A unit's text in the three forms matching needs.
#[derive(Debug, Clone)]
pub struct Paragraph {
    /// Folded text; maps to the unit's plain text.
    pub folded: Mapped,
    /// Folded text with parties and quantities as reserved characters; maps to `folded`.
    pub marked: Mapped,
    /// Its sentences, in `marked`.
    pub sentences: Vec<Range<usize>>,
    /// Its quantities in order, and where each stands in `marked`.
    pub quantities: Vec<(Quantity, usize)>,
    /// Its languages.
    pub languages: Vec<Lang>,
    /// How many bytes at the start of `marked` are the lead-in of the list
    /// this unit is an item of: context, not its own text.
    pub lead: usize,
    /// Where the lead-in comes from: the unit, and the place in its marked text.
    pub(super) introduced: Option<(usize, usize)>,
    /// How many bytes at the start of the plain text are bold.
    bold_start: usize,
    /// Its numbers of things, once somebody asks.
    counts: OnceLock<Vec<(Quantity, Range<usize>)>>,
}

impl Paragraph {
    /// Folds a unit's plain text, whose first bytes may be bold, and reads its
    /// quantities; parties come later.
    pub(super) fn new(plain: &str, bold_start: usize) -> Self {
        let folded = fold(plain);
        let languages = languages_of(folded.as_str());
        let mut paragraph = Self {
            marked: Mapped::default(),
            sentences: Vec::new(),
            quantities: quantities(folded.as_str()).into_iter().map(|q| (q, 0)).collect(),
            folded,
            languages,
            lead: 0,
            introduced: None,
            bold_start,
            counts: OnceLock::new(),
        };
        paragraph.mark(&Mentions::default());
        paragraph
    }

    /// Puts reserved characters where parties and quantities stand.
    pub(super) fn mark(&mut self, mentions: &Mentions) {
        let text = self.folded.as_str();
        let mut marked = Mapped::default();
        let mut places = mentions.find(text);
        for (index, (quantity, _)) in self.quantities.iter().enumerate() {
            if let Some(slot) = slot_of(quantity) {
                places.retain(|place| {
                    place.range.end <= quantity.range.start
                        || quantity.range.end <= place.range.start
                });
                places.push(super::parties::Place {
                    range: quantity.range.clone(),
                    text: slot.char().to_string(),
                    quantity: Some(index),
                });
            }
        }
        places.sort_by_key(|place| place.range.start);
        let mut at = 0;
        for place in places {
            if place.range.start < at {
                continue;
            }
            marked.push(&text[at..place.range.start], at);
            if let Some(index) = place.quantity {
                self.quantities[index].1 = marked.len();
            }
            marked.push_for(&place.text, Span::from(place.range.clone()));
            at = place.range.end;
        }
        marked.push(&text[at..], at);
        self.sentences = sentences(marked.as_str());
        self.marked = marked;
        self.counts.take();
    }

    /// Puts the lead-in of a list before an item, as context for its words:
    /// "Vendor may:" before "(a) raise the fees".
    pub(super) fn lead_with(&mut self, lead: &str, from: (usize, usize)) {
        let mut marked = Mapped::default();
        marked.push_for(lead, Span::default());
        marked.push_for(" ", Span::default());
        self.lead = marked.len();
        self.introduced = Some(from);
        marked.append(&self.marked);
        for (_, at) in &mut self.quantities {
            *at += self.lead;
        }
        self.sentences = sentences(marked.as_str());
        self.marked = marked;
        self.counts.take();
    }

    /// The last sentence, if it introduces a list: it ends in a colon or a dash
    /// or, where `open` allows, does not end at all; with its place in `marked`.
    pub(super) fn lead_in(&self, open: bool) -> Option<(usize, &str)> {
        let text = self.marked.as_str();
        let sentence = self.sentences.last()?.clone();
        let from = sentence.start;
        let last = text[sentence].trim_end();
        let lead = last.strip_suffix(':').or_else(|| last.strip_suffix('-')).or_else(|| {
            (open && !last.ends_with(['.', '。', ';', '!', '?', ','])).then_some(last)
        })?;
        (lead.len() <= LONGEST_LEAD).then_some((from, lead.trim_end()))
    }

    /// Where the definition of a term begins in a sentence, if it holds one: the
    /// term in quotes, or in bold at the start, or alone in the first cell of a row.
    pub fn definition_in(&self, sentence: &Range<usize>) -> Option<usize> {
        static DEFINITION: LazyLock<Option<Expression>> = LazyLock::new(|| {
            let verb = r"(means|shall mean|will mean|mean|has the meaning|have the meaning|is defined as|refers to|是指|系指|指的是|指|bermaksud|bermakna|ertinya|bererti|merujuk kepada)";
            Expression::new(&format!(
                r#"^[^.。]{{0,12}}("[^"]{{1,60}}"[^.。"]{{0,30}}?{verb}|"[^"]{{1,60}}" ?(:|-|\|)|[^".。;|]{{1,50}} \| ?{verb})"#
            ))
            .ok()
        });
        let text = &self.marked.as_str()[sentence.clone()];
        if let Some(found) = DEFINITION.as_ref().and_then(|regex| regex.find(text)) {
            return Some(sentence.start + found.start());
        }
        // A bold term needs no quotes.
        let end = self.bold_end()?;
        let rest = self.marked.as_str()[end..].trim_start();
        let verbs = [
            "means",
            "shall mean",
            "has the meaning",
            "refers to",
            "是指",
            "指",
            "bermaksud",
            "ertinya",
        ];
        let defines =
            sentence.contains(&(end - 1)) && verbs.iter().any(|verb| rest.starts_with(verb));
        defines.then_some(sentence.start)
    }

    /// The end of the bold start, in `marked`.
    fn bold_end(&self) -> Option<usize> {
        let folded = self.folded.range_of(Span::new(0, self.bold_start));
        let marked = self.marked.range_of(folded.into());
        (self.bold_start > 0 && marked.end > 0).then_some(marked.end)
    }

    /// The range of the plain text that a range of marked text stands for.
    pub fn plain_range(&self, marked: Range<usize>) -> Range<usize> {
        self.folded.origin(self.marked.origin(marked).range()).range()
    }

    /// The sentence that holds an offset of the marked text.
    pub fn sentence_at(&self, at: usize) -> Range<usize> {
        self.sentences
            .iter()
            .find(|sentence| sentence.contains(&at))
            .cloned()
            .unwrap_or(0..self.marked.len())
    }

    /// The quantities inside a range of the marked text.
    pub fn quantities_in(&self, range: &Range<usize>) -> impl Iterator<Item = (&Quantity, usize)> {
        let from = self.quantities.partition_point(|(_, at)| *at < range.start);
        let behind = self.quantities[from..].iter();
        behind.take_while(|(_, at)| *at < range.end).map(|(q, at)| (q, *at))
    }

    /// The numbers of things in it, in order, and where each stands in `marked`.
    pub fn counts(&self) -> &[(Quantity, Range<usize>)] {
        self.counts.get_or_init(|| {
            let all = counts(self.folded.as_str()).into_iter();
            let place = |count: &Quantity| self.marked.range_of(Span::from(count.range.clone()));
            all.map(|count| (place(&count), count)).map(|(place, count)| (count, place)).collect()
        })
    }
}

/// The reserved character's slot for a quantity.
pub fn slot_of(quantity: &Quantity) -> Option<Slot> {
    Some(match quantity.kind() {
        QuantityKind::Percent => Slot::Percent,
        QuantityKind::Money => Slot::Money,
        QuantityKind::Duration => Slot::Duration,
        // Numbers of things are too common to be marked: who wants them asks for them.
        QuantityKind::Count => return None,
        QuantityKind::Date => Slot::Date,
        QuantityKind::Rate => Slot::Rate,
        QuantityKind::Price => Slot::Price,
        QuantityKind::Window if quantity.is_round_the_clock() => Slot::Always,
        QuantityKind::Window => Slot::Window,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn defines(plain: &str, bold: usize) -> bool {
        let paragraph = Paragraph::new(plain, bold);
        let sentence = paragraph.sentences[0].clone();
        paragraph.definition_in(&sentence).is_some()
    }

    #[test]
    fn definitions_in_three_languages_and_in_tables() {
        for text in [
            "“Fees” means the fees in Schedule 1",
            "“不可用分钟”是指服务失败的分钟",
            "“甲方数据”，指甲方上传的数据",
            "“Fi” ertinya fi langganan",
            "\"Caj Tambahan\" bermaksud caj lain",
            "Downtime | means a minute without service",
            "“Downtime” | a minute without service",
        ] {
            assert!(defines(text, 0), "{text}");
        }
        assert!(defines("Downtime means a minute", 8) && defines("停机是指服务中断", 6));
    }

    #[test]
    fn other_sentences_define_nothing() {
        for (text, bold) in [
            ("The Customer shall pay the “Fees”", 0),
            ("Provider will deliver by all means", 8),
            ("Fees. Payment means cash", 0),
        ] {
            assert!(!defines(text, bold), "{text}");
        }
    }
}
