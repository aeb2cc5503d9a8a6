import { expect, it } from 'vitest';
import { readName } from './read-name';
import { buildFlow } from './testing/build-flow';

it('calls nodes by their titles', () => {
  const flow = buildFlow({
    'train-238a': { kind: 'container', title: 'Train', image: 'a:1', command: ['a'] }
  });
  expect(readName({ node: 'train-238a', output: 'model' }, flow)).toBe('`model` of “Train”');
  expect(readName({ status: 'gone' }, flow)).toBe('The final status of “gone”');
});
