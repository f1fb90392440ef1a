//! Exact decimal numbers: PostgreSQL's numeric and MySQL's DECIMAL. Digits are kept one a byte,
//! which is slow and simple; the scale is kept for printing, and values that differ in it alone
//! are equal.

use std::cmp::Ordering;
use std::rc::Rc;

use crate::value::{TypeOps, Value};

/// The type behind `Value::Other`.
pub static DECIMAL: TypeOps = TypeOps {
    id: super::id::DECIMAL,
    name: "decimal",
    compare: |a, b| Decimal::decode(a).cmp_value(&Decimal::decode(b)),
    hash_key: |bytes| Decimal::decode(bytes).normalized().encode(),
    text: |bytes| Decimal::decode(bytes).to_string(),
    number: |bytes| Some(Decimal::decode(bytes).to_f64()),
};

/// A decimal number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decimal {
    negative: bool,
    /// Most significant first, no zeros in front; empty for zero.
    digits: Vec<u8>,
    /// Digits after the point.
    scale: usize,
}

impl Decimal {
    /// From an integer.
    pub fn from_int(n: i64) -> Decimal {
        let digits = n.unsigned_abs().to_string().bytes().map(|b| b - b'0').collect();
        Decimal { negative: n < 0, digits, scale: 0 }.trimmed()
    }

    /// From a double, by the shortest text that reads back the same.
    pub fn from_f64(x: f64) -> Option<Decimal> {
        x.is_finite().then(|| Decimal::parse(&format!("{x}"))).flatten()
    }

    /// Reads `[sign] digits [. digits] [e exponent]`; none when it is something else.
    pub fn parse(text: &str) -> Option<Decimal> {
        let (number, exponent) = match text.split_once(['e', 'E']) {
            Some((number, exponent)) => (number, exponent.parse::<i32>().ok()?),
            None => (text, 0),
        };
        let (negative, number) = match number.as_bytes().first()? {
            b'-' => (true, &number[1..]),
            b'+' => (false, &number[1..]),
            _ => (false, number),
        };
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        let all = || whole.bytes().chain(fraction.bytes());
        if all().next().is_none() || !all().all(|b| b.is_ascii_digit()) || exponent.abs() > 20_000 {
            return None;
        }
        let mut digits: Vec<u8> = all().map(|b| b - b'0').collect();
        let scale = fraction.len() as i64 - i64::from(exponent);
        if scale < 0 {
            digits.extend(std::iter::repeat_n(0, -scale as usize));
        }
        Some(Decimal { negative, digits, scale: scale.max(0) as usize }.trimmed())
    }

    fn trimmed(mut self) -> Decimal {
        let zeros = self.digits.iter().take_while(|d| **d == 0).count();
        self.digits.drain(..zeros);
        self.negative &= !self.digits.is_empty();
        self
    }

    /// Without zeros at the end of the fraction.
    pub fn normalized(mut self) -> Decimal {
        while self.scale > 0 && self.digits.last() == Some(&0) {
            self.digits.pop();
            self.scale -= 1;
        }
        if self.digits.is_empty() {
            self.scale = 0;
        }
        self
    }

    /// As a value.
    pub fn to_value(&self) -> Value {
        Value::Other(&DECIMAL, Rc::from(self.encode()))
    }

    /// From a value of any numeric type; none for others.
    pub fn from_value(value: &Value) -> Option<Decimal> {
        match value {
            Value::Int(n) => Some(Decimal::from_int(*n)),
            Value::Real(x) => Decimal::from_f64(*x),
            Value::Bool(b) => Some(Decimal::from_int(i64::from(*b))),
            Value::Other(ops, bytes) if ops.id == DECIMAL.id => Some(Decimal::decode(bytes)),
            Value::Null | Value::Text(_) | Value::Blob(_) | Value::Other(..) => None,
        }
    }

    fn encode(&self) -> Vec<u8> {
        let mut bytes = vec![u8::from(self.negative)];
        bytes.extend_from_slice(&(self.scale as u32).to_le_bytes());
        bytes.extend_from_slice(&self.digits);
        bytes
    }

    fn decode(bytes: &[u8]) -> Decimal {
        let mut scale = [0; 4];
        scale.copy_from_slice(&bytes[1..5]);
        let scale = u32::from_le_bytes(scale) as usize;
        Decimal { negative: bytes[0] == 1, digits: bytes[5..].to_vec(), scale }
    }

    /// Digits after the point.
    pub fn scale(&self) -> usize {
        self.scale
    }

    /// Digits before the point; 0 for numbers below one.
    pub fn whole_digits(&self) -> usize {
        self.digits.len().saturating_sub(self.scale)
    }

    /// Whether it is zero.
    pub fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    /// Whether it is below zero.
    pub fn is_negative(&self) -> bool {
        self.negative
    }

    /// The nearest double.
    pub fn to_f64(&self) -> f64 {
        self.to_string().parse().unwrap_or(0.0)
    }

    /// The integer that it rounds to, halves away from zero; none when it does not fit.
    pub fn to_int(&self) -> Option<i64> {
        let whole = self.round(0);
        let n = whole.digits.iter().try_fold(0i128, |n, d| {
            n.checked_mul(10)?.checked_add(i128::from(*d)).filter(|n| *n < 1 << 65)
        })?;
        i64::try_from(if whole.negative { -n } else { n }).ok()
    }

    /// The same value with more digits after the point, or rounded to fewer, halves away from
    /// zero.
    pub fn round(&self, scale: usize) -> Decimal {
        let mut result = self.cut(scale);
        if scale < self.scale {
            let dropped = self.scale - scale;
            let at = self.digits.len().checked_sub(dropped);
            if at.and_then(|at| self.digits.get(at)).is_some_and(|d| *d >= 5) {
                result.digits = add(&result.digits, &[1]);
                result.negative = self.negative;
            }
        }
        result
    }

    /// As [`Decimal::round`] without rounding.
    pub fn cut(&self, scale: usize) -> Decimal {
        let mut digits = self.digits.clone();
        if scale >= self.scale {
            if !digits.is_empty() {
                digits.extend(std::iter::repeat_n(0, scale - self.scale));
            }
        } else {
            digits.truncate(digits.len().saturating_sub(self.scale - scale));
        }
        Decimal { negative: self.negative, digits, scale }.trimmed()
    }

    /// With the other sign.
    pub fn negated(mut self) -> Decimal {
        self.negative = !self.negative && !self.digits.is_empty();
        self
    }

    /// Without its sign.
    pub fn absolute(mut self) -> Decimal {
        self.negative = false;
        self
    }

    /// The order of two values, whatever their scales.
    pub fn cmp_value(&self, other: &Decimal) -> Ordering {
        match (self.negative, other.negative) {
            (false, true) => return Ordering::Greater,
            (true, false) => return Ordering::Less,
            _ => {}
        }
        let scale = self.scale.max(other.scale);
        let order = cmp(&self.cut(scale).digits, &other.cut(scale).digits);
        if self.negative { order.reverse() } else { order }
    }

    /// `self + other`.
    pub fn plus(&self, other: &Decimal) -> Decimal {
        let scale = self.scale.max(other.scale);
        let (a, b) = (self.cut(scale), other.cut(scale));
        let (negative, digits) = if a.negative == b.negative {
            (a.negative, add(&a.digits, &b.digits))
        } else if cmp(&a.digits, &b.digits) == Ordering::Less {
            (b.negative, subtract(&b.digits, &a.digits))
        } else {
            (a.negative, subtract(&a.digits, &b.digits))
        };
        Decimal { negative, digits, scale }.trimmed()
    }

    /// `self - other`.
    pub fn minus(&self, other: &Decimal) -> Decimal {
        self.plus(&other.clone().negated())
    }

    /// `self * other`.
    pub fn times(&self, other: &Decimal) -> Decimal {
        let mut product = vec![0u32; self.digits.len() + other.digits.len()];
        for (i, a) in self.digits.iter().enumerate().rev() {
            let mut carry = 0;
            for (j, b) in other.digits.iter().enumerate().rev() {
                let sum = product[i + j + 1] + u32::from(*a) * u32::from(*b) + carry;
                (product[i + j + 1], carry) = (sum % 10, sum / 10);
            }
            product[i] += carry;
        }
        let digits = product.into_iter().map(|d| d as u8).collect();
        let negative = self.negative != other.negative;
        Decimal { negative, digits, scale: self.scale + other.scale }.trimmed()
    }

    /// `self / other` rounded to so many digits after the point; none for division by zero.
    pub fn divided(&self, other: &Decimal, scale: usize) -> Option<Decimal> {
        let cut = self.quotient(other, scale + 1)?;
        Some(cut.round(scale))
    }

    /// The quotient cut off after so many digits.
    pub fn quotient(&self, other: &Decimal, scale: usize) -> Option<Decimal> {
        if other.is_zero() {
            return None;
        }
        let mut dividend = self.digits.clone();
        let shift = scale as i64 + other.scale as i64 - self.scale as i64;
        if shift >= 0 {
            dividend.extend(std::iter::repeat_n(0, shift as usize));
        } else {
            dividend.truncate(dividend.len().saturating_sub(-shift as usize));
        }
        let mut rest: Vec<u8> = Vec::new();
        let mut digits = Vec::with_capacity(dividend.len());
        for digit in dividend {
            if !(rest.is_empty() && digit == 0) {
                rest.push(digit);
            }
            let mut count = 0;
            while cmp(&rest, &other.digits) != Ordering::Less {
                rest = subtract(&rest, &other.digits);
                count += 1;
            }
            digits.push(count);
        }
        let negative = self.negative != other.negative;
        Some(Decimal { negative, digits, scale }.trimmed())
    }

    /// What is left of `self / other` cut to a whole number, with the sign of `self`.
    pub fn remainder(&self, other: &Decimal) -> Option<Decimal> {
        let whole = self.quotient(other, 0)?;
        Some(self.minus(&whole.times(other)))
    }
}

impl std::fmt::Display for Decimal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.negative {
            f.write_str("-")?;
        }
        let missing = (self.scale + 1).saturating_sub(self.digits.len());
        let all: Vec<u8> =
            std::iter::repeat_n(0, missing).chain(self.digits.iter().copied()).collect();
        let (whole, fraction) = all.split_at(all.len() - self.scale);
        for digit in whole {
            write!(f, "{digit}")?;
        }
        if self.scale > 0 {
            f.write_str(".")?;
        }
        fraction.iter().try_for_each(|digit| write!(f, "{digit}"))
    }
}

fn strip(digits: &[u8]) -> &[u8] {
    let zeros = digits.iter().take_while(|d| **d == 0).count();
    &digits[zeros..]
}

fn cmp(a: &[u8], b: &[u8]) -> Ordering {
    let (a, b) = (strip(a), strip(b));
    a.len().cmp(&b.len()).then_with(|| a.cmp(b))
}

fn add(a: &[u8], b: &[u8]) -> Vec<u8> {
    let mut sum = Vec::with_capacity(a.len().max(b.len()) + 1);
    let (mut a, mut b) = (a.iter().rev(), b.iter().rev());
    let mut carry = 0;
    loop {
        let (x, y) = (a.next(), b.next());
        if x.is_none() && y.is_none() && carry == 0 {
            break;
        }
        let digit = x.unwrap_or(&0) + y.unwrap_or(&0) + carry;
        carry = digit / 10;
        sum.push(digit % 10);
    }
    sum.reverse();
    sum
}

/// `a - b`, which must not be below zero.
fn subtract(a: &[u8], b: &[u8]) -> Vec<u8> {
    let mut difference = Vec::with_capacity(a.len());
    let mut b = b.iter().rev();
    let mut borrow = 0;
    for digit in a.iter().rev() {
        let taken = b.next().unwrap_or(&0) + borrow;
        borrow = u8::from(*digit < taken);
        difference.push(digit + 10 * borrow - taken);
    }
    difference.reverse();
    strip(&difference).to_vec()
}

#[cfg(test)]
mod tests {
    use super::Decimal;

    fn dec(text: &str) -> Decimal {
        Decimal::parse(text).unwrap_or_else(|| Decimal::from_int(0))
    }

    #[test]
    fn arithmetic_is_exact() {
        assert_eq!(dec("0.1").plus(&dec("0.2")).to_string(), "0.3");
        assert_eq!(dec("1.00").minus(&dec("1.005")).to_string(), "-0.005");
        assert_eq!(dec("-12.5").times(&dec("0.04")).to_string(), "-0.500");
        assert_eq!(dec("99").plus(&dec("1")).to_string(), "100");
        assert_eq!(dec("10").remainder(&dec("3.3")).map(|d| d.to_string()), Some("0.1".into()));
    }

    #[test]
    fn division_rounds_half_away_from_zero() {
        let divided = |a, b, scale| dec(a).divided(&dec(b), scale).map(|d| d.to_string());
        assert_eq!(divided("1", "3", 4), Some("0.3333".into()));
        assert_eq!(divided("2", "3", 4), Some("0.6667".into()));
        assert_eq!(divided("-1", "8", 2), Some("-0.13".into()));
        assert_eq!(divided("1", "0", 2), None);
    }

    #[test]
    fn equal_values_of_other_scales_are_equal() {
        assert!(dec("1.50").cmp_value(&dec("1.5")).is_eq());
        assert_eq!(dec("1.50").normalized(), dec("1.5"));
        assert!(dec("-2").cmp_value(&dec("-10")).is_gt());
        assert_eq!(dec("0.00").to_string(), "0.00");
        assert_eq!(dec("1e3").to_string(), "1000");
        assert_eq!(dec("1.5e-3").to_string(), "0.0015");
    }

    #[test]
    fn rounding_carries() {
        assert_eq!(dec("9.995").round(2).to_string(), "10.00");
        assert_eq!(dec("0.005").round(2).to_string(), "0.01");
        assert_eq!(dec("0.4").round(0).to_string(), "0");
        assert_eq!(dec("0.5").round(0).to_string(), "1");
        assert_eq!(dec("-1234.5").to_int(), Some(-1235));
    }
}
