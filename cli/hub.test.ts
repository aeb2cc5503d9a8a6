import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { shipWeft } from './testing/shipped';

const { folder, weft } = shipWeft();

it.each(['serve', 'backup', 'restore', 'token'])('hands %s to the bundle of the hub', name => {
  const { status, out, err } = weft([name, '--help']);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(out).toMatch(new RegExp(`^Usage: weft ${name} `));
  expect(weft([name, '--wrong'])).toEqual({
    status: 2,
    out: '',
    err: `weft: Unknown option '--wrong'; weft ${name} --help tells more.\n`
  });
});

it('says which Node the hub needs', () => {
  const older =
    "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } })";
  const node = ['--import', `data:text/javascript,${encodeURIComponent(older)}`];
  expect(weft(['serve', '--port', '0'], { node })).toMatchObject({
    status: 2,
    out: '',
    err: expect.stringMatching(/^weft: weft serve needs Node 24 or newer, and this is v\d.*\n$/)
  });
});

it('prints a token, and nothing else', () => {
  const args = ['token', '--room', 'doc1', '--user', 'ada', '--url', 'https://hub.example'];
  const { status, out, err } = weft(args, { env: { WEFT_HUB_KEY: `one:${'k'.repeat(32)}` } });
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(out).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
});

it('says when the bundle of the hub is missing', () => {
  rmSync(join(folder, '.node', 'hub.mjs'));
  expect(weft(['serve', '--port', '0'])).toMatchObject({
    status: 2,
    out: '',
    err: expect.stringMatching(/^weft: .*hub\.mjs is not built; npm run build:node builds it\.\n$/)
  });
});
