//! Tokens and keywords. A token is a kind and a place; its text is read from the source when it
//! is needed (`literal.rs`, `name.rs`). What a keyword means is the parser's business.

use crate::span::Span;

pub(crate) use super::keyword::Keyword;

/// A token: what kind and which bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    pub(crate) start: u32,
    pub(crate) end: u32,
}

impl Token {
    /// Where it stands.
    pub(crate) fn span(self) -> Span {
        Span { source: 0, start: self.start, end: self.end }
    }
}

/// The kinds of token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The end of the text.
    End,
    /// No token: an unclosed string, a stray character, digits that run into letters.
    Bad,
    /// A word without quotes; `Keyword::NONE` when it is no keyword.
    Word(Keyword),
    /// A quoted identifier.
    Quoted,
    /// `'…'`, in MySQL also `"…"`.
    Text,
    /// `E'…'`.
    EscapeText,
    /// `$tag$…$tag$`.
    DollarText,
    /// `N'…'`.
    NationalText,
    /// `U&'…'` and `U&"…"`, which are recognised and not read.
    UnicodeText,
    /// `x'…'`.
    HexText,
    /// `b'…'`.
    BitText,
    /// Digits.
    Integer,
    /// Any other decimal number.
    Decimal,
    /// `0x…`, `0o…`, `0b…`.
    Radix,
    /// A parameter in any of its forms.
    Param,
    /// `@name`.
    UserVariable,
    /// `@@name`.
    SystemVariable,
    LParen,
    RParen,
    LBracket,
    RBracket,
    Comma,
    Semicolon,
    Dot,
    DotDot,
    Colon,
    ColonEq,
    DoubleColon,
    FatArrow,
    Star,
    Plus,
    Minus,
    Slash,
    Percent,
    Eq,
    EqEq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
    /// `<=>`.
    SafeEq,
    Pipe,
    PipePipe,
    Amp,
    AmpAmp,
    Caret,
    Hash,
    Tilde,
    Bang,
    ShiftLeft,
    ShiftRight,
    Arrow,
    LongArrow,
    HashArrow,
    HashLongArrow,
    /// `@>`.
    Contains,
    /// `<@`.
    ContainedBy,
    Question,
    /// `~*`.
    TildeStar,
    /// `!~`.
    NotTilde,
    /// `!~*`.
    NotTildeStar,
    /// `~~` and `~~*`, `!~~` and `!~~*`: how PostgreSQL prints LIKE and ILIKE.
    LikeSign,
    ILikeSign,
    NotLikeSign,
    NotILikeSign,
    /// An operator of PostgreSQL that the engine does not have.
    Operator,
}
