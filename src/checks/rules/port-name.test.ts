import { expect, it } from 'vitest';
import { cells, container, flowOf, found, port } from '../testing/flow';
import { portName } from './port-name';

it('is content with names of letters, digits, hyphens and underscores', () => {
  const ports = {
    inputs: [port('model-1', 'Model')],
    outputs: [port('Output', 'HTML'), port('y', 'integer')]
  };
  expect(found(portName, flowOf({ a: [container(), ports] }))).toEqual([]);
});

it('lets cells have any name that Python has', () => {
  expect(found(portName, flowOf({ a: [cells(), { outputs: [port('_x', 'Artifact')] }] }))).toEqual([]);
});

it('refuses other names, and those that Kubeflow uses', () => {
  const ports = {
    inputs: [port('1a', 'Model'), port('Output', 'Model')],
    outputs: [port("a'b", 'HTML'), port('executor-logs', 'HTML')]
  };
  expect(found(portName, flowOf({ a: [container(), ports] }))).toEqual([
    'error a inputs.1a',
    'error a inputs.Output',
    "error a outputs.a'b",
    'error a outputs.executor-logs'
  ]);
});
