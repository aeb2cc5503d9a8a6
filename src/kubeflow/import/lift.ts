import { type Pipeline, type PipelineNode, VERSION } from '../../pipeline';
import { LAST_VALUE } from '../../runtime';
import type { SpecFile } from '../spec';
import { BindingReader } from './bindings';
import { cellsNode, type PortDecisions } from './cells-node';
import { DrawnPorts } from './drawn-ports';
import { groupNode } from './group-nodes';
import type { ImportedTask, TaskTree } from './imported-task';
import { pipelineFields } from './pipeline-fields';
import { platformOf } from './platform-of';
import { componentNode, containerNode, importerNode } from './step-nodes';
import { withoutInvalid } from './valid-settings';
import type { WeftSteps } from './weft-steps';

/** Where a node says something in the plainer of two ways, because the other would not compile to the same. */
export class Reading {
  readonly drawn = new DrawnPorts();
  /** Ids of containers whose command line is text, and of branches whose condition is CEL. */
  readonly plain = new Set<string>();
  /** Of nodes of cells, by id. */
  readonly ports = new Map<string, PortDecisions>();
}

const BY_CODE: PortDecisions = { pinned: false, removed: new Set() };

/** The pipeline that a spec stands for, by one reading of it. */
export function lift(
  file: SpecFile,
  tree: TaskTree,
  { steps }: WeftSteps,
  reading: Reading,
  id: string
): Pipeline {
  const bindings = new BindingReader(reading.drawn, (task, output) =>
    output === LAST_VALUE && Object.hasOwn(steps.get(task)?.outputs ?? {}, '_') ? '_' : output
  );
  const nodes = tree.tasks.map((task): [string, PipelineNode] => [
    task.id,
    withoutInvalid(nodeOf(task, file, steps, bindings, reading))
  ]);
  return {
    weft: VERSION,
    id,
    ...pipelineFields(file, tree.root, bindings),
    nodes: Object.fromEntries(nodes),
    layout: {}
  };
}

function nodeOf(
  task: ImportedTask,
  file: SpecFile,
  steps: WeftSteps['steps'],
  bindings: BindingReader,
  { plain, ports }: Reading
): PipelineNode {
  if (task.inside) {
    return groupNode(task, bindings, plain.has(task.id));
  }
  const { container, importer } = task.executor;
  const step = steps.get(task.id);
  if (container && step) {
    const isPeer = (id: string) => {
      const other = steps.get(id);
      return other?.notebook === step.notebook && !other.whole && !step.whole;
    };
    const decided = ports.get(task.id) ?? BY_CODE;
    return cellsNode(task, step, container, platformOf(task, file), bindings, decided, isPeer);
  }
  if (container) {
    return containerNode(task, container, platformOf(task, file), bindings, plain.has(task.id));
  }
  return importer ? importerNode(task, importer, bindings) : componentNode(task, bindings);
}
