import React from 'react';
import { exportChoices, givenValue, nameText, valueText } from '../../actions';
import { type CellOutput, isCode, renamePort } from '../../pipeline';
import { AddRow } from './AddRow';
import { textCodec } from './drafts';
import { DraftInput } from './DraftInput';
import type { FieldEditorProps } from './FieldRow';
import { FILE_PATH, outputName } from './file-output';
import { PORT_NAME, VARIABLE_NAME } from './names';
import { PortRow } from './PortRow';
import { problemsWithin } from './problems-of';
import { useRowKeys } from './use-row-keys';

/**
 * The outputs of a step: those declared can be changed; those found in the code of cells, because another
 * node reads them, are listed above. An output of cells is a variable, so it is removed rather than renamed, or a file
 * that they write, which can be called anything.
 */
export function OutputsEditor({ field, form, problems }: FieldEditorProps): React.ReactElement {
  const { trans, view, editor } = form;
  const [id] = form.nodes;
  const entry = view.flow.nodes.get(id);
  const cells = entry !== undefined && isCode(entry.node);
  const ports = (form.get(field.path) ?? {}) as Record<string, CellOutput>;
  const names = Object.keys(ports);
  const found = entry?.outputs.filter(({ name }) => !names.includes(name)) ?? [];
  const pattern = cells ? VARIABLE_NAME : PORT_NAME;
  const rows = useRowKeys();
  const choices = entry && cells ? exportChoices(entry, view.kernels) : [];
  const proposed = (name: string, otherwise: string) =>
    found.find(port => port.name === name)?.type ??
    choices.find(choice => choice.name === name)?.type ??
    otherwise;
  const valueOf = (name: string) => {
    const value = entry && givenValue(view, entry, name);
    return value && <p className="jp-WeftField-hint">{valueText(value, trans)}</p>;
  };
  return (
    <>
      {found.map(({ name, type }) => (
        <div key={name} className="jp-WeftRow jp-mod-found">
          <code>{nameText(name, trans)}</code>{' '}
          <span className="jp-WeftField-hint">{trans.__('%1, found in the code', type)}</span>
          {valueOf(name)}
        </div>
      ))}
      {names.map(name => {
        const path = [...field.path, name];
        return (
          <PortRow
            key={rows.keyOf(name)}
            form={form}
            kind="output"
            name={name}
            rule={{ pattern, taken: names.filter(other => other !== name) }}
            onRename={
              cells && ports[name].file === undefined
                ? undefined
                : to => {
                    rows.renamed(name, to);
                    form.edit(() => renamePort(editor.doc, id, 'outputs', name, to));
                  }
            }
            type={ports[name].type}
            onType={type => form.set([...path, 'type'], type)}
            onRemove={() => form.set(path, undefined)}
            description={ports[name].description}
            onDescription={text => form.set([...path, 'description'], text)}
            problems={problemsWithin(problems, path)}
          >
            {valueOf(name)}
            {ports[name].file !== undefined && (
              <DraftInput
                value={ports[name].file}
                codec={textCodec}
                onSave={file => file && form.set([...path, 'file'], file)}
                label={trans.__('File of %1', name)}
                readOnly={view.readOnly}
                trans={trans}
                mono
              />
            )}
          </PortRow>
        );
      })}
      {!view.readOnly && (
        <AddRow
          rule={{ pattern, taken: names }}
          label={cells ? trans.__('Keep a variable as output') : trans.__('Add output')}
          onAdd={name =>
            form.set([...field.path, name], {
              type: proposed(name, cells ? 'Artifact' : 'string')
            })
          }
          suggestions={entry?.offers.filter(offer => !names.includes(offer))}
          trans={trans}
        />
      )}
      {cells && !view.readOnly && (
        <AddRow
          rule={FILE_PATH}
          label={trans.__('Keep a file as output')}
          onAdd={file =>
            form.set([...field.path, outputName(file, [...names, ...(entry?.offers ?? [])])], {
              type: 'Artifact',
              file
            })
          }
          suggestions={entry?.writes}
          trans={trans}
        />
      )}
    </>
  );
}
