import { expect, it } from 'vitest';
import type { FlowEdge } from '../../flow';
import { cells, findings, flowOf } from '../testing/flow';
import { fileLeftBehind } from './file-left-behind';

const line = { cell: 0, id: 'c', line: 1, code: '' };
const edge = (path: string, more: Partial<FlowEdge> = {}): FlowEdge => ({
  id: 'e',
  source: 'w',
  target: 'r',
  kind: 'file',
  derived: true,
  stale: false,
  why: { name: path, notebook: 'a.ipynb', write: line, read: line },
  ...more
});
const mounted = cells({ kubernetes: { pvcMount: [{ pvcName: 'data', mountPath: '/data' }] } });
const flow = (edges: FlowEdge[], node = cells()) => flowOf({ w: node, r: node }, { edges });

it('tells files that lie in the pod of the step that wrote them', () => {
  const [{ node, message, fix }] = findings(fileLeftBehind, flow([edge('/data/a.csv')]));
  expect(node).toBe('r');
  expect(message).toContain('/data/a.csv');
  expect(fix).toContain('beside the notebook');
  expect(findings(fileLeftBehind, flow([edge('/database/a.csv')], mounted))).toHaveLength(1);
});

it('is silent where the file is passed on, at an address, in a volume of both, or on this machine', () => {
  const fine = [
    flow([edge('a.csv', { sourcePort: 'file_a_csv', targetPort: 'file_a_csv' })]),
    flow([edge('s3://bucket/a.csv')]),
    flow([edge('/data/a.csv')], mounted),
    flow([edge('', { kind: 'order', why: undefined })])
  ];
  fine.forEach(each => expect(findings(fileLeftBehind, each)).toEqual([]));
  expect(findings(fileLeftBehind, flow([edge('/a')]), { target: 'local' })).toEqual([]);
});
