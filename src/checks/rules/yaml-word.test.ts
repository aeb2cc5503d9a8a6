import { expect, it } from 'vitest';
import { container, drawn, found } from '../testing/flow';
import { yamlWord } from './yaml-word';

it('tells of parameters called by words that YAML takes for a boolean, and not of ports, which Weft alone writes', () => {
  const nodes = {
    a: container({ inputs: { y: { type: 'string', optional: true } }, outputs: { On: { type: 'string' } } })
  };
  expect(found(yamlWord, drawn(nodes, { parameters: { no: { type: 'string' } } }))).toEqual([
    'info - parameters.no'
  ]);
});

it('takes other names', () => {
  expect(found(yamlWord, drawn({ a: container() }, { parameters: { yaw: { type: 'string' } } }))).toEqual([]);
});
