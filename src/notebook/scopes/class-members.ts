import type { MethodFacts } from '../facts';
import type { ClassDef, FunctionDef } from '../python/ast';
import { dottedName } from '../python/walk';
import { targetNames } from './bindings';
import type { Closure } from './scope';

/** Of a method, that it runs where it is read; `cached_property` also stores what it gave in its object. */
export function markProperty({ decorators, args }: FunctionDef, closure: Closure): void {
  for (const decorator of decorators) {
    const name = dottedName(decorator) ?? '';
    if (/(^|[._])property$/.test(name)) {
      closure.property = true;
      if (name.endsWith('cached_property') && args.length > 0) {
        closure.updates.push({ parameter: args[0].name, sure: false });
      }
    }
  }
}

/**
 * The method that `@dataclass`, `NamedTuple` or `TypedDict` writes: its objects keep what they are given (Python's
 * library reference).
 */
export function fieldsKept({ decorators, bases, body }: ClassDef): MethodFacts[] {
  const marked = decorators.some(each =>
    /(^|\.)dataclass$/.test(dottedName(each.kind === 'Call' ? each.func : each) ?? '')
  );
  const fields = body.flatMap(each => (each.kind === 'AnnAssign' ? targetNames(each.target) : []));
  const keeps = fields.map(parameter => ({ parameter, by: 'self' }));
  const isNamed = bases.some(base => /(^|\.)(NamedTuple|TypedDict)$/.test(dottedName(base) ?? ''));
  return marked || isNamed
    ? [{ name: '__init__', parameters: ['self', ...fields], updates: [], passes: [], keeps, fields: true }]
    : [];
}
