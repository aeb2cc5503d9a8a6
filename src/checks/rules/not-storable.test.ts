import { expect, it } from 'vitest';
import type { KernelFacts, Kernels, ValueFact } from '../../runtime';
import { cells, findings, flowOf, found, port } from '../testing/flow';
import { notStorable } from './not-storable';

const kernel = (values: KernelFacts['values']): Kernels =>
  new Map([['a.ipynb', { python: '3.11.1', values, versions: {} }]]);
const fact = (settings: Partial<ValueFact> = {}): ValueFact => ({
  type: 'generator',
  bytes: 1,
  exact: true,
  storable: false,
  tried: true,
  reason: "cannot pickle 'generator' object",
  ...settings
});
const flow = (type = 'Artifact', file?: string) =>
  flowOf({
    a: [
      cells(),
      {
        outputs: [port('rows', type, file === undefined ? {} : { file })],
        cells: [{ ref: { id: 'c1', hash: 'h' }, state: 'ok', index: 0, source: '' }]
      }
    ]
  });

it('is content where no kernel runs, and with what a kernel can store', () => {
  expect(found(notStorable, flow())).toEqual([]);
  expect(found(notStorable, flow(), { kernels: kernel({ rows: fact({ storable: true }) }) })).toEqual([]);
  expect(found(notStorable, flow(), { kernels: kernel({ other: fact() }) })).toEqual([]);
});

it('refuses what a kernel cannot store, and says why', () => {
  const kernels = kernel({ rows: fact() });
  expect(found(notStorable, flow(), { kernels })).toEqual(['error a outputs.rows']);
  expect(findings(notStorable, flow(), { kernels })[0].message).toBe(
    "“Train” gives rows, which is of type generator in the kernel and cannot be stored (cannot pickle 'generator' object)."
  );
});

it('passes over values that another cell made last', () => {
  expect(found(notStorable, flow(), { kernels: kernel({ rows: fact({ cell: 'c2' }) }) })).toEqual([]);
  expect(found(notStorable, flow(), { kernels: kernel({ rows: fact({ cell: 'c1' }) }) })).toHaveLength(1);
});

it('passes over what is told as text, and over files', () => {
  const kernels = kernel({ rows: fact() });
  expect(found(notStorable, flow('HTML'), { kernels })).toEqual([]);
  expect(found(notStorable, flow('Dataset', 'rows.csv'), { kernels })).toEqual([]);
});
