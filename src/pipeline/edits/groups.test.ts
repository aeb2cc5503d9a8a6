import { beforeEach, expect, test } from 'vitest';
import { newPipeline } from '../new-pipeline';
import type { Binding } from '../ports';
import type { Pipeline, PipelineNode } from '../schema';
import type { SharedPipeline } from '../shared/contract';
import { createSharedPipeline } from '../shared/shared-pipeline';
import { bindSetting } from './bind-setting';
import { duplicateNodes } from './duplicate-nodes';
import { PipelineEditError } from './edit-error';
import { groupNodes } from './group-nodes';
import { moveIntoGroup } from './move-into-group';
import { removeNodes } from './remove-nodes';
import { renamePort } from './rename-port';
import { setPipelineField } from './set-pipeline-field';
import { ungroup } from './ungroup';

const step = (from: Record<string, Binding> = {}, more: object = {}): PipelineNode => ({
  kind: 'container',
  image: 'i',
  outputs: { o: { type: 'string' } },
  inputs: Object.fromEntries(Object.entries(from).map(([name, it]) => [name, { type: 'string', from: it }])),
  ...more
});

/** list -> loop(work -> check) -> report, and a sub-pipeline that takes x and gives y. */
const START: Pipeline = {
  ...newPipeline({ id: 'x', name: 'start' }),
  parameters: { p: { type: 'string' } },
  outputs: { all: { type: 'list', from: { node: 'work', output: 'o' } } },
  nodes: {
    list: step(),
    loop: { kind: 'loop', items: { node: 'list', output: 'o' }, after: ['list'] },
    work: step({ each: { item: 'loop', field: 'name' } }, { group: 'loop' }),
    check: step({ done: { node: 'work', output: 'o' } }, { group: 'loop' }),
    report: step({ all: { node: 'check', output: 'o' } }, { after: ['loop'] }),
    sub: {
      kind: 'pipeline',
      inputs: { x: { type: 'string', from: { parameter: 'p' } }, z: { type: 'string', default: 'zed' } },
      outputs: { y: { type: 'string', from: { node: 'inner', output: 'o' } } }
    },
    inner: step({ a: { node: 'sub', input: 'x' }, b: { node: 'sub', input: 'z' } }, { group: 'sub' }),
    user: step({ y: { node: 'sub', output: 'y' }, how: { status: 'sub' } })
  }
};

let doc: SharedPipeline;
beforeEach(() => {
  doc = createSharedPipeline();
  doc.load(structuredClone(START));
  expect(doc.repairs).toEqual([]);
});

const fieldsOf = (id: string): Record<string, unknown> => doc.pipeline.nodes[id];
const fed = (id: string) =>
  Object.fromEntries(
    Object.entries(fieldsOf(id).inputs as Record<string, { from?: Binding }>).map(([name, { from }]) => [
      name,
      from
    ])
  );

function refused(edit: () => unknown): string {
  const before = doc.stored;
  let message = '';
  try {
    edit();
  } catch (error) {
    expect(error).toBeInstanceOf(PipelineEditError);
    message = (error as Error).message;
  }
  expect(doc.stored).toBe(before);
  expect(message).not.toBe('');
  return message;
}

test('a group is made around nodes that stand beside each other, in one step', () => {
  const id = groupNodes(doc, ['work', 'check'], 'branch');
  expect(fieldsOf(id)).toEqual({ kind: 'branch', group: 'loop' });
  expect([fieldsOf('work').group, fieldsOf('check').group]).toEqual([id, id]);
  expect(doc.pipeline.layout).toEqual({});
  doc.undo();
  expect(doc.stored).toEqual(START);
  expect(refused(() => groupNodes(doc, ['work', 'list'], 'loop'))).toContain('in one group');
  expect(refused(() => groupNodes(doc, [], 'loop'))).toContain('in one group');
});

test('a choice holds branches alone', () => {
  const choice = groupNodes(doc, ['report'], 'choice');
  const branch = String(fieldsOf('report').group);
  expect(fieldsOf(branch)).toEqual({ kind: 'branch', group: choice });
  expect(refused(() => moveIntoGroup(doc, ['list'], choice))).toContain('branches alone');
  expect(refused(() => groupNodes(doc, [branch], 'loop'))).toContain('branches alone');
  const other = groupNodes(doc, ['user'], 'branch');
  moveIntoGroup(doc, [other], choice);
  expect(fieldsOf(other).group).toBe(choice);
});

test('no group is made that would wait for what waits for it', () => {
  expect(refused(() => groupNodes(doc, ['list', 'report'], 'exit-handler'))).toMatch(
    /would wait for .* itself/
  );
  doc.load({ ...newPipeline({ id: 'x', name: 'x' }), nodes: { a: step(), b: step(), c: step() } });
  const derived = [['a', 'b'] as const, ['b', 'c'] as const];
  expect(refused(() => groupNodes(doc, ['a', 'c'], 'loop', derived))).toContain('would wait for each other');
  groupNodes(doc, ['a', 'b'], 'loop', derived);
});

test('nodes move with what they hold, but not out of the reach of their bindings', () => {
  moveIntoGroup(doc, ['loop', 'work'], 'sub');
  expect([fieldsOf('loop').group, fieldsOf('work').group]).toEqual(['sub', 'loop']);
  expect(refused(() => moveIntoGroup(doc, ['sub'], 'loop'))).toContain('into itself');
  expect(refused(() => moveIntoGroup(doc, ['list'], 'work'))).toContain('cannot hold');
  expect(refused(() => moveIntoGroup(doc, ['work'], undefined))).toContain('reads the item of "Loop"');
  expect(refused(() => moveIntoGroup(doc, ['inner'], undefined))).toContain('would not be inside it');
  moveIntoGroup(doc, ['loop'], undefined);
  expect(doc.stored).toEqual(START);
});

test('a loop that is taken apart leaves what it held, after what was before it', () => {
  const lost = ungroup(doc, 'loop');
  expect(lost.map(({ node, field, to }) => [node, field.join('.'), to])).toEqual([
    ['work', 'inputs.each.from', { item: 'loop', field: 'name' }]
  ]);
  expect(fed('work')).toEqual({ each: undefined });
  expect([fieldsOf('work').group, fieldsOf('work').after]).toEqual([undefined, ['list']]);
  expect((fieldsOf('report').after as string[]).sort()).toEqual(['check', 'work']);
  expect(doc.repairs).toEqual([]);
});

test('bindings to the ports of a group that is taken apart are joined through', () => {
  const lost = ungroup(doc, 'sub');
  expect(fed('inner')).toEqual({ a: { parameter: 'p' }, b: { value: 'zed' } });
  expect(fed('user')).toEqual({ y: { node: 'inner', output: 'o' }, how: undefined });
  expect(lost.map(({ node, to }) => [node, to])).toEqual([['user', { status: 'sub' }]]);
  expect(refused(() => ungroup(doc, 'user'))).toContain('no group');
});

test('a group goes with all it holds, and the outputs it gave name nothing', () => {
  removeNodes(doc, ['loop', 'inner']);
  expect(Object.keys(doc.stored.nodes).sort()).toEqual(['list', 'report', 'sub', 'user']);
  expect(doc.stored.outputs).toEqual({ all: { type: 'list', from: [] } });
  expect(fieldsOf('sub').outputs).toEqual({ y: { type: 'string', from: [] } });
  expect(fieldsOf('report').after).toEqual([]);
  expect(doc.repairs).toEqual([]);
});

test('copies of a group read the items and inputs of the copy', () => {
  const ids = duplicateNodes(doc, ['loop', 'sub'], [10, 10]);
  const copied = (kind: string) => ids.find(id => doc.pipeline.nodes[id].kind === kind) ?? '';
  const inside = (group: string) => ids.filter(id => doc.pipeline.nodes[id].group === group).map(fed);
  expect(inside(copied('pipeline'))).toEqual([
    { a: { node: copied('pipeline'), input: 'x' }, b: { node: copied('pipeline'), input: 'z' } }
  ]);
  expect(inside(copied('loop'))).toContainEqual({ each: { item: copied('loop'), field: 'name' } });
});

test('ports of a group are renamed with what reads them on both sides', () => {
  renamePort(doc, 'sub', 'inputs', 'x', 'ex');
  renamePort(doc, 'sub', 'outputs', 'y', 'why');
  renamePort(doc, 'work', 'outputs', 'o', 'out');
  expect(fed('inner').a).toEqual({ node: 'sub', input: 'ex' });
  expect(fed('user').y).toEqual({ node: 'sub', output: 'why' });
  expect(doc.pipeline.outputs).toEqual({ all: { type: 'list', from: { node: 'work', output: 'out' } } });
  expect(doc.repairs).toEqual([]);
});

test('placeholders follow a renamed input wherever they stand', () => {
  const text = (name: string) => `{{$.inputs.parameters['${name}']}}`;
  const node = (name: string): PipelineNode => ({
    kind: 'container',
    image: `acme:${text(name)}`,
    resources: { cpu: text(name) },
    args: [{ concat: ['--', { input: name }] }, { if: name, then: [{ input: name }] }, text(name)],
    inputs: {
      [name]: { type: 'string', from: { value: 'input' } },
      b: { type: 'string', from: { value: `x${text(name)}` } }
    }
  });
  doc.write(['nodes', 'n'], node('a'));
  renamePort(doc, 'n', 'inputs', 'a', 'c');
  expect(doc.stored.nodes.n).toEqual(node('c'));
});

test('settings are fed like inputs, and close no cycle', () => {
  bindSetting(doc, 'loop', ['items'], { parameter: 'p' });
  expect(fieldsOf('loop').items).toEqual({ parameter: 'p' });
  expect(refused(() => bindSetting(doc, 'loop', ['items'], { node: 'report', output: 'o' }))).toContain(
    'itself'
  );
  expect(refused(() => bindSetting(doc, 'loop', ['items'], { node: 'work', output: 'o' }))).toContain(
    'itself'
  );
  doc.write(['nodes', 'work', 'kubernetes'], { pvcMount: [{ pvcName: 'a', mountPath: '/a' }] });
  bindSetting(doc, 'work', ['kubernetes', 'pvcMount', '0', 'pvcName'], { item: 'loop' });
  expect(fieldsOf('work').kubernetes).toEqual({ pvcMount: [{ pvcName: { item: 'loop' }, mountPath: '/a' }] });
  expect(
    refused(() => bindSetting(doc, 'work', ['kubernetes', 'pvcMount', '0', 'pvcName'], undefined))
  ).toContain('lacks "pvcName"');
});

test('settings of the pipeline are set one by one', () => {
  setPipelineField(doc, ['config', 'activeDeadlineSeconds'], 60);
  setPipelineField(doc, ['config', 'workspace', 'size'], '1Gi');
  expect(doc.stored.config).toEqual({ activeDeadlineSeconds: 60, workspace: { size: '1Gi' } });
  expect(refused(() => setPipelineField(doc, ['config', 'activeDeadlineSeconds'], -1))).toContain(
    'at least 0'
  );
  setPipelineField(doc, ['outputs', 'all'], undefined);
  expect(doc.stored).not.toHaveProperty('outputs');
});
