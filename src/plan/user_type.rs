//! CREATE TYPE … AS ENUM and CREATE DOMAIN, and the types that they have made. A domain is its base
//! type; its conditions become conditions of the columns that have it.

use std::rc::Rc;

use super::Planner;
use super::alter::rename_in;
use super::ddl::Ddl;
use super::expr::Bound;
use super::node::{DomainCast, Expr};
use super::scope::{Scope, ScopeItem};
use crate::catalog::{Check, Default, Domain, Object, Space, UserType, UserTypeKind};
use crate::error::{Error, ErrorKind, Result};
use crate::order::sort_by_number;
use crate::span::Span;
use crate::syntax::ast::{self, ColumnConstraintKind as Kind};
use crate::types::{EnumType, Type};

/// A name for a domain's CHECK that has none.
pub(super) fn free_check_name(domain: &str, checks: &[Check]) -> Rc<str> {
    let mut name = [domain, "_check"].concat();
    let length = name.len();
    let mut number = 0;
    while checks.iter().any(|c| c.name.as_deref() == Some(&*name)) {
        number += 1;
        name.truncate(length);
        name.push_str(&i32::to_string(&number));
    }
    Rc::from(name)
}

impl Planner<'_> {
    /// Plans CREATE TYPE … AS ENUM.
    pub(super) fn plan_create_enum(
        &mut self,
        name: &ast::ObjectName,
        labels: &[Rc<str>],
    ) -> Result<Ddl> {
        let repeated = (1..labels.len()).find(|at| labels[..*at].contains(&labels[*at]));
        if let Some(label) = repeated.map(|at| &labels[at]) {
            return Err(ErrorKind::RepeatedLabel { label: label.to_string() }.nowhere());
        }
        let name_text = name.name.text.clone();
        let kind = UserTypeKind::Enum(Rc::new(EnumType {
            places: crate::types::enumeration::places(labels.len()),
            name: name_text,
            labels: labels.to_vec(),
        }));
        self.new_type(name, kind)
    }

    /// Plans CREATE DOMAIN.
    pub(super) fn plan_create_domain(
        &mut self,
        name: &ast::ObjectName,
        base: &ast::TypeName,
        constraints: &[ast::ColumnConstraint],
    ) -> Result<Ddl> {
        let mut domain = Domain {
            base: self.type_of(base)?,
            not_null: false,
            default: None,
            checks: Vec::new(),
        };
        let own = &name.name.text;
        // What the domain below asks comes first.
        if let Some(below) = self.user_type(base)
            && let UserTypeKind::Domain(below) = &below.kind
        {
            if base.dimensions > 0 {
                return Err(ErrorKind::unsupported("arrays of domains").at(base.span));
            }
            (domain.not_null, domain.default) = (below.not_null, below.default.clone());
            for check in &below.checks {
                domain.checks.push(Check { domain: Some(own.clone()), ..check.clone() });
            }
        }
        let inherited = domain.checks.len();
        for constraint in constraints {
            match &constraint.kind {
                Kind::NotNull => domain.not_null = true,
                Kind::Null => {}
                Kind::Default { expr, text } => {
                    domain.default =
                        Some(Default { expr: expr.clone(), text: self.text_of(*text) });
                }
                Kind::Check { expr, text, .. } => {
                    let given = constraint.name.as_ref().map(|n| n.text.clone());
                    self.check_domain(expr, &domain.base)?;
                    let counted = || free_check_name(own, &domain.checks[inherited..]);
                    let chosen = given.unwrap_or_else(counted);
                    domain.checks.push(Check {
                        name: Some(chosen),
                        expr: expr.clone(),
                        text: self.text_of(*text),
                        span: constraint.span,
                        enforced: true,
                        domain: Some(own.clone()),
                    });
                }
                _ => {
                    let what = "this constraint of a domain";
                    return Err(ErrorKind::unsupported(what).at(constraint.span));
                }
            }
        }
        self.new_type(name, UserTypeKind::Domain(Rc::new(domain)))
    }

    /// Plans ALTER TYPE: the type, and the columns that are of it.
    pub(super) fn plan_alter_type(
        &mut self,
        name: &ast::ObjectName,
        change: &ast::AlterType,
    ) -> Result<Ddl> {
        let (schema, text) = (self.must_schema(name, false)?, &name.name.text);
        let key = self.catalog.key(&schema, Space::Type, text);
        let Some(Object::Type(made)) = self.catalog.get(&key) else {
            let name = text.to_string();
            return Err(ErrorKind::NoSuchObject { kind: "type", name }.nowhere());
        };
        let UserTypeKind::Enum(old) = &made.kind else {
            let (name, found) = (text.to_string(), "domain");
            return Err(ErrorKind::WrongKind { name, kind: "enum", found }.nowhere());
        };
        let mut new = EnumType {
            name: old.name.clone(),
            labels: old.labels.clone(),
            places: old.places.clone(),
        };
        let place = |label: &Rc<str>| old.labels.iter().position(|l| l == label);
        let known = |label: &Rc<str>| {
            let missing = || ErrorKind::NoLabel { label: label.to_string() }.nowhere();
            place(label).ok_or_else(missing)
        };
        let exists = |label: &Rc<str>| ErrorKind::LabelExists { label: label.to_string() };
        let mut values = None;
        match change {
            ast::AlterType::Add(label, if_not_exists, neighbour) => {
                if place(label).is_some() {
                    return match if_not_exists {
                        true => Ok(self.nothing(Some(exists(label)))),
                        false => Err(exists(label).nowhere()),
                    };
                }
                let at = match neighbour {
                    None => old.labels.len(),
                    Some((after, label)) => known(label)? + usize::from(*after),
                };
                let left = at.checked_sub(1).map(|at| old.places[at]);
                let right = old.places.get(at).copied();
                let Some(found) = crate::types::enumeration::between(left, right) else {
                    return Err(ErrorKind::unsupported("so many labels between two").nowhere());
                };
                new.labels.insert(at, label.clone());
                new.places.insert(at, found);
            }
            ast::AlterType::Label(from, to) => {
                let at = known(from)?;
                if place(to).is_some() {
                    return Err(exists(to).nowhere());
                }
                new.labels[at] = to.clone();
                let value = |ty, label| crate::types::enumeration::value(ty, label);
                values = value(old, from).zip(value(&new, to));
            }
            ast::AlterType::Name(to) => {
                let taken = self.catalog.key(&schema, Space::Type, &to.text);
                let taken = self.catalog.get(&taken).is_some();
                self.free_type(taken, &schema, &to.text)?;
                new.name = to.text.clone();
            }
        }
        let new = Rc::new(new);
        let mut changed = Vec::new();
        let mut places = Vec::new();
        for (key, object) in self.catalog.objects() {
            let Object::Table(table) = object else { continue };
            let is = |c: &crate::catalog::Column| c.ty == Type::Enum(old.clone());
            if !table.columns.iter().any(is) {
                continue;
            }
            let mut table = (**table).clone();
            for (at, column) in table.columns.iter_mut().enumerate() {
                if is(column) {
                    column.ty = Type::Enum(new.clone());
                    places.push((table.id, at));
                }
            }
            changed.push((key.clone(), Object::Table(Rc::new(table))));
        }
        sort_by_number(&mut changed, &mut |(_, o)| match o {
            Object::Table(table) => i64::from(table.id),
            _ => 0,
        });
        sort_by_number(&mut places, &mut |(id, at)| i64::from(*id) << 16 | *at as i64);
        if values.is_some() {
            let computed = |id| self.catalog.indexes_of(id).iter().any(|i| !i.is_plain());
            if places.iter().any(|(id, _)| computed(*id)) {
                let what = "RENAME VALUE under an index of expressions";
                return Err(ErrorKind::unsupported(what).nowhere());
            }
        }
        let mut made = (**made).clone();
        made.name = new.name.clone();
        made.kind = UserTypeKind::Enum(new);
        changed.push((key, Object::Type(Rc::new(made))));
        Ok(Ddl::Change(changed, values.map(|(a, b)| ([a, b], places))))
    }

    /// A table or view has a type of its own name.
    pub(super) fn free_type(&self, taken: bool, schema: &str, name: &str) -> Result<()> {
        let rows = |o: &Object| matches!(o, Object::Table(_) | Object::View(_));
        match taken || self.existing(schema, name).is_some_and(rows) {
            true => {
                let (name, of_relation) = (name.to_string(), false);
                Err(ErrorKind::TypeExists { name, of_relation }.nowhere())
            }
            false => Ok(()),
        }
    }

    /// A relation may not have the name of a type that was made.
    pub(super) fn free_of_types(&self, schema: &str, name: &str, of_relation: bool) -> Result<()> {
        match self.catalog.get(&self.catalog.key(schema, Space::Type, name)) {
            Some(_) => Err(ErrorKind::TypeExists { name: name.to_string(), of_relation }.nowhere()),
            None => Ok(()),
        }
    }

    fn new_type(&mut self, name: &ast::ObjectName, kind: UserTypeKind) -> Result<Ddl> {
        self.check_schema(name)?;
        let schema = self.must_schema(name, false)?;
        let text = name.name.text.clone();
        let key = self.catalog.key(&schema, Space::Type, &text);
        self.free_type(self.catalog.get(&key).is_some(), &schema, &text)?;
        Ok(Ddl::CreateType(Rc::new(UserType { id: 0, schema, name: text, kind })))
    }

    /// A type that a statement has made.
    pub(super) fn user_type(&self, name: &ast::TypeName) -> Option<Rc<UserType>> {
        let text = name.name.to_lowercase();
        match self.object(name.schema.as_deref(), Space::Type, &text)? {
            Object::Type(found) => Some(found.clone()),
            _ => None,
        }
    }

    /// The type of a name, one that a statement has made included.
    ///
    /// # Errors
    /// There is none.
    pub(super) fn type_of(&self, name: &ast::TypeName) -> Result<Type> {
        self.column_type(Some(name), false).map_err(|kind| kind.at(name.span))
    }

    /// The type of a column.
    pub(super) fn column_type(
        &self,
        name: Option<&ast::TypeName>,
        strict: bool,
    ) -> std::result::Result<Type, ErrorKind> {
        match (self.rules.ddl.column_type)(name, strict) {
            Err(ErrorKind::UnknownType { table, column, declared }) => {
                match name.and_then(|name| Some((name, self.user_type(name)?))) {
                    Some((name, found)) => {
                        let ty = match &found.kind {
                            UserTypeKind::Enum(labels) => Type::Enum(labels.clone()),
                            UserTypeKind::Domain(domain) => domain.base.clone(),
                        };
                        Ok(match name.dimensions {
                            0 => ty,
                            _ => Type::Array(Rc::new(ty)),
                        })
                    }
                    // Every table is a type as well (PostgreSQL).
                    None if self.rules.expr.whole_rows
                        && name.is_some_and(|name| {
                            self.relation(&super::procedure::relation_of_type(name)).is_some()
                        }) =>
                    {
                        Err(ErrorKind::unsupported("types of rows"))
                    }
                    None => Err(ErrorKind::UnknownType { table, column, declared }),
                }
            }
            found => found,
        }
    }

    /// A value that becomes one of a domain, whose conditions it must satisfy. VALUE is what has been cast.
    pub(super) fn bind_domain(&mut self, value: Bound, found: &UserType) -> Result<Bound> {
        let UserTypeKind::Domain(domain) = &found.kind else { return Ok(value) };
        let item = ScopeItem::system(&[("value", value.ty.clone())], 0);
        let scope = Scope::new(vec![item], None);
        let mut checks = Vec::with_capacity(domain.checks.len());
        for check in &domain.checks {
            let condition = self.bind_condition(&check.expr, &scope).map_err(Error::elsewhere)?;
            checks.push((condition, check.name.clone().unwrap_or_default()));
        }
        let name = Rc::from(self.shown_name(&found.schema, &found.name));
        let not_null = domain.not_null;
        let cast = DomainCast { value: value.expr, name, not_null, checks };
        Ok(Bound { expr: Expr::Domain(Rc::new(cast)), ..value })
    }

    /// The conditions that a column has from its domain, and its default.
    pub(super) fn of_domain(
        &self,
        name: &ast::TypeName,
        column: &Rc<str>,
    ) -> (Vec<Check>, Option<Default>) {
        let Some(found) = self.user_type(name) else { return (Vec::new(), None) };
        let UserTypeKind::Domain(domain) = &found.kind else { return (Vec::new(), None) };
        (self.conditions_of(&found, column), domain.default.clone())
    }

    /// The conditions that a column has from a domain.
    pub(super) fn conditions_of(&self, found: &UserType, column: &Rc<str>) -> Vec<Check> {
        let UserTypeKind::Domain(domain) = &found.kind else { return Vec::new() };
        let mut checks = Vec::new();
        if domain.not_null {
            let span = Span::default();
            let value = Box::new(super::alter::column_expr(column, span));
            let kind = ast::ExprKind::IsNull { expr: value, not: true };
            checks.push(Check {
                name: None,
                expr: ast::Expr { kind, span },
                text: Rc::from(""),
                span,
                enforced: true,
                domain: Some(Rc::from(self.shown_name(&found.schema, &found.name))),
            });
        }
        for check in &domain.checks {
            let mut check = check.clone();
            rename_in(&mut check.expr, "value", column);
            check.domain = Some(Rc::from(self.shown_name(&found.schema, &found.name)));
            checks.push(check);
        }
        checks
    }
}
