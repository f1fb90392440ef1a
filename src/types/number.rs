//! Numbers and their text, as SQLite 3.54 reads and prints them (util.c, sqlite3FpDecode and
//! sqlite3AtoF; compared with it).

use crate::value::Value;

/// An integer as text.
pub fn int_text(n: i64) -> String {
    n.to_string()
}

/// A real as SQLite prints it: up to 17 significant digits, fewer where they read back the same,
/// always with a point (`%!.17g`); infinities as `Inf` and `-Inf`.
pub fn real_text(x: f64) -> String {
    general(x, 17)
}

/// A real with up to `digits` significant digits, always with a point.
pub fn general(x: f64, digits: usize) -> String {
    if x.is_infinite() {
        return if x > 0.0 { "Inf" } else { "-Inf" }.to_string();
    }
    let Digits { negative, digits: significant, point } = decode(x, digits as i32, 20);
    let exponent = point - 1;
    let body = if exponent < -4 || exponent >= digits as i32 {
        let (head, tail) = significant.split_at(1);
        let tail = if tail.is_empty() { "0" } else { tail };
        let sign = if exponent < 0 { '-' } else { '+' };
        format!("{head}.{tail}e{sign}{:02}", exponent.abs())
    } else if point <= 0 {
        format!("0.{}{significant}", "0".repeat(-point as usize))
    } else {
        let point = point as usize;
        if significant.len() <= point {
            format!("{significant}{}.0", "0".repeat(point - significant.len()))
        } else {
            let (head, tail) = significant.split_at(point);
            format!("{head}.{tail}")
        }
    };
    if negative { format!("-{body}") } else { body }
}

/// A finite number's significant digits, and how many of them stand before the point.
#[derive(Debug)]
pub struct Digits {
    /// Below zero.
    pub negative: bool,
    /// Without trailing zeros; at least one.
    pub digits: String,
    /// Place of the point, counted from the first digit; may lie outside.
    pub point: i32,
}

/// Rounds to `round` significant digits, or with a value up to zero to `-round` digits after the
/// point; never more than `most`.
pub fn decode(x: f64, round: i32, most: usize) -> Digits {
    if x == 0.0 {
        return Digits { negative: false, digits: "0".to_string(), point: 1 };
    }
    let count = if (1..18).contains(&round) { round as usize + 1 } else { 18 + longer(x) };
    // Fewer digits than 18 are cut off, not rounded (util.c, sqlite3Fp2Convert10).
    let more = if count < 18 { 4 } else { 0 };
    let scientific = format!("{:.*e}", count - 1 + more, x.abs());
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let mut z: Vec<u8> = mantissa.bytes().filter(u8::is_ascii_digit).take(count).collect();
    let mut point = exponent + 1;
    let mut round = round;
    if round <= 0 {
        round = point - round;
        if round == 0 && z[0] >= b'5' {
            round = 1;
            z.insert(0, b'0');
            point += 1;
        }
    }
    if round > 0 && ((round as usize) < z.len() || z.len() > most) {
        let mut keep = (round as usize).min(most);
        if keep == 17 {
            keep = shorter(&z, point, x.abs()).unwrap_or(17);
        }
        round_up(&mut z, keep, &mut point);
    } else if round < 0 || (round == 0 && !z.is_empty()) {
        return Digits { negative: x < 0.0, digits: "0".to_string(), point: 1 };
    }
    while z.len() > 1 && z.last() == Some(&b'0') {
        z.pop();
    }
    let digits = z.iter().map(|b| char::from(*b)).collect();
    Digits { negative: x < 0.0, digits, point }
}

/// 1 for a number that has a digit more before its point than the power of two below it: then there
/// are 19 digits, not 18 (util.c, sqlite3Fp2Convert10).
fn longer(x: f64) -> usize {
    let exponent = |x: f64| format!("{x:e}").rsplit('e').next().and_then(|e| e.parse().ok());
    let power = f64::from_bits(x.abs().to_bits() & (0x7ff << 52));
    usize::from(exponent(x) > exponent(power).or(Some(i32::MIN)))
}

/// How many digits to keep when fewer than 17 read back the same: 49.47, not
/// 49.469999999999999.
fn shorter(z: &[u8], point: i32, x: f64) -> Option<usize> {
    let n = z.len();
    let value = |end: usize| z[..end].iter().fold(0u64, |v, b| v * 10 + u64::from(b - b'0'));
    let reads_back = |mantissa: u64, end: usize| power_of_ten(mantissa, point - end as i32) == x;
    if z[15] == b'9' && z[14] == b'9' {
        let mut end = 14;
        while end > 0 && z[end - 1] == b'9' {
            end -= 1;
        }
        let mantissa = if end == 0 { 1 } else { value(end) + 1 };
        return reads_back(mantissa, end).then_some(end + 1);
    }
    if point >= n as i32 || z[13..16] == *b"000" {
        let mut end = 13;
        while z[end - 1] == b'0' {
            end -= 1;
        }
        return reads_back(value(end), end).then_some(end + 1);
    }
    None
}

/// Cuts to so many digits, rounding half up.
fn round_up(z: &mut Vec<u8>, keep: usize, point: &mut i32) {
    let Some(next) = z.get(keep).copied() else { return };
    z.truncate(keep);
    if next < b'5' {
        return;
    }
    for at in (0..keep).rev() {
        if z[at] < b'9' {
            z[at] += 1;
            return;
        }
        z[at] = b'0';
    }
    z.insert(0, b'1');
    *point += 1;
}

/// `mantissa * 10^exponent`, rounded once.
fn power_of_ten(mantissa: u64, exponent: i32) -> f64 {
    if mantissa < 1 << 53 && (-22..=22).contains(&exponent) {
        let power = 10f64.powi(exponent.abs());
        let exact = mantissa as f64;
        return if exponent < 0 { exact / power } else { exact * power };
    }
    format!("{mantissa}e{exponent}").parse().unwrap_or(0.0)
}

/// The integer that a real is exactly, within the range where every integer is a double.
pub fn exact_int(x: f64) -> Option<i64> {
    let n = x as i64;
    (n as f64 == x && n > i64::MIN && n < i64::MAX).then_some(n)
}

/// The integer nearest to zero from a real, clamped (vdbemem.c, doubleToInt64).
pub fn real_to_int(x: f64) -> i64 {
    x as i64
}

/// A number of the source text: an integer if it is one that fits, else a real.
pub fn literal(text: &str) -> Value {
    prefix(text).map_or(Value::Null, |p| p.value())
}

/// The number that a whole text reads as, blanks around it allowed; none when anything is left.
pub fn whole_text_number(text: &str) -> Option<Value> {
    let trimmed = text.trim_matches(is_space);
    let found = prefix(trimmed)?;
    (found.used == trimmed.len()).then(|| found.value())
}

/// The number at the start of a text, 0 when there is none: what arithmetic takes (vdbe.c,
/// computeNumericType).
pub fn leading_number(text: &str) -> Value {
    prefix(text.trim_start_matches(is_space)).map_or(Value::Int(0), |p| p.value())
}

/// The real at the start of a text, 0 when there is none.
pub fn leading_real(text: &str) -> f64 {
    prefix(text.trim_start_matches(is_space)).map_or(0.0, |p| p.real())
}

/// The integer at the start of a text, clamped, 0 when there is none (CAST to INTEGER).
pub fn leading_int(text: &str) -> i64 {
    let trimmed = text.trim_start_matches(is_space);
    let bytes = trimmed.as_bytes();
    let signed = usize::from(matches!(bytes.first(), Some(b'+' | b'-')));
    let end = signed + digits(&bytes[signed..]);
    match trimmed[..end].parse::<i64>() {
        Ok(n) => n,
        Err(_) if end == signed => 0,
        Err(_) if trimmed.starts_with('-') => i64::MIN,
        Err(_) => i64::MAX,
    }
}

/// The blanks that SQLite skips around numbers.
pub fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\x0b' | '\x0c' | '\r')
}

fn digits(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|b| b.is_ascii_digit()).count()
}

/// A number at the start of a text.
struct Prefix<'t> {
    /// What was read.
    text: &'t str,
    used: usize,
    /// It has a point or an exponent.
    real: bool,
}

/// Reads `[sign] digits [. digits] [e [sign] digits]`.
fn prefix(text: &str) -> Option<Prefix<'_>> {
    let bytes = text.as_bytes();
    let mut at = usize::from(matches!(bytes.first(), Some(b'+' | b'-')));
    let whole = digits(&bytes[at..]);
    at += whole;
    let mut real = false;
    let mut fraction = 0;
    if bytes.get(at) == Some(&b'.') {
        fraction = digits(&bytes[at + 1..]);
        if whole + fraction > 0 {
            real = true;
            at += 1 + fraction;
        }
    }
    if whole + fraction == 0 {
        return None;
    }
    if matches!(bytes.get(at), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(bytes.get(at + 1), Some(b'+' | b'-')));
        let exponent = digits(&bytes[at + 1 + sign..]);
        if exponent > 0 {
            real = true;
            at += 1 + sign + exponent;
        }
    }
    Some(Prefix { text: text.get(..at)?, used: at, real })
}

impl Prefix<'_> {
    fn value(&self) -> Value {
        if !self.real
            && let Ok(n) = self.text.parse::<i64>()
        {
            return Value::Int(n);
        }
        Value::Real(self.real())
    }

    /// Only the first 19 or so digits count, as in sqlite3AtoF.
    fn real(&self) -> f64 {
        let (mut mantissa, mut exponent) = (0u64, 0i32);
        let mut point = false;
        let (number, written) = match self.text.split_once(['e', 'E']) {
            Some((number, exponent)) => (
                number,
                exponent
                    .parse::<i32>()
                    .unwrap_or_else(|_| if exponent.starts_with('-') { -10_000 } else { 10_000 }),
            ),
            None => (self.text, 0),
        };
        for byte in number.bytes() {
            match byte {
                b'.' => point = true,
                b'0'..=b'9' => {
                    let room = mantissa < (u64::MAX - 9) / 10;
                    if room {
                        mantissa = mantissa * 10 + u64::from(byte - b'0');
                    }
                    exponent += i32::from(!room && !point) - i32::from(room && point);
                }
                _ => {}
            }
        }
        let size = match mantissa {
            0 => 0.0,
            _ => power_of_ten(mantissa, exponent.saturating_add(written)),
        };
        if number.starts_with('-') { -size } else { size }
    }
}

#[cfg(test)]
mod tests {
    use super::{leading_int, leading_number, real_text, whole_text_number};
    use crate::value::Value;

    /// What SQLite 3.54.1 printed.
    #[test]
    fn reals_are_printed_as_sqlite_prints_them() {
        let printed = [
            (1e20, "1.0e+20"),
            (1e16, "10000000000000000.0"),
            (1e17, "1.0e+17"),
            (0.1, "0.1"),
            (1e-5, "1.0e-05"),
            (0.0001, "0.0001"),
            (0.1 + 0.2, "0.30000000000000004"),
            (1.0 / 3.0, "0.33333333333333332"),
            (2.0 / 3.0, "0.66666666666666663"),
            (49.47, "49.47"),
            (123_456_789_012_345_678.0, "1.2345678901234568e+17"),
            (9_007_199_254_740_992.0, "9007199254740992.0"),
            (5e-324, "4.9406564584124654e-324"),
            (f64::MAX, "1.7976931348623157e+308"),
            (-0.0, "0.0"),
            (f64::NEG_INFINITY, "-Inf"),
        ];
        for (number, text) in printed {
            assert_eq!(real_text(number), text);
        }
    }

    #[test]
    fn numbers_are_read_as_far_as_they_go() {
        let reads = |text, number: Value| leading_number(text).is_identical(&number);
        assert!(reads("1abc", Value::Int(1)));
        assert!(reads("1e3x", Value::Real(1000.0)));
        assert!(reads("-", Value::Int(0)));
        assert!(reads(" 9223372036854775808", Value::Real(9.223372036854776e18)));
        assert!(whole_text_number(" 12 ").is_some_and(|n| n.is_identical(&Value::Int(12))));
        assert!(whole_text_number("12 x").is_none());
        assert_eq!(leading_int("99999999999999999999"), i64::MAX);
        assert_eq!(leading_int("1e3"), 1);
    }
}
