import { argumentFindings } from '../placeholders';
import type { Rule } from '../rule';
import { containers } from '../flow-nodes';
import { listed, titled } from '../words';

export const unknownPlaceholder: Rule = {
  id: 'unknown-placeholder',
  about: 'Command lines name inputs and outputs that the container declares.',
  check: ({ flow }) =>
    containers(flow).flatMap(node =>
      argumentFindings(node, ({ field, side, name, port }) => {
        const known = node[`${side}s`].map(other => other.name);
        return port
          ? undefined
          : {
              severity: 'error',
              node: node.id,
              field,
              message: `The command line of ${titled(node)} names the ${side} ${name}, which is not declared.`,
              fix:
                known.length > 0
                  ? `Use one of ${listed(known)}, or declare ${name}.`
                  : `Declare the ${side} ${name}.`
            };
      })
    )
};
