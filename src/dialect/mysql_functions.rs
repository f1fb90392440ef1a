//! MySQL: the names of functions (manual, "Functions and Operators").

use std::rc::Rc;

use super::mysql_compare::{adjust, collation_of};
use super::mysql_date;
use super::mysql_expr::{BIGINT, Class, TO_TEXT, call, class, common};
use super::mysql_more as more;
use super::mysql_types::{BIT, DEFAULT_COLLATION, VERSION};
use super::{mysql_json, mysql_regex};
use crate::collation::BINARY;
use crate::error::ErrorKind;
use crate::functions::{
    aggregate as agg, decimal_aggregate as exact_agg, exact, info, math, mysql_text, text,
};
use crate::plan::expr::{AggregateUse, Bind, Bound, Call, Collated};
use crate::plan::function::Function;
use crate::plan::node::{Expr, Extreme};
use crate::types::Type;
use crate::value::Value;

/// What a function gives.
#[derive(Clone, Copy)]
enum Gives {
    Int,
    Float,
    /// Text, whose collation is that of the arguments.
    Text,
    Bytes,
    Json,
    Date,
    Time,
    Moment,
    /// What its first argument is, text counting as a double.
    Number,
}

#[derive(Clone, Copy)]
enum Make {
    Call(&'static Function, Gives),
    Build(fn(Vec<Bound>) -> Bind<Bound>),
}

/// Name, least and greatest number of arguments.
type Entry = (&'static str, usize, usize, Make);

const ANY: usize = 255;

const fn of(
    name: &'static str,
    least: usize,
    most: usize,
    f: &'static Function,
    g: Gives,
) -> Entry {
    (name, least, most, Make::Call(f, g))
}

const fn build(
    name: &'static str,
    least: usize,
    most: usize,
    f: fn(Vec<Bound>) -> Bind<Bound>,
) -> Entry {
    (name, least, most, Make::Build(f))
}

static FUNCTIONS: &[Entry] = &[
    build(":=", 2, 2, |args| {
        let mut args = args.into_iter();
        let (Some(name), Some(value)) = (args.next(), args.next()) else {
            return Err(ErrorKind::RowMisused);
        };
        let expr = call(&info::SET_USER_VARIABLE, vec![name.expr, value.expr]);
        Ok(Bound { collation: value.collation, ..Bound::new(expr, value.ty) })
    }),
    of("abs", 1, 1, &exact::ABS, Gives::Number),
    of("acos", 1, 1, &math::ACOS, Gives::Float),
    build("adddate", 2, 2, |args| mysql_date::add(args, 1)),
    build("any_value", 1, 1, |mut args| Ok(args.swap_remove(0))),
    of("ascii", 1, 1, &mysql_text::ASCII, Gives::Int),
    of("asin", 1, 1, &math::ASIN, Gives::Float),
    of("atan", 1, 1, &math::ATAN, Gives::Float),
    of("atan2", 2, 2, &math::ATAN2, Gives::Float),
    of("ceil", 1, 1, &exact::CEIL, Gives::Number),
    of("ceiling", 1, 1, &exact::CEIL, Gives::Number),
    of("char_length", 1, 1, &mysql_text::CHAR_LENGTH, Gives::Int),
    of("character_length", 1, 1, &mysql_text::CHAR_LENGTH, Gives::Int),
    build("coalesce", 1, ANY, coalesce),
    of("concat", 1, ANY, &text::CONCAT_STRICT, Gives::Text),
    of("bin", 1, 1, &more::BIN, Gives::Text),
    of("bit_count", 1, 1, &more::BIT_COUNT, Gives::Int),
    of("conv", 3, 3, &more::CONV, Gives::Text),
    of("crc32", 1, 1, &more::CRC32, Gives::Int),
    of("format", 2, 2, &more::FORMAT, Gives::Text),
    build("format", 3, 3, |_| Err(ErrorKind::unsupported("FORMAT for a locale"))),
    of("from_base64", 1, 1, &more::FROM_BASE64, Gives::Bytes),
    of("get_lock", 2, 2, &more::ONE, Gives::Int),
    of("release_lock", 1, 1, &more::ONE, Gives::Int),
    of("addtime", 2, 2, &more::ADDTIME, Gives::Text),
    of("subtime", 2, 2, &more::SUBTIME, Gives::Text),
    of("maketime", 3, 3, &more::MAKETIME, Gives::Time),
    of("convert_tz", 3, 3, &more::CONVERT_TZ, Gives::Moment),
    of("from_days", 1, 1, &more::FROM_DAYS, Gives::Date),
    of("period_add", 2, 2, &more::PERIOD_ADD, Gives::Int),
    of("period_diff", 2, 2, &more::PERIOD_DIFF, Gives::Int),
    of("char", 1, ANY, &more::CHAR, Gives::Bytes),
    of("ord", 1, 1, &more::ORD, Gives::Int),
    of("inet_aton", 1, 1, &more::INET_ATON, Gives::Int),
    of("inet_ntoa", 1, 1, &more::INET_NTOA, Gives::Text),
    of("is_free_lock", 1, 1, &more::ONE, Gives::Int),
    of("makedate", 2, 2, &more::MAKEDATE, Gives::Date),
    of("md5", 1, 1, &more::MD5, Gives::Text),
    of("oct", 1, 1, &more::OCT, Gives::Text),
    of("sec_to_time", 1, 1, &more::SEC_TO_TIME, Gives::Time),
    of("sha", 1, 1, &more::SHA1, Gives::Text),
    of("sha1", 1, 1, &more::SHA1, Gives::Text),
    of("sha2", 2, 2, &more::SHA2, Gives::Text),
    of("sleep", 1, 1, &more::ZERO, Gives::Int),
    build("str_to_date", 2, 2, more::str_to_date),
    of("time_to_sec", 1, 1, &more::TIME_TO_SEC, Gives::Int),
    of("timediff", 2, 2, &more::TIMEDIFF, Gives::Time),
    of("to_base64", 1, 1, &more::TO_BASE64, Gives::Text),
    of("uuid_to_bin", 1, 2, &more::UUID_TO_BIN, Gives::Bytes),
    of("bin_to_uuid", 1, 2, &more::BIN_TO_UUID, Gives::Text),
    of("json_merge_patch", 2, 2, &mysql_json::MERGE_PATCH, Gives::Json),
    of("json_contains_path", 3, 3, &mysql_json::CONTAINS_PATH, Gives::Int),
    of("concat_ws", 2, ANY, &text::CONCAT_WS, Gives::Text),
    build("connection_id", 0, 0, |_| Ok(Bound::constant(Value::Int(8), BIGINT))),
    of("cos", 1, 1, &math::COS, Gives::Float),
    build("curdate", 0, 0, mysql_date::today),
    build("current_date", 0, 0, mysql_date::today),
    build("current_time", 0, 1, mysql_date::time_of_day),
    build("current_timestamp", 0, 1, mysql_date::now),
    build("curtime", 0, 1, mysql_date::time_of_day),
    build("current_user", 0, 0, user),
    of("database", 0, 0, &super::mysql_database::DATABASE, Gives::Text),
    of("date", 1, 1, &mysql_date::TO_DATE, Gives::Date),
    build("date_add", 2, 2, |args| mysql_date::add(args, 1)),
    of("date_format", 2, 2, &mysql_date::DATE_FORMAT, Gives::Text),
    build("date_sub", 2, 2, |args| mysql_date::add(args, -1)),
    of("datediff", 2, 2, &mysql_date::DATEDIFF, Gives::Int),
    of("day", 1, 1, &mysql_date::DAY_OF_MONTH, Gives::Int),
    of("dayname", 1, 1, &mysql_date::DAYNAME, Gives::Text),
    of("dayofmonth", 1, 1, &mysql_date::DAY_OF_MONTH, Gives::Int),
    of("dayofweek", 1, 1, &mysql_date::DAY_OF_WEEK, Gives::Int),
    of("dayofyear", 1, 1, &mysql_date::DAY_OF_YEAR, Gives::Int),
    of("degrees", 1, 1, &math::DEGREES, Gives::Float),
    of("elt", 2, ANY, &mysql_text::ELT, Gives::Text),
    of("exp", 1, 1, &exact::EXP, Gives::Float),
    build("extract", 2, 2, mysql_date::extract),
    of("field", 2, ANY, &mysql_text::FIELD, Gives::Int),
    of("find_in_set", 2, 2, &mysql_text::FIND_IN_SET, Gives::Int),
    of("floor", 1, 1, &exact::FLOOR, Gives::Number),
    build("from_unixtime", 1, 2, mysql_date::from_unixtime),
    build("greatest", 2, ANY, |args| Ok(extreme(args, true))),
    build("hex", 1, 1, |mut args| {
        let digits = call(&mysql_text::HEX, vec![args.swap_remove(0).expr]);
        Ok(Bound::new(digits, Type::Text))
    }),
    of("hour", 1, 1, &mysql_date::HOUR, Gives::Int),
    build("if", 3, 3, conditional),
    build("ifnull", 2, 2, coalesce),
    of("insert", 4, 4, &mysql_text::INSERT, Gives::Text),
    of("instr", 2, 2, &mysql_text::INSTR, Gives::Int),
    build("isnull", 1, 1, is_null),
    build("json_array", 0, ANY, mysql_json::array),
    build("json_array_append", 3, ANY, mysql_json::append),
    of("json_contains", 2, 3, &mysql_json::CONTAINS, Gives::Int),
    of("json_extract", 2, ANY, &mysql_json::EXTRACT, Gives::Json),
    build("json_insert", 3, ANY, mysql_json::insert),
    of("json_keys", 1, 2, &mysql_json::KEYS, Gives::Json),
    of("json_length", 1, 2, &mysql_json::LENGTH, Gives::Int),
    build("json_object", 0, ANY, mysql_json::object),
    of("json_quote", 1, 1, &mysql_json::QUOTE, Gives::Text),
    of("json_remove", 2, ANY, &mysql_json::REMOVE, Gives::Json),
    build("json_replace", 3, ANY, mysql_json::replace),
    build("json_set", 3, ANY, mysql_json::set),
    of("json_type", 1, 1, &mysql_json::TYPE, Gives::Text),
    of("json_unquote", 1, 1, &mysql_json::UNQUOTE, Gives::Text),
    of("json_valid", 1, 1, &mysql_json::VALID, Gives::Int),
    of("last_day", 1, 1, &mysql_date::LAST_DAY, Gives::Date),
    of("last_insert_id", 0, 0, &info::LAST_INSERT_ID, Gives::Int),
    of("last_insert_id", 1, 1, &info::SET_LAST_INSERT_ID, Gives::Int),
    of("lcase", 1, 1, &text::LOWER, Gives::Text),
    build("least", 2, ANY, |args| Ok(extreme(args, false))),
    of("left", 2, 2, &mysql_text::LEFT, Gives::Text),
    of("length", 1, 1, &text::OCTET_LENGTH, Gives::Int),
    of("ln", 1, 1, &math::LN, Gives::Float),
    build("localtime", 0, 1, mysql_date::now),
    build("localtimestamp", 0, 1, mysql_date::now),
    of("locate", 2, 3, &mysql_text::LOCATE, Gives::Int),
    of("log", 1, 1, &math::LN, Gives::Float),
    of("log", 2, 2, &math::LOG_BASE, Gives::Float),
    of("log10", 1, 1, &math::LOG10, Gives::Float),
    of("log2", 1, 1, &math::LOG2, Gives::Float),
    of("lower", 1, 1, &text::LOWER, Gives::Text),
    of("lpad", 3, 3, &mysql_text::LPAD, Gives::Text),
    of("ltrim", 1, 1, &text::LTRIM, Gives::Text),
    of("microsecond", 1, 1, &mysql_date::MICROSECOND, Gives::Int),
    of("mid", 3, 3, &mysql_text::SUBSTRING, Gives::Text),
    of("minute", 1, 1, &mysql_date::MINUTE, Gives::Int),
    of("mod", 2, 2, &exact::REMAINDER, Gives::Number),
    of("month", 1, 1, &mysql_date::MONTH, Gives::Int),
    of("monthname", 1, 1, &mysql_date::MONTHNAME, Gives::Text),
    build("now", 0, 1, mysql_date::now),
    build("nullif", 2, 2, nullif),
    of("octet_length", 1, 1, &text::OCTET_LENGTH, Gives::Int),
    of("pi", 0, 0, &math::PI, Gives::Float),
    of("position", 2, 2, &mysql_text::LOCATE, Gives::Int),
    of("pow", 2, 2, &exact::POW, Gives::Float),
    of("power", 2, 2, &exact::POW, Gives::Float),
    of("quarter", 1, 1, &mysql_date::QUARTER, Gives::Int),
    of("quote", 1, 1, &QUOTE, Gives::Text),
    of("radians", 1, 1, &math::RADIANS, Gives::Float),
    of("rand", 0, 1, &info::RANDOM_REAL, Gives::Float),
    of("regexp_instr", 2, 2, &mysql_regex::INSTR, Gives::Int),
    of("regexp_like", 2, 3, &mysql_regex::MATCH_FOLD, Gives::Int),
    of("regexp_replace", 3, 3, &mysql_regex::REPLACE, Gives::Text),
    of("regexp_substr", 2, 2, &mysql_regex::SUBSTR, Gives::Text),
    of("repeat", 2, 2, &text::REPEAT, Gives::Text),
    of("replace", 3, 3, &text::REPLACE, Gives::Text),
    of("reverse", 1, 1, &text::REVERSE, Gives::Text),
    of("right", 2, 2, &mysql_text::RIGHT, Gives::Text),
    of("round", 1, 2, &exact::ROUND, Gives::Number),
    of("row_count", 0, 0, &info::CHANGES, Gives::Int),
    of("rpad", 3, 3, &mysql_text::RPAD, Gives::Text),
    of("rtrim", 1, 1, &text::RTRIM, Gives::Text),
    of("schema", 0, 0, &super::mysql_database::DATABASE, Gives::Text),
    of("second", 1, 1, &mysql_date::SECOND, Gives::Int),
    build("sign", 1, 1, |args| Ok(Bound { ty: BIGINT, ..made(&math::SIGN, Gives::Float, args) })),
    of("sin", 1, 1, &math::SIN, Gives::Float),
    of("space", 1, 1, &mysql_text::SPACE, Gives::Text),
    of("sqrt", 1, 1, &math::SQRT, Gives::Float),
    of("strcmp", 2, 2, &mysql_text::STRCMP, Gives::Int),
    build("subdate", 2, 2, |args| mysql_date::add(args, -1)),
    of("substr", 2, 3, &mysql_text::SUBSTRING, Gives::Text),
    of("substring", 2, 3, &mysql_text::SUBSTRING, Gives::Text),
    of("substring_index", 3, 3, &mysql_text::SUBSTRING_INDEX, Gives::Text),
    build("sysdate", 0, 1, mysql_date::now),
    of("tan", 1, 1, &math::TAN, Gives::Float),
    of("time", 1, 1, &mysql_date::TO_TIME, Gives::Time),
    of("timestamp", 1, 1, &mysql_date::TIMESTAMP, Gives::Moment),
    of("timestamp", 2, 2, &more::ADDTIME, Gives::Moment),
    build("timestampadd", 3, 3, mysql_date::timestamp_add),
    of("timestampdiff", 3, 3, &mysql_date::TIMESTAMPDIFF, Gives::Int),
    of("to_days", 1, 1, &mysql_date::TO_DAYS, Gives::Int),
    of("to_seconds", 1, 1, &mysql_date::TO_SECONDS, Gives::Int),
    of("trim", 1, 1, &text::TRIM, Gives::Text),
    of("trim", 3, 3, &mysql_text::TRIM, Gives::Text),
    of("truncate", 2, 2, &exact::TRUNCATE, Gives::Number),
    of("ucase", 1, 1, &text::UPPER, Gives::Text),
    of("unhex", 1, 1, &text::UNHEX, Gives::Bytes),
    build("unix_timestamp", 0, 0, mysql_date::unix_now),
    of("unix_timestamp", 1, 1, &mysql_date::UNIX_TIMESTAMP, Gives::Int),
    of("upper", 1, 1, &text::UPPER, Gives::Text),
    build("user", 0, 0, user),
    build("utc_date", 0, 0, mysql_date::today),
    build("utc_time", 0, 1, mysql_date::time_of_day),
    build("utc_timestamp", 0, 1, mysql_date::now),
    build("version", 0, 0, |_| Ok(Bound::constant(Value::text(VERSION), Type::Text))),
    build("uuid", 0, 0, |_| {
        let made = call(&super::postgresql_catalog::RANDOM_UUID, Vec::new());
        Ok(Bound::new(call(&TO_TEXT, vec![made]), Type::Varchar(36)))
    }),
    of("week", 1, 2, &mysql_date::WEEK, Gives::Int),
    of("weekday", 1, 1, &mysql_date::WEEKDAY, Gives::Int),
    build("weekofyear", 1, 1, |mut args| {
        args.push(Bound::constant(Value::Int(3), BIGINT));
        Ok(made(&mysql_date::WEEK, Gives::Int, args))
    }),
    of("year", 1, 1, &mysql_date::YEAR, Gives::Int),
    of("yearweek", 1, 2, &mysql_date::YEARWEEK, Gives::Int),
];

static AGGREGATES: &[&str] = &[
    "avg",
    "bit_and",
    "bit_or",
    "bit_xor",
    "count",
    "group_concat",
    "json_arrayagg",
    "json_objectagg",
    "max",
    "min",
    "std",
    "stddev",
    "stddev_pop",
    "stddev_samp",
    "sum",
    "var_pop",
    "var_samp",
    "variance",
];

/// Whether MySQL has a function of this name, which is not here (Built-In Function and Operator
/// Reference).
fn is_known(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let families = ["json_", "st_", "regexp_", "gtid_", "uuid", "inet", "aes_", "is_ipv", "mbr"];
    families.iter().any(|family| name.starts_with(family)) || KNOWN.contains(&&*name)
}

const KNOWN: &[&str] = &[
    "addtime",
    "any_value",
    "benchmark",
    "bin",
    "bin_to_uuid",
    "bit_count",
    "bit_length",
    "char",
    "charset",
    "coercibility",
    "collation",
    "compress",
    "connection_id",
    "conv",
    "convert_tz",
    "cot",
    "crc32",
    "cume_dist",
    "current_role",
    "dense_rank",
    "elt",
    "export_set",
    "extractvalue",
    "field",
    "find_in_set",
    "first_value",
    "format",
    "format_bytes",
    "found_rows",
    "from_base64",
    "from_days",
    "from_unixtime",
    "get_format",
    "get_lock",
    "grouping",
    "icu_version",
    "insert",
    "interval",
    "is_free_lock",
    "is_used_lock",
    "is_uuid",
    "lag",
    "last_value",
    "lead",
    "load_file",
    "make_set",
    "makedate",
    "maketime",
    "master_pos_wait",
    "md5",
    "name_const",
    "nth_value",
    "ntile",
    "oct",
    "ord",
    "percent_rank",
    "period_add",
    "period_diff",
    "ps_current_thread_id",
    "quote",
    "radians",
    "random_bytes",
    "rank",
    "release_all_locks",
    "release_lock",
    "row_number",
    "sec_to_time",
    "session_user",
    "sha",
    "sha1",
    "sha2",
    "sleep",
    "soundex",
    "source_pos_wait",
    "statement_digest",
    "statement_digest_text",
    "str_to_date",
    "subtime",
    "system_user",
    "time_format",
    "time_to_sec",
    "timediff",
    "to_base64",
    "to_days",
    "to_seconds",
    "uncompress",
    "uncompressed_length",
    "updatexml",
    "validate_password_strength",
    "values",
    "weight_string",
    "yearweek",
];

/// Functions that take the bytes of a BIT, not its number.
const BYTES_OF_BITS: [&str; 14] = [
    "ascii",
    "char_length",
    "concat",
    "concat_ws",
    "json_array",
    "json_object",
    "left",
    "length",
    "lpad",
    "md5",
    "octet_length",
    "ord",
    "substring",
    "to_base64",
];

/// A call of a scalar function.
pub(super) fn function(call: Call<'_>) -> Bind<Bound> {
    let named = |entry: &&Entry| entry.0.eq_ignore_ascii_case(call.name);
    let fits = |entry: &&Entry| (entry.1..=entry.2).contains(&call.args.len()) && !call.star;
    let Some(entry) = FUNCTIONS.iter().filter(named).find(fits) else {
        let name = call.name.to_string();
        return Err(match FUNCTIONS.iter().any(|e| named(&e)) {
            true => ErrorKind::ArgCount { name },
            false if is_known(call.name) => ErrorKind::unsupported(format!("function {name}")),
            false => ErrorKind::NoSuchFunction { name, args: Vec::new() },
        });
    };
    let mut args = call.args;
    if let Some((_, whole)) = WHOLE.iter().find(|(name, _)| *name == entry.0) {
        for at in *whole {
            if let Some(arg) = args.get_mut(*at) {
                let given = std::mem::replace(arg, Bound::constant(Value::Null, Type::Unknown));
                *arg = super::mysql_expr::whole(given);
            }
        }
    }
    // Their bytes are made where a result is shown.
    if args.iter().any(|a| a.ty == BIT) && BYTES_OF_BITS.contains(&entry.0) {
        return Err(ErrorKind::unsupported(format!("BIT as bytes in {}", call.name)));
    }
    match entry.3 {
        Make::Build(build) => build(args),
        Make::Call(function, gives) => Ok(made(function, gives, args)),
    }
}

/// Arguments that are whole numbers: fractions are rounded, texts that are none are told of.
static WHOLE: &[(&str, &[usize])] = &[
    ("bit_count", &[0]),
    ("elt", &[0]),
    ("format", &[1]),
    ("insert", &[1, 2]),
    ("left", &[1]),
    ("locate", &[2]),
    ("lpad", &[1]),
    ("makedate", &[0, 1]),
    ("mid", &[1, 2]),
    ("repeat", &[1]),
    ("right", &[1]),
    ("round", &[1]),
    ("rpad", &[1]),
    ("space", &[0]),
    ("substr", &[1, 2]),
    ("substring", &[1, 2]),
    ("substring_index", &[2]),
    ("truncate", &[1]),
    ("week", &[1]),
];

/// `QUOTE(x)`: what can stand in a statement.
static QUOTE: crate::plan::function::Function = crate::plan::function::Function {
    name: "quote",
    strict: false,
    pure: true,
    call: |_, args| {
        if args[0].is_null() {
            return Ok(Value::text("NULL"));
        }
        let mut quoted = String::from("'");
        for c in super::mysql_types::print(&args[0]).chars() {
            match c {
                '\'' | '\\' => quoted.extend(['\\', c]),
                '\0' => quoted.push_str("\\0"),
                '\u{1a}' => quoted.push_str("\\Z"),
                _ => quoted.push(c),
            }
        }
        Ok(Value::text(&(quoted + "'")))
    },
};

fn user(_: Vec<Bound>) -> Bind<Bound> {
    Ok(Bound::constant(Value::text("root@localhost"), Type::Text))
}

fn made(function: &'static Function, gives: Gives, args: Vec<Bound>) -> Bound {
    let first = args.first().map_or(Class::Unknown, |a| class(&a.ty));
    let bytes = args.iter().any(|a| class(&a.ty) == Class::Bytes);
    let carried = args.iter().find_map(|a| a.collation);
    let (ty, collation) = match gives {
        Gives::Int => (BIGINT, None),
        Gives::Float => (Type::Float8, None),
        Gives::Bytes => (Type::Bytes { limit: None, fixed: false }, None),
        Gives::Json => (Type::Jsonb, None),
        Gives::Date => (Type::Date, None),
        Gives::Time => (Type::Time, None),
        Gives::Moment => (mysql_date::datetime(0), None),
        Gives::Text if bytes => {
            (Type::Text, Some(Collated { collation: &BINARY, explicit: false, passed_on: false }))
        }
        Gives::Text => (Type::Text, carried),
        Gives::Number => match first {
            Class::Int => (BIGINT, None),
            Class::Decimal => (Type::Decimal { precision: None }, None),
            Class::Unknown => (Type::Unknown, None),
            Class::Float | Class::Text | Class::Bytes => (Type::Float8, None),
        },
    };
    let as_text = |a: Bound| match (gives, class(&a.ty)) {
        // What is no number counts as the number at its start, and is told of.
        (Gives::Float, Class::Text | Class::Bytes) => {
            let number = super::mysql_compare::number(a);
            match class(&number.ty) {
                Class::Text | Class::Bytes => {
                    super::mysql_compare::via(&exact::TO_NUMBER, number.expr)
                }
                _ => number.expr,
            }
        }
        (Gives::Text, Class::Float | Class::Decimal) => call(&TO_TEXT, vec![a.expr]),
        _ => a.expr,
    };
    let args = args.into_iter().map(as_text).collect();
    Bound { collation, ..Bound::new(call(function, args), ty) }
}

pub(super) fn is_aggregate(name: &str, _args: Option<usize>) -> bool {
    AGGREGATES.iter().any(|known| known.eq_ignore_ascii_case(name))
}

pub(super) fn aggregate(call: Call<'_>) -> Bind<AggregateUse> {
    let name = call.name.to_ascii_lowercase();
    let count = call.args.len();
    let arguments = match name.as_str() {
        "count" if call.star => count == 0,
        "count" => count == 1 || call.syntax.distinct && count > 0,
        "group_concat" => count > 0,
        "json_objectagg" => count == 2,
        _ => count == 1,
    };
    if !arguments {
        return Err(ErrorKind::ArgCount { name: call.name.to_string() });
    }
    let mut call = call;
    let of_bits = call.args.first().is_some_and(|a| a.ty == BIT);
    if matches!(name.as_str(), "sum" | "avg") || of_bits {
        call.args = call.args.into_iter().map(super::mysql_compare::number).collect();
    }
    let first = call.args.first().map_or(Class::Unknown, |a| class(&a.ty));
    let own = call.args.first().map_or(Type::Unknown, |a| a.ty.clone());
    let decimal = Type::Decimal { precision: None };
    let inexact = matches!(first, Class::Float | Class::Text | Class::Bytes);
    let (function, ty) = match name.as_str() {
        "count" if call.star => (&agg::COUNT_ROWS, BIGINT),
        "count" => (&agg::COUNT, BIGINT),
        "sum" => (&exact_agg::SUM, if inexact { Type::Float8 } else { decimal }),
        "avg" => (&exact_agg::AVG, if inexact { Type::Float8 } else { decimal }),
        "min" => (&agg::MIN, own),
        "max" => (&agg::MAX, own),
        "bit_and" => (&exact_agg::BIT_AND, BIGINT),
        "bit_or" => (&exact_agg::BIT_OR, BIGINT),
        "bit_xor" => (&exact_agg::BIT_XOR, BIGINT),
        "json_arrayagg" => (&super::postgresql_json_text::BINARY_ITEMS, Type::Jsonb),
        "json_objectagg" => (&mysql_json::MEMBERS, Type::Jsonb),
        "std" | "stddev" | "stddev_pop" => (&exact_agg::STDDEV_POP, Type::Float8),
        "stddev_samp" => (&exact_agg::STDDEV_SAMP, Type::Float8),
        "variance" | "var_pop" => (&exact_agg::VAR_POP, Type::Float8),
        "var_samp" => (&exact_agg::VAR_SAMP, Type::Float8),
        _ => (&agg::GROUP_CONCAT, Type::Text),
    };
    let collation = collation_of(&call.args.iter().collect::<Vec<_>>());
    let args = match name.as_str() {
        "group_concat" => {
            let separator = call.syntax.separator.clone().unwrap_or_else(|| Rc::from(","));
            let joined = match count {
                1 => call.args.into_iter().next().map_or(Expr::Held, as_text),
                _ => made(&text::CONCAT_STRICT, Gives::Text, call.args).expr,
            };
            vec![joined, Expr::Const(Value::Text(separator))]
        }
        "json_arrayagg" => call.args.into_iter().map(mysql_json::as_json).collect(),
        "json_objectagg" => {
            let mut args = call.args.into_iter();
            let key = args.next().map(|a| a.expr);
            key.into_iter().chain(args.map(mysql_json::as_json)).collect()
        }
        "sum" | "avg" if matches!(first, Class::Text | Class::Bytes) => {
            let real = |a: Bound| super::mysql_compare::via(&exact::TO_REAL, a.expr);
            call.args.into_iter().map(real).collect()
        }
        _ => call.args.into_iter().map(|a| a.expr).collect(),
    };
    Ok(AggregateUse { function, args, collation, ty, picks_row: false })
}

fn as_text(bound: Bound) -> Expr {
    match class(&bound.ty) {
        Class::Float | Class::Decimal => call(&TO_TEXT, vec![bound.expr]),
        _ => bound.expr,
    }
}

fn alternatives(args: &[Bound]) -> (Type, Option<Collated>) {
    (common(args), args.iter().find_map(|a| a.collation))
}

fn exprs(args: Vec<Bound>) -> Vec<Expr> {
    args.into_iter().map(|a| a.expr).collect()
}

fn coalesce(args: Vec<Bound>) -> Bind<Bound> {
    let (ty, collation) = alternatives(&args);
    Ok(Bound { collation, ..Bound::new(Expr::Coalesce(exprs(args).into()), ty) })
}

fn conditional(args: Vec<Bound>) -> Bind<Bound> {
    let (ty, collation) = alternatives(&args[1..]);
    let mut args = args.into_iter();
    let condition = args.next().map(super::mysql_expr::as_condition);
    let mut args = condition.into_iter().chain(exprs(args.collect()));
    let mut next = || args.next().unwrap_or(Expr::Const(Value::Null));
    let (condition, then, otherwise) = (next(), next(), next());
    let expr =
        Expr::Case { branches: Rc::from([(condition, then)]), otherwise: Rc::new(otherwise) };
    Ok(Bound { collation, ..Bound::new(expr, ty) })
}

fn is_null(args: Vec<Bound>) -> Bind<Bound> {
    let expr = args.into_iter().next().map_or(Expr::Const(Value::Null), |a| a.expr);
    let condition = Expr::IsNull { expr: Rc::new(expr), not: false };
    Ok(Bound::new(Expr::Truth(Rc::new(condition)), BIGINT))
}

fn nullif(mut args: Vec<Bound>) -> Bind<Bound> {
    let right = args.pop().ok_or(ErrorKind::RowMisused)?;
    let left = args.pop().ok_or(ErrorKind::RowMisused)?;
    let compare = super::mysql_expr::EXPR.compare;
    let equal = compare(crate::plan::node::CompareOp::Eq, left.with(Expr::Held), right)?;
    let branches = Rc::from([(equal, Expr::Const(Value::Null))]);
    let body = Expr::Case { branches, otherwise: Rc::new(Expr::Held) };
    let expr = Expr::Hold { value: Box::new(left.expr.clone()), body: Box::new(body) };
    Ok(Bound { collation: left.collation, ..Bound::new(expr, left.ty) })
}

fn extreme(args: Vec<Bound>, greatest: bool) -> Bound {
    let ty = common(&args);
    let carried = args.iter().find_map(|a| a.collation);
    let collation = carried.map_or(&DEFAULT_COLLATION, |c| c.collation);
    let adjust = Some(adjust as _);
    let extreme = Extreme { args: exprs(args), greatest, skip_nulls: false, collation, adjust };
    Bound { collation: carried, ..Bound::new(Expr::Extreme(Rc::new(extreme)), ty) }
}
