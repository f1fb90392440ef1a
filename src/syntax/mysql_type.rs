//! MySQL's types, which its grammar knows one by one: another word is a syntax error there.

use std::rc::Rc;

use super::ast::{TypeArg, TypeName};
use super::parser::Parser;
use super::token::{Keyword as K, Kind};
use crate::error::Result;

impl Parser<'_> {
    /// sql_yacc.yy of MySQL 8.4, rule `type`.
    pub(super) fn mysql_type(&mut self) -> Result<TypeName> {
        let start = self.token.start;
        let word = self.word();
        let name = match word {
            K::TINYINT
            | K::SMALLINT
            | K::MEDIUMINT
            | K::INT
            | K::BIGINT
            | K::BIT
            | K::BOOL
            | K::BOOLEAN
            | K::DECIMAL
            | K::FLOAT
            | K::REAL
            | K::CHAR
            | K::VARCHAR
            | K::BINARY
            | K::VARBINARY
            | K::TINYTEXT
            | K::TEXT
            | K::MEDIUMTEXT
            | K::LONGTEXT
            | K::TINYBLOB
            | K::BLOB
            | K::MEDIUMBLOB
            | K::LONGBLOB
            | K::DATE
            | K::TIME
            | K::DATETIME
            | K::TIMESTAMP
            | K::YEAR
            | K::JSON
            | K::ENUM
            | K::SET
            | K::SERIAL
            | K::DOUBLE
            | K::CHARACTER
            | K::NCHAR
            | K::NVARCHAR => word.text(),
            K::INTEGER | K::INT4 => "INT",
            K::INT1 => "TINYINT",
            K::INT2 => "SMALLINT",
            K::INT3 | K::MIDDLEINT => "MEDIUMINT",
            K::INT8 => "BIGINT",
            K::DEC | K::NUMERIC | K::FIXED => "DECIMAL",
            K::FLOAT4 => "FLOAT",
            K::FLOAT8 => "DOUBLE",
            K::LONG => "MEDIUMTEXT",
            K::NATIONAL => "CHAR",
            K::GEOMETRY
            | K::POINT
            | K::LINESTRING
            | K::POLYGON
            | K::MULTIPOINT
            | K::MULTILINESTRING
            | K::MULTIPOLYGON
            | K::GEOMETRYCOLLECTION => {
                return Err(self.unsupported("spatial types"));
            }
            _ => return Err(self.unexpected()),
        };
        self.advance();
        let mut name = name.to_owned();
        match word {
            K::DOUBLE => _ = self.eat_word(K::PRECISION),
            K::CHAR | K::CHARACTER | K::NCHAR | K::NATIONAL => {
                if word == K::NATIONAL
                    && self.eat_any(&[K::CHAR, K::CHARACTER, K::VARCHAR]).is_none()
                {
                    return Err(self.unexpected());
                }
                let varying = self.eat_any(&[K::VARYING, K::VARCHAR]).is_some();
                name = if varying { "VARCHAR" } else { "CHAR" }.to_owned();
            }
            K::NVARCHAR => "VARCHAR".clone_into(&mut name),
            _ => {}
        }
        let mut ty = self.finish_type(name, start);
        if matches!(word, K::ENUM | K::SET) {
            ty.args = self.paren_list(|parser| match parser.token.kind {
                Kind::Text => parser.text().map(TypeArg::Text),
                _ => Err(parser.unexpected()),
            })?;
        } else if self.at(Kind::LParen) {
            ty.args = self.type_numbers()?;
        } else if word == K::VARCHAR || word == K::VARBINARY {
            // The length is not optional.
            return Err(self.unexpected());
        }
        self.mysql_type_attributes(&mut ty)?;
        Ok(self.close_type(ty))
    }

    fn mysql_type_attributes(&mut self, ty: &mut TypeName) -> Result<()> {
        loop {
            match self.word() {
                K::UNSIGNED => ty.unsigned = true,
                // Zero-filled columns are unsigned (numeric-type-attributes.html).
                K::ZEROFILL => ty.unsigned = true,
                K::SIGNED => {}
                K::CHARACTER | K::CHAR if self.peek_word() == K::SET => {
                    self.advance();
                    self.advance();
                    ty.charset = Some(self.charset_name()?);
                    continue;
                }
                K::CHARSET => {
                    self.advance();
                    ty.charset = Some(self.charset_name()?);
                    continue;
                }
                K::ASCII => ty.charset = Some("latin1".into()),
                K::UNICODE => ty.charset = Some("ucs2".into()),
                K::BINARY => ty.charset = Some("utf8mb4_bin".into()),
                _ => return Ok(()),
            }
            self.advance();
        }
    }

    /// A character set: a name, a string or BINARY.
    pub(super) fn charset_name(&mut self) -> Result<Rc<str>> {
        match self.token.kind {
            Kind::Text => self.text(),
            Kind::Word(K::BINARY) => {
                self.advance();
                Ok("binary".into())
            }
            _ => Ok(Rc::from(self.name()?.text.to_ascii_lowercase())),
        }
    }

    /// sql_yacc.yy of MySQL 8.4, rule `cast_type`.
    pub(super) fn mysql_cast_type(&mut self) -> Result<TypeName> {
        let start = self.token.start;
        let word = self.word();
        match word {
            K::SIGNED | K::UNSIGNED => {
                self.advance();
                self.eat_any(&[K::INTEGER, K::INT]);
                let mut ty = self.finish_type("SIGNED".to_owned(), start);
                ty.unsigned = word == K::UNSIGNED;
                Ok(ty)
            }
            K::BINARY
            | K::CHAR
            | K::CHARACTER
            | K::NCHAR
            | K::DATE
            | K::DATETIME
            | K::TIME
            | K::YEAR
            | K::DECIMAL
            | K::DEC
            | K::NUMERIC
            | K::FIXED
            | K::JSON
            | K::REAL
            | K::DOUBLE
            | K::FLOAT => self.mysql_type(),
            _ => Err(self.unexpected()),
        }
    }
}
