import { expect, test } from 'vitest';
import { requirementsOf } from '../../notebook';
import { cells, findings, flowOf } from '../testing/flow';
import { defaultImage } from './default-image';

const step = (modules: string[], image?: string) => {
  const imports = modules.map(module => ({ module, names: [module], line: 1 }));
  return flowOf({ a: [cells(image ? { image } : {}), { requirements: requirementsOf(imports) }] });
};

test('a step that imports packages needs an image of its own', () => {
  expect(findings(defaultImage, step(['json', 'pandas', 'sklearn']))).toMatchObject([
    {
      severity: 'warning',
      node: 'a',
      field: 'image',
      message: expect.stringContaining('pandas and scikit-learn') as string
    }
  ]);
});

test('the standard library, an image, and local runs are fine', () => {
  expect(findings(defaultImage, step(['json', 'os']))).toEqual([]);
  expect(findings(defaultImage, step(['pandas'], 'acme/ml:1'))).toEqual([]);
  expect(findings(defaultImage, step(['pandas']), { target: 'local' })).toEqual([]);
});
