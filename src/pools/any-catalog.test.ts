import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { runs } from '../pipeline/testing/property';
import { readCatalog } from './catalog-file';
import { CatalogFileError } from './catalog-file-error';
import { place } from './place';

const text = readFileSync(new URL('../../examples/catalogs/aks.weft.pools.yaml', import.meta.url), 'utf8');

/** Reads a text and uses what it gives; whatever is wrong must be a fault with a place in the text. */
function readAndPlace(broken: string): 'read' | 'refused' {
  try {
    const catalog = readCatalog(broken, 'x.yaml');
    for (const { id } of catalog.pools) {
      place({ node: 'n', pool: id, resources: { cpu: '1', memory: '1Gi', accelerators: 2 } }, catalog);
    }
    return 'read';
  } catch (error) {
    expect(error).toBeInstanceOf(CatalogFileError);
    const { line, column, message } = error as CatalogFileError;
    expect(line).toBeLessThanOrEqual(broken.split(/\r\n|\r|\n/).length);
    expect(column).toBeGreaterThan(0);
    expect(message).toMatch(/^x\.yaml, line \d+, column \d+: [^\n]*\.$/);
    return 'refused';
  }
}

it('reads any broken catalog, or says where it is broken', () => {
  const pieces = fc.constantFrom(
    '',
    ' ',
    '\n',
    '\t',
    ':',
    '- ',
    '{',
    '}',
    '[',
    '"',
    '&a ',
    '*a',
    '? ',
    '<<: ',
    '0',
    '~',
    '---\n'
  );
  const edit = fc.record({ at: fc.nat(text.length), remove: fc.nat(30), insert: pieces });
  const seen = { read: 0, refused: 0 };
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), edits => {
      const broken = edits.reduce(
        (whole, { at, remove, insert }) => whole.slice(0, at) + insert + whole.slice(at + remove),
        text
      );
      seen[readAndPlace(broken)]++;
    }),
    runs(400)
  );
  expect(seen.read).toBeGreaterThan(20);
  expect(seen.refused).toBeGreaterThan(20);
});

it('refuses any other data', () => {
  fc.assert(
    fc.property(fc.json(), data => {
      expect(readAndPlace(data)).toBe('refused');
    }),
    runs(200)
  );
});
