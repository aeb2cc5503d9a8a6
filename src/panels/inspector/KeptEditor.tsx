import React from 'react';
import type { Kept } from '../../pipeline';
import type { FieldEditorProps } from './FieldRow';
import { keptPlace, keptText } from './kept';

/** What an imported spec says beyond the other settings: each entry can be forgotten. */
export function KeptEditor({ field, form }: FieldEditorProps): React.ReactElement {
  const { trans, view } = form;
  const entries = (form.get(field.path) ?? []) as Kept[];
  const forget = (index: number) => {
    const rest = entries.toSpliced(index, 1);
    form.set(field.path, rest.length > 0 ? rest : undefined);
  };
  return (
    <ul className="jp-WeftKept">
      {entries.map((entry, index) => (
        <li key={JSON.stringify(entry.at)} className="jp-WeftRow">
          <code>{keptPlace(entry)}</code>
          <span className="jp-WeftKept-value">{keptText(entry, trans)}</span>
          {!view.readOnly && (
            <button
              type="button"
              className="jp-WeftLink"
              aria-label={trans.__('Forget %1', keptPlace(entry))}
              onClick={() => forget(index)}
            >
              {trans.__('Forget')}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
