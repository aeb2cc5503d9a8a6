import { expect, it } from 'vitest';
import { container, drawn, found } from '../testing/flow';
import { claimName } from './claim-name';

const making = (name: string, image = 'argostub/createpvc') =>
  drawn({ a: container({ image, command: [] }) }, { name });

it('warns of long names beside new claims on old servers', () => {
  expect(found(claimName, making('a'.repeat(23)), { target: 'kfp-2.14' })).toEqual(['warning - name']);
});

it('is content with short names, newer servers, and pipelines without claims', () => {
  expect(found(claimName, making('a'.repeat(22)), { target: 'kfp-2.14' })).toEqual([]);
  expect(found(claimName, making('a'.repeat(23)), { target: 'kfp-2.16' })).toEqual([]);
  expect(found(claimName, making('a'.repeat(23), 'a'), { target: 'kfp-2.14' })).toEqual([]);
});
