import type { Call, Expr, Lambda, Name } from '../python/ast';
import { dottedName } from '../python/walk';
import { words } from '../words';

/** Decorators that give a function which does what the one does that they are given (manual of `functools`). */
const CACHES = words('lru_cache functools.lru_cache functools.cache');

/**
 * What such a decorator makes of a function where it is called by hand, `g = lru_cache(None)(f)`, written as a lambda that
 * hands on all that it is given. Null for any other value.
 */
export function cachedFunction(value: Expr): Lambda | null {
  const [given] = value.kind === 'Call' ? value.args : [];
  if (value.kind !== 'Call' || given?.kind !== 'Name' || value.args.length + value.keywords.length !== 1) {
    return null;
  }
  const decorator = value.func.kind === 'Call' ? value.func.func : value.func;
  return CACHES.has(dottedName(decorator) ?? '') ? forwarding(given) : null;
}

function forwarding(func: Name): Lambda {
  const { line, column } = func;
  const at = { line, column };
  const name = (id: string): Name => ({ ...at, kind: 'Name', id });
  const [args, kwargs] = ['args', 'kwargs'] as const;
  const body: Call = {
    ...at,
    kind: 'Call',
    func,
    args: [{ ...at, kind: 'Starred', value: name(args) }],
    keywords: [{ arg: null, value: name(kwargs) }]
  };
  const parameter = { ...at, annotation: null, default: null };
  return {
    ...at,
    kind: 'Lambda',
    args: [
      { ...parameter, name: args, kind: args },
      { ...parameter, name: kwargs, kind: kwargs }
    ],
    body
  };
}
