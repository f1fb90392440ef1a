// A program that uses the package's types; compiled, never run.

import init, {
  Database,
  type Result,
  type Row,
  type Source,
  SqlError,
  type Trace,
  version,
} from "onconflict";
import initInline from "onconflict/inline";

const from: Source = { url: new URL("https://example.com/engine.wasm") };
await init(from);
await initInline();
export const text: string = version();

// @ts-expect-error: the address is not a number
await init({ url: 1 });

using db = new Database({ dialect: "postgresql", limits: { rows: 10 }, readBigInts: "string" });
const results: Result[] = db.exec("SELECT 1", undefined, { types: true, onError: "continue" });
const insert = db.prepare("INSERT INTO t VALUES (:a, $b)");
insert.run(1, null, "x", 2n, true, new Uint8Array(), new ArrayBuffer(2));
insert.run([1]);
insert.run({ a: 1 });
const rows: Row[] = insert.raw().all<Row>();
interface User {
  id: number;
  email: string;
}
const user: User | undefined = insert.raw(false).get<User>();
const ids: number[] = insert.pluck().all<number>();
const [first] = insert.pluck(false).iterate();
const total: number = insert.runMany(new Set([[1], [2]])).changes;
const answer: number = db.transaction(() => 42);
const trace: Trace = db.explainConflict("SELECT 1", [1]);
for (const step of trace.steps) {
  if (step.kind === "probe" && step.hit !== null) console.log(step.key, step.text, step.plan);
  if (step.kind === "begin" && step.frame === "fk action") console.log(step.name);
}
try {
  db.query("SELECT 1");
} catch (error) {
  if (error instanceof SqlError) console.log(error.code, error.conflict?.also[0]?.key);
}
export const used = [results, rows, user, ids, first, total, answer];

// @ts-expect-error: a date is not a value
insert.run(new Date());
// @ts-expect-error: there is no such dialect
new Database({ dialect: "oracle" });
