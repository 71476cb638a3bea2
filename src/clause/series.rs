//! Letters, small roman numbers and figures in brackets that count the items of
//! a clause inside the lines of a plain text.

use super::marks::{Mark, Number, Standing};

/// One number of a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Item {
    pub(super) series: Series,
    pub(super) number: u32,
    /// What a roman number counts as a letter: `(i)` may come after `(h)`.
    pub(super) letter: Option<u32>,
}

/// How items are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Series {
    /// `A.`
    Capital,
    /// `a.`
    LetterDot,
    /// `(a)`
    Letter,
    /// `(1)`
    Figure,
    /// `(i)`
    Roman,
    /// `i.`
    RomanDot,
}

/// The last item of each series under the clause that is open; 0: none.
#[derive(Debug, Default)]
pub(super) struct Items([u32; 6]);

/// How many marks ahead the second item of a series is looked for.
const AHEAD: usize = 24;
/// Items closer than this many bytes are the first letters of a name.
const CLOSE: usize = 20;
/// A letter from here on is mostly a roman number where it stands at a line's start.
const ROMAN_FROM: u32 = 9;

impl Items {
    /// Whether a clause begins at an item, `marks` being those behind it.
    pub(super) fn take(&mut self, mark: &Mark, item: Item, marks: &[Mark]) -> bool {
        let (series, number) = self.read(mark, item, marks);
        let next = number == self.0[series as usize] + 1;
        let begins = match mark.standing {
            Standing::First => true,
            Standing::Weak => next || number == 1,
            Standing::Apart if number == 1 => {
                series == Series::Letter || goes_on(mark, series, number, marks)
            }
            Standing::Apart => next,
            Standing::Listed => next && number > 1,
        };
        if begins && (next || number < ROMAN_FROM) {
            self.0[series as usize] = number;
            // Items that mostly stand inside others begin anew.
            for inner in [Series::Letter, Series::Figure, Series::Roman, Series::RomanDot] {
                if rank(inner) > rank(series) {
                    self.0[inner as usize] = 0;
                }
            }
        }
        begins
    }

    /// A roman number as a letter, where letters come to it.
    fn read(&self, mark: &Mark, item: Item, marks: &[Mark]) -> (Series, u32) {
        let letters =
            if item.series == Series::RomanDot { Series::LetterDot } else { Series::Letter };
        let after = |letter: &u32| *letter == self.0[letters as usize] + 1;
        match item.letter.filter(after) {
            Some(letter)
                if item.number != self.0[item.series as usize] + 1
                    || !goes_on_as_roman(mark, item, marks) =>
            {
                (letters, letter)
            }
            _ => (item.series, item.number),
        }
    }
}

/// Outer series have a lower rank.
fn rank(series: Series) -> u8 {
    match series {
        Series::Capital => 0,
        Series::LetterDot | Series::Letter => 1,
        Series::Figure | Series::Roman | Series::RomanDot => 2,
    }
}

/// Whether, of the next items, a roman number that stands as this one does comes
/// before the next letter.
fn goes_on_as_roman(mark: &Mark, item: Item, marks: &[Mark]) -> bool {
    let at_start = |mark: &Mark| mark.standing == Standing::First;
    let next = marks.iter().find_map(|next| {
        let as_this = at_start(next) == at_start(mark);
        let Number::Item(next) = &next.number else { return None };
        let roman = as_this && next.series == item.series && next.number == item.number + 1;
        let letter = next.series != item.series && Some(next.number) == item.letter.map(|l| l + 1);
        (roman || letter).then_some(roman)
    });
    next.unwrap_or(false)
}

fn is(mark: &Mark, series: Series, number: u32) -> bool {
    matches!(&mark.number, Number::Item(item) if item.series == series && item.number == number)
}

/// Whether a series that begins at a mark goes on before the next clause.
fn goes_on(mark: &Mark, series: Series, number: u32, marks: &[Mark]) -> bool {
    marks
        .iter()
        .take(AHEAD)
        .take_while(|next| match &next.number {
            Number::Path(path) => path.len() > 1,
            Number::Item(_) => !is(next, series, number),
            Number::Part(_) | Number::Article(_) => false,
        })
        .any(|next| is(next, series, number + 1) && next.place >= mark.place + CLOSE)
}
