import * as React from 'react';
import type { Problem, Severity } from '../../checks';
import { useCanvas } from '../CanvasContext';
import { Icon } from '../icons';

const WORST: Severity[] = ['error', 'warning', 'info'];

/** How many problems a node has; the icon shows the worst kind, the hint lists them. */
export function ProblemBadge({ problems }: { problems: readonly Problem[] }): JSX.Element | null {
  const { trans } = useCanvas();
  const worst = WORST.find(severity => problems.some(problem => problem.severity === severity));
  if (!worst) {
    return null;
  }
  const list = problems.map(({ message, fix }) => (fix ? `${message} ${fix}` : message)).join('\n');
  const count = problems.length === 1 ? trans.__('1 problem') : trans.__('%1 problems', problems.length);
  return (
    <span className={`jp-WeftNode-problems jp-type-${worst}`} title={list} role="img" aria-label={count}>
      <Icon name={worst} />
      {problems.length}
    </span>
  );
}
