import { expect, test } from "vitest";
import { Database, type DatabaseOptions, users } from "./setup.ts";

const open = (options: unknown) => () => new Database(options as DatabaseOptions);

test("an option that is not known, or not of its kind, is an error rather than nothing", () => {
  expect(open({ dialekt: "mysql" })).toThrow("there is no option dialekt; there are dialect,");
  expect(open({ dialect: null })).toThrow("there is no dialect");
  expect(open({ readBigInts: "yes" })).toThrow('readBigInts must be true, false or "string"');
  expect(open({ limits: { depht: 1 } })).toThrow("there is no limit depht");
  expect(open({ limits: { depth: 1000 } })).toThrow("the limit depth must be 150 or less");
  const db = users();
  const misspelt = { onErorr: "continue" } as object;
  expect(() => db.exec("SELECT 1", undefined, misspelt)).toThrow("there is no option onErorr");
  expect(() => db.trace("SELECT 1", undefined, misspelt)).toThrow("there is no option onErorr");
  expect(() => db.rows("users", { from: 1 } as object)).toThrow("there is no option from");
  db.close();
});

test("what must be a string says which of the arguments it is", () => {
  const db = users();
  expect(() => db.exec(null as unknown as string)).toThrow("sql must be a string, not null");
  expect(() => db.query(1 as unknown as string)).toThrow("sql must be a string, not number");
  expect(() => db.rows({} as string)).toThrow("table must be a string, not object");
  expect(() => db.indexEntries(undefined as unknown as string)).toThrow("index must be a string");
  const statement = db.prepare("SELECT 1");
  expect(() => statement.setReadBigInts("x" as unknown as boolean)).toThrow("on must be true or");
  db.close();
});
