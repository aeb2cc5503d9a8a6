import * as React from 'react';
import { type IconName, Icon } from '../icons';
import type { CardData } from '../card-data';
import { Ports } from './Ports';
import { PoolBadge } from './PoolBadge';
import { ProblemBadge } from './ProblemBadge';
import { RunBadge } from './RunBadge';
import { Title } from './Title';
import { useKeptFocus } from './use-kept-focus';

interface CardProps {
  data: CardData;
  kind: IconName;
  connectable: boolean;
  /** What it is made of, under the title. */
  children: React.ReactNode;
  footer?: boolean;
}

/** The frame that all nodes which run share: header, ports, footer. */
export function Card({ data, kind, connectable, children, footer = true }: CardProps): JSX.Element {
  const { problems, step, connecting } = data;
  const failed = problems.some(problem => problem.severity === 'error');
  const element = useKeptFocus();
  const classes = [
    'jp-WeftNode',
    `jp-type-${kind}`,
    failed && 'jp-mod-problem',
    step && `jp-run-${step.state}`,
    connecting && 'jp-mod-connecting'
  ];
  return (
    <div ref={element} className={classes.filter(Boolean).join(' ')}>
      <div className="jp-WeftNode-header">
        <span className="jp-WeftNode-kind">
          <Icon name={kind} />
        </span>
        <span className="jp-WeftNode-heading">
          <Title data={data} />
          <span className="jp-WeftNode-source">{children}</span>
        </span>
        <ProblemBadge problems={problems} />
      </div>
      <Ports data={data} connectable={connectable} />
      {footer && (
        <div className="jp-WeftNode-footer">
          <PoolBadge data={data} />
          <RunBadge step={step} />
        </div>
      )}
    </div>
  );
}
