import { expect, it } from 'vitest';
import { loadPlaced } from './positions';

const text = `# a comment
top: 1
list:
- {a: 1, b: [x, y]}
- a: &anchor {deep: 1}
  b: *anchor
  "c d": |
    text
-
  a: 2
empty:
last: {x, y: 2}
`;

it.each([
  [[], 1, 1],
  [['top'], 2, 1],
  [['list'], 3, 1],
  [['list', '0'], 4, 3],
  [['list', '0', 'b'], 4, 10],
  [['list', '0', 'b', '1'], 4, 17],
  [['list', '1', 'a', 'deep'], 5, 15],
  [['list', '1', 'b'], 6, 3],
  [['list', '1', 'b', 'deep'], 6, 3],
  [['list', '1', 'c d'], 7, 3],
  [['list', '2', 'a'], 10, 3],
  [['empty'], 11, 1],
  [['last', 'y'], 12, 11],
  [['last', 'none'], 12, 1],
  [['none'], 1, 1]
])('finds %j at line %i, column %i', (path, line, column) => {
  expect(loadPlaced(text).place(path)).toEqual({ line, column });
});

it('finds places in JSON', () => {
  const { place } = loadPlaced(
    '{\n  "pools": [\n    {"id": "a"},\n    {"id": "b", "toString": null}\n  ]\n}'
  );
  expect(place(['pools', '1', 'id'])).toEqual({ line: 4, column: 6 });
  expect(place(['pools', '1', 'toString'])).toEqual({ line: 4, column: 17 });
});
