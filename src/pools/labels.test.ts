import { describe, expect, it } from 'vitest';
import { isExtendedResource, isLabelKey, isLabelValue } from './labels';

describe('label syntax', () => {
  it.each(['a', 'A.b_c-d', 'nvidia.com/gpu.product', 'x'.repeat(63)])('takes the key %s', key => {
    expect(isLabelKey(key)).toBe(true);
  });

  it.each(['', '-a', 'a-', 'a b', 'a/b/c', '/b', 'a/', 'Nvidia.com/gpu', 'x'.repeat(64)])(
    'refuses the key “%s”',
    key => {
      expect(isLabelKey(key)).toBe(false);
    }
  );

  it('takes empty values and refuses spaces', () => {
    expect(['', 'true', 'NVIDIA-H100-80GB-HBM3', 'a b', 'a/b'].map(isLabelValue)).toEqual([
      true,
      true,
      true,
      false,
      false
    ]);
  });
});

describe('extended resources', () => {
  it.each(['nvidia.com/gpu', 'nvidia.com/mig-1g.10gb.me', 'google.com/tpu'])('takes %s', resource => {
    expect(isExtendedResource(resource)).toBe(true);
  });

  it.each([
    'gpu',
    'cpu',
    'kubernetes.io/gpu',
    'node.kubernetes.io/gpu',
    'requests.nvidia.com/gpu',
    'NVIDIA_TESLA_T4'
  ])('refuses %s', resource => {
    expect(isExtendedResource(resource)).toBe(false);
  });
});
