//! Aggregates.

use std::cmp::Ordering;

use super::{numeric, real, text_of};
use crate::collation::Collation;
use crate::error::ErrorKind;
use crate::plan::function::{Accumulator, Aggregate};
use crate::value::{self, Value};

/// `count(*)`.
pub static COUNT_ROWS: Aggregate = Aggregate { name: "count", start: |_| Box::new(Count(0)) };
/// `count(X)`: values that are not NULL; with several arguments rows without a NULL.
pub static COUNT: Aggregate = Aggregate { name: "count", start: |_| Box::new(CountValues(0)) };
/// `sum(X)` of SQLite.
pub static SUM: Aggregate = Aggregate { name: "sum", start: |_| Box::new(Sum::new(Kind::Sum)) };
/// `total(X)`.
pub static TOTAL: Aggregate =
    Aggregate { name: "total", start: |_| Box::new(Sum::new(Kind::Total)) };
/// `avg(X)` as a real.
pub static AVG: Aggregate = Aggregate { name: "avg", start: |_| Box::new(Sum::new(Kind::Avg)) };
/// `min(X)`.
pub static MIN: Aggregate = Aggregate {
    name: "min",
    start: |collation| Box::new(Extreme { best: None, wanted: Ordering::Less, collation }),
};
/// `max(X)`.
pub static MAX: Aggregate = Aggregate {
    name: "max",
    start: |collation| Box::new(Extreme { best: None, wanted: Ordering::Greater, collation }),
};
/// `group_concat(X, separator)`, `string_agg`.
pub static GROUP_CONCAT: Aggregate =
    Aggregate { name: "group_concat", start: |_| Box::new(Concat(None)) };

struct Count(i64);

impl Accumulator for Count {
    fn step(&mut self, _args: &[Value]) -> Result<bool, ErrorKind> {
        self.0 += 1;
        Ok(false)
    }

    fn result(&self) -> Result<Value, ErrorKind> {
        Ok(Value::Int(self.0))
    }
}

struct CountValues(i64);

impl Accumulator for CountValues {
    fn step(&mut self, args: &[Value]) -> Result<bool, ErrorKind> {
        self.0 += i64::from(!args.iter().any(Value::is_null));
        Ok(false)
    }

    fn result(&self) -> Result<Value, ErrorKind> {
        Ok(Value::Int(self.0))
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Sum,
    Total,
    Avg,
}

/// Integers are summed exactly until one of the values is no integer; reals with Kahan and
/// Babuška's correction (func.c, sumStep).
struct Sum {
    kind: Kind,
    count: i64,
    whole: i64,
    sum: f64,
    error: f64,
    exact: bool,
    overflow: bool,
}

impl Sum {
    fn new(kind: Kind) -> Sum {
        Sum { kind, count: 0, whole: 0, sum: 0.0, error: 0.0, exact: true, overflow: false }
    }

    fn add(&mut self, x: f64) {
        let sum = self.sum + x;
        if self.sum.abs() > x.abs() {
            self.error += (self.sum - sum) + x;
        } else {
            self.error += (x - sum) + self.sum;
        }
        self.sum = sum;
    }

    /// An integer beyond 2^52 is added in two parts, so that none of its bits are lost.
    fn add_int(&mut self, n: i64) {
        if (-4_503_599_627_370_496..=4_503_599_627_370_496).contains(&n) {
            return self.add(n as f64);
        }
        let small = n % 16384;
        self.add((n - small) as f64);
        self.add(small as f64);
    }

    fn real(&self) -> f64 {
        if self.exact {
            return self.whole as f64;
        }
        let corrected = self.sum + self.error;
        if self.error.is_finite() { corrected } else { self.sum }
    }

    fn inexact(&mut self) {
        if self.exact {
            self.exact = false;
            let whole = self.whole;
            (self.sum, self.error) = (0.0, 0.0);
            self.add_int(whole);
        }
    }
}

impl Accumulator for Sum {
    fn step(&mut self, args: &[Value]) -> Result<bool, ErrorKind> {
        let number = match &args[0] {
            Value::Null => return Ok(false),
            // Text makes the sum a real unless it reads as an integer throughout.
            Value::Text(text) => crate::types::number::whole_text_number(text)
                .unwrap_or_else(|| Value::Real(real(&args[0]))),
            Value::Blob(_) => Value::Real(real(&args[0])),
            other => numeric(other),
        };
        self.count += 1;
        match number {
            Value::Int(n) if self.exact => match self.whole.checked_add(n) {
                Some(whole) => self.whole = whole,
                None => {
                    self.overflow = true;
                    self.inexact();
                    self.add_int(n);
                }
            },
            Value::Int(n) => self.add_int(n),
            other => {
                self.inexact();
                self.overflow = false;
                self.add(real(&other));
            }
        }
        Ok(false)
    }

    fn result(&self) -> Result<Value, ErrorKind> {
        match self.kind {
            Kind::Total => Ok(Value::real(self.real())),
            _ if self.count == 0 => Ok(Value::Null),
            Kind::Avg => Ok(Value::real(self.real() / self.count as f64)),
            Kind::Sum if self.exact => Ok(Value::Int(self.whole)),
            Kind::Sum if self.overflow => Err(overflow()),
            Kind::Sum => Ok(Value::real(self.real())),
        }
    }
}

fn overflow() -> ErrorKind {
    ErrorKind::sqlite("integer overflow")
}

struct Extreme {
    best: Option<Value>,
    wanted: Ordering,
    collation: &'static Collation,
}

impl Accumulator for Extreme {
    fn step(&mut self, args: &[Value]) -> Result<bool, ErrorKind> {
        let value = &args[0];
        let Some(best) = &self.best else {
            if !value.is_null() {
                self.best = Some(value.clone());
            }
            return Ok(true);
        };
        if value.is_null() {
            return Ok(false);
        }
        let better = value::compare(value.borrow(), best.borrow(), self.collation) == self.wanted;
        if better {
            self.best = Some(value.clone());
        }
        Ok(better)
    }

    fn result(&self) -> Result<Value, ErrorKind> {
        Ok(self.best.clone().unwrap_or_default())
    }
}

struct Concat(Option<String>);

impl Accumulator for Concat {
    fn step(&mut self, args: &[Value]) -> Result<bool, ErrorKind> {
        if args[0].is_null() {
            return Ok(false);
        }
        match &mut self.0 {
            None => self.0 = Some(text_of(&args[0])),
            Some(joined) => {
                joined.push_str(&args.get(1).map_or_else(|| ",".to_string(), text_of));
                joined.push_str(&text_of(&args[0]));
                super::text::within(joined.len())?;
            }
        }
        Ok(false)
    }

    fn result(&self) -> Result<Value, ErrorKind> {
        Ok(self.0.as_deref().map_or(Value::Null, Value::text))
    }
}
