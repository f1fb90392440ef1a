import { expect, test } from "vitest";
import { Engine } from "../../pkg/engine/engine.js";
import { sqlError, users } from "./setup.ts";

// A trap cannot be had on purpose; this stands in for one. It is the last thing that this file's copy of
// the package can do.
test("after a trap every use says that it is our bug", () => {
  const [db, other] = [users(), users()];
  const trap = new WebAssembly.RuntimeError("unreachable");
  const exec = Engine.prototype.exec;
  Engine.prototype.exec = () => {
    throw trap;
  };
  const error = sqlError(() => db.exec("SELECT 1"));
  Engine.prototype.exec = exec;
  expect(error.message).toMatch(/bug in it and not in your SQL \(RuntimeError: unreachable\)/);
  expect(error.cause).toBe(trap);
  expect(sqlError(() => other.exec("SELECT 1")).message).toBe(error.message);
  db.close();
});
