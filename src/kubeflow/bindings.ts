import type { FlowPort } from '../flow';
import { type Binding, isCells, isContainer, isParameterType, type PipelineNode } from '../pipeline';
import type { ArtifactSource, ParameterSource, TaskInputs } from './spec';
import { taskPath } from './spec-path';
import type { StepScope } from './step-scope';

/** What feeds each input of a step. Optional inputs that nothing feeds are left out. */
export function taskInputs(scope: StepScope): TaskInputs | undefined {
  const parameters: Record<string, ParameterSource> = {};
  const artifacts: Record<string, ArtifactSource> = {};
  for (const port of scope.node.inputs) {
    const source = port.binding && bind(port, port.binding, scope);
    if (source && isArtifact(source)) {
      artifacts[port.name] = source;
    } else if (source) {
      parameters[port.name] = source;
    }
    account(port, source !== undefined, scope);
  }
  return Object.keys(parameters).length || Object.keys(artifacts).length
    ? {
        ...(Object.keys(parameters).length && { parameters }),
        ...(Object.keys(artifacts).length && { artifacts })
      }
    : undefined;
}

const isArtifact = (source: ArtifactSource | ParameterSource): source is ArtifactSource =>
  'taskOutputArtifact' in source;

/** The source as the spec writes it; undefined, and an entry in the ledger, when it cannot be written. */
function bind(port: FlowPort, from: Binding, scope: StepScope): ArtifactSource | ParameterSource | undefined {
  const parameter = isParameterType(port.type);
  const lost = (message: string, fix: string) => {
    scope.ledger.lost(`inputs.${port.name}.from`, message, fix);
    return undefined;
  };
  if ('output' in from) {
    const producer = scope.allNames.get(from.node);
    const output = scope.flow.nodes.get(from.node)?.outputs.find(({ name }) => name === from.output);
    if (!producer || !output) {
      return lost(
        `\`${from.output}\` of node "${from.node}", which feeds \`${port.name}\`, is not in the spec.`,
        'Connect the input to an output of a node that is compiled.'
      );
    }
    if (isParameterType(output.type) !== parameter) {
      return lost(
        `\`${port.name}\` takes ${said(parameter)}, but \`${from.output}\` of "${from.node}" gives ${said(!parameter)}.`,
        'Give both ends a parameter type, or both an artifact type.'
      );
    }
    const producerTask = producer.task;
    return parameter
      ? { taskOutputParameter: { producerTask, outputParameterKey: from.output } }
      : { taskOutputArtifact: { producerTask, outputArtifactKey: from.output } };
  }
  if (!parameter) {
    return lost(
      `\`${port.name}\` is an artifact, which ${'value' in from ? 'a constant' : 'a pipeline parameter'} cannot feed.`,
      'Bring the artifact in by an importer, or give the input a parameter type.'
    );
  }
  if ('value' in from) {
    if (scope.target === 'local' && holdsNull(from.value)) {
      return lost(
        `The constant for \`${port.name}\` holds null, which the SDK's local runner refuses.`,
        'Leave the key out, or compile for a release of Kubeflow Pipelines.'
      );
    }
    return { runtimeValue: { constant: from.value } };
  }
  return Object.hasOwn(scope.flow.pipeline.parameters, from.parameter)
    ? { componentInputParameter: from.parameter }
    : lost(
        `The pipeline has no parameter \`${from.parameter}\`, which feeds \`${port.name}\`.`,
        'Add the parameter, or connect the input to something else.'
      );
}

const holdsNull = (value: unknown): boolean =>
  value === null || (typeof value === 'object' && Object.values(value).some(holdsNull));

const said = (parameter: boolean) => (parameter ? 'a parameter' : 'an artifact');

/** Accounts for `from`, `pinned` and `removed` of one input as the user set them. */
function account(port: FlowPort, written: boolean, { node, names, ledger }: StepScope): void {
  const from = setting(node.node, port.name);
  if (!from) {
    return;
  }
  const field = `inputs.${port.name}.from`;
  const kind = isParameterType(port.type) ? 'parameters' : 'artifacts';
  if (!port.binding || JSON.stringify(port.binding) !== JSON.stringify(from)) {
    ledger.ignored(
      field,
      `The code feeds \`${port.name}\` from elsewhere.`,
      'Pin the input to keep this source.'
    );
  } else if (written) {
    ledger.compiled(field, [...taskPath(names.task), 'inputs', kind, port.name]);
  }
  ledger.strangers(field, from, ['node', 'output', 'parameter', 'value']);
}

function setting(node: PipelineNode, input: string): Binding | undefined {
  const inputs: Record<string, { from?: Binding }> =
    isCells(node) || isContainer(node) ? (node.inputs ?? {}) : {};
  return Object.hasOwn(inputs, input) ? inputs[input].from : undefined;
}
