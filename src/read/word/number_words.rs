//! English number words, as Word writes them in numbers such as "Article One".

const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] =
    ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
/// Ordinals that are not the cardinal with `th`.
const IRREGULAR: [(&str, &str); 7] = [
    ("one", "first"),
    ("two", "second"),
    ("three", "third"),
    ("five", "fifth"),
    ("eight", "eighth"),
    ("nine", "ninth"),
    ("twelve", "twelfth"),
];

/// "Twenty-one"; figures from a thousand on.
pub(super) fn cardinal(n: u32) -> String {
    capitalised(&words(n))
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn words(n: u32) -> String {
    let hundred = |hundreds: u32| format!("{} hundred", ONES[hundreds as usize]);
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

/// "Twenty-first".
pub(super) fn ordinal(n: u32) -> String {
    let words = words(n);
    for (cardinal, ordinal) in IRREGULAR {
        if let Some(front) = words.strip_suffix(cardinal) {
            return capitalised(&format!("{front}{ordinal}"));
        }
    }
    match words.strip_suffix('y') {
        Some(front) => capitalised(&format!("{front}ieth")),
        None => capitalised(&format!("{words}th")),
    }
}
