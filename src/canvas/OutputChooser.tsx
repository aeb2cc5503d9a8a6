import * as React from 'react';
import type { Translation } from '../actions';

export interface OutputChooserHandle {
  /** Asks which of several outputs to take; null when the user gives up. */
  choose(node: string, outputs: readonly string[], asks?: string): Promise<string | null>;
}

interface Question {
  node: string;
  outputs: readonly string[];
  asks?: string;
  answer: (output: string | null) => void;
}

/** A short menu over the canvas, shown when a wire may carry one of several names. */
export const OutputChooser = React.forwardRef<OutputChooserHandle, { trans: Translation }>(
  ({ trans }, ref) => {
    const [question, setQuestion] = React.useState<Question | null>(null);
    React.useImperativeHandle(ref, () => ({
      choose: (node, outputs, asks) =>
        new Promise(resolve =>
          setQuestion(last => {
            last?.answer(null);
            return { node, outputs, asks, answer: resolve };
          })
        )
    }));
    if (!question) {
      return null;
    }
    const end = (output: string | null) => {
      setQuestion(null);
      question.answer(output);
    };
    return (
      <div
        className="jp-WeftChooser"
        role="dialog"
        aria-label={question.asks ?? trans.__('Which value to pass')}
        data-lm-suppress-shortcuts="true"
        onKeyDown={event => onKeyDown(event, () => end(null))}
      >
        <div className="jp-WeftChooser-title">{question.asks ?? trans.__('Pass to %1', question.node)}</div>
        {question.outputs.map((output, i) => (
          <button
            key={output}
            type="button"
            className="jp-WeftChooser-output"
            autoFocus={i === 0}
            onClick={() => end(output)}
          >
            {output}
          </button>
        ))}
        <button type="button" className="jp-WeftChooser-cancel" onClick={() => end(null)}>
          {trans.__('Cancel')}
        </button>
      </div>
    );
  }
);
OutputChooser.displayName = 'OutputChooser';

/** Arrows go round among the buttons, Escape gives up. */
function onKeyDown(event: React.KeyboardEvent<HTMLElement>, giveUp: () => void): void {
  event.stopPropagation();
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === 'Escape') {
    giveUp();
  } else if (step) {
    event.preventDefault();
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const at = buttons.findIndex(button => button === document.activeElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  }
}
