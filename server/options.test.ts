import { expect, it } from 'vitest';
import { readOptions, UsageError } from './options';

it('reads where to listen and where to store', () => {
  expect(readOptions(['--socket', '/run/s', '--data', '/d', '--base', '/user/ada/weft'])).toEqual({
    address: { socket: '/run/s' },
    base: '/user/ada/weft/',
    data: '/d'
  });
  expect(readOptions(['--port', '0', '--data', '/d'])).toEqual({
    address: { port: 0 },
    base: '/weft/',
    data: '/d'
  });
});

it.each([
  [],
  ['--port', '1'],
  ['--data', '/d'],
  ['--port', '1', '--socket', 's', '--data', '/d'],
  ['--port', '70000', '--data', '/d'],
  ['--port', 'x', '--data', '/d'],
  ['--data'],
  ['--wrong', '--port', '1', '--data', '/d'],
  ['more', '--port', '1', '--data', '/d']
])('refuses %j %j %j %j %j %j', (...args) => {
  expect(() => readOptions(args)).toThrow(UsageError);
  expect(() => readOptions(args)).toThrow(/usage: hub/);
});
