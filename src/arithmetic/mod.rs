//! What the numbers of a contract come to: downtime, credits, interest,
//! prices over time and dates.
//!
//! Pure functions of figures; nothing here reads text. Percentages are given
//! as people write them (`99.9`, not `0.999`), durations in minutes unless a
//! name says otherwise. Every figure is a decimal and every step is checked:
//! what does not fit, or makes no sense, is `None`. The conventions are named
//! where they are chosen, because a contract seldom names them.

/// A decimal for tests, as written.
#[cfg(test)]
macro_rules! dec {
    ($figure:literal) => {
        stringify!($figure).parse::<rust_decimal::Decimal>().unwrap()
    };
}

mod availability;
mod calendar;
mod commitment;
mod credit;
mod damages;
mod interest;
mod leaving;
mod notice;
mod price;
mod show;
mod volume;
mod wording;
mod working;

pub use availability::{
    Convention, Period, any_of, at_least, contract_uptime, downtime, effective, failures,
    from_repair_times, in_series, in_series_at_worst, request_success, undetectable_share,
};
pub use calendar::{BusinessHours, elapsed, worst_elapsed};
pub use commitment::{
    Proration, break_even_share, co_termination, effective_unit_price, overage_rise, true_up,
};
pub use credit::{Tier, cover_ratio, credit, pro_rata};
pub use damages::{effective_deposit, excessive_above};
pub use interest::{
    DayCount, annual_rate, days_a_year, effective_annual_rate, late_interest, whole_periods,
};
pub use leaving::{claw_back, leaving_pays_after, prepaid_lost, termination_sum};
pub use notice::{Term, TermEnd, due_day, last_day_after, last_notice_day, last_safe_day};
pub use price::{least_uplift, lost_discount_rise, uplift_rise, uplift_total};
pub use show::{human_change, human_minutes, money, rounded, separated};
pub use volume::{PriceTier, at_reached_tier, graduated, growth, rises_by};
pub use wording::{CheckWording, PageWording, SumWording, Wording, filled};
pub use working::{
    BusinessTime, commitment_working, credit_cap_working, credit_working, downtime_working,
    effective_working, elapsed_working, leaving_working, lost_discount_working,
    minimum_outage_working, notice_working, overage_working, period_working, prepaid_working,
    rate_working, uplift_working,
};
