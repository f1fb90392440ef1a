// The numbers that this side and src/api share: tags of values (wire.rs) and places in the engine's
// report (engine.rs).

/** Tags of values. */
export const tag = {
  null: 0,
  int: 1,
  real: 2,
  big: 3,
  text: 4,
  blob: 5,
  false: 6,
  true: 7,
} as const;

/** Places in the report, in doubles. A 64-bit integer has two: as a double and as its bits. */
export const place = {
  inNumbers: 0,
  inBytes: 2,
  outNumbers: 4,
  outTags: 5,
  outText: 6,
  outBlobs: 7,
  outTextLength: 8,
  outIsAscii: 9,
  changes: 10,
  insertId: 11,
  tally: 13,
  lastRowid: 19,
  sessionChanges: 21,
  totalChanges: 22,
  transaction: 23,
  shape: 24,
  batchIndex: 25,
  rowCount: 26,
} as const;
