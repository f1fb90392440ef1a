//! PostgreSQL: EXPLAIN of an INSERT of rows, with the arbiters of its ON CONFLICT (explain.c,
//! show_modifytable_info). Other statements' plans are not told.

use super::postgresql_deparse::text;
use super::postgresql_text::quoted_name;
use crate::error::{ErrorKind, Result};
use crate::plan::conflict::Action;
use crate::plan::dml::{Cell, Insert, Source};
use crate::plan::node::Expr;
use crate::plan::{Plan, Planner};
use crate::syntax::ast::{Statement, StatementKind};
use crate::syntax::conflict::{ArmAction, Target};
use crate::types::Type;

/// The lines of a plan.
///
/// # Errors
/// Those of the statement; a plan that is not told.
pub(super) fn explain(
    planner: &mut Planner<'_>,
    statement: &Statement,
    options: &[std::rc::Rc<str>],
) -> Result<Vec<String>> {
    let mut costs = true;
    for option in options {
        match &**option {
            "COSTS OFF" | "COSTS FALSE" => costs = false,
            "COSTS" | "COSTS ON" | "COSTS TRUE" | "FORMAT TEXT" => {}
            other => return Err(ErrorKind::unsupported(format!("EXPLAIN {other}")).nowhere()),
        }
    }
    let plan = planner.plan(statement)?;
    let (Plan::Insert(insert), StatementKind::Insert(tree)) = (plan.main(), &statement.kind) else {
        return Err(ErrorKind::unsupported("EXPLAIN of this statement").nowhere());
    };
    let Source::Rows(rows) = &insert.source else {
        return Err(ErrorKind::unsupported("EXPLAIN of INSERT … SELECT").nowhere());
    };
    if has_queries(insert) {
        return Err(ErrorKind::unsupported("EXPLAIN of subqueries").nowhere());
    }
    let table = &insert.target.table;
    let alias =
        tree.alias.as_ref().map_or_else(String::new, |a| format!(" {}", quoted_name(&a.text)));
    let one = rows.len() == 1;
    // A row costs a hundredth, one of several an eightieth.
    let cost = if one { 0.01 } else { rows.len() as f64 * 0.0125 };
    let told = |rows: usize, width: usize| match costs {
        true => format!(
            "  (cost=0.00..{:.2} rows={rows} width={width})",
            (cost * 100.0).round() / 100.0
        ),
        false => String::new(),
    };
    let mut lines = vec![format!("Insert on {}{alias}{}", quoted_name(&table.name), told(0, 0))];
    if let Some(arm) = tree.on_conflict.arms.first() {
        let updates = matches!(arm.action, ArmAction::Update { .. });
        lines
            .push(format!("  Conflict Resolution: {}", if updates { "UPDATE" } else { "NOTHING" }));
        if arm.target != Target::Any {
            lines.push(format!("  Conflict Arbiter Indexes: {}", arbiters(insert).join(", ")));
        }
        if let ArmAction::Update { filter: Some(filter), .. } = &arm.action {
            let scope = planner.table_scope(table, tree.alias.as_ref().map(|a| &*a.text));
            let Some(filter) = text(planner, filter, &scope) else {
                return Err(ErrorKind::unsupported("EXPLAIN of this condition").nowhere());
            };
            lines.push(format!("  Conflict Filter: {filter}"));
        }
    }
    let width: usize = table.columns.iter().map(|c| width(&c.ty)).sum();
    lines.push(match one {
        true => format!("  ->  Result{}", told(1, width)),
        false => format!("  ->  Values Scan on \"*VALUES*\"{}", told(rows.len(), width)),
    });
    Ok(lines)
}

fn has_queries(insert: &Insert) -> bool {
    let is_query = |e: &Expr| {
        matches!(e, Expr::Scalar(_) | Expr::Exists(_) | Expr::InQuery(_) | Expr::Quantified(_))
    };
    let mut found = false;
    let mut see = |e: &Expr| found |= is_query(e);
    if let Source::Rows(rows) = &insert.source {
        for cell in rows.iter().flatten() {
            if let Cell::Expr(expr) = cell {
                expr.visit(&mut see);
            }
        }
    }
    for arm in &insert.conflict.arms {
        let exprs = arm.set.iter().map(|(_, expr)| expr);
        exprs.chain(&arm.filter).for_each(|expr| expr.visit(&mut see));
    }
    found
}

fn arbiters(insert: &Insert) -> Vec<String> {
    let takes = |action: Action| matches!(action, Action::Skip { .. } | Action::UpdateOther(_));
    let checks = insert.conflict.checks.iter().filter(|c| takes(c.action));
    checks.filter_map(|c| c.constraint.as_deref().map(quoted_name)).collect()
}

/// The width that the planner takes a type to have (lsyscache.c, get_typavgwidth).
pub(super) fn width(ty: &Type) -> usize {
    match ty {
        Type::Bool => 1,
        Type::Int { bits, .. } => usize::from(*bits) / 8,
        Type::Float4 | Type::Date | Type::Catalog("oid" | "regclass") | Type::Enum(_) => 4,
        Type::Float8 | Type::Time | Type::Timestamp { .. } => 8,
        Type::Interval | Type::Uuid => 16,
        Type::Char(n @ 1..) => *n as usize * 4 + 4,
        Type::Varchar(n @ 1..) => likely(*n as usize * 4 + 4),
        // numeric.c, numeric_maximum_size: groups of four digits and a head.
        Type::Decimal { precision: Some((digits, _)) } => {
            likely((usize::from(*digits) + 6) / 4 * 2 + 8)
        }
        _ => 32,
    }
}

/// The width of a type that may take so many bytes at most.
fn likely(most: usize) -> usize {
    if most <= 32 { most } else { 32 + (most.min(1000) - 32) / 2 }
}
