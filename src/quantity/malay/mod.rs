//! Malay: words for units, money, comparison and time.

mod numbers;

pub(super) use numbers::number;

use super::lexicon::Table;
use super::model::{Calendar, Comparator, Currency, Days, Hours, TimeUnit};
use jiff::civil::Weekday;

/// Units of time.
pub(super) const UNITS: Table<TimeUnit> = &[
    ("milisaat", TimeUnit::Millisecond),
    ("saat", TimeUnit::Second),
    ("minit", TimeUnit::Minute),
    ("jam", TimeUnit::Hour),
    ("hari", TimeUnit::Day),
    ("minggu", TimeUnit::Week),
    ("bulan", TimeUnit::Month),
    ("suku tahun", TimeUnit::Quarter),
    ("tahun", TimeUnit::Year),
];

/// Words behind a unit of time that say which days count.
pub(super) const MODIFIERS_AFTER: Table<Calendar> = &[
    ("bekerja", Calendar::Business),
    ("perniagaan", Calendar::Business),
    ("niaga", Calendar::Business),
    ("waktu bekerja", Calendar::Business),
    ("kalendar", Calendar::Natural),
    ("takwim", Calendar::Natural),
    ("kalender", Calendar::Natural),
    ("berturut-turut", Calendar::Unstated),
];

/// Words that leave days out, before them.
pub(super) const EXCEPT: &[&str] = &["kecuali", "tidak termasuk", "selain"];

/// Public holidays.
pub(super) const HOLIDAYS: &[&str] = &["cuti umum", "kelepasan am", "cuti am"];

/// Parts of a sum in words, in per cent.
pub(super) const FRACTIONS: Table<u32> = &[("separuh", 50), ("setengah", 50)];

/// What joins a part to its whole.
pub(super) const PART_OF: &[&str] = &[" daripada ", " dari ", " jumlah ", " yuran"];

/// Beginnings of words that name money.
pub(super) const MONEY_NAMES: &[&str] = &["yuran", "bayaran", "harga", "caj ", "jumlah", "fi "];

/// Per-cent words, and how many of them make one hundredth.
pub(super) const PERCENT: Table<u32> = &[
    ("peratus", 1),
    ("mata peratusan", 1),
    ("peratusan", 1),
    ("per seribu", 10),
    ("perseribu", 10),
];

/// What makes a number one of a hundred, behind it.
pub(super) const OF_HUNDRED: Table<()> =
    &[("daripada 100", ()), ("daripada setiap 100", ()), ("bagi setiap 100", ())];

/// Scales behind a figure, as powers of ten.
pub(super) const SCALES: Table<u32> = &[("ribu", 3), ("juta", 6), ("bilion", 9)];

/// What rounds off a sum of money.
pub(super) const TAILS: Table<()> = &[("sahaja", ())];

/// Words before the second writing of a quantity.
pub(super) const PAIR_FILLERS: Table<()> = &[("iaitu", ())];

/// Words that make a percentage a discount, behind it.
pub(super) const DISCOUNT_AFTER: Table<()> = &[("diskaun", ()), ("potongan", ())];

/// Words that make a percentage a discount, before it.
pub(super) const DISCOUNT_BEFORE: Table<()> = &[
    ("diskaun", ()),
    ("diskaun sebanyak", ()),
    ("potongan", ()),
    ("potongan harga", ()),
    ("potongan sebanyak", ()),
];

/// Currency words before a number.
pub(super) const CURRENCY_BEFORE: Table<Currency> = &[
    ("rm", Currency::Myr),
    ("ringgit malaysia", Currency::Myr),
    ("ringgit", Currency::Myr),
    ("dolar amerika syarikat", Currency::Usd),
    ("dolar singapura", Currency::Sgd),
];

/// Currency words behind a number, and how many of them make one unit.
pub(super) const CURRENCY_AFTER: Table<(Currency, u32)> = &[
    ("ringgit", (Currency::Myr, 1)),
    ("ringgit malaysia", (Currency::Myr, 1)),
    ("sen", (Currency::Myr, 100)),
    ("dolar", (Currency::Dollar, 1)),
    ("dolar amerika", (Currency::Usd, 1)),
];

/// Comparators before a quantity.
pub(super) const COMPARE_BEFORE: Table<Comparator> = &[
    ("sekurang-kurangnya", Comparator::AtLeast),
    ("sekurangnya", Comparator::AtLeast),
    ("tidak kurang daripada", Comparator::AtLeast),
    ("tidak kurang dari", Comparator::AtLeast),
    ("tidak boleh kurang daripada", Comparator::AtLeast),
    ("tidak rendah daripada", Comparator::AtLeast),
    ("paling kurang", Comparator::AtLeast),
    ("lebih daripada atau sama dengan", Comparator::AtLeast),
    ("sama dengan atau lebih daripada", Comparator::AtLeast),
    ("tidak di bawah", Comparator::AtLeast),
    ("tidak kurang", Comparator::AtLeast),
    ("min.", Comparator::AtLeast),
    ("minimum", Comparator::AtLeast),
    ("tidak melebihi", Comparator::AtMost),
    ("tidak boleh melebihi", Comparator::AtMost),
    ("tidak akan melebihi", Comparator::AtMost),
    ("tidak lebih daripada", Comparator::AtMost),
    ("tidak lebih dari", Comparator::AtMost),
    ("tidak lebih", Comparator::AtMost),
    ("maks.", Comparator::AtMost),
    ("tidak lewat daripada", Comparator::AtMost),
    ("selewat-lewatnya", Comparator::AtMost),
    ("paling lewat", Comparator::AtMost),
    ("kurang daripada atau sama dengan", Comparator::AtMost),
    ("sama dengan atau kurang daripada", Comparator::AtMost),
    ("paling banyak", Comparator::AtMost),
    ("selebih-lebihnya", Comparator::AtMost),
    ("maksimum", Comparator::AtMost),
    ("sehingga", Comparator::AtMost),
    ("terhad kepada", Comparator::AtMost),
    ("dalam tempoh", Comparator::AtMost),
    ("dalam masa", Comparator::AtMost),
    ("dalam", Comparator::AtMost),
    ("melebihi", Comparator::MoreThan),
    ("lebih daripada", Comparator::MoreThan),
    ("lebih dari", Comparator::MoreThan),
    ("kurang daripada", Comparator::LessThan),
    ("kurang dari", Comparator::LessThan),
    ("di bawah", Comparator::LessThan),
    ("bawah", Comparator::LessThan),
    ("kurang", Comparator::LessThan),
    ("kira-kira", Comparator::About),
    ("lebih kurang", Comparator::About),
    ("anggaran", Comparator::About),
];

/// Words that may stand between a comparator and its figure.
pub(super) const FILLERS: Table<()> =
    &[("tempoh", ()), ("sebanyak", ()), ("jumlah", ()), ("amaun", ())];

/// Comparators behind a quantity.
pub(super) const COMPARE_AFTER: Table<Comparator> = &[
    ("atau lebih", Comparator::AtLeast),
    ("ke atas", Comparator::AtLeast),
    ("dan ke atas", Comparator::AtLeast),
    ("atau kurang", Comparator::AtMost),
    ("ke bawah", Comparator::AtMost),
    ("dan ke bawah", Comparator::AtMost),
];

/// Words that open a "per".
pub(super) const PER: Table<()> = &[
    ("setiap", ()),
    ("bagi setiap", ()),
    ("untuk setiap", ()),
    ("bagi tiap-tiap", ()),
    ("tiap-tiap", ()),
];

/// Words that open the period of a duration.
pub(super) const PER_DURATION: Table<()> = &[("dalam setiap", ()), ("dalam mana-mana", ())];

/// Whole phrases that are a period.
pub(super) const PERIODS: Table<TimeUnit> = &[
    ("sesaat", TimeUnit::Second),
    ("seminit", TimeUnit::Minute),
    ("sejam", TimeUnit::Hour),
    ("sehari", TimeUnit::Day),
    ("seminggu", TimeUnit::Week),
    ("sebulan", TimeUnit::Month),
    ("setahun", TimeUnit::Year),
    ("bulanan", TimeUnit::Month),
    ("tahunan", TimeUnit::Year),
];

/// Whole phrases that are a thing prices are counted by.
pub(super) const PER_THINGS: Table<&str> =
    &[("seorang", "person"), ("seunit", "unit"), ("sebuah", "unit"), ("sekeping", "piece")];

/// Things prices are counted by.
pub(super) const THINGS: Table<&str> = &[
    ("pengguna", "user"),
    ("orang", "person"),
    ("pekerja", "employee"),
    ("lesen", "licence"),
    ("peranti", "device"),
    ("pelayan", "server"),
    ("panggilan", "call"),
    ("transaksi", "transaction"),
    ("mesej", "message"),
    ("permintaan", "request"),
    ("akaun", "account"),
    ("ejen", "agent"),
    ("saluran", "channel"),
    ("terminal", "terminal"),
    ("dokumen", "document"),
    ("tiket", "ticket"),
    ("pesanan", "order"),
    ("halaman", "page"),
    ("tempat duduk", "seat"),
    ("permohonan", "request"),
    ("unit", "unit"),
];

/// Words that join the two ends of a range.
pub(super) const TO: Table<()> = &[("hingga", ()), ("sehingga", ()), ("ke", ())];

/// Words that join two ends only behind [`BETWEEN`].
pub(super) const AND: Table<()> = &[("dan", ())];

/// Words that let [`AND`] join two ends.
pub(super) const BETWEEN: Table<()> = &[("antara", ())];

/// Words whose following number is a label.
pub(super) const LABELS: Table<()> = &[
    ("keutamaan", ()),
    ("tahap", ()),
    ("aras", ()),
    ("keterukan", ()),
    ("peringkat", ()),
    ("klausa", ()),
    ("fasal", ()),
    ("seksyen", ()),
    ("perkara", ()),
    ("perenggan", ()),
    ("jadual", ()),
    ("lampiran", ()),
    ("ke-", ()),
    ("berumur", ()),
];

/// Months, where they differ from English.
pub(super) const MONTHS: Table<i8> = &[
    ("januari", 1),
    ("februari", 2),
    ("mac", 3),
    ("mei", 5),
    ("julai", 7),
    ("ogos", 8),
    ("oktober", 10),
    ("disember", 12),
];

/// Weekdays.
pub(super) const WEEKDAYS: Table<Weekday> = &[
    ("isnin", Weekday::Monday),
    ("selasa", Weekday::Tuesday),
    ("rabu", Weekday::Wednesday),
    ("khamis", Weekday::Thursday),
    ("jumaat", Weekday::Friday),
    ("sabtu", Weekday::Saturday),
    ("ahad", Weekday::Sunday),
];

/// Marks of the half of the day behind a clock time: whether it is after noon.
pub(super) const HALF_AFTER: Table<bool> = &[
    ("pagi", false),
    ("tengah hari", true),
    ("tengahari", true),
    ("petang", true),
    ("malam", true),
];

/// Phrases that are a window: days, hours.
pub(super) const ALWAYS: Table<(Option<Days>, Option<Hours>)> =
    &[("sepanjang masa", (Some(Days::PerWeek(7)), Some(Hours::PerDay(24))))];

/// Words behind hours or days that say what they are a part of.
pub(super) const EACH: Table<TimeUnit> = &[
    ("sehari", TimeUnit::Day),
    ("sehari semalam", TimeUnit::Day),
    ("setiap hari", TimeUnit::Day),
    ("seminggu", TimeUnit::Week),
    ("setiap minggu", TimeUnit::Week),
    ("setahun", TimeUnit::Year),
    ("setiap tahun", TimeUnit::Year),
];

/// Days of work, a window only beside hours.
pub(super) const BUSINESS_DAYS: Table<Days> =
    &[("hari bekerja", Days::Business), ("hari perniagaan", Days::Business)];

/// Time zones.
pub(super) const ZONES: Table<()> = &[("waktu malaysia", ()), ("waktu tempatan", ())];

/// Words between the parts of one service window.
pub(super) const WINDOW_GLUE: Table<()> = &[
    ("dari", ()),
    ("dari jam", ()),
    ("jam", ()),
    ("pukul", ()),
    ("dari pukul", ()),
    ("pada", ()),
    ("antara", ()),
    ("dan", ()),
];

/// What counts from an event, right behind an ordinal: `hari kesepuluh selepas`.
pub(super) const FROM: Table<()> = &[
    ("selepas", ()),
    ("sesudah", ()),
    ("setelah", ()),
    ("daripada", ()),
    ("dari", ()),
    ("sejak", ()),
    ("sebelum", ()),
];

/// One of a unit of time in one word.
pub(super) const WHOLES: Table<TimeUnit> = &[
    ("sehari", TimeUnit::Day),
    ("seminggu", TimeUnit::Week),
    ("sebulan", TimeUnit::Month),
    ("setahun", TimeUnit::Year),
    ("sejam", TimeUnit::Hour),
    ("sesuku tahun", TimeUnit::Quarter),
];

/// What shows such a word to be a length, behind it.
pub(super) const WHOLE_BEFORE: Table<()> = &[
    ("selepas", ()),
    ("setelah", ()),
    ("sebelum", ()),
    ("lebih awal", ()),
    ("lagi", ()),
    ("notis", ()),
    ("kemudian", ()),
    ("terlebih dahulu", ()),
    ("sebelumnya", ()),
    ("dari tarikh", ()),
    ("daripada tarikh", ()),
];

/// The same, before it.
pub(super) const WHOLE_AFTER: Table<()> = &[
    ("selama", ()),
    ("dalam masa", ()),
    ("dalam tempoh", ()),
    ("tempoh", ()),
    ("disimpan", ()),
    ("memberi notis", ()),
    ("notis", ()),
    ("notis bertulis", ()),
    ("notis awal", ()),
    ("sekurang-kurangnya", ()),
    ("selewat-lewatnya", ()),
    ("tidak lewat daripada", ()),
    ("tidak kurang daripada", ()),
    ("sah", ()),
    ("disimpan selama", ()),
    ("percuma selama", ()),
];
