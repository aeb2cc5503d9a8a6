import { describe, expect, it } from 'vitest';
import { warned } from './testing/linked';

const A = 'import numpy as np\nA = np.zeros((4, 4))';

describe('two views of one array', () => {
  it.each([
    [A, 'row = A[0]', 'flat = A.ravel()\nflat[0] = 1000', 'print(row[0])'],
    [A, 'row = A[0]\nflat = A.ravel()', 'flat[0] = 1000', 'print(row[0])'],
    [A, 'row = A[0]\nB = A', 'B[0] = -1', 'print(row)'],
    [A, 'row, col = A[0], A[:, 0]', 'row[:] = 7', 'print(col)'],
    [A, 'row = A[i]\ncol = A[:, 0]', 'col[:] = 7', 'print(A)'],
    [A, 'top = A[:2]\nx = top[0]\ny = A[1:]', 'x[:] = 7', 'print(y)'],
    [A, 'x, y = A[..., 0], A[0]', 'x += 1', 'print(y)'],
    [A, 'x, y = A[:3], A[2:]', 'x += 1', 'print(y)'],
    [A, 'x, y = A[None, :2], A[2:]', 'x[:] = 1', 'print(y)'],
    ['d = {"a": []}', 'x = d["a"]\ne = d', 'e["a"].append(1)', 'print(x)'],
    ['a = []', 'b = a\nc = a', 'b.append(1)', 'print(c)']
  ])('show what is written by one of them: %s ‖ %s ‖ %s', (...cells) => {
    expect(warned(...cells)).not.toEqual([]);
  });

  it.each([
    [A, 'X, y = A[:, :-1], A[:, -1]', 'X[0, 0] = 1', 'print(X, y)'],
    [A, 'X, y = A[:, 0:3], A[:, 3]', 'X -= X.mean()', 'print(X, y)'],
    [A, 'n = 3', 'a, b = A[:n], A[n:]', 'a[0] = 1', 'print(a, b)'],
    [A, 'x, y = A[..., 0], A[..., 1]', 'x += 1', 'print(x, y)'],
    [A, 'x, y = A[0], A[1:]', 'x += 1', 'print(x, y)'],
    [A, 'x, y = A[-2], A[-1]', 'x[:] = 1', 'print(x, y)'],
    [A, 'x, y = A[:2].copy(), A[1]', 'x += 1', 'print(x, y)'],
    [A, 'x, y = A[A > 0], A[0]', 'x += 1', 'print(x, y)'],
    ['import pandas as pd\ndf = pd.read_csv("a.csv")', 'x, y = df["a"], df["b"]', 'x[0] = 1', 'print(x, y)'],
    ['xs = [[], []]', 'x, y = xs[0], xs[1]', 'x.append(1)', 'print(x, y)']
  ])('have nothing in common where they lie apart, or are copies: %s ‖ %s ‖ %s', (...cells) => {
    expect(warned(...cells)).toEqual([]);
  });
});
