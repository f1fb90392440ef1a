//! Text to tokens, one at a time and on demand. Skips blanks and comments. Reads no token's value:
//! that is done in `literal.rs` when the parser asks for it.

use super::operator_sign::postgres_sign;
use super::rules::{Caret, Grammar, ParamForms, SyntaxRules};
use super::token::{Keyword, Kind, Token};

/// A position in a text and the rules by which it is read.
#[derive(Clone, Copy)]
pub(crate) struct Lexer<'a> {
    text: &'a str,
    rules: &'a SyntaxRules,
    position: usize,
    /// Inside `/*! … */`, whose text MySQL reads as SQL.
    versioned: bool,
}

impl<'a> Lexer<'a> {
    /// Starts at byte `from`, which must be a character's first.
    pub(crate) fn new(text: &'a str, from: usize, rules: &'a SyntaxRules) -> Lexer<'a> {
        Lexer { text, rules, position: from.min(text.len()), versioned: false }
    }

    /// The next token.
    pub(crate) fn next(&mut self) -> Token {
        let (start, kind) = match self.skip_blanks() {
            Some(comment) => (comment, Kind::Bad),
            None => (self.position, self.kind()),
        };
        if kind == Kind::Bad {
            self.close_character();
        }
        Token { kind, start: start as u32, end: self.position as u32 }
    }

    fn byte(&self, ahead: usize) -> u8 {
        self.text.as_bytes().get(self.position + ahead).copied().unwrap_or(0)
    }

    fn at_end(&self) -> bool {
        self.position >= self.text.len()
    }

    /// Moves to the end of the character that a bad token stopped in.
    fn close_character(&mut self) {
        while !self.text.is_char_boundary(self.position) {
            self.position += 1;
        }
    }

    /// Skips blanks and comments. Gives the start of a comment that never ends, save in SQLite,
    /// which does not mind.
    fn skip_blanks(&mut self) -> Option<usize> {
        loop {
            match self.byte(0) {
                b' ' | b'\t' | b'\n' | b'\r' | 0x0c | 0x0b => self.position += 1,
                b'-' if self.byte(1) == b'-' && self.dashes_begin_comment() => self.skip_line(),
                b'#' if self.rules.mysql_comments => self.skip_line(),
                b'/' if self.byte(1) == b'*' => {
                    let opening = self.position;
                    if self.rules.mysql_comments && self.byte(2) == b'!' {
                        self.position += 3;
                        self.skip_digits();
                        self.versioned = true;
                    } else if !self.skip_block_comment() {
                        return (self.rules.grammar != Grammar::Sqlite).then_some(opening);
                    }
                }
                b'*' if self.versioned && self.byte(1) == b'/' => {
                    self.position += 2;
                    self.versioned = false;
                }
                // A byte-order mark at the start of a file.
                0xef if self.position == 0 && self.text.starts_with('\u{feff}') => {
                    self.position = '\u{feff}'.len_utf8();
                }
                _ => return None,
            }
        }
    }

    /// MySQL wants a blank after `--`, so that `5--1` is a subtraction.
    fn dashes_begin_comment(&self) -> bool {
        !self.rules.mysql_comments
            || self.position + 2 >= self.text.len()
            || self.byte(2).is_ascii_whitespace()
            || self.byte(2).is_ascii_control()
    }

    fn skip_line(&mut self) {
        while !self.at_end() && self.byte(0) != b'\n' {
            self.position += 1;
        }
    }

    fn skip_digits(&mut self) {
        while self.byte(0).is_ascii_digit() {
            self.position += 1;
        }
    }

    /// Skips `/* … */`; false when it is not closed, the position then being the text's end.
    fn skip_block_comment(&mut self) -> bool {
        let (bytes, opening) = (self.text.as_bytes(), self.position);
        let mut depth = 1usize;
        let mut at = opening + 2;
        while at < bytes.len() {
            match (bytes[at], bytes.get(at + 1)) {
                (b'*', Some(b'/')) => {
                    at += 2;
                    depth -= 1;
                    if depth == 0 {
                        self.position = at;
                        return true;
                    }
                }
                (b'/', Some(b'*')) if self.rules.nested_comments => {
                    at += 2;
                    depth += 1;
                }
                _ => at += 1,
            }
        }
        self.position = bytes.len();
        false
    }

    fn kind(&mut self) -> Kind {
        let rules = self.rules;
        let byte = self.byte(0);
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'_' | 0x80.. => self.word_or_prefixed_text(),
            b'0'..=b'9' => self.number(),
            b'.' if self.byte(1).is_ascii_digit() => self.number(),
            b'\'' => self.quoted_text(b'\'', rules.backslash_escapes, Kind::Text),
            b'"' if rules.string_quotes.contains(&'"') => {
                self.quoted_text(b'"', rules.backslash_escapes, Kind::Text)
            }
            b'"' | b'`' | b'[' if self.quotes_name(byte) => self.quoted_name(),
            b'$' => self.dollar(),
            b'?' if rules.params != ParamForms::Dollar => {
                self.position += 1;
                if rules.params == ParamForms::Sqlite {
                    self.skip_digits();
                }
                Kind::Param
            }
            b':' => self.colon(),
            b'@' if rules.grammar != Grammar::Postgresql => self.at_sign(),
            b'@' if is_word_start(self.byte(1)) => self.param_name(1),
            0 if self.at_end() => Kind::End,
            _ => self.sign(),
        }
    }

    fn quotes_name(&self, byte: u8) -> bool {
        self.rules.ident_quotes.iter().any(|(open, _)| *open == byte as char)
    }

    fn take(&mut self, length: usize, kind: Kind) -> Kind {
        self.position += length;
        kind
    }

    fn skip_word(&mut self) {
        while is_word(self.byte(0)) {
            self.position += 1;
        }
    }

    fn word_or_prefixed_text(&mut self) -> Kind {
        if self.byte(1) == b'\'' {
            let (rules, byte) = (self.rules, self.byte(0).to_ascii_lowercase());
            if byte == b'x' && (rules.hex_strings || rules.postgres_forms) {
                return self.digit_text(Kind::HexText);
            }
            if byte == b'b' && rules.grammar != Grammar::Sqlite {
                return self.digit_text(Kind::BitText);
            }
            if byte == b'e' && rules.postgres_forms {
                self.position += 1;
                return self.quoted_text(b'\'', true, Kind::EscapeText);
            }
            if byte == b'n' && rules.grammar != Grammar::Sqlite {
                self.position += 1;
                return self.quoted_text(b'\'', rules.backslash_escapes, Kind::NationalText);
            }
        }
        let unicode = matches!((self.byte(0) | 0x20, self.byte(1)), (b'u', b'&'));
        if unicode && self.rules.postgres_forms && matches!(self.byte(2), b'\'' | b'"') {
            self.position += 2;
            return self.quoted_text(self.byte(0), false, Kind::UnicodeText);
        }
        self.word()
    }

    fn word(&mut self) -> Kind {
        let start = self.position;
        self.skip_word();
        Kind::Word(Keyword::of(&self.text.as_bytes()[start..self.position]))
    }

    /// `x'…'` and `b'…'`: bad unless made of the right digits and whole bytes, which PostgreSQL
    /// judges later.
    fn digit_text(&mut self, kind: Kind) -> Kind {
        let start = self.position + 2;
        let Some(length) = self.text[start..].find('\'') else {
            return self.take(self.text.len() - self.position, Kind::Bad);
        };
        self.position = start + length + 1;
        let digits = &self.text.as_bytes()[start..start + length];
        let good = match kind {
            _ if self.rules.postgres_forms => true,
            Kind::HexText => {
                digits.iter().all(u8::is_ascii_hexdigit) && digits.len().is_multiple_of(2)
            }
            _ => digits.iter().all(|digit| matches!(digit, b'0' | b'1')),
        };
        if good { kind } else { Kind::Bad }
    }

    /// A string up to its closing quote; a doubled quote stands for one.
    fn quoted_text(&mut self, quote: u8, backslash: bool, kind: Kind) -> Kind {
        self.position += 1;
        while !self.at_end() {
            let byte = self.byte(0);
            if byte == quote {
                if self.byte(1) != quote {
                    return self.take(1, kind);
                }
                self.position += 1;
            } else if byte == b'\\' && backslash {
                self.position += 1;
            }
            self.position += 1;
        }
        self.position = self.text.len();
        Kind::Bad
    }

    fn quoted_name(&mut self) -> Kind {
        let open = self.byte(0);
        if open != b'[' {
            return self.quoted_text(open, false, Kind::Quoted);
        }
        while !self.at_end() {
            self.position += 1;
            if self.byte(0) == b']' {
                return self.take(1, Kind::Quoted);
            }
        }
        Kind::Bad
    }

    fn dollar(&mut self) -> Kind {
        match self.rules.params {
            ParamForms::Sqlite => self.param_name(1),
            ParamForms::Dollar if self.byte(1).is_ascii_digit() => {
                self.position += 1;
                self.skip_digits();
                if is_word_start(self.byte(0)) {
                    self.skip_word();
                    return Kind::Bad;
                }
                Kind::Param
            }
            ParamForms::Dollar => self.dollar_text(),
            // MySQL's names may begin with a dollar sign.
            ParamForms::Question => self.word(),
        }
    }

    fn dollar_text(&mut self) -> Kind {
        let start = self.position;
        let bytes = self.text.as_bytes();
        let mut end = start + 1;
        while bytes.get(end).is_some_and(|byte| is_word(*byte) && *byte != b'$') {
            end += 1;
        }
        if bytes.get(end) != Some(&b'$') {
            return self.take(1, Kind::Bad);
        }
        let tag = &self.text[start..=end];
        match self.text[end + 1..].find(tag) {
            Some(length) => self.take(end + 1 - start + length + tag.len(), Kind::DollarText),
            None => self.take(bytes.len() - start, Kind::Bad),
        }
    }

    /// `:name`, `@name`, `$name`: a mark and at least one character.
    fn param_name(&mut self, mark: usize) -> Kind {
        self.position += mark;
        let start = self.position;
        self.skip_word();
        if self.position == start { Kind::Bad } else { Kind::Param }
    }

    fn colon(&mut self) -> Kind {
        match self.byte(1) {
            b':' if self.rules.postgres_forms => self.take(2, Kind::DoubleColon),
            b'=' if self.rules.grammar != Grammar::Sqlite => self.take(2, Kind::ColonEq),
            byte if is_word_start(byte) || self.rules.params == ParamForms::Sqlite => {
                self.param_name(1)
            }
            _ => self.take(1, Kind::Colon),
        }
    }

    /// SQLite's parameter `@name`, MySQL's `@name`, `@'name'` and `@@name`.
    fn at_sign(&mut self) -> Kind {
        if self.rules.params == ParamForms::Sqlite {
            return self.param_name(1);
        }
        if self.byte(1) == b'@' {
            self.position += 2;
            self.skip_word();
            return Kind::SystemVariable;
        }
        self.position += 1;
        match self.byte(0) {
            quote @ (b'\'' | b'"' | b'`') => self.quoted_text(quote, false, Kind::UserVariable),
            _ => {
                while is_word(self.byte(0)) || self.byte(0) == b'.' {
                    self.position += 1;
                }
                Kind::UserVariable
            }
        }
    }

    fn number(&mut self) -> Kind {
        let start = self.position;
        let kind = self.number_kind();
        if !is_word(self.byte(0)) {
            return kind;
        }
        // MySQL: `1abc` is a name, `1.5abc` a number and a name. To the others it is nothing.
        let mysql = self.rules.grammar == Grammar::Mysql;
        let name = self.text.as_bytes()[start..self.position].iter().all(|byte| is_word(*byte));
        if mysql && !name {
            return kind;
        }
        self.skip_word();
        if mysql { Kind::Word(Keyword::NONE) } else { Kind::Bad }
    }

    fn number_kind(&mut self) -> Kind {
        let grammar = self.rules.grammar;
        if self.byte(0) == b'0' {
            let digit: fn(u8) -> bool = match self.byte(1) {
                b'x' | b'X' if grammar != Grammar::Mysql || self.byte(1) == b'x' => {
                    |byte| byte.is_ascii_hexdigit()
                }
                b'o' | b'O' if grammar == Grammar::Postgresql => |byte| matches!(byte, b'0'..=b'7'),
                b'b' | b'B' if grammar == Grammar::Postgresql => |byte| matches!(byte, b'0' | b'1'),
                b'b' if grammar == Grammar::Mysql => |byte| matches!(byte, b'0' | b'1'),
                _ => |_| false,
            };
            if digit(self.byte(2)) {
                self.position += 2;
                self.skip_grouped(digit);
                return Kind::Radix;
            }
        }
        let decimal = |byte: u8| byte.is_ascii_digit();
        let mut kind = Kind::Integer;
        self.skip_grouped(decimal);
        // `1..2` is a range of plpgsql.
        if self.byte(0) == b'.' && !(self.rules.postgres_forms && self.byte(1) == b'.') {
            self.position += 1;
            kind = Kind::Decimal;
            self.skip_grouped(decimal);
        }
        let sign = usize::from(matches!(self.byte(1), b'+' | b'-'));
        if matches!(self.byte(0), b'e' | b'E') && self.byte(1 + sign).is_ascii_digit() {
            self.position += 1 + sign;
            kind = Kind::Decimal;
            self.skip_grouped(decimal);
        }
        kind
    }

    /// Digits, with single underscores between them where the dialect has those.
    fn skip_grouped(&mut self, digit: fn(u8) -> bool) {
        let grouped = self.rules.grammar != Grammar::Mysql;
        while digit(self.byte(0)) || (grouped && self.byte(0) == b'_' && digit(self.byte(1))) {
            self.position += 1;
        }
    }

    fn sign(&mut self) -> Kind {
        let simple = match self.byte(0) {
            b'(' => Kind::LParen,
            b')' => Kind::RParen,
            b',' => Kind::Comma,
            b';' => Kind::Semicolon,
            b'.' if self.rules.postgres_forms && self.byte(1) == b'.' => {
                return self.take(2, Kind::DotDot);
            }
            b'.' => Kind::Dot,
            b'[' if self.rules.postgres_forms => Kind::LBracket,
            b']' if self.rules.postgres_forms => Kind::RBracket,
            b'=' if self.rules.postgres_forms && self.byte(1) == b'>' => {
                return self.take(2, Kind::FatArrow);
            }
            _ if self.rules.postgres_forms => {
                let (length, kind) = postgres_sign(&self.text.as_bytes()[self.position..]);
                return self.take(length, kind);
            }
            _ => return self.operator(),
        };
        self.take(1, simple)
    }

    /// The operators of SQLite and MySQL.
    fn operator(&mut self) -> Kind {
        let mysql = self.rules.grammar == Grammar::Mysql;
        let (length, kind) = match (self.byte(0), self.byte(1), self.byte(2)) {
            (b'<', b'=', b'>') if mysql => (3, Kind::SafeEq),
            (b'-', b'>', b'>') => (3, Kind::LongArrow),
            (b'-', b'>', _) => (2, Kind::Arrow),
            (b'<', b'=', _) => (2, Kind::Le),
            (b'<', b'>', _) | (b'!', b'=', _) => (2, Kind::Ne),
            (b'<', b'<', _) => (2, Kind::ShiftLeft),
            (b'>', b'=', _) => (2, Kind::Ge),
            (b'>', b'>', _) => (2, Kind::ShiftRight),
            (b'=', b'=', _) if !mysql => (2, Kind::EqEq),
            (b'|', b'|', _) => (2, Kind::PipePipe),
            (b'&', b'&', _) if mysql => (2, Kind::AmpAmp),
            (b'<', ..) => (1, Kind::Lt),
            (b'>', ..) => (1, Kind::Gt),
            (b'=', ..) => (1, Kind::Eq),
            (b'|', ..) => (1, Kind::Pipe),
            (b'&', ..) => (1, Kind::Amp),
            (b'+', ..) => (1, Kind::Plus),
            (b'-', ..) => (1, Kind::Minus),
            (b'*', ..) => (1, Kind::Star),
            (b'/', ..) => (1, Kind::Slash),
            (b'%', ..) => (1, Kind::Percent),
            (b'~', ..) => (1, Kind::Tilde),
            (b'!', ..) if mysql => (1, Kind::Bang),
            (b'^', ..) if self.rules.caret != Caret::Nothing => (1, Kind::Caret),
            _ => (1, Kind::Bad),
        };
        self.take(length, kind)
    }
}

fn is_word_start(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte == b'_' || byte >= 0x80
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'$' || byte >= 0x80
}
