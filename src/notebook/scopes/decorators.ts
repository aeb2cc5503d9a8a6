import type { NameUse } from '../facts';
import type { Expr } from '../python/ast';
import { readExpression } from './expressions';
import type { Flow } from './flow';

const calleeOf = (decorator: Expr): Expr => (decorator.kind === 'Call' ? decorator.func : decorator);

/** A decorator is called where it stands; `@show.register` changes what it registers with. */
export function readDecorator(flow: Flow, decorator: Expr): void {
  if (decorator.kind === 'Name') {
    flow.read(decorator, { called: true });
    return;
  }
  readExpression(flow, decorator);
  const callee = calleeOf(decorator);
  if (callee.kind === 'Attribute' && callee.attr === 'register' && callee.value.kind === 'Name') {
    flow.update(callee.value.id, true, decorator);
  }
}

/** What a decorator of the notebook puts in the place of a function runs whenever that is called. */
export function calledDecorator(flow: Flow, decorator: Expr): NameUse[] {
  const callee = calleeOf(decorator);
  return flow.isNotebookName(callee)
    ? [{ name: callee.id, kind: 'read', line: decorator.line, called: true }]
    : [];
}
