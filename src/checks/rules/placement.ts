import { type Resources } from '../../pipeline';
import { place } from '../../pools';
import { steps } from '../flow-nodes';
import type { Rule } from '../rule';

export const placement: Rule = {
  id: 'placement',
  about: 'Every step fits its pool; what the placement notes is passed on under names of its own.',
  check: ({ flow, catalog }) =>
    steps(flow).flatMap(({ id, title, node: { pool, resources } }) =>
      place({ node: id, title, pool, resources: known(resources, pool) }, catalog).notes.map(note => ({
        ...note,
        node: id
      }))
    )
};

/** A number that only the run knows, or that asks for a resource of its own, needs no pool. */
const known = ({ accelerators, accelerator, ...others }: Resources = {}, pool: string | undefined) => ({
  ...others,
  ...(/^\d+$/.test(String(accelerators)) &&
    (accelerator === undefined || pool !== undefined) && { accelerators: Number(accelerators) })
});
