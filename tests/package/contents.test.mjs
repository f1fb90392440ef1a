// The package as npm would pack it: what is in it, how it is entered, what it weighs.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { limit, measure } from "../../scripts/steps/size.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const pkg = join(root, "pkg");
const manifest = JSON.parse(readFileSync(join(pkg, "package.json"), "utf8"));
const packed = JSON.parse(
  execFileSync("npm", ["pack", "./pkg", "--dry-run", "--json"], { cwd: root, encoding: "utf8" }),
);
const files = Object.values(packed)[0].files.map((file) => file.path);

test("every entry point leads to a file that is packed", () => {
  const addresses = Object.values(manifest.exports).flatMap((entry) =>
    typeof entry === "string" ? [entry] : Object.values(entry),
  );
  assert.ok(addresses.length > 5);
  for (const address of addresses) {
    assert.ok(files.includes(normalize(address)), `${address} is not in the package`);
  }
});

test("the texts and licences travel with the package, sources and maps do not", () => {
  for (const name of ["README.md", "LICENSE-MIT", "LICENSE-APACHE"])
    assert.ok(files.includes(name));
  const strays = files.filter((name) => /\.(map|rs)$|(?<!\.d)\.ts$|\.gitignore$/.test(name));
  assert.deepEqual(strays, []);
});

test("nothing that a browser loads names a module of Node", () => {
  for (const entry of ["index.js", "inline.js"]) {
    const graph = importsOf(entry);
    assert.ok(graph.size > 2, `${entry} imports next to nothing`);
    for (const [file, text] of graph) {
      const named =
        /\b(?:from|import)\s*\(?\s*["'](?:node:|(?:fs|path|url|module)["'/])|\brequire\(/;
      assert.doesNotMatch(text, named, file);
    }
  }
});

test("the inline entry names no file to fetch", () => {
  for (const [file, text] of importsOf("inline.js")) {
    assert.doesNotMatch(text, /engine\.wasm|import\.meta\.url/, file);
  }
});

test("the wasm and its glue keep their limit", () => {
  const { gzip } = measure()["wasm + glue"];
  assert.ok(gzip < limit, `${gzip} bytes gzipped, limit ${limit}`);
});

function importsOf(entry, found = new Map()) {
  if (found.has(entry)) return found;
  const text = readFileSync(join(pkg, entry), "utf8");
  found.set(entry, text);
  for (const [, address] of text.matchAll(/(?:from|import)\s*\(?\s*["'](\.[^"']+)["']/g)) {
    importsOf(normalize(join(dirname(entry), address)), found);
  }
  return found;
}
