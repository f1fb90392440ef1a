//! What the groups of a regular expression matched: the match is known, and is divided among the parts of
//! the pattern. Each takes as much as it can, or as little where it is of that kind, the first ones
//! first (functions-matching, "Regular Expression Matching Rules").

use super::regex::{Bad, Choice, MOST_STEPS, Node, Read, Regex, greediness};

/// Nesting of parts and of their repetitions.
const MOST_DEPTH: usize = 1000;

/// A pattern in parts.
#[derive(Debug)]
pub(super) enum Tree {
    /// Without groups.
    Plain(Regex),
    Sequence(Vec<(Tree, bool)>),
    Either(Vec<Tree>),
    /// The part, how often, and whether it wants to be long.
    Repeat(Box<Tree>, u32, Option<u32>, bool),
    Group(usize, Box<Tree>),
}

/// Where groups begin and end.
pub type Groups = Vec<Option<(usize, usize)>>;

fn has_groups(node: &Node) -> bool {
    match node {
        Node::Group(..) => true,
        Node::Sequence(nodes) | Node::Either(nodes) => nodes.iter().any(has_groups),
        Node::Repeat { node, .. } => has_groups(node),
        _ => false,
    }
}

fn is_long(node: &Node) -> bool {
    greediness(node) != Some(false)
}

impl Tree {
    pub(super) fn of(node: Node, fold: bool) -> Read<Tree> {
        if !has_groups(&node) {
            return Ok(Tree::Plain(Regex::of(&[&node], fold, Choice::Longest)?));
        }
        Ok(match node {
            Node::Group(number, node) => Tree::Group(number, Box::new(Tree::of(*node, fold)?)),
            Node::Repeat { node, least, most, .. } => {
                let long = is_long(&node);
                Tree::Repeat(Box::new(Tree::of(*node, fold)?), least, most, long)
            }
            Node::Either(nodes) => {
                let parts: Read<Vec<Tree>> =
                    nodes.into_iter().map(|node| Tree::of(node, fold)).collect();
                Tree::Either(parts?)
            }
            Node::Sequence(nodes) => {
                let mut parts = Vec::new();
                for node in nodes {
                    let long = is_long(&node);
                    parts.push((Tree::of(node, fold)?, long));
                }
                Tree::Sequence(parts)
            }
            _ => Tree::Sequence(Vec::new()),
        })
    }
}

impl Regex {
    /// Where the groups of a match begin and end, the whole first.
    ///
    /// # Errors
    /// It takes too long.
    pub fn groups_of(&self, subject: &[char], (start, end): (usize, usize)) -> Read<Groups> {
        let mut found = vec![None; self.groups + 1];
        if let Some(tree) = &self.tree {
            let mut work = Work { subject, found, steps: 0, depth: 0 };
            work.divide(tree, start, end)?;
            found = work.found;
        }
        found[0] = Some((start, end));
        Ok(found)
    }
}

/// What a part without groups of its own, or a group of such a part, is.
fn plain(tree: &Tree) -> Option<&Regex> {
    match tree {
        Tree::Plain(regex) => Some(regex),
        Tree::Group(_, inner) => plain(inner),
        _ => None,
    }
}

struct Work<'s> {
    subject: &'s [char],
    found: Groups,
    steps: usize,
    depth: usize,
}

impl Work<'_> {
    /// Whether a part matches from a place to another.
    fn divide(&mut self, tree: &Tree, start: usize, end: usize) -> Read<bool> {
        self.depth += 1;
        if self.depth > MOST_DEPTH {
            return Err(Bad::Limit("depth"));
        }
        let known = self.found.clone();
        let fits = match tree {
            Tree::Plain(_) => self.ends(tree, start, end, true)?.contains(&end),
            Tree::Group(number, tree) => {
                let fits = self.divide(tree, start, end)?;
                self.found[*number] = Some((start, end));
                fits
            }
            Tree::Either(parts) => {
                let mut fits = false;
                for part in parts {
                    fits = fits || self.divide(part, start, end)?;
                }
                fits
            }
            Tree::Sequence(parts) => self.sequence(parts, start, end)?,
            Tree::Repeat(part, least, most, long) => {
                self.repeat((part, *long), (*least, *most), start, end)?
            }
        };
        if !fits {
            self.found = known;
        }
        self.depth -= 1;
        Ok(fits)
    }

    /// Where a part may end that begins at a place, the wanted ends first.
    fn ends(&mut self, tree: &Tree, start: usize, end: usize, long: bool) -> Read<Vec<usize>> {
        let mut ends = Vec::new();
        match plain(tree) {
            Some(regex) => {
                regex.find_in(self.subject, start, Some(&mut ends))?;
                ends.retain(|at| *at <= end);
            }
            None => ends.extend(start..=end),
        }
        // What was found so far is copied for each.
        self.steps += end - start + 1 + self.found.len();
        if self.steps > MOST_STEPS / 10 {
            return Err(Bad::Limit("steps"));
        }
        if long {
            ends.reverse();
        }
        Ok(ends)
    }

    fn sequence(&mut self, parts: &[(Tree, bool)], start: usize, end: usize) -> Read<bool> {
        let Some(((first, long), rest)) = parts.split_first() else { return Ok(start == end) };
        if rest.is_empty() {
            return self.divide(first, start, end);
        }
        self.depth += 1;
        if self.depth > MOST_DEPTH {
            return Err(Bad::Limit("depth"));
        }
        let known = self.found.clone();
        for at in self.ends(first, start, end, *long)? {
            let plain = matches!(first, Tree::Plain(_));
            if (plain || self.divide(first, start, at)?) && self.sequence(rest, at, end)? {
                self.depth -= 1;
                return Ok(true);
            }
            self.found.clone_from(&known);
        }
        self.depth -= 1;
        Ok(false)
    }

    fn repeat(
        &mut self,
        part: (&Tree, bool),
        (least, most): (u32, Option<u32>),
        start: usize,
        end: usize,
    ) -> Read<bool> {
        if start == end {
            return Ok(least == 0 || self.divide(part.0, start, end)?);
        }
        if most == Some(0) {
            return Ok(false);
        }
        self.depth += 1;
        let known = self.found.clone();
        for at in self.ends(part.0, start, end, part.1)? {
            let left = (least.saturating_sub(1), most.map(|most| most - 1));
            if at > start && self.divide(part.0, start, at)? && self.repeat(part, left, at, end)? {
                self.depth -= 1;
                return Ok(true);
            }
            self.found.clone_from(&known);
        }
        self.depth -= 1;
        Ok(false)
    }
}
