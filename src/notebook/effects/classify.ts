import { mapped } from '../mapped';
import type { Attribute, Call, Expr } from '../python/ast';
import { dottedName, lastName, lastNames, lastTwo, rootName } from '../python/walk';
import { DRAWING_MODULES } from './random-table';
import { sharedWith } from './sharing';
import {
  ALWAYS_UPDATES,
  BARE_UPDATE_STARTS,
  BARE_UPDATES,
  KEEPS_ALL,
  KEEPS_ARGUMENT,
  KEEPS_FUNCTIONS,
  PURE,
  UPDATED_KEYWORDS,
  UPDATES_ARGUMENT
} from './table';

/** A name whose object a call changes, for sure or perhaps. */
export interface Effect {
  name: string;
  sure: boolean;
  /** How many levels inside the object the change is: 0 for the object itself. */
  level: number;
  /** As of `NameUse`. */
  member?: string;
}

/** The names whose objects a call changes. `bare`: the call is a statement, its value is dropped. */
export function callEffects(call: Call, bare: boolean): Effect[] {
  const { func } = call;
  const found = argumentEffects(call, bare);
  const certainty = func.kind === 'Attribute' ? effectOfMethod(call, func.attr, bare) : null;
  if (func.kind !== 'Attribute' || certainty === null) {
    return found;
  }
  const changed = changedBy(func.value);
  return [
    ...(certainty === 'sure' ? changed : changed.map(effect => ({ ...effect, sure: false }))),
    ...found
  ];
}

/** Whether a method changes what it is called on; null where it is taken not to. */
function effectOfMethod(call: Call, method: string, bare: boolean): 'sure' | 'perhaps' | null {
  const sure =
    ALWAYS_UPDATES.has(method) ||
    (bare && changesReceiver(method)) ||
    (/[a-z0-9]_$/.test(method) && !method.startsWith('_')) ||
    inPlace(call);
  return sure ? 'sure' : bare && !PURE.has(method) ? 'perhaps' : null;
}

/**
 * What changes with the object that an expression is: the root of `x.a[0]`, either of `x if c else y`. A method
 * chained on a call mostly works on a new object, `x.head().show()`.
 */
export function changedBy(expression: Expr): Effect[] {
  const shared = sharedWith(expression).filter(({ down }) => down === 0);
  return mapped(shared, ({ name, up, member }) => ({
    name,
    sure: shared.length === 1,
    level: up,
    ...(member !== undefined && { member })
  }));
}

/** Whether a method that is called for nothing else is known to change what it is called on. */
export function changesReceiver(method: string): boolean {
  return (
    ALWAYS_UPDATES.has(method) ||
    BARE_UPDATES.has(method) ||
    (BARE_UPDATE_STARTS.test(method) && !PURE.has(method))
  );
}

function inPlace(call: Call): boolean {
  return call.keywords.some(
    ({ arg, value }) => arg === 'inplace' && value.kind === 'Constant' && value.text === 'True'
  );
}

const UPDATING = lastNames(UPDATES_ARGUMENT.keys());

const mayUpdate = (last: string | null): boolean =>
  last !== null && (UPDATING.has(last) || last.endsWith('_') || last.startsWith('clip_grad_'));

function argumentEffects(call: Call, bare: boolean): Effect[] {
  const found: Effect[] = [];
  // `default_rng(0).shuffle(a)` gives nothing: what shuffles a copy is called for its value
  const shuffled =
    bare && call.func.kind === 'Attribute' && call.func.attr === 'shuffle' ? call.args[0] : undefined;
  if (shuffled) {
    return changedBy(shuffled);
  }
  const dotted = mayUpdate(lastName(call.func)) ? dottedName(call.func) : null;
  if (dotted !== null) {
    const position =
      UPDATES_ARGUMENT.get(lastTwo(dotted)) ??
      (/\binit\.\w+_$|\bclip_grad_\w+_$/.test(dotted) ? 0 : undefined);
    const argument = position === undefined ? undefined : call.args[position];
    const owner = argument ? parametersOwner(argument) : null;
    found.push(
      ...(owner !== null ? [{ name: owner, sure: true, level: 0 }] : argument ? changedBy(argument) : [])
    );
  }
  for (const { arg, value } of call.keywords) {
    found.push(...(arg !== null && UPDATED_KEYWORDS.has(arg) ? changedBy(value) : []));
  }
  return found;
}

/**
 * Whether what a call gives, or the object that it is called on, keeps functions that it is given: containers and what
 * is named as classes are, by the style guide of Python (PEP 8). Others mostly run them and are done.
 */
export function keepsFunctions({ func }: Call): boolean {
  const last = func.kind === 'Name' ? func.id : func.kind === 'Attribute' ? func.attr : '';
  return (
    KEEPS_FUNCTIONS.has(last) ||
    /^_?[A-Z]/.test(last) ||
    (func.kind === 'Attribute' && (ALWAYS_UPDATES.has(last) || BARE_UPDATE_STARTS.test(last)))
  );
}

/** Whether an expression may be a module of functions that draw. */
export const mayDraw = (module: Expr): boolean => DRAWING_MODULES.has(lastName(module) ?? '');

/** What a function stands behind, dotted, if that may be a module or class, and it does something to an argument. */
export function mayBeModule(func: Attribute): string | null {
  const acts =
    UPDATING.has(func.attr) || func.attr === '__init__' || mayDraw(func.value) || isClass(func.value);
  return acts ? dottedName(func.value) : null;
}

/** Whether a value, by its name, is a class (PEP 8): `Cell.inc(cell)` gives the method its object. */
export const isClass = (value: Expr): boolean => value.kind === 'Name' && /^[A-Z]\w*[a-z]/.test(value.id);

/** Whether a function, by its dotted name, changes the object it is given at a position. */
export function updatesArgument(dotted: string, position: number | string): boolean {
  return UPDATES_ARGUMENT.get(lastTwo(dotted)) === position;
}

/** The model of `model.parameters()`, the usual way to hand it to an optimiser. */
export function parametersOwner(expression: Expr): string | null {
  return expression.kind === 'Call' &&
    expression.func.kind === 'Attribute' &&
    /^(named_)?parameters$|^trainable_(variables|weights)$/.test(expression.func.attr)
    ? rootName(expression.func.value)
    : null;
}

/** Names of the objects that a call keeps and will change: the model behind an optimiser, or in a trainer. */
export function keptNames(value: Expr): readonly string[] {
  if (value.kind !== 'Call') {
    return NONE;
  }
  const last = lastName(value.func) ?? '';
  const all = KEEPS_ALL.get(last);
  if (all !== undefined) {
    const under = value.keywords.filter(({ arg }) => arg === all).map(keyword => keyword.value);
    return [...value.args, ...under].flatMap(namesWithin);
  }
  const kept = KEEPS_ARGUMENT.get(last);
  const given = kept
    ? [value.args[kept.position], value.keywords.find(({ arg }) => arg === kept.keyword)?.value]
    : [];
  const names = [
    ...mapped(value.args, parametersOwner),
    ...mapped(given, each => (each ? rootName(each) : null))
  ];
  return names.filter(name => name !== null);
}

/** Of objects that are spelt out in lists and tuples, and of what keeps such in turn. */
function namesWithin(value: Expr): readonly string[] {
  switch (value.kind) {
    case 'Name':
      return [value.id];
    case 'Starred':
      return namesWithin(value.value);
    case 'List':
    case 'Tuple':
      return value.elts.flatMap(namesWithin);
    default:
      return keptNames(value);
  }
}

const NONE: readonly string[] = [];
