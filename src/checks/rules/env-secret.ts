import type { Rule } from '../rule';
import { steps } from '../flow-nodes';
import { titled } from '../words';

/** Words of a name that mean its value is to be kept. */
const SECRET_NAME =
  /(^|_)(PASSWORD|PASSWD|PWD|SECRET|TOKEN|APIKEY|API_KEY|ACCESS_KEY|SECRET_KEY|PRIVATE_KEY|CREDENTIALS?)$/i;

/** Forms of well-known keys. */
const SECRET_VALUES = [
  /\b(AKIA|ASIA)[0-9A-Z]{16}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{36,}\b/,
  /\bgithub_pat_\w{22,}/,
  /\bglpat-[\w-]{20,}/,
  /\bhf_[A-Za-z0-9]{30,}\b/,
  /\bsk-[\w-]{20,}/,
  /\bxox[abprs]-[\w-]{10,}/,
  /\bAIza[\w-]{35}\b/,
  /\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]*/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /:\/\/[^\s/:@]+:[^\s/@]+@/
];

/** No secret stands in a pipeline file, where everyone who sees the file or the run reads it. */
export const envSecret: Rule = {
  id: 'env-secret',
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

function isSecret(name: string, value: string): boolean {
  return value !== '' && (SECRET_NAME.test(name) || SECRET_VALUES.some(form => form.test(value)));
}
