import React from 'react';
import { IconButton } from '../IconButton';
import { AddRow } from './AddRow';
import { type Codec, looseCodec, verbatimCodec } from './drafts';
import { DraftInput } from './DraftInput';
import { FieldProblems } from './FieldProblems';
import type { FieldEditorProps } from './FieldRow';
import { ANY_NAME, ENV_NAME, nameCodec } from './names';
import { problemsWithin } from './problems-of';
import { useRowKeys } from './use-row-keys';

/** A table of names with one value each. */
function TableEditor<T>(
  props: FieldEditorProps & { codec: Codec<T>; pattern: RegExp; first: T }
): React.ReactElement {
  const { field, form, problems, codec, pattern, first } = props;
  const { trans, view } = form;
  const { readOnly } = view;
  const table = (form.get(field.path) ?? {}) as Record<string, T>;
  const names = Object.keys(table);
  const rows = useRowKeys();
  const rename = (from: string, to: string) => {
    rows.renamed(from, to);
    form.edit(() => {
      form.set([...field.path, from], undefined);
      form.set([...field.path, to], table[from]);
    });
  };
  return (
    <>
      {names.map(name => (
        <React.Fragment key={rows.keyOf(name)}>
          <div className="jp-WeftRow-line">
            <DraftInput
              value={name}
              codec={nameCodec({ pattern, taken: names.filter(other => other !== name) })}
              onSave={to => to && rename(name, to)}
              label={trans.__('Name of %1', name)}
              readOnly={readOnly}
              trans={trans}
              mono
            />
            <DraftInput<T>
              value={table[name]}
              codec={codec}
              onSave={value => form.set([...field.path, name], value ?? first)}
              label={trans.__('Value of %1', name)}
              readOnly={readOnly}
              trans={trans}
              mono
            />
            {!readOnly && (
              <IconButton
                glyph="remove"
                label={trans.__('Remove %1', name)}
                onClick={() => form.set([...field.path, name], undefined)}
              />
            )}
          </div>
          <FieldProblems problems={problemsWithin(problems, [...field.path, name])} trans={trans} />
        </React.Fragment>
      ))}
      {!readOnly && (
        <AddRow
          rule={{ pattern, taken: names }}
          label={trans.__('Add name')}
          onAdd={name => form.set([...field.path, name], first)}
          trans={trans}
        />
      )}
    </>
  );
}

/** Names with texts, such as environment variables. */
export function TextsEditor(props: FieldEditorProps): React.ReactElement {
  return <TableEditor {...props} codec={verbatimCodec} pattern={ENV_NAME} first="" />;
}

/** Names with values, such as metadata; what reads as JSON is JSON. */
export function ValuesEditor(props: FieldEditorProps): React.ReactElement {
  return <TableEditor<unknown> {...props} codec={looseCodec} pattern={ANY_NAME} first="" />;
}
