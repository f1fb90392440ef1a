//! COPY as an INSERT of its lines.

use std::rc::Rc;

use super::{Plan, Planner};
use crate::error::{Error, ErrorKind, Refusal, Result};
use crate::syntax::ast;
use crate::syntax::conflict::OnConflict;

impl Planner<'_> {
    /// COPY: an INSERT of its lines, each field a literal.
    pub(super) fn plan_copy(&mut self, copy: &ast::Copy) -> Result<Plan> {
        let table = self.must_writable(&copy.table).map_err(Error::elsewhere)?;
        if let Some(fault) = copy.fault {
            return Err(fault.of(&[]).nowhere());
        }
        let names: Vec<&str> = match copy.columns.is_empty() {
            true => {
                let plain = table.columns.iter().filter(|c| c.generated.is_none());
                plain.map(|c| &*c.name).collect()
            }
            false => copy.columns.iter().map(|c| &*c.text).collect(),
        };
        let span = copy.table.name.span;
        let ident = |name: &&str| ast::Ident { text: Rc::from(*name), quote: None, span };
        let literal = |field: &Option<Rc<str>>| {
            let text = field.clone().map_or(ast::Literal::Null, ast::Literal::Text);
            ast::Expr { kind: ast::ExprKind::Literal(text), span }
        };
        if let Some(given) = &copy.names {
            let differs = |(given, name): (&Option<Rc<str>>, &&str)| given.as_deref() != Some(name);
            let differing = given.iter().zip(&names).position(differs);
            if given.len() != names.len() {
                let of = [&*given.len().to_string(), &*names.len().to_string()];
                return Err(Refusal::CopyHeaderCount.of(&of).nowhere());
            }
            if let Some(at) = differing {
                let name = given[at].as_deref().unwrap_or_default();
                let of = [&*(at + 1).to_string(), name, names[at]];
                return Err(Refusal::CopyHeaderName.of(&of).nowhere());
            }
        }
        let mut rows = Vec::with_capacity(copy.lines.len());
        for line in &copy.lines {
            if line.len() != names.len() {
                let missing = names.get(line.len()).map(|name| name.to_string());
                return Err(ErrorKind::CopyFields { missing }.nowhere());
            }
            rows.push(line.iter().map(literal).collect());
        }
        let insert = ast::Insert {
            with: None,
            table: copy.table.clone(),
            alias: None,
            columns: Some(names.iter().map(ident).collect()),
            overriding: Some(ast::Overriding::System),
            source: ast::InsertSource::Values(rows),
            row_alias: None,
            on_conflict: OnConflict { or: None, arms: Vec::new() },
            returning: None,
            replace: false,
            delayed: false,
            verb: span,
            load: None,
        };
        // Fields have no place in the statement.
        let planned = self.plan_insert(&insert).map_err(Error::elsewhere)?;
        Ok(Plan::Insert(Box::new(planned)))
    }
}
