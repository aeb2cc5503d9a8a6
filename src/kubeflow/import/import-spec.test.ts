import { describe, expect, it } from 'vitest';
import { readPipeline, writePipeline } from '../../pipeline';
import type { ComponentSpec, ExecutorSpec, SpecFile, TaskSpec } from '../spec';
import { readBranch, readComparison } from './condition';
import { SpecImportError } from './import-error';
import { importSpec } from './import-spec';
import { recompile } from '../testing/recompile';

const LEAF: ComponentSpec = { executorLabel: 'exec-a' };
const RUN: ExecutorSpec = { container: { image: 'a:1', command: ['run'] } };
const task = (component: string, more: TaskSpec = {}): TaskSpec => ({
  componentRef: { name: component },
  taskInfo: { name: component },
  cachingOptions: { enableCache: true },
  ...more
});
const dag = (tasks: Record<string, TaskSpec>): ComponentSpec => ({ dag: { tasks } });

function file(
  tasks: Record<string, TaskSpec>,
  components: Record<string, ComponentSpec>,
  executors: Record<string, ExecutorSpec> = { 'exec-a': RUN },
  more: object = {}
): SpecFile {
  const spec = {
    pipelineInfo: { name: 'demo' },
    schemaVersion: '2.1.0',
    sdkVersion: 'kfp-2.17.0',
    components,
    deploymentSpec: { executors },
    root: dag(tasks),
    ...more
  };
  return { spec, comment: '' };
}

function comesBack(from: SpecFile) {
  const imported = importSpec(from, { id: 'x' });
  const { spec, platform } = recompile(imported);
  expect({ spec, platform }).toEqual({ spec: from.spec, platform: from.platform });
  return imported;
}

describe('an import', () => {
  it('draws a component that several tasks share once for each', () => {
    const { pipeline } = comesBack(file({ a: task('comp-a'), b: task('comp-a') }, { 'comp-a': LEAF }));
    expect(Object.keys(pipeline.nodes)).toEqual(['a', 'b']);
  });

  it('keeps what nothing uses, and fields that nobody knows', () => {
    const from = file(
      { a: task('comp-a', { laterField: 1 } as TaskSpec) },
      { 'comp-a': LEAF, 'comp-orphan': { executorLabel: 'exec-orphan' } },
      { 'exec-a': RUN, 'exec-orphan': RUN },
      { laterToo: { x: [1] } }
    );
    const { report } = comesBack(from);
    expect(report.kept.map(({ node, path }) => `${node}: ${path}`).sort()).toEqual([
      ': spec.components.comp-orphan',
      ': spec.deploymentSpec.executors.exec-orphan',
      ': spec.laterToo',
      'a: task.laterField'
    ]);
  });

  it('loses no loop whose list is named but not passed to it (#11275)', () => {
    const each: TaskSpec = {
      componentRef: { name: 'comp-each' },
      taskInfo: { name: 'each' },
      inputs: { parameters: { 'pipelinechannel--list': { componentInputParameter: 'gone' } } },
      parameterIterator: {
        itemInput: 'pipelinechannel--list-loop-item',
        items: { inputParameter: 'pipelinechannel--list' }
      }
    };
    const inputDefinitions = {
      parameters: {
        'pipelinechannel--list': { parameterType: 'LIST' as const },
        'pipelinechannel--list-loop-item': { parameterType: 'STRING' as const }
      }
    };
    const loop = { ...dag({ a: task('comp-a') }), inputDefinitions };
    const { report } = recompile(comesBack(file({ each }, { 'comp-a': LEAF, 'comp-each': loop })));
    expect(report.filter(({ outcome }) => outcome === 'lost')).toEqual([]);
  });

  it('shows what is no container as a box, and says so', () => {
    const from = file(
      { a: task('comp-a') },
      { 'comp-a': LEAF },
      { 'exec-a': { customJob: { customJob: { x: 1 } } } }
    );
    const { report } = comesBack(from);
    expect(report).toEqual({
      counts: { component: 1 },
      opaque: [
        {
          node: 'a',
          path: 'executor',
          why: '"comp-a" runs a customJob, which is shown as a box with ports and kept as it is.'
        }
      ],
      kept: []
    });
  });

  it('keeps a variable of a name that no key of a file may have', () => {
    const env = [
      { name: '__proto__', value: 'x' },
      { name: 'A', value: 'b' }
    ];
    const from = file(
      { a: task('comp-a') },
      { 'comp-a': LEAF },
      { 'exec-a': { container: { ...RUN.container, env } } }
    );
    const { pipeline } = comesBack(from);
    expect(readPipeline(writePipeline(pipeline))).toEqual(pipeline);
  });

  it('keeps references that lead nowhere', () => {
    comesBack(
      file(
        {
          a: task('comp-a'),
          b: task('comp-a', { dependentTasks: ['gone'] }),
          c: task('comp-a', {
            inputs: {
              parameters: { x: { taskOutputParameter: { producerTask: 'gone', outputParameterKey: 'y' } } }
            }
          }),
          d: {}
        },
        { 'comp-a': LEAF }
      )
    );
  });

  it('draws a condition of any form', () => {
    const cel = "size(inputs.parameter_values['pipelinechannel--x']) > 2";
    const inputs = { parameters: { 'pipelinechannel--x': { componentInputParameter: 'x' } } };
    const definitions = { parameters: { 'pipelinechannel--x': { parameterType: 'STRING' as const } } };
    const from = file(
      {
        'condition-1': {
          ...task('comp-if', { inputs, triggerPolicy: { condition: cel } }),
          cachingOptions: undefined
        }
      },
      { 'comp-a': LEAF, 'comp-if': { ...dag({ a: task('comp-a') }), inputDefinitions: definitions } }
    );
    delete from.spec.root.dag?.tasks?.['condition-1'].cachingOptions;
    from.spec.root.inputDefinitions = { parameters: { x: { parameterType: 'STRING' } } };
    const { pipeline, report } = comesBack(from);
    expect(pipeline.nodes['condition-1']).toMatchObject({ kind: 'branch', when: { cel } });
    expect(report.kept).toEqual([]);
  });

  it('refuses components that hold each other without end', () => {
    const from = file(
      { a: task('comp-b') },
      { 'comp-b': dag({ c: task('comp-c') }), 'comp-c': dag({ b: task('comp-b') }) }
    );
    expect(() => importSpec(from, { id: 'x' })).toThrow(SpecImportError);
    expect(() => importSpec(from, { id: 'x' })).toThrow('The component "comp-b" is inside itself');
  });

  it('refuses components that share each other to more tasks than anyone draws', () => {
    const levels = Array.from({ length: 40 }, (_, i): [string, ComponentSpec] => [
      `comp-${i}`,
      dag({ l: task(`comp-${i + 1}`), r: task(`comp-${i + 1}`) })
    ]);
    const from = file({ a: task('comp-0') }, { ...Object.fromEntries(levels), 'comp-40': LEAF });
    expect(() => importSpec(from, { id: 'x' })).toThrow('more than 20000 tasks');
  });

  it('refuses a task without its component, and names what may be misspelt', () => {
    const refused = (more: object) => () =>
      importSpec(file({ echo: task('comp-echo') }, {}, {}, more), { id: 'x' });
    expect(refused({})).toThrow('The task "echo" runs the component "comp-echo", which the spec lacks.');
    expect(refused({ components_1: { 'comp-echo': LEAF } })).toThrow(
      'which the spec lacks; Kubeflow knows no field `components_1`.'
    );
    expect(refused({})).toThrow(SpecImportError);
  });

  it('refuses what Kubeflow would not read, and names the place', () => {
    const from = file({ a: task('comp-a') }, { 'comp-a': LEAF }, {
      'exec-a': { container: { image: 5 } }
    } as never);
    expect(() => importSpec(from, { id: 'x' })).toThrow(
      '`deploymentSpec.executors.exec-a.container.image` of the spec is not as Kubeflow reads it'
    );
  });
});

describe('conditions in CEL', () => {
  const x = "inputs.parameter_values['x']";

  it.each([
    [`${x} == 'it\\'s'`, { left: { input: 'x' }, is: '==', right: { value: "it's" } }],
    [`double(int(${x})) <= -1e-05`, { left: { input: 'x' }, is: '<=', right: { value: -1e-5 } }],
    [`'3' != string(${x})`, { left: { value: '3' }, is: '!=', right: { input: 'x' } }],
    [`${x} == true`, { left: { input: 'x' }, is: '==', right: { value: true } }]
  ])('%s is a comparison', (cel, expected) => {
    expect(readComparison(cel)).toEqual(expected);
  });

  it.each([`${x} in ['a']`, `${x} == 'a' && true`, '', `size(${x}) > 1`, `${x} == 1x`])('%s is none', cel => {
    expect(readComparison(cel)).toBeUndefined();
  });

  it.each([
    ['!(a)', { earlier: ['a'] }],
    ["!(a == ')') && !(b(c)) && d", { earlier: ["a == ')'", 'b(c)'], own: 'd' }],
    ['a && !(b)', { earlier: [], own: 'a && !(b)' }],
    ['!(a', { earlier: [], own: '!(a' }]
  ])('%s says which branches came before', (cel, expected) => {
    expect(readBranch(cel)).toEqual(expected);
  });
});
