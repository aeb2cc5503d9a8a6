import { describe, expect, it } from 'vitest';
import { plainText as trans } from '../../actions';
import { removeNodes, setField } from '../../pipeline';
import { smallEditor } from '../testing/editor';
import { MIXED, nodeForm } from './form';
import { pipelineForm } from './pipeline-form';

describe('nodeForm', () => {
  it('reads what nodes have in common, and says where they differ', () => {
    const editor = smallEditor();
    const form = nodeForm(editor, trans, ['score', 'report']);
    expect(form.get(['pool'])).toBe(MIXED);
    expect(form.get(['cache'])).toBeUndefined();
    expect(nodeForm(editor, trans, ['score']).get(['retry', 'max'])).toBe(2);
  });

  it('writes to all its nodes as one undo step, apart from those before and after', () => {
    const editor = smallEditor();
    const form = nodeForm(editor, trans, ['score', 'report']);
    form.set(['timeout'], '1h');
    form.set(['resources', 'cpu'], '4');
    const nodes = () => editor.doc.pipeline.nodes;
    expect(nodes().report).toMatchObject({ timeout: '1h', resources: { cpu: '4' } });
    editor.doc.undo();
    expect(nodes().score).toMatchObject({ timeout: '1h' });
    expect(nodes().score).not.toHaveProperty('resources');
    expect(nodes().report).not.toHaveProperty('resources');
  });

  it('gives up a draft of a node that was deleted meanwhile', () => {
    const editor = smallEditor();
    const form = nodeForm(editor, trans, ['score']);
    removeNodes(editor.doc, ['score']);
    form.set(['title'], 'late');
    expect(editor.told).toEqual([]);
    expect(editor.doc.pipeline.nodes).not.toHaveProperty('score');
  });

  it('tells the user of an edit that is refused', () => {
    const editor = smallEditor();
    nodeForm(editor, trans, ['score']).set(['retry', 'max'], 'many');
    expect(editor.told).toHaveLength(1);
    expect(editor.doc.pipeline.nodes.score).toMatchObject({ retry: { max: 2 } });
  });

  it('writes nothing when the editor is read-only', () => {
    const editor = smallEditor({ readOnly: true });
    const form = nodeForm(editor, trans, ['score']);
    form.set(['title'], 'new');
    form.edit(() => setField(editor.doc, 'score', ['title'], 'new'));
    expect(editor.doc.pipeline.nodes.score.title).toBe('Score');
  });
});

it('pipelineForm writes the name and the description', () => {
  const editor = smallEditor();
  const form = pipelineForm(editor, trans);
  form.set(['name'], 'other');
  form.set(['description'], 'Nightly');
  form.set(['description'], undefined);
  expect(editor.doc.pipeline).toMatchObject({ name: 'other' });
  expect(editor.doc.pipeline).not.toHaveProperty('description');
});
