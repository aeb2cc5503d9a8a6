import { expect, it } from 'vitest';
import { container, flowOf, found, port } from '../testing/flow';
import { placeholderForm } from './placeholder-form';

const ports = {
  inputs: [port('n', 'integer'), port('data', 'Dataset')],
  outputs: [port('score', 'number'), port('report', 'HTML')]
};
const withArgs = (...args: NonNullable<Parameters<typeof container>[0]>['args'] & unknown[]) =>
  flowOf({ a: [container({ args }), ports] });

it('is content with what ports have', () => {
  const flow = withArgs(
    { input: 'n' },
    { input: 'n', as: 'value' },
    { input: 'data', as: 'uri' },
    { output: 'score', as: 'path' },
    { output: 'report', as: 'uri' }
  );
  expect(found(placeholderForm, flow)).toEqual([]);
});

it('refuses what they have not', () => {
  const flow = withArgs(
    { input: 'n', as: 'path' },
    { input: 'data', as: 'value' },
    { output: 'score', as: 'uri' }
  );
  expect(found(placeholderForm, flow)).toEqual(['error a args.0', 'error a args.1', 'error a args.2']);
});

it('refuses a command that begins with a placeholder, which only a local run fills in', () => {
  const flow = flowOf({ a: [container({ command: [{ input: 'n' }] }), ports] });
  expect(found(placeholderForm, flow)).toEqual(['error a command.0']);
  expect(found(placeholderForm, flow, { target: 'local' })).toEqual([]);
});
