// Two writers make user names from a base name and a counter: with one counter, with a counter that
// each reads for itself, and with the unique index as the judge.
//
// Run it after a build: node examples/concurrency.mjs

import init, { Database, SqlError } from "onconflict";

await init();

function emptyTable() {
  const db = new Database({ dialect: "sqlite" });
  db.exec(`CREATE TABLE users(
    user_id INTEGER PRIMARY KEY AUTOINCREMENT,
    username TEXT UNIQUE
  )`);
  return db;
}

function attempt(db, writer, username) {
  try {
    db.prepare("INSERT INTO users(username) VALUES (?)").run(username);
    console.log(`writer ${writer}, ${username}: created`);
  } catch (error) {
    if (!(error instanceof SqlError)) throw error;
    console.log(`writer ${writer}, ${username}: ${error.message}`);
  }
}

console.log("One counter for both:");
const shared = emptyTable();
let counter = 0;
for (const writer of ["A", "B"]) {
  for (let i = 0; i < 3; i += 1) {
    counter += 1;
    attempt(shared, writer, `user${counter}`);
  }
}
shared.close();

console.log("Both look before either writes:");
const raced = emptyTable();
const nextFree = raced.prepare("SELECT count(*) + 1 FROM users").pluck();
for (let i = 0; i < 3; i += 1) {
  const [seenByA, seenByB] = [nextFree.get(), nextFree.get()];
  attempt(raced, "A", `user${seenByA}`);
  attempt(raced, "B", `user${seenByB}`);
}
raced.close();

console.log("Both write, and the index decides:");
const decided = emptyTable();
const claim = decided.prepare(
  "INSERT INTO users(username) VALUES (?) ON CONFLICT(username) DO NOTHING",
);
for (let i = 0; i < 3; i += 1) {
  for (const writer of ["A", "B"]) {
    let number = i + 1;
    while (claim.run(`user${number}`).changes === 0) number += 1;
    console.log(`writer ${writer}, user${number}: created`);
  }
}
decided.close();
