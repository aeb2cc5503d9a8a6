import { sharedWith } from '../effects/sharing';
import type { Expr, Name } from '../python/ast';
import { memberName } from '../python/walk';
import type { Flow } from './flow';

/** `super()` is the object that the method is called on, as is `super(Kid, self)`; a static method has none. */
export function superOf(flow: Flow, receiver: Expr): Name | null {
  if (receiver.kind !== 'Call' || receiver.func.kind !== 'Name' || receiver.func.id !== 'super') {
    return null;
  }
  const [, given] = receiver.args;
  const self = given?.kind === 'Name' ? given.id : flow.scope.closure?.parameters[0];
  return self ? { ...receiver.func, id: self } : null;
}

/** The name that a chain of attributes, items and calls begins with. */
export function chainRoot(expression: Expr): Name | null {
  let at = expression;
  while (at.kind === 'Attribute' || at.kind === 'Subscript' || at.kind === 'Call') {
    at = at.kind === 'Call' ? at.func : at.value;
  }
  return at.kind === 'Name' && at !== expression ? at : null;
}

/** `b` of `a.b.c`: by what an expression is reached from the name that it begins with. */
export function firstMember(expression: Expr): string | undefined {
  let at = expression;
  while (at.kind === 'Attribute' || at.kind === 'Subscript') {
    if (at.value.kind === 'Name') {
      return memberName(at);
    }
    at = at.value;
  }
  return undefined;
}

/** `steps['a']` and `steps.get('a')`, which are called: the name of what contains the function. */
export function calledPart(func: Expr): Name | null {
  const holder = func.kind === 'Subscript' || func.kind === 'Call' ? sharedWith(func)[0] : undefined;
  return holder?.down === 0 ? { kind: 'Name', id: holder.name, line: func.line, column: func.column } : null;
}
