//! `fineprint cost`: what offers cost over months at a given use, side by side.

use super::args::{Language, Parties, Reading};
use super::screen::Screen;
use super::settings::known_rules;
use super::singles::{Singles, judged};
use super::{CLEAN, NO_INPUT, TROUBLE};
use crate::cost::{Asked, Offer, Rate, Use, cost, side_by_side};
use crate::quantity::Currency;
use crate::report::{CostSheets, cost_json, cost_markdown, cost_text};
use clap::{Args, ValueEnum};
use rust_decimal::Decimal;
use std::io;
use std::path::PathBuf;

/// Most months that are reckoned: a hundred years.
const MOST_MONTHS: i64 = 1_200;

#[derive(Debug, Args)]
pub(super) struct CostArguments {
    /// Offers: .md, .markdown, .docx, .txt, folders of these, or - for standard input
    #[arg(required = true, value_name = "FILE")]
    paths: Vec<PathBuf>,
    /// What is used a month: voice=2000000min,seats=40; with /year or /total, in that time
    #[arg(long = "use", required = true, value_name = "NAME=AMOUNT UNIT")]
    uses: Vec<String>,
    /// Over how many months
    #[arg(long, default_value_t = 12, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=MOST_MONTHS))]
    months: u32,
    /// The rise of prices a year, in place of what the offers say
    #[arg(long, value_name = "PERCENT")]
    uplift: Option<String>,
    /// The plan, where an offer has several, by words of its name
    #[arg(long, value_name = "NAME")]
    plan: Option<String>,
    /// Which price is meant for a use, by words of its name or its clause: "voice=Real-time audio"
    #[arg(long = "price", value_name = "USE=NAME")]
    prices: Vec<String>,
    /// Whose dollar a bare $ is: USD, SGD, HKD ...
    #[arg(long, value_name = "CODE")]
    dollar: Option<String>,
    /// What a currency is worth in another, to compare in that: USD=4.40MYR
    #[arg(long = "rate", value_name = "CODE=AMOUNT CODE")]
    rates: Vec<String>,
    /// How to write the comparison
    #[arg(long, value_enum, default_value_t = CostFormat::Text, value_name = "FORMAT")]
    format: CostFormat,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    parties: Parties,
    /// Rules of your own: a folder with checks/, provisions/ or terms/
    #[arg(long, value_name = "DIR")]
    rules: Vec<PathBuf>,
    /// The language of the comparison; auto: the first offer's own
    #[arg(long, value_enum, default_value_t = Language::Auto)]
    lang: Language,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum CostFormat {
    /// For people
    Text,
    /// For programs: described in docs/json.md
    Json,
    /// A table and the workings, for documents
    Markdown,
}

pub(super) fn run(arguments: &CostArguments, screen: &mut Screen) -> io::Result<u8> {
    let (asked, rates) = match asked(arguments) {
        Ok(asked) => asked,
        Err(complaint) => {
            screen.complain(&complaint);
            return Ok(TROUBLE);
        }
    };
    let Some(catalogue) = known_rules(&arguments.rules, &arguments.paths, screen) else {
        return Ok(TROUBLE);
    };
    let (reading, parties) = (&arguments.reading, &arguments.parties);
    let singles = judged(&catalogue, &arguments.paths, reading, parties, arguments.lang, screen);
    let Some(Singles { reviews, failures, lang }) = singles else { return Ok(NO_INPUT) };
    let offers: Vec<Offer> = reviews.iter().map(|review| cost(review, &asked)).collect();
    let mistakes = not_found(&asked, &offers);
    mistakes.iter().for_each(|mistake| screen.complain(mistake));
    let unpriced: Vec<String> = offers.iter().filter_map(no_price).collect();
    unpriced.iter().for_each(|complaint| screen.complain(complaint));
    let beside = side_by_side(&offers, &rates);
    if let Some(complaint) = not_compared(&offers, beside.is_some()) {
        screen.complain(&complaint);
    }
    let sheets = CostSheets {
        offers: &offers,
        asked: &asked,
        side_by_side: beside.as_ref(),
        failures: &failures,
        lang,
    };
    let (width, style) = (screen.width(), screen.style());
    screen.out(|out| match arguments.format {
        CostFormat::Text => cost_text(&sheets, out, width, style),
        CostFormat::Json => cost_json(&sheets, out),
        CostFormat::Markdown => cost_markdown(&sheets, out),
    })?;
    let trouble = !failures.is_empty() || !mistakes.is_empty() || !unpriced.is_empty();
    Ok(if trouble { TROUBLE } else { CLEAN })
}

/// An offer with no price at all for what is used.
fn no_price(offer: &Offer) -> Option<String> {
    let path = offer.review.documents.first().map_or("", |d| d.source.path.as_str());
    let nothing = offer.currency.is_none() && offer.parts.is_empty();
    let found = offer.unused.len();
    (nothing && !offer.notes.iter().any(|note| note.kind == crate::cost::NoteKind::Currencies)).then(|| match found {
        0 => format!("{path}: no price was found in it: a form must be filled in, and prices that stand elsewhere must be given as well; see what was read with fineprint terms"),
        _ => format!("{path}: none of its {found} prices could be taken for a use; what was found, and how to choose, is listed"),
    })
}

/// What was named and is in no offer.
fn not_found(asked: &Asked, offers: &[Offer]) -> Vec<String> {
    let prices = asked.prices.iter().enumerate();
    let prices = prices
        .filter(|(at, _)| !offers.iter().any(|offer| offer.named.contains(at)))
        .map(|(_, (used, name))| {
            format!(
                "--price {used}={name}: no offer has a price of that name or clause in the unit of {used}; \
                 see the names with fineprint terms"
            )
        });
    let plan = asked.plan.iter().filter(|_| !offers.iter().any(|offer| offer.has_plan));
    let plan = plan.map(|plan| {
        format!("--plan {plan}: no offer has several plans of which one has that name")
    });
    prices.chain(plan).collect()
}

/// Why offers that are whole are not compared.
fn not_compared(offers: &[Offer], compared: bool) -> Option<String> {
    let mut codes: Vec<&str> = Vec::new();
    for offer in offers.iter().filter(|offer| offer.is_complete()) {
        let code = offer.currency?.code();
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    let [first, second, ..] = codes.as_slice() else { return None };
    (!compared).then(|| {
        format!(
            "the totals are in {} and are not compared: say what one is worth, \
             such as --rate {first}=1.00{second}",
            codes.join(", ")
        )
    })
}

/// The arguments as figures, or what is wrong with the first that is none.
fn asked(arguments: &CostArguments) -> Result<(Asked, Vec<Rate>), String> {
    let mut uses: Vec<Use> = Vec::new();
    for text in &arguments.uses {
        uses.extend(Use::read_all(text).map_err(|complaint| format!("--use: {complaint}"))?);
    }
    for (at, used) in uses.iter().enumerate() {
        if uses[..at].iter().any(|other| other.name == used.name) {
            return Err(format!("--use: {} is said twice", used.name));
        }
    }
    let prices: Result<Vec<(String, String)>, String> =
        arguments.prices.iter().map(|text| named_price(text, &uses)).collect();
    let dollar = arguments.dollar.as_deref().map(|code| {
        currency(code).ok_or_else(|| {
            format!("--dollar: {code} is no currency known: write a code such as USD")
        })
    });
    let rates: Result<Vec<Rate>, String> = arguments.rates.iter().map(|text| rate(text)).collect();
    let rates = rates?;
    if let Some(other) = rates.iter().find(|rate| rate.to != rates[0].to) {
        let (to, other) = (rates[0].to.code(), other.to.code());
        return Err(format!(
            "--rate: offers are compared in one currency, not in {to} and {other}"
        ));
    }
    let asked = Asked {
        uses,
        months: arguments.months,
        uplift: arguments.uplift.as_deref().map(uplift).transpose()?,
        plan: arguments.plan.clone(),
        prices: prices?,
        dollar: dollar.transpose()?,
    };
    Ok((asked, rates))
}

/// `voice=Real-time audio`.
fn named_price(text: &str, uses: &[Use]) -> Result<(String, String), String> {
    let (used, name) =
        text.split_once('=').filter(|(_, name)| !name.trim().is_empty()).ok_or_else(|| {
            format!(
                "--price: {text} names no price: write USE=NAME, such as \"voice=Real-time audio\""
            )
        })?;
    if !uses.iter().any(|known| known.name == used.trim()) {
        return Err(format!(
            "--price: {} is none of the uses: it needs --use {}=...",
            used.trim(),
            used.trim()
        ));
    }
    Ok((used.trim().to_owned(), name.trim().to_owned()))
}

fn uplift(text: &str) -> Result<Decimal, String> {
    let figure = text.trim().trim_end_matches(['%', '％']).trim();
    let value: Option<Decimal> = figure.parse().ok();
    value.filter(|value| *value >= Decimal::ZERO && *value <= Decimal::ONE_HUNDRED).ok_or_else(
        || format!("--uplift: {text} is no rise of 0% to 100% a year: write one such as 5%"),
    )
}

/// `USD=4.40MYR`.
fn rate(text: &str) -> Result<Rate, String> {
    let wrong = || format!("--rate: cannot read {text}: write one such as USD=4.40MYR");
    let (from, worth) = text.split_once('=').ok_or_else(wrong)?;
    let worth = worth.trim();
    let end = worth.find(|c: char| c.is_alphabetic() || c == '$').ok_or_else(wrong)?;
    let value: Decimal = worth[..end].trim().parse().map_err(|_| wrong())?;
    let known = |code: &str| {
        currency(code).ok_or_else(|| format!("--rate: {} is no currency known", code.trim()))
    };
    let rate = Rate { from: known(from)?, value, to: known(&worth[end..])? };
    if rate.value <= Decimal::ZERO || rate.from == rate.to {
        return Err(wrong());
    }
    Ok(rate)
}

fn currency(code: &str) -> Option<Currency> {
    Currency::of_code(&code.trim().to_ascii_uppercase())
}
