import type { Flow, FlowNode } from '../../flow';
import { isGroup, type SpecNames } from '../../pipeline';
import { type StepNames, uniqueName } from '../names';
import { taskNames } from './task-names';
import { tasksOf } from './tasks-of';

/**
 * Names for every node that compiles to a task. Those that a node brings (`names`) come first: a task's need only
 * be unique in its DAG. Groups are numbered by one counter, from outside in and in the order of the flow, as the SDK
 * does; other tasks are called by their title, given out in order of node ids so that an edge drawn elsewhere
 * renames nothing. Made names are unique in the whole pipeline. No task is called like the pipeline (`kfp.local`
 * would then load that one step only), and no two are called `x` and `x-driver`, which is how the backend calls the
 * driver of `x`.
 * @param refused names that a node brings and cannot have, by node id: another node has them, with other content
 */
export function stepNames(
  flow: Flow,
  refused: ReadonlyMap<string, ReadonlySet<keyof SpecNames>> = new Map()
): Map<string, StepNames> {
  const nodes = tasksOf(flow);
  const brought = broughtNames(flow, nodes, refused);
  const tasks = taskNames(flow, nodes, brought);
  const components = new Set([...brought.values()].flatMap(({ component }) => component ?? []));
  const executors = new Set([...brought.values()].flatMap(({ executor }) => executor ?? []));
  const names = new Map<string, StepNames>();
  const make = (taken: Set<string>, name: string) => {
    const made = uniqueName(name, candidate => !taken.has(candidate));
    taken.add(made);
    return made;
  };
  for (const { id, node } of nodes) {
    const { task, item } = tasks.get(id) as { task: string; item?: string };
    const own = brought.get(id);
    names.set(id, {
      task,
      component: own?.component ?? make(components, `comp-${task}`),
      executor: isGroup(node) ? '' : (own?.executor ?? make(executors, `exec-${task}`)),
      ...(item !== undefined && { item })
    });
  }
  for (const [group, inside] of flow.children) {
    const dag = names.get(group)?.component;
    inside.forEach(id => dag !== undefined && Object.assign(names.get(id) ?? {}, { dag }));
  }
  return names;
}

/** What each node brings and may have. */
function broughtNames(
  flow: Flow,
  nodes: readonly FlowNode[],
  refused: ReadonlyMap<string, ReadonlySet<keyof SpecNames>>
): Map<string, SpecNames> {
  const groups = new Map([...flow.children].flatMap(([group, ids]) => ids.map(id => [id, group] as const)));
  const inDag = new Set<string>();
  return new Map(
    nodes.map(({ id, node }) => {
      const names: SpecNames = { ...('names' in node ? (node.names as SpecNames) : {}) };
      refused.get(id)?.forEach(name => delete names[name]);
      const place = JSON.stringify([groups.get(id) ?? '', names.task]);
      if (inDag.has(place)) {
        delete names.task;
      }
      inDag.add(place);
      return [id, names];
    })
  );
}
