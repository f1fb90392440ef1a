//! What statements become: the places where the spelling and the tree differ most.

use super::{DIALECTS, first, problem};
use crate::dialect::mysql_syntax::SYNTAX as MYSQL_SYNTAX;
use crate::dialect::postgresql_syntax::SYNTAX as POSTGRESQL_SYNTAX;
use crate::dialect::sqlite_syntax::SYNTAX as SQLITE_SYNTAX;
use crate::syntax::ast::{
    BinaryOp, Expr, ExprKind, Insert, InsertSource, Literal, ProcStatement, StatementKind,
    TableConstraintKind, TriggerBody,
};
use crate::syntax::conflict::{ArmAction, Resolution, Target};
use crate::syntax::parser::{MAX_DEPTH, MAX_HEIGHT};
use crate::syntax::rules::SyntaxRules;
use crate::syntax::{parse_expr, parse_next};

fn statement(sql: &str, rules: &SyntaxRules) -> StatementKind {
    first(sql, rules).statement.expect(sql).kind
}

fn insert(sql: &str, rules: &SyntaxRules) -> Insert {
    match statement(sql, rules) {
        StatementKind::Insert(insert) => *insert,
        other => unreachable!("{other:?}"),
    }
}

/// An expression with parentheses wherever an operator is.
fn grouped(expr: &Expr) -> String {
    match &expr.kind {
        ExprKind::Literal(Literal::Integer(number)) => number.to_string(),
        ExprKind::Column(column) => column.name.text.to_string(),
        ExprKind::Unary(op, operand) => format!("({op:?} {})", grouped(operand)),
        ExprKind::Binary(op, left, right) => {
            format!("({} {op:?} {})", grouped(left), grouped(right))
        }
        ExprKind::Like { expr, pattern, not, .. } => {
            format!("({} like {} {not})", grouped(expr), grouped(pattern))
        }
        ExprKind::Between { expr, low, high, .. } => {
            format!("({} between {} {})", grouped(expr), grouped(low), grouped(high))
        }
        ExprKind::IsNull { expr, not } => format!("({} null {not})", grouped(expr)),
        ExprKind::Collate(expr, name) => format!("({} collate {})", grouped(expr), name.text),
        ExprKind::Cast { expr, ty } => format!("({} as {})", grouped(expr), ty.name),
        other => unreachable!("{other:?}"),
    }
}

#[test]
fn operators_bind_as_in_the_database() {
    let cases: [(&SyntaxRules, &str, &str); 16] = [
        (&SQLITE_SYNTAX, "a OR b AND NOT c = d", "(a Or (b And (Not (c Eq d))))"),
        (&SQLITE_SYNTAX, "a || b * c", "((a Concat b) Mul c)"),
        (&SQLITE_SYNTAX, "-a COLLATE x", "((Minus a) collate x)"),
        (&SQLITE_SYNTAX, "a = b < c", "(a Eq (b Lt c))"),
        (&SQLITE_SYNTAX, "a & b + c", "(a BitAnd (b Add c))"),
        (&SQLITE_SYNTAX, "a BETWEEN b AND c AND d", "((a between b c) And d)"),
        (&SQLITE_SYNTAX, "a NOT LIKE b = c", "((a like b true) Eq c)"),
        (&POSTGRESQL_SYNTAX, "a || b * c", "(a Concat (b Mul c))"),
        (&POSTGRESQL_SYNTAX, "-a ^ b ^ c", "(((Minus a) Power b) Power c)"),
        (&POSTGRESQL_SYNTAX, "-a::int", "(Minus (a as INT))"),
        (&POSTGRESQL_SYNTAX, "a = b IS NULL", "((a Eq b) null false)"),
        (&POSTGRESQL_SYNTAX, "NOT a < b AND c", "((Not (a Lt b)) And c)"),
        (&MYSQL_SYNTAX, "a || b && c", "(a Or (b And c))"),
        (&MYSQL_SYNTAX, "a = b LIKE c", "(a Eq (b like c false))"),
        (&MYSQL_SYNTAX, "!a + b ^ c", "((Not a) Add (b BitXor c))"),
        (&MYSQL_SYNTAX, "a XOR b OR c DIV d", "((a Xor b) Or (c IntDiv d))"),
    ];
    for (rules, sql, expected) in cases {
        assert_eq!(grouped(&parse_expr(sql, rules).expect(sql)), expected, "{sql}");
    }
}

#[test]
fn every_spelling_of_conflict_handling_is_one_shape() {
    let sql = "INSERT OR FAIL INTO t VALUES(1) ON CONFLICT(a, lower(b) COLLATE NOCASE) WHERE c>0 \
               DO UPDATE SET b=excluded.b WHERE d ON CONFLICT DO NOTHING";
    let conflict = insert(sql, &SQLITE_SYNTAX).on_conflict;
    let or = conflict.or.expect("OR FAIL");
    assert_eq!((or.resolution, or.span.of(sql)), (Resolution::Fail, "OR FAIL"));
    assert_eq!(conflict.arms.len(), 2);
    assert_eq!(conflict.arms[1].span.of(sql), "ON CONFLICT DO NOTHING");
    let Target::Columns { terms, filter } = &conflict.arms[0].target else {
        unreachable!("the first arm has columns")
    };
    assert!(filter.is_some());
    assert!(matches!(terms[1].expr.kind, ExprKind::Function(_)));
    assert_eq!(terms[1].collation.as_ref().map(|name| &*name.text), Some("NOCASE"));

    let sql = "REPLACE INTO t VALUES(1)";
    for rules in [&SQLITE_SYNTAX, &MYSQL_SYNTAX] {
        let replace = insert(sql, rules);
        assert_eq!(replace.on_conflict.or.map(|or| or.resolution), Some(Resolution::Replace));
        assert_eq!(replace.verb.of(sql), "REPLACE INTO");
    }

    let sql = "INSERT IGNORE INTO t SET a=1 ON DUPLICATE KEY UPDATE a=VALUES(a), b=2";
    let ignore = insert(sql, &MYSQL_SYNTAX);
    assert_eq!(ignore.on_conflict.or.map(|or| or.span.of(sql)), Some("IGNORE"));
    assert!(matches!(&ignore.source, InsertSource::Values(rows) if rows.len() == 1));
    let arm = &ignore.on_conflict.arms[0];
    assert_eq!(arm.target, Target::Any);
    assert!(matches!(&arm.action, ArmAction::Update { set, .. } if set.len() == 2));

    let sql = "INSERT INTO t VALUES(1) ON CONFLICT ON CONSTRAINT t_pkey DO NOTHING";
    let arms = insert(sql, &POSTGRESQL_SYNTAX).on_conflict.arms;
    assert!(matches!(&arms[0].target, Target::Constraint(name) if &*name.text == "t_pkey"));
}

#[test]
fn names_are_folded_cut_and_unquoted() {
    let name = |sql, rules| match parse_expr(sql, rules).expect(sql).kind {
        ExprKind::Column(column) => (column.name.text.to_string(), column.name.quote),
        other => unreachable!("{other:?}"),
    };
    assert_eq!(name("Email", &POSTGRESQL_SYNTAX), ("email".into(), None));
    assert_eq!(name("\"E\"\"x\"", &POSTGRESQL_SYNTAX), ("E\"x".into(), Some('"')));
    assert_eq!(name("Email", &SQLITE_SYNTAX), ("Email".into(), None));
    assert_eq!(name("[a b]", &SQLITE_SYNTAX), ("a b".into(), Some('[')));
    assert_eq!(name("`é`", &MYSQL_SYNTAX), ("é".into(), Some('`')));
    assert_eq!(name(&"é".repeat(40), &POSTGRESQL_SYNTAX).0, "é".repeat(31));
}

#[test]
fn parameters_are_numbered() {
    let params = first("SELECT ?, :a, ?7, @b, :a, ?", &SQLITE_SYNTAX).params;
    assert_eq!(params.count, 9);
    assert_eq!(params.names, [(2, ":a".into()), (8, "@b".into())]);
    let params = first("SELECT $2, $1, a::int", &POSTGRESQL_SYNTAX).params;
    assert_eq!((params.count, params.names.len()), (2, 0));
    let params = first("SELECT ?, @a, :b", &MYSQL_SYNTAX).params;
    assert_eq!((params.count, params.names), (2, vec![(2, ":b".into())]));
}

#[test]
fn texts_of_constraints_are_as_written() {
    let sql =
        "CREATE TABLE t(a DEFAULT (1 + 2) CHECK( a  >  0 ), b CONSTRAINT bb CHECK(b), CHECK(1))";
    let StatementKind::CreateTable(table) = statement(sql, &SQLITE_SYNTAX) else {
        unreachable!("a table")
    };
    let texts: Vec<&str> = table.columns[0].constraints.iter().map(|it| it.span.of(sql)).collect();
    assert_eq!(texts, ["DEFAULT (1 + 2)", "CHECK( a  >  0 )"]);
    let TableConstraintKind::Check { text, .. } = table.constraints[0].kind else {
        unreachable!("a check")
    };
    assert_eq!(text.of(sql), "1");
    // The name that SQLite reports for it (the last one given).
    assert_eq!(table.constraints[0].name.as_ref().map(|name| &*name.text), Some("bb"));
}

#[test]
fn types_keep_their_words() {
    let ty = |sql: &str, rules| match statement(sql, rules) {
        StatementKind::CreateTable(table) => table.columns[0].ty.clone().expect("a type"),
        other => unreachable!("{other:?}"),
    };
    let sqlite = ty("CREATE TABLE t(a Varying  char ( 10 ) NOT NULL)", &SQLITE_SYNTAX);
    assert_eq!((&*sqlite.name, &*sqlite.text), ("VARYING CHAR", "Varying  char ( 10 )"));
    let postgresql = ty("CREATE TABLE t(a timestamp(3) with time zone[])", &POSTGRESQL_SYNTAX);
    assert_eq!((&*postgresql.name, postgresql.dimensions), ("TIMESTAMP WITH TIME ZONE", 1));
    let mysql = ty("CREATE TABLE t(a INTEGER(11) UNSIGNED ZEROFILL)", &MYSQL_SYNTAX);
    assert_eq!((&*mysql.name, mysql.unsigned), ("INT", true));
}

#[test]
fn bodies_are_statements() {
    let sql = "CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW BEGIN SET NEW.a = 1, @b = 2; \
               IF NEW.c THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'no'; END IF; END";
    let StatementKind::CreateTrigger(trigger) = statement(sql, &MYSQL_SYNTAX) else {
        unreachable!("a trigger")
    };
    let TriggerBody::Block(body) = &trigger.body else { unreachable!("a block") };
    assert!(matches!(
        body.as_slice(),
        [ProcStatement::Assign { .. }, ProcStatement::Assign { .. }, ProcStatement::If { .. }]
    ));

    let sql = "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$\
               DECLARE n int := 1; BEGIN NEW.a := n; RETURN NEW; END $$";
    let StatementKind::CreateFunction(function) = statement(sql, &POSTGRESQL_SYNTAX) else {
        unreachable!("a function")
    };
    let block = function.block.expect("plpgsql is parsed");
    let [ProcStatement::Block { body, .. }] = &block[..] else { unreachable!("{block:?}") };
    let [ProcStatement::Declare { name, .. }, ProcStatement::Assign { value, .. }, _] = &body[..]
    else {
        unreachable!("{body:?}")
    };
    // Places inside the body are places of the statement.
    assert_eq!((name.span.of(sql), value.span.of(sql)), ("n", "n"));
    assert!(name.span.start as usize > sql.find("$$").expect("a body"));
}

#[test]
fn the_inside_of_a_version_comment_is_sql() {
    let sql = "/*!40101 SET NAMES utf8mb4 */; SELECT 1";
    assert!(matches!(statement(sql, &MYSQL_SYNTAX), StatementKind::Set(_)));
    assert_eq!(&sql[first(sql, &MYSQL_SYNTAX).next..], " SELECT 1");
}

#[test]
fn chains_are_left_deep_and_long() {
    let links = MAX_HEIGHT as usize - 10;
    let sql = format!("SELECT 1{}", " + 1".repeat(links));
    for (_, rules) in DIALECTS {
        assert_eq!(problem(&sql, rules), None);
    }
    let mut depth = 0;
    let chain = parse_expr(&sql["SELECT ".len()..], &SQLITE_SYNTAX).expect("a chain");
    let mut expr = &chain;
    while let ExprKind::Binary(BinaryOp::Add, left, _) = &expr.kind {
        depth += 1;
        expr = left;
    }
    assert_eq!(depth, links);
    let longer = format!("SELECT 1{}", " + 1".repeat(20_000));
    assert_eq!(problem(&longer, &SQLITE_SYNTAX).as_deref(), Some("limit depth"));
}

#[test]
fn nesting_is_bounded_within_a_small_stack() {
    let forms = [
        ("SELECT ", "(", "1", ")"),
        ("SELECT ", "f(", "1", ")"),
        ("SELECT ", "CASE WHEN ", "1", " THEN 1 END"),
        ("SELECT ", "1 IN (", "1", ")"),
        ("SELECT ", "1 BETWEEN 0 AND (", "1", ")"),
        ("SELECT ", "(SELECT ", "1", ")"),
        ("SELECT ", "EXISTS (SELECT ", "1", ")"),
        ("SELECT ", "CAST(", "1", " AS DATE)"),
        ("SELECT ", "NOT ", "1", ""),
        ("SELECT ", "- ", "1", ""),
        ("", "SELECT * FROM (", "SELECT 1", ")"),
        ("", "WITH a AS (", "SELECT 1", ") SELECT 1"),
    ];
    let nested = |(before, open, inside, close): (&str, &str, &str, &str), levels: usize| {
        format!("{before}{}{inside}{}", open.repeat(levels), close.repeat(levels))
    };
    let parse = move || {
        for form in forms {
            for (_, rules) in DIALECTS {
                assert_eq!(problem(&nested(form, MAX_DEPTH as usize / 5), rules), None, "{form:?}");
                let limit = problem(&nested(form, 5_000), rules);
                assert_eq!(limit.as_deref(), Some("limit depth"), "{form:?}");
            }
        }
    };
    let thread = std::thread::Builder::new().stack_size(2 << 20).spawn(parse);
    thread.expect("a thread starts").join().expect("the stack suffices");
}

#[test]
fn a_long_list_of_rows_is_one_insert() {
    let rows: Vec<String> = (0..10_000).map(|n| format!("({n},'user{n}',NULL)")).collect();
    let sql = format!("INSERT INTO t VALUES {}; SELECT 1", rows.join(","));
    for (_, rules) in DIALECTS {
        let parsed = parse_next(&sql, 0, rules).expect("a statement");
        assert_eq!(&sql[parsed.next..], " SELECT 1");
        let StatementKind::Insert(insert) = parsed.statement.expect("an insert").kind else {
            unreachable!("an insert")
        };
        assert!(matches!(insert.source, InsertSource::Values(rows) if rows.len() == 10_000));
    }
}

#[test]
fn a_query_in_parentheses_may_turn_out_to_be_an_item() {
    let fine = [
        "SELECT * FROM ((SELECT 1) UNION (SELECT 2)) x",
        "SELECT * FROM ((SELECT 1) a JOIN (SELECT 2) b ON true), t",
        "SELECT ((SELECT 1) + 1), ((SELECT 1) UNION (SELECT 2))",
        "(SELECT 1 ORDER BY 1) UNION ALL (SELECT 2 LIMIT 1) ORDER BY 1",
    ];
    for sql in fine {
        for rules in [&POSTGRESQL_SYNTAX, &MYSQL_SYNTAX] {
            assert_eq!(problem(sql, rules), None, "{sql}");
        }
    }
    // Whichever it is, it is read once: this would not end otherwise.
    let open = "SELECT * FROM ((".repeat(25);
    assert_eq!(problem(&open, &POSTGRESQL_SYNTAX).as_deref(), Some("end"));
}
