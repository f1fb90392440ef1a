//! PostgreSQL: arrays: `ARRAY[…]`, subscripts, ANY and ALL, operators and functions
//! (functions-array; texts of errors compared with PostgreSQL 18). What has more than one dimension
//! is not there.

use std::rc::Rc;

use super::postgresql_cast::{coerce, common, is_implicit, is_text, same};
use super::postgresql_expr::{INT, no_operator};
use super::postgresql_types::sql_name;
use super::postgresql_values::{print, report};
use crate::collation::BINARY;
use crate::error::{ErrorKind, Report};
use crate::plan::expr::{Bind, Bound, Call};
use crate::plan::function::Function;
use crate::plan::node::{CompareOp, Expr};
use crate::syntax::ast::{BinaryOp, WITH_ELEMENT};
use crate::types::Type;
use crate::types::array::{items_of, parse, value};
use crate::value::{Value, compare};

fn placed(code: &str, message: impl Into<String>) -> ErrorKind {
    ErrorKind::Report(Box::new(Report { has_position: true, ..report(code, message) }))
}

fn dimensions() -> ErrorKind {
    ErrorKind::unsupported("arrays of more than one dimension")
}

/// Reads a text as an array.
pub(super) fn read(written: &Rc<str>, item: &Type) -> Bind<Value> {
    let items = parse(written).map_err(|detail| match detail {
        None => dimensions(),
        Some(detail) => {
            let message = format!("malformed array literal: \"{written}\"");
            let detail = Some(detail.to_string());
            ErrorKind::Report(Box::new(Report { detail, ..report("22P02", message) }))
        }
    })?;
    let mut values = Vec::with_capacity(items.len());
    for element in items {
        values.push(match element {
            None => Value::Null,
            Some(text) => super::postgresql_values::read(&Rc::from(text), item)?,
        });
    }
    Ok(value(&values))
}

/// Brings each element to a type.
pub(super) fn each(array: Value, item: &Type, to: fn(Value, &Type) -> Bind<Value>) -> Bind<Value> {
    let Some(items) = items_of(&array) else { return Ok(array) };
    let items: Bind<Vec<Value>> = items.into_iter().map(|v| to(v, item)).collect();
    Ok(value(&items?))
}

/// `ARRAY[a, b]`.
pub(super) fn made(mut items: Vec<Bound>) -> Bind<Bound> {
    if items.is_empty() {
        let hint = "Explicitly cast to the desired type, for example ARRAY[]::integer[].";
        let ErrorKind::Report(report) = placed("42P18", "cannot determine type of empty array")
        else {
            return Err(dimensions());
        };
        return Err(ErrorKind::Report(Box::new(Report { hint: Some(hint.into()), ..*report })));
    }
    if items.iter().any(|i| matches!(i.ty, Type::Array(_))) {
        return Err(dimensions());
    }
    let ty = common(&mut items, "ARRAY")?;
    let exprs: Vec<Expr> = items.into_iter().map(|i| i.expr).collect();
    Ok(Bound::new(Expr::Call(&MAKE, exprs.into()), Type::Array(Rc::new(ty))))
}

/// `a[n]`.
pub(super) fn subscript(array: Bound, index: Bound) -> Bind<Bound> {
    let item = match &array.ty {
        Type::Array(item) => (**item).clone(),
        Type::Jsonb => return Err(ErrorKind::unsupported("subscripts of jsonb")),
        ty => {
            let name = sql_name(ty);
            let message =
                format!("cannot subscript type {name} because it does not support subscripting");
            return Err(placed("42804", message));
        }
    };
    let index = coerce(index, &INT)?;
    Ok(Bound::new(Expr::Call(&ELEMENT, Rc::from([array.expr, index.expr])), item))
}

/// `a op ANY (array)`, `a op ALL (array)`.
pub(super) fn any_of(left: Bound, op: CompareOp, all: bool, right: Bound) -> Bind<Bound> {
    let right = match &right.ty {
        Type::Unknown => {
            let item = if left.ty == Type::Unknown { Type::Text } else { left.ty.clone() };
            coerce(right, &Type::Array(Rc::new(item)))?
        }
        _ => right,
    };
    let Type::Array(item) = right.ty.clone() else {
        return Err(placed("42809", "op ANY/ALL (array) requires array on right side"));
    };
    let (left, right) = if is_implicit(&left.ty, &item) {
        (coerce(left, &item)?, right)
    } else if is_implicit(&item, &left.ty) {
        let ty = Type::Array(Rc::new(left.ty.clone()));
        (left, coerce(right, &ty)?)
    } else {
        let sign = match op {
            CompareOp::Eq => "=",
            CompareOp::Ne => "<>",
            CompareOp::Lt => "<",
            CompareOp::Le => "<=",
            CompareOp::Gt => ">",
            _ => ">=",
        };
        return Err(no_operator(sign, Some(&left.ty), &item));
    };
    let how = match op {
        CompareOp::Eq => 0,
        CompareOp::Ne => 1,
        CompareOp::Lt => 2,
        CompareOp::Le => 3,
        CompareOp::Gt => 4,
        CompareOp::Ge => 5,
        _ => return Err(ErrorKind::unsupported("this operator with ANY or ALL")),
    };
    let how = Expr::Const(Value::Int(how + if all { 8 } else { 0 }));
    Ok(Bound::new(Expr::Call(&QUANTIFIED, Rc::from([left.expr, right.expr, how])), Type::Bool))
}

/// The rows of `unnest`; shorter arrays end in NULLs.
pub(super) fn rows(args: &[Value]) -> Vec<Vec<Value>> {
    let arrays: Vec<_> = args.iter().map(|array| items_of(array).unwrap_or_default()).collect();
    let length = arrays.iter().map(Vec::len).max().unwrap_or(0);
    let row = |at| arrays.iter().map(|items| items.get(at).cloned().unwrap_or_default()).collect();
    (0..length).map(row).collect()
}

/// The elements of the first two arguments; NULL has none.
fn pair(args: &[Value]) -> (Vec<Value>, Vec<Value>) {
    let of = |at: usize| args.get(at).and_then(items_of).unwrap_or_default();
    (of(0), of(1))
}

fn has(items: &[Value], wanted: &Value) -> bool {
    items.iter().any(|i| !i.is_null() && i.is_identical(wanted))
}

static MAKE: Function =
    Function { name: "array", strict: false, pure: true, call: |_, args| Ok(value(args)) };
static ELEMENT: Function = Function {
    name: "element",
    strict: true,
    pure: true,
    call: |_, args| {
        let (items, _) = pair(args);
        let Value::Int(at) = args[1] else { return Ok(Value::Null) };
        let at = usize::try_from(at).ok().and_then(|n| n.checked_sub(1));
        Ok(at.and_then(|at| items.get(at)).cloned().unwrap_or_default())
    },
};
static QUANTIFIED: Function = Function {
    name: "any",
    strict: false,
    pure: true,
    call: |_, args| {
        let (Some(items), Value::Int(how)) = (items_of(&args[1]), &args[2]) else {
            return Ok(Value::Null);
        };
        let all = *how >= 8;
        let mut unknown = false;
        for item in items {
            if item.is_null() || args[0].is_null() {
                unknown = true;
                continue;
            }
            let order = compare(args[0].borrow(), item.borrow(), &BINARY);
            let holds = match how & 7 {
                0 => order.is_eq(),
                1 => order.is_ne(),
                2 => order.is_lt(),
                3 => order.is_le(),
                4 => order.is_gt(),
                _ => order.is_ge(),
            };
            if holds != all {
                return Ok(Value::Bool(holds));
            }
        }
        Ok(if unknown { Value::Null } else { Value::Bool(all) })
    },
};
static CONCAT: Function = Function {
    name: "array_cat",
    strict: false,
    pure: true,
    call: |_, args| {
        if args.iter().all(Value::is_null) {
            return Ok(Value::Null);
        }
        let (mut a, b) = pair(args);
        a.extend(b);
        Ok(value(&a))
    },
};
/// `a[2] := value`: the array with that element.
static SET_ELEMENT: Function = Function {
    name: "array_set",
    strict: false,
    pure: true,
    call: |_, args| {
        let mut items = items_of(&args[0]).unwrap_or_default();
        let at = match &args[1] {
            Value::Int(at) => *at,
            _ => {
                let message = "array subscript in assignment must not be null";
                return Err(super::postgresql_values::data_error("22004", message));
            }
        };
        let last = items.len() as i64 + 1;
        // An array that begins elsewhere than at 1 is none here.
        if at < 1 || items.is_empty() && at != 1 || at > last + 10_000 {
            return Err(ErrorKind::unsupported("arrays that do not begin at 1"));
        }
        while (items.len() as i64) < at {
            items.push(Value::Null);
        }
        items[at as usize - 1] = args[2].clone();
        Ok(crate::types::array::value(&items))
    },
};

static APPEND: Function = Function {
    name: "array_append",
    strict: false,
    pure: true,
    call: |_, args| {
        let (mut items, _) = pair(args);
        items.push(args[1].clone());
        Ok(value(&items))
    },
};
static PREPEND: Function = Function {
    name: "array_prepend",
    strict: false,
    pure: true,
    call: |_, args| {
        let (_, mut items) = pair(args);
        items.insert(0, args[0].clone());
        Ok(value(&items))
    },
};
static REMOVE: Function = Function {
    name: "array_remove",
    strict: false,
    pure: true,
    call: |_, args| {
        let Some(mut items) = items_of(&args[0]) else { return Ok(Value::Null) };
        items.retain(|i| !i.is_identical(&args[1]));
        Ok(value(&items))
    },
};
static POSITION: Function = Function {
    name: "array_position",
    strict: false,
    pure: true,
    call: |_, args| {
        let (items, _) = pair(args);
        let at = items.iter().position(|i| i.is_identical(&args[1]));
        Ok(at.map_or(Value::Null, |at| Value::Int(at as i64 + 1)))
    },
};
static LENGTH: Function = Function {
    name: "array_length",
    strict: true,
    pure: true,
    call: |_, args| {
        let (items, _) = pair(args);
        let first = matches!(args.get(1), Some(Value::Int(1)));
        Ok(match first && !items.is_empty() {
            true => Value::Int(items.len() as i64),
            false => Value::Null,
        })
    },
};
static LOWER: Function = Function {
    name: "array_lower",
    strict: true,
    pure: true,
    call: |_, args| {
        let (items, _) = pair(args);
        let first = matches!(args.get(1), Some(Value::Int(1)));
        Ok(if first && !items.is_empty() { Value::Int(1) } else { Value::Null })
    },
};
static CARDINALITY: Function = Function {
    name: "cardinality",
    strict: true,
    pure: true,
    call: |_, args| Ok(Value::Int(pair(args).0.len() as i64)),
};
static TO_STRING: Function = Function {
    name: "array_to_string",
    strict: false,
    pure: true,
    call: |_, args| {
        let (Some(items), false) = (items_of(&args[0]), args[1].is_null()) else {
            return Ok(Value::Null);
        };
        let null = args.get(2).filter(|n| !n.is_null());
        let shown = items.iter().filter_map(|i| if i.is_null() { null } else { Some(i) });
        let parts: Vec<String> = shown.map(print).collect();
        Ok(Value::text(&parts.join(&print(&args[1]))))
    },
};
static FROM_STRING: Function = Function {
    name: "string_to_array",
    strict: false,
    pure: true,
    call: |_, args| {
        let Value::Text(whole) = &args[0] else { return Ok(Value::Null) };
        let items: Vec<Value> = match &args[1] {
            _ if whole.is_empty() => Vec::new(),
            Value::Text(mark) if mark.is_empty() => vec![args[0].clone()],
            Value::Text(mark) => whole.split(&**mark).map(Value::text).collect(),
            _ => whole.chars().map(|c| Value::text(c.encode_utf8(&mut [0; 4]))).collect(),
        };
        let null = args.get(2).filter(|n| !n.is_null());
        let item =
            |v: Value| if null.is_some_and(|n| n.is_identical(&v)) { Value::Null } else { v };
        Ok(value(&items.into_iter().map(item).collect::<Vec<_>>()))
    },
};
static CONTAINS: Function = Function {
    name: "@>",
    strict: true,
    pure: true,
    call: |_, args| {
        let (whole, part) = pair(args);
        Ok(Value::Bool(part.iter().all(|p| has(&whole, p))))
    },
};
static CONTAINED: Function = Function {
    name: "<@",
    strict: true,
    pure: true,
    call: |_, args| {
        let (part, whole) = pair(args);
        Ok(Value::Bool(part.iter().all(|p| has(&whole, p))))
    },
};
static OVERLAPS: Function = Function {
    name: "&&",
    strict: true,
    pure: true,
    call: |_, args| {
        let (a, b) = pair(args);
        Ok(Value::Bool(a.iter().any(|i| has(&b, i))))
    },
};

/// Two arrays, or a literal beside one, brought to the same type.
fn together(left: &Bound, right: &Bound) -> Option<Bind<[Bound; 2]>> {
    let ty = match (&left.ty, &right.ty) {
        (Type::Array(a), Type::Array(b)) if same(a, b) || is_implicit(b, a) => left.ty.clone(),
        (Type::Array(a), Type::Array(b)) if is_implicit(a, b) => right.ty.clone(),
        (Type::Array(_), Type::Unknown) => left.ty.clone(),
        (Type::Unknown, Type::Array(_)) => right.ty.clone(),
        _ => return None,
    };
    let both = coerce(left.clone(), &ty);
    Some(both.and_then(|left| Ok([left, coerce(right.clone(), &ty)?])))
}

fn called(function: &'static Function, args: Vec<Bound>, ty: Type) -> Bound {
    let exprs: Vec<Expr> = args.into_iter().map(|a| a.expr).collect();
    Bound::new(Expr::Call(function, exprs.into()), ty)
}

/// `||`, `@>`, `<@`, `&&` with an array; none when there is none.
pub(super) fn binary(op: BinaryOp, left: &Bound, right: &Bound) -> Option<Bind<Bound>> {
    let function: &'static Function = match op {
        BinaryOp::Contains => &CONTAINS,
        BinaryOp::ContainedBy => &CONTAINED,
        BinaryOp::Overlaps => &OVERLAPS,
        BinaryOp::Concat => &CONCAT,
        _ => return None,
    };
    if let Some(both) = together(left, right) {
        let gives = if op == BinaryOp::Concat { None } else { Some(Type::Bool) };
        return Some(both.map(|both| {
            let gives = gives.unwrap_or_else(|| both[0].ty.clone());
            called(function, both.into(), gives)
        }));
    }
    let (array, item, function): (_, _, &'static Function) = match (&left.ty, &right.ty) {
        _ if op != BinaryOp::Concat => return None,
        (Type::Array(_), _) => (left, right, &APPEND),
        (_, Type::Array(_)) => (right, left, &PREPEND),
        _ => return None,
    };
    Some(with_item(array, item, function))
}

/// A function of an array and one of its elements, which may want the array to be of a wider type.
fn with_item(array: &Bound, item: &Bound, function: &'static Function) -> Bind<Bound> {
    let Type::Array(own) = &array.ty else { return Err(dimensions()) };
    let ty = match () {
        () if is_implicit(&item.ty, own) => (**own).clone(),
        () if is_implicit(own, &item.ty) => item.ty.clone(),
        () => {
            let both = [sql_name(&array.ty), sql_name(&item.ty)];
            let args = both.to_vec();
            return Err(match function.name {
                "array_append" => no_operator("||", Some(&array.ty), &item.ty),
                "array_prepend" => no_operator("||", Some(&item.ty), &array.ty),
                name => ErrorKind::NoSuchFunction { name: name.to_string(), args },
            });
        }
    };
    let whole = Type::Array(Rc::new(ty.clone()));
    let (array, item) = (coerce(array.clone(), &whole)?, coerce(item.clone(), &ty)?);
    let gives = if function.name == "array_position" { INT } else { whole };
    Ok(match function.name {
        "array_prepend" => called(function, vec![item, array], gives),
        _ => called(function, vec![array, item], gives),
    })
}

/// Functions of arrays; none when the call is of another.
pub(super) fn function(call: &Call<'_>) -> Option<Bind<Bound>> {
    let args = || call.args.clone();
    let texts = |gives: Type, function: &'static Function, from: usize| {
        let mut all = args();
        for arg in &mut all[from..] {
            *arg = match coerce(arg.clone(), &Type::Text) {
                Ok(text) => text,
                Err(kind) => return Err(kind),
            };
        }
        Ok(called(function, all, gives))
    };
    let array = |at: usize| call.args.get(at).is_some_and(|a| matches!(a.ty, Type::Array(_)));
    Some(match (call.name, call.args.len()) {
        ("array_length" | "array_upper", 2) if array(0) => Ok(called(&LENGTH, args(), INT)),
        ("array_lower", 2) if array(0) => Ok(called(&LOWER, args(), INT)),
        ("cardinality", 1) if array(0) => Ok(called(&CARDINALITY, args(), INT)),
        (WITH_ELEMENT, 3) if array(0) => {
            let Type::Array(own) = &call.args[0].ty else { return None };
            let mut all = args();
            let of = [(1, INT), (2, (**own).clone())];
            for (at, ty) in of {
                all[at] = match coerce(all[at].clone(), &ty) {
                    Ok(made) => made,
                    Err(kind) => return Some(Err(kind)),
                };
            }
            let whole = call.args[0].ty.clone();
            Ok(called(&SET_ELEMENT, all, whole))
        }
        (WITH_ELEMENT, _) => Err(ErrorKind::unsupported("an element of what is no array")),
        ("array_append", 2) if array(0) => with_item(&call.args[0], &call.args[1], &APPEND),
        ("array_prepend", 2) if array(1) => with_item(&call.args[1], &call.args[0], &PREPEND),
        ("array_remove", 2) if array(0) => with_item(&call.args[0], &call.args[1], &REMOVE),
        ("array_position", 2) if array(0) => with_item(&call.args[0], &call.args[1], &POSITION),
        ("array_cat", 2) => {
            let both = together(&call.args[0], &call.args[1])?;
            both.map(|both| {
                let ty = both[0].ty.clone();
                called(&CONCAT, both.into(), ty)
            })
        }
        ("array_to_string", 2 | 3) if array(0) => texts(Type::Text, &TO_STRING, 1),
        ("string_to_array", 2 | 3)
            if is_text(&call.args[0].ty) || call.args[0].ty == Type::Unknown =>
        {
            texts(Type::Array(Rc::new(Type::Text)), &FROM_STRING, 0)
        }
        _ => return None,
    })
}
