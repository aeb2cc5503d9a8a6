import { beforeAll, expect, it } from 'vitest';
import type { CellAnalyzer } from '../notebook';
import { loadAnalyzer } from '../notebook/testing/load';
import type { CellsNode } from '../pipeline';
import { emptyCatalog } from '../pools';
import { unpackStep } from '../runtime';
import { flowOf } from '../flow/testing/draw';
import { compile } from './compile';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

const CELLS = ['open("a.csv", "w").write("1")\n6 * 7', 'print(open("a.csv").read())'];

function compiled(writer: Partial<CellsNode> = {}, reader: Partial<CellsNode> = {}) {
  const flow = flowOf(analyzer, CELLS, { w: [[0], writer], r: [[1], reader] });
  const { spec, report } = compile(flow, emptyCatalog, 'kfp-2.18');
  const lost = report.filter(({ outcome }) => outcome === 'lost');
  const steps = Object.values(spec.deploymentSpec?.executors ?? {}).flatMap(
    ({ container }) => unpackStep(container?.command ?? []) ?? []
  );
  return { spec, report, lost, steps };
}

it('passes a file on as an artifact that the runtime takes from and puts to its path', () => {
  const { spec, lost, steps } = compiled();
  expect(lost).toEqual([]);
  const file = { type: 'Artifact', artifact: true, file: 'a.csv' };
  expect(steps.map(({ inputs, outputs }) => [inputs, outputs])).toEqual(
    expect.arrayContaining([
      [{}, { file_a_csv: file }],
      [{ file_a_csv: file }, {}]
    ])
  );
  const tasks = Object.values(spec.root?.dag?.tasks ?? {});
  expect(tasks.flatMap(({ inputs }) => Object.values(inputs?.artifacts ?? {}))).toEqual([
    { taskOutputArtifact: { producerTask: expect.any(String) as string, outputArtifactKey: 'file_a_csv' } }
  ]);
});

it('calls the value of the trailing expression by a name that a spec can have', () => {
  const { spec, lost, steps } = compiled({ outputs: { _: { type: 'integer', description: 'the answer' } } });
  expect(lost).toEqual([]);
  expect(steps.some(({ outputs }) => '_' in outputs)).toBe(true);
  const found = Object.values(spec.components ?? {}).map(each => each.outputDefinitions?.parameters);
  expect(found).toContainEqual({
    last_value: { parameterType: 'NUMBER_INTEGER', description: 'the answer' }
  });
});

it.each([
  [{ outputs: { n: { type: 'integer', file: 'a.csv' } } }, 'outputs.n'],
  [{ outputs: { weft_report: { type: 'HTML' } } }, 'outputs.weft_report'],
  [{ outputs: { _: { type: 'integer' }, last_value: { type: 'integer' } } }, 'outputs.last_value'],
  [{ packages: ['a', '--index-url=x'] }, 'packages.1']
] as [Partial<CellsNode>, string][])('loses what no step can do: %j', (writer, field) => {
  expect(compiled(writer).lost.map(entry => entry.field)).toContain(field);
});

it('loses a file that is read as a value', () => {
  const from = { node: 'w', output: 'file_a_csv' };
  const reader = { inputs: { file_a_csv: { type: 'string', from } } };
  expect(compiled({}, reader).lost.map(({ field }) => field)).toContain('inputs.file_a_csv');
});
