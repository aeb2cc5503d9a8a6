import type { Problem } from '../checks';
import type { Translation } from './action';

/**
 * Problems where the catalog could not be read: that it could not, and not that each pool is unknown, which would
 * have users take the pools off their nodes.
 * @param fault why it could not be read; null when it could
 */
export function withCatalogFault(
  problems: readonly Problem[],
  fault: string | null,
  trans: Translation
): readonly Problem[] {
  return fault === null
    ? problems
    : [
        {
          rule: 'catalog-unreadable',
          severity: 'error',
          message: fault,
          fix: trans.__('Mend the file; the nodes keep their pools.')
        },
        ...problems.filter(({ rule }) => rule !== 'unknown-pool')
      ];
}
