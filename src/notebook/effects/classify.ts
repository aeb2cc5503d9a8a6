import type { Call, Expr } from '../python/ast';
import { dottedName, lastName, lastNames, rootName } from '../python/walk';
import {
  ALWAYS_UPDATES,
  BARE_UPDATE_STARTS,
  BARE_UPDATES,
  KEEPS_ARGUMENT,
  PURE,
  UPDATED_KEYWORDS,
  UPDATES_ARGUMENT
} from './table';

/** A name whose object a call changes, for sure or perhaps. */
export interface Effect {
  name: string;
  sure: boolean;
}

/** The names whose objects a call changes. `bare`: the call is a statement, its value is dropped. */
export function callEffects(call: Call, bare: boolean): Effect[] {
  return [...receiverEffects(call, bare), ...argumentEffects(call)];
}

function receiverEffects(call: Call, bare: boolean): Effect[] {
  if (call.func.kind !== 'Attribute') {
    return [];
  }
  const name = receiverName(call.func.value);
  if (name === null) {
    return [];
  }
  if (inPlace(call)) {
    return [{ name, sure: true }];
  }
  const method = call.func.attr;
  const sure =
    ALWAYS_UPDATES.has(method) ||
    (bare && (BARE_UPDATES.has(method) || (BARE_UPDATE_STARTS.test(method) && !PURE.has(method)))) ||
    (/[a-z0-9]_$/.test(method) && !method.startsWith('_'));
  if (sure) {
    return [{ name, sure: true }];
  }
  return bare && !PURE.has(method) ? [{ name, sure: false }] : [];
}

/** The root of `x.a[0].b()`: a method chained on a call works on a new object, `x.head().show()`. */
function receiverName(receiver: Expr): string | null {
  return rootName(receiver);
}

function inPlace(call: Call): boolean {
  return call.keywords.some(
    ({ arg, value }) => arg === 'inplace' && value.kind === 'Constant' && value.text === 'True'
  );
}

const UPDATING = lastNames(UPDATES_ARGUMENT.keys());

const mayUpdate = (last: string | null): boolean =>
  last !== null && (UPDATING.has(last) || last.endsWith('_') || last.startsWith('clip_grad_'));

function argumentEffects(call: Call): Effect[] {
  const found: Effect[] = [];
  const dotted = mayUpdate(lastName(call.func)) ? dottedName(call.func) : null;
  if (dotted !== null) {
    const parts = dotted.split('.');
    const position =
      UPDATES_ARGUMENT.get(parts.slice(-2).join('.')) ??
      (parts.length === 1 ? UPDATES_ARGUMENT.get(dotted) : undefined) ??
      (/\binit\.\w+_$|\bclip_grad_\w+_$/.test(dotted) ? 0 : undefined);
    const argument = position === undefined ? undefined : call.args[position];
    const name = argument ? (rootName(argument) ?? parametersOwner(argument)) : null;
    if (name !== null) {
      found.push({ name, sure: true });
    }
  }
  for (const { arg, value } of call.keywords) {
    const name = arg !== null && UPDATED_KEYWORDS.has(arg) ? rootName(value) : null;
    if (name !== null) {
      found.push({ name, sure: true });
    }
  }
  return found;
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
export function keptNames(value: Expr): string[] {
  if (value.kind !== 'Call') {
    return [];
  }
  const kept = KEEPS_ARGUMENT.get(dottedName(value.func)?.split('.').at(-1) ?? '');
  const given = kept
    ? [value.args[kept.position], value.keywords.find(({ arg }) => arg === kept.keyword)?.value]
    : [];
  return [
    ...value.args.map(parametersOwner),
    ...given.map(argument => (argument ? rootName(argument) : null))
  ].filter(name => name !== null);
}

/** Names of the object an assigned value is, or is a part of, or will change. */
export function aliasesOf(value: Expr): string[] {
  const root = rootName(value);
  return root === null ? keptNames(value) : [root];
}
