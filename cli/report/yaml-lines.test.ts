import { expect, test } from 'vitest';
import { pathOfLine } from './yaml-lines';

const TEXT = `# a comment
a:
  b:
  - one
  - c: two
    d: "text that
      goes on: here"
  e: {}
f: 1
---
g:
  h: 2
`;

test.each([
  [2, 'spec.a'],
  [3, 'spec.a.b'],
  [4, 'spec.a.b.0'],
  [5, 'spec.a.b.1.c'],
  [7, 'spec.a.b.1.d'],
  [8, 'spec.a.e'],
  [9, 'spec.f'],
  [12, 'platform.g.h'],
  [1, undefined],
  [99, undefined]
])('line %i is %s', (line, path) => {
  expect(pathOfLine(TEXT, line, ['spec', 'platform'])).toBe(path);
});
