//! Which columns have one value in each group although they are not grouped by: those of a table whose
//! key is, and those that WHERE and inner joins make equal to such a column or to a constant (MySQL,
//! "Detection of Functional Dependence"). Other clauses that MySQL looks through are not looked at.

use super::Planner;
use super::expr::Bound;
use super::node::Expr;
use super::scope::{Meaning, Scope};
use crate::syntax::ast::{self, BinaryOp, ExprKind, FromItem, JoinConstraint, JoinKind};

/// A column's position, or none for what is the same in all rows.
type Side = Option<usize>;

impl Planner<'_> {
    /// The positions of the columns that the keys of a grouping decide, themselves included.
    pub(super) fn dependent_on(
        &self,
        keys: &[(ast::Expr, Bound)],
        select: &ast::Select,
        scope: &Scope<'_>,
    ) -> Vec<usize> {
        let position = |bound: &Bound| match bound.expr {
            Expr::Column { up: 0, index } => Some(index as usize),
            _ => None,
        };
        let mut known: Vec<usize> = keys.iter().filter_map(|(_, key)| position(key)).collect();
        let mut equal = Vec::new();
        select.filter.iter().for_each(|filter| self.equalities(filter, scope, &mut equal));
        select.from.iter().for_each(|from| self.joined_equalities(from, scope, &mut equal));
        loop {
            let before = known.len();
            let add = |position: usize, known: &mut Vec<usize>| {
                if !known.contains(&position) {
                    known.push(position);
                }
            };
            for pair in &equal {
                match *pair {
                    (Some(a), Some(b)) if known.contains(&a) => add(b, &mut known),
                    (Some(a), Some(b)) if known.contains(&b) => add(a, &mut known),
                    (Some(a), None) | (None, Some(a)) => add(a, &mut known),
                    _ => {}
                }
            }
            for item in &scope.items {
                let Some(table) = item.table.and_then(|id| self.catalog.table_by_id(id)) else {
                    continue;
                };
                let decides = |columns: Vec<usize>| {
                    !columns.is_empty()
                        && columns.iter().all(|c| {
                            table.columns[*c].not_null.is_some()
                                && known.contains(&item.position(Some(*c)))
                        })
                };
                let indexes = self.catalog.indexes_of(table.id);
                let keys = indexes.iter().filter(|i| i.unique && i.is_plain());
                if keys.filter_map(|i| i.columns()).any(decides) {
                    let all = (0..table.columns.len()).map(|c| item.position(Some(c)));
                    all.for_each(|position| add(position, &mut known));
                }
            }
            if known.len() == before {
                return known;
            }
        }
    }

    fn joined_equalities(&self, from: &FromItem, scope: &Scope<'_>, equal: &mut Vec<(Side, Side)>) {
        let FromItem::Join(join) = from else { return };
        if join.kind != JoinKind::Inner {
            return;
        }
        self.joined_equalities(&join.left, scope, equal);
        self.joined_equalities(&join.right, scope, equal);
        if let JoinConstraint::On(condition) = &join.constraint {
            self.equalities(condition, scope, equal);
        }
    }

    fn equalities(&self, expr: &ast::Expr, scope: &Scope<'_>, equal: &mut Vec<(Side, Side)>) {
        match &expr.kind {
            ExprKind::Paren(inner) => self.equalities(inner, scope, equal),
            ExprKind::Binary(BinaryOp::And, a, b) => {
                self.equalities(a, scope, equal);
                self.equalities(b, scope, equal);
            }
            ExprKind::Binary(BinaryOp::Eq, a, b) => {
                if let (Some(a), Some(b)) = (self.side(a, scope), self.side(b, scope)) {
                    equal.push((a, b));
                }
            }
            _ => {}
        }
    }

    /// What a side of an equality is, where that is known.
    fn side(&self, expr: &ast::Expr, scope: &Scope<'_>) -> Option<Side> {
        match &expr.kind {
            ExprKind::Paren(inner) => self.side(inner, scope),
            ExprKind::Literal(_) | ExprKind::Param(_) => Some(None),
            ExprKind::Column(name) => match scope.look_up(name, self.rules).ok()? {
                Meaning::Column(found) if found.up > 0 => Some(None),
                Meaning::Column(found) => {
                    Some(Some(scope.items[found.item].position(found.column)))
                }
                _ => None,
            },
            _ => None,
        }
    }
}
