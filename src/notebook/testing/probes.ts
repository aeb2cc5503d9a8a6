/** One cell: names bound after it ran, names wanted from outside, names it may or may not ask for. */
export type Probe = [source: string, defines: string, needs: string, soft?: string];

/** Probes of Python's name rules, by the chapter of the language reference or the PEP they come from. */
export const PROBES: Record<string, Probe[]> = {
  'assignment (7.2)': [
    ['x = x + 1', 'x', 'x'],
    ['a = b = c', 'a b', 'c'],
    ['(a, *b), c[0], d.e = z', 'a b', 'c d z'],
    ['print(g)\ng = 1', 'g', 'g'],
    ['x[0] = 1', '', 'x'],
    ['df["a"] = df["b"] * 2', '', 'df'],
    ['x.append(1)', '', 'x'],
    ['lst = []\nlst.append(q)', 'lst', 'q'],
    ['_p = 1\nprint(_p, _q)', '_p', '_q'],
    ['[a, b] = c', 'a b', 'c']
  ],
  'augmented assignment (7.2.1)': [
    ['x += 1', 'x', 'x'],
    ['x.a += 1', '', 'x'],
    ['x[i] += y', '', 'i x y'],
    ['x = 0\nx += 1', 'x', '']
  ],
  'annotated assignment (7.2.2)': [
    ['x: int', '', ''],
    ['x: T', '', 'T'],
    ['x: T = 1', 'x', 'T'],
    ['x: "Fwd" = 1', 'x', ''],
    ['def f():\n    x: T = 1', 'f', '']
  ],
  'del (7.5)': [
    ['del x', '', 'x'],
    ['x = 1\ndel x', '', ''],
    ['x = 1\ndel x\nprint(x)', '', '', 'x'],
    ['def f():\n    del x', 'f', ''],
    ['del a[0], b.c', '', 'a b']
  ],
  'import (7.11)': [
    ['import a.b.c', 'a', ''],
    ['import a.b as q', 'q', ''],
    ['import numpy as np, os.path', 'np os', ''],
    ['from . import a', 'a', ''],
    ['from m import (b, c as d)', 'b d', ''],
    ['from m import *\nprint(zz)', '', 'zz']
  ],
  'functions (8.7)': [
    ['def f(a: T = D) -> R: return a', 'f', 'D R T'],
    ['def f(x=x): return x', 'f', 'x'],
    ['def f(): return g\ng = 1', 'f g', ''],
    ['def f(): return g\nf()\ng = 1', 'f g', 'g'],
    ['def f():\n    print(x)\n    x = 1', 'f', ''],
    ['def f():\n    import os\n    return os.getcwd()', 'f', ''],
    ['def f():\n    return helper(df)', 'f', 'df helper'],
    ['x = 1\ndef f(): return x', 'f x', ''],
    ['def g():\n    def h():\n        return outer_v\n    return h', 'g', 'outer_v'],
    ['@dec(arg)\ndef f(*args, **kw): return args, kw', 'f', 'arg dec'],
    ['def f(a, /, b, *, c): return a, b, c', 'f', '']
  ],
  'global and nonlocal (7.12, 7.13)': [
    ['def f():\n    global q\n    q = 1', 'f', ''],
    ['def f():\n    global q\n    q = 1\nf()', 'f q', ''],
    ['def f():\n    def g():\n        nonlocal w\n        w = 1\n    w = 0', 'f', ''],
    ['def f():\n    global q\n    q += 1', 'f', 'q'],
    ['def f():\n    global q\n    q = 1\n    return q', 'f', '']
  ],
  'classes (8.8)': [
    ['class A:\n    y = 1\n    def f(self): return y', 'A', 'y'],
    ['class A:\n    y = [1]\n    z = [y for _ in y]', 'A', 'y'],
    ['class A:\n    x = x', 'A', 'x'],
    ['def f():\n    x = 1\n    class B:\n        x = x', 'f', 'x'],
    ['@dec(arg)\nclass A(Base, metaclass=M):\n    pass', 'A', 'Base M arg dec'],
    ['class A:\n    def m(self): return __class__', 'A', ''],
    ['class K:\n    a = base\n    def m(self, d=default): return self.a + glob', 'K', 'base default glob'],
    ['class A:\n    n = 1\n    m = n + 1', 'A', ''],
    ['class A:\n    T = int\n    def m(self, v: T): pass', 'A', '']
  ],
  'lambda (6.14)': [
    ['lambda a, b=c: a + d', '', 'c d'],
    ['f = lambda: zz', 'f', 'zz'],
    ['x = (lambda n: n + k)(2)', 'x', 'k'],
    ['f = lambda: later\nlater = 1', 'f later', '']
  ],
  'comprehensions (6.2.4, PEP 572)': [
    ['[i for i in i]', '', 'i'],
    ['[y := f(v) for v in data]', 'y', 'data f'],
    ['[x for x in xs if (t := g(x))]', 't', 'g xs'],
    ['{k: v for k, v in d.items() for w in v if w in outer}', '', 'd outer'],
    ['gen = (a + k for a in src)', 'gen', 'k src'],
    ['gen = (a + k for a in src)\nk = 1', 'gen k', 'src'],
    ['[[j for j in i] for i in m]', '', 'm']
  ],
  'if, while, for (8.1 to 8.3)': [
    ['if c:\n    x = 1\nprint(x)', 'x', 'c x'],
    ['if c:\n    x = 1\nelse:\n    x = 2\nprint(x)', 'x', 'c'],
    ['if c:\n    x = 1\nelif d:\n    x = 2\nprint(x)', 'x', 'c d x'],
    ['if c:\n    x = 1\nelse:\n    raise E\nprint(x)', 'x', 'E c'],
    ['for i in r: pass\nprint(i)', 'i', 'r', 'i'],
    ['for x in xs:\n    pass\nelse:\n    y = x', 'x y', 'xs', 'x'],
    ['for x in xs:\n    if x: continue\n    y = x\nprint(y)', 'x y', 'xs y'],
    ['while (line := f.readline()):\n    print(line)', 'line', 'f'],
    ['while c:\n    x = 1\nprint(x)', 'x', 'c x'],
    ['while True:\n    x = 1\n    if x: break\nprint(x)', 'x', ''],
    ['if __name__ == "__main__":\n    x = 1\nprint(x)', 'x', ''],
    ['a and (b := 1)\nprint(b)', 'b', 'a b'],
    ['x = (y := 1) if c else 2\nprint(y)', 'x y', 'c y']
  ],
  'try (8.4)': [
    ['try:\n    pass\nexcept E as e:\n    print(e)\nprint(e)', '', 'E e'],
    ['try:\n    pass\nexcept E as e:\n    e2 = e', 'e2', 'E'],
    ['try:\n    import a\nexcept ImportError:\n    a = None\nprint(a)', 'a', ''],
    ['try:\n    x = f()\nexcept E:\n    pass\nprint(x)', 'x', 'E f x'],
    ['try:\n    x = f()\nexcept E:\n    raise\nprint(x)', 'x', 'E f'],
    ['try:\n    x = f()\nfinally:\n    y = 1\nprint(x, y)', 'x y', 'f'],
    ['try:\n    pass\nexcept* E as e:\n    pass', '', 'E'],
    ['try:\n    a\nexcept B, C:\n    pass', '', 'B C a']
  ],
  'with (8.5)': [
    ['with open(p) as (a, b): pass', 'a b', 'p'],
    ['with (open(a) as fa, open(b) as fb):\n    z = fa', 'fa fb z', 'a b'],
    ['with a as b.c, d: pass', '', 'a b d'],
    ['with lock:\n    x = 1\nprint(x)', 'x', 'lock']
  ],
  'match (8.6)': [
    [
      "match s:\n    case {'k': v, **rest}: pass\n    case [a, *b]: pass\n    case K(x=z) | K(y=z): pass\n" +
        '    case M.N: pass\n    case other: pass',
      'a b other rest v z',
      'K M s'
    ],
    ['match a, b:\n    case (1, x) if x > lim: pass\n    case _: pass', 'x', 'a b lim'],
    ['match s:\n    case 1: y = 1\n    case _: y = 2\nprint(y)', 'y', 's'],
    ['match s:\n    case 1: y = 1\nprint(y)', 'y', 's y'],
    ['match = 1\ncase = match\ntype = case', 'case match type', '']
  ],
  'coroutines (8.9)': [
    ['async def f():\n    async with a as b:\n        async for c in d: yield c', 'f', 'a d'],
    ['await foo(x)', '', 'foo x'],
    ['async with a as b:\n    pass', 'b', 'a'],
    ['async for x in y: pass', 'x', 'y']
  ],
  'type parameters (PEP 695)': [
    ['type X[T] = list[T] | Y', 'X', 'Y'],
    ['def f[T: B](x: T) -> T: ...', 'f', 'B'],
    ['class C[T](Base[T]): a: T', 'C', 'Base']
  ],
  'strings (2.4.3, PEP 701)': [
    ['f"{x!r:>{w}} {y=}"', '', 'w x y'],
    ['f"{d["k"]} {[i for i in z]}"', '', 'd z'],
    ['"a" f"{b}" "{c}"', '', 'b'],
    ['x = "{a}"', 'x', '']
  ]
};
