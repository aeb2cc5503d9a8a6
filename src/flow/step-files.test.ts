import { beforeAll, describe, expect, it } from 'vitest';
import type { CellAnalyzer } from '../notebook';
import { loadAnalyzer } from '../notebook/testing/load';
import { canTravel } from './step-files';
import { flowOf, inputsOf, nodeOf } from './testing/draw';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

const filesOf = (cells: string[], ...rest: object[]) =>
  flowOf(analyzer, cells, { w: [[0], rest[0] ?? {}], r: [[1], rest[1] ?? {}] });

describe('a file that one step writes and another reads', () => {
  const CELLS = ['open("data/a.csv", "w").write("1")', 'print(open("./data/a.csv").read())'];

  it('travels on an output and an input named after it', () => {
    const flow = filesOf(CELLS);
    expect(inputsOf(flow, 'r')).toEqual(['file_data_a_csv Artifact w.file_data_a_csv']);
    expect(nodeOf(flow, 'w').outputs).toEqual([
      { name: 'file_data_a_csv', type: 'Artifact', file: 'data/a.csv', derived: true, optional: false }
    ]);
    expect(nodeOf(flow, 'r').inputs[0]).toMatchObject({ file: 'data/a.csv', derived: true });
    expect(flow.edges).toMatchObject([
      { source: 'w', sourcePort: 'file_data_a_csv', target: 'r', kind: 'file', derived: true }
    ]);
    expect(flow.edges[0].why).toMatchObject({ name: 'data/a.csv', write: { cell: 0, line: 1 } });
    expect(flow.order).toEqual(['w', 'r']);
  });

  it('is a folder that is made where the step leaves it out', () => {
    const flow = filesOf(['for n in names:\n    open(f"out/{n}.csv", "w")', 'open("out/a.csv")']);
    expect(nodeOf(flow, 'w').outputs).toMatchObject([{ name: 'file_out', file: 'out/' }]);
    expect(nodeOf(flow, 'r').inputs[0]).toMatchObject({ name: 'file_out', file: 'out/' });
    expect(flow.edges).toMatchObject([{ kind: 'file', why: { name: 'out' } }]);
  });

  it('is a module, also where its import is copied, and then no requirement', () => {
    const cells = ['%%writefile helper.py\nx = 1', 'import helper, numpy', 'print(helper.x, numpy.pi)'];
    const flow = flowOf(analyzer, cells, { w: [0], r: [2] });
    expect(inputsOf(flow, 'r')).toEqual(['file_helper_py Artifact w.file_helper_py']);
    const { imports, requirements } = nodeOf(flow, 'r');
    expect([imports, requirements.map(({ requirement }) => requirement)]).toEqual([['numpy'], ['numpy']]);
  });

  it('runs in the shell of IPython where it imports that, in front too', () => {
    const cells = ['from IPython.display import display', 'display(1)', 'x = 1'];
    const flow = flowOf(analyzer, cells, { d: [1], x: [2] });
    expect([nodeOf(flow, 'd').magics, nodeOf(flow, 'x').magics]).toEqual([true, false]);
  });

  it('comes from the output that a user made of it', () => {
    const outputs = { numbers: { type: 'Dataset', file: 'data/a.csv' } };
    const flow = filesOf(CELLS, { outputs });
    expect(inputsOf(flow, 'r')).toEqual(['file_data_a_csv Dataset w.numbers']);
    expect(nodeOf(flow, 'w').outputs).toMatchObject([
      { name: 'numbers', file: 'data/a.csv', derived: false }
    ]);
  });

  it('is not passed on when a user took it away, and comes from elsewhere when a user says so', () => {
    const removed = filesOf(CELLS, {}, { inputs: { file_data_a_csv: { removed: true } } });
    expect(inputsOf(removed, 'r')).toEqual([]);
    expect(removed.edges).toEqual([]);
    const from = { value: 1 };
    const pinned = filesOf(CELLS, {}, { inputs: { file_data_a_csv: { type: 'Dataset', from } } });
    expect(nodeOf(pinned, 'r').inputs).toMatchObject([{ binding: from, file: 'data/a.csv', derived: false }]);
  });

  it('has a name of its own', () => {
    const writes = (path: string) => `open("${path}", "w").write("1")\n`;
    const reads = (path: string) => `open("${path}").read()\n`;
    const paths = ['a.csv', 'a-csv', 'ä/é'];
    const cells = [`file_a_csv_2 = f()\n${paths.map(writes).join('')}`, paths.map(reads).join('')];
    expect(nodeOf(filesOf(cells), 'r').inputs.map(({ name, file }) => `${name} ${file}`)).toEqual([
      'file ä/é',
      'file_a_csv a-csv',
      'file_a_csv_3 a.csv'
    ]);
  });

  it('only orders the steps when it cannot travel', () => {
    const flow = filesOf(['open("/data/a", "w").write("1")', 'open("/data/a").read()']);
    expect(nodeOf(flow, 'r').inputs).toEqual([]);
    expect(flow.edges).toMatchObject([{ source: 'w', target: 'r', kind: 'file' }]);
    expect(flow.order).toEqual(['w', 'r']);
  });
});

it('knows paths that lead out of the folder of a step', () => {
  const out = ['/a', '~/a', '../a', 'a/../../b', 's3://b/c', 'C:/a', '\\\\host\\a', '.', ''];
  expect(out.filter(canTravel)).toEqual([]);
  const inside = ['a', 'a/b.csv', '.hidden', 'a..b/c'];
  expect(inside.filter(canTravel)).toEqual(inside);
});
