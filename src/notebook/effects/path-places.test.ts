import { describe, expect, it } from 'vitest';
import { linked, planned, told } from '../testing/linked';

/** Edges over files. */
const edgesOf = (...cells: string[]): string[] =>
  linked(cells)
    .edges.filter(({ kind }) => kind === 'file')
    .map(told);

const parser = (name: string): string =>
  `p = argparse.ArgumentParser()\np.add_argument("${name}", type=str, default="out")`;

describe('paths in attributes and under keys', () => {
  it.each([
    ["class CFG: out = 'out/m.csv'", 'df.to_csv(CFG.out)', 'pd.read_csv(CFG.out)'],
    ["cfg = {'x': 'out/m.csv', **more}", "df.to_csv(cfg['x'])", 'pd.read_csv("out/m.csv")'],
    ["cfg = {'io': {'x': 'out'}}", "df.to_csv(cfg['io']['x'] + '/m.csv')", 'pd.read_csv("out/m.csv")'],
    ["cfg = {}\ncfg['x'] = 'out/m.csv'", "df.to_csv(cfg['x'])", 'pd.read_csv("out/m.csv")'],
    [
      "class C:\n    OUT = Path('out')\n    m = OUT / 'm.csv'\nc = C()",
      'df.to_csv(c.m)',
      "pd.read_csv(C.OUT / 'm.csv')"
    ],
    ["class C:\n    class io: d = 'out'\nd = C.io", 'df.to_csv(f"{d.d}/m.csv")', 'pd.read_csv("out/m.csv")'],
    [
      "@dataclass\nclass C:\n    d: str = 'o'\n    m: str = field(default='m.csv')\nc = C('out')",
      'df.to_csv(os.path.join(c.d, c.m))',
      'pd.read_csv("out/m.csv")'
    ],
    [
      "a = SimpleNamespace(out='out/m.csv')\nb = a\nb.out = 'out/n.csv'",
      'df.to_csv(a.out)',
      'pd.read_csv("out/n.csv")'
    ],
    [
      "class C: d = 'o'\nclass D(C): pass\nC.d = 'out'\ndef save(c, n): df.to_csv(c.d + '/' + n)",
      "save(D, 'm.csv')",
      'pd.read_csv("out/m.csv")'
    ],
    ["D = 'out'\ndef save(n):\n    p = f'{D}/{n}.csv'\n    df.to_csv(p)", "save('m')", 'open("out/m.csv")'],
    ["class C: d = Path('out')", '(C.d / "m.csv").write_text("x")', '(C.d / "m.csv").read_text()'],
    [`${parser('--out')}\na = p.parse_args([])`, "open(f'{a.out}/m.csv', 'w')", 'open("out/m.csv")'],
    [`${parser('--out')}\na, _ = p.parse_known_args()`, "open(f'{a.out}/m.csv', 'w')", 'open("out/m.csv")'],
    [
      `${parser('-d", "--to-dir')}\na = p.parse_args('--x 3 --to-dir=out'.split())`,
      "open(a.to_dir + '/m.csv', 'w')",
      'open("out/m.csv")'
    ],
    [
      `${parser('--o", dest="d')}\na = p.parse_args(args=[])`,
      "open(os.path.join(a.d, 'n.csv'), 'w')",
      "open(os.path.join(a.d, 'n.csv'))"
    ]
  ])('are followed: %s | %s | %s', (make, write, read) => {
    expect(edgesOf(make, write, read)).toEqual([expect.stringMatching(/^1>2 out\/[mn]\.csv file$/)]);
  });

  it.each([
    ["cfg = {'x': 'm.csv'}\ncfg['x'] = f()", "df.to_csv(cfg['x'])", 'pd.read_csv("m.csv")'],
    ["cfg = {'x': 'm.csv'}\nif c: cfg['x'] = 'n.csv'", "df.to_csv(cfg['x'])", 'pd.read_csv("m.csv")'],
    ["class C: x = 'm.csv'\nC = f()", 'df.to_csv(C.x)', 'pd.read_csv("m.csv")'],
    ["class C: x = 'm.csv'\nclass D(C): x = f()", 'df.to_csv(D.x)', 'pd.read_csv("m.csv")'],
    ["x = 'm.csv'", 'df.to_csv(CFG.x)', 'pd.read_csv("m.csv")'],
    [`${parser('--out')}\na = p.parse_args(words)`, "open(f'{a.out}/m.csv', 'w')", 'open("out/m.csv")'],
    [
      `${parser('--out')}\na = p.parse_args(['--out', 'x'])`,
      "open(f'{a.out}/m.csv', 'w')",
      'open("out/m.csv")'
    ],
    ['def save(n):\n    p = n\n    p = f(p)\n    df.to_csv(p)', 'save("m.csv")', 'pd.read_csv("m.csv")']
  ])('and no others: %s | %s | %s', (make, write, read) => {
    expect(edgesOf(make, write, read)).toEqual([]);
  });
});

describe('files of methods', () => {
  const saver = `class Saver:
    suffix = '.csv'
    def __init__(self, d, name='a'):
        self.d = Path(d)
        os.makedirs(self.d, exist_ok=True)
        self.name = name
    def save(self, df, name=None, sub='a'):
        path = self.d / (sub + self.suffix)
        df.to_csv(path)
    def keep(self, df): self.save(df)
    def load(self, name): return pd.read_csv(f'{self.d}/{name}.csv')
    @staticmethod
    def put(path): open(path, 'w')
class Other(Saver): pass`;

  it.each([
    ["Saver('out').save(df)", "pd.read_csv('out/a.csv')"],
    ["s = Saver('out')\ns.save(df)", "s.load('a')"],
    ["s = Other('out')\ns.save(df, sub='b')", "s.load('b')"],
    ["s = Saver('out')\ns.save(df, None, 'b')", "x = Saver(d='out').load('b')"],
    ["s = Saver('out')\nrun(s, df)", "s.load('a')"],
    ["Saver.put('out/a.csv')", "s = Saver('out')\ns.load('a')"]
  ])('are those of the object they are called on: %s | %s', (write, read) => {
    expect(edgesOf(saver, 'df = f()', write, read)).toContainEqual(
      expect.stringMatching(/^2>3 out(\/[ab]\.csv)? file$/)
    );
  });

  it('are followed through methods of the same object, and told of the cell that calls', () => {
    const cells = [saver, "s = Saver('out')", 's.keep(df)', "open('out/x.csv')"];
    expect(edgesOf(...cells)).toEqual(['1>2 out file', '2>3 out file']);
    expect(planned(cells, [[1], [2]]).map(({ files }) => files.writes)).toEqual([['out'], ['out']]);
  });
});
