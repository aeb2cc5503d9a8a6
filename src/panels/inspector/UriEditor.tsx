import React from 'react';
import type { ImporterNode } from '../../pipeline';
import { requiredTextCodec } from './drafts';
import { DraftInput } from './DraftInput';
import { FieldProblems } from './FieldProblems';
import type { FieldEditorProps } from './FieldRow';
import { problemsWithin } from './problems-of';
import { Select } from './Select';

const TEXT = 'text:';
const PARAMETER = 'parameter:';

/** Where an artifact lies: written here, or given by a parameter of the pipeline. */
export function UriEditor({ field, form, problems, describedBy }: FieldEditorProps): React.ReactElement {
  const { trans, view } = form;
  const uri = form.get(field.path) as ImporterNode['uri'];
  const parameter = typeof uri === 'object' && 'parameter' in uri ? uri.parameter : undefined;
  const names = Object.entries(view.flow.pipeline.parameters)
    .filter(([name, { type }]) => type === 'string' || name === parameter)
    .map(([name]) => name);
  const known = parameter === undefined || names.includes(parameter) ? names : [...names, parameter];
  const label = field.label(trans);
  return (
    <>
      <div className="jp-WeftRow-line">
        <Select
          label={trans.__('Where the URI comes from')}
          disabled={view.readOnly}
          value={parameter === undefined ? TEXT : PARAMETER + parameter}
          groups={[
            { options: [{ value: TEXT, label: trans.__('Written here') }] },
            {
              label: trans.__('Parameters'),
              options: known.map(name => ({ value: PARAMETER + name, label: name }))
            }
          ]}
          onChange={chosen =>
            form.set(field.path, chosen === TEXT ? '' : { parameter: chosen.slice(PARAMETER.length) })
          }
        />
        {typeof uri !== 'object' && (
          <DraftInput
            value={uri}
            codec={requiredTextCodec}
            onSave={text => form.set(field.path, text ?? '')}
            label={label}
            placeholder={field.example}
            describedBy={describedBy}
            readOnly={view.readOnly}
            trans={trans}
            mono
          />
        )}
      </div>
      <FieldProblems problems={problemsWithin(problems, [...field.path, 'parameter'])} trans={trans} />
    </>
  );
}
