import React from 'react';
import { makeParameter, makeParameters, openLiterals, taggedLiterals } from '../../actions';
import type { FlowNode } from '../../flow';
import { ActionButton } from '../ActionButton';
import { CodeLineLink } from './CodeLineLink';
import type { Form } from './form';

/** Literals of a node's cells, each of which a parameter of the pipeline can take the place of. */
export function LiteralRows({ form, entry }: { form: Form; entry: FlowNode }): React.ReactElement | null {
  const { editor, trans } = form;
  const literals = openLiterals(entry);
  const tagged = taggedLiterals(entry);
  const { notebook } = entry.node as { notebook: string };
  return literals.length === 0 ? null : (
    <div role="group" aria-label={trans.__('Literals')}>
      <p className="jp-WeftField-label">{trans.__('Literals that a run could set')}</p>
      {literals.map(literal => (
        <div key={literal.name} className="jp-WeftRow jp-mod-found">
          <CodeLineLink
            editor={editor}
            notebook={notebook}
            words={trans.__('Cell %1, line %2', literal.cell + 1, literal.line)}
            at={literal}
          />
          <ActionButton
            editor={editor}
            action={makeParameter}
            args={{ node: entry.id, name: literal.name }}
            text={trans.__('Treat as parameter')}
            about={trans.__('let a run set %1', literal.name)}
            link
            always
          />
        </div>
      ))}
      {tagged.length > 1 && (
        <ActionButton
          editor={editor}
          action={makeParameters}
          args={{ node: entry.id }}
          text={trans.__('Treat all %1 tagged “parameters” so', tagged.length)}
          always
        />
      )}
    </div>
  );
}
