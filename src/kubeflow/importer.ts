import { type ImporterNode, isParameterType } from '../pipeline';
import { artifactSchema } from './port-types';
import type { ComponentSpec, ExecutorSpec, TaskInputs } from './spec';
import { componentPath, executorPath, taskPath } from './spec-path';
import type { StepScope } from './step-scope';

/** Component, executor and inputs of an importer: input `uri`, output `artifact`, as the SDK writes them. */
export function importer(
  node: ImporterNode,
  { flow, names, ledger }: StepScope
): { component: ComponentSpec; executor: ExecutorSpec; inputs: TaskInputs } {
  const typeSchema = artifactSchema(node.type);
  const parameter = typeof node.uri === 'string' ? undefined : node.uri.parameter;
  const path = [...executorPath(names.executor), 'importer'];
  ledger.compiled('type', [...componentPath(names.component), 'outputDefinitions', 'artifacts', 'artifact']);
  ledger.compiled('uri', [...taskPath(names), 'inputs', 'parameters', 'uri']);
  if (isParameterType(node.type)) {
    ledger.lost('type', `"${node.type}" is no type of artifact.`, 'Choose a type such as Dataset or Model.');
  }
  if (typeof node.uri === 'object') {
    ledger.strangers('uri', node.uri, ['parameter']);
  }
  if (parameter !== undefined && !Object.hasOwn(flow.pipeline.parameters, parameter)) {
    ledger.lost('uri', `The pipeline has no parameter \`${parameter}\`.`, 'Add it, or write the URI itself.');
  }
  for (const key of ['reimport', 'metadata'] as const) {
    if (node[key] !== undefined) {
      ledger.compiled(key, [...path, key]);
    }
  }
  return {
    component: {
      executorLabel: names.executor,
      inputDefinitions: { parameters: { uri: { parameterType: 'STRING' } } },
      outputDefinitions: { artifacts: { artifact: { artifactType: typeSchema } } }
    },
    executor: {
      importer: {
        artifactUri: typeof node.uri === 'string' ? { constant: node.uri } : { runtimeParameter: 'uri' },
        typeSchema,
        ...(node.reimport !== undefined && { reimport: node.reimport }),
        ...(node.metadata !== undefined && { metadata: node.metadata })
      }
    },
    inputs: {
      parameters: {
        uri:
          typeof node.uri === 'string'
            ? { runtimeValue: { constant: node.uri } }
            : { componentInputParameter: node.uri.parameter }
      }
    }
  };
}
