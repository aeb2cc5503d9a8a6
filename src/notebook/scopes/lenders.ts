import { LIKELY_MODULES } from '../effects/module-names';
import { PURE } from '../effects/table';
import type { Passing } from '../facts';
import { isGiven } from '../names';
import type { Call, Expr } from '../python/ast';
import { rootName } from '../python/walk';

/** A name of which a call may give a part: what its method is called on, what it is given, or the function itself. */
export interface Lender {
  name: string;
  to: Passing;
}

/** What the call that a value is, or is taken out of, may have taken it from: `first(board).parts[0]`. */
export function lendersOf(value: Expr): Lender[] {
  const call = callWithin(value);
  const { func } = call ?? {};
  if (call && func?.kind === 'Name' && !isGiven(func.id)) {
    const own = { name: func.id, to: { callee: func.id, parameter: ITSELF } };
    return [own, ...givenTo(call, func.id, 0)];
  }
  const receiver = func?.kind === 'Attribute' ? rootName(func.value) : null;
  if (!call || func?.kind !== 'Attribute' || receiver === null) {
    return [];
  }
  const callee = `.${func.attr}`;
  return LIKELY_MODULES.has(receiver) || PURE.has(func.attr)
    ? []
    : [{ name: receiver, to: { callee, parameter: 0 } }, ...givenTo(call, callee, 1)];
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
  const lender = (value: Expr, parameter: number | string | null): Lender[] => {
    const name = parameter === null ? null : rootName(value);
    return name === null || parameter === null ? [] : [{ name, to: { callee, parameter } }];
  };
  return [
    ...args.flatMap((value, position) => lender(value, first + position)),
    ...keywords.flatMap(({ arg, value }) => lender(value, arg))
  ];
}
