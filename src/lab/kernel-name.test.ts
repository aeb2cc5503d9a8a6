import { expect, it } from 'vitest';
import { kernelFor, kernelOf } from './kernel-name';

it('reads the kernel that a notebook names', () => {
  expect(kernelOf({ kernelspec: { name: 'torch' } })).toBe('torch');
  expect([undefined, {}, { kernelspec: { name: '' } }, { kernelspec: 3 }].map(kernelOf)).toEqual(
    Array(4).fill(undefined)
  );
});

it('runs notebooks in the kernel that all of them name', () => {
  expect(kernelFor(['torch', 'torch'], ['python3', 'torch'], 'python3')).toEqual({
    name: 'torch',
    passedOver: []
  });
});

it('runs them in the default one when they differ or it is not installed, and says which it passed over', () => {
  expect(kernelFor(['torch', 'jax'], ['torch', 'jax'], 'python3')).toEqual({
    name: 'python3',
    passedOver: ['torch', 'jax']
  });
  expect(kernelFor(['torch'], ['python3'], 'python3')).toEqual({ name: 'python3', passedOver: ['torch'] });
  expect(kernelFor([], ['python3'], 'python3')).toEqual({ name: 'python3', passedOver: [] });
});
