// The engine (examples/postgresql.rs) and the real PostgreSQL (PGlite) side by side: both take a
// script and give, statement by statement, columns, rows, tag, notices and errors in one shape.

import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

// Names of the types that the engine knows, by number.
const TYPES = {
  16: "bool",
  17: "bytea",
  18: "char",
  19: "name",
  20: "int8",
  21: "int2",
  23: "int4",
  25: "text",
  26: "oid",
  27: "tid",
  28: "xid",
  114: "json",
  194: "pg_node_tree",
  700: "float4",
  701: "float8",
  705: "unknown",
  1000: "_bool",
  1005: "_int2",
  1007: "_int4",
  1009: "_text",
  1015: "_varchar",
  1016: "_int8",
  1021: "_float4",
  1022: "_float8",
  1042: "bpchar",
  1043: "varchar",
  1082: "date",
  1182: "_date",
  1083: "time",
  1114: "timestamp",
  1115: "_timestamp",
  1184: "timestamptz",
  1185: "_timestamptz",
  1186: "interval",
  1231: "_numeric",
  1700: "numeric",
  2205: "regclass",
  2206: "regtype",
  2249: "record",
  2278: "void",
  2950: "uuid",
  2951: "_uuid",
  3807: "_jsonb",
  3802: "jsonb",
  3904: "int4range",
  3906: "numrange",
  3908: "tsrange",
  3910: "tstzrange",
  3912: "daterange",
  3926: "int8range",
};

const FIELDS = {
  C: "code",
  M: "message",
  D: "detail",
  H: "hint",
  P: "position",
  s: "schema",
  t: "table",
  c: "column",
  d: "datatype",
  n: "constraint",
};

const EMPTY = `DO $$ DECLARE s text; BEGIN
  FOR s IN SELECT nspname FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema)' LOOP
    EXECUTE format('DROP SCHEMA %I CASCADE', s);
  END LOOP;
END $$; CREATE SCHEMA public`;

/** The real one, or nothing where PGlite is not installed. */
export async function openTheirs() {
  let path;
  try {
    path = createRequire(import.meta.url).resolve("@electric-sql/pglite");
  } catch {
    return undefined;
  }
  const { PGlite } = await import(pathToFileURL(path));
  const db = new PGlite({});
  await db.exec("SET timezone = 'UTC'");
  return {
    run: async (sql, params = []) => {
      // What psql sends after COPY is a file there.
      const copied = /^(COPY[^;]*?FROM )STDIN\b([^;]*);\n([\s\S]*?)(\\\.\n?)?$/i.exec(sql);
      if (copied) {
        await db._handleBlob(new Blob([copied[3]]));
        const text = `${copied[1]}'/dev/blob'${copied[2]}`;
        const answer = replies(await db.execProtocolRaw(query(text)));
        await db._cleanupBlob();
        return answer;
      }
      return replies(
        await db.execProtocolRaw(params.length > 0 ? extended(sql, params) : query(sql)),
      );
    },
    reset: async () => {
      await db.execProtocolRaw(query("ROLLBACK"));
      await db.execProtocolRaw(query(EMPTY));
      await db.execProtocolRaw(query("DISCARD ALL"));
      await db.execProtocolRaw(query("SET timezone = 'UTC'"));
    },
    close: () => db.close(),
  };
}

function query(sql) {
  return new Uint8Array(message("Q", Buffer.from(`${sql}\0`)));
}

/** One statement with parameters of no declared type, as drivers send it. */
function extended(sql, params) {
  const values = params.map((value) => {
    if (value === null) return int32(-1);
    const text = Buffer.from(`${value}`);
    return Buffer.concat([int32(text.length), text]);
  });
  return new Uint8Array(
    Buffer.concat([
      message("P", Buffer.from(`\0${sql}\0\0\0`)),
      message(
        "B",
        Buffer.from("\0\0\0\0"),
        int32(params.length).subarray(2),
        ...values,
        Buffer.alloc(2),
      ),
      message("D", Buffer.from("P\0")),
      message("E", Buffer.from("\0\0\0\0\0")),
      message("S"),
    ]),
  );
}

function message(kind, ...parts) {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(kind), int32(4 + body.length), body]);
}

function int32(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

/** What the protocol's messages say, one entry a statement. */
function replies(bytes) {
  const data = Buffer.from(bytes);
  const results = [];
  let now = { notices: [] };
  for (let at = 0; at < data.length; ) {
    const kind = String.fromCharCode(data[at]);
    const length = data.readInt32BE(at + 1);
    const body = data.subarray(at + 5, at + 1 + length);
    at += 1 + length;
    if (kind === "T") {
      now.columns = columns(body);
      now.rows = [];
    } else if (kind === "D") {
      now.rows.push(cells(body));
    } else if (kind === "N") {
      const { severity, code, message } = fields(body);
      now.notices.push([severity, code, message]);
    } else if (kind === "E") {
      const { severity, ...error } = fields(body);
      results.push({ notices: now.notices, error });
      now = { notices: [] };
    } else if (kind === "C") {
      results.push({ ...now, tag: body.toString("utf8", 0, body.length - 1) });
      now = { notices: [] };
    }
  }
  return results;
}

function columns(body) {
  const found = [];
  let at = 2;
  for (let number = body.readInt16BE(0); number > 0; number -= 1) {
    const end = body.indexOf(0, at);
    const oid = body.readInt32BE(end + 7);
    found.push([body.toString("utf8", at, end), TYPES[oid] ?? `${oid}`]);
    at = end + 19;
  }
  return found;
}

function cells(body) {
  const found = [];
  let at = 2;
  for (let number = body.readInt16BE(0); number > 0; number -= 1) {
    const length = body.readInt32BE(at);
    at += 4;
    found.push(length < 0 ? null : body.toString("utf8", at, at + length));
    at += Math.max(length, 0);
  }
  return found;
}

function fields(body) {
  const error = Object.fromEntries(Object.values(FIELDS).map((name) => [name, null]));
  for (let at = 0; body[at] !== 0; ) {
    const kind = String.fromCharCode(body[at]);
    const end = body.indexOf(0, at);
    const text = body.toString("utf8", at + 1, end);
    if (kind === "V") error.severity = text;
    if (kind === "P") error.position = Number(text);
    else if (FIELDS[kind]) error[FIELDS[kind]] = text;
    at = end + 1;
  }
  return error;
}

/** The engine, run by `cargo`'s example at a path. */
export function openOurs(binary) {
  const child = spawn(binary, { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (value) => {
    child.stdin.write(`${JSON.stringify(value)}\n`);
    const { value: line, done } = await lines.next();
    if (done) throw new Error("the engine stopped");
    return JSON.parse(line);
  };
  return {
    run: (sql, params = []) => ask(params.length > 0 ? [sql, ...params] : sql),
    /** A script like those of people; of the golden ones as well where asked. */
    changed: (seed, golden) => ask({ changed: seed, golden }),
    reset: () => ask(null),
    close: () => child.stdin.end(),
  };
}

/** Whether the engine says that it does not have something, or goes only so far. */
export function isUnsupported(results) {
  const { error } = results.at(-1) ?? {};
  return (
    (error?.code === "0A000" &&
      /not supported in this playground|onconflict/.test(error.message)) ||
    (error?.code === "54000" && error.message.startsWith("statement ended: "))
  );
}

/** Both answers to a statement without that which may differ. */
export function compared(sql, mine, other) {
  for (const [at, { error, rows }] of mine.entries()) {
    const there = other[at];
    // PostgreSQL's tables of hashes and its own sorts give rows in orders that no one asked for.
    if (rows && there?.rows && !/ORDER BY/i.test(sql)) {
      rows.sort(byText);
      there.rows.sort(byText);
    }
    // A few errors have a position in one of them only, chiefly those of a function's own statements.
    if (error && there?.error && (error.position === null) !== (there.error.position === null))
      error.position = there.error.position = null;
  }
  return [shown(mine), shown(other)].map(plain);
}

const byText = (a, b) => (`${a}` < `${b}` ? -1 : 1);

/** Types that a script made and schemas of temporary tables have numbers there and names here. */
export const plain = (text) =>
  text
    .replace(/:(\d{5,}|_?(mood|record|\w*_type)|[a-z]+_enum)(?= |$)/g, ":made")
    .replace(/\bpg_temp_\d+/g, "pg_temp");

/** A result on one line, for people. */
export function shown(results) {
  const one = ({ notices, error, columns: names, rows, tag }) => {
    const parts = notices.map((n) => n.join(" "));
    if (error) {
      const told = Object.entries(error).filter(([, v]) => v !== null);
      parts.push(`ERROR ${told.map(([k, v]) => `${k}=${v}`).join(" | ")}`);
    } else {
      if (names) parts.push(`${names.map((c) => c.join(":")).join(" ")} ${JSON.stringify(rows)}`);
      parts.push(tag ?? "");
    }
    return parts.join(" // ");
  };
  return results.map(one).join(" ;; ");
}
