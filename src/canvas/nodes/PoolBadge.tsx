import * as React from 'react';
import { isStep } from '../../pipeline';
import { useCanvas } from '../CanvasContext';
import { Icon } from '../icons';
import type { CardData } from '../card-data';

/** Where a step runs: its pool and accelerators, else what it asks for. */
export function PoolBadge({ data: { flowNode, pool } }: { data: CardData }): JSX.Element | null {
  const { trans } = useCanvas();
  const { node } = flowNode;
  if (!isStep(node)) {
    return null;
  }
  const { accelerators = 0, cpu, memory } = node.resources ?? {};
  if (!pool) {
    const asked = [cpu && trans.__('%1 CPU', cpu), memory].filter(Boolean).join(', ');
    return <span className="jp-WeftNode-pool jp-mod-none">{asked || trans.__('any pool')}</span>;
  }
  const name = accelerators === 0 ? pool : `${pool} × ${accelerators}`;
  return (
    <span className="jp-WeftNode-pool" title={trans.__('Runs on pool %1', name)}>
      <Icon name="pool" />
      <span className="jp-WeftNode-poolName">{name}</span>
    </span>
  );
}
