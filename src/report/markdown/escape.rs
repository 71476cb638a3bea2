//! A contract's text inside Markdown, without a meaning there.

use crate::report::printable::printable;

/// Text as it reads, on one line: no markup, HTML, link, mention, formula or
/// table border can come out of it.
pub(in crate::report) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let shown = printable(text);
    let mut rest = shown.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '|' | '~' | '$' => {
                out.push('\\');
                out.push(c);
            }
            ':' if rest.peek() == Some(&'/') => out.push_str("\\:"),
            // What GitHub makes of these it makes after all escapes are gone:
            // a space without width keeps name and number apart from the sign.
            '@' | '#' => {
                out.push(c);
                out.push('\u{200b}');
            }
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn text_keeps_its_look_and_loses_its_meaning() {
        assert_eq!(escaped("99.9% (4.1)"), "99.9% (4.1)");
        assert_eq!(escaped("</details><img src=x>"), "&lt;/details&gt;&lt;img src=x&gt;");
        assert_eq!(escaped("a | b\n**c**"), "a \\| b \\*\\*c\\*\\*");
        assert_eq!(escaped("[x](https://e.example)"), "\\[x\\](https\\://e.example)");
        assert_eq!(escaped("@all #12"), "@\u{200b}all #\u{200b}12");
    }
}
