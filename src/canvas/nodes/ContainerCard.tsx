import * as React from 'react';
import { isContainer } from '../../pipeline';
import { Card } from './Card';
import { memoCard } from './memo-card';

export const ContainerCard = memoCard(({ data, isConnectable }) => {
  const { node } = data.flowNode;
  const image = isContainer(node) ? node.image : '';
  return (
    <Card data={data} kind="container" connectable={isConnectable}>
      <span className="jp-WeftNode-file" title={image}>
        {image.split('/').at(-1)}
      </span>
    </Card>
  );
});
