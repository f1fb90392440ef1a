// Unique keys that are judged after their row was written (PostgreSQL).

import { beforeAll, expect, test } from "vitest";
import init from "../../www/lib/node.ts";
import { gateSource, gateState, laneTitle } from "../../www/text.ts";
import { sceneAt, sentences, traced } from "./traced.ts";

beforeAll(() => init());

const TABLE = "CREATE TABLE u(id INTEGER PRIMARY KEY, n INT UNIQUE DEFERRABLE INITIALLY DEFERRED);";
const AGAIN =
  "n 1 is already in index u_n_key, held by the row with id 1. " +
  "The row goes on for now: the constraint is asked again";

const run = (sql: string, table = TABLE) => traced("postgresql", `${table}${sql}`);

test("a deferred key lets the row through, and says when it is asked again", () => {
  const held = run("INSERT INTO u VALUES(1,1);BEGIN;INSERT INTO u VALUES(4,1);COMMIT;");
  const said = sentences(held);
  const at = said.indexOf(`${AGAIN} at COMMIT.`);
  expect(at).toBeGreaterThan(0);
  const [lane] = sceneAt(held, at).lanes;
  const gate = lane?.gates[2];
  expect(gate).toMatchObject({ state: "passed", reason: "asked later", hit: 1 });
  expect(gate && gateSource(gate, true)).toBe("asked again at COMMIT");
  expect(gate && gateState(gate, null, true)).toBe("asked again at COMMIT");
  const [ahead] = sceneAt(held, at - 2).lanes;
  expect(ahead?.gates.map((one) => gateSource(one, true))).toEqual([
    "by default",
    "by default",
    "at COMMIT",
  ]);
});

test("at COMMIT the row is at its gate again, and both rows are marked", () => {
  const held = run("INSERT INTO u VALUES(1,1);BEGIN;INSERT INTO u VALUES(4,1);COMMIT;");
  const [conflict = -1] = held.outline.conflicts;
  expect(sentences(held)[conflict]).toBe(
    "Asked again: n 1 is already in index u_n_key, held by the row with id 1. No clause says otherwise: stop " +
      "with an error and roll the transaction back.",
  );
  const scene = sceneAt(held, conflict);
  const [lane] = scene.lanes;
  expect(lane?.values).toEqual([4, 1]);
  expect(lane?.gates.map(({ state }) => state)).toEqual(["open", "open", "closed"]);
  expect([lane?.position, lane?.decision?.gate]).toEqual([2, 2]);
  expect(lane?.frame && laneTitle(held, lane.frame, true)).toBe("New row, asked again");
  expect(scene.hit).toMatchObject({ table: "u", rowid: 1, row: [1, 1] });
  expect(scene.judged).toEqual({ table: "u", rowid: 2 });
});

test("without a transaction it is asked at the end, and each row in its turn", () => {
  const held = run("INSERT INTO u VALUES(1,1),(2,1),(3,1);");
  expect(sentences(held)).toContain(`${AGAIN} at the end.`);
  expect(sceneAt(held, held.outline.conflicts[0] ?? -1).lanes[0]?.values).toEqual([2, 1]);
});

test("what was mended by then is free", () => {
  const mended = run(
    "INSERT INTO u VALUES(1,1),(2,2);UPDATE u SET n=n+1;",
    TABLE.replace("INITIALLY DEFERRED", "INITIALLY IMMEDIATE"),
  );
  expect(mended.outline.conflicts).toEqual([]);
  const said = sentences(mended);
  expect(said).toContain(
    "n 2 is already in index u_n_key, held by the row with id 2. The row goes on for now: the " +
      "constraint is asked again at the end of the statement.",
  );
  const at = said.indexOf("n 2, asked again, is in no other row by now.");
  const scene = sceneAt(mended, at);
  expect(scene.lanes[0]?.values).toEqual([1, 2]);
  expect(scene.lanes[0]?.gates.at(-1)).toMatchObject({ state: "here" });
});

test("what was rolled back, or judged before, is not asked about again", () => {
  const held = run(
    "INSERT INTO u VALUES(1,1);BEGIN;INSERT INTO u VALUES(4,1);ROLLBACK;" +
      "BEGIN;INSERT INTO u VALUES(5,1);UPDATE u SET n=7 WHERE id=1;SET CONSTRAINTS ALL IMMEDIATE;" +
      "SET CONSTRAINTS ALL DEFERRED;INSERT INTO u VALUES(6,1);COMMIT;",
  );
  const values = held.trace.steps.flatMap((step, i) =>
    step.kind === "probe" && held.outline.frames[i]?.kind === "deferred"
      ? [sceneAt(held, i).lanes[0]?.values]
      : [],
  );
  expect(values).toEqual([
    [5, 1],
    [6, 1],
  ]);
});
