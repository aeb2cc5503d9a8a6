import { loadingModules } from '../notebook';
import type { PlannedNode } from './cell-ports';
import { madeBy } from './code-facts';
import { ownCells } from './own-cells';

/** A value that a step gets: what made it, as of `NameUse.made`, and the node that stores it. */
interface Loaded {
  made: string | undefined;
  by: PlannedNode | undefined;
}

/** Top-level modules that a step needs to load what other steps of cells give it, as far as the code says what that is. */
export function loadedModules(planned: PlannedNode, plans: ReadonlyMap<string, PlannedNode>): string[] {
  const decided = planned.node.inputs ?? {};
  const derived = planned.plan.needs.flatMap(({ name, kind, from, made }): Loaded[] => {
    const input = Object.hasOwn(decided, name) ? decided[name] : undefined;
    const isValue = kind !== 'file' && kind !== 'order' && from !== undefined && 'group' in from;
    return isValue && !input?.from && !input?.removed
      ? [{ made, by: plans.get(planned.peers[from.group]) }]
      : [];
  });
  const bound = Object.values(decided).flatMap(({ from, removed }): Loaded[] => {
    const by = from && 'output' in from && !removed ? plans.get(from.node) : undefined;
    return by && from && 'output' in from ? [{ made: madeBy(by, ownCells(by))[from.output], by }] : [];
  });
  return [...derived, ...bound].flatMap(({ made, by }) =>
    made === undefined ? [] : loadingModules(made, module => by !== undefined && installs(by, module))
  );
}

/** Whether a step surely has a module: it imports it, or names its package. */
function installs(planned: PlannedNode, module: string): boolean {
  const named = (planned.node.packages ?? []).some(text => /^[A-Za-z0-9][\w.-]*/.exec(text)?.[0] === module);
  return (
    named ||
    ownCells(planned).some(({ facts }) => facts.imports.some(each => each.module.split('.')[0] === module))
  );
}
