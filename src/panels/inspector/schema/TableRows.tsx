import React from 'react';
import { IconButton } from '../../IconButton';
import { AddRow } from '../AddRow';
import { requiredTextCodec } from '../drafts';
import { DraftInput } from '../DraftInput';
import { ANY_NAME, nameCodec } from '../names';
import type { ShapeEditorProps } from './ShapeEditor';
import { useRowKeys } from '../use-row-keys';

/** Names with a text each, such as labels, as one value. */
export function TableRows({ form, value, name, example, onChange }: ShapeEditorProps): React.ReactElement {
  const { trans, view } = form;
  const rows = useRowKeys();
  const table = (typeof value === 'object' && value !== null ? value : {}) as Record<string, string>;
  const entries = Object.entries(table);
  const save = (next: [string, string][]) => onChange(next.length > 0 ? Object.fromEntries(next) : undefined);
  return (
    <>
      {entries.map(([key, text], index) => (
        <div key={rows.keyOf(key)} className="jp-WeftRow-line">
          <DraftInput
            value={key}
            codec={nameCodec({
              pattern: ANY_NAME,
              taken: entries.map(([other]) => other).filter(other => other !== key)
            })}
            onSave={to => {
              if (to) {
                rows.renamed(key, to);
                save(entries.toSpliced(index, 1, [to, text]));
              }
            }}
            label={trans.__('%1, name %2', name, key)}
            readOnly={view.readOnly}
            trans={trans}
            mono
          />
          <DraftInput
            value={text}
            codec={requiredTextCodec}
            onSave={to => save(entries.toSpliced(index, 1, [key, to ?? '']))}
            label={trans.__('%1, value of %2', name, key)}
            placeholder={example}
            readOnly={view.readOnly}
            trans={trans}
            mono
          />
          {!view.readOnly && (
            <IconButton
              glyph="remove"
              label={trans.__('Remove %1 from %2', key, name)}
              onClick={() => save(entries.toSpliced(index, 1))}
            />
          )}
        </div>
      ))}
      {!view.readOnly && (
        <AddRow
          rule={{ pattern: ANY_NAME, taken: entries.map(([key]) => key) }}
          label={trans.__('Add to %1', name)}
          onAdd={key => save([...entries, [key, '']])}
          trans={trans}
        />
      )}
    </>
  );
}
