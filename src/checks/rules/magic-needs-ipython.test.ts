import { expect, it } from 'vitest';
import { cells, findings, flowOf, found } from '../testing/flow';
import { magicNeedsIpython } from './magic-needs-ipython';

it('says which image needs IPython, and only then', () => {
  expect(found(magicNeedsIpython, flowOf({ a: cells() }))).toEqual([]);
  const flow = flowOf({ a: [cells({ image: 'acme/train:1' }), { magics: true }] });
  expect(found(magicNeedsIpython, flow)).toEqual(['info a image']);
  expect(findings(magicNeedsIpython, flow)[0].message).toContain('acme/train:1');
});
