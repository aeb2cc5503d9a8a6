import React from 'react';
import { bindInput, type InputPort, isGroup, renamePort } from '../../pipeline';
import { AddRow } from './AddRow';
import { BindingSelect } from './BindingSelect';
import { DefaultInput } from './DefaultInput';
import type { FieldEditorProps } from './FieldRow';
import { Flag } from './Flag';
import { PORT_NAME } from './names';
import { PortRow } from './PortRow';
import { problemsWithin } from './problems-of';
import { useRowKeys } from './use-row-keys';

/** The declared inputs of a node: name, type, what feeds each, what holds when nothing does. */
export function InputsEditor({ field, form, problems }: FieldEditorProps): React.ReactElement {
  const { trans, view, editor } = form;
  const [id] = form.nodes;
  const node = view.flow.nodes.get(id)?.node;
  const ports = (form.get(field.path) ?? {}) as Record<string, InputPort>;
  const names = Object.keys(ports);
  const rows = useRowKeys();
  return (
    <>
      {names.map(name => {
        const port = ports[name];
        const path = [...field.path, name];
        const set = (key: string) => (value: unknown) => form.set([...path, key], value);
        return (
          <PortRow
            key={rows.keyOf(name)}
            form={form}
            kind="input"
            name={name}
            rule={{ pattern: PORT_NAME, taken: names.filter(other => other !== name) }}
            onRename={to => {
              rows.renamed(name, to);
              form.edit(() => renamePort(editor.doc, id, 'inputs', name, to));
            }}
            type={port.type}
            families={['values', 'artifacts', 'lists', 'given']}
            onType={set('type')}
            onRemove={() => form.set(path, undefined)}
            description={port.description}
            onDescription={set('description')}
            problems={problemsWithin(problems, path)}
            aside={
              <Flag
                form={form}
                label={trans.__('Optional')}
                name={trans.__('%1 is optional', name)}
                value={port.optional}
                onChange={set('optional')}
              />
            }
          >
            <div className="jp-WeftRow-line">
              <BindingSelect
                form={form}
                node={id}
                name={name}
                wanted={{ port: name, types: [port.type] }}
                binding={port.from}
                onBind={to => form.edit(() => bindInput(editor.doc, id, name, to))}
                others={[{ value: '', label: trans.__('Not connected') }]}
                other=""
                onOther={() => form.edit(() => bindInput(editor.doc, id, name, undefined))}
              />
            </div>
            <div className="jp-WeftRow-line">
              <DefaultInput
                form={form}
                name={name}
                type={port.type}
                value={port.default}
                onSave={set('default')}
              />
              {!(node && isGroup(node)) && (
                <Flag
                  form={form}
                  label={trans.__('Only in texts')}
                  name={trans.__('Only in texts: %1 is not declared', name)}
                  value={port.undeclared}
                  onChange={set('undeclared')}
                />
              )}
            </div>
          </PortRow>
        );
      })}
      {!view.readOnly && (
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
