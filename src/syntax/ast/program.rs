//! Triggers, functions and the statements of their bodies.

use std::rc::Rc;

use super::{ColumnName, Expr, Ident, ObjectName, Query, Statement, TypeName};

/// The function that an assignment to an element calls; no name that a script can write.
pub const WITH_ELEMENT: &str = "\u{1}set";

/// `CREATE TRIGGER`.
#[derive(Debug, PartialEq)]
pub struct CreateTrigger {
    /// `TEMP`.
    pub temp: bool,
    /// `OR REPLACE`.
    pub or_replace: bool,
    /// `IF NOT EXISTS`.
    pub if_not_exists: bool,
    /// Its name.
    pub name: ObjectName,
    /// When.
    pub time: TriggerTime,
    /// On what, one or several joined by OR.
    pub events: Vec<TriggerEvent>,
    /// Its table.
    pub table: ObjectName,
    /// `REFERENCING OLD TABLE AS a NEW TABLE AS b`: names of the old and the new rows.
    pub transitions: [Option<Ident>; 2],
    /// `CREATE CONSTRAINT TRIGGER`, and whether it may be put off.
    pub constraint: Option<super::Deferrable>,
    /// `FOR EACH ROW` (the only form of SQLite and MySQL) or `FOR EACH STATEMENT`.
    pub each_row: bool,
    /// `FOLLOWS a` (true) or `PRECEDES a`.
    pub place: Option<(bool, Ident)>,
    /// `WHEN`.
    pub when: Option<Expr>,
    /// What it does.
    pub body: TriggerBody,
    /// The first table with a schema that it writes.
    pub qualified: Option<crate::span::Span>,
}

/// When a trigger runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TriggerTime {
    /// `BEFORE`.
    Before,
    /// `AFTER`.
    After,
    /// `INSTEAD OF`.
    InsteadOf,
}

impl TriggerTime {
    /// Its words.
    pub fn name(self) -> &'static str {
        match self {
            TriggerTime::Before => "BEFORE",
            TriggerTime::After => "AFTER",
            TriggerTime::InsteadOf => "INSTEAD OF",
        }
    }
}

/// What a trigger waits for.
#[derive(Clone, Debug, PartialEq)]
pub enum TriggerEvent {
    /// `INSERT`.
    Insert,
    /// `DELETE`.
    Delete,
    /// `UPDATE [OF columns]`.
    Update(Vec<Ident>),
    /// `TRUNCATE`.
    Truncate,
}

/// What a trigger does.
#[derive(Debug, PartialEq)]
pub enum TriggerBody {
    /// SQLite: statements between BEGIN and END.
    Statements(Vec<Rc<Statement>>),
    /// MySQL: one statement or a block.
    Block(Vec<ProcStatement>),
    /// PostgreSQL: `EXECUTE FUNCTION name(args)`.
    Function(ObjectName, Vec<Expr>),
}

/// `CREATE FUNCTION`; the body is parsed when its language is known.
#[derive(Debug, PartialEq)]
pub struct CreateFunction {
    /// `OR REPLACE`.
    pub or_replace: bool,
    /// Its name.
    pub name: ObjectName,
    /// `IF NOT EXISTS` (MySQL).
    pub if_not_exists: bool,
    /// Its parameters: name (if any) and type.
    pub params: Vec<(Option<Ident>, TypeName)>,
    /// OUT and INOUT of each parameter (MySQL).
    pub ways: Vec<u8>,
    /// `RETURNS type`; `TRIGGER` for trigger functions.
    pub returns: Option<TypeName>,
    /// `RETURNS SETOF type`.
    pub rows: bool,
    /// `RETURNS TABLE (name type, …)`.
    pub table: Vec<(Option<Ident>, TypeName)>,
    /// `CREATE PROCEDURE`.
    pub procedure: bool,
    /// `LANGUAGE name`, lower case.
    pub language: Rc<str>,
    /// The body's text.
    pub body: Rc<str>,
    /// Where that text begins, if it stands in the statement as it is (PostgreSQL).
    pub body_at: Option<u32>,
    /// `STRICT`, `RETURNS NULL ON NULL INPUT`.
    pub strict: bool,
    /// The one OUT parameter that the value is (PostgreSQL).
    pub out: Option<Ident>,
    /// The defaults of the last parameters (PostgreSQL).
    pub defaults: Vec<Expr>,
    /// A plpgsql body, parsed; none for other languages.
    pub block: Option<Rc<Vec<ProcStatement>>>,
}

/// A statement of a procedural body: MySQL's trigger blocks and PostgreSQL's plpgsql.
#[derive(Debug, PartialEq)]
pub enum ProcStatement {
    /// A plain SQL statement.
    Sql(Rc<Statement>),
    /// `SET NEW.a = expr`, `NEW.a := expr`, `var := expr`.
    Assign {
        /// `NEW.a` or a variable.
        target: ColumnName,
        /// The value.
        value: Expr,
    },
    /// `DECLARE name [CONSTANT] type [NOT NULL] [DEFAULT expr]`.
    Declare {
        /// The variable.
        name: Ident,
        /// Its type.
        ty: DeclaredType,
        /// Its first value.
        value: Option<Expr>,
        /// It may not be assigned.
        constant: bool,
        /// It may not be NULL.
        not_null: bool,
    },
    /// `IF … THEN … ELSEIF … ELSE … END IF`.
    If {
        /// Conditions and what they lead to.
        branches: Vec<(Expr, Vec<ProcStatement>)>,
        /// `ELSE`.
        otherwise: Vec<ProcStatement>,
    },
    /// `RETURN [expr]`.
    Return(Option<Expr>),
    /// `RETURN QUERY query`: its rows are added to what the function gives.
    ReturnQuery(Rc<Statement>),
    /// `RETURN NEXT [expr]`: one row is.
    ReturnNext(Option<Expr>),
    /// A statement whose first row is put into variables.
    Into {
        /// The statement.
        statement: Rc<Statement>,
        /// The variables.
        targets: Vec<ColumnName>,
        /// PostgreSQL's STRICT: there must be exactly one row.
        strict: bool,
    },
    /// A loop, and its label.
    Loop(LoopKind, Vec<ProcStatement>, Option<Rc<str>>),
    /// `EXIT [label] [WHEN …]`, or with the flag `CONTINUE [label] [WHEN …]`.
    Exit(bool, Option<Rc<str>>, Option<Expr>),
    /// `GET [STACKED] DIAGNOSTICS target = item, …`; items upper case.
    Diagnostics(Vec<(ColumnName, Rc<str>)>),
    /// MySQL's PREPARE, EXECUTE and DEALLOCATE PREPARE.
    Named(super::Named),
    /// PostgreSQL's `EXECUTE command [INTO targets] [USING values]`.
    Execute {
        /// The statement's text.
        command: Expr,
        /// INTO.
        targets: Vec<ColumnName>,
        /// Exactly one row.
        strict: bool,
        /// USING.
        using: Vec<Expr>,
        /// `RETURN QUERY EXECUTE`.
        gives: bool,
    },
    /// PostgreSQL's `RAISE level 'format', args USING …`; `RAISE` alone has neither level nor
    /// format nor condition.
    Raise {
        /// `EXCEPTION`, `NOTICE` …, upper case.
        level: Rc<str>,
        /// The format.
        format: Option<Rc<str>>,
        /// A condition's name or SQLSTATE in the place of the format.
        condition: Option<Rc<str>>,
        /// Its arguments.
        args: Vec<Expr>,
        /// `USING name = value`, names upper case.
        using: Vec<(Rc<str>, Expr)>,
    },
    /// MySQL's `SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = …`.
    Signal {
        /// The SQLSTATE or the name of a condition; empty where RESIGNAL names none.
        sqlstate: Rc<str>,
        /// `SET` items, names upper case.
        items: Vec<(Rc<str>, Expr)>,
        /// RESIGNAL.
        again: bool,
    },
    /// `DECLARE … HANDLER FOR …`: numbers, SQLSTATEs, names and classes of conditions.
    Handler {
        /// EXIT rather than CONTINUE.
        exit: bool,
        /// What it waits for.
        conditions: Vec<Rc<str>>,
        /// What it does.
        body: Vec<ProcStatement>,
    },
    /// `DECLARE name CONDITION FOR …`.
    Condition(Rc<str>, Rc<str>),
    /// `DECLARE name CURSOR FOR query`.
    DeclareCursor(Rc<str>, Rc<Statement>),
    /// OPEN, FETCH and CLOSE.
    Cursor(Rc<str>, CursorUse, Vec<ColumnName>),
    /// START TRANSACTION and the like.
    Transaction(Rc<Statement>),
    /// `BEGIN … EXCEPTION WHEN name THEN … END`.
    Block {
        /// The body.
        body: Vec<ProcStatement>,
        /// Handlers: condition names, lower case, and what they do.
        handlers: Vec<(Vec<Rc<str>>, Vec<ProcStatement>)>,
    },
    /// `PERFORM query`.
    Perform(Rc<Query>),
    /// `NULL;`.
    Nothing,
    /// `#variable_conflict use_column` (plpgsql).
    ColumnsWin,
}

/// The type of a variable.
#[derive(Clone, Debug, PartialEq)]
pub enum DeclaredType {
    /// A type by name.
    Named(TypeName),
    /// `column%TYPE`.
    OfColumn(ColumnName),
    /// `table%ROWTYPE`.
    RowOf(ObjectName),
    /// `RECORD`.
    Record,
}

/// What is done with a cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CursorUse {
    /// OPEN.
    Open,
    /// FETCH.
    Fetch,
    /// CLOSE.
    Close,
}

/// What a loop runs over.
#[derive(Debug, PartialEq)]
pub enum LoopKind {
    /// Nothing: a block.
    Once,
    /// `LOOP`.
    Forever,
    /// `WHILE condition LOOP`.
    While(Expr),
    /// `FOR name IN [REVERSE] from .. to [BY step] LOOP`.
    Range {
        /// The variable.
        name: Ident,
        /// First and last value.
        bounds: Box<(Expr, Expr)>,
        /// BY.
        step: Option<Expr>,
        /// REVERSE.
        reverse: bool,
    },
    /// `FOR targets IN query LOOP`.
    Rows(Vec<ColumnName>, Rc<Statement>),
    /// `FOR targets IN EXECUTE command [USING values] LOOP`.
    Execute(Vec<ColumnName>, Expr, Vec<Expr>),
    /// `FOREACH target IN ARRAY value LOOP`.
    Items(Vec<ColumnName>, Expr),
}
