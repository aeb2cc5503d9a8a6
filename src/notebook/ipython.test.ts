import { beforeAll, describe, expect, it } from 'vitest';
import type { CellAnalyzer } from './analyzer';
import { rewriteCell } from './ipython/prepass';
import { loadAnalyzer } from './testing/load';
import type { Probe } from './testing/probes';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

const names = (text: string): string[] => text.split(' ').filter(Boolean);

const MAGIC: Probe[] = [
  ['%matplotlib inline\nx = 1', 'x', ''],
  ['!pip install {pkg} $flag', '', 'flag pkg'],
  ['!echo $$HOME {{x}}', '', ''],
  ['files = !ls *.csv', 'files', ''],
  ['here = %pwd', 'here', ''],
  ['!!ls', '', ''],
  ["!echo it's\nx = 1", 'x', ''],
  ['!ls \\\n  -l\nx = 1', 'x', ''],
  ['x?', '', 'x'],
  ['x.y??', '', 'x'],
  ['?x', '', 'x'],
  ['%time y = f(x)', 'y', 'f x'],
  ['%time for i in xs: print(i)', 'i', 'xs'],
  ['%timeit -n 10 -q y = f(x)', '', 'f x'],
  ['t = %timeit -o -n1 -r1 f(x)', 't', 'f x'],
  ['t = %time f(x)', 't', 'f x'],
  ['%%time\ny = f(x)', 'y', 'f x'],
  ['\n\n%%time\ny = 1', 'y', ''],
  ['%%timeit\na = x\na + b', '', 'b x'],
  ['%%capture out\ny = 1', 'out y', ''],
  ['%%capture --no-stderr\ny = 1', 'y', ''],
  ['%%bash\necho $HOME', '', ''],
  ['%%bash --out v --err w\nls', 'v w', ''],
  ['%%sql res <<\nselect 1', 'res', ''],
  ['%%R -i a,b -o c\nc <- a', 'c', 'a b'],
  ['%%writefile a.py\nimport x', '', ''],
  ['%store -r a b', 'a b', ''],
  ['%store a', '', 'a'],
  ['/f a, b', '', 'a b f'],
  [',f a b', '', 'f'],
  ['if c:\n    !ls {d}\n    e = 1', 'e', 'c d'],
  ['x = (a\n  % b)', 'x', 'a b'],
  ['x = a % b', 'x', 'a b'],
  ['x = "%time y"', 'x', ''],
  ['s = """\n%time z\n!ls\n"""', 's', ''],
  ['>>> a = b\n>>> c = a', 'a c', 'b'],
  ['In [3]: a = b', 'a', 'b'],
  ['  a = b\n  c = a', 'a c', 'b']
];

describe('IPython syntax', () => {
  it.each(MAGIC)('%j', (source, defines, needs) => {
    const facts = analyzer.analyze(source);
    expect(facts.syntaxError).toBeNull();
    expect(facts.defines).toEqual(names(defines));
    expect(facts.needs).toEqual(names(needs));
  });

  it('is told from Python', () => {
    expect(analyzer.analyze('%time x').magics).toBe(true);
    expect(analyzer.analyze('x = a % b\ny = "!ls"').magics).toBe(false);
  });

  it('keeps line and column of the Python around it', () => {
    const source = '!ls \\\n -l\nfiles = !ls\n%timeit -n 5 f(x)\nif a:\n    %cd b\n    c = d';
    const { text } = rewriteCell(source);
    expect(text.split('\n')).toHaveLength(source.split('\n').length);
    for (const piece of ['files', 'f(x)', 'if a:', 'c = d']) {
      expect(text.indexOf(piece)).toBe(source.indexOf(piece));
    }
    const read = analyzer
      .analyze(source)
      .statements.flatMap(({ uses }) => uses)
      .find(({ name }) => name === 'x');
    expect(read).toMatchObject({ line: 4 });
  });

  it('notes the file a cell writes', () => {
    expect(analyzer.analyze('%%writefile ./out.txt\nx').statements[0].files).toEqual([
      { path: 'out.txt', mode: 'write', line: 1 }
    ]);
  });
});
