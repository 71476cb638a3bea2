//! What a comment on a finding says, and its XML.

use super::standing::Standing;
use crate::check::{Finding, Review};
use crate::report::headline::cited;
use crate::report::phrases::Phrases;
use quick_xml::escape::escape;

/// The author of comments and tracked changes.
pub(super) const AUTHOR: &str = "fineprint";
/// The same in short.
const INITIALS: &str = "fp";

/// How words of a comment look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Face {
    Plain,
    Strong,
    Faint,
}

/// A comment's paragraphs, each of pieces that look alike.
#[derive(Debug, Default)]
pub(super) struct Comment {
    lines: Vec<Vec<(Face, String)>>,
}

impl Comment {
    /// Adds all there is to say of a finding. The rule's id is the last line,
    /// by which a later run knows the comment again.
    pub(super) fn add(
        &mut self,
        phrases: &Phrases,
        review: &Review,
        finding: &Finding,
        standing: Standing,
    ) {
        let p = phrases;
        if !self.lines.is_empty() {
            self.lines.push(Vec::new());
        }
        let mut title = p.severity(finding.severity).to_owned();
        if finding.missing {
            title += &p.comma;
            title += &p.missing;
        }
        title += &p.colon;
        title += &finding.title;
        self.lines.push(vec![(Face::Strong, title)]);
        self.say("", &finding.message, p);
        let words = finding.labels.first().map_or("", |label| label.text.trim());
        let elsewhere = match standing {
            Standing::Words => None,
            Standing::TextBox => Some(&p.comment.text_box),
            Standing::Note => Some(&p.comment.footnote),
            Standing::Margin => Some(&p.comment.margin),
            Standing::Hidden => Some(&p.comment.hidden),
        };
        if let Some(elsewhere) = elsewhere {
            self.say(&p.note, &format!("{elsewhere}{}“{words}”", p.colon), p);
        }
        for label in finding.labels.iter().skip(1) {
            let several = review.documents.len() > 1;
            let file = review.documents.get(label.document).filter(|_| several);
            let place = [
                file.map_or("", |document| document.source.path.as_str()),
                &cited(&label.address, "§"),
            ];
            let place: Vec<&str> = place.into_iter().filter(|place| !place.is_empty()).collect();
            let note = label.note.as_ref().map_or(String::new(), |note| format!(" {note}"));
            let text = format!("“{}”{note}", label.text.trim());
            if place.is_empty() {
                self.say("", &text, p);
            } else {
                self.say(&place.join(" "), &text, p);
            }
        }
        self.say(&p.why, &finding.why, p);
        if let Some(working) = &finding.working {
            self.lines.push(vec![(Face::Plain, format!("= {working}"))]);
        }
        self.say(&p.propose, finding.suggest.as_deref().unwrap_or_default(), p);
        self.say(&p.note, finding.caveat.as_deref().unwrap_or_default(), p);
        self.say(&p.also, &finding.also.join(&p.comma), p);
        self.lines.push(vec![(Face::Faint, finding.rule.to_string())]);
    }

    /// A line with what introduces it; none where there is nothing to say.
    fn say(&mut self, key: &str, text: &str, p: &Phrases) {
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        let mut line = Vec::new();
        if !key.is_empty() {
            line.push((Face::Strong, format!("{key}{}", p.colon)));
        }
        line.push((Face::Plain, text.to_owned()));
        self.lines.push(line);
    }

    /// The `w:comment` element.
    pub(super) fn xml(&self, id: u32, date: &str) -> String {
        let mut xml = format!(
            r#"<w:comment w:id="{id}" w:author="{AUTHOR}" w:date="{date}" w:initials="{INITIALS}">"#
        );
        for (index, line) in self.lines.iter().enumerate() {
            xml.push_str("<w:p>");
            if index == 0 {
                xml.push_str("<w:r><w:annotationRef/></w:r>");
            }
            for (face, text) in line {
                let look = match face {
                    Face::Plain => "",
                    Face::Strong => "<w:b/>",
                    Face::Faint => r#"<w:color w:val="767676"/>"#,
                };
                xml.push_str(&format!(
                    r#"<w:r><w:rPr>{look}<w:sz w:val="20"/></w:rPr>{}</w:r>"#,
                    text_element(text)
                ));
            }
            xml.push_str("</w:p>");
        }
        xml.push_str("</w:comment>");
        xml
    }
}

/// Words as a text element; characters XML does not allow are left out.
pub(super) fn text_element(text: &str) -> String {
    let allowed: String = text
        .chars()
        .map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c })
        .filter(|c| !c.is_control() && !matches!(c, '\u{FFFE}' | '\u{FFFF}'))
        .collect();
    format!(r#"<w:t xml:space="preserve">{}</w:t>"#, escape(&*allowed))
}
