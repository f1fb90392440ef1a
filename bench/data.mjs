// The rows of the benchmark, and what a table must hold after each way of writing them. No engine here.

export const table =
  "CREATE TABLE users(id INTEGER PRIMARY KEY, email TEXT UNIQUE, username TEXT UNIQUE, n INTEGER)";

/** The question each line is checked with. */
export const question = "SELECT count(*), sum(id), sum(n), min(email), max(email) FROM users";

// An odd factor permutes the 32-bit numbers: e-mail addresses are unique and arrive in no order.
const email = (i) => `${(Math.imul(i, 2654435761) >>> 0).toString(36)}@example.com`;

/** An INSERT through `clause` in the words that engines share. */
export const insertSql = ({ verb, tail }) =>
  `${verb} INTO users VALUES (?, ?, ?, ?) ${tail}`.trim();

/** Rows 1 to count, as a first load has them. */
export function firstRows(count) {
  return Array.from({ length: count }, (_, at) => {
    const i = at + 1;
    return [i, email(i), `user${i}`, i % 1000];
  });
}

/** As many rows again under new keys and names; every second one has the e-mail of a first row. */
export function secondRows(count) {
  return Array.from({ length: count }, (_, at) => {
    const i = count + at + 1;
    return [i, email(at % 2 === 0 ? at + 1 : i), `user${i}`, (i % 1000) + 7];
  });
}

/** What is left when `second` comes upon `first`; `settle` says which row a collision by e-mail leaves. */
export function merged(first, second, settle) {
  const rows = new Map(first.map((row) => [row[1], row]));
  for (const row of second) {
    const old = rows.get(row[1]);
    rows.set(row[1], old === undefined ? row : settle(old, row));
  }
  return [...rows.values()];
}

/** The answer to `question` for these rows. */
export function answer(rows) {
  let [ids, ns, least, greatest] = [0, 0, rows[0][1], rows[0][1]];
  for (const [id, mail, , n] of rows) {
    ids += id;
    ns += n;
    if (mail < least) least = mail;
    if (mail > greatest) greatest = mail;
  }
  return [rows.length, ids, ns, least, greatest];
}
