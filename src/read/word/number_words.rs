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
    match n {
        0..20 => ONES[n as usize].to_owned(),
        20..100 => {
            let tens = TENS[(n / 10) as usize];
            if n % 10 == 0 {
                tens.to_owned()
            } else {
                format!("{tens}-{}", ONES[(n % 10) as usize])
            }
        }
        100..1000 => {
            let hundreds = format!("{} Hundred", ONES[(n / 100) as usize]);
            if n % 100 == 0 {
                return hundreds;
            }
            let rest = n % 100;
            let tens = TENS[(rest / 10) as usize];
            match rest {
                0..20 => format!("{hundreds} {}", ONES[rest as usize]),
                _ if rest % 10 == 0 => format!("{hundreds} {tens}"),
                _ => format!("{hundreds} {tens}-{}", ONES[(rest % 10) as usize]),
            }
        }
        _ => n.to_string(),
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
