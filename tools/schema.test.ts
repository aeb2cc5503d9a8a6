import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Check } from 'typebox/schema';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const read = (path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as Record<string, unknown>;

test('the committed schemas are the present ones', () => {
  execFileSync(process.execPath, [join(ROOT, 'tools', 'schema.mjs'), '--check'], { stdio: 'pipe' });
});

test('every schema says what it is, in draft 2020-12', () => {
  const files = readdirSync(join(ROOT, 'schema')).filter(name => name.endsWith('.schema.json'));
  expect(files).toContain('weft.schema.json');
  for (const file of files) {
    expect(read(`schema/${file}`)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: expect.stringMatching(/^urn:weft:/),
      title: expect.any(String),
      description: expect.any(String)
    });
    expect(readFileSync(join(ROOT, 'schema', file), 'utf8')).not.toContain('"items": [');
  }
});

test('an editor of text tells right pipelines from wrong ones', () => {
  const schema = read('schema/weft.schema.json');
  const file = (nodes: object, layout: object = {}) => ({ weft: 1, id: 'a', name: 'a', nodes, layout });
  const right = [
    file({}),
    file({ a: { kind: 'note', text: '' } }, { a: [1, 2] }),
    file({ a: { kind: 'cells', notebook: 'n', cells: [{ id: 'x', hash: 'y' }], retry: { max: 1 } } }),
    file({ a: { kind: 'not-yet-known', image: 5 } })
  ];
  const wrong = [
    { weft: 1 },
    file({ a: {} }),
    file({ a: { kind: 'container' } }),
    file({ a: { kind: 'container', image: 'x', inputs: { m: { type: 'Model', from: {} } } } }),
    file({}, { a: [1] }),
    file({}, { a: [1, 2, 3] })
  ];
  expect(right.map(value => Check(schema, value))).toEqual(right.map(() => true));
  expect(wrong.map(value => Check(schema, value))).toEqual(wrong.map(() => false));
});
