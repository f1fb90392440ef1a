//! Bytes of a text to UTF-16 units with line and column. Nothing else in the engine knows UTF-16.

use super::dto;
use crate::span::Span;

/// One text with places whose units are known, so that counting never begins far away.
#[derive(Debug)]
pub struct Positions<'a> {
    text: &'a str,
    marks: Vec<Mark>,
    ascii: bool,
}

/// A place from which is counted: where a line begins, and some within a long one.
#[derive(Debug)]
struct Mark {
    byte: usize,
    /// Its unit.
    unit: usize,
    /// Its line, from 0.
    line: usize,
    /// Where that line begins, in units.
    line_unit: usize,
}

/// How far marks are apart within a line, in bytes.
const APART: usize = 1024;

impl<'a> Positions<'a> {
    /// Looks for the lines of a text.
    pub fn new(text: &'a str) -> Positions<'a> {
        let mut marks = vec![Mark { byte: 0, unit: 0, line: 0, line_unit: 0 }];
        // Of plain text only the lines need be looked for: from them on units are bytes.
        if text.is_ascii() {
            let mut end = 0;
            for (line, words) in text.split_inclusive('\n').enumerate() {
                end += words.len();
                if words.ends_with('\n') {
                    marks.push(Mark { byte: end, unit: end, line: line + 1, line_unit: end });
                }
            }
            return Positions { text, marks, ascii: true };
        }
        let (mut unit, mut line, mut line_unit, mut last) = (0, 0, 0, 0);
        for (at, letter) in text.char_indices() {
            if at - last >= APART {
                last = at;
                marks.push(Mark { byte: at, unit, line, line_unit });
            }
            unit += letter.len_utf16();
            if letter == '\n' {
                (line, line_unit, last) = (line + 1, unit, at + 1);
                marks.push(Mark { byte: last, unit, line, line_unit });
            }
        }
        Positions { text, marks, ascii: false }
    }

    /// A span of this text. `source` is its number among the sources.
    pub fn span(&self, span: Span, source: usize) -> dto::Span {
        let (line, start, column) = self.unit(span.start as usize);
        let (_, end, _) = self.unit(span.end as usize);
        dto::Span { source, start, end, line, column }
    }

    /// Line from 1, unit from 0 and column from 1 of a byte.
    fn unit(&self, byte: usize) -> (usize, usize, usize) {
        let mark = &self.marks[self.marks.partition_point(|m| m.byte <= byte) - 1];
        let between = self.text.get(mark.byte..byte).unwrap_or("");
        let units = match self.ascii {
            true => between.len(),
            false => between.chars().map(char::len_utf16).sum(),
        };
        let unit = mark.unit + units;
        (mark.line + 1, unit, unit - mark.line_unit + 1)
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

    #[test]
    fn counts_within_long_lines() {
        let plain = "a\n".repeat(3) + &"y".repeat(3000) + "\n\nz";
        let other = "aä😀\n".repeat(3) + &"xü😀".repeat(2000) + "\n" + &"y".repeat(3000);
        for text in [plain, other] {
            let positions = Positions::new(&text);
            for (byte, _) in text.char_indices() {
                let before = &text[..byte];
                let line = before.rsplit('\n').next().unwrap_or("");
                let column = line.encode_utf16().count() + 1;
                let number = before.matches('\n').count() + 1;
                assert_eq!(positions.unit(byte), (number, before.encode_utf16().count(), column));
            }
        }
    }
}
