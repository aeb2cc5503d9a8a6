import type { Rule } from '../rule';
import { titled } from '../words';

export const optionalParameter: Rule = {
  id: 'optional-parameter',
  about: 'Inputs that must be fed are not fed by a parameter that may be left out and has no default.',
  check: ({ flow }) => {
    const open = new Set(
      Object.entries(flow.pipeline.parameters)
        .filter(([, { optional, default: value }]) => optional && (value === undefined || value === null))
        .map(([name]) => name)
    );
    return open.size === 0
      ? []
      : [...flow.nodes.values()].flatMap(node =>
          node.inputs.flatMap(({ name, field, optional, binding }) =>
            binding && 'parameter' in binding && open.has(binding.parameter) && !optional
              ? [
                  {
                    severity: 'warning',
                    node: node.id,
                    field: field ? name : `inputs.${name}`,
                    message: `${titled(node)} needs ${name}, but the parameter ${binding.parameter} may be left out and has no default.`,
                    fix: `Give ${binding.parameter} a default, or make the input optional too.`
                  }
                ]
              : []
          )
        );
  }
};
