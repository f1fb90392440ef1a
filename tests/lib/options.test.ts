import { expect, test } from "vitest";
import { Database, type DatabaseOptions, users } from "./setup.ts";

const open = (options: unknown) => () => new Database(options as DatabaseOptions);

test("an option that is not known, or not of its kind, is an error rather than nothing", () => {
  expect(open({ dialekt: "mysql" })).toThrow("there is no option dialekt; there are dialect,");
  expect(open({ dialect: null })).toThrow("there is no dialect");
  expect(open({ readBigInts: "yes" })).toThrow('readBigInts must be true, false or "string"');
  expect(open({ limits: { depht: 1 } })).toThrow("there is no limit depht");
  const db = users();
  const misspelt = { onErorr: "continue" } as object;
  expect(() => db.exec("SELECT 1", undefined, misspelt)).toThrow("there is no option onErorr");
  expect(() => db.trace("SELECT 1", undefined, misspelt)).toThrow("there is no option onErorr");
  expect(() => db.rows("users", { from: 1 } as object)).toThrow("there is no option from");
  db.close();
});
