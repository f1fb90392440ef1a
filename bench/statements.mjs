// Lines whose work is one statement over many rows. The time is divided by the rows of the table.

import { answer, firstRows, question, table } from "./data.mjs";

const wanted = { ratio: 1, to: "fastest" };
const half = (rows) => Math.floor(rows / 2);
const changed = ([id, email, username, n]) => [id, email, username, n + 1];
const beforeHalf = (rows) => (row) => row[0] <= half(rows);

const tuple = ([id, email, username, n]) => `(${id},'${email}','${username}',${n})`;

/** What each line runs, and what `question` answers after it; without `left` the answer is `given`. */
const statements = [
  {
    name: "insert of VALUES as text",
    empty: true,
    sql: (rows) => `INSERT INTO users VALUES ${firstRows(rows).map(tuple).join(",")}`,
    left: (all) => all,
  },
  {
    name: "create unique index",
    sql: () => "CREATE UNIQUE INDEX by_name_and_n ON users(username, n)",
    left: (all) => all,
  },
  {
    name: "group by, order by",
    sql: () => "SELECT n, count(*) AS c, max(id) FROM users GROUP BY n ORDER BY c DESC, n LIMIT 1",
    given: (all) => {
      const groups = new Map();
      for (const [id, , , n] of all) {
        const [count, most] = groups.get(n) ?? [0, 0];
        groups.set(n, [count + 1, Math.max(most, id)]);
      }
      const order = ([n, [c]], [m, [d]]) => d - c || n - m;
      const [[n, [count, most]]] = [...groups].sort(order);
      return [n, count, most];
    },
  },
  {
    name: "join on a unique key",
    sql: () =>
      "SELECT count(*), sum(a.n + b.id) FROM users a JOIN users b ON b.email = a.email WHERE a.n < 500",
    given: (all) => {
      const met = all.filter((row) => row[3] < 500);
      return [met.length, met.reduce((sum, row) => sum + row[3] + row[0], 0)];
    },
  },
  {
    name: "update half by unique key",
    sql: (rows) =>
      `UPDATE users SET n = n + 1 WHERE email IN (SELECT email FROM users WHERE id <= ${half(rows)})`,
    left: (all) => {
      const meets = beforeHalf(all.length);
      return all.map((row) => (meets(row) ? changed(row) : row));
    },
  },
  {
    name: "delete half by unique key",
    sql: (rows) =>
      `DELETE FROM users WHERE email IN (SELECT email FROM users WHERE id <= ${half(rows)})`,
    left: (all) => {
      const meets = beforeHalf(all.length);
      return all.filter((row) => !meets(row));
    },
  },
];

const same = (got, expected) => {
  const [a, b] = [got, expected].map((list) => list.map(String).join(" | "));
  if (a !== b) throw new Error(`wrong answer: ${a}\n  expected: ${b}`);
};

/** The lines, in the shape that `lines.mjs` says. */
export const statementLines = statements.map(({ name, empty, sql, left, given }) => ({
  name,
  wanted,
  count: (rows) => rows,
  ways: () => ["one statement"],
  prepare: (db, rows) => {
    const all = firstRows(rows);
    const text = sql(rows);
    let got = null;
    db.exec(table);
    if (!empty) db.bulk(db.ways[0], { verb: "INSERT", tail: "" }, all);
    return {
      timed: () => {
        if (given === undefined) db.exec(text);
        else got = db.row(text);
      },
      check: () => {
        if (given === undefined) same(db.row(question), answer(left(all)));
        else same(got, given(all));
      },
    };
  },
}));
