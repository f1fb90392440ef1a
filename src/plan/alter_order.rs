//! The order of ALTER TABLE's actions. MySQL: all actions are about the table as it was, what goes goes
//! first, and columns may exchange their names (sql_table.cc, `mysql_prepare_alter_table`; "ALTER TABLE
//! Statement", "Renaming, Redefining, and Reordering Columns"). The actions themselves are carried out in
//! `alter`.

use std::rc::Rc;

use crate::catalog::NameRule;
use crate::syntax::ast::{
    AlterAction, ColumnConstraintKind, ColumnDef, Ident, IndexOptions, TableConstraint,
    TableConstraintKind,
};

/// The actions in an order in which each can be carried out after those before; empty where they
/// are in such an order.
pub(super) fn in_order(actions: &[AlterAction], names: NameRule) -> Vec<AlterAction> {
    if actions.len() < 2 {
        return Vec::new();
    }
    let rank = |action: &AlterAction| match action {
        AlterAction::DropForeign { .. } => 0,
        AlterAction::DropConstraint { .. } | AlterAction::DropCheck(_) => 1,
        AlterAction::DropColumn { .. } => 2,
        _ => 3,
    };
    let renamed: Vec<(&Ident, &Ident)> = actions.iter().filter_map(renames).collect();
    let crossed = renamed
        .iter()
        .any(|(_, to)| renamed.iter().any(|(from, _)| names.same(&from.text, &to.text)));
    let mut ordered = Vec::with_capacity(actions.len());
    for wanted in 0..4 {
        if wanted == 3 && crossed {
            ordered.extend(
                renamed
                    .iter()
                    .map(|(from, to)| AlterAction::RenameColumn((*from).clone(), passing(to))),
            );
        }
        for action in actions.iter().filter(|action| rank(action) == wanted) {
            ordered.push(match renames(action) {
                Some((_, to)) if crossed => from_passing(action, to),
                _ => action.clone(),
            });
        }
    }
    ordered
}

/// PostgreSQL's order: what goes goes first, then types change, then columns come (tablecmds.c,
/// `AlterTablePass`); empty where they are in it. SQLite has one action.
pub(super) fn in_passes(actions: &[AlterAction]) -> Vec<AlterAction> {
    let pass = |action: &AlterAction| match action {
        AlterAction::DropConstraint { .. } | AlterAction::DropColumn { .. } => 0,
        AlterAction::SetDefault(_, None) | AlterAction::SetNotNull(_, false) => 0,
        AlterAction::DropIdentity(..) | AlterAction::SetExpression(_, None, _) => 0,
        AlterAction::SetType(..) => 1,
        AlterAction::AddColumn { .. } => 2,
        _ => 3,
    };
    if actions.is_sorted_by_key(pass) {
        return Vec::new();
    }
    let mut ordered = actions.to_vec();
    ordered.sort_by_key(pass);
    ordered
}

/// The names of a column that gets another: before and after.
fn renames(action: &AlterAction) -> Option<(&Ident, &Ident)> {
    match action {
        AlterAction::RenameColumn(from, to) => Some((from, to)),
        AlterAction::ChangeColumn(from, column) if from.text != column.name.text => {
            Some((from, &column.name))
        }
        AlterAction::Placed(action, ..) => renames(action),
        _ => None,
    }
}

/// A name that no column has.
fn passing(to: &Ident) -> Ident {
    Ident { text: Rc::from(["\0", &to.text].concat()), ..to.clone() }
}

fn from_passing(action: &AlterAction, to: &Ident) -> AlterAction {
    match action {
        AlterAction::ChangeColumn(_, column) => {
            AlterAction::ChangeColumn(passing(to), column.clone())
        }
        AlterAction::Placed(action, column, after) => {
            let action = Box::new(from_passing(action, to));
            AlterAction::Placed(action, column.clone(), after.clone())
        }
        _ => AlterAction::RenameColumn(passing(to), to.clone()),
    }
}

/// A column's definition without its keys and checks, and these as constraints of the table.
pub(super) fn without_constraints(column: &ColumnDef) -> (ColumnDef, Vec<TableConstraint>) {
    let (mut plain, mut constraints) = (column.clone(), Vec::new());
    plain.constraints.retain(|constraint| {
        let terms = vec![crate::syntax::column_term(column.name.clone())];
        let kind = match &constraint.kind {
            ColumnConstraintKind::PrimaryKey { .. } => TableConstraintKind::PrimaryKey {
                terms,
                autoincrement: false,
                include: Vec::new(),
                using_index: None,
            },
            ColumnConstraintKind::Unique { nulls_not_distinct } => TableConstraintKind::Unique {
                terms,
                nulls_not_distinct: *nulls_not_distinct,
                include: Vec::new(),
                using_index: None,
            },
            ColumnConstraintKind::Check { expr, text, enforced } => {
                TableConstraintKind::Check { expr: expr.clone(), text: *text, enforced: *enforced }
            }
            _ => return true,
        };
        constraints.push(TableConstraint {
            not_valid: false,
            name: constraint.name.clone(),
            kind,
            on_conflict: None,
            deferrable: constraint.deferrable,
            options: IndexOptions::default(),
            span: constraint.span,
        });
        false
    });
    (plain, constraints)
}
