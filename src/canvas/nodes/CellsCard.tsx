import * as React from 'react';
import { isCells } from '../../pipeline';
import { useCanvas } from '../CanvasContext';
import { cellNumbers } from '../cell-numbers';
import { Card } from './Card';
import { memoCard } from './memo-card';

export const CellsCard = memoCard(({ data, isConnectable }) => {
  const { trans } = useCanvas();
  const { node, cells } = data.flowNode;
  const notebook = isCells(node) ? node.notebook : '';
  const broken = cells.some(({ state }) => state !== 'ok' && state !== 'moved');
  return (
    <Card data={data} kind="cells" connectable={isConnectable}>
      <span
        className={`jp-WeftNode-cells${broken ? ' jp-mod-changed' : ''}`}
        title={cells.length === 1 ? trans.__('Cell of the notebook') : trans.__('Cells of the notebook')}
      >
        {cellNumbers(cells)}
      </span>
      <span className="jp-WeftNode-file" title={notebook}>
        {notebook.split('/').at(-1)}
      </span>
    </Card>
  );
});
