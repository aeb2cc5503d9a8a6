import * as React from 'react';
import { isNote } from '../../pipeline';
import { useCanvas } from '../CanvasContext';
import { memoCard } from './memo-card';
import { useDraft } from './use-draft';
import { useKeptFocus } from './use-kept-focus';

export const NoteCard = memoCard(({ data }) => {
  const element = useKeptFocus();
  const { id, node } = data.flowNode;
  const text = isNote(node) ? node.text : '';
  return (
    // Browsers make a box that scrolls a tab stop, but the canvas is one already.
    <div ref={element} className="jp-WeftNote nowheel" tabIndex={-1}>
      {node.title && <span className="jp-WeftNode-title">{node.title}</span>}
      {data.renaming ? <NoteField id={id} text={text} /> : <div className="jp-WeftNote-text">{text}</div>}
    </div>
  );
});

function NoteField({ id, text }: { id: string; text: string }): JSX.Element {
  const { trans } = useCanvas();
  const field = React.useRef<HTMLTextAreaElement>(null);
  React.useEffect(() => field.current?.select(), []);
  const draft = useDraft(id, text);
  return (
    <textarea
      ref={field}
      className="jp-WeftNote-field nodrag nopan nokey"
      aria-label={trans.__('Text of the note')}
      {...draft}
    />
  );
}
