import type { Flow } from '../flow';
import { type Binding, isNote, isParameterType, type PipelineNode } from '../pipeline';
import type { Catalog } from '../pools';
import type { Compiled, SourcePlace } from './compiled';
import { Ledger } from './ledger';
import { stepNames, type StepNames } from './names';
import { pipelineInputs } from './parameters';
import { sourcePlaces } from './source-map';
import type {
  ComponentSpec,
  ExecutorSpec,
  KubernetesExecutorConfig,
  PipelineSpec,
  PlatformSpec,
  TaskSpec
} from './spec';
import { writeStep } from './step';
import type { Source } from './step-scope';
import type { Target } from './target';
import { VERSION } from './version';

/** Keys of the file that say what it is or where things are drawn; nodes have accounts of their own. */
const NOT_SETTINGS = ['weft', 'id', 'nodes', 'layout'];

/**
 * Compiles a flow to Kubeflow's spec for a target. Pure, and the same to the byte everywhere.
 * Never throws for what a user drew: what cannot be written is `lost` in the report, and then the spec must
 * not be used. Problems that leave no setting behind (an unbound input, a cycle) are the checks' to find.
 */
export function compile(flow: Flow, catalog: Catalog, target: Target): Compiled {
  const { pipeline } = flow;
  const allNames = stepNames(flow);
  const own = new Ledger('');
  const inputDefinitions = pipelineInputs(pipeline, own);
  const components: Record<string, ComponentSpec> = {};
  const executors: Record<string, ExecutorSpec> = {};
  const tasks: Record<string, TaskSpec> = {};
  const spec: PipelineSpec = {
    pipelineInfo: {
      name: pipeline.name,
      ...(pipeline.description !== undefined && { description: pipeline.description })
    },
    schemaVersion: '2.1.0',
    sdkVersion: `weft-${VERSION}`,
    deploymentSpec: { executors },
    components,
    root: {
      dag: { tasks },
      ...(inputDefinitions && { inputDefinitions })
    }
  };
  own.compiled('name', ['spec', 'pipelineInfo', 'name']);
  if (pipeline.description !== undefined) {
    own.compiled('description', ['spec', 'pipelineInfo', 'description']);
  }

  const configs: Record<string, KubernetesExecutorConfig> = {};
  const sourceMap: Record<string, SourcePlace> = {};
  const accounts: Account[] = [{ ledger: own, settings: pipeline, skip: NOT_SETTINGS }];
  for (const node of [...flow.nodes.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const ledger = new Ledger(node.id);
    accounts.push({ ledger, settings: node.node, skip: ['kind'] });
    const names = allNames.get(node.id);
    const source = (binding: Binding) => sourceOf(binding, flow, allNames);
    const scope = names && { flow, catalog, target, allNames, node, names, ledger, source };
    const step = scope && writeStep(node.node, scope);
    if (!names || !step) {
      accountForUncompiled(node.node, ledger);
      continue;
    }
    components[names.component] = step.component;
    executors[names.executor] = step.executor;
    tasks[names.task] = step.task;
    if (step.platform) {
      configs[names.executor] = step.platform;
    }
    Object.assign(sourceMap, Object.fromEntries(sourcePlaces(scope)));
  }
  const platform: PlatformSpec | undefined = Object.keys(configs).length
    ? { platforms: { kubernetes: { deploymentSpec: { executors: configs } } } }
    : undefined;
  const documents = { spec, ...(platform && { platform }) };
  const report = accounts.flatMap(({ ledger, settings, skip }) => ledger.close(settings, documents, skip));
  return { ...documents, report, sourceMap };
}

/** What a binding reads; undefined when it leads to nothing that is in the spec. */
function sourceOf(
  binding: Binding,
  { nodes, pipeline }: Flow,
  allNames: ReadonlyMap<string, StepNames>
): Source | undefined {
  if ('value' in binding) {
    return { constant: binding.value };
  }
  if ('parameter' in binding) {
    const { parameter } = binding;
    const declared = Object.hasOwn(pipeline.parameters, parameter) && pipeline.parameters[parameter];
    return declared ? { input: parameter, artifact: !isParameterType(declared.type) } : undefined;
  }
  if ('output' in binding) {
    const task = allNames.get(binding.node)?.task;
    const output = nodes.get(binding.node)?.outputs.find(({ name }) => name === binding.output);
    return task !== undefined && output
      ? { task, output: output.name, artifact: !isParameterType(output.type) }
      : undefined;
  }
  const task = 'status' in binding ? allNames.get(binding.status)?.task : undefined;
  return task === undefined ? undefined : { status: task };
}

interface Account {
  ledger: Ledger;
  settings: object;
  skip: readonly string[];
}

/** Accounts for a node that becomes no task: notes are for readers, other kinds are lost as a whole. */
function accountForUncompiled(node: PipelineNode, ledger: Ledger): void {
  for (const key of Object.keys(node).filter(key => key !== 'kind')) {
    if (isNote(node)) {
      ledger.drawing(key, 'A note is for readers; nothing of it runs.');
    } else {
      ledger.lost(key, `It belongs to a node of the kind "${node.kind}".`);
    }
  }
  if (!isNote(node)) {
    ledger.lost(
      'kind',
      `This version does not compile nodes of the kind "${node.kind}".`,
      'Compile with a newer version, or take the node away.'
    );
  }
}
