//! Which partial indexes a query may read by: those whose WHERE follows from the query's conditions
//! (where.c, `whereUsablePartialIndex`; expr.c, `sqlite3ExprImpliesExpr`). What stands further down,
//! the choice among usable indexes, is made in `access.rs`.

use super::Planner;
use super::conflict::{same_expr, walk_columns};
use super::expr::ScanOrder;
use super::from::Source;
use super::scope::Scope;
use crate::catalog::{Index, NameRule, ObjectId, Table};
use crate::error::Result;
use crate::syntax::ast::{self, BinaryOp, Expr, ExprKind, JoinKind, UnaryOp};
use crate::types::{Affinity, Type};

impl Planner<'_> {
    /// Notes for each table of a source the partial indexes that its rows may be read by.
    pub(super) fn note_partial(
        &self,
        source: &Source<'_>,
        given: &[&Expr],
        scope: &Scope<'_>,
    ) -> Result<()> {
        if self.rules.expr.scan_order != ScanOrder::Sqlite {
            return Ok(());
        }
        match source {
            Source::Table(item, table, _) => {
                let item = &scope.items[*item];
                let rule = self.rules.column_names;
                for index in self.catalog.indexes_of(table.id) {
                    let Some((filter, _)) = &index.filter else { continue };
                    if follows(filter, given, &item.name, rule) {
                        item.partial.borrow_mut().push(index.id);
                    } else if item.indexed == Some(Some(index.id)) {
                        return Err(super::alter_text::message("no query solution"));
                    }
                }
                Ok(())
            }
            Source::Join(join) => {
                let mut own = Vec::new();
                split(join.on, &mut own);
                let (left, right) = match join.kind {
                    JoinKind::Left => (given, &own[..]),
                    JoinKind::Right | JoinKind::Full => (&[][..], &[][..]),
                    _ => {
                        own.extend(given);
                        (&own[..], &own[..])
                    }
                };
                self.note_partial(&join.left, left, scope)?;
                // A merged column's bare name is the left side's.
                let mut right = right.to_vec();
                right.retain(|condition| join.using.is_empty() || is_qualified(condition));
                self.note_partial(&join.right, &right, scope)
            }
            Source::One | Source::Query { .. } => Ok(()),
        }
    }
}

/// Whether each column of a condition names its table.
fn is_qualified(condition: &Expr) -> bool {
    let mut qualified = true;
    walk_columns(condition, &mut |name| qualified &= name.table.is_some());
    qualified
}

/// The parts of a condition that must all hold.
pub(super) fn split<'e>(expr: Option<&'e Expr>, parts: &mut Vec<&'e Expr>) {
    match expr.map(|e| (e, &e.kind)) {
        Some((_, ExprKind::Binary(BinaryOp::And, left, right))) => {
            split(Some(left), parts);
            split(Some(right), parts);
        }
        Some((_, ExprKind::Paren(inner))) => split(Some(inner), parts),
        Some((expr, _)) => parts.push(expr),
        None => {}
    }
}

/// Whether each part of an index's WHERE follows from one of the conditions.
pub(super) fn follows(filter: &Expr, given: &[&Expr], table: &str, rule: NameRule) -> bool {
    let mut parts = Vec::new();
    split(Some(filter), &mut parts);
    // A column of another table is none of the index's.
    let masked: Vec<Option<Expr>> = given
        .iter()
        .map(|condition| {
            let mut foreign = false;
            walk_columns(condition, &mut |name| foreign |= is_foreign(name, table, rule));
            foreign.then(|| {
                let mut masked = (*condition).clone();
                mask_foreign(&mut masked, table, rule);
                masked
            })
        })
        .collect();
    let all = || given.iter().zip(&masked).map(|(c, masked)| masked.as_ref().unwrap_or(c));
    parts.into_iter().all(|part| all().any(|c| implies(c, part, rule)))
}

fn is_foreign(name: &ast::ColumnName, table: &str, rule: NameRule) -> bool {
    name.table.as_ref().is_some_and(|t| !rule.same(&t.text, table))
}

fn mask_foreign(expr: &mut Expr, table: &str, rule: NameRule) {
    match &mut expr.kind {
        ExprKind::Column(name) if is_foreign(name, table, rule) => {
            name.name.text = std::rc::Rc::from("\0");
        }
        _ => {
            for child in expr.children_mut() {
                mask_foreign(child, table, rule);
            }
        }
    }
}

fn implies(given: &Expr, wanted: &Expr, rule: NameRule) -> bool {
    if same_expr(given, wanted, rule) {
        return true;
    }
    // A column is put on the left of its comparison (whereexpr.c, exprCommute).
    if let (ExprKind::Binary(BinaryOp::Eq, a, b), ExprKind::Binary(BinaryOp::Eq, c, d)) =
        (&given.kind, &open(wanted).kind)
        && matches!(b.kind, ExprKind::Column(_))
        && same_expr(b, c, rule)
        && same_expr(a, d, rule)
    {
        return true;
    }
    match &open(wanted).kind {
        ExprKind::Binary(BinaryOp::Or, left, right)
            if implies(given, left, rule) || implies(given, right, rule) =>
        {
            return true;
        }
        ExprKind::IsNull { expr, not: true } if not_null(given, expr, false, rule) => return true,
        _ => {}
    }
    // OR between values of one column is an IN (whereexpr.c, exprAnalyzeOrTerm).
    if let ExprKind::IsNull { expr, not: true } = &open(wanted).kind
        && one_of(given, expr, rule)
    {
        return true;
    }
    // BETWEEN gives two conditions more (whereexpr.c, exprAnalyze).
    if let (
        ExprKind::Between { expr, low, high, not: false },
        ExprKind::Binary(op @ (BinaryOp::Ge | BinaryOp::Le), left, right),
    ) = (&given.kind, &open(wanted).kind)
    {
        let bound = if *op == BinaryOp::Ge { low } else { high };
        return same_expr(expr, left, rule) && same_expr(bound, right, rule);
    }
    false
}

/// Whether a condition that holds, or whose value is known, says that an operand is not NULL
/// (expr.c, `exprImpliesNotNull`).
fn not_null(given: &Expr, operand: &Expr, negated: bool, rule: NameRule) -> bool {
    use BinaryOp as B;
    if same_expr(given, operand, rule) {
        return !matches!(open(given).kind, ExprKind::Literal(ast::Literal::Null));
    }
    let under = |inner: &Expr, negated| not_null(inner, operand, negated, rule);
    match &open(given).kind {
        ExprKind::InList { expr, list, not } => {
            !list.is_empty() && under(expr, true) && !(negated && *not)
        }
        // NOT IN holds for NULL where the query has no rows.
        ExprKind::InQuery { expr, not, .. } => !negated && !not && under(expr, true),
        ExprKind::Between { expr, low, high, not: false } => {
            !negated && (under(low, true) || under(high, true) || under(expr, true))
        }
        ExprKind::Binary(op, left, right) => match op {
            B::Eq
            | B::Ne
            | B::Lt
            | B::Le
            | B::Gt
            | B::Ge
            | B::Add
            | B::Sub
            | B::BitOr
            | B::ShiftLeft
            | B::ShiftRight
            | B::Concat => under(right, true) || under(left, true),
            B::Mul | B::Mod | B::BitAnd | B::Div => under(right, negated) || under(left, negated),
            _ => false,
        },
        ExprKind::Collate(inner, _) => under(inner, negated),
        ExprKind::Unary(UnaryOp::Plus | UnaryOp::Minus, inner) => under(inner, negated),
        ExprKind::Unary(UnaryOp::Not | UnaryOp::BitNot, inner) => under(inner, true),
        ExprKind::IsTruth { expr, not: false, .. } => !negated && under(expr, true),
        _ => false,
    }
}

fn one_of(given: &Expr, operand: &Expr, rule: NameRule) -> bool {
    match &open(given).kind {
        ExprKind::Binary(BinaryOp::Or, left, right) => {
            one_of(left, operand, rule) && one_of(right, operand, rule)
        }
        ExprKind::Binary(BinaryOp::Eq, left, right) => {
            same_expr(left, operand, rule) || same_expr(right, operand, rule)
        }
        _ => false,
    }
}

fn open(expr: &Expr) -> &Expr {
    match &expr.kind {
        ExprKind::Paren(inner) => open(inner),
        _ => expr,
    }
}

/// Whether an index's WHERE says that a column has one value, which then is not read (where.c,
/// `wherePartIdxExpr`).
pub(super) fn settles(table: &Table, index: &Index, column: usize) -> bool {
    let own = &table.columns[column];
    let mut parts = Vec::new();
    split(index.filter.as_ref().map(|f| &f.0), &mut parts);
    !matches!(own.ty, Type::Affinity(Affinity::Blob, _))
        && own.collation.name == crate::collation::BINARY.name
        && parts.into_iter().any(|part| match &part.kind {
            ExprKind::Binary(BinaryOp::Eq, left, right)
            | ExprKind::Is { left, right, not: false } => {
                let mut constant = true;
                walk_columns(right, &mut |_| constant = false);
                matches!(&left.kind, ExprKind::Column(name)
                    if constant && name.name.text.eq_ignore_ascii_case(&own.name))
            }
            _ => false,
        })
}

/// Whether rows may be read by an index, given the partial ones that may be.
pub(super) fn usable(index: &Index, partial: &[ObjectId]) -> bool {
    index.is_plain()
        || index.filter.is_some() && {
            index.terms.iter().all(|t| t.prefix.is_none()) && partial.contains(&index.id)
        }
}
