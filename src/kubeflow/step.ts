import {
  type ComponentNode,
  type ImporterNode,
  isCode,
  isComponent,
  isImporter,
  isStep,
  type PipelineNode,
  type StepNode
} from '../pipeline';
import { place, type Placement, type StepRequest } from '../pools';
import { taskInputs } from './bindings';
import { cellsContainer } from './cells';
import { checkSizes, commandLine } from './command-line';
import { component } from './component';
import { environment } from './environment';
import { importer } from './importer';
import { platformConfig } from './platform/platform-config';
import { isPlaceholder, resources } from './resources';
import type { ComponentSpec, ContainerSpec, ExecutorSpec, KubernetesExecutorConfig, TaskSpec } from './spec';
import { executorPath } from './spec-path';
import type { StepScope } from './step-scope';
import { task } from './task';

/** Everything that one node becomes. */
export interface WrittenStep {
  task: TaskSpec;
  component: ComponentSpec;
  executor: ExecutorSpec;
  platform?: KubernetesExecutorConfig;
}

/** What a node becomes; undefined for kinds that become no task. */
export function writeStep(node: PipelineNode, scope: StepScope): WrittenStep | undefined {
  if (isImporter(node)) {
    return importerStep(node, scope);
  }
  if (isComponent(node)) {
    return keptStep(node, scope);
  }
  return isStep(node) ? runningStep(node, scope) : undefined;
}

/** A component whose executor is kept as its spec. */
function keptStep(node: ComponentNode, scope: StepScope): WrittenStep {
  scope.ledger.compiled('executor', executorPath(scope.names.executor));
  return {
    task: task(node, taskInputs(scope), scope),
    component: component(scope),
    executor: node.executor
  };
}

/** An importer brings an artifact in: no pod of its own, so no placement. */
function importerStep(node: ImporterNode, scope: StepScope): WrittenStep {
  const { inputs, ...written } = importer(node, scope);
  return { ...written, task: task(node, inputs, scope) };
}

/** A step that runs as a pod: cells or a container. */
function runningStep(node: StepNode, scope: StepScope): WrittenStep {
  const placement = place(stepRequest(node, scope), scope.catalog);
  const platform = platformConfig(node, placement, scope);
  const container: ContainerSpec = { ...program(node, scope), ...environment(node, scope) };
  reportPlacement(placement, scope);
  const amounts = resources(node, placement, scope);
  if (amounts) {
    container.resources = amounts;
  }
  if (node.pool !== undefined && !scope.ledger.has('pool')) {
    scope.ledger.ignored('pool', `The pool ${node.pool} adds nothing to the spec.`);
  }
  return {
    task: task(node, taskInputs(scope), scope),
    component: component(scope),
    executor: { container },
    ...(platform && { platform })
  };
}

/** What a step asks of the hardware; what is known when it runs only, or names its accelerator itself, asks no pool. */
function stepRequest({ pool, resources = {} }: StepNode, { node: { id, title } }: StepScope): StepRequest {
  const { accelerators, accelerator, ...amounts } = resources;
  const known = Object.entries(amounts).filter(([, amount]) => !isPlaceholder(amount));
  const count = typeof accelerators === 'number' && accelerator === undefined ? { accelerators } : {};
  return { node: id, title, pool, resources: { ...Object.fromEntries(known), ...count } };
}

function program(node: StepNode, scope: StepScope): Pick<ContainerSpec, 'image' | 'command' | 'args'> {
  if (isCode(node)) {
    return cellsContainer(node, scope);
  }
  const command = commandLine('command', node, scope);
  const args = commandLine('args', node, scope);
  scope.ledger.compiled('image', [...executorPath(scope.names.executor), 'container', 'image']);
  checkSizes('command', command, scope);
  checkSizes('args', args, scope);
  return { image: node.image, ...(command.length && { command }), ...(args.length && { args }) };
}

/** What the choice of a pool means beyond the spec belongs to the account of the step. */
function reportPlacement({ notes }: Placement, { ledger }: StepScope): void {
  for (const { severity, field, message, fix } of notes) {
    if (severity === 'error') {
      ledger.lost(field, message, fix);
    } else {
      ledger.ignored(field, message, fix);
    }
  }
}
