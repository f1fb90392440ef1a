//! Which keys a conflict target means: the arbiters of an ON CONFLICT clause.

use std::rc::Rc;

use super::columns::{same_expr, walk_columns};
use crate::catalog::{Index, Table, Term};
use crate::error::{ErrorKind, Refusal, Result};
use crate::order::sort_by_number;
use crate::plan::Planner;
use crate::plan::rules::{ArbiterUse, ArmTarget, Place};
use crate::plan::scope::Scope;
use crate::span::Span;
use crate::syntax::ast;
use crate::syntax::conflict::{Arm, ArmAction, Resolution, Target as ArmOf};

impl Planner<'_> {
    /// Which collisions an arm takes: all of the table's keys, or those that its target infers.
    pub(super) fn resolve_target(
        &mut self,
        arm: &Arm,
        number: Option<usize>,
        table: &Table,
        indexes: &[Rc<Index>],
    ) -> Result<ArmTarget> {
        let rules = &self.rules.write;
        match &arm.target {
            ArmOf::Any => Ok(ArmTarget::Any),
            ArmOf::Constraint(name) => {
                let constrains = |i: &&Rc<Index>| i.unique || i.exclusion.is_some();
                let named = indexes.iter().filter(constrains).find(|i| i.name == name.text);
                let updates = matches!(arm.action, ArmAction::Update { .. });
                let accepted = match named {
                    Some(index) => (rules.accept_arbiter)(index, &ArbiterUse::ByName { updates }),
                    None => Ok(false),
                };
                match (named, accepted.map_err(|kind| kind.at(name.span))?) {
                    (Some(index), true) => Ok(ArmTarget::Indexes(vec![index.id])),
                    (None, _) if table.constrains_by(&name.text) => {
                        Err(ErrorKind::ArbiterWithoutIndex.nowhere())
                    }
                    _ => {
                        let (constraint, table) = (name.text.to_string(), table.name.to_string());
                        Err(ErrorKind::NoSuchConstraint { constraint, table }.at(name.span))
                    }
                }
            }
            ArmOf::Columns { terms, filter } => {
                for term in terms {
                    if let ast::ExprKind::Column(name) = &term.expr.kind {
                        self.refuse_variable(&name.name)?;
                        // A text is no column here (SQLite).
                        if name.name.quote == Some('\'') {
                            return Err(ErrorKind::NoArbiter { number }.at(arm.span));
                        }
                    }
                    self.check_target_names(&term.expr, table)?;
                }
                if self.rules.write.target_is_bound {
                    let updates = matches!(arm.action, ArmAction::Update { .. });
                    self.state.unseen = updates.then(|| Rc::from(rules.proposed_row));
                    let bound = self.bind_target(terms, filter.as_ref(), table);
                    self.state.unseen = None;
                    bound?;
                }
                if self.is_rowid_target(terms, table) {
                    return Ok(ArmTarget::Rowid);
                }
                let mut found = Vec::new();
                let mut replaces = |index: &&Rc<Index>| {
                    i64::from(
                        index.on_conflict.is_some_and(|c| c.resolution == Resolution::Replace),
                    )
                };
                let mut linked: Vec<&Rc<Index>> =
                    indexes.iter().rev().filter(|i| i.unique).collect();
                sort_by_number(&mut linked, &mut replaces);
                for index in linked {
                    let index_filter = index.filter.as_ref().map(|f| &f.0);
                    if self.infers(terms, index, table)
                        && (rules.implies)(filter.as_ref(), index_filter)
                        && (rules.accept_arbiter)(index, &ArbiterUse::Inferred)
                            .map_err(|kind| kind.at(arm.span))?
                    {
                        found.push(index.id);
                    }
                }
                found.truncate(if rules.one_arbiter { 1 } else { usize::MAX });
                if found.is_empty() {
                    return Err(ErrorKind::NoArbiter { number }.at(arm.span));
                }
                Ok(ArmTarget::Indexes(found))
            }
        }
    }

    /// What a target says wrongly (parse_clause.c, `resolve_unique_index_expr`).
    fn bind_target(
        &mut self,
        terms: &[ast::IndexTerm],
        filter: Option<&ast::Expr>,
        table: &Table,
    ) -> Result<()> {
        let scope = self.table_scope(table, self.state.target_alias.clone().as_deref());
        for term in terms {
            let words = match term.nulls_first {
                _ if term.descending => "ASC/DESC",
                Some(_) => "NULLS FIRST/LAST",
                None => "",
            };
            if !words.is_empty() {
                return Err(Refusal::TargetOrder.of(&[words]).at(self.opened(term.expr.span)));
            }
            if let ast::ExprKind::Column(name) = &term.expr.kind
                && term.collation.is_none()
                && term.class.is_none()
                && self.rules.write.system_columns.contains(&&*name.name.text)
            {
                continue;
            }
            self.bind_target_expr(&term.expr, &scope, "index expressions", "index expression")?;
            if let Some(name) = &term.collation
                && (self.rules.ddl.collation)(&name.text).is_none()
            {
                let kind = ErrorKind::NoSuchCollation { name: name.text.to_string() };
                return Err(kind.at(self.opened(term.expr.span)));
            }
            if let Some(class) = &term.class {
                let known = (self.rules.ddl.operator_class)(&class.text, None);
                known.map_err(ErrorKind::nowhere)?;
            }
        }
        match filter {
            Some(filter) => {
                self.bind_target_expr(filter, &scope, "index predicates", "index predicate")
            }
            None => Ok(()),
        }
    }

    fn bind_target_expr(
        &mut self,
        expr: &ast::Expr,
        scope: &Scope<'_>,
        clause: &'static str,
        place: &str,
    ) -> Result<()> {
        let refused = (self.rules.ddl.refuse)(expr, Place::Target(place));
        refused.map_err(|kind| kind.at(expr.span))?;
        let outer = std::mem::replace(&mut self.state.clause, clause);
        let bound = self.bind(expr, scope);
        self.state.clause = outer;
        bound.map(drop)
    }

    fn is_rowid_target(&self, terms: &[ast::IndexTerm], table: &Table) -> bool {
        let [term] = terms else { return false };
        let ast::ExprKind::Column(name) = &term.expr.kind else { return false };
        match table.column(&name.name.text, self.rules.column_names) {
            Some(column) => table.rowid_key.is_some_and(|k| k.column == column),
            None => !table.without_rowid && self.is_rowid_name(&name.name.text),
        }
    }

    /// Whether a target's terms are exactly those of an index, in any order.
    fn infers(&self, terms: &[ast::IndexTerm], index: &Index, table: &Table) -> bool {
        let matches = |given: &ast::IndexTerm, key: &crate::catalog::KeyTerm| {
            let same_collation = given.collation.as_ref().is_none_or(|c| {
                (self.rules.ddl.collation)(&c.text).is_some_and(|c| c.name == key.collation.name)
            });
            let same_term = match &key.term {
                Term::Column(column) => self.is_column(&given.expr, table, *column),
                Term::Expr(expr, _) => same_expr(&given.expr, expr, self.rules.column_names),
            };
            let pattern = |class: &str| class.contains("_pattern");
            let same_class = given.class.as_ref().is_none_or(|class| {
                pattern(&class.text) == key.class.as_ref().is_some_and(|class| pattern(class))
            });
            same_collation && same_term && same_class
        };
        // SQLite counts what is written (upsert.c).
        let counted = !self.rules.write.one_arbiter || terms.len() == index.terms.len();
        counted
            && index.terms.iter().all(|key| terms.iter().any(|given| matches(given, key)))
            && terms.iter().all(|given| index.terms.iter().any(|key| matches(given, key)))
    }

    fn is_column(&self, expr: &ast::Expr, table: &Table, column: usize) -> bool {
        match &expr.kind {
            ast::ExprKind::Column(name) => {
                table.column(&name.name.text, self.rules.column_names) == Some(column)
            }
            ast::ExprKind::Paren(inner) => self.is_column(inner, table, column),
            _ => false,
        }
    }

    fn check_target_names(&self, expr: &ast::Expr, table: &Table) -> Result<()> {
        let mut result = Ok(());
        walk_columns(expr, &mut |name| {
            // A bare column is reported with the target.
            let span = match &expr.kind {
                ast::ExprKind::Column(_) => self.opened(name.name.span),
                _ => name.name.span,
            };
            let known = table.column(&name.name.text, self.rules.column_names).is_some()
                || (self.is_rowid_name(&name.name.text) && !table.without_rowid)
                || self.rules.write.system_columns.contains(&&*name.name.text);
            if !known && result.is_ok() {
                let written = name.name.text.to_string();
                result = Err(match (self.rules.expr.names_suggested, name) {
                    (true, name) => self.no_such_column(name, &self.table_scope(table, None)),
                    _ => ErrorKind::NoSuchColumn { name: written, table: None },
                }
                .at(span));
            }
        });
        result
    }

    /// A span with the parenthesis that opens before it.
    fn opened(&self, span: Span) -> Span {
        let before = self.text_of(Span { start: self.base, end: span.start, ..span });
        let start = before.rfind('(').map_or(span.start, |at| self.base + at as u32);
        Span { start, ..span }
    }
}
