import { effectByType, isGenerator, isSteady, isViewed } from '../effects/by-type';
import { changesReceiver, updatesArgument } from '../effects/classify';
import { randomByName } from '../effects/random-state';
import { ALWAYS_UPDATES, CALLS_ARGUMENT, PURE } from '../effects/table';
import type { CellFacts, NameUse, Passing } from '../facts';
import { RANDOM_NUMPY } from '../names';
import { type Called, calledBy, calledFunction, givenIn, isReceiver } from './called';
import { importedName } from './imported';
import { ITSELF } from '../scopes/lenders';
import { keptByCall } from './kept';
import { type Definitions, effectOfAdding, isContainer, isOfNotebook } from './methods';
import { type Effect, parameterEffect, strongest } from './parameter-effect';
import { HOLDS_DATA, type LookUp, makerOf, type Version } from './version';

/** What the use of a name does, without spelling it out, to it or to another name. */
export interface Act {
  name: string;
  how: 'bind' | 'update' | 'maybeUpdate';
  /** The object itself changes, and nothing that it contains. */
  outside?: true;
}

/** What is known where a name is used. */
export interface Around extends Definitions {
  cells: readonly { facts: CellFacts }[];
  /** The uses of the same statement, or of the body that runs. */
  said: readonly NameUse[];
}

type Read = Pick<NameUse, 'name' | 'called' | 'dropped' | 'passedTo' | 'part' | 'takes' | 'seeded'>;

/** Whether a body runs for sure or perhaps. */
export type Certainty = 'sure' | 'perhaps';

/** A function that is an argument may be called; one whose method is called is not. */
export const isHandedOn = ({ passedTo }: Read): boolean => passedTo !== undefined && !isReceiver(passedTo);

/**
 * Changes that are seen only once it is known what a name stands for: an object handed to a function of the notebook
 * that changes its parameter, objects that are called, methods under names of their own, functions of imported modules.
 */
export function actsOf(read: Read, version: Version, around: Around): Act[] {
  const { name, called, passedTo, part } = read;
  if (version.kind === 'import') {
    return actsOfImport(read, around);
  }
  if (passedTo?.parameter === ITSELF) {
    return actsOfGiven(version, passedTo, around);
  }
  const acts: Act[] =
    passedTo && CALLS_ARGUMENT.has(passedTo.callee) && keepsState(version, around)
      ? [{ name, how: 'maybeUpdate' }]
      : [];
  const how = passedTo
    ? part
      ? effectOfPart(version, passedTo, around)
      : (effectOfPassing(version, passedTo, around) ?? effectOfSplitting(version, passedTo.callee))
    : null;
  if (how) {
    acts.push({ name, how });
  }
  if (called && version.functions === null && HOLDS_DATA.has(version.kind)) {
    acts.push(...actsOfCalling(read, version, around));
  }
  acts.push(...actsOfObject(version, passedTo, around), ...actsOfTaking(read, version, around));
  return acts;
}

/** `d[k]` of a `defaultdict` makes what is not there; properties and `__getitem__` of the notebook do what they say. */
function actsOfTaking({ name, takes }: Read, version: Version, around: Around): Act[] {
  if (takes === undefined || !HOLDS_DATA.has(version.kind)) {
    return [];
  }
  const callee = takes === '[]' ? '.__getitem__' : `.${takes}`;
  const method = around.methods.called(callee);
  const runs = method !== null && (takes === '[]' || method.property === true);
  if (takes === '[]' && MAKES_ITEMS.has(version.made ?? '')) {
    return [{ name, how: 'maybeUpdate', outside: true }];
  }
  const how = runs ? effectOfPassing(version, { callee, parameter: 0 }, around) : null;
  return how ? [{ name, how }] : [];
}

/** Of these, reading an item that is not there stores one (manual of `collections`). */
const MAKES_ITEMS: ReadonlySet<string> = new Set(['collections.defaultdict']);

/** `Trainer(model).fit()` changes what the object that is made there keeps. */
function actsOfObject(version: Version, passedTo: Passing | undefined, around: Around): Act[] {
  const made = version.functions?.kind === 'class' && passedTo?.chained ? calledFunction(version) : null;
  const method = made && passedTo ? around.methods.called(passedTo.callee) : null;
  const known = {
    find: (to: Passing) => calledBy(to, around),
    otherwise: () => null,
    adding: null
  };
  return made && passedTo && method && parameterEffect({ facts: method, shift: 0 }, passedTo, known, () => [])
    ? keptByCall(around.said, version.name, made, around)
        .filter(({ by }) => by === null)
        .map(({ contents }) => ({ name: contents.name, how: 'maybeUpdate' }))
    : [];
}

/** `shuffle(xs)` draws from the generator of the module that it was imported from. */
function actsOfImport({ called, passedTo, seeded, name }: Read, { cells, lookUp }: Around): Act[] {
  const isOwn = passedTo && isReceiver(passedTo) && !passedTo.chained;
  const to = isOwn ? { of: name, ...passedTo } : called ? { callee: name } : null;
  const origin = to ? importedAs(to, cells, lookUp) : undefined;
  const random = origin === undefined || seeded ? null : randomByName(origin);
  return random ? [{ name: random.name, how: random.how === 'seed' ? 'bind' : 'update' }] : [];
}

/** What a function gives of the notebook's own objects is changed, or handed on. */
function actsOfGiven({ functions }: Version, { then }: Passing, around: Around): Act[] {
  const own = (functions?.gives ?? []).filter(({ parameter }) => !parameter);
  return own.flatMap(({ name }): Act[] => {
    const given = then && around.lookUp(name);
    const how = given && (then === 'changed' ? 'maybeUpdate' : effectOfPassing(given, then, around));
    return how ? [{ name, how: 'maybeUpdate' }] : [];
  });
}

/** What is called, where it comes from an import: `heapq.heappush` of `hq.heappush`. */
function importedAs(
  { of, callee }: Pick<Passing, 'of' | 'callee'>,
  cells: Around['cells'],
  lookUp: LookUp
): string | undefined {
  const dotted = of === undefined ? callee : `${of}${callee}`;
  const version = lookUp(dotted.split('.')[0]);
  return version?.kind === 'import' ? importedName(dotted, version, cells) : undefined;
}

function effectOfPassing(
  version: Version,
  passedTo: Passing,
  around: Around,
  adding: Effect = effectOfAdding(version)
): Effect {
  const { cells, lookUp, said } = around;
  const byType = ({ callee, parameter }: Passing) =>
    HOLDS_DATA.has(version.kind) ? effectByType(version.made, callee, parameter) : null;
  const find = (to: Passing): Called[] =>
    importedAs(to, cells, lookUp) === undefined ? calledBy(to, around) : [];
  const otherwise = (to: Passing) => {
    if (to.then) {
      return null;
    }
    const origin = importedAs(to, cells, lookUp);
    const position = to.of === undefined ? to.parameter : Number(to.parameter) - 1;
    return origin !== undefined && updatesArgument(origin, position) ? 'update' : byType(to);
  };
  const found = find(passedTo);
  const isOwn = isReceiver(passedTo);
  if (found.length === 0 || (isOwn && !passedTo.then && byType(passedTo) === 'update')) {
    return otherwise(passedTo);
  }
  const known = { find, otherwise, adding };
  const how = strongest(
    found.map(one => parameterEffect(one, passedTo, known, givenIn(said, passedTo.callee, one)))
  );
  const suits = isOwn ? isOfNotebook(version, lookUp) : true;
  return how && suits ? (suits === true || isTaken(version) ? how : 'maybeUpdate') : null;
}

/** It was taken out of an object of the notebook, or of a list or dictionary, and is asked for a method of a class. */
const isTaken = ({ root }: Version): boolean => root.shares.some(({ how }) => how === 'part');

/**
 * What becomes of a part that is given. Of a table it may be a copy, of an array a slice is none; and what `+=` adds to is
 * as often a number.
 */
function effectOfPart(version: Version, passedTo: Passing, around: Around): Effect {
  const { made } = version;
  const given = (to: Passing): Effect => effectOfPassing(version, to, around, 'maybeUpdate');
  const how = given(passedTo);
  if (how || !passedTo.inside || isContainer(version)) {
    return how && isSteady(made) && !isViewed(made) ? 'maybeUpdate' : how;
  }
  const { inside: _, ...slice } = passedTo;
  return isViewed(made) ? given(slice) : isSteady(made) ? null : given(slice) && 'maybeUpdate';
}

/** What splits data at random draws at each split; the generator it draws from goes along with it. */
function effectOfSplitting(
  { aliases, root: { shares } }: Version,
  callee: string
): Exclude<Act['how'], 'bind'> | null {
  if (callee !== '.split') {
    return null;
  }
  const holds = shares.some(({ root, how }) => how === 'holds' && isGenerator(root.made));
  return holds ? 'update' : aliases.includes(RANDOM_NUMPY) ? 'maybeUpdate' : null;
}

/** A function that another one made, and that changes what it closes over. */
function keepsState({ made }: Version, { lookUp }: Around): boolean {
  return makerOf(made, lookUp)?.functions?.givesState !== undefined;
}

/** An object of a class of the notebook that is called, or a method that was given a name of its own. */
function actsOfCalling({ name, dropped }: Read, version: Version, around: Around): Act[] {
  const { method } = version.root;
  if (keepsState(version, around)) {
    return [{ name, how: 'update' }];
  }
  if (version.made === 'functools.partial') {
    const changes = version.root.shares.some(
      ({ root }) => root.functions && root.functions.updates.length > 0
    );
    return changes ? [{ name, how: 'update' }] : [];
  }
  if (!method) {
    const how =
      effectOfPassing(version, { callee: '.__call__', parameter: 0 }, around) ??
      (dropped ? 'maybeUpdate' : null);
    return how ? [{ name, how }] : [];
  }
  const owner = around.lookUp(method.of);
  if (owner?.root !== method.root || PURE.has(method.name)) {
    return [];
  }
  const known = effectOfPassing(owner, { callee: `.${method.name}`, parameter: 0 }, around);
  const sure = ALWAYS_UPDATES.has(method.name) || (dropped && changesReceiver(method.name));
  const perhaps = changesReceiver(method.name) || (dropped && !isSteady(owner.made));
  const how = sure ? 'update' : (known ?? (perhaps ? 'maybeUpdate' : null));
  return how ? [{ name: method.of, how }] : [];
}
