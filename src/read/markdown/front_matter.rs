//! Front matter at the head of a file: settings for a publishing tool, never
//! contract text.

/// Longer front matter is taken for contract text between two rules.
const MAX_BYTES: usize = 64 * 1024;

/// The offset at which the document proper begins: past front matter between
/// `---` or `+++` lines whose first line is a `key: value` or `key = value`,
/// or 0.
pub(super) fn end(text: &str) -> usize {
    let Some(fence) = ["---", "+++"].into_iter().find(|fence| text.starts_with(fence)) else {
        return 0;
    };
    let mut at = 0;
    let mut settings = false;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        at += line.len();
        let line = line.trim_end();
        if at > MAX_BYTES || (number == 0 && line != fence) {
            return 0;
        }
        if number > 0 && (line == fence || (fence == "---" && line == "...")) {
            return if settings { at } else { 0 };
        }
        if number > 0 && !settings && !line.is_empty() && !line.starts_with('#') {
            settings = is_setting(line);
            if !settings {
                return 0;
            }
        }
    }
    0
}

/// The title that front matter gives the document.
pub(super) fn title(front_matter: &str) -> Option<String> {
    let value = front_matter.lines().find_map(|line| {
        let (key, value) = line.split_once([':', '='])?;
        (key.trim_end() == "title").then_some(value)
    })?;
    let value = value.trim().trim_matches(['"', '\'']).trim();
    (!value.is_empty()).then(|| value.to_owned())
}

fn is_setting(line: &str) -> bool {
    let key = line.split([':', '=']).next().unwrap_or_default();
    key.len() < line.len()
        && !key.is_empty()
        && key.trim_end().chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
}

#[cfg(test)]
mod tests {
    use super::{end, title};

    #[test]
    fn settings_are_skipped_and_contracts_between_rules_are_not() {
        assert_eq!(end("---\ntitle: MSA\n---\nText"), 19);
        assert_eq!(end("---\r\ntitle: MSA\r\n---\r\nText"), 22);
        assert_eq!(end("+++\ntitle = \"MSA\"\n+++\n"), 22);
        assert_eq!(end("---\nThe parties agree: all fees are due.\n---\n"), 0);
        assert_eq!(end("---\ntitle: never closed\n"), 0);
        assert_eq!(end("# Agreement\n---\n"), 0);
    }

    #[test]
    fn the_title_is_what_stands_behind_its_key() {
        assert_eq!(title("---\nid: 4\ntitle: 'Use policy'\n---\n").as_deref(), Some("Use policy"));
        assert_eq!(title("+++\ntitle = \"MSA\"\n+++\n").as_deref(), Some("MSA"));
        assert_eq!(title("---\ntitle:\nsubtitle: a\n---\n"), None);
        assert_eq!(title(""), None);
    }
}
