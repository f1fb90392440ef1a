//! What PostgreSQL alone refuses, by name. The words and codes are its dialect's
//! (`dialect/postgresql_refusal.rs`), which has one line for each.

use super::ErrorKind;

/// Why a statement is refused. A comment names the words that [`Refusal::of`] is given with it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Refusal {
    /// Nothing on the search path is there.
    NoSchemaSelected,
    /// A name that only the system's schemas have: the name.
    SchemaName,
    /// ON COMMIT of a table that stays.
    OnCommit,
    /// DEFAULT in an expression.
    MisplacedDefault,
    /// The default of a column whose type changes is of another type: column, new type.
    DefaultType,
    /// A statement that no transaction block may hold: its words.
    InBlock,
    /// A domain's constraint that is not there: its name, the domain.
    NoDomainConstraint,
    /// A name that another constraint of the domain has: the name, the domain.
    DomainConstraintExists,
    /// WITH TIES without ORDER BY.
    TiesUnordered,
    /// LIMIT with two numbers.
    LimitPair,
    /// A parameter that nobody can give: its name.
    NoParameter,
    /// MATCH PARTIAL.
    MatchPartial,
    /// ALTER TABLE does something to a view that only tables have.
    NotOfViews,
    /// DROP NOT NULL of an identity.
    IdentityIsNotNull,
    /// EXECUTE … INTO STRICT of several rows.
    ManyRows,
    /// ORDER BY a column of another part of a compound.
    ColumnOfPart,
    /// More names than columns of a table of WITH.
    WithColumns,
    /// ORDER BY a name that result columns share.
    AmbiguousTerm,
    /// Values of a type that are not compared.
    NoEquality,
    /// Values of a type that are not sorted.
    NoOrdering,
    /// WITH names a table twice.
    WithTwice,
    /// A recursive table that is no UNION.
    RecursiveForm,
    /// A recursive table names itself where it may not.
    RecursiveReference,
    /// A recursive table with ORDER BY or LIMIT.
    RecursiveClause,
    /// An aggregate in the recursive part.
    RecursiveAggregate,
    /// The recursive part has other types.
    RecursiveType,
    /// A table of WITH that is not in sight yet.
    NotInSight,
    /// RETURN NEXT or QUERY where no rows are given.
    NoSetGiven,
    /// RETURN without a value.
    MissingExpression,
    /// RETURN with a value in a procedure.
    ReturnOfProcedure,
    /// RETURN with a value where rows are given.
    ReturnOfSet,
    /// RETURN with a value where none is given.
    ReturnGiven,
    /// RAISE … USING a NULL.
    NullOption,
    /// A condition of an exception that there is not.
    NoCondition,
    /// A text that is no SQLSTATE.
    BadSqlstate,
    /// EXIT or CONTINUE with no loop around.
    NoLoop,
    /// EXIT or CONTINUE of a label that is not around.
    NoLabel,
    /// DROP of something of another kind.
    NotDropped,
    /// VALIDATE CONSTRAINT of one that always is.
    NotValidatable,
    /// A NOT NULL that an identity needs.
    IdentityNotNull,
    /// USING INDEX: there is none of that name.
    NoIndex,
    /// USING INDEX: it is another table's.
    IndexElsewhere,
    /// USING INDEX: it is a constraint's already.
    IndexInUse,
    /// Columns of SET NULL for another event than DELETE.
    SetNullColumns,
    /// A constraint that cannot be deferred: its words.
    Misplaced,
    /// DEFERRABLE twice.
    DeferrableTwice,
    /// A parameter that is used as of two types: its number, both types.
    ParameterTypes,
    /// A parameter whose type was told too late: its number.
    ParameterUnclear,
    /// A parameter whose type nothing tells: its number.
    ParameterUntyped,
    /// EXECUTE: a value does not suit a parameter: its number, its type, the parameter's.
    ParameterValue,
    /// WHEN of a BEFORE trigger names a column that is computed later.
    WhenGenerated,
    /// An option of a sequence that is given twice.
    OptionTwice,
    /// A sequence of no whole numbers.
    SequenceType,
    /// CACHE below 1: its value.
    SequenceCache,
    /// A character that no text may have.
    ZeroByte,
    /// A write to a sequence: its name.
    SequenceChanged,
    /// A query of an index: its name.
    IndexOpened,
    /// INITIALLY twice.
    InitiallyTwice,
    /// Ordering or grouping by a constant that is no position: the clause.
    ConstantKey,
    /// INITIALLY DEFERRED of what is not deferrable.
    DeferredNotDeferrable,
    /// A hash index that is unique or has several columns: which.
    HashIndex,
    /// A trigger with an event twice: the second.
    EventTwice,
    /// A parameter without a default behind one that has one.
    DefaultMissing,
    /// CREATE FUNCTION without a body or a language: which.
    FunctionPart,
    /// A function without a type of result.
    NoResultType,
    /// The last statement of a function gives something else: the type, what is wrong.
    ReturnMismatch,
    /// A function's last statement gives no rows: the type.
    ReturnNothing,
    /// A function's last statement gives several columns: the type.
    ReturnColumns,
    /// A trigger function called like another.
    TriggerCalled,
    /// A trigger function that returns a plain value.
    ReturnNotRow,
    /// NULL for a variable declared NOT NULL: its name.
    NullVariable,
    /// A variable that is NOT NULL and has no first value: its name.
    VariableWithoutValue,
    /// A constant that is assigned to: its name.
    ConstantAssigned,
    /// FOREACH over NULL.
    NullLoop,
    /// A row of another query whose type has no name.
    UnnamedRow,
    /// COPY in a format that is not there: its name.
    CopyFormat,
    /// A delimiter of COPY that is not one byte.
    CopyDelimiter,
    /// An option of COPY that is not there: its name.
    CopyOption,
    /// A field of COPY whose quote does not end.
    CopyQuote,
    /// A header of COPY with too many or too few names: how many, and how many are wanted.
    CopyHeaderCount,
    /// A header of COPY with another name: the field's number, the name, the one wanted.
    CopyHeaderName,
    /// Rows that cannot be locked: the clause of FOR, and what stands in its way.
    Locking,
    /// The same of what is no SELECT of a table.
    LockingCompound,
    /// MERGE_ACTION() outside MERGE.
    MergeActionMisused,
    /// MERGE of a table into itself under one name: the name.
    MergeName,
    /// A subquery with many or few columns: which.
    SubqueryWidth,
    /// ORDER BY of what SELECT DISTINCT does not show.
    DistinctOrder,
    /// DISTINCT ON and ORDER BY that begin differently.
    DistinctOnOrder,
    /// ON CONFLICT with a column's order: its words.
    TargetOrder,
    /// A bound of a sequence beyond its type: word, value, type.
    SequenceBound,
    /// TRUNCATE trigger for each row.
    TruncateEachRow,
    /// WHEN of a statement's trigger that looks at a column.
    StatementWhen,
    /// Transition tables of a trigger that is not AFTER.
    TransitionTime,
    /// Transition tables of TRUNCATE.
    TransitionTruncate,
    /// OLD TABLE of INSERT.
    TransitionOld,
    /// NEW TABLE of DELETE.
    TransitionNew,
    /// Transition tables of UPDATE OF columns.
    TransitionColumns,
    /// Transition tables of several events.
    TransitionEvents,
    /// Two transition tables of one name.
    TransitionNames,
    /// A column called like one of the system's: its name.
    SystemColumnName,
    /// COLLATE of a type without collations: the type.
    NotCollatable,
    /// A constraint that is not there: its name, the table.
    NoTableConstraint,
    /// VALIDATE of what is not enforced.
    NotEnforced,
    /// A second NOT NULL of another name: name, column, table, the first one's name.
    SecondNotNull,
    /// A column's type that a view needs: view, column.
    TypeSeen,
    /// A column of a view that is none of its table: the verb, the column, the view.
    ViewColumn,
}

impl Refusal {
    /// The error, with the words that it is about.
    pub fn of(self, words: &[&str]) -> ErrorKind {
        ErrorKind::Refused(self, words.iter().map(|w| w.to_string()).collect())
    }
}
