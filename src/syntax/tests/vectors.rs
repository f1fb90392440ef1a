//! Every recorded statement that a database took is parsed, and every one that it refused as bad
//! syntax is refused at the same token.

use serde_json::Value;

use super::{DIALECTS, cases, first, problem};

#[test]
fn accepted_statements_parse() {
    for (dialect, rules) in DIALECTS {
        let mut parsed = 0;
        let mut failures = Vec::new();
        for case in cases(dialect) {
            // MariaDB was recorded; these statements are not MySQL's.
            if case["mysql8_unsupported"].is_boolean() {
                continue;
            }
            for step in case["steps"].as_array().expect("a case has steps") {
                if step["outcome"]["ok"] == true {
                    let sql = step["sql"].as_str().expect("a step has a statement");
                    parsed += 1;
                    if let Some(problem) = problem(sql, rules) {
                        failures.push(format!("{}: {sql}: {problem}", case["id"]));
                    }
                }
            }
        }
        assert!(failures.is_empty(), "{dialect}:\n{}", failures.join("\n"));
        assert!(parsed > 1000, "{dialect}: only {parsed} statements");
    }
}

#[test]
fn refused_statements_are_refused_at_the_same_token() {
    let mut refused = 0;
    for (dialect, rules) in DIALECTS {
        for case in cases(dialect) {
            for step in case["steps"].as_array().expect("a case has steps") {
                let sql = step["sql"].as_str().expect("a step has a statement");
                let Some(near) = near(step, dialect) else { continue };
                let error = first(sql, rules).statement.expect_err(sql);
                assert_eq!(problem(sql, rules).map(|text| text.starts_with("near ")), Some(true));
                let span = error.span.expect("a syntax error has a place");
                let token = span.of(sql);
                // MySQL quotes everything from the token on.
                assert!(near.starts_with(token), "{sql}: near {token}, recorded {near}");
                if let Some(position) = step["outcome"]["error"]["position"].as_str() {
                    assert_eq!((span.start + 1).to_string(), position, "{sql}");
                }
                refused += 1;
            }
        }
    }
    // MySQL 8 takes the two that MariaDB refused.
    assert!(refused >= 10, "only {refused} statements");
}

/// The text after `near` of a recorded syntax error.
fn near(step: &Value, dialect: &str) -> Option<String> {
    let overridden = step["mysql8"].as_object().is_some_and(|mysql| {
        ["error", "outcome", "note"].iter().any(|field| mysql.contains_key(*field))
    });
    if overridden {
        return None;
    }
    let message = step["outcome"]["error"]["message"].as_str()?;
    let (before, after) = match dialect {
        "sqlite" => ("near \"", "\": syntax error"),
        "postgresql" => ("syntax error at or near \"", "\""),
        _ => ("right syntax to use near '", "' at line"),
    };
    let start = message.find(before)? + before.len();
    let length = message[start..].rfind(after)?;
    Some(message[start..start + length].to_owned())
}
