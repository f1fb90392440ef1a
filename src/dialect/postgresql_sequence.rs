//! PostgreSQL: functions of sequences (functions-sequence), and a sequence read as a table.

use crate::syntax::ast::{self, ExprKind, Literal};
use std::rc::Rc;

use super::postgresql_expr::BIGINT;
use super::postgresql_functions::column;
use super::postgresql_values::{data_error, print, report};
use crate::catalog::{Catalog, Object, ObjectId, Sequence, Space};
use crate::error::{ErrorKind, Report};
use crate::plan::expr::{Bind, TableFunction};
use crate::plan::function::{Function, Host};
use crate::plan::node::Expr;
use crate::types::Type;
use crate::value::Value;

/// The sequence that a regclass names.
fn must_sequence(host: &mut dyn Host, value: &Value) -> Bind<Rc<Sequence>> {
    let id = match value {
        Value::Other(ops, bytes) => (ops.number)(bytes).map(|x| x as ObjectId),
        Value::Int(n) => ObjectId::try_from(*n).ok(),
        _ => None,
    };
    match id.and_then(|id| host.catalog().sequence_by_id(id)) {
        Some(sequence) => Ok(sequence.clone()),
        None => {
            let what = match id.map(|id| host.catalog().table_by_id(id).is_some()) {
                Some(true) => "tables",
                _ => "this kind of relation",
            };
            Err(ErrorKind::Report(Box::new(Report {
                detail: Some(format!("This operation is not supported for {what}.")),
                ..report("42809", format!("cannot open relation \"{}\"", print(value)))
            })))
        }
    }
}

fn full_name(sequence: &Sequence) -> String {
    format!("{}.{}", sequence.schema, sequence.name)
}

/// `nextval`.
pub(super) static NEXTVAL: Function = Function {
    name: "nextval",
    strict: true,
    pure: false,
    call: |host, args| {
        let name = full_name(&*must_sequence(host, &args[0])?);
        host.next_value(&name).map(Value::Int)
    },
};

/// `setval(sequence, value [, called])`.
pub(super) static SETVAL: Function = Function {
    name: "setval",
    strict: true,
    pure: false,
    call: |host, args| {
        let sequence = must_sequence(host, &args[0])?;
        let Value::Int(value) = args[1] else { return Ok(Value::Null) };
        if !(sequence.min..=sequence.max).contains(&value) {
            let (name, min, max) = (&sequence.name, sequence.min, sequence.max);
            let message = format!(
                "setval: value {value} is out of bounds for sequence \"{name}\" ({min}..{max})"
            );
            return Err(data_error("22003", message));
        }
        let called = !matches!(args.get(2), Some(Value::Bool(false)));
        host.set_value(&full_name(&sequence), value, called)?;
        if called {
            let state = host.session();
            state.current_values.retain(|(known, _)| *known != sequence.id);
            state.current_values.push((sequence.id, value));
        }
        Ok(Value::Int(value))
    },
};

/// `currval`.
pub(super) static CURRVAL: Function = Function {
    name: "currval",
    strict: true,
    pure: false,
    call: |host, args| {
        let sequence = must_sequence(host, &args[0])?;
        let known = host.session().current_values.iter().find(|(id, _)| *id == sequence.id);
        known.map(|(_, value)| Value::Int(*value)).ok_or_else(|| {
            let name = &sequence.name;
            let message =
                format!("currval of sequence \"{name}\" is not yet defined in this session");
            data_error("55000", message)
        })
    },
};

/// `lastval`.
pub(super) static LASTVAL: Function = Function {
    name: "lastval",
    strict: false,
    pure: false,
    call: |host, _| {
        let last = host.session().last_sequence;
        // One that is gone has no last value (sequence.c, lastval).
        let last = last.filter(|id| host.catalog().sequence_by_id(*id).is_some());
        let state = host.session();
        let known = state.current_values.iter().find(|(id, _)| Some(*id) == last);
        known
            .map(|(_, value)| Value::Int(*value))
            .ok_or_else(|| data_error("55000", "lastval is not yet defined in this session"))
    },
};

/// A sequence in FROM: `last_value`, `log_cnt`, `is_called`.
pub(super) fn as_table(
    catalog: &Catalog,
    schema: Option<&str>,
    name: &str,
) -> Option<TableFunction> {
    let key = catalog.key(schema.unwrap_or("public"), Space::Relation, name);
    let Some(Object::Sequence(sequence)) = catalog.get(&key) else { return None };
    Some(TableFunction {
        call: read,
        args: vec![Expr::Const(Value::Int(i64::from(sequence.id)))],
        columns: vec![
            column("last_value", BIGINT),
            column("log_cnt", BIGINT),
            column("is_called", Type::Bool),
        ],
    })
}

fn read(host: &mut dyn Host, args: &[Value]) -> Result<Vec<Vec<Value>>, ErrorKind> {
    let Some(Value::Int(id)) = args.first() else { return Ok(Vec::new()) };
    let state = host.sequence(*id as ObjectId);
    let row = state
        .map(|s| vec![Value::Int(s.value), Value::Int(i64::from(s.logged)), Value::Bool(s.called)]);
    Ok(row.into_iter().collect())
}

/// What a sequence may not be (sequence.c, init_params).
pub(super) fn refuse(sequence: &crate::catalog::Sequence, restart: Option<i64>) -> Bind<()> {
    let (start, min, max) = (sequence.start, sequence.min, sequence.max);
    let message = if sequence.increment == 0 {
        "INCREMENT must not be zero".to_string()
    } else if min >= max {
        format!("MINVALUE ({min}) must be less than MAXVALUE ({max})")
    } else if start < min {
        format!("START value ({start}) cannot be less than MINVALUE ({min})")
    } else if start > max {
        format!("START value ({start}) cannot be greater than MAXVALUE ({max})")
    } else if let Some(at) = restart.filter(|at| *at < min) {
        format!("RESTART value ({at}) cannot be less than MINVALUE ({min})")
    } else if let Some(at) = restart.filter(|at| *at > max) {
        format!("RESTART value ({at}) cannot be greater than MAXVALUE ({max})")
    } else {
        return Ok(());
    };
    Err(data_error("22023", message))
}

/// Whether an expression takes values from the sequence of this name: `nextval('name')`.
pub(super) fn names(expr: &ast::Expr, sequence: &str) -> bool {
    if let ExprKind::Function(call) = &expr.kind
        && &*call.name.name.text == "nextval"
        && let Some(mut argument) = call.args.first()
    {
        while let ExprKind::Cast { expr, .. } | ExprKind::Paren(expr) = &argument.kind {
            argument = expr;
        }
        if matches!(&argument.kind, ExprKind::Literal(Literal::Text(name)) if **name == *sequence) {
            return true;
        }
    }
    expr.children().into_iter().any(|child| names(child, sequence))
}
