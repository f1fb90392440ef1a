//! MySQL: why a text is no JSON and where, in the words of the parser that it uses (RapidJSON, reader.h and
//! error/en.h). Reads only what `types::jsonb` has refused.

type Wrong = (&'static str, usize);

const VALUE: &str = "Invalid value.";

struct Scan<'t> {
    bytes: &'t [u8],
    at: usize,
    depth: usize,
}

/// What is wrong, and at which byte.
pub(super) fn wrong(text: &str) -> Wrong {
    let mut scan = Scan { bytes: text.as_bytes(), at: 0, depth: 0 };
    scan.blanks();
    if scan.at == text.len() {
        return ("The document is empty.", scan.at);
    }
    let found = scan.value().err();
    scan.blanks();
    found.unwrap_or(("The document root must not be followed by other values.", scan.at))
}

impl Scan<'_> {
    /// The next byte; 0 at the end.
    fn peek(&self) -> u8 {
        self.bytes.get(self.at).copied().unwrap_or(0)
    }

    fn eat(&mut self, byte: u8) -> bool {
        let is = self.at < self.bytes.len() && self.peek() == byte;
        self.at += usize::from(is);
        is
    }

    fn blanks(&mut self) {
        while matches!(self.peek(), b' ' | b'\n' | b'\r' | b'\t') {
            self.at += 1;
        }
    }

    fn value(&mut self) -> Result<(), Wrong> {
        self.depth += 1;
        if self.depth > 100 {
            return Err((VALUE, self.at));
        }
        match self.peek() {
            b'n' => self.word(b"null")?,
            b't' => self.word(b"true")?,
            b'f' => self.word(b"false")?,
            b'"' => self.string()?,
            b'[' => self.items(b']', "Missing a comma or ] after an array element.")?,
            b'{' => self.items(b'}', "Missing a comma or } after an object member.")?,
            _ => self.number()?,
        }
        self.depth -= 1;
        Ok(())
    }

    fn word(&mut self, word: &[u8]) -> Result<(), Wrong> {
        let whole = word.iter().all(|byte| self.eat(*byte));
        if whole { Ok(()) } else { Err((VALUE, self.at)) }
    }

    fn items(&mut self, end: u8, missing: &'static str) -> Result<(), Wrong> {
        self.at += 1;
        self.blanks();
        if self.eat(end) {
            return Ok(());
        }
        loop {
            if end == b'}' {
                if self.peek() != b'"' {
                    return Err(("Missing a name for object member.", self.at));
                }
                self.string()?;
                self.blanks();
                if !self.eat(b':') {
                    return Err(("Missing a colon after a name of object member.", self.at));
                }
                self.blanks();
            }
            self.value()?;
            self.blanks();
            if self.eat(end) {
                return Ok(());
            }
            if !self.eat(b',') {
                return Err((missing, self.at));
            }
            self.blanks();
        }
    }

    fn string(&mut self) -> Result<(), Wrong> {
        self.at += 1;
        loop {
            let start = self.at;
            match self.peek() {
                b'"' => {
                    self.at += 1;
                    return Ok(());
                }
                b'\\' => {
                    self.at += 1;
                    let escape = self.peek();
                    self.at += 1;
                    if escape == b'u' {
                        let digits = self.bytes.get(self.at..self.at + 4);
                        if !digits.is_some_and(|d| d.iter().all(u8::is_ascii_hexdigit)) {
                            let words = "Incorrect hex digit after \\u escape in string.";
                            return Err((words, start));
                        }
                    } else if !b"\"/\\bfnrt".contains(&escape) {
                        return Err(("Invalid escape character in string.", start));
                    }
                }
                0 => return Err(("Missing a closing quotation mark in string.", self.at)),
                byte if byte < b' ' => return Err(("Invalid encoding in string.", self.at)),
                _ => self.at += 1,
            }
        }
    }

    fn digits(&mut self, words: &'static str) -> Result<(), Wrong> {
        if !self.peek().is_ascii_digit() {
            return Err((words, self.at));
        }
        while self.peek().is_ascii_digit() {
            self.at += 1;
        }
        Ok(())
    }

    fn number(&mut self) -> Result<(), Wrong> {
        self.eat(b'-');
        if !self.eat(b'0') {
            self.digits(VALUE)?;
        }
        if self.eat(b'.') {
            self.digits("Miss fraction part in number.")?;
        }
        if self.eat(b'e') || self.eat(b'E') {
            if !self.eat(b'-') {
                self.eat(b'+');
            }
            self.digits("Miss exponent in number.")?;
        }
        Ok(())
    }
}
