import * as React from 'react';
import { isContainer } from '../../pipeline';
import { useCanvas } from '../CanvasContext';
import { functionOf } from '../step-notes';
import { Card } from './Card';
import { memoCard } from './memo-card';

export const ContainerCard = memoCard(({ data, isConnectable }) => {
  const { trans } = useCanvas();
  const { node } = data.flowNode;
  const image = isContainer(node) ? node.image : '';
  const name = isContainer(node) ? functionOf(node) : undefined;
  return (
    <Card data={data} kind={name === undefined ? 'container' : 'function'} connectable={isConnectable}>
      {name !== undefined && (
        <span className="jp-WeftNode-function" title={trans.__('Lightweight Python step: function %1', name)}>
          {trans.__('%1()', name)}
        </span>
      )}
      <span className="jp-WeftNode-file" title={image}>
        {image.split('/').at(-1)}
      </span>
    </Card>
  );
});
