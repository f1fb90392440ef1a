//! Bytes of a text to UTF-16 units with line and column. Nothing else in the engine knows UTF-16.

use super::dto;
use crate::span::Span;

/// The lines of one text: where each begins, in bytes and in UTF-16 units.
#[derive(Debug)]
pub struct Positions<'a> {
    text: &'a str,
    lines: Vec<(usize, usize)>,
}

impl<'a> Positions<'a> {
    /// Looks for the lines of a text.
    pub fn new(text: &'a str) -> Positions<'a> {
        let mut lines = vec![(0, 0)];
        let mut unit = 0;
        if text.is_ascii() {
            let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
            lines.extend(ends.map(|(at, _)| (at + 1, at + 1)));
            return Positions { text, lines };
        }
        for (at, letter) in text.char_indices() {
            unit += letter.len_utf16();
            if letter == '\n' {
                lines.push((at + 1, unit));
            }
        }
        Positions { text, lines }
    }

    /// A span of this text. `source` is its number among the sources.
    pub fn span(&self, span: Span, source: usize) -> dto::Span {
        let (line, start, column) = self.unit(span.start as usize);
        let (_, end, _) = self.unit(span.end as usize);
        dto::Span { source, start, end, line, column }
    }

    /// Line from 1, unit from 0 and column from 1 of a byte.
    fn unit(&self, byte: usize) -> (usize, usize, usize) {
        let line = self.lines.partition_point(|(start, _)| *start <= byte) - 1;
        let (start, unit) = self.lines[line];
        let before = self.text.get(start..byte).unwrap_or("");
        let units: usize =
            if before.is_ascii() { before.len() } else { before.encode_utf16().count() };
        (line + 1, unit + units, units + 1)
    }

    /// The character from 1 at a byte, as PostgreSQL counts positions.
    pub fn character(&self, byte: usize) -> usize {
        self.text.get(..byte).map_or(1, |before| before.chars().count() + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_as_javascript_does() {
        let text = "SELECT 'ä😀',\n  x FROM t";
        let at = text.find('x').map_or(0, |at| at);
        let span = Positions::new(text).span(Span::new(at, at + 1), 0);
        let units: Vec<u16> = text.encode_utf16().collect();
        assert_eq!(units[span.start], u16::from(b'x'));
        assert_eq!((span.end, span.line, span.column), (span.start + 1, 2, 3));
        assert_eq!(Positions::new(text).character(at), 16);
    }
}
