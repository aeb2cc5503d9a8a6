import { beforeAll, describe, expect, it } from 'vitest';
import type { CellAnalyzer } from '../analyzer';
import { linkCells } from '../links/link';
import { planSteps } from '../links/plan';
import { loadAnalyzer } from '../testing/load';
import { analyzed } from '../testing/notebook';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

/** What a notebook of one cell does to files, each as `mode path`. */
const filesOf = (source: string): string[] => {
  const [{ files }] = planSteps(analyzed(analyzer, [source]).cells, [['c0']]);
  return [...files.reads.map(path => `read ${path}`), ...files.writes.map(path => `write ${path}`)];
};

const edgesOf = (cells: string[]): string[] =>
  linkCells(analyzed(analyzer, cells).cells)
    .edges.filter(({ kind }) => kind === 'file' || kind === 'order')
    .map(({ from, to, name, kind }) => `${from.slice(1)}>${to.slice(1)} ${name} ${kind}`);

describe('files of a call', () => {
  it.each([
    ['pd.read_csv("a.csv")', ['read a.csv']],
    ['df.to_parquet("a/b.parquet")', ['write a/b.parquet']],
    ['plt.savefig(fname="a.png")', ['write a.png']],
    ['gzip.open("a.gz", "wt")', ['write a.gz']],
    ['z = zipfile.ZipFile("a.zip")', ['read a.zip']],
    ['h5py.File("a.h5", "a")', ['read a.h5', 'write a.h5']],
    ['os.path.exists("a")', ['read a']],
    ['Path("a").exists()', ['read a']],
    ['path = Path("a")\npath.exists()', ['read a']],
    ['torch.save(m, "m.pt")', ['write m.pt']],
    ['sqlite3.connect("a.db")', ['read a.db', 'write a.db']],
    ['sqlite3.connect(":memory:")', []],
    ['urlretrieve("http://x/a", "a.csv")', ['write a.csv']],
    ['shutil.copy("a", "b")', ['read a', 'write b']],
    ['%%writefile a.py\nx', ['write a.py']],
    ['!cat a.txt | tee b.txt > c.txt', ['read a.txt', 'write b.txt', 'write c.txt']],
    ['!cp "a/x.csv" b/ && wc -l < d.csv 2> /dev/null', ['read a/x.csv', 'read d.csv', 'write b/x.csv']],
    ['%%bash\necho "a > b" >> log\nsort -u in.txt', ['read log', 'read in.txt', 'write log']],
    ['!wget -q http://x/a -O a.csv', ['write a.csv']],
    ['z = !grep -c pat a.txt', ['read a.txt']],
    ['!cat $x {y}.txt *.csv # > b.txt', []],
    ['%time x = 1 > 0', []],
    ['%%writefile -a a.py\nx', ['read a.py', 'write a.py']],
    ['!ls -l data > log', ['read data', 'write log']],
    ['!zip -r a.zip b', ['read b', 'write a.zip']],
    ['!tar czf a.tgz -C b c', ['read b/c', 'write a.tgz']],
    ['!tar tf a.tgz && unzip -l b.zip', ['read a.tgz', 'read b.zip']],
    ['!cp -r a b', ['read a']],
    ['conf.read("c.ini")', ['read c.ini']],
    ['f.read(1)\nf.read()', []],
    ['img.save("x.png")', ['write x.png']],
    ['np.save("x", a)\ntorch.save(m, "m.pt")', ['write x', 'write m.pt']],
    ['shutil.make_archive("a", "gztar", "b")', ['read b', 'write a.tar.gz']],
    ['z.extract("a.csv", "b")\ns.str.extract("(a)")', ['write b/a.csv']],
    ['math.log("a")\ndf.info()', []],
    ['open(f())', []],
    ['x.frob("a.csv")', []],
    ['constructor("a")', []]
  ])('%s', (source, expected) => {
    expect(filesOf(source)).toEqual(expected);
  });
});

describe('a path', () => {
  it.each([
    ['A = "a.csv"\npd.read_csv(A)', ['read a.csv']],
    ['from pathlib import Path\nd = Path("data")\npd.read_csv(d / "a.csv")', ['read data/a.csv']],
    ['d = Path("data")\np = d / "a.txt"\np.write_text("x")', ['write data/a.txt']],
    ['import os\np = os.path.join("data", "a.csv")\nopen(p, "w")', ['write data/a.csv']],
    ['d = "data"\nopen(d + "/a.csv")', ['read data/a.csv']],
    ['d = "data"\nopen(os.path.join(d, "b", "a.csv"))', ['read data/b/a.csv']],
    ['d = "data"\nopen(f"{d}/a.csv")', ['read data/a.csv']],
    ['d = "data"\nn = 3\nopen(f"x/{d}_{n}" \'.csv\')', ['read x/data_3.csv']],
    ['d = "data"\np = Path(f"{d}") / f"{1}.csv"\nopen(p)', ['read data/1.csv']],
    ['d = "data"\nopen("{}/{x}.csv".format(d, x=3))', ['read data/3.csv']],
    ['d = "data"\nopen("%s/%d.csv" % (d, 3))', ['read data/3.csv']],
    ['d = "data"\nopen("%s.csv" % d)', ['read data.csv']],
    ['d = 1\nopen("data/" + str(d))', ['read data/1']],
    [
      'd = 1\nopen(f"{d:02d}.csv"); open(f"{d=}"); open("%02d" % d); open("{:2}".format(d)); open(d)',
      ['read 1']
    ],
    ['A = "a.csv"\ndef f():\n    return open(A)\nf()', ['read a.csv']],
    ['A = "a.csv"\ndef f(A):\n    return open(A)\nf(1)', []],
    ['A = "a.csv"\nA = f()\nopen(A)', []],
    ['if c:\n    A = "a"\nelse:\n    A = "b"\nopen(A)', []],
    ['x = "text"\nx.touch', []],
    ['(Path("a") / "b").unlink()', []]
  ])('is followed through names: %j', (source, expected) => {
    expect(filesOf(source)).toEqual(expected);
  });
});

describe('edges', () => {
  it.each([
    [['P = "a.csv"', 'df.to_csv(P)', 'pd.read_csv(P)'], ['1>2 a.csv file']],
    [['pd.read_csv("a")', 'df.to_csv("a")'], ['0>1 a order']],
    [['df.to_csv("a")', 'df.to_csv("a")'], ['0>1 a order']],
    [
      ['df.to_csv("a")', 'open("a")', 'df.to_csv("a")', 'open("a")'],
      ['0>1 a file', '0>2 a order', '1>2 a order', '2>3 a file']
    ],
    [
      ['df.to_csv("a")', 'os.remove("a")', 'open("a")', 'df.to_csv("a")', 'open("a")'],
      ['0>1 a order', '1>2 a order', '1>3 a order', '2>3 a order', '3>4 a file']
    ],
    [
      ['open("a", "w")', 'open("a", "a")', 'open("a")'],
      ['0>1 a file', '1>2 a file']
    ],
    [['open("a")', 'open("a")'], []],
    [['%%writefile helper.py\nf = 1', 'import helper'], ['0>1 helper.py file']],
    [
      ['open("./helper.py", "w")', 'try:\n    from helper import f\nexcept E:\n    pass'],
      ['0>1 helper.py file']
    ],
    [['%%writefile a/b.py\nf = 1', 'import a.b as c'], ['0>1 a/b.py file']],
    [['%%writefile a/b/__init__.py\n', 'from a import b'], ['0>1 a/b/__init__.py file']],
    [['%%writefile h.py\n', 'def g():\n    import h', 'g()'], ['0>2 h.py file']],
    [['%%writefile h.py\n', 'import other, h2', '!rm h.py', 'import h'], ['0>2 h.py order']],
    [['%%writefile h.py\n', 'h = importlib.import_module("h")'], ['0>1 h.py file']],
    [['import helper', '%%writefile helper.py\nf = 1'], []]
  ])('%j', (cells, expected) => {
    expect(edgesOf(cells)).toEqual(expected);
  });
});

describe('an import of a module that a cell wrote', () => {
  const CELLS = [
    '%%writefile h.py\nclass A: ...',
    'from h import A\nclass B(A): ...',
    'x = [1]',
    'b = B(), x'
  ];
  const planOf = (groups: string[][]) => planSteps(analyzed(analyzer, CELLS).cells, groups);

  it('waits for the file in the steps that it is copied to, and so does what needs it', () => {
    const plan = planOf([['c0'], ['c3']])[1];
    expect(plan.prelude.map(({ source, late }) => [source, late])).toEqual([
      ['from h import A', true],
      ['class B(A): ...', true],
      ['x = [1]', undefined]
    ]);
    const at = { write: { cell: 'c0', line: 1 }, read: { cell: 'c3', line: 1 } };
    expect(plan.needs).toContainEqual(
      expect.objectContaining({ name: 'h.py', kind: 'file', from: { group: 0 }, ...at })
    );
    expect(plan.clashes).toEqual([]);
  });

  it('cannot run before the cell of the same step that writes it', () => {
    expect(planOf([['c0', 'c3'], ['c1']])[0].clashes).toEqual([
      { name: 'h.py', write: { cell: 'c1', line: 1 }, read: { cell: 'c3', line: 1 } }
    ]);
    expect(planOf([['c0', 'c1', 'c3']])[0].clashes).toEqual([]);
  });
});

describe('folders', () => {
  const writes = 'from pathlib import Path\nimport glob, os\ndf.to_csv("out/a.csv")';

  it.each([
    'glob.glob("out/*.csv")',
    'from glob import glob\nglob("out/?.csv")',
    'list(Path("out").glob("*.csv"))',
    'list(Path(".").rglob("*.csv"))',
    'os.listdir("out")',
    'D = Path("out")\nlist(D.iterdir())',
    'list(os.walk("out/"))'
  ])('are read with what was written into them: %s', read => {
    expect(edgesOf([writes, read])).toEqual(['0>1 out/a.csv file']);
  });

  it.each(['glob.glob("other/*.csv")', 'glob.glob("out/*.txt")', 'glob.glob("*.csv")', 'os.listdir("ou")'])(
    'and not with other files: %s',
    read => {
      expect(edgesOf([writes, read])).toEqual([]);
    }
  );

  it('are wanted by what writes into them, if another cell made them', () => {
    const make = 'import os\nos.makedirs("out", exist_ok=True)';
    const write = (name: string): string => `df.to_csv("out/${name}.csv")`;
    expect(edgesOf([make, write('a'), write('b')])).toEqual(['0>1 out file', '0>2 out file']);
    expect(edgesOf([make, `${make}\n${write('a')}`, 'Path("new").mkdir()'])).toEqual([]);
  });
});

describe('going into a folder', () => {
  it.each(['%cd work', '!cd work && ls', 'import os\nos.chdir("work")', 'os.listdir("work")'])(
    'needs it, and what was written into it: %s',
    go => {
      expect(edgesOf(['%%bash\nmkdir -p work', go])).toEqual(['0>1 work file']);
      expect(edgesOf(['open("work/a.txt", "w")', go])).toEqual(['0>1 work/a.txt file']);
      expect(edgesOf(['x = 1', go])).toEqual([]);
    }
  );
});

it('writes files by methods that only some objects have', () => {
  const imports = 'import xml.etree.ElementTree as ET';
  const write = "tree.write('cat.xml', encoding='utf-8')";
  const read = "open('cat.xml')";
  expect(edgesOf([imports, 'tree = ET.ElementTree(r)', write, read])).toContain('2>3 cat.xml file');
  expect(edgesOf([imports, "tree = ET.parse('a.xml')", write, read])).toContain('2>3 cat.xml file');
  expect(edgesOf([imports, 'tree = open(x)', write, read])).not.toContain('2>3 cat.xml file');
});

describe('paths that a function is given', () => {
  const save =
    'ROOT = "out"\ndef save(d, path, *more): d.to_csv(path)\ndef load(name): return open(ROOT + "/" + name)';

  it.each([
    ['save(d, "a.csv")', 'open("a.csv")', 'a.csv'],
    ['save(d, path="a.csv")', 'open("a.csv")', 'a.csv'],
    ['P = "b.csv"\nsave(d, P)', 'open("b.csv")', 'b.csv'],
    ['open("out/c", "w")', 'x = load("c")', 'out/c']
  ])('are those of its calls: %s, %s', (write, read, path) => {
    expect(edgesOf([save, write, read])).toEqual([`1>2 ${path} file`]);
  });

  it('are none where the function makes them anew, or the call does not say them', () => {
    expect(edgesOf(['def save(p):\n    p = f(p)\n    open(p, "w")', 'save("a")', 'open("a")'])).toEqual([]);
    expect(edgesOf([save, 'save(d, f(1))', 'open("a.csv")'])).toEqual([]);
  });
});

describe('paths that are known in part', () => {
  const make = 'import os\nOUT = "out"\nos.makedirs(OUT, exist_ok=True)';

  it.each([
    [
      'def save(t, name):\n    with open(os.path.join(OUT, f(name)), "w") as f: f.write(t)\nsave(1, 2)',
      'open("out/a.txt")'
    ],
    ['for ep in range(2):\n    open(f"{OUT}/m{ep:02d}.txt", "w")', 'open("out/m01.txt")'],
    ['p = os.path.join(OUT, f())\nopen(p, "w")', 'os.listdir(OUT)'],
    ['open(OUT + "/" + f(), "w")', 'for n in names:\n    open(f"{OUT}/{n}.txt")'],
    ['t.to_csv(f"{OUT}/{name}.csv")', 'glob.glob("out/*.csv")']
  ])('are told by their folder: %s, %s', (write, read) => {
    expect(edgesOf([make, write, read])).toEqual(['0>1 out file', '1>2 out file']);
  });

  it('and go along with what was written into it before', () => {
    const write = (cell: number): string => `for ep in xs:\n    open(f"{OUT}/${cell}_{ep}.txt", "w")`;
    expect(edgesOf([make, write(1), write(2), 'os.listdir(OUT)'])).toEqual(
      expect.arrayContaining(['1>2 out file', '2>3 out file'])
    );
  });

  it.each(['os.remove("d/p1.txt")', 'Path("d/p1.txt").unlink()', '!rm d/p1.txt', 'os.remove(f"d/p{i}.txt")'])(
    'are without what was taken from them: %s',
    take => {
      const write = 'for i in range(3):\n    open(f"d/p{i}.txt", "w")';
      expect(edgesOf([write, take, 'os.listdir("d")', 'open("d/p2.txt")'])).toEqual(
        expect.arrayContaining(['0>1 d file', '1>2 d file', '1>3 d file'])
      );
      expect(edgesOf([`${write}\n${take}`, 'os.listdir("d")'])).toEqual(['0>1 d file']);
    }
  );

  it('are waited for by what removes them, and not read afterwards', () => {
    const write = 'open("d/a.txt", "w")\nfor i in range(3):\n    open(f"d/p{i}.txt", "w")';
    const edges = edgesOf([write, 'shutil.rmtree("d")', 'os.listdir("d")', 'os.path.exists("d")']);
    expect(edges).toContain('0>1 d order');
    expect(edges).toContain('1>3 d order');
    expect(edges.filter(edge => edge.endsWith('file'))).toEqual([]);
  });

  it.each(['os.rename("d/p1.txt", "d/q.txt")', 'Path("d/p1.txt").rename(Path("d/q.txt"))'])(
    'keep the order of the notebook: %s',
    rename => {
      const write = 'os.makedirs("d")\nfor i in range(3):\n    open(f"d/p{i}.txt", "w")';
      const edges = edgesOf([write, rename, 'os.listdir("d")']);
      expect(edges).toEqual(expect.arrayContaining(['0>1 d file', '1>2 d file']));
      expect(edges.filter(edge => edge[0] >= edge[2])).toEqual([]);
    }
  );

  it.each([
    ['open(f"{name}.txt", "w")', 'open("a.txt")'],
    ['open(f"{OUT}/m{ep}.txt", "w")', 'open("out/a.txt")'],
    ['open(f"{OUT}/{ep}.txt", "w")', 'open("other/a.txt")']
  ])('and not by others: %s, %s', (write, read) => {
    expect(edgesOf(['OUT = "out"', write, read])).toEqual([]);
  });

  it.each([
    'with zipfile.ZipFile("a.zip") as z:\n    z.extractall("un")',
    'tarfile.open("a.tgz").extractall(path="./un/")',
    'shutil.unpack_archive("a.zip", "un")',
    'shutil.copytree("a", "un")',
    '!tar xzf a.tgz -C un',
    '!tar -x -f a.tgz --directory=un',
    '!unzip -qo a.zip -d un',
    '!python -m zipfile -e a.zip un/',
    '!7z x a.7z -oun',
    '!cp -r a un'
  ])('are read with all that was put into them: %s', fill => {
    expect(
      edgesOf([fill, 'open("un/in/a.csv").read()', 'os.listdir("un/in")', '!ls un', 'open("b.csv")'])
    ).toEqual(['0>1 un file', '0>2 un file', '0>3 un file']);
  });

  it.each(['zipfile.ZipFile("a.zip").extractall(".")', 'z.extractall()', '!unzip a.zip'])(
    'are not the one that the notebook is in: %s',
    fill => {
      expect(edgesOf([fill, 'pd.read_csv("b.csv")'])).toEqual([]);
    }
  );

  it('name the folders that are made', () => {
    const loop = 'import os\nfor sub in subs:\n    os.makedirs(f"out/{sub}")';
    expect(edgesOf([loop, 'df.to_csv("out/b/a.csv")'])).toEqual(['0>1 out file']);
    expect(edgesOf(['!mkdir -p out/b', 'df.to_csv("out/b/a.csv")'])).toEqual(['0>1 out/b file']);
  });

  it('are what a parameter is by default', () => {
    const both = 'def save(d, path="o.csv"): d.to_csv(path)\ndef load(path="o.csv"): return open(path)';
    expect(edgesOf([both, 'save(1)', 'load()', 'load("b.csv")'])).toEqual(['1>2 o.csv file']);
    const others = ['save(1, f(2))', 'save(**more)', 'save(1, *more)', 'def g(): save(1, "x")\ng()'];
    expect(edgesOf([both, ...others, 'load()'])).toEqual([]);
  });
});

describe('what is logged', () => {
  const opens = 'import logging\nlogging.basicConfig(filename="a.log")';
  const read = 'open("a.log").read()';

  it.each([
    opens,
    'handler = logging.FileHandler("a.log")',
    'from logging.handlers import RotatingFileHandler\nlog.addHandler(RotatingFileHandler("a.log"))'
  ])('goes into the file by way of every cell that logs: %s', opening => {
    expect(edgesOf([opening, 'log.info("x")', 'y = np.log(2)', 'self.logger.warning("y")', read])).toEqual([
      '0>1 a.log file',
      '1>3 a.log file',
      '3>4 a.log file'
    ]);
  });

  it('goes on with the file that another step hands on, once that is there', () => {
    const cells = analyzed(analyzer, [opens, 'logging.info("x")', read]).cells;
    const [, second] = planSteps(cells, [['c0'], ['c1'], ['c2']]);
    expect(second.prelude.map(({ source, late }) => [source, late])).toEqual([
      ['import logging', undefined],
      ['logging.basicConfig(filename="a.log")', true]
    ]);
  });

  it('makes no edge where nobody reads it', () => {
    expect(edgesOf([opens, 'logging.info("x")', 'logging.info("y")'])).toEqual([]);
    expect(edgesOf(['logging.info("x")', read])).toEqual([]);
  });
});

it('reads a module again that another cell wrote anew', () => {
  expect(
    edgesOf(['%%writefile h.py\na = 1', 'import h', '%%writefile -a h.py\nb = 1', 'importlib.reload(h)'])
  ).toEqual(['0>1 h.py file', '0>2 h.py file', '1>2 h.py order', '2>3 h.py file']);
});
