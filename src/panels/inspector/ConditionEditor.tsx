import React from 'react';
import type { Condition } from '../../pipeline';
import { bindingChoices } from './bindings';
import { CompareEditor } from './CompareEditor';
import { COMPARABLE, conditionForm, type ConditionForm, firstConstant } from './condition';
import { bindingOf, bindingType } from './bindings';
import { requiredTextCodec } from './drafts';
import { DraftInput } from './DraftInput';
import type { FieldEditorProps } from './FieldRow';
import { Select } from './Select';

/** When a branch runs: a comparison put together from what there is, or a CEL expression. */
export function ConditionEditor({ field, form }: FieldEditorProps): React.ReactElement {
  const { trans, view } = form;
  const [id] = form.nodes;
  const when = form.get(field.path) as Condition | undefined;
  const { group } = view.flow.pipeline.nodes[id] ?? {};
  const inChoice = group !== undefined && view.flow.pipeline.nodes[group]?.kind === 'choice';
  const choices = bindingChoices(view.flow, id, { types: COMPARABLE });
  const first = [...choices.parameters, ...choices.around, ...choices.nodes.flatMap(node => node.choices)][0];
  const start: Record<ConditionForm, () => Condition | undefined> = {
    always: () => undefined,
    cel: () => ({ cel: '' }),
    compare: () => {
      const left = first ? bindingOf(first.key) : { value: '' };
      return { left, is: '==', right: firstConstant(bindingType(view.flow, left)) };
    }
  };
  return (
    <div className="jp-WeftCondition">
      <Select
        label={trans.__('Kind of condition')}
        disabled={view.readOnly}
        value={conditionForm(when)}
        groups={[
          {
            options: [
              {
                value: 'always',
                label: inChoice ? trans.__('Else: when no other branch runs') : trans.__('No condition yet')
              },
              { value: 'compare', label: trans.__('A comparison') },
              { value: 'cel', label: trans.__('A CEL expression') }
            ]
          }
        ]}
        onChange={chosen => form.set(field.path, start[chosen as ConditionForm]())}
      />
      {when && 'cel' in when && (
        <DraftInput
          value={when.cel}
          codec={requiredTextCodec}
          onSave={cel => form.set(field.path, { cel: cel ?? '' })}
          label={trans.__('CEL expression')}
          placeholder={trans.__("inputs.parameter_values['name'] == 'a'")}
          readOnly={view.readOnly}
          trans={trans}
          lines
          mono
        />
      )}
      {when && 'left' in when && <CompareEditor form={form} node={id} path={field.path} condition={when} />}
    </div>
  );
}
