import React from 'react';
import { bindInput, type InputPort, renamePort } from '../../pipeline';
import { IconButton } from '../IconButton';
import { AddRow } from './AddRow';
import { BindingSelect } from './BindingSelect';
import { textCodec } from './drafts';
import { DraftInput } from './DraftInput';
import { FieldProblems } from './FieldProblems';
import type { FieldEditorProps } from './FieldRow';
import { nameCodec, PORT_NAME } from './names';
import { problemsWithin } from './problems-of';
import { TypeSelect } from './TypeSelect';
import { useRowKeys } from './use-row-keys';

/** The declared inputs of a container: name, type, what feeds it, whether it may be left out. */
export function InputsEditor({ field, form, problems }: FieldEditorProps): React.ReactElement {
  const { trans, view, editor } = form;
  const [node] = form.nodes;
  const ports = (form.get(field.path) ?? {}) as Record<string, InputPort>;
  const names = Object.keys(ports);
  const { readOnly } = view;
  const rows = useRowKeys();
  return (
    <>
      {names.map(name => {
        const port = ports[name];
        const path = [...field.path, name];
        return (
          <div
            key={rows.keyOf(name)}
            className="jp-WeftRow"
            role="group"
            aria-label={trans.__('Input %1', name)}
          >
            <div className="jp-WeftRow-line">
              <DraftInput
                value={name}
                codec={nameCodec({ pattern: PORT_NAME, taken: names.filter(other => other !== name) })}
                onSave={to => {
                  if (to) {
                    rows.renamed(name, to);
                    form.edit(() => renamePort(editor.doc, node, 'inputs', name, to));
                  }
                }}
                label={trans.__('Name of input %1', name)}
                readOnly={readOnly}
                trans={trans}
                mono
              />
              <TypeSelect
                label={trans.__('Type of %1', name)}
                value={port.type}
                onChange={type => form.set([...path, 'type'], type)}
                disabled={readOnly}
                trans={trans}
              />
              {!readOnly && (
                <IconButton
                  glyph="remove"
                  label={trans.__('Remove input %1', name)}
                  onClick={() => form.set(path, undefined)}
                />
              )}
            </div>
            <div className="jp-WeftRow-line">
              <BindingSelect
                form={form}
                node={node}
                input={name}
                type={port.type}
                binding={port.from}
                others={[{ value: '', label: trans.__('Not connected') }]}
                other=""
                onOther={() => form.edit(() => bindInput(editor.doc, node, name, undefined))}
              />
            </div>
            <div className="jp-WeftRow-line">
              <label className="jp-WeftField-switch">
                <input
                  type="checkbox"
                  checked={port.optional ?? false}
                  disabled={readOnly}
                  onChange={event => form.set([...path, 'optional'], event.target.checked || undefined)}
                />
                {trans.__('Optional')}
              </label>
              <DraftInput
                value={port.description}
                codec={textCodec}
                onSave={text => form.set([...path, 'description'], text)}
                label={trans.__('Description of %1', name)}
                placeholder={trans.__('Description')}
                readOnly={readOnly}
                trans={trans}
              />
            </div>
            <FieldProblems problems={problemsWithin(problems, path)} trans={trans} />
          </div>
        );
      })}
      {!readOnly && (
        <AddRow
          rule={{ pattern: PORT_NAME, taken: names }}
          label={trans.__('Add input')}
          onAdd={name => form.set([...field.path, name], { type: 'string' })}
          trans={trans}
        />
      )}
    </>
  );
}
