import type { Target } from '../../kubeflow';
import { steps } from '../flow-nodes';
import type { Rule } from '../rule';
import { titled } from '../words';

export const poolBackend: Rule = {
  id: 'pool-backend',
  about: 'The target is new enough for what the platform team says of its pools.',
  check: ({ flow, catalog, target }) =>
    steps(flow).flatMap(node => {
      const pool = catalog.pools.find(({ id }) => id === node.node.pool);
      const least = pool?.policy?.minBackend?.kfp;
      return !pool || least === undefined || reaches(target, least)
        ? []
        : [
            {
              severity: 'error',
              node: node.id,
              field: 'pool',
              message: `${titled(node)} runs on pool ${pool.id}, which needs Kubeflow Pipelines ${least} or newer, not ${target}.`,
              fix: `Compile for ${least} or newer, or choose another pool.`
            }
          ];
    })
};

/** Whether a target is at least a release such as 2.14, compared number by number. */
function reaches(target: Target, least: string): boolean {
  const release = target.startsWith('kfp-') ? numbers(target.slice('kfp-'.length)) : [Infinity];
  const wanted = numbers(least);
  const at = wanted.findIndex((number, index) => number !== (release[index] ?? 0));
  return at < 0 || (release[at] ?? 0) > wanted[at];
}

function numbers(release: string): number[] {
  return release.split('.').map(Number);
}
