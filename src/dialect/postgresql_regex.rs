//! PostgreSQL: regular expressions (functions-matching, "POSIX Regular Expressions"): characters,
//! classes, groups, alternatives and repetition. Lookaround and back references are named as not
//! supported. Matches by backtracking, with a bound on the steps.

use super::postgresql_values::data_error;
use crate::error::ErrorKind;
use crate::plan::expr::Bind;
use crate::plan::function::Function;
use crate::value::Value;

/// `~`.
pub(super) static MATCH: Function =
    Function { name: "~", strict: true, pure: true, call: |_, args| matches(args, false) };

/// `~*`.
pub(super) static MATCH_FOLD: Function =
    Function { name: "~*", strict: true, pure: true, call: |_, args| matches(args, true) };

fn matches(args: &[Value], fold: bool) -> Bind<Value> {
    let (Value::Text(subject), Value::Text(pattern)) = (&args[0], &args[1]) else {
        return Ok(Value::Null);
    };
    Ok(Value::Bool(find(pattern, subject, fold)?.is_some()))
}

/// The first match of a pattern: its characters' positions.
///
/// # Errors
/// A pattern that cannot be read, or that takes too long.
pub(super) fn find(pattern: &str, subject: &str, fold: bool) -> Bind<Option<(usize, usize)>> {
    let subject: Vec<char> = subject.chars().collect();
    let pattern = parse(pattern, fold)?;
    let mut matcher = Matcher { subject: &subject, fold, steps: 0 };
    for start in 0..=subject.len() {
        let mut end = None;
        matcher.run(&pattern, start, &mut |at| {
            end = Some(at);
            true
        })?;
        if let Some(end) = end {
            return Ok(Some((start, end)));
        }
    }
    Ok(None)
}

/// `substring(text from pattern)`: what matches; of parts of the match nothing is known.
pub(super) static SUBSTRING: Function = Function {
    name: "substring",
    strict: true,
    pure: true,
    call: |_, args| {
        let (Value::Text(subject), Value::Text(pattern)) = (&args[0], &args[1]) else {
            return Ok(Value::Null);
        };
        if pattern.contains('(') {
            return Err(ErrorKind::unsupported("substring with parts of the match"));
        }
        let found = find(pattern, subject, false)?;
        Ok(found.map_or(Value::Null, |(from, to)| {
            Value::text(&subject.chars().skip(from).take(to - from).collect::<String>())
        }))
    },
};

/// `regexp_replace(text, pattern, replacement [, flags])`; parts of the match cannot be put back.
pub(super) static REPLACE: Function = Function {
    name: "regexp_replace",
    strict: true,
    pure: true,
    call: |_, args| {
        let part = |at: usize| match args.get(at) {
            Some(Value::Text(text)) => &**text,
            _ => "",
        };
        let (pattern, with, flags) = (part(1), part(2), part(3));
        if with.contains('\\') {
            return Err(ErrorKind::unsupported("regexp_replace with parts of the match"));
        }
        if let Some(flag) = flags.chars().find(|c| !matches!(c, 'g' | 'i')) {
            return Err(ErrorKind::unsupported(format!("regexp_replace with flag {flag}")));
        }
        let mut rest: Vec<char> = part(0).chars().collect();
        let mut out = String::new();
        loop {
            let subject: String = rest.iter().collect();
            let Some((start, end)) = find(pattern, &subject, flags.contains('i'))? else { break };
            out.extend(&rest[..start]);
            out.push_str(with);
            // An empty match goes on behind the next letter.
            let step = if end == start { rest.get(end).copied() } else { None };
            out.extend(step);
            rest.drain(..(end + usize::from(step.is_some())));
            if rest.is_empty() || !flags.contains('g') {
                break;
            }
        }
        out.extend(rest);
        Ok(Value::text(&out))
    },
};

/// Steps after which a match is given up.
const MOST_STEPS: usize = 2_000_000;

#[derive(Debug)]
enum Node {
    Letter(char),
    Any,
    Class { not: bool, ranges: Vec<(char, char)> },
    Start,
    End,
    Word(bool),
    Sequence(Vec<Node>),
    Either(Vec<Node>),
    Repeat { node: Box<Node>, least: u32, most: u32, greedy: bool },
}

struct Reader<'p> {
    rest: std::iter::Peekable<std::str::Chars<'p>>,
    fold: bool,
}

fn parse(pattern: &str, fold: bool) -> Bind<Node> {
    let mut reader = Reader { rest: pattern.chars().peekable(), fold };
    let node = reader.alternatives()?;
    match reader.rest.next() {
        None => Ok(node),
        Some(_) => Err(invalid("parentheses () not balanced")),
    }
}

fn invalid(why: &str) -> ErrorKind {
    data_error("2201B", format!("invalid regular expression: {why}"))
}

impl Reader<'_> {
    fn alternatives(&mut self) -> Bind<Node> {
        let mut all = vec![self.sequence()?];
        while self.rest.next_if_eq(&'|').is_some() {
            all.push(self.sequence()?);
        }
        Ok(if all.len() == 1 { all.remove(0) } else { Node::Either(all) })
    }

    fn sequence(&mut self) -> Bind<Node> {
        let mut all = Vec::new();
        while let Some(&next) = self.rest.peek() {
            if matches!(next, '|' | ')') {
                break;
            }
            let atom = self.atom()?;
            all.push(self.repeated(atom)?);
        }
        Ok(Node::Sequence(all))
    }

    fn repeated(&mut self, mut atom: Node) -> Bind<Node> {
        loop {
            let (least, most) = match self.rest.peek() {
                Some('*') => (0, u32::MAX),
                Some('+') => (1, u32::MAX),
                Some('?') => (0, 1),
                Some('{') => {
                    self.rest.next();
                    self.bounds()?
                }
                _ => return Ok(atom),
            };
            // The sign itself, or the brace that closes the bounds.
            self.rest.next();
            let greedy = self.rest.next_if_eq(&'?').is_none();
            atom = Node::Repeat { node: Box::new(atom), least, most, greedy };
        }
    }

    /// `m`, `m,` and `m,n` up to the closing brace.
    fn bounds(&mut self) -> Bind<(u32, u32)> {
        let mut text = String::new();
        while let Some(c) = self.rest.next_if(|c| *c != '}') {
            text.push(c);
        }
        if self.rest.peek().is_none() {
            return Err(invalid("braces {} not balanced"));
        }
        let number = |s: &str| s.parse::<u32>().ok().filter(|n| *n <= 255);
        let wrong = || invalid("invalid repetition count(s)");
        let (least, most) = match text.split_once(',') {
            None => (number(&text), number(&text)),
            Some((least, "")) => (number(least), Some(u32::MAX)),
            Some((least, most)) => (number(least), number(most)),
        };
        match (least, most) {
            (Some(least), Some(most)) if least <= most => Ok((least, most)),
            _ => Err(wrong()),
        }
    }

    fn atom(&mut self) -> Bind<Node> {
        match self.rest.next() {
            Some('.') => Ok(Node::Any),
            Some('^') => Ok(Node::Start),
            Some('$') => Ok(Node::End),
            Some('(') => self.group(),
            Some('[') => self.class(),
            Some('\\') => self.escape(),
            Some('*' | '+' | '?') => Err(invalid("quantifier operand invalid")),
            Some(c) => Ok(Node::Letter(c)),
            None => Ok(Node::Sequence(Vec::new())),
        }
    }

    fn group(&mut self) -> Bind<Node> {
        if self.rest.next_if_eq(&'?').is_some() && self.rest.next() != Some(':') {
            return Err(ErrorKind::unsupported("lookaround in regular expressions"));
        }
        let node = self.alternatives()?;
        match self.rest.next() {
            Some(')') => Ok(node),
            _ => Err(invalid("parentheses () not balanced")),
        }
    }

    fn escape(&mut self) -> Bind<Node> {
        let Some(letter) = self.rest.next() else {
            return Err(invalid("invalid escape \\ sequence"));
        };
        Ok(match letter {
            'd' | 'D' | 'w' | 'W' | 's' | 'S' => {
                let not = letter.is_ascii_uppercase();
                Node::Class { not, ranges: named_class(letter.to_ascii_lowercase()) }
            }
            'A' => Node::Start,
            'Z' => Node::End,
            'm' | 'M' | 'y' => Node::Word(true),
            'Y' => Node::Word(false),
            'n' => Node::Letter('\n'),
            't' => Node::Letter('\t'),
            'r' => Node::Letter('\r'),
            '1'..='9' => {
                return Err(ErrorKind::unsupported("back references in regular expressions"));
            }
            c if c.is_alphanumeric() => return Err(invalid("invalid escape \\ sequence")),
            c => Node::Letter(c),
        })
    }

    fn class(&mut self) -> Bind<Node> {
        let not = self.rest.next_if_eq(&'^').is_some();
        let mut ranges = Vec::new();
        let mut first = true;
        loop {
            let Some(letter) = self.rest.next() else {
                return Err(invalid("brackets [] not balanced"));
            };
            match letter {
                ']' if !first => break,
                '[' if self.rest.next_if_eq(&':').is_some() => {
                    let mut name = String::new();
                    while let Some(c) = self.rest.next_if(|c| *c != ':') {
                        name.push(c);
                    }
                    self.rest.next();
                    self.rest.next();
                    ranges.extend(posix_class(&name)?);
                }
                '\\' => match self.escape()? {
                    Node::Letter(c) => ranges.push((c, c)),
                    Node::Class { not: false, ranges: more } => ranges.extend(more),
                    _ => return Err(invalid("invalid escape \\ sequence")),
                },
                low => {
                    let mut ahead = self.rest.clone();
                    let is_range =
                        ahead.next() == Some('-') && ahead.peek().is_some_and(|c| *c != ']');
                    if is_range {
                        self.rest.next();
                        let high = self.rest.next().unwrap_or(low);
                        if high < low {
                            return Err(invalid("invalid character range"));
                        }
                        ranges.push((low, high));
                    } else {
                        ranges.push((low, low));
                    }
                }
            }
            first = false;
        }
        if self.fold {
            let both: Vec<_> = ranges.iter().flat_map(|(a, b)| other_case(*a, *b)).collect();
            ranges.extend(both);
        }
        Ok(Node::Class { not, ranges })
    }
}

fn other_case(low: char, high: char) -> Vec<(char, char)> {
    let map = |f: fn(&char) -> char| (f(&low), f(&high));
    let mut both = Vec::new();
    if low.is_ascii_lowercase() && high.is_ascii_lowercase() {
        both.push(map(char::to_ascii_uppercase));
    }
    if low.is_ascii_uppercase() && high.is_ascii_uppercase() {
        both.push(map(char::to_ascii_lowercase));
    }
    both
}

fn named_class(letter: char) -> Vec<(char, char)> {
    match letter {
        'd' => vec![('0', '9')],
        'w' => vec![('a', 'z'), ('A', 'Z'), ('0', '9'), ('_', '_'), ('\u{aa}', '\u{2af}')],
        _ => vec![(' ', ' '), ('\t', '\r')],
    }
}

fn posix_class(name: &str) -> Bind<Vec<(char, char)>> {
    Ok(match name {
        "alpha" => vec![('a', 'z'), ('A', 'Z'), ('\u{aa}', '\u{2af}')],
        "digit" => vec![('0', '9')],
        "alnum" => vec![('a', 'z'), ('A', 'Z'), ('0', '9'), ('\u{aa}', '\u{2af}')],
        "upper" => vec![('A', 'Z')],
        "lower" => vec![('a', 'z')],
        "space" => named_class('s'),
        "xdigit" => vec![('0', '9'), ('a', 'f'), ('A', 'F')],
        "punct" => vec![('!', '/'), (':', '@'), ('[', '`'), ('{', '~')],
        _ => return Err(invalid("invalid character class")),
    })
}

struct Matcher<'s> {
    subject: &'s [char],
    fold: bool,
    steps: usize,
}

/// What is asked of the rest of the pattern at a position: whether that is a match.
type Then<'t> = &'t mut dyn FnMut(usize) -> bool;

impl Matcher<'_> {
    fn run(&mut self, node: &Node, at: usize, then: Then<'_>) -> Bind<bool> {
        self.steps += 1;
        if self.steps > MOST_STEPS {
            return Err(ErrorKind::Limit { what: "steps" });
        }
        let next = self.subject.get(at).copied();
        match node {
            Node::Letter(c) => Ok(next.is_some_and(|n| self.same(*c, n)) && then(at + 1)),
            Node::Any => Ok(next.is_some() && then(at + 1)),
            Node::Class { not, ranges } => {
                let inside = |n: char| ranges.iter().any(|(a, b)| (*a..=*b).contains(&n));
                Ok(next.is_some_and(|n| inside(n) != *not) && then(at + 1))
            }
            Node::Start => Ok(at == 0 && then(at)),
            Node::End => Ok(at == self.subject.len() && then(at)),
            Node::Word(edge) => {
                let word = |i: Option<usize>| {
                    let letter = i.and_then(|i| self.subject.get(i));
                    letter.is_some_and(|c| c.is_alphanumeric() || *c == '_')
                };
                let is_edge = word(at.checked_sub(1)) != word(Some(at));
                Ok(is_edge == *edge && then(at))
            }
            Node::Sequence(nodes) => self.sequence(nodes, at, then),
            Node::Either(nodes) => {
                for node in nodes {
                    if self.run(node, at, then)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            Node::Repeat { node, least, most, greedy } => {
                self.repeat(node, (*least, *most, *greedy), at, then)
            }
        }
    }

    fn same(&self, a: char, b: char) -> bool {
        a == b || self.fold && a.to_lowercase().eq(b.to_lowercase())
    }

    fn sequence(&mut self, nodes: &[Node], at: usize, then: Then<'_>) -> Bind<bool> {
        let Some((first, rest)) = nodes.split_first() else { return Ok(then(at)) };
        for end in self.ends(first, at)? {
            if self.sequence(rest, end, then)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Where a node can end, in the order of preference.
    fn ends(&mut self, node: &Node, at: usize) -> Bind<Vec<usize>> {
        let mut ends = Vec::new();
        self.run(node, at, &mut |end| {
            if !ends.contains(&end) {
                ends.push(end);
            }
            false
        })?;
        Ok(ends)
    }

    fn repeat(
        &mut self,
        node: &Node,
        (least, most, greedy): (u32, u32, bool),
        at: usize,
        then: Then<'_>,
    ) -> Bind<bool> {
        if !greedy && least == 0 && then(at) {
            return Ok(true);
        }
        if most > 0 {
            let rest =
                (least.saturating_sub(1), most.saturating_sub(u32::from(most < u32::MAX)), greedy);
            for end in self.ends(node, at)? {
                // A repetition of nothing would never end.
                if end > at && self.repeat(node, rest, end, then)? {
                    return Ok(true);
                }
                if end == at && least > 0 && then(at) {
                    return Ok(true);
                }
            }
        }
        Ok(greedy && least == 0 && then(at))
    }
}
