import * as React from 'react';
import { useCanvas } from '../CanvasContext';
import { Icon } from '../icons';
import { memoCard } from './memo-card';
import { ProblemBadge } from './ProblemBadge';
import { Title } from './Title';
import { useKeptFocus } from './use-kept-focus';

/** A node of a kind that only a newer version knows: shown and kept as it is. */
export const OpaqueCard = memoCard(({ data }) => {
  const { trans } = useCanvas();
  const element = useKeptFocus();
  const source = trans.__('%1, of a newer version', data.flowNode.node.kind);
  return (
    <div ref={element} className="jp-WeftNode jp-type-opaque">
      <div className="jp-WeftNode-header">
        <span className="jp-WeftNode-kind">
          <Icon name="opaque" />
        </span>
        <span className="jp-WeftNode-heading">
          <Title data={data} />
          <span className="jp-WeftNode-source">
            <span className="jp-WeftNode-file" title={source}>
              {source}
            </span>
          </span>
        </span>
        <ProblemBadge problems={data.problems} />
      </div>
    </div>
  );
});
