import { beforeEach, describe, expect, it } from 'vitest';
import { groupNodes, setField } from '../pipeline';
import { connectEnds } from './connect-ends';
import { connectionFor } from './connection-for';
import { disconnect } from './disconnect';
import { wires } from './group-wires';
import { openTestEditor, type TestEditor } from './testing/open-test-editor';

let test: TestEditor;
beforeEach(async () => {
  test = await openTestEditor();
});
const connect = (from: Parameters<typeof connectionFor>[1], to: Parameters<typeof connectionFor>[2]) =>
  connectionFor(test.editor.view.flow, from, to);
const group = (ids: string[], kind: Parameters<typeof groupNodes>[2]) =>
  groupNodes(test.editor.doc, ids, kind);
const nodes = () => test.editor.doc.pipeline.nodes;

describe('connections across the border of a loop', () => {
  let loop: string;
  beforeEach(() => {
    loop = group(['tell'], 'loop');
    setField(test.editor.doc, loop, ['items'], { value: [{ lr: 1 }] });
  });

  it('give the item, or a field of it, to what is inside alone', () => {
    const item = { bind: { node: 'tell', input: 'count', binding: { item: loop } } };
    expect(connect({ node: loop, enter: true }, { node: 'tell', input: 'count' })).toEqual(item);
    expect(connect({ node: loop }, { node: 'tell', input: 'count' })).toEqual(item);
    expect(connect({ node: loop, enter: true, output: 'lr' }, { node: 'tell', input: 'count' })).toEqual({
      bind: { node: 'tell', input: 'count', binding: { item: loop, field: 'lr' } }
    });
    expect(connect({ node: loop, enter: true }, { node: 'score', input: 'epochs' })).toEqual({
      refused: 'Only nodes inside "Loop" can read this.'
    });
  });

  it('collect what all iterations gave, as a list', () => {
    setField(test.editor.doc, 'tell', ['outputs'], { n: { type: 'integer' } });
    expect(connect({ node: 'tell', output: 'n' }, { node: 'score', input: 'epochs' })).toEqual({
      refused: '"epochs" expects integer, but "n" is list.'
    });
    setField(test.editor.doc, 'score', ['inputs', 'all'], { type: 'list' });
    expect(connect({ node: 'tell', output: 'n' }, { node: 'score', input: 'all' })).toHaveProperty('bind');
  });

  it('feed the items', () => {
    setField(test.editor.doc, 'score', ['outputs', 'names'], { type: 'list' });
    expect(connect({ node: 'score', output: 'names' }, { node: loop, input: 'items' })).toEqual({
      bind: { node: loop, input: 'items', field: ['items'], binding: { node: 'score', output: 'names' } }
    });
    expect(connect({ node: 'score', output: 'report' }, { node: loop, input: 'items' })).toHaveProperty(
      'refused'
    );
  });

  it('refuse what goes round: a group counts as one', () => {
    setField(test.editor.doc, 'score', ['after'], [loop]);
    expect(connect({ node: 'score', output: 'count' }, { node: 'tell', input: 'count' })).toEqual({
      refused: 'This would make a cycle: "Score" already runs after "Loop".'
    });
    expect(connect({ node: 'tell' }, { node: loop, input: 'items' })).toHaveProperty('refused');
  });

  it('are drawn, and taken off again', async () => {
    await connectEnds(test.editor, { node: loop, enter: true }, { node: 'tell', input: 'count' });
    const wire = wires(test.editor.view.flow).find(each => 'passes' in each);
    expect(wire).toMatchObject({ source: loop, target: 'tell', targetPort: 'count', passes: 'in' });
    test.editor.select({ edges: [wire!.id] });
    expect([...test.editor.view.selection.edges]).toEqual([wire!.id]);
    disconnect(test.editor.doc, test.editor.view.flow, wire!);
    expect(wires(test.editor.view.flow).some(each => 'passes' in each)).toBe(false);
  });
});

describe('connections out of a branch', () => {
  const report = { node: 'score', output: 'report' };

  it('go through an output of the choice, which each branch gives', async () => {
    const choice = group(['score'], 'choice');
    await connectEnds(test.editor, report, { node: 'tell', input: 'page' });
    expect(nodes()[choice]).toHaveProperty('outputs', { report: { type: 'HTML', from: [report] } });
    expect(nodes().tell).toHaveProperty('inputs.page.from', { node: choice, output: 'report' });
  });

  it('complete the output that the reader reads already', async () => {
    const choice = group(['score'], 'choice');
    await connectEnds(test.editor, report, { node: 'tell', input: 'page' });
    const { doc } = test.editor;
    setField(doc, 'clean', ['outputs'], { page: { type: 'HTML' } });
    const arm = group(['clean'], 'branch');
    setField(doc, arm, ['group'], choice);
    await connectEnds(test.editor, { node: 'clean', output: 'page' }, { node: 'tell', input: 'page' });
    expect(nodes()[choice]).toHaveProperty('outputs', {
      report: { type: 'HTML', from: [report, { node: 'clean', output: 'page' }] }
    });
    const wire = wires(test.editor.view.flow).find(each => each.source === 'score');
    disconnect(doc, test.editor.view.flow, wire!);
    expect(nodes()[choice]).toHaveProperty('outputs.report.from', [{ node: 'clean', output: 'page' }]);
  });

  it('are refused for a lone if, and between branches of one choice', () => {
    const lone = group(['score'], 'branch');
    expect(JSON.stringify(connect(report, { node: 'tell', input: 'page' }))).toContain('may not run');
    const choice = group([lone], 'choice');
    const other = group(['tell'], 'branch');
    setField(test.editor.doc, other, ['group'], choice);
    expect(JSON.stringify(connect(report, { node: 'tell', input: 'page' }))).toContain('At most one branch');
  });
});
