import { steps } from '../flow-nodes';
import type { Finding, Rule } from '../rule';
import { volumesOf } from '../volumes';
import { titled } from '../words';

/** Kubeflow's own folders in a pod. */
const TAKEN = ['/kfp-workspace', '/kfp-launcher', '/tmp/kfp'];

export const mountPath: Rule = {
  id: 'mount-path',
  about: 'Volumes of a step are mounted at places of their own, named from the root.',
  check: ({ flow, target }) =>
    target === 'local'
      ? []
      : steps(flow).flatMap(node => {
          const seen = new Set<string>();
          return volumesOf(node.node).flatMap(({ mountPath: path, field }): Finding[] => {
            const place = path.replace(/(?<=.)\/+$/, '');
            const isDouble = seen.has(place);
            seen.add(place);
            const what = !place.startsWith('/')
              ? 'which does not begin with /'
              : TAKEN.includes(place)
                ? 'a folder that Kubeflow uses itself'
                : isDouble
                  ? 'where it mounts another already'
                  : undefined;
            return what === undefined
              ? []
              : [
                  {
                    severity: 'error',
                    node: node.id,
                    field: field.startsWith('kubernetes.') ? `${field}.mountPath` : field,
                    message: `${titled(node)} mounts a volume at “${path}”, ${what}.`,
                    fix: 'Mount it at a folder of its own, such as /data.'
                  }
                ];
          });
        })
};
