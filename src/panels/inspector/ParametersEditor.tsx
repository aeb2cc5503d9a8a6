import React from 'react';
import { takeNotebookValue, valuesToTake } from '../../actions';
import { type Parameter, type PortType, renameParameter, setParameter } from '../../pipeline';
import { ActionButton } from '../ActionButton';
import { AddRow } from './AddRow';
import { DefaultInput } from './DefaultInput';
import { valueCodec } from './drafts';
import type { FieldEditorProps } from './FieldRow';
import { Flag } from './Flag';
import { PARAMETER_NAME } from './names';
import { PortRow } from './PortRow';
import { problemsWithin } from './problems-of';
import { useRowKeys } from './use-row-keys';

/** The parameters of the pipeline: name, type, default, whether one may be left out, description. */
export function ParametersEditor({ field, form, problems }: FieldEditorProps): React.ReactElement {
  const { trans, view, editor } = form;
  const rows = useRowKeys();
  const parameters = view.flow.pipeline.parameters;
  const names = Object.keys(parameters);
  const taken = new Set(valuesToTake(view.flow).map(({ parameter }) => parameter));
  const save = (name: string, parameter: Parameter | undefined) =>
    form.edit(() => setParameter(editor.doc, name, parameter));
  const retype = (parameter: Parameter, type: PortType): Parameter => {
    const parsed = valueCodec(type).parse(valueCodec(parameter.type).format(parameter.default), trans);
    return { ...parameter, type, default: parsed.ok ? parsed.value : parameter.default };
  };
  return (
    <>
      {names.map(name => {
        const parameter = parameters[name];
        return (
          <PortRow
            key={rows.keyOf(name)}
            form={form}
            kind="parameter"
            name={name}
            rule={{ pattern: PARAMETER_NAME, taken: names.filter(other => other !== name) }}
            onRename={to => {
              rows.renamed(name, to);
              form.edit(() => renameParameter(editor.doc, name, to));
            }}
            type={parameter.type}
            onType={type => type !== undefined && save(name, retype(parameter, type))}
            onRemove={() => save(name, undefined)}
            description={parameter.description}
            onDescription={description => save(name, { ...parameter, description })}
            problems={problemsWithin(problems, [...field.path, name])}
          >
            <div className="jp-WeftRow-line">
              <DefaultInput
                form={form}
                name={name}
                type={parameter.type}
                value={parameter.default}
                onSave={value => save(name, { ...parameter, default: value })}
              />
              <Flag
                form={form}
                label={trans.__('Optional')}
                name={trans.__('%1 is optional', name)}
                value={parameter.optional}
                onChange={optional => save(name, { ...parameter, optional })}
              />
            </div>
            {taken.has(name) && (
              <ActionButton
                editor={editor}
                action={takeNotebookValue}
                args={{ parameter: name }}
                text={trans.__('Take it from the notebook')}
                about={trans.__('set %1 to what its tagged cell says now', name)}
                link
                always
                leaves
              />
            )}
          </PortRow>
        );
      })}
      {!view.readOnly && (
        <AddRow
          rule={{ pattern: PARAMETER_NAME, taken: names }}
          label={trans.__('Add parameter')}
          onAdd={name => save(name, { type: 'string' })}
          trans={trans}
        />
      )}
    </>
  );
}
