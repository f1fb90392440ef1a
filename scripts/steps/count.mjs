// How many tests passed and failed, read from what each runner prints.

/** One reader per runner: its output → { passed, failed }. */
export const counting = {
  cargo: (text) => total(text, /^test result: .*?(\d+) passed; (\d+) failed/gm),
  node: (text) => ({
    passed: number(text, /^# pass (\d+)$/m),
    failed: number(text, /^# (?:fail) (\d+)$/m) + number(text, /^# cancelled (\d+)$/m),
  }),
  vitest: (text) => {
    const line = /^\s*Tests\s+(.*)$/m.exec(text)?.[1] ?? "";
    return { passed: number(line, /(\d+) passed/), failed: number(line, /(\d+) failed/) };
  },
  playwright: (text) => ({
    passed: number(text, /^\s*(\d+) passed/m),
    failed: number(text, /^\s*(\d+) failed/m) + number(text, /^\s*(\d+) flaky/m),
  }),
};

function total(text, pattern) {
  let [passed, failed] = [0, 0];
  for (const [, good, bad] of text.matchAll(pattern)) {
    passed += Number(good);
    failed += Number(bad);
  }
  return { passed, failed };
}

function number(text, pattern) {
  return Number(pattern.exec(text)?.[1] ?? 0);
}
