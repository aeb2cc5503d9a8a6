import React from 'react';
import { type Condition } from '../../pipeline';
import { BindingSelect } from './BindingSelect';
import { bindingType } from './bindings';
import { comparableWith, COMPARABLE, type Comparison, comparisons, firstConstant } from './condition';
import { ConstantInput } from './ConstantInput';
import { dotted, type Path } from './field';
import type { Form } from './form';
import { Select } from './Select';

const CONSTANT = 'constant';

/** A comparison: what is compared, how, and with what; the type of the left side decides what fits. */
export function CompareEditor(props: {
  form: Form;
  node: string;
  path: Path;
  condition: Extract<Condition, { left: unknown }>;
}): React.ReactElement {
  const { form, node, path, condition } = props;
  const { trans, view } = form;
  const { left, is, right } = condition;
  const type =
    bindingType(view.flow, left) ?? (('value' in right && bindingType(view.flow, right)) || undefined);
  const save = (part: Partial<typeof condition>) => form.set(path, { ...condition, ...part });
  const constant = 'value' in right;
  return (
    <>
      <BindingSelect
        form={form}
        node={node}
        name={trans.__('the left side')}
        wanted={{ types: COMPARABLE }}
        binding={left}
        onBind={to => {
          const next = bindingType(view.flow, to);
          const fits = next === undefined || (constant && bindingType(view.flow, right) === next);
          const kept = comparisons(next).includes(is) ? is : '==';
          save({ left: to, is: kept, ...(constant && !fits && { right: firstConstant(next) }) });
        }}
        others={[]}
        other=""
        onOther={() => undefined}
        constants={false}
      />
      <Select
        label={trans.__('Comparison')}
        disabled={view.readOnly}
        value={is}
        groups={[{ options: comparisons(type, is).map(one => ({ value: one, label: one })) }]}
        onChange={one => save({ is: one as Comparison })}
      />
      <BindingSelect
        form={form}
        node={node}
        name={trans.__('the right side')}
        wanted={{ port: dotted([...path, 'right']), types: comparableWith(type) }}
        binding={constant ? undefined : right}
        onBind={to => save({ right: to })}
        others={[{ value: CONSTANT, label: trans.__('A constant') }]}
        other={CONSTANT}
        onOther={() => save({ right: firstConstant(type) })}
        constants={false}
      />
      {constant &&
        (type === 'boolean' ? (
          <Select
            label={trans.__('Constant for the right side')}
            disabled={view.readOnly}
            value={String(right.value)}
            groups={[{ options: ['true', 'false'].map(one => ({ value: one, label: one })) }]}
            onChange={one => save({ right: { value: one === 'true' } })}
          />
        ) : (
          <ConstantInput
            form={form}
            type={type}
            value={right.value}
            name={trans.__('the right side')}
            onSave={value => save({ right: value === undefined ? firstConstant(type) : { value } })}
          />
        ))}
    </>
  );
}
