//! Regular expressions: characters, classes, groups, alternatives and repetition, as PostgreSQL
//! (functions-matching, "POSIX Regular Expressions") and MySQL have them in common. Back references are
//! named as not supported; what groups matched is found out in `regex_groups`. All ways to match are followed side by side, so that the work
//! grows with the product of both lengths and never beyond.

use std::cell::Cell;
use std::rc::Rc;

use super::regex_groups::Tree;
use crate::error::ErrorKind;

/// Nesting of groups.
const MOST_DEPTH: usize = 100;
/// Parts of a pattern whose repetitions are written out.
const MOST_PARTS: usize = 20_000;
/// Steps after which a search is given up.
pub(super) const MOST_STEPS: usize = 50_000_000;

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

pub(super) type Read<T> = Result<T, Bad>;

/// Which of the matches that begin first is the match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prefer {
    /// The longest, or the shortest where the first repetition is of that kind (PostgreSQL).
    Length,
    /// That of the first alternatives (MySQL).
    First,
}

#[derive(Debug)]
pub(super) enum Node {
    Letter(char),
    Any,
    Class {
        not: bool,
        ranges: Rc<[(char, char)]>,
    },
    At(Place),
    Sequence(Vec<Node>),
    Either(Vec<Node>),
    Repeat {
        node: Box<Node>,
        least: u32,
        most: Option<u32>,
        greedy: bool,
        fixed: bool,
    },
    /// A group and its number.
    Group(usize, Box<Node>),
    /// What must, or must not, stand ahead or behind.
    Look {
        regex: Rc<Regex>,
        ahead: bool,
        not: bool,
    },
}

/// What holds between letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
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
    Look {
        regex: Rc<Regex>,
        ahead: bool,
        not: bool,
    },
    /// Either way, the first one first.
    Fork(usize, usize),
    Go(usize),
    Match,
}

/// How the matches of a pattern are chosen from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice {
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
    /// Its parts, where it has groups.
    pub(super) tree: Option<Box<Tree>>,
    /// How many groups it has.
    pub groups: usize,
    /// The steps that all searches with it have taken.
    work: Cell<usize>,
}

impl Regex {
    /// Reads a pattern; with `fold` letters in either case are the same.
    ///
    /// # Errors
    /// What is wrong in it.
    pub fn new(pattern: &str, fold: bool, prefer: Prefer) -> Read<Regex> {
        // Options stand before all else (functions-matching, "embedded options").
        let (pattern, fold) = match pattern.strip_prefix("(?").and_then(|p| p.split_once(')')) {
            Some(("i", rest)) => (rest, true),
            Some(("c", rest)) => (rest, false),
            _ => (pattern, fold),
        };
        let mut reader = Reader { rest: pattern.chars().peekable(), fold, depth: 0, groups: 0 };
        let node = reader.whole()?;
        let groups = reader.groups;
        let choice = match (prefer, greediness(&node)) {
            (Prefer::First, _) => Choice::First,
            (Prefer::Length, Some(false)) => Choice::Shortest,
            (Prefer::Length, _) => Choice::Longest,
        };
        let mut regex = Regex::of(&[&node], fold, choice)?;
        if groups > 0 && prefer == Prefer::Length {
            regex.tree = Some(Box::new(Tree::of(node, fold)?));
        }
        regex.groups = groups;
        Ok(regex)
    }

    /// What the parts are one after another.
    pub(super) fn of(nodes: &[&Node], fold: bool, choice: Choice) -> Read<Regex> {
        let (steps, work) = (Vec::new(), Cell::new(0));
        let mut regex = Regex { steps, fold, choice, tree: None, groups: 0, work };
        for node in nodes {
            regex.write(node)?;
        }
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
            Node::Look { regex, ahead, not } => {
                self.push(Step::Look { regex: regex.clone(), ahead: *ahead, not: *not })?
            }
            Node::Group(_, node) => return self.write(node),
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
            Node::Repeat { node, least, most, greedy, .. } => {
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
        self.find_in(subject, from, None)
    }

    /// As [`Regex::find`]; with a list of ends the match must begin at that place, and all ends that it may
    /// have are put into the list.
    pub(super) fn find_in(
        &self,
        subject: &[char],
        from: usize,
        mut ends: Option<&mut Vec<usize>>,
    ) -> Read<Option<(usize, usize)>> {
        let mut found: Option<(usize, usize)> = None;
        // Steps that are reached at a place, and where each way to them began: earlier ones first.
        let (mut now, mut next) = (Ways::new(self.steps.len()), Ways::new(self.steps.len()));
        for at in from..=subject.len() {
            if found.is_none() && (at == from || ends.is_none()) {
                self.reach(&mut now, 0, at, subject, at)?;
            }
            if now.list.is_empty() && (found.is_some() || ends.is_some()) {
                break;
            }
            self.work.set(self.work.get() + now.list.len() + 1);
            if self.work.get() > MOST_STEPS {
                return Err(Bad::Limit("steps"));
            }
            for (step, began) in std::mem::take(&mut now.list) {
                if found.is_some_and(|(first, _)| began > first) {
                    break;
                }
                let goes_on = match (&self.steps[step], subject.get(at)) {
                    (Step::Match, _) if ends.is_some() => {
                        ends.iter_mut().for_each(|ends| ends.push(at));
                        false
                    }
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
                    self.reach(&mut next, step + 1, began, subject, at + 1)?;
                }
            }
            std::mem::swap(&mut now, &mut next);
            next.forget();
        }
        Ok(found)
    }

    /// Notes a step and those that follow from it without a letter.
    fn reach(
        &self,
        ways: &mut Ways,
        step: usize,
        began: usize,
        subject: &[char],
        at: usize,
    ) -> Read<()> {
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
                Step::Look { regex, ahead, not } => {
                    let mut ends = Vec::new();
                    let there = match ahead {
                        true => {
                            regex.find_in(subject, at, Some(&mut ends))?;
                            !ends.is_empty()
                        }
                        false => regex.find(&subject[..at], 0)?.is_some(),
                    };
                    if there != *not {
                        open.push(step + 1);
                    }
                }
                _ => ways.list.push((step, began)),
            }
        }
        Ok(())
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
        for (start, end) in self.matches(&subject, 0, all)? {
            out.extend(&subject[from..start]);
            with(&subject[start..end], &mut out);
            from = end;
            if super::text::within(out.len()).is_err() {
                return Err(Bad::Limit("memory"));
            }
        }
        out.extend(subject.get(from..).unwrap_or_default());
        Ok(out)
    }

    /// The places of the matches from a place on, or of the first.
    ///
    /// # Errors
    /// It takes too long.
    pub fn matches(
        &self,
        subject: &[char],
        mut from: usize,
        all: bool,
    ) -> Read<Vec<(usize, usize)>> {
        let mut found = Vec::new();
        while from <= subject.len()
            && let Some((start, end)) = self.find(subject, from)?
        {
            found.push((start, end));
            from = end + usize::from(start == end);
            if !all {
                break;
            }
        }
        Ok(found)
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

pub(super) fn holds(place: Place, subject: &[char], at: usize) -> bool {
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
pub(super) fn greediness(node: &Node) -> Option<bool> {
    match node {
        Node::Repeat { node, fixed: true, .. } => greediness(node),
        Node::Repeat { greedy, .. } => Some(*greedy),
        Node::Sequence(nodes) => nodes.iter().find_map(greediness),
        Node::Either(_) => Some(true),
        Node::Group(_, node) => greediness(node),
        Node::Letter(_) | Node::Any | Node::Class { .. } | Node::At(_) | Node::Look { .. } => None,
    }
}

struct Reader<'p> {
    rest: std::iter::Peekable<std::str::Chars<'p>>,
    fold: bool,
    depth: usize,
    groups: usize,
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
        let (least, most, fixed) = match self.rest.peek() {
            Some('*') => (0, None, false),
            Some('+') => (1, None, false),
            Some('?') => (0, Some(1), false),
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
        Ok(Node::Repeat { node: Box::new(atom), least, most, greedy, fixed })
    }

    /// `m`, `m,` and `m,n` up to the closing brace, and whether it is the first.
    fn bounds(&mut self) -> Read<(u32, Option<u32>, bool)> {
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
            Some(least) if most.is_none_or(|most| least <= most) => {
                Ok((least, most, !text.contains(',')))
            }
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
        let mut number = None;
        let mut look = None;
        if self.rest.next_if_eq(&'?').is_none() {
            self.groups += 1;
            number = Some(self.groups);
        } else {
            let behind = self.rest.next_if_eq(&'<').is_some();
            match self.rest.next() {
                Some(':') if !behind => {}
                Some(sign @ ('=' | '!')) => look = Some((!behind, sign == '!')),
                Some(letter) if letter.is_alphabetic() || letter == '>' => {
                    return Err(Bad::Unsupported("options and named groups inside a pattern"));
                }
                _ => return Err(Bad::Invalid("quantifier operand invalid")),
            }
        }
        let known = self.groups;
        let node = self.alternatives()?;
        if self.rest.next() != Some(')') {
            return Err(Bad::Invalid("parentheses () not balanced"));
        }
        if let Some((ahead, not)) = look {
            // Nothing is captured in it (functions-matching, "lookaround constraints").
            self.groups = known;
            let end = Node::At(Place::End);
            let parts: &[&Node] = if ahead { &[&node] } else { &[&node, &end] };
            let regex = Rc::new(Regex::of(parts, self.fold, Choice::Longest)?);
            return Ok(Node::Look { regex, ahead, not });
        }
        Ok(match number {
            Some(number) => Node::Group(number, Box::new(node)),
            None => node,
        })
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
