//! Names to positions: which columns a query level has, where they stand in its row, and what
//! lies further out. Knows no expressions; `plan/expr.rs` asks it for columns.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::PlanRules;
use super::group::Grouping;
use crate::catalog::{NameRule, ObjectId, Table};
use crate::collation::{BINARY, Collation};
use crate::error::ErrorKind;
use crate::syntax::ast;
use crate::types::Type;

/// The columns that an expression can name.
#[derive(Debug, Default)]
pub struct Scope<'a> {
    /// Tables, queries and special rows in the order of their positions.
    pub items: Vec<ScopeItem>,
    /// The scope of the query around.
    pub outer: Option<&'a Scope<'a>>,
    /// Result columns whose aliases may be used where no column has the name.
    pub aliases: &'a [ast::SelectItem],
    /// Set while the results of a grouped query are bound: columns are then those of groups.
    pub grouping: Option<Grouping>,
    /// Window calls, where such may stand.
    pub windows: Option<super::window::Windows>,
    /// The windows of the WINDOW clause.
    pub named_windows: &'a [(ast::Ident, ast::Window)],
    /// The arguments of an aggregate are being bound: columns are those of rows.
    pub in_aggregate: Cell<bool>,
    /// Set when an inner query has an aggregate of this one, which is not grouped.
    pub wants_groups: Option<&'a Cell<bool>>,
    /// Lookups that inner queries answered here or further out.
    reached: Cell<usize>,
    /// Positions that were looked up.
    used: RefCell<Vec<u32>>,
}

/// One table, query or special row (`excluded`, `NEW`) of a scope.
#[derive(Clone, Debug)]
pub struct ScopeItem {
    /// The table that it is.
    pub table: Option<ObjectId>,
    /// Its schema, when it is a table under its own name.
    pub schema: Option<Rc<str>>,
    /// Its name or alias.
    pub name: Rc<str>,
    /// Its columns.
    pub columns: Vec<ScopeColumn>,
    /// Position of its first column.
    pub offset: usize,
    /// Position of its rowid, when it can be named.
    pub rowid: Option<usize>,
    /// Number of the column that is the rowid under a name of its own.
    pub rowid_column: Option<usize>,
    /// Number of positions that it takes.
    pub width: usize,
    /// A bare name never means a column of it.
    pub qualified_only: bool,
    /// The only column has a name of its own, and the name of the function means it as well.
    pub scalar: bool,
    /// The name of the table that a query stands for, where it is read as that table.
    pub reads: Option<Rc<str>>,
    /// `*` leaves it out.
    pub unlisted: bool,
    /// INDEXED BY this index, or NOT INDEXED (SQLite).
    pub indexed: Option<Option<ObjectId>>,
    /// How SQLite would read it, whether backwards, and the key of an index that is made for it, where that
    /// is known.
    pub chosen: Option<(super::join_order::Chosen, bool, Rc<[usize]>)>,
    /// Partial indexes that its rows may be read by (SQLite).
    pub partial: RefCell<Vec<ObjectId>>,
    /// Its columns have neither affinity nor collation (SQLite's `excluded`).
    pub bare: bool,
    /// Positions of its primary key: grouped by them, its other columns have one value a group.
    pub primary_key: Vec<usize>,
}

/// One column of a [`ScopeItem`].
#[derive(Clone, Debug)]
pub struct ScopeColumn {
    /// Its name.
    pub name: Rc<str>,
    /// Its type.
    pub ty: Type,
    /// How its text compares.
    pub collation: &'static Collation,
    /// Its declared type.
    pub declared: Rc<str>,
    /// The table and column that it is.
    pub origin: Option<(Rc<str>, Rc<str>)>,
    /// Merged by USING into a column further left, so that neither a bare name nor `*` means it.
    pub merged: bool,
    /// `*` does not mean it (MySQL's INVISIBLE).
    pub invisible: bool,
    /// USING puts it before others in `*`: the higher the earlier, 0 for where it stands.
    pub first: u32,
    /// Its position, where that is not its number behind the item's offset.
    pub place: Option<usize>,
    /// Positions of columns that USING merged into this one and that stand in when it is NULL.
    pub also: Vec<usize>,
}

/// A column that was found.
#[derive(Clone, Copy, Debug)]
pub struct Found {
    /// Levels out.
    pub up: u16,
    /// Number of the item.
    pub item: usize,
    /// Number of the column; none for the rowid.
    pub column: Option<usize>,
    /// The table was named, so that what USING merged into the column does not stand in.
    pub own: bool,
}

/// What a name means.
#[derive(Debug)]
pub enum Meaning<'a> {
    /// A column.
    Column(Found),
    /// The result column with this alias.
    Alias(&'a ast::Expr),
    /// Nothing. `qualifier` says that the table before the point is known.
    Nothing {
        /// The table before the point is known.
        qualifier: bool,
    },
}

impl ScopeItem {
    /// Moves it so many positions to the right.
    pub(super) fn shift(&mut self, by: usize) {
        self.offset += by;
        self.rowid.iter_mut().chain(&mut self.primary_key).for_each(|position| *position += by);
        for column in &mut self.columns {
            column.place.iter_mut().chain(&mut column.also).for_each(|position| *position += by);
        }
    }

    /// Whether a position is that of a column of the table, whose rowid is [`super::solver::ROWID`].
    pub(super) fn is_column(&self, position: usize, column: usize) -> bool {
        let rowid = self.rowid_column.map(|c| self.offset + c);
        match column {
            super::solver::ROWID if self.reads.is_some() => {
                (self.offset..self.offset + self.width).contains(&position)
            }
            super::solver::ROWID => self.rowid == Some(position) || rowid == Some(position),
            column => position == self.offset + column,
        }
    }

    /// The columns of a table at a position, its rowid after them.
    pub fn of_table(table: &Table, alias: Option<&str>, offset: usize) -> ScopeItem {
        let column = |c: &crate::catalog::Column| ScopeColumn {
            name: c.name.clone(),
            ty: c.ty.clone(),
            collation: c.collation,
            declared: c.declared.clone(),
            origin: Some((table.name.clone(), c.name.clone())),
            invisible: c.invisible,
            merged: false,
            first: 0,
            place: None,
            also: Vec::new(),
        };
        ScopeItem {
            table: Some(table.id),
            schema: alias.is_none().then(|| table.schema.clone()),
            name: alias.map_or_else(|| table.name.clone(), Rc::from),
            columns: table.columns.iter().map(column).collect(),
            offset,
            rowid: (!table.without_rowid).then_some(offset + table.columns.len()),
            rowid_column: table.rowid_key.map(|k| k.column),
            width: table.columns.len() + 1,
            qualified_only: false,
            scalar: false,
            unlisted: false,
            reads: None,
            bare: false,
            indexed: None,
            chosen: None,
            partial: RefCell::default(),
            primary_key: table.primary_key.iter().map(|c| offset + c).collect(),
        }
    }

    /// As [`ScopeItem::of_table`], for a row beside the table's own that SQLite compares without
    /// looking at how its columns were declared (resolve.c, lookupName); the rowid aside.
    pub fn of_row(table: &Table, name: &str, offset: usize, rules: &PlanRules) -> ScopeItem {
        let mut item = ScopeItem::of_table(table, Some(name), offset);
        if rules.write.plain_rows {
            for (at, column) in item.columns.iter_mut().enumerate() {
                if item.rowid_column != Some(at) {
                    column.ty = Type::Unknown;
                }
            }
        }
        item
    }

    /// The columns of a query at a position; those without a type may be text.
    pub fn of_query(
        name: &str,
        columns: &[super::node::ResultColumn],
        names: &[Rc<str>],
        offset: usize,
        untyped_is_text: bool,
    ) -> ScopeItem {
        let mut own: Vec<Rc<str>> = Vec::with_capacity(columns.len());
        for (at, column) in columns.iter().enumerate() {
            let name = names.get(at).unwrap_or(&column.name);
            own.push(if untyped_is_text { name.clone() } else { unique(name, &own) });
        }
        let column = |(at, c): (usize, &super::node::ResultColumn)| ScopeColumn {
            name: own[at].clone(),
            ty: match c.ty {
                Type::Unknown if untyped_is_text => Type::Text,
                ref ty => ty.clone(),
            },
            collation: c.collation,
            declared: c.declared.clone(),
            origin: c.origin.clone(),
            invisible: false,
            merged: false,
            first: 0,
            place: None,
            also: Vec::new(),
        };
        ScopeItem {
            table: None,
            schema: None,
            name: Rc::from(name),
            columns: columns.iter().enumerate().map(column).collect(),
            offset,
            rowid: None,
            rowid_column: None,
            width: columns.len(),
            qualified_only: false,
            scalar: false,
            unlisted: false,
            reads: None,
            bare: false,
            indexed: None,
            chosen: None,
            partial: RefCell::default(),
            primary_key: Vec::new(),
        }
    }
}

impl<'a> Scope<'a> {
    /// A scope of these items inside another.
    pub fn new(items: Vec<ScopeItem>, outer: Option<&'a Scope<'a>>) -> Scope<'a> {
        Scope { items, outer, ..Scope::default() }
    }

    /// The columns of one table, its rowid after them.
    pub fn of_table(table: &Table, alias: Option<&str>) -> Scope<'static> {
        Scope::new(vec![ScopeItem::of_table(table, alias, 0)], None)
    }

    /// Number of positions in its row.
    pub fn width(&self) -> usize {
        self.items.iter().map(|i| i.offset + i.width).max().unwrap_or(0)
    }

    /// What a name means, looking outwards.
    ///
    /// # Errors
    /// More than one column has the name.
    pub fn look_up(
        &self,
        name: &ast::ColumnName,
        rules: &PlanRules,
    ) -> Result<Meaning<'_>, ErrorKind> {
        let mut level = self;
        let mut up = 0;
        let mut qualifier = false;
        loop {
            let (found, known) = level.columns_named(name, rules);
            qualifier |= known;
            match found[..] {
                [] => {}
                [(item, column)] => {
                    self.note(up, level.items[item].position(column));
                    let own = name.table.is_some();
                    return Ok(Meaning::Column(Found { up, item, column, own }));
                }
                _ => {
                    // PostgreSQL names the column alone.
                    let name = match rules.expr.whole_rows {
                        true => name.name.text.to_string(),
                        false => written(name),
                    };
                    return Err(ErrorKind::AmbiguousColumn { name });
                }
            }
            if name.table.is_none()
                && let Some(expr) = level.alias_named(&name.name.text, rules.column_names)
                && up == 0
            {
                return Ok(Meaning::Alias(expr));
            }
            match level.outer {
                Some(outer) => (level, up) = (outer, up + 1),
                None => return Ok(Meaning::Nothing { qualifier }),
            }
        }
    }

    /// The table that `t.*` or a bare `t` that is no column means, and its columns.
    pub fn whole_row(
        &self,
        name: &ast::ColumnName,
        rules: &PlanRules,
    ) -> Option<(Rc<str>, Vec<Rc<str>>)> {
        let (_, item) = self.item_of_row(name, rules)?;
        Some((item.name.clone(), item.columns.iter().map(|c| c.name.clone()).collect()))
    }

    /// Where the rowid of [`Scope::whole_row`] stands: how many levels out, and its position there. It is
    /// NULL where an outer join or a trigger's event has no such row.
    pub fn rowid_of(&self, name: &ast::ColumnName, rules: &PlanRules) -> Option<(u16, u32)> {
        let (up, item) = self.item_of_row(name, rules)?;
        let position = item.rowid?;
        self.note(up, position);
        Some((up, position as u32))
    }

    fn item_of_row(&self, name: &ast::ColumnName, rules: &PlanRules) -> Option<(u16, &ScopeItem)> {
        let label = match &name.table {
            Some(table) if &*name.name.text == "*" => table,
            None if matches!(self.look_up(name, rules), Ok(Meaning::Nothing { .. })) => &name.name,
            _ => return None,
        };
        let mut level = self;
        let mut up = 0;
        loop {
            let found = level.items.iter().find(|i| rules.table_names.same(&i.name, &label.text));
            if let Some(item) = found {
                return Some((up, item));
            }
            (level, up) = (level.outer?, up + 1);
        }
    }

    /// Columns of this level with a name, and whether the table before the point is here.
    fn columns_named(
        &self,
        name: &ast::ColumnName,
        rules: &PlanRules,
    ) -> (Vec<(usize, Option<usize>)>, bool) {
        let mut found = Vec::new();
        let mut with_rowid = Vec::new();
        let mut known = false;
        for (number, item) in self.items.iter().enumerate() {
            if !item.is_meant(name, rules) {
                continue;
            }
            known = true;
            for (column, definition) in item.columns.iter().enumerate() {
                if rules.column_names.same(&definition.name, &name.name.text)
                    && !(definition.merged && name.table.is_none())
                {
                    found.push((number, Some(column)));
                }
            }
            if item.rowid.is_some() {
                with_rowid.push((number, item.rowid_column));
            }
        }
        let is_rowid = |n: &&str| n.eq_ignore_ascii_case(&name.name.text);
        if found.is_empty() && rules.expr.rowid_names.iter().any(is_rowid) {
            found = with_rowid;
        }
        let bare = |i: &ScopeItem| i.scalar && rules.table_names.same(&i.name, &name.name.text);
        if found.is_empty()
            && name.table.is_none()
            && let Some(number) = self.items.iter().position(bare)
        {
            found.push((number, Some(0)));
        }
        (found, known && name.table.is_some())
    }

    fn alias_named(&self, name: &str, rule: NameRule) -> Option<&'a ast::Expr> {
        self.aliases.iter().find_map(|item| match item {
            ast::SelectItem::Expr { expr, alias: Some(alias) } if rule.same(&alias.text, name) => {
                Some(expr)
            }
            ast::SelectItem::Expr { .. }
            | ast::SelectItem::Star(_)
            | ast::SelectItem::TableStar(..) => None,
        })
    }

    /// Whether there is a scope around the one that is `up` levels out.
    pub fn levels_in(&self, up: u16) -> bool {
        self.level(up).outer.is_some()
    }

    /// The level that is `up` levels out.
    pub fn level(&self, up: u16) -> &Scope<'a> {
        let mut level = self;
        for _ in 0..up {
            level = level.outer.unwrap_or(level);
        }
        level
    }

    /// Notes that a position of a level further out is read.
    pub fn note(&self, up: u16, position: usize) {
        let mut level = self;
        for _ in 0..up {
            level = level.outer.unwrap_or(level);
            level.reached.set(level.reached.get() + 1);
        }
        level.mark(position);
    }

    /// Notes that a position is read.
    pub fn mark(&self, position: usize) {
        self.used.borrow_mut().push(position as u32);
    }

    /// How often inner queries have looked here or further out.
    pub fn reached(&self) -> usize {
        self.reached.get()
    }

    /// How many lookups there have been, as a mark for [`Scope::used_since`].
    pub fn lookups(&self) -> usize {
        self.used.borrow().len()
    }

    /// The positions looked up since a mark.
    pub fn used_since(&self, mark: usize) -> Vec<u32> {
        self.used.borrow()[mark..].to_vec()
    }

    /// The item that has a position.
    pub fn item_at(&self, position: usize) -> Option<usize> {
        self.items.iter().position(|i| (i.offset..i.offset + i.width).contains(&position))
    }
}

/// A name that is not among those before it: SQLite counts repeated ones (select.c,
/// sqlite3ColumnsFromExprList); MySQL has none.
pub fn unique(name: &Rc<str>, before: &[Rc<str>]) -> Rc<str> {
    let mut own = name.clone();
    let mut count = 0;
    while before.iter().any(|known| known.eq_ignore_ascii_case(&own)) {
        count += 1;
        let plain = own.trim_end_matches(|c: char| c.is_ascii_digit());
        let stem = plain.strip_suffix(':').unwrap_or(&own);
        own = Rc::from([stem, ":", &count.to_string()].concat());
    }
    own
}

impl ScopeItem {
    /// Columns that `*` does not give, by their bare names.
    pub fn system(names: &[(&str, Type)], offset: usize) -> ScopeItem {
        let columns = names.iter().map(|(name, ty)| ScopeColumn::plain(name, ty.clone()));
        ScopeItem {
            table: None,
            schema: None,
            name: Rc::from(""),
            columns: columns.collect(),
            offset,
            rowid: None,
            rowid_column: None,
            width: names.len(),
            qualified_only: false,
            scalar: false,
            unlisted: true,
            reads: None,
            bare: false,
            indexed: None,
            chosen: None,
            partial: RefCell::default(),
            primary_key: Vec::new(),
        }
    }

    /// The position of a column, or of the rowid.
    pub fn position(&self, column: Option<usize>) -> usize {
        match column {
            Some(column) => self.columns[column].place.unwrap_or(self.offset + column),
            None => self.rowid.unwrap_or(self.offset),
        }
    }

    fn is_meant(&self, name: &ast::ColumnName, rules: &PlanRules) -> bool {
        let Some(table) = &name.table else { return !self.qualified_only };
        let schema_fits = match (&name.schema, &self.schema) {
            (None, _) => true,
            (Some(asked), Some(own)) => asked.text.eq_ignore_ascii_case(own),
            (Some(_), None) => false,
        };
        // OLD, NEW and excluded are no names of tables.
        let rule = if self.qualified_only { NameRule::IgnoreCase } else { rules.table_names };
        schema_fits && rule.same(&self.name, &table.text)
    }
}

impl ScopeColumn {
    /// A column without a table behind it.
    pub fn plain(name: &str, ty: Type) -> ScopeColumn {
        ScopeColumn {
            name: Rc::from(name),
            ty,
            collation: &BINARY,
            declared: Rc::from(""),
            origin: None,
            invisible: false,
            merged: false,
            first: 0,
            place: None,
            also: Vec::new(),
        }
    }
}

/// A column's name as written, with its qualifiers.
pub fn written(name: &ast::ColumnName) -> String {
    let parts = [&name.schema, &name.table].into_iter().flatten();
    let mut text: String = parts.map(|p| format!("{}.", p.text)).collect();
    text.push_str(&name.name.text);
    text
}
