import { expect, it } from 'vitest';
import { requirementsOf } from '../../notebook';
import { cells, findings, flowOf } from '../testing/flow';
import { imageLacks } from './image-lacks';

const step = (image: string | undefined, modules: string[], packages?: string[]) => {
  const imports = modules.map(module => ({ module, names: [module], line: 1 }));
  const settings = { ...(image && { image }), ...(packages && { packages }) };
  return flowOf({ a: [cells(settings), { requirements: requirementsOf(imports) }] });
};

it('names what a well-known image lacks, and an image or packages to have it', () => {
  expect(findings(imageLacks, step('python:3.12-slim', ['json', 'sklearn', 'torch']))).toEqual([
    {
      severity: 'info',
      node: 'a',
      field: 'image',
      message: expect.stringContaining('scikit-learn and torch') as string,
      fix: expect.stringMatching(/pytorch-notebook:latest.*scikit-learn and torch/) as string
    }
  ]);
  const [{ fix }] = findings(imageLacks, step('python:3.12', ['sklearn', 'nowhere']));
  expect(fix).toContain('name scikit-learn under packages');
  expect(fix).toContain('nowhere may be your own, a file or folder beside the notebook');
  expect(fix).not.toContain('quay.io');
});

it('is silent where the image holds it, is not known, or the step installs it', () => {
  const fine = [
    step('quay.io/jupyter/scipy-notebook:2025-01-06', ['pandas', 'sklearn']),
    step('acme/ml:1', ['torch']),
    step(undefined, ['torch']),
    step('python:3.12', ['yaml'], ['PyYAML==6.0'])
  ];
  fine.forEach(flow => expect(findings(imageLacks, flow)).toEqual([]));
  expect(findings(imageLacks, step('python:3.12', ['torch']), { target: 'local' })).toEqual([]);
});
