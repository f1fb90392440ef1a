// Who may import whom, so that the rule of ARCHITECTURE.md cannot rot: state knows no DOM and no
// one above it, elements know no page, and only the page and the library know the engine.

import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const MAY: Record<string, readonly string[]> = {
  lib: ["lib"],
  state: ["state", "lib"],
  text: ["text", "state"],
  "text.ts": ["text", "state"],
  element: ["element", "state", "text", "text.ts", "lib"],
  app: ["app", "element", "state", "text", "text.ts", "lib", "style"],
};

interface Import {
  readonly file: string;
  readonly from: string;
  readonly layer: string;
  readonly target: string;
}

function imports(): Import[] {
  const files = readdirSync("www", { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith(".ts") && !file.startsWith("lib/engine"))
    .flatMap((file) => {
      const text = readFileSync(`www/${file}`, "utf8");
      const found = text.matchAll(/(?:from|import\(?)\s*"([^"]+)"/g);
      return [...found].map(([, from = ""]) => {
        const { pathname } = new URL(from, `file:///${file}`);
        const target = from.startsWith(".") ? (pathname.split("/")[1] ?? "") : from;
        return { file, from, layer: file.split("/")[0] ?? "", target };
      });
    });
}

test("every layer imports only what stands below it", () => {
  const all = imports();
  expect(all.length).toBeGreaterThan(50);
  const wrong = all.filter(
    ({ from, layer, target }) => from.startsWith(".") && !(MAY[layer] ?? []).includes(target),
  );
  expect(wrong).toEqual([]);
});

test("of the library, all but the page want types only", () => {
  const files = readdirSync("www", { recursive: true, encoding: "utf8" });
  const others = files.filter((file) => file.endsWith(".ts") && !/^(?:lib|app)\//.test(file));
  const wrong = others.filter((file) =>
    /(?:import|export) (?!type)[^;]*from "[^"]*\/lib\//.test(readFileSync(`www/${file}`, "utf8")),
  );
  expect(wrong).toEqual([]);
});

test("state and sentences need no package and no DOM", () => {
  const packages = imports().filter(
    ({ layer, from }) => ["state", "text", "text.ts"].includes(layer) && !from.startsWith("."),
  );
  expect(packages).toEqual([]);
  const files = ["www/state", "www/text"].flatMap((folder) =>
    readdirSync(folder).map((file) => `${folder}/${file}`),
  );
  const touching = [...files, "www/text.ts"].filter((file) =>
    /\b(?:document|window|HTMLElement|localStorage)\b/.test(readFileSync(file, "utf8")),
  );
  expect(touching).toEqual([]);
});
