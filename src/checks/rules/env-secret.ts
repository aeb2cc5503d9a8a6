import type { Rule } from '../rule';
import { steps } from '../flow-nodes';
import { isSecret } from '../secrets';
import { titled } from '../words';

export const envSecret: Rule = {
  id: 'env-secret',
  about: 'No secret stands in a pipeline file, where everyone who sees the file or the run reads it.',
  check: ({ flow }) =>
    steps(flow).flatMap(node =>
      Object.entries(node.node.env ?? {})
        .filter(([name, value]) => isSecret(name, value))
        .map(([name]) => ({
          severity: 'warning',
          node: node.id,
          field: `env.${name}`,
          message: `${titled(node)} sets ${name} to what looks like a secret, in the open for all who see the pipeline.`,
          fix: 'Keep it in a Kubernetes secret and have the platform team hand it to the step.'
        }))
    )
};
