import React from 'react';
import { isCells, type OutputPort, renamePort } from '../../pipeline';
import { AddRow } from './AddRow';
import type { FieldEditorProps } from './FieldRow';
import { PORT_NAME, VARIABLE_NAME } from './names';
import { PortRow } from './PortRow';
import { problemsWithin } from './problems-of';
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
          <PortRow
            key={rows.keyOf(name)}
            form={form}
            kind="output"
            name={name}
            rule={{ pattern, taken: names.filter(other => other !== name) }}
            onRename={
              cells
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
          />
        );
      })}
      {!view.readOnly && (
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
