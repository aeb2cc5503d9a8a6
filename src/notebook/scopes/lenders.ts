import { LIKELY_MODULES } from '../effects/module-names';
import { PURE } from '../effects/table';
import type { Passing } from '../facts';
import { isGiven } from '../names';
import type { Call, Expr, Name } from '../python/ast';
import { rootName } from '../python/walk';
import { viewedName } from '../values/views';
import type { Flow } from './flow';
import type { At, ReadDetails } from './uses';

/** A name of which a call may give a part: what its method is called on, what it is given, or the function itself. */
export interface Lender {
  name: string;
  /** None where it is an array that the value is a view of. */
  to?: Passing;
}

/** What the call that a value is, or is taken out of, may have taken it from: `first(board).parts[0]`. */
export function lendersOf(value: Expr): Lender[] {
  const viewed = value.kind === 'Call' ? viewedName(value) : null;
  if (viewed !== null) {
    return [{ name: viewed }];
  }
  const call = callWithin(value);
  const func = call?.func;
  if (call && func?.kind === 'Name' && !isGiven(func.id)) {
    const own = { name: func.id, to: { callee: func.id, parameter: ITSELF } };
    return [own, ...givenTo(call, func.id, 0)];
  }
  const receiver = func?.kind === 'Attribute' && !PURE.has(func.attr) ? rootName(func.value) : null;
  if (!call || func?.kind !== 'Attribute' || receiver === null || LIKELY_MODULES.has(receiver)) {
    return [];
  }
  const callee = `.${func.attr}`;
  return [{ name: receiver, to: { callee, parameter: 0 } }, ...givenTo(call, callee, 1)];
}

/** As of `Passing.parameter`. */
export const ITSELF = '()';

function callWithin(value: Expr): Call | null {
  let at = value;
  while (at.kind === 'Attribute' || at.kind === 'Subscript') {
    at = at.value;
  }
  return at.kind === 'Call' ? at : null;
}

function givenTo({ args, keywords }: Call, callee: string, first: number): Lender[] {
  const lender = (value: Expr, parameter: number | string): Lender[] => {
    const name = rootName(value);
    return name === null ? [] : [{ name, to: { callee, parameter } }];
  };
  return [
    ...args.flatMap((value, position) => lender(value, first + position)),
    ...keywords.flatMap(({ arg, value }) => (arg === null ? [] : lender(value, arg)))
  ];
}

/** What a loop took for a name from a call is changed, or handed on. */
export function pursue(flow: Flow, name: string, then: Passing['then'], at: At): void {
  const lenders = flow.lenders.get(name);
  if (lenders) {
    pursueTo(flow, lenders, then, at);
  }
}

/** What a call gave is changed, or handed on, and so perhaps a part of what it took that from. */
export function pursueTo(flow: Flow, lenders: readonly Lender[], then: Passing['then'], at: At): void {
  if (typeof then === 'object' && isGiven(then.callee)) {
    return;
  }
  for (const { name, to } of lenders) {
    if (to || then === 'changed') {
      flow.note(nameAt(name, at), to ? { passedTo: { ...to, then } } : ADDED);
    }
  }
}

/** A part is changed by `+=`, or as an array that is looked at in another shape: what is known of arrays alone. */
export const ADDED: ReadDetails = { passedTo: { callee: '.__iadd__', parameter: 0 }, part: true };

/** A name that stands for what the code at a place spells out around it. */
export const nameAt = (id: string, { line }: At): Name => ({ kind: 'Name', id, line, column: 0 });
