import { place } from '../../pools';
import type { Rule } from '../rule';
import { steps } from '../flow-nodes';

/** Every step fits its pool; what the placement notes is passed on under its own name. */
export const placement: Rule = {
  id: 'placement',
  check: ({ flow, catalog, target }) =>
    target === 'local'
      ? []
      : steps(flow).flatMap(({ id, title, node: { pool, resources } }) =>
          place({ node: id, title, pool, resources }, catalog).notes.map(note => ({ ...note, node: id }))
        )
};
