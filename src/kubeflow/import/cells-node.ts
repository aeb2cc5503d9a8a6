import type { Binding, CellInput, CellOutput, CodeNode } from '../../pipeline';
import type { PackedStep } from '../../runtime';
import { DEFAULT_IMAGE } from '../cells';
import type { ContainerSpec, KubernetesExecutorConfig } from '../spec';
import type { BindingReader } from './bindings';
import type { ImportedTask } from './imported-task';
import { leafInputs } from './ports';
import { podSettings } from './step-nodes';
import { repeatSettings, taskSettings } from './task-settings';
import { cellRefs } from './weft-steps';

/** How much of the ports of a step its node says. */
export interface PortDecisions {
  /** Everything, where the code alone would give other ports. */
  pinned: boolean;
  /** Names that the code needs and that nothing is to feed. */
  removed: ReadonlySet<string>;
}

/** The node of a task that runs cells, some or all of a notebook: what their code says by itself is not said again. */
export function cellsNode(
  task: ImportedTask,
  step: PackedStep,
  container: ContainerSpec,
  config: KubernetesExecutorConfig | undefined,
  bindings: BindingReader,
  decided: PortDecisions,
  /** True for nodes whose code feeds that of this one. */
  isPeer: (id: string) => boolean
): CodeNode {
  const inputs = cellInputs(task, step, bindings, decided, isPeer);
  const outputs: Record<string, CellOutput> = decided.pinned
    ? Object.fromEntries(
        Object.entries(step.outputs).map(([name, { type, file }]) => [
          name,
          { type, ...(file !== undefined && { file }) }
        ])
      )
    : {};
  return {
    ...(step.whole ? { kind: 'notebook' } : { kind: 'cells', cells: cellRefs(step) }),
    ...taskSettings(task),
    ...repeatSettings(task.task),
    notebook: step.notebook,
    ...(container.image !== DEFAULT_IMAGE && { image: container.image ?? '' }),
    ...(step.packages?.length && { packages: step.packages }),
    ...(Object.keys(inputs).length && { inputs }),
    ...(Object.keys(outputs).length && { outputs }),
    ...podSettings(task, container, config, bindings)
  };
}

function cellInputs(
  task: ImportedTask,
  step: PackedStep,
  bindings: BindingReader,
  { pinned, removed }: PortDecisions,
  isPeer: (id: string) => boolean
): Record<string, CellInput> {
  const decided = Object.entries(leafInputs(task, bindings)).flatMap(
    ([name, { from, type }]): [string, CellInput][] => {
      const isDerived = from === undefined || isFromPeer(from, isPeer);
      if (isDerived && !pinned) {
        return [];
      }
      const packed = Object.hasOwn(step.inputs, name) ? step.inputs[name].type : type;
      return [[name, { ...(from && { from }), ...(pinned && { type: packed, ...(from && { pinned }) }) }]];
    }
  );
  return Object.fromEntries([
    ...decided,
    ...[...removed].map((name): [string, CellInput] => [name, { removed: true }])
  ]);
}

const isFromPeer = (from: Binding, isPeer: (id: string) => boolean) => 'output' in from && isPeer(from.node);
