import { describe, expect, it } from 'vitest';
import { plansApart, warned } from './testing/linked';

const CFG = 'class Cfg:\n    def __init__(self):\n        self.n = 3\n        self.log = []\ncfg = Cfg()';
const NET = 'class Net:\n    def __init__(self, n):\n        self.n = n\n';
const RUN =
  'class Run:\n    def __init__(self):\n        self.log = []\n    def go(self):\n        return self.log\n' +
  '    def __setitem__(self, k, v):\n        self.log.append(v)\nrun = Run()';
const IRIS = 'from sklearn.datasets import load_iris\niris = load_iris(as_frame=True)';
const JSON_FILE = 'import json\nwith open("a.json") as f:\n    d = json.load(f)';
const ARRAYS =
  'import numpy as np\nclass Net:\n    def __init__(self, n):\n        self.n, self.lr = n, 0.1\n' +
  '        self.W = 0.1 * np.ones(2)\nnet = Net(3)';
const LIST =
  'class Node:\n    def __init__(self, v, next=None):\n        self.v, self.next = v, next\nhead = Node(1, Node(2))\n';
const BOARD =
  'class Board:\n    def __init__(self):\n        self.tasks = []\n    def add(self, n):\n        self.tasks.append(Task(n))\n' +
  '        return self\n    def todo(self):\n        return [t for t in self.tasks if not t.done]\n' +
  '    def count(self):\n        return [len(self.tasks)]\nboard = Board()';
const KMEANS = 'from sklearn.cluster import KMeans\nkm = KMeans(2).fit(xs)';
const DICT = 'd = {"a": f(), "b": []}';

describe('a part of an object that another name stands for', () => {
  it.each([
    [CFG, `${NET}net = Net(cfg.n)`, 'cfg.log.append(1)', 'print(net, cfg)'],
    [CFG, `${NET}net = Net(n=cfg.n)`, 'cfg.log.rows["a"].append(1)', 'print(net, cfg)'],
    [CFG, 'n = cfg.n', 'cfg.log.append(n)', 'print(n, cfg)'],
    [CFG, 'n = cfg.n\nm = n', 'cfg.log.append(1)', 'print(m, cfg)'],
    [CFG, 'n = cfg.n', 'cfg.lr = 1', 'print(n, cfg)'],
    [CFG, 'n = cfg.n', 'cfg.n = 1', 'print(n, cfg)'],
    [CFG, 'n = cfg.n', 'def go():\n    cfg.log.append(1)\ngo()', 'print(n, cfg)'],
    [CFG, 'def same(x):\n    return x\nn = same(cfg.n)', 'cfg.log.append(1)', 'print(n, cfg)'],
    [DICT, 'x = d["a"]', 'd["b"].append(1)', 'print(x, d)'],
    [DICT, 'x = [d["a"]]', 'd["b"].append(1)', 'print(x, d)'],
    [DICT, 'x = d["a"]', 'd["a"] = 1', 'print(x, d)'],
    [DICT, 'x = d["a"]', 'd["b"] += 1', 'print(x, d)'],
    [CFG, 'x = cfg.n', 'cfg.n += 1', 'print(x)'],
    [DICT, 'x = d["a"]', 'd.update(c=1)', 'print(x, d)'],
    ['xs = [{}, {}]', 'x = xs[0]', 'xs[1] = {}', 'print(x, xs)'],
    ['xs = [f(), g()]', 'x = xs[0]', 'xs.append(1)', 'print(x, xs)'],
    [
      IRIS,
      'df = iris.frame',
      'df["species"] = df.target',
      'print(df, iris.target_names, iris.DESCR.strip())'
    ],
    [IRIS, 'X, y = iris.data, iris.target', 'X[0, 0] = 1', 'print(X, y, iris.target_names[y])'],
    [IRIS, 'import pandas as pd\ndf = pd.DataFrame(iris.data)', 'df["y"] = iris.target', 'print(df, iris)'],
    [JSON_FILE, 'x = d["b"]', 'd["b"] = 1', 'print(x, d)'],
    [JSON_FILE, 'x = d["a"]', 'x.append(1)', 'print(x, d["b"])'],
    [CFG, 'x = cfg.log', 'x.append(1)', 'print(x, cfg.n)'],
    [CFG, 'n = cfg.n', 'n += 1', 'print(n, cfg.n)'],
    [ARRAYS, 'n, lr = net.n, net.lr', 'n += 1\nlr *= 0.5', 'print(n, lr, net)'],
    [KMEANS, 'x = km.inertia_', 'x += 1', 'print(x, km)'],
    [KMEANS, 'x = km.cluster_centers_', 'x = x + 1', 'print(x, km)'],
    [JSON_FILE, 'x = d["n"]', 'x += 1', 'print(x, d)'],
    [BOARD, 'n = board.count()[0]', 'n.x = 1', 'print(n, board)'],
    [`${BOARD}.count().add(1)`, 't = board.tasks[0]', 't += 1', 'print(t, board)'],
    [JSON_FILE, 'x = d["data"]', 'x += 1', 'print(x, d)']
  ])('is as it was where another member changes, or the place of the part: %s ‖ %s ‖ %s', (...cells) => {
    expect(warned(...cells)).toEqual([]);
  });

  it.each([
    [CFG, 'x = cfg.log', 'cfg.log.append(1)', 'print(x)'],
    [CFG, `${NET}x = Net(cfg.log)`, 'cfg.log.append(1)', 'print(x)'],
    [CFG, 'x = [cfg.n, cfg.log]', 'cfg.log.append(1)', 'print(x)'],
    [CFG, 'x = []\nx.append(cfg.n)\nx.append(cfg.log)', 'cfg.log.append(1)', 'print(x)'],
    [CFG, 'x = (cfg.log, 1)[0]', 'cfg.log.append(1)', 'print(x)'],
    [`${CFG}\nk = 1`, 'x = cfg.n', 'setattr(cfg, k, 1)', 'print(x)'],
    [DICT, 'x = d["b"]', 'd["b"].append(1)', 'print(x)'],
    [`${DICT}\nk = "b"`, 'x = d["b"]', 'd[k].append(1)', 'print(x)'],
    [DICT, 'x = d["b"]', 'd["b"] += [1]', 'print(x)'],
    ['import numpy as np\nd = {"a": np.zeros(2)}', 'x = d["a"]', 'd["a"] += 1', 'print(x)'],
    [IRIS, 'X, y = iris.data, iris.target', 'X[0, 0] = 1', 'print(iris.data[0, 0])'],
    [IRIS, 'X = iris["data"]', 'X[0, 0] = 1', 'print(iris)'],
    [IRIS, 'df = iris.frame', 'df["new"] = 1', 'print(iris.frame.shape)'],
    [IRIS, 'names = iris.feature_names', 'names.append(1)', 'print(iris.feature_names)'],
    [JSON_FILE, 'x = d["b"]', 'x.append(1)', 'print(d["b"])'],
    [JSON_FILE, 'x = d["a"][0]', 'x["b"] = 1', 'print(d)'],
    [CFG, 'x = cfg.log', 'x.append(1)', 'print(cfg.log)'],
    [CFG, 'x = cfg.log', 'x.append(1)', 'print(cfg.n, cfg)'],
    [RUN, 'x = run.log', 'x.append(1)', 'print(run.go)'],
    [BOARD, 't = board.todo()[0]', 't.done = True', 'print(board.todo())'],
    [`${BOARD}.add(1).add(2)`, 't = board.tasks[0]', 't.n = 7', 'print(board)'],
    [`${LIST}at = head`, 'at = at.next\nat.v = 50', 'print(head.next.v)'],
    [LIST, 'at = head\nat.v = 99', 'at = at.next\nat.v = 50', 'print(head.next.v)'],
    [ARRAYS, 'w = net.W', 'w *= 3', 'print(net.W)'],
    ['import numpy as np', ARRAYS.slice(19), 'w = net.W', 'w *= 3', 'print(net.W)'],
    [ARRAYS, 'class Deep(Net):\n    pass\nnet = Deep(1)', 'w = net.W', 'w *= 3', 'print(net.W)'],
    [KMEANS, 'x = km.cluster_centers_', 'x += 1', 'print(km.cluster_centers_)'],
    [IRIS, 'X = iris["data"]', 'X -= X.mean(axis=0)', 'print(iris.data[0, 0])'],
    [IRIS, 'X, y = iris.data, iris.target', 'X -= X.mean(axis=0)', 'print(iris.data)'],
    [RUN, 'go = run.go', 'run.log.append(1)', 'go()'],
    [RUN, 'x = run.log', 'run["b"] = 1', 'print(x)']
  ])('changes with the same member, and with any that is not spelt out: %s ‖ %s ‖ %s', (...cells) => {
    expect(warned(...cells)).not.toEqual([]);
  });

  it('is one of several that were put into an object one after the other', () => {
    expect(
      warned(`${CFG}\nx = []`, 'x.append(cfg.n)', 'x.append(cfg.log)', 'cfg.log.append(1)', 'print(x)')
    ).toContain('alias-cut cfg c3 c4');
  });

  it.each([
    ['x = []\ny = x', 'x.append(1)', 'print(y)', '"x" and "y" are one object'],
    [CFG, 'x = cfg.log', 'x.append(1)\nprint(x)', 'print(cfg)', '"x" is a part of "cfg"'],
    [CFG, 'x = cfg.log', 'cfg.log.append(1)', 'print(x)', '"x" is a part of "cfg"'],
    [`${CFG}\nx = [cfg]`, 'cfg.n = 1', 'print(x)', '"x" contains "cfg"'],
    ['xs = [f()]\nx = list(xs)\ny = list(xs)', 'x[0].n = 1', 'print(y)', '"x" and "y" have objects in common']
  ])('is called one: %s ‖ %s ‖ %s …', (...told) => {
    const found = plansApart(told.slice(0, -1)).flatMap(({ warnings }) => warnings);
    expect(found.map(({ message }) => message.split(' in the notebook')[0])).toContain(told.at(-1));
  });
});
