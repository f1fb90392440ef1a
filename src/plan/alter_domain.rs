//! ALTER DOMAIN: the domain, and the columns that are of it (typecmds.c).

use std::rc::Rc;

use super::Planner;
use super::alter::rename_in;
use super::conflict::used_columns;
use super::ddl::Ddl;
use super::node::Expr;
use super::rules::Place;
use super::scope::{Scope, ScopeItem};
use super::user_type::free_check_name;
use crate::catalog::{Check, Default, Domain, Object, ObjectId, Space, Table, UserTypeKind};
use crate::error::{Error, ErrorKind, Refusal, Result};
use crate::span::Span;
use crate::syntax::ast;
use crate::types::Type;

/// Rows that must satisfy what a domain asks of a column from now on.
#[derive(Debug)]
pub struct DomainVerify {
    /// The table.
    pub table: Rc<Table>,
    /// The column.
    pub column: usize,
    /// The condition; none where the column may not be NULL.
    pub condition: Option<Expr>,
}

impl Planner<'_> {
    /// Plans ALTER DOMAIN.
    pub(super) fn plan_alter_domain(
        &mut self,
        name: &ast::ObjectName,
        change: &ast::AlterDomain,
    ) -> Result<Ddl> {
        let schema = name.schema.as_ref().map(|s| &*s.text);
        let text = &name.name.text;
        let Some(Object::Type(made)) = self.object(schema, Space::Type, text).cloned() else {
            let name = text.to_string();
            return Err(ErrorKind::NoSuchObject { kind: "type", name }.nowhere());
        };
        let UserTypeKind::Domain(old) = &made.kind else {
            return Err(ErrorKind::NotOfKind { name: text.to_string(), kind: "domain" }.nowhere());
        };
        let mut new = Domain {
            base: old.base.clone(),
            not_null: old.not_null,
            default: old.default.clone(),
            checks: old.checks.clone(),
        };
        let mut renamed = (*made).clone();
        let own = |c: &Check, name: &ast::Ident| c.name.as_deref() == Some(&*name.text);
        let find = |checks: &[Check], name: &ast::Ident| {
            let missing = || Refusal::NoDomainConstraint.of(&[&name.text, text]);
            checks.iter().position(|c| own(c, name)).ok_or_else(missing)
        };
        let (mut adds, mut verifies) = (None, true);
        match change {
            ast::AlterDomain::Add(constraint, not_valid) => {
                verifies = !not_valid;
                match &constraint.kind {
                    ast::ColumnConstraintKind::NotNull => new.not_null = true,
                    ast::ColumnConstraintKind::Check { expr, text: words, .. } => {
                        let taken =
                            |name: &str| new.checks.iter().any(|c| c.name.as_deref() == Some(name));
                        let given = constraint.name.as_ref().map(|n| n.text.clone());
                        if let Some(name) = given.as_deref().filter(|name| taken(name)) {
                            let of = [name, text];
                            return Err(Refusal::DomainConstraintExists.of(&of).nowhere());
                        }
                        let chosen = || free_check_name(text, &new.checks);
                        let check = Check {
                            name: Some(given.unwrap_or_else(chosen)),
                            expr: expr.clone(),
                            text: self.text_of(*words),
                            span: constraint.span,
                            enforced: true,
                            domain: Some(text.clone()),
                        };
                        self.check_domain(&check.expr, &old.base)?;
                        new.checks.push(check.clone());
                        adds = Some(check);
                    }
                    _ => {
                        let what = "this constraint of a domain";
                        return Err(ErrorKind::unsupported(what).at(constraint.span));
                    }
                }
            }
            ast::AlterDomain::Drop(name, if_exists) => match find(&new.checks, name) {
                Ok(at) => drop(new.checks.remove(at)),
                Err(missing) if *if_exists => return Ok(self.nothing(Some(missing))),
                Err(missing) => return Err(missing.nowhere()),
            },
            ast::AlterDomain::Rename(from, to) => {
                let at = find(&new.checks, from).map_err(ErrorKind::nowhere)?;
                new.checks[at].name = Some(to.text.clone());
            }
            ast::AlterDomain::Validate(name) => {
                let at = find(&new.checks, name).map_err(ErrorKind::nowhere)?;
                adds = Some(new.checks[at].clone());
            }
            ast::AlterDomain::NotNull(not_null) => new.not_null = *not_null,
            ast::AlterDomain::Default(default) => {
                let kept = |(expr, span): &(ast::Expr, Span)| Default {
                    expr: expr.clone(),
                    text: self.text_of(*span),
                };
                new.default = default.as_ref().map(kept);
            }
            ast::AlterDomain::Name(to) => {
                let key = self.catalog.key(&made.schema, Space::Type, &to.text);
                let taken = self.catalog.get(&key).is_some();
                self.free_type(taken, &made.schema, &to.text)?;
                renamed.name = to.text.clone();
            }
        }
        let validates = matches!(change, ast::AlterDomain::Validate(_));
        let null_checked = new.not_null && !old.not_null;
        renamed.kind = UserTypeKind::Domain(Rc::new(new));
        let (mut changed, mut verify) = (Vec::new(), Vec::new());
        for (key, object) in self.catalog.objects() {
            let Object::Table(table) = object else { continue };
            let mut columns = (0..table.columns.len()).collect::<Vec<_>>();
            columns.retain(|at| self.is_of_domain(table, *at, made.id));
            if columns.is_empty() {
                continue;
            }
            let mut new_table = (**table).clone();
            for column in columns {
                if verifies {
                    if null_checked {
                        verify.push(DomainVerify { table: table.clone(), column, condition: None });
                    }
                    if let Some(check) = &adds {
                        let mut expr = check.expr.clone();
                        rename_in(&mut expr, "value", &table.columns[column].name);
                        let scope = self.table_scope(table, None);
                        let condition = self.bind_condition(&expr, &scope);
                        let condition = Some(condition.map_err(Error::elsewhere)?);
                        verify.push(DomainVerify { table: table.clone(), column, condition });
                    }
                }
                if validates {
                    continue;
                }
                let mut definition = new_table.columns[column].clone();
                // Its conditions are taken from the domain anew.
                let names = self.rules.column_names;
                let other = |check: &Check| {
                    check.domain.is_none()
                        || !used_columns(&check.expr, table, names).contains(&column)
                };
                new_table.checks.retain(other);
                new_table.checks.extend(self.conditions_of(&renamed, &definition.name));
                if definition.default.as_ref().map(|d| &d.text)
                    == old.default.as_ref().map(|d| &d.text)
                    && let UserTypeKind::Domain(new) = &renamed.kind
                {
                    definition.default = new.default.clone();
                }
                definition.declared = Rc::from(self.shown_name(&renamed.schema, &renamed.name));
                new_table.columns[column] = definition;
            }
            changed.push((key.clone(), Object::Table(Rc::new(new_table))));
        }
        let key = self.catalog.key(&made.schema, Space::Type, &made.name);
        changed.push((key, Object::Type(Rc::new(renamed))));
        Ok(Ddl::AlterDomain(changed, verify))
    }

    /// What a domain's condition names must be there.
    pub(super) fn check_domain(&mut self, expr: &ast::Expr, base: &Type) -> Result<()> {
        let refused = (self.rules.ddl.refuse)(expr, Place::Check);
        refused.map_err(|kind| kind.nowhere().elsewhere())?;
        let item = ScopeItem::system(&[("value", base.clone())], 0);
        let bound = self.bind_condition_of(expr, &Scope::new(vec![item], None), "CHECK");
        bound.map(drop).map_err(Error::elsewhere)
    }

    /// Whether a column is of the domain with this number.
    fn is_of_domain(&self, table: &Table, column: usize, domain: ObjectId) -> bool {
        let declared = &*table.columns[column].declared;
        let (schema, name) =
            declared.split_once('.').map_or((None, declared), |(s, n)| (Some(s), n));
        let found = self.object(schema, Space::Type, &name.to_lowercase());
        matches!(found, Some(Object::Type(found)) if found.id == domain)
    }
}
