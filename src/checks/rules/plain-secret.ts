import type { FlowNode } from '../../flow';
import { isContainer } from '../../pipeline';
import type { Finding, Rule } from '../rule';
import { holdsSecret, isSecret } from '../secrets';
import { titled } from '../words';

export const plainSecret: Rule = {
  id: 'plain-secret',
  about:
    'No argument, constant, default or setting of a pod is a secret: all who see the pipeline or a run read them.',
  check: ({ flow }) => [
    ...Object.entries(flow.pipeline.parameters)
      .filter(([name, { default: value }]) => typeof value === 'string' && isSecret(name, value))
      .map(([name]) => found(undefined, `parameters.${name}.default`)),
    ...[...flow.nodes.values()].flatMap(node =>
      texts(node)
        .filter(({ name, text }) => (name === undefined ? holdsSecret(text) : isSecret(name, text)))
        .map(({ field }) => found(node, field))
    )
  ]
};

function found(node: FlowNode | undefined, field: string): Finding {
  return {
    severity: 'warning',
    ...(node && { node: node.id }),
    field,
    message: `${node ? titled(node) : 'The pipeline'} holds what looks like a secret in ${field}, in the open for all who see the pipeline.`,
    fix: 'Keep it in a Kubernetes secret, and let the step take it as a variable or file.'
  };
}

interface Text {
  field: string;
  /** When it says what the text is. */
  name?: string;
  text: string;
}

function texts({ node, inputs }: FlowNode): Text[] {
  const constants = inputs.flatMap(({ name, field, binding }): Text[] =>
    binding && 'value' in binding && typeof binding.value === 'string'
      ? [{ field: field ? name : `inputs.${name}.from`, name, text: binding.value }]
      : []
  );
  const line = isContainer(node)
    ? (['command', 'args'] as const).flatMap(part =>
        (node[part] ?? []).flatMap((argument, index): Text[] =>
          typeof argument === 'string' ? [{ field: `${part}.${index}`, text: argument }] : []
        )
      )
    : [];
  const pod = 'kubernetes' in node ? inside(node.kubernetes, 'kubernetes') : [];
  return [...constants, ...line, ...pod];
}

/** Every text in a setting; that of a variable has its name. */
function inside(value: unknown, field: string, name?: string): Text[] {
  if (typeof value === 'string') {
    return [{ field, ...(name !== undefined && { name }), text: value }];
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const variable = 'name' in value && 'value' in value ? String(value.name) : undefined;
  return Object.entries(value).flatMap(([key, inner]) =>
    inside(inner, `${field}.${key}`, key === 'value' ? variable : undefined)
  );
}
