//! English number words, as Word writes them in numbers such as "Article One".

const ONES: [&str; 20] = [
    "Zero",
    "One",
    "Two",
    "Three",
    "Four",
    "Five",
    "Six",
    "Seven",
    "Eight",
    "Nine",
    "Ten",
    "Eleven",
    "Twelve",
    "Thirteen",
    "Fourteen",
    "Fifteen",
    "Sixteen",
    "Seventeen",
    "Eighteen",
    "Nineteen",
];
const TENS: [&str; 10] =
    ["", "", "Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"];
/// Ordinals that are not the cardinal with `th`.
const IRREGULAR: [(&str, &str); 7] = [
    ("One", "First"),
    ("Two", "Second"),
    ("Three", "Third"),
    ("Five", "Fifth"),
    ("Eight", "Eighth"),
    ("Nine", "Ninth"),
    ("Twelve", "Twelfth"),
];

/// "Twenty-One"; figures from a thousand on.
pub(super) fn cardinal(n: u32) -> String {
    let hundred = |hundreds: u32| format!("{} Hundred", ONES[hundreds as usize]);
    match (n / 100, n % 100) {
        (0, rest) => below_hundred(rest),
        (hundreds @ 1..10, 0) => hundred(hundreds),
        (hundreds @ 1..10, rest) => format!("{} {}", hundred(hundreds), below_hundred(rest)),
        _ => n.to_string(),
    }
}

fn below_hundred(n: u32) -> String {
    let tens = || TENS[(n / 10) as usize];
    match n {
        0..20 => ONES[n as usize].to_owned(),
        _ if n.is_multiple_of(10) => tens().to_owned(),
        _ => format!("{}-{}", tens(), ONES[(n % 10) as usize]),
    }
}

/// "Twenty-First".
pub(super) fn ordinal(n: u32) -> String {
    let words = cardinal(n);
    for (cardinal, ordinal) in IRREGULAR {
        if let Some(front) = words.strip_suffix(cardinal) {
            return format!("{front}{ordinal}");
        }
    }
    match words.strip_suffix('y') {
        Some(front) => format!("{front}ieth"),
        None => format!("{words}th"),
    }
}
