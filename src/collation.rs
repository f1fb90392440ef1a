//! Collations: how text compares, and the hash that agrees with it.

use std::cmp::Ordering;
use std::hash::Hasher;

use rustc_hash::FxHasher;

use crate::types::{fold, jsonb};

/// A collation: a name, what it treats as the same letter, and whether trailing blanks count.
#[derive(Debug)]
pub struct Collation {
    /// Its name, as the database writes it.
    pub name: &'static str,
    /// Which letters are the same.
    pub fold: Fold,
    /// Trailing blanks do not count (SQLite's RTRIM, MySQL's PAD SPACE).
    pub pad: bool,
}

/// Which letters a collation treats as the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    /// None: bytes are compared.
    None,
    /// `A` to `Z` are `a` to `z`, nothing else.
    Ascii,
    /// Case does not matter, accents do.
    Case,
    /// Neither case nor accents matter, and ß is ss.
    CaseAndAccent,
    /// The same, but letters with a stroke and æ are letters of their own, and so is nothing beyond
    /// the first 65536 (MySQL's `unicode_ci`).
    Unicode4,
    /// The same as that, each letter alone: ß is s, and no letter is two (MySQL's `general_ci`).
    General,
    /// The text is JSON, which compares as PostgreSQL's jsonb.
    Json,
}

/// Compares bytes: SQLite's BINARY, PostgreSQL's C, and the order of everything that is not text.
pub static BINARY: Collation = Collation { name: "BINARY", fold: Fold::None, pad: false };
/// What compares as PostgreSQL's jsonb; it has no name of its own.
pub static JSONB: Collation = Collation { name: "BINARY", fold: Fold::Json, pad: false };
/// SQLite's NOCASE.
pub static NOCASE: Collation = Collation { name: "NOCASE", fold: Fold::Ascii, pad: false };
/// SQLite's RTRIM.
pub static RTRIM: Collation = Collation { name: "RTRIM", fold: Fold::None, pad: true };

impl Collation {
    /// The order of two texts.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        let (a, b) = (self.trimmed(a), self.trimmed(b));
        match self.fold {
            Fold::None => a.as_bytes().cmp(b.as_bytes()),
            Fold::Json => jsonb::compare(a, b),
            Fold::Ascii => {
                let lower = |s: &u8| s.to_ascii_lowercase();
                a.as_bytes().iter().map(lower).cmp(b.as_bytes().iter().map(lower))
            }
            Fold::Case => fold::case(a).cmp(fold::case(b)),
            Fold::CaseAndAccent => fold::case_and_accent(a).cmp(fold::case_and_accent(b)),
            Fold::Unicode4 | Fold::General => {
                let alone = self.fold == Fold::General;
                fold::older(a, alone).cmp(fold::older(b, alone))
            }
        }
    }

    /// Whether texts compare as their bytes do.
    pub fn is_bytes(&self) -> bool {
        self.fold == Fold::None && !self.pad
    }

    /// Adds a text to a hash, so that texts that compare equal hash alike.
    pub fn hash(&self, text: &str, hasher: &mut FxHasher) {
        let text = self.trimmed(text);
        match self.fold {
            Fold::None => hasher.write(text.as_bytes()),
            Fold::Json => hasher.write(jsonb::hash_key(text).as_bytes()),
            Fold::Ascii => text.bytes().for_each(|b| hasher.write_u8(b.to_ascii_lowercase())),
            Fold::Case => fold::case(text).for_each(|c| hasher.write_u32(c as u32)),
            Fold::CaseAndAccent => {
                fold::case_and_accent(text).for_each(|c| hasher.write_u32(c as u32));
            }
            Fold::Unicode4 | Fold::General => {
                let alone = self.fold == Fold::General;
                fold::older(text, alone).for_each(|c| hasher.write_u32(c as u32));
            }
        }
    }

    fn trimmed<'a>(&self, text: &'a str) -> &'a str {
        if self.pad { text.trim_end_matches(' ') } else { text }
    }
}
