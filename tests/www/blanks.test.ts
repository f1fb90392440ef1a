// Texts that differ look different.

import { expect, test } from "vitest";
import { pieces } from "../../www/state/blanks.ts";
import { literal, plain } from "../../www/state/cells.ts";

const shown = (text: string) => plain(text);

test("what cannot be seen has a mark, what can has none", () => {
  expect(shown("a b")).toBe("a b");
  expect(shown("a  b")).toBe("a··b");
  expect(shown(" a b")).toBe("·a b");
  expect(shown("a b ")).toBe("a b·");
  expect(shown("a\nb\tc\r")).toBe("a↵b⇥c␍");
  expect(shown("a\u00A0b")).toBe("aNBSPb");
  expect(shown("a\u200Bb\uFEFF")).toBe("aZWSPbBOM");
  expect(shown("\u0007\u3000\u202E")).toBe("␇U+3000U+202E");
  expect(shown("   ")).toBe("···");
  expect(literal(" o'k ")).toBe("'·o''k·'");
});

test("a mark has a name to be heard", () => {
  expect(pieces("a  b\u200B")).toEqual([
    { text: "a", name: null },
    { text: "··", name: "2 spaces" },
    { text: "b", name: null },
    { text: "ZWSP", name: "zero-width space" },
  ]);
});

test("what makes one picture of several is no blank", () => {
  const family = "\u{1F469}\u{1F3FD}\u200D\u{1F4BB} and \u{1F469}\u200D\u{1F467}";
  expect(shown(family)).toBe(family);
});

test("a text that reads like something else is quoted", () => {
  expect([null, "NULL", "null", "x'00'", { blob: "00" }, "'a'", "a"].map(plain)).toEqual([
    "NULL",
    "'NULL'",
    "'null'",
    "'x''00'''",
    "x'00'",
    "'''a'''",
    "a",
  ]);
});
