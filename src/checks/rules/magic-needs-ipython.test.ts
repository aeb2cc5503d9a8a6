import { expect, it } from 'vitest';
import { cells, findings, flowOf, found } from '../testing/flow';
import { magicNeedsIpython } from './magic-needs-ipython';

it('says which image needs IPython, and only then', () => {
  expect(found(magicNeedsIpython, flowOf({ a: cells() }))).toEqual([]);
  const flow = flowOf({ a: [cells({ image: 'acme/train:1' }), { magics: true }] });
  expect(found(magicNeedsIpython, flow)).toEqual(['info a image']);
  expect(findings(magicNeedsIpython, flow)[0].message).toContain('acme/train:1');
});

it('is silent where IPython is known to be', () => {
  const fine = [{ image: 'quay.io/jupyter/minimal-notebook:latest' }, { packages: ['ipython==9'] }];
  fine.forEach(settings =>
    expect(found(magicNeedsIpython, flowOf({ a: [cells(settings), { magics: true }] }))).toEqual([])
  );
  const imports = flowOf({ a: [cells({ image: 'acme/train:1' }), { magics: true, imports: ['IPython'] }] });
  expect(found(magicNeedsIpython, imports)).toEqual([]);
});
