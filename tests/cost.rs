//! What offers cost, against sums done by hand from their text before the tool
//! was run: each is written out beside its assertion.

use fineprint::catalogue::Catalogue;
use fineprint::check::{Judging, Review};
use fineprint::clause::NamedParties;
use fineprint::cost::{Asked, NoteKind, Offer, Rate, Use, cost, side_by_side};
use fineprint::quantity::Currency;
use fineprint::read::read_markdown;
use proptest::prelude::*;
use rust_decimal::Decimal;
use std::sync::LazyLock;

static CATALOGUE: LazyLock<Catalogue> =
    LazyLock::new(|| Catalogue::load(&[]).expect("the bundled rules are sound"));

fn read(text: &str) -> Review {
    let document = read_markdown("offer.md", text.to_owned());
    let named = NamedParties::default();
    fineprint::review(&CATALOGUE, vec![document], &named, Judging::default())
}

fn fixture(name: &str) -> Review {
    let path = format!("{}/fixtures/offers/{name}", env!("CARGO_MANIFEST_DIR"));
    read(&std::fs::read_to_string(path).expect("the fixture is there"))
}

fn asked(uses: &str, months: u32) -> Asked {
    Asked { uses: Use::read_all(uses).expect("the uses can be read"), months, ..Asked::default() }
}

/// What two years of a school's calls are.
fn school() -> Asked {
    asked("voice=2000000min,hd-video=500000min", 24)
}

fn d(figure: &str) -> Decimal {
    figure.parse().expect("a figure")
}

/// The parts of an offer, each with its amount and its working.
fn parts(offer: &Offer) -> Vec<(String, String, String)> {
    let part = |part: &fineprint::cost::Part| {
        (part.name.clone(), part.amount.normalize().to_string(), part.working.clone())
    };
    offer.parts.iter().map(part).collect()
}

fn owned(parts: &[(&str, &str, &str)]) -> Vec<(String, String, String)> {
    parts.iter().map(|(a, b, c)| ((*a).into(), (*b).into(), (*c).into())).collect()
}

fn kinds(offer: &Offer) -> Vec<NoteKind> {
    offer.notes.iter().map(|note| note.kind).collect()
}

/// What leaving costs after 6, 12 and 18 months.
fn exits(offer: &Offer) -> Vec<Decimal> {
    let exit = offer.exit.as_ref().expect("leaving has a price");
    exit.quarters().map(|fee| fee.amount).collect()
}

fn units(offer: &Offer) -> Vec<(Decimal, Decimal)> {
    offer.units.iter().map(|unit| (unit.own.round_dp(4), unit.with_all.round_dp(4))).collect()
}

/// By hand: voice 1,350 + 500 x 1.10 = 1,900; video 1,560 + 100 x 4.60 = 2,020;
/// support 450: 4,370 a month, 52,440 the first year. 4% more is 4,544.80, or
/// 54,537.60 the second. With 2,400 at the start 109,377.60.
///
/// Leaving: fixed are 1,350 + 1,560 + 450 = 3,360, from month 13 on 3,494.40.
/// After 6 months half of 6 x 3,360 + 12 x 3,494.40 = 62,092.80; after 12 half
/// of 41,932.80; after 18 half of 20,966.40.
///
/// Voice: (12 x 1,900 + 12 x 1,976)/48,000 = 0.969 per 1,000 minutes.
#[test]
fn packages_overage_and_a_rise() {
    let review = fixture("packages-en.md");
    let offer = cost(&review, &school());
    assert_eq!(
        parts(&offer),
        owned(&[
            ("voice", "45600", "24 x (1,350 + (2,000,000 - 1,500,000)/1,000 x 1.10)"),
            ("hd-video", "48480", "24 x (1,560 + (500,000 - 400,000)/1,000 x 4.60)"),
            ("Premium support", "10800", "24 x 450"),
            ("", "2400", "2,400"),
            ("4%", "2097.6", "12 x 4,370 x 4%"),
        ])
    );
    assert_eq!((offer.total, offer.currency), (d("109377.60"), Some(Currency::Usd)));
    assert_eq!((offer.months[11], offer.months[12]), (d("4370"), d("4544.80")));
    assert_eq!(exits(&offer), [d("31046.40"), d("20966.40"), d("10483.20")]);
    assert_eq!(units(&offer)[0], (d("0.969"), d("0.9907")));
    assert_eq!(kinds(&offer), [NoteKind::RiseAtMost, NoteKind::ExitOfFixed]);
    let clauses: Vec<&str> =
        offer.parts[0].lines.iter().map(|line| line.clause.address.as_str()).collect();
    assert_eq!(clauses, ["1, row 2"; 3]);
}

/// By hand: voice 1,000 x 6.80 + 1,000 x 5.60 = 12,400; video 300 x 27 + 200 x
/// 22 = 12,500: 24,900 of use, 17,430 at 70%. With 1,500 of support 18,930 in
/// the first three months, made up to 20,000; then 26,400. 3 x 20,000 + 21 x
/// 26,400 + 8,000 = 622,400.
///
/// Leaving: 30% of 20,000 for each month that remains: 18 x 6,000, 12 x 6,000,
/// 6 x 6,000.
#[test]
fn tiers_a_discount_and_a_minimum() {
    let review = fixture("tiers-zh.md");
    let offer = cost(&review, &school());
    assert_eq!(
        parts(&offer),
        owned(&[
            ("voice", "297600", "24 x (1,000,000/1,000 x 6.80 + 1,000,000/1,000 x 5.60)"),
            ("hd-video", "300000", "24 x (300,000/1,000 x 27 + 200,000/1,000 x 22)"),
            ("技术支持费", "36000", "24 x 1,500"),
            ("", "8000", "8,000"),
            ("30%", "-22410", "3 x 24,900 x 30%"),
            ("", "3210", "3 x (20,000 - 18,930)"),
        ])
    );
    assert_eq!((offer.total, offer.currency), (d("622400"), Some(Currency::Cny)));
    let promotion = offer.promotion.unwrap();
    assert_eq!((promotion.until, promotion.before, promotion.after), (3, d("20000"), d("26400")));
    assert_eq!(exits(&offer), [d("108000"), d("72000"), d("36000")]);
    assert_eq!(kinds(&offer), [NoteKind::NoRise, NoteKind::ExitOfFixed]);
    let unused: Vec<&str> = offer.unused.iter().map(|line| line.subject.as_str()).collect();
    assert_eq!(unused, ["云端录制 不限"]);
}

/// By hand, for forty teachers: 2,000 x 4.20 + 500 x 17.50 + 40 x 35 + 1,800 =
/// 20,350 a month; 16,280 for six months, 20,350 for six, 21,367.50 for twelve:
/// 97,680 + 122,100 + 256,410 + 5,000 = 481,190.
#[test]
fn seats_a_promotion_and_a_flat_exit_fee() {
    let review = fixture("seats-ms.md");
    let offer = cost(&review, &asked("voice=2000000min,hd-video=500000min,seats=40", 24));
    assert_eq!((offer.total, offer.currency), (d("481190"), Some(Currency::Myr)));
    let months = [0, 5, 6, 11, 12, 23].map(|month: usize| offer.months[month].normalize());
    let [first, rest, risen] = [d("16280"), d("20350"), d("21367.5")];
    assert_eq!(months, [first, first, rest, rest, risen, risen]);
    assert_eq!(exits(&offer), [d("12000"); 3]);
    assert_eq!(units(&offer)[2].0, d("34.125"), "(6 x 28 + 6 x 35 + 12 x 36.75)/24");
    assert!(offer.unused.is_empty());
}

/// By hand: 109,377.60 x 4.40 = 481,261.44 and 622,400 x 0.61 = 379,664
/// ringgit beside 448,430 (481,190 without the seats: 5,000 + 6 x 15,160 + 6 x
/// 18,950 + 12 x 19,897.50). First months 4,370 x 4.40 = 19,228, 15,160, and
/// 20,000 x 0.61 = 12,200.
#[test]
fn offers_in_one_currency() {
    let reviews = ["packages-en.md", "seats-ms.md", "tiers-zh.md"].map(fixture);
    let offers: Vec<Offer> = reviews.iter().map(|review| cost(review, &school())).collect();
    assert_eq!(side_by_side(&offers, &[]), None, "three currencies and no rates");
    let rate = |from, value| Rate { from, value: d(value), to: Currency::Myr };
    let rates = [rate(Currency::Usd, "4.40"), rate(Currency::Cny, "0.61")];
    let beside = side_by_side(&offers, &rates).unwrap();
    let found: Vec<(Decimal, Decimal, Decimal)> = beside
        .offers
        .iter()
        .flatten()
        .map(|offer| {
            (offer.total.normalize(), offer.first_month.round_dp(1), offer.all.round_dp(1))
        })
        .collect();
    assert_eq!(
        found,
        [
            (d("481261.44"), d("57.6"), d("26.8")),
            (d("448430"), d("24.3"), d("18.1")),
            (d("379664"), d("0"), d("0")),
        ]
    );
}

#[test]
fn the_user_decides_the_rise() {
    let review = fixture("tiers-zh.md");
    let none = cost(&review, &Asked { uplift: Some(d("0")), ..school() });
    assert_eq!((none.total, kinds(&none)), (d("622400"), vec![NoteKind::ExitOfFixed]));
    // Twelve months at 26,400 x 5% more.
    let five = cost(&review, &Asked { uplift: Some(d("5")), ..school() });
    assert_eq!(five.total, d("638240"));
}

const PLANS: &str = "# Price list\n\n\
    | | Basic | Pro |\n|---|---|---|\n\
    | Monthly fee | USD 99 | USD 299 |\n\
    | Included minutes | 10,000 | 50,000 |\n\
    | Overage price per minute | USD 0.02 | USD 0.01 |\n";

#[test]
fn a_plan_is_chosen_by_the_user_and_never_guessed() {
    let review = read(PLANS);
    let offer = cost(&review, &asked("voice=30000min", 12));
    assert_eq!(kinds(&offer), [NoteKind::Ambiguous]);
    assert!(!offer.is_complete() && offer.missing == ["voice"]);
    for (plan, total) in [("Basic", "5988"), ("Pro", "3588")] {
        let chosen = Asked { plan: Some(plan.to_owned()), ..asked("voice=30000min", 12) };
        let offer = cost(&review, &chosen);
        // Basic: 12 x (99 + 20,000 x 0.02); Pro: 12 x 299.
        assert_eq!((offer.total.normalize(), offer.has_plan), (d(total), true), "{plan}");
    }
    let other = Asked { plan: Some("Gold".to_owned()), ..asked("voice=30000min", 12) };
    assert!(!cost(&review, &other).has_plan);
}

#[test]
fn one_volume_is_not_included_twice() {
    let review = read(PLANS);
    let plan = Some("Pro".to_owned());
    let offer = cost(&review, &Asked { plan, ..asked("voice=30000min,video=30000min", 12) });
    assert_eq!(
        (offer.total.normalize(), offer.missing.as_slice()),
        (d("3588"), &["video".to_owned()][..])
    );
    assert!(kinds(&offer).contains(&NoteKind::SharedVolume));
}

#[test]
fn figures_beyond_all_measure_are_said() {
    let review = order(&[VOICE, "HD video | USD 900,000 per minute"], &[]);
    let nines = "9".repeat(28);
    for uses in [format!("voice={nines}h"), format!("hd-video={nines}min")] {
        let offer = cost(&review, &asked(&uses, 24));
        assert!(kinds(&offer).contains(&NoteKind::TooLarge), "{uses}");
        assert_eq!((offer.currency, offer.is_complete()), (None, false));
    }
}

const QUOTATION: &str = "# Quotation\n\nPrepared for: Mango Ltd. Prepared by: Palm Ltd.\n\n\
    | Description | Unit | List price | Discount | Net price |\n|---|---|---|---|---|\n\
    | Voice minutes | 1,000 minutes | USD 1.20 | 20% | USD 0.96 |\n\
    | Account manager | month | USD 1,000 | 20% | USD 800 |\n";

#[test]
fn the_net_price_counts_and_its_discount_only_once() {
    let review = read(QUOTATION);
    let offer = cost(&review, &asked("voice=1000000min", 1));
    assert_eq!(offer.total.normalize(), d("1760"), "960 + 800");
    assert_eq!(kinds(&offer), [NoteKind::DiscountLeftOut; 2]);
}

/// An order form with these rows of prices and these clauses.
fn order(rows: &[&str], clauses: &[&str]) -> Review {
    let rows: Vec<String> = rows.iter().map(|row| format!("| {row} |")).collect();
    let clauses: Vec<String> =
        clauses.iter().enumerate().map(|(at, text)| format!("1.{} {text}", at + 1)).collect();
    read(&format!(
        "# Order Form\n\nBetween Palm Ltd (the \"Provider\") and Mango Ltd (the \"Customer\").\n\n\
         ## 1. Fees\n\n| Service | Price |\n|---|---|\n{}\n\n{}\n",
        rows.join("\n"),
        clauses.join("\n\n")
    ))
}

const VOICE: &str = "Voice | USD 2.00 per 1,000 minutes";
const VIDEO: &str = "HD video | USD 4.00 per 1,000 minutes";

#[test]
fn words_find_a_price_and_what_is_not_clear_is_said() {
    let full = "Full HD video | USD 9.00 per 1,000 minutes";
    let review = order(&[VOICE, VIDEO, full], &[]);
    let total = |uses: &str| cost(&review, &asked(uses, 1)).total.normalize();
    assert_eq!(total("audio=1000min"), d("2"));
    assert_eq!(total("语音=1000分钟"), d("2"));
    assert_eq!(total("hd-video=1000min"), d("4"), "not full HD");
    assert_eq!(total("video hd=1000min,full-hd video=1000min"), d("13"));
    let video = cost(&review, &asked("video=1000min", 1));
    assert_eq!(kinds(&video), [NoteKind::Ambiguous]);
    let named = Asked {
        prices: vec![("video".to_owned(), "Full HD".to_owned())],
        ..asked("video=1000min", 1)
    };
    assert_eq!(cost(&review, &named).total.normalize(), d("9"));
    let by_clause = Asked {
        prices: vec![("video".to_owned(), "row 3".to_owned())],
        ..asked("video=1000min", 1)
    };
    assert_eq!(cost(&review, &by_clause).total.normalize(), d("4"));
    let nothing = cost(&review, &asked("recording=1000min", 1));
    assert_eq!(kinds(&nothing), [NoteKind::NoPrice]);
    assert_eq!((nothing.currency, nothing.unused.len()), (None, 3));
}

#[test]
fn units_and_periods_are_converted() {
    let rows =
        [VOICE, "Storage | USD 0.10 per GB per month", "Accounts | USD 120 per user per year"];
    let review = order(&rows, &[]);
    let month = |uses: &str| cost(&review, &asked(uses, 1)).total.normalize();
    assert_eq!(month("voice=500h"), d("60"), "30,000 minutes");
    assert_eq!(month("voice=360000min/year"), d("60"));
    assert_eq!(month("storage=2TB"), d("204.8"), "2,048 GB");
    assert_eq!(month("accounts=30 users"), d("300"), "30 x 120/12");
    let total = cost(&review, &asked("voice=240000min/total", 24));
    assert_eq!(total.total.normalize(), d("480"));
}

#[test]
fn a_minimum_of_a_year_is_reckoned_up_at_its_end() {
    let review =
        order(&[VOICE], &["Customer commits to an annual minimum spend of USD 3,000 per year."]);
    // 100 a month: 1,200 of 3,000 the first year, 600 of 1,500 in half a year.
    let offer = cost(&review, &asked("voice=50000min", 18));
    assert_eq!(offer.total.normalize(), d("4500"));
    assert_eq!(offer.parts[1].working, "1 x (3,000 - 1,200) + 1 x (1,500 - 600)");
}

#[test]
fn a_discount_with_a_condition_is_not_counted() {
    let free = order(&[VOICE], &["Customer receives a discount of 10% on all fees."]);
    let offer = cost(&free, &asked("voice=1000000min", 1));
    assert_eq!(offer.total.normalize(), d("1800"));
    assert!(kinds(&offer).contains(&NoteKind::DiscountThroughout));
    let bound = order(&[VOICE], &["Customer receives a discount of 10% if it pays a year ahead."]);
    let offer = cost(&bound, &asked("voice=1000000min", 1));
    assert_eq!(offer.total.normalize(), d("2000"));
    assert!(kinds(&offer).contains(&NoteKind::DiscountLeftOut));
}

#[test]
fn a_rise_on_renewal_comes_after_the_term() {
    let clauses = ["The initial term is 24 months.", "The fees increase by 10% on each renewal."];
    let review = order(&[VOICE], &clauses);
    let within = cost(&review, &asked("voice=1000000min", 24));
    assert_eq!(within.total.normalize(), d("48000"));
    assert!(kinds(&within).contains(&NoteKind::RiseOnRenewal));
    let beyond = cost(&review, &asked("voice=1000000min", 36));
    assert_eq!(beyond.total.normalize(), d("74400"), "48,000 + 12 x 2,200");
}

#[test]
fn currencies_are_not_mixed() {
    let mixed = order(&[VOICE, "HD video | EUR 4.00 per 1,000 minutes"], &[]);
    let offer = cost(&mixed, &asked("voice=1000min,hd-video=1000min", 1));
    assert_eq!((offer.currency, kinds(&offer)), (None, vec![NoteKind::Currencies]));
    let bare = order(&["Voice | $2.00 per 1,000 minutes"], &[]);
    let offer = cost(&bare, &asked("voice=1000min", 1));
    assert_eq!(
        (offer.currency, kinds(&offer)),
        (Some(Currency::Dollar), vec![NoteKind::BareDollar])
    );
    let told = Asked { dollar: Some(Currency::Sgd), ..asked("voice=1000min", 1) };
    let offer = cost(&bare, &told);
    assert_eq!((offer.currency, kinds(&offer)), (Some(Currency::Sgd), vec![]));
}

#[test]
fn tiers_say_how_else_they_could_be_read() {
    let tiers = [
        "Voice, up to 1,000,000 minutes | USD 2.00 per 1,000 minutes",
        "Voice, above 1,000,000 minutes | USD 1.00 per 1,000 minutes",
    ];
    let unsaid = order(&tiers, &[]);
    let offer = cost(&unsaid, &asked("voice=1500000min", 1));
    assert_eq!(
        (offer.total.normalize(), kinds(&offer)),
        (d("2500"), vec![NoteKind::TiersGraduated])
    );
    assert_eq!(offer.notes[0].values[1].1, "USD 1,500");
    let whole = order(&tiers, &["The price of the tier reached applies to the entire volume."]);
    let offer = cost(&whole, &asked("voice=1500000min", 1));
    assert_eq!((offer.total.normalize(), kinds(&offer)), (d("1500"), vec![NoteKind::TiersWhole]));
    let short = order(&[tiers[0]], &[]);
    let offer = cost(&short, &asked("voice=500000min", 1));
    assert_eq!(offer.total.normalize(), d("1000"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// The total is the sum of its parts, and of its months with what is paid
    /// once; using more never costs less.
    #[test]
    fn parts_and_months_agree(
        voice in 1u32..50_000_000,
        video in 1u32..5_000_000,
        more in 0u32..5_000_000,
        months in 1u32..61,
        uplift in 0u32..20,
    ) {
        static OFFERS: LazyLock<Vec<Review>> = LazyLock::new(|| {
            ["packages-en.md", "seats-ms.md", "tiers-zh.md"].map(fixture).into()
        });
        let used = |voice: u32| Asked {
            uplift: Some(uplift.into()),
            ..asked(&format!("voice={voice}min,hd-video={video}min"), months)
        };
        for review in OFFERS.iter() {
            let offer = cost(review, &used(voice));
            let all: Decimal = offer.parts.iter().map(|part| part.amount).sum();
            prop_assert_eq!(offer.total, all);
            let once = offer.parts.iter().find(|part| part.kind == fineprint::cost::PartKind::Once);
            let monthly: Decimal = offer.months.iter().sum();
            prop_assert_eq!(all.round_dp(6), (monthly + once.unwrap().amount).round_dp(6));
            prop_assert!(cost(review, &used(voice + more)).total >= offer.total);
        }
    }
}
