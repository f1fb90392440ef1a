//! Where a statement ends that could not be parsed. Knows only as much grammar as it takes to tell
//! a semicolon inside a body from one at the end.

use super::lexer::Lexer;
use super::rules::{Grammar, SyntaxRules};
use super::token::{Keyword as K, Kind};

/// The end of the statement that begins at `from`, and where the next one begins.
pub(super) fn statement_end(text: &str, from: usize, rules: &SyntaxRules) -> (usize, usize) {
    let mut lexer = Lexer::new(text, from, rules);
    let mut bodies = Bodies::default();
    let mut end = from;
    loop {
        let token = lexer.next();
        match token.kind {
            Kind::End => return (end, text.len()),
            Kind::Semicolon if bodies.ends(rules.grammar) => return (end, token.end as usize),
            kind => bodies.see(kind),
        }
        end = token.end as usize;
    }
}

/// What was seen of a statement with a body.
#[derive(Default)]
struct Bodies {
    /// Number of tokens seen.
    seen: usize,
    /// Its first word is CREATE.
    creates: bool,
    /// It makes something that has a body.
    has_body: bool,
    /// MySQL: blocks and IFs that are open.
    depth: usize,
    /// The two tokens before this one.
    last: [Option<Kind>; 2],
}

impl Bodies {
    fn see(&mut self, kind: Kind) {
        if self.seen == 0 {
            self.creates = kind == Kind::Word(K::CREATE);
        }
        self.seen += 1;
        if let Kind::Word(word) = kind {
            self.see_word(word);
        }
        self.last = [self.last[1], Some(kind)];
    }

    fn see_word(&mut self, word: K) {
        match word {
            K::TRIGGER | K::PROCEDURE | K::FUNCTION | K::EVENT if self.creates => {
                self.has_body = true;
            }
            K::BEGIN => self.depth += 1,
            K::CASE if self.last[1] != Some(Kind::Word(K::END)) => self.depth += 1,
            K::IF | K::LOOP | K::WHILE | K::REPEAT if self.begins_statement() => self.depth += 1,
            K::END => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
    }

    /// Whether a statement of a body may begin after the last token; `END IF` is no IF.
    fn begins_statement(&self) -> bool {
        match self.last[1] {
            Some(Kind::Semicolon) => true,
            Some(Kind::Word(word)) => {
                matches!(word, K::BEGIN | K::THEN | K::ELSE | K::DO | K::LOOP | K::REPEAT | K::ROW)
            }
            _ => false,
        }
    }

    /// Whether a semicolon here ends the whole. SQLite's triggers end with `; END ;`
    /// (complete.c), MySQL's where every block is closed.
    fn ends(&self, grammar: Grammar) -> bool {
        match grammar {
            Grammar::Postgresql => true,
            _ if !self.has_body => true,
            Grammar::Sqlite => self.last == [Some(Kind::Semicolon), Some(Kind::Word(K::END))],
            Grammar::Mysql => self.depth == 0,
        }
    }
}
