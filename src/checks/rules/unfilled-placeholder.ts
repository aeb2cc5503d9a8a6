import { hasDefault } from '../input-defaults';
import { argumentFindings } from '../placeholders';
import type { Rule } from '../rule';
import { containers } from '../flow-nodes';
import { titled } from '../words';

export const unfilledPlaceholder: Rule = {
  id: 'unfilled-placeholder',
  about:
    "Optional inputs that a command line names are fed: Kubeflow's driver fails on a placeholder it cannot fill.",
  check: ({ flow }) =>
    containers(flow).flatMap(node =>
      argumentFindings(node, ({ field, side, name, port, ifPresent }) =>
        side === 'input' && port?.optional && !port.binding && ifPresent !== name && !hasDefault(node, name)
          ? {
              severity: 'error',
              node: node.id,
              field,
              message: `The command line of ${titled(node)} names the optional input ${name}, which nothing feeds.`,
              fix: `Feed ${name} with a constant, or take it out of the command line.`
            }
          : undefined
      )
    )
};
