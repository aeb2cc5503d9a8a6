import { expect, it } from 'vitest';
import { cells, container, flowOf, found, importer } from '../testing/flow';
import { noSteps } from './no-steps';

it.each([container(), cells(), importer()])('is content with a node of kind $kind', node => {
  expect(found(noSteps, flowOf({ a: node }))).toEqual([]);
});

it('refuses pipelines without steps', () => {
  expect(found(noSteps, flowOf({}))).toEqual(['error - nodes']);
  expect(found(noSteps, flowOf({ a: { kind: 'note', text: 'Hello' } }))).toEqual(['error - nodes']);
});
