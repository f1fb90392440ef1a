// The peers' two fast ways of giving many rows at once: one JSON text taken apart by json_each, or
// one statement with all tuples in its text. Ten thousand rows a statement, in one transaction.

const chunk = 10_000;

/** The ways, as the peers' adapters list them. */
export const ways = ["json_each", "values"];

/** Gives all rows to `run(sql, params)` in the named way. */
export function bulk(run, way, { verb, tail }, rows) {
  run("BEGIN");
  for (let at = 0; at < rows.length; at += chunk) {
    const part = rows.length > chunk ? rows.slice(at, at + chunk) : rows;
    if (way === "json_each") run(fromJson(verb, tail), [JSON.stringify(part)]);
    else run(`${verb} INTO users VALUES ${part.map(tuple).join(",")} ${tail}`);
  }
  run("COMMIT");
}

// "WHERE true" keeps the parser from reading ON CONFLICT as the condition of a join.
function fromJson(verb, tail) {
  const columns = [0, 1, 2, 3].map((i) => `value->>${i}`).join(", ");
  return `${verb} INTO users SELECT ${columns} FROM json_each(?) WHERE true ${tail}`;
}

function tuple([id, email, username, n]) {
  return `(${id},'${email}','${username}',${n})`;
}
