import { randomLibrary } from '../notebook';
import type { Translation } from './action';

/** What a value is called: by its name, but for the states of random generators, whose names no code spells out. */
export function nameText(name: string, trans: Translation): string {
  const library = randomLibrary(name);
  return library === undefined ? name : trans.__('random state of %1', library);
}
