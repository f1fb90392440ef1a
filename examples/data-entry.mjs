// Three people fill in a form; e-mail and user name must both be new.
//
// Run it after a build: node examples/data-entry.mjs

import init, { Database, SqlError } from "onconflict";

await init();
const db = new Database({ dialect: "sqlite" });
db.exec(`CREATE TABLE users(
  user_id INTEGER PRIMARY KEY AUTOINCREMENT,
  email TEXT UNIQUE,
  username TEXT UNIQUE
)`);

const create = db.prepare("INSERT INTO users(email, username) VALUES (?, ?)");
const entries = [
  ["test@example.com", "testuser1"],
  ["test@example.com", "testuser2"],
  ["test2@example.com", "testuser1"],
];

for (const [email, username] of entries) {
  try {
    const { lastInsertRowid } = create.run(email, username);
    console.log(`${email}, ${username}: created as user ${lastInsertRowid}`);
  } catch (error) {
    if (!(error instanceof SqlError)) throw error;
    console.log(`${email}, ${username}: ${error.message}`);
  }
}

const users = db.query("SELECT count(*) FROM users").rows[0][0];
const given = db.query("SELECT seq FROM sqlite_sequence WHERE name = 'users'").rows[0][0];
console.log(`${users} row remains; the last id given is ${given}, the failed rows used up none`);
db.close();
