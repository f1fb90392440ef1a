//! Exact aggregates: MySQL's SUM and AVG, and those of bits.

use super::{int, real};
use crate::error::ErrorKind;
use crate::plan::function::{Accumulator, Aggregate};
use crate::types::decimal::Decimal;
use crate::value::Value;

/// `SUM(X)`: a decimal of exact numbers, else a double.
pub static SUM: Aggregate = Aggregate { name: "sum", start: |_| Box::new(Sum::new(None)) };
/// `AVG(X)`: as SUM, with four more digits than the values.
pub static AVG: Aggregate = Aggregate { name: "avg", start: |_| Box::new(Sum::new(Some(4))) };
/// `BIT_AND(X)`.
pub static BIT_AND: Aggregate =
    Aggregate { name: "bit_and", start: |_| Box::new(Bits { bits: -1, join: |a, b| a & b }) };
/// `BIT_OR(X)`.
pub static BIT_OR: Aggregate =
    Aggregate { name: "bit_or", start: |_| Box::new(Bits { bits: 0, join: |a, b| a | b }) };
/// `BIT_XOR(X)`.
pub static BIT_XOR: Aggregate =
    Aggregate { name: "bit_xor", start: |_| Box::new(Bits { bits: 0, join: |a, b| a ^ b }) };

/// `VAR_POP(X)`, `VARIANCE(X)`.
pub static VAR_POP: Aggregate = Aggregate { name: "var_pop", start: |_| spread(0.0, false) };
/// `VAR_SAMP(X)`.
pub static VAR_SAMP: Aggregate = Aggregate { name: "var_samp", start: |_| spread(1.0, false) };
/// `STDDEV_POP(X)`, `STD(X)`.
pub static STDDEV_POP: Aggregate = Aggregate { name: "stddev_pop", start: |_| spread(0.0, true) };
/// `STDDEV_SAMP(X)`.
pub static STDDEV_SAMP: Aggregate = Aggregate { name: "stddev_samp", start: |_| spread(1.0, true) };

/// The mean so far and the squares of what differs from it (item_sum.cc, `variance_fp_recurrence_next`).
struct Spread {
    count: f64,
    mean: f64,
    squares: f64,
    /// What the count is less by.
    less: f64,
    root: bool,
}

fn spread(less: f64, root: bool) -> Box<dyn Accumulator> {
    Box::new(Spread { count: 0.0, mean: 0.0, squares: 0.0, less, root })
}

impl Accumulator for Spread {
    fn step(&mut self, args: &[Value]) -> Result<bool, ErrorKind> {
        if !args[0].is_null() {
            let x = real(&args[0]);
            let before = self.mean;
            self.count += 1.0;
            self.mean += (x - before) / self.count;
            self.squares += (x - before) * (x - self.mean);
        }
        Ok(false)
    }

    fn result(&self) -> Result<Value, ErrorKind> {
        if self.count <= self.less {
            return Ok(Value::Null);
        }
        let variance = self.squares / (self.count - self.less);
        Ok(Value::Real(if self.root { variance.sqrt() } else { variance }))
    }
}

struct Sum {
    /// For AVG: digits beyond those of the values.
    digits: Option<usize>,
    count: i64,
    /// Integers are summed apart until they would overflow.
    whole: i64,
    exact: Decimal,
    inexact: Option<f64>,
}

impl Sum {
    fn new(digits: Option<usize>) -> Sum {
        Sum { digits, count: 0, whole: 0, exact: Decimal::from_int(0), inexact: None }
    }

    fn total(&self) -> Decimal {
        self.exact.plus(&Decimal::from_int(self.whole))
    }
}

impl Accumulator for Sum {
    fn step(&mut self, args: &[Value]) -> Result<bool, ErrorKind> {
        match &args[0] {
            Value::Null => return Ok(false),
            Value::Int(n) if self.inexact.is_none() => match self.whole.checked_add(*n) {
                Some(whole) => self.whole = whole,
                None => {
                    self.exact = self.total();
                    self.whole = *n;
                }
            },
            value => match (Decimal::from_value(value), value, self.inexact) {
                (Some(decimal), Value::Int(_) | Value::Bool(_) | Value::Other(..), None) => {
                    self.exact = self.exact.plus(&decimal);
                }
                (_, value, sum) => {
                    let before = sum.unwrap_or_else(|| self.total().to_f64());
                    self.inexact = Some(before + real(value));
                }
            },
        }
        self.count += 1;
        Ok(false)
    }

    fn result(&self) -> Result<Value, ErrorKind> {
        if self.count == 0 {
            return Ok(Value::Null);
        }
        Ok(match (self.inexact, self.digits) {
            (Some(sum), None) => Value::Real(sum),
            (Some(sum), Some(_)) => Value::Real(sum / self.count as f64),
            (None, None) => self.total().to_value(),
            (None, Some(digits)) => {
                let total = self.total();
                let scale = total.scale() + digits;
                total
                    .divided(&Decimal::from_int(self.count), scale)
                    .map_or(Value::Null, |average| average.to_value())
            }
        })
    }
}

struct Bits {
    bits: i64,
    join: fn(i64, i64) -> i64,
}

impl Accumulator for Bits {
    fn step(&mut self, args: &[Value]) -> Result<bool, ErrorKind> {
        if !args[0].is_null() {
            self.bits = (self.join)(self.bits, int(&args[0]));
        }
        Ok(false)
    }

    fn result(&self) -> Result<Value, ErrorKind> {
        Ok(Value::Int(self.bits))
    }
}
