import { expect, it } from 'vitest';
import type { ImporterNode } from '../../pipeline';
import { flowOf, found, importer } from '../testing/flow';
import { importerUri } from './importer-uri';

const from = (uri: ImporterNode['uri']) =>
  flowOf(
    { a: importer({ uri }) },
    { pipeline: { parameters: { uri: { type: 'string' }, n: { type: 'integer' } } } }
  );

it.each(['s3://b/x', 'gs://b/x', 'oci://r/m:1', 'https://example.org/a.csv', { parameter: 'uri' }])(
  'takes %j',
  uri => {
    expect(found(importerUri, from(uri))).toEqual([]);
  }
);

it.each(['', 'data.csv', '/data', 's3:/b', 's3://', { parameter: 'n' }, { parameter: 'gone' }])(
  'refuses %j',
  uri => {
    expect(found(importerUri, from(uri))).toEqual(['error a uri']);
  }
);

it('warns of schemes that Kubeflow does not know; a local run reads files', () => {
  expect(found(importerUri, from('ftp://h/x'))).toEqual(['warning a uri']);
  expect(found(importerUri, from('file:///x'))).toEqual(['warning a uri']);
  expect(found(importerUri, from('file:///x'), { target: 'local' })).toEqual([]);
});
