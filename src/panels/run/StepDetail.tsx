import React from 'react';
import type { Editor, Translation } from '../../actions';
import type { StepRun } from '../../runs';
import { outputText, plainText } from './text';

export interface StepDetailProps {
  editor: Editor;
  step: StepRun;
  title: string;
  trans: Translation;
}

/** One step: where and why it failed, what it gave, what it printed. */
export function StepDetail({ editor, step, title, trans }: StepDetailProps): React.ReactElement {
  const outputs = Object.entries(step.outputs);
  return (
    <section className="jp-WeftRun-detail" aria-label={title}>
      <h3 className="jp-WeftPanel-heading">{title}</h3>
      {step.message && <p className="jp-WeftRun-message">{step.message}</p>}
      <FailurePlace editor={editor} step={step} trans={trans} />
      {outputs.length > 0 && (
        <dl className="jp-WeftFacts">
          {outputs.map(([name, value]) => (
            <div key={name} className="jp-WeftFacts-row">
              <dt>{name}</dt>
              <dd>{outputText(value)}</dd>
            </div>
          ))}
        </dl>
      )}
      {step.log.length > 0 && (
        <pre
          className="jp-WeftRun-log"
          tabIndex={0}
          role="log"
          aria-live="off"
          aria-label={trans.__('Log of %1', title)}
        >
          {plainText(step.log.map(line => line.replace(/\n$/, '')).join('\n'))}
        </pre>
      )}
    </section>
  );
}

/** “Cell 3, line 2”: opens the notebook there. */
function FailurePlace({ editor, step, trans }: Omit<StepDetailProps, 'title'>): React.ReactElement | null {
  const { failure } = step;
  if (!failure) {
    return null;
  }
  const cells = editor.view.flow.nodes.get(step.node)?.cells ?? [];
  const index = cells.find(cell => cell.ref.id === failure.cell)?.index ?? -1;
  const place =
    index < 0
      ? trans.__('%1, line %2', failure.notebook, failure.line)
      : trans.__('Cell %1, line %2', index + 1, failure.line);
  const open = editor.host.openFile?.bind(editor.host);
  return open ? (
    <button
      type="button"
      className="jp-WeftLink"
      onClick={() => open(failure.notebook, failure.cell, failure.line)}
    >
      {trans.__('Open %1', place)}
    </button>
  ) : (
    <p>{place}</p>
  );
}
