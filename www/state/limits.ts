// How long a statement of a script may run, in milliseconds: until nobody can be looking any more, and
// when someone has stopped the script, as long as it takes to see how far it gets.

export const LONGEST = 30_000;
export const BRIEFLY = 1000;
