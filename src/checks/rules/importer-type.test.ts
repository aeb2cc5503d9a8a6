import { expect, it } from 'vitest';
import { flowOf, found, importer } from '../testing/flow';
import { importerType } from './importer-type';

it.each(['Dataset', 'acme.Report'])('takes %s', type => {
  expect(found(importerType, flowOf({ a: importer({ type }) }))).toEqual([]);
});

it.each(['', 'string', 'list'])('refuses “%s”', type => {
  expect(found(importerType, flowOf({ a: importer({ type }) }))).toEqual(['error a type']);
});
