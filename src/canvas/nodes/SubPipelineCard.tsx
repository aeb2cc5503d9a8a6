import * as React from 'react';
import { Card } from './Card';
import { memoCard } from './memo-card';

/** A sub-pipeline that is a file of its own: closed, with its parameters and outputs as ports. */
export const SubPipelineCard = memoCard(({ data, isConnectable }) => (
  <Card data={data} kind="pipeline" connectable={isConnectable} footer={false}>
    <span className="jp-WeftNode-file" title={data.summary}>
      {data.summary.split('/').at(-1)}
    </span>
  </Card>
));
