//! SQLite's choice of a plan by its estimates, which know nothing of the rows: the ways to read each table
//! (where.c, `whereLoopAddBtree`, `whereLoopInsert`) and the cheapest path through all of them
//! (`wherePathSolver`, `wherePathSatisfiesOrderBy`). Rows come in the order of that path, which can be
//! seen.

use std::cell::Cell;
use std::rc::Rc;

use super::cost::{self, add, logarithm, rows_of};
use crate::catalog::{Index, IndexOrigin, ObjectId, Table};

/// A set of tables of FROM by their numbers.
pub(super) type Mask = u32;

/// A table's number and a column's.
pub(super) type Place = (usize, usize);

/// A column of a key: its number, its collation, whether it descends, and whether it may not be NULL.
type KeyColumn = (usize, &'static str, bool, bool);

/// The number of the column that is the rowid.
pub(super) const ROWID: usize = usize::MAX;
/// Ways that may be thought of for a query.
pub(super) const MOST_WAYS: u32 = 20_000;
/// Where a collation does not matter.
pub(super) const ANY: &str = "";

/// How a term finds rows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Op {
    Eq,
    Is,
    Null,
    In,
    Low,
    High,
    /// `IS NOT NULL`, a lower bound that leaves out little.
    NotNull,
}

/// A condition that finds rows by a column.
pub(super) struct Side {
    /// The condition's number.
    pub(super) cond: usize,
    pub(super) part: usize,
    pub(super) column: usize,
    pub(super) op: Op,
    /// What must have been read before.
    pub(super) needs: Mask,
    /// The logarithm of the length of IN's list.
    pub(super) values: i64,
    pub(super) collation: &'static str,
    /// The right side of the LEFT JOIN whose ON it is.
    pub(super) outer: Option<usize>,
    /// It is made of the condition, beside it (whereexpr.c, TERM_VIRTUAL).
    pub(super) made: bool,
}

/// A condition.
pub(super) struct Cond {
    /// What it looks at.
    pub(super) all: Mask,
    /// The columns that it looks at.
    pub(super) columns: Vec<(usize, usize)>,
    /// How much fewer rows than in the table are left by it at most.
    pub(super) reduce: i64,
    /// How many lookups are spared by what is made of it beside it.
    pub(super) spared: i64,
    /// Ways by parts of an OR: the table, what must have been read, cost and rows.
    pub(super) either: Vec<(usize, Mask, i64, i64)>,
}

/// A table or query of FROM.
#[derive(Clone)]
pub(super) struct Item {
    pub(super) table: Option<Rc<Table>>,
    /// Usable indexes in SQLite's order.
    pub(super) indexes: Vec<Rc<Index>>,
    /// First columns of its indexes, the unusable ones too.
    pub(super) leading: Vec<usize>,
    /// The columns that are looked at, a bit each.
    pub(super) used: u64,
    /// The logarithm of its rows.
    pub(super) rows: i64,
    /// It is the right side of LEFT JOIN.
    pub(super) outer: bool,
    /// What must have been read before.
    pub(super) before: Mask,
}

/// A term of ORDER BY, GROUP BY or DISTINCT.
#[derive(Clone)]
pub(super) struct Wanted {
    /// The table and column that it is.
    pub(super) column: Option<(usize, usize)>,
    pub(super) all: Mask,
    pub(super) constant: bool,
    pub(super) collation: &'static str,
    pub(super) descending: bool,
    /// NULLs come where the direction does not bring them.
    pub(super) nulls: bool,
}

/// What an order is wanted for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    Order,
    Group,
    Distinct,
    /// ORDER BY for the rows of the innermost loop alone.
    Inner,
}

/// How a table is read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// By its rowids.
    Rowid,
    Index(ObjectId),
    /// By an index that is made for it.
    Made,
    /// By several, for the parts of this condition.
    Either(usize),
}

/// One way to read a table.
#[derive(Clone)]
pub(super) struct Loop {
    pub(super) part: usize,
    pub(super) way: Way,
    before: Mask,
    setup: i64,
    run: i64,
    out: i64,
    /// Which order it gives; 0 for none that is wanted.
    sort: usize,
    /// The sides that are used, one for each equal term first.
    pub(super) sides: Vec<usize>,
    pub(super) equal: usize,
    one_row: bool,
    only_index: bool,
}

impl Loop {
    /// Whether rows are found by a key.
    pub(super) fn is_keyed(&self) -> bool {
        !self.sides.is_empty() && self.way != Way::Made
    }

    /// What must have been read before, the cost of one run, and the rows.
    pub(super) fn costs(&self) -> (Mask, i64, i64) {
        (self.before, self.run, self.out)
    }
}

/// A question to the solver.
pub(super) struct Solver<'q> {
    pub(super) items: &'q [Item],
    pub(super) conds: &'q [Cond],
    pub(super) sides: &'q [Side],
    /// Pairs of columns that are equal.
    pub(super) same: &'q [(Place, Place)],
    pub(super) wanted: &'q [Wanted],
    pub(super) purpose: Purpose,
    pub(super) distinct: bool,
    /// LIMIT, as a logarithm.
    pub(super) limit: Option<i64>,
    /// Number of results.
    pub(super) width: usize,
    /// It is a part of an OR.
    pub(super) part_of_or: bool,
    /// How many ways may still be thought of (SQLITE_QUERY_PLANNER_LIMIT).
    pub(super) left: Cell<u32>,
}

/// An answer.
pub(super) struct Path {
    pub(super) loops: Vec<Loop>,
    /// How many wanted terms it gives the order of; none when that is open.
    pub(super) ordered: Option<usize>,
    /// Which loops are read backwards, a bit each.
    pub(super) reverse: Mask,
    /// Nothing was to be weighed: one row is looked up.
    pub(super) short: bool,
    seen: Mask,
    rows: i64,
    cost: i64,
    unsorted: i64,
}

fn log_of(rows: i64) -> i64 {
    if rows <= 10 { 0 } else { logarithm(rows as u64) as i64 - 33 }
}

impl Solver<'_> {
    /// All ways worth a thought.
    pub(super) fn loops(&self, only: Option<usize>) -> Vec<Loop> {
        let mut all = Vec::new();
        for (part, item) in self.items.iter().enumerate() {
            if only.is_none_or(|only| only == part) {
                self.ways(part, item, &mut all);
            }
        }
        all
    }

    fn ways(&self, part: usize, item: &Item, all: &mut Vec<Loop>) {
        let new = |way, run, out| Loop {
            part,
            way,
            before: item.before,
            setup: 0,
            run,
            out,
            sort: 0,
            sides: Vec::new(),
            equal: 0,
            one_row: false,
            only_index: false,
        };
        let rows = item.rows;
        let with_rowid = item.table.as_ref().is_none_or(|t| !t.without_rowid);
        if !self.part_of_or {
            for (at, side) in self.sides.iter().enumerate() {
                if side.part != part
                    || !matches!(side.op, Op::Eq | Op::Is)
                    || !self.fits_outer(side, item)
                    || side.column == ROWID
                    || item.leading.contains(&side.column)
                {
                    continue;
                }
                let more = if item.table.is_some() { 28 } else { -25 };
                let mut own = new(Way::Made, add(log_of(rows), 43), 43);
                own.setup = (log_of(rows) + rows + more).max(0);
                own.before |= side.needs;
                (own.sides, own.equal) = (vec![at], 1);
                self.insert(all, own);
            }
        }
        if with_rowid {
            let mut own = new(Way::Rowid, rows + 16, rows);
            own.sort = usize::from(self.might_order(part, None));
            let start = own.clone();
            self.adjust(&mut own, rows);
            self.insert(all, own);
            if item.table.is_some() {
                self.by_terms(item, None, &start, (0, rows), None, all);
            }
        }
        let Some(table) = &item.table else { return };
        for (number, index) in item.indexes.iter().enumerate() {
            let rows = rows_of(index, 0);
            let mut own = new(Way::Index(index.id), 0, rows);
            own.only_index = self.covers(item, table, index);
            let ordered = self.might_order(part, Some(index));
            own.sort = if ordered { number + 2 } else { 0 };
            let start = own.clone();
            let narrow = cost::index_width(table, index) < cost::table_width(table);
            if ordered || table.without_rowid || index.filter.is_some() || own.only_index && narrow
            {
                own.run = rows + 1 + self.width_of(table, index);
                if !own.only_index {
                    own.run = add(own.run, self.looked_up(part, table, index, rows + 16));
                }
                self.adjust(&mut own, rows);
                self.insert(all, own);
            }
            self.by_terms(item, Some(index), &start, (0, rows), None, all);
        }
        for (number, cond) in self.conds.iter().enumerate() {
            for (of, needs, run, out) in &cond.either {
                if *of == part {
                    let mut own = new(Way::Either(number), run + 1, *out);
                    own.before |= needs;
                    self.insert(all, own);
                }
            }
        }
    }

    /// Lookups in the table that are left once conditions on the index alone have been judged.
    fn looked_up(&self, part: usize, table: &Table, index: &Index, all: i64) -> i64 {
        let mut left = all;
        let known = |cond: &Cond| {
            let mut own = cond.columns.iter().filter(|(of, _)| *of == part);
            own.all(|(_, c)| *c == ROWID || has(table, index, *c))
        };
        for cond in self.conds {
            if !known(cond) {
                return left;
            }
            left -= if cond.reduce > 0 { 20 } else { 1 };
        }
        left - self.conds.iter().map(|cond| cond.spared).sum::<i64>()
    }

    fn width_of(&self, table: &Table, index: &Index) -> i64 {
        (15 * cost::index_width(table, index) / cost::table_width(table).max(1)) as i64
    }

    fn covers(&self, item: &Item, table: &Table, index: &Index) -> bool {
        let whole = table.without_rowid && index.origin == IndexOrigin::PrimaryKey;
        let used = |c: usize| item.used >> c.min(63) & 1 != 0;
        whole || super::cover::holds(table, &used, &|c| has(table, index, c))
    }

    fn might_order(&self, part: usize, index: Option<&Index>) -> bool {
        self.wanted.iter().any(|want| match want.column {
            Some((of, ROWID)) => of == part,
            Some((of, column)) => {
                let is = |i: &Index| i.terms.iter().any(|t| t.term_column() == Some(column));
                of == part && index.is_some_and(is)
            }
            None => false,
        })
    }

    /// Whether a condition may find rows of the right side of LEFT JOIN.
    fn fits_outer(&self, side: &Side, item: &Item) -> bool {
        !item.outer || side.outer == Some(side.part)
    }

    /// The sides that say something of a column, through equal ones too.
    fn about(&self, part: usize, column: usize) -> Vec<usize> {
        let mut known = vec![(part, column)];
        let (mut at, mut found) = (0, Vec::new());
        while let Some(own) = known.get(at).copied() {
            for (number, side) in self.sides.iter().enumerate() {
                if (side.part, side.column) == own
                    && side.needs & 1 << part == 0
                    && (at == 0 || side.outer.is_none() && side.op != Op::NotNull)
                {
                    found.push(number);
                }
            }
            for (a, b) in self.same {
                for (a, b) in [(a, b), (b, a)] {
                    if *a == own && !known.contains(b) {
                        known.push(*b);
                    }
                }
            }
            at += 1;
        }
        found
    }

    /// Ways that use one term more of a key (where.c, `whereLoopAddBtreeIndex`).
    fn by_terms(
        &self,
        item: &Item,
        index: Option<&Rc<Index>>,
        from: &Loop,
        (times, out): (i64, i64),
        low: Option<usize>,
        all: &mut Vec<Loop>,
    ) {
        let Some(table) = &item.table else { return };
        let terms = index.map_or(0, |i| i.terms.len());
        let (column, collation) = match index.map(|i| (i, i.terms.get(from.equal))) {
            Some((_, Some(term))) => match term.term_column() {
                Some(c) if is_rowid(table, c) => (ROWID, ANY),
                Some(c) => (c, term.collation.name),
                None => return,
            },
            Some((_, None)) if table.without_rowid || from.equal > terms => return,
            _ => (ROWID, ANY),
        };
        if index.is_none() && from.equal > 0 {
            return;
        }
        for number in self.about(from.part, column) {
            let side = &self.sides[number];
            let null = matches!(side.op, Op::Null | Op::NotNull);
            let not_null = || column == ROWID || table.columns[column].not_null.is_some();
            let Some(left) = self.left.get().checked_sub(1) else { return };
            self.left.set(left);
            if low.is_some() && side.op != Op::High
                || null && not_null()
                || !self.fits_outer(side, item)
                || collation != ANY && !null && side.collation != collation
            {
                continue;
            }
            let mut own = from.clone();
            own.sides.push(number);
            own.before |= side.needs;
            let (mut many, mut bounds) = (0, 0);
            let ranged = matches!(side.op, Op::Low | Op::High | Op::NotNull);
            match side.op {
                Op::In => many = side.values,
                Op::Eq | Op::Is => {
                    let last = times == 0 && from.equal + 1 == terms;
                    let unique = index.is_some_and(|i| {
                        i.unique
                            && (terms == 1 && side.op == Op::Eq
                                || i.terms.iter().all(|t| {
                                    t.term_column().is_some_and(|c| {
                                        table.columns[c].not_null.is_some() || is_rowid(table, c)
                                    })
                                }))
                    });
                    own.one_row |= column == ROWID || last && unique;
                }
                _ => {}
            }
            let rows = |n: usize| match index {
                None => {
                    if n == 0 {
                        item.rows
                    } else {
                        0
                    }
                }
                Some(_) if n > terms => 0,
                Some(i) => rows_of(i, n),
            };
            if ranged {
                let own_bound = usize::from(side.op != Op::NotNull);
                bounds = low.unwrap_or(0) + own_bound;
                let most = out - 1 - i64::from(low.is_some());
                own.out = cost::bounded(out, bounds).min(most);
            } else {
                own.equal += 1;
                own.out = out + rows(own.equal) - rows(from.equal);
                if side.op == Op::Null {
                    own.out += 10;
                }
            }
            let scanned = match index {
                Some(index) => own.out + 1 + self.width_of(table, index),
                None => own.out + 16,
            };
            own.run = add(log_of(rows(0)), scanned);
            if index.is_some() && !own.only_index {
                own.run = add(own.run, own.out + 16);
            }
            let (plain, next) = (own.out, own.clone());
            own.run += times + many;
            own.out += times + many;
            self.adjust(&mut own, rows(0));
            self.insert(all, own);
            if side.op != Op::High {
                let out = if ranged { out } else { plain };
                let low = ranged.then_some(bounds);
                self.by_terms(item, index, &next, (times + many, out), low, all);
            }
        }
    }

    /// Conditions that a loop does not settle leave fewer rows (where.c, `whereLoopOutputAdjust`).
    fn adjust(&self, own: &mut Loop, rows: i64) {
        let (me, mut reduce) = (1 << own.part, 0);
        for (number, cond) in self.conds.iter().enumerate() {
            let open = cond.all & !(own.before | me) == 0 && cond.all & me != 0;
            if open && own.sides.iter().all(|s| self.sides[*s].cond != number) {
                own.out -= 1;
                reduce = reduce.max(cond.reduce);
            }
        }
        own.out = own.out.min(rows - reduce);
    }

    fn insert(&self, all: &mut Vec<Loop>, mut new: Loop) {
        if self.part_of_or && new.sides.is_empty() {
            return;
        }
        let indexed = |l: &Loop| matches!(l.way, Way::Index(_));
        if indexed(&new) {
            for p in all.iter().filter(|p| p.part == new.part && indexed(p)) {
                if self.is_subset(p, &new) {
                    (new.run, new.out) = (new.run.min(p.run), new.out.min(p.out - 1));
                } else if self.is_subset(&new, p) {
                    (new.run, new.out) = (new.run.max(p.run), new.out.max(p.out + 1));
                }
            }
        }
        let mut place = None;
        let mut at = 0;
        while at < all.len() {
            let p = &all[at];
            if p.part != new.part || p.sort != new.sort {
                at += 1;
                continue;
            }
            let fewer = p.before & new.before;
            let equal = new.sides.first().is_some_and(|s| {
                indexed(&new) && new.equal > 0 && matches!(self.sides[*s].op, Op::Eq | Op::Is)
            });
            let replaced = p.way == Way::Made && equal && fewer == new.before;
            if !replaced
                && fewer == p.before
                && p.setup <= new.setup
                && p.run <= new.run
                && p.out <= new.out
            {
                if place.is_none() {
                    return;
                }
                break;
            }
            if replaced || fewer == new.before && p.run >= new.run && p.out >= new.out {
                if place.is_none() {
                    place = Some(at);
                } else {
                    all.remove(at);
                    continue;
                }
            }
            at += 1;
        }
        match place {
            Some(at) => all[at] = new,
            None => all.push(new),
        }
    }

    /// Whether a loop uses fewer terms than another and costs no more (`whereLoopCheaperProperSubset`).
    fn is_subset(&self, x: &Loop, y: &Loop) -> bool {
        x.sides.len() < y.sides.len()
            && !(x.run > y.run && x.out > y.out)
            && x.sides.iter().all(|s| y.sides.contains(s))
            && (!x.only_index || y.only_index)
    }

    /// The cheapest path.
    pub(super) fn solve(&self) -> Option<Path> {
        let mut loops = self.loops(None);
        if let [_] = self.items
            && let Some(only) = self.only_row(&loops)
        {
            let mut path = self.path(std::slice::from_ref(only), None)?;
            (path.ordered, path.short) = (Some(self.wanted.len()), true);
            return Some(path);
        }
        let first = self.path(&loops, None)?;
        if self.wanted.is_empty() {
            return Some(first);
        }
        // A way that is constrained well is not given up for an order (whereInterstageHeuristic).
        for chosen in &first.loops {
            let close = |l: &Loop| l.equal > 0;
            if !close(chosen) || chosen.way == Way::Made {
                break;
            }
            loops.retain(|l| l.part != chosen.part || !l.sides.is_empty() || l.way == Way::Made);
        }
        let mut path = self.path(&loops, Some(first.rows + 1))?;
        // Where no order comes of the whole, the innermost loop goes in its direction.
        if self.purpose == Purpose::Order
            && path.ordered.unwrap_or(0) == 0
            && let Some((last, before)) = path.loops.split_last()
            && !last.one_row
            && !(last.way == Way::Rowid && last.sides.iter().any(|s| self.sides[*s].op == Op::In))
            && let (Some(n), reverse) = self.satisfies(before, last, Purpose::Inner)
            && n == self.wanted.len()
        {
            path.reverse = reverse;
        }
        Some(path)
    }

    /// The way to the one row of a key, the rowid before others (`whereShortCut`).
    fn only_row<'l>(&self, loops: &'l [Loop]) -> Option<&'l Loop> {
        let known = |l: &&Loop| {
            l.one_row && l.before == 0 && l.sides.iter().all(|s| self.sides[*s].op == Op::Eq)
        };
        let by_rowid = loops.iter().filter(known).find(|l| l.way == Way::Rowid);
        by_rowid.or_else(|| loops.iter().find(known))
    }

    fn path(&self, loops: &[Loop], rows: Option<i64>) -> Option<Path> {
        let most = match self.items.len() {
            0 | 1 => 1,
            2 => 5,
            _ => 12,
        };
        let wanted = if rows.is_some() { self.wanted.len() } else { 0 };
        let start = Path {
            loops: Vec::new(),
            ordered: if wanted > 0 { None } else { Some(0) },
            reverse: 0,
            short: false,
            seen: 0,
            rows: 0,
            cost: 0,
            unsorted: 0,
        };
        let mut from = vec![start];
        for _ in 0..self.items.len() {
            let mut to: Vec<Path> = Vec::new();
            for path in &from {
                for way in loops {
                    if way.before & !path.seen != 0
                        || path.seen & 1 << way.part != 0
                        || way.way == Way::Made && path.rows < 3
                    {
                        continue;
                    }
                    let mut unsorted = way.run + path.rows;
                    if way.setup != 0 {
                        unsorted = add(way.setup, unsorted);
                    }
                    unsorted = add(unsorted, path.unsorted);
                    let (mut ordered, mut reverse) = (path.ordered, path.reverse);
                    if ordered.is_none() {
                        (ordered, reverse) = self.satisfies(&path.loops, way, self.purpose);
                    }
                    let cost = match ordered {
                        Some(n) if n < wanted => {
                            add(unsorted, self.sorting(rows.unwrap_or(0), n)) + 3
                        }
                        _ => {
                            let cost = unsorted;
                            unsorted -= 2;
                            cost
                        }
                    };
                    let seen = path.seen | 1 << way.part;
                    let out = path.rows + way.out;
                    let same =
                        |p: &Path| p.seen == seen && p.ordered.is_none() == ordered.is_none();
                    let new = (cost, out, unsorted);
                    let place = match to.iter().position(same) {
                        Some(place) => {
                            let p = &to[place];
                            let old = (p.cost, p.rows, p.unsorted);
                            if old < new || old == new && !self.is_narrower(way, p) {
                                continue;
                            }
                            place
                        }
                        None if to.len() < most => to.len(),
                        None => {
                            let worst = (0..to.len()).max_by_key(|at| {
                                (to[*at].cost, to[*at].unsorted, std::cmp::Reverse(*at))
                            })?;
                            if (cost, unsorted) >= (to[worst].cost, to[worst].unsorted) {
                                continue;
                            }
                            worst
                        }
                    };
                    let mut loops = path.loops.clone();
                    loops.push(way.clone());
                    let (rows, short) = (out, false);
                    let new = Path { loops, ordered, reverse, short, seen, rows, cost, unsorted };
                    match place < to.len() {
                        true => to[place] = new,
                        false => to.push(new),
                    }
                }
            }
            from = to;
        }
        let mut best: Option<Path> = None;
        for path in from {
            if best.as_ref().is_none_or(|b| b.cost > path.cost) {
                best = Some(path);
            }
        }
        best
    }

    /// Whether the index of a loop is narrower than that of a path's last (`whereLoopIsNoBetter`).
    fn is_narrower(&self, own: &Loop, path: &Path) -> bool {
        let width = |l: &Loop| {
            let Way::Index(id) = l.way else { return None };
            let item = &self.items[l.part];
            let index = item.indexes.iter().find(|i| i.id == id)?;
            Some(cost::index_width(item.table.as_ref()?, index))
        };
        let last = path.loops.last().and_then(width);
        width(own).zip(last).is_some_and(|(own, last)| own < last)
    }

    /// The cost of sorting (`whereSortingCost`).
    fn sorting(&self, rows: i64, sorted: usize) -> i64 {
        let (mut rows, wanted) = (rows, self.wanted.len());
        let mut cost = rows + logarithm((self.width as u64 + 59) / 30) as i64;
        if sorted > 0 {
            cost += logarithm(((wanted - sorted) * 100 / wanted) as u64) as i64 - 66;
        }
        if let Some(limit) = self.limit {
            cost += if sorted > 0 { 16 } else { 10 };
            rows = rows.min(limit);
        } else if self.distinct && rows > 10 {
            rows -= 10;
        }
        cost + log_of(rows)
    }

    /// How many wanted terms a path gives the order of, and which loops are read backwards for it
    /// (`wherePathSatisfiesOrderBy`).
    pub(super) fn satisfies(
        &self,
        before: &[Loop],
        last: &Loop,
        purpose: Purpose,
    ) -> (Option<usize>, Mask) {
        let wanted = self.wanted;
        let (mut done, mut reverse, mut ready) = (vec![false; wanted.len()], 0, 0);
        let (mut is_distinct, mut distinct_mask) = (true, 0);
        for (number, own) in before.iter().chain([last]).enumerate() {
            if !is_distinct || done.iter().all(|d| *d) {
                break;
            }
            if number > 0 {
                ready |= 1 << before[number - 1].part;
            }
            let item = &self.items[own.part];
            if purpose == Purpose::Inner && number < before.len() {
                continue;
            }
            for (want, done) in wanted.iter().zip(&mut done) {
                let Some((_, column)) = want.column.filter(|(part, _)| *part == own.part) else {
                    continue;
                };
                *done |= self.about(own.part, column).into_iter().any(|s| {
                    let side = &self.sides[s];
                    let listed =
                        side.op == Op::In && purpose == Purpose::Inner && own.sides.contains(&s);
                    let equal = matches!(side.op, Op::Eq | Op::Is) || listed;
                    side.needs & !ready == 0
                        && (equal || side.op == Op::Null)
                        && (!equal || column == ROWID || side.collation == want.collation)
                });
            }
            if !own.one_row {
                let index = match own.way {
                    Way::Rowid => None,
                    Way::Index(id) => item.indexes.iter().find(|i| i.id == id),
                    Way::Made | Way::Either(_) => return (Some(0), reverse),
                };
                let (key, terms, unique) = match index.zip(item.table.as_ref()) {
                    Some((index, table)) => (key_of(index, table), index.terms.len(), index.unique),
                    None => (vec![(ROWID, ANY, false, true)], 1, true),
                };
                let (backwards, known) = ((&mut reverse, number), (terms, unique));
                is_distinct = self.walk(own, &key, known, purpose, &mut done, backwards);
            }
            if is_distinct {
                distinct_mask |= 1 << own.part;
                for (want, done) in wanted.iter().zip(&mut done) {
                    *done |= (want.all != 0 || want.constant) && want.all & !distinct_mask == 0;
                }
            }
        }
        if done.iter().all(|d| *d) {
            return (Some(wanted.len()), reverse);
        }
        if !is_distinct {
            return (Some(done.iter().take_while(|d| **d).count()), reverse);
        }
        (None, reverse)
    }

    /// Goes through a key; whether it tells rows apart.
    fn walk(
        &self,
        own: &Loop,
        key: &[KeyColumn],
        (terms, mut unique): (usize, bool),
        purpose: Purpose,
        done: &mut [bool],
        (reverse, number): (&mut Mask, usize),
    ) -> bool {
        let (mut set, mut rowid, mut backwards) = (false, false, false);
        for (at, (column, collation, descending, not_null)) in key.iter().enumerate() {
            if at < own.equal {
                match self.sides[own.sides[at]].op {
                    Op::Null | Op::Is => {
                        unique = false;
                        continue;
                    }
                    Op::In if purpose != Purpose::Inner => {}
                    _ => continue,
                }
            }
            if at >= own.equal && !not_null {
                unique = false;
            }
            let any = !matches!(purpose, Purpose::Order | Purpose::Inner);
            let mut found = None;
            for (i, want) in self.wanted.iter().enumerate() {
                if done[i] {
                    continue;
                }
                let fits = want.column == Some((own.part, *column))
                    && (*column == ROWID || want.collation == *collation);
                if fits {
                    found = Some(i);
                }
                if fits || !any {
                    break;
                }
            }
            if let Some(i) = found {
                let want = &self.wanted[i];
                if purpose != Purpose::Group {
                    let turned = *descending != want.descending;
                    if set && turned != backwards {
                        found = None;
                    } else if !set {
                        (set, backwards) = (true, turned);
                        *reverse |= Mask::from(turned) << number;
                    }
                }
                if want.nulls && at != own.equal {
                    found = None;
                }
            }
            match found {
                Some(i) => {
                    rowid |= *column == ROWID;
                    done[i] = true;
                }
                None => {
                    if at == 0 || at < terms {
                        unique = false;
                    }
                    break;
                }
            }
        }
        unique || rowid
    }
}

/// The columns that an index is in the order of.
fn key_of(index: &Index, table: &Table) -> Vec<KeyColumn> {
    let mut key = Vec::with_capacity(index.terms.len() + 1);
    for term in &index.terms {
        key.push(match term.term_column() {
            Some(c) if is_rowid(table, c) => (ROWID, ANY, term.descending, true),
            Some(c) => {
                let not_null = table.columns[c].not_null.is_some();
                (c, term.collation.name, term.descending, not_null)
            }
            None => (ROWID - 1, ANY, false, false),
        });
    }
    if !table.without_rowid {
        key.push((ROWID, ANY, false, true));
    } else {
        for (column, collation, descends) in &index.ties {
            key.push((*column, collation.name, *descends, true));
        }
        // The table itself has all columns.
        for (column, own) in table.columns.iter().enumerate() {
            if index.origin == IndexOrigin::PrimaryKey
                && key.iter().all(|(known, ..)| *known != column)
            {
                key.push((column, own.collation.name, false, own.not_null.is_some()));
            }
        }
    }
    key
}

fn is_rowid(table: &Table, column: usize) -> bool {
    table.rowid_key.is_some_and(|k| k.column == column)
}

/// Whether a column is in an index.
fn has(table: &Table, index: &Index, column: usize) -> bool {
    let tied = || index.ties.iter().any(|(tie, ..)| *tie == column);
    (!table.without_rowid || index.origin == IndexOrigin::CreateIndex) && tied()
        || is_rowid(table, column)
        || index.terms.iter().any(|t| t.prefix.is_none() && t.term_column() == Some(column))
        || index.filter.is_some() && super::partial::settles(table, index, column)
}
