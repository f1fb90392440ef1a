//! Regular expressions: characters, classes, groups, alternatives and repetition, as PostgreSQL
//! (functions-matching, "POSIX Regular Expressions") and MySQL have them in common. Lookaround and back
//! references are named as not supported. All ways to match are followed side by side, so that the work
//! grows with the product of both lengths and never beyond.

use std::rc::Rc;

use crate::error::ErrorKind;

/// Nesting of groups.
const MOST_DEPTH: usize = 100;
/// Parts of a pattern whose repetitions are written out.
const MOST_PARTS: usize = 20_000;
/// Steps after which a search is given up.
const MOST_STEPS: usize = 50_000_000;

/// What a pattern is wrong in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bad {
    /// It cannot be read: why, in PostgreSQL's words.
    Invalid(&'static str),
    /// It has what is not there.
    Unsupported(&'static str),
    /// It reaches a limit.
    Limit(&'static str),
}

impl Bad {
    /// The error, where the dialect has words for a pattern that cannot be read.
    pub fn error(self, invalid: fn(&'static str) -> ErrorKind) -> ErrorKind {
        match self {
            Bad::Invalid(why) => invalid(why),
            Bad::Unsupported(what) => ErrorKind::unsupported(what),
            Bad::Limit(what) => ErrorKind::Limit { what },
        }
    }
}

type Read<T> = Result<T, Bad>;

/// Which of the matches that begin first is the match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prefer {
    /// The longest, or the shortest where the first repetition is of that kind (PostgreSQL).
    Length,
    /// That of the first alternatives (MySQL).
    First,
}

#[derive(Debug)]
enum Node {
    Letter(char),
    Any,
    Class { not: bool, ranges: Rc<[(char, char)]> },
    At(Place),
    Sequence(Vec<Node>),
    Either(Vec<Node>),
    Repeat { node: Box<Node>, least: u32, most: Option<u32>, greedy: bool },
}

/// What holds between letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Start,
    End,
    WordStart,
    WordEnd,
    WordEdge,
    NoEdge,
}

/// A step of a pattern; numbers are those of steps.
#[derive(Debug)]
enum Step {
    Letter(char),
    Any,
    Class {
        not: bool,
        ranges: Rc<[(char, char)]>,
    },
    At(Place),
    /// Either way, the first one first.
    Fork(usize, usize),
    Go(usize),
    Match,
}

/// How the matches of a pattern are chosen from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Choice {
    First,
    Longest,
    Shortest,
}

/// A pattern that was read.
#[derive(Debug)]
pub struct Regex {
    steps: Vec<Step>,
    fold: bool,
    choice: Choice,
}

impl Regex {
    /// Reads a pattern; with `fold` letters in either case are the same.
    ///
    /// # Errors
    /// What is wrong in it.
    pub fn new(pattern: &str, fold: bool, prefer: Prefer) -> Read<Regex> {
        let node = Reader { rest: pattern.chars().peekable(), fold, depth: 0 }.whole()?;
        let choice = match (prefer, greediness(&node)) {
            (Prefer::First, _) => Choice::First,
            (Prefer::Length, Some(false)) => Choice::Shortest,
            (Prefer::Length, _) => Choice::Longest,
        };
        let mut regex = Regex { steps: Vec::new(), fold, choice };
        regex.write(&node)?;
        regex.push(Step::Match)?;
        Ok(regex)
    }

    fn push(&mut self, step: Step) -> Read<usize> {
        if self.steps.len() >= MOST_PARTS {
            return Err(Bad::Invalid("regular expression is too complex"));
        }
        self.steps.push(step);
        Ok(self.steps.len() - 1)
    }

    fn write(&mut self, node: &Node) -> Read<()> {
        match node {
            Node::Letter(letter) => self.push(Step::Letter(*letter))?,
            Node::Any => self.push(Step::Any)?,
            Node::Class { not, ranges } => {
                self.push(Step::Class { not: *not, ranges: ranges.clone() })?
            }
            Node::At(place) => self.push(Step::At(*place))?,
            Node::Sequence(nodes) => return nodes.iter().try_for_each(|node| self.write(node)),
            Node::Either(nodes) => {
                let mut ends = Vec::new();
                for node in &nodes[..nodes.len() - 1] {
                    let fork = self.push(Step::Fork(0, 0))?;
                    self.write(node)?;
                    ends.push(self.push(Step::Go(0))?);
                    self.steps[fork] = Step::Fork(fork + 1, self.steps.len());
                }
                self.write(&nodes[nodes.len() - 1])?;
                let end = self.steps.len();
                ends.into_iter().for_each(|at| self.steps[at] = Step::Go(end));
                return Ok(());
            }
            Node::Repeat { node, least, most, greedy } => {
                for _ in 0..*least {
                    self.write(node)?;
                }
                let mut forks = Vec::new();
                for _ in 0..most.map_or(1, |most| most - least) {
                    forks.push(self.push(Step::Fork(0, 0))?);
                    self.write(node)?;
                }
                if most.is_none() {
                    self.push(Step::Go(forks[0]))?;
                }
                let end = self.steps.len();
                for fork in forks {
                    let (in_it, past) = (fork + 1, end);
                    self.steps[fork] = match greedy {
                        true => Step::Fork(in_it, past),
                        false => Step::Fork(past, in_it),
                    };
                }
                return Ok(());
            }
        };
        Ok(())
    }

    /// The first match from a place on: where it begins and ends, in characters.
    ///
    /// # Errors
    /// It takes too long.
    pub fn find(&self, subject: &[char], from: usize) -> Read<Option<(usize, usize)>> {
        let mut found: Option<(usize, usize)> = None;
        // Steps that are reached at a place, and where each way to them began: earlier ones first.
        let (mut now, mut next) = (Ways::new(self.steps.len()), Ways::new(self.steps.len()));
        let mut work = 0;
        for at in from..=subject.len() {
            if found.is_none() {
                self.reach(&mut now, 0, at, subject, at);
            }
            if now.list.is_empty() {
                break;
            }
            work += now.list.len();
            if work > MOST_STEPS {
                return Err(Bad::Limit("steps"));
            }
            for (step, began) in std::mem::take(&mut now.list) {
                if found.is_some_and(|(first, _)| began > first) {
                    break;
                }
                let goes_on = match (&self.steps[step], subject.get(at)) {
                    (Step::Match, _) => {
                        let known = found.is_some_and(|(first, _)| began == first);
                        if !(known && self.choice == Choice::Shortest) {
                            found = Some((began, at));
                        }
                        if self.choice == Choice::First {
                            break;
                        }
                        false
                    }
                    (Step::Letter(letter), Some(here)) => self.same(*letter, *here),
                    (Step::Any, Some(_)) => true,
                    (Step::Class { not, ranges }, Some(here)) => {
                        ranges.iter().any(|(low, high)| (*low..=*high).contains(here)) != *not
                    }
                    _ => false,
                };
                if goes_on {
                    self.reach(&mut next, step + 1, began, subject, at + 1);
                }
            }
            std::mem::swap(&mut now, &mut next);
            next.forget();
        }
        Ok(found)
    }

    /// Notes a step and those that follow from it without a letter.
    fn reach(&self, ways: &mut Ways, step: usize, began: usize, subject: &[char], at: usize) {
        let mut open = vec![step];
        while let Some(step) = open.pop() {
            if std::mem::replace(&mut ways.known[step], true) {
                continue;
            }
            match &self.steps[step] {
                Step::Fork(first, second) => open.extend([*second, *first]),
                Step::Go(to) => open.push(*to),
                Step::At(place) if holds(*place, subject, at) => open.push(step + 1),
                Step::At(_) => {}
                _ => ways.list.push((step, began)),
            }
        }
    }

    fn same(&self, a: char, b: char) -> bool {
        a == b || self.fold && a.to_lowercase().eq(b.to_lowercase())
    }

    /// A text in which matches, all or the first, are replaced. What stands for a match is given by a
    /// function of it.
    ///
    /// # Errors
    /// It takes too long, or grows too long.
    pub fn replace(
        &self,
        subject: &str,
        all: bool,
        with: &mut dyn FnMut(&[char], &mut String),
    ) -> Read<String> {
        let subject: Vec<char> = subject.chars().collect();
        let (mut out, mut from) = (String::new(), 0);
        while let Some((start, end)) = self.find(&subject, from)? {
            out.extend(&subject[from..start]);
            with(&subject[start..end], &mut out);
            from = end;
            if super::text::within(out.len()).is_err() {
                return Err(Bad::Limit("memory"));
            }
            if start == end {
                out.extend(subject.get(end));
                from += 1;
            }
            if !all || from > subject.len() {
                break;
            }
        }
        out.extend(subject.get(from..).unwrap_or_default());
        Ok(out)
    }
}

/// Ways through a pattern that are open at a place.
struct Ways {
    list: Vec<(usize, usize)>,
    known: Vec<bool>,
}

impl Ways {
    fn new(steps: usize) -> Ways {
        Ways { list: Vec::new(), known: vec![false; steps] }
    }

    fn forget(&mut self) {
        self.list.clear();
        self.known.fill(false);
    }
}

fn holds(place: Place, subject: &[char], at: usize) -> bool {
    let word = |at: Option<usize>| {
        let letter = at.and_then(|at| subject.get(at));
        letter.is_some_and(|c| c.is_alphanumeric() || *c == '_')
    };
    let (before, after) = (word(at.checked_sub(1)), word(Some(at)));
    match place {
        Place::Start => at == 0,
        Place::End => at == subject.len(),
        Place::WordStart => !before && after,
        Place::WordEnd => before && !after,
        Place::WordEdge => before != after,
        Place::NoEdge => before == after,
    }
}

/// Whether a pattern wants to be long; none where nothing says so (functions-matching, "Regular
/// Expression Matching Rules").
fn greediness(node: &Node) -> Option<bool> {
    match node {
        Node::Repeat { node, least, most, greedy } => match *most == Some(*least) {
            true => greediness(node),
            false => Some(*greedy),
        },
        Node::Sequence(nodes) => nodes.iter().find_map(greediness),
        Node::Either(_) => Some(true),
        Node::Letter(_) | Node::Any | Node::Class { .. } | Node::At(_) => None,
    }
}

struct Reader<'p> {
    rest: std::iter::Peekable<std::str::Chars<'p>>,
    fold: bool,
    depth: usize,
}

impl Reader<'_> {
    fn whole(&mut self) -> Read<Node> {
        let node = self.alternatives()?;
        match self.rest.next() {
            None => Ok(node),
            Some(_) => Err(Bad::Invalid("parentheses () not balanced")),
        }
    }
}

impl Reader<'_> {
    fn alternatives(&mut self) -> Read<Node> {
        self.depth += 1;
        if self.depth > MOST_DEPTH {
            return Err(Bad::Limit("depth"));
        }
        let mut all = vec![self.sequence()?];
        while self.rest.next_if_eq(&'|').is_some() {
            all.push(self.sequence()?);
        }
        self.depth -= 1;
        Ok(if all.len() == 1 { all.remove(0) } else { Node::Either(all) })
    }

    fn sequence(&mut self) -> Read<Node> {
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

    fn repeated(&mut self, atom: Node) -> Read<Node> {
        let (least, most) = match self.rest.peek() {
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('?') => (0, Some(1)),
            Some('{') => {
                self.rest.next();
                self.bounds()?
            }
            _ => return Ok(atom),
        };
        // The sign itself, or the brace that closes the bounds.
        self.rest.next();
        let greedy = self.rest.next_if_eq(&'?').is_none();
        if matches!(self.rest.peek(), Some('*' | '+' | '?')) {
            return Err(Bad::Invalid("quantifier operand invalid"));
        }
        Ok(Node::Repeat { node: Box::new(atom), least, most, greedy })
    }

    /// `m`, `m,` and `m,n` up to the closing brace.
    fn bounds(&mut self) -> Read<(u32, Option<u32>)> {
        let mut text = String::new();
        while let Some(c) = self.rest.next_if(|c| *c != '}') {
            text.push(c);
        }
        if self.rest.peek().is_none() {
            return Err(Bad::Invalid("braces {} not balanced"));
        }
        let number = |s: &str| s.parse::<u32>().ok().filter(|n| *n <= 255);
        let wrong = || Bad::Invalid("invalid repetition count(s)");
        let (least, most) = match text.split_once(',') {
            None => (number(&text), Some(number(&text).ok_or_else(wrong)?)),
            Some((least, "")) => (number(least), None),
            Some((least, most)) => (number(least), Some(number(most).ok_or_else(wrong)?)),
        };
        match least {
            Some(least) if most.is_none_or(|most| least <= most) => Ok((least, most)),
            _ => Err(wrong()),
        }
    }

    fn atom(&mut self) -> Read<Node> {
        match self.rest.next() {
            Some('.') => Ok(Node::Any),
            Some('^') => Ok(Node::At(Place::Start)),
            Some('$') => Ok(Node::At(Place::End)),
            Some('(') => self.group(),
            Some('[') => self.class(),
            Some('\\') => self.escape(),
            Some('*' | '+' | '?') => Err(Bad::Invalid("quantifier operand invalid")),
            Some(c) => Ok(Node::Letter(c)),
            None => Ok(Node::Sequence(Vec::new())),
        }
    }

    fn group(&mut self) -> Read<Node> {
        if self.rest.next_if_eq(&'?').is_some() && self.rest.next() != Some(':') {
            return Err(Bad::Unsupported("lookaround in regular expressions"));
        }
        let node = self.alternatives()?;
        match self.rest.next() {
            Some(')') => Ok(node),
            _ => Err(Bad::Invalid("parentheses () not balanced")),
        }
    }

    fn escape(&mut self) -> Read<Node> {
        let Some(letter) = self.rest.next() else {
            return Err(Bad::Invalid("invalid escape \\ sequence"));
        };
        Ok(match letter {
            'd' | 'D' | 'w' | 'W' | 's' | 'S' => {
                let not = letter.is_ascii_uppercase();
                Node::Class { not, ranges: named_class(letter.to_ascii_lowercase()).into() }
            }
            'A' => Node::At(Place::Start),
            'Z' => Node::At(Place::End),
            'm' => Node::At(Place::WordStart),
            'M' => Node::At(Place::WordEnd),
            'y' => Node::At(Place::WordEdge),
            'Y' => Node::At(Place::NoEdge),
            'n' => Node::Letter('\n'),
            't' => Node::Letter('\t'),
            'r' => Node::Letter('\r'),
            '1'..='9' => {
                return Err(Bad::Unsupported("back references in regular expressions"));
            }
            c if c.is_alphanumeric() => return Err(Bad::Invalid("invalid escape \\ sequence")),
            c => Node::Letter(c),
        })
    }

    fn class(&mut self) -> Read<Node> {
        let not = self.rest.next_if_eq(&'^').is_some();
        let mut ranges = Vec::new();
        let mut first = true;
        loop {
            let Some(letter) = self.rest.next() else {
                return Err(Bad::Invalid("brackets [] not balanced"));
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
                    Node::Class { not: false, ranges: more } => ranges.extend(more.iter()),
                    _ => return Err(Bad::Invalid("invalid escape \\ sequence")),
                },
                low => {
                    let mut ahead = self.rest.clone();
                    let is_range =
                        ahead.next() == Some('-') && ahead.peek().is_some_and(|c| *c != ']');
                    if is_range {
                        self.rest.next();
                        let high = self.rest.next().unwrap_or(low);
                        if high < low {
                            return Err(Bad::Invalid("invalid character range"));
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
        Ok(Node::Class { not, ranges: ranges.into() })
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

fn posix_class(name: &str) -> Read<Vec<(char, char)>> {
    Ok(match name {
        "alpha" => vec![('a', 'z'), ('A', 'Z'), ('\u{aa}', '\u{2af}')],
        "digit" => vec![('0', '9')],
        "alnum" => vec![('a', 'z'), ('A', 'Z'), ('0', '9'), ('\u{aa}', '\u{2af}')],
        "upper" => vec![('A', 'Z')],
        "lower" => vec![('a', 'z')],
        "space" => named_class('s'),
        "xdigit" => vec![('0', '9'), ('a', 'f'), ('A', 'F')],
        "punct" => vec![('!', '/'), (':', '@'), ('[', '`'), ('{', '~')],
        _ => return Err(Bad::Invalid("invalid character class")),
    })
}
