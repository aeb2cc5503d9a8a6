import { expect, it } from 'vitest';
import type { Kernels } from '../../runtime';
import { cells, findings, flowOf, found } from '../testing/flow';
import { pythonVersion } from './python-version';

const kernels: Kernels = new Map([['a.ipynb', { python: '3.11.7', values: {}, versions: {} }]]);
const flow = (image?: string) => flowOf({ a: cells(image === undefined ? {} : { image }) });

it.each(['python:3.11', 'acme/ml:1.0-py311', 'jupyter/scipy:python-3.11.4', 'acme/train:3.12', 'happy3:1'])(
  'is content with %s',
  image => {
    expect(found(pythonVersion, flow(image), { kernels })).toEqual([]);
  }
);

it.each(['python:3.12-slim', 'acme/ml:1.0-py312', 'ghcr.io/acme/python_3.9:2'])('notes %s', image => {
  expect(found(pythonVersion, flow(image), { kernels })).toEqual(['info a image']);
});

it('says both versions', () => {
  expect(findings(pythonVersion, flow('python:3.12'), { kernels })[0].message).toBe(
    '“Train” runs Python 3.12 in its image python:3.12, and the kernel of a.ipynb runs Python 3.11.'
  );
});

it('says nothing where no kernel runs, or where the step runs on this machine', () => {
  expect(found(pythonVersion, flow('python:3.12'))).toEqual([]);
  expect(found(pythonVersion, flow('python:3.12'), { kernels, target: 'local' })).toEqual([]);
});
