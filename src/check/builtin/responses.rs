//! Checks of response times by severity.

use super::values::value;
use crate::arithmetic::{Wording, filled};
use crate::check::raise::{Bench, Place};
use crate::terms::{KeyTerm, severity_rank};

/// Most units between two rows of one table or list.
const REACH: usize = 3;

/// Times of a graver incident that are longer than those of a lesser one.
pub(super) fn disorder(bench: &Bench, times: &[&KeyTerm]) -> Vec<Place> {
    let words = &Wording::of(bench.lang).checks;
    let contract = bench.reading.contract;
    let ranked: Vec<(&KeyTerm, usize, &str)> = times
        .iter()
        .filter_map(|term| {
            let name = term.subject.as_deref()?;
            Some((*term, severity_rank(name)?, name))
        })
        .collect();
    let mut places = Vec::new();
    for (index, (first, rank, name)) in ranked.iter().enumerate() {
        let next = ranked[index + 1..].iter().find(|(other, ..)| other.id == first.id);
        let Some((second, other_rank, other_name)) = next else { continue };
        if second.at.unit - first.at.unit > REACH {
            continue;
        }
        let (graver, lesser) = if rank < other_rank {
            ((first, name), (second, other_name))
        } else if rank > other_rank {
            ((second, other_name), (first, name))
        } else {
            continue;
        };
        let lengths = (graver.0.quantity.in_minutes(), lesser.0.quantity.in_minutes());
        if !matches!(lengths, (Some(grave), Some(less)) if grave > less) {
            continue;
        }
        let [grave_text, less_text] =
            [graver, lesser].map(|(term, name)| format!("{name}: {}", value(contract, term)));
        let values = [("graver", grave_text.as_str()), ("lesser", less_text.as_str())];
        places.push(Place {
            further: vec![lesser.0.at.clone().into()],
            working: Some(filled(&words.slower, &values)),
            ..graver.0.at.clone().into()
        });
    }
    places
}
