import { describe, expect, it } from 'vitest';
import { chain, warned } from './testing/linked';

const ADD = 'def add(r, a):\n    r["acc"].append(a)';
const PUSH = 'def push(xs):\n    xs.append(1)';

describe('a part that is handed to a function of the notebook', () => {
  it.each([
    ['results', `results = {"lr": {"acc": []}}\n${ADD}`, 'add(results["lr"], 1)'],
    ['xs', `xs = [{"acc": []}]\n${ADD}`, 'add(xs[0], 1)'],
    ['xs', `xs = [{"acc": []}]\n${ADD}`, 'add(r=xs[0], a=1)'],
    ['cfg', `${ADD}\ncfg = make()`, 'add(cfg.opt, 1)'],
    ['xs', `xs = [{"acc": []}]\n${ADD}`, 'add(max(xs), 1)'],
    ['box', `box = {"a": {"acc": []}}\n${ADD}`, 'x = add(box.get("a"), 1)'],
    ['xs', `xs = [{"acc": []}]\n${ADD}`, 'add(*xs[0])'],
    ['xs', `xs = [{"acc": []}]\n${ADD}\ndef outer(ys):\n    add(ys[0], 1)`, 'outer(xs)'],
    ['xs', `xs = [{"acc": []}]\n${ADD}`, 'def run():\n    add(xs[0], 1)\nrun()'],
    ['xs', `xs = [[]]\n${PUSH}`, 'push(xs[0] if xs else [])'],
    [
      'd',
      `d = {"a": {}}\nclass Net:\n    def fill(self, w):\n        w["n"] = 1\nnet = Net()`,
      'net.fill(d["a"])'
    ],
    ['xs', `xs = [[]]\ndef all_of(ys):\n    for y in ys:\n        y.append(1)`, 'all_of(sorted(xs))'],
    ['xs', `xs = [[]]\ndef all_of(ys):\n    for y in ys:\n        y.append(1)`, 'all_of(xs[1:])'],
    ['arr', 'import numpy as np\narr = np.ones((2, 2))\ndef zero(a):\n    a[:] = 0', 'zero(arr[1:])']
  ])('changes %s with what changes it: %s, %s', (name, first, call) => {
    expect(chain(name, first, call, `print(${name})`)[1]).toBe('data');
  });

  it.each([
    ['df', 'df = load()\ndef show(s):\n    return s.mean()', 'show(df["a"])'],
    ['df', 'df = load()\ndef mark(d):\n    d["n"] = 1\n    return d', 'x = mark(df[df.a > 1])'],
    ['df', 'df = load()\ndef mark(d):\n    d["n"] = 1\n    return d', 'x = mark(df[["a", "b"]])'],
    ['xs', `xs = [1]\n${PUSH}`, 'push(xs[:])'],
    ['xs', `xs = [1]\n${PUSH}`, 'push(sorted(xs))'],
    ['xs', `xs = [1]\n${PUSH}`, 'push(list(xs))']
  ])('leaves %s as it is where that is only read, or copied: %s, %s', (name, first, call) => {
    expect(chain(name, first, call, `print(${name})`)[1]).toBeUndefined();
  });

  it('perhaps changes a number, which stays as it is, or an array', () => {
    const first = 'd = {"a": make()}\ndef more(x):\n    x += 1\n    return x';
    expect(chain('d', first, 'y = more(d["a"])', 'print(d)')).toEqual(['maybe', 'data']);
  });

  it('is what the object contains that keeps it, and what is given back', () => {
    const keeps =
      'class Run:\n    def __init__(self, log):\n        self.log = log\n    def go(self):\n        self.log.append(1)';
    expect(warned(keeps, 'd = {"a": []}', 'run = Run(d["a"])', 'run.go()', 'print(d)')).not.toEqual([]);
    expect(
      warned('def same(x):\n    return x', 'd = {"a": []}', 'a = same(d["a"])', 'a.append(1)', 'print(d)')
    ).toEqual(warned('d = {"a": []}\nz = 1', 'z', 'a = d["a"]', 'a.append(1)', 'print(d)'));
  });
});
