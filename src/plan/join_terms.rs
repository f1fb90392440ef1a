//! What the conditions of a query say of its tables, for the solver (whereexpr.c, `exprAnalyze`).

use std::cell::Cell;

use super::Planner;
use super::cost;
use super::join_names::affinity_of;
use super::join_order::{Part, Parts};
use super::partial::split;
use super::solver::{ANY, Cond, Item, MOST_WAYS, Mask, Op, Place, Purpose, ROWID, Side, Solver};
use crate::syntax::ast::{self, BinaryOp, Expr, ExprKind, Literal};
use crate::types::{Affinity, Type};

impl Planner<'_> {
    /// Notes what a condition says. None where that cannot be told.
    pub(super) fn condition(
        &self,
        expr: &Expr,
        outer: Option<usize>,
        of: &Parts<'_>,
        (conds, sides, same): (&mut Vec<Cond>, &mut Vec<Side>, &mut Vec<(Place, Place)>),
    ) -> Option<()> {
        let parts = &of.parts[..];
        let cond = conds.len();
        // A constant may stand for a column (select.c, `propagateConstants`).
        let constant = |place: Place| {
            let known = |(number, own, _): &(usize, Place, &Expr)| {
                *own == place && !std::ptr::eq(of.conditions[*number].0, expr)
            };
            outer.is_none() && of.constants.iter().any(known)
        };
        let mask = |expr: &Expr| {
            let mut mask = 0;
            let clear = self.usage(expr, parts, &mut |part, column| {
                if !column.is_some_and(|c| constant((part, c))) {
                    mask |= 1 << part;
                }
            });
            clear.then_some(mask)
        };
        let (mut all, mut columns) = (0, Vec::new());
        let clear = self.usage(expr, parts, &mut |part, column| {
            if !column.is_some_and(|c| constant((part, c))) {
                all |= 1 << part;
            }
            columns.extend(column.map(|column| (part, column)));
        });
        if !clear {
            return None;
        }
        let mut extra = 0;
        if let Some(right) = outer {
            all |= 1 << right;
            extra = (1 << right) - 1;
        }
        let (mut reduce, mut spared) = (0, 0);
        let mut open = expr;
        while let ExprKind::Paren(inner) = &open.kind {
            open = inner;
        }
        let mut offer = |column: &Expr, op, needs: Mask, values, collation, made| {
            let Some((part, column)) = self.column_of(column, parts) else { return false };
            let needs = needs | extra;
            sides.push(Side { cond, part, column, op, needs, values, collation, outer, made });
            true
        };
        match &open.kind {
            ExprKind::Binary(
                op @ (BinaryOp::Eq | BinaryOp::Lt | BinaryOp::Le | BinaryOp::Gt | BinaryOp::Ge),
                left,
                right,
            ) => {
                let collation = self.compared_by(left, Some(right), parts);
                let (mut made, mut found) = (false, false);
                for (at, (column, other)) in [(left, right), (right, left)].into_iter().enumerate()
                {
                    let is = match op {
                        BinaryOp::Eq => Op::Eq,
                        BinaryOp::Lt | BinaryOp::Le if at == 0 => Op::High,
                        BinaryOp::Gt | BinaryOp::Ge if at == 1 => Op::High,
                        _ => Op::Low,
                    };
                    if let Some((part, number)) = self.column_of(column, parts) {
                        if !found && is == Op::Eq && mask(other)? & 1 << part == 0 {
                            let mut right = &**other;
                            while let ExprKind::Unary(_, inner) | ExprKind::Paren(inner) =
                                &right.kind
                            {
                                right = inner;
                            }
                            let small =
                                matches!(right.kind, ExprKind::Literal(Literal::Integer(-1..=1)));
                            reduce = if small { 10 } else { 20 };
                        }
                        if found {
                            spared = if is == Op::Eq { 20 } else { 1 };
                        }
                        found = true;
                        let number = Some(number).filter(|n| *n != ROWID);
                        if self.index_fits(&parts[part], number, other, parts) {
                            offer(column, is, mask(other)?, 0, collation, made);
                        }
                        made = true;
                    }
                }
                if *op == BinaryOp::Eq
                    && outer.is_none()
                    && let (Some(a), Some(b)) =
                        (self.column_of(left, parts), self.column_of(right, parts))
                    && self.is_alike(a, b, parts)
                {
                    same.push((a, b));
                }
            }
            ExprKind::Is { left, right, not: false } => {
                let collation = self.compared_by(left, Some(right), parts);
                if offer(left, Op::Is, mask(right)?, 0, collation, false) {
                    reduce = 20;
                }
            }
            ExprKind::IsNull { expr, not } => {
                let op = if *not { Op::NotNull } else { Op::Null };
                let never = |(part, column): (usize, usize)| {
                    let of = parts[part].table.as_ref();
                    parts[part].on.is_none()
                        && of.is_some_and(|t| {
                            t.columns.get(column).is_none_or(|c| c.not_null.is_some())
                        })
                };
                let own = self.column_of(expr, parts);
                // Where every row has one, it says nothing (resolve.c, resolveExprStep).
                if own.is_some_and(never) {
                    (all, columns) = (0, Vec::new());
                } else if !(*not && (outer.is_some() || own.is_some_and(|(_, c)| c == ROWID))) {
                    spared = i64::from(*not);
                    offer(expr, op, 0, 0, ANY, *not);
                }
            }
            ExprKind::Between { expr, low, high, not: false } => {
                spared = 2;
                for (op, bound) in [(Op::Low, low), (Op::High, high)] {
                    let collation = self.compared_by(expr, Some(bound), parts);
                    offer(expr, op, mask(bound)?, 0, collation, true);
                }
            }
            ExprKind::InList { expr, list, not: false } => {
                let mut needs = 0;
                for value in list {
                    needs |= mask(value)?;
                }
                let collation = self.compared_by(expr, None, parts);
                // One value is compared.
                let op = if list.len() == 1 { Op::Eq } else { Op::In };
                if op == Op::Eq {
                    reduce = 20;
                }
                let values = cost::logarithm(list.len() as u64) as i64;
                offer(expr, op, needs, values, collation, false);
            }
            ExprKind::InQuery { expr: operand, query, not: false } => {
                let mut needs = 0;
                let number = |a: Affinity| !matches!(a, Affinity::Text | Affinity::Blob);
                let (part, column) = self.column_of(operand, parts)?;
                let own_type =
                    parts[part].table.as_ref().and_then(|table| affinity_of(table, column));
                // A number is not looked for among texts.
                let apart = own_type.is_some_and(|own| !number(own))
                    && self.affinity_of_query(query).is_some_and(number);
                let own = self.column_of(operand, parts)?;
                self.usage(expr, parts, &mut |part, column| {
                    if (part, column) != (own.0, Some(own.1)) {
                        needs |= 1 << part;
                    }
                });
                let collation = self.compared_by(operand, None, parts);
                if !apart {
                    offer(operand, Op::In, needs, 46, collation, false);
                }
            }
            // Values of one column are a list.
            ExprKind::Binary(BinaryOp::Or, ..) => {
                let mut branches = Vec::new();
                branches_of(open, &mut branches);
                let mut column = None;
                let mut needs = 0;
                let mut alike = true;
                for branch in &branches {
                    let ExprKind::Binary(BinaryOp::Eq, left, right) = &branch.kind else {
                        alike = false;
                        break;
                    };
                    let (own, other) = match self.column_of(left, parts) {
                        Some(own) => (Some(own), right),
                        None => (self.column_of(right, parts), left),
                    };
                    alike &= own.is_some() && *column.get_or_insert(own) == own;
                    needs |= mask(other)?;
                }
                if alike
                    && let Some(ExprKind::Binary(_, left, right)) =
                        branches.first().map(|b| &b.kind)
                {
                    let own = if self.column_of(left, parts).is_some() { left } else { right };
                    let collation = self.compared_by(left, Some(right), parts);
                    let values = cost::logarithm(branches.len() as u64) as i64;
                    spared = 1;
                    offer(own, Op::In, needs, values, collation, true);
                }
            }
            _ => {}
        }
        conds.push(Cond { all, columns, reduce, spared, either: Vec::new() });
        Some(())
    }

    /// The columns that equal a constant (select.c, `findConstInWhere`).
    pub(super) fn constants<'q>(&self, of: &Parts<'q>) -> Vec<(usize, Place, &'q Expr)> {
        let mut found = Vec::new();
        for (number, (expr, outer)) in of.conditions.iter().enumerate() {
            let ExprKind::Binary(BinaryOp::Eq, left, right) = &expr.kind else { continue };
            for (column, value) in [(right, left), (left, right)] {
                let is = matches!(column.kind, ExprKind::Column(_));
                if let Some(place) = self.column_of(column, &of.parts).filter(|_| is)
                    && outer.is_none()
                    && is_constant(value)
                    && self.compared_by(left, Some(right), &of.parts)
                        == crate::collation::BINARY.name
                {
                    found.push((number, place, &**value));
                }
            }
        }
        found
    }

    /// Whether columns that are equal may stand for each other (whereexpr.c, `termIsEquivalence`).
    pub(super) fn is_alike(
        &self,
        a: (usize, usize),
        b: (usize, usize),
        parts: &[Part<'_>],
    ) -> bool {
        let of = |(part, column): (usize, usize)| {
            let table = parts[part].table.as_ref()?;
            let Some(column) = table.columns.get(column) else {
                return Some((Affinity::Integer, crate::collation::BINARY.name));
            };
            match &column.ty {
                Type::Affinity(affinity, _) => Some((*affinity, column.collation.name)),
                _ => None,
            }
        };
        let number = |a: Affinity| !matches!(a, Affinity::Text | Affinity::Blob);
        match (of(a), of(b)) {
            (Some((x, p)), Some((y, q))) => (x == y || number(x) && number(y)) && p == q,
            _ => false,
        }
    }

    /// A column of USING.
    pub(super) fn equal_columns(
        &self,
        right: usize,
        name: &ast::Ident,
        parts: &[Part<'_>],
        conds: &mut Vec<Cond>,
        sides: &mut Vec<Side>,
    ) -> Option<()> {
        let of = |part: usize| self.number(parts[part].table.as_ref()?, &name.text);
        let left = (0..right).find(|at| of(*at).is_some())?;
        let pair = [(left, of(left)?), (right, of(right)?)];
        for ((part, column), (other, _)) in [(pair[0], pair[1]), (pair[1], pair[0])] {
            let table = parts[left].table.as_ref()?;
            let collation = table.columns.get(pair[0].1).map_or("BINARY", |c| c.collation.name);
            let (cond, needs, op) = (conds.len(), 1 << other, Op::Eq);
            let (values, outer, made) = (0, None, part == right);
            sides.push(Side { cond, part, column, op, needs, values, collation, outer, made });
        }
        let all = 1 << left | 1 << right;
        conds.push(Cond {
            all,
            columns: pair.to_vec(),
            reduce: 20,
            spared: 20,
            either: Vec::new(),
        });
        Some(())
    }

    /// Ways to find rows by each part of an OR (where.c, `whereLoopAddOr`).
    pub(super) fn either(&self, of: &Parts<'_>, items: &[Item], conds: &mut [Cond]) {
        for (number, (expr, outer)) in of.conditions.iter().enumerate() {
            let mut branches = Vec::new();
            branches_of(expr, &mut branches);
            if branches.len() < 2 || outer.is_some() {
                continue;
            }
            for (part, item) in items.iter().enumerate() {
                if item.outer || item.indexes.is_empty() && item.table.is_none() {
                    continue;
                }
                let (mut needs, mut run, mut out) = (0, None, 0);
                for branch in &branches {
                    let Some((more, cost, rows)) = self.branch(branch, part, items, of) else {
                        run = None;
                        break;
                    };
                    needs |= more;
                    (run, out) = match run {
                        None => (Some(cost), rows),
                        Some(run) => (Some(cost::add(run, cost)), cost::add(out, rows)),
                    };
                }
                if let Some(run) = run {
                    conds[number].either.push((part, needs, run, out));
                }
            }
        }
    }

    /// The cheapest way to find the rows of a part of an OR: what it needs, its cost, its rows.
    pub(super) fn branch(
        &self,
        expr: &Expr,
        part: usize,
        items: &[Item],
        of: &Parts<'_>,
    ) -> Option<(Mask, i64, i64)> {
        let mut own = Vec::new();
        split(Some(expr), &mut own);
        let (mut conds, mut sides) = (Vec::new(), Vec::new());
        for condition in own {
            self.condition(condition, None, of, (&mut conds, &mut sides, &mut Vec::new()))?;
        }
        let solver = Solver {
            items,
            conds: &conds,
            sides: &sides,
            same: &[],
            wanted: &[],
            purpose: Purpose::Order,
            distinct: false,
            limit: None,
            width: 0,
            part_of_or: true,
            left: Cell::new(MOST_WAYS / 10),
        };
        let loops = solver.loops(Some(part));
        loops.iter().map(|l| l.costs()).min_by_key(|(_, run, _)| *run)
    }
}

/// Whether an expression is made of literals and parameters.
fn is_constant(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Literal(_) | ExprKind::Param(_) => true,
        ExprKind::Unary(..) | ExprKind::Binary(..) | ExprKind::Paren(_) => {
            expr.children().into_iter().all(is_constant)
        }
        _ => false,
    }
}

/// The parts of an OR.
fn branches_of<'e>(expr: &'e Expr, branches: &mut Vec<&'e Expr>) {
    match &expr.kind {
        ExprKind::Binary(BinaryOp::Or, left, right) => {
            branches_of(left, branches);
            branches_of(right, branches);
        }
        ExprKind::Paren(inner) => branches_of(inner, branches),
        _ => branches.push(expr),
    }
}
