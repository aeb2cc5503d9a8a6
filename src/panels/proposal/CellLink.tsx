import React from 'react';
import type { OpenProposal, Translation } from '../../actions';

/** A cell by its number, which opens the notebook there, and its first line. */
export function CellLink(props: {
  cell: string;
  open: OpenProposal;
  trans: Translation;
  onCell: (cell: string) => void;
}): React.ReactElement {
  const { cell, open, trans, onCell } = props;
  const found = open.analyzed.cells.find(({ id }) => id === cell);
  const number = (found?.index ?? -1) + 1;
  const line = found?.source.trim().split('\n')[0] ?? '';
  return (
    <button
      type="button"
      className="jp-WeftProposal-cell"
      aria-label={trans.__('Show cell %1: %2', number, line)}
      onClick={() => onCell(cell)}
    >
      <span className="jp-WeftProposal-number">[{number}]</span> <code>{line}</code>
    </button>
  );
}
