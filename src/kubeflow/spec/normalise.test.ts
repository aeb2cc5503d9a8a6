import { describe, expect, it } from 'vitest';
import { KubernetesExecutorConfig } from './kubernetes';
import { normalise } from './normalise';
import { ParameterDefinition } from './definitions';
import { RetryPolicy } from './task';

describe('normalise', () => {
  it('gives back what needs no change', () => {
    const config = { nodeSelector: { labels: { a_b: 'c' } }, tolerations: [{ key: 'gpu' }] };
    expect(normalise(KubernetesExecutorConfig, config)).toBe(config);
  });

  it('takes names of the .proto file where they are fields, and not where they are keys', () => {
    expect(
      normalise(KubernetesExecutorConfig, { node_selector: { labels: { node_selector: 'x' } } })
    ).toEqual({
      nodeSelector: { labels: { node_selector: 'x' } }
    });
  });

  it('leaves a field that is given under both names for the check to find', () => {
    const both = { max_retry_count: 1, maxRetryCount: 2 };
    expect(normalise(RetryPolicy, both)).toBe(both);
  });

  it('writes numbers as their kind has them', () => {
    expect(normalise(RetryPolicy, { maxRetryCount: '3', backoffFactor: '1.5e1' })).toEqual({
      maxRetryCount: 3,
      backoffFactor: 15
    });
    expect(normalise(KubernetesExecutorConfig, { activeDeadlineSeconds: 30 })).toEqual({
      activeDeadlineSeconds: '30'
    });
    // more digits than a number holds were lost before we saw it
    const lost = { activeDeadlineSeconds: 2 ** 53 };
    expect(normalise(KubernetesExecutorConfig, lost)).toBe(lost);
  });

  it('leaves out null, but not as a value', () => {
    expect(
      normalise(ParameterDefinition, { description: null, defaultValue: null, parameterType: 5 })
    ).toEqual({
      defaultValue: null,
      parameterType: 'LIST'
    });
  });

  it('leaves alone what is no such message', () => {
    const odd = { parameterType: 99, isOptional: 'x', literals: 3, more: { a_b: 1 } };
    expect(normalise(ParameterDefinition, odd)).toBe(odd);
    expect(normalise(ParameterDefinition, 'x')).toBe('x');
  });

  it('does not change what it is given', () => {
    const given = { tolerations: [{ toleration_seconds: 5 }] };
    normalise(KubernetesExecutorConfig, given);
    expect(given).toEqual({ tolerations: [{ toleration_seconds: 5 }] });
  });
});
