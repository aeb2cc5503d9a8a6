import { describe, expect, it } from 'vitest';
import type { MatchExpression } from './catalog';
import { matches, selectorOf } from './selector';

describe('selectorOf', () => {
  it('makes a node selector of equalities, In with one value among them', () => {
    expect(
      selectorOf({ labels: { a: '1' }, expressions: [{ key: 'b', operator: 'In', values: ['2'] }] })
    ).toEqual({
      nodeSelector: { a: '1', b: '2' },
      affinity: []
    });
  });

  it('makes one affinity term as soon as one condition is none', () => {
    expect(selectorOf({ labels: { a: '1' }, expressions: [{ key: 'b', operator: 'Exists' }] })).toEqual({
      nodeSelector: {},
      affinity: [
        { key: 'a', operator: 'In', values: ['1'] },
        { key: 'b', operator: 'Exists' }
      ]
    });
  });

  it('keeps both of two contradicting conditions', () => {
    const { nodeSelector, affinity } = selectorOf({
      labels: { a: '1' },
      expressions: [{ key: 'a', operator: 'In', values: ['2'] }]
    });
    expect(nodeSelector).toEqual({});
    expect(affinity).toHaveLength(2);
  });

  it('selects nothing for a pool without a match', () => {
    expect(selectorOf(undefined)).toEqual({ nodeSelector: {}, affinity: [] });
  });
});

describe('matches', () => {
  const labels = { type: 'gpu', count: '8', word: 'x' };
  const cases: [MatchExpression, boolean][] = [
    [{ key: 'type', operator: 'In', values: ['gpu', 'cpu'] }, true],
    [{ key: 'none', operator: 'In', values: ['gpu'] }, false],
    [{ key: 'type', operator: 'NotIn', values: ['gpu'] }, false],
    [{ key: 'none', operator: 'NotIn', values: ['gpu'] }, true],
    [{ key: 'type', operator: 'Exists' }, true],
    [{ key: 'constructor', operator: 'Exists' }, false],
    [{ key: 'none', operator: 'DoesNotExist' }, true],
    [{ key: 'type', operator: 'DoesNotExist' }, false],
    [{ key: 'count', operator: 'Gt', values: ['7'] }, true],
    [{ key: 'count', operator: 'Gt', values: ['8'] }, false],
    [{ key: 'count', operator: 'Lt', values: ['10'] }, true],
    [{ key: 'none', operator: 'Lt', values: ['10'] }, false],
    [{ key: 'word', operator: 'Gt', values: ['1'] }, false]
  ];

  it.each(cases)('follows Kubernetes for %o', (expression, expected) => {
    expect(matches({ expressions: [expression] }, labels)).toBe(expected);
  });

  it('wants every label', () => {
    expect(matches({ labels: { type: 'gpu', word: 'y' } }, labels)).toBe(false);
  });
});
