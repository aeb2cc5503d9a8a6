import React from 'react';
import type { OpenProposal, Translation } from '../../actions';
import type { Reason, SpareCell } from '../../notebook';
import { CellLink } from './CellLink';

/** Cells that are in no step, each with why; nothing when there are none. */
export function SpareCells(props: {
  title: string;
  cells: SpareCell[];
  open: OpenProposal;
  say: (why: Reason) => string;
  trans: Translation;
  onCell: (cell: string) => void;
}): React.ReactElement | null {
  const { title, cells, open, say, trans, onCell } = props;
  if (cells.length === 0) {
    return null;
  }
  return (
    <details className="jp-WeftProposal-spare">
      <summary>
        {title} ({cells.length})
      </summary>
      <ul>
        {cells.map(({ cell, why }) => (
          <li key={cell}>
            <CellLink cell={cell} open={open} trans={trans} onCell={onCell} />
            <p>{say(why)}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
