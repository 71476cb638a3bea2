//! Sums written out, for the line under a finding that shows how its figure
//! came about; the few words in them are the caller's.

mod money;
mod service;
mod time;

pub use money::{
    commitment_working, credit_working, leaving_working, lost_discount_working, overage_working,
    prepaid_working, rate_working, uplift_working,
};
pub use service::{
    credit_cap_working, downtime_working, effective_working, minimum_outage_working,
};
pub use time::{BusinessTime, elapsed_working, notice_working, period_working};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arithmetic::{BusinessHours, Convention, Period, Term, TermEnd, Tier, Wording};
    use jiff::civil::date;

    #[test]
    fn sums_are_written_out() {
        let english = Wording::english();
        use Period::{Day, Month30, Week, Year};
        let office =
            |time| elapsed_working(time, &BusinessHours::office(), "Mon-Fri 9-17", &english);
        assert_eq!(
            downtime_working(dec!(99.9), &[Day, Week, Month30, Year], &english).unwrap(),
            "99.9% = 1.44 min per day, 10.1 min per week, 43.2 min per 30-day month, \
             8.76 h per 365-day year"
        );
        assert_eq!(
            effective_working(dec!(99.9), dec!(12), dec!(168), Convention::Both, &english).unwrap(),
            "99.9% x (1 - 12/168) = 92.76%, 52.1 h per 30-day month"
        );
        assert_eq!(
            effective_working(dec!(99.9), dec!(8), dec!(720), Convention::NumeratorOnly, &english)
                .unwrap(),
            "99.9% - 8/720 = 98.79%, 8.72 h per 30-day month"
        );
        assert_eq!(
            rate_working(dec!(1.5), 12, &english).unwrap(),
            "1.5% x 12 = 18% a year, 19.56% compounded"
        );
        assert_eq!(
            minimum_outage_working(dec!(5), &english).unwrap(),
            "(5 - 1)/5 = 80% of the time can be down and count as up"
        );
        assert_eq!(
            lost_discount_working(dec!(30), &english).unwrap(),
            "1/(1 - 30%) - 1 = 42.9% more when it ends"
        );
        assert_eq!(
            office(BusinessTime::Minutes(240)).unwrap(),
            "4 h = 68 h at worst (Mon-Fri 9-17)"
        );
        assert_eq!(
            office(BusinessTime::Days(2)).unwrap(),
            "2 working days = 96 h at worst (Mon-Fri 9-17)"
        );
        let reckoned = TermEnd::Reckoned { start: date(2026, 3, 1), months: 12 };
        assert!(
            notice_working(reckoned, Term::Months(3), &english)
                .unwrap()
                .starts_with("2026-03-01 + 12 months - 1 day = 2027-02-28; 2027-02-28 - 3 months")
        );
        let ladder = [Tier { below: dec!(99), inclusive: false, rate: dec!(25) }];
        assert_eq!(
            credit_working(dec!(10000), dec!(98.889), &ladder, Some(dec!(10)), &english).unwrap(),
            "98.889% -> 10,000 x 25% = 2,500, capped at 10%: 1,000"
        );
        assert_eq!(
            notice_working(TermEnd::Stated(date(2027, 2, 28)), Term::Days(90), &english).unwrap(),
            "2027-02-28 - 90 days = 2026-11-30 received; sent by 2026-11-30, by post (3 working \
             days) by 2026-11-25"
        );
    }

    #[test]
    fn prices_are_written_out() {
        let english = Wording::english();
        assert_eq!(
            uplift_working(dec!(5), 5, &english).unwrap(),
            "((1 + 5%)^5 - 1)/5% = 5.526 first-year fees in 5 years, 10.5% more than without"
        );
        assert_eq!(
            commitment_working(Some(dec!(10)), dec!(1000), dec!(600), &english).unwrap(),
            "at 60% use: 10 x 1,000/600 = 16.67 a unit used"
        );
        assert_eq!(
            commitment_working(None, dec!(100), dec!(60), &english).unwrap(),
            "at 60% use: 100/60 = 1.67 times the price a unit used"
        );
        assert_eq!(
            overage_working(dec!(10), dec!(150), &english).unwrap(),
            "(1 + 10% x 150%)/(1 + 10%) - 1 = 4.5% more a unit at 10% over"
        );
        assert_eq!(
            leaving_working(Some(dec!(5000)), 36, dec!(50), &english).unwrap(),
            "leaving a term of 36 months: after month 12 24 x 5,000 x 50% = 60,000; \
             after month 24 12 x 5,000 x 50% = 30,000"
        );
        assert_eq!(
            leaving_working(None, 12, dec!(100), &english).unwrap(),
            "leaving a term of 12 months, in months of fee: after month 3 9 x 100% = 9; \
             after month 6 6 x 100% = 6; after month 9 3 x 100% = 3"
        );
        assert_eq!(
            prepaid_working(Some(dec!(60000)), 12, 5, &english).unwrap(),
            "60,000 x 7/12 = 35,000 lost if it ends after month 5"
        );
        assert_eq!(
            prepaid_working(None, 12, 6, &english).unwrap(),
            "6/12 = 50% lost if it ends after month 6"
        );
        assert_eq!(
            credit_cap_working(dec!(10), &english).unwrap(),
            "12 x 10% of a month's fee = 10% of a year's fees at most"
        );
    }

    #[test]
    fn a_sum_that_cannot_be_done_is_not_written() {
        let english = Wording::english();
        assert_eq!(
            effective_working(dec!(99.9), dec!(1), dec!(0), Convention::Both, &english),
            None
        );
        assert_eq!(downtime_working(dec!(120), &[Period::Day], &english), None);
        assert_eq!(credit_working(dec!(0), dec!(98), &[], None, &english), None);
        assert_eq!(uplift_working(dec!(0), 5, &english), None);
        assert_eq!(commitment_working(None, dec!(0), dec!(0), &english), None);
        assert_eq!(leaving_working(None, 3, dec!(100), &english), None);
        assert_eq!(prepaid_working(None, 0, 0, &english), None);
    }
}
