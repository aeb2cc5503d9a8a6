import { type ImporterNode, isParameterType } from '../pipeline';
import { inputsOf, parameterSource, taskInputs } from './bindings';
import { component } from './component';
import { artifactSchema } from './port-types';
import { readName } from './read-name';
import type { ComponentSpec, ExecutorSpec, ParameterSource, TaskInputs } from './spec';
import { componentPath, executorPath, taskPath } from './spec-path';
import type { StepScope } from './step-scope';

/**
 * Component, executor and inputs of an importer, as the SDK writes them: input `uri`, output `artifact`, and an input
 * for each placeholder in the metadata.
 */
export function importer(
  node: ImporterNode,
  scope: StepScope
): { component: ComponentSpec; executor: ExecutorSpec; inputs: TaskInputs | undefined } {
  const { names, ledger } = scope;
  const typeSchema = artifactSchema(node.type);
  const path = [...executorPath(names.executor), 'importer'];
  ledger.compiled('type', [...componentPath(names.component), 'outputDefinitions', 'artifacts', 'artifact']);
  if (isParameterType(node.type)) {
    ledger.lost('type', `"${node.type}" is no type of artifact.`, 'Choose a type such as Dataset or Model.');
  }
  const uri = uriSource(node, scope);
  for (const key of ['reimport', 'metadata', 'downloadToWorkspace'] as const) {
    if (node[key] !== undefined) {
      ledger.compiled(key, [...path, key]);
    }
  }
  const { inputDefinitions } = component(scope);
  const own = taskInputs(scope);
  return {
    component: {
      executorLabel: names.executor,
      inputDefinitions: {
        ...inputDefinitions,
        parameters: { ...inputDefinitions?.parameters, uri: { parameterType: 'STRING' } }
      },
      outputDefinitions: { artifacts: { artifact: { artifactType: typeSchema } } }
    },
    executor: {
      importer: {
        artifactUri: typeof node.uri === 'string' ? { constant: node.uri } : { runtimeParameter: 'uri' },
        typeSchema,
        ...(node.reimport !== undefined && { reimport: node.reimport }),
        ...(node.metadata !== undefined && { metadata: node.metadata }),
        ...(node.downloadToWorkspace !== undefined && { downloadToWorkspace: node.downloadToWorkspace })
      }
    },
    inputs: inputsOf({ ...own?.parameters, ...(uri && { uri }) }, own?.artifacts ?? {})
  };
}

/** What feeds the input `uri`; undefined, and an entry in the ledger, when it cannot be written. */
function uriSource(
  { uri }: ImporterNode,
  { flow, names, ledger, source }: StepScope
): ParameterSource | undefined {
  const path = [...taskPath(names), 'inputs', 'parameters', 'uri'];
  if (typeof uri === 'string') {
    ledger.compiled('uri', path);
    return { runtimeValue: { constant: uri } };
  }
  const found = source(uri);
  if (!found || ('artifact' in found && found.artifact)) {
    ledger.lost(
      'uri',
      found
        ? `${readName(uri, flow)} gives an artifact, and a URI is text.`
        : `${readName(uri, flow)} is not in the spec.`,
      'Feed the URI by a text, or write it.'
    );
    return undefined;
  }
  ledger.compiled('uri', path);
  ledger.strangers('uri', uri, ['node', 'output', 'input', 'item', 'field', 'parameter', 'value']);
  return parameterSource(found);
}
