import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupEditor, smallEditor } from '../testing/editor';
import { SEEDED } from '../testing/seeded';
import { bindingChoices, bindingKey, bindingOf, bindingType, waitsFor } from './bindings';

const { flow } = smallEditor().view;

describe('bindings', () => {
  it('a binding survives being a key', () => {
    const text = fc.string();
    const binding = fc.oneof(
      fc.record({ node: text, output: text }),
      fc.record({ node: text, input: text }),
      fc.record({ item: text }),
      fc.record({ item: text, field: text }),
      fc.record({ status: text }),
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
    const model = bindingChoices(flow, 'score', { port: 'model', types: ['Model'] });
    expect(model.nodes.map(({ id }) => id)).toEqual(['zeta']);
    expect(model.parameters).toEqual([]);
    const limit = bindingChoices(flow, 'score', { port: 'limit', types: ['integer'] });
    expect(limit.parameters.map(({ key }) => bindingOf(key))).toEqual([{ parameter: 'epochs' }]);
    expect(limit.nodes).toEqual([]);
  });

  it('offers nothing that would close a cycle', () => {
    const waits = waitsFor(flow, 'zeta');
    expect(['zeta', 'score', 'report', 'lost'].filter(waits)).toEqual(['zeta', 'score', 'report']);
    expect(bindingChoices(flow, 'zeta', { port: 'uri' }).nodes).toEqual([]);
  });
});

describe('bindings of groups', () => {
  const { flow } = groupEditor().view;

  it('offers what the groups around give', () => {
    const { around } = bindingChoices(flow, 'fit', { types: ['string'] });
    expect(around.map(({ key }) => bindingOf(key))).toEqual([
      { item: 'each', field: 'name' },
      { item: 'each', field: 'rate' },
      { node: 'inner', input: 'bucket' }
    ]);
  });

  it('offers to a node in a group nothing of nodes that wait for the group', () => {
    const waits = waitsFor(flow, 'fit');
    expect(['each', 'after', 'fit', 'before'].filter(waits)).toEqual(['each', 'after', 'fit']);
  });

  it('offers how nodes ended to a task status', () => {
    const { statuses } = bindingChoices(flow, 'after', { types: ['taskStatus'] });
    expect(statuses.map(({ key }) => bindingOf(key))).toContainEqual({ status: 'before' });
    expect(bindingChoices(flow, 'after', { types: ['string'] }).statuses).toEqual([]);
  });

  it('knows the types of what bindings give', () => {
    expect(bindingType(flow, { item: 'each' })).toBe('object');
    expect(bindingType(flow, { item: 'each', field: 'rate' })).toBeUndefined();
    expect(bindingType(flow, { node: 'inner', input: 'bucket' })).toBe('string');
    expect(bindingType(flow, { status: 'before' })).toBe('taskStatus');
    expect(bindingType(flow, { value: 0.5 })).toBe('number');
  });
});
