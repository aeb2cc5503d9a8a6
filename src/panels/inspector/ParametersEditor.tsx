import React from 'react';
import { type Parameter, type ParameterType, renameParameter, setParameter } from '../../pipeline';
import { IconButton } from '../IconButton';
import { AddRow } from './AddRow';
import { textCodec, valueCodec } from './drafts';
import { DraftInput } from './DraftInput';
import { FieldProblems } from './FieldProblems';
import type { FieldEditorProps } from './FieldRow';
import { nameCodec, PARAMETER_NAME } from './names';
import { problemsWithin } from './problems-of';
import { TypeSelect } from './TypeSelect';
import { useRowKeys } from './use-row-keys';

/** The parameters of the pipeline: name, type, default, description. */
export function ParametersEditor({ field, form, problems }: FieldEditorProps): React.ReactElement {
  const { trans, view, editor } = form;
  const { readOnly } = view;
  const rows = useRowKeys();
  const parameters = view.flow.pipeline.parameters;
  const names = Object.keys(parameters);
  const save = (name: string, parameter: Parameter | undefined) =>
    form.edit(() => setParameter(editor.doc, name, parameter));
  const retype = (parameter: Parameter, type: ParameterType): Parameter => {
    const parsed = valueCodec(type).parse(valueCodec(parameter.type).format(parameter.default), trans);
    return { ...parameter, type, default: parsed.ok ? parsed.value : parameter.default };
  };
  return (
    <>
      {names.map(name => {
        const parameter = parameters[name];
        return (
          <div
            key={rows.keyOf(name)}
            className="jp-WeftRow"
            role="group"
            aria-label={trans.__('Parameter %1', name)}
          >
            <div className="jp-WeftRow-line">
              <DraftInput
                value={name}
                codec={nameCodec({ pattern: PARAMETER_NAME, taken: names.filter(other => other !== name) })}
                onSave={to => {
                  if (to) {
                    rows.renamed(name, to);
                    form.edit(() => renameParameter(editor.doc, name, to));
                  }
                }}
                label={trans.__('Name of parameter %1', name)}
                readOnly={readOnly}
                trans={trans}
                mono
              />
              <TypeSelect
                label={trans.__('Type of %1', name)}
                families={['values']}
                value={parameter.type}
                onChange={type => save(name, retype(parameter, type as ParameterType))}
                disabled={readOnly}
                trans={trans}
              />
              {!readOnly && (
                <IconButton
                  glyph="remove"
                  label={trans.__('Remove parameter %1', name)}
                  onClick={() => save(name, undefined)}
                />
              )}
            </div>
            <div className="jp-WeftRow-line">
              <DraftInput
                value={parameter.default}
                codec={valueCodec(parameter.type)}
                onSave={value => save(name, { ...parameter, default: value })}
                label={trans.__('Default of %1', name)}
                placeholder={trans.__('Default')}
                readOnly={readOnly}
                trans={trans}
                mono
              />
              <DraftInput
                value={parameter.description}
                codec={textCodec}
                onSave={text => save(name, { ...parameter, description: text })}
                label={trans.__('Description of %1', name)}
                placeholder={trans.__('Description')}
                readOnly={readOnly}
                trans={trans}
              />
            </div>
            <FieldProblems problems={problemsWithin(problems, [...field.path, name])} trans={trans} />
          </div>
        );
      })}
      {!readOnly && (
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
