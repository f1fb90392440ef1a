//! PostgreSQL: an expression of a definition as the catalog shows it (ruleutils.c without
//! PRETTYFLAG_PAREN): every operator in parentheses, every conversion said. Compared with PostgreSQL 18
//! (PGlite).

use super::postgresql_cast::{is_text, rank};
use super::postgresql_deparse::operator;
use super::postgresql_text::quoted_name;
use super::postgresql_types::{named, sql_name};
use crate::catalog::{Catalog, Table};
use crate::limits::MOST_DEPTH;
use crate::plan::scope::Scope;
use crate::plan::{PlanState, Planner, Settings};
use crate::syntax::ast::{BinaryOp, Expr, ExprKind, LikeOp, Literal, UnaryOp};
use crate::types::Type;

/// A written expression. A string without a type is `Type::Unknown`.
struct Written {
    text: String,
    ty: Type,
}

/// An expression over a table's columns; none when it has a part that is not written back here.
pub(super) fn stored(catalog: &Catalog, table: &Table, expr: &Expr) -> Option<String> {
    let settings = Settings { depth: MOST_DEPTH, ..Settings::default() };
    let planner = Planner {
        catalog,
        rules: &super::postgresql::RULES.plan,
        text: "",
        base: 0,
        settings: &settings,
        state: PlanState::default(),
    };
    let mut writer = Writer { scope: Scope::of_table(table, None), planner };
    let whole = writer.write(expr)?;
    Some(match whole.ty {
        Type::Unknown => to(whole, &Type::Text).text,
        _ => whole.text,
    })
}

struct Writer<'c> {
    planner: Planner<'c>,
    scope: Scope<'static>,
}

impl Writer<'_> {
    fn write(&mut self, expr: &Expr) -> Option<Written> {
        let text = match &expr.kind {
            ExprKind::Paren(inner) => return self.write(inner),
            ExprKind::Column(name) => quoted_name(&name.name.text),
            ExprKind::Literal(literal) => return constant(literal),
            ExprKind::Unary(UnaryOp::Minus, inner) => match &inner.kind {
                ExprKind::Literal(Literal::Integer(n)) => format!("'-{n}'::integer"),
                ExprKind::Literal(Literal::Number(n)) => format!("'-{n}'::numeric"),
                _ => ["(- ", &self.write(inner)?.text, ")"].concat(),
            },
            ExprKind::Unary(UnaryOp::Not, inner) => {
                ["(NOT ", &self.write(inner)?.text, ")"].concat()
            }
            ExprKind::Binary(op @ (BinaryOp::And | BinaryOp::Or), ..) => {
                let mut parts = Vec::new();
                self.flat(expr, *op, &mut parts)?;
                ["(", &parts.join([" ", operator(*op)?, " "].concat().as_str()), ")"].concat()
            }
            ExprKind::Binary(op, left, right) => self.binary(*op, left, right)?,
            ExprKind::IsNull { expr, not } => {
                let is = if *not { " IS NOT NULL)" } else { " IS NULL)" };
                ["(", &self.write(expr)?.text, is].concat()
            }
            ExprKind::IsTruth { expr, value, not } => {
                let word = match value {
                    Some(true) => "TRUE)",
                    Some(false) => "FALSE)",
                    None => "UNKNOWN)",
                };
                let is = if *not { " IS NOT " } else { " IS " };
                ["(", &self.write(expr)?.text, is, word].concat()
            }
            ExprKind::Is { left, right, not } => {
                let (left, right) = self.compared(left, right)?;
                match not {
                    true => format!("({left} IS DISTINCT FROM {right})"),
                    false => format!("(NOT ({left} IS DISTINCT FROM {right}))"),
                }
            }
            ExprKind::Between { expr, low, high, not } => {
                let (a, low) = self.compared(expr, low)?;
                let (b, high) = self.compared(expr, high)?;
                match not {
                    true => format!("(({a} < {low}) OR ({b} > {high}))"),
                    false => format!("(({a} >= {low}) AND ({b} <= {high}))"),
                }
            }
            ExprKind::InList { expr, list, not } => self.in_list(expr, list, *not)?,
            ExprKind::Like { op, expr, pattern, escape: None, not } => {
                let sign = match op {
                    LikeOp::Like => "~~",
                    LikeOp::ILike => "~~*",
                    LikeOp::Regexp => "~",
                    LikeOp::IRegexp => "~*",
                    _ => return None,
                };
                let not = if *not { "!" } else { "" };
                let (expr, pattern) = (self.as_text(expr)?, self.as_text(pattern)?);
                format!("({expr} {not}{sign} {pattern})")
            }
            ExprKind::Cast { expr: inner, ty } => {
                let ty = named(ty).ok()?;
                let inner = self.write(inner)?;
                return Some(to(inner, &ty));
            }
            ExprKind::Function(call) => {
                let name = call.name.name.text.to_lowercase();
                let mut args = Vec::with_capacity(call.args.len());
                for arg in &call.args {
                    args.push(self.write(arg)?);
                }
                let together = matches!(&*name, "coalesce" | "greatest" | "least" | "nullif");
                let common = together.then(|| common(&args)).flatten();
                let args: Vec<String> = args
                    .into_iter()
                    .enumerate()
                    .map(|(at, arg)| match &common {
                        None if at == 0
                            && arg.ty == Type::Unknown
                            && matches!(&*name, "nextval" | "currval" | "setval") =>
                        {
                            [&*arg.text, "::regclass"].concat()
                        }
                        Some(ty) => to(arg, ty).text,
                        None if is_text(&arg.ty) || arg.ty == Type::Unknown => {
                            to(arg, &Type::Text).text
                        }
                        None => arg.text,
                    })
                    .collect();
                // Forms that are no calls are written back as they came.
                if matches!(&*name, "extract" | "substring" | "position" | "overlay" | "btrim") {
                    return None;
                }
                let name = if together { name.to_uppercase() } else { quoted_name(&name) };
                format!("{name}({})", args.join(", "))
            }
            ExprKind::Case { operand: None, branches, otherwise } => {
                let mut results = Vec::with_capacity(branches.len() + 1);
                let mut conditions = Vec::with_capacity(branches.len());
                for (condition, result) in branches {
                    conditions.push(self.write(condition)?.text);
                    results.push(self.write(result)?);
                }
                results.push(match otherwise {
                    Some(otherwise) => self.write(otherwise)?,
                    None => constant(&Literal::Null)?,
                });
                let ty = common(&results)?;
                let mut results = results.into_iter().map(|result| to(result, &ty).text);
                let mut text = String::from("\nCASE");
                for (condition, result) in conditions.iter().zip(&mut results) {
                    text.push_str(&["\n    WHEN ", condition, " THEN ", &result].concat());
                }
                text.push_str(&["\n    ELSE ", &results.next()?, "\nEND"].concat());
                text
            }
            ExprKind::Quantified { left, op, all, right } => {
                let ExprKind::Array(items) = &right.kind else { return None };
                let eq = matches!((op, all), (BinaryOp::Eq, false) | (BinaryOp::Ne, true));
                if !eq || items.len() < 2 {
                    return None;
                }
                self.in_list(left, items, *all)?
            }
            ExprKind::Index { expr, index } => {
                format!("{}[{}]", self.write(expr)?.text, self.write(index)?.text)
            }
            _ => return None,
        };
        let ty = self.planner.bind(expr, &self.scope).ok()?.ty;
        Some(Written { text, ty })
    }

    /// The parts of a chain of AND or OR; what stands right of one is a chain of its own.
    fn flat(&mut self, expr: &Expr, op: BinaryOp, parts: &mut Vec<String>) -> Option<()> {
        match &expr.kind {
            ExprKind::Paren(inner) => self.flat(inner, op, parts),
            ExprKind::Binary(own, left, right) if *own == op => {
                self.flat(left, op, parts)?;
                parts.push(self.write(right)?.text);
                Some(())
            }
            _ => {
                parts.push(self.write(expr)?.text);
                Some(())
            }
        }
    }

    fn binary(&mut self, op: BinaryOp, left: &Expr, right: &Expr) -> Option<String> {
        let (left, right) = match op {
            BinaryOp::Concat => {
                let side = |w: Written| match is_text(&w.ty) || w.ty == Type::Unknown {
                    true => to(w, &Type::Text).text,
                    false => w.text,
                };
                let (left, right) = (self.write(left)?, self.write(right)?);
                if [&left.ty, &right.ty]
                    .into_iter()
                    .any(|ty| matches!(ty, Type::Array(_) | Type::Jsonb))
                {
                    return None;
                }
                (side(left), side(right))
            }
            BinaryOp::Arrow | BinaryOp::LongArrow | BinaryOp::HasKey => {
                (self.write(left)?.text, to(self.write(right)?, &Type::Text).text)
            }
            BinaryOp::Xor | BinaryOp::Contains | BinaryOp::ContainedBy | BinaryOp::Overlaps => {
                return None;
            }
            _ => self.compared(left, right)?,
        };
        Some(format!("({left} {} {right})", operator(op)?))
    }

    /// Two sides of an operator, as far as they must be brought to one type.
    fn compared(&mut self, left: &Expr, right: &Expr) -> Option<(String, String)> {
        let (left, right) = (self.write(left)?, self.write(right)?);
        let whole = |w: &Written| matches!(w.ty, Type::Int { .. });
        if whole(&left) && whole(&right) || plain(&left.ty) && plain(&right.ty) {
            return Some((left.text, right.text));
        }
        let sides = [left, right];
        let ty = match common(&sides)? {
            // Strings of a length compare as text.
            Type::Varchar(_) => Type::Text,
            ty => ty,
        };
        let [left, right] = sides.map(|side| to(side, &ty).text);
        Some((left, right))
    }

    fn as_text(&mut self, expr: &Expr) -> Option<String> {
        Some(to(self.write(expr)?, &Type::Text).text)
    }

    /// `a = ANY (ARRAY[…])`; one value is compared with.
    fn in_list(&mut self, expr: &Expr, list: &[Expr], not: bool) -> Option<String> {
        if let [one] = list {
            return self.binary(if not { BinaryOp::Ne } else { BinaryOp::Eq }, expr, one);
        }
        let mut all = vec![self.write(expr)?];
        for item in list {
            if !matches!(item.kind, ExprKind::Literal(_) | ExprKind::Unary(UnaryOp::Minus, _)) {
                return None;
            }
            all.push(self.write(item)?);
        }
        let ty = common(&all)?;
        let mut all = all.into_iter();
        let left = all.next()?;
        let items: Vec<String> = all.map(|item| to(item, &ty).text).collect();
        let array = ["ARRAY[", &items.join(", "), "]"].concat();
        let (left, array) = match ty {
            Type::Varchar(_) => (to(left, &Type::Text).text, ["(", &array, ")::text[]"].concat()),
            Type::Int { .. } => (left.text, array),
            ty => (to(left, &ty).text, array),
        };
        let how = if not { "<> ALL" } else { "= ANY" };
        Some(format!("({left} {how} ({array}))"))
    }
}

/// Types whose operators take one another.
fn plain(ty: &Type) -> bool {
    matches!(ty, Type::Date | Type::Timestamp { .. } | Type::Interval)
}

/// The type that values are brought to; none when there is no such.
fn common(values: &[Written]) -> Option<Type> {
    let known = || values.iter().map(|w| &w.ty).filter(|ty| **ty != Type::Unknown);
    let Some(first) = known().next() else { return Some(Type::Text) };
    if known().all(|ty| ty == first) {
        return Some(without_length(first));
    }
    if known().all(is_text) {
        return Some(Type::Text);
    }
    let mut most = first;
    for ty in known() {
        if rank(ty)? > rank(most)? {
            most = ty;
        }
    }
    Some(without_length(most))
}

fn without_length(ty: &Type) -> Type {
    match ty {
        Type::Varchar(_) => Type::Varchar(0),
        Type::Char(_) => Type::Char(0),
        Type::Decimal { .. } => Type::Decimal { precision: None },
        ty => ty.clone(),
    }
}

/// Brought to a type, which is said where it is not the own one.
fn to(written: Written, ty: &Type) -> Written {
    let same = without_length(&written.ty) == without_length(ty);
    let name = match ty {
        Type::Char(_) => "bpchar".to_string(),
        ty => sql_name(ty),
    };
    let text = match written.ty {
        _ if same => written.text,
        Type::Unknown => [&written.text, "::", &name].concat(),
        _ => ["(", &written.text, ")::", &name].concat(),
    };
    Written { text, ty: ty.clone() }
}

fn constant(literal: &Literal) -> Option<Written> {
    let (text, ty) = match literal {
        Literal::Null => ("NULL".to_string(), Type::Unknown),
        Literal::Bool(truth) => (truth.to_string(), Type::Bool),
        Literal::Integer(n) if i32::try_from(*n).is_ok() => {
            (n.to_string(), Type::Int { bits: 32, unsigned: false })
        }
        Literal::Integer(n) => (format!("'{n}'::bigint"), Type::Int { bits: 64, unsigned: false }),
        Literal::Number(text) => (text.to_string(), Type::Decimal { precision: None }),
        Literal::Text(text) => (["'", &text.replace('\'', "''"), "'"].concat(), Type::Unknown),
        Literal::Blob(_) => return None,
        Literal::Current(word) => return Some(Written { text: word.to_string(), ty: Type::Bool }),
    };
    Some(Written { text, ty })
}
