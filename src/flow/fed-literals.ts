import type { StepPlan } from '../notebook';
import { isParameterType, type CellInput } from '../pipeline';
import type { PlannedNode } from './cell-ports';
import { ownCells } from './own-cells';
import type { PortTypes } from './port-types';

type Literal = StepPlan['literals'][number];

/** The nodes that feed a literal of their own cells, in the order of their ids; by the literal. */
export type Feeders = ReadonlyMap<string, readonly PlannedNode[]>;

/** The nodes in whose own cells a user fed a literal. */
export function literalFeeders(plans: ReadonlyMap<string, PlannedNode>): Feeders {
  const feeders = new Map<string, PlannedNode[]>();
  for (const owner of plans.values()) {
    const decided = owner.node.inputs ?? {};
    const own = new Set(ownCells(owner).map(({ id }) => id));
    for (const literal of owner.plan.literals) {
      const input = Object.hasOwn(decided, literal.name) ? decided[literal.name] : undefined;
      if (input?.from && !input.removed && own.has(literal.cell)) {
        const key = keyOf(literal);
        feeders.set(key, [...(feeders.get(key) ?? []), owner]);
      }
    }
  }
  return feeders;
}

/**
 * What a user feeds to `trees = 200` in one node also feeds the copies of that literal that other nodes run: a
 * value is the same wherever the notebook reads it. Artifacts are never put in the place of a literal.
 * @returns by name, what feeds the literals that a node copies from others
 */
export function fedLiterals(
  planned: PlannedNode,
  feeders: Feeders,
  types: PortTypes
): Record<string, CellInput> {
  const fed: Record<string, CellInput> = {};
  for (const literal of planned.plan.literals) {
    const { name } = literal;
    for (const owner of feeders.get(keyOf(literal)) ?? []) {
      const decided = owner.node.inputs?.[name];
      if (owner !== planned && owner.peers === planned.peers && decided?.from) {
        const type = decided.type ?? types.binding(decided.from, planned.id);
        if (isParameterType(type)) {
          fed[name] ??= { type, from: decided.from };
        }
      }
    }
  }
  return fed;
}

const keyOf = ({ name, cell, line }: Literal) => JSON.stringify([name, cell, line]);
