import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pipeline, shipWeft } from './testing/shipped';

const { weft, write, folder } = shipWeft();
const text = (name: string) => readFileSync(join(folder, name), 'utf8');

it('weft fmt writes the canonical form once, and names what it changed', () => {
  write('a.weft', JSON.stringify(pipeline({ b: { kind: 'note', text: 'hi' } }, { extra: { z: 1, a: 2 } })));
  const before = text('a.weft');
  expect(weft(['fmt', '--check', 'a.weft'])).toEqual({ status: 1, out: 'a.weft\n', err: '' });
  expect(text('a.weft')).toBe(before);
  expect(weft(['fmt', 'a.weft'])).toEqual({ status: 0, out: 'a.weft\n', err: '' });
  expect(JSON.parse(text('a.weft'))).toEqual(JSON.parse(before));
  expect(weft(['fmt', 'a.weft'])).toEqual({ status: 0, out: '', err: '' });
  expect(weft(['fmt', '--check', 'a.weft'])).toEqual({ status: 0, out: '', err: '' });
});

it('weft fmt writes none when one of several cannot be read', () => {
  write('good.weft', JSON.stringify(pipeline({})));
  write('bad.weft', '{ "weft": 1');
  const before = text('good.weft');
  const { status, out, err } = weft(['fmt', 'good.weft', 'bad.weft']);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).toMatch(/^weft: bad\.weft:1:\d+: /);
  expect(text('good.weft')).toBe(before);
});
