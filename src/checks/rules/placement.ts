import { type Resources } from '../../pipeline';
import { place } from '../../pools';
import { steps } from '../flow-nodes';
import type { Rule } from '../rule';

export const placement: Rule = {
  id: 'placement',
  about:
    'Every step fits its pool; what the placement notes is passed on under its own name. Also where no pool applies, as in a local run: the compiler then loses the same settings.',
  check: ({ flow, catalog }) =>
    steps(flow).flatMap(({ id, title, node: { pool, resources } }) =>
      place({ node: id, title, pool, resources: known(resources) }, catalog).notes.map(note => ({
        ...note,
        node: id
      }))
    )
};

/** An amount that is known only when the pipeline runs fits any pool. */
const known = ({ accelerators, ...others }: Resources = {}) => ({
  ...others,
  ...(/^\d+$/.test(String(accelerators)) && { accelerators: Number(accelerators) })
});
