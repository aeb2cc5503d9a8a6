import React from 'react';
import type { OpenProposal, Translation } from '../../actions';
import type { ProposedStep } from '../../notebook';
import { CellLink } from './CellLink';

/** One proposed step: its title, its cells, why they are one step, and the button that draws it. */
export function StepOffer(props: {
  step: ProposedStep;
  open: OpenProposal;
  why: string[];
  trans: Translation;
  onCell: (cell: string) => void;
  /** Absent when the pipeline cannot be written. */
  onAccept?: () => void;
}): React.ReactElement {
  const { step, open, why, trans, onCell, onAccept } = props;
  return (
    <li className="jp-WeftProposal-step">
      <div className="jp-WeftProposal-title">
        <strong>{step.title}</strong>
        {step.gpu !== 'none' && (
          <span className="jp-WeftProposal-gpu">
            {step.gpu === 'needs' ? trans.__('needs a GPU') : trans.__('would use a GPU')}
          </span>
        )}
        <button
          type="button"
          className="jp-WeftButton"
          aria-label={trans.__('Accept %1', step.title)}
          disabled={!onAccept}
          onClick={onAccept}
        >
          {trans.__('Accept')}
        </button>
      </div>
      <ul className="jp-WeftProposal-why">
        {why.map(sentence => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {step.cells.map(cell => (
        <CellLink key={cell} cell={cell} open={open} trans={trans} onCell={onCell} />
      ))}
    </li>
  );
}
