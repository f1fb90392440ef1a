import { expect, test } from "vitest";
import { Database, sqlError, type Value } from "./setup.ts";

const db = new Database();
const echo = db.prepare("SELECT ?, typeof(?1)").raw();
const roundTrip = (value: unknown) => echo.get(value as Value);

const pairs: [unknown, Value, string][] = [
  [null, null, "null"],
  [1, 1, "integer"],
  [0, 0, "integer"],
  [-0, -0, "real"],
  [1.5, 1.5, "real"],
  [2 ** 53, 2 ** 53, "real"],
  [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, "integer"],
  [Number.NaN, null, "null"],
  [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, "real"],
  [7n, 7, "integer"],
  [2n ** 63n - 1n, 2n ** 63n - 1n, "integer"],
  [-(2n ** 63n), -(2n ** 63n), "integer"],
  [true, 1, "integer"],
  [false, 0, "integer"],
  ["", "", "text"],
  ["o'clock", "o'clock", "text"],
  ["\u{feff}ä😀\0z", "\u{feff}ä😀\0z", "text"],
  ["x".repeat(200_000), "x".repeat(200_000), "text"],
  ["é".repeat(70_000), "é".repeat(70_000), "text"],
  [new Uint8Array([0, 255]), new Uint8Array([0, 255]), "blob"],
  [new Uint8Array([9, 1, 2]).subarray(1), new Uint8Array([1, 2]), "blob"],
  [new Uint8Array([5]).buffer, new Uint8Array([5]), "blob"],
  [new Uint8Array(), new Uint8Array(), "blob"],
];

test("what goes in comes out", () => {
  for (const [value, expected, type] of pairs) expect(roundTrip(value)).toEqual([expected, type]);
});

test.each<[string, unknown, RegExp]>([
  ["undefined", undefined, /^parameter 1: undefined/],
  ["a date", new Date(), /^parameter 1: an object \(Date\)/],
  ["a function", () => 1, /^parameter 1: a function/],
  ["a symbol", Symbol("s"), /^parameter 1: a symbol/],
  ["a map", new Map(), /^parameter 1: an object \(Map\)/],
  ["an array", [1], /^parameter 1: an object \(Array\)/],
])("%s is no value, and the parameter is named", (_, value, message) => {
  expect(() => echo.get([value as Value])).toThrow(TypeError);
  expect(() => echo.get([value as Value])).toThrow(message);
  expect(() => db.query("SELECT :when", { when: value as Value })).toThrow(/^parameter :when: /);
});

test("numbers that are not finite are the database's own, or an error", () => {
  const real = new Database({ dialect: "postgresql" });
  const { rows } = real.query("SELECT $1::float8, $2::float8", [Number.NaN, -Infinity]);
  expect(rows).toEqual([[Number.NaN, -Infinity]]);
  const none = new Database({ dialect: "mysql" });
  expect(() => none.query("SELECT ?", [Number.NaN])).toThrow("parameter 1: MySQL has no NaN");
  expect(() => none.query("SELECT ?", [Infinity])).toThrow("parameter 1: MySQL has no Infinity");
});

test("an integer beyond 64 bits is an error", () => {
  expect(() => roundTrip(2n ** 63n)).toThrow(/parameter 1: 9223372036854775808 does not fit/);
});

test("half of a surrogate pair is an error, alone and in a batch", () => {
  expect(() => roundTrip("a\ud800")).toThrow(/parameter 1: .* surrogate/);
  const insert = new Database();
  insert.exec("CREATE TABLE t(a, b)");
  const many = insert.prepare("INSERT INTO t VALUES (?, ?)");
  expect(() => many.runMany([["\ud83d", "\ude00"]])).toThrow(/parameter 1: .* surrogate/);
  expect(insert.rows("t").total).toBe(0);
});

test("a blob is copied on its way in and out", () => {
  const given = new Uint8Array([1]);
  const row = db.prepare("SELECT ?").raw().get(given) as Uint8Array[];
  given[0] = 2;
  db.query("SELECT zeroblob(50000)");
  expect(row).toEqual([new Uint8Array([1])]);
});

test("integers are never rounded", () => {
  const wide = "SELECT 9007199254740991, 9007199254740992, -9223372036854775808, 1.0";
  expect(db.query(wide).rows).toEqual([[2 ** 53 - 1, 2n ** 53n, -(2n ** 63n), 1]]);
});

test("readBigInts tells integers from reals, or gives text", () => {
  const big = new Database({ readBigInts: true });
  expect(big.query("SELECT 1, 1.0").rows).toEqual([[1n, 1]]);
  big.exec("CREATE TABLE t(a INTEGER PRIMARY KEY)");
  expect(big.query("INSERT INTO t VALUES (4)").lastInsertRowid).toBe(4n);
  expect([big.lastInsertRowid, big.rows("t").rowids]).toEqual([4n, [4n]]);
  const text = new Database({ readBigInts: "string" });
  expect(text.query("SELECT 9223372036854775807, 1, 1.5").rows).toEqual([
    ["9223372036854775807", "1", 1.5],
  ]);
  const statement = db.prepare("SELECT 1").pluck();
  expect(statement.setReadBigInts(true).get()).toBe(1n);
  expect(statement.setReadBigInts(false).get()).toBe(1);
});

test("a boolean is one in PostgreSQL", () => {
  const postgresql = new Database({ dialect: "postgresql" });
  postgresql.exec("CREATE TABLE t(a boolean)");
  const insert = postgresql.prepare("INSERT INTO t VALUES ($1)");
  insert.run(true);
  insert.runMany([[false]]);
  expect(postgresql.rows("t").rows).toEqual([[true], [false]]);
  expect(postgresql.query("SELECT a FROM t WHERE a").rows).toEqual([[true]]);
});

test("parameters go by name, with the mark or without it", () => {
  const sql = "SELECT :a, @b, $c, :a";
  expect(db.query(sql, { a: 1, b: 2, c: 3 }).rows).toEqual([[1, 2, 3, 1]]);
  expect(db.query(sql, { ":a": 1, "@b": 2, $c: 3 }).rows).toEqual([[1, 2, 3, 1]]);
  expect(db.prepare(sql).raw().get({ a: 1, b: 2, c: 3 })).toEqual([1, 2, 3, 1]);
  expect(db.query(sql, [1, 2, 3]).rows).toEqual([[1, 2, 3, 1]]);
});

test("parameters that are missing or too many are named", () => {
  expect(() => db.query("SELECT :a", {})).toThrow("there is no value for parameter :a");
  expect(() => db.query("SELECT :a", { a: 1, b: 2 })).toThrow("the statement has no parameter b");
  expect(() => db.query("SELECT ?, ?", [1])).toThrow("has 2 parameters and 1 value was given");
  expect(() => db.prepare("SELECT ?").get()).toThrow("has 1 parameter and 0 values were given");
  expect(() => db.prepare("SELECT 1").get(1, 2)).toThrow("has 0 parameters and 2 values");
  expect(() => db.query("SELECT ?", { a: 1 })).toThrow("parameter 1 has no name");
  const two = sqlError(() => db.exec("SELECT ?; SELECT 2", [1]));
  expect(two.message).toMatch(/one statement/);
});

test("PostgreSQL reads a parameter as its place's type, whatever JavaScript gives", () => {
  const db = new Database({ dialect: "postgresql" });
  db.exec(
    "CREATE TABLE t(f float8 UNIQUE, d date, i int, b boolean, u uuid, s text, n numeric(5,2))",
  );
  const code = (column: string, value: Value) => {
    const [result] = db.exec(`INSERT INTO t(${column}) VALUES ($1)`, [value], {
      onError: "continue",
    });
    return result?.error?.code ?? "stored";
  };
  // Compared with PGlite, which is given the same texts.
  expect(code("f", true)).toBe("22P02");
  expect(code("d", 5)).toBe("22007");
  expect(code("i", 1.5)).toBe("22P02");
  expect(code("i", true)).toBe("22P02");
  expect(code("i", new Uint8Array([49]))).toBe("22P02");
  expect(code("b", 5)).toBe("22P02");
  expect(code("u", 5)).toBe("22P02");
  for (const [column, value] of [
    ["b", 1],
    ["s", 1.5],
    ["n", 1.005],
    ["i", "7"],
  ] as const) {
    expect(code(column, value)).toBe("stored");
  }
  expect(db.query("SELECT b, s, n, i FROM t").rows).toEqual([
    [true, null, null, null],
    [null, "1.5", null, null],
    [null, null, "1.01", null],
    [null, null, null, 7],
  ]);
  expect(() => db.query("SELECT 1 FROM t WHERE d = $1", [5])).toThrow("date");
  db.close();
});
