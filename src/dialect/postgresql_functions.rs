//! PostgreSQL: the names of functions and the types that they take and give (chapter "Functions and
//! Operators"). A call is the entry whose types fit best (typeconv-func).

use std::rc::Rc;

use super::postgresql_cast::{coerce, common_type, is_implicit, is_text, same};
use super::postgresql_expr::{BIGINT, INT, result};
use super::postgresql_json_text as json_text;
use super::postgresql_types::sql_name;
use super::postgresql_values::{data_error, print, report};
use super::{postgresql_catalog as catalog, postgresql_decimal as decimal};
use super::{postgresql_json as json, postgresql_math as math, postgresql_text as text};
use super::{postgresql_regex as regex, postgresql_sequence as sequence, postgresql_time as time};
use crate::collation::BINARY;
use crate::error::{ErrorKind, Report};
use crate::plan::expr::{Bind, Bound, Call, TableFunction, common_collation};
use crate::plan::function::Function;
use crate::plan::node::{CompareOp, Expr, Extreme, ResultColumn};
use crate::types::Type;
use crate::types::enumeration;
use crate::types::range::Element;
use crate::value::Value;

/// A type in the table of functions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum T {
    Bool,
    Int4,
    Int8,
    Numeric,
    Float8,
    Text,
    Bytes,
    Date,
    Timestamp,
    Timestamptz,
    Interval,
    Uuid,
    Name,
    Regclass,
    Oid,
    Void,
    Texts,
    /// Anything, as it is.
    Any,
}

impl T {
    fn ty(self) -> Type {
        match self {
            T::Bool => Type::Bool,
            T::Int4 => INT,
            T::Int8 => BIGINT,
            T::Numeric => Type::Decimal { precision: None },
            T::Float8 => Type::Float8,
            T::Text | T::Any => Type::Text,
            T::Bytes => Type::Bytes { limit: None, fixed: false },
            T::Date => Type::Date,
            T::Timestamp => Type::Timestamp { zone: false, fraction: 6 },
            T::Timestamptz => Type::Timestamp { zone: true, fraction: 6 },
            T::Interval => Type::Interval,
            T::Uuid => Type::Uuid,
            T::Name => Type::Catalog("name"),
            T::Regclass => Type::Catalog("regclass"),
            T::Oid => Type::Catalog("oid"),
            T::Void => Type::Catalog("void"),
            T::Texts => Type::Array(Rc::new(Type::Text)),
        }
    }
}

/// Name, types of the arguments, type of the result, what computes it.
type Entry = (&'static str, &'static [T], T, &'static Function);

static FUNCTIONS: &[Entry] = &[
    ("abs", &[T::Float8], T::Float8, &math::ABS),
    ("abs", &[T::Int4], T::Int4, &math::ABS),
    ("abs", &[T::Int8], T::Int8, &math::ABS),
    ("abs", &[T::Numeric], T::Numeric, &decimal::ABS),
    ("ascii", &[T::Text], T::Int4, &text::ASCII),
    ("btrim", &[T::Text], T::Text, &text::BTRIM),
    ("btrim", &[T::Text, T::Text], T::Text, &text::BTRIM),
    ("ceil", &[T::Float8], T::Float8, &math::CEIL),
    ("ceil", &[T::Numeric], T::Numeric, &decimal::CEIL),
    ("ceiling", &[T::Float8], T::Float8, &math::CEIL),
    ("ceiling", &[T::Numeric], T::Numeric, &decimal::CEIL),
    ("char_length", &[T::Text], T::Int4, &text::LENGTH),
    ("character_length", &[T::Text], T::Int4, &text::LENGTH),
    ("chr", &[T::Int4], T::Text, &text::CHR),
    ("clock_timestamp", &[], T::Timestamptz, &time::NOW),
    ("currval", &[T::Regclass], T::Int8, &sequence::CURRVAL),
    ("current_database", &[], T::Name, &catalog::CURRENT_DATABASE),
    ("current_schema", &[], T::Name, &catalog::CURRENT_SCHEMA),
    ("current_user", &[], T::Name, &catalog::CURRENT_USER),
    ("date_part", &[T::Text, T::Timestamp], T::Float8, &time::PART),
    ("date_part", &[T::Text, T::Timestamptz], T::Float8, &time::PART),
    ("date_part", &[T::Text, T::Date], T::Float8, &time::PART),
    ("age", &[T::Timestamp], T::Interval, &time::AGE),
    ("age", &[T::Timestamptz], T::Interval, &time::AGE),
    ("age", &[T::Timestamp, T::Timestamp], T::Interval, &time::AGE),
    ("age", &[T::Timestamptz, T::Timestamptz], T::Interval, &time::AGE),
    ("date_part", &[T::Text, T::Interval], T::Float8, &time::PART),
    ("date_trunc", &[T::Text, T::Timestamptz], T::Timestamptz, &time::TRUNC),
    ("date_trunc", &[T::Text, T::Timestamp], T::Timestamp, &time::TRUNC),
    ("exp", &[T::Float8], T::Float8, &math::EXP),
    ("extract", &[T::Text, T::Timestamp], T::Numeric, &time::EXTRACT),
    ("extract", &[T::Text, T::Timestamptz], T::Numeric, &time::EXTRACT),
    ("extract", &[T::Text, T::Date], T::Numeric, &time::EXTRACT),
    ("extract", &[T::Text, T::Interval], T::Numeric, &time::EXTRACT),
    ("floor", &[T::Float8], T::Float8, &math::FLOOR),
    ("floor", &[T::Numeric], T::Numeric, &decimal::FLOOR),
    ("format_type", &[T::Oid, T::Int4], T::Text, &catalog::FORMAT_TYPE),
    ("gen_random_uuid", &[], T::Uuid, &catalog::RANDOM_UUID),
    ("pg_advisory_lock", &[T::Int8], T::Void, &catalog::NOTHING),
    ("pg_advisory_lock", &[T::Int4, T::Int4], T::Void, &catalog::NOTHING),
    ("pg_advisory_xact_lock", &[T::Int8], T::Void, &catalog::NOTHING),
    ("pg_advisory_xact_lock", &[T::Int4, T::Int4], T::Void, &catalog::NOTHING),
    ("pg_sleep", &[T::Float8], T::Void, &catalog::NOTHING),
    ("pg_trigger_depth", &[], T::Int4, &catalog::TRIGGER_DEPTH),
    ("pg_try_advisory_lock", &[T::Int8], T::Bool, &catalog::ALWAYS),
    ("pg_try_advisory_lock", &[T::Int4, T::Int4], T::Bool, &catalog::ALWAYS),
    ("pg_try_advisory_xact_lock", &[T::Int8], T::Bool, &catalog::ALWAYS),
    ("pg_try_advisory_xact_lock", &[T::Int4, T::Int4], T::Bool, &catalog::ALWAYS),
    ("uuidv4", &[], T::Uuid, &catalog::RANDOM_UUID),
    ("uuidv7", &[], T::Uuid, &catalog::UUID_V7),
    ("current_setting", &[T::Text], T::Text, &super::postgresql_command::SETTING),
    ("current_setting", &[T::Text, T::Bool], T::Text, &super::postgresql_command::SETTING),
    ("set_config", &[T::Text, T::Text, T::Bool], T::Text, &super::postgresql_command::SET),
    ("initcap", &[T::Text], T::Text, &text::INITCAP),
    ("lastval", &[], T::Int8, &sequence::LASTVAL),
    ("left", &[T::Text, T::Int4], T::Text, &text::LEFT),
    ("length", &[T::Text], T::Int4, &text::LENGTH),
    ("length", &[T::Bytes], T::Int4, &text::LENGTH),
    ("ln", &[T::Float8], T::Float8, &math::LN),
    ("log", &[T::Float8], T::Float8, &math::LOG),
    ("lower", &[T::Text], T::Text, &text::LOWER),
    ("lpad", &[T::Text, T::Int4], T::Text, &text::LPAD),
    ("lpad", &[T::Text, T::Int4, T::Text], T::Text, &text::LPAD),
    ("ltrim", &[T::Text], T::Text, &text::LTRIM),
    ("ltrim", &[T::Text, T::Text], T::Text, &text::LTRIM),
    ("md5", &[T::Text], T::Text, &crate::functions::md5::MD5),
    ("merge_action", &[], T::Text, &catalog::MERGE_ACTION),
    ("mod", &[T::Int4, T::Int4], T::Int4, &math::MOD),
    ("mod", &[T::Int8, T::Int8], T::Int8, &math::MOD),
    ("mod", &[T::Numeric, T::Numeric], T::Numeric, &math::MOD),
    ("nextval", &[T::Regclass], T::Int8, &sequence::NEXTVAL),
    ("now", &[], T::Timestamptz, &time::NOW),
    ("octet_length", &[T::Text], T::Int4, &text::OCTET_LENGTH),
    ("octet_length", &[T::Bytes], T::Int4, &text::OCTET_LENGTH),
    ("pg_get_constraintdef", &[T::Oid], T::Text, &catalog::CONSTRAINT_DEFINITION),
    ("pg_get_constraintdef", &[T::Oid, T::Bool], T::Text, &catalog::CONSTRAINT_DEFINITION),
    ("pg_get_indexdef", &[T::Oid], T::Text, &catalog::INDEX_DEFINITION),
    ("pg_get_serial_sequence", &[T::Text, T::Text], T::Text, &catalog::SERIAL_SEQUENCE),
    ("pi", &[], T::Float8, &math::PI),
    ("position", &[T::Text, T::Text], T::Int4, &text::POSITION),
    ("pow", &[T::Float8, T::Float8], T::Float8, &math::POWER),
    ("pow", &[T::Numeric, T::Numeric], T::Numeric, &decimal::POWER),
    ("power", &[T::Float8, T::Float8], T::Float8, &math::POWER),
    ("power", &[T::Numeric, T::Numeric], T::Numeric, &decimal::POWER),
    ("quote_ident", &[T::Text], T::Text, &text::QUOTE_IDENT),
    ("quote_literal", &[T::Text], T::Text, &text::QUOTE_LITERAL),
    ("random", &[], T::Float8, &math::RANDOM),
    ("repeat", &[T::Text, T::Int4], T::Text, &text::REPEAT),
    ("regexp_count", &[T::Text, T::Text], T::Int4, &regex::COUNT),
    ("regexp_count", &[T::Text, T::Text, T::Int4], T::Int4, &regex::COUNT),
    ("regexp_count", &[T::Text, T::Text, T::Int4, T::Text], T::Int4, &regex::COUNT),
    ("regexp_instr", &[T::Text, T::Text], T::Int4, &regex::INSTR),
    ("regexp_instr", &[T::Text, T::Text, T::Int4], T::Int4, &regex::INSTR),
    ("regexp_instr", &[T::Text, T::Text, T::Int4, T::Int4], T::Int4, &regex::INSTR),
    ("regexp_instr", &[T::Text, T::Text, T::Int4, T::Int4, T::Int4], T::Int4, &regex::INSTR),
    (
        "regexp_instr",
        &[T::Text, T::Text, T::Int4, T::Int4, T::Int4, T::Text],
        T::Int4,
        &regex::INSTR,
    ),
    (
        "regexp_instr",
        &[T::Text, T::Text, T::Int4, T::Int4, T::Int4, T::Text, T::Int4],
        T::Int4,
        &regex::INSTR,
    ),
    ("regexp_like", &[T::Text, T::Text], T::Bool, &regex::LIKE),
    ("regexp_like", &[T::Text, T::Text, T::Text], T::Bool, &regex::LIKE),
    ("regexp_match", &[T::Text, T::Text], T::Texts, &regex::MATCH_GROUPS),
    ("regexp_match", &[T::Text, T::Text, T::Text], T::Texts, &regex::MATCH_GROUPS),
    ("regexp_replace", &[T::Text, T::Text, T::Text], T::Text, &regex::REPLACE),
    ("regexp_replace", &[T::Text, T::Text, T::Text, T::Text], T::Text, &regex::REPLACE),
    ("regexp_replace", &[T::Text, T::Text, T::Text, T::Int4], T::Text, &regex::REPLACE),
    ("regexp_replace", &[T::Text, T::Text, T::Text, T::Int4, T::Int4], T::Text, &regex::REPLACE),
    (
        "regexp_replace",
        &[T::Text, T::Text, T::Text, T::Int4, T::Int4, T::Text],
        T::Text,
        &regex::REPLACE,
    ),
    ("regexp_split_to_array", &[T::Text, T::Text], T::Texts, &regex::SPLIT),
    ("regexp_split_to_array", &[T::Text, T::Text, T::Text], T::Texts, &regex::SPLIT),
    ("regexp_substr", &[T::Text, T::Text], T::Text, &regex::SUBSTR),
    ("regexp_substr", &[T::Text, T::Text, T::Int4], T::Text, &regex::SUBSTR),
    ("regexp_substr", &[T::Text, T::Text, T::Int4, T::Int4], T::Text, &regex::SUBSTR),
    ("regexp_substr", &[T::Text, T::Text, T::Int4, T::Int4, T::Text], T::Text, &regex::SUBSTR),
    (
        "regexp_substr",
        &[T::Text, T::Text, T::Int4, T::Int4, T::Text, T::Int4],
        T::Text,
        &regex::SUBSTR,
    ),
    ("replace", &[T::Text, T::Text, T::Text], T::Text, &text::REPLACE),
    ("reverse", &[T::Text], T::Text, &text::REVERSE),
    ("right", &[T::Text, T::Int4], T::Text, &text::RIGHT),
    ("round", &[T::Float8], T::Float8, &math::ROUND),
    ("round", &[T::Numeric], T::Numeric, &decimal::ROUND),
    ("round", &[T::Numeric, T::Int4], T::Numeric, &decimal::ROUND),
    ("rpad", &[T::Text, T::Int4], T::Text, &text::RPAD),
    ("rpad", &[T::Text, T::Int4, T::Text], T::Text, &text::RPAD),
    ("rtrim", &[T::Text], T::Text, &text::RTRIM),
    ("rtrim", &[T::Text, T::Text], T::Text, &text::RTRIM),
    ("session_user", &[], T::Name, &catalog::CURRENT_USER),
    ("setval", &[T::Regclass, T::Int8], T::Int8, &sequence::SETVAL),
    ("setval", &[T::Regclass, T::Int8, T::Bool], T::Int8, &sequence::SETVAL),
    ("sign", &[T::Float8], T::Float8, &math::SIGN),
    ("sign", &[T::Numeric], T::Numeric, &decimal::SIGN),
    ("split_part", &[T::Text, T::Text, T::Int4], T::Text, &text::SPLIT_PART),
    ("sqrt", &[T::Float8], T::Float8, &math::SQRT),
    ("sqrt", &[T::Numeric], T::Numeric, &decimal::SQRT),
    ("starts_with", &[T::Text, T::Text], T::Bool, &text::STARTS_WITH),
    ("statement_timestamp", &[], T::Timestamptz, &time::NOW),
    ("strpos", &[T::Text, T::Text], T::Int4, &text::STRPOS),
    ("substr", &[T::Text, T::Int4], T::Text, &text::SUBSTR),
    ("substr", &[T::Text, T::Int4, T::Int4], T::Text, &text::SUBSTR),
    ("substring", &[T::Text, T::Text], T::Text, &regex::SUBSTRING),
    ("substring", &[T::Text, T::Int4], T::Text, &text::SUBSTR),
    ("substring", &[T::Text, T::Int4, T::Int4], T::Text, &text::SUBSTR),
    ("to_char", &[T::Timestamp, T::Text], T::Text, &super::postgresql_format::MOMENT),
    ("to_char", &[T::Timestamptz, T::Text], T::Text, &super::postgresql_format::MOMENT),
    ("to_char", &[T::Numeric, T::Text], T::Text, &super::postgresql_format::NUMBER),
    ("to_char", &[T::Int4, T::Text], T::Text, &super::postgresql_format::NUMBER),
    ("to_regclass", &[T::Text], T::Regclass, &catalog::TO_REGCLASS),
    ("transaction_timestamp", &[], T::Timestamptz, &time::NOW),
    ("translate", &[T::Text, T::Text, T::Text], T::Text, &text::TRANSLATE),
    ("trunc", &[T::Float8], T::Float8, &math::TRUNC),
    ("trunc", &[T::Numeric], T::Numeric, &decimal::TRUNC),
    ("trunc", &[T::Numeric, T::Int4], T::Numeric, &decimal::TRUNC),
    ("upper", &[T::Text], T::Text, &text::UPPER),
    ("uuid_generate_v4", &[], T::Uuid, &catalog::RANDOM_UUID),
    ("version", &[], T::Text, &catalog::VERSION),
];

/// Functions that PostgreSQL has and the engine does not, and that are met often.
const KNOWN: &str = " abbrev acos acosd acosh area array_agg array_append array_cat array_length \
    array_position array_prepend array_remove array_to_string asin asind asinh atan atan2 \
    atan2d atand atanh bit_count bit_length box broadcast cardinality casefold cbrt center \
    cidr circle col_description convert convert_from convert_to cos cosd cosh cot cotd \
    crc32 crc32c cume_dist current_query current_schemas datemultirange decode degrees \
    dense_rank diameter div encode enum_first enum_last enum_range erf erfc factorial \
    family first_value format gamma gcd generate_series generate_subscripts get_bit \
    get_byte hashtext height host inet inet_client_addr inet_server_addr int4multirange \
    int8multirange isfinite json_agg json_build_array json_build_object json_object_agg \
    jsonb_agg jsonb_array_elements jsonb_each jsonb_object_agg jsonb_set justify_days \
    justify_hours justify_interval lag last_value lcm lead lgamma line lo_create lo_import \
    log10 lseg make_date make_interval masklen md5 min_scale money multirange netmask \
    network normalize nth_value ntile num_nonnulls num_nulls nummultirange numnode numrange \
    obj_description overlaps overlay parse_ident path percent_rank pg_advisory_lock \
    pg_advisory_xact_lock pg_sleep pg_table_size pg_typeof phraseto_tsquery plainto_tsquery \
    point polygon querytree quote_nullable radians radius random_normal range_merge rank \
    regexp_matches regexp_split_to_table row row_number row_security_active row_to_json \
    scale set_bit set_byte set_config setseed setweight sha224 sha256 sha384 sha512 sin \
    sind sinh stddev string_to_array string_to_table strip tan tand tanh timeofday timezone \
    to_char to_date to_json to_jsonb to_number to_timestamp trim_array trim_scale \
    tsmultirange tstzmultirange txid_current unicode_version unistr unnest \
    uuid_extract_timestamp uuid_extract_version variance websearch_to_tsquery width \
    width_bucket xml xmlcomment xpath ";

/// Whether PostgreSQL has a function of that name.
fn is_known(name: &str) -> bool {
    !name.contains(' ') && KNOWN.contains(&[" ", name, " "].concat())
}

/// The error for a call that no function fits.
fn missing(name: &str, star: bool, args: &[Bound]) -> ErrorKind {
    // Families of which the engine has a part.
    let families = ["json", "pg_", "array_", "to_", "ts_", "date_", "make_", "txid_", "has_"];
    if is_known(name) || families.iter().any(|f| name.starts_with(f)) {
        return ErrorKind::unsupported(["function ", name].concat());
    }
    let name = if name == "extract" { "pg_catalog.extract" } else { name };
    let args = match star {
        true => Vec::new(),
        false => args.iter().map(|a| sql_name(&a.ty)).collect(),
    };
    ErrorKind::NoSuchFunction { name: name.to_string(), args }
}

/// The error for a call that several functions fit as well as each other.
pub(super) fn ambiguous(name: &str, args: &[Bound]) -> ErrorKind {
    let hint =
        "Could not choose a best candidate function. You might need to add explicit type casts.";
    let name = if name == "extract" { "pg_catalog.extract" } else { name };
    let args = vec!["unknown"; args.len()].join(", ");
    ErrorKind::Report(Box::new(Report {
        hint: Some(hint.to_string()),
        has_position: true,
        ..report("42725", format!("function {name}({args}) is not unique"))
    }))
}

/// Functions of which several take a value without a type, in this place, and none is preferred.
const AMBIGUOUS: [(&str, usize); 7] = [
    ("date_part", 1),
    ("date_trunc", 1),
    ("extract", 1),
    ("isfinite", 0),
    ("timezone", 1),
    ("to_char", 0),
    ("trunc", 0),
];

/// A call of a scalar function.
pub(super) fn function(call: Call<'_>) -> Bind<Bound> {
    if let Some((_, at)) = AMBIGUOUS.iter().find(|(name, _)| *name == call.name)
        && call.args.len() <= 2
        && call.args.get(*at).is_some_and(|arg| arg.ty == Type::Unknown)
    {
        return Err(ambiguous(call.name, &call.args));
    }
    if let Some(bound) = special(&call) {
        return bound;
    }
    let fits = |entry: &&Entry| {
        entry.0 == call.name
            && entry.1.len() == call.args.len()
            && entry.1.iter().zip(&call.args).all(|(t, a)| takes(*t, &a.ty))
    };
    // The most arguments that need no conversion; of equals the first, numbers growing.
    let exact = |entry: &&Entry| {
        let pairs = entry.1.iter().zip(&call.args);
        // A literal without a type is rather text.
        let fits =
            |(t, a): &(&T, &Bound)| same(&t.ty(), &a.ty) || a.ty == Type::Unknown && **t == T::Text;
        pairs.filter(fits).count()
    };
    let mut best: Option<&Entry> = None;
    for entry in FUNCTIONS.iter().filter(fits) {
        if best.is_none_or(|known| exact(&entry) > exact(&known)) {
            best = Some(entry);
        }
    }
    let Some((_, types, gives, function)) = best else {
        return Err(missing(call.name, call.star, &call.args));
    };
    let mut args = Vec::with_capacity(types.len());
    for (t, arg) in types.iter().zip(call.args) {
        args.push(argument(*t, arg)?);
    }
    let exprs: Vec<Expr> = args.iter().map(|a| a.expr.clone()).collect();
    Ok(result(Expr::Call(function, exprs.into()), gives.ty(), &args))
}

fn takes(wanted: T, given: &Type) -> bool {
    wanted == T::Any || is_implicit(given, &wanted.ty()) || wanted == T::Regclass && is_text(given)
}

fn argument(wanted: T, given: Bound) -> Bind<Bound> {
    match wanted {
        T::Any => Ok(given),
        T::Regclass if is_text(&given.ty) || given.ty == Type::Unknown => {
            let expr = Expr::Call(&catalog::REGCLASS, Rc::from([given.expr]));
            Ok(Bound::new(expr, wanted.ty()))
        }
        _ => coerce(given, &wanted.ty()),
    }
}

/// Calls whose types follow rules of their own.
fn special(call: &Call<'_>) -> Option<Bind<Bound>> {
    let args = || call.args.clone();
    let made = super::postgresql_array::function(call);
    if let Some(made) = made.or_else(|| json_text::function(call.name, args())) {
        return Some(made);
    }
    Some(match (call.name, call.args.len()) {
        ("coalesce", 1..) | ("array", 2) => coalesce(args()),
        ("nullif", 2) => nullif(args()),
        ("greatest", 1..) => extreme(args(), true),
        ("least", 1..) => extreme(args(), false),
        ("concat", 1..) => anything(args(), &text::CONCAT),
        ("concat_ws", 2..) => anything(args(), &text::CONCAT_WS),
        ("format", 1..) => anything(args(), &text::FORMAT),
        ("jsonb_build_array", _) => args()
            .into_iter()
            .map(json_text::texted)
            .collect::<Bind<Vec<Expr>>>()
            .map(|args| Bound::new(Expr::Call(&json::BUILD_ARRAY, args.into()), Type::Jsonb)),
        ("jsonb_array_length", 1) => as_jsonb(call, &json::LENGTH, INT),
        ("jsonb_set", 3 | 4) => {
            let texts = Type::Array(Rc::new(Type::Text));
            let wanted = [Type::Jsonb, texts, Type::Jsonb, Type::Bool];
            if !call.args.iter().zip(&wanted).all(|(a, ty)| is_implicit(&a.ty, ty)) {
                let (name, types) =
                    (call.name.to_string(), call.args.iter().map(|a| sql_name(&a.ty)));
                return Some(Err(ErrorKind::NoSuchFunction { name, args: types.collect() }));
            }
            let made: Bind<Vec<Bound>> =
                args().into_iter().zip(&wanted).map(|(a, ty)| coerce(a, ty)).collect();
            made.and_then(|args| anything_as(args, &json::SET, Type::Jsonb))
        }
        ("jsonb_build_object", _) => {
            if call.args.len() % 2 == 1 {
                return Some(Err(json_text::odd_arguments(call.name)));
            }
            let parts = args().into_iter().enumerate().map(|(at, arg)| match at % 2 {
                0 => Ok(arg.expr),
                _ => json_text::texted(arg),
            });
            parts
                .collect::<Bind<Vec<Expr>>>()
                .map(|args| Bound::new(Expr::Call(&json::BUILD_OBJECT, args.into()), Type::Jsonb))
        }
        ("enum_range" | "enum_first" | "enum_last", 1) => {
            let ty = call.args[0].ty.clone();
            let Type::Enum(labels) = &ty else { return None };
            let all: Vec<Value> = labels
                .labels
                .iter()
                .filter_map(|label| enumeration::value(labels, label))
                .collect();
            let (value, ty) = match call.name {
                "enum_range" => (crate::types::array::value(&all), Type::Array(Rc::new(ty))),
                "enum_first" => (all.into_iter().next().unwrap_or_default(), ty),
                _ => (all.into_iter().next_back().unwrap_or_default(), ty),
            };
            Ok(Bound::constant(value, ty))
        }
        ("jsonb_typeof", 1) => as_jsonb(call, &json::TYPE_OF, Type::Text),
        ("abs", 1) if matches!(call.args[0].ty, Type::Float4 | Type::Int { bits: 16, .. }) => {
            let one = call.args[0].clone();
            Ok(one.with(Expr::Call(&math::ABS, Rc::from([one.expr.clone()]))))
        }
        ("exp" | "ln" | "log", _)
            if call.args.len() == 2
                || call.args.iter().any(|a| matches!(a.ty, Type::Decimal { .. })) =>
        {
            Err(ErrorKind::unsupported([call.name, " of numeric"].concat()))
        }
        ("pg_typeof", 1) => {
            let ty = &call.args[0].ty;
            let names = [super::postgresql_types::type_name(ty), sql_name(ty)];
            let names = names.map(|name| Expr::Const(Value::text(&name)));
            let expr = Expr::Call(&catalog::REGTYPE, Rc::new(names));
            Ok(Bound::new(expr, Type::Catalog("regtype")))
        }
        ("int4range" | "int8range" | "daterange" | "tsrange" | "tstzrange", 2 | 3) => {
            range(call.name, args())
        }
        ("lower" | "upper", 1) => match &call.args[0].ty {
            Type::Range(item) => {
                let function = if call.name == "lower" { &LOWER_BOUND } else { &UPPER_BOUND };
                let expr = Expr::Call(function, Rc::from([call.args[0].expr.clone()]));
                Ok(Bound::new(expr, (**item).clone()))
            }
            _ => return None,
        },
        ("isempty", 1) if matches!(call.args[0].ty, Type::Range(_)) => {
            let expr = Expr::Call(&IS_EMPTY, Rc::from([call.args[0].expr.clone()]));
            Ok(Bound::new(expr, Type::Bool))
        }
        ("lower_inc" | "upper_inc" | "lower_inf" | "upper_inf", 1)
            if matches!(call.args[0].ty, Type::Range(_)) =>
        {
            let function = match call.name {
                "lower_inc" => &LOWER_INC,
                "upper_inc" => &UPPER_INC,
                "lower_inf" => &LOWER_INF,
                _ => &UPPER_INF,
            };
            let expr = Expr::Call(function, Rc::from([call.args[0].expr.clone()]));
            Ok(Bound::new(expr, Type::Bool))
        }
        _ => return None,
    })
}

/// A function of one jsonb.
fn as_jsonb(call: &Call<'_>, function: &'static Function, gives: Type) -> Bind<Bound> {
    if !matches!(call.args[0].ty, Type::Jsonb | Type::Unknown) {
        let args = vec![sql_name(&call.args[0].ty)];
        return Err(ErrorKind::NoSuchFunction { name: call.name.to_string(), args });
    }
    let argument = coerce(call.args[0].clone(), &Type::Jsonb)?;
    anything_as(vec![argument], function, gives)
}

fn anything_as(args: Vec<Bound>, function: &'static Function, ty: Type) -> Bind<Bound> {
    let exprs: Vec<Expr> = args.into_iter().map(|a| a.expr).collect();
    Ok(Bound::new(Expr::Call(function, exprs.into()), ty))
}

fn coalesce(args: Vec<Bound>) -> Bind<Bound> {
    let (args, ty) = brought_together(args, "COALESCE")?;
    let exprs: Vec<Expr> = args.iter().map(|a| a.expr.clone()).collect();
    Ok(result(Expr::Coalesce(exprs.into()), ty, &args))
}

fn brought_together(args: Vec<Bound>, what: &str) -> Bind<(Vec<Bound>, Type)> {
    let ty = common_type(&args, what)?;
    let args: Bind<Vec<Bound>> = args.into_iter().map(|a| coerce(a, &ty)).collect();
    Ok((args?, ty))
}

/// Its result has the first argument's type.
fn nullif(args: Vec<Bound>) -> Bind<Bound> {
    let [first, second] = &args[..] else { return Ok(Bound::constant(Value::Null, Type::Unknown)) };
    let first = match first.ty {
        Type::Unknown => coerce(first.clone(), &Type::Text)?,
        _ => first.clone(),
    };
    let compare = super::postgresql_expr::EXPR.compare;
    let equal = compare(CompareOp::Eq, first.with(Expr::Held), second.clone())?;
    let branches = Rc::from([(equal, Expr::Const(Value::Null))]);
    let case = Expr::Case { branches, otherwise: Rc::new(Expr::Held) };
    let expr = Expr::Hold { value: Box::new(first.expr.clone()), body: Box::new(case) };
    Ok(result(expr, first.ty.clone(), &args))
}

/// NULLs are left out.
fn extreme(args: Vec<Bound>, greatest: bool) -> Bind<Bound> {
    let (args, ty) = brought_together(args, if greatest { "GREATEST" } else { "LEAST" })?;
    let collation = common_collation(args.iter(), &BINARY);
    let exprs = args.iter().map(|a| a.expr.clone()).collect();
    let extreme = Extreme { args: exprs, greatest, skip_nulls: true, collation, adjust: None };
    Ok(result(Expr::Extreme(Rc::new(extreme)), ty, &args))
}

/// A text made of values of any type.
fn anything(args: Vec<Bound>, function: &'static Function) -> Bind<Bound> {
    let exprs: Vec<Expr> = args.iter().map(|a| a.expr.clone()).collect();
    Ok(result(Expr::Call(function, exprs.into()), Type::Text, &args))
}

fn range(name: &str, args: Vec<Bound>) -> Bind<Bound> {
    let (item, function): (Type, &'static Function) = match name {
        "int4range" => (INT, &INT4RANGE),
        "int8range" => (BIGINT, &INT8RANGE),
        "daterange" => (Type::Date, &DATERANGE),
        "tsrange" => (T::Timestamp.ty(), &TSRANGE),
        _ => (T::Timestamptz.ty(), &TSTZRANGE),
    };
    let wanted = [&item, &item, &Type::Text];
    if !args.iter().zip(wanted).all(|(arg, wanted)| is_implicit(&arg.ty, wanted)) {
        let types = args.iter().map(|arg| sql_name(&arg.ty)).collect();
        return Err(ErrorKind::NoSuchFunction { name: name.to_string(), args: types });
    }
    let mut exprs = Vec::with_capacity(3);
    for (arg, wanted) in args.into_iter().zip(wanted) {
        exprs.push(coerce(arg, wanted)?.expr);
    }
    Ok(Bound::new(Expr::Call(function, exprs.into()), Type::Range(Rc::new(item))))
}

/// The constructor of one range type; NULL is an infinite bound.
macro_rules! range_function {
    ($name:ident, $label:literal, $element:path) => {
        static $name: Function = Function {
            name: $label,
            strict: false,
            pure: true,
            call: |_, args| make_range($element, args),
        };
    };
}

range_function!(INT4RANGE, "int4range", Element::Int4);
range_function!(INT8RANGE, "int8range", Element::Int8);
range_function!(DATERANGE, "daterange", Element::Date);
range_function!(TSRANGE, "tsrange", Element::Timestamp);
range_function!(TSTZRANGE, "tstzrange", Element::Timestamptz);

fn make_range(of: Element, args: &[Value]) -> Bind<Value> {
    let brackets = args.get(2).map_or_else(|| "[)".to_string(), print);
    let (low, high) = match &*brackets {
        "[]" => (true, true),
        "[)" => (true, false),
        "(]" => (false, true),
        "()" => (false, false),
        _ => return Err(data_error("42601", "invalid range bound flags")),
    };
    let bound = |at: usize, included: bool| Element::bound(&args[at]).map(|n| (n, included));
    super::postgresql_values::new_range(of, bound(0, low), bound(1, high))
}

static LOWER_BOUND: Function = Function {
    name: "lower",
    strict: true,
    pure: true,
    call: |_, args| Ok(bound_of(&args[0], true)),
};
static UPPER_BOUND: Function = Function {
    name: "upper",
    strict: true,
    pure: true,
    call: |_, args| Ok(bound_of(&args[0], false)),
};
static IS_EMPTY: Function = Function {
    name: "isempty",
    strict: true,
    pure: true,
    call: |_, args| {
        let range = crate::types::range::Range::from_value(&args[0]);
        Ok(range.map_or(Value::Null, |range| Value::Bool(range.empty)))
    },
};

/// Whether a bound belongs to the range, or there is none.
macro_rules! bound_test {
    ($name:ident, $label:literal, $side:ident, $included:literal) => {
        static $name: Function = Function {
            name: $label,
            strict: true,
            pure: true,
            call: |_, args| {
                let range = crate::types::range::Range::from_value(&args[0]);
                Ok(range.map_or(Value::Null, |range| {
                    let included = range.$side.map(|(_, included)| included);
                    let holds = if $included { included == Some(true) } else { included.is_none() };
                    Value::Bool(holds && !range.empty)
                }))
            },
        };
    };
}

bound_test!(LOWER_INC, "lower_inc", low, true);
bound_test!(UPPER_INC, "upper_inc", high, true);
bound_test!(LOWER_INF, "lower_inf", low, false);
bound_test!(UPPER_INF, "upper_inf", high, false);

fn bound_of(value: &Value, low: bool) -> Value {
    let Some(range) = crate::types::range::Range::from_value(value) else { return Value::Null };
    let bound = if low { range.low } else { range.high };
    bound.map_or(Value::Null, |(n, _)| range.of.value(n))
}

/// `CURRENT_TIMESTAMP` and its like.
pub(super) fn current(word: &str) -> Bind<Bound> {
    let (function, ty): (&'static Function, Type) = match word {
        "CURRENT_DATE" => (&time::CURRENT_DATE, Type::Date),
        "LOCALTIME" => (&time::LOCAL_TIME, Type::Time),
        "LOCALTIMESTAMP" => (&time::LOCAL_TIMESTAMP, T::Timestamp.ty()),
        "CURRENT_TIMESTAMP" => (&time::NOW, T::Timestamptz.ty()),
        "CURRENT_USER" | "SESSION_USER" | "USER" | "CURRENT_ROLE" => {
            (&catalog::CURRENT_USER, T::Name.ty())
        }
        "CURRENT_SCHEMA" => (&catalog::CURRENT_SCHEMA, T::Name.ty()),
        "CURRENT_CATALOG" => (&catalog::CURRENT_DATABASE, T::Name.ty()),
        other => return Err(ErrorKind::unsupported(other.to_string())),
    };
    Ok(Bound::new(Expr::Call(function, Rc::from([])), ty))
}

/// A function in FROM.
pub(super) fn table_function(name: &str, args: Vec<Bound>) -> Bind<TableFunction> {
    let item = |arg: &Bound| match &arg.ty {
        Type::Array(item) => Some(column(name, (**item).clone())),
        _ => None,
    };
    if let ("unnest", true, Some(columns)) =
        (name, !args.is_empty(), args.iter().map(item).collect())
    {
        let args = args.into_iter().map(|a| a.expr).collect();
        return Ok(TableFunction {
            call: |_, args| Ok(super::postgresql_array::rows(args)),
            args,
            columns,
        });
    }
    if let (
        "jsonb_array_elements"
        | "jsonb_array_elements_text"
        | "jsonb_each"
        | "jsonb_each_text"
        | "jsonb_object_keys",
        [one],
    ) = (name, &args[..])
        && matches!(one.ty, Type::Jsonb | Type::Unknown)
    {
        let exprs = vec![coerce(one.clone(), &Type::Jsonb)?.expr];
        let ty = if name.ends_with("_text") { Type::Text } else { Type::Jsonb };
        let mut columns = vec![column("value", ty)];
        let call: crate::plan::node::TableCall = match name {
            "jsonb_array_elements" => |_, args| json::elements(args, false),
            "jsonb_array_elements_text" => |_, args| json::elements(args, true),
            "jsonb_each" => |_, args| json::members(args, false),
            _ => |_, args| json::members(args, true),
        };
        if name.starts_with("jsonb_each") {
            columns.insert(0, column("key", Type::Text));
        } else if name == "jsonb_object_keys" {
            columns = vec![column(name, Type::Text)];
            let call: crate::plan::node::TableCall = |_, args| {
                let mut rows = json::members(args, true)?;
                rows.iter_mut().for_each(|row| row.truncate(1));
                Ok(rows)
            };
            return Ok(TableFunction { call, args: exprs, columns });
        }
        return Ok(TableFunction { call, args: exprs, columns });
    }
    if let (Some(call), 2 | 3) = (regex::rows_of(name), args.len()) {
        let texts: Bind<Vec<Expr>> =
            args.into_iter().map(|a| argument(T::Text, a).map(|a| a.expr)).collect();
        let ty = if name == "regexp_matches" { T::Texts } else { T::Text };
        return Ok(TableFunction { call, args: texts?, columns: vec![column(name, ty.ty())] });
    }
    if name != "generate_series" || !matches!(args.len(), 2 | 3) {
        return Err(missing(name, false, &args));
    }
    let moments = args.iter().any(|a| matches!(a.ty, Type::Date | Type::Timestamp { .. }));
    let (ty, step) = match moments {
        true => {
            let zone = !args.iter().any(|a| matches!(a.ty, Type::Timestamp { zone: false, .. }));
            (Type::Timestamp { zone, fraction: 6 }, Type::Interval)
        }
        false => {
            let whole = common_type(&args, "generate_series")?;
            let ty = match whole {
                Type::Int { bits: 64, .. } => BIGINT,
                Type::Int { .. } | Type::Text => INT,
                _ => return Err(ErrorKind::unsupported("generate_series of this type")),
            };
            (ty.clone(), ty)
        }
    };
    let mut exprs = Vec::with_capacity(3);
    for (at, arg) in args.into_iter().enumerate() {
        exprs.push(coerce(arg, if at < 2 { &ty } else { &step })?.expr);
    }
    let columns = vec![column(name, ty)];
    let call: crate::plan::node::TableCall =
        if moments { |_, args| moment_series(args) } else { |_, args| series(args) };
    Ok(TableFunction { call, args: exprs, columns })
}

/// Moments an interval apart.
fn moment_series(args: &[Value]) -> Bind<Vec<Vec<Value>>> {
    use crate::types::datetime;
    let (from, to) = (datetime::number_of(&args[0]), datetime::number_of(&args[1]));
    let step = args.get(2).and_then(crate::types::interval::Interval::of);
    let (Some(mut at), Some(to), Some(step), Value::Other(ops, _)) = (from, to, step, &args[0])
    else {
        return Ok(Vec::new());
    };
    let next =
        |at: i64| step.after(at).ok_or_else(|| data_error("22008", "timestamp out of range"));
    let up = next(at)? > at;
    if next(at)? == at {
        return Err(data_error("22023", "step size cannot equal zero"));
    }
    let mut rows = Vec::new();
    while if up { at <= to } else { at >= to } {
        if rows.len() >= MOST_ROWS {
            return Err(ErrorKind::Limit { what: "rows" });
        }
        rows.push(vec![datetime::value(ops, at)]);
        at = next(at)?;
    }
    Ok(rows)
}

/// A column of what a function gives.
pub(super) fn column(name: &str, ty: Type) -> ResultColumn {
    let (origin, declared) = (None, Rc::from(""));
    ResultColumn { name: Rc::from(name), origin, ty, declared, collation: &BINARY, collates: false }
}

/// Most rows that generate_series makes.
const MOST_ROWS: usize = 1_000_000;

fn series(args: &[Value]) -> Bind<Vec<Vec<Value>>> {
    let (Value::Int(from), Value::Int(to)) = (&args[0], &args[1]) else { return Ok(Vec::new()) };
    let step = match args.get(2) {
        None => 1,
        Some(Value::Int(0)) => return Err(data_error("22023", "step size cannot equal zero")),
        Some(Value::Int(step)) => *step,
        Some(_) => return Ok(Vec::new()),
    };
    let mut rows = Vec::new();
    let mut at = *from;
    while if step > 0 { at <= *to } else { at >= *to } {
        if rows.len() >= MOST_ROWS {
            return Err(ErrorKind::Limit { what: "rows" });
        }
        rows.push(vec![Value::Int(at)]);
        let Some(next) = at.checked_add(step) else { break };
        at = next;
    }
    Ok(rows)
}

/// Functions that take arguments of any type, from this one on.
pub(super) static TAKES_ANY: &[(&str, usize)] = &[
    ("concat", 0),
    ("concat_ws", 1),
    ("count", 0),
    ("format", 1),
    ("json_build_array", 0),
    ("json_build_object", 0),
    ("jsonb_build_array", 0),
    ("jsonb_build_object", 0),
    ("num_nonnulls", 0),
    ("num_nulls", 0),
    ("pg_typeof", 0),
];
