import type { Compiled } from './compiled';
import { pathText, taskPath } from './spec-path';

/** The node behind each task of a spec, by task name: what a run reports by, drawn on nodes. */
export function taskNodes({ spec, sourceMap }: Pick<Compiled, 'spec' | 'sourceMap'>): Record<string, string> {
  return Object.fromEntries(
    Object.keys(spec.root.dag?.tasks ?? {}).map(task => [task, sourceMap[pathText(taskPath({ task }))].node])
  );
}
