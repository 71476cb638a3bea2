//! Chinese: words for units, money, comparison and time.

mod numbers;

pub(super) use numbers::{continues, multiplier, number};

use super::lexicon::Table;
use super::model::{Calendar, Comparator, Currency, Days, Hours, TimeUnit};
use jiff::civil::Weekday;

/// Units of time. `月` alone is a month of the calendar and not among them.
pub(super) const UNITS: Table<TimeUnit> = &[
    ("毫秒", TimeUnit::Millisecond),
    ("秒", TimeUnit::Second),
    ("秒钟", TimeUnit::Second),
    ("分钟", TimeUnit::Minute),
    ("小时", TimeUnit::Hour),
    ("钟头", TimeUnit::Hour),
    ("日", TimeUnit::Day),
    ("天", TimeUnit::Day),
    ("周", TimeUnit::Week),
    ("星期", TimeUnit::Week),
    ("礼拜", TimeUnit::Week),
    ("个月", TimeUnit::Month),
    ("自然月", TimeUnit::Month),
    ("服务月度", TimeUnit::Month),
    ("季度", TimeUnit::Quarter),
    ("年", TimeUnit::Year),
    ("周年", TimeUnit::Year),
];

/// Units of time that stand only behind `每`, `/` and the like.
pub(super) const PER_UNITS: Table<TimeUnit> = &[("月", TimeUnit::Month), ("季", TimeUnit::Quarter)];

/// Words between a number and its unit of time.
pub(super) const MODIFIERS: Table<Calendar> = &[
    ("个", Calendar::Unstated),
    ("个连续", Calendar::Unstated),
    ("个完整", Calendar::Unstated),
    ("个完整的", Calendar::Unstated),
    ("整", Calendar::Unstated),
    ("个整", Calendar::Unstated),
    ("工作", Calendar::Business),
    ("个工作", Calendar::Business),
    ("个交易", Calendar::Business),
    ("个连续工作", Calendar::Business),
    ("自然", Calendar::Natural),
    ("个自然", Calendar::Natural),
    ("日历", Calendar::Natural),
    ("个日历", Calendar::Natural),
    ("个公历", Calendar::Natural),
    ("个完整自然", Calendar::Natural),
];

/// Characters behind a unit that make it part of another word: 年度, 年代, 周岁.
pub(super) const NOT_UNIT_BEFORE: &[char] = &['度', '代', '岁', '级', '龄'];

/// Characters before a `一` that make it part of another word.
pub(super) const NOT_ONE_AFTER: &[char] =
    &['统', '唯', '同', '某', '任', '单', '之', '万', '每', '上', '下', '次', '首'];

/// Per-cent words, and how many of them make one hundredth.
pub(super) const PERCENT: Table<u32> = &[("个百分点", 1), ("百分点", 1), ("个点", 1)];

/// Characters behind `个点` that make it places, songs or hours.
pub(super) const NOT_POINT_BEFORE: &[char] = &['位', '播', '名', '对', '钟', '的', '赞', '击'];

/// Words that leave days out, before them.
pub(super) const EXCEPT: &[&str] = &["不含", "不包括", "除", "不包含"];

/// What leaves out the days named before it.
pub(super) const EXCEPT_AFTER: &str = "除外";

/// Public holidays.
pub(super) const HOLIDAYS: &[&str] = &["节假日", "法定假日", "公众假期", "公休日"];

/// Parts of a sum in words, in per cent.
pub(super) const FRACTIONS: Table<u32> = &[("一半", 50), ("半数", 50)];

/// The last characters of money before `的一半`.
pub(super) const MONEY_ENDINGS: [char; 6] = ['费', '用', '款', '额', '价', '金'];

/// Fractions said before their number: of how many parts of a hundred.
pub(super) const PARTS: Table<u32> = &[("百分之", 1), ("千分之", 10), ("万分之", 100)];

/// What rounds off a sum of money.
pub(super) const TAILS: Table<()> = &[("整", ()), ("元整", ()), ("元正", ()), ("正", ())];

/// Words before the second writing of a quantity.
pub(super) const PAIR_FILLERS: Table<()> =
    &[("大写", ()), ("大写:", ()), ("大写为", ()), ("小写", ()), ("小写:", ()), ("即", ())];

/// Words that make a percentage a discount, before it.
pub(super) const DISCOUNT_BEFORE: Table<()> = &[("优惠", ()), ("减免", ()), ("折扣", ())];

/// Currency words before a number.
pub(super) const CURRENCY_BEFORE: Table<Currency> = &[
    ("¥", Currency::Cny),
    ("￥", Currency::Cny),
    ("rmb¥", Currency::Cny),
    ("人民币", Currency::Cny),
    ("人民币¥", Currency::Cny),
    ("人民币(大写)", Currency::Cny),
    ("人民币大写", Currency::Cny),
    ("美元", Currency::Usd),
    ("港币", Currency::Hkd),
    ("马币", Currency::Myr),
    ("新台币", Currency::Twd),
];

/// Currency words behind a number, and how many of them make one unit.
pub(super) const CURRENCY_AFTER: Table<(Currency, u32)> = &[
    ("元", (Currency::Cny, 1)),
    ("圆", (Currency::Cny, 1)),
    ("元整", (Currency::Cny, 1)),
    ("元正", (Currency::Cny, 1)),
    ("圆整", (Currency::Cny, 1)),
    ("元人民币", (Currency::Cny, 1)),
    ("角", (Currency::Cny, 10)),
    ("人民币", (Currency::Cny, 1)),
    ("美元", (Currency::Usd, 1)),
    ("美元整", (Currency::Usd, 1)),
    ("美金", (Currency::Usd, 1)),
    ("欧元", (Currency::Eur, 1)),
    ("英镑", (Currency::Gbp, 1)),
    ("港元", (Currency::Hkd, 1)),
    ("港币", (Currency::Hkd, 1)),
    ("新加坡元", (Currency::Sgd, 1)),
    ("新币", (Currency::Sgd, 1)),
    ("新台币", (Currency::Twd, 1)),
    ("日元", (Currency::Jpy, 1)),
    ("林吉特", (Currency::Myr, 1)),
    ("令吉", (Currency::Myr, 1)),
    ("马币", (Currency::Myr, 1)),
];

/// Comparators before a quantity.
pub(super) const COMPARE_BEFORE: Table<Comparator> = &[
    ("不低于", Comparator::AtLeast),
    ("不少于", Comparator::AtLeast),
    ("不小于", Comparator::AtLeast),
    ("不得低于", Comparator::AtLeast),
    ("不得少于", Comparator::AtLeast),
    ("不应低于", Comparator::AtLeast),
    ("不应少于", Comparator::AtLeast),
    ("不会低于", Comparator::AtLeast),
    ("未低于", Comparator::AtLeast),
    ("不可低于", Comparator::AtLeast),
    ("不能低于", Comparator::AtLeast),
    ("不下于", Comparator::AtLeast),
    ("至少", Comparator::AtLeast),
    ("最低", Comparator::AtLeast),
    ("最少", Comparator::AtLeast),
    ("大于等于", Comparator::AtLeast),
    ("大于或等于", Comparator::AtLeast),
    ("等于或大于", Comparator::AtLeast),
    ("高于或等于", Comparator::AtLeast),
    ("等于或高于", Comparator::AtLeast),
    ("高于等于", Comparator::AtLeast),
    ("不超过", Comparator::AtMost),
    ("不得超过", Comparator::AtMost),
    ("不应超过", Comparator::AtMost),
    ("不会超过", Comparator::AtMost),
    ("不高于", Comparator::AtMost),
    ("不得高于", Comparator::AtMost),
    ("不多于", Comparator::AtMost),
    ("不大于", Comparator::AtMost),
    ("不迟于", Comparator::AtMost),
    ("不晚于", Comparator::AtMost),
    ("未超过", Comparator::AtMost),
    ("最多", Comparator::AtMost),
    ("最高", Comparator::AtMost),
    ("最长", Comparator::AtMost),
    ("最迟", Comparator::AtMost),
    ("至多", Comparator::AtMost),
    ("小于等于", Comparator::AtMost),
    ("小于或等于", Comparator::AtMost),
    ("等于或小于", Comparator::AtMost),
    ("低于或等于", Comparator::AtMost),
    ("等于或低于", Comparator::AtMost),
    ("低于等于", Comparator::AtMost),
    ("超过", Comparator::MoreThan),
    ("超出", Comparator::MoreThan),
    ("高于", Comparator::MoreThan),
    ("多于", Comparator::MoreThan),
    ("大于", Comparator::MoreThan),
    ("低于", Comparator::LessThan),
    ("少于", Comparator::LessThan),
    ("小于", Comparator::LessThan),
    ("不足", Comparator::LessThan),
    ("不满", Comparator::LessThan),
    ("未满", Comparator::LessThan),
    ("未达", Comparator::LessThan),
    ("未达到", Comparator::LessThan),
    ("达不到", Comparator::LessThan),
    ("不到", Comparator::LessThan),
    ("约", Comparator::About),
    ("大约", Comparator::About),
];

/// Comparators behind a quantity. `以上`, `以下` and `以内` include the number
/// (Civil Code, article 1259).
pub(super) const COMPARE_AFTER: Table<Comparator> = &[
    ("以上", Comparator::AtLeast),
    ("(含)以上", Comparator::AtLeast),
    ("及以上", Comparator::AtLeast),
    ("或以上", Comparator::AtLeast),
    ("以下", Comparator::AtMost),
    ("(含)以下", Comparator::AtMost),
    ("及以下", Comparator::AtMost),
    ("或以下", Comparator::AtMost),
    ("以内", Comparator::AtMost),
    ("(含)以内", Comparator::AtMost),
    ("之内", Comparator::AtMost),
    ("内", Comparator::AtMost),
];

/// Words that open a "per".
pub(super) const PER: Table<()> = &[("每", ()), ("每一", ()), ("每个", ()), ("每1", ())];

/// Periods before a percentage.
pub(super) const PERIODS_BEFORE: Table<TimeUnit> = &[
    ("按日", TimeUnit::Day),
    ("日利率", TimeUnit::Day),
    ("日利率为", TimeUnit::Day),
    ("按月", TimeUnit::Month),
    ("月利率", TimeUnit::Month),
    ("月利率为", TimeUnit::Month),
    ("按年", TimeUnit::Year),
    ("年利率", TimeUnit::Year),
    ("年利率为", TimeUnit::Year),
    ("日息", TimeUnit::Day),
    ("月息", TimeUnit::Month),
    ("年息", TimeUnit::Year),
    ("年费率", TimeUnit::Year),
    ("年化", TimeUnit::Year),
    ("年化利率", TimeUnit::Year),
];

/// Words that may stand between a period and the figure it belongs to.
pub(super) const PER_FILLERS: Table<()> = &[
    ("按", ()),
    ("为", ()),
    ("收费", ()),
    ("收取", ()),
    ("支付", ()),
    ("仅需", ()),
    ("按照", ()),
    (":", ()),
    ("约", ()),
];

/// Lateness between `每` and its unit: `每逾期一日`.
pub(super) const LATE: Table<()> = &[
    ("逾期", ()),
    ("延迟", ()),
    ("迟延", ()),
    ("延期", ()),
    ("拖延", ()),
    ("超期", ()),
    ("延误", ()),
    ("超过", ()),
];

/// Words behind a day, and whether they take a share of something for each:
/// `每日按应付金额的`, but not `每日按时`.
pub(super) const DAILY_BY: Table<bool> = &[
    ("按", true),
    ("以", true),
    ("应按", true),
    ("须按", true),
    ("应以", true),
    ("加收", true),
    ("按时", false),
    ("按期", false),
    ("按约", false),
];

/// Things prices are counted by.
pub(super) const THINGS: Table<&str> = &[
    ("人", "person"),
    ("用户", "user"),
    ("账号", "account"),
    ("帐号", "account"),
    ("席位", "seat"),
    ("坐席", "seat"),
    ("台", "device"),
    ("台设备", "device"),
    ("套", "set"),
    ("次", "call"),
    ("次调用", "call"),
    ("条", "message"),
    ("个", "unit"),
    ("件", "unit"),
    ("份", "copy"),
    ("并发", "concurrent user"),
    ("席", "seat"),
    ("个席位", "seat"),
    ("个坐席", "seat"),
    ("个账号", "account"),
    ("个用户", "user"),
    ("名", "person"),
    ("名用户", "user"),
    ("路", "channel"),
    ("人次", "call"),
    ("笔", "transaction"),
    ("封", "message"),
    ("页", "page"),
];

/// Words that join the two ends of a range.
pub(super) const TO: Table<()> = &[("至", ()), ("到", ())];

/// Joins two weekdays that follow each other.
pub(super) const AND: Table<()> = &[("和", ()), ("及", ()), ("、", ())];

/// Words whose following number is a label.
pub(super) const LABELS: Table<()> =
    &[("第", ()), ("附件", ()), ("条款", ()), ("优先级", ()), ("级别", ()), ("等级", ())];

/// Weekdays.
pub(super) const WEEKDAYS: Table<Weekday> = &[
    ("周一", Weekday::Monday),
    ("周二", Weekday::Tuesday),
    ("周三", Weekday::Wednesday),
    ("周四", Weekday::Thursday),
    ("周五", Weekday::Friday),
    ("周六", Weekday::Saturday),
    ("周日", Weekday::Sunday),
    ("星期一", Weekday::Monday),
    ("星期二", Weekday::Tuesday),
    ("星期三", Weekday::Wednesday),
    ("星期四", Weekday::Thursday),
    ("星期五", Weekday::Friday),
    ("星期六", Weekday::Saturday),
    ("星期日", Weekday::Sunday),
    ("星期天", Weekday::Sunday),
];

/// Marks of the half of the day before a clock time: whether it is after noon.
pub(super) const HALF_BEFORE: Table<bool> = &[
    ("上午", false),
    ("早上", false),
    ("早", false),
    ("中午", true),
    ("下午", true),
    ("晚上", true),
    ("晚", true),
];

/// Phrases that are a window: days, hours.
pub(super) const ALWAYS: Table<(Option<Days>, Option<Hours>)> = &[
    ("全年无休", (Some(Days::PerWeek(7)), None)),
    ("24小时不间断", (None, Some(Hours::PerDay(24)))),
    ("24小时在线", (None, Some(Hours::PerDay(24)))),
    ("24小时客服", (None, Some(Hours::PerDay(24)))),
    ("24小时服务", (None, Some(Hours::PerDay(24)))),
    ("24小时技术支持", (None, Some(Hours::PerDay(24)))),
    ("24小时值守", (None, Some(Hours::PerDay(24)))),
    ("24小时热线", (None, Some(Hours::PerDay(24)))),
    ("24小时全天候", (None, Some(Hours::PerDay(24)))),
    ("全天候24小时", (None, Some(Hours::PerDay(24)))),
    ("全天候", (Some(Days::PerWeek(7)), Some(Hours::PerDay(24)))),
];

/// Words behind hours or days that say what they are a part of.
pub(super) const EACH: Table<TimeUnit> = &[
    ("/天", TimeUnit::Day),
    ("/日", TimeUnit::Day),
    ("每天", TimeUnit::Day),
    ("每日", TimeUnit::Day),
    ("/周", TimeUnit::Week),
    ("每周", TimeUnit::Week),
];

/// The same before hours or days.
pub(super) const EACH_BEFORE: Table<TimeUnit> = &[
    ("每天", TimeUnit::Day),
    ("每日", TimeUnit::Day),
    ("一天", TimeUnit::Day),
    ("全天", TimeUnit::Day),
    ("每周", TimeUnit::Week),
    ("每星期", TimeUnit::Week),
    ("一周", TimeUnit::Week),
    ("全年", TimeUnit::Year),
    ("每年", TimeUnit::Year),
];

/// Words before a clock time on the day after.
pub(super) const NEXT_DAY: Table<()> =
    &[("次日", ()), ("翌日", ()), ("第二天", ()), ("第二日", ())];

/// The day of an event, which is a length of time before [`SAME_DAY_BEFORE`].
pub(super) const SAME_DAY: Table<()> = &[("当日", ()), ("当天", ())];

/// What is done within the day of an event: `当日内答复`, `当日修复`.
pub(super) const SAME_DAY_BEFORE: Table<()> = &[
    ("内", ()),
    ("之内", ()),
    ("响应", ()),
    ("答复", ()),
    ("回复", ()),
    ("到场", ()),
    ("到达", ()),
    ("修复", ()),
    ("恢复", ()),
    ("完成", ()),
    ("解决", ()),
    ("处理", ()),
    ("退还", ()),
    ("删除", ()),
];

/// Days of work, a window only beside hours.
pub(super) const BUSINESS_DAYS: Table<Days> =
    &[("工作日", Days::Business), ("每个工作日", Days::Business), ("法定工作日", Days::Business)];

/// Time zones.
pub(super) const ZONES: Table<()> = &[("北京时间", ()), ("东八区", ()), ("当地时间", ())];

/// Words between the parts of one service window.
pub(super) const WINDOW_GLUE: Table<()> =
    &[("的", ()), ("每日", ()), ("每天", ()), ("及", ()), ("、", ())];

/// Days that an ordinal counts: `届满后第十日`.
pub(super) const ORDINAL_DAYS: Table<Calendar> = &[
    ("日", Calendar::Unstated),
    ("天", Calendar::Unstated),
    ("工作日", Calendar::Business),
    ("个工作日", Calendar::Business),
    ("自然日", Calendar::Natural),
    ("个自然日", Calendar::Natural),
];

/// What counts from an event, right before an ordinal.
pub(super) const FROM_BEFORE: Table<()> =
    &[("后", ()), ("起", ()), ("前", ()), ("后的", ()), ("起的", ()), ("前的", ())];
