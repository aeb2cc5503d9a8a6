import { steps } from '../flow-nodes';
import type { Finding, Rule } from '../rule';
import { volumesOf } from '../volumes';
import { titled } from '../words';

/** A DNS label (RFC 1123), as Kubernetes wants it of volumes. */
const LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
/** Kubeflow's own. */
const TAKEN = ['kfp-workspace', 'kfp-launcher'];

export const volumeName: Rule = {
  id: 'volume-name',
  about:
    'Volumes of a step have names of their own that a pod takes; a secret, config map or claim gives its name to its volume (#7917).',
  check: ({ flow, target }) =>
    target === 'local'
      ? []
      : steps(flow).flatMap(node => {
          const seen = new Set<string>();
          return volumesOf(node.node).flatMap(({ name, field }): Finding[] => {
            if (name === undefined) {
              return [];
            }
            const isDouble = seen.has(name);
            seen.add(name);
            const found = (what: string, fix: string): Finding[] => [
              {
                severity: 'error',
                node: node.id,
                field,
                message: `${titled(node)} mounts ${name || 'a volume without a name'}, ${what}.`,
                fix
              }
            ];
            if (!LABEL.test(name)) {
              return found(
                'which is no name of a volume: at most 63 lower-case letters, digits and hyphens',
                'Use a secret, config map or claim with such a name.'
              );
            }
            if (TAKEN.includes(name)) {
              return found('a name that Kubeflow uses itself', 'Use another name.');
            }
            return isDouble
              ? found('which it mounts already, and no pod has two volumes of one name', 'Mount it once.')
              : [];
          });
        })
};
