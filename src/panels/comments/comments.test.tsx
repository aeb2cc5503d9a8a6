import React from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { plainText as trans } from '../../actions';
import { peer, PlainSession } from '../../actions/testing/plain-session';
import { applyComment, type CommentRequest } from '../../pipeline';
import { Comments, Inspector } from '../index';
import { smallEditor } from '../testing/editor';
import { filtered } from './filter';
import { threadsOf } from '../../actions';

const SAID: (CommentRequest & { by: string })[] = [
  { by: 'ann', do: 'open', thread: 't1', message: 'm1', node: 'score', text: 'Why 3?\n<b>Really</b>' },
  { by: 'me', do: 'reply', thread: 't1', message: 'm2', text: 'Because.' },
  { by: 'bob', do: 'open', thread: 't2', message: 'm3', node: 'gone', text: 'Lost' },
  { by: 'bob', do: 'open', thread: 't3', message: 'm4', at: [1, 2], text: 'Here' },
  { by: 'bob', do: 'open', thread: 't4', message: 'm5', text: 'Fine' },
  { by: 'bob', do: 'resolve', thread: 't4' }
];

function discussed(session: PlainSession | null = null) {
  const editor = smallEditor({ session });
  SAID.forEach(({ by, ...request }, second) =>
    applyComment(
      editor.doc,
      request,
      { username: by, name: by },
      new Date(Date.UTC(2026, 0, 1, 0, 0, second))
    )
  );
  return editor;
}
const draw = (editor: ReturnType<typeof discussed>) =>
  renderToStaticMarkup(<Comments editor={editor} trans={trans} />);

describe('Comments', () => {
  it('lists open threads with what they are about, and the first of what was said', () => {
    const html = draw(discussed());
    const about = [...html.matchAll(/<article[^>]*aria-label="([^"]+)"/g)].map(([, label]) => label);
    expect(about).toEqual([
      'A place on the canvas, by bob',
      'A node that was deleted, by bob',
      'Score, by ann'
    ]);
    expect(html).toContain('Why 3?\n&lt;b&gt;Really&lt;/b&gt;');
    expect(html).toContain('1 reply');
    expect(html).not.toContain('Because.');
    expect(html).toContain('Resolved (1)');
  });

  it('opens a thread with all that was said, to be answered; only what one said oneself can be taken back', () => {
    const editor = discussed();
    editor.discuss({ thread: 't1' });
    const html = draw(editor);
    expect(html).toContain('Because.');
    expect(html.match(/Take back what you said/g)).toHaveLength(2); // one button: name and tooltip
    expect(html).toContain('aria-label="Reply"');
  });

  it('shows the thread that is open whatever the filter is', () => {
    const editor = discussed();
    editor.select({ nodes: ['score'] });
    const ids = (filter: Parameters<typeof filtered>[1]) =>
      filtered(threadsOf(editor.view.flow), filter, editor.view).map(({ id }) => id);
    expect(ids('selected')).toEqual(['t1']);
    expect(ids('resolved')).toEqual(['t4']);
    editor.discuss({ thread: 't3' });
    expect(ids('resolved')).toEqual(['t3', 't4']);
  });

  it('lets viewers read, commenters answer', () => {
    const session = new PlainSession();
    const editor = discussed(session);
    editor.discuss({ thread: 't1' });
    session.tell({ role: 'commenter' });
    expect(draw(editor)).toContain('aria-label="Reply"');
    session.tell({ role: 'viewer' });
    const html = draw(editor);
    expect(html).toContain('Because.');
    for (const words of ['aria-label="Reply"', 'Resolve<', 'Take back']) {
      expect(html).not.toContain(words);
    }
  });
});

describe('Inspector', () => {
  it('says who has the node open, and who is in which field', () => {
    const session = new PlainSession();
    const editor = discussed(session);
    session.peers = [
      peer(2, 'bob', { selection: ['score'] }),
      peer(3, 'bob', { field: { node: 'score', field: 'image' }, selection: ['score'] }),
      peer(4, 'cleo', { selection: ['score', 'report'] })
    ];
    editor.select({ nodes: ['score'] });
    const html = renderToStaticMarkup(<Inspector editor={editor} trans={trans} />);
    expect(html).toContain('Bob has this open.');
    expect(html.match(/Bob is editing/g)).toHaveLength(1);
    const field = html.slice(html.indexOf('data-field="image"'));
    expect(field.indexOf('Bob is editing')).toBeLessThan(field.indexOf('data-field="', 1));
  });

  it('says what a viewer may do', () => {
    const session = new PlainSession();
    session.tell({ role: 'viewer' });
    const html = renderToStaticMarkup(<Inspector editor={discussed(session)} trans={trans} />);
    expect(html).toContain('You may look at this pipeline, not change it.');
  });
});
