import { expect, it } from 'vitest';
import type { Flow, FlowNode } from '../flow';
import { notebooksOf, requestFor, withCells } from './kernel-request';

const port = (name: string) => ({ name, type: 'Artifact', derived: true, optional: false });
const node = (id: string, facts: Partial<FlowNode>, notebook = 'a.ipynb'): [string, FlowNode] => [
  id,
  {
    id,
    node: { kind: 'cells', notebook, cells: [] },
    inputs: [],
    outputs: [],
    offers: [],
    imports: [],
    requirements: [],
    names: [],
    ...facts
  } as unknown as FlowNode
];
const flow = {
  nodes: new Map([
    node('load', {
      outputs: [port('df')],
      offers: ['df', 'raw', '_'],
      imports: ['pandas', 'sys'],
      names: [{ cell: 'c1', reads: [], makes: ['df', 'raw'], writes: [] }]
    }),
    node('fit', {
      inputs: [port('df')],
      imports: ['sklearn'],
      names: [{ cell: 'c2', reads: ['df'], makes: ['df'], writes: [] }]
    }),
    node('other', { outputs: [port('y')] }, 'b.ipynb')
  ])
} as unknown as Flow;

it('asks about what passes between nodes, what could, and about the packages that they import', () => {
  expect(requestFor(flow, 'a.ipynb')).toEqual({
    names: ['df', 'raw'],
    modules: { pandas: 'pandas', sklearn: 'scikit-learn' }
  });
  expect([...notebooksOf(flow)]).toEqual(['a.ipynb', 'b.ipynb']);
});

it('tells which cell made a value last', () => {
  const fact = { type: 'int', bytes: 28, exact: true, storable: true, tried: true };
  const facts = { python: '3.11.1', values: { df: fact, raw: fact, y: fact }, versions: {} };
  const cells = (...ran: string[]) =>
    Object.values(withCells(facts, flow, 'a.ipynb', ran).values).map(({ cell }) => cell);
  expect(cells()).toEqual([undefined, undefined, undefined]);
  expect(cells('c1', 'c2')).toEqual(['c2', 'c1', undefined]);
  expect(cells('c2', 'c1')).toEqual(['c1', 'c1', undefined]);
});
