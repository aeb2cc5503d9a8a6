import { expect, it } from 'vitest';
import { cells, findings, flowOf, found, notebook } from '../testing/flow';
import { notebookUnreadable } from './notebook-unreadable';

it('is content with notebooks that can be read', () => {
  expect(found(notebookUnreadable, flowOf({ a: cells() }))).toEqual([]);
});

it('refuses those that cannot, at every node that uses them', () => {
  const faults = new Map([['a.ipynb', { message: 'no such file.' }]]);
  const flow = flowOf({ a: cells(), b: cells(), c: cells({ notebook: 'b.ipynb' }) }, { faults });
  expect(found(notebookUnreadable, flow)).toEqual(['error a notebook', 'error b notebook']);
  expect(findings(notebookUnreadable, flow)[0].message).toMatch(/cannot be read: no such file\.$/);
});

it('refuses whole notebooks alike', () => {
  const faults = new Map([['a.ipynb', { message: 'no such file.' }]]);
  const [finding] = findings(notebookUnreadable, flowOf({ a: notebook() }, { faults }));
  expect(finding).toMatchObject({ severity: 'error', field: 'notebook' });
  expect(finding.message).toBe('“Report” runs a.ipynb, which cannot be read: no such file.');
});
