import type { FlowNode } from '../../flow';
import { isGroup } from '../../pipeline';
import { argumentBytes, MAX_ARGUMENT_BYTES } from '../../runtime';
import type { Finding, Rule } from '../rule';
import { titled } from '../words';

export const longConstant: Rule = {
  id: 'long-constant',
  about:
    'Constants and defaults fit into one argument of a program: Linux takes no longer one (MAX_ARG_STRLEN), and Kubeflow passes inputs so.',
  check: ({ flow: { nodes, pipeline } }) => [
    ...[...nodes.values()].flatMap(inputs),
    ...Object.entries(pipeline.parameters).flatMap(([name, { default: value }]) =>
      finding(value, `The default of ${name}`, { field: `parameters.${name}.default` })
    )
  ]
};

function inputs(flowNode: FlowNode): Finding[] {
  if (isGroup(flowNode.node)) {
    return [];
  }
  return flowNode.inputs.flatMap(({ name, binding }) =>
    binding && 'value' in binding
      ? finding(binding.value, `The constant for ${name} of ${titled(flowNode)}`, {
          node: flowNode.id,
          field: `inputs.${name}.from`
        })
      : []
  );
}

function finding(value: unknown, what: string, place: Pick<Finding, 'node' | 'field'>): Finding[] {
  const bytes = bytesOf(value);
  return bytes > MAX_ARGUMENT_BYTES
    ? [
        {
          severity: 'error',
          ...place,
          message: `${what} has ${bytes} bytes, and Linux takes ${MAX_ARGUMENT_BYTES} in one argument.`,
          fix: 'Put it into a file, and bring that in by an importer.'
        }
      ]
    : [];
}

/** Texts are passed as they are, all else as JSON. */
const bytesOf = (value: unknown): number =>
  argumentBytes(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
