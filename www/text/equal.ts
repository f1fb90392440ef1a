// Why two keys that are spelt differently are one: `email 'ANN' equals 'Ann' under NOCASE`.

import { literal } from "../state/cells.ts";
import type { Alike, Rule } from "../state/equal.ts";

export function equals({ column, given, held, rule }: Alike): string {
  return `${column} ${literal(given)} equals ${literal(held)}${by(rule)}`;
}

function by(rule: Rule): string {
  switch (rule.kind) {
    case "collation":
      return ` under ${rule.name}${rule.spaces ? ", to which spaces at the end do not count" : ""}`;
    case "spaces":
      return ", since spaces at the end do not count";
    case "number":
      return " as a number";
    case "unknown":
      return "";
  }
}
