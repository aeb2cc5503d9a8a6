import { HANDLES } from './handles';
import { MODEL_CLASSES, MODEL_METHODS, MODELS } from './models';
import { PLAIN } from './plain';
import { TABLES } from './tables';
import type { ValueFacts } from './value';
import { words } from '../words';

/**
 * What a value is by what made it: by the tables of this folder, which say nothing of functions they do not know.
 * @param made as of `NameUse.made`, with the aliases of imports resolved: `pandas.read_csv`, `literal:int`; for
 * methods of values of known types the type takes the place of the value, `pandas.DataFrame.dropna`
 */
export function valueOf(made: string): ValueFacts | undefined {
  return MAKERS.get(made) ?? modelOf(made);
}

const MAKERS: ReadonlyMap<string, ValueFacts> = new Map(
  [...PLAIN, ...TABLES, ...MODELS, ...HANDLES].flatMap(([facts, makers]) =>
    [...words(makers)].map(maker => [maker, facts] as const)
  )
);

const METHODS: ReadonlyMap<string, 'itself' | ValueFacts> = new Map(
  MODEL_METHODS.flatMap(({ methods, gives }) => methods.split(' ').map(method => [method, gives] as const))
);

function modelOf(made: string): ValueFacts | undefined {
  const row = MODEL_CLASSES.find(each => each.made.test(made));
  if (row) {
    return { type: made, ...row.facts };
  }
  const dot = made.lastIndexOf('.');
  const gives = METHODS.get(made.slice(dot + 1));
  const owner = gives && dot > 0 ? modelOf(made.slice(0, dot)) : undefined;
  return owner && (gives === 'itself' ? owner : gives);
}
