import type { Expr, FunctionDef } from '../python/ast';
import { isLogging } from './statement-kind';

/** Whether a function gives a logger that it asks `logging` for, so that to call it again gives the same one. */
export function givesLogger({ body }: FunctionDef): boolean {
  const last = body.at(-1);
  const value = last?.kind === 'Return' ? last.values[0] : undefined;
  if (value?.kind !== 'Name') {
    return value !== undefined && isLogging(value);
  }
  const isIt = (target: Expr): boolean => target.kind === 'Name' && target.id === value.id;
  const binds = body.flatMap(each => (each.kind === 'Assign' && each.targets.some(isIt) ? [each.value] : []));
  return binds.length > 0 && binds.every(isLogging);
}
