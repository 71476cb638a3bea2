//! What contracts say, and what is read.

use super::*;
use proptest::prelude::*;

/// `comparator canonical form [words]` of everything read.
fn read(text: &str) -> Vec<String> {
    quantities(text)
        .iter()
        .map(|quantity| {
            let sign = match quantity.comparator {
                Comparator::Exactly => "",
                Comparator::AtLeast => ">= ",
                Comparator::AtMost => "<= ",
                Comparator::MoreThan => "> ",
                Comparator::LessThan => "< ",
                Comparator::About => "~ ",
            };
            format!("{sign}{quantity} [{}]", &text[quantity.range.clone()])
        })
        .collect()
}

fn one(text: &str, expected: &str) {
    assert_eq!(read(text), [expected], "in {text:?}");
}

fn none(text: &str) {
    assert_eq!(read(text), [""; 0], "in {text:?}");
}

#[test]
fn percentages_in_three_languages() {
    one("availability of at least 99.9% each", ">= 99.9 % [99.9%]");
    one("ninety nine point nine percent of", "99.9 % [ninety nine point nine percent]");
    one("ninety nine percent (99.0%) of", "99 % [ninety nine percent (99.0%)]");
    one("one and one-half percent (1.5%)", "1.5 % [one and one-half percent (1.5%)]");
    one("interest of .5% applies", "0.5 % [.5%]");
    one("可用性不低于99.95%。", ">= 99.95 % [99.95%]");
    one("不低于百分之九十九点九", ">= 99.9 % [百分之九十九点九]");
    one("百分之99.9", "99.9 % [百分之99.9]");
    one("千分之五的违约金", "0.5 % [千分之五]");
    one("万分之五", "0.05 % [万分之五]");
    one(
        "sembilan puluh sembilan perpuluhan sembilan peratus (99.9%)",
        "99.9 % [sembilan puluh sembilan perpuluhan sembilan peratus (99.9%)]",
    );
    one("tidak kurang daripada 99.5 peratus", ">= 99.5 % [99.5 peratus]");
    assert_eq!(read("95% <= uptime < 99%"), [">= 95 % [95%]", "< 99 % [99%]"]);
    one("between 99.0% and 99.9%", "99-99.9 % [99.0% and 99.9%]");
    one("10%-20%", "10-20 % [10%-20%]");
    one("25 basis points", "0.25 % [25 basis points]");
    one("1 1/2% late", "1.5 % [1 1/2%]");
    one("one half of one percent (0.5%)", "0.5 % [one half of one percent (0.5%)]");
    one("0.5 percent (0.5%)", "0.5 % [0.5 percent (0.5%)]");
    one("[10]% of", "10 % [10]%]");
}

#[test]
fn discounts_say_what_is_taken_off() {
    one("a 20% discount on", "20 % off [20% discount]");
    one("20% off", "20 % off [20% off]");
    one("打七折", "30 % off [七折]");
    one("9.5折", "5 % off [9.5折]");
    one("85折优惠", "15 % off [85折]");
    one("八五折", "15 % off [八五折]");
    one("diskaun sebanyak 20%", "20 % off [20%]");
}

#[test]
fn durations_in_three_languages() {
    one("within thirty (30) days after", "<= 30 days [thirty (30) days]");
    one("no more than 24 hours", "<= 24 hours [24 hours]");
    one(
        "not less than ninety (90) calendar days' notice",
        ">= 90 calendar days [ninety (90) calendar days]",
    );
    one("a thirty-day period", "30 days [thirty-day]");
    one("a 30-day period", "30 days [30-day]");
    one(
        "two (2) consecutive calendar months",
        "2 calendar months [two (2) consecutive calendar months]",
    );
    one("5 to 10 business days", "5-10 business days [5 to 10 business days]");
    one(
        "five (5) to ten (10) working days",
        "5-10 business days [five (5) to ten (10) working days]",
    );
    one("within 30 days or less", "<= 30 days [30 days]");
    one("one hundred and twenty days", "120 days [one hundred and twenty days]");
    one("4 business hours", "4 business hours [4 business hours]");
    one("half an hour", "0.5 hours [half an hour]");
    one("收到通知后5个工作日内", "<= 5 business days [5个工作日]");
    one("三十(30)日内", "<= 30 days [三十(30)日]");
    one("连续3个自然月", "3 calendar months [3个自然月]");
    one("超过90日", "> 90 days [90日]");
    one("半年", "6 months [半年]");
    one("一年半", "1.5 years [一年半]");
    one("一个半小时", "1.5 hours [一个半小时]");
    one("3个半月", "3.5 months [3个半月]");
    one("连续5分钟以上(含5分钟)不可用", ">= 5 minutes [5分钟]");
    one("廿日", "20 days [廿日]");
    one("2小时以上", ">= 2 hours [2小时]");
    one("5-10个工作日", "5-10 business days [5-10个工作日]");
    one("dalam tempoh tiga puluh (30) hari", "<= 30 days [tiga puluh (30) hari]");
    one("sekurang-kurangnya 14 hari bekerja", ">= 14 business days [14 hari bekerja]");
    one("tidak melebihi dua belas (12) bulan", "<= 12 months [dua belas (12) bulan]");
    one("30 hari atau lebih", ">= 30 days [30 hari]");
    one("4 hours in any calendar month", "4 hours per month [4 hours in any calendar month]");
    one("12 hours per week", "12 hours per week [12 hours per week]");
}

#[test]
fn money_in_three_languages() {
    one("usd 1,000.00", "USD 1,000.00 [usd 1,000.00]");
    one("us$5 million", "USD 5,000,000.00 [us$5 million]");
    one("not exceed $2.5m in", "<= $ 2,500,000.00 [$2.5m]");
    one("five hundred dollars (us$500)", "USD 500.00 [five hundred dollars (us$500)]");
    one(
        "ringgit malaysia lima puluh ribu (rm50,000.00) sahaja",
        "MYR 50,000.00 [ringgit malaysia lima puluh ribu (rm50,000.00)]",
    );
    one(
        "rm 1,000.00 (ringgit malaysia: satu ribu sahaja)",
        "MYR 1,000.00 [rm 1,000.00 (ringgit malaysia: satu ribu sahaja)]",
    );
    one("rm1.2 juta", "MYR 1,200,000.00 [rm1.2 juta]");
    one("lima puluh sen", "MYR 0.50 [lima puluh sen]");
    one("人民币壹拾贰万元整(¥120,000.00)", "CNY 120,000.00 [人民币壹拾贰万元整(¥120,000.00)]");
    one("￥500000元(大写:人民币伍拾万元整)", "CNY 500,000.00 [￥500000元(大写:人民币伍拾万元整)]");
    one("不超过3.5万元", "<= CNY 35,000.00 [3.5万元]");
    one("1.5亿元人民币", "CNY 150,000,000.00 [1.5亿元人民币]");
    one("一亿二千万元", "CNY 120,000,000.00 [一亿二千万元]");
    one("500美元", "USD 500.00 [500美元]");
    one(
        "four dollars and forty-one cents ($4.41)",
        "$ 4.41 [four dollars and forty-one cents ($4.41)]",
    );
    one(
        "one hundred and no/100 dollars ($100.00)",
        "$ 100.00 [one hundred and no/100 dollars ($100.00)]",
    );
    one("$55 cad", "CAD 55.00 [$55 cad]");
    one(
        "ringgit malaysia seratus dan lima puluh sen",
        "MYR 100.50 [ringgit malaysia seratus dan lima puluh sen]",
    );
    one("rm 10,000.00 sahaja", "MYR 10,000.00 [rm 10,000.00 sahaja]");
    one("5元5角", "CNY 5.50 [5元5角]");
    assert_eq!(
        read("usd 5,000 (rm 22,500)"),
        ["USD 5,000.00 [usd 5,000]", "MYR 22,500.00 [rm 22,500]"]
    );
    one("s$100", "SGD 100.00 [s$100]");
    one("rm 10 - rm 20", "MYR 10.00-20.00 [rm 10 - rm 20]");
    one("€ 5,000", "EUR 5,000.00 [€ 5,000]");
}

#[test]
fn rates_and_prices_hold_what_they_are_counted_per() {
    one("1.5% per month", "1.5 % per month [1.5% per month]");
    one("18% per annum", "18 % per year [18% per annum]");
    one("每日万分之五", "0.05 % per day [每日万分之五]");
    one("按日万分之五", "0.05 % per day [按日万分之五]");
    one("1.5% sebulan", "1.5 % per month [1.5% sebulan]");
    one("8% setahun", "8 % per year [8% setahun]");
    one("usd 0.99 per 1,000 minutes", "USD 0.99 per 1,000 minutes [usd 0.99 per 1,000 minutes]");
    one("7元/千分钟", "CNY 7.00 per 1,000 minutes [7元/千分钟]");
    one("rm 50 seorang sebulan", "MYR 50.00 per person per month [rm 50 seorang sebulan]");
    one("$10 per user per month", "$ 10.00 per user per month [$10 per user per month]");
    one("$50 a month", "$ 50.00 per month [$50 a month]");
    one("usd 10 per gb", "USD 10.00 per gb [usd 10 per gb]");
    one("每人每月50元", "CNY 50.00 per person per month [每人每月50元]");
    one("0.5元/gb/月", "CNY 0.50 per gb per month [0.5元/gb/月]");
    one(
        "rm100 setiap pengguna setiap bulan",
        "MYR 100.00 per user per month [rm100 setiap pengguna setiap bulan]",
    );
    one("$400 per day for each day", "$ 400.00 per day [$400 per day for each day]");
    one("99.9% monthly uptime", "99.9 % [99.9%]");
    assert_eq!(quantities("1.5% per month")[0].kind(), QuantityKind::Rate);
    assert_eq!(quantities("7元/千分钟")[0].kind(), QuantityKind::Price);
}

#[test]
fn a_period_announced_before_belongs_to_the_next_figure() {
    one("每逾期一日,应按合同总额的0.05%支付违约金", "0.05 % per day [0.05%]");
    one("for each day of delay the vendor pays 0.5% of the price", "0.5 % per day [0.5%]");
    one("bagi setiap hari kelewatan, 0.05% daripada harga", "0.05 % per day [0.05%]");
    one("每日按应付金额的千分之五支付违约金", "0.5 % per day [千分之五]");
    one("按日以欠款的0.05%计收", "0.05 % per day [0.05%]");
    one("每日按时支付合同总额的5%", "5 % [5%]");
    one("每逾期一日须通知。违约金为合同总额的5%", "5 % [5%]");
    assert_eq!(
        read("5% of the fee for each day of downtime, never more than 50%"),
        ["5 % [5%]", "<= 50 % [50%]"]
    );
}

#[test]
fn parts_of_a_sum_are_percentages() {
    one("以一成五为限", "15 % [一成五]");
    one("下浮一成半", "15 % [一成半]");
    assert_eq!(read("一成三年后"), ["10 % [一成]", "3 years [三年]"]);
    one("half of the remaining fees", "50 % [half]");
    one("three quarters of the annual price", "75 % [three quarters]");
    one("剩余服务费的一半。", "50 % [一半]");
    one("separuh daripada baki yuran", "50 % [separuh]");
    none("half of the users");
    none("参会人员的一半");
    one("上调3个点。", "3 % [3个点]");
    none("覆盖20个点位");
}

#[test]
fn days_make_bare_numbers_hours() {
    one("mon-fri 9-17 cet", "Monday to Friday, 09:00-17:00 CET [mon-fri 9-17 cet]");
    one("monday to friday 9 to 5.", "Monday to Friday, 09:00-17:00 [monday to friday 9 to 5]");
    one("monday to friday, 3 to 5 engineers", "Monday to Friday [monday to friday]");
    one(
        "9:00-18:00 singapore time (utc+8) on business days",
        "business days, 09:00-18:00 Singapore Time [9:00-18:00 singapore time (utc+8) on business days]",
    );
    one(
        "monday to friday 9 am to 5 pm, excluding public holidays in england",
        "Monday to Friday, 09:00-17:00, except public holidays [monday to friday 9 am to 5 pm]",
    );
    one(
        "周一至周五9:00-18:00(法定节假日除外)",
        "Monday to Friday, 09:00-18:00, except public holidays [周一至周五9:00-18:00]",
    );
    one(
        "isnin hingga jumaat, 9 pagi hingga 5 petang, kecuali cuti umum",
        "Monday to Friday, 09:00-17:00, except public holidays [isnin hingga jumaat, 9 pagi hingga 5 petang]",
    );
}

#[test]
fn dates_in_three_languages() {
    for text in [
        "2026-03-01",
        "1 march 2026",
        "march 1, 2026",
        "1st day of march, 2026",
        "2026年3月1日",
        "二〇二六年三月一日",
        "1 mac 2026",
        "1 haribulan mac 2026",
    ] {
        one(text, &format!("2026-03-01 [{text}]"));
    }
    let quantity = &quantities("01/02/2026")[0];
    let date = jiff::civil::date;
    assert_eq!(
        quantity.measure,
        Measure::Date { date: date(2026, 2, 1), month_first: Some(date(2026, 1, 2)) }
    );
    one("31/12/2026", "2026-12-31 [31/12/2026]");
    one("no later than 1 march 2026", "<= 2026-03-01 [1 march 2026]");
    none("2026-13-45");
}

#[test]
fn windows_join_days_hours_and_zone() {
    for text in [
        "24x7",
        "7×24小时",
        "24/7",
        "24 hours a day, 7 days a week",
        "24x7x365",
        "全天候",
        "24 jam sehari, 7 hari seminggu",
        "twenty-four (24) hours a day, seven (7) days a week",
        "24-hours-a-day, 7-days-a-week",
        "twenty-four hours a day, seven days a week",
        "24-hour, 7-day a week",
        "24 hours, 7 days a week",
        "seven days per week, 24 hours each day",
        "24 hours a day, 7 days a week, 365 days a year",
        "24 hours a day, 365 days a year",
        "around-the-clock",
        "7天×24小时",
        "7x24h",
        "每周7天、每天24小时",
        "全年365天每天24小时",
        "24小时/天,7天/周",
        "24 jam sehari, tujuh (7) hari seminggu",
        "24 jam sehari dan 7 hari seminggu",
        "sepanjang masa",
    ] {
        one(text, &format!("24x7 [{text}]"));
        let Measure::Window(window) = &quantities(text)[0].measure else { panic!("{text}") };
        assert!(window.is_always());
    }
    let window = "24 hours per day, five (5) days per week";
    one(window, &format!("5 days a week, 24 hours a day [{window}]"));
    one("maintenance of 8 hours a day", "8 hours per day [8 hours a day]");
    assert_eq!(
        read("answered within 24 hours, 7 days a week"),
        ["<= 24 hours [24 hours]", "7 days a week [7 days a week]"]
    );
    one("提供7×24小时电话、邮件支持", "24x7 [7×24小时]");
    one("每日21:00至次日9:00", "21:00-09:00 [21:00至次日9:00]");
    one("9am to 5pm", "09:00-17:00 [9am to 5pm]");
    one("9:00-18:00", "09:00-18:00 [9:00-18:00]");
    one("9:00 a.m. to 5:30 p.m. gmt", "09:00-17:30 GMT [9:00 a.m. to 5:30 p.m. gmt]");
    one(
        "monday to friday, 9am to 5pm (utc+8)",
        "Monday to Friday, 09:00-17:00 UTC+8 [monday to friday, 9am to 5pm (utc+8)]",
    );
    one("周一至周五", "Monday to Friday [周一至周五]");
    one("周一至周五9:00-18:00", "Monday to Friday, 09:00-18:00 [周一至周五9:00-18:00]");
    one("时间:周一至周五 9:00-18:00", "Monday to Friday, 09:00-18:00 [周一至周五 9:00-18:00]");
    one("下午1点至5点30分", "13:00-17:30 [下午1点至5点30分]");
    one("提供24小时客服", "24 hours a day [24小时客服]");
    one("上午9点至下午6点", "09:00-18:00 [上午9点至下午6点]");
    one("工作日9:00-18:00", "business days, 09:00-18:00 [工作日9:00-18:00]");
    one(
        "isnin hingga jumaat, 9 pagi hingga 5 petang",
        "Monday to Friday, 09:00-17:00 [isnin hingga jumaat, 9 pagi hingga 5 petang]",
    );
    one(
        "from 9 a.m. to 5 p.m. on business days",
        "business days, 09:00-17:00 [9 a.m. to 5 p.m. on business days]",
    );
    let Measure::Window(window) = &quantities("周一至周五9:00-18:00")[0].measure else {
        panic!()
    };
    assert_eq!(window.minutes_per_week(), Some(5 * 9 * 60));
}

#[test]
fn words_that_differ_from_their_figures_are_kept() {
    let quantity = &quantities("thirty (60) days")[0];
    assert_eq!(quantity.words_disagree, Some((30.into(), 60.into())));
    assert_eq!(quantity.value(), Some(30.into()));
    let quantity = &quantities("人民币壹拾万元整(¥120,000.00)")[0];
    assert_eq!(quantity.words_disagree, Some((100_000.into(), 120_000.into())));
    assert_eq!(quantities("sixty (60) days")[0].words_disagree, None);
}

#[test]
fn ordinals_that_count_from_an_event_are_periods() {
    one("until the ninth day following expiry", "9 days [ninth day]");
    one("by the 30th day after notice", "30 days [30th day]");
    one(
        "the twenty-first business day after receipt",
        "21 business days [twenty-first business day]",
    );
    one("sebelum hari kesepuluh selepas tamat", "10 days [hari kesepuluh]");
    one("pada hari bekerja ke-14 selepas notis", "14 business days [hari bekerja ke-14]");
    one("自收到通知之日起第十日", "10 days [第十日]");
    one("届满后第5个工作日", "5 business days [第5个工作日]");
    one("notice of a fortnight", "2 weeks [a fortnight]");
    one("a full calendar quarter", "1 calendar quarter [a full calendar quarter]");
    one("within 2 h of", "<= 2 hours [2 h]");
    one("half a day of", "0.5 days [half a day]");
    one("one hour and thirty minutes", "90 minutes [one hour and thirty minutes]");
    one("1小时30分钟", "90 minutes [1小时30分钟]");
    one("一年六个月", "18 months [一年六个月]");
    one("1 jam 30 minit", "90 minutes [1 jam 30 minit]");
    one("每满2个整小时", "2 hours [2个整小时]");
    one("收到通知当日内答复", "<= 1 day [当日]");
    none("故障发生当日的营业结束");
    none("于次月1日至3日结算");
    none("on the fifth day of each month");
    none("billed once a fortnight");
    none("pada hari ketiga bulan berikutnya");
}

#[test]
fn what_is_no_quantity_is_left() {
    for text in [
        "4.2",
        "clause 4.2 months",
        "section 30 days",
        "call +60 3-1234 5678",
        "in 2026",
        "2026年",
        "[__]%",
        "the fifth business day",
        "第五个工作日",
        "每月15日前",
        "the 30th day",
        "the customer may terminate",
        "the second party",
        "twenty second day",
        "ipv4 and ipv6",
        "50450 kuala lumpur",
        "统一年度",
        "第三十日",
        "数十日",
        "第三方",
        "18周岁",
        "version 1.2.3 days",
        "one party",
        "1:2",
        "a month",
        "sections 3.01 to 3.04",
        "order parts 3/7 - 7/24",
        "at least 18 years of age",
        "500 pounds per square inch",
        "10.4 hours of operation.",
        "the fee. 10.4 hours of operation.",
        "某一日",
        "上一年",
    ] {
        none(text);
    }
}

#[test]
fn conversions_follow_their_convention() {
    let minutes = |text: &str| quantities(text)[0].in_minutes().map(|m| m.normalize().to_string());
    assert_eq!(minutes("90 seconds").as_deref(), Some("1.5"));
    assert_eq!(minutes("4 hours").as_deref(), Some("240"));
    assert_eq!(minutes("1 month").as_deref(), Some("43200"));
    assert_eq!(minutes("5 business days").as_deref(), Some("10080"));
    assert_eq!(minutes("40 business hours").as_deref(), Some("10080"));
    assert_eq!(quantities("12个月")[0].in_months(), quantities("1年")[0].in_months());
    assert_eq!(quantities("三年")[0].in_days(), Some(1095.into()));
}

#[test]
fn figures_beyond_all_bounds_are_safe() {
    for text in [
        "99999999999999999999 billion years",
        "usd 99999999999999999999 billion billion",
        "9999999999999999999999999999999999999999 days",
        "0.00000000000000000000000000000000000001%",
        "九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九天",
        "99999999999999999亿亿亿元",
        "billion billion billion billion billion days",
    ] {
        for quantity in quantities(text) {
            let _ = (quantity.in_minutes(), quantity.in_days(), quantity.to_string());
        }
    }
}

fn well_formed(text: &str) -> Result<(), TestCaseError> {
    let mut last = 0;
    for quantity in quantities(text) {
        let range = quantity.range.clone();
        prop_assert!(last <= range.start && range.start < range.end);
        prop_assert!(text.get(range.clone()).is_some(), "{range:?} splits a character");
        last = range.end;
        let _ = (quantity.in_minutes(), quantity.in_months(), quantity.to_string());
    }
    Ok(())
}

proptest! {
    #[test]
    fn ranges_are_in_order_in_any_text(text in any::<String>()) {
        well_formed(&text)?;
    }

    #[test]
    fn ranges_are_in_order_in_likely_text(words in proptest::collection::vec(
        proptest::sample::select(vec![
            "thirty", "(30)", "30", " ", "days", "%", "每", "日", "万分之", "五", "per", "month", "rm",
            "usd", "1,000.00", "-", "to", "(", ")", "元", "9:00", "am", "周一", "至", "周五", "半", "年",
            "puluh", "tiga", "hari", ",", "point", "nine", "and", "24", "x", "7", "£", "折", "million", "亿",
            "2026", "年", "3", "月", "may", "½", "é", "99999999999999999999", "sebulan", "a", "/", "逾期",
        ]), 0..24)) {
        well_formed(&words.concat())?;
        well_formed(&words.join(" "))?;
    }
}
