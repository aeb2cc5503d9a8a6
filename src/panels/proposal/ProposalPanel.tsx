import React from 'react';
import { acceptProposal, dismissProposal, offerOf, type OpenProposal } from '../../actions';
import { type Reason, reasonText } from '../../notebook';
import { Empty } from '../Empty';
import type { PanelProps } from '../panel';
import { useEditor } from '../use-editor';
import { SpareCells } from './SpareCells';
import { StepOffer } from './StepOffer';
import { useNextOffer } from './use-next-offer';

/** The steps proposed for a notebook, each with why: accepted all at once, or one by one. */
export function ProposalPanel({ editor, trans }: PanelProps): React.ReactElement {
  const view = useEditor(editor);
  const { proposal } = view;
  return (
    <section className="jp-WeftPanel jp-WeftProposal" aria-label={trans.__('Proposal')}>
      {proposal ? (
        <Offer editor={editor} trans={trans} open={proposal} />
      ) : (
        <Empty>{trans.__('Turn a notebook into a pipeline to see here which steps are proposed.')}</Empty>
      )}
    </section>
  );
}

function Offer({ editor, trans, open }: PanelProps & { open: OpenProposal }): React.ReactElement {
  const { flow, readOnly } = editor.view;
  const offer = offerOf(open, flow.pipeline);
  const say = (why: Reason) => reasonText(why, trans.__.bind(trans));
  const go = (cell: string) => editor.host.openFile?.(open.notebook, cell);
  const left = offer.steps.length;
  const next = useNextOffer(left);
  const accept = (place: number, args: { steps?: string[] }) => {
    const isLast = args.steps === undefined || left === 1;
    if (!isLast) {
      next.leaving(place);
    }
    // With nothing left to offer the section shuts.
    void Promise.resolve(acceptProposal.do(editor, args)).then(() => isLast && editor.canvas?.focus());
  };
  const dismiss = () => {
    void dismissProposal.do(editor, {});
    editor.canvas?.focus();
  };
  const status =
    left === 0
      ? trans.__('Every proposed step is drawn.')
      : trans.__('%1 of %2 proposed steps are not drawn yet.', left, left + offer.drawn);
  return (
    <>
      <header className="jp-WeftProposal-header">
        <h4>{open.notebook}</h4>
        <p role="status">{status}</p>
        <div className="jp-WeftProposal-buttons">
          <button
            type="button"
            className="jp-WeftButton jp-mod-accept"
            disabled={readOnly || left === 0}
            onClick={() => accept(0, {})}
          >
            {trans.__('Accept all')}
          </button>
          <button ref={next.last} type="button" className="jp-WeftButton" onClick={dismiss}>
            {left === 0 ? trans.__('Close') : trans.__('Dismiss')}
          </button>
        </div>
      </header>
      <ol ref={next.list} className="jp-WeftProposal-steps" aria-label={trans.__('Proposed steps')}>
        {offer.steps.map((step, place) => (
          <StepOffer
            key={step.cells[0]}
            step={step}
            open={open}
            why={step.why.map(say)}
            trans={trans}
            onCell={go}
            onAccept={readOnly ? undefined : () => accept(place, { steps: [step.cells[0]] })}
          />
        ))}
      </ol>
      <SpareCells
        title={trans.__('Copied where they are needed')}
        cells={offer.prelude}
        open={open}
        say={say}
        trans={trans}
        onCell={go}
      />
      <SpareCells
        title={trans.__('Left out')}
        cells={offer.skipped}
        open={open}
        say={say}
        trans={trans}
        onCell={go}
      />
    </>
  );
}
