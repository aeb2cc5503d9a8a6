import { expect, it } from 'vitest';
import { drawn, findings, found } from '../testing/flow';
import { parameterText } from './parameter-text';

const called = (value: unknown) => drawn({}, { parameters: { p: { type: 'list', default: value } } });

it.each([[[1, 'a']], [null], [{ a: [0, ''] }]])('takes %j', value => {
  expect(found(parameterText, called(value))).toEqual([]);
});

it.each([['run {{$.pipeline_job_name}}'], [['{{$}}']], [[1, null]], [{ a: { b: null } }]])(
  'warns of %j',
  value => {
    expect(found(parameterText, called(value))).toEqual(['warning - parameters.p.default']);
  }
);

it('refuses null for a local run, which the SDK fails to begin', () => {
  const flow = called({ k: [1, null] });
  expect(findings(parameterText, flow, { target: 'local' })).toMatchObject([{ severity: 'error' }]);
});
