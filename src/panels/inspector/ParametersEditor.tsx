import React from 'react';
import { type Parameter, type ParameterType, renameParameter, setParameter } from '../../pipeline';
import { IconButton } from '../IconButton';
import { AddRow } from './AddRow';
import { textCodec, valueCodec } from './drafts';
import { DraftInput } from './DraftInput';
import { FieldProblems } from './FieldProblems';
import type { FieldEditorProps } from './FieldRow';
import { nameCodec, PARAMETER_NAME } from './names';
import { problemsWithin } from './problemsOf';
import { TypeSelect } from './TypeSelect';
import { useRowKeys } from './useRowKeys';

/** The parameters of the pipeline: name, type, default, description. */
export function ParametersEditor({ field, form, problems }: FieldEditorProps): React.ReactElement {
  const { trans: t, view, editor } = form;
  const { readOnly } = view;
  const rows = useRowKeys();
  const parameters = view.flow.pipeline.parameters;
  const names = Object.keys(parameters);
  const save = (name: string, parameter: Parameter | undefined) =>
    form.edit(() => setParameter(editor.doc, name, parameter));
  const retype = (parameter: Parameter, type: ParameterType): Parameter => {
    const parsed = valueCodec(type).parse(valueCodec(parameter.type).format(parameter.default), t);
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
            aria-label={t('Parameter %1', name)}
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
                label={t('Name of parameter %1', name)}
                readOnly={readOnly}
                trans={t}
                mono
              />
              <TypeSelect
                label={t('Type of %1', name)}
                families={['values']}
                value={parameter.type}
                onChange={type => save(name, retype(parameter, type as ParameterType))}
                disabled={readOnly}
                trans={t}
              />
              {!readOnly && (
                <IconButton
                  glyph="remove"
                  label={t('Remove parameter %1', name)}
                  onClick={() => save(name, undefined)}
                />
              )}
            </div>
            <div className="jp-WeftRow-line">
              <DraftInput
                value={parameter.default}
                codec={valueCodec(parameter.type)}
                onSave={value => save(name, { ...parameter, default: value })}
                label={t('Default of %1', name)}
                placeholder={t('Default')}
                readOnly={readOnly}
                trans={t}
                mono
              />
              <DraftInput
                value={parameter.description}
                codec={textCodec}
                onSave={text => save(name, { ...parameter, description: text })}
                label={t('Description of %1', name)}
                placeholder={t('Description')}
                readOnly={readOnly}
                trans={t}
              />
            </div>
            <FieldProblems problems={problemsWithin(problems, [...field.path, name])} trans={t} />
          </div>
        );
      })}
      {!readOnly && (
        <AddRow
          rule={{ pattern: PARAMETER_NAME, taken: names }}
          label={t('Add parameter')}
          onAdd={name => save(name, { type: 'string' })}
          trans={t}
        />
      )}
    </>
  );
}
