import type { Rule } from '../rule';
import { steps } from '../flow-nodes';
import { titled } from '../words';

export const spotRetry: Rule = {
  id: 'spot-retry',
  about: 'Steps on nodes that may be taken away are tried again.',
  check: ({ flow, catalog, target }) =>
    steps(flow).flatMap(node => {
      const pool = catalog.pools.find(({ id }) => id === node.node.pool);
      return target === 'local' || pool?.capacity?.type !== 'spot' || (node.node.retry?.max ?? 0) > 0
        ? []
        : [
            {
              severity: 'warning',
              node: node.id,
              field: 'retry',
              message: `${titled(node)} runs on spot pool ${pool.id}, whose nodes may be taken away, and is not tried again.`,
              fix: `Let it retry ${pool.defaults?.retries ?? 3} times, and save its progress as it goes.`
            }
          ];
    })
};
