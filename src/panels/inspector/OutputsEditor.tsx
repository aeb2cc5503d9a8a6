import React from 'react';
import { isCells, type OutputPort, renamePort } from '../../pipeline';
import { IconButton } from '../IconButton';
import { AddRow } from './AddRow';
import { textCodec } from './drafts';
import { DraftInput } from './DraftInput';
import { FieldProblems } from './FieldProblems';
import type { FieldEditorProps } from './FieldRow';
import { nameCodec, PORT_NAME, VARIABLE_NAME } from './names';
import { problemsWithin } from './problems-of';
import { TypeSelect } from './TypeSelect';
import { useRowKeys } from './use-row-keys';

/**
 * The outputs of a step: those declared can be changed; those found in the code of cells, because another
 * node reads them, are listed above. An output of cells is a variable, so it is removed rather than renamed.
 */
export function OutputsEditor({ field, form, problems }: FieldEditorProps): React.ReactElement {
  const { trans, view, editor } = form;
  const [id] = form.nodes;
  const entry = view.flow.nodes.get(id);
  const cells = entry !== undefined && isCells(entry.node);
  const ports = (form.get(field.path) ?? {}) as Record<string, OutputPort>;
  const names = Object.keys(ports);
  const found = entry?.outputs.filter(({ name }) => !names.includes(name)) ?? [];
  const pattern = cells ? VARIABLE_NAME : PORT_NAME;
  const { readOnly } = view;
  const rows = useRowKeys();
  return (
    <>
      {found.map(({ name, type }) => (
        <div key={name} className="jp-WeftRow jp-mod-found">
          <code>{name}</code>{' '}
          <span className="jp-WeftField-hint">{trans.__('%1, found in the code', type)}</span>
        </div>
      ))}
      {names.map(name => {
        const path = [...field.path, name];
        return (
          <div
            key={rows.keyOf(name)}
            className="jp-WeftRow"
            role="group"
            aria-label={trans.__('Output %1', name)}
          >
            <div className="jp-WeftRow-line">
              <DraftInput
                value={name}
                codec={nameCodec({ pattern, taken: names.filter(other => other !== name) })}
                onSave={to => {
                  if (to) {
                    rows.renamed(name, to);
                    form.edit(() => renamePort(editor.doc, id, 'outputs', name, to));
                  }
                }}
                label={trans.__('Name of output %1', name)}
                readOnly={readOnly || cells}
                trans={trans}
                mono
              />
              <TypeSelect
                label={trans.__('Type of %1', name)}
                value={ports[name].type}
                onChange={type => form.set([...path, 'type'], type)}
                disabled={readOnly}
                trans={trans}
              />
              {!readOnly && (
                <IconButton
                  glyph="remove"
                  label={trans.__('Remove output %1', name)}
                  onClick={() => form.set(path, undefined)}
                />
              )}
            </div>
            <DraftInput
              value={ports[name].description}
              codec={textCodec}
              onSave={text => form.set([...path, 'description'], text)}
              label={trans.__('Description of %1', name)}
              placeholder={trans.__('Description')}
              readOnly={readOnly}
              trans={trans}
            />
            <FieldProblems problems={problemsWithin(problems, path)} trans={trans} />
          </div>
        );
      })}
      {!readOnly && (
        <AddRow
          rule={{ pattern, taken: names }}
          label={cells ? trans.__('Keep a variable as output') : trans.__('Add output')}
          onAdd={name =>
            form.set([...field.path, name], {
              type: found.find(port => port.name === name)?.type ?? (cells ? 'Artifact' : 'string')
            })
          }
          trans={trans}
        />
      )}
    </>
  );
}
