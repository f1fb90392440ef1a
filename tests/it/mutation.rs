//! Scripts that are like those which people wrote: golden scripts and recorded cases with a few things
//! changed. A piece of a statement is exchanged for what stands between the same words elsewhere, a
//! value for an odd one, a token is left out, doubled or moved, a statement comes from another script.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use libtest_mimic::Failed;
use onconflict::dialect::Dialect;
use onconflict::syntax::rules::SyntaxRules;
use onconflict::syntax::{parse_next, token_spans};

use crate::random::Random;
use crate::sections;

/// Statements as tokens.
type Statement = Vec<String>;

/// The scripts of one dialect, and where each word stands in them.
pub(crate) struct Sources {
    scripts: Vec<Vec<Statement>>,
    /// Script, statement and token at which a word stands, by the word in small letters.
    places: HashMap<String, Vec<(usize, usize, usize)>>,
    /// The PRAGMAs in them.
    pragmas: HashSet<String>,
    words: &'static Words,
}

/// What is a dialect's own.
struct Words {
    values: &'static [&'static str],
    left_out: &'static [&'static str],
    /// What stands before and behind a name that is written in another way.
    quotes: &'static [(&'static str, &'static str)],
}

const WORDS: Words =
    Words { values: VALUES, left_out: LEFT_OUT, quotes: &[("\"", "\""), ("[", "]"), ("`", "`")] };

const POSTGRESQL: Words = Words {
    values: &[
        "NULL",
        "0",
        "1",
        "2",
        "-1",
        "1.5",
        "2.0",
        "1e3",
        "2147483648",
        "9223372036854775807",
        "''",
        "'1'",
        "'1.0'",
        "'a'",
        "'A'",
        "'a '",
        "'abc'",
        "true",
        "'{}'",
        "'{1,2}'",
        "ARRAY[1]",
        "'2024-01-31'",
        "1::bigint",
        "'1'::text",
        "1.50::numeric",
        "ROW(1, 'a')",
        "(1+1)",
        "(SELECT 1)",
        "DEFAULT",
    ],
    left_out: &[
        "random",
        "now",
        "today",
        "current_",
        "session_",
        "gen_random",
        "timestamp()",
        "_timestamp",
        "clock_",
        "localtime",
        "version",
        "explain",
        "vacuum",
        "analyze",
        "sleep",
        "copy",
        "role",
        "_user",
        " user",
        "owner",
        "grant",
        "database",
        "extension",
        "oid",
        "ctid",
        "xmin",
        "xmax",
        "cmin",
        "txid",
        "pg_",
        "information_schema",
        "backend",
        "system",
        "000000",
    ],
    quotes: &[("\"", "\"")],
};

const VALUES: &[&str] = &[
    "NULL",
    "0",
    "1",
    "2",
    "-1",
    "1.5",
    "2.0",
    "1e3",
    "9223372036854775807",
    "''",
    "'1'",
    "'1.0'",
    "'a'",
    "'A'",
    "'a '",
    "'abc'",
    "x'61'",
    "(1+1)",
    "DEFAULT",
];

/// What answers otherwise each time, or has nothing to do with rows.
const LEFT_OUT: &[&str] = &[
    "random",
    "rand",
    "now",
    "current_",
    "uuid",
    "localtime",
    "getdate",
    "version",
    "explain",
    "vacuum",
    "attach",
    "sleep",
    "pg_",
    "load",
    "copy",
    "show",
    "timestamp",
    "curdate",
    "curtime",
    "user",
    "connection_id",
    "database_list",
    "000000",
    "compile_options",
    "function_list",
    "analyze",
    "sqlite_stat",
];

impl Sources {
    /// Reads the golden scripts and the recorded cases of a dialect. The latter alone stay as they are, so
    /// that a seed's script does too.
    pub(crate) fn read(
        dialect: Dialect,
        rules: &SyntaxRules,
        golden: bool,
    ) -> Result<Sources, Failed> {
        let (places, pragmas) = (HashMap::new(), HashSet::new());
        let words = if dialect.name() == "postgresql" { &POSTGRESQL } else { &WORDS };
        let mut sources = Sources { scripts: Vec::new(), places, pragmas, words };
        let texts = if golden { sections::sections(dialect)? } else { Vec::new() };
        sources.add(texts.iter().map(|text| statements(text, rules)).collect());
        sources.add(recorded(dialect, rules)?);
        Ok(sources)
    }

    fn add(&mut self, scripts: Vec<Vec<Statement>>) {
        for script in scripts.into_iter().filter(|script| !script.is_empty()) {
            let s = self.scripts.len();
            for (n, statement) in script.iter().enumerate() {
                for (t, token) in statement.iter().enumerate() {
                    self.places.entry(token.to_lowercase()).or_default().push((s, n, t));
                }
                let sql = squeezed(&statement.join(" ").to_lowercase());
                if sql.starts_with("pragma") {
                    self.pragmas.insert(sql);
                }
            }
            self.scripts.push(script);
        }
    }

    /// A script, the last statements of which read all of its tables.
    pub(crate) fn script(&self, random: &mut Random) -> Vec<String> {
        let mut script = self.any(random).clone();
        // Long scripts ask many things; a part says which.
        if script.len() > 25 {
            let from = random.below(script.len() as u64 - 20) as usize;
            script = script.split_off(from);
            script.truncate(25);
        }
        for _ in 0..=random.below(4) {
            self.change_script(&mut script, random);
        }
        let style = Style::of(&script, self.words.quotes, random);
        let mut all: Vec<String> =
            script.iter().map(|statement| style.written(statement, random)).collect();
        all.retain(|sql| {
            let small = sql.to_lowercase();
            // A PRAGMA acts before what follows it is read.
            let known = !small.starts_with("pragma") || self.pragmas.contains(&squeezed(&small));
            !sql.is_empty() && known && !self.words.left_out.iter().any(|word| small.contains(word))
        });
        let tables: HashSet<&String> = script.iter().filter_map(|s| made(s)).collect();
        let mut tables: Vec<_> = tables.into_iter().collect();
        tables.sort();
        all.extend(tables.iter().map(|table| format!("SELECT * FROM {table} ORDER BY 1, 2")));
        all
    }

    fn any(&self, random: &mut Random) -> &Vec<Statement> {
        &self.scripts[random.below(self.scripts.len() as u64) as usize]
    }

    fn change_script(&self, script: &mut Vec<Statement>, random: &mut Random) {
        let at = random.below(script.len() as u64) as usize;
        match random.below(12) {
            0 if script.len() > 2 => {
                script.remove(at);
            }
            1 => script.insert(at, script[at].clone()),
            2 => {
                let with = random.below(script.len() as u64) as usize;
                script.swap(at, with);
            }
            3 => {
                let other = self.any(random);
                let from = random.below(other.len() as u64) as usize;
                let mut new = other[from].clone();
                rename(&mut new, script, random);
                script.insert(at, new);
            }
            _ => {
                let mut new = script[at].clone();
                self.change_statement(&mut new, script, random);
                script[at] = new;
            }
        }
    }

    fn change_statement(&self, new: &mut Statement, script: &[Statement], random: &mut Random) {
        if new.is_empty() {
            return;
        }
        let at = random.below(new.len() as u64) as usize;
        match random.below(16) {
            0 => {
                new.remove(at);
            }
            1 => new.insert(at, new[at].clone()),
            2 => {
                let with = (at + 1) % new.len();
                new.swap(at, with);
            }
            3..=5 => {
                let values: Vec<usize> = (0..new.len()).filter(|at| is_value(&new[*at])).collect();
                if !values.is_empty() {
                    let at = values[random.below(values.len() as u64) as usize];
                    new[at] = random.pick(self.words.values).to_string();
                }
            }
            6 | 7 => {
                let names: Vec<usize> = (0..new.len()).filter(|at| is_name(&new[*at])).collect();
                if !names.is_empty() {
                    let at = names[random.below(names.len() as u64) as usize];
                    if let Some(name) = some_name(script, random) {
                        new[at] = name;
                    }
                }
            }
            _ => {
                for _ in 0..10 {
                    if self.exchange(new, script, random) {
                        break;
                    }
                }
            }
        }
    }

    /// Puts what stands elsewhere between two words that stand here too in the place of what is
    /// between them here.
    fn exchange(&self, new: &mut Statement, script: &[Statement], random: &mut Random) -> bool {
        let at = random.below(new.len() as u64) as usize;
        let Some(places) = self.places.get(&new[at].to_lowercase()) else { return false };
        let (s, n, t) = places[random.below(places.len() as u64) as usize];
        let other = &self.scripts[s][n];
        let length = 1 + random.below(9) as usize;
        let Some(piece) = other.get(t + 1..(t + 1 + length).min(other.len())) else { return false };
        let Some((end, inside)) = piece.split_last() else { return false };
        let rest = new.iter().enumerate().skip(at + 1).take(10);
        let found =
            rest.filter(|(_, token)| token.eq_ignore_ascii_case(end)).map(|(to, _)| to).next();
        // The end of both is such a word too.
        let to = match found {
            Some(to) => to,
            None if t + 1 + length >= other.len() && new.len() - at < 10 => new.len(),
            None => return false,
        };
        let mut inside = if to == new.len() { piece.to_vec() } else { inside.to_vec() };
        rename(&mut inside, script, random);
        if new[at + 1..to] == inside[..] {
            return false;
        }
        new.splice(at + 1..to, inside);
        true
    }
}

/// How a script is written: people write keywords in small letters, quote names, break lines.
struct Style {
    small: bool,
    compact: bool,
    /// What else may stand between two tokens.
    between: &'static str,
    /// Names that are written in another way.
    names: HashMap<String, String>,
}

impl Style {
    fn of(script: &[Statement], quotes: &[(&str, &str)], random: &mut Random) -> Style {
        let mut names = HashMap::new();
        if random.below(4) == 0 {
            for _ in 0..=random.below(2) {
                let Some(name) = some_name(script, random) else { break };
                let which = random.below(quotes.len() as u64 + 2) as usize;
                let other = match quotes.get(which) {
                    Some((open, close)) => format!("{open}{name}{close}"),
                    None if which == quotes.len() => name.to_uppercase(),
                    None => name[..1].to_uppercase() + &name[1..],
                };
                names.insert(name, other);
            }
        }
        Style {
            small: random.below(4) == 0,
            compact: random.below(4) == 0,
            between: random.pick(&["", "", "", "", "\n", "  ", "/* c */", "\n-- c\n"]),
            names,
        }
    }

    fn written(&self, statement: &Statement, random: &mut Random) -> String {
        let mut sql = String::new();
        let mut open = true;
        for token in statement {
            let joins = matches!(&**token, "(" | ")" | "," | "." | "=");
            if !(open || self.compact && joins) {
                sql.push(' ');
            }
            if !self.between.is_empty() && random.below(6) == 0 && !sql.is_empty() {
                sql += self.between;
            }
            open = self.compact && joins;
            match self.names.get(token) {
                // Not where both may stand: a quoted name is never a function's or a keyword.
                Some(name) if random.below(3) > 0 => sql += name,
                _ if self.small && token.chars().all(|c| c.is_ascii_uppercase()) => {
                    sql += &token.to_lowercase();
                }
                _ => sql += token,
            }
        }
        sql
    }
}

fn squeezed(sql: &str) -> String {
    sql.split_whitespace().collect()
}

/// Names that a script does not have become such as it has, mostly.
fn rename(tokens: &mut [String], script: &[Statement], random: &mut Random) {
    for token in tokens {
        let known = script.iter().flatten().any(|other| other == token);
        if is_name(token)
            && !known
            && random.below(8) > 0
            && let Some(name) = some_name(script, random)
        {
            *token = name;
        }
    }
}

fn some_name(script: &[Statement], random: &mut Random) -> Option<String> {
    let names: Vec<&String> = script.iter().flatten().filter(|token| is_name(token)).collect();
    let at = random.below(names.len().max(1) as u64) as usize;
    names.get(at).map(|name| name.to_string())
}

/// Keywords are written in capitals.
fn is_name(token: &str) -> bool {
    token.starts_with(|c: char| c.is_ascii_lowercase()) && !token.contains('\'')
}

fn is_value(token: &str) -> bool {
    token.starts_with(|c: char| c.is_ascii_digit() || c == '\'') || token == "NULL"
}

/// The table that a statement makes.
fn made(statement: &Statement) -> Option<&String> {
    let words = statement.iter().take(3).any(|word| word.eq_ignore_ascii_case("table"));
    let create = statement.first().is_some_and(|word| word.eq_ignore_ascii_case("create"));
    let open = statement.iter().position(|token| token == "(")?;
    if !create || !words || open == 0 { None } else { statement.get(open - 1) }
}

fn recorded(dialect: Dialect, rules: &SyntaxRules) -> Result<Vec<Vec<Statement>>, Failed> {
    let path = format!("tests/vectors/{}.json", dialect.name());
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path))?;
    let file: serde_json::Value = serde_json::from_str(&text)?;
    let mut scripts = Vec::new();
    for case in file["cases"].as_array().into_iter().flatten() {
        let steps = case["steps"].as_array().into_iter().flatten();
        let all = steps.filter_map(|step| step["sql"].as_str());
        scripts.push(all.flat_map(|sql| statements(sql, rules)).collect());
    }
    Ok(scripts)
}

fn statements(text: &str, rules: &SyntaxRules) -> Vec<Statement> {
    let mut all = Vec::new();
    let mut from = 0;
    while let Some(parsed) = parse_next(text, from, rules) {
        from = parsed.next;
        let sql = parsed.span.of(text);
        let mut tokens: Statement = Vec::new();
        for token in token_spans(sql, rules).into_iter().map(|span| span.of(sql)) {
            // The body of a function is a statement as well.
            match token.strip_prefix("$$").and_then(|rest| rest.strip_suffix("$$")) {
                Some(body) => {
                    let inner = token_spans(body, rules).into_iter().map(|span| span.of(body));
                    tokens.push("$$".to_string());
                    tokens.extend(inner.map(String::from));
                    tokens.push("$$".to_string());
                }
                None if token != ";" => tokens.push(token.to_string()),
                None => {}
            }
        }
        if !tokens.is_empty() && tokens.len() < 200 {
            all.push(tokens);
        }
    }
    all
}
