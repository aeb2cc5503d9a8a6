import type { StepPlan } from '../notebook';
import { type CellOutput, type PipelineNode } from '../pipeline';

/** A file that one step writes and another reads, and the ports on which it travels. */
export interface StepFile {
  /** As the cells name it, with a slash behind a folder that may not be there: relative to the folder of the notebook. */
  path: string;
  /** The input that brings it to the reader. */
  input: string;
  /** Id of the node that writes it, and the output that gives it there. */
  source: string;
  output: string;
}

/**
 * A file travels by a path inside the folder in which the step runs: what is absolute, leads out of it, or is at an
 * address of its own is reached by both steps, or by none.
 */
export const canTravel = (path: string): boolean =>
  !/^(?:[/\\~]|\w+:)/.test(path) && !path.split(/[/\\]/).includes('..') && !/^\.?$/.test(path);

/**
 * The files that each of the steps of one notebook reads from others, in the order of the plans.
 * @param ids of the nodes, in the order of the plans
 */
export function stepFiles(
  plans: readonly StepPlan[],
  ids: readonly string[],
  nodes: Readonly<Record<string, PipelineNode>>
): StepFile[][] {
  const names = fileNames(plans);
  return plans.map(({ needs }) =>
    needs.flatMap(({ kind, name: path, from, folder }): StepFile[] => {
      if (kind !== 'file' || !from || !('group' in from) || !canTravel(path)) {
        return [];
      }
      const source = ids[from.group];
      const input = names.get(path) as string;
      const output = declaredOutput(nodes[source], path) ?? input;
      return [{ path: folder ? `${path}/` : path, input, source, output }];
    })
  );
}

/** Outputs that a user declared as files, by path. */
function declaredOutput(node: PipelineNode, path: string): string | undefined {
  const { outputs = {} } = node as { outputs?: Record<string, CellOutput> };
  return Object.keys(outputs).find(name => outputs[name].file === path);
}

/**
 * A port name for each file of a notebook: `file_data_clean_csv` for `data/clean.csv`; counted where two would be
 * alike, or a variable is called so.
 */
function fileNames(plans: readonly StepPlan[]): Map<string, string> {
  const paths = plans.flatMap(({ needs, files }) => [
    ...needs.filter(({ kind }) => kind === 'file').map(({ name }) => name),
    ...files.writes
  ]);
  const taken = new Set(
    plans.flatMap(({ needs, offers }) => [
      ...needs.filter(({ kind }) => kind !== 'file' && kind !== 'order').map(({ name }) => name),
      ...offers
    ])
  );
  const names = new Map<string, string>();
  for (const path of [...new Set(paths)].sort()) {
    const name = `file_${path.replace(/[^A-Za-z0-9]+/g, '_').slice(-LONGEST)}`.replace(/_+$/, '');
    let free = name;
    for (let count = 2; taken.has(free); count++) {
      free = `${name}_${count}`;
    }
    names.set(path, free);
    taken.add(free);
  }
  return names;
}

/** The end of a path says more than its beginning. */
const LONGEST = 50;
