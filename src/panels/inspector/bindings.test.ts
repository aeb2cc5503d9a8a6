import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallEditor } from '../testing/editor';
import { SEEDED } from '../testing/seeded';
import { bindingChoices, bindingKey, bindingOf, downstream } from './bindings';

const { flow } = smallEditor().view;

describe('bindings', () => {
  it('a binding survives being a key', () => {
    const text = fc.string();
    const binding = fc.oneof(
      fc.record({ node: text, output: text }),
      fc.record({ parameter: text }),
      fc.record({ value: fc.jsonValue().map(value => JSON.parse(JSON.stringify(value)) as unknown) })
    );
    fc.assert(
      fc.property(binding, value => {
        expect(bindingOf(bindingKey(value))).toEqual(value);
      }),
      SEEDED
    );
  });

  it('equal bindings give equal keys whatever the order of their parts', () => {
    expect(bindingKey({ output: 'a', node: 'b' })).toBe(bindingKey({ node: 'b', output: 'a' }));
  });

  it('offers outputs and parameters whose types fit', () => {
    const model = bindingChoices(flow, 'score', 'model', 'Model');
    expect(model.nodes.map(({ id }) => id)).toEqual(['zeta']);
    expect(model.parameters).toEqual([]);
    const limit = bindingChoices(flow, 'score', 'limit', 'integer');
    expect(limit.parameters.map(({ name }) => name)).toEqual(['epochs']);
    expect(limit.nodes).toEqual([]);
  });

  it('offers nothing that would close a cycle', () => {
    expect([...downstream(flow.edges, 'zeta')].sort()).toEqual(['report', 'score', 'zeta']);
    const choices = bindingChoices(flow, 'zeta', 'uri', undefined);
    expect(choices.nodes).toEqual([]);
  });
});
