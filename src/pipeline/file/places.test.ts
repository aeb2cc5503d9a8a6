import { expect, test } from 'vitest';
import { placesIn } from './places';

const TEXT = `{
  "name": "demo",
  "nodes": {
    "train": {
      "env": { "a": "1", "a.b": "2" },
      "after": ["load", "clean"]
    }
  }
}
`;

test.each<[string | undefined, string | undefined, number, number]>([
  ['train', undefined, 4, 14],
  ['train', 'env', 5, 14],
  ['train', 'env.a', 5, 21],
  ['train', 'env.a.b', 5, 33],
  ['train', 'after.1', 6, 25],
  ['train', 'inputs.x', 4, 14],
  [undefined, 'name', 2, 11],
  [undefined, undefined, 1, 1],
  ['gone', 'image', 1, 1]
])('%s %s stands at %i:%i', (node, field, line, column) => {
  expect(placesIn(TEXT)(node, field)).toEqual({ line, column });
});

test('a text that is not JSON has a first place only', () => {
  expect(placesIn('')('train', 'image')).toEqual({ line: 1, column: 1 });
});
