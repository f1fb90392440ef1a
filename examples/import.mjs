// A file of products with one stock number twice: loaded as it is, under each conflict clause, and
// checked before it is loaded.
//
// Run it after a build: node examples/import.mjs

import init, { Database, SqlError } from "onconflict";

await init();

const products = [
  ["SKU123", "Laptop"],
  ["SKU124", "Monitor"],
  ["SKU123", "Keyboard"],
];

function emptyTable() {
  const db = new Database({ dialect: "sqlite" });
  db.exec(`CREATE TABLE products(
    product_id INTEGER PRIMARY KEY AUTOINCREMENT,
    sku TEXT UNIQUE,
    name TEXT
  )`);
  return db;
}

function load(db, sql) {
  const insert = db.prepare(sql);
  for (const [sku, name] of products) {
    try {
      const { outcome } = insert.run(sku, name);
      const happened = ["inserted", "updated", "replaced", "ignored"].find(
        (way) => outcome[way] > 0,
      );
      console.log(`  ${sku}, ${name}: ${happened}`);
    } catch (error) {
      if (!(error instanceof SqlError)) throw error;
      console.log(`  ${sku}, ${name}: ${error.message}`);
    }
  }
}

function show(db) {
  const { rows } = db.query("SELECT product_id, sku, name FROM products ORDER BY product_id");
  console.log(`  the table: ${rows.map((row) => row.join(" ")).join(", ") || "empty"}`);
}

const clauses = [
  ["INSERT", ""],
  ["INSERT OR IGNORE", ""],
  ["INSERT OR REPLACE", ""],
  ["INSERT", " ON CONFLICT(sku) DO UPDATE SET name = excluded.name"],
];
for (const [verb, upsert] of clauses) {
  console.log(`${verb}${upsert}, row by row`);
  const db = emptyTable();
  load(db, `${verb} INTO products(sku, name) VALUES (?, ?)${upsert}`);
  show(db);
  db.close();
}

// In one statement, what an error undoes differs: nothing, the statement, the transaction.
for (const verb of ["INSERT OR FAIL", "INSERT OR ABORT", "INSERT OR ROLLBACK"]) {
  console.log(`${verb}, all rows in one statement, after a row of the same transaction`);
  const db = emptyTable();
  db.exec("BEGIN; INSERT INTO products(sku, name) VALUES ('SKU100', 'Desk')");
  const tuples = products.map(() => "(?, ?)").join(", ");
  try {
    db.query(`${verb} INTO products(sku, name) VALUES ${tuples}`, products.flat());
  } catch (error) {
    if (!(error instanceof SqlError)) throw error;
    console.log(`  ${error.message}`);
  }
  console.log(`  the transaction is ${db.inTransaction ? "open" : "gone"}`);
  show(db);
  db.close();
}

console.log("Found before loading");
const staging = new Database({ dialect: "sqlite" });
staging.exec("CREATE TABLE incoming(sku TEXT, name TEXT)");
staging.prepare("INSERT INTO incoming VALUES (?, ?)").runMany(products);
const twice = staging.query("SELECT sku, count(*) FROM incoming GROUP BY sku HAVING count(*) > 1");
for (const [sku, times] of twice.rows) console.log(`  ${sku} stands ${times} times in the file`);
staging.close();
