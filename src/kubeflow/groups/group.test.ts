import { describe, expect, it } from 'vitest';
import type { PipelineNode } from '../../pipeline';
import { emptyCatalog } from '../../pools';
import { compile } from '../compile';
import { taskNodes } from '../task-nodes';
import { constant, item, out, parameter, step, twinFlow } from '../testing/twin-steps';

const compiled = (nodes: Record<string, PipelineNode>) =>
  compile(twinFlow('p', { parameters: { xs: 'list', n: 'integer' } }, nodes), emptyCatalog, 'kfp-2.16');
const problems = ({ report }: ReturnType<typeof compiled>) =>
  report.filter(({ outcome }) => outcome !== 'compiled' && outcome !== 'drawing');

describe('a group', () => {
  it('keeps values apart that would have one name', () => {
    const { spec } = compiled({
      a: { kind: 'loop', items: parameter('xs') },
      b: { kind: 'loop', items: parameter('xs'), group: 'a' },
      c: step('emit', { x: item('a') }, 'b'),
      d: step('emit', { x: item('b') }, 'b')
    });
    const inner = spec.components?.['comp-for-loop-2'];
    expect(Object.keys(inner?.inputDefinitions?.parameters ?? {}).sort()).toEqual([
      'pipelinechannel--xs',
      'pipelinechannel--xs-loop-item',
      'pipelinechannel--xs-loop-item-2'
    ]);
    expect(inner?.dag?.tasks?.emit?.inputs?.parameters?.x).toEqual({
      componentInputParameter: 'pipelinechannel--xs-loop-item-2'
    });
    expect(inner?.dag?.tasks?.['emit-2']?.inputs?.parameters?.x).toEqual({
      componentInputParameter: 'pipelinechannel--xs-loop-item'
    });
  });

  it('passes a field of an item on by a name of its own', () => {
    const { spec } = compiled({
      a: { kind: 'loop', items: constant([{ k: 1 }]) },
      b: { kind: 'branch', group: 'a', when: { left: item('a', 'k'), is: '==', right: constant(1) } },
      c: step('emit', { x: item('a', 'k') }, 'b')
    });
    const [branch] = Object.values(spec.components?.['comp-for-loop-2']?.dag?.tasks ?? {});
    expect(branch.inputs?.parameters).toEqual({
      'pipelinechannel--loop-item-param-1-subvar-k': {
        componentInputParameter: 'pipelinechannel--loop-item-param-1',
        parameterExpressionSelector: 'parseJson(string_value)["k"]'
      }
    });
    expect(branch.triggerPolicy?.condition).toBe(
      "int(inputs.parameter_values['pipelinechannel--loop-item-param-1-subvar-k']) == 1"
    );
  });

  it('gets what the conditions around it compare, as in the SDK, but not into sub-pipelines', () => {
    const { spec } = compiled({
      a: { kind: 'choice' },
      b: {
        kind: 'branch',
        group: 'a',
        rank: 0,
        when: { left: parameter('n'), is: '==', right: constant(1) }
      },
      c: { kind: 'branch', group: 'a', rank: 1 },
      d: { kind: 'loop', group: 'c', items: constant([1, 2]) },
      e: step('emit', { x: item('d') }, 'd'),
      f: { kind: 'pipeline', group: 'c', title: 'inner' },
      g: step('emit', { x: constant(1) }, 'f'),
      h: step('emit', { x: constant(1) }, 'b')
    });
    const inputs = (name: string) =>
      Object.keys(spec.components?.[name]?.inputDefinitions?.parameters ?? {}).sort();
    expect(inputs('comp-for-loop-5')).toEqual(['pipelinechannel--loop-item-param-4', 'pipelinechannel--n']);
    expect(inputs('comp-inner')).toEqual([]);
  });

  it('gives CEL of an earlier branch what it names', () => {
    const cel = "inputs.parameter_values['count'] > 3 || false";
    const { spec } = compiled({
      a: { kind: 'choice' },
      b: {
        kind: 'branch',
        group: 'a',
        when: { cel },
        inputs: { count: { type: 'integer', from: parameter('n') } }
      },
      c: step('clean', {}, 'b'),
      d: { kind: 'branch', group: 'a' },
      e: step('clean', {}, 'd')
    });
    const tasks = spec.components?.['comp-condition-branches-1']?.dag?.tasks ?? {};
    expect(tasks['condition-2'].triggerPolicy?.condition).toBe(cel);
    expect(tasks['condition-3'].triggerPolicy?.condition).toBe(`!(${cel})`);
    expect(tasks['condition-3'].inputs?.parameters).toEqual({
      count: { componentInputParameter: 'pipelinechannel--n' }
    });
  });

  it('waits for what the branches before it ask for', () => {
    const { spec } = compiled({
      a: { kind: 'choice' },
      b: {
        kind: 'branch',
        group: 'a',
        rank: 1,
        when: { left: parameter('n'), is: '==', right: constant(1) }
      },
      c: step('emit', { x: parameter('n') }, 'b'),
      d: { kind: 'branch', group: 'a', rank: 2, when: { left: out('c'), is: '==', right: constant(2) } },
      e: step('clean', {}, 'd'),
      f: { kind: 'branch', group: 'a' },
      g: step('clean', {}, 'f')
    });
    const tasks = spec.components?.['comp-condition-branches-1']?.dag?.tasks ?? {};
    expect(Object.values(tasks).map(({ dependentTasks }) => dependentTasks)).toEqual(
      expect.arrayContaining([undefined, ['condition-2'], ['condition-2']])
    );
    expect(Object.values(tasks).filter(({ dependentTasks }) => dependentTasks)).toHaveLength(2);
  });

  it('gives what its iterations gave as a list, from one loop to the next', () => {
    const { spec } = compiled({
      a: { kind: 'loop', items: parameter('xs') },
      b: { kind: 'loop', items: parameter('xs'), group: 'a' },
      c: step('data', { s: item('b') }, 'b'),
      d: step('emit', { x: constant(1) }, 'b'),
      e: step('count', { many: out('c') }),
      f: step('total', { xs: out('d') })
    });
    for (const loop of ['comp-for-loop-1', 'comp-for-loop-2']) {
      expect(spec.components?.[loop]?.outputDefinitions).toEqual({
        parameters: { 'pipelinechannel--emit-out': { parameterType: 'LIST' } },
        artifacts: {
          'pipelinechannel--data-out': {
            artifactType: { schemaTitle: 'system.Dataset', schemaVersion: '0.0.1' },
            isArtifactList: true
          }
        }
      });
    }
  });

  it('writes the defaults of a sub-pipeline that nothing feeds', () => {
    const { spec } = compiled({
      a: { kind: 'pipeline', title: 'part', inputs: { m: { type: 'integer', default: 4 } } },
      b: step('emit', { x: { node: 'a', input: 'm' } }, 'a')
    });
    expect(spec.root.dag?.tasks?.part?.inputs?.parameters).toEqual({
      m: { runtimeValue: { constant: 4 } }
    });
    expect(spec.components?.['comp-part']?.inputDefinitions?.parameters?.m).toEqual({
      parameterType: 'NUMBER_INTEGER',
      isOptional: true,
      defaultValue: 4
    });
  });

  it('waits as a whole for what anything in it waits for', () => {
    const { spec, report } = compiled({
      a: step('clean'),
      b: { kind: 'exit-handler' },
      c: step('clean', {}, 'b', { after: ['a'] })
    });
    expect(spec.root.dag?.tasks?.['exit-handler-1']?.dependentTasks).toEqual(['clean']);
    expect(report).toContainEqual({
      node: 'c',
      field: 'after.0',
      outcome: 'compiled',
      path: 'spec.root.dag.tasks.exit-handler-1.dependentTasks'
    });
  });

  it.each<[string, Record<string, PipelineNode>, string[]]>([
    [
      'a list that is empty',
      { a: { kind: 'loop', items: constant([]) }, b: step('clean', {}, 'a') },
      ['a.items']
    ],
    ['a loop over nothing', { a: { kind: 'loop' }, b: step('clean', {}, 'a') }, ['a.items']],
    [
      'a condition on a list',
      {
        a: { kind: 'branch', when: { left: parameter('xs'), is: '==', right: constant('a') } },
        b: step('clean', {}, 'a')
      },
      ['a.when']
    ],
    [
      'an output that no task gives',
      {
        a: { kind: 'pipeline', outputs: { o: { type: 'list', from: parameter('xs') } } },
        b: step('clean', {}, 'a')
      },
      ['a.outputs.o.from']
    ]
  ])('loses %s aloud', (_, nodes, fields) => {
    expect(problems(compiled(nodes)).map(({ node, field }) => `${node}.${field}`)).toEqual(fields);
  });

  it('says which node is behind each task, inside too', () => {
    expect(
      taskNodes(
        compiled({
          a: { kind: 'loop', items: parameter('xs') },
          b: step('emit', { x: item('a') }, 'a'),
          c: step('total', { xs: out('b') })
        })
      )
    ).toEqual({ 'for-loop-1': 'a', emit: 'b', total: 'c' });
  });
});
