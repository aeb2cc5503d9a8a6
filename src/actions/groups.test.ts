import { beforeEach, describe, expect, it } from 'vitest';
import { boxesOf, isIn } from '../flow';
import { isBranch, setField } from '../pipeline';
import { isEnabled } from './action';
import { ACTIONS } from './all';
import { openTestEditor, type TestEditor } from './testing/open-test-editor';

let test: TestEditor;
beforeEach(async () => {
  test = await openTestEditor();
});

const find = (id: string) => ACTIONS.find(action => action.id === id)!;
const enabled = (id: string) => isEnabled(find(id), test.editor);
const select = (...nodes: string[]) => test.editor.select({ nodes });
const current = () => [...test.editor.view.selection.nodes].at(-1)!;
const nodes = () => test.editor.doc.pipeline.nodes;
const ofKind = (kind: string) => Object.keys(nodes()).filter(id => nodes()[id].kind === kind);

/** Runs an action and expects exactly one undo step, which undoing takes back whole. */
async function oneStep(id: string, args: Record<string, unknown> = {}): Promise<void> {
  const before = test.editor.doc.pipeline;
  const steps = test.steps();
  await find(id).do(test.editor, args);
  expect(test.calls.filter(call => call.startsWith('notify warning'))).toEqual([]);
  expect(test.steps()).toBe(steps + 1);
  const after = test.editor.doc.pipeline;
  test.editor.doc.undo();
  expect(test.editor.doc.pipeline).toEqual(before);
  test.editor.doc.redo();
  expect(test.editor.doc.pipeline).toEqual(after);
}

describe('making groups', () => {
  it.each([
    ['group-as-loop', 'loop', { items: { value: [] } }],
    ['group-as-if', 'branch', { when: { left: { value: '' }, is: '==', right: { value: '' } } }],
    ['group-as-exit-handler', 'exit-handler', {}],
    ['group-as-pipeline', 'pipeline', {}]
  ])('%s puts the selection inside', async (id, kind, settings) => {
    select('score', 'tell');
    await oneStep(id);
    const [group] = ofKind(kind);
    expect(nodes()[group]).toMatchObject({ kind, ...settings });
    expect([nodes().score.group, nodes().tell.group, nodes().load.group]).toEqual([group, group, undefined]);
    expect(current()).toBe(group);
  });

  it('makes an if with an empty else below', async () => {
    select('score');
    await oneStep('group-as-choice');
    const arms = ofKind('branch');
    const arm = nodes().score.group!;
    const other = arms.find(id => id !== arm)!;
    expect(nodes()[arm]).toHaveProperty('when');
    expect(nodes()[other]).not.toHaveProperty('when');
    const boxes = boxesOf(test.editor.view.flow);
    expect(boxes.get(other)!.y).toBeGreaterThan(boxes.get(arm)!.y + boxes.get(arm)!.height);
  });

  it('is off for nothing, for a note alone, and for nodes of different groups', async () => {
    expect(enabled('group-as-loop')).toBe(false);
    select('hint');
    expect(enabled('group-as-loop')).toBe(false);
    select('score');
    await oneStep('group-as-loop');
    select('score', 'tell');
    expect(enabled('group-as-loop')).toBe(false);
  });

  it('takes groups away and tells what only they gave', async () => {
    select('tell');
    await oneStep('group-as-loop');
    const loop = current();
    setField(test.editor.doc, 'tell', ['inputs', 'count', 'from'], { item: loop });
    await oneStep('ungroup');
    expect(nodes()[loop]).toBeUndefined();
    expect(nodes().tell.group).toBeUndefined();
    expect(test.calls.join()).toContain('gone from: Tell');
  });
});

describe('adding groups', () => {
  it.each([
    ['add-loop', 'loop'],
    ['add-branch', 'branch'],
    ['add-choice', 'choice'],
    ['add-exit-handler', 'exit-handler'],
    ['add-pipeline', 'pipeline'],
    ['add-create-volume', 'container'],
    ['add-delete-volume', 'container']
  ])('%s where it is told', async (id, kind) => {
    await oneStep(id, { position: [2000, 900] });
    expect(nodes()[current()].kind).toBe(kind);
    const box = boxesOf(test.editor.view.flow).get(current())!;
    expect([box.x, box.y]).toEqual([2000, 900]);
  });

  it('adds else-ifs below, and one else; a lone if becomes a choice', async () => {
    await oneStep('add-branch', { position: [2000, 900] });
    const first = current();
    await oneStep('add-else');
    const choice = nodes()[first].group!;
    expect(nodes()[choice].kind).toBe('choice');
    select(choice);
    expect(enabled('add-else')).toBe(false);
    await oneStep('add-else-if');
    const last = nodes()[current()];
    expect(isBranch(last) && [last.group, last.rank]).toEqual([choice, 1]);
  });

  it('puts a node into the group under it or selected, and never a step into a choice', async () => {
    await oneStep('add-choice', { position: [2000, 900] });
    const choice = current();
    const [arm] = ofKind('branch');
    select(arm);
    await oneStep('add-container');
    const inside = current();
    expect(nodes()[inside].group).toBe(arm);
    const flow = test.editor.view.flow;
    expect(isIn(boxesOf(flow).get(arm)!, flow.pipeline.layout[inside])).toBe(true);
    await oneStep('add-note', { position: [2005, 905] });
    expect(nodes()[current()].group).toBeUndefined();
    select(choice);
    await oneStep('add-branch');
    expect(nodes()[current()].group).toBe(choice);
  });

  it('adds an exit step beside its handler', async () => {
    select('score');
    await oneStep('group-as-exit-handler');
    const handler = current();
    await oneStep('add-exit-step');
    expect(nodes()[current()]).toMatchObject({ after: [handler], ignoreUpstreamFailure: true });
  });
});

describe('going and moving between groups', () => {
  it('goes in and out by keys, and arrows stay inside before they leave', async () => {
    select('clean', 'score');
    await oneStep('group-as-loop');
    const loop = current();
    await find('enter-group').do(test.editor, {});
    expect(current()).toBe('clean');
    await find('walk-right').do(test.editor, {});
    expect(current()).toBe('score');
    await find('walk-right').do(test.editor, {});
    expect(current()).toBe('tell');
    select('score');
    await find('leave-group').do(test.editor, {});
    expect(current()).toBe(loop);
  });

  it('moves nodes into the nearest group and out again', async () => {
    select('score');
    await oneStep('group-as-loop');
    const loop = current();
    select('tell');
    await oneStep('move-into-group');
    expect(nodes().tell.group).toBe(loop);
    await oneStep('move-out-of-group');
    expect(nodes().tell.group).toBeUndefined();
    const flow = test.editor.view.flow;
    expect(isIn(boxesOf(flow).get(loop)!, flow.pipeline.layout.tell)).toBe(false);
  });

  it('says why a node cannot leave', async () => {
    select('tell');
    await oneStep('group-as-loop');
    setField(test.editor.doc, 'tell', ['inputs', 'count', 'from'], { item: current() });
    select('tell');
    await find('move-out-of-group').do(test.editor, {});
    expect(nodes().tell.group).toBeDefined();
    expect(test.calls.join()).toContain('reads the item');
  });

  it('moves a step out of its choice with one move', async () => {
    select('score');
    await oneStep('group-as-choice');
    select('score');
    await oneStep('move-out-of-group');
    expect(nodes().score.group).toBeUndefined();
  });
});
