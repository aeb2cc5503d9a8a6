import type { ClassDef, Expr, Stmt } from '../python/ast';
import { childBlocks } from '../python/walk';
import { makerOf, type Origins } from './makers';

/** What makes the values that the methods of a class give to attributes of its objects, as of `NameUse.made`. */
export type AttributeMakers = Record<string, string[]>;

/** Those of `self.weights = np.ones(3)`, or `… = 0.1 * np.ones(3)`; null where no value is made by a call. */
export function attributeMakers({ body }: ClassDef, origins: Origins): AttributeMakers | null {
  const found = new Map<string, string[]>();
  for (const method of body) {
    const self = method.kind === 'FunctionDef' ? method.args[0]?.name : undefined;
    if (method.kind === 'FunctionDef' && self !== undefined) {
      visit(method.body, self, origins, found);
    }
  }
  return found.size > 0 ? Object.fromEntries(found) : null;
}

function visit(body: readonly Stmt[], self: string, origins: Origins, found: Map<string, string[]>): void {
  for (const statement of body) {
    if (statement.kind === 'Assign') {
      for (const target of statement.targets) {
        if (target.kind === 'Attribute' && target.value.kind === 'Name' && target.value.id === self) {
          const makers = callsIn(statement.value).flatMap(call => makerOf(call, origins) ?? []);
          if (makers.length > 0) {
            found.set(target.attr, [...(found.get(target.attr) ?? []), ...makers]);
          }
        }
      }
    } else {
      childBlocks(statement).forEach(block => visit(block, self, origins, found));
    }
  }
}

/** The call that a value is, or those that it is computed from. */
const callsIn = (value: Expr): Expr[] =>
  value.kind === 'Call' ? [value] : value.kind === 'Operation' ? value.operands.flatMap(callsIn) : [];
