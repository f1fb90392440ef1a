//! CREATE TABLE: columns and constraints → a table with its indexes and sequences.

mod foreign;
mod keys;
mod like;

use std::rc::Rc;

use crate::catalog::{
    Check, Column, Default, Generated, Index, IndexOrigin, NotNull, Sequence, Table,
};
use crate::error::{ErrorKind, Refusal, Result};
use crate::order::sort_by_number;
use crate::plan::conflict::used_columns;
use crate::plan::ddl::{NewTable, new_sequence};
use crate::plan::rules::CheckName;
use crate::plan::{PlanRules, Planner};
use crate::span::Span;
use crate::syntax::ast;
use crate::syntax::conflict::OrClause;

/// Puts a CREATE TABLE together.
pub(super) struct TableBuilder<'p, 'c> {
    planner: &'p mut Planner<'c>,
    pub(super) table: Table,
    indexes: Vec<Index>,
    /// Where each of them begins in the statement.
    starts: Vec<u32>,
    sequences: Vec<(usize, Sequence)>,
    /// Keys in order of declaration, of the columns first.
    keys: Vec<Key>,
    /// SQLite: a constraint's name goes on to the next constraint that has none.
    sticky: Option<Rc<str>>,
    automatic: usize,
    /// Names of keys that the table has already, where each table has its own.
    pub(super) others: Vec<Rc<str>>,
    unnamed_checks: usize,
}

/// A key constraint.
struct Key {
    name: Option<Rc<str>>,
    terms: Vec<ast::IndexTerm>,
    /// The column of a column constraint.
    column: Option<usize>,
    primary: bool,
    unique: bool,
    nulls_distinct: bool,
    include: Vec<ast::Ident>,
    exclusion: Option<Vec<ast::BinaryOp>>,
    /// The WHERE of an EXCLUDE constraint.
    filter: Option<ast::Expr>,
    on_conflict: Option<OrClause>,
    deferrable: ast::Deferrable,
    options: ast::IndexOptions,
    span: Span,
    autoincrement: Option<Span>,
}

impl<'p, 'c> TableBuilder<'p, 'c> {
    pub(super) fn new(
        planner: &'p mut Planner<'c>,
        create: &ast::CreateTable,
        schema: Rc<str>,
        name: Rc<str>,
        span: Span,
    ) -> TableBuilder<'p, 'c> {
        let sql = Rc::from((planner.rules.ddl.stored_sql)(&planner.text_of(span)));
        let given = |wanted: &str| {
            let found = create.options.iter().rfind(|(name, _)| &**name == wanted);
            found.map(|(_, value)| value.clone())
        };
        let table = Table {
            id: 0,
            schema,
            name,
            columns: Vec::new(),
            rowid_key: None,
            autoincrement: false,
            on_commit: create.on_commit,
            primary_key: Vec::new(),
            checks: Vec::new(),
            foreign_keys: Vec::new(),
            without_rowid: create.without_rowid,
            strict: create.strict,
            keys_off: false,
            unproven: Vec::new(),
            collation: None,
            comment: given("COMMENT").filter(|text| !text.is_empty()),
            sql,
            text: planner.text_of(span),
            base: span.start,
        };
        TableBuilder::over(planner, table)
    }

    /// Goes on with a table that is there.
    pub(super) fn over(planner: &'p mut Planner<'c>, table: Table) -> TableBuilder<'p, 'c> {
        // Numbers go on after the highest (sql_table.cc, prepare_check_constraints_for_alter).
        let mut unnamed_checks = 0;
        for name in table.checks.iter().filter_map(|c| c.name.as_deref()) {
            let rest = name.strip_prefix(&*table.name).and_then(|n| n.strip_prefix("_chk_"));
            let number = rest.and_then(|n| n.parse().ok()).unwrap_or(0);
            unnamed_checks = unnamed_checks.max(number);
        }
        TableBuilder {
            planner,
            table,
            indexes: Vec::new(),
            starts: Vec::new(),
            sequences: Vec::new(),
            keys: Vec::new(),
            sticky: None,
            automatic: 0,
            others: Vec::new(),
            unnamed_checks,
        }
    }

    pub(super) fn rules(&self) -> &'static PlanRules {
        self.planner.rules
    }

    pub(super) fn columns(&mut self, create: &ast::CreateTable) -> Result<()> {
        let given = (self.rules().ddl.table_collation)(&create.options);
        let given = match given.map_err(ErrorKind::nowhere)? {
            None => {
                let database = self.planner.database_collation(&self.table.schema);
                self.table.collation.or(database)
            }
            given => given,
        };
        self.table.collation = given;
        let note = self.rules().ddl.charset_note;
        for (name, value) in &create.options {
            if matches!(&**name, "CHARSET" | "COLLATE") {
                self.planner.state.notes.extend(note(value));
            }
        }
        for definition in &create.columns {
            let names = self.rules().column_names;
            if self.table.columns.len() >= self.rules().ddl.most_columns {
                let words = ["too many columns on ", &self.table.name].concat();
                return Err(crate::plan::alter_text::message(words));
            }
            if self.table.column(&definition.name.text, names).is_some() {
                let name = definition.name.text.to_string();
                return Err(ErrorKind::DuplicateColumn { name }.at(definition.name.span));
            }
            let name = &*definition.name.text;
            if self.rules().write.system_columns.contains(&name) {
                return Err(Refusal::SystemColumnName.of(&[name]).nowhere());
            }
            let ty = self.planner.column_type(definition.ty.as_ref(), create.strict);
            let at = definition.ty.as_ref().map_or(definition.span, |t| t.span);
            let ty = ty
                .map_err(|kind| kind.with_column(&self.table.name, &definition.name.text).at(at))?;
            let declared = definition.ty.as_ref().map_or_else(|| Rc::from(""), |t| t.text.clone());
            self.table.columns.push(Column {
                name: definition.name.text.clone(),
                ty: ty.clone(),
                declared,
                not_null: None,
                default: None,
                collation: (self.rules().ddl.column_collation)(definition.ty.as_ref(), &ty),
                generated: None,
                identity: None,
                on_update: None,
                invisible: false,
                comment: None,
            });
            if let Some(name) = &definition.ty {
                if name.dimensions > 0
                    && self.planner.user_type(name).is_some_and(|t| t.has_conditions())
                {
                    let what = "arrays of domains with conditions";
                    return Err(ErrorKind::unsupported(what).at(name.span));
                }
                let (checks, default) = self.planner.of_domain(name, &definition.name.text);
                self.table.checks.extend(checks);
                self.column().default = default;
            }
            let charset = definition.ty.as_ref().and_then(|t| t.charset.as_deref());
            self.planner.state.notes.extend(charset.and_then(note));
            let charset = charset.is_some();
            if let (Some(given), false) = (given, charset)
                && self.column().collation.name == self.rules().ddl.default_collation.name
            {
                self.column().collation = given;
            }
            self.sticky = None;
            let serial =
                definition.ty.as_ref().is_some_and(|t| (self.rules().ddl.is_serial)(&t.name));
            if serial {
                self.add_sequence(&ast::SequenceOptions::default());
                let not_null = NotNull { name: None, on_conflict: None, span: definition.span };
                self.column().not_null = Some(not_null);
                // MySQL's SERIAL is BIGINT UNSIGNED NOT NULL AUTO_INCREMENT UNIQUE.
                if self.rules().ddl.indexes_per_table {
                    self.column_constraint(&ast::ColumnConstraint {
                        name: None,
                        kind: ast::ColumnConstraintKind::Unique { nulls_not_distinct: false },
                        on_conflict: None,
                        deferrable: ast::Deferrable::No,
                        span: definition.span,
                    })?;
                }
            }
            for (at, constraint) in definition.constraints.iter().enumerate() {
                if self.rules().ddl.clashing_constraints {
                    self.refuse_clash(&definition.constraints[..at], constraint, serial)?;
                }
                self.column_constraint(constraint)?;
            }
        }
        Ok(())
    }

    /// A constraint that an earlier one of the column excludes (parse_utilcmd.c,
    /// transformColumnDefinition).
    fn refuse_clash(
        &self,
        before: &[ast::ColumnConstraint],
        constraint: &ast::ColumnConstraint,
        serial: bool,
    ) -> Result<()> {
        use ast::ColumnConstraintKind as Kind;
        const NULLS: &str = "conflicting NULL/NOT NULL declarations";
        let has = |wanted: fn(&Kind) -> bool| before.iter().any(|c| wanted(&c.kind));
        let null = has(|k| matches!(k, Kind::Null));
        let default = has(|k| matches!(k, Kind::Default { .. }));
        let identity = has(|k| matches!(k, Kind::Identity { .. }));
        let generated = has(|k| matches!(k, Kind::Generated { .. }));
        let what = match &constraint.kind {
            Kind::Null
                if serial
                    || identity
                    || has(|k| matches!(k, Kind::NotNull | Kind::PrimaryKey { .. })) =>
            {
                NULLS
            }
            Kind::NotNull | Kind::PrimaryKey { .. } | Kind::Identity { .. } if null => NULLS,
            Kind::Default { .. } if default || serial => "multiple default values specified",
            Kind::Default { .. } | Kind::Identity { .. } if default || identity || serial => {
                "both default and identity specified"
            }
            Kind::Default { .. } | Kind::Generated { .. } if default || generated || serial => {
                "both default and generation expression specified"
            }
            Kind::Identity { .. } | Kind::Generated { .. } if identity || generated => {
                "both identity and generation expression specified"
            }
            _ => return Ok(()),
        };
        let column = self.table.columns.last().map(|c| c.name.to_string()).unwrap_or_default();
        let table = self.table.name.to_string();
        let kind = ErrorKind::ColumnClash { what, column, table };
        Err(if serial && what != NULLS { kind.nowhere() } else { kind.at(constraint.span) })
    }

    fn column(&mut self) -> &mut Column {
        self.table.columns.last_mut().expect("a column is being built")
    }

    fn name_of(&mut self, given: &Option<ast::Ident>) -> Option<Rc<str>> {
        let given = given.as_ref().map(|n| n.text.clone());
        if self.rules().ddl.sticky_constraint_names {
            if given.is_some() {
                self.sticky = given;
            }
            return self.sticky.clone();
        }
        given
    }

    fn column_constraint(&mut self, constraint: &ast::ColumnConstraint) -> Result<()> {
        use ast::ColumnConstraintKind as Kind;
        let number = self.table.columns.len() - 1;
        let name = self.name_of(&constraint.name);
        let span = constraint.span;
        match &constraint.kind {
            Kind::NotNull => {
                let not_null = NotNull { name, on_conflict: constraint.on_conflict, span };
                self.column().not_null = Some(not_null);
            }
            Kind::Null => {}
            Kind::Comment(text) => self.column().comment = Some(text.clone()),
            Kind::Invisible(invisible) => self.column().invisible = *invisible,
            Kind::Default { expr, text } => {
                if self.rules().ddl.generated_has_no_default && self.column().generated.is_some() {
                    let what = "cannot use DEFAULT on a generated column";
                    return Err(super::alter_text::message(what));
                }
                let text = self.planner.text_of(*text);
                self.column().default = Some(Default { expr: expr.clone(), text });
            }
            Kind::Collate(collation) => {
                let ty = &self.table.columns[number].ty;
                if self.rules().expr.whole_rows && !is_collated(ty) {
                    let words = (self.rules().ddl.type_words)(ty);
                    return Err(Refusal::NotCollatable.of(&[&words]).at(constraint.span));
                }
                self.column().collation = self.planner.must_collation(collation)?;
            }
            Kind::PrimaryKey { descending, autoincrement } => {
                let mut key = self.key_of_column(number, constraint, name, true, true);
                key.terms[0].descending = *descending;
                key.autoincrement = autoincrement.then_some(span);
                self.keys.push(key);
            }
            Kind::Unique { nulls_not_distinct } => {
                let distinct = !nulls_not_distinct;
                let key = self.key_of_column(number, constraint, name, false, distinct);
                self.keys.push(key);
            }
            Kind::Check { expr, text, enforced } => {
                self.add_check(name, expr, *text, span, *enforced);
            }
            Kind::References(_) if !self.rules().ddl.column_references => {}
            Kind::References(references) => {
                let column = self.table.columns[number].name.clone();
                let deferrable = constraint.deferrable;
                self.foreign_key(name, Some(&column), vec![number], references, deferrable, span)?;
            }
            Kind::Generated { expr, stored, text } => {
                let text = self.planner.text_of(*text);
                let stored = stored.unwrap_or(false);
                self.column().generated = Some(Generated { expr: expr.clone(), text, stored });
            }
            Kind::Identity { always, options } => {
                if self.rules().ddl.clashing_constraints
                    && !matches!(self.table.columns[number].ty, crate::types::Type::Int { .. })
                {
                    return Err(ErrorKind::IdentityType.nowhere());
                }
                self.add_sequence(options);
                if let Some(identity) = &mut self.column().identity {
                    identity.always = *always;
                    identity.serial = false;
                }
                self.column().not_null = Some(NotNull { name: None, on_conflict: None, span });
            }
            Kind::AutoIncrement => {
                self.add_sequence(&ast::SequenceOptions::default());
                let not_null = NotNull { name: None, on_conflict: None, span };
                self.column().not_null.get_or_insert(not_null);
            }
            Kind::OnUpdate(expr) => self.column().on_update = Some(expr.clone()),
        }
        Ok(())
    }

    fn add_sequence(&mut self, options: &ast::SequenceOptions) {
        let number = self.table.columns.len() - 1;
        let taken = |name: &str| self.planner.existing(&self.table.schema, name).is_some();
        let column = &self.table.columns[number].name;
        let name = (self.rules().ddl.sequence_name)(&self.table.name, column, &taken);
        let greatest = crate::plan::ddl::greatest(&self.table.columns[number].ty);
        let sequence = new_sequence(self.table.schema.clone(), Rc::from(name), options, greatest);
        self.sequences.push((number, sequence));
        // The number of the sequence is filled in when it is made.
        let identity = crate::catalog::Identity { sequence: 0, always: false, serial: true };
        self.column().identity = Some(identity);
    }

    fn add_check(
        &mut self,
        name: Option<Rc<str>>,
        expr: &ast::Expr,
        text: Span,
        span: Span,
        enforced: bool,
    ) {
        let text = self.planner.text_of(text);
        let text = text.trim();
        // SQLite names a check by its text, of which a quoted word at its start is all that is left
        // (build.c, sqlite3AddCheckConstraint).
        let closing = match text.as_bytes().first() {
            Some(b'[') => ']',
            Some(quote @ (b'"' | b'\'' | b'`')) => char::from(*quote),
            _ => '\0',
        };
        let text = match text.get(1..).and_then(|rest| rest.find(closing)) {
            Some(end) if self.rules().ddl.texts_are_edited => &text[1..=end],
            _ => text,
        };
        let text = Rc::from(text);
        let (expr, domain) = (expr.clone(), None);
        self.table.checks.push(Check { name, expr, text, span, enforced, domain });
    }

    pub(super) fn constraints(&mut self, create: &ast::CreateTable) -> Result<()> {
        use ast::TableConstraintKind as Kind;
        for (position, constraint) in create.constraints.iter().enumerate() {
            if position > 0 {
                self.sticky = None;
            }
            let name = self.name_of(&constraint.name);
            let span = constraint.span;
            let key = |terms: &[ast::IndexTerm], primary: bool, unique: bool| Key {
                name: name.clone(),
                terms: terms.to_vec(),
                column: None,
                primary,
                unique,
                nulls_distinct: true,
                include: Vec::new(),
                exclusion: None,
                filter: None,
                on_conflict: constraint.on_conflict,
                deferrable: constraint.deferrable,
                options: constraint.options.clone(),
                span,
                autoincrement: None,
            };
            match &constraint.kind {
                Kind::PrimaryKey { terms, autoincrement, include, .. } => {
                    let mut key = key(terms, true, true);
                    key.include = include.clone();
                    key.autoincrement = autoincrement.then_some(span);
                    self.keys.push(key);
                }
                Kind::Unique { terms, nulls_not_distinct, include, .. } => {
                    let mut key = key(terms, false, true);
                    key.include = include.clone();
                    key.nulls_distinct = !nulls_not_distinct;
                    self.keys.push(key);
                }
                Kind::Key { terms } => self.keys.push(key(terms, false, false)),
                Kind::Check { expr, text, enforced } => {
                    self.add_check(name.clone(), expr, *text, span, *enforced);
                }
                Kind::ForeignKey { columns, references } => {
                    let own = references.table.name.text == self.table.name;
                    let columns = self.foreign_columns(columns).or_else(|error| {
                        // The parent is looked up first (PostgreSQL).
                        if self.rules().ddl.dependents_are_kept && !own {
                            self.planner
                                .must_table(&references.table)
                                .map_err(crate::error::Error::elsewhere)?;
                        }
                        Err(error)
                    })?;
                    self.foreign_key(
                        name.clone(),
                        None,
                        columns,
                        references,
                        constraint.deferrable,
                        span,
                    )?;
                }
                Kind::Exclude { method, terms, filter } => {
                    if method.as_ref().is_some_and(|m| &*m.text == "gist") {
                        self.refuse_class(terms)?;
                    } else if terms.iter().any(|(_, op)| *op == ast::BinaryOp::Ne) {
                        return Err(ErrorKind::unsupported("EXCLUDE with <> but by GiST").at(span));
                    }
                    let (terms, operators): (Vec<_>, Vec<_>) = terms.iter().cloned().unzip();
                    let mut key = key(&terms, false, false);
                    key.exclusion = Some(operators);
                    key.filter.clone_from(filter);
                    self.keys.push(key);
                }
                Kind::NotNull(column) => {
                    let columns =
                        self.planner.column_list(std::slice::from_ref(column), &self.table)?;
                    let not_null = NotNull { name: name.clone(), on_conflict: None, span };
                    self.table.columns[columns[0]].not_null = Some(not_null);
                }
            }
        }
        Ok(())
    }

    /// GiST takes ranges; for other types it wants an extension (indexcmds.c, ResolveOpClass).
    fn refuse_class(&self, terms: &[(ast::IndexTerm, ast::BinaryOp)]) -> Result<()> {
        let names = self.planner.rules.column_names;
        // An extension brings classes for the plain types.
        let made = &self.planner.settings.databases;
        if made.iter().any(|(name, _)| &**name == "\u{1}btree_gist") {
            return Ok(());
        }
        for (term, _) in terms.iter().filter(|(term, _)| term.class.is_none()) {
            let ast::ExprKind::Column(name) = &term.expr.kind else { continue };
            let Some(column) = self.table.column(&name.name.text, names) else { continue };
            let ty = &self.table.columns[column].ty;
            if !matches!(ty, crate::types::Type::Range(_)) {
                return Err(ErrorKind::NoOperatorClass {
                    ty: (self.planner.rules.ddl.type_words)(ty),
                }
                .nowhere());
            }
        }
        Ok(())
    }

    pub(super) fn finish(mut self, create: &ast::CreateTable) -> Result<NewTable> {
        let rules = self.rules();
        let keys = std::mem::take(&mut self.keys);
        let known = usize::from(self.table.primary_key.is_empty());
        if let Some(second) = keys.iter().filter(|k| k.primary).nth(known) {
            let table = self.table.name.to_string();
            return Err(ErrorKind::SecondPrimaryKey { table }.at(second.span));
        }
        if create.without_rowid && !keys.iter().any(|k| k.primary) {
            let table = self.table.name.to_string();
            return Err(ErrorKind::NoPrimaryKey { table }.at(create.name.name.span));
        }
        self.name_checks();
        let names = rules.ddl.not_null_name;
        for column in &mut self.table.columns {
            if let Some(not_null) = &mut column.not_null
                && not_null.name.is_none()
            {
                let name = names(&self.table.name, &column.name);
                not_null.name = Some(Rc::from(name)).filter(|n: &Rc<str>| !n.is_empty());
            }
        }
        let mut ordered = (rules.ddl.key_order)(keys.iter().map(|k| k.primary).collect());
        // An INTEGER PRIMARY KEY WITHOUT ROWID gets its index when all others have theirs (build.c,
        // convertToWithoutRowidTable).
        sort_by_number(&mut ordered, &mut |at| {
            let key = &keys[*at];
            let last = create.without_rowid && key.primary && self.is_integer_key(key);
            i64::from(last)
        });
        for position in ordered {
            self.add_key(&keys[position], create)?;
            self.starts.resize(self.indexes.len(), keys[position].span.start);
        }
        self.finish_foreign_keys()?;
        let mut helpers = Vec::new();
        if self.table.autoincrement {
            helpers.extend((rules.ddl.autoincrement_book)(&self.table.schema));
        }
        let first_value = create.options.iter().find(|(name, _)| &**name == "AUTO_INCREMENT");
        let first_value = first_value.and_then(|(_, value)| value.parse().ok());
        let key = self.indexes.iter().find(|i| i.origin == IndexOrigin::PrimaryKey);
        let ties = self.planner.ties(&self.table, key);
        for index in self.indexes.iter_mut().filter(|i| i.origin != IndexOrigin::PrimaryKey) {
            index.ties.clone_from(&ties);
        }
        let spaces = self.planner.spaces();
        let TableBuilder { table, indexes, sequences, .. } = self;
        Ok(NewTable { table, indexes, sequences, helpers, first_value, spaces })
    }

    /// Whether a key has been declared.
    pub(super) fn has_keys(&self) -> bool {
        !self.keys.is_empty()
    }

    /// The table and the sequences of its columns.
    pub(super) fn into_parts(self) -> (Table, Vec<(usize, Sequence)>) {
        (self.table, self.sequences)
    }

    /// Gives names to checks that have none, where the dialect does.
    fn name_checks(&mut self) {
        let rules = self.rules();
        for number in 0..self.table.checks.len() {
            let check = &self.table.checks[number];
            // Names are given in turn (heap.c, AddRelationNewConstraints).
            let in_turn = rules.ddl.clashing_constraints;
            let until = if in_turn { number } else { self.table.checks.len() };
            if check.name.is_some() || check.domain.is_some() {
                continue;
            }
            self.unnamed_checks += 1;
            let used =
                used_columns(&self.table.checks[number].expr, &self.table, rules.column_names);
            let columns: Vec<&str> = used.iter().map(|c| &*self.table.columns[*c].name).collect();
            let taken = |name: &str| {
                self.table.checks[..until].iter().any(|c| c.name.as_deref() == Some(name))
            };
            let name = (rules.ddl.check_name)(CheckName {
                table: &self.table.name,
                columns: &columns,
                number: self.unnamed_checks,
                taken: &taken,
            });
            self.table.checks[number].name = name.map(Rc::from);
        }
    }

    /// Adds a column that is ready.
    pub(super) fn add_column(&mut self, column: Column) -> Result<()> {
        if self.table.column(&column.name, self.rules().column_names).is_some() {
            return Err(ErrorKind::DuplicateColumn { name: column.name.to_string() }.nowhere());
        }
        self.table.columns.push(column);
        Ok(())
    }

    /// Takes these columns instead of a definition's.
    pub(super) fn set_columns(&mut self, columns: Vec<Column>) {
        self.table.columns = columns;
    }
}

/// Whether texts of a type are compared by a collation.
/// Whether values of a type have a collation (PostgreSQL).
pub(super) fn is_collated(ty: &crate::types::Type) -> bool {
    use crate::types::Type;
    match ty {
        Type::Text | Type::Varchar(_) | Type::Char(_) | Type::Catalog(_) | Type::Unknown => true,
        Type::Array(item) => is_collated(item),
        _ => false,
    }
}
