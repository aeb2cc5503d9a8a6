import { expect, it } from 'vitest';
import { cells, container, flowOf, found } from '../testing/flow';
import { commandMissing } from './command-missing';

const bare = container({ command: [] });

it('is content with a command, and with cells', () => {
  expect(found(commandMissing, flowOf({ a: container(), b: cells() }))).toEqual([]);
});

it('refuses a container that says nothing, except where the entrypoint counts', () => {
  expect(found(commandMissing, flowOf({ a: bare }))).toEqual(['error a command']);
  expect(found(commandMissing, flowOf({ a: bare }), { target: 'local' })).toEqual([]);
});

it('warns of arguments alone', () => {
  expect(found(commandMissing, flowOf({ a: { ...bare, args: ['--help'] } }))).toEqual(['warning a command']);
});
