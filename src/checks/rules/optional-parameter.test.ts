import { expect, it } from 'vitest';
import type { Parameter } from '../../pipeline';
import { container, drawn, found } from '../testing/flow';
import { optionalParameter } from './optional-parameter';

const fed = (parameter: Parameter, optional = false) =>
  drawn(
    { a: container({ inputs: { x: { type: 'string', optional, from: { parameter: 'p' } } } }) },
    { parameters: { p: parameter } }
  );

it('warns where an input needs what may be left out', () => {
  expect(found(optionalParameter, fed({ type: 'string', optional: true }))).toEqual(['warning a inputs.x']);
});

it('is content with defaults, and with inputs that are optional too', () => {
  expect(found(optionalParameter, fed({ type: 'string', optional: true, default: '' }))).toEqual([]);
  expect(found(optionalParameter, fed({ type: 'string', optional: true }, true))).toEqual([]);
  expect(found(optionalParameter, fed({ type: 'string' }))).toEqual([]);
});
