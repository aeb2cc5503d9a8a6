import { expect, it } from 'vitest';
import { cells, findings, flowOf, found, notebook } from '../testing/flow';
import { notebookLanguage } from './notebook-language';

it('is content with Python', () => {
  expect(found(notebookLanguage, flowOf({ a: notebook(), b: cells() }))).toEqual([]);
});

it('refuses other languages, and says which', () => {
  const flow = flowOf({ a: [notebook(), { language: 'r' }], b: [cells(), { language: 'julia' }] });
  expect(found(notebookLanguage, flow)).toEqual(['error a notebook', 'error b cells']);
  expect(findings(notebookLanguage, flow)[0].message).toBe(
    '“Report” runs a.ipynb, which is in the language r, and steps run Python alone.'
  );
});
