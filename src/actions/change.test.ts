import { beforeEach, describe, expect, it } from 'vitest';
import { addOrder, setField } from '../pipeline';
import { change } from './change';
import { openTestEditor, type TestEditor } from './testing/open-test-editor';

let test: TestEditor;
beforeEach(async () => {
  test = await openTestEditor();
});

describe('change', () => {
  it('is one undo step, apart from what comes right before and after', () => {
    const { doc } = test.editor;
    const title = (text: string) => doc.transact(() => setField(doc, 'score', ['title'], text));
    title('before');
    change(test.editor, () => setField(doc, 'score', ['title'], 'changed'));
    title('after');
    expect(test.steps()).toBe(3);
    doc.undo();
    expect(doc.pipeline.nodes.score.title).toBe('changed');
    doc.undo();
    expect(doc.pipeline.nodes.score.title).toBe('before');
  });

  it('takes all edits of a gesture together', () => {
    change(test.editor, doc => {
      setField(doc, 'score', ['title'], 'a');
      setField(doc, 'tell', ['title'], 'b');
    });
    expect(test.steps()).toBe(1);
  });

  it('calls nodes by their titles', () => {
    const { doc } = test.editor;
    doc.transact(() => setField(doc, 'score', ['title'], 'Rate it'));
    change(test.editor, () => addOrder(doc, 'score', 'score'));
    expect(test.calls.join()).toContain('“Rate it” cannot run after “Rate it”');
  });

  it('tells the user of an edit that cannot be done, and throws what is no such edit', () => {
    expect(change(test.editor, doc => addOrder(doc, 'hint', 'tell'))).toBeUndefined();
    expect(test.calls.join()).toContain('notify warning');
    expect(() =>
      change(test.editor, () => {
        throw new TypeError('broken');
      })
    ).toThrow('broken');
  });
});
