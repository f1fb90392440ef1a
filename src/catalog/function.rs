//! Functions and types that statements have made.

use std::rc::Rc;

use super::ObjectId;
use crate::syntax::ast::ProcStatement;
use crate::types::Type;

/// A function.
#[derive(Clone, Debug)]
pub struct Function {
    /// Its number.
    pub id: ObjectId,
    /// Its schema.
    pub schema: Rc<str>,
    /// Its name.
    pub name: Rc<str>,
    /// Its parameters.
    pub params: Vec<(Option<Rc<str>>, Type)>,
    /// The name of its value in FROM, where that is not the function's.
    pub out: Option<Rc<str>>,
    /// It is not called where an argument is NULL.
    pub strict: bool,
    /// The defaults of the last of them.
    pub defaults: Rc<[crate::syntax::ast::Expr]>,
    /// OUT and INOUT of each parameter (MySQL).
    pub ways: Vec<u8>,
    /// What it gives.
    pub returns: Returns,
    /// The table that its rows are of.
    pub of: Option<ObjectId>,
    /// It always gives one row.
    pub one: bool,
    /// It is called by CALL alone.
    pub procedure: bool,
    /// What it does.
    pub body: Body,
    /// The text that the body's spans point into.
    pub text: Rc<str>,
    /// Where that began in its script.
    pub base: u32,
}

/// What a function gives.
#[derive(Clone, Debug, PartialEq)]
pub enum Returns {
    /// A row for a trigger.
    Trigger,
    /// Nothing.
    Void,
    /// A value.
    Value(Type),
    /// Rows of these columns; with the flag they are variables of the body (RETURNS TABLE).
    Rows(Vec<(Rc<str>, Type)>, bool),
}

/// What a function does.
#[derive(Clone, Debug)]
pub enum Body {
    /// A procedure.
    Block(Rc<Vec<ProcStatement>>),
    /// Statements in SQL; the first value of the last is the function's.
    Statements(Rc<Vec<Rc<crate::syntax::ast::Statement>>>),
}

/// A type.
#[derive(Clone, Debug)]
pub struct UserType {
    /// Its number.
    pub id: ObjectId,
    /// Its schema.
    pub schema: Rc<str>,
    /// Its name.
    pub name: Rc<str>,
    /// What it is.
    pub kind: UserTypeKind,
}

impl UserType {
    /// A domain with NOT NULL or CHECK.
    pub fn has_conditions(&self) -> bool {
        match &self.kind {
            UserTypeKind::Enum(_) => false,
            UserTypeKind::Domain(domain) => domain.not_null || !domain.checks.is_empty(),
        }
    }
}

/// The kinds of types that statements make.
#[derive(Clone, Debug)]
pub enum UserTypeKind {
    /// An enum.
    Enum(Rc<crate::types::EnumType>),
    /// A domain.
    Domain(Rc<Domain>),
}

/// A domain: a type with conditions.
#[derive(Debug)]
pub struct Domain {
    /// The type.
    pub base: Type,
    /// NOT NULL.
    pub not_null: bool,
    /// DEFAULT.
    pub default: Option<super::Default>,
    /// CHECK, over a column called `value`.
    pub checks: Vec<super::Check>,
}
