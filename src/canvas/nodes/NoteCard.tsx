import * as React from 'react';
import { isNote } from '../../pipeline';
import { memoCard } from './memoCard';
import { Title } from './Title';
import { useKeptFocus } from './useKeptFocus';

export const NoteCard = memoCard(({ data }) => {
  const element = useKeptFocus();
  const { node } = data.flowNode;
  return (
    <div ref={element} className="jp-WeftNote nowheel">
      {(node.title || data.renaming) && <Title data={data} />}
      <div className="jp-WeftNote-text">{isNote(node) ? node.text : ''}</div>
    </div>
  );
});
