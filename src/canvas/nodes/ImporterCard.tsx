import * as React from 'react';
import { isImporter } from '../../pipeline';
import { useCanvas } from '../CanvasContext';
import { Card } from './Card';
import { memoCard } from './memo-card';

export const ImporterCard = memoCard(({ data, isConnectable }) => {
  const { trans } = useCanvas();
  const { node } = data.flowNode;
  const uri = isImporter(node) && typeof node.uri === 'string' ? node.uri : '';
  return (
    <Card data={data} kind="importer" connectable={isConnectable} footer={false}>
      <span className="jp-WeftNode-file" title={uri}>
        {uri || trans.__('no URI yet')}
      </span>
    </Card>
  );
});
