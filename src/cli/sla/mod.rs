//! `fineprint sla`: the arithmetic of service levels, by hand or from a
//! contract.

mod figures;

use super::args::{Language, Parties, Reading};
use super::contracts::too_slow;
use super::inputs::read_or_complain;
use super::screen::Screen;
use super::settings::known_rules;
use super::{CLEAN, TROUBLE};
use crate::check::{Judging, LadderStep, Review, SheetLine};
use crate::matching::Lang;
use crate::report::{
    Group, SumsAsked, TermSheets, promises_text, sums, sums_json, sums_text, terms_json,
};
use crate::source::Deadline;
use clap::{Args, ValueEnum};
use figures::{excluded, outage, percent, sum, tier};
use rust_decimal::Decimal;
use std::io;
use std::path::{Path, PathBuf};

#[derive(Debug, Args)]
pub(super) struct Sla {
    /// An availability such as 99.9%, or a contract
    #[arg(value_name = "PERCENT|FILE")]
    target: Option<String>,
    /// Time that does not count as downtime, such as "12 h/week"
    #[arg(long, value_name = "TIME/PERIOD")]
    exclude: Option<String>,
    /// Availabilities of services that are all needed: 99.95,99.99
    #[arg(long, value_name = "PERCENTS", value_delimiter = ',')]
    serial: Vec<String>,
    /// Availabilities of services of which one suffices: 99.9,99.9
    #[arg(long, value_name = "PERCENTS", value_delimiter = ',')]
    parallel: Vec<String>,
    /// The length of an outage in a month: 8h
    #[arg(long, value_name = "TIME")]
    outage: Option<String>,
    /// The fee of a month
    #[arg(long, value_name = "SUM")]
    fee: Option<String>,
    /// Credits below an uptime: "99.9:10,99.0:25,95:100"; a contract has its own
    #[arg(long, value_name = "UPTIME:CREDIT", value_delimiter = ',')]
    ladder: Vec<String>,
    /// The most that is credited, in per cent of the fee
    #[arg(long, value_name = "PERCENT")]
    cap: Option<String>,
    /// What an hour of outage costs the customer
    #[arg(long, value_name = "SUM")]
    loss: Option<String>,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    parties: Parties,
    /// Rules of your own: a folder with checks/, provisions/ or terms/
    #[arg(long, value_name = "DIR")]
    rules: Vec<PathBuf>,
    /// How to write it
    #[arg(long, value_enum, default_value_t = SlaFormat::Text, value_name = "FORMAT")]
    format: SlaFormat,
    /// The language; auto: the contract's own, else English
    #[arg(long, value_enum, default_value_t = Language::Auto)]
    lang: Language,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum SlaFormat {
    /// For people
    Text,
    /// For programs: described in docs/json.md
    Json,
}

pub(super) fn run(arguments: &Sla, screen: &mut Screen) -> io::Result<u8> {
    let file = arguments.target.as_deref().filter(|target| percent(target).is_err());
    let path = file.map(Path::new).filter(|path| looks_like_a_file(path));
    let asked = path.map_or_else(|| asked(arguments), |path| asked_of_file(arguments, path));
    match (asked, path) {
        (Ok(asked), Some(path)) => of_file(arguments, path, &asked, screen),
        (Ok(asked), None) => {
            let lang = arguments.lang.asked().unwrap_or(Lang::En);
            let groups = sums(&asked, lang);
            let (width, style) = (screen.width(), screen.style());
            screen.out(|out| match arguments.format {
                SlaFormat::Text => sums_text(&groups, out, width, style, lang),
                SlaFormat::Json => sums_json(&groups, out),
            })?;
            Ok(CLEAN)
        }
        (Err(complaint), _) => {
            screen.complain(&complaint);
            Ok(TROUBLE)
        }
    }
}

/// Whether an argument that is no percentage is meant as a file: it is there,
/// or has an ending.
fn looks_like_a_file(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    path.exists() || ending.is_some_and(|ending| ending.starts_with(char::is_alphabetic))
}

fn of_file(arguments: &Sla, path: &Path, asked: &SumsAsked, screen: &mut Screen) -> io::Result<u8> {
    let Some(catalogue) = known_rules(&arguments.rules, &[path.to_owned()], screen) else {
        return Ok(TROUBLE);
    };
    let Some(document) = read_or_complain(path, &arguments.reading, screen) else {
        return Ok(TROUBLE);
    };
    let named = arguments.parties.named();
    let limit = arguments.reading.limits().seconds;
    let deadline = Deadline::after(limit);
    let judging = Judging { lang: arguments.lang.asked(), deadline, ..Judging::default() };
    let mut review = crate::review(&catalogue, vec![document], &named, judging);
    if review.unfinished {
        screen.complain_of(&too_slow(&review.documents, limit));
        return Ok(TROUBLE);
    }
    let lang = arguments.lang.asked().or(review.languages.first().copied()).unwrap_or(Lang::En);
    review.sheet.retain(|line| line.service_level);
    let groups = of_ladders(&review, asked, lang);
    let (width, style) = (screen.width(), screen.style());
    screen.out(|out| match arguments.format {
        SlaFormat::Text => {
            promises_text(std::slice::from_ref(&review), out, width, style, lang)?;
            if groups.is_empty() {
                return Ok(());
            }
            writeln!(out)?;
            sums_text(&groups, out, width, style, lang)
        }
        SlaFormat::Json if !groups.is_empty() => sums_json(&groups, out),
        SlaFormat::Json => {
            let reviews = std::slice::from_ref(&review);
            terms_json(&TermSheets { reviews, failures: &[], lang }, out)
        }
    })?;
    Ok(CLEAN)
}

/// What an outage is worth by each ladder of a contract.
fn of_ladders(review: &Review, asked: &SumsAsked, lang: Lang) -> Vec<Group> {
    if asked.outage.is_none() {
        return Vec::new();
    }
    let cap = asked.cap.or_else(|| review.sheet.iter().find_map(|line| line.credit_cap));
    let own = |line: &SheetLine| SumsAsked {
        ladder: line.rows.iter().filter_map(LadderStep::tier).collect(),
        service: line.subject.clone(),
        cap,
        ..asked.clone()
    };
    let ladders: Vec<SumsAsked> =
        review.sheet.iter().filter(|line| !line.rows.is_empty()).map(own).collect();
    let ladders = if ladders.is_empty() || !asked.ladder.is_empty() {
        vec![SumsAsked { cap, ..asked.clone() }]
    } else {
        ladders
    };
    ladders.iter().flat_map(|asked| sums(asked, lang)).collect()
}

/// The arguments beside a contract; those that a contract answers itself are
/// refused.
fn asked_of_file(arguments: &Sla, path: &Path) -> Result<SumsAsked, String> {
    let refused = [
        ("--exclude", arguments.exclude.is_some()),
        ("--serial", !arguments.serial.is_empty()),
        ("--parallel", !arguments.parallel.is_empty()),
    ];
    if let Some((option, _)) = refused.iter().find(|(_, given)| *given) {
        return Err(format!(
            "{option} goes with a percentage, not with {}: what the contract says is read from it",
            path.display()
        ));
    }
    money_asked(arguments)
}

/// The arguments as figures, or what is wrong with the first that is none.
fn asked(arguments: &Sla) -> Result<SumsAsked, String> {
    let target = arguments.target.as_deref();
    let available = target.map(percent).transpose().map_err(|complaint| {
        let figure = target.unwrap_or_default().trim_end_matches('%');
        if figure.parse::<Decimal>().is_ok() {
            complaint
        } else {
            format!("{figure} is neither a percentage such as 99.9% nor a file that is there")
        }
    })?;
    if arguments.exclude.is_some() && available.is_none() {
        return Err(
            "--exclude needs an availability: fineprint sla 99.9% --exclude \"12 h/week\"".into()
        );
    }
    let nothing = available.is_none()
        && arguments.serial.is_empty()
        && arguments.parallel.is_empty()
        && arguments.outage.is_none();
    if nothing && arguments.fee.is_none() && arguments.ladder.is_empty() {
        return Err("nothing to work out: give an availability (fineprint sla 99.9%), a contract \
                    (fineprint sla contract.docx), --serial, --parallel or --outage"
            .into());
    }
    let percents = |option: &str, list: &[String]| {
        let read: Result<Vec<Decimal>, String> = list.iter().map(|text| percent(text)).collect();
        read.map_err(|complaint| format!("{option}: {complaint}"))
    };
    Ok(SumsAsked {
        available,
        excluded: arguments.exclude.as_deref().map(excluded).transpose()?,
        serial: percents("--serial", &arguments.serial)?,
        parallel: percents("--parallel", &arguments.parallel)?,
        ..money_asked(arguments)?
    })
}

/// The arguments that say what an outage is worth.
fn money_asked(arguments: &Sla) -> Result<SumsAsked, String> {
    let needs = |option: &str, given: bool, other: &str, has: bool, example: &str| {
        let message = || format!("{option} needs {other}: fineprint sla {example}");
        if given && !has { Err(message()) } else { Ok(()) }
    };
    let (fee, ladder) = (arguments.fee.is_some(), !arguments.ladder.is_empty());
    let outage_example = "--outage 8h --fee 10000";
    let fee_example = "--outage 8h --fee 10000 --ladder 99.9:10,99:25";
    needs("--fee", fee, "--outage", arguments.outage.is_some(), outage_example)?;
    needs("--ladder", ladder, "--fee", fee, fee_example)?;
    needs("--cap", arguments.cap.is_some(), "--fee", fee, fee_example)?;
    needs("--loss", arguments.loss.is_some(), "--fee", fee, fee_example)?;
    let cap = arguments.cap.as_deref().map(percent).transpose();
    Ok(SumsAsked {
        outage: arguments.outage.as_deref().map(outage).transpose()?,
        fee: arguments.fee.as_deref().map(|text| sum("--fee", text)).transpose()?,
        ladder: arguments.ladder.iter().map(|row| tier(row)).collect::<Result<_, _>>()?,
        cap: cap.map_err(|complaint| format!("--cap: {complaint}"))?,
        loss: arguments.loss.as_deref().map(|text| sum("--loss", text)).transpose()?,
        ..SumsAsked::default()
    })
}
