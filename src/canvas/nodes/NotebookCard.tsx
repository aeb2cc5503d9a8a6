import * as React from 'react';
import { isNotebook } from '../../pipeline';
import { useCanvas } from '../CanvasContext';
import { Card } from './Card';
import { memoCard } from './memo-card';

/** A whole notebook: how many of its cells run, and its file. */
export const NotebookCard = memoCard(({ data, isConnectable }) => {
  const { trans } = useCanvas();
  const { node, cells } = data.flowNode;
  const notebook = isNotebook(node) ? node.notebook : '';
  const broken = cells.length === 0 || cells.some(cell => cell.state !== 'ok');
  return (
    <Card data={data} kind="notebook" connectable={isConnectable}>
      <span
        className={`jp-WeftNode-count${broken ? ' jp-mod-changed' : ''}`}
        title={trans.__('Cells of the notebook that run')}
      >
        {cells.length === 1 ? trans.__('1 cell') : trans.__('%1 cells', cells.length)}
      </span>
      <span className="jp-WeftNode-file" title={notebook}>
        {notebook.split('/').at(-1)}
      </span>
    </Card>
  );
});
