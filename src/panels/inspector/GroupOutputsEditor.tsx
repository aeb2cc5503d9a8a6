import React from 'react';
import { type GroupOutput, renamePort } from '../../pipeline';
import { bindingText } from '../words';
import { AddRow } from './AddRow';
import { bindingKey, bindingOf } from './bindings';
import type { FieldEditorProps } from './FieldRow';
import type { Form } from './form';
import { type SourceSlot, sourceSlots, withSource } from './group-outputs';
import { PORT_NAME } from './names';
import { PortRow } from './PortRow';
import { problemsWithin } from './problems-of';
import { Select } from './Select';
import { useRowKeys } from './use-row-keys';

/** The outputs of a group or of the pipeline: name, type, and which output inside gives each. */
export function GroupOutputsEditor({ field, form, problems }: FieldEditorProps): React.ReactElement {
  const { trans, view, editor } = form;
  const [group = ''] = form.nodes;
  const outputs = (form.get(field.path) ?? {}) as Record<string, GroupOutput>;
  const names = Object.keys(outputs);
  const rows = useRowKeys();
  const rename = (from: string, to: string) => {
    rows.renamed(from, to);
    form.edit(() => {
      if (group === '') {
        form.set([...field.path, from], undefined);
        form.set([...field.path, to], outputs[from]);
      } else {
        renamePort(editor.doc, group, 'outputs', from, to);
      }
    });
  };
  return (
    <>
      {names.map(name => {
        const output = outputs[name];
        const path = [...field.path, name];
        const slots = sourceSlots(view.flow, group, output);
        return (
          <PortRow
            key={rows.keyOf(name)}
            form={form}
            kind="output"
            name={name}
            rule={{ pattern: PORT_NAME, taken: names.filter(other => other !== name) }}
            onRename={to => rename(name, to)}
            type={output.type}
            onType={type => form.set([...path, 'type'], type)}
            onRemove={() => form.set(path, undefined)}
            description={output.description}
            onDescription={text => form.set([...path, 'description'], text)}
            problems={problemsWithin(problems, path)}
          >
            {slots.map(slot => (
              <SourceSelect
                key={slot.branch}
                form={form}
                name={name}
                slot={slot}
                onChange={key =>
                  form.set(
                    [...path, 'from'],
                    withSource(slots, slot.branch, key === '' ? undefined : bindingOf(key))
                  )
                }
              />
            ))}
          </PortRow>
        );
      })}
      {!view.readOnly && (
        <AddRow
          rule={{ pattern: PORT_NAME, taken: names }}
          label={trans.__('Add output')}
          onAdd={name => form.set([...field.path, name], { type: 'string', from: [] })}
          trans={trans}
        />
      )}
    </>
  );
}

/** The output that gives a value of a group: in a choice one for each branch. */
function SourceSelect(props: {
  form: Form;
  name: string;
  slot: SourceSlot;
  onChange: (key: string) => void;
}): React.ReactElement {
  const { form, name, slot, onChange } = props;
  const { trans, view } = form;
  const value = slot.chosen ? bindingKey(slot.chosen) : '';
  const text = (key: string) => bindingText(bindingOf(key), view.flow, trans);
  const isOffered = slot.nodes.some(({ choices }) => choices.some(({ key }) => key === value));
  return (
    <div className="jp-WeftRow-line">
      {slot.title !== '' && <span className="jp-WeftRow-name">{slot.title}</span>}
      <Select
        label={
          slot.title === ''
            ? trans.__('What gives %1', name)
            : trans.__('What gives %1 in %2', name, slot.title)
        }
        disabled={view.readOnly}
        value={value}
        groups={[
          { options: [{ value: '', label: trans.__('Nothing yet') }] },
          ...slot.nodes.map(({ title, choices }) => ({
            label: title,
            options: choices.map(({ key }) => ({ value: key, label: text(key) }))
          })),
          ...(value !== '' && !isOffered
            ? [{ label: trans.__('Does not fit'), options: [{ value, label: text(value) }] }]
            : [])
        ]}
        onChange={onChange}
      />
    </div>
  );
}
