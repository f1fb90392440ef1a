//! MySQL: functions beside the usual ones: digests, bases, locks of the server, times read by a
//! format ("Encryption and Compression Functions", "Locking Functions", "STR_TO_DATE").

use super::mysql_expr::bits;
use super::mysql_report::entry;
use super::mysql_time::{self, Moment};
use super::mysql_types::print;
use crate::error::ErrorKind;
use crate::functions::{int, real, text};
use crate::plan::expr::{Bind, Bound};
use crate::plan::function::{Function, Host};
use crate::plan::node::Expr;
use crate::types::Type;
use crate::types::calendar::{DAYS, MONTHS, days_of_month};
use crate::value::Value;

type Answer = Result<Value, ErrorKind>;

const fn of(name: &'static str, call: fn(&mut dyn Host, &[Value]) -> Answer) -> Function {
    Function { name, strict: true, pure: true, call }
}

fn bytes(value: &Value) -> Vec<u8> {
    match value {
        Value::Blob(bytes) => bytes.to_vec(),
        other => print(other).into_bytes(),
    }
}

fn hex(bytes: &[u8]) -> Value {
    Value::text(&crate::functions::text::hex(bytes).to_ascii_lowercase())
}

/// `MD5(x)`.
pub(super) static MD5: Function =
    of("md5", |_, args| Ok(hex(&crate::functions::md5::digest(&bytes(&args[0])))));

/// `SHA1(x)`.
pub(super) static SHA1: Function = of("sha1", |_, args| {
    let mut state = [0x6745_2301_u32, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0];
    for block in padded(bytes(&args[0])).chunks_exact(64) {
        let mut words = words_of(block);
        for n in 16..80 {
            words
                .push((words[n - 3] ^ words[n - 8] ^ words[n - 14] ^ words[n - 16]).rotate_left(1));
        }
        let [mut a, mut b, mut c, mut d, mut e] = state;
        for (n, word) in words.iter().enumerate() {
            let (mixed, constant) = match n / 20 {
                0 => (b & c | !b & d, 0x5a82_7999),
                1 => (b ^ c ^ d, 0x6ed9_eba1),
                2 => (b & c | b & d | c & d, 0x8f1b_bcdc),
                _ => (b ^ c ^ d, 0xca62_c1d6_u32),
            };
            let sum = a.rotate_left(5).wrapping_add(mixed).wrapping_add(e);
            (e, d, c, b) = (d, c, b.rotate_left(30), a);
            a = sum.wrapping_add(constant).wrapping_add(*word);
        }
        add(&mut state, &[a, b, c, d, e]);
    }
    Ok(hex(&big_endian(&state)))
});

/// `SHA2(x, 256)`, whose constants are roots of the first primes.
pub(super) static SHA2: Function = of("sha2", |_, args| {
    if !matches!(int(&args[1]), 0 | 256) {
        return Err(ErrorKind::unsupported("SHA2 of other lengths than 256"));
    }
    let root = |x: f64| ((x - x.floor()) * 4_294_967_296.0) as u32;
    let prime = |n: &u32| (2..*n).all(|d| !n.is_multiple_of(d));
    let primes: Vec<u32> = (2..312).filter(prime).collect();
    let constants: Vec<u32> = primes.iter().map(|p| root(f64::from(*p).cbrt())).collect();
    let mut state: Vec<u32> = primes[..8].iter().map(|p| root(f64::from(*p).sqrt())).collect();
    for block in padded(bytes(&args[0])).chunks_exact(64) {
        let mut words = words_of(block);
        let spread =
            |x: u32, [a, b]: [u32; 2], last: u32| x.rotate_right(a) ^ x.rotate_right(b) ^ last;
        for n in 16..64 {
            let (low, high) = (words[n - 15], words[n - 2]);
            let sum =
                spread(low, [7, 18], low >> 3).wrapping_add(spread(high, [17, 19], high >> 10));
            words.push(sum.wrapping_add(words[n - 16]).wrapping_add(words[n - 7]));
        }
        let mut v = state.clone();
        for (word, constant) in words.iter().zip(&constants) {
            let (a, e) = (v[0], v[4]);
            let first = spread(e, [6, 11], e.rotate_right(25))
                .wrapping_add(e & v[5] ^ !e & v[6])
                .wrapping_add(v[7])
                .wrapping_add(*constant)
                .wrapping_add(*word);
            let second = spread(a, [2, 13], a.rotate_right(22))
                .wrapping_add(a & v[1] ^ a & v[2] ^ v[1] & v[2]);
            v.rotate_right(1);
            v[4] = v[4].wrapping_add(first);
            v[0] = first.wrapping_add(second);
        }
        add(&mut state, &v);
    }
    Ok(hex(&big_endian(&state)))
});

fn add(state: &mut [u32], own: &[u32]) {
    state.iter_mut().zip(own).for_each(|(kept, own)| *kept = kept.wrapping_add(*own));
}

fn padded(mut message: Vec<u8>) -> Vec<u8> {
    let bits = (message.len() as u64).wrapping_mul(8);
    message.push(0x80);
    while message.len() % 64 != 56 {
        message.push(0);
    }
    message.extend(bits.to_be_bytes());
    message
}

fn words_of(block: &[u8]) -> Vec<u32> {
    block.chunks_exact(4).map(|b| u32::from_be_bytes([b[0], b[1], b[2], b[3]])).collect()
}

fn big_endian(words: &[u32]) -> Vec<u8> {
    words.iter().flat_map(|word| word.to_be_bytes()).collect()
}

/// `CRC32(x)`.
pub(super) static CRC32: Function = of("crc32", |_, args| {
    let mut crc = !0u32;
    for byte in bytes(&args[0]) {
        crc ^= u32::from(byte);
        for _ in 0..8 {
            crc = crc >> 1 ^ if crc & 1 == 1 { 0xedb8_8320 } else { 0 };
        }
    }
    Ok(Value::Int(i64::from(!crc)))
});

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// `TO_BASE64(x)`: lines of 76 characters.
pub(super) static TO_BASE64: Function = of("to_base64", |_, args| {
    let mut out = String::new();
    for (number, three) in bytes(&args[0]).chunks(3).enumerate() {
        if number > 0 && number % 19 == 0 {
            out.push('\n');
        }
        let mut all = [0; 4];
        all[1..=three.len()].copy_from_slice(three);
        let bits = u32::from_be_bytes(all);
        for place in 0..4 {
            out.push(match place <= three.len() {
                true => char::from(LETTERS[(bits >> (18 - 6 * place) & 63) as usize]),
                false => '=',
            });
        }
    }
    Ok(Value::text(&out))
});

/// `FROM_BASE64(x)`.
pub(super) static FROM_BASE64: Function = of("from_base64", |_, args| {
    let (mut out, mut bits, mut count) = (Vec::new(), 0u32, 0);
    for letter in text(&args[0]).bytes().filter(|b| !b.is_ascii_whitespace() && *b != b'=') {
        let Some(value) = LETTERS.iter().position(|known| *known == letter) else {
            return Ok(Value::Null);
        };
        (bits, count) = (bits << 6 | value as u32, count + 6);
        if count >= 8 {
            count -= 8;
            out.push((bits >> count) as u8);
        }
    }
    Ok(Value::Blob(out.into()))
});

/// `CONV(n, from, to)`.
pub(super) static CONV: Function = of("conv", |_, args| {
    let (from, to) = (int(&args[1]), int(&args[2]));
    if !(2..=36).contains(&from.unsigned_abs()) || !(2..=36).contains(&to.unsigned_abs()) {
        return Ok(Value::Null);
    }
    let written = print(&args[0]);
    let (minus, digits) = match written.trim().strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, written.trim()),
    };
    let base = from.unsigned_abs() as u32;
    let mut number = 0u64;
    for digit in digits.chars().map_while(|c| c.to_digit(base)) {
        number = number.saturating_mul(base.into()).saturating_add(digit.into());
    }
    if minus {
        number = number.wrapping_neg();
    }
    Ok(Value::text(&in_base(number, to.unsigned_abs())))
});
/// `BIN(n)`.
pub(super) static BIN: Function = of("bin", |_, args| Ok(Value::text(&in_base(bits(&args[0]), 2))));
/// `OCT(n)`.
pub(super) static OCT: Function = of("oct", |_, args| Ok(Value::text(&in_base(bits(&args[0]), 8))));
/// `BIT_COUNT(n)`.
pub(super) static BIT_COUNT: Function =
    of("bit_count", |_, args| Ok(Value::Int(i64::from(bits(&args[0]).count_ones()))));

fn in_base(mut number: u64, base: u64) -> String {
    let mut digits = Vec::new();
    while digits.is_empty() || number > 0 {
        digits.push(char::from_digit((number % base) as u32, 36).unwrap_or('0'));
        number /= base;
    }
    digits.iter().rev().collect::<String>().to_ascii_uppercase()
}

/// `FORMAT(x, places)`: groups of three digits.
pub(super) static FORMAT: Function = of("format", |_, args| {
    let places = int(&args[1]).clamp(0, 30) as usize;
    let rounded = match crate::types::decimal::Decimal::parse(&print(&args[0])) {
        Some(decimal) => decimal.round(places).to_string(),
        None => format!("{:.places$}", real(&args[0])),
    };
    let (whole, fraction) = rounded.split_once('.').unwrap_or((&rounded, ""));
    let (sign, whole) = match whole.strip_prefix('-') {
        Some(whole) => ("-", whole),
        None => ("", whole),
    };
    let mut out = sign.to_string();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    if places > 0 {
        out.push('.');
        out.push_str(fraction);
        (fraction.len()..places).for_each(|_| out.push('0'));
    }
    Ok(Value::text(&out))
});

/// `UUID_TO_BIN(uuid[, swap])`.
pub(super) static UUID_TO_BIN: Function = of("uuid_to_bin", |_, args| {
    let digits: String = text(&args[0]).chars().filter(char::is_ascii_hexdigit).collect();
    let pair = |at: usize| u8::from_str_radix(digits.get(2 * at..2 * at + 2)?, 16).ok();
    let found: Option<Vec<u8>> = (0..16).map(pair).collect();
    let Some(mut found) = found.filter(|_| digits.len() == 32) else {
        let message = ["Incorrect string value: '", &text(&args[0]), "' for function uuid_to_bin"];
        let code = "ER_WRONG_VALUE_FOR_TYPE";
        return Err(ErrorKind::Report(Box::new(entry(1411, "HY000", code, message.concat()))));
    };
    if args.get(1).is_some_and(|swap| int(swap) != 0) {
        // The time's high part comes first: aaaaaaaa-bbbb-cccc becomes cccc bbbb aaaaaaaa.
        found[..8].rotate_left(4);
        found[..4].rotate_left(2);
    }
    Ok(Value::Blob(found.into()))
});

/// `BIN_TO_UUID(bytes[, swap])`.
pub(super) static BIN_TO_UUID: Function = of("bin_to_uuid", |_, args| {
    let mut found = bytes(&args[0]);
    if found.len() != 16 {
        return Err(ErrorKind::unsupported("BIN_TO_UUID of what has not 16 bytes"));
    }
    if args.get(1).is_some_and(|swap| int(swap) != 0) {
        found[..4].rotate_left(2);
        found[..8].rotate_left(4);
    }
    let mut out = String::new();
    for (at, byte) in found.iter().enumerate() {
        if matches!(at, 4 | 6 | 8 | 10) {
            out.push('-');
        }
        out.push_str(&format!("{byte:02x}"));
    }
    Ok(Value::text(&out))
});

/// The server's locks: one session has them all. `SLEEP` does not wait.
pub(super) static ONE: Function = of("get_lock", |_, _| Ok(Value::Int(1)));
/// As [`ONE`].
pub(super) static ZERO: Function = of("sleep", |_, args| match real(&args[0]) > 0.0 {
    true => Err(ErrorKind::unsupported("SLEEP of a time")),
    false => Ok(Value::Int(0)),
});

/// `SEC_TO_TIME(n)`.
pub(super) static SEC_TO_TIME: Function = of("sec_to_time", |_, args| {
    let micros = int(&args[0]).clamp(-3_020_399, 3_020_399) * 1_000_000;
    Ok(Value::text(&mysql_time::clock(micros, 0)))
});
/// `TIME_TO_SEC(t)`.
pub(super) static TIME_TO_SEC: Function = of("time_to_sec", |_, args| {
    let time = mysql_time::parse_time(&text(&args[0]));
    Ok(time.map_or(Value::Null, |(micros, _)| Value::Int(micros / 1_000_000)))
});
/// A time, or a moment counted from 1970, in microseconds, and which it is.
fn span_of(value: &Value) -> Option<(i64, bool)> {
    let text = print(value);
    match text.contains('-') && !text.starts_with('-') {
        true => mysql_time::parse(&text).ok().map(|(m, _)| (m.absolute(), true)),
        false => mysql_time::parse_time(&text).ok().map(|(micros, _)| (micros, false)),
    }
}

/// A time as functions give it, with a fraction where it has one.
fn shown(micros: i64) -> Value {
    let most = 3_020_399_000_000;
    let digits = if micros % 1_000_000 == 0 { 0 } else { 6 };
    Value::text(&mysql_time::clock(micros.clamp(-most, most), digits))
}

/// `TIMEDIFF(a, b)` of two times or two moments.
pub(super) static TIMEDIFF: Function = of("timediff", |_, args| {
    Ok(match (span_of(&args[0]), span_of(&args[1])) {
        (Some((a, dated)), Some((b, same))) if dated == same => shown(a - b),
        _ => Value::Null,
    })
});

fn moved(args: &[Value], sign: i64) -> Answer {
    let by = mysql_time::parse_time(&print(&args[1])).ok().map(|(micros, _)| sign * micros);
    let (Some((start, dated)), Some(by)) = (span_of(&args[0]), by) else { return Ok(Value::Null) };
    let digits = if (start + by) % 1_000_000 == 0 { 0 } else { 6 };
    Ok(match dated {
        true => {
            Moment::from_absolute(start + by).map_or(Value::Null, |m| Value::text(&m.text(digits)))
        }
        false => shown(start + by),
    })
}

/// `ADDTIME(a, b)` to a time or a moment.
pub(super) static ADDTIME: Function = of("addtime", |_, args| moved(args, 1));
/// `SUBTIME(a, b)`.
pub(super) static SUBTIME: Function = of("subtime", |_, args| moved(args, -1));
/// `MAKETIME(hour, minute, second)`.
pub(super) static MAKETIME: Function = of("maketime", |_, args| {
    let (hour, minute, second) = (int(&args[0]), int(&args[1]), real(&args[2]));
    if !(0..60).contains(&minute) || !(0.0..60.0).contains(&second) {
        return Ok(Value::Null);
    }
    let written = print(&args[2]);
    let digits = written.split_once('.').map_or(0, |(_, fraction)| fraction.len().min(6));
    let most = 3_020_399_000_000i64;
    let rest = minute * 60_000_000 + (second * 1e6).round() as i64;
    let micros = (hour.saturating_abs().min(9999) * 3_600_000_000 + rest).min(most);
    let micros = if hour < 0 { -micros } else { micros };
    Ok(Value::text(&mysql_time::clock(micros, digits as u8)))
});
/// `CONVERT_TZ(moment, from, to)` between zones that are written as `+02:00`.
pub(super) static CONVERT_TZ: Function = of("convert_tz", |_, args| {
    let zone = |value: &Value| match &*text(value) {
        "SYSTEM" => Ok(0),
        zone => mysql_time::offset(zone)
            .ok_or_else(|| ErrorKind::unsupported("time zones that are no offset")),
    };
    let (from, to) = (zone(&args[1])?, zone(&args[2])?);
    let found = mysql_time::parse(&mysql_time::written(&args[0])).ok();
    let found = found.and_then(|(m, _)| Moment::from_absolute(m.absolute() - from + to));
    Ok(found.map_or(Value::Null, |m| Value::text(&m.text(0))))
});

/// `MAKEDATE(year, day)`.
pub(super) static MAKEDATE: Function = of("makedate", |_, args| {
    let (year, day) = (full_year(int(&args[0])), int(&args[1]));
    if !(0..=9999).contains(&year) || !(1..=3_652_425).contains(&day) {
        return Ok(Value::Null);
    }
    let start = Moment { year, month: 1, day: 1, micros: 0 };
    let found = Moment::from_absolute(start.absolute() + (day - 1) * mysql_time::DAY);
    Ok(found.map_or(Value::Null, |m| Value::text(&m.date())))
});
/// `FROM_DAYS(n)`, counted from year 0.
pub(super) static FROM_DAYS: Function = of("from_days", |_, args| {
    let days = int(&args[0]);
    let micros = (days.clamp(0, 4_000_000) - 719_528) * mysql_time::DAY;
    let found = Moment::from_absolute(micros).filter(|_| days > 365);
    Ok(Value::text(&found.unwrap_or_default().date()))
});

/// Two digits are a year from 1970 to 2069.
fn full_year(year: i64) -> i64 {
    match year {
        0..70 => year + 2000,
        70..100 => year + 1900,
        _ => year,
    }
}

/// The months of a period `YYYYMM`.
fn months(value: &Value, of: &str) -> Result<i64, ErrorKind> {
    let period = int(value);
    if period > 0 && (1..=12).contains(&(period % 100)) {
        return Ok(full_year(period / 100) * 12 + period % 100 - 1);
    }
    let message = ["Incorrect arguments to ", of].concat();
    Err(ErrorKind::Report(Box::new(entry(1210, "HY000", "ER_WRONG_ARGUMENTS", message))))
}

/// `PERIOD_ADD(period, months)`.
pub(super) static PERIOD_ADD: Function = of("period_add", |_, args| {
    let sum = months(&args[0], "period_add")?.saturating_add(int(&args[1]));
    Ok(Value::Int((sum / 12).wrapping_mul(100).wrapping_add(sum % 12 + 1)))
});
/// `PERIOD_DIFF(a, b)`.
pub(super) static PERIOD_DIFF: Function = of("period_diff", |_, args| {
    Ok(Value::Int(months(&args[0], "period_diff")? - months(&args[1], "period_diff")?))
});

/// `CHAR(n, …)`: the bytes of each number; NULL is left out.
pub(super) static CHAR: Function = Function {
    name: "char",
    strict: false,
    pure: true,
    call: |_, args| {
        let mut all = Vec::new();
        for arg in args.iter().filter(|arg| !arg.is_null()) {
            let bytes = (real(arg).round() as i64 as u32).to_be_bytes();
            all.extend(&bytes[bytes.iter().position(|b| *b != 0).unwrap_or(3)..]);
        }
        Ok(Value::Blob(all.into()))
    },
};
/// `ORD(text)`: the bytes of its first letter as a number.
pub(super) static ORD: Function = of("ord", |_, args| {
    let (text, mut letter) = (text(&args[0]), [0; 4]);
    let bytes = text.chars().next().map_or(&[] as &[u8], |c| c.encode_utf8(&mut letter).as_bytes());
    Ok(Value::Int(bytes.iter().fold(0, |sum, byte| sum << 8 | i64::from(*byte))))
});
/// `INET_ATON('10.0.5.9')`; of fewer parts the last is the last byte.
pub(super) static INET_ATON: Function = of("inet_aton", |_, args| {
    let text = text(&args[0]);
    let parts: Option<Vec<u8>> = text.split('.').map(|part| part.parse().ok()).collect();
    let Some([first @ .., last]) = parts.as_deref().filter(|parts| parts.len() <= 4) else {
        return Ok(Value::Null);
    };
    let start = first.iter().zip([24, 16, 8]).map(|(byte, by)| i64::from(*byte) << by);
    Ok(Value::Int(start.sum::<i64>() + i64::from(*last)))
});
/// `INET_NTOA(n)`.
pub(super) static INET_NTOA: Function = of("inet_ntoa", |_, args| {
    let Ok(n) = u32::try_from(int(&args[0])) else { return Ok(Value::Null) };
    Ok(Value::text(&std::net::Ipv4Addr::from(n).to_string()))
});

/// `STR_TO_DATE(text, format)`; what kind of value it gives is told by its format.
pub(super) fn str_to_date(args: Vec<Bound>) -> Bind<Bound> {
    let format = match args.get(1).map(|a| &a.expr) {
        Some(Expr::Const(Value::Text(format))) => format.clone(),
        _ => return Err(ErrorKind::unsupported("STR_TO_DATE with a format that is no constant")),
    };
    let has = |letters: &str| {
        format
            .match_indices('%')
            .any(|(at, _)| format[at + 1..].chars().next().is_some_and(|c| letters.contains(c)))
    };
    let ty = match (has("YymcdeMbjDaWUu"), has("HhIkliSsTrpf")) {
        (true, false) => Type::Date,
        (false, true) => Type::Time,
        _ => super::mysql_date::datetime(if has("f") { 6 } else { 0 }),
    };
    let mut exprs: Vec<Expr> = args.into_iter().map(|a| a.expr).collect();
    exprs.push(Expr::Const(Value::Int(match ty {
        Type::Date => 0,
        Type::Time => 1,
        _ => 2,
    })));
    Ok(Bound::new(super::mysql_expr::call(&STR_TO_DATE, exprs), ty))
}

static STR_TO_DATE: Function = of("str_to_date", |host, args| {
    let (written, format) = (text(&args[0]), text(&args[1]));
    match read(&written, &format) {
        Some(m) => Ok(Value::text(&match int(&args[2]) {
            0 => m.date(),
            1 => mysql_time::clock(m.micros, 0),
            _ => m.text(if format.contains("%f") { 6 } else { 0 }),
        })),
        None => {
            let message =
                ["Incorrect datetime value: '", &written, "' for function str_to_date"].concat();
            let report = entry(1411, "HY000", "ER_WRONG_VALUE_FOR_TYPE", message);
            host.doubt(ErrorKind::Report(Box::new(report)), false)?;
            Ok(Value::Null)
        }
    }
});

/// Reads a text by a format; none when it does not fit.
fn read(written: &str, format: &str) -> Option<Moment> {
    let format = format.replace("%T", "%H:%i:%s").replace("%r", "%I:%i:%s %p");
    let (mut rest, mut m) = (written, Moment::default());
    let (mut hour, mut afternoon, mut dated) = (0, None, false);
    let mut letters = format.chars();
    while let Some(c) = letters.next() {
        if c.is_whitespace() {
            rest = rest.trim_start();
            continue;
        }
        if c != '%' {
            rest = rest.strip_prefix(c)?;
            continue;
        }
        let letter = letters.next()?;
        rest = rest.trim_start();
        let mut number = |most: usize| -> Option<i64> {
            let count = rest.bytes().take(most).take_while(u8::is_ascii_digit).count();
            let (digits, after) = rest.split_at(count);
            rest = after;
            digits.parse().ok()
        };
        dated |= "YymcdeMb".contains(letter);
        match letter {
            'Y' => m.year = number(4)?,
            'y' => m.year = number(2).map(|y| y + if y < 70 { 2000 } else { 1900 })?,
            'm' | 'c' => m.month = number(2)?,
            'd' | 'e' => m.day = number(2)?,
            'H' | 'k' => hour = number(2).filter(|h| *h < 24)?,
            'h' | 'I' | 'l' => hour = number(2).filter(|h| (1..=12).contains(h))? % 12,
            'i' => m.micros += number(2).filter(|n| *n < 60)? * 60_000_000,
            's' | 'S' => m.micros += number(2).filter(|n| *n < 60)? * 1_000_000,
            'f' => {
                let before = rest.len();
                let count = rest.bytes().take(6).take_while(u8::is_ascii_digit).count();
                let value: i64 = rest.get(..count)?.parse().ok()?;
                rest = &rest[count..];
                m.micros += value * 10i64.pow(6 - (before - rest.len()) as u32);
            }
            'p' => {
                let (head, after) = rest.split_at_checked(2)?;
                afternoon = Some(head.eq_ignore_ascii_case("PM"));
                rest = after;
            }
            'M' | 'b' | 'W' | 'a' => {
                let names: &[&str] = if "Mb".contains(letter) { &MONTHS } else { &DAYS };
                let width = |name: &&str| {
                    if matches!(letter, 'M' | 'W') { name.len() } else { 3 }
                };
                let fits = |name: &&str| {
                    rest.get(..width(name))
                        .is_some_and(|head| head.eq_ignore_ascii_case(&name[..width(name)]))
                };
                let at = names.iter().position(fits)?;
                rest = &rest[width(&names[at])..];
                if "Mb".contains(letter) {
                    m.month = at as i64 + 1;
                }
            }
            '%' => rest = rest.strip_prefix('%')?,
            _ => return None,
        }
    }
    if let Some(afternoon) = afternoon {
        hour = hour % 12 + if afternoon { 12 } else { 0 };
    }
    m.micros += hour * 3_600_000_000;
    let sound =
        (1..=12).contains(&m.month) && (1..=days_of_month(m.year, m.month)).contains(&m.day);
    (!dated || sound).then_some(m)
}
