// What of a text cannot be seen, or not be told from something else: blanks at its ends or side by side,
// line breaks, no-break and zero-width characters. Each is given a mark to show and a name to say.

/** A stretch of text: as it is, or what stands for it and how that is called. */
export interface Piece {
  readonly text: string;
  /** null: it is shown as it is. */
  readonly name: string | null;
}

const UNSEEN = /^ +| +$| {2,}|(?! )[\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}]/gu;

/** [what is shown, what it is called] of those that are met most. */
const KNOWN: Readonly<Record<string, readonly [string, string]>> = {
  "\n": ["↵", "line break"],
  "\r": ["␍", "carriage return"],
  "\t": ["⇥", "tab"],
  "\u00A0": ["NBSP", "no-break space"],
  "\u00AD": ["SHY", "soft hyphen"],
  "\u200B": ["ZWSP", "zero-width space"],
  "\u200C": ["ZWNJ", "zero-width non-joiner"],
  "\u200D": ["ZWJ", "zero-width joiner"],
  "\u202F": ["NNBSP", "narrow no-break space"],
  "\u2060": ["WJ", "word joiner"],
  "\uFEFF": ["BOM", "byte order mark"],
};

/** The text in pieces, with a mark for each that would not be seen. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let done = 0;
  for (const { 0: unseen, index } of text.matchAll(UNSEEN)) {
    if (belongs(text, index, unseen)) continue;
    if (index > done) found.push({ text: text.slice(done, index), name: null });
    found.push(mark(unseen));
    done = index + unseen.length;
  }
  if (done < text.length) found.push({ text: text.slice(done), name: null });
  return found;
}

function mark(unseen: string): Piece {
  if (unseen.startsWith(" ")) {
    const n = unseen.length;
    return { text: "·".repeat(n), name: n === 1 ? "space" : `${n} spaces` };
  }
  const [shown, name] = KNOWN[unseen] ?? [];
  if (shown !== undefined && name !== undefined) return { text: shown, name };
  const code = unseen.codePointAt(0) ?? 0;
  const hex = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  // The pictures of control characters stand in their order.
  const picture = code < 0x20 ? String.fromCodePoint(0x2400 + code) : hex;
  return { text: picture, name: `character ${hex}` };
}

/** What joins two pictures into one, or says which flag it is, is seen in the picture. */
function belongs(text: string, index: number, unseen: string): boolean {
  const code = unseen.codePointAt(0) ?? 0;
  if (code >= 0xe0020 && code <= 0xe007f) return true;
  const before = text.slice(Math.max(0, index - 4), index);
  const after = text.slice(index + 1, index + 3);
  return (
    unseen === "\u200D" &&
    /\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]?$/u.test(before) &&
    /^\p{Extended_Pictographic}/u.test(after)
  );
}
