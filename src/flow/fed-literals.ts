import { isParameterType, type CellInput } from '../pipeline';
import type { PlannedNode } from './cell-ports';
import type { PortTypes } from './port-types';

/**
 * What a user feeds to `trees = 200` in one node also feeds the copies of that literal that other nodes run: a
 * value is the same wherever the notebook reads it. Artifacts are never put in the place of a literal.
 * @returns by name, what feeds the literals that a node copies from others
 */
export function fedLiterals(
  planned: PlannedNode,
  plans: ReadonlyMap<string, PlannedNode>,
  types: PortTypes
): Record<string, CellInput> {
  const fed: Record<string, CellInput> = {};
  for (const { name, cell, line } of planned.plan.literals) {
    for (const peer of planned.peers) {
      const owner = plans.get(peer);
      const decided = owner?.node.inputs?.[name];
      if (
        owner &&
        owner !== planned &&
        decided?.from &&
        !decided.removed &&
        owner.node.cells.some(ref => ref.id === cell) &&
        owner.plan.literals.some(own => own.name === name && own.cell === cell && own.line === line)
      ) {
        const type = decided.type ?? types.binding(decided.from, planned.id);
        if (isParameterType(type)) {
          fed[name] ??= { type, from: decided.from };
        }
      }
    }
  }
  return fed;
}
