//! English: words for per cent, money and scales, and what is counted.

use crate::quantity::lexicon::Table;
use crate::quantity::model::Currency;

/// Parts of a sum in words, in per cent.
pub(in crate::quantity) const FRACTIONS: Table<u32> = &[
    ("half", 50),
    ("one half", 50),
    ("one-half", 50),
    ("a half", 50),
    ("a quarter", 25),
    ("one quarter", 25),
    ("one-quarter", 25),
    ("three quarters", 75),
    ("three-quarters", 75),
];

/// What joins a part to its whole.
pub(in crate::quantity) const PART_OF: &[&str] = &[" of ", " the ", " all ", " any "];

/// Beginnings of words that name money.
pub(in crate::quantity) const MONEY_NAMES: &[&str] =
    &["fee", "charge", "price", "amount", "subscription", "payment", "sums ", "remuneration"];

/// Per-cent words, and how many of them make one hundredth.
pub(in crate::quantity) const PERCENT: Table<u32> = &[
    ("%", 1),
    ("‰", 10),
    ("per mille", 10),
    ("permille", 10),
    ("per mil", 10),
    ("percent", 1),
    ("per cent", 1),
    ("per cent.", 1),
    ("per centum", 1),
    ("pct", 1),
    ("percentage points", 1),
    ("percentage point", 1),
    ("basis points", 100),
    ("bps", 100),
];

/// What makes a number one of a hundred, behind it.
pub(in crate::quantity) const OF_HUNDRED: Table<()> = &[
    ("in 100", ()),
    ("in every 100", ()),
    ("in a hundred", ()),
    ("in every hundred", ()),
    ("of 100", ()),
    ("of every 100", ()),
    ("of each 100", ()),
    ("of every hundred", ()),
    ("out of 100", ()),
    ("out of every 100", ()),
    ("out of a hundred", ()),
    ("out of every hundred", ()),
];

/// Scales behind a figure, as powers of ten.
pub(in crate::quantity) const SCALES: Table<u32> =
    &[("hundred", 2), ("thousand", 3), ("million", 6), ("billion", 9)];

/// Letters that scale an amount of money, as powers of ten.
pub(in crate::quantity) const MAGNITUDES: Table<u32> =
    &[("k", 3), ("m", 6), ("mm", 6), ("mn", 6), ("bn", 9), ("b", 9)];

/// Words before the second writing of a quantity.
pub(in crate::quantity) const PAIR_FILLERS: Table<()> =
    &[("say", ()), ("i.e.", ()), ("in words:", ()), ("or", ()), ("being", ())];

/// Words that make a percentage a discount, behind it.
pub(in crate::quantity) const DISCOUNT_AFTER: Table<()> = &[("off", ()), ("discount", ())];

/// Words that make a percentage a discount, before it.
pub(in crate::quantity) const DISCOUNT_BEFORE: Table<()> =
    &[("discount of", ()), ("discounted by", ())];

/// Currency words before a number.
pub(in crate::quantity) const CURRENCY_BEFORE: Table<Currency> = &[
    ("usd", Currency::Usd),
    ("us$", Currency::Usd),
    ("u.s.$", Currency::Usd),
    ("usd$", Currency::Usd),
    ("u.s. $", Currency::Usd),
    ("us dollars", Currency::Usd),
    ("united states dollars", Currency::Usd),
    ("us $", Currency::Usd),
    ("u.s. dollars", Currency::Usd),
    ("$", Currency::Dollar),
    ("eur", Currency::Eur),
    ("€", Currency::Eur),
    ("gbp", Currency::Gbp),
    ("£", Currency::Gbp),
    ("hkd", Currency::Hkd),
    ("hk$", Currency::Hkd),
    ("sgd", Currency::Sgd),
    ("s$", Currency::Sgd),
    ("twd", Currency::Twd),
    ("nt$", Currency::Twd),
    ("ntd", Currency::Twd),
    ("aud", Currency::Aud),
    ("aud$", Currency::Aud),
    ("aus $", Currency::Aud),
    ("a$", Currency::Aud),
    ("au$", Currency::Aud),
    ("cad", Currency::Cad),
    ("c$", Currency::Cad),
    ("cad$", Currency::Cad),
    ("jpy", Currency::Jpy),
    ("inr", Currency::Inr),
    ("rs.", Currency::Inr),
    ("idr", Currency::Idr),
    ("cny", Currency::Cny),
    ("rmb", Currency::Cny),
    ("myr", Currency::Myr),
];

/// Currency words behind a number, and how many of them make one unit.
pub(in crate::quantity) const CURRENCY_AFTER: Table<(Currency, u32)> = &[
    ("usd", (Currency::Usd, 1)),
    ("us dollars", (Currency::Usd, 1)),
    ("u.s. dollars", (Currency::Usd, 1)),
    ("united states dollars", (Currency::Usd, 1)),
    ("us$", (Currency::Usd, 1)),
    ("dollars us", (Currency::Usd, 1)),
    ("dollars", (Currency::Dollar, 1)),
    ("dollar", (Currency::Dollar, 1)),
    ("cents", (Currency::Dollar, 100)),
    ("euros", (Currency::Eur, 1)),
    ("euro", (Currency::Eur, 1)),
    ("eur", (Currency::Eur, 1)),
    ("€", (Currency::Eur, 1)),
    ("pounds sterling", (Currency::Gbp, 1)),
    ("gbp", (Currency::Gbp, 1)),
    ("hkd", (Currency::Hkd, 1)),
    ("hong kong dollars", (Currency::Hkd, 1)),
    ("sgd", (Currency::Sgd, 1)),
    ("singapore dollars", (Currency::Sgd, 1)),
    ("aud", (Currency::Aud, 1)),
    ("australian dollars", (Currency::Aud, 1)),
    ("cad", (Currency::Cad, 1)),
    ("pence", (Currency::Gbp, 100)),
    ("canadian dollars", (Currency::Cad, 1)),
    ("jpy", (Currency::Jpy, 1)),
    ("yen", (Currency::Jpy, 1)),
    ("inr", (Currency::Inr, 1)),
    ("rupees", (Currency::Inr, 1)),
    ("cny", (Currency::Cny, 1)),
    ("rmb", (Currency::Cny, 1)),
    ("yuan", (Currency::Cny, 1)),
    ("renminbi", (Currency::Cny, 1)),
    ("myr", (Currency::Myr, 1)),
];

/// Things prices are counted by.
pub(in crate::quantity) const THINGS: Table<&str> = &[
    ("user", "user"),
    ("users", "user"),
    ("named user", "user"),
    ("seat", "seat"),
    ("member", "member"),
    ("person", "person"),
    ("employee", "employee"),
    ("licence", "licence"),
    ("license", "licence"),
    ("device", "device"),
    ("server", "server"),
    ("gb", "gb"),
    ("gigabyte", "gb"),
    ("tb", "tb"),
    ("terabyte", "tb"),
    ("mb", "mb"),
    ("requests", "request"),
    ("request", "request"),
    ("api calls", "call"),
    ("calls", "call"),
    ("call", "call"),
    ("transaction", "transaction"),
    ("transactions", "transaction"),
    ("message", "message"),
    ("messages", "message"),
    ("unit", "unit"),
    ("participant minutes", "participant minute"),
    ("participant minute", "participant minute"),
    ("seats", "seat"),
    ("members", "member"),
    ("persons", "person"),
    ("people", "person"),
    ("employees", "employee"),
    ("licences", "licence"),
    ("licenses", "licence"),
    ("devices", "device"),
    ("servers", "server"),
    ("units", "unit"),
    ("named users", "user"),
    ("agents", "agent"),
    ("agent", "agent"),
    ("accounts", "account"),
    ("account", "account"),
    ("participants", "participant"),
    ("sms", "message"),
    ("emails", "message"),
    ("e-mails", "message"),
    ("channels", "channel"),
    ("terminals", "terminal"),
    ("sites", "site"),
    ("tickets", "ticket"),
    ("gigabytes", "gb"),
    ("terabytes", "tb"),
    ("orders", "order"),
    ("documents", "document"),
    ("pages", "page"),
    ("invoices", "invoice"),
    ("mailboxes", "mailbox"),
    ("endpoints", "endpoint"),
    ("change requests", "request"),
    ("sessions", "session"),
];
