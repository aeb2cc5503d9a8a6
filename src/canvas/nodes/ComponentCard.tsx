import * as React from 'react';
import { isComponent } from '../../pipeline';
import { useCanvas } from '../CanvasContext';
import { executorOf } from '../step-notes';
import { Card } from './Card';
import { memoCard } from './memo-card';

/** A component of an imported spec that runs as no container: kept as it is. */
export const ComponentCard = memoCard(({ data, isConnectable }) => {
  const { trans } = useCanvas();
  const { node } = data.flowNode;
  const executor = isComponent(node) ? executorOf(node) : '';
  const source = executor ? trans.__('component, %1', executor) : trans.__('component');
  return (
    <Card data={data} kind="component" connectable={isConnectable} footer={false}>
      <span className="jp-WeftNode-file" title={source}>
        {source}
      </span>
    </Card>
  );
});
