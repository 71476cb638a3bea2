//! Text that the parser takes for link reference definitions and leaves out:
//! `[Provider]: Acme` is a party, not a link.

use crate::source::Span;

/// The lines of each definition in the text `gap`, which stands between two
/// blocks, as spans of the source in which it begins at `base`.
pub(super) fn find(gap: &str, base: usize) -> Vec<Vec<Span>> {
    let mut found: Vec<Vec<Span>> = Vec::new();
    let mut open = false;
    let mut at = base;
    for line in gap.split_inclusive('\n') {
        let content = line.trim();
        let start = at + (line.len() - line.trim_start().len());
        at += line.len();
        let label = label_at(content);
        match label {
            Some(label) => {
                found.push(vec![Span::new(start + label, start + content.len())]);
                open = true;
            }
            None if content.trim_start_matches('>').is_empty() => open = false,
            None if open => {
                if let Some(lines) = found.last_mut() {
                    let text = content.trim_start_matches(['>', ' ']);
                    let end = start + content.len();
                    lines.push(Span::new(end - text.len(), end));
                }
            }
            None => {}
        }
    }
    found
}

/// Where a link label begins in a line, past the marks of lists and quotes.
fn label_at(line: &str) -> Option<usize> {
    let at = line.find('[')?;
    let marks = |c: char| c.is_ascii_digit() || " \t>-+*.)".contains(c);
    (line[..at].chars().all(marks) && !line[at..].starts_with("[^")).then_some(at)
}

/// Whether what follows the label is the address of something on the web or
/// in the repository.
pub(super) fn is_link(definition: &str) -> bool {
    let address = definition.split_once("]:").map_or("", |(_, rest)| rest.trim());
    is_address(address)
}

/// Whether a link's destination looks like an address.
pub(super) fn is_address(text: &str) -> bool {
    let address = text.split_whitespace().next().unwrap_or_default();
    let address = address.trim_start_matches('<').trim_end_matches('>');
    let extension = address.rsplit(['/', '.']).next().unwrap_or_default();
    let extension = extension.split(['#', '?']).next().unwrap_or_default();
    let file = address.contains('.')
        && (2..=5).contains(&extension.len())
        && extension.bytes().all(|b| b.is_ascii_lowercase());
    file || address.contains("://")
        || ["#", "/", "./", "../", "mailto:", "tel:", "www."]
            .iter()
            .any(|start| address.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parties_are_not_links() {
        assert!(!is_link("[Provider]: Acme") && !is_link("[Version]: 1.2"));
        assert!(!is_link("[Fee]: <TBD>"));
        assert!(is_link("[1]: https://example.com/terms 'Terms'") && is_link("[a]: #fees"));
        assert!(is_link("[sla]: docs/sla.md#credits") && is_link("[m]: <mailto:a@b.example>"));
    }

    #[test]
    fn definitions_are_found_between_marks() {
        let gap = "\n[A]: x\n> - [B]: y\n  \"title\"\n\n[^1]: \n- \n";
        let found: Vec<Vec<&str>> = find(gap, 0)
            .into_iter()
            .map(|lines| lines.into_iter().map(|line| &gap[line.range()]).collect())
            .collect();
        assert_eq!(found, [vec!["[A]: x"], vec!["[B]: y", "\"title\""]]);
    }
}
