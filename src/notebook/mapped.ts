/**
 * What a function makes of each item, for code that runs for every expression of a notebook. `Array.prototype.map` makes
 * arrays of another kind (holey ones) once V8 compiles it into its caller, and all that reads them and was compiled for
 * the kind before is thrown away and compiled anew: a large notebook is read several times before that settles.
 */
export function mapped<From, To>(items: readonly From[], make: (item: From, index: number) => To): To[] {
  const made: To[] = [];
  for (let index = 0; index < items.length; index++) {
    made.push(make(items[index], index));
  }
  return made;
}
