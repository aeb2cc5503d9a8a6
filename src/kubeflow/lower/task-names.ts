import type { Flow, FlowNode } from '../../flow';
import { isBranch, isChoice, isGroup, isLoop, isSubPipeline, type SpecNames } from '../../pipeline';
import { kubernetesName, uniqueName } from '../names';
import { bareName, constantItemName } from './channel-names';

/** Argo template names of the backend's own (kubeflow/pipelines, argocompiler). */
const RESERVED = /^(root|entrypoint|system(-.*)?|exit-hook(-.*)?)$/;
const DRIVER = '-driver';
const NUMBERED = /^(?:condition|condition-branches|for-loop|exit-handler|loop-item-param)-(\d+)$/;

/** The name of each task, and of the item of each loop that has one of its own. */
export function taskNames(
  flow: Flow,
  nodes: readonly FlowNode[],
  brought: ReadonlyMap<string, SpecNames>
): Map<string, { task: string; item?: string }> {
  const taken = new Set([flow.pipeline.name]);
  const numbers = new Set<string>();
  for (const { task, item } of brought.values()) {
    for (const name of [task, item && bareName(item)]) {
      const number = name && NUMBERED.exec(name)?.[1];
      if (number) {
        numbers.add(number);
      }
    }
    if (task !== undefined) {
      taken.add(task);
    }
  }
  const free = (name: string) =>
    !taken.has(name) &&
    !taken.has(name + DRIVER) &&
    !(name.endsWith(DRIVER) && taken.has(name.slice(0, -DRIVER.length)));
  const counts = new Map<string, number>();
  let count = 0;
  const next = (): number => {
    do {
      count++;
    } while (numbers.has(String(count)));
    return count;
  };
  const made = new Map<string, { task: string; item?: string }>();
  const known = new Map(nodes.map(node => [node.id, node]));
  for (const { id, node } of flow.order.flatMap(id => known.get(id) ?? [])) {
    const prefix = numberedAs(node);
    const { task, item } = brought.get(id) ?? {};
    const overConstants = isLoop(node) && (!node.items || 'value' in node.items);
    const ownItem =
      item !== undefined ? bareName(item) : overConstants ? constantItemName(next()) : undefined;
    if (prefix !== undefined) {
      const name = task ?? uniqueName(`${prefix}-${next()}`, free, counts);
      taken.add(name);
      made.set(id, { task: name, ...(ownItem !== undefined && { item: ownItem }) });
    }
  }
  for (const { id, node, title } of nodes) {
    if (numberedAs(node) === undefined) {
      const base = kubernetesName(title) || kubernetesName(id) || 'task';
      const task =
        brought.get(id)?.task ?? uniqueName(RESERVED.test(base) ? `task-${base}` : base, free, counts);
      taken.add(task);
      made.set(id, { task });
    }
  }
  return made;
}

/** What numbered groups are called before their number; undefined for what is called by its title. */
function numberedAs(node: FlowNode['node']): string | undefined {
  if (!isGroup(node) || isSubPipeline(node)) {
    return undefined;
  }
  return isLoop(node)
    ? 'for-loop'
    : isChoice(node)
      ? 'condition-branches'
      : isBranch(node)
        ? 'condition'
        : 'exit-handler';
}
