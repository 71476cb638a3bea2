//! Many contracts at once: judged side by side, handed on in their order, and
//! left alone when the user has had enough.

use super::args::Reading;
use super::contracts::{Outcome, Planned};
use crate::catalogue::Catalogue;
use crate::config::Settings;
use std::collections::BTreeMap;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

/// How long Ctrl-C may go unnoticed.
const GLANCE: Duration = Duration::from_millis(50);

/// Whether Ctrl-C was pressed.
static INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// The exit code of a process that Ctrl-C ended, as shells have it.
pub(super) const EXIT: u8 = 130;

/// All that judging takes.
#[derive(Debug)]
pub(super) struct Work {
    pub(super) catalogue: Arc<Catalogue>,
    pub(super) settings: Settings,
    pub(super) reading: Reading,
    pub(super) planned: Vec<Planned>,
    /// The rule whose every look is told.
    pub(super) inspect: Option<String>,
}

/// From here on Ctrl-C lets what is being written come to its end; a second
/// one does not.
pub(super) fn mind_interrupts() {
    // Where no handler can be set, Ctrl-C ends the process as it always did.
    let _ = ctrlc::set_handler(|| {
        if INTERRUPTED.swap(true, Ordering::Relaxed) {
            #[allow(
                clippy::exit,
                reason = "the user asked twice, and main may be stuck in a pipe"
            )]
            std::process::exit(i32::from(EXIT));
        }
    });
}

/// Judges all contracts and hands each on as soon as it and all before it are
/// done. False where Ctrl-C cut it short. Fails as `take` fails.
pub(super) fn judge(
    work: Work,
    mut take: impl FnMut(Outcome) -> io::Result<()>,
) -> io::Result<bool> {
    let all = work.planned.len();
    let work = Arc::new(work);
    let at = Arc::new(AtomicUsize::new(0));
    let (send, receive) = channel();
    for _ in 0..rayon::current_num_threads().min(all) {
        let (work, at, send) = (Arc::clone(&work), Arc::clone(&at), send.clone());
        // Nobody waits for these: an end by Ctrl-C is at once.
        rayon::spawn(move || {
            loop {
                let index = at.fetch_add(1, Ordering::Relaxed);
                let Some(planned) = work.planned.get(index) else { break };
                let judged = || {
                    let inspect = work.inspect.as_deref();
                    planned.judged(&work.catalogue, &work.settings, &work.reading, inspect)
                };
                let outcome = catch_unwind(AssertUnwindSafe(judged));
                let outcome = outcome.unwrap_or_else(|_| planned.broken());
                if send.send((index, outcome)).is_err() {
                    break;
                }
            }
        });
    }
    let mut waiting: BTreeMap<usize, Outcome> = BTreeMap::new();
    let mut next = 0;
    while next < all {
        match receive.recv_timeout(GLANCE) {
            Ok((index, outcome)) => drop(waiting.insert(index, outcome)),
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {}
        }
        if INTERRUPTED.load(Ordering::Relaxed) {
            return Ok(false);
        }
        while let Some(outcome) = waiting.remove(&next) {
            next += 1;
            take(outcome)?;
        }
    }
    Ok(true)
}
