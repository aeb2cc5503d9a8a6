import { beforeEach, describe, expect, it } from 'vitest';
import { addOrder, bindInput, setField } from '../pipeline';
import { connectionFor } from './connection-for';
import type { OpenEditor } from './open-editor';
import { openTestEditor } from './testing/open-test-editor';

let editor: OpenEditor;
beforeEach(async () => {
  ({ editor } = await openTestEditor());
});
const connect = (from: Parameters<typeof connectionFor>[1], to: Parameters<typeof connectionFor>[2]) =>
  connectionFor(editor.view.flow, from, to);

describe('connectionFor', () => {
  it('binds an output to an input of its type', () => {
    expect(connect({ node: 'score', output: 'report' }, { node: 'tell', input: 'page' })).toEqual({
      bind: { node: 'tell', input: 'page', binding: { node: 'score', output: 'report' } }
    });
  });

  it('says which types do not fit', () => {
    expect(connect({ node: 'score', output: 'report' }, { node: 'tell', input: 'count' })).toEqual({
      refused: '"count" expects integer, but "report" is HTML.'
    });
  });

  it('refuses a node of its own, a note, and a node that is gone', () => {
    expect(connect({ node: 'score' }, { node: 'score' })).toHaveProperty('refused');
    expect(connect({ node: 'score' }, { node: 'hint' })).toHaveProperty('refused');
    expect(connect({ node: 'score' }, { node: 'gone' })).toHaveProperty('refused');
  });

  it('refuses a cycle, also one through edges that follow from the code', () => {
    const cycle = { refused: 'This would make a cycle: "Clean" already runs after "Load".' };
    expect(connect({ node: 'clean' }, { node: 'load' })).toEqual(cycle);
    addOrder(editor.doc, 'score', 'tell');
    expect(connect({ node: 'tell' }, { node: 'score' })).toHaveProperty('refused');
  });

  it('takes a name that cells leave behind for any type, unless it was declared', () => {
    expect(connect({ node: 'load' }, { node: 'score', input: 'data' })).toEqual({
      bind: { node: 'score', input: 'data', binding: { node: 'load', output: 'df' } }
    });
    setField(editor.doc, 'load', ['outputs'], { df: { type: 'Model' } });
    expect(connect({ node: 'load' }, { node: 'score', input: 'data' })).toHaveProperty('refused');
  });

  it('binds the first free input that fits when an end names none, the same name first', () => {
    expect(connect({ node: 'score' }, { node: 'tell' })).toMatchObject({ bind: { input: 'count' } });
    bindInput(editor.doc, 'tell', 'count', { value: 3 });
    expect(connect({ node: 'score' }, { node: 'tell' })).toMatchObject({ bind: { input: 'page' } });
  });

  it('puts nodes in order when nothing fits, once', () => {
    const order = { order: { before: 'tell', after: 'clean' } };
    expect(connect({ node: 'tell' }, { node: 'clean' })).toEqual(order);
    addOrder(editor.doc, 'tell', 'clean');
    expect(connect({ node: 'tell' }, { node: 'clean' })).toEqual({
      refused: '"Clean" already runs after "Tell".'
    });
  });

  it('refuses a wire that is there already', () => {
    bindInput(editor.doc, 'tell', 'page', { node: 'score', output: 'report' });
    expect(connect({ node: 'score', output: 'report' }, { node: 'tell', input: 'page' })).toEqual({
      refused: '"page" is already fed by "Score".'
    });
  });

  it('asks when several names would do', () => {
    setField(
      editor.doc,
      'load',
      ['cells'],
      [
        { id: 'c1', hash: '' },
        { id: 'c2', hash: '' }
      ]
    );
    const connection = connect({ node: 'load' }, { node: 'score', input: 'data' });
    expect(connection).toEqual({ choose: { node: 'score', input: 'data', outputs: ['df', 'clean'] } });
  });
});
