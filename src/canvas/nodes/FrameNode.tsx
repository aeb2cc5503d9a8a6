import * as React from 'react';
import { FRAME, headerHeight } from '../../flow';
import { isLoop } from '../../pipeline';
import { useCanvas } from '../CanvasContext';
import type { CardData } from '../card-data';
import { type IconName, Icon } from '../icons';
import { LABEL_INSET } from '../geometry';
import { portName, portSide } from '../port-id';
import { memoCard } from './memo-card';
import { Ports } from './Ports';
import { ProblemBadge } from './ProblemBadge';
import { RunBadge } from './RunBadge';
import { Title } from './Title';
import { useKeptFocus } from './use-kept-focus';

/** A group: a titled frame around the nodes it holds, which says in one line what it does. */
export const FrameNode = memoCard(({ data, isConnectable }) => {
  const { trans } = useCanvas();
  const { flowNode, problems, step, connecting, summary, holds } = data;
  const kind = flowNode.node.kind as IconName;
  const element = useKeptFocus();
  const classes = [
    'jp-WeftFrame',
    `jp-type-${kind}`,
    problems.some(problem => problem.severity === 'error') && 'jp-mod-problem',
    step && `jp-run-${step.state}`,
    connecting && 'jp-mod-connecting'
  ];
  return (
    <div ref={element} className={classes.filter(Boolean).join(' ')}>
      <div className="jp-WeftFrame-header">
        <span className="jp-WeftNode-kind">
          <Icon name={kind} />
        </span>
        <span className="jp-WeftNode-heading">
          <Title data={data} />
          {flowNode.node.title && (
            <span className="jp-WeftFrame-summary" title={summary}>
              {summary}
            </span>
          )}
        </span>
        <RunBadge step={step} />
        <ProblemBadge problems={problems} />
      </div>
      <InnerLabels data={data} />
      <Ports data={data} connectable={isConnectable} />
      {holds === 0 && (
        <div className="jp-WeftFrame-empty" style={{ top: headerHeight(flowNode) }}>
          {flowNode.node.kind === 'choice' ? trans.__('Add branches here') : trans.__('Drag steps in here')}
        </div>
      )}
    </div>
  );
});

/** Names beside the ports on the inner side of the frame. */
function InnerLabels({ data: { flowNode, geometry } }: { data: CardData }): JSX.Element {
  const { trans } = useCanvas();
  const loop = isLoop(flowNode.node);
  const width = FRAME.label;
  return (
    <>
      {geometry.handles.map(({ id, y, height }) => {
        const side = portSide(id);
        if (side !== 'enter' && side !== 'leave') {
          return null;
        }
        const name = portName(id);
        const text = loop ? (name === undefined ? trans.__('item') : `.${name}`) : name;
        const left = side === 'enter' ? LABEL_INSET : geometry.width - LABEL_INSET - width;
        return (
          <span
            key={id}
            className={`jp-WeftFrame-value jp-mod-${side}`}
            style={{ left, top: y, width, height }}
            title={text}
          >
            {text}
          </span>
        );
      })}
    </>
  );
}
