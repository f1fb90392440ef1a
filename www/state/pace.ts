// How long a step stays when the player plays by itself: as long as its sentence takes to be read.

const SHORTEST = 1200;
const LONGEST = 6000;
/** To see what has changed in the picture, before the words. */
const LOOK = 600;
/** A little slower than most people read, since they look at the picture as well. */
const PER_LETTER = 45;

/** In milliseconds. */
export function pace(sentence: string): number {
  return Math.max(SHORTEST, Math.min(LONGEST, LOOK + PER_LETTER * sentence.length));
}
