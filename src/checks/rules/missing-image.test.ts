import { expect, it } from 'vitest';
import { cells, container, flowOf, found } from '../testing/flow';
import { missingImage } from './missing-image';

it('wants an image of containers, not of cells', () => {
  expect(found(missingImage, flowOf({ a: container(), b: cells() }))).toEqual([]);
  expect(found(missingImage, flowOf({ a: container({ image: '' }) }))).toEqual(['error a image']);
});
