import React from 'react';
import { type Binding, bindInput, isParameterType, type PortType } from '../../pipeline';
import { bindingText } from '../outline/tree';
import { type BindingChoice, bindingChoices, bindingKey, bindingOf } from './bindings';
import { valueCodec } from './drafts';
import { DraftInput } from './DraftInput';
import type { Form } from './form';
import { type Option, type OptionGroup, Select } from './Select';

export interface BindingSelectProps {
  form: Form;
  node: string;
  input: string;
  type: PortType | undefined;
  /** What was chosen; absent when one of `others` holds. */
  binding: Binding | undefined;
  /** Choices that are no bindings, and which of them holds when there is no binding. */
  others: readonly Option[];
  other: string;
  onOther: (value: string) => void;
}

const CONSTANT = 'constant';

/** What a new constant starts as. */
const FIRST: Record<string, unknown> = {
  string: '',
  integer: 0,
  number: 0,
  boolean: false,
  list: [],
  object: {}
};

/** What feeds an input: an output of another node, a parameter, or a constant typed here. */
export function BindingSelect(props: BindingSelectProps): React.ReactElement {
  const { form, node, input, type, binding, others, other, onOther } = props;
  const { trans, view } = form;
  const label = trans.__('What feeds %1', input);
  const bind = (to: Binding) => form.edit(() => bindInput(form.editor.doc, node, input, to));
  const { parameters, nodes } = bindingChoices(view.flow, node, input, type);
  // The whole binding in words: a closed list shows the option, not the heading above it.
  const option = ({ key, type }: BindingChoice): Option => ({
    value: key,
    label: trans.__('%1 (%2)', bindingText(bindingOf(key), view.flow, trans), type)
  });
  const constant = binding !== undefined && 'value' in binding;
  const groups: OptionGroup[] = [
    { options: [...others] },
    ...nodes.map(({ title, choices }) => ({ label: title, options: choices.map(option) })),
    ...(parameters.length > 0 ? [{ label: trans.__('Parameters'), options: parameters.map(option) }] : []),
    ...(constant || type === undefined || isParameterType(type)
      ? [{ label: trans.__('Constant'), options: [{ value: CONSTANT, label: trans.__('A constant') }] }]
      : [])
  ];
  const value = binding === undefined ? other : constant ? CONSTANT : bindingKey(binding);
  if (binding !== undefined && !groups.some(({ options }) => options.some(entry => entry.value === value))) {
    groups.push({
      label: trans.__('Does not fit'),
      options: [{ value, label: bindingText(binding, view.flow, trans) }]
    });
  }
  return (
    <>
      <Select
        label={label}
        disabled={view.readOnly}
        value={value}
        groups={groups}
        onChange={chosen => {
          if (others.some(entry => entry.value === chosen)) {
            onOther(chosen);
          } else {
            bind(chosen === CONSTANT ? { value: FIRST[type ?? 'string'] ?? '' } : bindingOf(chosen));
          }
        }}
      />
      {constant && (
        <DraftInput
          value={binding.value}
          codec={valueCodec(type ?? 'Artifact')}
          onSave={value => bind({ value: value ?? FIRST[type ?? 'string'] ?? '' })}
          label={trans.__('Constant for %1', input)}
          readOnly={view.readOnly}
          trans={trans}
          mono
        />
      )}
    </>
  );
}
