import type { Compiled } from './compiled';
import { pathText, taskPath } from './spec-path';

/**
 * The node behind each task of a spec, in groups too, by task name: what a run reports by, drawn on nodes. Of tasks
 * of one name in different groups, the first.
 */
export function taskNodes({ spec, sourceMap }: Pick<Compiled, 'spec' | 'sourceMap'>): Record<string, string> {
  const nodes: Record<string, string> = {};
  const dags = [
    { dag: undefined, tasks: spec.root.dag?.tasks },
    ...Object.entries(spec.components ?? {}).map(([dag, component]) => ({ dag, tasks: component.dag?.tasks }))
  ];
  for (const { dag, tasks = {} } of dags) {
    for (const task of Object.keys(tasks)) {
      const place = sourceMap[pathText(taskPath({ ...(dag !== undefined && { dag }), task }))];
      if (place && !Object.hasOwn(nodes, task)) {
        nodes[task] = place.node;
      }
    }
  }
  return nodes;
}
