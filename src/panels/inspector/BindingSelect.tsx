import React from 'react';
import type { FlowLiteral } from '../../flow';
import type { Binding, PortType } from '../../pipeline';
import { bindingText } from '../words';
import { type BindingChoice, bindingChoices, bindingKey, bindingOf, isTyped, type Wanted } from './bindings';
import { ConstantInput, FIRST } from './ConstantInput';
import { textCodec } from './drafts';
import { DraftInput } from './DraftInput';
import type { Form } from './form';
import { type Option, type OptionGroup, Select } from './Select';

export interface BindingSelectProps {
  form: Form;
  node: string;
  /** What is fed, as a user would say it: the name of an input, or the words of a setting. */
  name: string;
  wanted: Wanted;
  /** What was chosen; absent when one of `others` holds. */
  binding: Binding | undefined;
  onBind: (binding: Binding) => void;
  /** Choices that are no bindings, and which of them holds when there is no binding. */
  others: readonly Option[];
  other: string;
  onOther: (value: string) => void;
  /** False where only what comes from elsewhere makes sense, or `others` has a constant of its own. */
  constants?: boolean;
  /** What the code says where nothing feeds it: a constant begins as that. */
  literal?: FlowLiteral;
}

const CONSTANT = 'constant';

/** What feeds an input: an output of another node, a parameter, something of a group around, or a constant. */
export function BindingSelect(props: BindingSelectProps): React.ReactElement {
  const {
    form,
    node,
    name,
    wanted,
    binding,
    onBind,
    others,
    other,
    onOther,
    constants = true,
    literal
  } = props;
  const { trans, view } = form;
  const type: PortType | undefined = wanted.types?.length === 1 ? wanted.types[0] : literal?.type;
  const first = literal?.type === type ? literal?.value : undefined;
  const { parameters, around, nodes, statuses } = bindingChoices(view.flow, node, wanted);
  // The whole binding in words: a closed list shows the option, not the heading above it.
  const option = ({ key, type }: BindingChoice): Option => {
    const words = bindingText(bindingOf(key), view.flow, trans);
    return { value: key, label: type === undefined ? words : trans.__('%1 (%2)', words, type) };
  };
  const constant = binding !== undefined && 'value' in binding;
  const groups: OptionGroup[] = [
    { options: [...others] },
    ...headed(trans.__('Of the groups around'), around.map(option)),
    ...nodes.map(({ title, choices }) => ({ label: title, options: choices.map(option) })),
    ...headed(trans.__('How a node ended'), statuses.map(option)),
    ...headed(trans.__('Parameters'), parameters.map(option)),
    ...(constant || (constants && isTyped(type))
      ? [{ label: trans.__('Constant'), options: [{ value: CONSTANT, label: trans.__('A constant') }] }]
      : [])
  ];
  const value = binding === undefined ? other : constant ? CONSTANT : bindingKey(binding);
  if (binding !== undefined && !groups.some(({ options }) => options.some(entry => entry.value === value))) {
    // The field of an item is free; anything else that is not offered does not fit.
    const label = 'item' in binding ? trans.__('Of the groups around') : trans.__('Does not fit');
    groups.push({ label, options: [{ value, label: bindingText(binding, view.flow, trans) }] });
  }
  return (
    <>
      <Select
        label={trans.__('What feeds %1', name)}
        disabled={view.readOnly}
        value={value}
        groups={groups}
        onChange={chosen => {
          if (others.some(entry => entry.value === chosen)) {
            onOther(chosen);
          } else {
            onBind(
              chosen === CONSTANT ? { value: first ?? FIRST[type ?? 'string'] ?? '' } : bindingOf(chosen)
            );
          }
        }}
      />
      {constant && (
        <ConstantInput
          form={form}
          type={type}
          value={binding.value}
          name={name}
          onSave={value => onBind({ value: value ?? FIRST[type ?? 'string'] ?? '' })}
        />
      )}
      {binding !== undefined && 'item' in binding && (
        <DraftInput
          value={binding.field}
          codec={textCodec}
          label={trans.__('Field of the item for %1', name)}
          placeholder={trans.__('Field of the item')}
          onSave={field => onBind({ item: binding.item, ...(field !== undefined && { field }) })}
          readOnly={view.readOnly}
          trans={trans}
          mono
        />
      )}
    </>
  );
}

const headed = (label: string, options: Option[]): OptionGroup[] =>
  options.length > 0 ? [{ label, options }] : [];
