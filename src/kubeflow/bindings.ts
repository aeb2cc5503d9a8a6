import type { FlowPort } from '../flow';
import { type Binding, isParameterType, type PipelineNode } from '../pipeline';
import { unboundDefault } from './defaults';
import { readName } from './read-name';
import type { ArtifactSource, ParameterSource, TaskInputs } from './spec';
import { taskPath } from './spec-path';
import type { Source, StepScope } from './step-scope';

/**
 * What feeds each input of a task. Optional inputs that nothing feeds are left out, but for defaults that the
 * servers do not fill in.
 */
export function taskInputs(scope: StepScope): TaskInputs | undefined {
  const parameters: Record<string, ParameterSource> = {};
  const artifacts: Record<string, ArtifactSource> = {};
  for (const port of scope.node.inputs.filter(({ field }) => !field)) {
    const source = port.binding ? bind(port, port.binding, scope) : unboundDefault(port, scope.node.node);
    if (source && isArtifact(source)) {
      artifacts[port.name] = source;
    } else if (source) {
      parameters[port.name] = source;
    }
    account(port, source !== undefined, scope);
  }
  return inputsOf(parameters, artifacts);
}

/** Both kinds of inputs of a task; undefined when there are none. */
export function inputsOf(
  parameters: Record<string, ParameterSource>,
  artifacts: Record<string, ArtifactSource>
): TaskInputs | undefined {
  return Object.keys(parameters).length || Object.keys(artifacts).length
    ? {
        ...(Object.keys(parameters).length && { parameters }),
        ...(Object.keys(artifacts).length && { artifacts })
      }
    : undefined;
}

const isArtifact = (source: ArtifactSource | ParameterSource): source is ArtifactSource =>
  'taskOutputArtifact' in source || 'componentInputArtifact' in source;

/** The source as the spec writes it; undefined, and an entry in the ledger, when it cannot be written. */
function bind(port: FlowPort, from: Binding, scope: StepScope): ArtifactSource | ParameterSource | undefined {
  const parameter = isParameterType(port.type);
  const lost = (message: string, fix: string) => {
    scope.ledger.lost(`inputs.${port.name}.from`, message, fix);
    return undefined;
  };
  const source = scope.source(from);
  if (!source) {
    return lost(
      `${readName(from, scope.flow)}, which feeds \`${port.name}\`, is not in the spec.`,
      'Connect the input to something that is compiled.'
    );
  }
  if ('constant' in source && scope.target === 'local' && holdsNull(source.constant)) {
    return lost(
      `The constant for \`${port.name}\` holds null, which the SDK's local runner refuses.`,
      'Leave the key out, or compile for a release of Kubeflow Pipelines.'
    );
  }
  if (('artifact' in source && source.artifact) === parameter) {
    return lost(
      `\`${port.name}\` takes ${said(parameter)}, but ${readName(from, scope.flow)} gives ${said(!parameter)}.`,
      parameter
        ? 'Give both ends a parameter type, or both an artifact type.'
        : 'Bring the artifact in by an importer, or give the input a parameter type.'
    );
  }
  return parameter ? parameterSource(source) : artifactSource(source);
}

/** A source as an input of a task names it. */
export function parameterSource(source: Source): ParameterSource {
  if ('constant' in source) {
    return { runtimeValue: { constant: source.constant } };
  }
  if ('status' in source) {
    return { taskFinalStatus: { producerTask: source.status } };
  }
  if ('task' in source) {
    return { taskOutputParameter: { producerTask: source.task, outputParameterKey: source.output } };
  }
  return {
    componentInputParameter: source.input,
    ...(source.selector !== undefined && { parameterExpressionSelector: source.selector })
  };
}

/** The same for artifacts; undefined for what is none. */
export function artifactSource(source: Source): ArtifactSource | undefined {
  if ('task' in source) {
    return { taskOutputArtifact: { producerTask: source.task, outputArtifactKey: source.output } };
  }
  return 'input' in source ? { componentInputArtifact: source.input } : undefined;
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
  if (port.binding !== from && JSON.stringify(port.binding) !== JSON.stringify(from)) {
    ledger.ignored(
      field,
      `The code feeds \`${port.name}\` from elsewhere.`,
      'Pin the input to keep this source.'
    );
  } else if (written) {
    ledger.compiled(field, [...taskPath(names), 'inputs', kind, port.name]);
  }
  ledger.strangers(field, from, ['node', 'output', 'input', 'item', 'field', 'status', 'parameter', 'value']);
}

function setting(node: PipelineNode, input: string): Binding | undefined {
  const { inputs = {} } = node as { inputs?: Record<string, { from?: Binding }> };
  return Object.hasOwn(inputs, input) ? inputs[input].from : undefined;
}
