import { expect, it } from 'vitest';
import { container, findings, flowOf, found, port } from '../testing/flow';
import { unknownPlaceholder } from './unknown-placeholder';

const ports = { inputs: [port('model', 'Model')], outputs: [port('report', 'HTML')] };

it('is content with declared names', () => {
  const args = ['--model', { input: 'model' }, { output: 'report' }];
  expect(found(unknownPlaceholder, flowOf({ a: [container({ args }), ports] }))).toEqual([]);
});

it('refuses names that are not declared on that side', () => {
  const node = container({ command: ['sh', { input: 'report' }], args: ['x', { output: 'model' }] });
  const flow = flowOf({ a: [node, ports] });
  expect(found(unknownPlaceholder, flow)).toEqual(['error a command.1', 'error a args.1']);
  expect(findings(unknownPlaceholder, flow)[0].fix).toBe('Use one of model, or declare report.');
});
