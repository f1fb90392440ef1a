//! Where something stands in a text of SQL. Counts bytes; the api turns them into UTF-16 units.

/// A stretch of one source: bytes `start..end` of the text that `source` numbers.
///
/// Source 0 is the script being run. Further sources are the texts of the `CREATE` statements
/// whose words can decide later: constraints and triggers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// Number of the source text.
    pub source: u32,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span of the script itself.
    pub fn new(start: usize, end: usize) -> Span {
        Span { source: 0, start: start as u32, end: end as u32 }
    }

    /// The smallest span that holds both.
    pub fn to(self, other: Span) -> Span {
        Span {
            source: self.source,
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// The text that the span covers, or nothing when it does not fit this text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or("")
    }
}
