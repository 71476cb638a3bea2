//! English: words that bound a quantity, join the ends of a range, or tell a
//! number that is none.

use crate::quantity::lexicon::Table;
use crate::quantity::model::Comparator;

/// Comparators before a quantity.
pub(in crate::quantity) const COMPARE_BEFORE: Table<Comparator> = &[
    ("at least", Comparator::AtLeast),
    ("not less than", Comparator::AtLeast),
    ("no less than", Comparator::AtLeast),
    ("not be less than", Comparator::AtLeast),
    ("no fewer than", Comparator::AtLeast),
    ("not fewer than", Comparator::AtLeast),
    ("not fall below", Comparator::AtLeast),
    ("not below", Comparator::AtLeast),
    ("not under", Comparator::AtLeast),
    ("no lower than", Comparator::AtLeast),
    ("no worse than", Comparator::AtLeast),
    ("never below", Comparator::AtLeast),
    ("never less than", Comparator::AtLeast),
    ("never under", Comparator::AtLeast),
    ("not short of", Comparator::AtLeast),
    ("equal to or above", Comparator::AtLeast),
    ("equal to or more than", Comparator::AtLeast),
    ("equal to or higher than", Comparator::AtLeast),
    ("higher than or equal to", Comparator::AtLeast),
    ("more than or equal to", Comparator::AtLeast),
    ("at or above", Comparator::AtLeast),
    ("not lower than", Comparator::AtLeast),
    ("no earlier than", Comparator::AtLeast),
    ("greater than or equal to", Comparator::AtLeast),
    ("equal to or greater than", Comparator::AtLeast),
    ("minimum of", Comparator::AtLeast),
    ("minimum", Comparator::AtLeast),
    ("min.", Comparator::AtLeast),
    ("min", Comparator::AtLeast),
    ("a minimum", Comparator::AtLeast),
    ("at a minimum", Comparator::AtLeast),
    (">=", Comparator::AtLeast),
    ("≥", Comparator::AtLeast),
    ("not more than", Comparator::AtMost),
    ("no more than", Comparator::AtMost),
    ("not be more than", Comparator::AtMost),
    ("not greater than", Comparator::AtMost),
    ("no greater than", Comparator::AtMost),
    ("not exceed", Comparator::AtMost),
    ("not to exceed", Comparator::AtMost),
    ("not exceeding", Comparator::AtMost),
    ("never exceed", Comparator::AtMost),
    ("no later than", Comparator::AtMost),
    ("not later than", Comparator::AtMost),
    ("no longer than", Comparator::AtMost),
    ("not longer than", Comparator::AtMost),
    ("less than or equal to", Comparator::AtMost),
    ("equal to or less than", Comparator::AtMost),
    ("equal to or below", Comparator::AtMost),
    ("lower than or equal to", Comparator::AtMost),
    ("at or below", Comparator::AtMost),
    ("maximum of", Comparator::AtMost),
    ("maximum", Comparator::AtMost),
    ("max.", Comparator::AtMost),
    ("max", Comparator::AtMost),
    ("inside", Comparator::AtMost),
    ("up to", Comparator::AtMost),
    ("at most", Comparator::AtMost),
    ("no higher than", Comparator::AtMost),
    ("not higher than", Comparator::AtMost),
    ("never more than", Comparator::AtMost),
    ("not above", Comparator::AtMost),
    ("not over", Comparator::AtMost),
    ("within", Comparator::AtMost),
    ("on or before", Comparator::AtMost),
    ("by no later than", Comparator::AtMost),
    ("on or after", Comparator::AtLeast),
    ("not earlier than", Comparator::AtLeast),
    ("limited to", Comparator::AtMost),
    ("capped at", Comparator::AtMost),
    ("<=", Comparator::AtMost),
    ("≤", Comparator::AtMost),
    ("more than", Comparator::MoreThan),
    ("greater than", Comparator::MoreThan),
    ("exceeds", Comparator::MoreThan),
    ("exceed", Comparator::MoreThan),
    ("exceeding", Comparator::MoreThan),
    ("in excess of", Comparator::MoreThan),
    ("over", Comparator::MoreThan),
    ("above", Comparator::MoreThan),
    ("longer than", Comparator::MoreThan),
    ("higher than", Comparator::MoreThan),
    (">", Comparator::MoreThan),
    ("less than", Comparator::LessThan),
    ("fewer than", Comparator::LessThan),
    ("below", Comparator::LessThan),
    ("short of", Comparator::LessThan),
    ("lower than", Comparator::LessThan),
    ("under", Comparator::LessThan),
    ("<", Comparator::LessThan),
    ("about", Comparator::About),
    ("approximately", Comparator::About),
    ("roughly", Comparator::About),
];

/// Words that may stand between a comparator and its figure.
pub(in crate::quantity) const FILLERS: Table<()> = &[
    ("a period of", ()),
    ("the period of", ()),
    ("a total of", ()),
    ("the sum of", ()),
    ("an amount of", ()),
    ("the amount of", ()),
    ("a further", ()),
    ("an additional", ()),
    ("the", ()),
    ("a", ()),
    ("an", ()),
    ("[", ()),
];

/// Comparators behind a quantity. A sign bounds what stands behind it: in
/// `95% <= uptime` the uptime is at least 95%.
pub(in crate::quantity) const COMPARE_AFTER: Table<Comparator> = &[
    ("<=", Comparator::AtLeast),
    ("≤", Comparator::AtLeast),
    ("<", Comparator::MoreThan),
    (">=", Comparator::AtMost),
    ("≥", Comparator::AtMost),
    (">", Comparator::LessThan),
    ("or more", Comparator::AtLeast),
    ("or longer", Comparator::AtLeast),
    ("or greater", Comparator::AtLeast),
    ("or higher", Comparator::AtLeast),
    ("or above", Comparator::AtLeast),
    ("and above", Comparator::AtLeast),
    ("or less", Comparator::AtMost),
    ("or fewer", Comparator::AtMost),
    ("or lower", Comparator::AtMost),
    ("or below", Comparator::AtMost),
    ("and below", Comparator::AtMost),
    ("or shorter", Comparator::AtMost),
];

/// Words that join the two ends of a range.
pub(in crate::quantity) const TO: Table<()> = &[("-", ()), ("to", ()), ("~", ()), ("through", ())];

/// Words that join two ends only behind `between`.
pub(in crate::quantity) const AND: Table<()> = &[("and", ())];

/// Words that let [`AND`] join two ends.
pub(in crate::quantity) const BETWEEN: Table<()> = &[("between", ())];

/// Words whose following number is a label.
pub(in crate::quantity) const LABELS: Table<()> = &[
    ("severity", ()),
    ("severity level", ()),
    ("priority", ()),
    ("priority level", ()),
    ("sev", ()),
    ("level", ()),
    ("section", ()),
    ("sections", ()),
    ("clause", ()),
    ("clauses", ()),
    ("article", ()),
    ("paragraph", ()),
    ("schedule", ()),
    ("exhibit", ()),
    ("appendix", ()),
    ("annex", ()),
    ("item", ()),
    ("page", ()),
    ("version", ()),
    ("no.", ()),
];

/// Words that make the number behind them an ordinal.
pub(in crate::quantity) const ORDINALS: Table<()> =
    &[("day", ()), ("month", ()), ("year", ()), ("week", ())];

/// What makes years an age.
pub(in crate::quantity) const AGE_AFTER: Table<()> =
    &[("of age", ()), ("old", ()), ("or older", ()), ("or over", ())];

/// Endings that make a figure an ordinal.
pub(in crate::quantity) const ORDINAL_ENDINGS: [&str; 4] = ["st", "nd", "rd", "th"];
