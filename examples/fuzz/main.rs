//! Feeds damaged input to whatever takes input from strangers, and tells of
//! panics, of what takes longer than 10 seconds (of processor time, where the
//! system tells it) and of more than 1 GiB.
//!
//! `cargo run --release --example fuzz -- TARGET [--minutes N | --cases N] [--seed N] [FOLDER...]`
//!
//! The same seed gives the same cases. A case that fails is kept in
//! `fuzz/found`, to become a test.

#![allow(clippy::print_stdout, clippy::print_stderr)]

mod mutate;
mod targets;

use mutate::Lot;
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use targets::{Bench, Target};

/// Longer is a hang.
const SLOWEST: Duration = Duration::from_secs(10);
/// More is a bomb, in KiB.
const MOST_MEMORY: u64 = 1 << 20;
/// Larger files of a corpus are left out: their cases would be few.
const LARGEST_SEED: u64 = 1 << 20;

/// What the command line asks for.
struct Asked {
    name: String,
    target: Target,
    minutes: Option<f64>,
    cases: u64,
    seed: u64,
    folders: Vec<PathBuf>,
}

/// The case at work, for the watchman.
type AtWork = Arc<Mutex<Option<(Duration, PathBuf, Vec<u8>)>>>;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let asked = asked()?;
    let seeds = seeds(&asked)?;
    let bench = Bench::new(asked.target)?;
    let at_work = AtWork::default();
    let began = Instant::now();
    watch(&asked.name, began, Arc::clone(&at_work));
    let last_panic: Arc<Mutex<String>> = Arc::default();
    let heard = Arc::clone(&last_panic);
    std::panic::set_hook(Box::new(move |panic| {
        if let Ok(mut heard) = heard.lock() {
            *heard = panic.to_string().replace('\n', " ");
        }
    }));

    let mut lot = Lot::new(asked.seed);
    let mut done = 0_u64;
    let mut found: BTreeMap<String, u64> = BTreeMap::new();
    let (mut slowest, mut largest) = (Duration::ZERO, 0);
    while match asked.minutes {
        Some(minutes) => began.elapsed().as_secs_f64() < minutes * 60.0,
        None => done < asked.cases,
    } {
        let (path, seed) = &seeds[lot.below(seeds.len())];
        let (_, other) = &seeds[lot.below(seeds.len())];
        let case = bench.case(path, seed, other, &mut lot);
        let start = clock(began);
        *at_work.lock().map_err(|error| error.to_string())? =
            Some((start, path.clone(), case.clone()));
        forget_peak();
        let fed = catch_unwind(AssertUnwindSafe(|| bench.feed(path, &case)));
        *at_work.lock().map_err(|error| error.to_string())? = None;
        done += 1;
        slowest = slowest.max(clock(began).saturating_sub(start));
        let peak = peak();
        largest = largest.max(peak);
        let mut fault = None;
        if fed.is_err() {
            fault = last_panic.lock().ok().map(|said| said.clone());
        } else if peak > MOST_MEMORY {
            fault = Some("more than 1 GiB".to_owned());
        }
        if let Some(fault) = fault {
            let times = found.entry(fault).or_default();
            *times += 1;
            if *times == 1 {
                keep(&asked.name, done, path, &case)?;
            }
        }
    }
    println!(
        "{}: {done} cases from {} seeds in {:.0} s; {} faults, {} given up in time; slowest {:.2} s, most memory {} MiB",
        asked.name,
        seeds.len(),
        began.elapsed().as_secs_f64(),
        found.len(),
        bench.given_up.load(Ordering::Relaxed),
        slowest.as_secs_f64(),
        largest >> 10
    );
    found.iter().for_each(|(fault, times)| println!("{times} times: {fault}"));
    Ok(if found.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn asked() -> Result<Asked, Box<dyn Error>> {
    let names = Target::ALL.map(|(name, _)| name).join(", ");
    let mut words = std::env::args().skip(1);
    let name = words.next().ok_or(format!("wanted: a target: {names}"))?;
    let target = Target::ALL.iter().find(|(known, _)| *known == name);
    let &(_, target) = target.ok_or(format!("the targets are {names}"))?;
    let mut asked =
        Asked { name, target, minutes: None, cases: 10_000, seed: 1, folders: Vec::new() };
    while let Some(word) = words.next() {
        let mut number = || words.next().ok_or(format!("{word} wants a number"));
        match word.as_str() {
            "--minutes" => asked.minutes = Some(number()?.parse()?),
            "--cases" => asked.cases = number()?.parse()?,
            "--seed" => asked.seed = number()?.parse()?,
            folder => asked.folders.push(PathBuf::from(folder)),
        }
    }
    Ok(asked)
}

/// A file cases are made from: its path and what is in it.
type Seed = (PathBuf, Vec<u8>);

/// The files cases are made from, sorted, so that they are the same everywhere.
fn seeds(asked: &Asked) -> Result<Vec<Seed>, Box<dyn Error>> {
    let own = Path::new("fuzz/seeds").join(&asked.name);
    let mut waiting: Vec<PathBuf> = asked.target.more_seeds().iter().map(PathBuf::from).collect();
    waiting.extend(own.is_dir().then_some(own));
    waiting.extend(asked.folders.iter().cloned());
    let mut paths = Vec::new();
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                waiting.push(path);
            } else if asked.target.takes(&path) && path.metadata()?.len() <= LARGEST_SEED {
                paths.push(path);
            }
        }
    }
    paths.sort();
    if paths.is_empty() {
        return Err("no seeds: name a folder".into());
    }
    paths.into_iter().map(|path| Ok((path.clone(), fs::read(path)?))).collect()
}

/// Ends the program where a case takes too long, and keeps the case.
fn watch(name: &str, began: Instant, at_work: AtWork) {
    let name = name.to_owned();
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(Duration::from_millis(200));
            let Ok(at_work) = at_work.lock() else { return };
            let Some((start, path, case)) = at_work.as_ref() else { continue };
            if clock(began).saturating_sub(*start) > SLOWEST {
                println!("{name}: a case takes longer than 10 s");
                if let Err(error) = keep(&name, 0, path, case) {
                    eprintln!("{error}");
                }
                std::process::abort();
            }
        }
    });
}

/// The processor time of this program (Linux, in hundredths of a second), which
/// a busy machine does not lengthen; elsewhere the time that went by.
fn clock(began: Instant) -> Duration {
    let busy = fs::read_to_string("/proc/self/stat").ok().and_then(|stat| {
        let (_, fields) = stat.rsplit_once(") ")?;
        let mut fields = fields.split(' ').skip(11);
        let mut ticks = || fields.next()?.parse::<u64>().ok();
        Some(Duration::from_millis((ticks()? + ticks()?) * 10))
    });
    busy.unwrap_or_else(|| began.elapsed())
}

/// Keeps a case that failed.
fn keep(name: &str, number: u64, path: &Path, case: &[u8]) -> std::io::Result<()> {
    fs::create_dir_all("fuzz/found")?;
    let end = path.extension().unwrap_or_default().to_string_lossy();
    let kept = format!("fuzz/found/{name}-{number}.{end}");
    fs::write(&kept, case)?;
    println!("{kept}, made from {}", path.display());
    Ok(())
}

/// Begins to count the peak of memory anew, where the system can (Linux).
fn forget_peak() {
    // Without it the peak is that of the whole run, which is no less strict.
    let _ = fs::write("/proc/self/clear_refs", "5");
}

/// The most memory that was used, in KiB; 0 where the system does not tell.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}
