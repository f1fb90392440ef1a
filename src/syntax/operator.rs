//! Which token is which operator and how tightly it binds, one table a grammar. How an operator's
//! right side is read is in `expr.rs`.

use super::ast::{BinaryOp, LikeOp};
use super::rules::{Grammar, SyntaxRules};
use super::token::{Keyword as K, Kind};

/// An operator that follows its left side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Infix {
    Binary(BinaryOp),
    Like(LikeOp),
    /// `!~` and its like, where the sign itself says NOT.
    NotLike(LikeOp),
    /// `<=>`.
    SafeEq,
    Is,
    /// `ISNULL`.
    IsNull,
    /// `NOTNULL`.
    NotNull,
    Between,
    In,
    /// `NOT` before LIKE, IN, BETWEEN or (SQLite) NULL.
    Not,
    Collate,
    AtTimeZone,
    Cast,
    Subscript,
    /// Recognised, without a meaning in the engine.
    Unsupported,
}

/// How tightly things bind, from loose to tight.
#[derive(Debug)]
pub(super) struct Levels {
    pub(super) not: u8,
    /// What may stand right of IS, LIKE, ESCAPE and in BETWEEN.
    pub(super) after_is: u8,
    pub(super) after_like: u8,
    pub(super) after_escape: u8,
    pub(super) between_low: u8,
    pub(super) between_high: u8,
    /// Operand of the unary `-`, `+`, `~` and MySQL's `!`.
    pub(super) sign: u8,
    /// Operand of PostgreSQL's unary `~`.
    pub(super) tilde: u8,
    /// The value of `DEFAULT` without parentheses.
    pub(super) default: u8,
    /// NOT may stand wherever an expression may.
    pub(super) not_anywhere: bool,
    /// Levels whose operators do not chain: `a = b = c` is an error.
    pub(super) single: &'static [u8],
}

// parse.y of SQLite 3.54, the %left and %right lines.
static SQLITE: Levels = Levels {
    not: 3,
    after_is: 5,
    after_like: 5,
    after_escape: 7,
    between_low: 3,
    between_high: 5,
    sign: 12,
    tilde: 12,
    default: 12,
    not_anywhere: true,
    single: &[],
};

// gram.y of PostgreSQL 18, the %left and %nonassoc lines.
static POSTGRESQL: Levels = Levels {
    not: 3,
    after_is: 5,
    after_like: 7,
    after_escape: 7,
    between_low: 7,
    between_high: 7,
    sign: 13,
    tilde: 8,
    default: 7,
    not_anywhere: true,
    single: &[4, 5, 6],
};

// sql_yacc.yy of MySQL 8.4: expr, bool_pri, predicate, bit_expr, simple_expr.
static MYSQL: Levels = Levels {
    not: 4,
    after_is: 7,
    after_like: 14,
    after_escape: 14,
    between_low: 8,
    between_high: 7,
    sign: 14,
    tilde: 14,
    default: 14,
    not_anywhere: false,
    single: &[7],
};

pub(super) fn levels(grammar: Grammar) -> &'static Levels {
    match grammar {
        Grammar::Sqlite => &SQLITE,
        Grammar::Postgresql => &POSTGRESQL,
        Grammar::Mysql => &MYSQL,
    }
}

/// The operator that a token is after a left side, and its level.
pub(super) fn infix(kind: Kind, rules: &SyntaxRules) -> Option<(u8, Infix)> {
    match rules.grammar {
        Grammar::Sqlite => sqlite(kind),
        Grammar::Postgresql => postgresql(kind),
        Grammar::Mysql => mysql(kind, rules.pipes_are_or),
    }
}

fn sqlite(kind: Kind) -> Option<(u8, Infix)> {
    use Infix::{Binary, Like};
    Some(match kind {
        Kind::Word(word) => match word {
            K::OR => (1, Binary(BinaryOp::Or)),
            K::AND => (2, Binary(BinaryOp::And)),
            K::IS => (4, Infix::Is),
            K::ISNULL => (4, Infix::IsNull),
            K::NOTNULL => (4, Infix::NotNull),
            K::NOT => (4, Infix::Not),
            K::IN => (4, Infix::In),
            K::BETWEEN => (4, Infix::Between),
            K::LIKE => (4, Like(LikeOp::Like)),
            K::GLOB => (4, Like(LikeOp::Glob)),
            K::REGEXP => (4, Like(LikeOp::Regexp)),
            K::MATCH => (4, Like(LikeOp::Match)),
            K::COLLATE => (11, Infix::Collate),
            _ => return None,
        },
        Kind::Eq | Kind::EqEq => (4, Binary(BinaryOp::Eq)),
        Kind::Ne => (4, Binary(BinaryOp::Ne)),
        Kind::Lt => (5, Binary(BinaryOp::Lt)),
        Kind::Le => (5, Binary(BinaryOp::Le)),
        Kind::Gt => (5, Binary(BinaryOp::Gt)),
        Kind::Ge => (5, Binary(BinaryOp::Ge)),
        Kind::Amp => (7, Binary(BinaryOp::BitAnd)),
        Kind::Pipe => (7, Binary(BinaryOp::BitOr)),
        Kind::ShiftLeft => (7, Binary(BinaryOp::ShiftLeft)),
        Kind::ShiftRight => (7, Binary(BinaryOp::ShiftRight)),
        Kind::Plus => (8, Binary(BinaryOp::Add)),
        Kind::Minus => (8, Binary(BinaryOp::Sub)),
        Kind::Star => (9, Binary(BinaryOp::Mul)),
        Kind::Slash => (9, Binary(BinaryOp::Div)),
        Kind::Percent => (9, Binary(BinaryOp::Mod)),
        Kind::PipePipe => (10, Binary(BinaryOp::Concat)),
        Kind::Arrow => (10, Binary(BinaryOp::Arrow)),
        Kind::LongArrow => (10, Binary(BinaryOp::LongArrow)),
        _ => return None,
    })
}

fn postgresql(kind: Kind) -> Option<(u8, Infix)> {
    use Infix::{Binary, Like, NotLike};
    Some(match kind {
        Kind::Word(word) => match word {
            K::OR => (1, Binary(BinaryOp::Or)),
            K::AND => (2, Binary(BinaryOp::And)),
            K::IS => (4, Infix::Is),
            K::ISNULL => (4, Infix::IsNull),
            K::NOTNULL => (4, Infix::NotNull),
            K::NOT => (6, Infix::Not),
            K::IN => (6, Infix::In),
            K::BETWEEN => (6, Infix::Between),
            K::LIKE => (6, Like(LikeOp::Like)),
            K::ILIKE => (6, Like(LikeOp::ILike)),
            K::SIMILAR => (6, Like(LikeOp::Similar)),
            K::OPERATOR | K::OVERLAPS => (7, Infix::Unsupported),
            K::AT => (11, Infix::AtTimeZone),
            K::COLLATE => (12, Infix::Collate),
            _ => return None,
        },
        Kind::Eq => (5, Binary(BinaryOp::Eq)),
        Kind::Ne => (5, Binary(BinaryOp::Ne)),
        Kind::Lt => (5, Binary(BinaryOp::Lt)),
        Kind::Le => (5, Binary(BinaryOp::Le)),
        Kind::Gt => (5, Binary(BinaryOp::Gt)),
        Kind::Ge => (5, Binary(BinaryOp::Ge)),
        Kind::Amp => (7, Binary(BinaryOp::BitAnd)),
        Kind::Pipe => (7, Binary(BinaryOp::BitOr)),
        Kind::Hash => (7, Binary(BinaryOp::BitXor)),
        Kind::ShiftLeft => (7, Binary(BinaryOp::ShiftLeft)),
        Kind::ShiftRight => (7, Binary(BinaryOp::ShiftRight)),
        Kind::PipePipe => (7, Binary(BinaryOp::Concat)),
        Kind::Arrow => (7, Binary(BinaryOp::Arrow)),
        Kind::LongArrow => (7, Binary(BinaryOp::LongArrow)),
        Kind::HashArrow => (7, Binary(BinaryOp::HashArrow)),
        Kind::HashLongArrow => (7, Binary(BinaryOp::HashLongArrow)),
        Kind::Contains => (7, Binary(BinaryOp::Contains)),
        Kind::ContainedBy => (7, Binary(BinaryOp::ContainedBy)),
        Kind::AmpAmp => (7, Binary(BinaryOp::Overlaps)),
        Kind::Question => (7, Binary(BinaryOp::HasKey)),
        Kind::Tilde => (7, Like(LikeOp::Regexp)),
        Kind::TildeStar => (7, Like(LikeOp::IRegexp)),
        Kind::NotTilde => (7, NotLike(LikeOp::Regexp)),
        Kind::NotTildeStar => (7, NotLike(LikeOp::IRegexp)),
        Kind::LikeSign => (7, Like(LikeOp::Like)),
        Kind::ILikeSign => (7, Like(LikeOp::ILike)),
        Kind::NotLikeSign => (7, NotLike(LikeOp::Like)),
        Kind::NotILikeSign => (7, NotLike(LikeOp::ILike)),
        Kind::Operator => (7, Infix::Unsupported),
        Kind::Plus => (8, Binary(BinaryOp::Add)),
        Kind::Minus => (8, Binary(BinaryOp::Sub)),
        Kind::Star => (9, Binary(BinaryOp::Mul)),
        Kind::Slash => (9, Binary(BinaryOp::Div)),
        Kind::Percent => (9, Binary(BinaryOp::Mod)),
        Kind::Caret => (10, Binary(BinaryOp::Power)),
        Kind::LBracket => (14, Infix::Subscript),
        Kind::DoubleColon => (15, Infix::Cast),
        _ => return None,
    })
}

fn mysql(kind: Kind, pipes_are_or: bool) -> Option<(u8, Infix)> {
    use Infix::{Binary, Like};
    Some(match kind {
        Kind::Word(word) => match word {
            K::OR => (1, Binary(BinaryOp::Or)),
            K::XOR => (2, Binary(BinaryOp::Xor)),
            K::AND => (3, Binary(BinaryOp::And)),
            K::IS => (6, Infix::Is),
            K::NOT => (7, Infix::Not),
            K::IN => (7, Infix::In),
            K::BETWEEN => (7, Infix::Between),
            K::LIKE => (7, Like(LikeOp::Like)),
            K::REGEXP | K::RLIKE => (7, Like(LikeOp::Regexp)),
            K::SOUNDS | K::MEMBER => (7, Infix::Unsupported),
            K::DIV => (12, Binary(BinaryOp::IntDiv)),
            K::MOD => (12, Binary(BinaryOp::Mod)),
            K::COLLATE => (15, Infix::Collate),
            _ => return None,
        },
        Kind::PipePipe if pipes_are_or => (1, Binary(BinaryOp::Or)),
        Kind::PipePipe => (14, Binary(BinaryOp::Concat)),
        Kind::AmpAmp => (3, Binary(BinaryOp::And)),
        Kind::Eq => (6, Binary(BinaryOp::Eq)),
        Kind::SafeEq => (6, Infix::SafeEq),
        Kind::Ne => (6, Binary(BinaryOp::Ne)),
        Kind::Lt => (6, Binary(BinaryOp::Lt)),
        Kind::Le => (6, Binary(BinaryOp::Le)),
        Kind::Gt => (6, Binary(BinaryOp::Gt)),
        Kind::Ge => (6, Binary(BinaryOp::Ge)),
        Kind::Pipe => (8, Binary(BinaryOp::BitOr)),
        Kind::Amp => (9, Binary(BinaryOp::BitAnd)),
        Kind::ShiftLeft => (10, Binary(BinaryOp::ShiftLeft)),
        Kind::ShiftRight => (10, Binary(BinaryOp::ShiftRight)),
        Kind::Plus => (11, Binary(BinaryOp::Add)),
        Kind::Minus => (11, Binary(BinaryOp::Sub)),
        Kind::Star => (12, Binary(BinaryOp::Mul)),
        Kind::Slash => (12, Binary(BinaryOp::Div)),
        Kind::Percent => (12, Binary(BinaryOp::Mod)),
        Kind::Caret => (13, Binary(BinaryOp::BitXor)),
        Kind::Arrow => (16, Binary(BinaryOp::Arrow)),
        Kind::LongArrow => (16, Binary(BinaryOp::LongArrow)),
        _ => return None,
    })
}

/// Whether the operator compares, so that ANY or ALL may follow it.
pub(super) fn compares(op: BinaryOp) -> bool {
    use BinaryOp::{Eq, Ge, Gt, Le, Lt, Ne};
    matches!(op, Eq | Ne | Lt | Le | Gt | Ge)
}
